"""Duties written with different modals.

Where most duties say "shall" and some say "will" or "must", a reader asks whether the others bind
less. Choose one word for duties and keep to it.

One finding speaks for the document, at the first duty that drifts. Only duties of a party count;
"shall be deemed" and "this agreement will end" do not. Tolerated: a document with few duties, and
slips below 15 in a hundred, and clauses that only state a condition ("that", "if").
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from clausewright.analysis.draft import Draft
from clausewright.analysis.duties import OBLIGATIONS
from clausewright.analysis.outline import Role
from clausewright.lint_rules.rule import Bad, Finding, Good, Hit, Rule
from clausewright.model.facts import Duty
from clausewright.model.finding import Severity
from clausewright.model.span import Span

_CONDITIONS = frozenset(
    ("if", "that", "whether", "unless", "when", "where", "until", "which")
)  # fmt: skip


@dataclass(frozen=True)
class Options:
    """``duties``: below this count of duties nothing is said. ``drift``: share that is told."""

    duties: int = 4
    drift: float = 0.15


def check(draft: Draft, options: Options, hits: tuple[Hit, ...]) -> Iterator[Finding]:  # noqa: ARG001
    """Speak once a document, with the count of each modal."""
    duties = [duty for duty in draft.duties if _binds_a_party(draft, duty)]
    counts = Counter(duty.modal for duty in duties)
    if len(duties) < options.duties or len(counts) < 2:
        return
    usual, _ = counts.most_common(1)[0]
    drifting = [duty for duty in duties if duty.modal != usual]
    if len(drifting) < max(1, options.drift * len(duties)):
        return
    told = ", ".join(f'{count} with "{modal}"' for modal, count in counts.most_common())
    yield Finding(drifting[0].span, f"duties of the parties are written in different ways: {told}")


def _binds_a_party(draft: Draft, duty: Duty) -> bool:
    if duty.modal not in OBLIGATIONS or duty.actor is None or duty.passive or duty.verb == "be":
        return False
    if duty.subject is None or _is_conditional(draft, duty.subject):
        return False
    return draft.outline.role(draft.document.block_at(duty.span.start)) is Role.OPERATIVE


def _is_conditional(draft: Draft, subject: Span) -> bool:
    """Tell "if the Customer will ..." and "to receive a credit, the Customer must ..."."""
    at = draft.words.index_at(subject.start) - 1
    sentence = draft.sentence_at(subject.start)
    opening = draft.words.folded[sentence.start : sentence.start + 3]
    return opening == "to " or (at >= 0 and draft.words.words[at] in _CONDITIONS)


RULE = Rule(
    code="DUT003",
    name="modal-drift",
    severity=Severity.INFO,
    check=check,
    doc=__doc__ or "",
    help="Write every duty with the same modal.",
    options=Options(),
    examples=(
        Bad(
            "The Supplier shall host the Service. The Supplier shall keep logs. The Supplier shall "
            "send a report. The Customer «will» pay the fee.",
            instead="The Supplier shall host the Service. The Supplier shall keep logs. The "
            "Supplier shall send a report. The Customer shall pay the fee.",
        ),
        Bad(
            "The Supplier must answer calls. The Supplier must log them. The Customer must name a "
            "contact. The Customer «shall» pay."
        ),
        Bad(
            "We will answer calls. We will keep logs. You «must» name a contact. You must pay. "
            "We will report."
        ),
        Good("The Supplier shall host the Service. The Customer will pay.", note="Too few."),
        Good(
            "The Supplier shall host the Service. The Supplier shall keep logs. The Supplier shall "
            "report. The Customer shall pay. This agreement will end on 1 March 2027."
        ),
        Good(
            "The Supplier shall host. The Supplier shall report. The Customer shall pay. The "
            "Customer may end this agreement. The Supplier shall keep logs."
        ),
    ),
)
