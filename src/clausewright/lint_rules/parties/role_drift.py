"""A duty of "the Supplier" in an agreement whose party is "the Provider".

Roles are names. When the text slips from one to another, often because a clause was copied from
another agreement, a reader must guess whether a third person is meant, and a duty may bind nobody.

The rule speaks where two parties are introduced with roles, and a word for the same side that is no
role and no defined term here has a duty: "the Supplier shall". Words inside longer names, as in
"cloud provider" or "third party vendor", are left alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausewright.analysis.draft import Draft
from clausewright.analysis.scan import fold
from clausewright.lint_rules.rule import Bad, Finding, Good, Hit, NoOptions, Rule
from clausewright.model.finding import Severity
from clausewright.model.span import Span

SIDES = (
    ("provider", "supplier", "vendor", "contractor", "seller"),
    ("customer", "client", "buyer", "purchaser", "subscriber"),
)
"""Words that name the same side of an agreement."""


def check(draft: Draft, options: NoOptions, hits: tuple[Hit, ...]) -> Iterator[Finding]:  # noqa: ARG001
    """Speak once of each word that stands for a side whose role is another word."""
    roles = [fold(party.role) for party in draft.parties if party.role is not None]
    if len(roles) < 2:
        return
    known = {word for name in roles for word in name.split()}
    known |= {word for term in draft.terms for word in fold(term.name).split()}
    told: set[str] = set()
    for hit in hits:
        word = hit.phrase.split()[0]
        side = next(side for side in SIDES if word in side)
        own = next((role for role in roles if role.split()[-1] in side), None)
        if own is None or word in known or word in told or not _stands_alone(draft, hit):
            continue
        told.add(word)
        span = Span(hit.span.start, hit.span.start + len(word))
        role = next(p.role for p in draft.parties if p.role is not None and fold(p.role) == own)
        yield Finding(
            span, f'"{draft.document.text_of(span)}" has a duty, but the party is "{role}"'
        )


def _stands_alone(draft: Draft, hit: Hit) -> bool:
    """Tell whether the word stands as a role: capitalised, after "the" or at the start."""
    if not draft.text[hit.span.start].isupper():
        return False
    sentence = draft.sentence_at(hit.span.start)
    before = fold(draft.text[sentence.start : hit.span.start]).split()
    return not before or before[-1] in {"the", "and", "or", "if", "that", "then", "-"}


_INTRODUCED = (
    'This agreement is made between Acme Ltd (the "Provider") and Borel Inc (the "Customer").\n\n'
)

RULE = Rule(
    code="PTY003",
    name="role-drift",
    severity=Severity.WARNING,
    check=check,
    doc=__doc__ or "",
    help="use the role under which the party is introduced",
    options=NoOptions(),
    phrases=tuple(
        f"{{{'|'.join(side)}}} {{shall|will|must|agrees|may|is|warrants|agrees to}}"
        for side in SIDES
    ),
    examples=(
        Bad(
            _INTRODUCED + "The «Supplier» shall keep the service available.",
            instead=_INTRODUCED + "The Provider shall keep the service available.",
        ),
        Bad(
            _INTRODUCED + "The «Client» must report each incident. The Client may call at any time."
        ),
        Bad(_INTRODUCED + "The Provider shall help, and the «Buyer» shall pay."),
        Good(_INTRODUCED + "The Provider shall keep the service available."),
        Good(
            _INTRODUCED + "A cloud provider shall run the servers. Every supplier must be insured.",
            note="Somebody else, and written as such.",
        ),
        Good(
            _INTRODUCED + '"Supplier" means Cumulus Inc. The Supplier shall deliver the racks.',
            note="Defined here.",
        ),
    ),
)
