"""The kinds of rules that a pack may hold, by the key that a rule of the kind is written with."""

from __future__ import annotations

from collections.abc import Mapping

from clausewright.lint_rules.pack_kinds import limit, order, phrases, swaps, topics, words
from clausewright.lint_rules.pack_kinds.kind import Kind

KINDS: Mapping[str, Kind] = {
    "phrases": phrases.KIND,
    "swaps": swaps.KIND,
    "words": words.KIND,
    "topics": topics.KIND,
    "limit": limit.KIND,
    "order": order.KIND,
}
