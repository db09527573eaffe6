"""What the rules on vague words share: phrases at once, single words in context."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from clausewright.analysis.draft import Draft
from clausewright.analysis.scan import Hit, readings
from clausewright.lint_rules.rule import Finding
from clausewright.lint_rules.wording import context
from clausewright.lint_rules.wording.in_context import qualifies_a_duty
from clausewright.lint_rules.wording.measures import measured, set_by_reference, set_by_schedule
from clausewright.lint_rules.wording.naming import names_something
from clausewright.lint_rules.wording.standing import (
    GRADES_RECORDS,
    Standing,
    handed_over,
    in_brackets,
    is_conditional_item,
    of_records,
    standing_of,
)
from clausewright.lint_rules.wording.timed_acts import is_timed_act
from clausewright.model.document import Block, BlockKind
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
    ``hints``: those of the phrases that most often only pick something out; they are told as a
    hint unless they grade what is handed over ("provide the necessary staff").
    """

    words: tuple[str, ...]
    words_in_levels: tuple[str, ...] = ()
    words_in_context: tuple[str, ...] = ()
    tolerated: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()


class Judgement(NamedTuple):
    """How a rule judges a phrase by what its sentence does; a plain duty is never a hint.

    ``message``: what to say of the phrase. ``measures``: the kinds of number that measure it.
    ``words`` and ``idioms``: single words, and phrases of levels, are a hint where nothing is
    promised. ``told``: all are a hint in reasons and lead-ins; in introductions and purposes, all
    in a contract and single words elsewhere. ``disclaimed``: all are a hint where the sentence says
    that nothing is guaranteed. ``handed``: what is handed over is
    graded by words of choice, too. ``service``: all are a hint where the sentence
    speaks of no service, and in purposes. ``brackets``: all are a hint alone in brackets.
    ``by_reference``: all are a hint where the sentence goes on to name what sets the measure;
    ``by_schedule``: where it names what sets the time. ``acts``: outside services, a contract is
    warned of acts that contracts time (without it, hints alone are given there). ``style``: words
    and phrases of levels are a hint in a contract on services, too. ``settled`` tells words that
    are a hint for a reason of the rule's own.
    """

    message: Callable[[str], str]
    measures: frozenset[Dimension]
    words: bool = True
    idioms: bool = True
    told: bool = True
    disclaimed: bool = True
    handed: bool = True
    service: bool = False
    brackets: bool = False
    by_reference: bool = False
    by_schedule: bool = False
    acts: bool = False
    style: bool = False
    settled: Callable[[Draft, Span], bool] | None = None


_HALF = regex(r"\w-\w")
"""What stands before and at the start of the second half of a word: "pro-actively"."""
_CUSTOM = " (contracts commonly leave this open)"
_VALUE = 3
"""What a cell may hold beside the phrase that is its value ("As needed.")."""
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


def vague_findings(
    draft: Draft, options: VagueWords, hits: tuple[Hit, ...], judgement: Judgement
) -> Iterator[Finding]:
    """Speak of each vague phrase that says how a duty or a level is to be met."""
    in_contract = draft.profile.name == "contract"
    on_services = in_contract and context.is_service_contract(draft)
    weak, tolerated = readings(options.words_in_context), readings(options.tolerated)
    idiom = readings(options.words_in_levels)
    for hit in context.widest(hits):
        if hit.phrase in tolerated or (in_contract and not on_services and hit.phrase in weak):
            continue
        if " " not in hit.phrase and _HALF.match(draft.text, max(0, hit.span.start - 2)):
            continue
        block = draft.document.block_at(hit.span.start)
        near = context.around(draft, hit.span)
        contract = in_contract and not context.on_service(draft, block, near)
        if on_services:
            spoken = context.speaks_of_service(draft, near)
            if hit.phrase in weak and not spoken:
                continue
            contract = contract and not spoken
            if context.is_legal(draft, block, near, hit.span):
                continue
        if (contract and hit.phrase in idiom) or not context.operative(draft, block, hit.span):
            continue
        strictly = contract or (in_contract and judgement.acts and hit.phrase in weak)
        if not context.binds(draft, near, hit, strictly=strictly):
            continue
        if not _says_how(draft, block, hit, judgement.measures, contract=contract):
            continue
        if hit.phrase in weak and not qualifies_a_duty(draft, block, near, hit):
            continue
        customary = in_contract and (
            hit.phrase.startswith("reasonably ") or (judgement.style and hit.phrase in weak | idiom)
        )
        if contract or (in_contract and judgement.acts):
            acts = judgement.acts and is_timed_act(draft, near, hit, of_service=not contract)
            customary = customary or not acts
        hint = customary or _only_chooses(draft, options, hit, judgement)
        if not hint:
            unsure = judgement.words if hit.phrase in weak else judgement.idioms
            stated = unsure and (hit.phrase in weak or hit.phrase in idiom)
            standing = standing_of(draft, block, near, hit.span)
            aimed = judgement.told and (contract or hit.phrase in weak or judgement.service)
            told = {Standing.AIMED: aimed, Standing.DISCLAIMED: judgement.disclaimed}.get(
                standing, judgement.told
            )
            hint = _is_hint(standing, block, hit, told=told, stated=stated)
        message = judgement.message(_shown(draft, hit.span)) + (_CUSTOM if customary else "")
        yield Finding(hit.span, message, severity=Severity.INFO if hint else None)


def _only_chooses(draft: Draft, options: VagueWords, hit: Hit, judgement: Judgement) -> bool:
    """Tell words that pick something out, stand aside, or send the reader to their measure."""
    near = context.around(draft, hit.span)
    block = draft.document.block_at(hit.span.start)
    if hit.phrase in readings(options.hints) and not (
        judgement.handed and handed_over(draft, near, hit)
    ):
        return True
    if (
        hit.phrase in readings(options.words_in_context)
        and hit.phrase not in GRADES_RECORDS
        and not hit.phrase.endswith("ly")
        and of_records(draft, near, hit.span)
    ):
        return True
    return (
        (judgement.by_reference and set_by_reference(draft, near, hit.span))
        or (judgement.settled is not None and judgement.settled(draft, hit.span))
        or (judgement.by_schedule and set_by_schedule(draft, block, near, hit.span))
        or (judgement.brackets and in_brackets(draft, hit.span))
        or (judgement.service and not context.speaks_of_service(draft, near))
    )


def _is_hint(standing: Standing, block: Block, hit: Hit, *, told: bool, stated: bool) -> bool:
    """Tell whether what the sentence does makes a phrase a hint."""
    if standing is Standing.RELATED:
        return True
    if standing in {Standing.TOLD, Standing.AIMED, Standing.DISCLAIMED}:
        return told
    if standing is Standing.OWED or not stated:
        return False
    return not (block.kind is BlockKind.CELL and len(block.span) <= len(hit.span) + _VALUE)


def _says_how(
    draft: Draft, block: Block, hit: Hit, measures: frozenset[Dimension], *, contract: bool
) -> bool:
    """Tell a phrase that grades what is done, with no measure beside it."""
    near = context.around(draft, hit.span)
    if names_something(draft, block, near, hit.span) or is_conditional_item(draft, block):
        return False
    if measured(draft, block, near, hit.span, measures):
        return False
    if context.legal(draft, near, hit.span, contract=contract) or context.assures(draft, near):
        return False
    return not (contract and context.in_legal_section(draft, block))


def _shown(draft: Draft, span: Span) -> str:
    return " ".join(draft.document.text_of(span).split())
