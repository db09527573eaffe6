"""Ways of doing things: "in a helpful manner", whatever the word before the noun."""

from __future__ import annotations

from collections.abc import Iterator

from clausewright.analysis.draft import Draft
from clausewright.analysis.scan import Hit
from clausewright.model.span import Span
from clausewright.pattern import regex

NOUNS = ("manner", "fashion")
_REACH = 60
"""How far before its noun such a phrase may start, in code points."""
_GRADED = regex(r"\bin an? ((?:[a-z-]+,? (?:and |but |or )?){1,4})$")
_TELLS = frozenset(
    ("same", "similar", "such", "like", "this", "certain", "particular", "different", "following",
     "usual", "customary", "normal", "ordinary", "standard", "written", "electronic", "digital",
     "manual", "automatic", "random", "rolling", "sequential", "other", "workmanlike", "lawful",
     "legal", "discriminatory", "binding", "identical", "equivalent", "uniform", "comparable",
     "anonymous", "confidential", "reasonable", "inconsistent", "unlawful", "pro", "rata")
)  # fmt: skip
"""Words that say which way, or a standard that lawyers know."""
_OF_TIME = frozenset(
    ("timely", "prompt", "expeditious", "speedy", "swift", "rapid", "quick", "urgent", "expedient")
)


def manners(draft: Draft, hits: tuple[Hit, ...]) -> Iterator[Hit]:
    """Give the hits with each noun of manner made the whole phrase, or left out."""
    taken = [hit.span for hit in hits if hit.phrase not in NOUNS]
    for hit in hits:
        if hit.phrase not in NOUNS:
            yield hit
        elif not any(span.overlaps(hit.span) for span in taken):
            start = _start_of(draft, hit.span)
            if start is not None:
                yield Hit(Span(start, hit.span.end), hit.phrase)


def _start_of(draft: Draft, noun: Span) -> int | None:
    """Give where the phrase starts whose words grade."""
    low = max(0, noun.start - _REACH)
    found = _GRADED.search(draft.words.folded, low, noun.start)
    if found is None:
        return None
    words = set(found[1].replace(",", " ").split()) - {"and", "but", "or"}
    if words & (_TELLS | _OF_TIME) or any(word.startswith("non") for word in words):
        return None
    return None if found[1].rstrip().endswith("ed") else found.start()
