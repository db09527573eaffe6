"""A duty that nobody owes.

"Reports shall be sent each month" does not say who sends them. When none come, each side points
at the other. Make the one who acts the subject: "the Supplier shall send ...".

Only acts that somebody has to do are looked at (send, pay, deliver, restore ...), not what a text
declares ("shall be deemed", "shall be governed"). Tolerated: a passive with "by" and the actor,
sentences that name a single party, definitions, recitals, titles and quotations.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausewright.analysis.actors import names_an_actor
from clausewright.analysis.draft import Draft
from clausewright.analysis.duties import OBLIGATIONS
from clausewright.analysis.outline import Role
from clausewright.language import ParsedSentence, patterns
from clausewright.lint_rules.rule import Bad, Finding, Good, Hit, NoOptions, Rule
from clausewright.model.facts import Duty
from clausewright.model.finding import Severity
from clausewright.model.span import Span

_ACTS = frozenset(
    ("sent", "paid", "delivered", "restored", "reported", "notified", "repaired", "resolved",
     "returned", "submitted", "issued", "credited", "refunded", "escalated", "answered", "tested",
     "reviewed", "measured", "monitored", "updated", "shipped", "installed", "announced",
     "acknowledged", "backed", "communicated", "destroyed", "invoiced", "logged", "archived")
)  # fmt: skip
_LONGEST = 400
"""Sentences longer than this, in code points, name their actor too far away to tell."""


def check(draft: Draft, options: NoOptions, hits: tuple[Hit, ...]) -> Iterator[Finding]:  # noqa: ARG001
    """Speak of each passive duty in a sentence that names nobody."""
    for duty in draft.duties:
        if duty.passive and duty.actor is None and _is_unowned(draft, duty):
            words = draft.document.text_of(duty.span)
            yield Finding(
                Span(duty.span.start, _end_of_verb(draft, duty)),
                f'"{words} be {duty.verb}" does not say by whom',
            )


def _is_unowned(draft: Draft, duty: Duty) -> bool:
    if duty.modal not in OBLIGATIONS or duty.verb not in _ACTS or duty.subject is None:
        return False
    block = draft.document.block_at(duty.span.start)
    if draft.outline.role(block) is not Role.OPERATIVE or len(duty.sentence) > _LONGEST:
        return False
    if names_an_actor(draft, duty.sentence):
        return False
    sentence = draft.language.parse(draft.document.text_of(duty.sentence))
    return _is_passive(sentence, duty)


def _is_passive(sentence: ParsedSentence, duty: Duty) -> bool:
    """Tell a passive without an actor, by dependencies where the user's pipeline gives them."""
    if sentence.parsed:
        passives = {"nsubj:pass", "nsubjpass", "aux:pass", "auxpass"}
        relations = {token.dependency for token in sentence.tokens}
        return bool(relations & passives) and "agent" not in relations
    at = sentence.index_at(duty.span.start - duty.sentence.start)
    after = [group for group in sentence.groups_of(patterns.PASSIVE) if group.first > at]
    if not after:
        return False
    return not any(group.first >= after[0].end for group in sentence.groups_of(patterns.AGENT))


def _end_of_verb(draft: Draft, duty: Duty) -> int:
    at = draft.words.folded.find(duty.verb, duty.span.end, duty.sentence.end)
    return at + len(duty.verb) if at >= 0 else duty.span.end


RULE = Rule(
    code="DUT001",
    name="duty-without-actor",
    severity=Severity.INFO,
    check=check,
    doc=__doc__ or "",
    help="Make the one who acts the subject of the sentence.",
    options=NoOptions(),
    language=True,
    examples=(
        Bad(
            "A report on availability «shall be sent» on the first day of each month.",
            instead="The Supplier shall send a report on the first day of each month.",
        ),
        Bad("Service credits «will be paid» within 30 days."),
        Bad("Backups «must be tested» once in each quarter."),
        Bad("The monthly figures «shall be sent» by the tenth day of the next month."),
        Bad("Faults «must be reported» by telephone."),
        Good("Reports shall be sent by the Supplier on the first day of each month."),
        Good("The Supplier shall ensure that reports are sent each month."),
        Good("Notices shall be deemed delivered after 2 days.", note="A declaration, not a duty."),
        Good("Reports shall be sent to the Customer each month.", note="One party is named."),
    ),
)
