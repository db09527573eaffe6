"""Sentences of plain text that a page break cuts in two.

Filings come with the number of the page, its running lines or a block of blank lines between the
halves of a sentence. They belong together where the first half stops without a full stop and the
second goes on in small letters, or where the first ends in a word that ends no sentence.
"""

from __future__ import annotations

from dataclasses import replace

from clausewright.pattern import regex
from clausewright.readers.labels import read_label
from clausewright.readers.text_lines import BULLET, TextLine, is_table_row

_SHORTEST = 30  # characters of the last line of a half; a title or a field is shorter
_BLANK_PAGE = 4  # lines from half to half where only blank lines part them
_SMALL = regex(r"\b[a-z]{2,}")
_PROSE = 2  # words in small letters that a half of a sentence has
_STOPS = frozenset('.:;?!"\u201d*_]')
_GOES_ON = regex(r"[a-z][a-z'\u2019-]+(?=[\s,;.)]|$)")
_UNFINISHED = frozenset(
    ("a", "an", "the", "of", "to", "in", "by", "for", "with", "from", "under", "and", "or", "such",
     "any", "each", "its", "their", "this", "that", "between", "on", "at", "as", "shall", "will",
     "be", "is", "are", "has", "have", "not", "no", "which")
)  # fmt: skip
_NUMBER_BEHIND = regex(r"\s\s(?P<number>-?\s?\d{1,3}\s?-?)$")
_TAIL = 160  # characters at the end of a line that tell


def goes_on_overleaf(above: TextLine, below: TextLine, furniture: int) -> bool:
    """Tell whether a line goes on with the sentence that a page break cuts.

    ``furniture`` counts the lines of page furniture between the two.
    """
    if above.furniture or (not furniture and below.index - above.index < _BLANK_PAGE):
        return False
    text = parted_from_page_number(above)[0].text
    if len(text) < _SHORTEST or text[-1] in _STOPS or len(_SMALL.findall(text[-_TAIL:])) < _PROSE:
        return False
    label = read_label(below.text)
    if (label is not None and not label.weak) or BULLET.match(below.text):
        return False
    if is_table_row(text) or is_table_row(below.text):
        return False
    if _GOES_ON.match(below.text):
        return True
    return text.rsplit(None, 1)[-1] in _UNFINISHED and below.text[0].isalpha()


def parted_from_page_number(line: TextLine) -> tuple[TextLine, list[TextLine]]:
    """Part the number of the page from the last line, where it stands behind it after a gap."""
    number = _NUMBER_BEHIND.search(line.text, max(0, len(line.text) - _TAIL))
    if number is None:
        return line, []
    start = line.start + number.start("number")
    page = replace(line, text=number["number"], start=start, furniture=True)
    return replace(line, text=line.text[: number.start()].rstrip()), [page]
