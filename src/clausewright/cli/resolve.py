"""The settings of a run: configuration files, and the options that override them."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from clausewright.linting.configuration import Configuration, check_profile, load, nearest
from clausewright.linting.packs import rules_with
from clausewright.linting.selection import check_selectors
from clausewright.linting.settings import FailOn, Settings
from clausewright.model.errors import ConfigurationError

if TYPE_CHECKING:
    from clausewright.lint_rules.pack import PackFile


@dataclass(frozen=True, slots=True)
class Overrides:
    """What the options of a command say; None and empty leave the configuration as it is."""

    profile: str | None = None
    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: str | None = None
    max_pages: float | None = None
    baseline: str | None = None
    view: str | None = None
    config: str | None = None
    isolated: bool = False

    def check(self) -> None:
        """Refuse what names no profile, and options that contradict each other.

        Raises:
            ConfigurationError: with the option and the nearest name.

        """
        if self.profile is not None:
            check_profile(self.profile, where="--profile")
        if self.config and self.isolated:
            raise ConfigurationError("--config and --isolated contradict each other")

    def configuration_for(self, folder: Path) -> Configuration:
        """Give the settings that hold in a folder and where each comes from.

        Raises:
            ConfigurationError: where the configuration is wrong.

        """
        if self.isolated:
            found = Configuration(Settings(), {})
        elif self.config:
            found = load(Path(self.config))
        else:
            found = nearest(folder)
        return self._over(found)

    def settings_for(self, folder: Path) -> Settings:
        """Give the settings that hold in a folder."""
        return self.configuration_for(folder).settings

    def _over(self, configuration: Configuration) -> Configuration:
        _check_selectors(self, configuration.settings.packs)
        changes: dict[str, object] = {}
        if self.profile is not None:
            changes["profile"] = check_profile(self.profile, where="--profile")
            changes["profile_source"] = "option"
            changes["profiles"] = ()
        if self.select:
            changes |= {"select": self.select, "extend_select": ()}
        if self.extend_select:
            changes["extend_select"] = (*configuration.settings.extend_select, *self.extend_select)
        if self.ignore:
            changes["ignore"] = (*configuration.settings.ignore, *self.ignore)
        if self.fail_on is not None:
            changes["fail_on"] = FailOn(self.fail_on)
        if self.max_pages is not None:
            changes["max_pages"] = self.max_pages
        if self.baseline is not None:
            changes["baseline"] = os.path.abspath(self.baseline)  # noqa: PTH100  (text, no link followed)
        if self.view is not None:
            changes["view"] = self.view
        if not changes:
            return configuration
        origins = {name: f"--{name.replace('_', '-')}" for name in changes}
        return Configuration(
            replace(configuration.settings, **changes),  # type: ignore[arg-type]
            {**configuration.origins, **origins},
        )


@lru_cache(maxsize=256)
def _check_selectors(overrides: Overrides, packs: tuple[PackFile, ...]) -> None:
    """Refuse selectors of the command line that name no rule, ours or of the packs in force."""
    given = {name: getattr(overrides, name) for name in ("select", "extend_select", "ignore")}
    if not any(given.values()):
        return
    rules = rules_with(packs)
    for name, selectors in given.items():
        check_selectors(selectors, rules, where=f"--{name.replace('_', '-')}")
