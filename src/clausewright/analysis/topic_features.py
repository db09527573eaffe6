"""What a line shows: its cues, weighted words, titles, label and the shapes of its numbers."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from clausewright.analysis.line_model import LineModel
from clausewright.analysis.party_sides import Name, sides_of_names
from clausewright.analysis.topic_lines import Line, lines_of
from clausewright.model.document import BlockKind
from clausewright.model.span import Span

if TYPE_CHECKING:
    from clausewright.analysis.draft import Draft

EARLY, LATE = 0.12, 0.88
LONGEST_LABEL = 48
SHORT_LINE = 6
"""Words up to which a line is short: a label, a date, a name."""

DURATION_UNITS = frozenset(
    [
        "second",
        "seconds",
        "minute",
        "minutes",
        "min",
        "mins",
        "hour",
        "hours",
        "hr",
        "hrs",
        "h",
        "day",
        "days",
        "week",
        "weeks",
        "month",
        "months",
        "year",
        "years",
        "business",
        "working",
        "calendar",
        "clock",
    ]
)
MONTHS = frozenset(
    [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
    ]
)
CURRENCY_SIGNS = frozenset("$€£¥")
CURRENCIES = frozenset(
    ["usd", "eur", "gbp", "chf", "cad", "aud", "dollars", "euro", "euros", "pounds", "cents"]
)
HALVES_OF_DAY = frozenset(("am", "pm", "a", "p", "noon", "midnight", "uhr", "hrs"))
KIND_SIGNALS = {BlockKind.CELL: "CELL", BlockKind.ITEM: "ITEM", BlockKind.HEADING: "HEADING"}


class FeatureReader:
    """Reads the features of the lines of one draft; titles are read once."""

    def __init__(self, draft: Draft, model: LineModel) -> None:
        self._draft = draft
        self._model = model
        self._title_features: dict[Span, frozenset[int]] = {}
        self._lead_features: dict[Span, frozenset[int]] = {}
        self._sides: dict[str, list[tuple[Name, str]]] = {}
        for name, side in sorted(sides_of_names(draft).items(), key=lambda one: -len(one[0])):
            self._sides.setdefault(name[0], []).append((name, side))
        self._shape = {
            name: model.signal(name)
            for name in ("PERCENT", "DURATION", "CLOCK", "MONEY", "DATE", "NUMBER", "ADDRESS")
        }

    def lines(self) -> Iterator[tuple[Line, set[int]]]:
        """Give each line with its features."""
        for line in lines_of(self._draft):
            yield line, self.features(line)

    def features(self, line: Line) -> set[int]:
        """Find the features of a line."""
        model = self._model
        tokens = self._by_sides(self._draft.words.words[line.first : line.last])
        found = model.features_of_words(tokens, self._shapes(line) | self._layout(line))
        for title in line.titles:
            found |= self._title(title)
        if line.kind is BlockKind.HEADING:
            found |= self._title(line.span)
        if line.lead is not None:
            found |= self._lead(line.lead)
        found.update(model.features_of_label(self._label(line)))
        return model.without_borrowed(found)

    def _by_sides(self, tokens: Sequence[str]) -> Sequence[str]:
        """Call the parties "provider" and "customer" where the draft uses names of their own."""
        sides = self._sides
        if not sides or sides.keys().isdisjoint(tokens):
            return tokens
        said: list[str] = []
        at = 0
        while at < len(tokens):
            for name, side in sides.get(tokens[at], ()):
                if tuple(tokens[at : at + len(name)]) == name:
                    said.append(side)
                    at += len(name)
                    break
            else:
                said.append(tokens[at])
                at += 1
        return said

    def _layout(self, line: Line) -> set[int]:
        """Tell what kind of line it is, where it stands, and whether it is short."""
        found = set()
        kind = KIND_SIGNALS.get(line.kind)
        if kind is not None:
            found.add(self._model.signal(kind))
        if line.last - line.first <= SHORT_LINE:
            found.add(self._model.signal("SHORT"))
        if line.place < EARLY:
            found.add(self._model.signal("EARLY"))
        elif line.place > LATE:
            found.add(self._model.signal("LATE"))
        return found

    def _title(self, span: Span) -> frozenset[int]:
        features = self._title_features.get(span)
        if features is None:
            tokens = self._draft.words.between(span.start, span.end)
            features = frozenset(self._model.features_of_title(tokens))
            self._title_features[span] = features
        return features

    def _lead(self, span: Span) -> frozenset[int]:
        """Give the title cues of a sentence that introduces a list."""
        features = self._lead_features.get(span)
        if features is None:
            tokens = self._draft.words.between(span.start, span.end)
            features = frozenset(self._model.titles_shown(tokens))
            self._lead_features[span] = features
        return features

    def _label(self, line: Line) -> str:
        """Give the words before a colon or in a first cell, or the whole of a short line."""
        folded = self._draft.words.folded
        text = folded[line.span.start : line.span.start + LONGEST_LABEL]
        text = text[: len(line.span)]
        for end in ":\n|":
            text = text.partition(end)[0]
        return " ".join(text.strip(" *_-\t").split())

    def _shapes(self, line: Line) -> set[int]:
        words, shape = self._draft.words, self._shape
        folded, tokens = words.folded, words.words
        found: set[int] = set()
        numbers = words.numbers
        first = bisect_left(numbers, line.first)
        for at in numbers[first : bisect_left(numbers, line.last, first)]:
            token = tokens[at]
            found.add(shape["NUMBER"])
            start, end = words.starts[at], words.ends[at]
            after = folded[end : end + 2].strip()[:1]
            follower = tokens[at + 1] if at + 1 < line.last else ""
            if after == "%" or follower in ("percent", "per cent"):
                found.add(shape["PERCENT"])
            elif follower in DURATION_UNITS:
                found.add(shape["DURATION"])
            if (
                folded[max(0, start - 2) : start].strip()[-1:] in CURRENCY_SIGNS
                or follower in CURRENCIES
            ):
                found.add(shape["MONEY"])
            if (
                (after == ":" and follower[:1].isdigit())
                or follower in HALVES_OF_DAY
                or token[-2:] in ("am", "pm")
            ):
                found.add(shape["CLOCK"])
            if (
                follower in MONTHS
                or (at > line.first and tokens[at - 1] in MONTHS)
                or (len(token) == 4 and after in ("-", "/"))
            ):
                found.add(shape["DATE"])
        text = folded[line.span.start : line.span.end]
        if "@" in text or "http" in text or "www." in text:
            found.add(shape["ADDRESS"])
        return found
