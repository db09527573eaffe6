"""Which profile a document is read under: what was chosen, the marker of build, the text.

``auto`` reads the text: first whether it is English and an agreement at all, then which of the
families of agreements its words belong to, by how often they stand in a thousand words. The title
weighs more, as it does for a reader.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from clausewright.analysis import profile_cues as cues
from clausewright.analysis.kind import is_foreign
from clausewright.analysis.scan import Hit, expand
from clausewright.model.document import Block, Document
from clausewright.model.facts import ProfileChoice
from clausewright.model.topics import (
    FOREIGN_LANGUAGE,
    NOT_AN_AGREEMENT,
    PROFILES,
    SLA_PROFILES,
)
from clausewright.pattern import regex

if TYPE_CHECKING:
    from clausewright.analysis.draft import Draft

PHRASES: tuple[str, ...] = tuple(
    dict.fromkeys(phrase for phrases in cues.CUES.values() for phrase in phrases)
)
MARKER = "clausewright.profile"
"""The key of Markdown front matter, or the Word property, by which build names the profile."""

TITLE_WORDS = 40
LONGEST_TITLE = 16
"""Words of a block up to which it may be a title; a longer one is a sentence."""

TITLE_WORTH = 3.0
"""What each cue among the first words adds to the count of its family in a thousand words."""

SHORTEST = 150
"""Shorter texts are counted as this long: one word of a short text is not a habit."""

FEWEST_CUES = 3
"""A text with fewer words of agreements and service levels than this is no agreement."""

SIDES = 2
"""Parties that the text names, or words that only an agreement of two uses."""

OFTEN = 2
"""Times that a text says "this SLA" of itself; once may speak of another one."""

_ITSELF = regex(
    r"\b[Tt]his (?:agreement|document|contract|memorandum|text|page|schedule|exhibit|annex)\b",
    re.IGNORECASE,
)
_SUBJECT = 80
"""Characters before the verb in which the subject of a sentence is looked for."""

ADDRESSED = 10.0
"""Words such as "we" and "you" in a thousand from which a text addresses its readers."""

_FAMILIES: dict[str, tuple[str, ...]] = {}
for _family, _phrases in cues.CUES.items():
    for _phrase in _phrases:
        for _reading in expand(_phrase):
            _FAMILIES[_reading] = (*_FAMILIES.get(_reading, ()), _family)


class Signs(NamedTuple):
    """Cues by family: how many in a thousand words, and how many among the first words."""

    rate: Mapping[str, float]
    title: Mapping[str, int]
    words: Mapping[str, tuple[str, ...]]
    counts: Mapping[str, int]

    def weight(self, family: str) -> float:
        """Give the rate of a family, with what its cues in the title add."""
        return self.rate[family] + TITLE_WORTH * self.title[family]

    def most(self, family: str) -> str:
        """Give the most frequent cues of a family, for people."""
        return ", ".join(f'"{word}"' for word in self.words[family])


def profile_of(draft: Draft) -> ProfileChoice:
    """Choose: the settings, the marker that build leaves, the text."""
    settings = draft.settings
    if settings.profile is not None:
        where = "the command line" if settings.profile_source == "option" else "the configuration"
        return ProfileChoice(settings.profile, settings.profile_source, f"named by {where}")
    marked = _marked(draft.document)
    if marked is not None:
        return ProfileChoice(marked, "marker", "named by the file itself, as build leaves it")
    name, reason = _read(draft)
    return ProfileChoice(name, "text", reason, _is_claimed(draft, name))


def _is_claimed(draft: Draft, name: str) -> bool:
    signs = _signs(draft)
    if signs.title[cues.CHANGES]:
        return False
    if name not in SLA_PROFILES:
        return not signs.title[cues.ADDS]
    return (
        signs.counts[cues.ITSELF] >= OFTEN or _is_titled(draft, signs) or _is_declared(draft, signs)
    )


def _is_declared(draft: Draft, signs: Signs) -> bool:
    """Tell whether a sentence says of the text itself that it is such an agreement."""
    if not signs.counts[cues.DECLARED]:
        return False
    hits = (hit for hit in draft.hits_of("profile") if cues.DECLARED in _FAMILIES[hit.phrase])
    return any(_ITSELF.search(draft.text, _opening(draft, hit), hit.span.start) for hit in hits)


def _opening(draft: Draft, hit: Hit) -> int:
    return max(draft.sentence_at(hit.span.start).start, hit.span.start - _SUBJECT)


def _is_titled(draft: Draft, signs: Signs) -> bool:
    """Tell whether a title names an agreement on service levels.

    The title of a section counts where two sides agree; on a page it may head a mere table. A
    first sentence may name an agreement that the text is not.
    """
    document = draft.document
    two_sides = _has_two_sides(draft, signs)
    headings = {section.heading for section in document.sections if two_sides}
    first = draft.words.ends[: TITLE_WORDS + 1]
    for hit in draft.hits_of("profile"):
        if cues.TITLED not in _FAMILIES[hit.phrase]:
            continue
        block = document.block_at(hit.span.start)
        if block.index in headings:
            return True
        if hit.span.start < first[-1] and _may_be_title(draft, block):
            return True
    return False


def _may_be_title(draft: Draft, block: Block) -> bool:
    """Tell a line of a title from a first sentence."""
    words = draft.words.between(block.span.start, block.span.end)
    sentence = draft.document.text_of(block.span).rstrip().endswith((".", ":"))
    return len(words) <= LONGEST_TITLE and not sentence


def _marked(document: Document) -> str | None:
    name = document.front_matter.get(MARKER) or document.properties.get(MARKER)
    return name if isinstance(name, str) and name in PROFILES else None


def _read(draft: Draft) -> tuple[str, str]:
    if is_foreign(draft.words.words):
        return FOREIGN_LANGUAGE, "its words are not those of English"
    signs = _signs(draft)
    if not _is_agreement(signs):
        return NOT_AN_AGREEMENT, "it holds hardly a word of an agreement or of service levels"
    if _is_contract(signs):
        return "contract", f"it speaks as a contract does: {signs.most(cues.CONTRACT)}"
    name, family = _sla(draft, signs)
    return name, f"it speaks of service levels: {signs.most(family)}"


def _signs(draft: Draft) -> Signs:
    words = draft.words
    first = words.ends[: TITLE_WORDS + 1]
    title_end = first[-1] if first else 0
    counts: Counter[str] = Counter()
    title: Counter[str] = Counter()
    phrases: dict[str, Counter[str]] = {family: Counter() for family in cues.CUES}
    for hit in draft.hits_of("profile"):
        for family in _FAMILIES[hit.phrase]:
            counts[family] += 1
            phrases[family][hit.phrase] += 1
            title[family] += hit.span.start < title_end
    thousands = max(len(words.words), SHORTEST) / 1000
    return Signs(
        {family: counts[family] / thousands for family in cues.CUES},
        title,
        {
            family: tuple(word for word, _ in some.most_common(3))
            for family, some in phrases.items()
        },
        counts,
    )


def _is_agreement(signs: Signs) -> bool:
    promised = signs.weight(cues.SERVICE) + signs.weight(cues.AGREEMENT)
    cued = sum(signs.counts[one] for one in (cues.SERVICE, cues.AGREEMENT, cues.CONTRACT))
    enough = cued + 2 * (signs.title[cues.SERVICE] > 0) >= FEWEST_CUES
    if not signs.counts[cues.SERVICE] and signs.counts[cues.AGREEMENT] < FEWEST_CUES - 1:
        return False  # a licence text below a manual
    return enough and promised + 2 * signs.rate[cues.CONTRACT] >= 6


def _is_contract(signs: Signs) -> bool:
    """Tell a contract: its idiom is thick against the words of service levels."""
    service, contract = signs.rate[cues.SERVICE], signs.rate[cues.CONTRACT]
    if signs.weight(cues.SERVICE) < 4:
        return True
    titled = signs.title[cues.CONTRACT] > 0 and not signs.title[cues.SERVICE]
    return contract >= 4.5 and service < (3 if titled else 2) * contract


def _sla(draft: Draft, signs: Signs) -> tuple[str, str]:
    """Choose among the profiles of service level agreements; also the family that decided."""
    if signs.weight(cues.SALES) >= 15:
        return "sales-marketing-sla", cues.SALES
    if signs.weight(cues.LEVELS) >= 4:
        return "multi-level-sla", cues.LEVELS
    if signs.weight(cues.OPERATIONAL) >= 8:
        return "ola", cues.OPERATIONAL
    inside = signs.weight(cues.INTERNAL)
    if (
        signs.counts[cues.INTERNAL] > 1
        and inside >= 1.25
        and 2 * inside >= signs.rate[cues.EXTERNAL]
    ):
        return "internal-sla", cues.INTERNAL
    if signs.weight(cues.PROVIDERS) >= 6:
        return "multi-provider-sla", cues.PROVIDERS
    if signs.counts[cues.HOSTING] > 1 and signs.weight(cues.HOSTING) >= 8:
        return "hosting-sla", cues.HOSTING
    if signs.counts[cues.ALL_CUSTOMERS] > 1 and signs.rate[cues.ALL_CUSTOMERS] >= 3:
        return "service-based-sla", cues.ALL_CUSTOMERS
    if not _has_two_sides(draft, signs):
        return "service-based-sla", cues.SERVICE
    return "external-sla", cues.SERVICE


def _has_two_sides(draft: Draft, signs: Signs) -> bool:
    """Tell an agreement with one customer from a page on which a provider addresses everybody."""
    if len(draft.parties) >= SIDES:
        return True
    addressed = signs.rate[cues.WE_AND_YOU] >= ADDRESSED
    return not addressed and signs.counts[cues.TWO_SIDES] >= SIDES
