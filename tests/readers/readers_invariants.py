"""What holds of every document, whatever its format."""

import itertools
import re

_MARKUP_ONLY = re.compile(r"[\s>]*(?:(?:[-*+]|\d{1,9}[.)])\s*)*(?:(?:```|~~~).*)?$")


def check_positions(document):
    """The text under every span is the block's; pieces lie in order and tell the truth."""
    text, source = document.text, document.source
    assert "\n".join(document.text_of(block.span) for block in document.blocks) == text
    assert [block.index for block in document.blocks] == list(range(len(document.blocks)))
    end = 0
    for piece in document.pieces:
        assert piece.text >= end
        end = piece.text + piece.length
        assert end <= len(text)
        assert piece.source >= 0
        assert piece.source + piece.source_length <= len(source)
        if piece.length == piece.source_length:
            for ours, theirs in zip(
                text[piece.text : end],
                source[piece.source : piece.source + piece.length],
                strict=True,
            ):
                assert ours == theirs or (ours == " " and theirs.isspace())
    covered = sum(piece.length for piece in document.pieces)
    assert covered == len(text) - max(0, len(document.blocks) - 1)


def check_structure(document):
    """Sections, attachments and labels lie inside the document and inside each other."""
    for block in document.blocks:
        if block.label is not None:
            assert block.span.contains(block.label)
        for mark in block.marks:
            assert block.span.contains(mark.span)
    for section in document.sections:
        assert section.heading < section.end_block <= len(document.blocks)
        assert document.text_of(section.title_span) == section.title
        assert section.title.strip() == section.title
        if section.parent is not None:
            parent = document.sections[section.parent]
            assert parent.level < section.level
            assert parent.heading <= section.heading
            assert section.end_block <= parent.end_block
    for attachment in document.attachments:
        assert attachment.first_block < attachment.end_block <= len(document.blocks)


def check_lines(document):
    """Every line with letters or digits is read, or the document says why not."""
    lines = set()
    for piece in document.pieces:
        first = document.source_position(piece.source).line
        last = document.source_position(piece.source + max(0, piece.source_length - 1)).line
        lines.update(range(first, last + 1))
    for one in (*document.unread, *(c.source for c in document.comments if c.source)):
        first = document.source_position(one.start).line
        last = document.source_position(max(one.start, one.end - 1)).line
        lines.update(range(first, last + 1))
    starts = [*document.line_starts, len(document.source)]
    for number, (start, end) in enumerate(itertools.pairwise(starts), 1):
        line = document.source[start:end]
        if any(char.isalnum() for char in line):
            assert number in lines, line


def check_round_trip(document):
    """A span maps to the source and to a position that is not before its start."""
    for block in document.blocks:
        if not block.span:
            continue
        start = document.source_offset(block.span.start)
        end = document.source_offset(block.span.end, end=True)
        assert start < end <= len(document.source)
        at = document.position(block.span.start)
        assert document.line_starts[at.line - 1] + at.column - 1 == start
