"""From the body of a clause to blocks: values go in as values and can never become markup.

A body renders in the sandbox with a private-use token in the place of every value. The result is
read as Markdown (paragraphs, lists, tables, bold), and only then do the tokens give way to what
they stand for. ``*``, ``|``, ``<`` or ``{{`` in a value are thus plain characters of the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

from clausewright.generator.agreement import Block, Defined, Inline, Inlines, Note, Strong, Text
from clausewright.generator.clause import Clause
from clausewright.generator.templating import BodyEnvironment
from clausewright.generator.values import typographic
from clausewright.model.errors import LibraryError

_TOKEN = re.compile("\ue000([0-9]+)\ue001")
_NOTE = re.compile(r"\A<!--\s*+note:(?P<text>.*?)-->\s*\Z", re.DOTALL)
_OPENING = re.compile(r"(?:the|an?|each|every|all|both|one|its|their)\b")
_ENVIRONMENT = BodyEnvironment()
_MARKDOWN = MarkdownIt("commonmark", {"maxNesting": 100}).enable("table")


@dataclass(frozen=True, slots=True)
class Raw:
    """A run of words with its tokens still in it."""

    text: str
    strong: bool = False


RawInlines = tuple[Raw, ...]


@dataclass(frozen=True, slots=True)
class RawBlock:
    """A block before its tokens are filled: "paragraph", "items", "table" or "note"."""

    kind: str
    rows: tuple[tuple[RawInlines, ...], ...]


@dataclass(frozen=True, slots=True)
class Items:
    """Lettered items that continue the paragraph before them."""

    items: tuple[Inlines, ...]


@dataclass(frozen=True, slots=True)
class Prose:
    """A paragraph that numbering has not reached yet."""

    inlines: Inlines

    @property
    def term(self) -> str | None:
        """The term that the paragraph defines, if it opens with one."""
        first = self.inlines[0] if self.inlines else None
        return first.text if isinstance(first, Defined) else None


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of a body: header and rows."""

    kind: str
    header: tuple[Inlines, ...]
    rows: tuple[tuple[Inlines, ...], ...]


Piece = Prose | Items | Grid | Block
Filler = Callable[[object], Inlines]
Expander = Callable[[object], tuple[Piece, ...] | None]


def render(
    clause: Clause, context: Mapping[str, Any], fill: Filler, expand: Expander
) -> tuple[Piece, ...]:
    """Render one clause.

    ``fill`` gives the inlines of a value within text, ``expand`` the pieces of a value that stands
    alone in a paragraph, or None where it reads as words there too.
    """
    clause.names  # noqa: B018 - checks the body before anything of it runs
    values: list[object] = []

    def put(value: object) -> str:
        values.append(value)
        return f"\ue000{len(values) - 1}\ue001"

    text = _ENVIRONMENT.render(clause.body, context, put)
    try:
        raw = _blocks_of(text)
    except ValueError as error:
        raise LibraryError(str(error), where=clause.where, line=clause.body_line) from error
    pieces: list[Piece] = []
    for block in raw:
        pieces += _filled(block, values, fill, expand)
    return tuple(pieces)


def _filled(
    block: RawBlock, values: list[object], fill: Filler, expand: Expander
) -> Iterable[Piece]:
    if block.kind == "note":
        return [Note(block.rows[0][0][0].text)]
    opens = block.kind == "paragraph"
    rows = tuple(
        tuple(_inlines_of(cell, values, fill, opens=opens) for cell in row) for row in block.rows
    )
    if block.kind == "table":
        return [Grid("other", rows[0], rows[1:])]
    if block.kind == "items":
        return [Items(rows[0])]
    alone = _lone_token(block.rows[0][0])
    if alone is not None:
        expanded = expand(values[alone])
        if expanded is not None:
            return expanded
    return [Prose(rows[0][0])]


def _lone_token(inlines: RawInlines) -> int | None:
    if len(inlines) != 1:
        return None
    found = _TOKEN.fullmatch(inlines[0].text.strip())
    return int(found[1]) if found else None


def _inlines_of(raw: RawInlines, values: list[object], fill: Filler, *, opens: bool) -> Inlines:
    """Fill one run of text; ``opens`` where it begins a sentence."""
    out: list[Inline] = []
    for index, run in enumerate(raw):
        quoted = run.strong and _is_quoted(raw, index)
        text = run.text
        if index and raw[index - 1].strong and _is_quoted(raw, index - 1):
            text = text[1:]
        if index + 1 < len(raw) and raw[index + 1].strong and _is_quoted(raw, index + 1):
            text = text[:-1]
        begins = opens and index == 0
        parts = _runs(typographic(text, "x" if index else " "), values, fill, opens=begins)
        if run.strong:
            words = "".join(part.text for part in parts)
            out.append(Defined(words) if quoted else Strong(words))
        else:
            out += parts
    return merged(out)


def _is_quoted(raw: RawInlines, index: int) -> bool:
    return (
        0 < index < len(raw) - 1
        and raw[index - 1].text.endswith('"')
        and raw[index + 1].text.startswith('"')
    )


def _runs(text: str, values: list[object], fill: Filler, *, opens: bool) -> list[Inline]:
    out: list[Inline] = []
    at = 0
    for found in _TOKEN.finditer(text):
        before = text[at : found.start()]
        if before:
            out.append(Text(before))
        value = values[int(found[1])]
        begins = before.endswith((". ", ".\n")) or (opens and not out)
        out += fill(_opening(value) if begins and isinstance(value, str) else value)
        at = found.end()
    if at < len(text):
        out.append(Text(text[at:]))
    return out


def _opening(answer: str) -> str:
    """Begin a sentence with an answer: "the Head of IT" becomes "The Head of IT"; names stay."""
    return answer[:1].upper() + answer[1:] if _OPENING.match(answer) else answer


def merged(inlines: Iterable[Inline]) -> Inlines:
    """Join neighbouring runs of plain words."""
    out: list[Inline] = []
    for inline in inlines:
        if isinstance(inline, Text) and out and isinstance(out[-1], Text):
            out[-1] = Text(out[-1].text + inline.text)
        elif inline.text:
            out.append(inline)
    return tuple(out)


@lru_cache(maxsize=1024)
def _blocks_of(text: str) -> tuple[RawBlock, ...]:
    tokens = _MARKDOWN.parse(text)
    blocks: list[RawBlock] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if token.type == "paragraph_open":
            blocks.append(RawBlock("paragraph", ((_raw_of(tokens[at + 1]),),)))
            at += 3
        elif token.type in {"bullet_list_open", "ordered_list_open"}:
            end = _closing(tokens, at)
            blocks.append(RawBlock("items", (_items_in(tokens[at + 1 : end]),)))
            at = end + 1
        elif token.type == "table_open":
            end = _closing(tokens, at)
            blocks.append(RawBlock("table", _rows_in(tokens[at + 1 : end])))
            at = end + 1
        elif token.type == "html_block" and (note := _NOTE.match(token.content)):
            blocks.append(RawBlock("note", (((Raw(" ".join(note["text"].split())),),),)))
            at += 1
        else:
            kind = token.type.removesuffix("_open").replace("_", " ")
            raise ValueError(f"a body holds paragraphs, lists, tables and notes, not a {kind}")
    return tuple(blocks)


def _closing(tokens: list[Token], at: int) -> int:
    level = tokens[at].level
    return next(i for i in range(at + 1, len(tokens)) if tokens[i].level == level)


def _items_in(tokens: list[Token]) -> tuple[RawInlines, ...]:
    items: list[RawInlines] = []
    fresh = False
    for token in tokens:
        if token.type == "list_item_open":
            fresh = True
        elif token.type == "inline":
            if not fresh:
                raise ValueError("a list item holds one paragraph and no list of its own")
            items.append(_raw_of(token))
            fresh = False
    return tuple(items)


def _rows_in(tokens: list[Token]) -> tuple[tuple[RawInlines, ...], ...]:
    rows: list[list[RawInlines]] = []
    for token in tokens:
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline":
            rows[-1].append(_raw_of(token))
    return tuple(tuple(row) for row in rows)


def _raw_of(token: Token) -> RawInlines:
    runs: list[Raw] = []
    strong = False
    for child in token.children or ():
        if child.type in {"strong_open", "strong_close"}:
            strong = child.type == "strong_open"
        elif child.type in {"text", "softbreak", "text_special"}:
            words = " " if child.type == "softbreak" else child.content
            if runs and runs[-1].strong == strong:
                runs[-1] = Raw(runs[-1].text + words, strong)
            else:
                runs.append(Raw(words, strong))
        else:
            raise ValueError(f"only bold is read inside text, not {child.type.replace('_', ' ')}")
    return tuple(run for run in runs if run.text)
