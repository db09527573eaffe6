"""Which metrics of a draft somebody owes, and which a text only tells of.

A figure that is usual or an average so far, what counts as received the next day, how much work is
free, a result in the sample of a report, a step of a dispute, and what a thing is made for
("replicated to ensure high availability") are no promise, and a rule that asks for their window or
their consequence asks in vain.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from clausewright.analysis.draft import Draft
from clausewright.analysis.metric_cues import Cue
from clausewright.analysis.statements import Statement, statement_at
from clausewright.model.document import Block, BlockKind
from clausewright.model.facts import Dimension, Metric
from clausewright.pattern import regex

_USUAL = regex(
    r"\b(?:average|averages|averaged|typical|typically|usual|usually|normally|generally|"
    r"currently|historically|so far|to date|estimated|older than|expect(?:ed)? to)\b",
    re.IGNORECASE,
)
_MEASURED_SO = regex(
    r"\bbased on (?:statistic\w*|past|historic\w*|previous|our)\b"
    r"|\b(?:our|\w{2,20}['\u2019]s) (?:mean|average|median)\b[^.;]{0,60}\s(?:is|was|are|were)\b",
    re.IGNORECASE,
)
_USUAL_FIGURE = regex(
    r"\b(?:usually|typically|typical|on average|generally)\s"
    r"(?:\w{1,10}\s){0,4}?(?:[<>\u2264\u2265~]\s?)?\Z",
    re.IGNORECASE,
)
"""A word right before a figure by which it is what happens, whatever modal stands before."""
_WORK = regex(
    r"\sof\s(?:[\w-]{2,16}\s){0,2}?(?:support|work|consult\w{3,6}|training|labou?r|development"
    r"|assistance|effort|engineering|tuition|advice)\b(?!\s(?:requests?|tickets?|calls?|cases?"
    r"|incidents?|queries|quer\w{1,3}))",
    re.IGNORECASE,
)
"""What makes a duration an amount of work: "up to 4 hours of free support"."""
_NOTED = regex(
    r"\W{0,4}(?:(?:symptoms?|root causes?|issues?|problems?|examples?)\W{0,3}:"
    r"|for (?:example|instance)\b|e\.g\.)",
    re.IGNORECASE,
)
"""What opens an example, and labels of what went wrong or might."""
_CALLED = regex(r"\bconsider(?:s|ed)?\b[^.;]{0,80}\b(?:as|to be)\san?\b", re.IGNORECASE)
_RESULT = regex(r"[\w\s]{0,16}:\s{0,3}\d")
"""A figure that a colon and its result follow: "under 1 hour: 30 tickets"."""
_BUSINESS = regex(
    r"\b(?:disputes?|breach(?:es)?|violations?|sanctions?|enforcement|arbitration|mediation)\b",
    re.IGNORECASE,
)
"""Titles under which times are those of a procedure, not of the service."""
_SAMPLE = regex(
    r"\b(?:dashboards?|reports?|reporting|reviews?|samples?|examples?)\b", re.IGNORECASE
)
_SPENT = regex(r"\b(?:spend|spends|spending|spent|bill|bills|invoice|invoices)\b", re.IGNORECASE)
"""Time that work takes or costs is no time by which it is done."""
_PURPOSE = regex(
    r"[\W_]*(?:the|its|this|our)\spurposes?\b[^.;]{0,60}?\s(?:is|are)\b", re.IGNORECASE
)
_CURED = regex(
    r"\b(?:breach(?:es|ed)?|defaults?)\b[^.;]{0,80}\b(?:rectif|remed|cur)(?:ied|y|ed|e|ying|ing)\b",
    re.IGNORECASE,
)
"""A time in which a party may put a breach right is no time of a service."""
_OWED = regex(
    r"\b(?:shall|must|will|target|goal|guarantee[sd]?|commit(?:s|ted|ment)?|at least|at most|"
    r"no (?:more|less|later|longer) than|not exceed|maximum|minimum|within)\b|[<>\u2264\u2265]",
    re.IGNORECASE,
)
_OUT_OF_HOURS = regex(
    r"\b(?:received|sent|submitted|raised|logged|reported|made|arriv\w{1,4})\s(?:[\w,]{1,20}\s){0,4}?"
    r"(?:after|outside(?: of)?|out of|beyond|on)\s(?:[\w'\u2019]{1,20}\s){0,3}?"
    r"(?:hours?|weekends?|holidays?)\b",
    re.IGNORECASE,
)
_TOLD: Final = (_OUT_OF_HOURS, _MEASURED_SO, _CURED, _CALLED)
_MADE_FOR = regex(
    r"(?:\bto|\bin order to|\bso as to|\bdesigned to|\bintended to|\bhelps?|\baimed at|\bfor)\s"
    r"(?:help\s)?(?:ensur|provid|maintain|achiev|guarante|deliver|offer|support|minimi[sz]|"
    r"maximi[sz]|allow|enabl|improv|increas|promot|facilitat|reduc)(?:e|ing|t|y)?\b[^.;]{0,60}\Z",
    re.IGNORECASE,
)
_DENIES = regex(
    r"(?:\b(?:will|shall|does|do|is|are|can|must|need|may)\s?(?:not|never)\b|n['\u2019]t\b"
    r"|\bno\s(?:guarantee|obligation|warranty|duty)\b|\bnot\s(?:guarantee|obliged|warrant)\w*\b)"
    r"[^.;,]{0,60}\Z",
    re.IGNORECASE,
)
_DEFINES = regex(
    r"\b(?:means?|refers?\sto|is\sdefined\sas|are\sdefined\sas|consists?\sof)\b", re.IGNORECASE
)
_PART_OF_A_NAME = regex(
    r"\s(?:mode|cluster|setup|set-up|architecture|configuration|option|feature|zone|pair|group|"
    r"design|add-on)s?\b",
    re.IGNORECASE,
)
_PAST_TRIES = regex(
    r"\b(?:previous|prior|earlier|past|failed|your|their|any|such|no)\s(?:\w{3,12}\s)?\Z",
    re.IGNORECASE,
)
"""What stands before attempts that somebody made, where nobody promises one."""
_BOUND_TO = regex(
    r"\b(?:shall|must|will|agrees?|undertakes?|commit(?:s|ted)?|obliged|required|efforts|"
    r"endeavou?rs?|steps|strives?|aims?|tries|try|responsible)\b[^.;]{0,80}\Z",
    re.IGNORECASE,
)
LEVELS: Final = frozenset(
    {"availability", "error rate", "throughput", "latency", "response time", "resolution time"}
)
"""Metrics that are levels of a service by their name."""
_LEVELLED: Final = frozenset({Dimension.PERCENT, Dimension.SCORE, Dimension.COUNT, Dimension.RATE})


def owed_metrics(draft: Draft) -> Iterator[Metric]:
    """Give the metrics that a rule may speak of and that somebody owes."""
    for metric in draft.sure_metrics:
        statement = statement_at(draft.statements, metric.span.start)
        if is_only_told(statement, metric) or is_no_promise(statement, metric):
            continue
        if not is_of_other_business(draft, statement, metric):
            yield metric


def is_only_told(statement: Statement, metric: Metric) -> bool:
    """Tell a figure that is usual, and the rule for what comes in after hours."""
    if metric.target is not None and _is_aside(statement, metric):
        return True
    if statement.block.cell is not None:
        return False
    bounds = statement.span.start, statement.span.end
    if _PURPOSE.match(statement.text, *bounds) or _NOTED.match(statement.text, *bounds):
        return True
    if any(one.search(statement.text, *bounds) for one in _TOLD):
        return True
    if _SPENT.search(statement.text, statement.span.start, metric.span.end):
        return metric.target is not None
    return (
        metric.target is not None
        and _USUAL.search(statement.text, *bounds) is not None
        and not _OWED.search(statement.text, *bounds)
    )


def _is_aside(statement: Statement, metric: Metric) -> bool:
    """Tell a figure by the words right beside it: what is usual, and an amount of work."""
    quantity = metric.target.quantity if metric.target else None
    if quantity is None:
        return False
    before = statement.text[
        max(statement.span.start, quantity.span.start - 40) : quantity.span.start
    ]
    if _USUAL_FIGURE.search(before):
        return True
    timed = quantity.dimension is Dimension.DURATION
    return timed and bool(_WORK.match(statement.text, quantity.span.end, statement.span.end))


def is_of_other_business(draft: Draft, statement: Statement, metric: Metric) -> bool:
    """Tell a time of a dispute or an answer to a breach, and a figure in a sample report."""
    quantity = metric.target.quantity if metric.target else None
    titles = tuple(_titles(draft, statement.block))
    if any(map(_BUSINESS.search, titles)):
        return quantity is None or quantity.dimension is Dimension.DURATION
    return (
        quantity is not None
        and statement.block.kind is BlockKind.CODE
        and any(map(_SAMPLE.search, titles))
        and _RESULT.match(statement.text, quantity.span.end, statement.span.end) is not None
    )


def _titles(draft: Draft, block: Block) -> Iterator[str]:
    """Give the title over a block and those above it."""
    section = draft.document.section_of(block)
    while section is not None:
        if not section.run_in:
            yield section.title
        parent = section.parent
        section = draft.document.sections[parent] if parent is not None else None


def is_no_promise(statement: Statement, metric: Metric) -> bool:
    """Tell a purpose, a denial and a definition without a number from a promise."""
    if metric.target is not None:
        return False
    before = statement.text[statement.span.start : metric.span.start]
    if _PART_OF_A_NAME.match(statement.text, metric.span.end, statement.span.end):
        return True
    tried = statement.text.startswith("attempts ", metric.span.start)
    if tried and _PAST_TRIES.search(before):
        return True
    if _DENIES.search(before) or _DEFINES.search(before):
        return True
    if statement.has(Cue.REQUEST):
        return False
    made = _MADE_FOR.search(before)
    return made is not None and not _BOUND_TO.search(before[: made.start()])


def is_level(metric: Metric) -> bool:
    """Tell a level of service from work that recurs, from a notice and from a limit of work."""
    quantity = metric.target.quantity if metric.target else None
    if metric.name in LEVELS:
        return True
    return metric.name == "other" and quantity is not None and quantity.dimension in _LEVELLED
