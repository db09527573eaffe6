"""A character that nobody sees.

Zero-width and direction characters come in by copying. They break searches, can reorder what is
shown on screen, and make two equal terms differ. Take them out.

Tolerated: joiners inside emoji and in scripts that need them, soft hyphens, no-break spaces, and
a byte order mark at the very start. Each kind of character is told once, at its first place; the
fix takes all of them out.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from clausewright.analysis.draft import Draft
from clausewright.analysis.slips import invisible_runs
from clausewright.lint_rules.drafts.places import more_places
from clausewright.lint_rules.rule import Bad, Finding, Good, Hit, NoOptions, Rule
from clausewright.model.finding import Applicability, Edit, Fix, Severity
from clausewright.model.span import Span

_JOINERS = frozenset("\u200c\u200d")


def check(draft: Draft, options: NoOptions, hits: tuple[Hit, ...]) -> Iterator[Finding]:  # noqa: ARG001  (the contract of all rules)
    """Speak once of each kind of invisible characters."""
    text = draft.text
    runs: dict[str, list[Span]] = {}
    for span in invisible_runs(draft):
        if span.start and not _needed(text, span):
            runs.setdefault(text[span.start], []).append(span)
    for character, spans in runs.items():
        name = unicodedata.name(character, f"U+{ord(character):04X}").lower()
        title = "Take it out" if len(spans) == 1 else "Take them out"
        fix = Fix(title, Applicability.SAFE, tuple(Edit(span, "") for span in spans))
        yield Finding(
            spans[0], f"an invisible character ({name}) stands here{more_places(spans)}", fix=fix
        )


def _needed(text: str, span: Span) -> bool:
    """Tell joiners between characters beyond Latin, Greek and Cyrillic: emoji and other scripts."""
    beside = text[span.start - 1] + text[span.end : span.end + 1]
    if set(text[span.start : span.end]) <= _JOINERS:
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
        Bad(
            "The Ser«\u200b»vice is open. The Ser\u200bvice is free.",
            instead="The Service is open. The Service is free.",
        ),
        Good("The icon \U0001f469\u200d\U0001f4bb marks support."),
        Good("The fee is EUR\u00a0100 a month."),
        Good("Avail\u00adability is measured in each calendar month."),
    ),
)
