"""Check a library: every file reads, every relation leads somewhere, every sample builds and lints.

The sample of a clause is rendered inside the smallest valid agreement of a blueprint it is written
for; the linter must find nothing at level warning in it, and every fact that was picked must
read back from it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from clausewright.checking.round_trip import differences
from clausewright.checking.smallest import smallest_agreement
from clausewright.generator.agreement import Agreement, Section
from clausewright.generator.clause import Clause
from clausewright.generator.library import Library
from clausewright.generator.output import render
from clausewright.generator.resolution import cycle_in
from clausewright.model.errors import ClausewrightError
from clausewright.model.finding import LocatedFinding, Severity

MOST_WORDS = 150
MOST_WORDS_LONG = 300
_ALONE = ("WRD", "MET", "NUM", "DAT", "DUT", "DRF", "TYP", "DEF", "REF")
_TAG = re.compile(r"\{[{%].*?[%}]\}", re.DOTALL)
_NOTE = re.compile(r"<!--.*?-->", re.DOTALL)
_TABLE_LINE = re.compile(r"^\|.*\|$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, and in which file."""

    where: str
    message: str

    def __str__(self) -> str:
        """Give "where: message"."""
        return f"{self.where}: {self.message}"


def check_library(
    library: Library, *, samples: bool = True, only: Collection[str] = ()
) -> tuple[Fault, ...]:
    """Give all faults of a library.

    Without ``samples`` nothing is rendered; ``only`` names the clauses whose samples are, all if
    empty.
    """
    faults: list[Fault] = []
    clauses: list[Clause] = []
    for clause_id in library.clause_files:
        try:
            clause = library.clause(clause_id)
            clause.names  # noqa: B018 - checks the body
            clauses.append(clause)
        except ClausewrightError as error:
            faults.append(Fault(error.where or clause_id, str(error)))
    for kind, known, read in (
        ("metric", library.metric_files, library.metric),
        ("blueprint", library.blueprint_files, library.blueprint),
        ("playbook", library.playbook_files, library.playbook),
    ):
        for item_id in known:
            try:
                read(item_id)
            except ClausewrightError as error:
                faults.append(Fault(error.where or f"{kind} {item_id}", str(error)))
    if faults:
        return tuple(faults)
    faults += [*_relations(library, clauses), *_blueprints(library)]
    faults += [fault for clause in clauses for fault in _words(clause)]
    if samples and not faults:
        chosen = [clause for clause in clauses if not only or clause.id in only]
        faults += [fault for clause in chosen for fault in _sample(library, clause)]
    return tuple(faults)


def _relations(library: Library, clauses: list[Clause]) -> Iterator[Fault]:
    for clause in clauses:
        front = clause.front
        named = [option for need in front.needs for option in need.split(" | ")]
        named += [*front.pairs_with, *front.excludes]
        named += [front.variant_of] if front.variant_of else []
        for other in named:
            if other not in library.clause_files:
                yield Fault(clause.where, f'names "{other}", which is no clause of the library')
        for metric in front.metrics:
            if metric not in library.metric_files:
                yield Fault(clause.where, f'names "{metric}", which is no metric of the library')
    needs = {
        clause.id: [option for need in clause.front.needs for option in need.split(" | ")]
        for clause in clauses
    }
    cycle = cycle_in(needs)
    if cycle:
        where = library.clause(cycle[0]).where
        yield Fault(where, f"the clauses need each other in a circle: {' -> '.join(cycle)}")


def _blueprints(library: Library) -> Iterator[Fault]:
    for blueprint_id in library.blueprint_files:
        blueprint = library.blueprint(blueprint_id)
        for place in blueprint.places:
            for clause_id in place.clauses:
                if clause_id not in library.clause_files:
                    where = f"clause_library/blueprints/{blueprint_id}.yaml"
                    yield Fault(
                        where, f'place "{place.id}" names "{clause_id}", which is no clause'
                    )


def _words(clause: Clause) -> Iterator[Fault]:
    text = _TABLE_LINE.sub("", _NOTE.sub("", _TAG.sub("x", clause.body)))
    count = len(text.split())
    most = MOST_WORDS_LONG if clause.front.long else MOST_WORDS
    if count > most:
        yield Fault(clause.where, f"the body has {count} words; at most {most}: split the clause")


def _sample(library: Library, clause: Clause) -> Iterator[Fault]:
    from clausewright.checking.build_check import lint_built  # noqa: PLC0415 - only for samples

    try:
        agreement = smallest_agreement(library, clause)
    except ClausewrightError as error:
        yield Fault(clause.where, f"its sample does not build: {error}")
        return
    if agreement is None:
        return
    text = render(agreement, ".md").decode()
    places = _lines_of(agreement, clause, text)
    for finding in lint_built("sample.md", text.encode(), agreement.profile):
        if _counts(finding) and finding.start.line in places:
            told = f"{finding.code} {finding.message}: {finding.excerpt[:100]}"
            yield Fault(clause.where, f"its sample is not clean: {told}")
    for difference in differences(agreement, ".md", text.encode()):
        yield Fault(clause.where, f"its sample does not read back: {difference}")


def _counts(finding: LocatedFinding) -> bool:
    return finding.severity is not Severity.INFO and finding.code.startswith(_ALONE)


def _lines_of(agreement: Agreement, clause: Clause, text: str) -> range:
    """Give the lines that the clause takes in the Markdown; all where it is a definition."""
    lines = text.split("\n")
    own = next((s for s in agreement.sections if _is_of(s, clause)), None)
    if own is None:
        return range(1, len(lines) + 1)
    mark = f"<!-- clause: {own.clause} -->"
    start = lines.index(mark)
    end = next(
        (i for i in range(start + 1, len(lines)) if lines[i].startswith(("<!-- clause", "## "))),
        len(lines),
    )
    return range(start + 1, end + 1)


def _is_of(section: Section, clause: Clause) -> bool:
    return section.clause == f"{clause.id}@{clause.front.version}"
