"""Word lists of the package: one file a list under ``words/``, words parted by white space."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

_FOLDER: Final = Path(__file__).with_name("words")


@cache
def word_list(name: str) -> frozenset[str]:
    """Give the words of a list, in lower case.

    ``ordinary`` holds what contracts write without capitals (made by benchmarks/ordinary_words.py);
    the others are short and kept by hand.
    """
    return frozenset((_FOLDER / f"{name}.txt").read_text(encoding="ascii").split())
