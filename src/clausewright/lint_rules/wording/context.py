"""Where vague words bind somebody: what the wording rules look at around a hit."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from clausewright.analysis.draft import Draft
from clausewright.analysis.outline import Role
from clausewright.analysis.scan import Hit, fold
from clausewright.model.document import Block, BlockKind, Section
from clausewright.model.span import Span
from clausewright.pattern import regex

_CLOSE = 60
"""How close a modal after the hit must stand to govern it ("At our discretion, we may")."""
_REACH = 600
"""How far a sentence is read to each side of a hit, in code points."""

_LEGAL_TITLE = regex(
    r"\b(?:liabilit|indemn|warrant|disclaim|force majeure|confidential|intellectual property|"
    r"governing|jurisdiction|severab|waiver|entire agreement|assignment|insurance|represent|"
    r"acknowledg|definitions?|defined terms|interpretation|recitals?|background|arbitrat|disputes?)"
)
_SERVICE_TITLE = regex(
    r"^(?!.*\bpatents?\b).*\b(?:service levels?|sla|support|maintenance|availability|uptime|"
    r"hosting|help ?desk|incidents?|response times?|performance standards?)\b"
)
_SERVICE_CONTRACT = regex(
    r"\b(?:hosting|maintenance|support|help ?desk|software[- ]as[- ]a[- ]service|saas)"
    r"\b[^.;:\n]{0,40}\b(?:agreement|contract|terms)\b"
)
_OPENING = 400
"""Within how many code points a contract says what it is about."""
_SERVICE = regex(
    r"\b(?:support (?:tickets?|requests?|calls?)|service levels?|up-?time|down-?time|outages?|"
    r"help ?desk|maintenance windows?|response times?|restor\w+ (?:of )?(?:the )?services?|"
    r"availability of (?:the|its|our) (?:services?|systems?|sites?|software|platform|network)|"
    r"(?:internet|network) connectivity|back-?ups?|(?:hosting|maintenance|support) services?|"
    r"(?:fix|correct|repair|resolv)\w* (?:\w+ ){0,3}(?:problems?|errors?|faults?|bugs?))\b"
)
_PERFORMANCE = regex(
    r"\b(?:servic\w+|support\w*|availab\w+|up-?time|down-?time|respon[sd]\w*|resol\w+|restor\w+|"
    r"incidents?|issues?|requests?|tickets?|outages?|performance|maint\w+|assist\w*|deliver\w*|"
    r"back-?ups?|correct\w*|repair\w*|fix\w*|complet\w+|report\w*|credits?|levels?|users?)\b"
)
_MEANING = regex(
    r"\b(?:means|shall mean|defined as|liabilit\w+|damages|disclaim\w*|merchantab\w+|whereas|"
    r"acknowledges? (?:and agrees? )?that)\b"
)
_LEGAL_SENTENCE = regex(
    r"\b(?:liable|liabilit\w+|damages|indemnif\w+|indemnit\w+|disclaim\w*|merchantab\w+|warrant\w*|"
    r"attorneys?|counsel|injuncti\w+|equitable|infring\w+|represents? and|whereas|"
    r"acknowledges? (?:and agrees? )?that|"
    r"disputes?|controvers\w+|amicabl\w+|interpreted|construed|be read|tax(?:es)?|withh\w+|"
    r"failure to (?:give|provide) (?:such|any) notice|"
    r"force majeure|unenforceable|invalid|severed|reformed|intent of the part\w+|representations?|"
    r"beyond (?:its|their|our|the) \w* ?control|means|shall mean|refers to|defined as)\b"
)
_QUOTES = '"\u201c\u201d'


def operative(draft: Draft, block: Block, span: Span) -> bool:
    """Tell text that binds: no title, recital, definition, signature block, code or quotation."""
    if draft.outline.role(block) is not Role.OPERATIVE or block.quoted:
        return False
    if block.kind in (BlockKind.HEADING, BlockKind.CODE, BlockKind.HEADER):
        return False
    if block.cell is not None and block.cell.header:
        return False
    section = draft.document.section_of(block)
    if section is not None and section.run_in and section.title_span.contains(span):
        return False
    return not _in_quotation(draft, block, span)


def in_legal_section(draft: Draft, block: Block) -> bool:
    """Tell sections on liability, warranties, definitions: their words are terms of art."""
    return _stands_under(draft, block, _is_legal)


def on_service(draft: Draft, block: Block, near: Span) -> bool:
    """Tell sections and sentences on levels, support or maintenance inside another contract."""
    text = draft.words.folded[near.start : near.end]
    return _SERVICE.search(text) is not None or _stands_under(draft, block, _is_on_service)


def is_legal(draft: Draft, block: Block, sentence: Span, hit: Span) -> bool:
    """Tell words of a contract on liability, warranties, remedies: by section or by sentence."""
    return in_legal_section(draft, block) or legal(draft, sentence, hit, contract=True)


def is_service_contract(draft: Draft) -> bool:
    """Tell a contract whose title says that it is about running or keeping up a service."""
    return _SERVICE_CONTRACT.search(draft.words.folded, 0, _OPENING) is not None


def speaks_of_service(draft: Draft, near: Span) -> bool:
    """Tell a sentence on what a service does, or on those who run it."""
    return _PERFORMANCE.search(draft.words.folded, near.start, near.end) is not None


def _stands_under(draft: Draft, block: Block, is_such: Callable[[str], bool]) -> bool:
    section: Section | None = draft.document.section_of(block)
    while section is not None:
        if is_such(section.title):
            return True
        section = None if section.parent is None else draft.document.sections[section.parent]
    return False


@lru_cache(maxsize=4096)
def _is_legal(title: str) -> bool:
    return _LEGAL_TITLE.search(fold(title)) is not None


@lru_cache(maxsize=4096)
def _is_on_service(title: str) -> bool:
    return _SERVICE_TITLE.search(fold(title)) is not None


def _in_quotation(draft: Draft, block: Block, span: Span) -> bool:
    """Tell words inside quotation marks: an odd number of marks stands before them."""
    before = draft.text[max(block.span.start, span.start - 300) : span.start]
    after = draft.text[span.end : min(block.span.end, span.end + 300)]
    opened = max(before.rfind(mark) for mark in _QUOTES)
    if opened < 0 or not any(mark in after for mark in _QUOTES):
        return False
    if before[opened] == "\u201c":
        return True
    return before[opened] == '"' and before.count('"') % 2 == 1


def around(draft: Draft, span: Span) -> Span:
    """Give the sentence of a span, cut to its neighbourhood where it runs on."""
    sentence = draft.sentence_at(span.start)
    return Span(max(sentence.start, span.start - _REACH), min(sentence.end, span.end + _REACH))


def legal(draft: Draft, sentence: Span, hit: Span, *, contract: bool) -> bool:
    """Tell words on liability, warranties, remedies at law and meanings close to the hit."""
    start, end = max(sentence.start, hit.start - 120), min(sentence.end, hit.end + 120)
    text = draft.words.folded[start:end]
    return (_LEGAL_SENTENCE if contract else _MEANING).search(text) is not None


_ASSURANCES = regex(
    r"\b(?:further|additional|other|such) (?:\w+ ){0,3}(?:documents?|instruments?|assurances?|"
    r"acts?|actions?|things?|steps|certificates?|agreements?|writings?)\b"
)
_REQUESTED = regex(
    r"\b(?:may (?:from time to time )?(?:be )?(?:reasonably )?(?:requir|request|deem)\w*|"
    r"(?:necessary|required|appropriate|desirable) (?:\w+ ){0,3}(?:to|in order to) (?:\w+ ){0,3}"
    r"(?:carry|give|effect|effectuate|evidence|vest|perfect|consummate|implement|establish)|"
    r"carry out the (?:intent|purposes?|provisions))"
)


def assures(draft: Draft, sentence: Span) -> bool:
    """Tell the clause on further assurances, which says what lawyers expect of it."""
    text = draft.words.folded[sentence.start : sentence.end]
    return _ASSURANCES.search(text) is not None and _REQUESTED.search(text) is not None


_MODAL = regex(
    r"\b(shall|must|will|should|agrees? to|undertakes? to|may|can|could|"
    r"might|would)\b|('ll)\b"
)
_PERMISSIONS = frozenset(
    ("may", "might")
)  # fmt: skip
_SUPPOSED = frozenset(
    ("would", "could", "can")
)  # fmt: skip
"""What a contract supposes or says to be possible, and lays on nobody."""
_BINDING = r"(?:(?!\b(?:shall|must|will)\b)[^,;:\u2014])"
_CONDITION = regex(
    r"\b(?:if|unless|whether|when|whenever|where|in the event|in case|because|although|until|"
    rf"fails?|failures?|failed|inability|due to|caused by|resulting from)\b{_BINDING}{{0,80}}$|"
    rf"\b(?:provided|on condition)(?:,? (?:however|further|always))*,? that\b"
    rf"(?:(?!\b(?:shall|must|will)\b)[^;:\u2014]){{0,140}}$|"
    r"\b(?:so that|such that|in order that)\b[^;:.]{0,60}\b(?:can|may|could)\b[^;:.]{0,40}$|"
    r"\b(?:provided that|on condition|so long as|as long as)\b[^.;:]{0,60}:\W*(?:\w{1,3}\)\W*)?$|"
    rf"\b(?:conditioned (?:up)?on|conditional (?:up)?on|ability to)\b{_BINDING}{{0,60}}$|"
    r"\bwhere (?:the|such|that|it|this) [^,;:\u2014]{0,80}\bwill\b[^,;:\u2014]{0,40}$|"
    r"^\W*should (?:it|the|any|a|an)\b[^,;:]{0,100}$|"
    rf"\bof which\b{_BINDING}{{0,60}}$|"
    r"\b(?:issues|problems|emergencies|incidents|events|requests|cases) (?:that|which) requires? "
    r"[^,;:]{0,60}$"
)
_SUBJECT_TO = regex(r"\bsubject to (?:(?!and\b|or\b)[\w'.-]+ ){0,4}$")
"""A duty that hangs on what another does: "subject to the Customer's prompt notice"."""
_UNLESS = regex(r"\bunless [^,;:]{0,60}$")
"""A duty that ends where somebody chooses: "unless the Supplier in its discretion ..."."""
_NEGATION = regex(
    rf"\b(?:not|no|nor|never|neither|cannot|without|unable|rather than)\b{_BINDING}{{0,40}}$"
)
_RIGHT = regex(
    r"\b(?:rights?|entitled|permitted|allowed|free|option) to\b|\b(?:right|option)[,:]|\bentitled $"
)
_OPENS = regex(
    r"^\W{0,8}(?:[\w.()]{1,8}\W{1,4})?(?:up)?(?:on|with|by|after|at|following|during)\b[^,;:]{0,60}$"
)
"""What opens a sentence before its subject: "Upon reasonable notice, the Owner may ..."."""
_RIGHTS_REACH = 250
"""How far behind the words that open a sentence its modal is looked for, in code points."""
_GIVES_A_RIGHT = regex(
    r" (?:also )?(?:have the (?:right|option)|be (?:entitled|free|permitted)) to\b"
)
_ASIDE = regex(r"\([^()]{0,200}\)")
_RELATIVE = regex(r"\b(?:that|which|who) (?:may|might|can|could)\b(?= \w+ )")
"""What may happen to a thing that a duty speaks of: "shall answer questions that may arise"."""


def binds(draft: Draft, near: Span, hit: Hit, *, strictly: bool) -> bool:
    """Tell a hit that says how a duty or a level is to be met.

    A permission, a condition and a denial bind nobody to it. ``strictly`` asks for a word of duty
    in the sentence; without it a plain statement ("we respond promptly") and a list item count.
    """
    before = _RELATIVE.sub("", _ASIDE.sub("", draft.words.folded[near.start : hit.span.start]))
    chosen = "discretion" in hit.phrase and _UNLESS.search(before) is not None
    if not chosen and (_CONDITION.search(before) or _NEGATION.search(before)):
        return False
    if "discretion" not in hit.phrase and _SUBJECT_TO.search(before):
        return False
    modals = [match[0] for match in _MODAL.finditer(before)]
    if not modals and _RIGHT.search(before):
        return False
    if modals and _RIGHT.search(before, before.rfind(modals[-1])):
        return False
    if modals:
        if strictly and modals[-1] in _SUPPOSED:
            return False
        return modals[-1] not in _PERMISSIONS or "\u2014" in before[before.rfind(modals[-1]) :]
    reach = _RIGHTS_REACH if _OPENS.match(before) else _CLOSE
    follows = _MODAL.search(draft.words.folded, hit.span.end, min(near.end, hit.span.end + reach))
    if follows is None:
        return not strictly
    if _GIVES_A_RIGHT.match(draft.words.folded, follows.end()):
        return False
    return follows[0] not in _PERMISSIONS


def widest(hits: tuple[Hit, ...]) -> list[Hit]:
    """Of hits that overlap, keep the first and longest."""
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda hit: (hit.span.start, -hit.span.end)):
        if not kept or hit.span.start >= kept[-1].span.end:
            kept.append(hit)
    return kept
