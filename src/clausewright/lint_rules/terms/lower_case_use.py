"""A defined term used without its capitals.

Where "Planned Maintenance" is defined, "planned maintenance" is either the same thing, badly
written, or another thing, not defined. A court has to guess which.

Told once a term, at the first such use, and only for terms of two words or more that are mostly
used with capitals, and for the role of a party ("the customer"). Ordinary words in another sense
("in good order", "a term of years") and the words right beside the definition are left alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausewright.analysis.draft import Draft
from clausewright.analysis.outline import Role
from clausewright.analysis.term_uses import stem
from clausewright.analysis.vocabulary import word_list
from clausewright.lint_rules.rule import Bad, Finding, Good, Hit, NoOptions, Rule
from clausewright.model.document import BlockKind
from clausewright.model.facts import Term, TermForm
from clausewright.model.finding import Severity
from clausewright.model.span import Span

ROLES = word_list("roles")
EVERYDAY = frozenset(
    (
        "third party",
        "confidential information",
        "intellectual property",
        "intellectual property right",
        "source code",
        "applicable law",
        "effective date",
        "trade secret",
        "force majeure",
        "joint venture",
        "purchase price",
        "end user",
    )
)
_ONE = word_list(
    "pointing_words"
)  # behind these words stands the thing defined, not one of its kind
_BESIDE = 160  # code points: the words a definition stands beside are its own
_QUIET = (Role.TITLE, Role.CODE, Role.CONTENTS, Role.PAGE, Role.QUOTATION)


def check(draft: Draft, options: NoOptions, hits: tuple[Hit, ...]) -> Iterator[Finding]:  # noqa: ARG001
    """Speak once for each term that loses its capitals here and there."""
    judged: set[str] = set()
    for term in draft.terms:
        if term.form is TermForm.ACRONYM or not term.name[0].isupper() or term.name in judged:
            continue
        judged.add(term.name)
        stray = [span for span in term.lower if _is_stray(draft, term, span)]
        if stray and _mostly_capital(term, len(stray)):
            yield Finding(
                stray[0],
                f'"{term.name}" is defined with capitals: used {_times(len(term.uses))} with them '
                f"and {_times(len(stray))} without, first here",
            )


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"


def _mostly_capital(term: Term, stray: int) -> bool:
    return len(term.uses) >= 2 and len(term.uses) >= 2 * stray


def _is_stray(draft: Draft, term: Term, span: Span) -> bool:
    block = draft.document.block_at(span.start)
    if block.kind is BlockKind.HEADING or draft.outline.role(block) in _QUIET:
        return False
    written = draft.document.text_of(span)
    if not written.islower() or abs(span.start - term.span.start) < _BESIDE:
        return False
    before = draft.words.between(max(0, span.start - 16), span.start)[-1:]
    beside = draft.text[span.start - 1 : span.start] == " "
    if " " in term.name:
        return beside and stem(term.name) not in EVERYDAY and not _ONE.isdisjoint(before)
    return before == ("the",) and stem(term.name) in ROLES


RULE = Rule(
    code="DEF004",
    name="lower-case-use",
    severity=Severity.INFO,
    check=check,
    doc=__doc__ or "",
    help="Write the term with its capitals, or use other words where it is not meant.",
    options=NoOptions(),
    always=True,
    examples=(
        Bad(
            '"Planned Maintenance" means announced work. Planned Maintenance is at night. Planned '
            "Maintenance is announced ten days before it starts, in the portal and by mail to each "
            "contact.\n\nDuring «planned maintenance» no credit is due.",
            instead='"Planned Maintenance" means announced work. Planned Maintenance is at night. '
            "Planned Maintenance is announced ten days before it starts.\n\nDuring Planned "
            "Maintenance no credit is due.",
        ),
        Bad(
            'A credit (a "Service Credit") is due monthly. The Service Credit is capped. The '
            "Service "
            "Credit is shown on the invoice for the month that follows the month in which the "
            "level "
            "was missed. The «service credit» is no penalty."
        ),
        Bad(
            'Acme Ltd (the "Customer") reports faults. The Customer pays. The Customer signs. The '
            "Customer helps where it can, and gives access to its rooms and systems on every "
            "working "
            "day between 8:00 and 18:00. The «customer» waits until it is called."
        ),
        Good(
            '"Service" means the portal. The Service is open. The Service is a service to the '
            "public."
        ),
        Good(
            '"Response Time" means the time to the first answer. The Response Time is one hour. '
            "The "
            "Response Time is measured.\n\n## The response time\n\nText.",
            note="A heading.",
        ),
        Good('"Fees" means the fees in Annex A. All fees are net.', note="Ordinary words."),
    ),
)
