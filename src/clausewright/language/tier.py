"""The door to the language tier."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType
from typing import TYPE_CHECKING

from clausewright.language.parsed import Group, ParsedSentence, Token
from clausewright.model.span import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

_PART = 50_000
"""Longest stretch given to spaCy at once, in code points; its own limit is 1,000,000."""


class Language:
    """Reads sentences with spaCy; nothing is imported before the first sentence is read.

    ``pipeline`` names a spaCy pipeline of the user's, by package or folder; it refines parts of
    speech and dependencies. Without it the blank English tokenizer and our patterns do.
    """

    def __init__(self, pipeline: str | None = None) -> None:
        self._pipeline = pipeline
        self._read: dict[str, ParsedSentence] = {}

    @property
    def refined(self) -> bool:
        """Whether a pipeline of the user's adds parts of speech or dependencies."""
        return self._pipeline is not None

    def parse(self, text: str) -> ParsedSentence:
        """Read one sentence; each text is read once.

        Raises ConfigurationError where the user's pipeline cannot be loaded.
        """
        found = self._read.get(text)
        if found is None:
            found = self._parse(text)
            self._read[text] = found
        return found

    @property
    def sentences_read(self) -> tuple[str, ...]:
        """The sentences read so far: what the tier cost."""
        return tuple(self._read)

    def _parse(self, text: str) -> ParsedSentence:
        from clausewright.language.component import load  # noqa: PLC0415  (imports spaCy)

        pipeline, matcher = load(self._pipeline)
        tokens: list[Token] = []
        groups: dict[str, list[Group]] = {}
        tagged = parsed = False
        for start, end in _parts(text):
            doc = pipeline(text[start:end])
            first = len(tokens)
            for key, low, high in matcher(doc):
                name = pipeline.vocab.strings[key]
                groups.setdefault(name, []).append(Group(first + low, first + high))
            tokens.extend(_tokens(doc, start, first))
            tagged |= doc.has_annotation("TAG")
            parsed |= doc.has_annotation("DEP")
        ordered = {name: tuple(sorted(found)) for name, found in groups.items()}
        return ParsedSentence(text, tuple(tokens), MappingProxyType(ordered), tagged, parsed)


def _tokens(doc: Doc, start: int, first: int) -> Iterator[Token]:
    for token in doc:
        yield Token(
            text=token.text,
            lower=token.lower_,
            span=Span(start + token.idx, start + token.idx + len(token)),
            grammatical=token.is_stop,
            punctuation=token.is_punct or token.is_space,
            starts_sentence=bool(token.is_sent_start),
            part_of_speech=token.pos_,
            tag=token.tag_,
            dependency=token.dep_,
            head=first + token.head.i,
        )


def _parts(text: str) -> Iterator[tuple[int, int]]:
    """Cut a text at white space into stretches that spaCy takes."""
    start = 0
    while len(text) - start > _PART:
        end = text.rfind(" ", start + 1, start + _PART)
        end = start + _PART if end < 0 else end
        yield start, end
        start = end + 1 if text[end] == " " else end
    if start < len(text) or not text:
        yield start, len(text)
