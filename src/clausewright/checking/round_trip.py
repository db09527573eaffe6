"""Build, strip, read back, compare: what was picked must be what a reader finds.

From a built file without its provenance, the reader must find every section, term and reference,
and per metric the label, target, unit, window, and whatever was picked of method, exclusions,
baseline, reporting and consequence.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from clausewright import readers
from clausewright.analysis.draft import AnalysisSettings, Draft, scanner_for
from clausewright.checking.provenance import stripped_markdown, stripped_word
from clausewright.generator.agreement import Agreement, Paragraph, Reference, Table
from clausewright.generator.metric import ServiceLevel
from clausewright.generator.values import Duration, Percent
from clausewright.model.facts import Metric

FORMATS = {".md": stripped_markdown, ".docx": stripped_word}
_PARTS = ("method", "exclusions", "baseline", "reporting", "consequence")
_TOLERANCE = 1e-6


@dataclass(frozen=True, slots=True)
class Difference:
    """Something that was picked and not found again: of which kind, and what."""

    kind: str  # "section", "annex", "term", "reference", "metric"
    message: str

    def __str__(self) -> str:
        """Give "kind: message"."""
        return f"{self.kind}: {self.message}"


def differences(agreement: Agreement, suffix: str, data: bytes) -> tuple[Difference, ...]:
    """Read a built file back, without its provenance, and compare it with the agreement."""
    stripped = FORMATS[suffix](data)
    document = readers.read(f"built{suffix}", stripped)
    settings = AnalysisSettings(agreement.profile, "option")
    draft = Draft(document, settings, scanner_for())
    return (
        *_sections(agreement, draft),
        *_annexes(agreement, draft),
        *_terms(agreement, draft),
        *_references(agreement, draft),
        *_metrics(agreement, draft),
    )


def _sections(agreement: Agreement, draft: Draft) -> Iterator[Difference]:
    found = [(section.number, section.title) for section in draft.document.sections]
    at = 0
    for section in agreement.sections:
        wanted = (section.number, section.title)
        if wanted in found[at:]:
            at = found.index(wanted, at) + 1
        else:
            yield Difference("section", f"{section.number} {section.title}")


def _annexes(agreement: Agreement, draft: Draft) -> Iterator[Difference]:
    found = [(one.kind, one.number, one.title) for one in draft.document.attachments]
    for annex in agreement.annexes:
        if ("annex", annex.name.letter, annex.title) not in found:
            yield Difference("annex", annex.heading)


def _terms(agreement: Agreement, draft: Draft) -> Iterator[Difference]:
    found = {term.name for term in draft.terms}
    roles = (party.role for party in agreement.parties)
    for term in (*agreement.terms, *roles):
        if term not in found:
            yield Difference("term", f'"{term}" is not found as defined')


def _references(agreement: Agreement, draft: Draft) -> Iterator[Difference]:
    found = [reference.number for reference in draft.references if reference.resolved]
    for wanted in _referenced(agreement):
        number = wanted.rpartition(" ")[2]
        if number in found:
            found.remove(number)
        else:
            yield Difference("reference", f"{wanted} is not found or leads nowhere")
    for reference in draft.references:
        if not reference.resolved:
            words = draft.document.text_of(reference.span)
            yield Difference("reference", f'"{words}" leads nowhere')


def _referenced(agreement: Agreement) -> Iterator[str]:
    for section in agreement.sections:
        for block in section.blocks:
            lines = [block.inlines] if isinstance(block, Paragraph) else []
            if isinstance(block, Table):
                lines = [cell for row in block.rows for cell in row]
            for inlines in lines:
                for reference in (i for i in inlines if isinstance(i, Reference)):
                    if reference.number:
                        word = "paragraph" if reference.annex else "section"
                        yield f"{word} {reference.number}"
                    if reference.annex:
                        yield str(reference.annex)


def _metrics(agreement: Agreement, draft: Draft) -> Iterator[Difference]:
    for level in agreement.metrics:
        same_kind = [m for m in draft.metrics if _is_of_kind(m, level)]
        same = [m for m in same_kind if _same_target(m, level)]
        if not same:
            what = f" of {level.severity}" if level.severity else ""
            yield Difference("metric", f"{level.label}{what}: target {level.target_text} not found")
            continue
        faults = [list(_faults(metric, level)) for metric in same]
        yield from min(faults, key=len)


def _is_of_kind(metric: Metric, level: ServiceLevel) -> bool:
    return metric.name == level.kind.name or _same_label(metric.label, level.label)


def _same_label(found: str, wanted: str) -> bool:
    one, two = found.casefold(), wanted.casefold()
    return one == two or one in two.split() or two in one


def _same_target(metric: Metric, level: ServiceLevel) -> bool:
    """Compare value and unit as printed; "1 hour" and "1 hours" are one unit."""
    found = metric.target
    if found is None or abs(found.value - float(level.target_number)) > _TOLERANCE:
        return False
    return found.unit.rstrip("s") == unit_of(level).rstrip("s")


def unit_of(level: ServiceLevel) -> str:
    """Give the unit of a target as it is printed, in lower case."""
    if isinstance(level.target, Percent):
        return "%"
    if isinstance(level.target, Duration):
        return str(level.target).partition(" ")[2].lower()
    return (level.kind.noun or "").lower()


def _faults(metric: Metric, level: ServiceLevel) -> Iterator[Difference]:
    name = f"{level.label} of {level.severity}" if level.severity else level.label
    if not _same_label(metric.label, level.label):
        yield Difference("metric", f'{name}: its label reads back as "{metric.label}"')
    if level.window.casefold() not in (metric.window or "").casefold():
        yield Difference("metric", f'{name}: window "{level.window}" reads as "{metric.window}"')
    for part in _PARTS:
        if getattr(level, part) and not getattr(metric, part):
            yield Difference("metric", f"{name}: its {part} is not found")
