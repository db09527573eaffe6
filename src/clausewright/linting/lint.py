"""Lint one document: run the rules, place what they say, and answer for what fails."""

from __future__ import annotations

import itertools
import time
from collections.abc import Iterator

from clausewright import readers
from clausewright.analysis.draft import Draft
from clausewright.linting.check import ActiveRule, by_place, check, has_no_profile, speaks_under
from clausewright.linting.locate import Said, locate
from clausewright.linting.plan import Plan, plan_for
from clausewright.linting.result import INTERNAL, FileError, FileResult
from clausewright.linting.source import Source
from clausewright.model.document import Document
from clausewright.model.errors import ClausewrightError


def lint_source(source: Source) -> FileResult:
    """Read and lint a file; whatever fails stands in the errors of the result."""
    try:
        document = readers.read(source.name, source.read())
    except OSError as error:
        return FileResult(source.name, errors=(unreadable(error),))
    except ClausewrightError as error:
        return FileResult(source.name, errors=(FileError(error.kind, error.message, error.line),))
    except Exception as error:  # one bad file never stops the others
        return FileResult(source.name, errors=(internal_error("the reader", error),))
    return lint_document(source, document)


def unreadable(error: OSError) -> FileError:
    """Tell why the system would not give a file."""
    return FileError("unreadable", (error.strerror or str(error)).lower())


def internal_error(what: str, error: Exception) -> FileError:
    """Tell of a fault of ours, with the line of our code that shows it."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = ""
    if trace is not None:
        module = trace.tb_frame.f_globals.get("__name__", "?")
        place = f" ({module}, line {trace.tb_lineno})"
    return FileError(INTERNAL, f"{what} failed: {type(error).__name__}: {error}{place}")


def lint_document(source: Source, document: Document) -> FileResult:
    """Lint a document that was read."""
    plan = plan_for(source.settings)
    draft = Draft(document, source.analysis, plan.scanner)
    lines = tuple(source_lines(document)) if source.keep_lines else None
    try:
        profile, pages = draft.profile.name, draft.pages
    except Exception as error:  # one bad file never stops the others
        return FileResult(source.name, errors=(internal_error("analysis", error),), lines=lines)
    run = _Run(draft, plan, profile, plan.ignored(source.ignored))
    said = list(run.said())
    return FileResult(
        file=source.name,
        profile=profile,
        words=len(document.text.split()),
        pages=pages,
        findings=tuple(locate(draft, said)),
        errors=tuple(run.errors),
        counts=not has_no_profile(profile),
        lines=lines,
        notes=document.notes,
        seconds=tuple(run.seconds.items()),
    )


def source_lines(document: Document) -> Iterator[str]:
    """Give the lines of the source as positions count them, without their ends."""
    starts = [*document.line_starts, len(document.source)]
    for start, end in itertools.pairwise(starts):
        yield document.source[start:end].rstrip("\r\n")


class _Run:
    """The rules of a plan at work on one draft."""

    def __init__(self, draft: Draft, plan: Plan, profile: str, ignored: frozenset[str]) -> None:
        self._draft = draft
        self._plan = plan
        self._profile = profile
        self._active = [
            one
            for one in plan.active
            if one.rule.code not in ignored and speaks_under(one.rule, profile)
        ]
        self.errors: list[FileError] = []
        self.seconds: dict[str, float] = {}

    def said(self) -> list[Said]:
        """Give what all rules say, in order of place."""
        found = [said for active in self._active for said in self._said_by(active)]
        found.sort(key=lambda said: (by_place(self._draft, said.finding), said.rule.code))
        return found

    def _said_by(self, active: ActiveRule) -> list[Said]:
        rule = active.rule
        started = time.perf_counter()
        try:
            return [
                Said(rule, finding, self._plan.severity_of(rule, finding, self._profile))
                for finding in check(active, self._draft)
            ]
        except Exception as error:  # a rule that fails never stops the others
            self.errors.append(internal_error(f"rule {rule.code} {rule.name}", error))
            return []
        finally:
            self.seconds[rule.code] = time.perf_counter() - started
