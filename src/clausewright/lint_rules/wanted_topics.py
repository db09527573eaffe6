"""What a profile wants of one draft, and what of it is not there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from clausewright.analysis.draft import Draft
from clausewright.lint_rules.missed_levels import answers_in
from clausewright.lint_rules.part_of_contract import PERHAPS_NO_SERVICE_LEVELS, says_it_is_part
from clausewright.lint_rules.profile import Condition, Level, Profile, Wanted, load_profile
from clausewright.model.facts import Dimension, Metric
from clausewright.model.span import Span
from clausewright.model.topics import CONTRACT, PROFILES
from clausewright.pattern import regex

MISSING_TOPIC = "TOP001"
"""The rule whose hits show where a miss is spoken of."""

MONTH = 30 * 86_400.0
SLACK = 1.02
"""A year of 365 days is 12 months of 30.4 days, not more than twelve months."""

SERVING_LEVELS = frozenset(
    ("measurement", "reporting", "remedies", "claims", "exclusions", "definitions")
)
"""Topics that have a meaning only beside a level."""

USUAL_ABOVE = frozenset(("support", "responsibilities", "escalation"))
"""Topics that a schedule of levels, or a page, often leaves to other terms unsaid."""

NO_LEVELS = frozenset(("notice", "maintenance limit"))
"""Metrics that bound what surrounds a service, not the service."""

MEASURED = frozenset((Dimension.PERCENT, Dimension.RATE))
"""What only levels are measured in; a time in a passage on them may be that of a review."""

FIRM = frozenset(("availability", "latency", "throughput", "error rate", "rto", "rpo"))
"""Metrics of which one alone makes an agreement; times of response come in several."""

SEVERAL = 2
"""Figures from which measurement, reports and remedies are wanted, whatever they are of."""

SPOKEN = {"law": ("jurisdiction", "courts")}
"""Words that speak of a topic even where they are all that does."""

SUPPORTED = {"ola": ("sla", "slas"), "multi-level-sla": ("ola", "olas")}
"""Other agreements that one of its type speaks of where it tells what it stands beside."""

STATUTES = ("act", "statute", "regulation", "regulations", "rule")
SHORT = 500
"""Words up to which a contract that names a statute may live by it alone."""

TO_ALL = ("by using", "by accessing", "you agree to", "you acknowledge", "we may change")
"""Words of terms that one side sets for everybody."""

LEFT_OPEN = (
    *("__", "[", "{", "xx", "`"),
    *("listed in", "listed on", "set out in", "set forth in", "specified in", "stated in"),
    *("order form", "rider"),
)
"""How a passage leaves its figures to be filled in, or to another text."""

OWN_PARTS = ("section", "clause", "paragraph", "article", "the table", "this")
"""What such words lead to when the text means itself."""

TITLES = {
    "scope": "purpose and scope",
    "term": "term of the agreement",
    "services": "description of the services",
    "exclusions": "exclusions",
    "hours": "service or support hours",
    "levels": "service levels with targets",
    "severity": "severity classes",
    "support": "support and how to reach it",
    "measurement": "how levels are measured",
    "reporting": "reporting of results",
    "audit": "audit or verification",
    "remedies": "consequences of a missed level",
    "claims": "how to claim a remedy",
    "earnback": "earn-back or bonus",
    "capacity": "capacity and workload limits",
    "disputes": "dispute resolution",
    "change": "how the agreement is changed",
    "review": "periodic review",
    "continuity": "backup, recovery and continuity",
    "data": "data protection and confidentiality",
    "fees": "fees and payment",
    "liability": "liability and indemnity",
    "assignment": "assignment and change of control",
    "law": "governing law and jurisdiction",
    "precedence": "relation to other agreements",
    "signature": "signature or approval",
    "documentcontrol": "version and document control",
    "expiry": "end date or length of the term",
    "notice-of-nonrenewal": "notice to prevent renewal",
    "termination-convenience": "termination for convenience",
    "post-termination": "what follows after termination",
    "cap-on-liability": "cap on liability",
    "anti-assignment": "limits on assignment",
    "ip": "intellectual property",
    "entire-agreement": "entire agreement",
    "force-majeure": "force majeure",
}


_NOT_ALL = regex(
    r"\bnot\s(?:the|a)\s(?:complete|entire|whole|full)\s(?:\w+\s)?(?:agreement|contract)\b",
    re.IGNORECASE,
)
_GRANTED = regex(
    r"\bcredits?\b[^.\n]{0,80}\b(?:automatically|without (?:a|any) (?:claim|request)"
    r"|need not (?:be )?(?:claim|request)(?:ed)?)\b",
    re.IGNORECASE,
)
"""Credits that come without a claim."""


class Missing(NamedTuple):
    """A wanted topic that is not addressed, the level that holds, and the profile that wants it.

    ``doubt`` tells why it may be right that it is not there, or that it may be there after all;
    empty where it is plainly missing.
    """

    wanted: Wanted
    level: Level
    profile: str
    doubt: str = ""


def title_of(topic: str) -> str:
    """Give the name of a topic for people."""
    return TITLES.get(topic, topic)


def profile_of(draft: Draft) -> Profile | None:
    """Give the profile of a draft, None where it has none."""
    name = draft.profile.name
    return load_profile(name) if name in PROFILES else None


def missing_topics(draft: Draft) -> tuple[Missing, ...]:
    """Give the wanted topics that are not there, without those of a main agreement.

    In an agreement of several documents those that any of them wants and none addresses count, for
    the document that leads; each at the highest level at which one wants it.
    """
    if not draft.leads:
        return ()
    found: dict[str, Missing] = {}
    for one in (draft, *draft.companions):
        for missing in _missing_of(one):
            known = found.get(missing.wanted.topic)
            if known is None or _ORDER.index(missing.level) < _ORDER.index(known.level):
                found[missing.wanted.topic] = missing
    return tuple(found.values())


_ORDER = tuple(Level)


def _missing_of(draft: Draft) -> Iterator[Missing]:
    """Give what the profile of one draft wants and the whole agreement does not address."""
    profile = profile_of(draft)
    if profile is None:
        return
    elsewhere = frozenset(topics_of_main_agreement(draft, profile))
    for wanted in profile.wanted:
        if wanted.topic not in elsewhere and not _addressed(draft, wanted):
            yield Missing(wanted, level_for(draft, wanted), profile.name, _doubt(draft, wanted))


def _doubt(draft: Draft, wanted: Wanted) -> str:
    """Tell why a topic that was not found may not be missed."""
    if not draft.profile.claimed and draft.profile.name == CONTRACT:
        return "the text adds to another agreement"
    if not draft.profile.claimed:
        return PERHAPS_NO_SERVICE_LEVELS
    drafts = (draft, *draft.companions)
    if draft.profile.name == CONTRACT and draft.profile.source == "text":
        return _doubt_of_contract(draft, wanted)
    if wanted.topic == "remedies" and _answers_a_miss(drafts):
        return "some words answer a miss"
    if _says_it_is_not_all(draft):
        return "the text says that it is not the whole agreement"
    if wanted.topic in ("remedies", "claims") and _sets_objectives(draft):
        return "the text sets objectives, which nobody need answer for"
    if wanted.topic == "precedence" and _speaks_of(draft, SUPPORTED.get(draft.profile.name, ())):
        return "some words may speak of it"
    if wanted.topic == "levels":
        left = _left_open(draft)
        return "commitments stand here, but without a number" if left else ""
    if wanted.topic in SERVING_LEVELS and not any(_sets_firm_levels(one) for one in drafts):
        return "no firm level is set that it could serve"
    if wanted.topic in USUAL_ABOVE and ("precedence" in draft.topics or _is_page(draft)):
        return "the terms that this text belongs to may speak of it"
    return _doubt_of_words(draft, wanted)


def _doubt_of_words(draft: Draft, wanted: Wanted) -> str:
    """Tell whether words stand there that may speak of a topic."""
    drafts = (draft, *draft.companions)
    for topic in (wanted.topic, *wanted.or_else):
        for one in drafts:
            passage = one.faint_topics.get(topic)
            if passage is not None:
                where = "" if one is draft else f" of {one.document.name}"
                return f"{one.document.line_name(passage.start)}{where} may speak of it"
    if any(_speaks_of(one, SPOKEN.get(wanted.topic, ())) for one in drafts):
        return "some words may speak of it"
    return ""


def _doubt_of_contract(draft: Draft, wanted: Wanted) -> str:
    """Tell why a contract may do without a topic: what it is, or what it lives by."""
    folded = draft.words.folded
    if folded.count("this policy") > folded.count("this agreement"):
        return "the text calls itself a policy"
    if len(draft.words.words) < SHORT and _speaks_of(draft, STATUTES):
        return "a statute that this short text names may say it"
    return _doubt_of_words(draft, wanted)


def _speaks_of(draft: Draft, words: tuple[str, ...]) -> bool:
    return not draft.words.vocabulary.isdisjoint(words)


def _answers_a_miss(drafts: tuple[Draft, ...]) -> bool:
    """Tell whether the text says, in any words, what follows a miss or that nothing does."""
    answers = answers_in(drafts, MISSING_TOPIC)
    return bool(answers.serves) or (answers.titled and answers.denied)


def is_one_for_all(draft: Draft) -> bool:
    """Tell terms that one side sets for all its customers from what two parties agree on."""
    folded = draft.words.folded
    return _is_page(draft) or any(words in folded for words in TO_ALL)


def sets_levels(draft: Draft) -> bool:
    """Tell whether a figure stands in what a draft says of levels: one that could be missed."""
    if any(_levels_of(draft)) or _measures_levels(draft):
        return True
    missed = (_passages(draft, "levels") & _passages(draft, "remedies")) - _passages(
        draft, "claims"
    )
    return any(
        quantity.dimension is Dimension.DURATION
        for passage in missed
        for quantity in draft.quantities_in(passage)
    )


def _sets_firm_levels(draft: Draft) -> bool:
    """Tell whether a draft sets levels that the rest of an agreement could serve."""
    names = [one.name for one in _levels_of(draft)]
    return len(names) >= SEVERAL or not FIRM.isdisjoint(names) or _measures_levels(draft)


def _levels_of(draft: Draft) -> Iterator[Metric]:
    """Give the levels with a figure; how often the text itself is reviewed is none."""
    reviews = _passages(draft, "review")
    for one in draft.sure_metrics:
        if one.target is None or one.name in NO_LEVELS:
            continue
        quantity = one.target.quantity
        timed = quantity is not None and quantity.dimension is Dimension.DURATION
        if not (timed and any(one.span.start in passage for passage in reviews)):
            yield one


def _measures_levels(draft: Draft) -> bool:
    """Tell whether a passage on levels holds what only levels are measured in."""
    return any(
        quantity.dimension in MEASURED
        for passage in _passages(draft, "levels")
        for quantity in draft.quantities_in(passage)
    )


def _passages(draft: Draft, topic: str) -> frozenset[Span]:
    found = draft.topics.get(topic)
    return frozenset(found.passages) if found is not None else frozenset()


def _is_page(draft: Draft) -> bool:
    """Tell a page to all customers, which stands beside other pages of its provider."""
    return draft.profile.name == "service-based-sla" and draft.profile.source == "text"


def _left_open(draft: Draft) -> bool:
    """Tell whether levels are promised whose figures are blank or stand in another text."""
    levels = draft.topics.get("levels")
    promises = [draft.sentence_at(one.span.start) for one in draft.metrics if one.target is None]
    said = (*promises, *(levels.passages if levels is not None else ()))
    folded = draft.words.folded
    return any(
        not folded.startswith(OWN_PARTS, at + len(words) + 1)
        for span in said
        for words in LEFT_OPEN
        if (at := folded.find(words, span.start, span.end)) >= 0
    )


def topics_of_main_agreement(draft: Draft, profile: Profile) -> Iterator[str]:
    """Give the absent topics that count as living in the main agreement this draft names."""
    if draft.companions or not ("precedence" in draft.topics or says_it_is_part(draft)):
        return
    for wanted in profile.wanted:
        usual = wanted.topic in profile.main_agreement and not _addressed(draft, wanted)
        if usual and level_for(draft, wanted) is not Level.OPTIONAL:
            yield wanted.topic


def level_for(draft: Draft, wanted: Wanted) -> Level:
    """Give the level of a topic for this draft, its condition considered."""
    if wanted.when is None or _holds(draft, wanted.when):
        return wanted.level
    return wanted.otherwise


def _says_it_is_not_all(draft: Draft) -> bool:
    """Tell a preview or a summary: "this is not the complete agreement between the parties"."""
    return _NOT_ALL.search(draft.text) is not None


def _sets_objectives(draft: Draft) -> bool:
    """Tell a policy on objectives that nowhere calls itself an agreement."""
    words = draft.words.vocabulary
    return not words.isdisjoint(("slo", "slos")) and words.isdisjoint(("sla", "slas", "agreement"))


def _addressed(draft: Draft, wanted: Wanted) -> bool:
    drafts = (draft, *draft.companions)
    if wanted.topic == "claims" and any(_GRANTED.search(one.text) for one in drafts):
        return True
    if wanted.topic == "levels":
        return any(
            sets_levels(one) or ("levels" in one.topics and one.topics["levels"].by_reference)
            for one in drafts
        )
    return any(topic in one.topics for one in drafts for topic in (wanted.topic, *wanted.or_else))


def _holds(draft: Draft, condition: Condition) -> bool:
    if condition.present is not None:
        return condition.present in draft.topics
    months = _longest_term(draft)
    return condition.months_over is not None and months > condition.months_over * SLACK


def _longest_term(draft: Draft) -> float:
    """Give the longest duration in months and years that the passages on the term name."""
    longest = 0.0
    for name in ("term", "expiry"):
        topic = draft.topics.get(name)
        if topic is None:
            continue
        for quantity in draft.quantities_in(topic.span):
            if quantity.dimension is Dimension.DURATION and quantity.unit[:4] in ("mont", "year"):
                longest = max(longest, quantity.base / MONTH)
    return longest
