"""A clause number is missing between two others.

A reader who finds 4.2 followed by 4.4 cannot tell whether a clause was struck out in the last round
or lost by mistake, and a reference to 4.3 points at nothing.

Only numbers written in the text are judged, in each schedule by itself; a list that starts again is
a new list. A number kept for a clause that was taken out ("4.3 [Reserved]") is no gap. A single
misprint, whose neighbours tell what it must have been, is told as numbering-typo instead.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from clausewright.analysis.draft import Draft
from clausewright.analysis.number_runs import Entry, misprint, written
from clausewright.lint_rules.rule import Bad, Finding, Good, Hit, NoOptions, Rule
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
