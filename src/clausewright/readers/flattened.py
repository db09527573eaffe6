"""Clauses run together in one line: where the next one starts.

Contracts copied out of a page lose their line breaks: "... of such orders. 4. Audits The Supplier
shall ... 4.1 Records". A number starts a clause there only where it is the next one in sequence and
stands after the end of a sentence, after a title, or after a gap wide enough to have been a break.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from clausewright.pattern import regex
from clausewright.readers.headings import is_caps
from clausewright.readers.labels import Label, LabelStyle, bracket_style, read_label, roman_value

_CANDIDATE = regex(
    r"(?<=\s)(?:(?:ARTICLE|Article|SECTION|Section)\s(?=[\dIVXLC])|\d{1,2}(?=[.)])|\([a-z]{1,4}\)(?=\s))"
)
_REFERRING = frozenset(
    "section sections clause clauses article articles paragraph paragraphs schedule exhibit "
    "annex appendix no. nos. no rule rules page pages part item items form and or to through "
    "of in under by with from per than & § sec. art. at on for until about by approximately".split()
)
_ENDS = frozenset(".:;?_\"'\u201d\u2019)]")
_SHORTEST = 120  # shorter paragraphs are not looked into
_LONGEST_TITLE = 100
_MOST_MISSING = 3  # how far numbers may jump inside a line


@dataclass
class ClauseRun:
    """Follows clause numbers through a file, at line starts and inside lines."""

    parts: tuple[int, ...] = ()
    letters: dict[LabelStyle, int] = field(default_factory=dict)

    def take(self, label: Label) -> None:
        """Take a number as the last one read."""
        if label.style is LabelStyle.ARTICLE or label.parts:
            self.parts = label.parts or (label.value,)
            self.letters.clear()
        for bracket in label.brackets:
            inner = bracket[1:-1]
            for style, value in _letter_readings(inner):
                self.letters[style] = value

    def continues(self, label: Label) -> bool:
        """Tell whether a number is the very next one."""
        if label.style is LabelStyle.ARTICLE or label.parts:
            parts = label.parts or (label.value,)
            if not self.parts:
                return parts in ((1,), (1, 1))
            return 0 < self.step(parts) <= (1 if len(parts) == 1 else _MOST_MISSING)
        return any(
            value == self.letters.get(style, -1) + 1
            for style, value in _letter_readings(label.number.strip("()"))
        )

    def step(self, parts: tuple[int, ...]) -> int:
        """Tell how far a decimal number is from the last one: 1 is next, 0 is no successor."""
        if parts == (*self.parts, 1):
            return 1
        depth = len(parts) - 1
        if depth < len(self.parts) and parts[:depth] == self.parts[:depth]:
            return parts[depth] - self.parts[depth]
        next_article = len(parts) == 2 and parts == (self.parts[0] + 1, 1)
        return 1 if next_article else 0

    def opens(self, label: Label) -> bool:
        """Tell whether a number begins a level below the last one."""
        return label.parts == (*self.parts, 1) and bool(self.parts)


def _letter_readings(inner: str) -> Iterator[tuple[LabelStyle, int]]:
    told = bracket_style(inner)
    if told is not None:
        yield told
        roman = roman_value(inner)
        if told[0] is LabelStyle.LOWER_LETTER and roman is not None:
            yield LabelStyle.LOWER_ROMAN, roman


def clause_starts(text: str, gaps: frozenset[int], run: ClauseRun) -> list[int]:
    """Give the offsets at which further clauses start inside a paragraph.

    ``gaps`` are the offsets that stand after a wide gap. The run is moved on.
    """
    first = read_label(text)
    if first is not None and not first.weak:
        run.take(first)
    if len(text) < _SHORTEST:
        return []
    starts: list[int] = []
    last = first.end if first is not None else 0
    for match in _CANDIDATE.finditer(text):
        at = match.start()
        gap = at in gaps
        if not gap and not _may_start(text, at, last):
            continue
        label = read_label(text[at : at + 60])
        if label is None or not run.continues(label):
            continue
        if _is_start(text, at, label, last, run, gap=gap):
            starts.append(at)
            run.take(label)
            last = at + label.end
    return starts


def _may_start(text: str, at: int, last: int) -> bool:
    """Tell at little cost that a number stands inside a sentence."""
    before = text[at - 2]
    if text[at] == "(":
        return before == "."
    return before in _ENDS or before.isupper() or at - last <= _LONGEST_TITLE or text[at + 1] == "."


def _is_start(text: str, at: int, label: Label, last: int, run: ClauseRun, *, gap: bool) -> bool:  # noqa: PLR0913  (what stands around one place)
    before = text[max(0, at - 40) : at].split()
    word = before[-1] if before else ""
    if not word or word.lower() in _REFERRING or word[-1] == ",":
        return False
    following = text[at + label.end : at + label.end + 1]
    if not following:
        return False
    ended = word.rstrip("\"'\u201d\u2019)]")[-1:] in (".", ":", ";", "?", "_") or word[-1] in ".;:"
    if label.parts or label.style is LabelStyle.ARTICLE:
        titled = at - last <= _LONGEST_TITLE and ". " not in text[last:at].strip()
        opens = run.opens(label) and titled and last > 0
        if following.islower() and not gap:
            return False
        closed = label.closed or len(label.parts) > 1 or label.word is not None
        if run.parts and run.step(label.parts or (label.value,)) > 1:
            return closed and ended and text[at - 2] == "."
        defines = len(label.parts) > 1 and following in '"\u201c'
        after_title = len(label.parts) > 1 and label.parts[-1] == 1 and is_caps(word)
        fits = (ended and not word.endswith(";")) or gap or opens or defines or after_title
        return closed and fits
    if gap:
        return ended or word.lower() in ("and", "or")
    return word[-1] == "." and following.isupper()
