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
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from clausewright.analysis.draft import Draft
from clausewright.analysis.metric_cues import Cue
from clausewright.analysis.scan import fold
from clausewright.analysis.statements import Statement
from clausewright.lint_rules.commitments import Level, commitments_of
from clausewright.lint_rules.numbers.repeated_statements import (
    classes_against_table,
    repeated_statements,
)
from clausewright.lint_rules.numbers.whole_service import levels_of_the_whole
from clausewright.lint_rules.rule import Bad, Finding, Good, Hit, NoOptions, Rule
from clausewright.model.document import BlockKind
from clausewright.model.facts import Dimension, Metric, Quantity
from clausewright.model.finding import Severity
from clausewright.model.topics import OLA
from clausewright.pattern import regex

PHRASES = (
    "uptime",
    "{service|system|network|monthly|platform|portal|application} availability",
    "{is|be|are} available",
    "availability {of|at|level|target|percentage|commitment|shall|is}",
    "percent availability",
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
    if hits:
        yield from _headings(draft)
        yield from _names(draft)
        yield from levels_of_the_whole(draft)
    yield from repeated_statements(draft)
    yield from classes_against_table(draft)
    yield from _documents(draft)


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
            line = draft.document.position(first[0].span.start).line
            yield Finding(
                metric.span,
                f'"{metric.label}" is {value:g}% here and {first[1]:g}% in line {line}',
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
                line = other.document.position(theirs.metric.span.start).line
                yield Finding(
                    mine.quantity.span,
                    f'"{mine.metric.label}" is {mine.shown} here and {theirs.shown} in'
                    f" {other.document.name}, line {line}",
                    help=_which_prevails((draft, *draft.companions)),
                )


def _which_prevails(drafts: Sequence[Draft]) -> str | None:
    """Name the clause that decides between the documents of an agreement, if there is one."""
    for draft in drafts:
        topic = draft.topics.get("precedence")
        if topic is not None:
            line = draft.document.position(topic.span.start).line
            return (
                "write one value in one place; until then the order of precedence decides:"
                f" {draft.document.name}, line {line}"
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
    phrases=PHRASES,
    always=True,
    examples=(
        Bad(
            "## Levels\n\nThe Provider guarantees that the service will be available 99.9% of each "
            "month.\n\n## Reports\n\nThe «availability of the service shall be at least 99.5%» in "
            "each month.\n",
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
