"""Labels that number what is no clause: requirements, tables, steps, annexes, rows, list items.

A run is what carries one prefix and counts on: "SL-01, SL-02", "Table 1, Table 2". It ends
where the numbers start again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from clausewright.analysis.outline import Role
from clausewright.analysis.scan import fold
from clausewright.model.document import Block, BlockKind
from clausewright.model.span import Span
from clausewright.pattern import regex
from clausewright.readers.labels import roman_text, roman_value

if TYPE_CHECKING:
    from clausewright.analysis.draft import Draft

_LABEL = regex(
    r"[\s\[(*_]{0,3}(?P<prefix>[A-Z][A-Za-z]{0,14}(?:\s?-\s?|_|\s|\.)?)"
    r"(?P<number>\d{1,3}(?:\.\d{1,3}){0,2}|[A-H])(?![\w%/]|\.\d)"
)
_PARTS: Final = frozenset(("annex", "appendix", "schedule", "exhibit", "attachment", "annexure"))
_NO_RUN: Final = frozenset(
    (
        "severity sev priority prio level tier class category impact urgency version page clause "
        "section article chapter day week month quarter year phase rev release option plan line "
        "usd eur gbp up in january february march april may june july august september october "
        "november december jan feb mar apr jun jul aug sep oct nov dec"
    ).split()
)
_NUMBER_HEAD = regex(r"(?:no|nr|number|item|id|ref|#|s/?n|sl)\.?(?:\s?no\.?)?", re.IGNORECASE)
_CELL_NUMBER = regex(r"(\d{1,3})\.?")
_PART_LABEL = regex(
    r"(?:(?<=[\s;:,.])|^)(?P<label>(?P<open>\(?)(?:(?P<letter>[a-h])|(?P<other>[ivx]{2,4}|\d{1,2}))\))"
    r"(?=\s[A-Za-z\"\u201c])"
)
_REFERS = regex(r"\b(?:paragraphs?|clauses?|sections?|items?|points?|letters?|under|in|of|to)\s$")
_FEWEST_PARTS: Final = 3
_TITLE_LABEL = regex(r"(?P<number>[IVX]{1,5}|[A-H])[.)]\s{1,3}[A-Z]")
_LONGEST_TITLE: Final = 80
_QUIET = frozenset((Role.CONTENTS, Role.CODE, Role.PAGE, Role.CONTROL, Role.SIGNATURE))
_REACH: Final = 40  # code points of a block in which its label stands
_ONE_LEFT_OUT: Final = 2  # the step over one label


class Fault(NamedTuple):
    """A label out of its run: what it says, where, and what is wrong with it."""

    label: str
    span: Span
    missing: str | None  # the label that is left out before it; None where it stands twice


class _Label(NamedTuple):
    prefix: str
    parent: tuple[int, ...]
    value: int
    written: str
    span: Span


def label_faults(draft: Draft) -> Iterator[Fault]:
    """Give the labels that leave one out or stand twice."""
    for run in (
        *_prefixed(draft),
        *_columns(draft),
        *_lists(draft),
        *_inline(draft),
        *_titles(draft),
    ):
        yield from _faults(run)


def _prefixed(draft: Draft) -> Iterator[list[_Label]]:
    """Give the labels that open headings, paragraphs, items and first cells, by prefix."""
    runs: dict[tuple[str, tuple[int, ...]], list[_Label]] = {}
    for block in draft.document.blocks:
        if block.kind is BlockKind.CODE or draft.outline.role(block) in _QUIET:
            continue
        if block.cell is not None and block.cell.column > 0:
            continue
        end = min(block.span.end, block.span.start + _REACH)
        found = _LABEL.match(draft.text, block.span.start, end)
        if found is None:
            continue
        word = fold(found["prefix"]).strip(" -._")
        lettered = not found["number"][0].isdigit()
        if word in _NO_RUN or lettered is not (word in _PARTS):
            continue
        if _is_of_a_class(found["prefix"], found["number"]):
            continue
        if lettered and block.kind is not BlockKind.HEADING:
            continue
        values = (ord(found["number"]) - 64,) if lettered else _parts(found["number"])
        written = f"{found['prefix']}{found['number']}"
        span = Span(found.start("prefix"), found.end("number"))
        label = _Label(found["prefix"], values[:-1], values[-1], written, span)
        runs.setdefault((word, values[:-1]), []).append(label)
    yield from runs.values()


def _is_of_a_class(prefix: str, number: str) -> bool:
    """Tell "P1" and "S2", the names of classes, from labels ("R-01"): one letter, one digit."""
    return len(prefix.strip(" -._")) < 2 and not (prefix[-1] in "-_." and number.startswith("0"))


def _parts(number: str) -> tuple[int, ...]:
    return tuple(int(part) for part in number.split("."))


def _columns(draft: Draft) -> Iterator[list[_Label]]:
    """Give the numbers in first columns that are headed "No."."""
    for table in draft.tables:
        rows = [row for row in table.rows if row]
        if not table.header_rows or not _NUMBER_HEAD.fullmatch(rows[0][0].text.strip(" *")):
            continue
        run: list[_Label] = []
        seen: set[int] = set()
        for row in rows[table.header_rows :]:
            number = _CELL_NUMBER.fullmatch(row[0].text.strip(" *"))
            if number and row[0].block not in seen:
                seen.add(row[0].block)
                run.append(_Label("", (), int(number[1]), number[1], row[0].span))
        yield run


def _lists(draft: Draft) -> Iterator[list[_Label]]:
    """Give the numbers that lists of Markdown are written with; shown, they count themselves."""
    if draft.document.format != "markdown":
        return
    open_lists: dict[int, list[_Label]] = {}
    for block in draft.document.blocks:
        if block.kind is BlockKind.HEADING:
            yield from open_lists.values()
            open_lists = {}
        number = (block.marker or "").rstrip(".)")
        if block.kind is BlockKind.ITEM and number.isdigit():
            for level in [level for level in open_lists if level > block.level]:
                yield open_lists.pop(level)
            run = open_lists.setdefault(block.level, [])
            run.append(_Label("", (), int(number), number, _opening(block)))
    yield from open_lists.values()


def _inline(draft: Draft) -> Iterator[list[_Label]]:
    """Give the letters and numbers in brackets that count the parts of a single paragraph."""
    for block in draft.document.blocks:
        if block.kind not in (BlockKind.PARAGRAPH, BlockKind.ITEM):
            continue
        if draft.outline.role(block) in _QUIET:
            continue
        found = list(_PART_LABEL.finditer(draft.text, block.span.start, block.span.end))
        letters = [match for match in found if match["letter"]]
        if any(match["other"] for match in found) or len(letters) < _FEWEST_PARTS:
            continue
        values = [match["letter"] for match in letters]
        if values[0] != "a" or values != sorted(set(values)):
            continue
        if any(_REFERS.search(draft.text, max(0, m.start() - 16), m.start()) for m in letters):
            continue
        yield [
            _Label("(", (), ord(match["letter"]) - 96, f"({match['letter']})", _span_of(match))
            for match in letters
        ]


def _span_of(match: re.Match[str]) -> Span:
    return Span(match.start("label"), match.end("label"))


def _titles(draft: Draft) -> Iterator[list[_Label]]:
    """Give the roman numbers and letters of titles that the reader gave no number."""
    romans: list[_Label] = []
    letters: dict[int, list[_Label]] = {}
    for block in draft.document.blocks:
        if block.kind not in (BlockKind.PARAGRAPH, BlockKind.HEADING) or block.number is not None:
            continue
        if len(block.span) > _LONGEST_TITLE or draft.outline.role(block) in _QUIET:
            continue
        found = _TITLE_LABEL.match(draft.text, block.span.start, block.span.end)
        if found is None:
            continue
        span, written = Span(*found.span("number")), found["number"]
        value = roman_value(written)
        if block.kind is BlockKind.HEADING and written in "ABCDEFGH":
            run = letters.setdefault(block.level, [])
            run.append(_Label("", (), ord(written) - 64, written, span))
        elif value is not None:
            romans.append(_Label("", (), value, written, span))
    yield from (run for run in (romans, *letters.values()) if run and run[0].value == 1)


def _opening(block: Block) -> Span:
    return Span(block.span.start, min(block.span.end, block.span.start + 24))


def _faults(run: Sequence[_Label]) -> Iterator[Fault]:
    """Give the faults of the stretches of a run that start again at their first number."""
    stretch: list[_Label] = []
    for label in run:
        if stretch and label.value < stretch[-1].value:
            yield from _in_stretch(stretch)
            stretch = []
        stretch.append(label)
    yield from _in_stretch(stretch)


def _in_stretch(stretch: Sequence[_Label]) -> Iterator[Fault]:
    steps = [after.value - before.value for before, after in pairwise(stretch)]
    lettered = bool(stretch) and stretch[0].written[-1] in "ABCDEFGH"
    if not (lettered or 1 in steps) or steps.count(0) * 2 > len(steps):
        return
    for (before, label), step in zip(pairwise(stretch), steps, strict=True):
        if step == 0:
            yield Fault(label.written, label.span, None)
        elif step == _ONE_LEFT_OUT:
            number = before.value + 1
            written = chr(64 + number) if lettered else _counted(before, number)
            yield Fault(label.written, label.span, written)


def _counted(label: _Label, number: int) -> str:
    """Write another number in the form of a label: SL-03 for SL-02, (c) for (b)."""
    if label.prefix == "(":
        return f"({chr(96 + number)})"
    if not label.written[-1].isdigit():
        return roman_text(number).upper()
    last = label.written.rpartition(".")[2] if label.parent else label.written[len(label.prefix) :]
    head = label.written[: len(label.written) - len(last)]
    return f"{head}{number:0{len(last)}d}" if last.startswith("0") else f"{head}{number}"
