"""Whether a document takes the meaning of its capitalised words from another document.

"Terms not defined here have the meaning given in the Agreement" makes every capitalised word of a
schedule a term of its main agreement.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from clausewright.analysis.scan import readings
from clausewright.pattern import regex

if TYPE_CHECKING:
    from clausewright.analysis.draft import Draft

INCORPORATING_PHRASES = (
    "{capitalized|capitalised|defined|other} {term|terms|words|expressions}",
    "{not|otherwise} defined",
    "{mean|means} the same",
    "{has|have|shall have} the same {meaning|meanings}",
    "definitions {in|of|set}",
)
_READINGS = readings(INCORPORATING_PHRASES)
_INCORPORATES = regex(
    r"\b(?:capitali[sz]ed|defined|other)\s(?:terms?|words?|expressions?)\b[^\n]{0,200}"
    r"\b(?:meanings?|defined|definitions?)\b"
    r"|\bterms?\b[^.\n]{0,60}\bnot\s(?:otherwise\s)?defined\b"
    r"|\bdefinitions?\b[^.\n]{0,100}\b(?:apply|applies|are incorporated)\b"
    r"|\bmeans?\sthe\ssame\b|\bsame\smeanings?\b",
    re.IGNORECASE,
)
_DEFINES_HERE = regex(
    r"\b(?:(?:are|is)\sdefined\sas\sfollows|(?:has|have)\sthe\sfollowing\smeanings?)\b",
    re.IGNORECASE,
)
"""Whatever document such a sentence names, the meanings follow it."""

_OTHER_DOCUMENT = regex(
    r"\b(?:in|of|by|under|to|from|as)\s(?:it\sin\s|them\sin\s)?(?:the|our|your|its|that|such|each)\s"
    r"(?!following\b|body\b|text\b|plural\b|singular\b|section\b|clause\b|terms?\s(?:is|are)\b)"
    r"(?:[\w&'\u2019.-]+\s){0,8}?(?:agreements?|contract|terms|conditions|msa|policy|plan|licen[cs]e|act|order"
    r"|rider|lease|document|glossary|guide)\b"
    r"|\b(?:in|by|under)\s(?:the|that)\s(?-i:[A-Z]{3,8})\b",  # "assigned in the MSLA"
    re.IGNORECASE,
)


def takes_terms_from_elsewhere(draft: Draft) -> bool:
    """Tell whether a sentence of the document takes its terms from another document."""
    for hit in draft.hits_of("terms"):
        if hit.phrase in _READINGS:
            sentence = draft.document.text_of(draft.sentence_at(hit.span.start))[:800]
            if _DEFINES_HERE.search(sentence) and "not" not in sentence.split():
                continue
            if _INCORPORATES.search(sentence) and _OTHER_DOCUMENT.search(sentence):
                return True
    return False
