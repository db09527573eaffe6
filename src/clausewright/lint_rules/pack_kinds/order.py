"""``order``: the order in which sections stand."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from clausewright.analysis.draft import Draft
from clausewright.analysis.scan import Hit, expand, words_of
from clausewright.lint_rules.pack_kinds.kind import Frame, Kind, excerpt
from clausewright.lint_rules.pack_kinds.looking import check_phrases
from clausewright.lint_rules.rule import Finding
from clausewright.model.document import Document, Section


@dataclass(frozen=True)
class Order:
    """``order`` holds words of titles, in the order in which the sections shall stand."""

    order: tuple[str, ...]

    def __post_init__(self) -> None:
        """Refuse fewer than two titles, and words that cannot be looked for."""
        if len(self.order) < 2:
            raise ValueError("an order needs two titles or more")
        check_phrases(self.order)


def check(
    frame: Frame,
    draft: Draft,
    options: Order,
    hits: tuple[Hit, ...],  # noqa: ARG001
) -> Iterator[Finding]:
    """Speak of the fewest sections whose move would set all in order."""
    found = sorted(_placed(draft.document, options.order).items(), key=lambda one: one[1].heading)
    ranks = [rank for rank, _ in found]
    kept = {ranks[at] for at in longest_rising(ranks)}
    titles = {rank: excerpt(section.title) for rank, section in found}
    for rank, section in found:
        if rank in kept:
            continue
        before = max((one for one in kept if one < rank), default=None)
        if before is not None:
            belongs = f'after "{titles[before]}"'
        else:
            belongs = f'before "{titles[min(kept)]}"'
        yield Finding(section.title_span, frame.told(found=titles[rank], belongs=belongs))


def _placed(document: Document, order: Sequence[str]) -> dict[int, Section]:
    """Give the section of each place in the order: the first of that title, else that holds it."""
    exact: dict[int, Section] = {}
    loose: dict[int, Section] = {}
    wanted = [
        (rank, words_of(reading).words)
        for rank, title in enumerate(order)
        for reading in expand(title)
    ]
    for section in document.sections:
        if section.attachment is not None:
            continue
        title = words_of(section.title).words
        for rank, words in wanted:
            if title == words:
                exact.setdefault(rank, section)
            elif rank not in loose and _holds(title, words):
                loose[rank] = section
    placed = loose | exact
    by_section: dict[int, Section] = {}
    taken: set[int] = set()
    for rank in sorted(placed, key=lambda rank: rank not in exact):
        if placed[rank].index not in taken:
            taken.add(placed[rank].index)
            by_section[rank] = placed[rank]
    return by_section


def _holds(title: tuple[str, ...], words: tuple[str, ...]) -> bool:
    size = len(words)
    return any(title[at : at + size] == words for at in range(len(title) - size + 1))


def longest_rising(ranks: Sequence[int]) -> list[int]:
    """Give the positions of a longest rising run of ranks, which are all different."""
    tails: list[int] = []  # ranks, each the smallest that ends a rising run of its length
    at_tail: list[int] = []
    previous: list[int] = []
    for position, rank in enumerate(ranks):
        length = bisect_left(tails, rank)
        previous.append(at_tail[length - 1] if length else -1)
        tails[length : length + 1] = [rank]
        at_tail[length : length + 1] = [position]
    run: list[int] = []
    position = at_tail[-1] if at_tail else -1
    while position >= 0:
        run.append(position)
        position = previous[position]
    return run[::-1]


KIND = Kind(
    given="list",
    options=Order,
    check=check,
    message='"{found}" is out of order: it belongs {belongs}',
    blanks=("found", "belongs"),
)
