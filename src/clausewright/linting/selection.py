"""Which rules run: by code, beginning of a code, or name."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from clausewright.model.errors import ConfigurationError, suggestion

if TYPE_CHECKING:
    from clausewright.lint_rules.rule import Rule

    AnyRule = Rule[Any]

ALL = "ALL"
"""The selector of every rule."""


def matches(rule: AnyRule, selector: str) -> bool:
    """Tell whether a selector names a rule."""
    return selector in {ALL, rule.name} or rule.code.startswith(selector.upper())


def check_selectors(selectors: Iterable[str], rules: Iterable[AnyRule], *, where: str) -> None:
    """Refuse a selector that names no rule.

    Raises:
        ConfigurationError: with the nearest names.

    """
    known = tuple(rules)
    for selector in selectors:
        if not selector or not any(matches(rule, selector) for rule in known):
            names = [*(rule.code for rule in known), *(rule.name for rule in known)]
            raise ConfigurationError(
                f'no rule has the code or name "{selector}"{suggestion(selector, names)};'
                " `clausewright rules list` shows them all",
                where=where,
            )


def _specificity(rule: AnyRule, selectors: Iterable[str]) -> int:
    """Give how exactly the selectors name a rule: -1 not at all, else letters of the code."""
    return max(
        (
            0 if s == ALL else len(rule.code) if s == rule.name else len(s)
            for s in selectors
            if matches(rule, s)
        ),
        default=-1,
    )


def is_selected(
    rule: AnyRule,
    select: tuple[str, ...],
    extend_select: tuple[str, ...],
    ignore: tuple[str, ...],
) -> bool:
    """Tell whether a rule runs.

    Without ``select`` all rules do that are not in preview. Where a rule is both selected and
    ignored, the selector that names it more exactly wins, and ignoring wins between equals.
    """
    wanted = _specificity(rule, (*select, *extend_select))
    if not select and not rule.preview:
        wanted = max(wanted, 0)
    return wanted >= 0 and wanted > _specificity(rule, ignore)
