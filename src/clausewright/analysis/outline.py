"""What part of an agreement each block plays."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from clausewright.model.document import Block, BlockKind, Document, MarkKind, Section
from clausewright.pattern import regex

if TYPE_CHECKING:
    from clausewright.analysis.draft import Draft

_CONTROL_TITLE = regex(
    r"document (?:control|information|details|history|properties|approval)|(?:revision|version"
    r"|change|amendment|document) (?:history|log|record|control)|approvals?|distribution list"
    r"|sign[- ]?off|revisions|metadata",
    re.IGNORECASE,
)
_RECITAL_TITLE = regex(
    r"(?:recitals?|witnesseth|whereas|preamble|background(?: and (?:purpose|recitals))?)\b",
    re.IGNORECASE,
)
_DEFINITION_TITLE = regex(
    r"(?:\w+ (?:and|&) )?(?:definitions?|glossary|defined terms|interpretation|key terms"
    r"|terminology|acronyms|abbreviations)\b|definition of terms",
    re.IGNORECASE,
)
_SIGNATURE_TITLE = regex(
    r"(?:signatures?|signature (?:page|block|table)|signatories|execution(?: page)?|signed"
    r"|authori[sz]ed signatures?|acceptance and signatures?|agreement signatures?)\b",
    re.IGNORECASE,
)
_CONTROL_LINE = regex(
    r"(?:document (?:id|number|owner|title|name|status|version|type|ref\w*+)|version|revision"
    r"|status|last (?:updated?|modified|changed|reviewed|revised|revision)|updated|author|owner"
    r"|classification|next review(?: date)?|review (?:date|period|cycle)|approved by"
    r"|prepared (?:by|for)|created|category|template)\s*(?:\w+\s*)?:"
    r"|last (?:updated|modified|revised)\b",
    re.IGNORECASE,
)
_WHEREAS = regex(r"whereas\b", re.IGNORECASE)
_NOW = regex(
    r"(?:now,?\s+therefore|therefore|it is (?:hereby )?agreed|the parties (?:hereby )?agree"
    r"|in consideration of|agreed terms)\b",
    re.IGNORECASE,
)
_MEANS = regex(
    r"[\"\u201c'\u2018(]*+(?P<term>[^\"\u201d]{1,80}?)[\"\u201d'\u2019)]*+,?\s*+(?:\([^)]{1,60}\)\s*)?"
    r"(?:(?:shall|will|has|have)\s+)?(?:means?|refers? to|(?:the )?meaning|is defined as"
    r"|be (?:defined|construed) as)\b"
)
_QUOTES = frozenset('"\u201c')
_WITNESS = regex(
    r"in witness (?:whereof|of which)\b|executed (?:as a deed|by the parties)\b", re.IGNORECASE
)
_SIGNED = regex(
    r"(?:by|name|title|signature|signed(?: by| for.{0,40})?|date|printed name|print name|its"
    r"|position|for and on behalf of.{0,80}|witness(?:ed by)?)\s*(?::|$|_{2,})|.{0,40}_{5,}|/s/",
    re.IGNORECASE,
)
_LONGEST_SIGNATURE = 240
_LONG_LINE = 12  # words; no line of a title page has more
_SHORTEST_SENTENCE = 4  # words


class Role(StrEnum):
    """The part a block plays in an agreement."""

    TITLE = "title"  # heading or document title
    OPERATIVE = "operative"
    RECITAL = "recital"
    DEFINITION = "definition"
    SIGNATURE = "signature"
    CONTENTS = "contents"  # table of contents
    COVER = "cover"
    CONTROL = "control"  # version table, document control
    CODE = "code"
    QUOTATION = "quotation"
    PAGE = "page"  # page header or footer


_NO_BODY = frozenset((Role.TITLE, Role.CONTENTS, Role.CODE, Role.SIGNATURE))


class Outline(NamedTuple):
    """The role of each block, by block index."""

    roles: tuple[Role, ...]

    def role(self, block: Block) -> Role:
        """Give the role of a block."""
        return self.roles[block.index]

    def body_of(self, blocks: Iterable[Block]) -> Iterator[Block]:
        """Give the blocks in which the text says something itself: no titles, contents, code."""
        for block in blocks:
            if block.kind is not BlockKind.HEADING and self.role(block) not in _NO_BODY:
                yield block


def outline_of(draft: Draft) -> Outline:
    """Decide the role of each block."""
    document = draft.document
    sections = _section_roles(document)
    cover = _cover_end(document)
    signatures = _signature_blocks(document)
    roles: list[Role] = []
    reciting = False
    for block in document.blocks:
        fixed = _fixed_role(block)
        if fixed is not None:
            roles.append(fixed)
            continue
        section = document.section_of(block)
        inherited = None if section is None else sections[section.index]
        text = document.text[block.span.start : min(block.span.end, block.span.start + 200)]
        reciting = _is_reciting(text, reciting=reciting, starts=block.number is not None)
        if block.index in signatures:
            roles.append(Role.SIGNATURE)
        elif block.kind is BlockKind.HEADING:
            roles.append(Role.TITLE)
        elif inherited is Role.RECITAL and _NOW.match(text):
            sections[section.index if section else 0] = None
            roles.append(Role.OPERATIVE)
        elif inherited is not None:
            roles.append(inherited)
        elif reciting:
            roles.append(Role.RECITAL)
        elif _is_control(block, text, document):
            roles.append(Role.CONTROL)
        elif _is_definition(block, text):
            roles.append(Role.DEFINITION)
        else:
            roles.append(Role.COVER if block.index < cover else Role.OPERATIVE)
    return Outline(tuple(roles))


def _fixed_role(block: Block) -> Role | None:
    """Give the role that the kind of a block settles."""
    if block.kind is BlockKind.HEADER:
        return Role.PAGE
    if block.kind is BlockKind.CODE:
        return Role.CODE
    if block.contents:
        return Role.CONTENTS
    return Role.QUOTATION if block.quoted else None


def _section_roles(document: Document) -> list[Role | None]:
    """Give the role that each section lends to its blocks; subsections inherit it."""
    roles: list[Role | None] = []
    for section in document.sections:
        role = _role_of_title(section)
        if role is None and section.parent is not None:
            role = roles[section.parent]
        roles.append(role)
    return roles


def _role_of_title(section: Section) -> Role | None:
    title = section.title.strip()
    if _DEFINITION_TITLE.match(title):
        return Role.DEFINITION
    if section.run_in:
        return None
    if _CONTROL_TITLE.match(title):
        return Role.CONTROL
    return Role.RECITAL if _RECITAL_TITLE.match(title) else None


def _is_reciting(text: str, *, reciting: bool, starts: bool) -> bool:
    """Follow a run of recitals without a heading: "WHEREAS ..." until the parties agree."""
    if _WHEREAS.match(text):
        return True
    return reciting and starts and not _NOW.match(text) and text[:1] in "(ABCDEFGHIJ"


def _is_control(block: Block, text: str, document: Document) -> bool:
    if block.kind is BlockKind.CELL or block.span.end - block.span.start > 160:
        return False
    section = document.section_of(block)
    opening = section is None or section.level == 1 or section.index == 0
    return opening and _CONTROL_LINE.match(text) is not None


def _is_definition(block: Block, text: str) -> bool:
    """Tell a block that defines the term it opens with, in quotation marks or bold."""
    begin = block.body.start
    at = begin - block.span.start
    marked = text[at : at + 1] in _QUOTES or any(
        mark.kind is MarkKind.BOLD and mark.span.start <= begin + 1 for mark in block.marks
    )
    return marked and at < len(text) and _MEANS.match(text, at) is not None


def _cover_end(document: Document) -> int:
    """Give the first block after a title page: running text, a list, a table, a clause."""
    for block in document.blocks:
        if block.kind in (BlockKind.ITEM, BlockKind.CELL, BlockKind.CODE) or block.number:
            return block.index
        if block.kind is BlockKind.HEADING and block.index > 0 and block.level > 1:
            return block.index
        if block.kind is not BlockKind.HEADING and _is_sentence(document.text_of(block.span)):
            return block.index
    return 0


def _is_sentence(text: str) -> bool:
    words = len(text.split())
    return words >= _LONG_LINE or (words >= _SHORTEST_SENTENCE and text[-1:] in ".;:?")


def _signature_blocks(document: Document) -> frozenset[int]:
    """Find signature blocks: after "In witness whereof", under a heading, or by their fields."""
    found: set[int] = set()
    for section in document.sections:
        if not section.run_in and _SIGNATURE_TITLE.match(section.title):
            found.update(range(section.heading + 1, section.end_block))
    heads = {attachment.first_block for attachment in document.attachments}
    inside = False
    blocks = document.blocks
    for block in blocks:
        text = document.text_of(block.span) if len(block.span) <= _LONGEST_SIGNATURE else ""
        opening = document.text[block.span.start : block.span.start + 60]
        if _WITNESS.match(opening):
            inside = True
        elif block.index in heads or not text or (block.number and block.kind is BlockKind.HEADING):
            inside = False
        if inside or (text and block.kind is not BlockKind.CELL and _SIGNED.match(text)):
            found.add(block.index)
    found.update(_signature_cells(document, blocks))
    return frozenset(found)


def _signature_cells(document: Document, blocks: Sequence[Block]) -> set[int]:
    """Give the cells of tables that hold signatures."""
    cells: dict[int, list[int]] = {}
    fields: dict[int, set[str]] = {}
    for block in blocks:
        if block.cell is None:
            continue
        cells.setdefault(block.cell.table, []).append(block.index)
        if len(block.span) <= 60:
            word = document.text_of(block.span).strip(" :_").lower()
            fields.setdefault(block.cell.table, set()).add(word)
    signed: set[int] = set()
    for table, words in fields.items():
        if any(
            word.startswith(("signature", "signed", "by")) and len(word) < 24 for word in words
        ) and (words & {"name", "date", "title", "print name", "printed name", "position", "role"}):
            signed.update(cells[table])
    return signed
