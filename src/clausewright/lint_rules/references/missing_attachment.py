"""A schedule, annex or exhibit that the document refers to and does not contain.

What "the service levels set out in Schedule 3" are, nobody can say while Schedule 3 is not there.
It was never written, or it did not travel with the draft.

Told once for each attachment, at its first place. Attachments of other documents ("Schedule 2 to
the Master Agreement", "Annex 7 of the original contract", an annex that this contract replaces or
that an authority issued) and forms of the securities law ("Schedule 13D") are passed over, and so
is the exhibit number that a filing prints at the top. What "shall be attached" once it is drawn up
is told as info.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import PurePath

from clausewright.analysis.draft import Draft
from clausewright.analysis.numbering import head_of, normal
from clausewright.analysis.scan import words_of
from clausewright.lint_rules.rule import Bad, Finding, Good, Hit, NoOptions, Rule
from clausewright.model.facts import Reference, ReferenceKind
from clausewright.model.finding import Severity
from clausewright.pattern import regex

_SAID_ABSENT = regex(
    r"\b(?:intentionally (?:left blank|omitted)|not attached|to be (?:attached|added|agreed)"
    r"|omitted|"
    r"form 10|10-[KQ]|8-K|S-1|filed|incorporated by reference)\b",
    re.IGNORECASE,
)
_SECURITIES_FORM = regex(r"(?:13[DG]|14[A-F]|TO|13E-?\d)(?:/A)?", re.IGNORECASE)
_EARLIER_AFTER = regex(
    r"[^.;\n]{0,60}\b(?:of|to|in)\s(?:the|that|such|its)\s"
    r"(?:original|former|previous|earlier|prior|existing|initial)\b",
    re.IGNORECASE,
)
_REPLACED_BEFORE = regex(
    r"\b(?:replac(?:es?|ed|ing)|supersed(?:es?|ed|ing))\s(?:in\s(?:full|whole|its\sentirety)\s)?"
    r"(?:the\s)?$",
    re.IGNORECASE,
)
_ISSUED_AFTER = regex(r"\s(?:as\s)?(?:issued|published|adopted|promulgated)\sby\b")
_LATER_BEFORE = regex(
    r"\b(?:will|shall)\s(?:then\s|thereafter\s)?be\s(?:attached|annexed|appended|added)\b[^.;\n]{0,80}$",
    re.IGNORECASE,
)
_LATER_AFTER = regex(
    r"[^.;\n]{0,40}\b(?:as|when|once)\s(?:they\s(?:are|become)|it\s(?:is|becomes)|each\sis)\b",
    re.IGNORECASE,
)
_CONTENTS_AFTER = regex(r"\s(?:Section|Article|SECTION|ARTICLE)\s\d")  # the number is of a page


def check(draft: Draft, options: NoOptions, hits: tuple[Hit, ...]) -> Iterator[Finding]:  # noqa: ARG001
    """Speak once for each attachment that is not there."""
    missing: dict[tuple[str, str], list[Reference]] = {}
    for reference in draft.references:
        if reference.kind is ReferenceKind.ATTACHMENT and not reference.resolved:
            if _is_page_label(draft, reference) or _told_absent(draft, reference):
                continue
            head = head_of(reference.number)
            if (
                _is_another_file(draft, reference.word, normal(head))
                or _SECURITIES_FORM.fullmatch(head)
                or _is_anothers(draft, reference)
                or _is_section(draft, reference)
            ):
                continue
            missing.setdefault((reference.word, normal(head)), []).append(reference)
    for places in missing.values():
        grade = Severity.INFO if all(_comes_later(draft, one) for one in places) else None
        yield Finding(places[0].span, _message(places), severity=grade)


def _message(places: Sequence[Reference]) -> str:
    """Name the attachment as it is written first, and say how often it is meant."""
    first = places[0]
    name = f"{first.word.title()} {first.number}"
    further = len({normal(one.number) for one in places}) - 1
    if further:
        head = head_of(first.number)
        return f"{name} and {further} more numbered {head} are not in this document"
    times = f"; {len(places)} references lead there, first here" if len(places) > 1 else ""
    return f"{name} is not in this document{times}"


def _is_anothers(draft: Draft, reference: Reference) -> bool:
    """Tell whether the words give the attachment to an earlier contract or to an authority."""
    before = draft.text[max(0, reference.span.start - 50) : reference.span.start]
    return (
        _REPLACED_BEFORE.search(before) is not None
        or _EARLIER_AFTER.match(draft.text, reference.span.end) is not None
        or _ISSUED_AFTER.match(draft.text, reference.span.end) is not None
    )


def _is_section(draft: Draft, reference: Reference) -> bool:
    """Tell an appendix that is numbered and stands as a section of this document: "Annex 6.3"."""
    index = draft.numbering.section_of(reference.number) if "." in reference.number else None
    return index is not None and reference.word in ("appendix", "annex")


def _comes_later(draft: Draft, reference: Reference) -> bool:
    """Tell whether the words say that the attachment is drawn up after signing."""
    start = max(0, reference.span.start - 130)
    return (
        _LATER_BEFORE.search(draft.text[start : reference.span.start]) is not None
        or _LATER_AFTER.match(draft.text, reference.span.end) is not None
    )


def _is_page_label(draft: Draft, reference: Reference) -> bool:
    """Tell whether the words only label the page: alone on a line, or at its start in capitals."""
    block = draft.document.block_at(reference.span.start)
    first = reference.span.start == block.span.start
    if _CONTENTS_AFTER.match(draft.text, reference.span.end):
        return True
    return len(block.span) <= len(reference.span) + 12 or (
        first and draft.text[reference.span.start : reference.span.start + 3].isupper()
    )


def _is_another_file(draft: Draft, word: str, number: str) -> bool:
    """Tell whether another document of the same agreement holds or is the attachment."""
    for companion in draft.companions:
        document = companion.document
        held = (a.number for a in document.attachments if a.number is not None)
        if any(normal(one) == number for one in held):
            return True
        names = [section.title for section in document.sections]
        names.append(PurePath(document.name).stem)  # "Annex B.docx", "annex-b.md"
        if any(_is_called(name, word, number) for name in names):
            return True
    return False


def _is_called(name: str, word: str, number: str) -> bool:
    """Tell whether a title or the name of a file opens with the attachment's word and number."""
    words = words_of(name.replace("_", " ")).words
    return words[:1] == (word,) and len(words) > 1 and normal(words[1]) == number


def _told_absent(draft: Draft, reference: Reference) -> bool:
    around = draft.text[max(0, reference.span.start - 60) : reference.span.end + 80]
    return _SAID_ABSENT.search(around) is not None


RULE = Rule(
    code="REF002",
    name="missing-attachment",
    severity=Severity.WARNING,
    check=check,
    doc=__doc__ or "",
    help="Attach it, or say which document holds it.",
    options=NoOptions(),
    always=True,
    examples=(
        Bad("# Support\n\nA fault is mended.\n\n«Annex C» to this agreement lists the staff."),
        Bad(
            "# 1. Services\n\nThe Services are described in «Schedule 1».",
            instead="# 1. Services\n\nThe Services are described in Schedule 1.\n\n"
            "# Schedule 1: Services\n\nHosting of the portal.",
        ),
        Bad(
            "# 1. Levels\n\nThe levels stand in «Annex A». Credits follow Annex A and «Annex B».",
            note="Each attachment is told once.",
        ),
        Bad(
            "# 1. Fees\n\nThe fees stand in Exhibit A and «Exhibit C».\n\n# Exhibit A\n\nHourly "
            "rates."
        ),
        Good("# 1. Notices\n\nThe holder files Schedule 13D with the authority, as the law asks."),
        Good("# 1. Change\n\nThis annex replaces Annex 7 of the original contract."),
        Good(
            "# 1. Fees\n\nThe fees stand in Schedule 2.\n\nHarbour Group SCHEDULE 2\n\nHourly "
            "rates: 100 euros.",
            note="The heading stands behind the header of the page.",
        ),
        Bad(
            "# 1. Products\n\nThe products are listed on «Schedule A» attached hereto as they are "
            "developed.",
            note="A hint: the list grows after signing.",
        ),
        Bad(
            "# 1. Disclosure\n\nThe licences are listed on «Schedule 3.4(a)» and Schedule 3.4(b).",
            note="Told once, in the numbers as they are written.",
        ),
        Good(
            "# 1. Staff\n\nEach manager signs a pledge in the form of Exhibit F.\n\n"
            "Harbour Group, LLC SUPPLY AGREEMENT EXHIBIT F-1 PLEDGE OF MANAGERS The manager named "
            "below keeps what he learns to himself.\n\nHarbour Group, LLC SUPPLY AGREEMENT "
            "EXHIBIT F-2 PLEDGE OF CLERKS The clerk named below keeps what she learns to herself.",
            note="A series answers for its letter, behind the header of the page.",
        ),
        Good(
            "# 1. Levels\n\nThe levels stand in Exhibit C.\n\nEXHIBIT C SERVICE LEVELS The portal "
            "is available 99.9% of each calendar month, and a fault is answered within an hour.",
            note="The title runs into its first sentence.",
        ),
        Good(
            "EXHIBIT I TO SCHEDULE A\n\nWords defined in the Agency Agreement, including Schedule "
            "A attached to it, have the same meaning here.",
            note="The schedule is what this exhibit belongs to.",
            format="text",
        ),
        Good(
            "# 1. Start\n\nThis contract replaces in full the Annex 7 on upkeep of the servers.",
            note="The annex of an earlier contract.",
        ),
        Good(
            "# 1. Data\n\nThe cover page holds what Annex 1A, Annex 1B and Annex II of the UK "
            "Addendum ask for.",
            note="All three are annexes of the Addendum.",
        ),
        Good(
            "# 1. Calls\n\nThe types stand in Appendix 2.1.\n\n# 2. Glossary\n\n"
            "## 2.1 Types of calls\n\nUrgent and normal.",
            note="The glossary at the end of the document.",
        ),
        Good(
            "# 1. Data\n\nThe Clauses are those of the template Addendum B.1.0 issued by the "
            "regulator."
        ),
        Good("# 1. Levels\n\nSee Annex A.\n\n# Annex A\n\nAvailability: 99.9% a calendar month."),
        Good(
            "# 1. Levels\n\nSchedule 2 to the Master Agreement applies.",
            note="Of another document.",
        ),
        Good(
            "# 1. Levels\n\nOn the schedule 5 days are marked.\n\nThis Schedule is part of the MSA."
        ),
    ),
)
