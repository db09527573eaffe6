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


def _one_of(words: str) -> dict[str, Any]:
    return {"LOWER": {"IN": words.split()}}


_BE = _one_of("be been being is are was were")
_ADVERB: dict[str, Any] = {
    "LOWER": {"REGEX": r"^(?:\w+ly|also|always|then|not|so|both|each)$"},
    "OP": "*",
}
_IRREGULAR = (
    "begun|bought|brought|built|done|drawn|driven|found|given|held|kept|known|laid|led|left|lost|"
    "made|met|paid|put|read|run|said|sent|set|shown|sold|sought|spent|taken|told|understood|won|"
    "written|undertaken|withdrawn|withheld|borne|chosen|dealt|forgiven|overseen|proven|repaid|"
    "rebuilt|resent|reset"
)
_PARTICIPLE = {"LOWER": {"REGEX": rf"^(?:\w{{2,}}ed|{_IRREGULAR})$"}}
_WHEN = "if unless whether whenever when where while although because once until"

PATTERNS: Mapping[str, list[Pattern]] = {
    OBLIGATION: [
        [_one_of("shall must will 'll \u2019ll")],
        [_one_of("is are"), _one_of("to required obliged obligated responsible committed")],
        [
            _one_of("agree agrees undertake undertakes commit commits promise promises"),
            _one_of("to"),
        ],
        [_one_of("guarantee guarantees ensure ensures")],
    ],
    PERMISSION: [
        [_one_of("may can could might would")],
        [_one_of("is are"), _one_of("entitled permitted allowed free")],
    ],
    CONDITION: [
        [_one_of(_WHEN)],
        [_one_of("in"), _one_of("the"), _one_of("event case")],
        [_one_of("in"), _one_of("case")],
        [_one_of("provided assuming given"), _one_of("that")],
        [_one_of("due"), _one_of("to")],
        [_one_of("failure failures fails fail inability")],
    ],
    PASSIVE: [[_BE, _ADVERB, _PARTICIPLE]],
}
