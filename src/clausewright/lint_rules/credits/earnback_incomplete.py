"""An earn-back that leaves out what it turns on.

A right to earn credits back undoes the remedy unless its terms are closed: which level brings it,
in which period, how much comes back, up to what limit, and that repeated failure excludes it. What
is left open is decided in the dispute.

The section that speaks of the earn-back is read as a whole. A sentence that denies any earn-back
is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from clausewright.analysis.draft import Draft
from clausewright.lint_rules.rule import SLA_PROFILES, Bad, Finding, Good, Hit, NoOptions, Rule
from clausewright.model.finding import Severity
from clausewright.model.span import Span
from clausewright.pattern import regex

PHRASES = (
    "{earn|earns|earned|earning} back {credit|credits|any|the|a|service|such|}",
    "{earn back|earn backs|earnback|earnbacks|earned back}",
)
_DENIED = regex(r"\b(?:no|not|neither|without|waives?|never)\b[^.;]{0,60}$", re.IGNORECASE)
_PARTS: Final[tuple[tuple[str, re.Pattern[str]], ...]] = (
    (
        "the level that brings it",
        regex(
            r"\d(?:\.\d+)?\s?%|\bservice levels?\b|\btargets?\b|\bavailability\b|\buptime\b",
            re.IGNORECASE,
        ),
    ),
    (
        "the period",
        regex(
            r"\b(?:months?|quarters?|years?|weeks?|consecutive|measurement period)\b", re.IGNORECASE
        ),
    ),
    (
        "how much comes back",
        regex(
            r"\b(?:all|half|the whole|entire|amount|percent|equal to|in full|\d+\s?%\s?of)\b|"
            r"\b\d+\s?% of",
            re.IGNORECASE,
        ),
    ),
    (
        "its limit",
        regex(
            r"\b(?:limit(?:ed)?|cap(?:ped)?|maximum|at most|not exceed|no more than|up to|"
            r"only once|once)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "what excludes it after repeated failure",
        regex(
            r"\b(?:chronic|repeated|persistent|second (?:failure|miss)|more than (?:one|once|"
            r"two|three)|"
            r"exclud\w+|does not apply|shall not apply|unless)\b",
            re.IGNORECASE,
        ),
    ),
)


def check(draft: Draft, options: NoOptions, hits: tuple[Hit, ...]) -> Iterator[Finding]:  # noqa: ARG001
    """Speak once of an earn-back with the parts that its section leaves out."""
    for hit in hits:
        sentence = draft.sentence_at(hit.span.start)
        block = draft.document.block_at(hit.span.start)
        before = draft.text[sentence.start : hit.span.start]
        if block.kind == "heading" or _DENIED.search(before):
            continue
        said = draft.text[sentence.start : _end(draft, sentence)]
        missing = [name for name, pattern in _PARTS if not pattern.search(said)]
        if missing:
            yield Finding(hit.span, f"the earn-back does not say {_listed(missing)}")
        return


def _end(draft: Draft, sentence: Span) -> int:
    """Give where the text that speaks of the earn-back ends: its section, or its block."""
    block = draft.document.block_at(sentence.start)
    section = draft.document.section_of(block)
    last = block.index if section is None else max(block.index, section.end_block - 1)
    return draft.document.blocks[last].span.end


def _listed(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"


RULE = Rule(
    code="CRD007",
    name="earnback-incomplete",
    severity=Severity.WARNING,
    check=check,
    doc=__doc__ or "",
    help="Say the level and period that bring it, the amount, the limit, and when it is excluded.",
    options=NoOptions(),
    phrases=PHRASES,
    profiles=SLA_PROFILES,
    examples=(
        Bad(
            "The Provider may «earn back» service credits by good performance.",
            instead="The Provider may earn back a service credit in full if availability is "
            "at least "
            "99.95% in each of the 3 months after the miss. At most two credits a year are earned "
            "back. After a chronic failure no credit is earned back.",
        ),
        Bad(
            "If availability exceeds 99.95% in the next quarter, the credit may be «earned back».",
        ),
        Bad("The parties agree on an «earn-back» of up to 50% of the credits."),
        Good("The Provider has no right to earn back service credits."),
        Good("Service credits are not subject to earn-back."),
        Good("The Provider earns a bonus of 2% of the monthly fee for each month without a miss."),
    ),
)
