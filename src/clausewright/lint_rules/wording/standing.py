"""What the sentence of a vague word does: promise, state, or only talk about the promise."""

from __future__ import annotations

from enum import Enum, auto
from functools import lru_cache

from clausewright.analysis.draft import Draft
from clausewright.analysis.scan import Hit, fold
from clausewright.model.document import Block, BlockKind, Section
from clausewright.model.span import Span
from clausewright.pattern import regex

_LISTED = frozenset((BlockKind.ITEM, BlockKind.CELL))
_LONGEST_TITLE = 120
_LOOK_BACK = 40
"""How many items of a list are passed over to find its lead-in."""


class Standing(Enum):
    """How much a sentence binds."""

    OWED = auto()  # "the Supplier shall ...", "we provide ...", an item of a list of duties
    STATED = auto()  # a statement, a label, an item of any other list
    AIMED = auto()  # a purpose, an introduction
    RELATED = auto()  # what the document is about, what is done in practice, thanks
    TOLD = auto()  # a reason, the opening of a list
    DISCLAIMED = auto()  # a sentence that says that nothing is guaranteed


_OWES = regex(
    r"\b(?:shall|must|will|should|agrees? to|undertakes? to|guarantees?|warrants? that|commits? to|"
    r"(?:is|are) (?:\w+ )?(?:required|obliged|obligated|responsible|expected) (?:to|for)|"
    r"ensures?|(?<!option )(?<!way )(?<!idea )(?:is|are) to|(?:is|are) committed to)\b|'ll\b|"
    r"\bwe (?!may\b|can\b|could\b|might\b|would\b|reserve\b|are\b|have\b|hope\b|recommend\b)\w+"
)
_GIVES = regex(
    r"(?<!\bit )(?<!this )(?<!which )(?<!that )"
    r"\b(?:provid(?:es|ing)|guarantees|offers|delivers|features|maintains|keeps)\b|"
    r"\b(?:we|our|services?|platform|provider|supplier|vendor|company|team|infrastructure|systems?|"
    r"data cent(?:er|re)s?|data|traffic)\b[^,;.:]{0,60}"
    r"\b(?:provides?|offers?|delivers?|features?|maintains?|keeps?|runs?|supports?|continues?|"
    r"performs?|responds?|handles?|restores?|demonstrates?|stored|replicated|backed|monitored|"
    r"staffed|operated|hosted)\b"
)
"""A plain statement of what is given: "our data centres feature ..."."""
_IS_DONE = regex(
    r"\b(?:tickets?|calls?|incidents?|faults?|errors?|bugs?|problems?|issues?|requests?|questions?|"
    r"queries|complaints?|maintenance|backups?|updates?|upgrades?|patches|reports?|support|outages?|"
    r"services?|systems?|servers?|changes|releases|work|customers|users|clients|cases|messages)\b"
    r"[^,;.:]{0,40}\b(?:is|are) (?:then |also |always |\w+ly )?(?:treated|handled|resolved|"
    r"answered|processed|monitored|performed|carried|provided|delivered|sent|made|taken|escalated|"
    r"reviewed|fixed|applied|scheduled|announced|communicated|reported|restored|tested|maintained|"
    r"kept|given|assigned|investigated|addressed|picked|notified|informed|managed|updated|dealt)\b"
)
"""What is done in running a service, in the passive: "tickets are answered ..."."""
_OWED_AFTER = regex(
    r"^[^,;:.]{0,60}\b(?:shall|must|will|should) (?:also |always |only )?be (?:\w+ )?"
    r"\w+(?:ed|en|ept|ent)\b"
)
"""A duty in the passive behind its subject: "a high level of security must be maintained"."""
_DUTIES = regex(
    r"responsibilit|obligation|dut(?:y|ies)\b|commit|requirements?\b|service levels?|guarante|"
    r"\b(?:shall|must|will|agrees?|undertakes?|responsible)\b"
)
_CONDITIONS = regex(
    r"\b(?:provided that|on condition|so long as|as long as|conditional (?:up)?on)\b"
    r"[^.;:]{0,80}:\W*$"
)
_IMPERATIVE = frozenset(
    ("provide", "maintain", "deliver", "ensure", "keep", "give", "respond", "notify", "inform",
     "restore", "resolve", "handle", "manage", "monitor", "report", "implement", "perform",
     "allocate", "communicate", "offer", "supply", "use", "make", "apply", "take", "support",
     "guarantee", "submit", "review", "update", "assist", "answer", "escalate", "test",
     "establish", "create", "address", "cooperate", "co", "ensuring", "providing", "maintaining",
     "conduct", "follow", "identify", "investigate", "prepare", "protect", "secure", "document",
     "coordinate", "develop", "train", "attend", "operate", "deploy", "check", "prioritise",
     "prioritize", "minimise", "minimize", "contribute", "collaborate", "adhere", "comply")
)  # fmt: skip
_PLAIN_DUTIES = regex(r"(?:shall|must|will|guarantees?|agrees? to|commits? to)$")
_HANDS_OVER = frozenset(
    ("provide", "provides", "maintain", "maintains", "deliver", "delivers", "ensure", "ensures",
     "allocate", "allocates", "keep", "give", "gives", "supply", "supplies", "offer", "offers",
     "guarantee", "guarantees", "submit", "submits", "furnish", "furnishes", "take", "takes",
     "implement", "implements", "obtain", "obtains")
)  # fmt: skip
GRADES_RECORDS = frozenset(
    ("necessary", "sufficient", "adequate", "complete", "accurate", "timely", "all necessary")
)  # fmt: skip
"""Words that say how much of the records is owed, not which ("all necessary information")."""
_RECORDS = frozenset(
    ("information", "details", "detail", "data", "description", "descriptions", "records",
     "documentation", "documents", "reference", "list", "report", "reports", "title", "approvals",
     "consents", "permits", "licenses", "licences", "comments", "commentary", "planning",
     "recommendations")
)  # fmt: skip
_PURPOSE = regex(
    r"(?:\b(?:in order to|so as to|so that|such that|designed to|intended to|helps? (?:to )?|"
    r"with (?:the|a) (?:aim|goal|view|purpose|objective|intention) (?:of|to)|thereby|"
    r"for (?:the )?purposes? of|allow(?:s|ing)?|enabl(?:es?|ing)|"
    r"this (?:\w+ ){0,2}(?:ensures|allows|enables|means))\b|"
    r"(?<!shall )(?<!must )(?<!will )"
    r"\bto (?:ensure|facilitate|achieve|promote|enable|allow|avoid|improve|protect|support))\b"
    r"[^;:.]{0,120}$"
)
_OPENS_PURPOSE = regex(r"^\W*(?:\(?\w{1,3}[.)]\W*)?to (?!the\b|a\b|all\b|each\b)\w+\b")
"""An item that says what something is for: "(b) to minimise disruption"."""
_UNDERTAKEN = regex(
    r"\b(?:agrees?|undertakes?|required|obliged|obligated|responsible|committed|commits?|efforts?|"
    r"endeavou?rs?|strives?|aims?|attempts?|steps|measures|action|actions|is|are) $"
)
"""What stands before "to ensure" where it is the duty itself, not its purpose."""
_DOCUMENT = (
    r"(?:agreement|sla|ola|slo|document|polic(?:y|ies)|section|page|guide|table|schedule|"
    r"framework|statement|appendix|annex|template|handbook|article)s?"
)
_ABOUT = regex(
    rf"\b(?:this|these|the|our|following|present) (?:[\w-]+ ){{0,4}}{_DOCUMENT}\b\W{{0,3}}"
    r"(?:\([^)]{0,30}\)\W*)?"
    r"(?:(?:also|only|further|and|policy|below|above|shall|will|should) ){0,2}"
    r"(?:(describes?|outlines?|defines?|sets? (?:out|forth)|identif\w+|lists?|explains?|covers?|"
    r"details?|specif\w+|contains?|summari[sz]\w+|documents?|applies|apply|represents?|governs?)|"
    r"aims?|establish\w*|is|are|has|have|helps?|provides?|ensures?)\b"
)
_RELATES = regex(
    r"^\W*(?:there (?:is|are)|in practice|historically|in the past|thank you|thanks|welcome)\b|"
    r"\bnon-?binding\b|"
    r"\b(?:can|could|may|might) (?:\w+ ){0,2}(?:impact|affect|delay|impair|influence) "
)
"""A sentence that tells, and lays nothing on anybody."""
_AIM = regex(
    r"^\W*(?:the |our |its |this |\w+ ){0,3}(?:purpose|goals?|objectives?|aims?|mission|vision|"
    r"intent|intention)\b[^,;.]{0,80}\b(?:is|are|of)\b"
)
_AIMS = ("minimi", "maximi", "optimi", "improv", "reduc", "enhanc", "increas", "prioriti")
_REASONED = regex(
    r"^\W*by (?:maintaining|ensuring|achieving|providing|improving|adhering)\b|"
    r"(?<!responsible )(?<!accountable )\bfor (?:\w+ing and )?"
    r"(?:maintaining|ensuring|achieving|improving)\b|"
    r"\b(?:is|are) (?:a|the) results? of\b|\b(?:is|are) (?:essential|key|crucial|vital|critical) "
    r"(?:to|for)\b|\bresults? from\b|\bplease (?:get in touch|contact)\b|\bget to work\b"
)
_GUARANTEES_NOTHING = regex(
    r"\b(?:no|not|cannot|can't|don't|doesn't|without|neither|nor|unable)\b[^.;]{0,40}\b"
    r"(?:guarantee\w*|warrant\w*|promise\w*|ensure)\b"
)
_CONCEDES = regex(
    r"^\W*(?:however,? |but )?(?:while|whilst|although|though|even though|given that)\b[^,;:]*$"
)
"""What a sentence concedes, or gives as a reason: "while we try our best, ..."."""
_INTRODUCTION = regex(
    r"^[\W\d]*(?:(?:the |our )?(?:purpose|objectives?|goals?|introduction|overview|background|"
    r"preface|foreword|executive summary|mission|vision|summary|conclusion|acceptance|"
    r"agreement acceptance|who we are|about\b.{0,30}|context|intent|"
    r"(?:\w+ )?benefits|(?:\w+ )?roadmap|phase \d.*|success (?:factors|metrics|criteria)|why .*)"
    r"(?: (?:and|&) [\w ]{1,30})?|what is .{1,40})\W*$"
)


def standing_of(draft: Draft, block: Block, near: Span, hit: Span) -> Standing:
    """Tell what the sentence around a hit does."""
    folded = draft.words.folded
    before, whole = folded[near.start : hit.start], folded[near.start : near.end]
    if _REASONED.search(whole) or _is_aim(folded, hit) or _leads_in(draft, block, near):
        return Standing.TOLD
    if _CONCEDES.match(before):
        return Standing.TOLD
    if _GUARANTEES_NOTHING.search(whole):
        return Standing.DISCLAIMED
    about = _ABOUT.search(before)
    if (about is not None and about[1]) or _RELATES.search(before):
        return Standing.RELATED
    if about is not None or _AIM.match(before) or _is_purpose(before):
        return Standing.AIMED
    if _is_listed_purpose(draft, block, before):
        return Standing.AIMED
    duty = _OWES.search(before)
    if introduces(draft, block) and not (duty and _PLAIN_DUTIES.match(duty[0])):
        return Standing.AIMED
    if duty or _GIVES.search(before) or _is_listed_duty(draft, block, near):
        return Standing.OWED
    if _IS_DONE.search(before):
        return Standing.OWED
    if _OWED_AFTER.match(folded[hit.end : min(near.end, hit.end + 90)]):
        return Standing.OWED
    return Standing.STATED


def _is_purpose(before: str) -> bool:
    """Tell words in a clause that says what something is for."""
    found = _PURPOSE.search(before)
    if found is None:
        return False
    return not _UNDERTAKEN.search(before[max(0, found.start() - 24) : found.start()])


def _is_listed_purpose(draft: Draft, block: Block, before: str) -> bool:
    """Tell an item that opens with "to", under a lead-in that lays no duty on anybody."""
    if block.kind is not BlockKind.ITEM or not _OPENS_PURPOSE.match(before):
        return False
    return _OWES.search(_over(draft, block)) is None


def _is_aim(folded: str, hit: Span) -> bool:
    """Tell "... to minimise disruption": the verb itself says what something is for."""
    before = folded[max(0, hit.start - 40) : hit.start]
    if not before.endswith(" to ") or not folded.startswith(_AIMS, hit.start):
        return False
    return not _UNDERTAKEN.search(before[:-3]) and not _OWES.search(before)


def _leads_in(draft: Draft, block: Block, near: Span) -> bool:
    """Tell a sentence that only opens a list or a table."""
    if not draft.words.folded[near.start : near.end].rstrip(" *_").endswith(":"):
        return False
    return draft.text[near.end : block.span.end].strip() == ""


def handed_over(draft: Draft, near: Span, hit: Hit) -> bool:
    """Tell words that grade what a duty hands over: "allocate the necessary staff"."""
    words, span = draft.words, hit.span
    at = words.index_at(span.start)
    first = words.index_at(near.start)
    if not any(word in _HANDS_OVER for word in words.words[max(first, at - 3) : at]):
        return False
    following = words.between(span.end, min(near.end, span.end + 40))[:1]
    if following and following[0] in {"for", "to"}:
        return False
    return hit.phrase in GRADES_RECORDS or not of_records(draft, near, span)


def of_records(draft: Draft, near: Span, hit: Span) -> bool:
    """Tell a word that only says which records are meant: "the appropriate information"."""
    following = draft.words.between(hit.end, min(near.end, hit.end + 40))[:3]
    return any(word in _RECORDS for word in following)


def in_brackets(draft: Draft, hit: Span) -> bool:
    """Tell "(if available)": an aside on what else there may be."""
    before = draft.text[max(0, hit.start - 2) : hit.start].rstrip(' "\u201c')
    return before.endswith("(") and draft.text[hit.end : hit.end + 2].lstrip()[:1] == ")"


def introduces(draft: Draft, block: Block) -> bool:
    """Tell text under a heading such as Purpose or Overview, or between the title and section 1."""
    document = draft.document
    section: Section | None = document.section_of(block)
    if section is None:
        return False
    if not section.run_in and _is_introduction(section.title):
        return True
    following = section.index + 1
    return (
        section.index == 0
        and block.kind is BlockKind.PARAGRAPH
        and not section.run_in
        and section.number is None
        and following < len(document.sections)
        and document.sections[following].parent == 0
    )


@lru_cache(maxsize=4096)
def _is_introduction(title: str) -> bool:
    return len(title) <= _LONGEST_TITLE and _INTRODUCTION.match(fold(title)) is not None


def is_conditional_item(draft: Draft, block: Block) -> bool:
    """Tell an item of a list of conditions: "provided that the Customer: (a) promptly ..."."""
    return block.kind is BlockKind.ITEM and _CONDITIONS.search(_over(draft, block)) is not None


def _is_listed_duty(draft: Draft, block: Block, near: Span) -> bool:
    """Tell an item that is a duty by its own verb, or by what stands over its list."""
    first = draft.words.between(near.start, near.start + 24)[:1]
    if first and first[0] in _IMPERATIVE:
        return True
    return stands_under_duty(draft, block)


def stands_under_duty(draft: Draft, block: Block) -> bool:
    """Tell an item or a cell whose lead-in or title lays duties on somebody."""
    if block.kind not in _LISTED:
        return False
    section = draft.document.section_of(block)
    title = "" if section is None else fold(section.title)
    return _DUTIES.search(_over(draft, block)) is not None or _DUTIES.search(title) is not None


def _over(draft: Draft, block: Block) -> str:
    """Give the lead-in of a list, or the title above it, folded."""
    document = draft.document
    low = max(-1, block.index - 1 - _LOOK_BACK)
    for index in range(block.index - 1, low, -1):
        one = document.blocks[index]
        if one.kind not in _LISTED or (one.kind is BlockKind.ITEM and one.level < block.level):
            start = max(one.span.start, one.span.end - 200)
            return draft.words.folded[start : one.span.end]
    section = document.section_of(block)
    return "" if section is None else fold(section.title)
