"""Straight and curly quotation marks in one document.

Two kinds of marks show that text was pasted from two sources, and defined terms are no longer
found by searching for one of them. Use one kind; the fix writes the rarer kind as the other.

One finding speaks for the document, at the first of the rarer kind. Tolerated: inches, code.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausewright.analysis.draft import Draft
from clausewright.analysis.slips import quotation_marks
from clausewright.lint_rules.rule import Bad, Finding, Good, Hit, NoOptions, Rule
from clausewright.model.finding import Applicability, Edit, Fix, Severity
from clausewright.model.span import Span


def check(draft: Draft, options: NoOptions, hits: tuple[Hit, ...]) -> Iterator[Finding]:  # noqa: ARG001
    """Speak once a document, with both counts."""
    straight, curly = quotation_marks(draft)
    if not straight or not curly:
        return
    rare = straight if len(straight) < len(curly) else curly
    edits = tuple(Edit(Span(at, at + 1), _other(draft.text, at)) for at in rare)
    kind = "straight" if rare is straight else "curly"
    other = "curly" if rare is straight else "straight"
    count = f"{len(rare)} {kind} among {max(len(straight), len(curly))} {other} quotation marks"
    fix = Fix(f"Write all quotation marks as {other} ones", Applicability.SAFE, edits)
    yield Finding(Span(rare[0], rare[0] + 1), count, fix=fix)


def _other(text: str, at: int) -> str:
    """Give the mark of the other kind: a curly one opens after white space or a bracket."""
    if text[at] != '"':
        return '"'
    before = text[at - 1 : at]
    return "\u201c" if not before or before.isspace() or before in "([/\u2014\u2013-" else "\u201d"


RULE = Rule(
    code="TYP003",
    name="mixed-quotes",
    severity=Severity.INFO,
    check=check,
    doc=__doc__ or "",
    help="Use one kind of quotation marks.",
    options=NoOptions(),
    examples=(
        Bad(
            '\u201cService\u201d means hosting. «"»Fee" means EUR 40. \u201cUser\u201d is staff.',
            instead="\u201cService\u201d means hosting. \u201cFee\u201d means EUR 40.",
        ),
        Bad('"Service" means hosting. «\u201c»Fee\u201d means EUR 40.'),
        Bad('The "Supplier" and the «\u201c»Customer\u201d agree.'),
        Good('"Service" means hosting. "Fee" means EUR 40.'),
        Good('\u201cService\u201d means a rack of 19" width.'),
        Good('Send `"ping"` to the \u201cService\u201d.'),
    ),
)
