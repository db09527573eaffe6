"""What the rules on vague words share: phrases at once, single words in context."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from clausewright.analysis.draft import Draft
from clausewright.analysis.scan import Hit, expand
from clausewright.lint_rules.rule import Finding
from clausewright.lint_rules.wording import context
from clausewright.lint_rules.wording.in_context import qualifies_a_duty
from clausewright.model.document import Block
from clausewright.model.facts import Dimension
from clausewright.model.finding import Severity
from clausewright.model.span import Span
from clausewright.pattern import regex


@dataclass(frozen=True)
class VagueWords:
    """What a house style may change.

    ``words``: phrases that are vague in any duty. ``words_in_levels``: phrases that are vague where
    service levels are agreed, and settled idiom elsewhere in contracts. ``words_in_context``: words
    of service levels that are vague only where they qualify what is owed; the sentence is read to
    tell. ``tolerated``: longer phrases in which such a word is harmless ("effective date").
    """

    words: tuple[str, ...]
    words_in_levels: tuple[str, ...] = ()
    words_in_context: tuple[str, ...] = ()
    tolerated: tuple[str, ...] = ()


_GRADED = regex(r"\b(?:reasonabl[ey]|efforts?|endeavou?rs?)\b")
"""Standards of effort that contract lawyers know: only a hint in a contract."""
TIMES = frozenset((Dimension.DURATION,))
AMOUNTS = frozenset(Dimension) - {Dimension.MONEY, Dimension.TIME_OF_DAY}
LEVELS = AMOUNTS - {Dimension.COUNT}


def phrase_list(text: str) -> tuple[str, ...]:
    """Cut a list of phrases written as text: a semicolon ends each, line breaks do not matter."""
    joined = re.sub(r"\|\n", "|", text)
    return tuple(" ".join(phrase.split()) for phrase in joined.split(";") if phrase.strip())


def phrases_of(options: VagueWords) -> tuple[str, ...]:
    """Give all phrases to look for."""
    return options.words + options.words_in_levels + options.words_in_context + options.tolerated


@lru_cache(maxsize=64)
def _readings(phrases: tuple[str, ...]) -> frozenset[str]:
    return frozenset(reading for phrase in phrases for reading in expand(phrase))


def vague_findings(
    draft: Draft,
    options: VagueWords,
    hits: tuple[Hit, ...],
    message: Callable[[str], str],
    measures: frozenset[Dimension],
) -> Iterator[Finding]:
    """Speak of each vague phrase that says how a duty or a level is to be met."""
    in_contract = draft.profile.name == "contract"
    weak, tolerated = _readings(options.words_in_context), _readings(options.tolerated)
    idiom = _readings(options.words_in_levels)
    for hit in context.widest(hits):
        if hit.phrase in tolerated or (in_contract and hit.phrase in weak):
            continue
        block = draft.document.block_at(hit.span.start)
        contract = in_contract and not context.in_service_section(draft, block)
        if (contract and hit.phrase in idiom) or not context.operative(draft, block, hit.span):
            continue
        if not _says_how(draft, block, hit, measures, contract=contract):
            continue
        near = context.around(draft, hit.span)
        if hit.phrase in weak and not qualifies_a_duty(draft, block, near, hit):
            continue
        graded = Severity.INFO if in_contract and _GRADED.search(hit.phrase) else None
        yield Finding(hit.span, message(_shown(draft, hit.span)), severity=graded)


def _says_how(
    draft: Draft, block: Block, hit: Hit, measures: frozenset[Dimension], *, contract: bool
) -> bool:
    """Tell a phrase that says how a duty is met, with no measure beside it."""
    near = context.around(draft, hit.span)
    if context.measured(draft, near, hit.span, measures):
        return False
    if context.legal(draft, near, hit.span, contract=contract):
        return False
    if contract and context.in_legal_section(draft, block):
        return False
    return context.binds(draft, near, hit, strictly=contract)


def _shown(draft: Draft, span: Span) -> str:
    return " ".join(draft.document.text_of(span).split())
