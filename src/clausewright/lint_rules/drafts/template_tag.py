"""A tag that a program should have filled in.

"{{ customer.name }}" in a finished agreement shows that the merge failed, or never ran: the
party, the price or the date is missing. Run the merge again with all values.

A condition ("{% if ... %}") is told once, at its opening. Tolerated: tags in code, and the tags by
which a web site lays out its pages (includes, site and page variables, short codes), which are no
part of the agreement.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausewright.analysis.draft import Draft
from clausewright.analysis.placeholders import OpenKind, places_of
from clausewright.lint_rules.rule import Bad, Finding, Good, Hit, NoOptions, Rule
from clausewright.model.finding import Severity


def check(draft: Draft, options: NoOptions, hits: tuple[Hit, ...]) -> Iterator[Finding]:  # noqa: ARG001  (the contract of all rules)
    """Speak once of each tag."""
    for place in places_of(draft, OpenKind.TAG):
        yield Finding(place.span, f'"{draft.document.text_of(place.span)}" was never filled in')


RULE = Rule(
    code="DRF003",
    name="template-tag",
    severity=Severity.ERROR,
    check=check,
    doc=__doc__ or "",
    help="Run the merge again with all values, or write the value in.",
    options=NoOptions(),
    examples=(
        Bad(
            "This agreement is between «{{ supplier.name }}» and the Customer.",
            instead="This agreement is between Harbour Ltd and the Customer.",
        ),
        Bad("The fee is «${monthly_fee}» for each calendar month."),
        Bad("Version «{{version}}», approved on «{{ approval.date }}»."),
        Bad("«{% if premium %}»The Supplier answers within one hour.{% endif %}"),
        Good("{% if page.toc %}Contents{% endif %}\n\nThe Supplier keeps the Service available."),
        Good("Back to the [front page]({{ site.baseurl }}/index.html)."),
        Good("{% include banner.html %}\n\nThe Supplier shall keep the Service available."),
        Good("Write `{{ order.id }}` in the subject line."),
    ),
)
