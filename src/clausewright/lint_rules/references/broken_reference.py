"""A cross-reference to a section, clause or heading that is not in the document.

"Subject to section 14" in an agreement of twelve sections suspends a duty on a condition nobody
can read. It is left over from another draft, or the numbers moved.

The rule speaks only where the numbering is understood: the sections count from 1 without a gap and
the number lies beyond them, or the neighbours of a sub-number are there and it is not. References
that name another agreement, a law or an attachment are passed over, and so is every number in an
amendment, order form or schedule, whose numbers are those of the agreement it belongs to. In a set
of files read as one agreement a schedule may refer to a section of the main document without
naming it. Told too are a section named by a title that stands nowhere, a section that is said to
define a term and does not hold its name, a table or list that is announced and not there and, in
Markdown, a link to a heading (#anchor) or label that does not exist. Each missing number is told
once, at its first place.

A hint only, and but for the last only under the profiles of service levels: a number that no part
is seen to carry where the numbering is not understood, a part named by a title that stands nowhere,
a section that does not speak of what it is said to set out, and response or resolution times said
to be stated where none is found. So are titles after "see" or "described in the" that no part
carries, tables and figures whose number labels nothing, links without an address, footnotes that
are not there, charts announced and not drawn, a section in whose place another one has the title of
what is said to stand there, formulas, contacts, targets and definitions that are said to stand
above or below and do not, what is "outlined in this agreement" and named nowhere else, bare numbers
("as set out in 2.4") and "this Exhibit B" inside Exhibit A.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from clausewright.analysis.anchors import broken_anchors, undefined_labels
from clausewright.analysis.announcements import (
    empty_announcements,
    misplaced_definitions,
    table_is_missing,
)
from clausewright.analysis.draft import Draft
from clausewright.analysis.numbering import normal
from clausewright.analysis.references import is_explicitly_here
from clausewright.analysis.scan import fold, readings
from clausewright.lint_rules.references.doubts import PHRASES as DOUBT_PHRASES
from clausewright.lint_rules.references.doubts import doubts, misnamed
from clausewright.lint_rules.rule import SLA_PROFILES, Bad, Finding, Good, Hit, NoOptions, Rule
from clausewright.model.facts import Reference, ReferenceKind
from clausewright.model.finding import Severity
from clausewright.model.span import Span
from clausewright.pattern import regex

TABLE_PHRASES = ("table {below|above}", "{following|below} table")
_TABLES = readings(TABLE_PHRASES)
_CHANGES_ANOTHER = regex(
    r"\b(?:amend\w+|addendum|supplement\w*|rider|order form|statement of work|joinder|change order|"
    r"work order|this (?:schedule|exhibit|annex|appendix)|waiver|terms and conditions of sale)\b"
    r"|\bschedule \(",
    re.IGNORECASE,
)
_OTHER_DOCUMENT = regex(
    r"\b(?:master|msa|main agreement|base terms|framework|standard terms|underlying|lease|loan"
    r"|merger|"
    r"purchase|parent|terms of (?:service|use)|act|code|statute|regulation|directive|law|rules"
    r"|gdpr|sccs?|iso|thereof|therein)\b",
    re.IGNORECASE,
)
_OTHER_AGREEMENT = regex(
    r"(?<!Level )(?<!this )\b[A-Z][\w&]*\s(?:Agreement|Contract|Plan|Indenture|Note|Lease|Terms"
    r"|Policy)\b"
)
_RELIES = regex(
    r"\b(?:described|defined|specified|listed|stated|outlined|detailed|given|set (?:out|forth))"
    r"\s(?:in|under|by)\s$",
    re.IGNORECASE,
)


def check(draft: Draft, options: NoOptions, hits: tuple[Hit, ...]) -> Iterator[Finding]:  # noqa: ARG001
    """Speak once for each number, anchor and link label that leads nowhere."""
    told: set[str] = set()
    places: set[Span | None] = set()
    for finding, number in _numbers(draft):
        told.add(number)
        yield finding
    yield from _tables(draft, tuple(hit for hit in hits if hit.phrase in _TABLES))
    for finding in _announced(draft):
        places.add(finding.span)
        yield finding
    if draft.profile.name in SLA_PROFILES:
        for finding in doubts(draft, hits, told):
            if finding.span not in places:
                yield finding
    yield from misnamed(draft)
    for anchor, span in broken_anchors(draft.document):
        yield Finding(span, f"the link leads to #{anchor}, and no heading has that anchor")
    for label, span in undefined_labels(draft):
        yield Finding(span, f'the link label "{label}" is defined nowhere')


def _numbers(draft: Draft) -> Iterator[tuple[Finding, str]]:
    """Give the missing numbers and titles, each with the number it is about."""
    missing: dict[str, list[Reference]] = {}
    changes_another = _changes_another_agreement(draft)
    strange = _strange_words(draft)
    for reference in draft.references:
        if reference.kind is not ReferenceKind.SECTION or reference.resolved:
            continue
        if draft.text[reference.span.start - 1 : reference.span.start] in {'"', "\u201c"}:
            continue  # the words "Section 365" themselves are spoken of
        here = is_explicitly_here(draft.text, reference)
        if reference.word in strange and not here:
            continue
        if not here and (changes_another or _may_be_elsewhere(draft, reference)):
            continue
        if not here and _is_in_main_document(draft, reference):
            continue
        if not reference.number[0].isdigit():
            yield from ((finding, reference.number) for finding in _titled(reference))
        elif draft.numbering.surely_missing(reference.number) or (
            draft.numbering.is_absent and (here or _is_relied_on(draft.text, reference))
        ):
            missing.setdefault(normal(reference.number), []).append(reference)
    for places in missing.values():
        first = places[0]
        times = f"; {len(places)} references lead there, first here" if len(places) > 1 else ""
        message = f"there is no {first.word} {first.number} in this document{times}"
        yield Finding(first.span, message), normal(first.number)


def _is_relied_on(text: str, reference: Reference) -> bool:
    """Tell whether a reference says where something stands: "the times described in section 2"."""
    return (
        _RELIES.search(text[max(0, reference.span.start - 30) : reference.span.start]) is not None
    )


def _strange_words(draft: Draft) -> set[str]:
    """Give the words that this document's own parts are not called by.

    "Clause 13" in a document of sections is a clause of another one; so are most of the clauses
    where more than two of them lead nowhere and no more than that lead somewhere.
    """
    own = [r for r in draft.references if r.kind is ReferenceKind.SECTION]
    found = Counter(r.word for r in own if r.resolved)
    lost = Counter(r.word for r in own if not r.resolved)
    other = {word for word in lost if found and not found[word]}
    return other | {word for word in lost if lost[word] > 2 and lost[word] >= found[word]}


def _is_in_main_document(draft: Draft, reference: Reference) -> bool:
    """Tell whether the documents before this one in the agreement hold the number or title."""
    wanted = normal(reference.number)
    return any(
        wanted in one.numbering.sections
        or wanted in one.numbering.blocks
        or any(fold(section.title) == fold(reference.number) for section in one.document.sections)
        for one in draft.earlier
    )


def _titled(reference: Reference) -> Iterator[Finding]:
    """Speak of a reference by a title that stands nowhere else in the document."""
    if reference.number[0].isupper() and " " in reference.number:
        yield Finding(
            reference.span, f'there is no {reference.word} "{reference.number}" in this document'
        )


def _tables(draft: Draft, hits: tuple[Hit, ...]) -> Iterator[Finding]:
    """Speak of a table announced where no table and no picture follows."""
    if draft.document.format == "text":
        return
    for hit in hits:
        if table_is_missing(draft, hit.span):
            yield Finding(hit.span, f'"{hit.phrase}" is announced and there is no table')
            return


def _announced(draft: Draft) -> Iterator[Finding]:
    """Speak of lists and definitions that are promised and not there."""
    for span in empty_announcements(draft):
        yield Finding(span, "this announces what follows, and nothing follows")
    for reference, term in misplaced_definitions(draft):
        name = f"{reference.word} {reference.number}"
        yield Finding(reference.span, f'{name} is said to define "{term}" and does not name it')


def _changes_another_agreement(draft: Draft) -> bool:
    opening = draft.text[:600]
    return _CHANGES_ANOTHER.search(opening) is not None


def _may_be_elsewhere(draft: Draft, reference: Reference) -> bool:
    """Tell whether the sentence speaks of another document, whose number it may be."""
    sentence = draft.sentence_at(reference.span.start)
    start = max(sentence.start, reference.span.start - 200)
    near = draft.text[start : min(sentence.end, reference.span.end + 600)]
    return bool(_OTHER_DOCUMENT.search(near) or _OTHER_AGREEMENT.search(near))


RULE = Rule(
    code="REF001",
    name="broken-reference",
    severity=Severity.ERROR,
    check=check,
    doc=__doc__ or "",
    help="Refer to the section that is meant, by its present number.",
    options=NoOptions(),
    phrases=(*TABLE_PHRASES, *DOUBT_PHRASES),
    always=True,
    examples=(
        Bad(
            "# 1. Services\n\nThe Provider runs the Service, subject to «section 9».\n\n"
            "# 2. Fees\n\nFees are due monthly.\n\n# 3. Term\n\nThe term is one year.",
            instead="# 1. Services\n\nThe Provider runs the Service, subject to section 3.\n\n"
            "# 2. Fees\n\nFees are due monthly.\n\n# 3. Term\n\nThe term is one year.",
        ),
        Bad(
            "## 1. Levels\n\n### 1.1 Availability\n\nSee «Section 1.4».\n\n### 1.2 Response\n\n"
            "Within 1 hour.\n\n## 2. Credits\n\nCredits follow Section 1.1 and Section 1.4.",
            note="Told once, at its first place.",
        ),
        Bad(
            "# Service credits\n\nSee [the tiers](#credit-tiers).".replace(
                "[the tiers]", "[«the tiers»]"
            )
        ),
        Bad("# Support\n\nWrite to «[our support team][helpdesk]» at any hour."),
        Bad(
            "# Services\n\nHosting.\n\n# Levels\n\nAs said in «Section 2» above.\n\n# Fees\n\nNet.",
            note="The sections have no numbers.",
        ),
        Bad("# Levels\n\nCredits follow the «table below» for each month."),
        Bad(
            "# Exclusions\n\nThe level does not count «the following times:»\n\n# Credits\n\n"
            "A credit is 5% of the monthly fee.",
            instead="# Exclusions\n\nThe level does not count the following times:\n\n"
            "- agreed maintenance\n\n# Credits\n\nA credit is 5% of the monthly fee.",
        ),
        Bad(
            "# 1. Faults\n\nA Blocking Fault, as defined in «section 2», is mended in 4 hours.\n\n"
            "# 2. Fees\n\nFees are due monthly.\n\n# 3. Term\n\nThe term is one year."
        ),
        Bad(
            "# Answers\n\nWe keep the times described in «section 2.1».\n\n# Fees\n\nNet.\n\n# Term"
        ),
        Bad(
            "# Levels\n\n| Class | Answer |\n|---|---|\n| P1 | 1 hour |\n\n# Credits\n\n"
            "Credits follow the «table below».",
            note="The only table stands above.",
        ),
        Bad('# Levels\n\nMisses are settled under the «section entitled "Service Credits"».'),
        Bad(
            "# Levels\n\nSupport is given under the '«Support Plans' section».\n\n# Tiers\n\n"
            "A, B.\n\n# Fees\n\nNet.",
            note="A hint: the section is called otherwise.",
        ),
        Bad(
            "# Support\n\nWe keep the «stated resolution times».\n\n# Fees\n\nFees are due monthly."
        ),
        Bad("# Levels\n\nClaim as described in the «Credit Request Steps».\n\n# Fees\n\nNet."),
        Bad("# Levels\n\nThe times of «Table 4» hold.\n\n# Fees\n\nFees are due monthly."),
        Bad("# Help\n\nMail us, or read [«our answers»]()."),
        Bad(
            "# 1. Levels\n\nThe exclusions are set out in «section 2».\n\n# 2. Fees\n\nNet.\n\n"
            "# 3. Exclusions\n\nWar."
        ),
        Bad("# Levels\n\nUptime is worked out by the «formula below».\n\n# Fees\n\nFees are due."),
        Bad("# Duties\n\nWe pay the «penalties outlined in this agreement».\n\n# Fees\n\nNet."),
        Bad(
            "## 1 Levels\n\n### 1.1 Uptime\n\n99% a month.\n\n### 1.2 Credits\n\n"
            "Claims are made as set out in «1.4».\n\n## 2 Term\n\nOne year."
        ),
        Bad(
            "# Levels\n\nThe exclusions listed in the «Exclusions» section apply.\n\n# Fees\n\nNet."
        ),
        Bad(
            "# 1. Levels\n\nSee Exhibit A and Exhibit B.\n\n# Exhibit A\n\nIn this «Exhibit B» "
            "a fault is an outage.\n\n# Exhibit B\n\nFees."
        ),
        Good(
            "# Levels\n\nUptime follows the formula below; mail the addresses listed below. The "
            "penalties outlined in this agreement are credits.\n\nUptime = up / all\n\n"
            "desk@harbour.test\n\n# Penalties\n\nA credit of 5%."
        ),
        Bad("# Levels\n\nTimes follow the «diagram below».\n\n# Fees\n\nFees are due monthly."),
        Good(
            "# Levels\n\nSee Figure 2 of the handbook, the Master Services Agreement and the "
            "Credit Request Steps of the portal."
        ),
        Good("# Exclusions\n\nOutages under the 'Force Majeure' section of the Agreement."),
        Good(
            '# Levels\n\nSee the section entitled "Service Credits".\n\n# Service credits\n\nThe '
            "table "
            "below holds them.\n\n| Level | Credit |\n|---|---|\n| below 99% | 10% |"
        ),
        Good(
            "# 1. Services\n\nSee section 3.\n\n# 2. Fees\n\nNet.\n\n# 3. Term\n\nOne year.",
            note="It is there.",
        ),
        Good(
            "# 1. Services\n\nSection 9 of the Master Agreement applies.\n\n# 2. Fees\n\nNet.\n\n"
            "# 3. Term\n\nSection 14 of the Data Protection Act applies.",
            note="Another document and a law.",
        ),
        Good(
            "# Services\n\nSee section 4 of the catalogue.\n\n# Fees\n\nAs in clause 12.",
            note="Nothing is numbered here: the numbers may be those of another document.",
        ),
        Good(
            "# 1. Services\n\nText.\n\n# 2. Fees\n\nText.\n\n# 3. Audits\n\nText. Section 4. "
            "Notices. "
            "Notices are in writing. Section 4 survives.",
            note="Section 4 begins within a paragraph.",
        ),
        Good(
            "# Levels\n\nOur levels are described below, for the following classes:\n\n"
            "## Class A\n\nWithin 1 hour.",
            note="The parts of the section keep the promise.",
        ),
        Good("# Credit tiers\n\nSee [the tiers](#credit-tiers) and [these](#Credit_Tiers)."),
        Good(
            "# Amendment No. 2\n\n## 1. Term\n\nText.\n\n## 2. Fees\n\nSection 14.2 is deleted.\n\n"
            "## 3. Rest\n\nText.",
            note="The numbers of an amendment are those of the agreement it changes.",
        ),
    ),
)
