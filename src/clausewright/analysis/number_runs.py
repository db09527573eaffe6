"""Written clause numbers as runs: 4.1, 4.2, 4.3 below one parent, from the first on."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from clausewright.analysis.outline import Role
from clausewright.model.document import Block, BlockKind
from clausewright.model.span import Span
from clausewright.pattern import regex
from clausewright.readers.labels import letter_value, roman_text, roman_value

if TYPE_CHECKING:
    from clausewright.analysis.draft import Draft

_LAST = regex(
    r"(?P<parent>.*?)(?P<last>(?<!\d)\d+|\([^()]+\)|(?<![A-Za-z])[IVXLC]+|(?<![A-Za-z])[A-Z])$"
)
_SHARED = frozenset((Role.CONTENTS, Role.PAGE, Role.CODE, Role.SIGNATURE, Role.QUOTATION))


class Entry(NamedTuple):
    """A clause with a written number: its block, the whole number, its value in the run."""

    block: Block
    path: str
    parent: str
    last: str
    value: int

    @property
    def span(self) -> Span:
        """The number as it stands in the text, without closing punctuation."""
        label = self.block.label or self.block.span
        return Span(label.start, label.start + len(self.block.number or ""))


def number_runs(draft: Draft) -> Iterator[tuple[Entry, ...]]:
    """Give the runs of numbers below one parent, in each part of the document by itself.

    Only numbers written in the text count: those that Word or Markdown compute cannot be wrong.
    """
    document, outline = draft.document, draft.outline
    groups: dict[tuple[int, str, str], list[Entry]] = {}
    part = 0
    article = ""
    for block in document.blocks:
        attachment = document.attachment_of(block)
        part = attachment.first_block if attachment else 0
        if block.label is None or block.path is None or outline.role(block) in _SHARED:
            continue
        if block.kind in (BlockKind.CELL, BlockKind.ITEM):
            continue
        word = document.text[block.label.start : block.label.start + 3].lower()
        if word in ("art", "par", "cha"):
            article = block.path
        read = _LAST.match(block.path)
        if read is None:
            continue
        within = article if word not in ("art", "par", "cha") else ""
        if not read["parent"] and read["last"][0] == "(":
            section = document.section_of(block)
            if section and section.heading == block.index and not section.run_in:
                within += f" under {section.parent}"  # the letter is the heading itself
            elif section:
                within += f" {section.index}"
        kind = _kind(read["last"])
        entry = Entry(block, block.path, read["parent"], read["last"], 0)
        groups.setdefault((part, f"{within}/{read['parent']}", kind), []).append(entry)
    for entries in groups.values():
        yield from _cut(_valued(entries))


def _kind(last: str) -> str:
    if last.isdigit():
        return "number"
    inner = last.strip("()")
    return "bracket number" if inner.isdigit() else ("upper" if inner.isupper() else "lower")


def _valued(entries: Sequence[Entry]) -> list[Entry]:
    """Give each entry its value; letters that are all roman numerals from i on are roman."""
    inner = [entry.last.strip("()") for entry in entries]
    if all(text.isdigit() for text in inner):
        values: list[int | None] = [int(text) for text in inner]
    else:
        values = min(
            ([read(text) for text in inner] for read in (letter_value, roman_value)), key=_disorder
        )
    return [
        Entry(entry.block, entry.path, entry.parent, entry.last, value)
        for entry, value in zip(entries, values, strict=True)
        if value is not None
    ]


def _disorder(values: Sequence[int | None]) -> int:
    """Count the steps of a reading that do not go on by one."""
    pairs = itertools.pairwise(values)
    return sum(a is None or b is None or b - a != 1 for a, b in pairs) + values.count(None)


def _cut(entries: Sequence[Entry]) -> Iterator[tuple[Entry, ...]]:
    """Cut where numbers start again from one."""
    run: list[Entry] = []
    for entry in entries:
        if run and entry.value <= 1 and (run[-1].value != entry.value or not entry.parent):
            yield tuple(run)
            run = []
        run.append(entry)
    if run:
        yield tuple(run)


def written(entry: Entry, value: int) -> str:
    """Write another value in the form of an entry: 4.3 for 4.2, (c) for (b)."""
    inner = entry.last.strip("()")
    if inner.isdigit():
        text = str(value).zfill(len(inner)) if inner[0] == "0" else str(value)
    elif roman_value(inner) == entry.value and letter_value(inner) != entry.value:
        text = roman_text(value)
    else:
        text = chr(96 + value) if value <= 26 else chr(70 + value) * 2
    text = text.upper() if inner.isupper() else text
    return entry.last.replace(inner, text)


def misprint(run: Sequence[Entry], index: int) -> str | None:
    """Give what a number must have been, where both its neighbours tell and nothing else has it."""
    if not 0 < index < len(run) - 1:
        return None
    before, entry, after = run[index - 1 : index + 2]
    due = before.value + 1
    if entry.value == due or after.value != due + 1:
        return None
    if any(other.value == due for other in run):
        return None
    return written(entry, due)
