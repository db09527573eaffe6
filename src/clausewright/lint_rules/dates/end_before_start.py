"""A term that ends before it starts.

An agreement that takes effect after its own expiry gives nobody a right to anything; most often a
year was left over from the draft before.

Compared are a start (or effective) date and an end date of one sentence, and the effective date of
the document with the end date that the text gives to the agreement, its term or its initial term.
Dates of other agreements, of periods in the past and of signatures are left alone.

A hint only, and only under the profiles of service levels: an end on the day of the start, a
version that is dated before the one it follows, a next review or an end of the term before the
draft was approved or last changed (days or months), and a date that lies twenty years after all
others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from clausewright.analysis.draft import Draft
from clausewright.lint_rules.dates.moments import out_of_turn
from clausewright.lint_rules.dates.out_of_order import out_of_order
from clausewright.lint_rules.rule import SLA_PROFILES, Bad, Finding, Good, Hit, NoOptions, Rule
from clausewright.model.facts import DateMention
from clausewright.model.finding import Severity
from clausewright.pattern import regex

_OWN_TERM = regex(
    r"\b(?:this|the) (?:agreement|contract|sla|service level agreement|initial term"
    r"|term)\b[^.;]{0,80}"
    r"\b(?:expires?|ends?|terminates?|until|remains?|continues?)\b",
    re.IGNORECASE,
)
_LABEL = regex(
    r"(?:agreement |contract )?(?P<kind>effective|start|commencement|end|expiry|expiration"
    r"|termination)"
    r"(?: date)?\s*[:|]?\s*$",
    re.IGNORECASE,
)
_OTHER = regex(
    r"\b(?:fiscal|year ended|dated|amended|predecessor|prior|previous|previously|original|born"
    r"|report|as of"
    r"|between)\b",
    re.IGNORECASE,
)


def check(draft: Draft, options: NoOptions, hits: tuple[Hit, ...]) -> Iterator[Finding]:  # noqa: ARG001
    """Speak where an end lies before the start it belongs to."""
    dated = [mention for mention in draft.dates if mention.date is not None]
    told: set[int] = set()
    levels = draft.profile.name in SLA_PROFILES
    for start, end in (
        *_same_sentence(draft, dated),
        *_labelled(draft, dated),
        *_own_term(draft, dated),
    ):
        if end.span.start in told or not start.date or not end.date:
            continue
        if end.date < start.date:
            told.add(end.span.start)
            yield Finding(
                end.span,
                f"the end {end.date.isoformat()} lies before the start {start.date.isoformat()}",
            )
        elif end.date == start.date and levels:
            told.add(end.span.start)
            yield Finding(end.span, "the end is the day of the start", severity=Severity.INFO)
    if levels:
        yield from _hints(draft, told)


def _hints(draft: Draft, told: set[int]) -> Iterator[Finding]:
    """Give hints on dates out of their order, each place once."""
    for finding in (*out_of_order(draft), *out_of_turn(draft)):
        if finding.span is not None and finding.span.start not in told:
            told.add(finding.span.start)
            yield finding


def _same_sentence(
    draft: Draft, dated: list[DateMention]
) -> Iterator[tuple[DateMention, DateMention]]:
    for start, end in pairwise(dated):
        if start.kind != "start" or end.kind != "end":
            continue
        between = draft.text[start.span.end : end.span.start]
        if len(between) > 90 or "\n" in between or re.search(r"[.;]\s", between):
            continue
        if not _OTHER.search(between):
            yield start, end


def _labelled(draft: Draft, dated: list[DateMention]) -> Iterator[tuple[DateMention, DateMention]]:
    """Pair "Start date: ..." with the "End date: ..." that follows it."""
    last: DateMention | None = None
    for mention in dated:
        match = _LABEL.search(draft.text[max(0, mention.span.start - 40) : mention.span.start])
        if match is None:
            continue
        if match["kind"].lower() in ("effective", "start", "commencement"):
            last = mention
        elif last is not None and mention.span.start - last.span.end < 300:
            yield last, mention


def _own_term(draft: Draft, dated: list[DateMention]) -> Iterator[tuple[DateMention, DateMention]]:
    """Pair the one effective date of the document with the end of its own term."""
    effective = {m.date: m for m in dated if m.kind == "effective"}
    if len(effective) != 1:
        return
    (start,) = effective.values()
    for mention in dated:
        if mention.kind != "end" or mention.span.start < start.span.start:
            continue
        sentence = draft.sentence_at(mention.span.start)
        before = draft.text[sentence.start : mention.span.start]
        if len(before) < 220 and _OWN_TERM.search(before) and not _OTHER.search(before):
            yield start, mention


RULE = Rule(
    code="DAT002",
    name="end-before-start",
    severity=Severity.ERROR,
    check=check,
    doc=__doc__ or "",
    help="Correct the year or the day of one of the two dates.",
    options=NoOptions(),
    always=True,
    examples=(
        Bad(
            "This Agreement commences on 1 March 2026 and ends on «28 February 2026».",
            instead="This Agreement commences on 1 March 2026 and ends on 28 February 2027.",
        ),
        Bad("Start date: 2026-07-01\n\nEnd date: «2025-06-30»"),
        Bad(
            "This Agreement is effective as of January 1, 2026.\n\n"
            "The Initial Term expires on «December 31, 2025»."
        ),
        Bad(
            "| Version | Date |\n|---|---|\n| 1.0 | 2026-03-01 |\n| 1.1 | «2025-04-01» |\n",
            note="A hint, as the next.",
        ),
        Bad("Last updated: 5 May 2026\n\nNext review: «1 January 2026»"),
        Bad(
            "**Approved:** March 2026\n\n**Next review:** «January 2026»\n\nThe portal is up.",
            note="A hint.",
        ),
        Good("| Version | Date |\n|---|---|\n| 2.0 | 2026-03-01 |\n| 1.1 | 2025-04-01 |\n"),
        Good("Last updated: 5 May 2026\n\nLast review: 1 January 2026"),
        Good("The pilot runs from 1 March 2026 until 31 May 2026."),
        Good(
            "This Agreement is effective as of 1 March 2026. It replaces the agreement that "
            "ended on "
            "31 December 2025.",
            note="The end belongs to another agreement.",
        ),
        Good(
            "The fees rest on the volumes from 1 January 2025 until 31 December 2025. This "
            "Agreement "
            "is effective as of 1 March 2026.",
            note="A period in the past.",
        ),
    ),
)
