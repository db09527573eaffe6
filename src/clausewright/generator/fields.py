"""Fields of clauses: what a clause asks, of which type, and how an answer is read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from typing import Any, Self

from pydantic import Field as Option
from pydantic import model_validator

from clausewright.generator import values
from clausewright.generator.tiers import NestedValueError, Tiers, tiers_of
from clausewright.generator.validation import Strict


class FieldType(StrEnum):
    """The types of answers; docs/clauses.md shows how each is written and rendered."""

    TEXT = "text"
    ITEMS = "items"
    COUNT = "count"
    PERCENT = "percent"
    DURATION = "duration"
    MONEY = "money"
    DATE = "date"
    TIME = "time"
    ZONE = "zone"
    CHOICE = "choice"
    YESNO = "yesno"
    TIERS = "tiers"
    ROWS = "rows"


class FieldSpec(Strict):
    """One question of a clause.

    ``range`` are the least and the greatest answer, written like answers. ``optional`` fields may
    stay without one and are then false in ``{% if %}``. ``columns`` maps keys of a row to headers,
    or names the headers ``level`` and ``credit`` of a scale.
    ``metric`` names the metric whose target a scale of tiers begins at, or that a count sets.
    ``quotient`` names fields before this one: the answer is the first divided by each of the
    others, rounded up once. Nobody is asked for it.
    """

    ask: str = Option(min_length=8)
    type: FieldType
    default: Any = None
    optional: bool = False
    range: tuple[Any, Any] | None = None
    options: tuple[str, ...] = ()
    columns: dict[str, str] = Option(default_factory=dict)
    metric: str | None = None
    quotient: tuple[str, ...] | None = Option(default=None, min_length=2)
    hint: str | None = None

    @model_validator(mode="after")
    def _check(self) -> Self:
        if (self.type is FieldType.CHOICE) != bool(self.options):
            raise ValueError("a field of type choice lists its options, and only such a field")
        if self.type is FieldType.ROWS and not self.columns:
            raise ValueError("a field of type rows names its columns")
        if self.type is FieldType.TIERS and set(self.columns) - {"level", "credit"}:
            raise ValueError("the columns of a scale of tiers are level and credit")
        if self.columns and self.type not in {FieldType.ROWS, FieldType.TIERS}:
            raise ValueError(f"a field of type {self.type} has no columns")
        if self.range is not None and self.type not in _ORDERED:
            raise ValueError(f"a field of type {self.type} has no range")
        if self.quotient and (self.type is not FieldType.COUNT or self.default or self.optional):
            raise ValueError("a quotient is a count, without a default and never optional")
        if self.default is not None:
            read(self, self.default)
        return self


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of a table that the picks fill."""

    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def __str__(self) -> str:
        """Give the rows on one line."""
        return "; ".join(", ".join(row) for row in self.rows)


@dataclass(frozen=True, slots=True)
class Items:
    """A list of texts."""

    texts: tuple[str, ...]

    def __str__(self) -> str:
        """Give the list as a phrase: "a, b and c"."""
        if len(self.texts) == 1:
            return self.texts[0]
        return f"{', '.join(self.texts[:-1])} and {self.texts[-1]}"


FieldValue = (
    str
    | bool
    | Items
    | Rows
    | Tiers
    | values.Count
    | values.Percent
    | values.Duration
    | values.Money
    | values.Day
)


def _items_of(raw: object) -> Items:
    listed = raw if isinstance(raw, list) else [raw]
    if not listed:
        raise ValueError("must list at least one entry")
    return Items(tuple(_inner(values.text_of, item, index) for index, item in enumerate(listed)))


def _yesno_of(raw: object) -> bool:
    if isinstance(raw, str) and raw.lower() in {"yes", "no"}:
        return raw.lower() == "yes"
    if isinstance(raw, bool):
        return raw
    raise ValueError("must be yes or no")


def _inner(read_value: Callable[[object], str], raw: object, *path: str | int) -> str:
    try:
        return read_value(raw)
    except ValueError as error:
        raise NestedValueError(str(error), *path) from error


_READERS: Mapping[FieldType, Callable[[object], FieldValue]] = {
    FieldType.TEXT: values.text_of,
    FieldType.ITEMS: _items_of,
    FieldType.COUNT: values.count_of,
    FieldType.PERCENT: values.percent_of,
    FieldType.DURATION: values.duration_of,
    FieldType.MONEY: values.money_of,
    FieldType.DATE: values.day_of,
    FieldType.TIME: values.time_of,
    FieldType.ZONE: values.zone_of,
    FieldType.YESNO: _yesno_of,
}
_ORDERED = {
    FieldType.COUNT,
    FieldType.PERCENT,
    FieldType.DURATION,
    FieldType.MONEY,
    FieldType.DATE,
}


def read(field: FieldSpec, raw: object) -> FieldValue:
    """Turn an answer into a value; raise ValueError (inside a structure NestedValueError)."""
    if field.type is FieldType.CHOICE:
        if raw not in field.options:
            raise ValueError(f"must be one of: {', '.join(field.options)}")
        return str(raw)
    if field.type is FieldType.ROWS:
        return _rows_of(field, raw)
    if field.type is FieldType.TIERS:
        level = field.columns.get("level", "Level reached")
        credit = field.columns.get("credit", "Service Credit")
        return replace(tiers_of(raw), headers=(level, credit))
    value = _READERS[field.type](raw)
    if field.range is not None:
        low, high = (_READERS[field.type](end) for end in field.range)
        if not _size(low) <= _size(value) <= _size(high):
            raise ValueError(f"must lie between {low} and {high}, not {value}")
    return value


def _rows_of(field: FieldSpec, raw: object) -> Rows:
    if not isinstance(raw, list) or not raw:
        raise ValueError(f"must be a list of rows, each with {', '.join(field.columns)}")
    rows: list[tuple[str, ...]] = []
    for index, item in enumerate(raw):
        if not isinstance(item, dict) or set(item) != set(field.columns):
            raise NestedValueError(f"a row has exactly: {', '.join(field.columns)}", index)
        rows.append(tuple(_inner(values.text_of, item[key], index, key) for key in field.columns))
    return Rows(tuple(field.columns.values()), tuple(rows))


def _size(value: FieldValue) -> Decimal:
    if isinstance(value, values.Duration):
        return value.seconds
    if isinstance(value, values.Money):
        return value.amount
    if isinstance(value, values.Day):
        return Decimal(value.date.toordinal())
    if isinstance(value, values.Percent | values.Count):
        return value.number
    raise TypeError(f"{type(value).__name__} has no order")
