"""A commitment on performance without a number.

"The Supplier shall respond promptly" cannot be measured, so it cannot be missed, and no credit,
report or escalation can hang on it. Say a number with its unit.

Tolerated: what a thing is made for ("replicated to ensure high availability"); a level that another
page gives, which the sentence names; a commitment whose sentence, or the next, sets a number; one
that leads to a list, table or section; one that a table sets for each class. Several in one table
or list are told once. Words that WRD001 and WRD002 speak of ("promptly", "reasonable efforts") are
left to those rules where they are on.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final

from clausewright.analysis.draft import Draft
from clausewright.analysis.metric_cues import Cue
from clausewright.analysis.statements import statement_after, statement_at
from clausewright.lint_rules.metrics.groups import and_more, by_place, quoted
from clausewright.lint_rules.metrics.owed import owed_metrics
from clausewright.lint_rules.rule import SLA_PROFILES, Bad, Finding, Good, Hit, NoOptions, Rule
from clausewright.lint_rules.wording import vague_effort, vague_time
from clausewright.model.document import Block, BlockKind
from clausewright.model.facts import Dimension, Metric
from clausewright.model.finding import Severity
from clausewright.model.span import Span
from clausewright.pattern import regex

_SAID_BY: Final = (vague_time, vague_effort)
"""Rules that tell the vague words themselves; where they speak, the words are left to them."""
_VAGUE: Final = (Cue.VAGUE_TIME, Cue.VAGUE_EFFORT, Cue.VAGUE_LEVEL, Cue.FREQUENCY)
_MEASURED: Final = frozenset({Dimension.DURATION, Dimension.PERCENT})
_LEADS_TO = regex(
    r":\s*$|\b(?:as|the|times?|targets?|levels?|table|list|schedule)\s(?:listed|specified|set out|"
    r"stated|shown|given|defined|agreed|below|following|follows)\b|\b"
    r"(?:in|by|under|to|within) (?:the )?(?:(?:committed|contracted|target)\s"
    r"(?:times?|timeframes?|levels?|targets?)|table|schedule|annex|appendix|exhibit|"
    r"section|clause|order form|rider|cover page|page|policy|website)\b"
    r"|\b(?:listed|specified|set out|stated|shown|given|defined|agreed|published|described|found|"
    r"posted)\s(?:in|on|at|under|by)\s(?:the|our|its|your|an?|this|each)\b",
    re.IGNORECASE,
)


_NAMED_LEVEL = regex(
    r"[\w,;:)`*]\s[`*_]{0,2}(?:[A-Z][\w-]*\s){1,3}(?:Time|Rate|Level|Interval|Percentage|Commitment|"
    r"Target)s?\b"
)
"""A level with a name of its own, which a definition or an order form sets."""


_TOLD_BY_EVENT: Final = frozenset({"notice", "update interval"})
_UPON = regex(
    r"\b(?:upon|on (?:completion|resolution|request)|in advance of|real-?\s?time"
    r"|continuous\w{0,2})\b",
    re.IGNORECASE,
)
"""When a message comes, where that is an event or always and no number."""
_GOALS = regex(
    r"(?<!level )(?<!target )\b(?:goals?|objectives|purpose|aims?|vision|mission|benefits)\b",
    re.IGNORECASE,
)
_WORDS_OF: Final = {
    "availability": regex(r"avail|up-?\s?time|online|up and running|accessib|reach", re.IGNORECASE),
    "response time": regex(
        r"respon|acknowledg|repl|answer|react|contact|assess|triage|attend", re.IGNORECASE
    ),
    "resolution time": regex(
        r"resol|restor|repair|fix|correct|remed|rectif|recover|work-?\s?around|turn-?\s?around"
        r"|discretion|complexity|effort",
        re.IGNORECASE,
    ),
    "update interval": regex(r"updat|refresh|status|inform|posted", re.IGNORECASE),
    "notice": regex(r"noti|inform|announc|advance|alert|warn|communicat|report", re.IGNORECASE),
    "latency": regex(r"latenc|load|respon|fast|speed", re.IGNORECASE),
}
"""Words by which a reader sees which metric is meant."""


def check(draft: Draft, options: NoOptions, hits: tuple[Hit, ...]) -> Iterator[Finding]:  # noqa: ARG001
    """Speak of each metric without a target."""
    unset = (
        one
        for one in owed_metrics(draft)
        if one.target is None
        and not _is_only_listed(draft, one)
        and not _is_set_nearby(draft, one)
        and not _is_left_open(draft, one)
        and not _is_a_goal(draft, one)
        and not _is_told(draft, one)
    )
    for metric, count in by_place(draft, unset):
        yield Finding(
            metric.span,
            f"{quoted(draft, metric)} sets no number for {_of(draft, metric)}{and_more(count)}",
        )


def _is_only_listed(draft: Draft, metric: Metric) -> bool:
    """Tell "- Request volume" in a list of what is watched from a promise in vague words."""
    statement = statement_at(draft.statements, metric.span.start)
    listed = statement.block.kind is BlockKind.ITEM and not statement.has(Cue.PROMISE)
    if listed and not _is_promised_above(draft, statement.block):
        return True
    if any(metric.span.overlaps(place) for place in statement.places(*_VAGUE)):
        return False
    if metric.name == "other" and statement.block.cell is None:
        return True
    listed = listed and not statement.has(*_VAGUE)
    return listed and ":" not in statement.text[statement.span.start : statement.span.end]


def _is_promised_above(draft: Draft, block: Block) -> bool:
    """Tell whether the words over a list promise it: "We guarantee:", "The Provider shall:"."""
    blocks = draft.document.blocks
    at = block.index
    while at and blocks[at].kind is BlockKind.ITEM:
        at -= 1
    above = blocks[at]
    if above.kind in {BlockKind.HEADING, BlockKind.ITEM}:
        return False
    last = statement_at(draft.statements, max(above.span.start, above.span.end - 1))
    return last.has(Cue.PROMISE)


def _is_left_open(draft: Draft, metric: Metric) -> bool:
    """Tell a number or a date that is still to be filled in, which other rules tell."""
    block = draft.document.block_at(metric.span.start)
    before = draft.text[block.span.start : metric.span.start]
    if before.rfind("[") > before.rfind("]") or "__" in draft.document.text_of(metric.span):
        return True  # inside a note in brackets, or a line to write on
    around = block.span if block.cell is not None else draft.sentence_at(metric.span.start)
    places = draft.open_places
    first = bisect_left(places, around.start, key=lambda one: one.span.end)
    return first < len(places) and places[first].span.start < around.end


def _is_a_goal(draft: Draft, metric: Metric) -> bool:
    """Tell what stands under a title on goals, the event of a message, and an order of events."""
    if metric.name in _TOLD_BY_EVENT and _UPON.search(
        draft.text, metric.span.start, metric.span.end
    ):
        return True
    said = draft.document.text_of(metric.span).lower()
    if said == "in advance" and draft.text.startswith(" of", metric.span.end):
        return True  # nobody is told; one thing comes before another
    section = draft.document.section_of(draft.document.block_at(metric.span.start))
    return section is not None and _GOALS.search(section.title) is not None


def _is_told(draft: Draft, metric: Metric) -> bool:
    """Tell whether another rule speaks of the vague words of a commitment."""
    for said_by in _SAID_BY:
        near = _near(draft.hits_of(said_by.RULE.code), metric.span)
        if near and any(said_by.check(draft, said_by.RULE.options, near)):
            return True
    return False


def _near(hits: Sequence[Hit], around: Span) -> tuple[Hit, ...]:
    """Give the hits that touch a span, out of many in order."""
    first = bisect_left(hits, around.start, key=lambda one: one.span.start)
    last = bisect_left(hits, around.end, key=lambda one: one.span.start)
    return tuple(one for one in hits[max(0, first - 3) : last] if one.span.overlaps(around))


def _is_set_nearby(draft: Draft, metric: Metric) -> bool:
    """Tell whether the sentence leads to a number: in the next sentence, a list or a table."""
    statement = statement_at(draft.statements, metric.span.start)
    if statement.block.cell is not None:
        return False
    bounds = statement.span.start, statement.span.end
    if _LEADS_TO.search(draft.text, *bounds) or _NAMED_LEVEL.search(draft.text, *bounds):
        return True
    after = statement_after(draft.statements, metric.span.start)
    return (
        after is not None
        and after.block is statement.block
        and any(one.dimension in _MEASURED for one in after.quantities)
    )


def _of(draft: Draft, metric: Metric) -> str:
    """Name the metric where its words do: what "is implemented" need not be a resolution."""
    words = _WORDS_OF.get(metric.name)
    if words is None or not words.search(draft.text, metric.span.start, metric.span.end):
        return "this commitment"
    return f"the {metric.name}"


RULE = Rule(
    code="MET001",
    name="no-target",
    severity=Severity.WARNING,
    check=check,
    doc=__doc__ or "",
    help="Set a number with its unit and say what it is counted from, or leave the promise out.",
    options=NoOptions(),
    profiles=SLA_PROFILES,
    examples=(
        Bad(
            "The Supplier shall «respond promptly» to each incident.",
            instead="The Supplier shall respond to each incident within 30 minutes of its report.",
        ),
        Bad(
            "The Provider will use «reasonable efforts to resolve» each support request.",
            instead="The Provider will resolve each support request within 2 business days.",
        ),
        Bad(
            "| Priority | Response time | Resolution time |\n"
            "| --- | --- | --- |\n"
            "| High | 1 hour | «Best effort» |\n",
            instead="| Priority | Response time | Resolution time |\n"
            "| --- | --- | --- |\n"
            "| High | 1 hour | 8 hours |\n",
        ),
        Good(
            "The Supplier shall respond promptly to each incident, and in any case within 30 "
            "minutes.",
            note="The limit is measured; the word only asks for more.",
        ),
        Good("The Supplier shall respond to each incident within the hour: within 45 minutes."),
        Bad(
            "The «availability of the portal is a service level» of this agreement.",
            instead="The availability of the portal is a service level of this agreement: at least "
            "99.5% in each month.",
        ),
        Bad(
            "| Metric | Target |\n| --- | --- |\n| Availability | 99.5% |\n| «Error rate» | |\n",
        ),
        Good(
            "The Supplier shall respond promptly to each incident. The response time of an urgent "
            "incident is 30 minutes.",
        ),
        Good("The Supplier shall respond to each incident promptly within the times listed below."),
        Good("The Agency will not attempt to correct errors in texts of the Client promptly."),
        Good(
            "The following figures are watched:\n\n- Request volume by type\n"
            "- Resource utilization\n",
            note="A list of what is watched promises nothing.",
        ),
        Good("Some components need a special high availability mode of operation."),
        Good("The supporting team shall respond promptly within committed timeframes."),
        Good("Engineers refer reports to the triage process of the team as needed."),
        Good("Emergency Work means work of which the Provider tells users as soon as it can."),
        Good("For urgent tickets the Provider responds in the Urgent Response Time."),
        Good("Target uptime: [__]% in each month.", note="DRF001 tells what is left open."),
        Good("## Goals\n\nThe goals of this agreement are high availability and fast answers."),
        Good(
            "Our operations centre offers:\n\n- proactive issue detection and resolution\n"
            "- real-time incident updates\n",
            note="A list of what is done, which no lead-in promises.",
        ),
        Good("| Class | Message |\n| --- | --- |\n| High | Notification upon resolution |\n"),
        Good("A ticket describes previous attempts to resolve the fault."),
        Good(
            "The Provider shall ensure that conflicts between changes are found and resolved in "
            "advance of implementation.",
            note="An order of events, and no notice.",
        ),
        Good(
            "The platform runs in two data centres to ensure high availability.",
            note="What a thing is made for.",
        ),
        Good(
            "The Provider shall host the portal with an uptime of no less than the Uptime Level "
            "stated on the cover page.",
            note="The level stands on a page that the sentence names.",
        ),
        Good(
            "The Customer shall report each incident promptly.",
            note="A duty of the customer is no service level.",
        ),
    ),
)
