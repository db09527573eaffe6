"""A tag that a program should have filled in.

"{{ customer.name }}" in a finished agreement shows that the merge failed, or never ran: the party,
the price or the date is missing. Run the merge again with all values.

A condition ("{% if ... %}") is told once, at its opening. Where there are more than five tags,
those of one name ("company.name", "company.street") are told together, with their number, and a
hint points at each further line; in a text or Markdown file that is a warning, because such a file
may be the source that a build fills in.

Tolerated: tags in code, and the tags by which a web site lays out its pages (includes, site and
page variables, short codes), which are no part of the agreement.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from clausewright.analysis.draft import Draft
from clausewright.analysis.placeholders import OpenKind, places_of
from clausewright.lint_rules.drafts.places import further_places
from clausewright.lint_rules.rule import Bad, Finding, Good, Hit, NoOptions, Rule
from clausewright.model.finding import Severity
from clausewright.model.span import Span
from clausewright.pattern import regex

_FEW: Final = 5
"""Tags up to which each is told."""
_NAME = regex(r"[A-Za-z_]\w*")
"""What stands before the first point of a tag."""
_SOURCES: Final = frozenset({"markdown", "text"})
"""Formats in which agreements are kept as the source of a build."""


def check(draft: Draft, options: NoOptions, hits: tuple[Hit, ...]) -> Iterator[Finding]:  # noqa: ARG001  (the contract of all rules)
    """Speak of each tag, or once of those of one name where there are many."""
    places = list(places_of(draft, OpenKind.TAG))
    groups: dict[str, list[Span]] = {}
    for index, place in enumerate(places):
        name = _NAME.search(draft.document.text_of(place.span)) if len(places) > _FEW else None
        groups.setdefault(name[0] if name else str(index), []).append(place.span)
    sourced = draft.document.format in _SOURCES
    for spans in groups.values():
        words = f'"{draft.document.text_of(spans[0])}"'
        if len(spans) == 1:
            yield Finding(spans[0], f"{words} was never filled in")
            continue
        yield Finding(
            spans[0],
            f"{words} and {_more(len(spans) - 1)} of its name were never filled in",
            help="Check the text that the build or the merge gives, in place of this one.",
            severity=Severity.WARNING if sourced else None,
        )
        yield from further_places(draft, spans)


def _more(count: int) -> str:
    return "1 more tag" if count == 1 else f"{count} more tags"


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
        Bad(
            "This agreement is between «{{ company.name }}» of {{ company.street }}, "
            "{{ company.town }}, and «{{ customer }}». {{ company.name }} may be reached at "
            "{{ company.phone }} or by mail to {{ company.mail }}.",
            note="One finding speaks for all six of one name.",
        ),
        Bad(
            "Mail «{{ desk.mail }}»\n\nCall «{{ desk.phone }}»\n\nVisit «{{ desk.street }}»\n\n"
            "In «{{ desk.town }}»\n\nOn «{{ desk.days }}»\n\nAt «{{ desk.hours }}»",
            note="One warning, and hints at the other lines.",
        ),
        Good("{% if page.toc %}Contents{% endif %}\n\nThe Supplier keeps the Service available."),
        Good("Back to the [front page]({{ site.baseurl }}/index.html)."),
        Good("{% include banner.html %}\n\nThe Supplier shall keep the Service available."),
        Good("Write `{{ order.id }}` in the subject line."),
    ),
)
