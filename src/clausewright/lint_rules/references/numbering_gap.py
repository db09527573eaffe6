"""A clause number is missing between two others.

A reader who finds 4.2 followed by 4.4 cannot tell whether a clause was struck out in the last round
or lost by mistake, and a reference to 4.3 points at nothing.

Only numbers written in the text are judged, in each schedule by itself; a list that starts again is
a new list. A number kept for a clause that was taken out ("4.3 [Reserved]") is no gap. A single
misprint, whose neighbours tell what it must have been, is told as numbering-typo instead.

A hint only, and only under the profiles of service levels: labels with a prefix ("SL-02", "Table
3", "Annex C"), the numbers of the rows of a table or of the items that a Markdown list is written
with, where one is left out, and a number that belongs to another section than it stands in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from clausewright.analysis.draft import Draft
from clausewright.analysis.number_runs import Entry, misprint, written
from clausewright.lint_rules.rule import SLA_PROFILES, Bad, Finding, Good, Hit, NoOptions, Rule
from clausewright.model.finding import Severity

_MOST_MISSING = 2  # more are a part that was left out, or numbers of another document


def check(draft: Draft, options: NoOptions, hits: tuple[Hit, ...]) -> Iterator[Finding]:  # noqa: ARG001
    """Speak at the number after each gap."""
    for run in draft.number_runs:
        for index in range(1, len(run)):
            before, entry = run[index - 1], run[index]
            missing = range(before.value + 1, entry.value)
            if not 0 < len(missing) <= _MOST_MISSING or _explained(draft, run, index):
                continue
            names = [before.parent + written(before, value) for value in missing]
            verb = "is" if len(names) == 1 else "are"
            yield Finding(
                entry.span,
                f"{entry.path} follows {before.path}: {' and '.join(names)} {verb} missing",
            )
    if draft.profile.name in SLA_PROFILES:
        yield from _hints(draft)


def _hints(draft: Draft) -> Iterator[Finding]:
    """Speak of labels that leave one out, and of numbers of another section."""
    for fault in draft.label_faults:
        if fault.missing is not None:
            message = f'"{fault.label}" comes where "{fault.missing}" is due'
            yield Finding(fault.span, message, severity=Severity.INFO)
    for run in draft.number_runs:
        strange = [entry for entry in run if _stands_elsewhere(draft, entry)]
        if len(strange) == 1:
            entry = strange[0]
            message = f"{entry.path} stands in section {_number_above(draft, entry)}"
            yield Finding(entry.span, message, severity=Severity.INFO)


def _stands_elsewhere(draft: Draft, entry: Entry) -> bool:
    """Tell a number like 2.2 in section 3."""
    above = _number_above(draft, entry)
    parent = entry.parent.rstrip(".")
    return above is not None and above.isdigit() and parent.isdigit() and parent != above


def _number_above(draft: Draft, entry: Entry) -> str | None:
    """Give the number of the section that an entry stands in."""
    section = draft.document.section_of(entry.block)
    if section is not None and section.heading == entry.block.index:
        above = section.parent
        section = draft.document.sections[above] if above is not None else None
    return section.number if section else None


def _explained(draft: Draft, run: Sequence[Entry], index: int) -> bool:
    """Tell whether a misprint explains the gap, or the number stands inside a paragraph."""
    if any(misprint(run, at) is not None for at in (index - 1, index)):
        return True
    before, entry = run[index - 1], run[index]
    values = {other.value for other in run}
    for value in range(before.value + 1, entry.value):
        if value in values:
            return True
        label = written(before, value)
        inner = re.escape(label.strip("()"))
        form = rf"\(?{inner}[.)]" if label.startswith("(") else re.escape(before.parent + label)
        pattern = re.compile(rf"(?<![\w.]){form}(?!\w)")
        if pattern.search(draft.text, before.block.span.start, entry.block.span.start):
            return True
    return False


RULE = Rule(
    code="REF003",
    name="numbering-gap",
    severity=Severity.WARNING,
    check=check,
    doc=__doc__ or "",
    help='close the gap, or keep the number and write "[Reserved]"',
    options=NoOptions(),
    examples=(
        Bad(
            "**4.1** The Supplier shall report each outage.\n\n"
            "**4.2** The Supplier shall keep records.\n\n"
            "**«4.5»** The Customer may audit the records.",
            instead="**4.1** The Supplier shall report each outage.\n\n"
            "**4.2** The Supplier shall keep records.\n\n"
            "**4.3** The Customer may audit the records.",
        ),
        Bad(
            "## 1. Scope\n\nHosting.\n\n## 2. Levels\n\n99.9% a month.\n\n"
            "## «4». Reports\n\nMonthly."
        ),
        Bad(
            "The Supplier shall:\n\n(a) log each fault;\n\n(b) class it;\n\n"
            "«(d)» close the ticket.",
            profile="contract",
        ),
        Bad(
            "- SL-01 Uptime\n- SL-02 Response\n- SL-03 Repair\n- «SL-05» Reports",
            instead="- SL-01 Uptime\n- SL-02 Response\n- SL-03 Repair\n- SL-04 Reports",
            note="A hint, as the next.",
        ),
        Bad(
            "## 3. Levels\n\n### 3.1 Uptime\n\nText.\n\n### «2.2» Response\n\nText.\n\n"
            "## 4. Credits\n\nText."
        ),
        Good(
            "- SL-01 Uptime\n- SL-02 Response\n- SL-03 Repair\n\n## P1\n\nText.\n\n## P2\n\n"
            "Text.\n\n## P4\n\nText.",
            note="Classes are no numbers.",
        ),
        Good(
            "**4.1** The Supplier shall report.\n\n**4.2** [Reserved]\n\n**4.3** The fee is due.",
        ),
        Good(
            "# Agreement\n\n**1.** Hosting.\n\n**2.** Fees.\n\n# Schedule 1\n\n**1.** Times.\n\n"
            "**2.** Names.",
            note="Each schedule has numbers of its own.",
        ),
        Good(
            "## Fees\n\n1. Setup\n2. Hosting\n\n## Times\n\n1. Response\n2. Restore",
            note="Lists of Markdown number themselves.",
        ),
    ),
)
