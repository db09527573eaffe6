"""A party has no place to sign.

Who does not sign may say that it never agreed. Where the signature block names one party and not
the other, a line was forgotten or belongs to an earlier deal.

The rule looks at drafts that introduce two parties and end in a signature block which names at
least one of them, by name or by role. A block of blanks for "Name" and "Title" alone tells nothing
about parties, and a draft without a signature block may be signed elsewhere.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from clausewright.analysis.draft import Draft
from clausewright.analysis.outline import Role
from clausewright.analysis.scan import fold
from clausewright.lint_rules.rule import Bad, Finding, Good, Hit, NoOptions, Rule
from clausewright.model.facts import Party
from clausewright.model.finding import Severity
from clausewright.model.span import Span
from clausewright.pattern import regex

TWO_SIDES = 2
BLOCKS_BEFORE = 8
"""Blocks before the first line to sign that may name who signs."""

_WORD = regex(r"[^\W_]+")
_COMMON = frozenset(
    "inc incorporated ltd limited llc lp corp corporation co company gmbh ag sa nv bv plc the of"
    " and group holdings international".split()
)


def check(draft: Draft, options: NoOptions, hits: tuple[Hit, ...]) -> Iterator[Finding]:  # noqa: ARG001
    """Speak of each introduced party that a signature block with parties leaves out."""
    parties = [party for party in draft.parties if party.name != party.role]
    block = _signature_block(draft) if len(parties) == TWO_SIDES else None
    if block is None:
        return
    text = f" {' '.join(_words(draft.document.text_of(block)))} "
    signing = [_is_named(party, text) for party in parties]
    for party, signs in zip(parties, signing, strict=True):
        if not signs and any(signing):
            yield Finding(
                party.span, f'"{party.name}" is a party, but the signature block does not name it'
            )


def _signature_block(draft: Draft) -> Span | None:
    document, blocks = draft.document, draft.document.blocks
    signed = [block for block in blocks if draft.outline.role(block) is Role.SIGNATURE]
    if not signed:
        return None
    introduced = max(document.block_at(party.span.start).index for party in draft.parties)
    first = blocks[min(signed[0].index, max(introduced + 1, signed[0].index - BLOCKS_BEFORE))]
    return Span(first.span.start, blocks[-1].span.end)


def _words(text: str) -> list[str]:
    """Give the folded words of a text without accents."""
    folded = fold(text)
    if not folded.isascii():
        bare = unicodedata.normalize("NFKD", folded)
        folded = "".join([mark for mark in bare if not unicodedata.combining(mark)])
    return _WORD.findall(folded)


def _is_named(party: Party, text: str) -> bool:
    names = [word for word in _words(party.name) if word not in _COMMON]
    if party.role is not None:
        role = " ".join(_words(party.role))
        if f" {role} " in text:
            return True
    return any(f" {word} " in text for word in names)


_START = (
    'This agreement is made between Acme Hosting Ltd (the "Provider") and Borel Foods Inc (the'
    ' "Customer").\n\nUptime is 99.5% a month.\n\n## Signatures\n\n'
)
_MARKED = _START.replace("Borel Foods Inc (", "«Borel Foods Inc» (")

RULE = Rule(
    code="PTY002",
    name="unsigned-party",
    severity=Severity.WARNING,
    check=check,
    doc=__doc__ or "",
    help="add a signature line for the party, or take it out of the introduction",
    options=NoOptions(),
    examples=(
        Bad(
            _MARKED + "For Acme Hosting Ltd\n\nName: ____________  Date: ____________\n",
            instead=_START + "For Acme Hosting Ltd\n\nName: ____________\n\nFor Borel Foods Inc\n\n"
            "Name: ____________\n",
        ),
        Bad(_MARKED + "Signed for the Provider: ______________\n"),
        Bad(
            _START.replace("Acme Hosting Ltd (", "«Acme Hosting Ltd» (")
            + "Signed for Borel Foods: ______________\n"
        ),
        Good(_START + "Provider: ______________\n\nCustomer: ______________\n"),
        Good(_START + "Name: ______________\n\nTitle: ______________\n"),
        Good(
            'This agreement is made between Acme Ltd (the "Provider") and Borel Inc (the'
            ' "Customer").',
            note="Without a signature block it may be signed elsewhere.",
        ),
    ),
)
