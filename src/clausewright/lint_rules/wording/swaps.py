"""Words to write differently: "old: new" pairs, each with a fix that a person confirms."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from clausewright.analysis.draft import Draft
from clausewright.analysis.outline import Role
from clausewright.analysis.scan import Hit, expand
from clausewright.lint_rules.rule import Finding
from clausewright.lint_rules.wording.context import widest
from clausewright.model.finding import Applicability, Edit, Fix

_PROSE = frozenset((Role.OPERATIVE, Role.DEFINITION))


@dataclass(frozen=True)
class Swaps:
    """What a house style may change: ``swaps`` are "old: new"; without ": new" there is no fix."""

    swaps: tuple[str, ...]


def phrases_of(options: Swaps) -> tuple[str, ...]:
    """Give the old words."""
    return tuple(swap.partition(":")[0].strip() for swap in options.swaps)


@lru_cache(maxsize=16)
def _plain(options: Swaps) -> dict[str, str]:
    return {
        reading: swap.partition(":")[2].strip()
        for swap in options.swaps
        for reading in expand(swap.partition(":")[0])
    }


def swap_findings(draft: Draft, options: Swaps, hits: tuple[Hit, ...]) -> Iterator[Finding]:
    """Speak of each old word in running text, with what to write instead."""
    plain = _plain(options)
    for hit in widest(hits):
        block = draft.document.block_at(hit.span.start)
        words = draft.document.text_of(hit.span)
        if draft.outline.role(block) not in _PROSE or block.quoted or _is_name(words):
            continue
        new = plain[hit.phrase]
        if not new:
            yield Finding(hit.span, f'"{words}" says nothing that plain words do not')
            continue
        fix = Fix(f'Write "{new}"', Applicability.UNSAFE, (Edit(hit.span, as_cased(words, new)),))
        yield Finding(hit.span, f'"{words}": "{new}" says the same', fix=fix)


def _is_name(words: str) -> bool:
    """Tell a title ("Terms and Conditions"): its last word is capitalised."""
    last = words.rsplit(maxsplit=1)[-1]
    return " " in words and last[:1].isupper()


def as_cased(old: str, new: str) -> str:
    """Give the new words with the capitals of the old ones."""
    if len(old) > 1 and old.isupper():
        return new.upper()
    return new[:1].upper() + new[1:] if old[:1].isupper() else new
