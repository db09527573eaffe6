"""A heading with nothing under it.

The parties agreed that the point matters, and then agreed on nothing. Whoever relies on the heading
will argue about what was meant to stand there.

Judged are headings that the format marks as such or that carry a number. A section kept empty on
purpose says so: "[Reserved]", "Intentionally omitted", "Not used". Title lines, headings of
attachments, headings followed by a subsection, a table, a picture or the bracketed head of a
letter, and titles repeated at the top of the next page are left alone.

Told, too, is an attachment of which only the title is there although the text relies on it, in
Markdown and plain text, whose pictures are seen; in a contract that was signed or filed, where
attachments are often left out, as a hint.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausewright.analysis.bare_attachments import bare_attachments
from clausewright.analysis.draft import Draft
from clausewright.analysis.outline import Role
from clausewright.analysis.scan import words_of
from clausewright.analysis.term_doubts import is_concluded
from clausewright.lint_rules.rule import Bad, Finding, Good, Hit, NoOptions, Rule
from clausewright.model.document import BlockKind, Section
from clausewright.model.finding import Severity
from clausewright.pattern import regex

_ON_PURPOSE = regex(
    r"reserved|intentionally|omitted|deleted|not (?:used|applicable)|left blank|n/a", re.IGNORECASE
)
_SENTENCE = regex(r"\b(?:shall|will|must|may|is|are|agrees?|means)\b|[.;]$|:\s*\S")
_ATTACHMENT = regex(r"(?:schedule|annex|appendix|exhibit|attachment)\b", re.IGNORECASE)
_LONGEST_TITLE = 12  # words; longer ones are clauses set as headings


def check(draft: Draft, options: NoOptions, hits: tuple[Hit, ...]) -> Iterator[Finding]:  # noqa: ARG001
    """Speak at each heading that nothing follows before the next of its level."""
    document = draft.document
    heads = {attachment.first_block for attachment in document.attachments}
    for section in document.sections:
        if section.run_in or section.heading in heads or section.index == 0:
            continue
        if not _is_empty(draft, section) or not _is_stated(draft, section):
            continue
        if _in_a_list(draft, section) or _is_repeated(draft, section):
            continue
        if section.number is None and _heads_others(draft, section):
            continue
        text = document.text_of(document.blocks[section.heading].span)
        if _ATTACHMENT.match(text) or _ON_PURPOSE.search(text) or _SENTENCE.search(section.title):
            continue
        if len(section.title.split()) <= _LONGEST_TITLE:
            yield Finding(section.title_span, f'nothing stands under "{section.title}"')
    yield from _attachments(draft)


def _attachments(draft: Draft) -> Iterator[Finding]:
    """Speak of attachments that the text relies on and that hold their title only."""
    severity = Severity.INFO if is_concluded(draft) else None
    for attachment in bare_attachments(draft):
        name = f"{attachment.kind.capitalize()} {attachment.number}"
        yield Finding(
            draft.document.blocks[attachment.first_block].body,
            f"the text relies on {name}, and nothing stands under its title",
            help="Write the attachment, or attach it.",
            severity=severity,
        )


def _is_empty(draft: Draft, section: Section) -> bool:
    document = draft.document
    return not any(
        document.text_of(block.span).strip()
        for block in document.blocks[section.heading + 1 : section.end_block]
        if draft.outline.role(block) is not Role.PAGE
    )


def _in_a_list(draft: Draft, section: Section) -> bool:
    """Tell the entries of a form or a list set as headings: three in a row hold nothing."""
    sections = draft.document.sections
    around = range(max(0, section.index - 2), min(len(sections) - 2, section.index + 1))
    return any(
        all(_is_empty(draft, one) for one in sections[start : start + 3]) for start in around
    )


def _is_repeated(draft: Draft, section: Section) -> bool:
    """Tell a title that stands again right below, as at the top of the next page."""
    document = draft.document
    title = words_of(section.title).words
    for block in document.blocks[section.heading + 1 : section.end_block + 1]:
        if draft.outline.role(block) is Role.PAGE:
            continue
        start = words_of(document.text_of(block.body))
        return start.words[: len(title)] == title
    return False


def _heads_others(draft: Draft, section: Section) -> bool:
    """Tell a title in capitals over titles that are not: the levels were set alike by mistake."""
    following = draft.document.sections[section.index + 1 : section.index + 2]
    return section.title.isupper() and any(not one.title.isupper() for one in following)


def _is_stated(draft: Draft, section: Section) -> bool:
    """Tell headings of a format or with a number from lines that only look like one."""
    block = draft.document.blocks[section.heading]
    following = draft.document.blocks[section.end_block : section.end_block + 1]
    if section.number is None and (
        draft.document.format == "text" or any(b.kind is not BlockKind.HEADING for b in following)
    ):
        return False
    if section.number is not None and not section.number[0].isupper():
        if not section.number[0].isdigit():
            return False  # an item of a list
        if any(b.kind is BlockKind.HEADING and b.number is None for b in following):
            return False  # a title in two lines, or a part whose first section has no number
    if any(draft.document.text_of(one.span).startswith("[") for one in following):
        return False  # a letter or a form: "[Letterhead of the Supplier]"
    following_section = draft.document.section_of(following[0]) if following else None
    if following_section is not None and following_section.attachment != section.attachment:
        return False  # "Appendices", and the first of them
    if section.level == 1 and section.parent is None and section.number is None:
        return False  # a line of the title
    return not block.contents


RULE = Rule(
    code="TOP002",
    name="empty-section",
    severity=Severity.WARNING,
    check=check,
    doc=__doc__ or "",
    help='Write the section, take the heading out, or say "[Reserved]".',
    options=NoOptions(),
    examples=(
        Bad(
            "# Hosting agreement\n\n## 1. Scope\n\nHosting of the shop.\n\n"
            "## 2. «Service hours»\n\n## 3. Fees\n\nThe fee is 100 EUR a month.",
            instead="# Hosting agreement\n\n## 1. Scope\n\nHosting of the shop.\n\n"
            "## 2. Service hours\n\nMonday to Friday, 8:00 to 18:00 CET.\n\n## 3. Fees\n\n"
            "The fee is 100 EUR a month.",
        ),
        Bad(
            "# Hosting agreement\n\n## Levels\n\n99.9% a month.\n\n## «Escalation»\n\n"
            "## Reports\n\nThe Supplier reports monthly."
        ),
        Bad(
            "# Hosting agreement\n\n**1. Scope**\n\nHosting.\n\n**2. «Security»**\n\n"
            "**3. Fees**\n\nThe fee is 100 EUR a month.",
            profile="contract",
        ),
        Bad(
            "# Hosting agreement\n\nThe fees are set out in Annex B. The levels are set out in "
            "Annex A.\n\n## Annex A: Service Levels\n\n99.9% a month.\n\n## «Annex B: Price List»",
            instead="# Hosting agreement\n\nThe fees are set out in Annex B. The levels are set out "
            "in Annex A.\n\n## Annex A: Service Levels\n\n99.9% a month.\n\n## Annex B: Price List"
            "\n\nHosting: 100 EUR a month.",
        ),
        Good(
            "# Hosting agreement\n\nThe fees are set out in Annex B. The levels are set out in "
            "Annex A.\n\n## Annex A: Service Levels\n\n![levels](levels.png)\n\n"
            "## Annex B: Price List\n\n[Attached separately]",
            note="A picture, and what is attached apart.",
        ),
        Good(
            "# Agreement\n\n## 1. Scope\n\nHosting.\n\n## 2. [Reserved]\n\n## 3. Fees\n\n100 EUR."
        ),
        Good("# Agreement\n\n## Levels\n\n### Availability\n\n99.9% a month."),
        Good(
            "# Agreement\n\n## Levels\n\n| Level | Target |\n|---|---|\n| Uptime | 99.9% |\n\n"
            "## Reports\n\nMonthly.",
            note="A table is content.",
        ),
        Good(
            "# Agreement\n\n## 1. Scope\n\nHosting.\n\n## 2. Service hours\n\n"
            "## 2. Service hours (continued)\n\nMonday to Friday, 8:00 to 18:00 CET.",
            note="A title that a new page repeats.",
        ),
        Good(
            "# Transfer agreement\n\n## 1. Letter to the agency\n\n## [Letterhead of the Supplier]"
            "\n\nWe hereby transfer the permit.",
        ),
    ),
)
