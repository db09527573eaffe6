"""What a passage has to say before a topic of contracts counts as addressed.

The line model weighs words, and some words stand in passages of other kinds: "prior written"
consent is no entire agreement, and raw material that may be changed is no way to change the
agreement. For such topics one passage must hold the words that do the work.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from clausewright.model.span import Span
from clausewright.pattern import regex

_CHANGED = r"(?:amend|modif|chang|var(?:y|ied|iation)|alter|supplement|revis|updat)\w*"
_OWN = (
    r"(?:(?:this|the|these|our|your|any|such|all) (?:agreement|contract|terms|addendum|policy"
    r"|document|provisions?|schedule)"
    r"|hereof|hereto|hereunder|writing|written)"
)
_ENTIRE_AGREEMENT = regex(
    r"\b(?:entire|whole|complete|full|sole|final)\b(?:,? (?:and )?\w+){0,2} (?:agreement"
    r"|understanding|contract|statement|expression)"
    r"|supersed|\bmerge[sd]? (?:all|into)\b|\bintegrat(?:ed|ion)\b"
    r"|\b(?:prior|previous|earlier|contemporaneous|other)\b[^.;]{0,60}\b(?:agreements?"
    r"|understandings?|negotiations?|discussions|representations?|contracts?|arrangements?"
    r"|promises?)\b",
    re.IGNORECASE,
)
_CHANGE = regex(
    rf"\b{_CHANGED}\b[^.;]{{0,200}}\b{_OWN}\b|\b{_OWN}\b[^.;]{{0,200}}\b{_CHANGED}"
    r"|\bno (?:amendment|modification|variation|change)\b"
    r"|\bchange (?:order|request|control|management|process|procedure)",
    re.IGNORECASE,
)
WORK: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {"entire-agreement": _ENTIRE_AGREEMENT, "change": _CHANGE}
)
"""The words that do the work, by topic."""


def is_at_work(topic: str, text: str, passages: Iterable[Span]) -> bool:
    """Tell whether one of the passages on a topic does what the topic is for."""
    work = WORK.get(topic)
    return work is None or any(work.search(text, one.start, one.end) for one in passages)
