"""Single words in their sentence, read with the language tier: which grade what is owed."""

from __future__ import annotations

from clausewright.analysis.draft import Draft
from clausewright.analysis.scan import Hit
from clausewright.language import ParsedSentence, patterns
from clausewright.model.document import Block, BlockKind
from clausewright.model.span import Span
from clausewright.pattern import regex

_DESCRIBES = regex(
    r"^\W*(?:the |this |these |our )?(?:(?:goal|purpose|aim|objective|intent)s? (?:of|is)|"
    r"(?:this|these|the following|following) (?:\w+ ){0,3}(?:agreement|sla|ola|document|polic\w+|"
    r"sections?|tables?|page|guide)|by \w+ing|"
    r"for (?:maintaining|ensuring|achieving|providing|improving)|in order to|"
    r"to (?:ensure|facilitate|achieve))"
)
_SELECTED = frozenset(
    ("party", "parties", "person", "persons", "team", "teams", "authority", "authorities",
     "channel", "channels", "contact", "contacts", "manager", "form", "section", "department",
     "law", "laws", "agency", "role", "roles", "category", "class", "priority", "box", "group",
     "stakeholders", "stakeholder", "date", "dates", "time", "use", "usage", "fees", "invoice",
     "business", "hours", "working", "parts", "part", "condition", "third", "court", "courts",
     "regulator", "entity", "level", "levels", "severity", "courier",
     "carrier", "requirements", "plan", "repo", "repository")
)  # fmt: skip
_CHOOSES = frozenset(
    ("appropriate", "relevant", "acceptable", "suitable", "proper", "competent")
)  # fmt: skip
_CHOSEN = frozenset(
    ("personnel", "staff", "people", "individual", "individuals", "provider", "providers",
     "supplier", "suppliers", "vendor", "vendors", "organization", "organisation",
     "organizations", "organisations", "technician", "technicians", "engineer", "engineers",
     "expert", "experts", "mediator", "arbitrator", "venue", "agreement", "agreements", "visas",
     "quote", "representative", "representatives", "unit", "units", "office", "user", "users",
     "owner", "owners")
)  # fmt: skip
"""Whom a word picks out where nobody hands them over: "coordinate with appropriate personnel"."""
_OWES = frozenset(
    ("provide", "provides", "provided", "providing", "maintain", "maintains", "maintaining",
     "offer", "offers", "deliver", "delivers", "delivering", "ensure", "ensures", "ensuring",
     "keep", "keeps", "give", "gives", "use", "uses", "apply", "applies", "take", "takes",
     "implement", "implements", "perform", "performs", "supply", "supplies", "guarantee",
     "guarantees", "receive", "receives", "respond", "responds", "communicate", "communicates",
     "commit", "commits", "promise", "promises", "support", "supports", "inform", "informs",
     "notify", "notifies", "make", "makes", "allocate", "restore", "resolve", "handle", "manage",
     "monitor", "review", "reviews", "we", "submit", "submits", "establish", "create", "furnish",
     "communicated", "notified", "informed", "announced", "performed", "handled", "resolved",
     "reviewed", "monitored", "updated", "delivered", "maintained", "kept", "given", "sent",
     "scheduled", "coordinated", "assigned", "allocated", "backed", "tested")
)  # fmt: skip
_LIGHT = frozenset(
    ("clear", "detailed", "comprehensive", "relevant", "concise", "high level", "modern",
     "complete", "customer satisfaction", "user satisfaction")
)  # fmt: skip
"""Words that grade only what a verb of giving hands over ("provide clear reports")."""
_VERBS = ("ise", "ize", "ised", "ized", "ises", "izes")
"""Endings of words that are verbs themselves, and so name nothing."""
_SHORT_CELL = 40
"""A cell of a few words in which a vague word is the value itself ("Immediate")."""
_PAYING = frozenset(
    ("paid", "payable", "billed", "invoiced", "charged", "monthly", "annually", "yearly",
     "quarterly", "due", "pay", "pays")
)  # fmt: skip
_SIDES = frozenset(
    ("our", "us", "you", "your", "provider", "supplier", "vendor", "team", "staff", "customer",
     "customers", "client", "clients", "users", "service", "services")
)  # fmt: skip
_BE = frozenset(
    ("is", "are", "be", "been", "being")
)  # fmt: skip
_PROMISES = frozenset(
    ("shall", "must", "will", "should", "'ll")
)  # fmt: skip
_GOES_ON = frozenset(
    ("to", "for", "as", "from", "until", "upon", "on", "when", "if", "after", "only", "with", "by")
)  # fmt: skip
"""What may follow a word that selects or dates: "will be sufficient to", "effective from"."""
_PREDICATES = frozenset(
    ("as", "if", "deemed", "considered", "how", "so", "too", "very")
)  # fmt: skip
_ADJECTIVES = frozenset(
    ("ADJ", "ADV", "VERB", "")
)  # fmt: skip


def qualifies_a_duty(draft: Draft, block: Block, near: Span, hit: Hit) -> bool:
    """Tell a word that qualifies what is owed from one that selects, names or describes."""
    if block.kind is BlockKind.CELL and len(block.span) > _SHORT_CELL:
        return False
    text = draft.document.text_of(near)
    if _DESCRIBES.match(text.lower()):
        return False
    sentence = draft.language.parse(text)
    first = sentence.index_at(hit.span.start - near.start)
    end = sentence.index_at(hit.span.end - near.start - 1) + 1
    if not hit.phrase.endswith(_VERBS) and _is_name(block, sentence, first, end):
        return False
    return _is_owed(block, sentence, first, hit.phrase)


def _is_name(block: Block, sentence: ParsedSentence, first: int, end: int) -> bool:
    """Tell words that pick out or name a thing ("the appropriate party", "Effective Date")."""
    tokens = sentence.tokens
    if sentence.tagged and tokens[first].part_of_speech not in _ADJECTIVES:
        return True
    following = tokens[end] if end < len(tokens) else None
    if following is None:
        return False
    if following.text == ":" or following.lower in _SELECTED:
        return True
    named = tokens[first].text[:1].isupper() and following.text[:1].isupper()
    label = block.kind is BlockKind.PARAGRAPH or not tokens[first].starts_sentence
    if named and label and not following.text.isupper():
        return True
    head = next(
        (i for i in range(end, len(tokens)) if tokens[i].grammatical or tokens[i].punctuation),
        len(tokens),
    )
    if head == end:
        return False
    if tokens[head - 1].lower in _SELECTED:
        return True
    chosen = tokens[end - 1].lower in _CHOOSES and tokens[head - 1].lower in _CHOSEN
    return chosen and not any(token.lower in _OWES for token in tokens[max(0, first - 3) : first])


def _is_owed(block: Block, sentence: ParsedSentence, first: int, phrase: str) -> bool:
    """Tell a word under a duty, in a promise, or in a list item that states one."""
    tokens = sentence.tokens
    word, before = tokens[first].lower, tokens[:first]
    last = before[-1].lower if before else ""
    if last in _PREDICATES or (word == "in" and any(t.lower in _PAYING for t in before[-8:])):
        return False
    if last == "be" and len(before) > 1 and before[-2].lower in _PROMISES:
        following = tokens[first + 1].lower if first + 1 < len(tokens) else ""
        return following not in _GOES_ON
    if last in _BE:
        return word.endswith("ly") and any(
            group.first < first < group.end for group in sentence.groups_of(patterns.PASSIVE)
        )
    if block.kind is BlockKind.CELL:
        return True
    if phrase in _LIGHT:
        return any(token.lower in _OWES for token in before[-3:])
    if any(group.end <= first for group in sentence.groups_of(patterns.OBLIGATION)):
        return True
    if block.kind is BlockKind.ITEM:
        return len(tokens) - sum(token.punctuation for token in tokens) >= 2
    return word.endswith("ly") or any(token.lower in _OWES | _SIDES for token in tokens)
