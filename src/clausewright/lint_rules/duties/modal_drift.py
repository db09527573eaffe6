"""Duties written with different modals.

Where most duties say "shall" and some say "will" or "must", a reader asks whether the others bind
less. Choose one word for duties and keep to it.

One finding speaks for the document, at the first duty that drifts. Only acts of a party count; what
happens to it ("the Customer will forfeit") and "this agreement will end" do not. Tolerated: a
document with few duties, one or two slips, slips below 20 in a hundred, recitals, and clauses that
only state a condition ("that", "if").
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

_NO_ACTS = frozenset(
    ("be", "have", "become", "forfeit", "lose", "retain", "own", "terminate", "expire", "remain",
     "constitute", "apply", "govern", "survive", "include", "mean", "begin", "commence", "receive",
     "need", "continue")
)  # fmt: skip
"""What happens to a party, or what it is; not what it does."""
_CONDITIONS = frozenset(
    ("if", "that", "whether", "unless", "when", "where", "until", "which")
)  # fmt: skip


@dataclass(frozen=True)
class Options:
    """When nothing is said.

    ``duties``: below this count of duties; ``drifting``: below this count of those with another
    modal; ``drift``: below this share of them.
    """

    duties: int = 8
    drifting: int = 3
    drift: float = 0.2


def check(draft: Draft, options: Options, hits: tuple[Hit, ...]) -> Iterator[Finding]:  # noqa: ARG001
    """Speak once a document, with the count of each modal."""
    duties = [duty for duty in draft.duties if _binds_a_party(draft, duty)]
    counts = Counter(duty.modal for duty in duties)
    if len(duties) < options.duties or len(counts) < 2:
        return
    usual, _ = counts.most_common(1)[0]
    drifting = [duty for duty in duties if duty.modal != usual]
    if len(drifting) < max(options.drifting, options.drift * len(duties)):
        return
    told = ", ".join(f'{count} with "{modal}"' for modal, count in counts.most_common())
    yield Finding(drifting[0].span, f"duties of the parties are written in different ways: {told}")


def _binds_a_party(draft: Draft, duty: Duty) -> bool:
    if duty.modal not in OBLIGATIONS or duty.actor is None or duty.passive or duty.verb in _NO_ACTS:
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


_SHALL = (
    "The Supplier shall host the Service. The Supplier shall keep logs. The Supplier shall send a "
    "report. The Supplier shall answer calls. The Supplier shall test backups."
)

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
            f"{_SHALL} The Customer «will» pay the fee. The Customer will name a contact. The "
            "Customer will test each release.",
            instead=f"{_SHALL} The Customer shall pay the fee. The Customer shall name a contact.",
        ),
        Bad(
            f"{_SHALL} The Customer «must» name a contact. The Customer must pay. The Customer "
            "must report faults by telephone."
        ),
        Bad(
            "We will answer calls. We will keep logs. We will report. We will test backups. We "
            "will host the Service. You «must» name a contact. You must pay. You must report."
        ),
        Good("The Supplier shall host the Service. The Customer will pay.", note="Too few."),
        Good(f"{_SHALL} The Customer will pay.", note="One slip."),
        Good(
            f"{_SHALL} The Customer will forfeit its credits. The Customer will have no claim. "
            "This agreement will end on 1 March 2027.",
            note="What happens to a party is no duty.",
        ),
        Good(f"{_SHALL} The Customer may end this agreement."),
    ),
)
