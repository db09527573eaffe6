"""A duty that nobody owes.

"Reports shall be sent each month" does not say who sends them. When none come, each side points
at the other. Make the one who acts the subject: "the Supplier shall send ...".

Only acts that somebody has to do are looked at (send, pay, deliver, restore ...), not what a text
declares ("shall be deemed", "shall be resolved by arbitration", "shall be measured as"). Tolerated:
a passive with "by" and the actor, sentences that name a party or send the reader elsewhere ("as set
out in clause 4"), what both do jointly, notices between the parties, a sentence that goes on with
the duty of the one before it, definitions, recitals, titles and quotations.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from clausewright.analysis.actors import names_an_actor
from clausewright.analysis.draft import Draft
from clausewright.analysis.duties import OBLIGATIONS
from clausewright.analysis.outline import Role
from clausewright.language import ParsedSentence
from clausewright.lint_rules.rule import Bad, Finding, Good, Hit, NoOptions, Rule
from clausewright.model.facts import Duty
from clausewright.model.finding import Severity
from clausewright.model.span import Span
from clausewright.pattern import regex

_ACTS = frozenset(
    ("sent", "paid", "delivered", "restored", "reported", "notified", "repaired", "resolved",
     "returned", "submitted", "issued", "credited", "refunded", "escalated", "answered", "tested",
     "reviewed", "measured", "monitored", "updated", "shipped", "installed", "announced",
     "acknowledged", "backed", "communicated", "destroyed", "invoiced", "logged", "archived")
)  # fmt: skip
_DECLARES = regex(
    r"\b(?:disputes?|controvers\w+|jointly|mutually|as (?:set|provided|specified|described|stated|"
    r"follows|agreed)|in accordance with|pursuant to|under (?:section|clause|article|schedule)|"
    r"measured (?:as|in|by|from|against)|tested for|laws?|(?:described|set out|listed) below)\b"
)
_NAMED = regex(r"\b(?:to|for|from) (?:the )?[A-Z][A-Za-z]+|\b[A-Z]{3,}\b|\b[A-Z]\w+['\u2019]s\b")
"""A name of somebody, though nothing introduces it as a party."""
_BETWEEN_PARTIES = frozenset(
    ("notice", "notices", "communication", "communications", "consent", "consents")
)  # fmt: skip
_IRREGULAR = {
    "paid": ("pay", "pays", "payment", "payments", "paid"),
    "sent": ("send", "sends", "sent"),
}
_GOES_ON = regex(r"^\W*(?:these|this|such|those|that|said|the same)\b")
_STEM = 3
"""Letters that two forms of a regular verb have in common at least."""
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
    if names_an_actor(draft, duty.sentence) or _is_settled(draft, duty):
        return False
    if not draft.language.refined:
        return True
    return _is_passive(draft.language.parse(draft.document.text_of(duty.sentence)))


def _is_settled(draft: Draft, duty: Duty) -> bool:
    """Tell what a text declares, what notices do, and what the sentence before says by whom."""
    text = draft.words.folded[duty.sentence.start : duty.sentence.end]
    if _DECLARES.search(text) or _NAMED.search(draft.document.text_of(duty.sentence)):
        return True
    if duty.subject and _BETWEEN_PARTIES & set(
        draft.words.between(duty.subject.start, duty.subject.end)
    ):
        return True
    before = _sentence_before(draft, duty.sentence)
    if before is None or not names_an_actor(draft, before):
        return False
    earlier = draft.words.between(before.start, before.end)
    return _GOES_ON.search(text) is not None or any(_same_verb(word, duty.verb) for word in earlier)


def _sentence_before(draft: Draft, sentence: Span) -> Span | None:
    block = draft.document.block_at(sentence.start)
    sentences = draft.sentences.of_block(block)
    earlier = bisect_right(sentences, sentence.start, key=lambda one: one.end)
    return sentences[earlier - 1] if earlier else None


def _same_verb(word: str, participle: str) -> bool:
    """Tell "deliver" and "delivered", "pay" and "paid"."""
    if participle in _IRREGULAR:
        return word in _IRREGULAR[participle]
    stem = participle.removesuffix("ed")
    return len(stem) > _STEM and word.startswith(stem[:-1]) and len(word) <= len(participle)


def _is_passive(sentence: ParsedSentence) -> bool:
    """Tell a passive without an actor by the dependencies that the user's pipeline gives."""
    passives = {"nsubj:pass", "nsubjpass", "aux:pass", "auxpass"}
    relations = {token.dependency for token in sentence.tokens}
    return not sentence.parsed or (bool(relations & passives) and "agent" not in relations)


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
        Good("All disputes shall be resolved by the courts of Hamburg."),
        Good("The Supplier shall pay credits. These credits shall be paid in March."),
        Good("Notices shall be sent to the addresses on page 1.", note="Each party sends its own."),
        Good("Credits shall be paid as set out in Schedule 2."),
    ),
)
