"""From picks to an agreement: resolve, read the answers, render, collect definitions, number."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from clausewright.files.yaml import Yaml
from clausewright.generator.agreement import (
    Agreement,
    AgreementParty,
    Paragraph,
    Reference,
    text_of,
)
from clausewright.generator.answers import Answers, read_answers
from clausewright.generator.blueprint import BlueprintPlace, Part
from clausewright.generator.body import Items, Piece, Prose, render
from clausewright.generator.clause import Clause
from clausewright.generator.consistency import consistency_faults
from clausewright.generator.directives import (
    GLOSSARY_MARK,
    Called,
    Composer,
    Glossary,
    Levels,
    Listing,
    value_text,
)
from clausewright.generator.fields import FieldType
from clausewright.generator.levels import service_levels
from clausewright.generator.library import Library
from clausewright.generator.metric import ServiceLevel
from clausewright.generator.numbering import Unnumbered, numbered
from clausewright.generator.picks import Picks
from clausewright.generator.resolution import Placed, Resolution, is_definition, resolve
from clausewright.generator.validation import fail
from clausewright.model.errors import PicksError

CONTENTS_FROM_SECTIONS = 40


@dataclass(frozen=True)
class Assembled:
    """An agreement with what the person who drafts should be told."""

    agreement: Agreement
    resolution: Resolution
    notes: tuple[str, ...]


def assemble(picks: Picks, yaml: Yaml, library: Library, *, blanks: bool = False) -> Assembled:
    """Build an agreement, or raise PicksError with everything that stands in the way.

    With ``blanks`` a missing value becomes a visible blank that holds its question.
    """
    resolution = resolve(picks, yaml, library)
    parties = _parties(picks, resolution)
    levels, faults = service_levels(picks, yaml, library)
    answers, missing = read_answers(picks, yaml, resolution, blanks=blanks)
    faults += missing
    faults += consistency_faults(picks, yaml, resolution, levels, answers)
    fail(PicksError, faults)
    builder = _Assembly(picks, resolution, answers, Composer(picks, parties, levels))
    try:
        agreement = builder.build(parties, levels)
    except PicksError as error:
        if error.where is not None:
            raise
        raise yaml.error(PicksError, error.message, "clauses") from error
    notes = tuple(f"added {placed.clause.id}: {placed.why}" for placed in resolution.added)
    return Assembled(agreement, resolution, notes)


def _parties(picks: Picks, resolution: Resolution) -> tuple[AgreementParty, ...]:
    found: list[AgreementParty] = []
    for key, role in resolution.blueprint.roles.items():
        pick = picks.parties.get(key)
        if pick is not None:  # consistency tells of a missing one
            article = role.article if pick.article is None else pick.article
            found.append(AgreementParty(key, pick.name, pick.role or role.name, article))
    return tuple(found)


class _Assembly:
    """Renders the clauses of one agreement."""

    def __init__(
        self, picks: Picks, resolution: Resolution, answers: Answers, composer: Composer
    ) -> None:
        self._picks = picks
        self._resolution = resolution
        self._answers = answers
        self._composer = composer
        self._glossary: dict[str, tuple[Piece, ...]] = {}
        self._terms: list[str] = []

    def build(
        self, parties: tuple[AgreementParty, ...], levels: tuple[ServiceLevel, ...]
    ) -> Agreement:
        rendered = {p.clause.id: self._rendered(p) for p in self._resolution.placed}
        parts = self._resolution.blueprint.parts
        agreement_parts, annexes = numbered(
            tuple(
                (part.title, tuple(self._sections(part, rendered)))
                for part in (parts.services, parts.management)
            ),
            tuple(
                (annex.title, tuple(self._annexed(index, rendered)))
                for index, annex in enumerate(self._picks.annexes)
            ),
        )
        sections = [s for part in agreement_parts for top in part.sections for s in top.walk()]
        contents = self._picks.contents == "yes" or (
            self._picks.contents == "auto" and len(sections) > CONTENTS_FROM_SECTIONS
        )
        return Agreement(
            title=self._picks.title or self._resolution.blueprint.title,
            reference=self._picks.reference,
            version=self._picks.version,
            language=self._picks.language,
            profile=self._resolution.blueprint.profile,
            blueprint=self._resolution.blueprint.id,
            effective=self._picks.dates.effective.date.isoformat(),
            zone=self._zone(),
            parties=parties,
            parts=agreement_parts,
            metrics=levels,
            terms=tuple(sorted(self._terms, key=str.casefold)),
            values=self._printed(parties),
            contents=contents,
            watermark=self._picks.watermark,
            services=tuple(service.name for service in self._picks.services),
            clauses=tuple(_versioned(p.clause) for p in self._resolution.placed),
            annexes=annexes,
        )

    def _printed(self, parties: tuple[AgreementParty, ...]) -> tuple[str, ...]:
        """Give the values that must stand in the output, whatever its format."""
        found = [party.name for party in parties]
        found += [level.target_text for level in self._composer.levels]
        for values in self._answers.fields.values():
            found += [value_text(value) for value in values.values()]
        return tuple(dict.fromkeys(text for text in found if text))

    def _zone(self) -> str:
        """Give the first time zone that a clause states; UTC where none does."""
        for placed in self._resolution.placed:
            for name, field in placed.clause.front.fields.items():
                if field.type is FieldType.ZONE:
                    return str(self._answers.fields[placed.clause.id][name])
        return "UTC"

    def _rendered(self, placed: Placed) -> tuple[Piece, ...]:
        clause = placed.clause
        context = {
            **self._standard(),
            **self._functions(),
            **self._answers.standard[clause.id],
            **self._answers.fields[clause.id],
        }
        pieces = render(clause, context, self._composer.fill, self._composer.expand)
        self._terms += clause.front.defines
        if self._picks.definitions == "glossary" or is_definition(clause):
            return self._without_definitions(pieces)
        return pieces

    def _without_definitions(self, pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
        """Move the paragraphs that define a term, with the items that follow, to the glossary."""
        kept: list[Piece] = []
        term: str | None = None
        for piece in pieces:
            if isinstance(piece, Prose):
                term = piece.term
            if term is not None and isinstance(piece, Prose | Items):
                self._glossary[term] = (*self._glossary.get(term, ()), piece)
            else:
                term = None
                kept.append(piece)
        return tuple(kept)

    def _standard(self) -> dict[str, Any]:
        names: dict[str, Any] = {
            "parties": Listing("parties"),
            "services": Listing("services"),
            "service_names": Listing("services"),
            "severities": Listing("severities"),
            "annexes": Listing("annexes"),
            "signatures": Listing("signatures"),
            "definitions": Glossary(self._has_glossary()),
        }
        for party in _parties(self._picks, self._resolution):
            pick = self._picks.parties[party.key]
            called = Called(party, False, pick.description, pick.address, pick.contact)
            names[party.key] = called
            names[party.key.capitalize()] = Called(party, True)
        return names

    def _has_glossary(self) -> bool:
        if self._picks.definitions == "glossary":
            return True
        return any(is_definition(placed.clause) for placed in self._resolution.placed)

    def _functions(self) -> Mapping[str, Callable[..., Any]]:
        return {
            "ref": Reference,
            "picked": lambda clause_id: self._resolution.stands_for(clause_id) is not None,
            "levels": lambda *ids: Levels("sentences", self._levels(ids)),
            "levels_table": lambda *ids: Levels("table", self._levels(ids)),
            "severity_table": lambda *ids: Levels("classes", self._levels(ids)),
            "meaning": self._meaning,
        }

    def _levels(self, ids: tuple[str, ...]) -> tuple[ServiceLevel, ...]:
        if not ids:
            return tuple(level for level in self._composer.levels if level.severity is None)
        return tuple(level for level in self._composer.levels if level.kind.id in ids)

    def _meaning(self, metric_id: str) -> str:
        said = {level.definition(self._composer.names) for level in self._levels((metric_id,))}
        if len(said) > 1:
            raise PicksError(f"the definition of {metric_id} states its target or window: give one")
        return said.pop()

    def _sections(self, part: Part, rendered: Mapping[str, tuple[Piece, ...]]) -> list[Unnumbered]:
        found: list[Unnumbered] = []
        for place in part.places:
            clauses = [
                self._clause(p.clause, rendered[p.clause.id])
                for p in self._resolution.placed
                if p.place is place and rendered[p.clause.id]
            ]
            found += _gathered(place, clauses)
        return found

    def _annexed(
        self, index: int, rendered: Mapping[str, tuple[Piece, ...]]
    ) -> Iterator[Unnumbered]:
        for placed in self._resolution.placed:
            pieces = rendered[placed.clause.id]
            if placed.annex == index and pieces:
                yield self._clause(placed.clause, pieces)

    def _clause(self, clause: Clause, pieces: tuple[Piece, ...]) -> Unnumbered:
        ids = tuple(dict.fromkeys((clause.id, clause.base)))
        return Unnumbered(clause.front.title, _versioned(clause), ids, self._with_glossary(pieces))

    def _with_glossary(self, pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
        out: list[Piece] = []
        for piece in pieces:
            if isinstance(piece, Prose) and text_of(piece.inlines) == GLOSSARY_MARK:
                for term in sorted(self._glossary, key=str.casefold):
                    out += [_definition(part) for part in self._glossary[term]]
            else:
                out.append(piece)
        return tuple(out)


def _definition(piece: Piece) -> Piece:
    """Set a definition without a number: the glossary is in order of the alphabet."""
    return Paragraph(piece.inlines) if isinstance(piece, Prose) else piece


def _gathered(place: BlueprintPlace, clauses: list[Unnumbered]) -> list[Unnumbered]:
    if place.title is None or not clauses:
        return clauses
    return [Unnumbered(place.title, None, (f"place.{place.id}",), (), tuple(clauses))]


def _versioned(clause: Clause) -> str:
    return f"{clause.id}@{clause.front.version}"
