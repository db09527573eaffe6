"""A definition that says nothing but the term itself.

"'Incident' means an Incident that is reported" tells what happens to an incident and not what it
is. Two terms that are each defined by the other leave both open.

Told where the term is the head of its own meaning, or where two meanings consist of each other's
term. A meaning that names a document, a list or a person ("the Customer named in the Order") is
not circular.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausewright.analysis.draft import Draft
from clausewright.analysis.term_uses import stem
from clausewright.lint_rules.rule import Bad, Finding, Good, Hit, NoOptions, Rule
from clausewright.model.facts import Term, TermForm
from clausewright.model.finding import Severity
from clausewright.pattern import regex

_HEAD = regex(
    r"[\"\u201d\u2019*_:]*\s*(?:shall |will )?(?:means?|is defined as|refers? to)\s+(?:that |any "
    r"|each |all |an? |the |such )?"
    r"(?P<head>[A-Z][\w-]*(?:\s[A-Z][\w-]*){0,4})(?P<rest>[^\n.;]{0,60})"
)
_TELLS_MORE = regex(r"\s*$|\s(?:that|which|who|whose|with|without|where|when|within)\b")


def check(draft: Draft, options: NoOptions, hits: tuple[Hit, ...]) -> Iterator[Finding]:  # noqa: ARG001
    """Speak where a term heads its own meaning, and where two terms head each other's."""
    heads: dict[str, tuple[Term, str, str]] = {}
    for term in draft.terms:
        if term.form in (TermForm.MEANS, TermForm.LIST) and not term.pointer:
            match = _HEAD.match(draft.text, term.span.end)
            if match is not None:
                heads.setdefault(stem(term.name), (term, stem(match["head"]), match["rest"]))
    for name, (term, head, rest) in heads.items():
        if head == name and _TELLS_MORE.match(rest):
            yield Finding(term.span, f'"{term.name}" is defined by itself')
        elif head != name and head in heads and heads[head][1] == name and _is_whole(rest):
            other = heads[head][0].name
            yield Finding(term.span, f'"{term.name}" is defined by "{other}", and "{other}" by it')


def _is_whole(rest: str) -> bool:
    return not rest.strip()


RULE = Rule(
    code="DEF006",
    name="circular-definition",
    severity=Severity.INFO,
    check=check,
    doc=__doc__ or "",
    help="Say what the term is: its kind, and what sets it apart.",
    options=NoOptions(),
    always=True,
    examples=(
        Bad(
            '"«Incident»" means any Incident that a user reports.',
            instead='"Incident" means any unplanned loss of service that a user reports.',
        ),
        Bad('"«Downtime»" means an Outage. "«Outage»" means Downtime.'),
        Bad("«Service Day» means a Service Day without maintenance."),
        Good('"Customer" means the Customer named in the Order Form.'),
        Good('"Downtime" means the minutes of an Outage. "Outage" means a loss of service.'),
        Good('"Service Credit" means a credit against the Fees of the month.'),
    ),
)
