"""Numbers that name something and measure nothing: clauses, dates, years, versions, telephones."""

from __future__ import annotations

from typing import Final

from clausewright.analysis.numerals import Numeral
from clausewright.analysis.scan import Words
from clausewright.pattern import regex

_MONTHS: Final = frozenset(
    "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
# Words before a number that make it the name of a part, a law, a form, a place or a product.
_NAMED: Final = frozenset(
    "section sections clause clauses article articles art paragraph paragraphs para schedule "
    "schedules annex annexes appendix appendices exhibit exhibits attachment attachments part "
    "parts chapter chapters sec secs subsection subclause rule rules regulation regulations "
    "directive act no nos number numbers page pages pg pp item items table figure step steps "
    "version versions ver release note notes option form series line lines footnote room suite "
    "floor box building unit gate channel port iso iec rfc tls http ipv itil soc pci windows "
    "office server python java recital amendment addendum question principle requirement "
    "milestone phase stage rev revision build group team class category grade day chapter title "
    "volume issue route highway apartment apt year years fiscal fy".split()
)
# Classes of urgency: a unit after such a number never belongs to it ("Priority 1 hours").
_CLASSES: Final = frozenset("severity sev priority prio level tier impact urgency".split())
_BETWEEN_NAME = regex(r"[\s.#:(\u2116\u00b0\"'*_`-]*")
_CONNECTOR = regex(r"\)?\s?(?:,\s?and|,\s?or|,|and|or|to|through|-|\u2013|&)\s?\(?")
_HOURS_BY_DAYS = regex(r"\s?[x\u00d7*/]\s?\d")
_HOURS_BY_DAYS_BEFORE = regex(r"\d\s?[x\u00d7*/]\s?$")
_JOINED_BEFORE = regex(r"(?:\w[-/._]|\d:)$")
_JOINED_AFTER = regex(r"[-./:]\d|\([a-z0-9ivx]{1,4}\)|\w|\)")
_LONGEST_COUNT: Final = 1e6


class NumberNames:
    """Tells which numbers are names. Numbers must be asked about in order of place."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._folded = words.folded
        self._reference_end = -1

    def is_name_at_range(self, numeral: Numeral, *, measured: bool) -> bool:
        """Tell whether the lower end of a seeming range is a name ("Priority 1 - 4 hours")."""
        if self.is_class_or_part(numeral, measured=measured):
            return True
        return not numeral.in_words and self._is_glued(numeral, measured=True)

    def is_class_or_part(self, numeral: Numeral, *, measured: bool) -> bool:
        """Tell whether the word before makes the number a name ("section 4", "priority 1")."""
        index = self._words.index_at(numeral.start)
        if index == 0:
            return False
        before = self._words.words[index - 1]
        gap = self._folded[self._words.ends[index - 1] : numeral.start]
        if before in _CLASSES:
            return not measured or gap == " "
        named = not measured and before in _NAMED and bool(_BETWEEN_NAME.fullmatch(gap))
        if named:
            self._reference_end = numeral.end
        return named

    def is_name(self, numeral: Numeral, *, measured: bool) -> bool:
        """Tell whether a number names something; ``measured``: a unit of measure follows it."""
        if self._is_listed(numeral) and not measured:
            self._reference_end = numeral.end
            return True
        if self.is_class_or_part(numeral, measured=measured):
            return True
        if numeral.in_words or numeral.words is not None:
            return False
        return self._is_glued(numeral, measured=measured) or (
            not measured and (self._is_date(numeral) or self._is_code(numeral))
        )

    def _is_listed(self, numeral: Numeral) -> bool:
        gap = numeral.start - self._reference_end
        return 0 < gap < 7 and bool(
            _CONNECTOR.fullmatch(self._folded, self._reference_end, numeral.start)
        )

    def _is_glued(self, numeral: Numeral, *, measured: bool) -> bool:
        folded, start, end = self._folded, numeral.start, numeral.end
        before = folded[start - 1 : start]
        if before.isalpha() or (before in {"_", "#", "@", "\u00a7"} and before):
            return True
        if not measured and _HOURS_BY_DAYS.match(folded, end):
            return True
        if _HOURS_BY_DAYS_BEFORE.search(folded, max(0, start - 4), start):
            return True
        if _JOINED_BEFORE.search(folded, max(0, start - 2), start):
            return True
        return not measured and _JOINED_AFTER.match(folded, end) is not None

    def _is_date(self, numeral: Numeral) -> bool:
        index = self._words.index_at(numeral.start)
        around = self._words.words[max(0, index - 1) : index + 2 : 2]
        if any(word in _MONTHS for word in around):
            return True
        return not numeral.decimals and 1900 <= numeral.value < 2100

    def _is_code(self, numeral: Numeral) -> bool:
        folded, start = self._folded, numeral.start
        if numeral.value >= _LONGEST_COUNT and "," not in folded[start : numeral.end]:
            return True
        leading_zero = folded[start] == "0" and numeral.value >= 1
        return leading_zero or folded[start - 1 : start] == "+"
