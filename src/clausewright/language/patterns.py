"""What the language tier looks for in a sentence: patterns over tokens, by name.

They need no part of speech, so that they work on a blank pipeline. Each name says what a lawyer
would call the words found.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

Pattern = list[dict[str, Any]]

OBLIGATION = "obligation"
PERMISSION = "permission"
CONDITION = "condition"
PASSIVE = "passive"
AGENT = "agent"

_ADVERB: dict[str, Any] = {"LOWER": {"REGEX": r"^(?:\w+ly|also|always|then|not|so|both|each)$"}, "OP": "*"}
_BE = {"LOWER": {"IN": ["be", "been", "being", "is", "are", "was", "were"]}}
_IRREGULAR = (
    "begun bought brought built done drawn driven found given held kept known laid led left lost "
    "made met paid put read run said sent set shown sold sought spent taken told understood won "
    "written undertaken withdrawn withheld borne chosen dealt forgiven forgone overseen proven"
).split()
_PARTICIPLE: dict[str, Any] = {"LOWER": {"REGEX": rf"^(?:\w{{2,}}ed|re(?:paid|built|made|sent|set)|{'|'.join(_IRREGULAR)})$"}}

PATTERNS: Mapping[str, list[Pattern]] = {
    OBLIGATION: [
        [{"LOWER": {"IN": ["shall", "must", "will", "'ll", "\u2019ll"]}}],
        [{"LOWER": {"IN": ["is", "are"]}}, {"LOWER": {"IN": ["to", "required", "obliged", "obligated", "responsible", "committed"]}}],
        [{"LOWER": {"IN": ["agree", "agrees", "undertake", "undertakes", "commit", "commits", "promise", "promises"]}}, {"LOWER": "to"}],
        [{"LOWER": {"IN": ["guarantee", "guarantees", "ensure", "ensures"]}}],
    ],
    PERMISSION: [
        [{"LOWER": {"IN": ["may", "can", "could", "might", "would"]}}],
        [{"LOWER": {"IN": ["is", "are"]}}, {"LOWER": {"IN": ["entitled", "permitted", "allowed", "free"]}}],
    ],
    CONDITION: [
        [{"LOWER": {"IN": ["if", "unless", "whether", "whenever", "when", "where", "while", "although", "because", "once", "until"]}}],
        [{"LOWER": "in"}, {"LOWER": "the"}, {"LOWER": {"IN": ["event", "case"]}}],
        [{"LOWER": "in"}, {"LOWER": "case"}],
        [{"LOWER": {"IN": ["provided", "assuming", "given"]}}, {"LOWER": "that"}],
        [{"LOWER": "due"}, {"LOWER": "to"}],
        [{"LOWER": {"IN": ["failure", "failures", "fails", "fail", "inability"]}}],
    ],
    PASSIVE: [[_BE, _ADVERB, _PARTICIPLE]],
    AGENT: [[{"LOWER": "by"}, {"IS_ALPHA": True, "LOWER": {"NOT_IN": ["reason", "means", "way", "virtue", "law"], "REGEX": r"^(?!\w+ing$)"}}]],
}  # fmt: skip
