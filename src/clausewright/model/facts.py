"""What analysis finds in a document: topics, terms, quantities, metrics, tables, dates."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import StrEnum

from clausewright.model.span import Span


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic that the document addresses in substance, and the words that show it.

    ``span`` is the best evidence; ``passages`` are all lines that speak of the topic, in order.
    ``score`` is the strength of the evidence, 0 to 1.
    """

    id: str
    span: Span
    by_reference: bool = False
    score: float = 1.0
    passages: tuple[Span, ...] = ()


class TermForm(StrEnum):
    """How a definition is written."""

    MEANS = "means"  # "Term" means ...
    INLINE = "inline"  # (the "Term")
    TABLE = "table"  # a row of a definition table
    LIST = "list"  # **Term**: ... in a definitions section
    ALIAS = "alias"  # a second name given in the same definition
    ACRONYM = "acronym"  # letters that stand beside their words: "Recovery Point Objective (RPO)"


@dataclass(frozen=True, slots=True)
class Term:
    """A defined term. ``span`` is the term where it is defined, without quotation marks.

    ``scope`` is the extent of the definition's text (the definiens) where it is known.
    ``uses`` are all other places where the term stands as defined, ``lower`` the places where the
    same words stand without their capitals. ``pointer`` tells that the definition only names the
    place of the meaning ("has the meaning given in section 4"), ``elsewhere`` that this place is
    another document.
    """

    name: str
    span: Span
    form: TermForm
    meaning: Span | None = None
    uses: tuple[Span, ...] = ()
    elsewhere: bool = False
    pointer: bool = False
    lower: tuple[Span, ...] = ()


class ReferenceKind(StrEnum):
    """What a cross-reference points at."""

    SECTION = "section"
    ATTACHMENT = "attachment"
    SELF = "self"  # "this Section", "this Agreement"
    EXTERNAL = "external"  # a section of another document or of a law


@dataclass(frozen=True, slots=True)
class Reference:
    """A cross-reference. ``number`` is the part looked up ("4.2(a)", "B"); ``span`` its words.

    ``target`` is the index of the section (kind section), or of the attachment; None where it was
    not found. ``resolved`` is true for self and external references.
    """

    kind: ReferenceKind
    word: str  # as written, lower case, singular: section, clause, article, schedule, annex ...
    number: str
    span: Span
    target: int | None
    resolved: bool


class Dimension(StrEnum):
    """The kind of thing a quantity measures."""

    PERCENT = "percent"
    MONEY = "money"
    DURATION = "duration"
    COUNT = "count"
    RATE = "rate"
    DATA = "data"
    TIME_OF_DAY = "time of day"
    SCORE = "score"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit as written.

    ``value`` is the number; ``high`` the upper end of a range. ``decimals`` counts the digits after
    the point as written. ``unit`` is as written in lower case ("business hours", "%", "usd"), empty
    for a bare count; ``base`` is the value in the base unit of its dimension: seconds of clock time
    (a day 86,400, a month 30 days, a year 365 days; business units convert as 8-hour days), percent
    points, units of currency, bytes. ``business`` marks durations counted in business time.
    ``comparator`` is one of ">=", ">", "<=", "<", "=", "~" or None where nothing is said.
    ``word_value`` is the number in words where the text gives both ("thirty (30)").
    ``placeholder`` marks a number left open ("XX.X%", "[__] hours").
    """

    span: Span
    value: float
    unit: str
    dimension: Dimension
    base: float
    decimals: int = 0
    high: float | None = None
    business: bool = False
    comparator: str | None = None
    word_value: float | None = None
    number_span: Span | None = None
    placeholder: bool = False


@dataclass(frozen=True, slots=True)
class Target:
    """The target of a metric: ``value`` and ``unit`` as written, ``normal`` normalised."""

    comparator: str | None
    value: float
    unit: str
    normal: float | None
    quantity: Quantity | None = None


SURE = 0.97
"""The score from which a metric is taken for granted."""


@dataclass(frozen=True, slots=True)
class Metric:
    """One commitment or target on service performance.

    ``name`` is one of METRIC_NAMES, ``label`` the document's own name for it. ``window`` is the
    exact words of the measuring period or hours basis, with the words that say what they mean in
    brackets: "business days (Monday to Friday)"; ``window_span`` holds the former. The booleans
    tell what the document gives for this metric; ``missing`` names what it does not.
    ``severity`` is the class it belongs to. ``score`` is how likely
    it is that this is a commitment at all, 0 to 1.
    """

    name: str
    label: str
    span: Span
    target: Target | None = None
    window: str | None = None
    window_span: Span | None = None
    service: str | None = None
    severity: str | None = None
    method: bool = False
    exclusions: bool = False
    baseline: bool = False
    reporting: bool = False
    consequence: bool = False
    missing: tuple[str, ...] = ()
    vague: bool = False  # a commitment without any number
    score: float = 1.0

    @property
    def sure(self) -> bool:
        """Whether it is sure enough for a rule to speak of it."""
        return self.score >= SURE


METRIC_NAMES = (
    "availability",
    "response time",
    "resolution time",
    "update interval",
    "maintenance limit",
    "notice",
    "rto",
    "rpo",
    "latency",
    "throughput",
    "error rate",
    "other",
)


@dataclass(frozen=True, slots=True)
class TableCell:
    """One cell of a table grid: its block index and text (merged cells repeat)."""

    block: int
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table as a full grid, its ``header_rows`` leading rows being headers.

    ``kind`` is what it holds: "severity", "levels", "credits", "definitions", "contacts", "hours",
    "signature", "versions" or "other". ``transposed`` tells that headers run down the first column.
    """

    index: int
    rows: tuple[tuple[TableCell, ...], ...]
    header_rows: int
    kind: str = "other"
    transposed: bool = False


@dataclass(frozen=True, slots=True)
class SeverityClass:
    """A severity, priority or impact class with the words that give its meaning, if any."""

    name: str
    rank: int
    meaning: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class CreditTier:
    """One band of a service credit scale, in percent of the level measured.

    ``low`` and ``high`` are None where the band is open. ``credit`` is in ``unit`` ("%", "days",
    "usd"), ``base`` the words that say of what. ``group`` is equal for the bands of one scale.
    """

    low: float | None
    high: float | None
    low_included: bool
    high_included: bool
    credit: float | None
    unit: str
    base: str | None
    span: Span
    group: int
    decimals: int = 0


@dataclass(frozen=True, slots=True)
class CreditCap:
    """The most that credits may come to: a share in percent, and the words that say of what.

    ``sentence`` is the sentence that sets it.
    """

    quantity: Quantity
    base: str | None
    sentence: Span


@dataclass(frozen=True, slots=True)
class Party:
    """A party: ``name`` as introduced, ``role`` the defined role ("Provider"), or None."""

    name: str
    role: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date in the text. ``kind``: effective, start, end, signature, review, version, other.

    ``date`` is None where it is impossible ("31 April") or cannot be decided (``ambiguous``).
    """

    kind: str
    date: datetime.date | None
    span: Span
    impossible: bool = False
    ambiguous: bool = False
    weekday: str | None = None


@dataclass(frozen=True, slots=True)
class Duty:
    """A sentence part that binds or lets: modal, who, and the act.

    ``modal`` is shall, must, will, may, should, "is to", "agrees to". ``subject`` the words before
    it; ``actor`` the party or role it names, None where no party does. ``passive`` tells that the
    verb is passive without "by".
    """

    modal: str
    span: Span
    subject: Span | None
    actor: str | None
    verb: str
    passive: bool
    sentence: Span


@dataclass(frozen=True, slots=True)
class ProfileChoice:
    """The profile a document is read under, and why.

    ``source`` is "option", "configuration", "marker" or "text". ``claimed`` is False where only the
    words point to the profile: the text nowhere calls itself an agreement on service levels, or its
    title says that it changes or completes another agreement.
    """

    name: str
    source: str
    reason: str
    claimed: bool = True
