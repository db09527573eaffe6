"""Two values for the same level.

Where a heading speaks of 99.99% and the sentence under it of 99.9%, or one name is worth 99.5% here
and 99.9% there, the parties have agreed on neither.

Compared are levels of availability: that of a heading with the one level of its own text, and two
promises under one name ("Monthly Uptime Percentage"), or on the service as a whole, that no
service, plan, class or list tells apart. A target and a lower minimum beside it are two levels, not
a contradiction. Compared too are a duty that two sections state in the same words with another
number, and the time that a sentence gives a class with the one of the only table of classes. In a
set of files read as one agreement, each level of which two documents give one value is compared,
but for operational levels, which are tighter on purpose (MET018).

Under the profiles of service levels a warning tells what cannot hold together: a higher percentile
with the shorter time, a smaller share for the longer time, and backups made more seldom than the
recovery point needs (unless changes are replicated or logged between them).

A hint only, and only under the profiles of service levels, because two cases may be meant: one
question that two sections answer with two numbers (by when to claim, the notice of maintenance or
termination, the term, business and support hours, when invoices are due, how long backups are kept,
the cap on credits or liability), a level or the time of a class with two values, support both
around the clock and on weekdays, reviews and reports in two intervals, two days on which the
agreement takes effect, a month of thirty days beside a calendar month, and a number that announces
more or fewer entries than follow.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from clausewright.analysis.draft import Draft
from clausewright.analysis.metric_cues import Cue
from clausewright.analysis.scan import fold, readings
from clausewright.analysis.statements import Statement
from clausewright.lint_rules.commitments import Level, commitments_of
from clausewright.lint_rules.numbers import (
    announced_counts,
    how_often,
    questions,
    two_readings,
)
from clausewright.lint_rules.numbers.asked_once import answered_twice
from clausewright.lint_rules.numbers.levels_twice import levels_given_twice
from clausewright.lint_rules.numbers.percentiles import in_statements
from clausewright.lint_rules.numbers.recovery_points import too_few_backups
from clausewright.lint_rules.numbers.repeated_statements import (
    classes_against_table,
    repeated_statements,
)
from clausewright.lint_rules.numbers.whole_service import levels_of_the_whole
from clausewright.lint_rules.rule import Bad, Finding, Good, Hit, NoOptions, Rule
from clausewright.model.document import BlockKind
from clausewright.model.facts import Dimension, Metric, Quantity
from clausewright.model.finding import Severity
from clausewright.model.topics import OLA, SLA_PROFILES
from clausewright.pattern import regex

PHRASES = (
    "uptime",
    "{service|system|network|monthly|platform|portal|application} availability",
    "{is|be|are} available",
    "availability {of|at|level|target|percentage|commitment|shall|is}",
    "percent availability",
)
_NAMES, _QUESTIONS, _COUNTS, _READINGS, _OFTEN = (
    readings(phrases)
    for phrases in (
        PHRASES,
        questions.PHRASES,
        announced_counts.PHRASES,
        two_readings.PHRASES,
        how_often.PHRASES,
    )
)
_TWO_LEVELS = regex(r"\b(?:minimum|expected|target|internal|objective|goal|aim)\b", re.IGNORECASE)
_SEVERAL = regex(
    r"\b(?:plan|package|tier|standard|basic|premium|professional|enterprise|gold|silver|bronze|"
    r"region|zone|production|development|non-production|environment|each of|respectively|multi|"
    r"single)\b",
    re.IGNORECASE,
)


def check(draft: Draft, options: NoOptions, hits: tuple[Hit, ...]) -> Iterator[Finding]:  # noqa: ARG001
    """Speak of headings and names that have two levels."""
    sure: list[Finding] = []
    if any(hit.phrase in _NAMES for hit in hits):
        sure += (*_headings(draft), *_names(draft), *levels_of_the_whole(draft))
    sure += (*repeated_statements(draft), *classes_against_table(draft), *_documents(draft))
    yield from sure
    if draft.profile.name in SLA_PROFILES:
        doubted = (*in_statements(draft, draft.statements), *too_few_backups(draft))
        yield from doubted
        sure += doubted
        told = [one.span for one in sure if one.span is not None]
        for hint in _hints(draft, hits):
            if hint.span is not None and not any(span.overlaps(hint.span) for span in told):
                told.append(hint.span)
                yield hint


def _hints(draft: Draft, hits: tuple[Hit, ...]) -> Iterator[Finding]:
    """Give what two places say differently, where they may speak of two cases."""
    yield from levels_given_twice(draft)
    yield from answered_twice(draft, [h for h in hits if h.phrase in _QUESTIONS])
    yield from announced_counts.miscounted(draft, [h for h in hits if h.phrase in _COUNTS])
    yield from two_readings.read_in_two_ways(draft, [h for h in hits if h.phrase in _READINGS])
    yield from how_often.said_twice(draft, [h for h in hits if h.phrase in _OFTEN])
    yield from how_often.two_beginnings(draft)


def _level(statement: Statement) -> list[Quantity]:
    return [
        one
        for one in statement.quantities
        if one.dimension is Dimension.PERCENT and 90 <= one.value <= 100 and one.high is None
    ]


def _headings(draft: Draft) -> Iterator[Finding]:
    """Compare the level in a heading with the one level that its text speaks of."""
    statements = draft.statements
    for at, heading in enumerate(statements):
        levels = _level(heading)
        if heading.block.kind is not BlockKind.HEADING or len(levels) != 1:
            continue
        if not heading.has(Cue.CONDITION, Cue.AVAILABILITY):
            continue
        below = _text_under(statements[at + 1 :])
        said = [quantity for statement in below for quantity in _level(statement)]
        values = {quantity.value for quantity in said}
        about = any(one.has(Cue.AVAILABILITY) for one in below)
        if about and len(values) == 1 and levels[0].value not in values:
            yield Finding(
                levels[0].span,
                f"the heading says {levels[0].value:g}%, its text {said[0].value:g}%",
            )


def _text_under(statements: Sequence[Statement]) -> list[Statement]:
    """Give the paragraphs right under a heading, none where a list or table follows."""
    found: list[Statement] = []
    for statement in statements:
        if statement.block.kind is BlockKind.HEADING:
            break
        if statement.block.kind is not BlockKind.PARAGRAPH:
            return []
        found.append(statement)
    return found


def _names(draft: Draft) -> Iterator[Finding]:
    """Compare promises under one name, each in a sentence of its own."""
    promised: dict[str, tuple[Metric, float]] = {}
    for metric in draft.sure_metrics:
        value = _promised(draft, metric)
        if value is None:
            continue
        name = fold(metric.label)
        first = promised.setdefault(name, (metric, value))
        if abs(first[1] - value) > 1e-9:
            line = draft.document.line_name(first[0].span.start)
            yield Finding(
                metric.span,
                f'"{metric.label}" is {value:g}% here and {first[1]:g}% in {line}',
            )


def _promised(draft: Draft, metric: Metric) -> float | None:
    target = metric.target
    if metric.name != "availability" or target is None or target.unit != "%":
        return None
    block = draft.document.block_at(metric.span.start)
    if block.kind is not BlockKind.PARAGRAPH or len(metric.label.split()) < 2:
        return None
    if metric.service or not metric.label[:1].isupper() or target.comparator in {"<", "<="}:
        return None
    sentence = draft.document.text_of(draft.sentence_at(metric.span.start))
    section = draft.document.section_of(block)
    title = section.title if section else ""
    if block.number is not None or fold(metric.label) not in fold(sentence):
        return None
    if _TWO_LEVELS.search(sentence) or _SEVERAL.search(f"{sentence} {title}"):
        return None
    return target.value


def _documents(draft: Draft) -> Iterator[Finding]:
    """Compare each level with that of the same name in the documents before this one."""
    if not draft.earlier:
        return
    own = commitments_of(draft)
    told: set[Level] = set()
    for other in draft.earlier:
        if (draft.profile.name == OLA) != (other.profile.name == OLA):
            continue
        for level, theirs in commitments_of(other).items():
            mine = own.get(level)
            if mine is None or level in told or mine.label != theirs.label:
                continue
            if mine.quantity.base != theirs.quantity.base and mine.measures_like(theirs):
                told.add(level)
                line = other.document.line_name(theirs.metric.span.start)
                yield Finding(
                    mine.quantity.span,
                    f'"{mine.metric.label}" is {mine.shown} here and {theirs.shown} in'
                    f" {other.document.name}, {line}",
                    help=_which_prevails((draft, *draft.companions)),
                )


def _which_prevails(drafts: Sequence[Draft]) -> str | None:
    """Name the clause that decides between the documents of an agreement, if there is one."""
    for draft in drafts:
        topic = draft.topics.get("precedence")
        if topic is not None:
            line = draft.document.line_name(topic.span.start)
            return (
                "write one value in one place; until then the order of precedence decides:"
                f" {draft.document.name}, {line}"
            )
    return None


RULE = Rule(
    code="NUM002",
    name="contradicting-values",
    severity=Severity.ERROR,
    check=check,
    doc=__doc__ or "",
    help="Choose one value and write it in one place; refer to it elsewhere.",
    options=NoOptions(),
    phrases=(
        *PHRASES,
        *questions.PHRASES,
        *announced_counts.PHRASES,
        *two_readings.PHRASES,
        *how_often.PHRASES,
    ),
    always=True,
    examples=(
        Bad(
            "## Levels\n\nThe Provider guarantees that the service will be available 99.9% of each "
            "month.\n\n## Reports\n\nThe «availability of the service shall be at least 99.5%» in "
            "each month.\n",
        ),
        Bad(
            "Latency shall not exceed 200 ms at the 95th percentile and «150 ms» at the 99th "
            "percentile in each month.",
            instead="Latency shall not exceed 200 ms at the 95th percentile and 400 ms at the 99th "
            "percentile in each month.",
            note="A warning, as the two that follow.",
        ),
        Bad("The Provider shall resolve 90% of incidents within 4 hours and «80%» within 8 hours."),
        Bad("The RPO is 4 hours. The Provider shall make backups «daily»."),
        Good("The RPO is 24 hours. The Provider shall make backups daily."),
        Good(
            "The RPO is 15 minutes. The Provider shall make backups daily and shall replicate each "
            "transaction to a second site.",
        ),
        Good(
            "The Provider shall resolve 90% of incidents within 4 hours and 99% within 8 hours.",
        ),
        Bad(
            "## Claims\n\nThe Customer shall claim a credit within 30 days after the month.\n\n"
            "## Forms\n\nA credit request is sent to the desk within «10 days».",
            note="A hint, as all that follow here.",
        ),
        Bad(
            "## Faults\n\nThere are «three levels»:\n\n- high\n- medium\n- low\n- cosmetic",
            instead="## Faults\n\nThere are four levels:\n\n- high\n- medium\n- low\n- cosmetic",
        ),
        Bad(
            "## Help\n\nSupport is given 24/7.\n\n## Team\n\nThe support team works "
            "«Monday to Friday»."
        ),
        Bad(
            "## Term\n\nThis agreement is reviewed once a year.\n\n## Review\n\nThe parties review "
            "this agreement «every six months»."
        ),
        Bad(
            "## Term\n\nThis agreement takes effect on 1 March 2026.\n\n## Validity\n\n"
            "The agreement is effective from «1 April 2026»."
        ),
        Bad(
            "## Credits\n\nCredits are limited to 15% of the monthly fee.\n\n## Limits\n\n"
            "In no month shall credits exceed «30%» of the monthly fee."
        ),
        Bad(
            '"Month" means a calendar month.\n\n## Formula\n\nUptime is taken over a '
            "«month of 30 days»."
        ),
        Bad(
            "## Recovery\n\nThe recovery time objective is 4 hours.\n\n## Disaster\n\n"
            "The recovery time objective is «12 hours»."
        ),
        Good(
            "## Works\n\nPlanned maintenance is announced 5 days in advance.\n\n## Urgent works\n\n"
            "Emergency maintenance is announced 2 hours in advance.",
            note="Two kinds of work.",
        ),
        Good(
            "## Help\n\nSupport is given 24/7 for critical faults.\n\n## Team\n\nThe support team "
            "works Monday to Friday."
        ),
        Good(
            "## Faults\n\nWe answer within two business days:\n\n- by mail\n- by phone\n- by chat"
        ),
        Good(
            "## Levels\n\nThe service will be available 99.9% of each month.\n\n## Premium plan\n\n"
            "The availability of the service shall be at least 99.95% in each month.\n",
        ),
        Bad(
            "## Logs\n\nThe Provider shall store the audit records of the portal for 12 months.\n\n"
            "## Security\n\n"
            "The Provider shall store the audit records of the portal for «6 months»."
        ),
        Bad(
            "| Severity | Response time |\n| --- | --- |\n| Severity 1 | 30 minutes |\n"
            "| Severity 2 | 4 hours |\n\n## Desk\n\n"
            "The desk shall respond to each Severity 2 incident within «6 hours»."
        ),
        Good(
            "## Class A\n\nThe desk shall answer each reported fault of this class within 2 hours."
            "\n\n## Class B\n\nThe desk shall answer each reported fault of this class within 6 "
            "hours.\n\n## Class C\n\nThe desk shall answer each reported fault of this class "
            "within 9 hours.",
            note="The same sentence in three sections speaks of three things.",
        ),
        Good(
            "## Hosting\n\nThe Provider shall keep the daily backups of its customers for 30 days. "
            "The Provider shall check the daily backups of its customers within 2 days.\n\n"
            "## Archive\n\n"
            "The Provider shall keep the daily backups of its customers for 90 days. "
            "The Provider shall check the daily backups of its customers within 5 days.",
            note="Two services described in the same words.",
        ),
        Bad(
            "## What if uptime falls below «99.99%»?\n\n"
            "If uptime falls below 99.9% in a month, you may ask for a credit.",
            instead="## What if uptime falls below 99.9%?\n\n"
            "If uptime falls below 99.9% in a month, you may ask for a credit.",
        ),
        Bad(
            "The Monthly Uptime Percentage shall be at least 99.5%.\n\n## Credits\n\n"
            "The Provider keeps the Monthly «Uptime Percentage at or above 99.9%».",
        ),
        Bad(
            "## 99.5% availability\n\nThe portal is available 99% of each month.".replace(
                "99.5%", "«99.5%»"
            )
        ),
        Good(
            "The Monthly Uptime Percentage of the Gold plan shall be at least 99.9%.\n\n"
            "## Silver\n\n"
            "The Monthly Uptime Percentage of the Silver plan shall be at least 99.5%.",
            note="Two plans have two levels.",
        ),
        Good("## 99.9% uptime\n\nUptime is 99.9% in each month. Below 99% you may terminate."),
        Good(
            "The Expected Service Level is 99.9% availability. The Minimum Service Level is 99.5% "
            "availability.",
        ),
    ),
)
