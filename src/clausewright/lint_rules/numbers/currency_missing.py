"""An amount of money without a currency.

"A fee of 5,000 per month" is five thousand of what? Between parties in two countries the answer
may cost half the price. Write the currency with each amount, or say once that all amounts are in
one currency.

Told for amounts written with thousands or cents after a word for money. Tolerated where the text
states one currency for all amounts.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausewright.analysis.draft import Draft
from clausewright.lint_rules.rule import Bad, Finding, Good, Hit, NoOptions, Rule
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


def check(draft: Draft, options: NoOptions, hits: tuple[Hit, ...]) -> Iterator[Finding]:  # noqa: ARG001
    """Speak of each amount after a word for money that names no currency."""
    if any(hit.phrase.split()[0] in {"all", "any"} for hit in hits):
        return
    for hit in hits:
        amount = _AMOUNT.match(draft.text, hit.span.end)
        if amount is None or _has_currency(draft.text, amount.end(1)):
            continue
        yield Finding(Span(*amount.span(1)), f"{amount[1]} of which currency")


def _has_currency(text: str, end: int) -> bool:
    return _CURRENCY.match(text, end, end + 24) is not None


RULE = Rule(
    code="NUM004",
    name="currency-missing",
    severity=Severity.WARNING,
    check=check,
    doc=__doc__ or "",
    help="write the currency with the amount, or state one currency for all amounts",
    options=NoOptions(),
    phrases=PHRASES,
    examples=(
        Bad(
            "The Customer shall pay a monthly fee of «5,000» per month.",
            profile="contract",
            instead="The Customer shall pay a monthly fee of 5,000 EUR per month.",
        ),
        Bad("The price is «12,500.00», plus value added tax.", profile="contract"),
        Bad("The Supplier shall pay a penalty of «1,000» for each day of delay."),
        Good("The fee is USD 5,000 per month.", profile="contract"),
        Good(
            "All amounts are stated in euros. The Customer shall pay a fee of 5,000 per month.",
            profile="contract",
        ),
        Good("A volume charge is due for a sum of 5,000 requests in one month."),
    ),
)
