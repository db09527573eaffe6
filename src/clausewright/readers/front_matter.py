"""The block of settings that may open a Markdown file, between two lines of three hyphens."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from clausewright.pattern import regex

_KEY = regex(r"([A-Za-z_][\w .-]{0,60}?)\s*[:=]\s*(.*)$")
_REMARK = regex(r"\s*#\s*(clausewright\s*:.*)$", re.IGNORECASE)
_FENCES = {"---": ("---", "..."), "+++": ("+++",)}
_MAX_LINES = 400


class FrontMatterRemark(NamedTuple):
    """A comment to the linter: the index of its line, its column from 0, and its text."""

    line: int
    column: int
    text: str


class FrontMatter(NamedTuple):
    """What was read, the index of the first line after it, and the comments to the linter."""

    values: Mapping[str, object]
    end: int
    note: str | None = None
    remarks: tuple[FrontMatterRemark, ...] = ()


def read_front_matter(lines: Sequence[str]) -> FrontMatter | None:
    """Read front matter: simple ``key: value`` pairs and short lists; None where there is none.

    Only the shapes that documents use are read, so that no YAML parser is loaded: plain and quoted
    scalars, flow lists of scalars, block lists of scalars. Other values are kept as written.
    """
    closers = _FENCES.get(lines[0].rstrip()) if lines else None
    if closers is None:
        return None
    for index in range(1, min(len(lines), _MAX_LINES)):
        if lines[index].rstrip() in closers:
            return FrontMatter(_values(lines[1:index]), index + 1, remarks=_remarks(lines, index))
        if index == 1 and not lines[1].strip():
            return None  # a thematic break, then text
    if len(lines) > 1 and _KEY.match(lines[1]):
        return _cut_off(lines)
    return None


def _remarks(lines: Sequence[str], end: int) -> tuple[FrontMatterRemark, ...]:
    found = ((number, _REMARK.match(lines[number])) for number in range(1, end))
    return tuple(
        FrontMatterRemark(number, match.start(1), match[1].rstrip())
        for number, match in found
        if match
    )


def _cut_off(lines: Sequence[str]) -> FrontMatter:
    """Read front matter whose closing line is missing: its keys end at the first other line."""
    end = 1
    while end < len(lines) and (_KEY.match(lines[end]) or lines[end].startswith((" ", "\t", "- "))):
        end += 1
    note = "the front matter has no closing line ---"
    return FrontMatter(_values(lines[1:end]), end, note)


def _values(lines: Sequence[str]) -> Mapping[str, object]:
    text = "\n".join(lines).strip()
    if text.startswith("{"):
        return MappingProxyType(_json(text))
    values: dict[str, object] = {}
    key = ""
    for line in lines:
        match = _KEY.match(line)
        if match and not line.startswith((" ", "\t")):
            key = match[1]
            values[key] = _scalar(match[2])
        elif key and line.strip().startswith("- "):
            earlier = values.get(key)
            rest = earlier if isinstance(earlier, tuple) else ()
            values[key] = (*rest, _scalar(line.strip()[2:]))
    return MappingProxyType(values)


def _json(text: str) -> dict[str, object]:
    """Read front matter in JSON, as some site builders take it; a comma too many is let pass."""
    try:
        read = json.loads(re.sub(r",\s*([}\]])", r"\1", text))
    except (ValueError, RecursionError):
        return {}
    return {str(key): value for key, value in read.items()} if isinstance(read, dict) else {}


def _scalar(text: str) -> object:
    text = text.strip()
    if text.startswith("[") and text.endswith("]"):
        return tuple(_unquoted(part.strip()) for part in text[1:-1].split(",") if part.strip())
    return _unquoted(text)


def _unquoted(text: str) -> str:
    if len(text) > 1 and text[0] == text[-1] and text[0] in "\"'":
        return text[1:-1]
    return text
