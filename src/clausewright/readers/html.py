"""HTML: what a browser shows of a page, each character with its place in the file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate
from types import MappingProxyType

from clausewright.model.document import Comment, CommentKind, Document, Unread
from clausewright.model.span import Span
from clausewright.pattern import regex
from clausewright.readers.assembly import Assembly
from clausewright.readers.content import Content
from clausewright.readers.coverage import unaccounted
from clausewright.readers.html_state import HtmlState, attribute, read_tag
from clausewright.readers.html_text import HtmlReading
from clausewright.readers.source_lines import SourceLines, source_lines
from clausewright.readers.structure import structure

_META = regex(r"<meta(?=[\s/>])", re.IGNORECASE)
_MOST_META = 200


def read_html(name: str, text: str, notes: Sequence[str] = ()) -> Document:
    """Read an HTML file that has been decoded.

    What the page hides by its own attributes (``hidden``, ``display: none``), scripts, styles and
    struck text are not read. What a style sheet hides is read: style sheets are not followed.
    Headers, footers and navigation around the content are furniture of the page.
    """
    source = source_lines(text)
    starts = tuple(accumulate((len(line) + 1 for line in source.lines[:-1]), initial=0))
    content = Content("\n".join(source.lines), starts, source.starts)
    reading = HtmlReading(content, HtmlState())
    reading.run()
    assembly = Assembly()
    reading.add_to(assembly)
    found = structure(assembly.blocks)
    hidden = [
        Unread(content.source(start), content.source(end), reason, visible=visible)
        for start, end, reason, visible in reading.hidden
    ]
    comments = tuple(_comments(reading, source, len(found.blocks)))
    read = [*hidden, *(Unread(c.source.start, c.source.end, "") for c in comments if c.source)]
    markup = (
        Unread(one.start, one.end, "markup", visible=False)
        for one in unaccounted(source, assembly.pieces, read, 0)
    )
    return Document(
        name=name,
        format="html",
        source=text,
        text=assembly.text,
        pieces=tuple(assembly.pieces),
        line_starts=source.starts,
        blocks=found.blocks,
        sections=found.sections,
        attachments=found.attachments,
        comments=comments,
        unread=tuple(sorted((*hidden, *markup), key=lambda one: one.start)),
        properties=MappingProxyType(dict(_properties(content.text))),
        notes=tuple(notes),
    )


def _comments(reading: HtmlReading, source: SourceLines, blocks: int) -> Iterator[Comment]:
    for comment in reading.comments:
        span = Span(comment.source, comment.source + len(f"<!--{comment.text}-->"))
        index = min(comment.before, blocks) - 1
        yield Comment(
            CommentKind.HTML,
            comment.text.strip(),
            source.line_at(comment.source) + 1,
            index if index >= 0 else None,
            comment.alone,
            source=span,
        )


def _properties(text: str) -> Iterator[tuple[str, str]]:
    """Give what the page says of itself, by the name it gives it."""
    for count, found in enumerate(_META.finditer(text)):
        read = read_tag(text, found.start())
        if count >= _MOST_META or read is None:
            return
        name, value = attribute(read[0], "name"), attribute(read[0], "content")
        if name and value is not None:
            yield name, value
