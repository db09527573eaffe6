"""A character that nobody sees.

Zero-width and direction characters come in by copying. They break searches, can reorder what is
shown on screen, and make two equal terms differ. Take them out.

Tolerated: joiners inside emoji and in scripts that need them, soft hyphens, no-break spaces, and a
byte order mark at the very start.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from clausewright.analysis.draft import Draft
from clausewright.lint_rules.rule import Bad, Finding, Good, Hit, NoOptions, Rule
from clausewright.model.finding import Applicability, Edit, Fix, Severity
from clausewright.model.span import Span

_INVISIBLE = re.compile(
    "[\u200b\u200c\u200d\u2060\ufeff\u180e\u200e\u200f\u202a-\u202e\u2066-\u2069\x00-\x08\x0e-\x1f]+"
)
_JOINERS = frozenset("\u200c\u200d")


def check(draft: Draft, options: NoOptions, hits: tuple[Hit, ...]) -> Iterator[Finding]:  # noqa: ARG001  (the contract of all rules)
    """Speak of each run of invisible characters."""
    text = draft.text
    for match in _INVISIBLE.finditer(text):
        if match.start() == 0 or _needed(text, match):
            continue
        span = Span(*match.span())
        name = unicodedata.name(match[0][0], f"U+{ord(match[0][0]):04X}").lower()
        fix = Fix("Take it out", Applicability.SAFE, (Edit(span, ""),))
        yield Finding(span, f"an invisible character ({name}) stands here", fix=fix)


def _needed(text: str, match: re.Match[str]) -> bool:
    """Tell joiners between characters beyond Latin, Greek and Cyrillic: emoji and other scripts."""
    beside = text[match.start() - 1] + text[match.end() : match.end() + 1]
    if set(match[0]) <= _JOINERS:
        return any(ord(character) > 0x058F for character in beside)
    return any(unicodedata.bidirectional(character) in {"R", "AL"} for character in beside)


RULE = Rule(
    code="DRF005",
    name="invisible-character",
    severity=Severity.INFO,
    check=check,
    doc=__doc__ or "",
    help="Take the character out.",
    options=NoOptions(),
    examples=(
        Bad(
            "The Supplier shall keep the Ser«\u200b»vice available.",
            instead="The Supplier shall keep the Service available.",
        ),
        Bad("The fee is EUR «\u202e»001 a month."),
        Bad("Availability«\u2060\u200b» is measured in each calendar month."),
        Good("The icon \U0001f469\u200d\U0001f4bb marks support."),
        Good("The fee is EUR\u00a0100 a month."),
        Good("Avail\u00adability is measured in each calendar month."),
    ),
)
