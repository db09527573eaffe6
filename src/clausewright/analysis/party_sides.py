"""Which side a party stands on where the draft calls it by a name of its own.

"Finance shall name two contacts" binds the customer as "Customer shall" does, once the draft has
said that somebody provides services to Finance.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from clausewright.analysis.scan import fold, words_of

if TYPE_CHECKING:
    from clausewright.analysis.draft import Draft

PROVIDER, CUSTOMER = "provider", "customer"

PROVIDES = frozenset(
    """
    provide provides provided providing supply supplies supplied deliver delivers delivered host
    hosts operate operates serve serves
    """.split()
)
MODALS = frozenset("shall will must also agrees to".split())
RECEIVING = frozenset(("to", "for"))
REACH = 14
"""Words between what is provided and the name of whom it is provided to."""

NAME_TO_TERM = 6
"""Code points between a party's name and the short name defined after it: ` ("` and the like."""

LONGEST_NAME = 6
"""Words of a name that is looked for."""

Name = tuple[str, ...]


def sides_of_names(draft: Draft) -> Mapping[Name, str]:
    """Give the folded words of each party's own names, with PROVIDER or CUSTOMER.

    Empty where the draft does not tell two parties apart by what they do.
    """
    names = [list(_names(draft, number)) for number in range(len(draft.parties))]
    if len(names) != 2 or not all(names):
        return {}
    scores = [_score(draft, some) for some in names]
    if scores[0] == scores[1]:
        return {}
    first, second = (PROVIDER, CUSTOMER) if scores[0] > scores[1] else (CUSTOMER, PROVIDER)
    sides = dict.fromkeys(names[0], first)
    sides.update(dict.fromkeys(names[1], second))
    return sides


def _names(draft: Draft, number: int) -> Iterator[Name]:
    """Give the name of a party and the short name or role that is defined beside it."""
    party = draft.parties[number]
    whole = words_of(party.name).words
    if whole and len(whole) <= LONGEST_NAME:
        yield whole
    if party.role is not None:
        yield words_of(party.role).words
        return
    folded, wanted = draft.words.folded, fold(party.name)
    for term in draft.terms:
        before = folded[max(0, term.span.start - len(wanted) - NAME_TO_TERM) : term.span.start]
        if wanted in before:
            short = words_of(term.name).words
            if short and short != whole and len(short) <= LONGEST_NAME:
                yield short


def _score(draft: Draft, names: list[Name]) -> int:
    """Count how often a party provides, less how often something is provided to it."""
    words = draft.words.words
    tally: Counter[str] = Counter()
    for name in names:
        for at in [index for index, word in enumerate(words) if word == name[0]]:
            if words[at : at + len(name)] != name:
                continue
            after = at + len(name)
            while after < len(words) and words[after] in MODALS:
                after += 1
            if after < len(words) and words[after] in PROVIDES:
                tally[PROVIDER] += 1
            elif at and words[at - 1] in RECEIVING:
                tally[CUSTOMER] += not PROVIDES.isdisjoint(words[max(0, at - REACH) : at])
    return tally[PROVIDER] - tally[CUSTOMER]
