"""A clause number is missing between two others.

A reader who finds 4.2 followed by 4.4 cannot tell whether a clause was struck out in the last round
or lost by mistake, and a reference to 4.3 points at nothing.

Only numbers written in the text are judged, in each schedule by itself; a list that starts again is
a new list. A number kept for a clause that was taken out ("4.3 [Reserved]") is no gap. A single
misprint, whose neighbours tell what it must have been, is told as numbering-typo instead. A clause
that stands there with a misprinted number ("4,3", "(1)" for "(l)") is told as such, and only as
info; one without the space behind its number is no fault.

A hint only, and only under the profiles of service levels: labels with a prefix ("SL-02", "Table
3", "Annex C"), the numbers of the rows of a table or of the items that a Markdown list is written
with, roman numbers before short lines and letters inside a paragraph, where one is left out, and a
number that belongs to another section than it stands in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from clausewright.analysis.draft import Draft
from clausewright.analysis.number_runs import Entry, misprint, written
from clausewright.lint_rules.rule import SLA_PROFILES, Bad, Finding, Good, Hit, NoOptions, Rule
from clausewright.model.finding import Severity
from clausewright.model.span import Span
from clausewright.pattern import regex

_SECOND = regex(r"\n[ \t]*[(\[]?2[.)\]]")
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
            misprinted = _misprinted(draft, run, index)
            if misprinted is None:
                verb = "is" if len(names) == 1 else "are"
                message = (
                    f"{entry.path} follows {before.path}: {' and '.join(names)} {verb} missing"
                )
                yield Finding(entry.span, message)
            elif _bare(seen := draft.document.text_of(misprinted[0])) != _bare(
                due := misprinted[1]
            ):
                message = f'"{seen}" stands where "{due}" is due'
                yield Finding(misprinted[0], message, severity=Severity.INFO)
    if draft.profile.name in SLA_PROFILES:
        yield from _hints(draft)


def _misprinted(draft: Draft, run: Sequence[Entry], index: int) -> tuple[Span, str] | None:
    """Find a clause between two others whose number is misprinted, and the number it must have."""
    before, entry = run[index - 1], run[index]
    for value in range(before.value + 1, entry.value):
        last = written(before, value)
        label = last if last[0] == "(" else before.parent + last
        pattern = re.compile(
            rf"(?:(?<=\n)|(?<=[\s.;:]\s))(?:(?i:article|section|clause)\s)?({_loose(label)})"
        )
        found = pattern.search(draft.text, before.block.span.start, entry.block.span.start)
        if found is not None and not (found[1].strip("()[].") == "1" and _counts_on(draft, found)):
            return Span(*found.span(1)), label
    return None


def _bare(label: str) -> str:
    """Give a number without white space and what encloses it."""
    return label.replace(" ", "").strip("()[].")


def _loose(label: str) -> str:
    """Give the pattern of a number as a slip or a scan may have written it."""
    forms = {"(": r"[(\[]?", ")": r"\s?[.)\]]", ".": r"\s?[.,]\s?"}
    forms |= dict.fromkeys("lI1", "[lI1]") | dict.fromkeys("0O", "[0O]") | {"i": "[iI1]"}
    body = "".join(forms.get(sign, re.escape(sign)) for sign in label)
    return body + ("" if label.endswith(")") else r"(?![\d.,]\d|\d)")


def _counts_on(draft: Draft, found: re.Match[str]) -> bool:
    """Tell a list that counts on with 2 from a letter that was read as 1."""
    return _SECOND.search(draft.text, found.end(), found.endpos) is not None


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
        Bad(
            "**4.1** The Supplier shall report.\n\n**4.2** The Supplier shall log.\n\n"
            "«4,3» The Supplier keeps logs.\n\n**4.4** The fee is due.",
            profile="contract",
            note="A hint.",
        ),
        Bad(
            "(j) The Agent reports.\n\n(k) The Agent trains.\n\n«(1)» The Agent orders.\n\n"
            "(m) The Agent pays.",
            format="text",
            profile="contract",
            note="A hint: the letter l, printed as a figure.",
        ),
        Good(
            "(a) The Agent reports.\n\n(b) The Agent trains.\n\nc)Agent orders.\n\n"
            "(d) The Agent pays.",
            format="text",
            profile="contract",
            note="Only the space is missing.",
        ),
        Good(
            "3.1 The Supplier reports.\n\n3 . 2 The Supplier logs.\n\n3.3 The fee is due.",
            format="text",
            profile="contract",
        ),
        Bad("The desk shall (a) log each fault, (b) class it and «(d)» close the ticket."),
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
