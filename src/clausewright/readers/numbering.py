"""Which labels are clause numbers, and the whole number of each: "(a)" under 4.2 is 4.2(a)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from clausewright.readers.labels import (
    Label,
    LabelStyle,
    bracket_style,
    roman_text,
    roman_value,
)

_LETTERS = frozenset((LabelStyle.LOWER_LETTER, LabelStyle.LOWER_ROMAN))
_STEP = 3  # how many numbers may be missing before a weak label is doubted


class _Level(NamedTuple):
    """An open level below the clause number: its style, value and form in a path."""

    style: LabelStyle
    value: int
    written: str


@dataclass
class Numbering:
    """Follows the numbers of a document in reading order.

    ``base`` is the number of the open clause ("4.2"), ``parts`` its values; ``levels`` are the
    lettered levels open below it.
    """

    base: str = ""
    parts: tuple[int, ...] = ()
    levels: list[_Level] = field(default_factory=list)
    listed: int | None = None  # the last number of a list "1. 2. 3." inside a clause
    from_list: bool = False  # the clause number is that of an item of a list

    def restart(self) -> None:
        """Forget all numbers: an attachment begins."""
        self.base, self.parts, self.listed, self.from_list = "", (), None, False
        self.levels.clear()

    def head(self) -> None:
        """Pass a heading without a number: a list above it is over."""
        self.listed = None
        if self.from_list:
            self.restart()

    def follow(self, label: Label, *, shaped: bool, item: bool = False) -> str | None:
        """Take a label as the next number; give the whole number, None where it is no number.

        ``shaped``: the block looks like a heading; weak labels need that or a sequence. ``item``:
        the block is an item of a list, whose numbers start anew in each list.
        """
        if label.style in (LabelStyle.DECIMAL, LabelStyle.ARTICLE):
            return self._decimal(label, shaped=shaped, item=item)
        if label.style is LabelStyle.UPPER_ROMAN and not label.brackets:
            return self._roman(label, shaped=shaped)
        return self._lettered(label)

    def _decimal(self, label: Label, *, shaped: bool, item: bool) -> str | None:
        if label.word is None and len(label.parts) == 1 and not label.brackets:
            if self._is_listed(label.value, shaped=shaped, item=item):
                self.listed = label.value
                self.levels.clear()
                return f"{self.base}({label.value})" if self.base else str(label.value)
            if label.weak and not (shaped and self._succeeds(label.parts)):
                return None
        elif label.weak and not self._succeeds(label.parts):
            return None
        self.base = label.number.partition("(")[0]
        self.parts = label.parts
        self.listed = None
        self.from_list = item
        self.levels.clear()
        path = self.base
        for bracket in label.brackets:
            path = self._push(bracket[1:-1]) or path
        return path

    def _is_listed(self, value: int, *, shaped: bool, item: bool) -> bool:
        """Tell a number of a list inside a clause from the number of the next clause."""
        if not self.parts or shaped:
            return False
        follows = value == self.parts[0] + 1
        if self.listed is not None and value == self.listed + 1:
            return not follows or item
        if value == 1:
            return True
        return item and not follows

    def _succeeds(self, parts: tuple[int, ...]) -> bool:
        """Tell whether a decimal number may come next."""
        if not parts or not self.parts:
            return not self.parts and parts[:1] in ((0,), (1,))
        common = 0
        while common < min(len(parts), len(self.parts)) and parts[common] == self.parts[common]:
            common += 1
        if common == len(parts):
            return False
        step = parts[common] - (self.parts[common] if common < len(self.parts) else 0)
        rest = parts[common + 1 :]
        return 0 < step <= _STEP and all(part <= 1 for part in rest)

    def _roman(self, label: Label, *, shaped: bool) -> str | None:
        if label.weak and label.value != 1 and not shaped and not self._roman_follows(label.value):
            return None
        self.base, self.parts, self.listed = label.number, (label.value,), None
        self.levels.clear()
        return label.number

    def _roman_follows(self, value: int) -> bool:
        last = roman_value(self.base) if self.base else None
        return last is not None and 0 < value - last <= _STEP

    def _lettered(self, label: Label) -> str | None:
        if label.style is LabelStyle.UPPER_LETTER and not self._letter_fits(label):
            return None
        if label.weak and not self._fits(label.number):
            return None
        path: str | None = None
        for bracket in label.brackets:
            path = self._push(bracket[1:-1]) or path
        return path

    def _letter_fits(self, label: Label) -> bool:
        """Tell "B." from an initial, and "I." the roman numeral from the letter."""
        if label.value == 1:
            return True
        return any(
            level.style is LabelStyle.BRACKET_UPPER and 0 < label.value - level.value <= 1
            for level in self.levels
        )

    def _fits(self, inner: str) -> bool:
        """Tell whether a weak letter begins or continues a run."""
        readings = _readings(inner)
        return any(
            value == 1
            or any(
                level.style is style and 0 < value - level.value <= _STEP for level in self.levels
            )
            for style, value in readings
        )

    def _push(self, inner: str) -> str | None:
        readings = _readings(inner)
        if not readings:
            return None
        style, value = self._best(readings)
        for index, level in enumerate(self.levels):
            if level.style is style:
                del self.levels[index:]
                break
        self.levels.append(_Level(style, value, f"({inner})"))
        return self.base + "".join(level.written for level in self.levels)

    def _best(self, readings: list[tuple[LabelStyle, int]]) -> tuple[LabelStyle, int]:
        """Choose between letter and roman numeral: what goes on with a run, or starts one."""
        for level in reversed(self.levels):
            for style, value in readings:
                if level.style is style and value == level.value + 1:
                    return style, value
        for style, value in readings:
            if value == 1:
                return style, value
        return readings[0]


def _readings(inner: str) -> list[tuple[LabelStyle, int]]:
    told = bracket_style(inner)
    if told is None:
        return []
    readings = [told]
    if told[0] is LabelStyle.LOWER_LETTER:
        roman = roman_value(inner)
        if roman is not None and roman_text(roman) == inner:
            place = 0 if len(inner) > 1 else 1  # "ii" is hardly the 35th letter
            readings.insert(place, (LabelStyle.LOWER_ROMAN, roman))
    return readings
