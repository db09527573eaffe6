"""A party is written in two ways that name two companies.

"Acme Hosting Ltd" and "Acme Hosting Inc" are different legal persons, and one letter less may be a
third one. Which of them is bound is then a question for a court.

Compared are the names that introduce the parties with names elsewhere that end in the form of a
company. Case, punctuation and long and short forms of the same kind (Ltd, Limited) make no
difference. A company that is introduced itself, or that stands beside "affiliate", "subsidiary",
"parent" or "formerly", is somebody else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausewright.analysis.draft import Draft
from clausewright.analysis.scan import fold
from clausewright.lint_rules.rule import Bad, Finding, Good, Hit, NoOptions, Rule
from clausewright.model.finding import Severity
from clausewright.model.span import Span
from clausewright.pattern import regex

KINDS = {
    "inc": "inc", "incorporated": "inc", "corp": "corp", "corporation": "corp", "ltd": "ltd",
    "limited": "ltd", "llc": "llc", "llp": "llp", "plc": "plc", "gmbh": "gmbh", "ag": "ag",
    "bv": "bv", "nv": "nv", "sarl": "sarl", "pty": "ltd", "pte": "ltd", "oy": "oy", "ab": "ab",
}  # fmt: skip
"""Forms of companies by the kind of legal person they name."""

NEAR = 90
SHORTEST = 6
"""Letters a name needs before one letter more or less counts as a slip."""

_NAME = regex(r"((?:[A-Z][\w&\'-]*|of|and|&)(?:[ \t]+(?:[A-Z][\w&\'-]*|of|and|&)){0,5}),?[ \t]+$")
_OTHER = regex(
    r"affiliate|subsidiar|parent|formerly|former name|d/b/a|group|successor|predecessor|on behalf",
    re.IGNORECASE,
)
_NAME_START = regex(r"(?:^|(?<=\bof )|(?<=\band )|(?<=& ))[A-Z]")
_WORD = regex(r"[^\W_]+")


def check(draft: Draft, options: NoOptions, hits: tuple[Hit, ...]) -> Iterator[Finding]:  # noqa: ARG001
    """Speak of each company name that is a party's but for its form or one letter."""
    parties = _parties(draft)
    told: set[str] = set()
    for hit in hits:
        for span, bare, kind in _names_at(draft, hit):
            twin = _twin(bare, kind, parties)
            if twin is None or _is_other(draft, span, parties[twin][1]):
                continue
            if f"{bare} {kind}" not in told:
                told.add(f"{bare} {kind}")
                written, own = draft.document.text_of(span), _full(draft, parties[twin][1])
                yield Finding(span, f'"{written}" is not how the party is introduced: "{own}"')
            break


def _parties(draft: Draft) -> dict[str, tuple[str, Span]]:
    """Give the parties that are companies: folded words of the name -> kind, place."""
    found = {}
    for party in draft.parties:
        bare, kind = _parted(party.name)
        if kind is None:  # the reader of parties may stop before the form
            after = draft.text[party.span.end : party.span.end + 24]
            bare, kind = _parted(f"{party.name} {_first_word(after)}")
        if kind is not None and bare:
            found[bare] = (kind, party.span)
    return found


def _full(draft: Draft, span: Span) -> str:
    """Give a party's name as introduced, with its form of company."""
    after = draft.text[span.end : span.end + 24]
    form = re.match(r"(?:,?[ \t]*[A-Za-z]+)?\.?", after)
    has_form = _parted(draft.document.text_of(span))[1] is not None
    return draft.document.text_of(span) + ("" if has_form or form is None else form[0])


def _first_word(text: str) -> str:
    word = _WORD.search(text)
    return word[0] if word is not None and word.start() < 3 else ""


def _parted(name: str) -> tuple[str, str | None]:
    """Part a name into its folded words and the kind of its form."""
    words = _WORD.findall(fold(name))
    kind = None
    while words and words[-1] in KINDS:
        kind = kind or KINDS[words[-1]]
        words.pop()
    return " ".join(words), kind


def _names_at(draft: Draft, hit: Hit) -> Iterator[tuple[Span, str, str]]:
    """Give the company names that end with a form, longest first: place, folded words, kind."""
    start = max(draft.document.block_at(hit.span.start).span.start, hit.span.start - NEAR)
    before = _NAME.search(draft.text[start : hit.span.start])
    follows = _first_word(draft.text[hit.span.end : hit.span.end + 24])
    if before is None or not draft.text[hit.span.start].isupper() or fold(follows) in KINDS:
        return
    for word in _NAME_START.finditer(before[1]):
        bare, _ = _parted(before[1][word.start() :])
        if bare:
            first = start + before.start(1) + word.start()
            yield Span(first, hit.span.end), bare, KINDS[hit.phrase]


def _twin(bare: str, kind: str, parties: dict[str, tuple[str, Span]]) -> str | None:
    """Give the party that a name nearly is; None where it is one exactly, or nobody's."""
    if bare in parties:
        return bare if parties[bare][0] != kind else None
    if len(bare) < SHORTEST:
        return None
    return next((name for name in parties if _one_letter_apart(bare, name)), None)


def _one_letter_apart(one: str, other: str) -> bool:
    if abs(len(one) - len(other)) > 1 or len(other) < SHORTEST or one[0] != other[0]:
        return False
    at = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)
    if at is None:
        return len(one) != len(other)
    if one[at].isdigit() or other[min(at, len(other) - 1)].isdigit():
        return False
    return (
        one[at + 1 :] == other[at + 1 :]
        or one[at + 1 :] == other[at:]
        or one[at:] == other[at + 1 :]
    )


def _is_other(draft: Draft, span: Span, own: Span) -> bool:
    """Tell whether the text keeps the company apart from the party."""
    sentence = draft.sentence_at(span.start)
    if _full(draft, own) in draft.document.text_of(sentence):
        return True
    near = draft.text[max(sentence.start, span.start - NEAR) : min(sentence.end, span.end + NEAR)]
    return _OTHER.search(near) is not None


_INTRODUCED = (
    'This agreement is made between Acme Hosting Ltd (the "Provider") and Borel Foods Inc (the'
    ' "Customer").\n\n'
)

RULE = Rule(
    code="PTY001",
    name="party-name-variant",
    severity=Severity.WARNING,
    check=check,
    doc=__doc__ or "",
    help="write the name as it is introduced, or use the party's role",
    options=NoOptions(),
    phrases=tuple(KINDS),
    examples=(
        Bad(
            _INTRODUCED + "Invoices of «Acme Hosting Inc» are due in 30 days.",
            instead=_INTRODUCED + "Invoices of Acme Hosting Ltd are due in 30 days.",
        ),
        Bad(_INTRODUCED + "Signed for «Borel Foods LLC» on 3 May 2026."),
        Bad(_INTRODUCED + "Notices go to «Acme Hostin Ltd», 4 Quay Street."),
        Good(_INTRODUCED + "ACME HOSTING LIMITED keeps the service available."),
        Good(_INTRODUCED + "Its affiliate Acme Hosting GmbH runs the data centre."),
        Good(_INTRODUCED + "The servers stand with Cumulus Racks Inc in Oslo."),
        Good(
            'This agreement is made between Team A Ltd (the "Provider") and Team B Ltd (the'
            ' "Customer").\n\nTeam A Ltd sends its invoices to Team B Ltd.'
        ),
    ),
)
