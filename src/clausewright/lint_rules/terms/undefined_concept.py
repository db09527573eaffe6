"""A word that decides a level and is explained nowhere.

"Every critical incident is answered within one business day" is only as firm as "critical",
"incident" and "business day". Where the agreement does not say what they are, the level is
whatever each side takes them for.

Looked for are the words that levels turn on (downtime, outage, incident, business day, critical,
qualified lead ...), where they stand in one clause or table row with a number. Told once a
concept, at its first such place. Quiet where the document defines the word or a term that holds
it, explains it in the same sentence or in a heading of its own, or takes its terms from another
document, and of an outage that a notice is given ahead of. Business hours and severity classes have
rules of their own (MET009, MET014), which tell of the business days that a target counts in, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausewright.analysis.draft import Draft
from clausewright.analysis.incorporated import takes_terms_from_elsewhere
from clausewright.analysis.outline import Role
from clausewright.analysis.scan import expand
from clausewright.lint_rules.rule import Bad, Finding, Good, Hit, NoOptions, Rule
from clausewright.model.document import BlockKind
from clausewright.model.facts import Dimension
from clausewright.model.finding import Severity
from clausewright.model.span import Span
from clausewright.model.topics import SLA_PROFILES
from clausewright.pattern import regex

CONCEPTS = {
    "downtime": ("downtime",),
    "outage": ("{outage|outages}",),
    "incident": ("{incident|incidents}",),
    "business day": ("{business|working} {day|days}",),
    "qualified lead": (
        "{qualified|sales qualified|marketing qualified} {lead|leads}",
        "{mql|mqls|sql|sqls}",
    ),
    "critical": (
        "critical {incident|incidents|issue|issues|problem|problems|fault|faults|error|errors}",
    ),
    "major": ("major {incident|incidents|issue|issues|outage|outages|fault|faults}",),
    "emergency maintenance": ("emergency maintenance",),
    "chronic failure": ("chronic {failure|failures|outage}",),
}
_CONCEPT_OF = {
    reading: concept
    for concept, phrases in CONCEPTS.items()
    for phrase in phrases
    for reading in expand(phrase)
}
_EXPLAINED = {
    "downtime": (
        r"\b(?:unavailab\w+|not available|is down|inaccessib\w+"
        r"|minutes? (?:in which|during which|when)"
        r"|uptime\b[^.\n]{0,80}\b(?:means|is calculated|refers|=)"
        r"|(?:percentage|share) of (?:the )?time\b[^.\n]{0,60}\b(?:operational|available))"
    ),
    "outage": (
        r"\b(?:unavailab\w+|not available|loss of|inaccessib\w+"
        r"|cannot be (?:used|reached|accessed))"
    ),
    "incident": (
        r"\b(?:incidents?\b[^.\n]{0,40}\b(?:is|are|means|refers|:)\s|\bas an incident"
        r"|unplanned interruption|degrad\w+ of)"
    ),
    "business day": (
        r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day\s?(?:to|-|\u2013|through|until)\s?"
        r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon\s?(?:-|\u2013|to)\s?fri"
        r"|public holidays?|bank holidays?|weekdays"
        r"|excluding (?:weekends|saturdays?))"
    ),
    "qualified lead": r"\b(?:lead scor\w+|criteria|budget, authority|BANT|scores? (?:of|at least))",
    "critical": r"\b(?:critical\b[^.\n]{0,30}(?:[:=\u2013-]|is|are|means)\s)",
    "major": r"\b(?:major\b[^.\n]{0,30}(?:[:=\u2013-]|is|are|means)\s)",
    "emergency maintenance": (
        r"\bemergency maintenance\b[^.\n]{0,40}\b(?:is|means|refers"
        r"|to (?:fix|address|protect|prevent|apply))\b"
    ),
    "chronic failure": r"\bchronic\b[^.\n]{0,60}\b(?:three|two|four|\d|consecutive|means)\b",
}
_CLASSED = frozenset(("incident", "critical", "major"))  # severity classes say what they are
_AHEAD = regex(r"\b(?:before|prior to|ahead of|in advance of)\s[^.;\n]{0,40}$", re.IGNORECASE)
_WHICH_AFTER = regex(r"\s(?:that|which|where|when|affecting|in which|is|are)\b")
_CLASS_BEFORE = regex(
    r"\b(?:severity|priority|sev|level|class|[ps])[\s-]?\d(?:\s?(?:and|or|to|,|-)\s?\d){0,3}\s$",
    re.IGNORECASE,
)
_DAYS = regex(r"\b(?:business|working) days?\b", re.IGNORECASE)
_LEVEL = frozenset((Dimension.DURATION, Dimension.PERCENT, Dimension.COUNT, Dimension.RATE))


def check(draft: Draft, options: NoOptions, hits: tuple[Hit, ...]) -> Iterator[Finding]:  # noqa: ARG001
    """Speak once for each concept that a level turns on and nothing explains."""
    if takes_terms_from_elsewhere(draft):
        return
    measured = _measured_clauses(draft)
    told = {"business day"} if _days_are_told(draft) else set()
    end = 0
    for hit in sorted(hits, key=lambda hit: (hit.span.start, -hit.span.end)):
        if hit.span.end <= end:
            continue  # the incident of a critical incident
        end = hit.span.end
        concept = _CONCEPT_OF[hit.phrase]
        if (
            concept in told
            or _says_which(draft.text, hit.span)
            or not _in_level(draft, hit.span, measured)
        ):
            continue
        told.add(concept)
        if not any(_is_explained(one, concept) for one in (draft, *draft.companions)):
            written = draft.document.text_of(hit.span)
            yield Finding(hit.span, f'a level turns on "{written}", which is explained nowhere')


def _says_which(text: str, span: Span) -> bool:
    """Tell whether the words around a concept say which of its kind are meant."""
    before = text[max(0, span.start - 30) : span.start]
    after = text[span.end : span.end + 12]
    return _WHICH_AFTER.match(after) is not None or _CLASS_BEFORE.search(before) is not None


def _days_are_told(draft: Draft) -> bool:
    """Tell whether a target counts in business days: MET009 tells of them."""
    return any(
        metric.window_span is not None and _DAYS.search(metric.window or "")
        for metric in draft.sure_metrics
    )


def _clause_start(draft: Draft, offset: int) -> int:
    """Give the start of a clause: the sentence, or its part behind a semicolon."""
    start = draft.sentence_at(offset).start
    return max(start, draft.text.rfind(";", start, offset) + 1)


def _measured_clauses(draft: Draft) -> set[int]:
    """Give the starts of the clauses that hold a measured quantity."""
    return {
        _clause_start(draft, quantity.span.start)
        for quantity in draft.quantities
        if quantity.dimension in _LEVEL and not quantity.placeholder
    }


def _in_level(draft: Draft, span: Span, measured: set[int]) -> bool:
    block = draft.document.block_at(span.start)
    if (
        block.kind in (BlockKind.HEADING, BlockKind.CODE)
        or draft.outline.role(block) is Role.CONTENTS
    ):
        return False
    if block.cell is not None:
        return any(
            other.span.start in measured
            for other in draft.document.blocks[max(0, block.index - 6) : block.index + 7]
            if other.cell
            and (other.cell.table, other.cell.row) == (block.cell.table, block.cell.row)
        )
    start = _clause_start(draft, span.start)
    return start in measured and _AHEAD.search(draft.text, start, span.start) is None


def _is_explained(draft: Draft, concept: str) -> bool:
    names = {term.name.lower() for term in draft.terms}
    words = [reading for phrase in CONCEPTS[concept] for reading in expand(phrase)]
    if any(word in name for name in names for word in (*words, concept)):
        return True
    if concept in _CLASSED and any(severity.meaning for severity in draft.severities):
        return True
    if any(concept in severity.name.lower() for severity in draft.severities):
        return True
    titles = (section.title.lower() for section in draft.document.sections)
    if any(title.strip(" .:0123456789") in words for title in titles):
        return True
    return re.search(_EXPLAINED[concept], draft.text, re.IGNORECASE) is not None


RULE = Rule(
    code="DEF007",
    name="undefined-concept",
    severity=Severity.WARNING,
    check=check,
    doc=__doc__ or "",
    help="Say what counts as it, with a measure where there is one.",
    options=NoOptions(),
    phrases=tuple(phrase for phrases in CONCEPTS.values() for phrase in phrases),
    profiles=SLA_PROFILES,
    examples=(
        Bad(
            "The Provider pays a credit of 5% for «downtime» above one hour a month.",
            instead='"Downtime" means the minutes in which users cannot log in. The Provider '
            "pays a "
            "credit of 5% for Downtime above one hour a month.",
        ),
        Bad("Reports of the month are sent within two «business days» of its end."),
        Bad("Marketing hands over 120 «qualified leads» a month."),
        Bad("The team restores a «critical incident» within four hours.", note="Critical is told."),
        Good(
            "The Provider answers within two business days. Business days are Monday to Friday "
            "without "
            "public holidays in Austria."
        ),
        Good(
            "The Customer hears of planned work 24 hours before the start of the outage.",
            note="The work is planned; no level turns on it.",
        ),
        Good(
            "The Provider locks an account after 30 days; keeps software current; and sets out how "
            "security incidents are reported.",
            note="The number stands in another clause.",
        ),
        Good(
            "Mail is read on Sunday \u2013 Thursday. A report is sent within two working days of "
            "the end of the month."
        ),
        Good(
            "The Provider tells the Customer of Severity 1 and 2 incidents at once.",
            note="The classes say which.",
        ),
        Good("The Provider keeps downtime low.", note="No level; WRD and MET speak of it."),
        Good(
            "Downtime is at most one hour a month. Capitalised terms have the meaning given in the "
            "Master Agreement."
        ),
        Good("An outage, a time in which the portal is unavailable, lasts at most one hour."),
    ),
)
