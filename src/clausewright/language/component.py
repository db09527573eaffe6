"""spaCy with our sentence starts. Importing this module imports spaCy."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from clausewright.language.patterns import PATTERNS
from clausewright.language.sentences import sentence_starts
from clausewright.language.spacy_core import Matcher, Pipeline, blank
from clausewright.language.spacy_core import load as load_pipeline
from clausewright.model.errors import ConfigurationError

if TYPE_CHECKING:
    from spacy.tokens import Doc

SENTENCES = "clausewright_sentences"


@Pipeline.component(SENTENCES)
def mark_sentences(doc: Doc) -> Doc:
    """Set where sentences of legal prose begin; a later parser keeps to it."""
    starts = iter(sentence_starts(doc.text))
    due = next(starts, None)
    for token in doc:
        begins = due is not None and token.idx + len(token) > due and not token.is_space
        token.is_sent_start = begins or token.i == 0
        while begins and due is not None and due < token.idx + len(token):
            due = next(starts, None)
    return doc


@lru_cache(maxsize=4)
def load(name: str | None) -> tuple[Pipeline, Matcher]:
    """Load a pipeline (None: the blank English one) and the matcher over its vocabulary.

    ``name`` is an installed package or a folder. Loading a pipeline runs its code, as installing
    any package does: name only what you trust. Raises ConfigurationError where it cannot be loaded.
    """
    pipeline = blank("en") if name is None else _users(name)
    pipeline.add_pipe(SENTENCES, first=True)
    matcher = Matcher(pipeline.vocab)
    for pattern, readings in PATTERNS.items():
        matcher.add(pattern, readings, greedy="LONGEST")
    return pipeline, matcher


def _users(name: str) -> Pipeline:
    try:
        return load_pipeline(name)
    except (OSError, ValueError, ImportError) as error:
        reason = str(error).partition("\n")[0].strip()
        raise ConfigurationError(
            f"the spaCy pipeline {name!r} cannot be loaded ({reason}); install it "
            f'("python -m spacy download {name}"), give the path of its folder, or take '
            f"language.pipeline out of the configuration"
        ) from error
