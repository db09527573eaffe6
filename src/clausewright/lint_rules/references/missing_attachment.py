"""A schedule, annex or exhibit that the document refers to and does not contain.

What "the service levels set out in Schedule 3" are, nobody can say while Schedule 3 is not there.
It was never written, or it did not travel with the draft.

Told once for each attachment, at its first place. Attachments of other documents ("Schedule 2 to
the Master Agreement", "Annex 7 of the original contract") and forms of the securities law
("Schedule 13D") are passed over, and so is the exhibit number that a filing prints at the top. What
"shall be attached" once it is drawn up is told as info.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePath

from clausewright.analysis.draft import Draft
from clausewright.analysis.numbering import normal
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
_LATER_BEFORE = regex(
    r"\b(?:will|shall)\s(?:then\s|thereafter\s)?be\s(?:attached|annexed|appended|added)\b[^.;\n]{0,80}$",
    re.IGNORECASE,
)
_HEADING_LINE = 80  # code points of the longest line that may hold a heading behind a page header
_CONTENTS_AFTER = regex(r"\s(?:Section|Article|SECTION|ARTICLE)\s\d")  # the number is of a page


def check(draft: Draft, options: NoOptions, hits: tuple[Hit, ...]) -> Iterator[Finding]:  # noqa: ARG001
    """Speak once for each attachment that is not there."""
    missing: dict[tuple[str, str], list[Reference]] = {}
    for reference in draft.references:
        if reference.kind is ReferenceKind.ATTACHMENT and not reference.resolved:
            if _is_page_label(draft, reference) or _told_absent(draft, reference):
                continue
            head = re.split(r"[.(-]", reference.number)[0]
            if (
                _is_another_file(draft, reference.word, normal(head))
                or _SECURITIES_FORM.fullmatch(head)
                or _EARLIER_AFTER.match(draft.text, reference.span.end)
            ):
                continue
            missing.setdefault((reference.word, normal(head)), []).append(reference)
    for places in missing.values():
        first = places[0]
        number = re.split(r"[.(-]", first.number)[0]
        if _heads_a_line(draft, f"{first.word} {number}".upper()):
            continue
        name = f"{first.word.title()} {number}"
        grade = Severity.INFO if all(_comes_later(draft, one) for one in places) else None
        times = f"; {len(places)} references lead there, first here" if len(places) > 1 else ""
        message = f"{name} is not in this document{times}"
        yield Finding(first.span, message, severity=grade)


def _heads_a_line(draft: Draft, label: str) -> bool:
    """Tell whether a short line ends in the label in capitals, behind what heads the page."""
    text = draft.text
    at = text.find(label)
    while at >= 0:
        start = text.rfind("\n", max(0, at - _HEADING_LINE), at) + 1
        ends = not text[at + len(label) : at + len(label) + 2].partition("\n")[0].strip()
        before = text[start:at].split()
        if start and ends and before and all(word[0].isupper() for word in before):
            return True
        at = text.find(label, at + 1)
    return False


def _comes_later(draft: Draft, reference: Reference) -> bool:
    """Tell whether the words say that the attachment is drawn up after signing."""
    start = max(0, reference.span.start - 130)
    return _LATER_BEFORE.search(draft.text[start : reference.span.start]) is not None


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
