"""A sum that comes out wrong.

Lead goals, totals and equivalents are computed once by hand and then relied on for years: "10,000
/ 500 = 25 sales", "24 months (three years)", a total that its rows do not add up to. Whoever reads
only the result agrees to another deal.

Recomputed are sums written out with their result, equivalents of a time in brackets right after it
("36 months (3 years)", months taken as 28 to 31 days), and totals of table columns. In words are
recomputed a yearly fee of monthly instalments, a count for a period and the same count for a longer
one ("50 a week, that is 100 a month"), the leads that a revenue goal needs, misses counted out of
fewer periods ("four of any three months"), and under the profiles of service levels the level that
parts in series reach and the one that mean times between failures and to repair give. Results may
be rounded. Business days are not turned into days.
Sums in sentences on credits are told by CRD008. Under the profiles of service levels a hint tells a
formula that divides a difference by its first part without brackets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from clausewright.analysis.draft import Draft
from clausewright.analysis.equations import equations
from clausewright.analysis.scan import readings
from clausewright.lint_rules.numbers import counts_out_of
from clausewright.lint_rules.numbers.cells import number_in
from clausewright.lint_rules.numbers.derived_levels import (
    REPAIRS,
    SERIES,
    level_from_repairs,
    levels_of_parts,
)
from clausewright.lint_rules.numbers.formulas import missing_brackets
from clausewright.lint_rules.numbers.sums_in_words import sums_in_words
from clausewright.lint_rules.rule import SLA_PROFILES, Bad, Finding, Good, Hit, NoOptions, Rule
from clausewright.model.document import BlockKind
from clausewright.model.facts import Dimension, Quantity, Table, TableCell
from clausewright.model.finding import Severity
from clausewright.model.span import Span
from clausewright.pattern import regex

_EQUALS_SIGN = regex(r"=")
_CREDIT = regex(r"\b(?:credit|refund|penalt|compensation|claim)", re.IGNORECASE)
_OPENS = regex(r"\s?\((?:i\.e\.,?\s|that is,?\s|or\s|=\s?|equal to\s)?")
_THAT_IS = regex(
    r",?\s(?:that is|i\.e\.|which (?:is|makes|equals)|equal to|or a total of),?\s(?:a total of\s)?",
    re.IGNORECASE,
)
_CLOSES = regex(r"\s?\)")
_TOTAL = regex(r"[\s*_]*(?:grand\s)?total\b", re.IGNORECASE)
_ADJUSTS = regex(r"^[\s*_-]*$|\b(?:discount|less|net|minus|rebate|sum|of which)\b", re.IGNORECASE)
"""A row without a name, or one that is taken off: what stands under it is no plain sum."""
_EXACT = frozenset(("second", "minute", "hour", "day", "week"))
_SLACK = 0.07  # of a time: the length of a month is a matter of reading

_EQUALS: Final = ("equals", "is equal to")
_RESULTS, _PERIODS, _SERIES, _REPAIRS = (
    readings(phrases) for phrases in (_EQUALS, counts_out_of.PHRASES, SERIES, REPAIRS)
)


def check(draft: Draft, options: NoOptions, hits: tuple[Hit, ...]) -> Iterator[Finding]:  # noqa: ARG001
    """Recompute sums, equivalents and totals."""
    yield from _sums(draft, [hit for hit in hits if hit.phrase in _RESULTS])
    yield from _equivalents(draft)
    yield from sums_in_words(draft)
    for sentence in {draft.sentence_at(h.span.start): None for h in hits if h.phrase in _PERIODS}:
        yield from counts_out_of.more_than_all(draft, sentence)
    if draft.profile.name in SLA_PROFILES:
        yield from missing_brackets(draft)
        yield from levels_of_parts(draft, [hit for hit in hits if hit.phrase in _SERIES])
        yield from level_from_repairs(draft, [hit for hit in hits if hit.phrase in _REPAIRS])
    for table in draft.tables:
        yield from _totals(table)


def _sums(draft: Draft, hits: Sequence[Hit]) -> Iterator[Finding]:
    done = -1
    signs = [sign.start() for sign in _EQUALS_SIGN.finditer(draft.text)]
    for sign in sorted([*signs, *(hit.span.start for hit in hits)]):
        sentence = draft.sentence_at(sign)
        if sentence.start == done or _CREDIT.search(draft.document.text_of(sentence)):
            continue
        done = sentence.start
        for equation in equations(draft.text, sentence):
            if not equation.holds:
                yield Finding(
                    equation.result_span,
                    f"{equation.left} is {equation.right:,.10g}; the text says {equation.said}",
                )


def _equivalents(draft: Draft) -> Iterator[Finding]:
    for first, second in zip(draft.quantities, draft.quantities[1:], strict=False):
        if not _is_equivalent(draft.text, first, second):
            continue
        if draft.document.block_at(first.span.start).kind is BlockKind.CELL:
            continue  # two times in one cell are often two targets
        if abs(first.base - second.base) > _slack(first, second):
            closed = _CLOSES.match(draft.text, second.span.end)
            yield Finding(
                Span(first.span.start, closed.end() if closed else second.span.end),
                f"{first.value:g} {first.unit} are not {second.value:g} {second.unit}",
            )


def _slack(first: Quantity, second: Quantity) -> float:
    """Give how far two times may differ: units up to the week by the rounding of the second."""
    if any(one.unit.rstrip("s") not in _EXACT for one in (first, second)):
        return _SLACK * max(first.base, second.base)
    return 0.51 * second.base / (second.value or 1.0) * 10.0**-second.decimals


def _is_equivalent(text: str, first: Quantity, second: Quantity) -> bool:
    pair = (first, second)
    if any(one.dimension is not Dimension.DURATION or one.business for one in pair):
        return False
    if any(one.high is not None or one.placeholder for one in pair):
        return False
    if first.unit.rstrip("s") == second.unit.rstrip("s") or second.comparator is not None:
        return False
    if _THAT_IS.fullmatch(text, first.span.end, second.span.start):
        return True
    opened = _OPENS.fullmatch(text, first.span.end, second.span.start)
    return opened is not None and _CLOSES.match(text, second.span.end) is not None


def _totals(table: Table) -> Iterator[Finding]:
    rows = [row for row in table.rows[table.header_rows :] if row]
    totals = [at for at, row in enumerate(rows) if "total" in row[0].text.lower()]
    if len(totals) != 1 or totals[0] < 2 or not _TOTAL.match(rows[totals[0]][0].text):
        return
    if any(_ADJUSTS.search(row[0].text) for row in rows[: totals[0]]):
        return
    last = rows[totals[0]]
    for column in range(1, len(last)):
        above = [row[column] for row in rows[: totals[0]] if column < len(row)]
        yield from _compared(above, last[column])


def _compared(above: Sequence[TableCell], total: TableCell) -> Iterator[Finding]:
    said = number_in(total)
    parts = [number_in(cell) for cell in above]
    if said is None or any(part is None or part.sign != said.sign for part in parts):
        return
    values = [part.value for part in parts if part is not None]
    decimals = max(said.decimals, *(part.decimals for part in parts if part is not None))
    unit = 10.0**-decimals
    slack = unit * (len(values) / 2 if decimals else 0.5)
    if abs(sum(values) - said.value) > slack + unit / 1000:  # binary fractions are not exact
        yield Finding(
            total.span,
            f"the column adds up to {sum(values):,.10g}; the total says {said.value:,.10g}",
        )


RULE = Rule(
    code="NUM003",
    name="arithmetic",
    severity=Severity.ERROR,
    check=check,
    doc=__doc__ or "",
    help="Correct the result, or the figures it is drawn from.",
    options=NoOptions(),
    phrases=(*_EQUALS, *counts_out_of.PHRASES, *SERIES, *REPAIRS),
    always=True,
    examples=(
        Bad(
            "Sales needed each month: 10,000 / 500 = «25» sales.",
            profile="sales-marketing-sla",
            instead="Sales needed each month: 10,000 / 500 = 20 sales.",
        ),
        Bad("The initial term is «24 months (three years)».", profile="contract"),
        Bad(
            "| Item | Hours |\n| --- | --- |\n| Support | 40 |\n| Training | 16 |\n"
            "| Total | «60» |\n",
            instead="| Item | Hours |\n| --- | --- |\n| Support | 40 |\n| Training | 16 |\n"
            "| Total | 56 |\n",
        ),
        Bad("The month is taken as «30 days, that is 43,000 minutes»."),
        Bad(
            "Uptime = «Total minutes - Downtime / Total minutes» x 100",
            instead="Uptime = (Total minutes - Downtime) / Total minutes x 100",
            note="A hint.",
        ),
        Good("The month is taken as 30 days, that is 43,200 minutes."),
        Good("Faults take 100 minutes (1.7 hours) on average."),
        Bad("Leads needed: 20 / 20% = «400» leads.", profile="sales-marketing-sla"),
        Bad("The annual charge of USD 2,400 is paid in twelve monthly instalments of «USD 220»."),
        Bad("Marketing delivers 40 qualified leads each month, i.e. «400 qualified leads» a year."),
        Bad(
            "The desk answers 60 requests per week («150 requests» per month).",
            instead="The desk answers 60 requests per week (260 requests per month).",
        ),
        Bad(
            "The Customer may terminate where the level is missed in «four of any three consecutive "
            "months».",
            instead="The Customer may terminate where the level is missed in two of any three "
            "consecutive months.",
        ),
        Bad(
            "The Service runs on three systems in series, each available 99.9% of each month. "
            "Availability of the Service shall be «99.9%» in each month.",
            note="Three times 99.9% are 99.7%.",
        ),
        Bad(
            "The mean time between failures is 720 hours and the mean time to repair 8 hours. The "
            "Service shall be available «99.9%» of each month.",
            note="720 of 728 hours are 98.9%.",
        ),
        Good(
            "The mean time between failures is 720 hours and the mean time to repair 30 minutes. "
            "The Service shall be available 99.9% of each month.",
        ),
        Good(
            "The Service runs on three systems in series, each available 99.99% of each month. "
            "Availability of the Service shall be 99.9% in each month.",
        ),
        Good("The desk answers 60 requests per working day (300 requests per week)."),
        Good("A chronic failure is a level missed in 3 of any 12 consecutive months."),
        Bad(
            "For revenue of EUR 90,000 at an average deal of EUR 3,000 and a conversion rate of "
            "15%, Marketing provides «100 leads» each month.",
            profile="sales-marketing-sla",
        ),
        Good(
            "For revenue of EUR 90,000 at an average deal of EUR 3,000 and a conversion rate of "
            "15%, Marketing provides 200 leads each month.",
            profile="sales-marketing-sla",
        ),
        Good("The annual charge of USD 2,400 is paid in 12 monthly instalments of USD 200."),
        Good("Marketing delivers 40 leads each month. Sales calls 300 leads a year."),
        Good(
            "| Item | Fee |\n| --- | --- |\n| Design | 3,800 |\n| Build | 5,700 |\n"
            "| Discount | 950 |\n| Total | 8,550 |\n",
            note="A discount is taken off.",
        ),
        Good("20 / 20% = 100 leads each month.", profile="sales-marketing-sla"),
        Good("The notice is six months (180 days).", note="Months of 30 days are a usual reading."),
        Good("Faults are answered within 5 business days (one week)."),
        Good("Response takes 4 hours (30 minutes for critical incidents)."),
        Good(
            "| Item | Fee |\n| --- | --- |\n| A | 10.33 |\n| B | 10.33 |\n| C | 10.33 |\n"
            "| Total | 31.00 |\n"
        ),
    ),
)
