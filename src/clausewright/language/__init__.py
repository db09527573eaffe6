"""The language tier: the only package that imports spaCy, and only when it is used."""

from clausewright.language.parsed import Group, ParsedSentence, Token
from clausewright.language.tier import Language

__all__ = ["Group", "Language", "ParsedSentence", "Token"]
