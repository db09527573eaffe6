"""``swaps``: words to write differently, each with its mend."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from clausewright.analysis.draft import Draft
from clausewright.analysis.scan import Hit, expand
from clausewright.lint_rules.pack_kinds.kind import Frame, Kind
from clausewright.lint_rules.pack_kinds.looking import (
    Exceptions,
    check_phrases,
    mended,
    parted,
    told_hits,
)
from clausewright.lint_rules.rule import Finding


@dataclass(frozen=True)
class HouseSwaps(Exceptions):
    """``swaps`` are "old: new"; the old words are told with the new ones as their mend.

    They are not told inside one of ``apart_from``, nor in a sentence that holds one of ``unless``.
    """

    swaps: tuple[str, ...]

    def __post_init__(self) -> None:
        """Refuse what is no pair, and phrases that cannot be looked for."""
        super().__post_init__()
        for _, new in pairs(self.swaps):
            if "{" in new or "}" in new:
                raise ValueError(f'"{new}" holds alternatives; one mend a swap')
        check_phrases(old for old, _ in pairs(self.swaps))


def pairs(swaps: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Give the old words of each swap and the new ones."""
    return (parted(swap, 'is no swap: write "old: new"') for swap in swaps)


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
            yield mended(frame, draft, hit.span, by_reading[hit.phrase])


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
