"""Lint one file: read it, apply the rules, place what they say, answer for what fails."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache

from clausewright import readers
from clausewright.analysis.draft import Draft
from clausewright.linting.apply import apply_rules
from clausewright.linting.check import has_no_profile, speaks_under
from clausewright.linting.facts import facts_of
from clausewright.linting.guard import guarded
from clausewright.linting.locate import locate
from clausewright.linting.plan import plan_for
from clausewright.linting.result import FileError, FileResult, unreadable
from clausewright.linting.settings import Settings
from clausewright.linting.source import Membership, Source, Stamps, stamps_of
from clausewright.model.document import Document
from clausewright.model.errors import ClausewrightError
from clausewright.model.topics import CONTRACT

DEFAULTS = Settings()


def lint_source(source: Source) -> FileResult:
    """Read and lint a file; whatever fails stands in the errors of the result."""
    if source.membership is not None:
        answer = drafts_of(source.membership)[source.key]
        if isinstance(answer, FileError):
            return FileResult(source.name, set=source.membership.name, errors=(answer,))
        return lint_draft(source, answer)
    if source.fault is not None:
        return FileResult(source.name, errors=(source.fault,))
    try:
        data = source.read()
    except OSError as error:
        return FileResult(source.name, errors=(unreadable(error),))
    return lint_bytes(
        source.name, data, source.settings, relative=source.relative, keep_lines=source.keep_lines
    )


def lint_bytes(  # noqa: PLR0913  (three say what is linted, three what is wanted of the answer)
    name: str,
    data: bytes,
    settings: Settings = DEFAULTS,
    *,
    relative: str | None = None,
    keep_lines: bool = False,
    keep_facts: bool = False,
) -> FileResult:
    """Lint the bytes of one document: the one way in which a document alone is linted.

    A function of its arguments: it opens no file of the document, changes nothing, and gives the
    same answer in any process; arguments and answer can be pickled, so that it may run anywhere.
    Only packs and a language pipeline that ``settings`` name are loaded, when first needed.

    ``name`` tells the format by its ending and stands in the answer; nothing of that name is
    opened. ``relative`` is the name that file patterns of the settings see, ``name`` where it is
    None. ``keep_lines`` and ``keep_facts`` ask for the lines of the source and for the topics and
    metrics in the answer. Never raises for what the document holds: what cannot be read, and a rule
    that fails, stand in the ``errors`` of the answer.
    """
    source = Source(name, settings, relative or name, data=data, keep_lines=keep_lines)
    document = read_source(source)
    if isinstance(document, FileError):
        return FileResult(name, errors=(document,))
    draft = draft_of(source, document)
    result = lint_draft(source, draft)
    if not keep_facts:
        return result
    facts = guarded("analysis", lambda: facts_of(draft))
    if isinstance(facts, FileError):
        return replace(result, errors=(*result.errors, facts))
    return replace(result, facts=facts)


def drafts_of(membership: Membership) -> Mapping[str, Draft | FileError]:
    """Give the drafts of a set, companions of each other, read once and again when one changes."""
    return _drafts_of(membership, stamps_of(membership.members))


@lru_cache(maxsize=1)
def _drafts_of(membership: Membership, stamps: Stamps) -> Mapping[str, Draft | FileError]:  # noqa: ARG001  (tells of changes)
    answers = {member.key: read_draft(member) for member in membership.members}
    join_drafts(membership, answers)
    return answers


def join_drafts(membership: Membership, answers: Mapping[str, Draft | FileError]) -> None:
    """Make the drafts of a set companions of each other, its main document first."""
    drafts = {
        member.key: answer
        for member in membership.members
        if isinstance(answer := answers[member.key], Draft)
    }
    main = drafts.get(membership.main or "") or _main_of(tuple(drafts.values()))
    members = sorted(drafts.values(), key=lambda draft: draft is not main)
    for draft in members:
        draft.join(members)


def _main_of(drafts: tuple[Draft, ...]) -> Draft | None:
    """Choose the main document of a set that names none: the first contract, else the first."""
    contracts = (draft for draft in drafts if _is_contract(draft))
    return next(contracts, next(iter(drafts), None))


def _is_contract(draft: Draft) -> bool:
    return guarded("analysis", lambda: draft.profile.name) == CONTRACT


def read_draft(source: Source) -> Draft | FileError:
    """Read a file and make its draft, or tell why it cannot be read."""
    document = read_source(source)
    return document if isinstance(document, FileError) else draft_of(source, document)


def read_source(source: Source) -> Document | FileError:
    """Read a file, or tell why it cannot be read."""
    if source.fault is not None:
        return source.fault
    return guarded("the reader", lambda: _read(source))


def _read(source: Source) -> Document | FileError:
    try:
        return readers.read(source.name, source.read(), view=source.settings.view)
    except OSError as error:
        return unreadable(error)
    except ClausewrightError as error:
        return FileError(error.kind, error.message, error.line)


def draft_of(source: Source, document: Document) -> Draft:
    """Make the draft of a document, with the scanner of the rules that its settings select."""
    return Draft(document, source.analysis, plan_for(source.settings).scanner)


def lint_draft(source: Source, draft: Draft) -> FileResult:
    """Lint a draft."""
    plan, document = plan_for(source.settings), draft.document
    lines = tuple(source_lines(document)) if source.keep_lines else None
    known = guarded("analysis", lambda: (draft.profile.name, draft.pages))
    if isinstance(known, FileError):
        return FileResult(source.name, errors=(known,), lines=lines)
    profile, pages = known
    ignored = plan.ignored(source.ignored)
    active = [
        one
        for one in plan.active
        if one.rule.code not in ignored and speaks_under(one.rule, profile)
    ]
    applied = apply_rules(
        draft, active, lambda rule, finding: plan.severity_of(rule, finding, profile), plan.known
    )
    return FileResult(
        file=source.name,
        profile=profile,
        set=None if source.membership is None else source.membership.name,
        words=len(document.text.split()),
        pages=pages,
        findings=tuple(locate(draft, applied.said)),
        errors=tuple(applied.errors),
        counts=not has_no_profile(profile),
        lines=lines,
        notes=document.notes,
        suppressed=applied.suppressed,
        seconds=tuple(applied.seconds.items()),
    )


def source_lines(document: Document) -> Iterator[str]:
    """Give the lines of the source as positions count them, without their ends."""
    starts = [*document.line_starts, len(document.source)]
    for start, end in itertools.pairwise(starts):
        yield document.source[start:end].rstrip("\r\n")
