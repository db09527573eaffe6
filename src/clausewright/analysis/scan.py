"""One scan for all phrases: who looks for which words, and where they stand.

Facts and rules declare phrases; the scanner folds them into one trie of words and walks each
document once. A phrase is plain words. ``{a|b|}`` stands for alternatives ("{as|so} soon as
{possible|practicable}"). A space in a phrase matches any white space or one hyphen; any other
character between two words ("and/or", "24/7") must stand there as written. Case, curly
apostrophes and line breaks do not matter. Overlapping phrases are all reported.
"""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from types import MappingProxyType
from typing import NamedTuple

from clausewright.model.span import Span
from clausewright.pattern import regex

_WORD = regex(r"[^\W_]+(?:'[^\W_]+)*")
_WORD_BY_WORD = regex(r"([^\W_]+(?:'[^\W_]+)*)")
_ALTERNATIVES = regex(r"\{([^{}]*)\}")
_APOSTROPHES = "\u2019\u2018\u02bc"
_HYPHENS = frozenset("-\u2010\u2011\u2013")


def fold(text: str) -> str:
    """Fold case and apostrophes, one code point to one code point."""
    low = text.lower()
    if len(low) != len(text):
        low = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    for apostrophe in _APOSTROPHES:
        low = low.replace(apostrophe, "'")
    return low


@dataclass(frozen=True)
class Words:
    """The words of a text in order: folded, with their offsets.

    ``gaps`` holds what stands after each word, up to the next word or the end of the text.
    """

    folded: str
    words: tuple[str, ...]
    gaps: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Each word once."""
        return frozenset(self.words)

    @cached_property
    def numbers(self) -> tuple[int, ...]:
        """The indexes of the words that start with a digit, in order."""
        starting = {word for word in self.vocabulary if word[0].isdigit()}
        return tuple([index for index, word in enumerate(self.words) if word in starting])

    def index_at(self, offset: int) -> int:
        """Give the index of the first word that starts at or after an offset."""
        return bisect_left(self.starts, offset)

    def between(self, start: int, end: int) -> tuple[str, ...]:
        """Give the words that start inside a range."""
        return self.words[self.index_at(start) : self.index_at(end)]


def words_of(text: str) -> Words:
    """Cut a text into words."""
    folded = fold(text)
    parts = _WORD_BY_WORD.split(folded)
    offsets = tuple(itertools.accumulate(map(len, parts)))
    return Words(folded, tuple(parts[1::2]), tuple(parts[2::2]), offsets[:-1:2], offsets[1::2])


class Hit(NamedTuple):
    """A phrase that stands in the text; ``phrase`` as declared after expansion."""

    span: Span
    phrase: str


@dataclass(slots=True)
class _Node:
    next: dict[str, _Node] = field(default_factory=dict)
    ends: list[tuple[str, tuple[str, ...], tuple[str, ...]]] = field(default_factory=list)


def expand(phrase: str) -> Iterator[str]:
    """Give all readings of a phrase with alternatives, white space made single."""
    if "{" not in phrase:
        yield " ".join(phrase.split())
        return
    parts = _ALTERNATIVES.split(phrase)
    choices = [part.split("|") if i % 2 else [part] for i, part in enumerate(parts)]
    for choice in itertools.product(*choices):
        yield " ".join("".join(choice).split())


@lru_cache(maxsize=512)
def readings(phrases: tuple[str, ...]) -> frozenset[str]:
    """Give all readings of phrases, as hits name them."""
    return frozenset(reading for phrase in phrases for reading in expand(phrase))


class Scanner:
    """Phrases of many owners in one trie of words.

    The branch of a first word is built when a text holds that word: a draft holds a few of them.
    """

    def __init__(self, phrases: Mapping[str, Iterable[str]]) -> None:
        self._waiting: dict[str, dict[str, dict[str, None]]] = {}
        self._root: dict[str, _Node] = {}
        for owner, declared in phrases.items():
            for phrase in declared:
                for reading in expand(phrase):
                    branch = self._waiting.setdefault(_first_word(reading), {})
                    branch.setdefault(reading, {})[owner] = None
        self.owners = tuple(phrases)

    def _build(self, word: str) -> None:
        """Build the branch of the phrases that start with a word."""
        for reading, who in self._waiting.pop(word).items():
            _add(self._root, reading, tuple(who))

    def scan(self, words: Words) -> Mapping[str, tuple[Hit, ...]]:
        """Give the hits of each owner in order of place; owners without hits have none."""
        hits: defaultdict[str, list[Hit]] = defaultdict(list)
        tokens, gaps, root = words.words, words.gaps, self._root
        starts, ends = words.starts, words.ends
        for word in self._waiting.keys() & words.vocabulary:
            self._build(word)
        here = root.keys() & words.vocabulary
        last = len(tokens) - 1
        for start in [index for index, word in enumerate(tokens) if word in here]:
            node = root[tokens[start]]
            at = start
            while True:
                for phrase, wanted, owners in node.ends:
                    if at == start or _gaps_fit(gaps[start:at], wanted):
                        hit = Hit(Span(starts[start], ends[at]), phrase)
                        for owner in owners:
                            hits[owner].append(hit)
                if at == last:
                    break
                at += 1
                following = node.next.get(tokens[at])
                if following is None:
                    break
                node = following
        return MappingProxyType({owner: tuple(found) for owner, found in hits.items()})


def _first_word(reading: str) -> str:
    word = reading.partition(" ")[0]
    if word.isalnum() and word.isascii():
        return word.lower()
    found = _WORD.search(fold(reading))
    if found is None:
        msg = f"a phrase needs at least one word: {reading!r}"
        raise ValueError(msg)
    return found[0]


def _add(level: dict[str, _Node], reading: str, owners: tuple[str, ...]) -> None:
    folded = fold(reading)
    found = list(_WORD.finditer(folded))
    gaps = tuple(folded[a.end() : b.start()].strip() for a, b in itertools.pairwise(found))
    node = level.setdefault(found[0][0], _Node())
    for match in found[1:]:
        node = node.next.setdefault(match[0], _Node())
    node.ends.append((reading, gaps, owners))


def _gaps_fit(gaps: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    """Tell whether what stands between words is as in a phrase, or a space or hyphen."""
    for between, gap in zip(gaps, wanted, strict=True):
        if between == " " and not gap:
            continue
        mark = between.strip()
        if mark != gap and (gap or mark not in _HYPHENS):
            return False
    return True
