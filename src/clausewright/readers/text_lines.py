"""Lines of a plain text file: page furniture, rules, list items, rows of a drawn table."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from clausewright.pattern import regex
from clausewright.readers.source_lines import SourceLines

_PAGE_FOOT = regex(
    r"(?:[-\u2013\u2014\s]*(?:page\s+)?(?:[A-Z]{1,2}-)?(?:\d{1,3}|[ivxl]{1,6})(?:\s+of\s+\d{1,3})?[-\u2013\u2014\s]*"
    r"|\d{1,3}\s*\|\s*page|\[?page break\]?|<page>(?:\s*\d{1,3})?"
    r"|source: [^\n]{2,80}, [^\n,]{2,20}, \d{1,2}/\d{1,2}/\d{4})$",
    re.IGNORECASE,
)
_RULE = regex(r"[-=~*.\u00b7\u2022|+#\u2013\u2014\u2500-\u257f\s]+$")
_DIGITS = regex(r"\d+")
_FIELD = regex(
    r"(?:by|name|title|date|its|signed|print(?:ed)? name)\b\s*:?|.*(?:__|:$)", re.IGNORECASE
)
BULLET = regex(r"[\u2022\u25cf\u25cb\u25aa\u25a0\u25e6\u2023\u00b7\uf0b7*+\u2013-][ \t]+(?=\S)")
_COLUMNS = regex(r"\S[ \t]{3,}(?=\S)")
_REPEATS = 3
_LONGEST_FURNITURE = 200
_SHORTEST_FURNITURE = 12
_TITLE_LINES = 15


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line that is not blank: its index, where its text starts in the source, and its indent."""

    index: int
    text: str
    start: int
    indent: int
    furniture: bool = False


def text_lines(source: SourceLines) -> list[TextLine]:
    """Give the lines that hold text; rules drawn across the page hold none."""
    lines = []
    for index, line in enumerate(source.lines):
        text = line.strip()
        if text and not _RULE.match(text):
            lead = len(line) - len(line.lstrip())
            indent = len(line[:lead].expandtabs(8))
            lines.append(TextLine(index, text, source.starts[index] + lead, indent))
    furniture = _furniture(lines)
    return [
        TextLine(line.index, line.text, line.start, line.indent, furniture=True)
        if at in furniture
        else line
        for at, line in enumerate(lines)
    ]


def _furniture(lines: Sequence[TextLine]) -> set[int]:
    """Find page numbers, and lines that come again on page after page."""
    found = {at for at, line in enumerate(lines) if _PAGE_FOOT.match(line.text)}
    places: dict[str, list[int]] = {}
    for at, line in enumerate(lines):
        if _SHORTEST_FURNITURE <= len(line.text) <= _LONGEST_FURNITURE:
            places.setdefault(_DIGITS.sub("#", line.text), []).append(at)
    for text, where in places.items():
        if len(where) < _REPEATS or _FIELD.match(text) or text[0] in "(#":
            continue
        if where[-1] - where[0] >= 5 * (len(where) - 1):
            first_is_title = where[0] < _TITLE_LINES
            found.update(where[1:] if first_is_title else where)
    return found


def rule_character(line: str) -> str | None:
    """Give the character of a line that underlines the title above it, None for other lines."""
    text = line.strip()
    if len(text) >= 3 and text[0] in "=-~^*#+" and len(set(text)) == 1:
        return text[0]
    return None


def is_table_row(text: str) -> bool:
    """Tell a row drawn with spaces or bars from prose with odd spacing."""
    if " | " in text:
        return True
    return len(text) <= 160 and len(_COLUMNS.findall(text)) > 1


def wrap_width(lines: Sequence[TextLine]) -> int:
    """Give the column at which a file was wrapped by hand, 0 where each line is a paragraph."""
    lengths = sorted(
        line.indent + len(line.text)
        for line, after in itertools.pairwise(lines)
        if after.index == line.index + 1 and not line.furniture
    )
    if len(lengths) < 4:
        return 0
    width = lengths[int(0.9 * (len(lengths) - 1))]
    near = Counter(length > 0.75 * width for length in lengths)
    return width if 40 <= width <= 130 and near[True] >= 0.3 * len(lengths) else 0
