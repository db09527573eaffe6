"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

import click

from clausewright.cli.resolve import Overrides
from clausewright.linting.configuration import PROFILE_NAMES

CommandT = TypeVar("CommandT", bound=Callable[..., Any])


def offering(names: Iterable[str]) -> Callable[[click.Context, click.Parameter, str], list[str]]:
    """Let the completion of a shell offer names where any text may be given."""

    def complete(
        ctx: click.Context,  # noqa: ARG001  (click's interface)
        param: click.Parameter,  # noqa: ARG001
        incomplete: str,
    ) -> list[str]:
        return [name for name in names if name.startswith(incomplete)]

    return complete


class Selectors(click.ParamType[tuple[str, ...]]):
    """Codes, beginnings of codes and names, separated by commas."""

    name = "RULES"

    def convert(
        self,
        value: Any,  # noqa: ANN401  (click's interface)
        param: click.Parameter | None,  # noqa: ARG002
        ctx: click.Context | None,  # noqa: ARG002
    ) -> tuple[str, ...]:
        """Split a list."""
        return tuple(one.strip() for one in str(value).split(",") if one.strip())


def _joined(
    ctx: click.Context,  # noqa: ARG001  (click's interface)
    param: click.Parameter,  # noqa: ARG001
    value: tuple[tuple[str, ...], ...],
) -> tuple[str, ...]:
    return tuple(one for several in value for one in several)


def _selection(name: str, text: str) -> Callable[[CommandT], CommandT]:
    return click.option(name, type=Selectors(), multiple=True, callback=_joined, help=text)


def configuration_options(command: CommandT) -> CommandT:
    """Add the options that say which configuration holds."""
    command = click.option("--isolated", is_flag=True, help="Read no configuration file.")(command)
    command = click.option(
        "--config", metavar="FILE", help="Use this configuration file for all files."
    )(command)
    return click.option(
        "--profile",
        metavar="NAME",
        help="Read all files as this type of agreement.",
        shell_complete=offering(PROFILE_NAMES),
    )(command)


def view_option(command: CommandT) -> CommandT:
    """Add the option that says how tracked changes are read."""
    return click.option(
        "--view",
        type=click.Choice(["final", "original", "all"]),
        help="Read tracked changes of Word as accepted, as rejected, or both; default final.",
    )(command)


def selection_options(command: CommandT) -> CommandT:
    """Add the options that say which rules run."""
    command = _selection("--ignore", "Leave these rules out.")(command)
    command = _selection("--extend-select", "Run these rules too.")(command)
    return _selection("--select", "Run only these rules: codes, beginnings of codes, names.")(
        command
    )


def file_options(command: CommandT) -> CommandT:
    """Add the paths and the options that say which files are read."""
    command = click.option(
        "-j", "--jobs", type=click.IntRange(min=1), metavar="N", help="Processes; default: cores."
    )(command)
    command = click.option(
        "--stdin-filename", metavar="NAME", help="The name of what is read from standard input."
    )(command)
    command = click.option(
        "--exclude", multiple=True, metavar="PATTERN", help="Leave these files out of a walk."
    )(command)
    return click.argument("paths", nargs=-1, metavar="[PATHS|-]...")(command)


def overrides_of(given: dict[str, Any]) -> Overrides:
    """Take from a command's options those that override settings, and check them."""
    fields = Overrides.__dataclass_fields__
    overrides = Overrides(**{name: given.pop(name) for name in tuple(given) if name in fields})
    overrides.check()
    return overrides
