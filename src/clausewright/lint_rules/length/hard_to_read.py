"""Prose that asks for more than a degree to be read.

The Flesch-Kincaid grade estimates the years of schooling a reader needs. Above 18 (``max_grade``)
even specialists slow down; the people who answer the telephone at night will not follow.

Measured is operative prose in full sentences: no headings, tables, recitals or definitions, and
only where there are at least ``least_words`` of it. The message names both drivers, words in a
sentence and syllables in a word, so that the stronger one can be mended first. Grade = 0.39 x words
per sentence + 11.8 x syllables per word - 15.59.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from clausewright.analysis.draft import Draft
from clausewright.analysis.outline import Role
from clausewright.lint_rules.length.prose import prose_blocks, word_count
from clausewright.lint_rules.rule import Bad, Finding, Good, Hit, Rule
from clausewright.model.finding import Severity
from clausewright.pattern import regex

_VOWELS = regex(r"[aeiouy]+")
_LEAST_SENTENCE = 4  # words; shorter ones are titles and labels


@dataclass(frozen=True)
class Options:
    """The highest grade, and how much prose it takes to judge it."""

    max_grade: float = 18.0
    least_words: int = 150


def check(draft: Draft, options: Options, hits: tuple[Hit, ...]) -> Iterator[Finding]:  # noqa: ARG001
    """Speak once where the grade of the whole prose is above the limit."""
    sentences = 0
    spoken: list[str] = []
    for block in prose_blocks(draft):
        if draft.outline.role(block) is not Role.OPERATIVE:
            continue
        for sentence in draft.sentences.of_block(block):
            if word_count(draft, sentence) >= _LEAST_SENTENCE:
                sentences += 1
                spoken += draft.words.between(sentence.start, sentence.end)
    total = len(spoken)
    if total < options.least_words or not sentences:
        return
    length = total / sentences
    weight = sum(syllables(word) * count for word, count in Counter(spoken).items()) / total
    grade = 0.39 * length + 11.8 * weight - 15.59
    if grade > options.max_grade:
        yield Finding(
            None,
            f"the prose reads at grade {grade:.1f}, above {options.max_grade:g}:"
            f" {length:.0f} words a sentence, {weight:.2f} syllables a word",
        )


@lru_cache(maxsize=16384)
def syllables(word: str) -> int:
    """Estimate the syllables of a word from its groups of vowels."""
    groups = len(_VOWELS.findall(word))
    if word.endswith("e") and not word.endswith(("le", "ee", "ye")) and groups > 1:
        groups -= 1
    if word.endswith("ed") and not word.endswith(("ted", "ded")) and groups > 1:
        groups -= 1
    return max(1, groups)


_HARD = (
    "Notwithstanding the applicability of additional contractual obligations, the organisation"
    " responsible for the administration of telecommunication facilities undertakes the continuous"
    " identification, classification, prioritisation and documentation of irregularities"
    " affecting the availability of infrastructure components, including configuration management"
    " responsibilities assigned to intermediary subcontracting organisations."
)
_PLAIN = (
    "The Supplier logs each fault. It tells the user the ticket number within 30 minutes. It tells"
    " the user every 4 hours how far the work has come. The user says when the fault is gone."
)

RULE = Rule(
    code="LEN004",
    name="hard-to-read",
    severity=Severity.INFO,
    check=check,
    doc=__doc__ or "",
    help="Shorten the sentences first, then replace the long words.",
    options=Options(),
    references=("Kincaid et al., Derivation of New Readability Formulas (1975)",),
    examples=(
        Bad("\n\n".join([_HARD] * 5), whole=True, instead="\n\n".join([_PLAIN] * 6)),
        Bad("# Levels\n\n" + "\n".join(f"- {_HARD}" for _ in range(4)), whole=True, profile="ola"),
        Bad("\n\n".join([_HARD] * 6), whole=True, profile="contract"),
        Good("\n\n".join([_PLAIN] * 8)),
        Good(_HARD, note="Too little prose to judge."),
        Good(
            "\n\n".join([_PLAIN] * 6)
            + "\n\n| a | b |\n|---|---|\n"
            + f"| {_HARD} | {_HARD} |\n" * 3,
            note="A table is not prose.",
        ),
    ),
)
