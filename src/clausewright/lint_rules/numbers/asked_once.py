"""Questions that an agreement answers once: by when to claim, how long the term is.

Two sections that answer one question differently may speak of two cases the
words do not tell apart, so that what is found here is a hint.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from clausewright.analysis.draft import Draft
from clausewright.analysis.outline import Role
from clausewright.analysis.scan import Hit
from clausewright.analysis.statements import Statement, statements_with
from clausewright.lint_rules.numbers.questions import QUESTIONS, Question
from clausewright.model.document import BlockKind
from clausewright.model.facts import Dimension, Quantity
from clausewright.model.finding import Finding, Severity
from clausewright.model.span import Span
from clausewright.pattern import regex

_NEAR: Final = 48
"""Code points beside a number in which the words stand that tie it to a question."""
_CASES = regex(
    r"\b(?:plan|plans|package|tier|basic|premium|professional|enterprise|gold|silver|bronze|region|"
    r"except|unless|respectively|example|e\.g|instance|emergency|urgent|unplanned|unscheduled|"
    r"critical|priority|severity|p[1-5]|additional|further|second|trial|pilot|depending|either|"
    r"extension|extended|initial response|non-production|another|other)\b",
    re.IGNORECASE,
)
_QUIET = frozenset((Role.CONTENTS, Role.CODE, Role.SIGNATURE, Role.TITLE, Role.CONTROL))


@dataclass(frozen=True)
class Answer:
    """A number that answers a question, where it stands, and what is compared of it."""

    span: Span
    section: int | None
    value: tuple[float, float]


def answered_twice(draft: Draft, hits: Sequence[Hit]) -> Iterator[Finding]:
    """Tell the questions that two sections answer with two different numbers."""
    for question in QUESTIONS:
        asked = [hit for hit in hits if hit.phrase in question.readings]
        answers = list(_answers(draft, question, asked)) if len(asked) > 1 else []
        yield from compared(draft, question.name, answers)


def compared(draft: Draft, name: str, answers: Iterable[Answer]) -> Iterator[Finding]:
    """Tell the first answer that differs from one before it; more than two are several cases."""
    given = list(answers)
    if len({answer.value for answer in given}) != 2:
        return
    first = given[0]
    other = next(answer for answer in given if answer.value != first.value)
    if other.section == first.section:
        return
    said, before = (draft.document.text_of(one.span) for one in (other, first))
    line = draft.document.line_name(first.span.start)
    yield Finding(
        other.span,
        f"{name}: {said} here and {before} in {line}",
        severity=Severity.INFO,
    )


def _answers(draft: Draft, question: Question, hits: Sequence[Hit]) -> Iterator[Answer]:
    for statement, _ in statements_with(draft, hits):
        quantity = _answer(draft, question, statement)
        if quantity is not None:
            section = draft.document.section_index(statement.block)
            yield Answer(quantity.span, section, (quantity.base, quantity.high or 0.0))


def _answer(draft: Draft, question: Question, statement: Statement) -> Quantity | None:
    """Give the one number of a sentence that answers the question."""
    if statement.block.kind is BlockKind.HEADING or draft.outline.role(statement.block) in _QUIET:
        return None
    said = draft.document.text_of(statement.span)
    if question.needs is not None and not question.needs.search(said):
        return None
    if _CASES.search(said) or (question.never is not None and question.never.search(said)):
        return None
    numbers = [one for one in statement.quantities if one.dimension is question.dimension]
    if len(numbers) != 1 or numbers[0].base < question.least or numbers[0].placeholder:
        return None
    return numbers[0] if _is_tied(draft.text, question, numbers[0]) else None


def _is_tied(text: str, question: Question, number: Quantity) -> bool:
    """Tell whether the words right beside a number tie it to the question."""
    if number.dimension is Dimension.TIME_OF_DAY:
        return number.high is not None
    if question.before is None and question.after is None:
        return True
    start = max(0, number.span.start - _NEAR)
    if question.before is not None and question.before.search(text, start, number.span.start):
        return True
    return question.after is not None and question.after.match(text, number.span.end) is not None
