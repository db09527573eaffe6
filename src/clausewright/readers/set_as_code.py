"""Lines that Markdown sets as code and that are prose: a contract copied with its indent."""

from __future__ import annotations

from collections.abc import Sequence

from clausewright.pattern import regex

_PLAIN_FENCES = frozenset(("", "text", "txt", "plain", "plaintext", "markdown", "md", "contract"))
_WORD = regex(r"[^\W\d_]{2,}")
_CODE = regex(r"[{}<>=$\\\\|`\[\]#@~^\u2500-\u257f]")
_LEAST_WORDS = 8  # of the block
_LONG_LINE = 5  # words
_MOST_SYMBOLS = 0.015  # of the characters
_LEAST_LETTERS = 0.7  # of the characters that are no space


def is_prose(lines: Sequence[str], info: str = "") -> bool:
    """Tell prose from code, data and drawings. ``info`` is what a fence says of its language."""
    if info.strip().partition(" ")[0].lower() not in _PLAIN_FENCES:
        return False
    text = "\n".join(lines)
    solid = sum(not char.isspace() for char in text)
    counts = [len(_WORD.findall(line)) for line in lines]
    if not solid or sum(counts) < _LEAST_WORDS or max(counts) < _LONG_LINE:
        return False
    letters = sum(char.isalpha() for char in text)
    return len(_CODE.findall(text)) <= _MOST_SYMBOLS * solid and letters >= _LEAST_LETTERS * solid
