"""The table of the library: topics by position, and how each clause reads.

Run ``python -m clausewright.checking.clause_table > docs/clauses-table.md`` after a change of a
clause. Each clause is measured as its sample prints it, its definitions included, tables and notes
left out. The reading grade is that of Flesch and Kincaid, as LEN004 computes it.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from statistics import mean

from clausewright.checking.smallest import smallest_agreement
from clausewright.generator.agreement import Agreement, Defined, Paragraph, text_of
from clausewright.generator.clause import Clause, ClauseStatus, Position
from clausewright.generator.library import Library
from clausewright.generator.resolution import GLOSSARY
from clausewright.language.sentences import sentence_starts
from clausewright.lint_rules.length.hard_to_read import syllables
from clausewright.model.topics import TOPICS

_WORD = re.compile(r"[^\W_]+(?:[.,'’:/@-][^\W_]+)*%?")
_LETTERS = re.compile(r"[a-z]+(?:['’][a-z]+)*")
_INTRO = """\
# The clauses in figures

Written by `python -m clausewright.checking.clause_table > docs/clauses-table.md`; a test fails when
it is out of date. Each clause is measured as its sample prints it, with its definitions and without
tables: its words, the words of its longest sentence (an item of a list counts as one), and its
reading grade after Flesch and Kincaid.
"""


@dataclass(frozen=True, slots=True)
class Measured:
    """How one clause reads: words, words of its longest sentence, and the reading grade."""

    clause: Clause
    words: int
    sentences: int
    longest: int
    grade: float


def measured(library: Library) -> tuple[Measured, ...]:
    """Measure all clauses on offer, in order of id."""
    offered = [one for one in library.clauses if one.front.status is not ClauseStatus.RETIRED]
    return tuple(_measured(library, clause) for clause in offered)


def _measured(library: Library, clause: Clause) -> Measured:
    agreement = smallest_agreement(library, clause)
    sentences = list(_sentences(_paragraphs(agreement, clause))) if agreement else []
    counts = [len(_WORD.findall(sentence)) for sentence in sentences]
    letters = Counter(w for one in sentences for w in _LETTERS.findall(one.lower()))
    total = sum(letters.values())
    weight = sum(syllables(word) * count for word, count in letters.items()) / max(total, 1)
    grade = 0.39 * total / max(len(sentences), 1) + 11.8 * weight - 15.59
    return Measured(clause, sum(counts), len(sentences), max(counts, default=0), grade)


def _paragraphs(agreement: Agreement, clause: Clause) -> Iterator[str]:
    """Give what the clause prints: its own section, and its terms where they are collected."""
    own = f"{clause.id}@{clause.front.version}"
    for section in agreement.sections:
        collected = bool(section.clause and section.clause.startswith(f"{GLOSSARY}@"))
        held: str | None = None
        for block in section.blocks:
            if not isinstance(block, Paragraph):
                continue
            first = block.inlines[0] if block.inlines else None
            if collected and isinstance(first, Defined):
                held = first.text
            if (
                held in clause.front.defines
                if collected and held is not None
                else section.clause == own
            ):
                yield text_of(block.inlines)


def _sentences(paragraphs: Iterable[str]) -> Iterator[str]:
    """Cut paragraphs into sentences; an item of a list counts for itself, as in LEN003."""
    for text in paragraphs:
        starts = [*sentence_starts(text), len(text)]
        yield from (text[start:end] for start, end in pairwise(starts))


def written(library: Library) -> str:
    """Give the page."""
    found = measured(library)
    parts = (_INTRO, _summary(found), _by_topic(found), _by_clause(found))
    return "\n".join(parts)


def _summary(found: tuple[Measured, ...]) -> str:
    by_position = Counter(one.clause.front.position for one in found)
    positions = ", ".join(f"{by_position[one]} {one}" for one in Position)
    longest = max(found, key=lambda one: one.longest)
    hardest = max(found, key=lambda one: one.grade)
    sentences = sum(one.sentences for one in found)
    return (
        f"{len(found)} clauses ({positions}). Mean {mean(one.words for one in found):.0f} words a "
        f"clause and {sum(one.words for one in found) / sentences:.1f} words a sentence; mean "
        f"grade {mean(one.grade for one in found):.1f}.\nLongest sentence: {longest.longest} words "
        f"(`{longest.clause.id}`). Hardest clause: grade {hardest.grade:.1f} "
        f"(`{hardest.clause.id}`).\n"
    )


def _by_topic(found: tuple[Measured, ...]) -> str:
    lines = [
        "## Topics by position\n",
        "A clause that addresses several topics counts in each. Words and grade are means.\n",
        "| topic | clauses | balanced | provider | customer | words | longest sentence | grade |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    for topic in TOPICS:
        held = [one for one in found if topic in one.clause.front.topics]
        if not held:
            lines.append(f"| {topic} | 0 | | | | | | |")
            continue
        by_position = Counter(one.clause.front.position for one in held)
        positions = " | ".join(
            str(by_position[one])
            for one in (Position.BALANCED, Position.PROVIDER, Position.CUSTOMER)
        )
        words, grade = mean(one.words for one in held), mean(one.grade for one in held)
        longest = max(one.longest for one in held)
        lines.append(
            f"| {topic} | {len(held)} | {positions} | {words:.0f} | {longest} | {grade:.1f} |"
        )
    return "\n".join(lines) + "\n"


def _by_clause(found: tuple[Measured, ...]) -> str:
    lines = [
        "## Clauses\n",
        "| clause | position | topics | words | longest sentence | grade |",
        "| --- | --- | --- | ---: | ---: | ---: |",
    ]
    for one in found:
        front = one.clause.front
        lines.append(
            f"| `{front.id}` | {front.position} | {', '.join(front.topics)} | {one.words} | "
            f"{one.longest} | {one.grade:.1f} |"
        )
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.stdout.write(written(Library()))
