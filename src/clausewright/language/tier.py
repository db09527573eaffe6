"""The door to the language tier."""

from __future__ import annotations


class Language:
    """Reads sentences with spaCy; nothing is imported before the first sentence is read."""

    def __init__(self, pipeline: str | None = None) -> None:
        self._pipeline = pipeline
