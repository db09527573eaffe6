"""A term that is defined and never used.

A definition nobody uses makes the reader look for a duty that is not there. Often the text calls
the same thing by another name, and then the definition does not apply to it.

Quiet for acronyms beside their words, for names given to a party, for definitions that only point
at another place, and where the same words stand in lower case: then the use is there, only its
capitals are missing. Its own definition does not use a term, nor does a longer name that ends in
it: where the text always says "Service Provider", a definition of "Provider" has no use.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise

from clausewright.analysis.draft import Draft
from clausewright.analysis.term_uses import stem, uses_of
from clausewright.lint_rules.rule import Bad, Finding, Good, Hit, NoOptions, Rule
from clausewright.model.facts import Term, TermForm
from clausewright.model.finding import Severity
from clausewright.model.span import Span
from clausewright.pattern import regex

_SPOKEN = (TermForm.MEANS, TermForm.INLINE, TermForm.TABLE, TermForm.LIST)


def check(draft: Draft, options: NoOptions, hits: tuple[Hit, ...]) -> Iterator[Finding]:  # noqa: ARG001
    """Speak once for each defined term without a use."""
    used = _used(draft) | _used_elsewhere(draft)
    parties = {
        stem(name)
        for party in draft.parties
        for name in (party.name, party.role)
        if name is not None
    }
    parts = _parts_of_longer_terms(draft.terms)
    told: set[str] = set()
    for term in draft.terms:
        name = stem(term.name)
        if (
            term.form not in _SPOKEN
            or term.name.islower()
            or term.pointer
            or name in used | parties | parts | told
        ):
            continue
        told.add(name)
        yield Finding(term.span, f'"{term.name}" is defined and used nowhere else')


def _used_elsewhere(draft: Draft) -> set[str]:
    """Give the stems of terms whose words the other documents of the agreement use."""
    if not draft.companions:
        return set()
    names = [term.name for term in draft.terms]
    return {
        stem(name)
        for companion in draft.companions
        for name, uses in uses_of(companion, names).items()
        if uses.exact
    }


def _used(draft: Draft) -> set[str]:
    """Give the stems of terms in use, by their name or by the short form given right after it."""
    terms = draft.terms
    meant = [term.span.start for term in terms if term.form is TermForm.MEANS]
    used = {stem(term.name) for term in terms if _has_a_use(draft, term, meant)}
    for term, short in pairwise(terms):
        beside = short.span.start - term.span.end
        is_short = short.form in (TermForm.ALIAS, TermForm.ACRONYM) and beside <= 4
        if short.uses and (is_short or (short.form is TermForm.INLINE and 0 <= beside <= 18)):
            used.add(stem(term.name))
    return used


def _has_a_use(draft: Draft, term: Term, meant: list[int]) -> bool:
    """Tell whether a term stands outside its own definition and outside longer names."""
    own = _own_definition(draft, term, meant)
    if any(not own.overlaps(use) for use in term.lower):
        return True
    single = " " not in term.name
    return any(
        not own.overlaps(use) and not (single and _ends_a_longer_name(draft.text, use.start))
        for use in term.uses
    )


def _own_definition(draft: Draft, term: Term, meant: list[int]) -> Span:
    """Give the span of a definition: up to the next one in its block, where it opens the block.

    ``meant`` holds where the terms start that a verb defines, in order.
    """
    block = draft.document.block_at(term.span.start)
    opens = term.span.start - block.body.start <= _OPENS
    if not opens or term.form is TermForm.INLINE:
        return term.span
    following = meant[bisect_right(meant, term.span.end) :][:1]
    return Span(term.span.start, min((block.span.end, *following)))


_OPENS = 8  # code points: a label, a quotation mark, an article
_LONGER = regex(r"[a-z),;] (?:the |our |this )?((?:[A-Z][a-z]+ ){1,3})$")


def _ends_a_longer_name(text: str, start: int) -> bool:
    """Tell whether capitalised words stand right before a place within a sentence."""
    return _LONGER.search(text[max(0, start - 50) : start]) is not None


def _parts_of_longer_terms(terms: tuple[Term, ...]) -> set[str]:
    """Give the terms that live on in a longer term in use ("Planned Downtime")."""
    parts = set()
    for term in terms:
        words = term.name.split()
        if len(words) > 1 and term.uses:
            parts |= {stem(" ".join(words[i:])) for i in range(1, len(words))}
            parts |= {stem(" ".join(words[:i])) for i in range(1, len(words))}
    return parts


RULE = Rule(
    code="DEF002",
    name="unused-definition",
    severity=Severity.INFO,
    check=check,
    doc=__doc__ or "",
    help="Delete the definition, or use the term where its meaning is meant.",
    options=NoOptions(),
    always=True,
    examples=(
        Bad(
            '"«Response Time»" means the time from a report to the first answer of a person.\n\n'
            "The Provider answers each report within 30 minutes.",
            instead='"Response Time" means the time from a report to the first answer of a '
            "person.\n\n"
            "The Response Time is at most 30 minutes.",
        ),
        Bad(
            'This policy describes how we run the site (the "«Hosted Platform»").\n\nWe keep it up.'
        ),
        Bad(
            "## Definitions\n\n| Term | Meaning |\n|---|---|\n| «Credit Month» | The month of "
            "the credit |\n"
            "| Outage | Loss of service |\n\n## Levels\n\nNo Outage lasts more than one hour."
        ),
        Bad(
            '"«Patch»" means a release that mends faults; a Patch adds nothing.\n\n'
            '"Outage" means a loss of service.\n\nNo Outage lasts an hour.'
        ),
        Bad(
            'Each ship is insured (a "«Vessel»").\n\nThe parties name the Cargo Vessel in '
            "the plan, and the Cargo Vessel calls each week."
        ),
        Good('"Outage" means a loss of service.\n\nThe Provider reports two outages a month.'),
        Good(
            "## Definitions\n\n**Marketing Qualified Lead (MQL)**: a lead with 60 points.\n\n## "
            "Goals\n\n"
            "Marketing delivers 80 MQLs a month.",
            note="Used by its short form.",
        ),
        Good(
            "The Recovery Time Objective (RTO) is four hours.", note="An acronym beside its words."
        ),
        Good(
            '"Planned Downtime" means announced work. "Downtime" means any loss of service.\n\n'
            "Planned Downtime is at most four hours a month.",
            note="It lives on in the longer term.",
        ),
    ),
)
