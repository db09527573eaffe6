"""An amount of money without a currency.

"A fee of 5,000 per month" is five thousand of what? Between parties in two countries the answer
may cost half the price. Write the currency with each amount, or say once that all amounts are in
one currency.

Told for amounts written with thousands or cents after a word for money, for any number that is
called a fee or price per month, user or the like, and for table columns of fees or prices with bare
numbers; each column is told once. Tolerated where the text states one currency for all amounts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausewright.analysis.draft import Draft
from clausewright.analysis.metric_cues import Cue
from clausewright.analysis.table_columns import header_text
from clausewright.lint_rules.numbers.cells import number_in
from clausewright.lint_rules.rule import Bad, Finding, Good, Hit, NoOptions, Rule
from clausewright.model.facts import Table
from clausewright.model.finding import Severity
from clausewright.model.span import Span
from clausewright.pattern import regex

_CURRENCY = regex(
    r"\s?(?:[A-Z]{3}\b|[$\u20ac\u00a3\u00a5]|(?i:(?:united states |us |u\.s\. )?"
    r"(?:dollars|euros?|pounds|francs|yen|rupees)\b))"
)
PHRASES = (
    (
        "{fee|fees|price|charge|charges|sum|amount|payment|payments|penalty|deposit|salary|rent} "
        "{of|is|are|shall be|will be|equal to|not exceeding}"
    ),
    "{shall pay|will pay|pays|invoice} {the customer|the supplier|the provider|the client|}",
    (
        "{all|any} {amounts|prices|fees|sums|charges|payments} {are|shall be|will be} "
        "{in|stated in|expressed in|payable in|denominated in|quoted in|invoiced in}"
    ),
)
_AMOUNT = regex(
    r"\s(?:a\s|the\s)?(?:total\s|maximum\s)?(\d{1,3}(?:,\d{3})+(?:\.\d{2})?|\d+\.\d{2})"
    r"(?=[.,;:)]?\s*(?:$|\n|[A-Z]|per\b|a\s(?:month|year|day|quarter)\b|each\b|monthly\b|annually\b|"
    r"plus\b|exclusive\b|excluding\b|net\b|for\b|on\b|upon\b|within\b|in\b|and\b|to\b|by\b))"
)


_FEE_PER = regex(
    r"\b(?:fees?|prices?|charges?|rent|salary)\b(?:\s[\w'\u2019-]+){0,7}?"
    r"\s(?:is|are|of|shall be|will be|amounts? to)\s(\d+(?:\.\d+)?)\s"
    r"(?:per|for each|a|each|every)\s"
    r"(?:calendar\s)?(?:month|year|quarter|user|seat|agent|device|hour|day|licen[cs]e|employee)\b",
    re.IGNORECASE,
)
_FEE_COLUMN = regex(r"\b(?:fees?|prices?|charges?|rates?\sper)\b", re.IGNORECASE)
_OTHER_UNIT = regex(
    r"%|percent|credit|\b[A-Z]{3}\b|[$\u20ac\u00a3\u00a5]"
    r"|(?i:\b(?:dollars?|euros?|pounds?|francs?|points?|units?)\b)"
)


def check(draft: Draft, options: NoOptions, hits: tuple[Hit, ...]) -> Iterator[Finding]:  # noqa: ARG001
    """Speak of each amount after a word for money that names no currency."""
    if any(hit.phrase.split()[0] in {"all", "any"} for hit in hits):
        return
    told: set[int] = set()
    for hit in hits:
        amount = _AMOUNT.match(draft.text, hit.span.end)
        if amount is None or _has_currency(draft.text, amount.end(1)):
            continue
        told.add(amount.start(1))
        yield Finding(Span(*amount.span(1)), f"{amount[1]} of which currency")
    for statement in draft.statements:
        if statement.is_prose and statement.has(Cue.MONEY):
            fee = _FEE_PER.search(draft.text, statement.span.start, statement.span.end)
            if fee is not None and fee.start(1) not in told:
                yield Finding(Span(*fee.span(1)), f"{fee[1]} of which currency")
    for table in draft.tables:
        yield from _in_table(draft, table)


def _in_table(draft: Draft, table: Table) -> Iterator[Finding]:
    """Speak of each column of fees whose numbers all lack a currency."""
    rows = table.rows[table.header_rows :]
    caption = _above(draft, table)
    for column in range(1, max((len(row) for row in table.rows), default=0)):
        head = header_text(table.rows, table.header_rows, column)
        if not _FEE_COLUMN.search(head) or _OTHER_UNIT.search(head) or _OTHER_UNIT.search(caption):
            continue
        cells = [row[column] for row in rows if column < len(row) and row[column].text.strip()]
        numbers = [number_in(cell) for cell in cells]
        if len(cells) >= 2 and all(one is not None and not one.sign for one in numbers):
            yield Finding(cells[0].span, f"{cells[0].text.strip()} of which currency")


def _above(draft: Draft, table: Table) -> str:
    """Give the text of the block right before a table."""
    first = table.rows[0][0].block if table.rows and table.rows[0] else 0
    return draft.document.text_of(draft.document.blocks[first - 1].span) if first else ""


def _has_currency(text: str, end: int) -> bool:
    return _CURRENCY.match(text, end, end + 24) is not None


RULE = Rule(
    code="NUM004",
    name="currency-missing",
    severity=Severity.WARNING,
    check=check,
    doc=__doc__ or "",
    help="Write the currency with the amount, or state one currency for all amounts.",
    options=NoOptions(),
    phrases=PHRASES,
    always=True,
    examples=(
        Bad(
            "The Customer shall pay a monthly fee of «5,000» per month.",
            profile="contract",
            instead="The Customer shall pay a monthly fee of 5,000 EUR per month.",
        ),
        Bad("The price is «12,500.00», plus value added tax.", profile="contract"),
        Bad("The Supplier shall pay a penalty of «1,000» for each day of delay."),
        Bad("The price of the archive service is «250» per month."),
        Bad(
            "| Item | Charge per month |\n| --- | --- |\n| Archive | «90» |\n| Search | 45 |\n",
        ),
        Good(
            "| Item | Charge per month (CHF) |\n| --- | --- |\n| Archive | 90 |\n| Search | 45 |\n",
        ),
        Good("The fee is USD 5,000 per month.", profile="contract"),
        Good(
            "All amounts are stated in euros. The Customer shall pay a fee of 5,000 per month.",
            profile="contract",
        ),
        Good("A volume charge is due for a sum of 5,000 requests in one month."),
    ),
)
