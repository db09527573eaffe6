"""Business hours that nobody defined.

"Within 4 business hours" depends on when business opens, where, and on which holidays. Three
readings of the same promise can lie days apart. Define the hours with days, times and time zone.

Tolerated: hours given anywhere in the document (a definition, a line of opening hours, days of the
week), or said to be defined in another document. Support around the clock says what support hours
are, and nothing of business days. Each kind of hours is told once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from clausewright.analysis.draft import Draft
from clausewright.analysis.scan import readings
from clausewright.lint_rules.rule import SLA_PROFILES, Bad, Finding, Good, Hit, NoOptions, Rule
from clausewright.model.facts import Dimension, Metric
from clausewright.model.finding import Severity
from clausewright.model.span import Span
from clausewright.pattern import regex

ROUND_THE_CLOCK: Final = ("{24x7|24/7|24x7x365|24/7/365|24 x 7|365x24|24-7}",)
PHRASES: Final = (
    (
        "{monday|mon|sunday|sun} {to|through|until|-|\u2013|thru|till} "
        "{friday|fri|thursday|thu|saturday|sat|sunday|sun}"
    ),
    "{8x5|9x5|12x5|5x8}",
    *ROUND_THE_CLOCK,
    "{weekdays|public holidays|bank holidays|national holidays|time zone|days a week}",
)
_HOURS = regex(
    r"\b(?:business|biz|working|office|support|service|opening)\s(?:hours?|days?)\b", re.IGNORECASE
)
_OWN_DAYS = regex(r"(?:business|biz|working|office)\s", re.IGNORECASE)
_OPEN = regex(r"24\s?[x/-]\s?7|365")
_ALWAYS_OPEN = readings(ROUND_THE_CLOCK)
_DEFINED = regex(r"(?:business|working|office|support|service|opening|core)\s(?:hours?|days?)")


_APART: Final = 12
"""Characters between the time of opening and that of closing: "9:00 a.m. – 5:00 p.m."."""


def check(draft: Draft, options: NoOptions, hits: tuple[Hit, ...]) -> Iterator[Finding]:  # noqa: ARG001
    """Speak once of each kind of hours that a target counts in and nobody defined."""
    drafts = (draft, *draft.companions)
    said = {hit.phrase for one in drafts for hit in one.hits_of(RULE.code)}
    if not said <= _ALWAYS_OPEN or any(_has_hours(one) for one in drafts):
        return
    told: set[str] = set()
    for metric in draft.sure_metrics:
        words = _undefined_words(metric)
        if words is None or metric.window_span is None or _kind(words) in told:
            continue
        if not said or _says_nothing_of(draft, words, metric.window_span):
            told.add(_kind(words))
            yield Finding(
                metric.window_span, f'nothing says what "{words}" means: days, times, zone'
            )


def _says_nothing_of(draft: Draft, words: str, place: Span) -> bool:
    """Tell whether round-the-clock support leaves open what these hours are.

    A capitalised term is told as undefined (DEF001); hours and days round the clock in one sentence
    are told as two clocks (MET016).
    """
    sentence = draft.document.text_of(draft.sentence_at(place.start))
    named = all(word[0].isupper() for word in words.split())
    return _OWN_DAYS.match(words) is not None and not named and not _OPEN.search(sentence)


def _kind(words: str) -> str:
    return words.lower().removesuffix("s")


def _undefined_words(metric: Metric) -> str | None:
    found = _HOURS.search(metric.window or "")
    return found[0] if found else None


def _has_hours(draft: Draft) -> bool:
    if any(_DEFINED.search(term.name.lower()) for term in draft.terms):
        return True
    clocks = [one for one in draft.quantities if one.dimension is Dimension.TIME_OF_DAY]
    return any(one.high is not None for one in clocks) or any(
        0 < second.span.start - first.span.end <= _APART for first, second in pairwise(clocks)
    )


RULE = Rule(
    code="MET009",
    name="hours-undefined",
    severity=Severity.WARNING,
    check=check,
    doc=__doc__ or "",
    help="Define the hours: days of the week, opening times, time zone, holidays.",
    options=NoOptions(),
    phrases=PHRASES,
    always=True,
    profiles=SLA_PROFILES,
    examples=(
        Bad(
            "The Provider shall respond to each incident within 4 «business hours».",
            instead="The Provider shall respond to each incident within 4 business hours. Business "
            "hours are Monday to Friday, 09:00 to 17:00 CET.",
        ),
        Bad("| Priority | Resolution time |\n| --- | --- |\n| High | 2 «working days» |\n"),
        Bad("The Provider shall respond within 1 hour «during support hours»."),
        Good(
            '"Business Day" means a day on which banks in the City are open.\n\n'
            "The Provider shall resolve each request within 3 Business Days.",
        ),
        Good("Support is open 9am-5pm. The Provider shall respond within 2 business hours."),
        Good(
            "The Provider shall respond within 1 business day. Support hours depend on the plan; "
            "by default they are 9:00 a.m \u2013 5:00 p.m EST.",
        ),
        Bad(
            "Outages are answered within 1 hour, 24/7. The Provider shall resolve each request "
            "within 3 «business days»."
        ),
        Good("The Provider shall respond within 30 minutes, 24x7."),
        Good("Support is there 24/7. The Provider shall respond within 2 support hours."),
    ),
)
