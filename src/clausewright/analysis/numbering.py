"""The numbers that a document gives to its own parts, and whether one is surely not among them.

Readers tell the numbers they understood (sections, numbered paragraphs). Signed contracts are often
flattened, so that a label stands in the middle of a line; such loose labels are looked for too, and
a number that may be one of them is never called missing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from clausewright.model.document import Block, BlockKind, Document
from clausewright.pattern import regex

_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_BRACKET = regex(r"\(([a-z]{1,4}|\d{1,3})\)")
_LOOSE = regex(
    r"(\d\d?\d?(?:\.\d{1,3})*)(?![\d,%/])"
    r"((?:[.):]|\s?[-\u2013\u2014])?\s{1,20}[\"\u201c'(*_]?[A-Z])?"
)
_LABEL_BEFORE = regex(r"(?:^|[\n.;:)\]\u201d\"*]|\s{2})\s{0,20}$")
_LOOSE_WORD = regex(
    r"(?:Section|SECTION|Article|ARTICLE|Clause|CLAUSE)\s{1,3}(\d{1,3}|[ivxlcIVXLC]{1,6})\b"
)
_REACH = 50_000  # code points in which the letters of a section are looked for
_GLUED = frozenset(".$,/")
_REFERENCE_BEFORE = regex(
    r"(?:\b(?:sections?|clauses?|articles?|paragraphs?|subsections?|sec|art|and|or|to|through|rules?|\u00a7)\.?|\u00a7|,)"
    r"\s{0,3}$",
    re.IGNORECASE,
)


def roman_value(numeral: str) -> int | None:
    """Give the value of a roman numeral, None where the letters are none."""
    total = 0
    low = numeral.lower()
    if not low or any(c not in _ROMAN_VALUES for c in low):
        return None
    for i, letter in enumerate(low):
        value = _ROMAN_VALUES[letter]
        ahead = _ROMAN_VALUES[low[i + 1]] if i + 1 < len(low) else 0
        total += -value if value < ahead else value
    return total


def head_of(number: str) -> str:
    """Give the number of an attachment without the numbers inside it: "B" of "B-2(a)"."""
    return re.split(r"[.(-]", number)[0]


def normal(number: str) -> str:
    """Give a number in the one form that is compared: lower case, no white space, "IV" as "4"."""
    plain = re.sub(r"\s", "", number).lower().strip(".")
    head, dot, rest = plain.partition(".")
    top, bracket, tail = head.partition("(")
    value = roman_value(top)
    if value is not None:
        return f"{value}{bracket}{tail}{dot}{rest}"
    plain = f"{int(top)}{bracket}{tail}{dot}{rest}" if top.isdigit() else plain
    return plain.removesuffix(".0")


def split_number(number: str) -> tuple[str, tuple[str, ...]]:
    """Split a normal number into its decimal part and its brackets."""
    base, _, _ = number.partition("(")
    return base.rstrip("."), tuple(_BRACKET.findall(number))


@dataclass(frozen=True)
class Numbering:
    """What is known of a document's numbers.

    ``sections`` maps a number to the index of its section, ``blocks`` to its block; the first of
    equals wins. ``top`` are the whole numbers of the body's sections, ``children`` the direct
    children of each number.
    """

    sections: Mapping[str, int]
    blocks: Mapping[str, int]
    top: frozenset[int]
    children: Mapping[str, frozenset[str]]
    document: Document = field(repr=False)

    @cached_property
    def loose(self) -> frozenset[str]:
        """Numbers that stand where a label may stand, in the middle of a line."""
        return frozenset(_loose_numbers(self.document.text))

    @property
    def is_absent(self) -> bool:
        """Whether the document has sections and no part of it carries a number of any kind."""
        named = len(self.document.sections) >= 3
        return named and not (self.sections or self.blocks or self.loose)

    def section_of(self, number: str) -> int | None:
        """Give the section that holds a number, None where no label is known to carry it."""
        wanted = normal(number)
        if wanted in self.sections:
            return self.sections[wanted]
        block = self.blocks.get(wanted)
        if block is not None:
            return self.document.section_index(self.document.blocks[block])
        return None

    def knows(self, number: str) -> bool:
        """Tell whether some label carries the number, or may carry it."""
        wanted = normal(number)
        if wanted in self.sections or wanted in self.blocks or wanted in self.loose:
            return True
        base, brackets = split_number(wanted)
        if not brackets:
            return False
        if not base or (
            base in self.loose and base not in self.sections and base not in self.blocks
        ):
            return True  # nobody can tell
        return self._has_base(base) and self._written_under(base, brackets)

    def _has_base(self, base: str) -> bool:
        return not base or base in self.sections or base in self.blocks or base in self.loose

    def _written_under(self, base: str, brackets: tuple[str, ...]) -> bool:
        """Tell whether the last bracket stands anywhere in the text of the section."""
        text = self._text_under(base)
        last = re.escape(brackets[-1])
        return re.search(rf"(?<![a-z\d]){last}\s?[.)]", text, re.IGNORECASE) is not None

    def _text_under(self, base: str) -> str:
        """Give the text of a section, or what follows a numbered paragraph or a loose label."""
        index, first = self.sections.get(base), self.blocks.get(base)
        blocks = self.document.blocks
        if index is not None:
            section = self.document.sections[index]
            start, last = blocks[section.heading].span.start, blocks[section.end_block - 1]
            return self.document.text[start : min(last.span.end, start + _REACH)]
        if first is None:
            return ""
        start = blocks[first].span.start
        return self.document.text[start : start + _REACH]

    def surely_missing(self, number: str) -> bool:
        """Tell whether the document's numbering is understood and does not hold the number."""
        wanted = normal(number)
        if not wanted or not wanted[0].isdigit() or self.knows(number):
            return False
        base, brackets = split_number(wanted)
        if not all(part.isdigit() for part in base.split(".")):
            return False
        if brackets:
            return self._bracket_missing(base, brackets)
        if "." in base:
            return self._decimal_missing(base)
        return self._whole_missing(int(base)) if base.isdigit() else False

    def _whole_missing(self, wanted: int) -> bool:
        last = max(self.top, default=0)
        gapless = len(self.top) >= 3 and self.top == frozenset(range(1, last + 1))
        ours = last < wanted < 100  # "section 365" is one of a statute
        return gapless and ours and not self._any_below(str(wanted))

    def _any_below(self, number: str) -> bool:
        """Tell whether a number below this one is known, loosely or surely."""
        prefix = (f"{number}.", f"{number}(")
        return any(n.startswith(prefix) for n in (*self.loose, *self.blocks, *self.sections))

    def _decimal_missing(self, base: str) -> bool:
        parent = base.rpartition(".")[0]
        if self._any_below(base):
            return False
        if "." not in parent and parent.isdigit() and self._whole_missing(int(parent)):
            return True
        siblings = self._siblings(parent)
        if len(siblings) >= 2:
            sure = len(self.children.get(parent, frozenset())) >= 2
            return sure and siblings == set(range(1, len(siblings) + 1))
        exact = self.document.format != "text"  # flattened text may have lost its sub-numbers
        return exact and parent in self.sections and not self._any_below(parent)

    def _siblings(self, parent: str) -> set[int]:
        """Give the numbers right below a number, sure or loose."""
        known = self.children.get(parent, frozenset())
        tails = (n.removeprefix(f"{parent}.") for n in self.loose if n.startswith(f"{parent}."))
        return {int(tail) for tail in (*known, *tails) if tail.isdigit()}

    def _bracket_missing(self, base: str, brackets: tuple[str, ...]) -> bool:
        if not base:
            return False
        if not self._has_base(base):
            return self.surely_missing(base)
        if len(brackets) != 1 or not brackets[0].isalpha() or len(brackets[0]) != 1:
            return False
        letters = {c for c in self.children.get(base, frozenset()) if len(c) == 1 and c.isalpha()}
        known = sorted(letters)
        whole = len(known) >= 2 and known == [chr(97 + i) for i in range(len(known))]
        return whole and brackets[0] > known[-1] and not self._any_below(f"{base}")


def numbering_of(document: Document) -> Numbering:
    """Collect the numbers of a document."""
    sections: dict[str, int] = {}
    for section in document.sections:
        if section.number:
            sections.setdefault(normal(section.number), section.index)
    blocks: dict[str, int] = {}
    for number, block in _block_numbers(document):
        blocks.setdefault(number, block.index)
    children: dict[str, set[str]] = {}
    for number in (*sections, *blocks):
        parent, child = _parent(number)
        if parent:
            children.setdefault(parent, set()).add(child)
    return Numbering(
        sections=sections,
        blocks=blocks,
        top=_whole_numbers(document),
        children={parent: frozenset(kids) for parent, kids in children.items()},
        document=document,
    )


def _whole_numbers(document: Document) -> frozenset[int]:
    """Give the whole numbers of the body, or of the one attachment that is all of the document."""
    lone = len(document.attachments) == 1 and document.attachments[0].first_block <= 2
    numbers = (
        normal(s.number) for s in document.sections if s.number and (lone or s.attachment is None)
    )
    return frozenset(int(number) for number in numbers if number.isdigit())


def _parent(number: str) -> tuple[str, str]:
    if number.endswith(")"):
        parent, _, child = number[:-1].rpartition("(")
        return parent, child
    parent, _, child = number.rpartition(".")
    return parent, child


def _block_numbers(document: Document) -> Iterator[tuple[str, Block]]:
    """Give each numbered block with its full number: "(a)" under 4.2 is 4.2(a)."""
    base = ""
    trail: list[tuple[str, str]] = []  # style and bracket of the labels above
    for block in document.blocks:
        if not block.number or block.kind is BlockKind.CELL:
            continue
        number = normal(block.number)
        if number[0].isdigit() and (not block.number[0].isalpha() or block.level <= 1):
            base, trail = split_number(number)[0], []
            yield number, block
            continue
        label = block.number.strip("().").lower()
        if not label.isalnum() or len(label) > 4:
            continue
        style = _style(label, trail)
        heads = [style_above for style_above, _ in trail]
        trail = trail[: heads.index(style)] if style in heads else trail
        trail.append((style, f"({label})"))
        yield base + "".join(bracket for _, bracket in trail), block


def _style(label: str, trail: list[tuple[str, str]]) -> str:
    if label.isdigit():
        return "digit"
    romans = len(label) > 1 or label in "ivx"
    if romans and roman_value(label) is not None:
        follows = trail and trail[-1][0] == "letter" and ord(label[0]) - ord(trail[-1][1][1]) == 1
        if len(label) > 1 or not follows:
            return "roman"
    return "letter"


def _loose_numbers(text: str) -> Iterator[str]:
    """Give the numbers that stand where a label may stand, not behind a reference word."""
    for match in _LOOSE.finditer(text):
        start = match.start()
        before = text[max(0, start - 22) : start]
        if before[-1:].isalnum() or before[-1:] in _GLUED:
            continue
        if "." in match[1]:
            if not _REFERENCE_BEFORE.search(before):
                yield normal(match[1])
        elif match[2] and _LABEL_BEFORE.search(before):
            yield str(int(match[1]))
    for match in _LOOSE_WORD.finditer(text):
        if _LABEL_BEFORE.search(text[max(0, match.start() - 22) : match.start()]):
            yield normal(match[1])
