"""Patterns of file names, written as in a .gitignore."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


@lru_cache(maxsize=256)
def spec_of(patterns: tuple[str, ...]) -> GitIgnoreSpec:
    """Compile patterns.

    Raises:
        ValueError: where a pattern cannot be read.

    """
    from pathspec import GitIgnoreSpec  # noqa: PLC0415  (most runs have no patterns)

    return GitIgnoreSpec.from_lines(patterns)


def matches_any(name: str, patterns: tuple[str, ...]) -> bool:
    """Tell whether a name with forward slashes, relative to the patterns' folder, is in them."""
    return bool(patterns) and spec_of(patterns).match_file(name)


def verdict(name: str, patterns: tuple[str, ...]) -> bool | None:
    """Tell whether patterns take a name in (True), take it out again (False), or leave it."""
    return spec_of(patterns).check_file(name).include if patterns else None
