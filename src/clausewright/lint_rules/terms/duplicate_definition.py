"""A term that is defined twice.

Two definitions of one term are two agreements: each party reads the one that suits it. Even where
both say the same today, the next amendment will change only one.

Quiet where one definition only points at the other ("has the meaning given in section 4"), where one
of them stands in an attachment (which may give its own meaning), and where a party gets the same
short name again.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausewright.analysis.draft import Draft
from clausewright.lint_rules.rule import Bad, Finding, Good, Hit, NoOptions, Rule
from clausewright.model.facts import Term, TermForm
from clausewright.model.finding import Severity

_FULL = (TermForm.MEANS, TermForm.INLINE, TermForm.TABLE, TermForm.LIST)


def check(draft: Draft, options: NoOptions, hits: tuple[Hit, ...]) -> Iterator[Finding]:  # noqa: ARG001
    """Speak at each further definition of a term in the same part of the document."""
    document = draft.document
    first: dict[tuple[str, int | None], Term] = {}
    parties = {name for party in draft.parties for name in (party.name, party.role) if name}
    for term in draft.terms:
        if term.form not in _FULL or term.pointer or term.elsewhere or term.name in parties:
            continue
        block = document.block_at(term.span.start)
        attachment = document.attachment_of(block)
        key = (term.name, None if attachment is None else attachment.first_block)
        if key not in first:
            first[key] = term
            continue
        if _is_restatement(draft, first[key], term):
            continue
        line = document.position(first[key].span.start).line
        yield Finding(term.span, f'"{term.name}" is defined here and on line {line}')


def _is_restatement(draft: Draft, earlier: Term, later: Term) -> bool:
    """Tell whether one only names what the other defines, or both have the same words."""
    kinds = {earlier.form, later.form}
    if kinds == {TermForm.INLINE}:
        return _words_before(draft, earlier) == _words_before(draft, later)
    if TermForm.INLINE in kinds and TermForm.MEANS in kinds:
        return False
    return _sentence(draft, earlier) == _sentence(draft, later)


def _words_before(draft: Draft, term: Term) -> tuple[str, ...]:
    return draft.words.between(max(0, term.span.start - 60), term.span.start)[-4:]


def _sentence(draft: Draft, term: Term) -> str:
    return draft.document.text_of(draft.sentence_at(term.span.start)).casefold()


RULE = Rule(
    code="DEF003",
    name="duplicate-definition",
    severity=Severity.WARNING,
    check=check,
    doc=__doc__ or "",
    help="Keep one definition, or give the second thing its own name.",
    options=NoOptions(),
    always=True,
    examples=(
        Bad(
            '"Outage" means a loss of service of more than one minute.\n\n'
            '"«Outage»" means any interruption of the Service.',
            instead='"Outage" means a loss of service of more than one minute.',
        ),
        Bad(
            'The Provider runs the portal (the "Service").\n\n'
            'In this agreement "«Service»" means hosting and support.'
        ),
        Bad(
            "## Definitions\n\n**Incident**: an unplanned loss of service.\n\n"
            "**Request**: a question of a user.\n\n**«Incident»**: a report of a user."
        ),
        Good(
            '"Fees" has the meaning given in section 4.\n\nThe Customer pays 500 USD a month (the "Fees").',
            note="The first only points at the second.",
        ),
        Good('"Outage" means a loss of service. An Outage means work for both parties.'),
        Good('The "Term" is one year. "Term Sheet" means the sheet attached.'),
    ),
)
