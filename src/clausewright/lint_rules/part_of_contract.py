"""What a text is that may not have to hold all itself: a schedule, or no agreement of its own."""

from __future__ import annotations

import re
from typing import Final

from clausewright.analysis.draft import Draft
from clausewright.pattern import regex

_OF_THE_WHOLE = regex(
    r"s?\s(?:to|of)\s(?:the|that|an?|our|your|its)\s(?:[\w&'\u2019-]+\s){0,3}?"
    r"(?:contract|agreement|terms)\b",
    re.IGNORECASE,
)
_ITSELF = regex(
    r"\b(?:this|the)\s(?:SLA|OLA|document|schedule|annex|service\slevel\sagreement)\b[^.;\n]{0,40}"
    r"\b(?:is|are|forms?|constitutes?)\b[^.;\n]{0,40}$",
    re.IGNORECASE,
)
_PARTS: Final = ("schedule", "annex", "exhibit", "appendix", "attachment", "part")
PERHAPS_NO_SERVICE_LEVELS: Final = "the text may be no agreement on service levels of its own"
"""Why less is asked of a text that does not call itself such an agreement."""
_BEFORE: Final = 100  # characters of a sentence in which the text speaks of itself


def says_it_is_part(draft: Draft) -> bool:
    """Tell whether the text calls itself a part of a contract: "a schedule to the Contract"."""
    text, folded = draft.text, draft.words.folded
    for part in _PARTS:
        at = folded.find(part)
        while at >= 0:
            if _OF_THE_WHOLE.match(text, at + len(part)) is not None and _ITSELF.search(
                text[max(0, at - _BEFORE) : at]
            ):
                return True
            at = folded.find(part, at + 1)
    return False
