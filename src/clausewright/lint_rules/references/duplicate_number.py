"""Two clauses have the same number.

A reference to clause 4.2 then names two clauses, and each party will read the one that suits it.

Judged are numbers written in the text that follow each other: a list, a schedule or an exhibit that
starts again from one has numbers of its own, and so has a clause that an amendment quotes to
replace another. Tolerated: a title said again on the next page, the number of a page alone on its
line, the last item of a list inside the clause before, and numbers that go back, since those of
two lists are mixed there. A single misprint, whose neighbours tell what it must have been, is told
as numbering-typo instead.

A hint only, and only under the profiles of service levels: labels with a prefix ("SL-02", "Table
3") and the numbers of rows and list items that stand twice.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping

from clausewright.analysis.draft import Draft
from clausewright.analysis.number_runs import Entry, misprint
from clausewright.lint_rules.rule import SLA_PROFILES, Bad, Finding, Good, Hit, NoOptions, Rule
from clausewright.model.finding import Severity
from clausewright.pattern import regex

_CLOSE = 3  # blocks between the items of a list: paragraphs and page numbers
_BROKEN_NUMBER = regex(r"\d{1,2}\.(?:\s|$)")  # "5. 6." is 5.6
_INTRODUCTION = 200  # code points: the sentence that says what the quoted clause replaces
_REPLACED = regex(
    r"\b(?:in\s(?:its|their)\s(?:place|stead)|replaced\s(?:by|with)|as\sfollows"
    r"|(?:inserted|substituted|added)\b[^.\n]{0,40})\W*$",
    re.IGNORECASE,
)


def check(draft: Draft, options: NoOptions, hits: tuple[Hit, ...]) -> Iterator[Finding]:  # noqa: ARG001
    """Speak at the second of two clauses with one number."""
    last_items = {run[-1].block.index: run[-1] for run in draft.number_runs}
    for run in draft.number_runs:
        if any(after.value < entry.value for entry, after in itertools.pairwise(run)):
            continue
        for index in range(1, len(run)):
            before, entry = run[index - 1], run[index]
            if before.value != entry.value or before.last != entry.last:
                continue
            if before.block.number != entry.block.number or not _same_list(entry):
                continue
            if len(run) < 3 or misprint(run, index) or misprint(run, index - 1):
                continue
            if _quotes_a_replacement(draft, before) or _quotes_a_replacement(draft, entry):
                continue
            if _is_page_matter(draft, before, entry) or _ends_a_list(before, last_items):
                continue
            line = draft.document.line_name(before.span.start)
            yield Finding(
                entry.span, f"{entry.path} is also the number of the clause at {line}"
            )
    if draft.profile.name in SLA_PROFILES:
        for fault in draft.label_faults:
            if fault.missing is None:
                message = f'"{fault.label}" stands twice'
                yield Finding(fault.span, message, severity=Severity.INFO)


def _quotes_a_replacement(draft: Draft, entry: Entry) -> bool:
    """Tell a clause that an amendment quotes in its new wording, with the number it replaces."""
    start = max(0, entry.span.start - _INTRODUCTION)
    return _REPLACED.search(draft.text[start : entry.span.start]) is not None


def _is_page_matter(draft: Draft, before: Entry, entry: Entry) -> bool:
    """Tell the number of a page, alone on its line, and a title said again on the next page."""
    first, second = (_words(draft, one) for one in (before, entry))
    if not first and not second:
        return _is_alone(draft, before) or _is_alone(draft, entry)
    if not first or not second:
        return (before.path if not first else entry.path).isdigit()
    if _BROKEN_NUMBER.match(second):
        return True
    shorter, longer = sorted((first, second), key=len)
    return longer.startswith(shorter) and shorter[-1] not in ".;:"


def _ends_a_list(entry: Entry, last_items: Mapping[int, Entry]) -> bool:
    """Tell the last item of a list inside a clause, whose number the next clause has by chance."""
    for back in range(1, _CLOSE + 1):
        item = last_items.get(entry.block.index - back)
        if item is not None:
            return item.value == entry.value - 1 and item.parent != entry.parent
    return False


def _is_alone(draft: Draft, entry: Entry) -> bool:
    """Tell a number that was parted from its clause, among others of its kind."""
    blocks = draft.document.blocks
    around = blocks[max(0, entry.block.index - 1) : entry.block.index + 2]
    return any(
        other is not entry.block and other.label is not None and not len(other.body)
        for other in around
    )


def _words(draft: Draft, entry: Entry) -> str:
    return draft.document.text_of(entry.block.body).strip().casefold()


def _same_list(entry: Entry) -> bool:
    """Tell one list from two lists that both begin with 1."""
    return entry.value > 1 or entry.last[0] != "(" or (entry.block.number or "")[0] == "("


RULE = Rule(
    code="REF004",
    name="duplicate-number",
    severity=Severity.WARNING,
    check=check,
    doc=__doc__ or "",
    help="give the second clause the next number, and look at the references to both",
    options=NoOptions(),
    examples=(
        Bad(
            "**4.1** The Supplier shall report each outage.\n\n"
            "**4.2** The Supplier shall keep records.\n\n"
            "**«4.2»** The Customer may audit the records.",
            instead="**4.1** The Supplier shall report each outage.\n\n"
            "**4.2** The Supplier shall keep records.\n\n"
            "**4.3** The Customer may audit the records.",
        ),
        Bad(
            "## 1. Scope\n\nHosting.\n\n## 2. Levels\n\n99.9% a month.\n\n## «2». Reports\n\n"
            "Monthly.\n\n## 3. Fees\n\nAs listed."
        ),
        Bad(
            "(a) The Supplier logs each fault.\n\n(b) It classes the fault.\n\n"
            "«(b)» It closes the ticket.",
            profile="contract",
        ),
        Bad(
            "- SL-01 Uptime\n- SL-02 Response\n- «SL-02» Repair\n- SL-03 Reports",
            note="A hint.",
        ),
        Good(
            "- SL-01 Uptime\n- SL-02 Response\n\n## Details\n\n- SL-01 Each minute\n"
            "- SL-02 Each call",
            note="The labels are named again.",
        ),
        Good(
            "1. The Supplier shall host.\n\n2. The Supplier shall report.\n\n2\n\n"
            "3. The Customer shall pay.",
            format="text",
            note="The number of a page.",
        ),
        Good(
            "## 4. Fees\n\nAs listed.\n\n## 5. Records\n\n5.01 The Supplier keeps:\n\n1. the log;"
            "\n\n2. the plan;\n\n3. the list;\n\n4. the file;\n\n5. the book;\n\n6. the seal.\n\n"
            "## 6. Term\n\nOne year.",
            format="text",
            note="The last item of a list has the number of the next clause.",
        ),
        Good(
            "5.4 The fee is due.\n\n5.5 The tax is due.\n\n5. 6. The toll is due.\n\n"
            "5.7 The rest is due.\n\n6. Term",
            format="text",
        ),
        Good(
            "## 1. Scope\n\nHosting.\n\n## 2. Levels\n\n99.9% a month.\n\n## 2. Levels\n\n"
            "Four hours for each incident.\n\n## 3. Fees\n\nAs listed.",
            note="A title said again on the next page.",
        ),
        Good(
            "# Agreement\n\n**1.** Hosting.\n\n**2.** Fees.\n\n# Schedule 1\n\n**1.** Times.\n\n"
            "**2.** Names.",
        ),
        Good(
            "**4.1** The Supplier shall:\n\n(a) log;\n\n(b) report.\n\n**4.2** The Customer shall:"
            "\n\n(a) pay;\n\n(b) test.",
            note="Letters start again below each clause.",
        ),
        Good(
            "**2.2.6** Fees are due.\n\nClause 2.2.7 is deleted, and the following is put in its "
            "place:\n\n**2.2.7** You sign a release.\n\nFor Ohio, clause 2.2.7 is replaced by:"
            "\n\n**2.2.7** You sign no release.\n\n**2.2.8** The rest stays.",
            note="Two addenda that replace the same clause.",
        ),
        Good(
            "**4.1** The Supplier shall report.\n\n**4.2** The Supplier shall log.\n\n"
            "**4.2** The Customer may audit.\n\n**4.4** The fee is due.",
            note="A misprint of 4.3: numbering-typo tells it.",
        ),
    ),
)
