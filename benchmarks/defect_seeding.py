"""How a defect gets into a draft: clauses added to fitting sections, or a value changed in place.

A phrasing takes a draft and a source of chance and returns the seeded text with the exact places,
or None where the draft has no fitting place. The same draft and the same chance give the same text.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass

from defect_drafts import Draft, Section, next_clause_number

Lines = tuple[int, int]


@dataclass(frozen=True)
class Seeded:
    """A draft with one defect.

    ``places`` are the first and last lines of the defect in the seeded text, ``before`` the lines
    of the base they replace (none for an insertion), ``quotes`` the words inserted or changed.
    """

    text: str
    places: tuple[Lines, ...]
    quotes: tuple[str, ...]
    before: tuple[Lines, ...] = ()


Phrasing = Callable[[Draft, random.Random], Seeded | None]


@dataclass(frozen=True)
class Operator:
    """One kind of drafting defect in three phrasings.

    ``codes`` are the rules that may tell it, ``fair`` further codes that follow elsewhere from the
    defect itself, ``topics`` the topics one of which a finding about the whole document must name.
    Only drafts of these ``kinds`` are seeded, and only those that ``fits`` takes.
    """

    name: str
    codes: tuple[str, ...]
    is_error: bool
    phrasings: tuple[Phrasing, ...]
    fair: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ("external", "cloud", "internal", "support")
    fits: Callable[[Draft], bool] = bool


@dataclass(frozen=True)
class Addition:
    """A block to stand after a line of the draft."""

    after: int
    block: str


def add(*parts: tuple[str, str], **further: str) -> Phrasing:
    """Add blocks, each given as cue and template, to the end of a section of its own.

    A section fits if its title has the cue; ``further`` are words for the templates beside those
    of the draft.
    """

    def phrase(draft: Draft, chance: random.Random) -> Seeded | None:
        taken: list[Section] = []
        additions = []
        for cue, template in parts:
            fitting = [section for section in draft.fitting(cue) if section not in taken]
            if not fitting:
                return None
            section = chance.choice(fitting)
            taken.append(section)
            block = template.format_map(draft.words | further)
            number = "" if block.startswith(("|", "-")) else next_clause_number(draft, section)
            additions.append(Addition(section.last, number + block))
        return insert(draft, additions)

    return phrase


def insert(draft: Draft, additions: list[Addition]) -> Seeded:
    """Insert blocks after lines of the draft, each set off by blank lines."""
    lines = list(draft.lines)
    places: list[Lines] = []
    for addition in sorted(additions, key=lambda one: -one.after):
        block = addition.block.split("\n")
        shift = len(block) + 1
        places = [(first + shift, last + shift) for first, last in places]
        lines[addition.after : addition.after] = ["", *block]
        places.append((addition.after + 2, addition.after + shift))
    quotes = tuple(addition.block for addition in additions)
    return Seeded("\n".join(lines) + "\n", tuple(sorted(places)), quotes)


def change(pattern: str, replacement: str, unless: str | None = None) -> Phrasing:
    r"""Replace the first or another match of a pattern in a line of prose or a table row.

    ``replacement`` may use the groups of the match (``\1``); lines with ``unless`` are passed over.
    """

    def phrase(draft: Draft, chance: random.Random) -> Seeded | None:
        matches = [
            (line, found)
            for line, text in enumerate(draft.lines, 1)
            if not text.startswith("#") and not (unless and re.search(unless, text, re.IGNORECASE))
            for found in re.finditer(pattern, text)
        ]
        if not matches:
            return None
        line, found = chance.choice(matches)
        text = draft.lines[line - 1]
        changed = text[: found.start()] + found.expand(replacement) + text[found.end() :]
        return replace_lines(draft, {line: changed})

    return phrase


def replace_lines(draft: Draft, changed: dict[int, str]) -> Seeded:
    """Put other words on lines of the draft; the number of lines stays."""
    lines = list(draft.lines)
    for line, text in changed.items():
        lines[line - 1] = text
    places = tuple((line, line) for line in sorted(changed))
    quotes = tuple(changed[line].strip() for line in sorted(changed))
    return Seeded("\n".join(lines) + "\n", places, quotes, places)


def keep_lines(draft: Draft, dropped: set[int], quote: str) -> Seeded:
    """Drop lines of the draft: the defect is what is no longer there, so it has no place."""
    lines = [text for line, text in enumerate(draft.lines, 1) if line not in dropped]
    return Seeded("\n".join(lines) + "\n", (), (quote,))
