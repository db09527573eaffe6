"""``swaps``: words to write differently, each with its mend."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from clausewright.analysis.draft import Draft
from clausewright.analysis.scan import Hit, expand
from clausewright.lint_rules.pack_kinds.kind import Frame, Kind, excerpt
from clausewright.lint_rules.pack_kinds.looking import Exceptions, check_phrases, told_hits
from clausewright.lint_rules.rule import Finding
from clausewright.lint_rules.wording.swaps import as_cased
from clausewright.model.finding import Edit, Fix


@dataclass(frozen=True)
class HouseSwaps(Exceptions):
    """``swaps`` are "old: new"; the old words are told with the new ones as their mend.

    They are not told inside one of ``apart_from``, nor in a sentence that holds one of ``unless``.
    """

    swaps: tuple[str, ...]

    def __post_init__(self) -> None:
        """Refuse what is no pair, and phrases that cannot be looked for."""
        super().__post_init__()
        for swap in self.swaps:
            old, colon, new = swap.partition(":")
            if not (colon and old.strip() and new.strip()):
                raise ValueError(f'"{swap}" is no swap: write "old: new"')
            if "{" in new or "}" in new:
                raise ValueError(f'"{new.strip()}" holds alternatives; one mend a swap')
        check_phrases(old for old, _ in pairs(self.swaps))


def pairs(swaps: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Give the old words of each swap and the new ones."""
    for swap in swaps:
        old, _, new = swap.partition(":")
        yield old.strip(), new.strip()


@lru_cache(maxsize=256)
def _by_reading(swaps: tuple[str, ...]) -> Mapping[str, str]:
    return {reading: new for old, new in pairs(swaps) for reading in expand(old)}


def check(
    frame: Frame, draft: Draft, options: HouseSwaps, hits: tuple[Hit, ...]
) -> Iterator[Finding]:
    """Speak of the old words in scope."""
    inside, by_reading = frame.scope.of(draft), _by_reading(options.swaps)
    for hit in told_hits(draft, hits, frozenset(by_reading), options):
        if inside(hit.span):
            found = draft.document.text_of(hit.span)
            new = as_cased(found, by_reading[hit.phrase])
            fix = Fix(f'Write "{new}"', frame.fix, (Edit(hit.span, new),))
            message = frame.told(found=excerpt(found), instead=new)
            yield Finding(hit.span, message, fix=fix)


KIND = Kind(
    given="pairs",
    options=HouseSwaps,
    check=check,
    message='"{found}": write "{instead}"',
    blanks=("found", "instead"),
    phrases=lambda options: (
        *(old for old, _ in pairs(options.swaps)),
        *options.apart_from,
        *options.unless,
    ),
    scoped=True,
    fixes=True,
)
