"""The agreement as data: numbered, cross-referenced, ready for any renderer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from string import ascii_uppercase

from clausewright.generator.metric import ServiceLevel


@dataclass(frozen=True, slots=True)
class Text:
    """Plain words."""

    text: str


@dataclass(frozen=True, slots=True)
class Defined:
    """A term where it is defined: bold, in quotation marks that belong to it."""

    text: str


@dataclass(frozen=True, slots=True)
class Strong:
    """Words set bold."""

    text: str


@dataclass(frozen=True, slots=True)
class AnnexName:
    """What an annex is called: "Annex A"."""

    letter: str

    @classmethod
    def at(cls, index: int) -> AnnexName:
        """Name the annexes in order: 0 is Annex A."""
        return cls(ascii_uppercase[index])

    @property
    def anchor(self) -> str:
        """Where a reference to the annex leads."""
        return f"annex_{self.letter.lower()}"

    def __str__(self) -> str:
        """Give "Annex A"."""
        return f"Annex {self.letter}"


@dataclass(frozen=True, slots=True)
class Reference:
    """A cross-reference to a clause, or to one of its paragraphs (counted from 1), or to an annex.

    ``number`` and ``anchor`` are empty until numbering has seen the whole agreement. ``annex`` is
    the annex that holds the clause, None where it stands in the body; a reference to an annex as
    a whole has no number.
    """

    clause: str
    paragraph: int | None = None
    number: str = ""
    anchor: str = ""
    annex: AnnexName | None = None

    @property
    def text(self) -> str:
        """The reference as printed."""
        if self.annex is None:
            return f"section {self.number}"
        return f"paragraph {self.number} of {self.annex}" if self.number else str(self.annex)


@dataclass(frozen=True, slots=True)
class Blank:
    """A value left open, with the question that fills it."""

    question: str

    @property
    def text(self) -> str:
        """The blank as printed."""
        return f"[● {self.question}]"


Inline = Text | Defined | Strong | Reference | Blank
Inlines = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph. ``number`` is "5.1", "(a)" or None; ``depth`` 1 for sections, 4 for items."""

    inlines: Inlines
    number: str | None = None
    depth: int = 0
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one header row; ``kind`` is what it holds, ``widths`` are shares of the page."""

    kind: str
    header: tuple[Inlines, ...]
    rows: tuple[tuple[Inlines, ...], ...]
    widths: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class SignatureBlock:
    """Where one party signs."""

    party: str
    name: str
    signatory: str | None
    signatory_title: str | None


@dataclass(frozen=True, slots=True)
class Signatures:
    """The signature blocks, kept together."""

    blocks: tuple[SignatureBlock, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A drafting note: never part of the agreement, shown on request."""

    text: str


Block = Paragraph | Table | Signatures | Note


@dataclass(frozen=True, slots=True)
class Section:
    """A numbered heading with what stands under it. ``clause`` is its source: "id@version"."""

    number: str
    title: str
    depth: int
    anchor: str
    clause: str | None
    blocks: tuple[Block, ...]
    sections: tuple[Section, ...] = ()

    def walk(self) -> Iterator[Section]:
        """Give this section and all below it, in reading order."""
        yield self
        for section in self.sections:
            yield from section.walk()


@dataclass(frozen=True, slots=True)
class AgreementPart:
    """A half of the agreement with its sections."""

    title: str
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Annex:
    """An annex with its sections, which count from 1; references to them name the annex."""

    name: AnnexName
    title: str
    sections: tuple[Section, ...]

    @property
    def heading(self) -> str:
        """The heading as printed: "Annex A: Security"."""
        return f"{self.name}: {self.title}"


@dataclass(frozen=True, slots=True)
class AgreementParty:
    """A party as introduced."""

    key: str
    name: str
    role: str
    article: bool

    @property
    def called(self) -> str:
        """How running text calls it."""
        return f"the {self.role}" if self.article else self.role


@dataclass(frozen=True)
class Agreement:
    """A resolved agreement; every renderer consumes this and nothing else.

    ``effective`` is an ISO date, ``zone`` the IANA time zone of its hours. ``values`` are texts
    that must stand in every output. ``clauses`` are "id@version" in order.
    """

    title: str
    reference: str | None
    version: str
    language: str
    profile: str
    blueprint: str
    effective: str
    zone: str
    parties: tuple[AgreementParty, ...]
    parts: tuple[AgreementPart, ...]
    metrics: tuple[ServiceLevel, ...]
    terms: tuple[str, ...]
    values: tuple[str, ...]
    contents: bool = False
    watermark: str | None = None
    services: tuple[str, ...] = ()
    clauses: tuple[str, ...] = field(default=())
    annexes: tuple[Annex, ...] = ()

    @property
    def between(self) -> str:
        """The line under the title: "between A and B", "between A, B and C"."""
        *before, last = [party.name for party in self.parties]
        return f"between {', '.join(before)} and {last}" if before else f"of {last}"

    @property
    def sections(self) -> Iterator[Section]:
        """All sections in reading order, those of the annexes last."""
        tops = [section for part in self.parts for section in part.sections]
        tops += [section for annex in self.annexes for section in annex.sections]
        for section in tops:
            yield from section.walk()


def text_of(inlines: Inlines) -> str:
    """Give the words of inlines, as printed."""
    return "".join(f"“{i.text}”" if isinstance(i, Defined) else i.text for i in inlines)
