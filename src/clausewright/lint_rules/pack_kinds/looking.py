"""What the kinds that look for words share: phrases that may be looked for, and their exceptions.

A phrase is what the one scan of a draft understands: plain words with ``{a|b}`` for alternatives.
There are no patterns: a pattern can run away, and a list of words can be read by whoever owns it.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from clausewright.analysis.draft import Draft
from clausewright.analysis.scan import Hit, expand, readings
from clausewright.lint_rules.pack_kinds.kind import Frame, excerpt
from clausewright.lint_rules.rule import Finding
from clausewright.lint_rules.wording.context import widest
from clausewright.lint_rules.wording.swaps import as_cased
from clausewright.model.finding import Edit, Fix
from clausewright.model.span import Span
from clausewright.pattern import regex

LONGEST = 200
"""Code points of a phrase."""
MOST_READINGS = 500
"""Readings of a phrase with alternatives."""

_ALTERNATIVES = regex(r"\{([^{}]*)\}")
_WORD = regex(r"[^\W_]")


@dataclass(frozen=True, kw_only=True)
class Exceptions:
    """Phrases that excuse words: ``apart_from`` around them, ``unless`` in the same sentence."""

    apart_from: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse phrases that cannot be looked for.

        Raises:
            ValueError: with the phrase and what is wrong with it.

        """
        check_phrases((*self.apart_from, *self.unless))


def check_phrases(phrases: Iterable[str]) -> None:
    """Refuse phrases that cannot be looked for.

    Raises:
        ValueError: with the phrase and what is wrong with it.

    """
    for phrase in phrases:
        fault = _fault(phrase)
        if fault is not None:
            raise ValueError(f'"{phrase[:LONGEST]}" {fault}')


@lru_cache(maxsize=4096)
def _fault(phrase: str) -> str | None:
    if len(phrase) > LONGEST:
        return f"is longer than {LONGEST} characters"
    groups = _ALTERNATIVES.findall(phrase)
    if re.search(r"[{}]", _ALTERNATIVES.sub("", phrase)):
        return "has a brace without its partner; alternatives are written {a|b}"
    readings = math.prod(group.count("|") + 1 for group in groups)
    if readings > MOST_READINGS:
        return f"stands for {readings:,} readings, at most {MOST_READINGS} can be looked for"
    if any(_WORD.search(reading) is None for reading in expand(phrase)):
        return "needs a word in each of its readings"
    return None


def parted(line: str, shape: str) -> tuple[str, str]:
    """Give what stands before and after the colon of a line of a pack.

    Raises:
        ValueError: with the line and what it should be, where nothing stands on one side.

    """
    before, colon, after = line.partition(":")
    if not (colon and before.strip() and after.strip(" ,")):
        raise ValueError(f'"{line}" {shape}')
    return before.strip(), after.strip()


def mended(frame: Frame, draft: Draft, span: Span, instead: str) -> Finding:
    """Speak of words that shall be others, with the others as their mend."""
    found = draft.document.text_of(span)
    new = as_cased(found, instead)
    fix = Fix(f'Write "{new}"', frame.fix, (Edit(span, new),))
    return Finding(span, frame.told(found=excerpt(found), instead=new), fix=fix)


def told_hits(
    draft: Draft, hits: tuple[Hit, ...], sought: frozenset[str], exceptions: Exceptions
) -> Iterator[Hit]:
    """Give the hits on what is sought that nothing excuses, the widest where some overlap."""
    around = readings(exceptions.apart_from)
    nearby = readings(exceptions.unless)
    excused = [hit.span for hit in hits if hit.phrase in around]
    starts = {draft.sentence_at(hit.span.start).start for hit in hits if hit.phrase in nearby}
    at = 0
    for hit in widest(tuple(hit for hit in hits if hit.phrase in sought)):
        while at < len(excused) and excused[at].end <= hit.span.start:
            at += 1
        if _is_around(excused, at, hit.span):
            continue
        if starts and draft.sentence_at(hit.span.start).start in starts:
            continue
        yield hit


def _is_around(spans: list[Span], at: int, hit: Span) -> bool:
    """Tell whether one of the spans from ``at`` on, in order of start, holds a hit."""
    while at < len(spans) and spans[at].start <= hit.start:
        if spans[at].end >= hit.end:
            return True
        at += 1
    return False
