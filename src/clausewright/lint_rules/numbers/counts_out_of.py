"""More misses than periods: "four of any three consecutive months"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from clausewright.analysis.draft import Draft
from clausewright.model.finding import Finding
from clausewright.model.span import Span
from clausewright.pattern import regex

_WORDS: Final = "two three four five six seven eight nine ten eleven twelve".split()
_VALUES: Final = {word: value for value, word in enumerate(_WORDS, 2)}
_NUMBER: Final = rf"(?:\d{{1,2}}|{'|'.join(_WORDS)})(?:\s\(\d{{1,2}}\))?"
_PERIODS: Final = r"(?:(?:calendar|billing|contract)\s)?(?:months?|quarters?|weeks?|days?|years?)"
_OUT_OF = regex(
    rf"\b(?P<missed>{_NUMBER})\s(?:or\smore\s)?(?:{_PERIODS}\s)?"
    r"(?:out\sof|of|in|within|during)\s(?:any|the\s(?:last|previous|preceding|past))\s"
    rf"(?:period\sof\s)?(?P<of>{_NUMBER})\s(?:(?:consecutive|successive|rolling)\s)?{_PERIODS}\b",
    re.IGNORECASE,
)
_OF_PERIODS = regex(rf"(?:\s{_PERIODS}\b|\sof\b|\sout\b)", re.IGNORECASE)
PHRASES: Final = (
    "{of|in|within|during} {any|the last|the previous|the preceding|the past} "
    "{two|three|four|five|six|2|3|4|5|6} {months|consecutive|successive|rolling|calendar|quarters}",
)
"""What announces such a count; longer runs than six periods hold too many misses to be slips."""


def more_than_all(draft: Draft, sentence: Span) -> Iterator[Finding]:
    """Tell a number of missed periods above the number of periods, in a sentence."""
    for found in _OUT_OF.finditer(draft.text, sentence.start, sentence.end):
        missed, of = (_value(found[name]) for name in ("missed", "of"))
        if missed > of and _OF_PERIODS.match(draft.text, found.end("missed")):
            yield Finding(Span(*found.span()), f"{missed} misses cannot fall into {of} periods")


def _value(written: str) -> int:
    first = written.split()[0].lower()
    return int(first) if first.isdigit() else _VALUES[first]
