"""``words``: one word for one thing. The words that others use are told in all their forms."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from clausewright.analysis.draft import Draft
from clausewright.analysis.scan import Hit, expand
from clausewright.analysis.term_uses import plural
from clausewright.lint_rules.pack_kinds.kind import Frame, Kind
from clausewright.lint_rules.pack_kinds.looking import (
    Exceptions,
    check_phrases,
    mended,
    parted,
    told_hits,
)
from clausewright.lint_rules.pack_scope import Where
from clausewright.lint_rules.rule import Finding
from clausewright.model.span import Span

POSSESSIVE = "'s"


@dataclass(frozen=True)
class HouseWords(Exceptions):
    """``words`` are "preferred: other, another"; the others are told, also in the plural.

    They are not told inside one of ``apart_from``, nor in a sentence that holds one of ``unless``.
    """

    words: tuple[str, ...]

    def __post_init__(self) -> None:
        """Refuse what names no words, and words that cannot be looked for."""
        super().__post_init__()
        check_phrases(other for other, _ in pairs(self.words))


def pairs(words: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Give each other word and the preferred one."""
    for line in words:
        preferred, others = parted(line, 'names no words: write "preferred: other, another"')
        for other in others.split(","):
            if other.strip():
                yield other.strip(), preferred


@lru_cache(maxsize=256)
def _forms(words: tuple[str, ...]) -> Mapping[str, str]:
    """Give every form of the other words, with the same form of the preferred one."""
    forms: dict[str, str] = {}
    for other, preferred in pairs(words):
        for reading in expand(other):
            forms[reading] = preferred
            forms[reading + POSSESSIVE] = preferred
            many = plural(reading)
            if many is not None:
                forms.setdefault(many, plural(preferred) or preferred)
    return forms


def check(
    frame: Frame, draft: Draft, options: HouseWords, hits: tuple[Hit, ...]
) -> Iterator[Finding]:
    """Speak of the other words in scope."""
    inside, forms = frame.scope.of(draft), _forms(options.words)
    for hit in told_hits(draft, hits, frozenset(forms), options):
        if inside(hit.span):
            cut = len(POSSESSIVE) if hit.phrase.endswith(POSSESSIVE) else 0
            span = Span(hit.span.start, hit.span.end - cut)
            yield mended(frame, draft, span, forms[hit.phrase])


KIND = Kind(
    given="lists",
    options=HouseWords,
    check=check,
    message='"{found}": this house writes "{instead}"',
    blanks=("found", "instead"),
    phrases=lambda options: (
        *_forms(options.words),
        *options.apart_from,
        *options.unless,
    ),
    scoped=True,
    fixes=True,
    where=Where.EVERYWHERE,
)
