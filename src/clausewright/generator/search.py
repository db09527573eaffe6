"""Search the library: the words of a question against what clauses say of themselves."""

from __future__ import annotations

import math
import re
from collections import Counter

from clausewright.generator.clause import Clause, ClauseStatus
from clausewright.generator.library import Library

_WORD = re.compile(r"[a-z0-9]+")
_WEIGHTS = {"title": 5.0, "id": 4.0, "topics": 3.0, "summary": 2.0, "body": 1.0}


def search(library: Library, question: str, limit: int = 15) -> list[Clause]:
    """Give the clauses that hold words of the question, the best first.

    A word counts by the place it stands in and by how few clauses hold it.
    """
    clauses = [c for c in library.clauses if c.front.status is not ClauseStatus.RETIRED]
    scores = {clause.id: _scores(clause) for clause in clauses}
    held = Counter(word for words in scores.values() for word in words)
    wanted = {_stem(word) for word in _WORD.findall(question.lower())}

    def rank(clause: Clause) -> float:
        words = scores[clause.id]
        return sum(words[w] * math.log(1 + len(clauses) / held[w]) for w in wanted if w in words)

    ranked = sorted(((rank(clause), clause) for clause in clauses), key=lambda p: (-p[0], p[1].id))
    return [clause for score, clause in ranked if score > 0][:limit]


def _scores(clause: Clause) -> dict[str, float]:
    texts = {
        "title": clause.front.title,
        "id": clause.id,
        "topics": " ".join(clause.front.topics),
        "summary": clause.front.summary,
        "body": clause.body,
    }
    scores: dict[str, float] = {}
    for place, text in texts.items():
        for word in {_stem(word) for word in _WORD.findall(text.lower())}:
            scores[word] = scores.get(word, 0.0) + _WEIGHTS[place]
    return scores


def _stem(word: str) -> str:
    """Take the commonest endings off, so that "credits" finds "credit"."""
    for ending in ("ing", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word.removesuffix(ending)
    return word
