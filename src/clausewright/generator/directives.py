"""What clause bodies can ask for beyond fields: level sentences, level tables, lists, references.

Each directive is a small frozen value that a body names in ``{{ }}``. ``Composer`` turns values
into inlines or, where one stands alone in a paragraph, into blocks.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from clausewright.generator.agreement import (
    AgreementParty,
    AnnexName,
    Blank,
    Defined,
    Inline,
    Inlines,
    Reference,
    SignatureBlock,
    Signatures,
    Text,
)
from clausewright.generator.body import Grid, Items, Piece, Prose, merged
from clausewright.generator.clause import CLAUSE_ID
from clausewright.generator.fields import Items as ItemsValue
from clausewright.generator.fields import Rows
from clausewright.generator.metric import ServiceLevel
from clausewright.generator.picks import Picks
from clausewright.generator.tiers import Tiers
from clausewright.generator.values import Count, Day, Duration, Money, Percent
from clausewright.model.errors import PicksError


@dataclass(frozen=True, slots=True)
class Called:
    """A party as running text names it; ``capital`` at the beginning of a sentence."""

    party: AgreementParty
    capital: bool = False
    description: str | None = None
    address: str | None = None
    contact: str | None = None

    @property
    def name(self) -> str:
        """The full name."""
        return self.party.name

    @property
    def role(self) -> str:
        """The role without its article."""
        return self.party.role

    def __str__(self) -> str:
        """Give "the Supplier" or "The Supplier"."""
        called = self.party.called
        return called[:1].upper() + called[1:] if self.capital else called


@dataclass(frozen=True, slots=True)
class Levels:
    """The commitments of metrics; ``form`` is "sentences", "table" or "classes"."""

    form: str
    levels: tuple[ServiceLevel, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """A list from the picks: "parties", "services", "severities", "annexes", "signatures"."""

    kind: str


@dataclass(frozen=True, slots=True)
class Glossary:
    """The place of the collected definitions; false where definitions stay in their clauses."""

    here: bool

    def __bool__(self) -> bool:
        """Tell whether there is a glossary."""
        return self.here

    def __str__(self) -> str:
        """Give no words: a glossary stands alone."""
        return ""


class Composer:
    """Turns values into inlines and blocks for one agreement."""

    def __init__(
        self, picks: Picks, parties: tuple[AgreementParty, ...], levels: tuple[ServiceLevel, ...]
    ) -> None:
        self._picks = picks
        self._parties = parties
        self.levels = levels
        self.names: Mapping[str, str] = self._names()

    def _names(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for party in self._parties:
            found[party.key] = party.called
            found[party.key.capitalize()] = party.called[:1].upper() + party.called[1:]
        return found

    def _named(self, header: str) -> str:
        """Put the parties' names into the header of a column: "Contact of {customer}"."""
        for key, name in self.names.items():
            header = header.replace(f"{{{key}}}", name)
        return header

    def fill(self, value: object) -> Inlines:
        """Give the inlines of a value within a sentence."""
        if isinstance(value, Reference | Blank):
            return (value,)
        if isinstance(value, Listing) and value.kind == "services":
            return (Text(str(ItemsValue(tuple(s.name for s in self._picks.services)))),)
        return (Text(str(value)),)

    def expand(self, value: object) -> tuple[Piece, ...] | None:
        """Give the blocks of a value that stands alone in a paragraph."""
        if isinstance(value, Levels):
            if not value.levels:
                raise PicksError("a clause states service levels, but the picks hold none of them")
            forms = {"sentences": self._sentences, "table": self._table, "classes": self._classes}
            return forms[value.form](value)
        if isinstance(value, Listing):
            return self._listing(value)
        if isinstance(value, ItemsValue):
            return (Items(punctuated([(Text(text),) for text in value.texts])),)
        if isinstance(value, Rows):
            header = _row(self._named(text) for text in value.headers)
            return (Grid("rows", header, tuple(_row(row) for row in value.rows)),)
        if isinstance(value, Tiers):
            return (_tier_grid(value),)
        if isinstance(value, Glossary):
            return (Prose((Text(GLOSSARY_MARK),)),)
        return None

    def _listing(self, listing: Listing) -> tuple[Piece, ...]:
        if listing.kind == "parties":
            return (Items(punctuated([self._party(party) for party in self._parties])),)
        if listing.kind == "services":
            return tuple(self._services())
        if listing.kind == "severities":
            rows = tuple(_row((s.name, s.meaning)) for s in self._picks.severities)
            return (Grid("severity", _row(("Severity", "Meaning")), rows),)
        if listing.kind == "annexes":
            return (Items(punctuated(self._annexes())),)
        return (Signatures(tuple(self._signature(party) for party in self._parties)),)

    def _party(self, party: AgreementParty) -> Inlines:
        pick = self._picks.parties[party.key]
        words = ", ".join(filter(None, (pick.name, pick.description, pick.address)))
        opening = " (the " if party.article else " ("
        return merged((Text(words + opening), Defined(party.role), Text(")")))

    def _services(self) -> Iterable[Piece]:
        items: list[Inlines] = []
        for service in self._picks.services:
            words = f"{service.name}: {service.description.rstrip('.')}"
            if service.subservices:
                words += f", made up of {ItemsValue(service.subservices)}"
            if service.excluded:
                words += f", without {service.excluded.rstrip('.')}"
            items.append((Text(words),))
        yield Items(punctuated(items))

    def _annexes(self) -> list[Inlines]:
        if not self._picks.annexes:
            raise PicksError("a clause lists annexes, but the picks hold none: add annexes")
        return [
            (Reference(str(AnnexName.at(index))), Text(f", {annex.title}"))
            for index, annex in enumerate(self._picks.annexes)
        ]

    def _signature(self, party: AgreementParty) -> SignatureBlock:
        signatory = self._picks.parties[party.key].signatory
        return SignatureBlock(
            party.called[:1].upper() + party.called[1:],
            party.name,
            signatory.name if signatory else None,
            signatory.title if signatory else None,
        )

    def _sentences(self, value: Levels) -> tuple[Piece, ...]:
        commitments = [(Text(level.sentence(self.names)),) for level in value.levels]
        pieces: list[Piece] = [Prose(c) for c in commitments]
        return (*pieces, *self._details(value))

    def _table(self, value: Levels) -> tuple[Piece, ...]:
        columns: list[tuple[str, Callable[[ServiceLevel], Inlines]]] = [
            ("Service level", lambda level: (Text(level.label),)),
            ("Service", lambda level: (Text(level.service or "Each Service"),)),
            ("Target", lambda level: (Text(f"{level.kind.comparator} {level.target_text}"),)),
            ("Measured over", lambda level: (Text(level.window),)),
            ("Baseline", lambda level: (Text(level.baseline or "none yet"),)),
            ("If missed", self._consequence),
        ]
        rows = [[cell(level) for _, cell in columns] for level in value.levels]
        kept = [i for i in range(len(columns)) if any(_words(row[i]) for row in rows)]
        if not any(level.service for level in value.levels):
            kept = [i for i in kept if i != SERVICE_COLUMN]
        header = _row(tuple(columns[i][0] for i in kept))
        return (Grid("levels", header, tuple(tuple(row[i] for i in kept) for row in rows)),)

    def _classes(self, value: Levels) -> tuple[Piece, ...]:
        """One row for each severity class: meaning, one column for each metric, hours."""
        kinds = list(dict.fromkeys(level.label for level in value.levels))
        header = ["Severity", "Meaning", *kinds, "Hours"]
        rows: list[tuple[Inlines, ...]] = []
        for severity in self._picks.severities:
            of_class = [level for level in value.levels if level.severity == severity.name]
            targets = {level.label: level.target_text for level in of_class}
            windows = list(dict.fromkeys(level.window for level in of_class))
            cells = (severity.name, severity.meaning, *(targets.get(k, "") for k in kinds))
            rows.append(_row((*cells, " / ".join(windows))))
        table = Grid("severity", _row(tuple(header)), tuple(rows))
        return (table, *self._details(value))

    def _details(self, value: Levels) -> Iterable[Piece]:
        """Say how metrics are measured, from where they start, and what a miss leads to.

        Metrics of one directive that agree in all of this share one paragraph.
        """
        groups: dict[tuple[object, ...], list[ServiceLevel]] = {}
        for level in value.levels:
            key = (
                level.kind.duty,
                level.method,
                level.exclusions,
                level.reporting,
                level.consequence,
            )
            groups.setdefault(key, []).append(level)
        for levels in groups.values():
            parts = list(self._detail(levels))
            if parts:
                spaced: list[Inline] = []
                for part in parts:
                    spaced += ([Text(" ")] if spaced else []) + list(part)
                yield Prose(merged(spaced))

    def _detail(self, levels: list[ServiceLevel]) -> Iterable[Inlines]:
        first = levels[0]
        distinct = tuple(dict.fromkeys(level.in_text for level in levels))
        yield from self._how(first, str(ItemsValue(distinct)), single=len(distinct) == 1)
        yield from self._baselines(levels)
        if first.consequence:
            what = _worded(first.consequence, "", " applies")
            either = str(ItemsValue(distinct)).replace(" and ", " or ")
            lead = f"If {self.names[first.kind.duty]} misses a target for {either}, "
            yield (Text(lead), *what, Text("."))

    def _how(self, level: ServiceLevel, names: str, *, single: bool) -> Iterable[Inlines]:
        """Say in one sentence how metrics are measured, what is excluded, where reported."""
        them = "it" if single else "them"
        phrases: list[Inlines] = []
        if level.method:
            phrases.append((Text("measure {}"), *_worded(level.method, "as ", " states")))
        if level.exclusions:
            phrases.append((Text("exclude from {}"), *_listed(level.exclusions)))
        if level.reporting:
            phrases.append((Text("report {}"), *_worded(level.reporting, "as ", " states")))
        if not phrases:
            return
        out: list[Inline] = [Text(f"{self.names['Provider']} shall ")]
        for index, (lead, *rest) in enumerate(phrases):
            if index:
                out.append(Text(" and " if index == len(phrases) - 1 else ", "))
            out.append(Text(lead.text.format(f"{them if index else names} ")))
            out += rest
        yield merged((*out, Text(".")))

    def _baselines(self, levels: list[ServiceLevel]) -> Iterable[Inlines]:
        told: set[tuple[str, str | None]] = set()
        several = len({level.service for level in levels}) > 1
        for level in levels:
            if level.baseline and (level.kind.id, level.service) not in told:
                told.add((level.kind.id, level.service))
                of = f" of {level.service}" if several and level.service else ""
                yield (Text(f"The baseline of {level.in_text}{of} is {level.baseline}."),)

    def _consequence(self, level: ServiceLevel) -> Inlines:
        return _worded(level.consequence, "", "") if level.consequence else ()


GLOSSARY_MARK = "\ue002"
SERVICE_COLUMN = 1


def _is_clause(text: str) -> bool:
    return re.fullmatch(CLAUSE_ID, text) is not None


def _worded(text: str, before: str, after: str) -> Inlines:
    """Give words as they are, and a clause id as a reference within a phrase."""
    if not _is_clause(text):
        return (Text(text),)
    return merged((Text(before), Reference(text), Text(after)))


def _listed(texts: tuple[str, ...]) -> Inlines:
    """List exclusions in a sentence; a clause id stands for what that clause lists."""
    out: list[Inline] = []
    for index, text in enumerate(texts):
        if index:
            out.append(Text(" and " if index == len(texts) - 1 else ", "))
        out += _worded(text, "what ", " lists")
    return merged(out)


def _row(texts: Iterable[str]) -> tuple[Inlines, ...]:
    return tuple((Text(text),) if text else () for text in texts)


def _words(inlines: Inlines) -> str:
    return "".join(inline.text for inline in inlines)


def _tier_grid(tiers: Tiers) -> Grid:
    rows = tuple(
        _row((f"{tier.band[:1].upper()}{tier.band[1:]}", str(tier.credit))) for tier in tiers.bands
    )
    return Grid("credits", _row(tiers.headers), rows)


def punctuated(items: list[Inlines]) -> tuple[Inlines, ...]:
    """End items as a list in a sentence: "; " between, "; and" before the last, a full stop."""
    out: list[Inlines] = []
    for index, item in enumerate(items):
        words = _words(item).rstrip()
        if words.endswith((".", ";")):
            out.append(item)
            continue
        last = len(items) - 1
        ending = "." if index == last else "; and" if index == last - 1 else ";"
        out.append(merged((*item, Text(ending))))
    return tuple(out)


def value_text(value: object) -> str:
    """Give the words of a field value, for the check that they reached the output."""
    printable = str | Count | Day | Duration | Money | Percent
    return str(value) if isinstance(value, printable) and not isinstance(value, bool) else ""
