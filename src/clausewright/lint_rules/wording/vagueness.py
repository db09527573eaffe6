"""What the rules on vague words share: phrases at once, single words after a look at the sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from clausewright.analysis.draft import Draft
from clausewright.analysis.scan import Hit, expand
from clausewright.lint_rules.rule import Finding
from clausewright.lint_rules.wording import context
from clausewright.lint_rules.wording.in_context import qualifies_a_duty
from clausewright.model.facts import Dimension
from clausewright.model.span import Span


@dataclass(frozen=True)
class VagueWords:
    """What a house style may change.

    ``words``: phrases that are vague in any duty. ``words_in_context``: words that are vague only
    where they qualify what is owed; the sentence is read to tell.
    """

    words: tuple[str, ...]
    words_in_context: tuple[str, ...] = ()


TIMES = frozenset((Dimension.DURATION,))
AMOUNTS = frozenset(Dimension) - {Dimension.MONEY, Dimension.TIME_OF_DAY}
LEVELS = AMOUNTS - {Dimension.COUNT}


def phrases_of(options: VagueWords) -> tuple[str, ...]:
    """Give all phrases to look for."""
    return options.words + options.words_in_context


@lru_cache(maxsize=32)
def _weak(options: VagueWords) -> frozenset[str]:
    return frozenset(reading for word in options.words_in_context for reading in expand(word))


def vague_findings(
    draft: Draft,
    options: VagueWords,
    hits: tuple[Hit, ...],
    message: Callable[[str], str],
    measures: frozenset[Dimension],
) -> Iterator[Finding]:
    """Speak of each vague phrase that says how a duty or a level is to be met."""
    contract = draft.profile.name == "contract"
    weak = _weak(options)
    for hit in context.widest(hits):
        in_context = hit.phrase in weak
        if in_context and contract:
            continue
        block = draft.document.block_at(hit.span.start)
        if not context.operative(draft, block, hit.span):
            continue
        near = context.around(draft, hit.span)
        if context.measured(draft, near, hit.span, measures) or context.legal(draft, near, hit.span):
            continue
        if not context.binds(draft, near, hit, strictly=contract):
            continue
        if in_context and not (
            not context.in_legal_section(draft, block) and qualifies_a_duty(draft, block, near, hit)
        ):
            continue
        yield Finding(hit.span, message(_shown(draft, hit.span)))


def _shown(draft: Draft, span: Span) -> str:
    return " ".join(draft.document.text_of(span).split())
