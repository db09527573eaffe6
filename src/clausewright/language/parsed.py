"""A sentence as the language tier read it: plain data, nothing of spaCy in it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from clausewright.model.span import Span


class Token(NamedTuple):
    """One token; ``span`` lies in the text that was parsed.

    ``grammatical`` marks function words (the, of, is ...). ``starts_sentence`` is true for the
    first token of each sentence. ``part_of_speech``, ``tag`` and ``dependency`` are those of
    Universal Dependencies and of the pipeline's own scheme, empty where no pipeline of the user's
    gives them; ``head`` is the index of the governing token, its own index at the root.
    """

    text: str
    lower: str
    span: Span
    grammatical: bool
    punctuation: bool
    starts_sentence: bool
    part_of_speech: str = ""
    tag: str = ""
    dependency: str = ""
    head: int = -1


@dataclass(frozen=True, slots=True, order=True)
class Group:
    """Tokens from ``first`` to ``end`` (exclusive) that fit a pattern."""

    first: int
    end: int


class ParsedSentence(NamedTuple):
    """Tokens of one text and the patterns found in it, by name, in order of place.

    ``tagged`` and ``parsed`` tell whether a pipeline of the user's added parts of speech and
    dependencies.
    """

    text: str
    tokens: tuple[Token, ...]
    groups: Mapping[str, tuple[Group, ...]]
    tagged: bool = False
    parsed: bool = False

    def index_at(self, offset: int) -> int:
        """Give the index of the token in which an offset stands, or of the next one."""
        starts = [token.span.start for token in self.tokens]
        index = bisect_right(starts, offset) - 1
        if index >= 0 and offset < self.tokens[index].span.end:
            return index
        return bisect_left(starts, offset)

    def groups_of(self, pattern: str) -> tuple[Group, ...]:
        """Give where a pattern was found."""
        return self.groups.get(pattern, ())
