"""A term that is defined twice.

Two definitions of one term are two agreements: each party reads the one that suits it. Even where
both say the same today, the next amendment will change only one.

A hint only where one of the two gives a short name to what is spoken of just there, in a recital
or on the first page, and the other defines it, or where both give it to what they describe in the
same words: mostly both mean the same.

Quiet where one definition only points at the other ("has the meaning given in section 4"), where
one of them stands in an attachment (which may give its own meaning), and where a party gets the
same short name again.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from clausewright.analysis.draft import Draft
from clausewright.lint_rules.rule import Bad, Finding, Good, Hit, NoOptions, Rule
from clausewright.model.document import Document
from clausewright.model.facts import Term, TermForm
from clausewright.model.finding import Severity
from clausewright.pattern import regex

_FULL = (TermForm.MEANS, TermForm.INLINE, TermForm.TABLE, TermForm.LIST)
_OWN_NAMES = frozenset(
    ("agreement", "contract", "addendum", "amendment", "sla", "franchisee", "party", "parties")
)
_COMPANY_BEFORE = regex(
    r"(?:\b(?:Inc|Incorporated|LLC|L\.L\.C|Ltd|Limited|Corp|Corporation|Company|Co|L\.?P|LLP|PLC|GmbH|AG|B\.?V|N\.?V|S\.?A|Bank|"
    r"corporation|company|partnership)\.?,?|\band|_|>|\])\s*\(\W{0,3}(?:the\s|hereinafter\s|herein\s"
    r"|referred to as\s)*\W?$"
)
_INCLUDES = regex(
    r"[\"\u201d'\u2019*]{0,3}\s(?:shall\s|will\s|may\s)?(?:also\s|further\s)?(?:includes?|refers?)\b"
)
_DIGITS = regex(r"\d+")
_SMALL = 3  # letters of the longest word that says nothing of what is named
_FEW = 3  # words before a name from which it can be told that they are the same
_ONE_BRACKET = 120  # code points: (each, the "Solution" or together, the "Solution")
_ATTACHMENT_BEGINS = regex(r"\b(?:EXHIBIT|SCHEDULE|ANNEX|APPENDIX|ATTACHMENT|ADDENDUM)\s[\"A-Z\d]")


def check(draft: Draft, options: NoOptions, hits: tuple[Hit, ...]) -> Iterator[Finding]:  # noqa: ARG001
    """Speak at each further definition of a term in the same part of the document."""
    document = draft.document
    first: dict[tuple[str, int | None], Term] = {}
    attachments = _Attachments(draft.text)
    parties = {name for party in draft.parties for name in (party.name, party.role) if name}
    for term in draft.terms:
        if term.form not in _FULL or term.pointer or term.elsewhere or term.name in parties:
            continue
        if _names_a_party(draft, term) or _adds_to(draft, term):
            continue
        block = document.block_at(term.span.start)
        attachment = document.attachment_of(block)
        key = (term.name, None if attachment is None else attachment.first_block)
        if key not in first:
            first[key] = term
            continue
        if _is_restatement(draft, first[key], term) or attachments.part(first[key], term):
            continue
        names_only = (first[key].form is TermForm.INLINE) != (term.form is TermForm.INLINE)
        same = _describe_the_same(draft, first[key], term)
        severity = Severity.INFO if names_only or same else None
        said = f'"{term.name}" is defined {_twice(document, first[key], term)}'
        yield Finding(term.span, said, severity=severity)


def _twice(document: Document, first: Term, second: Term) -> str:
    line, own = (document.line_name(term.span.start) for term in (first, second))
    return f"here and in {line}" if line != own else f"twice in this {line.split()[0]}"


def _names_a_party(draft: Draft, term: Term) -> bool:
    """Tell whether a bracket gives a short name to a company, a person or the agreement itself."""
    if term.name.lower() in _OWN_NAMES:
        return True
    before = draft.text[max(0, term.span.start - 30) : term.span.start]
    return term.form is TermForm.INLINE and _COMPANY_BEFORE.search(before) is not None


def _adds_to(draft: Draft, term: Term) -> bool:
    """Tell whether a sentence widens the meaning, or gives another part of speech its own.

    "The term Data shall also include ..."; "When used as a verb, Develop means ..."
    """
    before = draft.text[max(0, term.span.start - 30) : term.span.start]
    if re.search(r"\b(?:verb|noun|adjective)\b", before):
        return True
    return _INCLUDES.match(draft.text, term.span.end) is not None


class _Attachments:
    """Where attachments begin, in capitals within the line; read as far as is asked for."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._read = 0
        self._starts: list[int] = []

    def part(self, earlier: Term, later: Term) -> bool:
        """Tell whether one begins between two definitions."""
        end = later.span.start
        if end > self._read:
            begun = _ATTACHMENT_BEGINS.finditer(self._text, self._read, end)
            self._starts.extend(match.start() for match in begun)
            self._read = end
        after = bisect_left(self._starts, earlier.span.end)
        return after < len(self._starts) and self._starts[after] < end


def _is_restatement(draft: Draft, earlier: Term, later: Term) -> bool:
    """Tell whether one only names what the other defines, or both have the same words."""
    kinds = {earlier.form, later.form}
    if TermForm.LIST in kinds and len(kinds) > 1:
        return True
    if kinds == {TermForm.INLINE}:
        if later.name.isupper() or later.span.start - earlier.span.end < _ONE_BRACKET:
            return True
        return _words_before(draft, earlier) == _words_before(draft, later)
    if TermForm.INLINE in kinds and TermForm.MEANS in kinds:
        return False
    shorter, longer = sorted((_sentence(draft, earlier), _sentence(draft, later)), key=len)
    return longer.startswith(shorter)  # the other was cut off, or is the same


def _describe_the_same(draft: Draft, earlier: Term, later: Term) -> bool:
    """Tell two short names for one thing: most words before the one stand before the other."""
    if earlier.form is not TermForm.INLINE or later.form is not TermForm.INLINE:
        return False
    first, second = (
        {word for word in _words_before(draft, term) if len(word) > _SMALL}
        for term in (earlier, later)
    )
    least = min(len(first), len(second))
    return least >= _FEW and 3 * len(first & second) >= 2 * least


def _words_before(draft: Draft, term: Term) -> tuple[str, ...]:
    return draft.words.between(max(0, term.span.start - 120), term.span.start)[-8:]


def _sentence(draft: Draft, term: Term) -> str:
    """Give the sentence of a definition; of one in a table, what the cell beside it says."""
    block = draft.document.block_at(term.span.start)
    if term.form is TermForm.TABLE and block.index + 1 < len(draft.document.blocks):
        beside = draft.document.blocks[block.index + 1]
        return draft.document.text_of(beside.span).casefold()
    said = draft.document.text_of(draft.sentence_at(term.span.start)).casefold()
    return _DIGITS.sub("0", said) if term.form is TermForm.LIST else said  # the foot of a page


RULE = Rule(
    code="DEF003",
    name="duplicate-definition",
    severity=Severity.WARNING,
    check=check,
    doc=__doc__ or "",
    help="Keep one definition, or give the second thing its own name.",
    options=NoOptions(),
    always=True,
    examples=(
        Bad(
            '"Outage" means a loss of service of more than one minute.\n\n'
            '"«Outage»" means any interruption of the Service.',
            instead='"Outage" means a loss of service of more than one minute.',
        ),
        Bad(
            'The Provider runs the portal (the "Service").\n\n'
            'In this agreement "«Service»" means hosting and support.',
            note="A hint.",
        ),
        Bad(
            "## Definitions\n\n**Incident**: an unplanned loss of service.\n\n"
            "**Request**: a question of a user.\n\n**«Incident»**: a report of a user."
        ),
        Bad(
            "| Term | Meaning |\n|---|---|\n| Incident | a fault |\n| Request | a wish |\n"
            "| «Incident» | an event that degrades the portal |"
        ),
        Bad(
            'The Provider tests the plan in March of each year (the "Yearly Test").\n\nIt reports '
            "the result to the Customer within ten days, with what it will mend.\n\nIt restores a "
            'copy in June of each year (the "«Yearly Test»").'
        ),
        Bad(
            'The Supplier keeps a current list of persons and telephone numbers (the "Calling '
            'List").\n\nFor faults of equipment, which are told by the Customer at any hour, it '
            'keeps and renews a list of telephone numbers and persons (the "«Calling List»").',
            note="A hint: both describe the same.",
        ),
        Good(
            "Harbour Confidential - 1 - * Treatment requested\n\nThe Supplier reports.\n\n"
            "Harbour Confidential - 2 - * Treatment requested\n\nThe Customer pays.",
            format="text",
            note="The foot of a page.",
        ),
        Good(
            '"Fees" has the meaning given in section 4.\n\nThe Customer pays 500 USD a month '
            '(the "Fees").',
            note="The first only points at the second.",
        ),
        Good('"Outage" means a loss of service. An Outage means work for both parties.'),
        Good('The "Term" is one year. "Term Sheet" means the sheet attached.'),
    ),
)
