"""Two sections of one level have the same title.

When a point is ruled in two places the two texts drift apart, and a later change mends only one.

Judged are sections side by side under one heading. The same sub-heading under different headings
("Response" under each class) is good order, as are attachments that repeat a form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausewright.analysis.draft import Draft
from clausewright.analysis.outline import Role
from clausewright.analysis.scan import fold
from clausewright.lint_rules.rule import Bad, Finding, Good, Hit, NoOptions, Rule
from clausewright.model.document import BlockKind, Section
from clausewright.model.finding import Severity

_SHORTEST = 4  # characters of a title that says something
_LEAST_WORDS = 5  # words below a heading that make it a section


def check(draft: Draft, options: NoOptions, hits: tuple[Hit, ...]) -> Iterator[Finding]:  # noqa: ARG001
    """Speak at the second of two sections with one title."""
    document = draft.document
    seen: dict[tuple[int | None, int | None, int, str], int] = {}
    for section in document.sections:
        block = document.blocks[section.heading]
        title = " ".join(fold(section.title).split())
        if len(title) < _SHORTEST or "[" in title or draft.outline.role(block) is Role.SIGNATURE:
            continue
        if section.number is None and (
            document.format == "text" or block.kind is not BlockKind.HEADING
        ):
            continue
        end = document.blocks[section.end_block - 1].span.end
        words = draft.words
        if words.index_at(end) - words.index_at(section.title_span.end) < _LEAST_WORDS:
            continue
        key = (section.parent, section.attachment, section.level, title)
        first = seen.setdefault(key, section.index)
        if first != section.index and not _starts_again(document.sections[first], section):
            line = document.line_name(document.sections[first].title_span.start)
            yield Finding(
                section.title_span,
                f'"{section.title}" is also the title of a section at {line}',
            )


def _starts_again(first: Section, second: Section) -> bool:
    """Tell a second run of the same numbers, as in a form that is filled in twice."""
    one, two = (re.match(r"\d+", section.number or "") for section in (first, second))
    return one is not None and two is not None and first.number == second.number


RULE = Rule(
    code="TOP003",
    name="duplicate-section",
    severity=Severity.INFO,
    check=check,
    doc=__doc__ or "",
    help="Join the two, or give each a title that tells them apart.",
    options=NoOptions(),
    examples=(
        Bad(
            "# Agreement\n\n## Reports\n\nThe Supplier reports by the 5th of a month.\n\n"
            "## Fees\n\nThe fee is 100 EUR a month.\n\n## «Reports»\n\n"
            "The Supplier reports within 10 days.",
            instead="# Agreement\n\n## Reports\n\nThe Supplier reports by the 5th of a month.\n\n"
            "## Fees\n\nThe fee is 100 EUR a month.",
        ),
        Bad(
            "## 1. Liability\n\nThe cap is 1,000 EUR a year.\n\n## 2. Term\n\nThe term is one year"
            " from 1 May.\n\n## 3. «Liability»\n\nThe cap is 2,000 EUR a year."
        ),
        Bad(
            "**1. Audits.** The Customer may audit once a year.\n\n**2. Term.** One year from the"
            " first day.\n\n**3. «Audits».** The Customer may audit at any time.",
            profile="contract",
        ),
        Good(
            "## Class 1\n\n### Response\n\nWithin 30 minutes, day and night.\n\n## Class 2\n\n"
            "### Response\n\nWithin 4 hours, on business days."
        ),
        Good(
            "# Agreement\n\n## Reports\n\nMonthly, by the 5th.\n\n## Report form\n\nAs in the tool."
        ),
        Good(
            "# Agreement\n\n## Scope\n\nHosting of the web shop.\n\n# Schedule 1\n\n## Scope\n\n"
            "Hosting of the test system only.",
            note="A schedule has sections of its own.",
        ),
    ),
)
