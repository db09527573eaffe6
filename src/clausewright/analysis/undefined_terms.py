"""Capitalised phrases that are used as defined terms and defined nowhere.

A phrase counts where it is made of ordinary words, ends in a noun that agreements define, stands
mid-sentence behind a determiner or often enough, and is no name, title, label or section.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from clausewright.analysis.capitals import SUBJECT, CapitalPhrase, CapitalUse
from clausewright.analysis.known_names import KnownNames
from clausewright.analysis.term_explanations import is_explained
from clausewright.analysis.term_uses import places_of, stem
from clausewright.analysis.vocabulary import word_list
from clausewright.model.facts import Term, TermForm
from clausewright.model.span import Span
from clausewright.model.topics import SLA_PROFILES
from clausewright.pattern import regex

if TYPE_CHECKING:
    from clausewright.analysis.draft import Draft

HEADS = word_list("term_heads")
SINGLE = word_list("single_terms")
_EVERYDAY = frozenset(
    (
        "intellectual property",
        "internal revenue service",
        "calendar year",
        "calendar month",
        "calendar quarter",
        "calendar day",
        "real time",
        "intellectual property right",
        "jury trial",
        "new drug application",
        "fiscal year",
        "working day",
        "high availability",
        "high priority",
        "low priority",
        "human resource",
        "human service",
        "virtual private network",
        "information technology",
        "operating system",
        "application programming interface",
        "open source",
        "root cause analysis",
        "quality assurance",
    )
)
ROLES = word_list("roles")
_DETERMINERS = word_list("determiners")
_GOVERNED = word_list("prepositions")
_GRADES = frozenset(("alpha", "beta", "basic", "gold", "silver", "bronze", "premium"))
_MEASURES = (["period"], ["minute"], ["time"], ["event"], ["hour"], ["day"])  # "Downtime Period"
_NAME_PARTS = word_list("name_parts")
_SERVICE_TERMS = frozenset(stem(term) for term in word_list("service_terms"))
_FIELDS = frozenset(("priority", "severity", "status", "account", "critical", "category", "ticket"))
_NAME_BEFORE = regex(r"(?P<edge>[\w,(]\s)?\b(?P<head>[A-Z][\w-]*)\s(?:for|of|on|to)\s(?:the\s)?$")
_SET_AFTER = regex(
    r"(?:\s[a-z]+\s(?:the\s)?(?:[\w-]+\s){1,4}?|\s)(?:shall\sbe|will\sbe|is|means)\s"
    r"(?:\d|[$\u20ac\u00a3]|[A-Z]|the\s(?:day|date|sum|amount|period|number)\b)"
)
_CAPITAL_LIST = regex(r"\b([A-Z][\w-]*),?\s(?:and|or)\s$")
_LONGER_NAME = regex(
    r"[ /-](?:[A-Z\d]|(?:for|of|and|or|&)\s[A-Z])|\s?:|\.\s?[a-z]"
    r"|,\s(?:[A-Z][\w-]*\s){0,3}[A-Z][\w-]*\s?(?:,|and\s|or\s|\.)"
)
_PLAIN_ENDING = regex(
    r"(?:ated|ised|ized|ified|rred|cted|ned|ting|ding|ning|onal|ical|able|ible|tive|ary)$"
)
_SHORTEST_PLAIN = 6
_INDEFINITE = frozenset(("a", "an", "each", "every", "any"))
_NONE: frozenset[str] = frozenset()
_TEAM_AFTER = regex(r"\s(?:team|department|staff|group|desk|engineers?|page|portal|website|form)\b")
_PLURAL_S = regex(r"(?:'s|\u2019s|s['\u2019])$")


@dataclass(frozen=True)
class UndefinedTerm:
    """A phrase used as a term: as first written, its places, and a defined term near it."""

    name: str
    uses: tuple[Span, ...]
    near: Term | None


def undefined_terms(draft: Draft) -> tuple[UndefinedTerm, ...]:
    """Find the phrases used as terms and defined nowhere, in order of their first use."""
    known = draft.known_names
    levels = draft.profile.name in SLA_PROFILES
    candidates = [
        phrase
        for phrase in draft.capital_phrases
        if _is_term_like(phrase.name, known, _common_words(draft, phrase) if levels else _NONE)
    ]
    if not candidates:
        return ()
    found = []
    for phrase in candidates:
        uses = [use for use in phrase.uses if is_own_name(draft, use)]
        if not uses:
            continue
        spots = places_of(draft, phrase.name)
        if any(is_explained(draft, span) for span in spots.exact):
            continue
        if " " in phrase.name and any(_is_set(draft.text, span) for span in spots.lower):
            continue
        if _is_used_as_term(draft, phrase.name, uses, len(spots.lower)):
            found.append(_undefined(draft, uses, known))
    return tuple(found)


def _common_words(draft: Draft, phrase: CapitalPhrase) -> frozenset[str]:
    """Give the words of a phrase that are common though few contracts use them.

    Participles and adjectives, and what stands behind "a" or "each" and in no name ("a Quiet
    Period"): products and places take no such word before them, or stand elsewhere too.
    """
    words = stem(phrase.name).split()
    common = {word for word in words if len(word) > _SHORTEST_PLAIN and _PLAIN_ENDING.search(word)}
    if any(use.before.lower() in _INDEFINITE for use in phrase.uses):
        for word in words[:1]:
            if draft.text.count(word.title()) <= len(phrase.uses):
                common.add(word)
    return frozenset(common)


def _is_term_like(name: str, known: KnownNames, common: frozenset[str]) -> bool:
    """Tell whether a phrase could be a term, by its words alone."""
    words = stem(name).split()
    whole = " ".join(words)
    if known.names_it(whole):
        return False
    if "Terms" in name.split():  # a document: "the Standard Terms", "Terms of Service"
        return False
    if whole in _EVERYDAY or words[-2:] == ["service", "level"]:
        return False
    if whole in _SERVICE_TERMS:
        return not _is_composed(words, known)
    if not _is_head(words[-1]) or any(word in _NAME_PARTS for word in words):
        return False
    if len(words) == 1:
        return True
    if {"the", "a", "an"} & set(words):  # two sentences run together
        return False
    if len(set(words)) < len(words) or words[0] in {"your", "our"}:
        return False
    ordinary = word_list("ordinary")
    if not all(
        word in ordinary or word in _GRADES or _is_head(word) or word in common
        for word in words
        if word != "of"
    ):
        return False
    return not _is_composed(words, known)


def is_plain_phrase(draft: Draft, phrase: CapitalPhrase, known: KnownNames) -> bool:
    """Tell a phrase of words that are written small elsewhere.

    One of them may stand in this phrase alone, behind "the" or "each": the name of a product or
    firm stands in other places, too.
    """
    words = stem(phrase.name).split()
    if any(word in _NAME_PARTS for word in words):
        return False
    if {"the", "a", "an"} & set(words) or " ".join(words) in _EVERYDAY:
        return False
    common = word_list("ordinary") | _GRADES | _common_words(draft, phrase)
    strange = [
        word for word in words if not (word in common or _is_head(word) or f" {word}" in draft.text)
    ]
    if len(strange) > 1 or _is_composed(words, known):
        return False
    governed = any(_determines(use.before) for use in phrase.uses)
    return not strange or (governed and draft.text.count(strange[0].title()) <= len(phrase.uses))


def _is_head(word: str) -> bool:
    return word in HEADS or stem(word) in HEADS


def _is_composed(words: list[str], known: KnownNames) -> bool:
    """Tell whether a phrase ends in a defined term, or starts with a party or a longer term."""
    for i in range(1, len(words)):
        if " ".join(words[i:]) in known.terms:
            return True
        head = stem(" ".join(words[:i]))
        if head in known.names or (i > 1 and head in known.terms):
            return True
        if head in known.terms and words[i:] in _MEASURES:
            return True
    return stem(words[0]) in SINGLE and stem(words[0]) in known.terms


def is_own_name(draft: Draft, use: CapitalUse) -> bool:
    """Tell whether a use is the whole name in running text.

    Not part of a longer one ("MTA Software", "Department of Health and Human Services"), and not
    of a title within the line ("6.8 Interest on Late Payments.").
    """
    text, span = draft.text, use.span
    if _ends_a_name(text, span.start):
        return False
    owned = use.before.endswith(("'s", "\u2019s", "s'", "s\u2019"))
    if (
        use.before not in {"", SUBJECT}
        and not owned
        and (use.before[0].isupper() or not use.before[0].isalpha())
    ):
        return False
    if use.before in {"and", "or"}:
        listed = _CAPITAL_LIST.search(text[max(0, span.start - 40) : span.start])
        if listed is not None and stem(listed[1]) not in ROLES | SINGLE:
            return False
    if _LONGER_NAME.match(text, span.end) or _TEAM_AFTER.match(text, span.end):
        return False
    return not _is_title(text, draft.sentence_at(span.start))


def _ends_a_name(text: str, start: int) -> bool:
    """Tell whether a phrase ends a longer name: "Centre for Effective Dispute Resolution"."""
    before = _NAME_BEFORE.search(text[max(0, start - 40) : start])
    if before is None:
        return False
    head = stem(before["head"])
    return head in _NAME_PARTS or (before["edge"] is not None and not _is_head(head))


def _is_title(text: str, sentence: Span) -> bool:
    words = [word for word in text[sentence.start : sentence.end].split() if len(word) > 3]
    return all(word[0].isupper() for word in words if word[0].isalpha())


def _is_set(text: str, span: Span) -> bool:
    """Tell whether a sentence sets what is written small here: "the launch date shall be 1 May"."""
    return _SET_AFTER.match(text, span.end) is not None


def _is_used_as_term(draft: Draft, name: str, uses: list[CapitalUse], lower: int) -> bool:
    """Tell whether the places of a phrase show that it is meant as a term."""
    if lower > len(uses):
        return False
    strong = [use for use in uses if _determines(use.before)]
    governed = [use for use in uses if use.before.lower() in _GOVERNED]
    if stem(name) in _SERVICE_TERMS:
        return bool(strong or governed) or len(uses) >= 2
    habit = sum(term.form is not TermForm.ACRONYM for term in draft.terms)
    if " " not in name:
        return _is_single_term(stem(name), uses, lower, habit)
    if len(uses) >= 2:
        return bool(strong or governed) and (habit >= 1 or len(uses) >= 3 or not lower)
    return bool(strong or governed) and (habit >= 1 or not lower)


def _is_single_term(word: str, uses: list[CapitalUse], lower: int, habit: int) -> bool:
    """Tell a word used as a term ("the Recipient") from one written large by habit."""
    strong = sum(_determines(use.before) for use in uses)
    if word in ROLES:
        governed = any(use.before.lower() in _GOVERNED for use in uses)
        return (strong > 0 and lower <= len(uses)) or (governed and lower * 3 <= len(uses))
    if word in SINGLE:
        return (strong >= 2 and lower * 3 <= len(uses)) or (strong > 0 and habit > 0 and not lower)
    return word not in _FIELDS and strong >= 2 and not lower


def _determines(before: str) -> bool:
    return before == SUBJECT or before.lower() in _DETERMINERS or before.endswith(("'s", "\u2019s"))


def _undefined(draft: Draft, uses: Iterable[CapitalUse], known: KnownNames) -> UndefinedTerm:
    spans = tuple(use.span for use in uses)
    name = _PLURAL_S.sub("", draft.document.text_of(spans[0]))
    return UndefinedTerm(name, spans, _near(stem(name).split(), known))


def _near(words: list[str], known: KnownNames) -> Term | None:
    """Find a defined term that differs from a phrase by one word, or by their order."""
    for key, term in known.terms.items():
        other = key.split()
        if term.form is TermForm.ACRONYM or len(other) < 2 or len(words) < 2:
            continue
        if _one_word_apart(words, other):
            return term
    return None


def _one_word_apart(one: list[str], other: list[str]) -> bool:
    if sorted(one) == sorted(other):
        return True
    if len(one) == len(other):
        if len(one) < 3:
            return False
        return sum(a != b for a, b in zip(one, other, strict=True)) == 1 and one[0] == other[0]
    short, long = sorted((one, other), key=len)
    if len(long) - len(short) != 1 or len(short) < 2:
        return False
    if any(len(word) == 1 for word in long):
        return False
    return any(long[:i] + long[i + 1 :] == short for i in range(len(long)))
