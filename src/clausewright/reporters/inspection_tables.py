"""What the linter understood of a draft, as tables for people."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from clausewright.reporters.interface import Context
from clausewright.reporters.plain import columns, paint, printable

Row = Mapping[str, Any]
Column = tuple[str, Callable[[Row], object]]

WIDEST = 60
"""The widest column, in terminal columns."""


def _key(name: str) -> Column:
    return name.replace("_", " "), lambda row: row[name]


def _target(row: Row) -> str:
    target = row["target"]
    if target is None:
        return "-"
    unit = target["unit"] if target["unit"] == "%" else f" {target['unit']}"
    return f"{target['comparator'] or ''} {target['value']:g}{unit}".strip()


def _band(row: Row) -> str:
    low = "" if row["from"] is None else f"{'≥' if row['from_included'] else '>'} {row['from']:g}"
    high = "" if row["to"] is None else f"{'≤' if row['to_included'] else '<'} {row['to']:g}"
    return ", ".join(part for part in (low, high) if part)


def _section(row: Row) -> str:
    return "  " * max(0, int(row["level"]) - 1) + " ".join(
        filter(None, (row["number"], row["title"]))
    )


TABLES: tuple[tuple[str, str, tuple[Column, ...]], ...] = (
    ("sections", "Sections", (_key("line"), ("section", _section), _key("topics"))),
    ("topics", "Topics", (_key("line"), _key("id"), _key("evidence"), _key("by_reference"))),
    (
        "metrics",
        "Metrics",
        (
            _key("line"), _key("name"), _key("label"), _key("service"), ("target", _target),
            _key("window"), _key("missing"),
        ),
    ),
    ("severities", "Severity classes", (_key("line"), _key("class"), _key("meaning"))),
    (
        "credit_tiers",
        "Credit tiers",
        (_key("line"), ("level", _band), _key("credit"), _key("unit"), _key("base")),
    ),
    ("terms", "Defined terms", (_key("line"), _key("term"), _key("uses"))),
    ("references", "References", (_key("line"), _key("text"), _key("resolved"))),
    ("parties", "Parties", (_key("line"), _key("name"), _key("role"))),
    ("dates", "Dates", (_key("line"), _key("kind"), _key("date"))),
)  # fmt: skip


def tables(data: Row, context: Context) -> Iterator[str]:
    """Give the facts of one draft as text, empty tables left out."""
    pages = f"{data['pages']:g} {'page' if data['pages'] == 1 else 'pages'}"
    if data["attachment_pages"]:
        pages += f" and {data['attachment_pages']:g} of attachments"
    title = paint(printable(data["file"]), "1;4", color=context.color)
    yield f"{title}\n{data['profile']}, {data['words']} words, {pages} ({data['pages_by']})\n"
    for key, name, layout in TABLES:
        if data[key]:
            yield f"\n{paint(name, '1', color=context.color)}\n"
            yield from _table(data[key], layout)
    yield "\n"


def _table(rows: Sequence[Row], layout: tuple[Column, ...]) -> Iterator[str]:
    cells = [[name for name, _ in layout]]
    cells.extend([_cell(value(row)) for _, value in layout] for row in rows)
    widths = [max(columns(row[at]) for row in cells) for at in range(len(layout))]
    for row in cells:
        padded = (
            text + " " * (wide - columns(text)) for text, wide in zip(row, widths, strict=True)
        )
        yield "  " + "  ".join(padded).rstrip() + "\n"


def _cell(value: object) -> str:
    if value is None or value == []:
        return "-"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        value = " ".join(map(str, value))
    if isinstance(value, float):
        value = f"{value:g}"
    text = printable(str(value).rstrip().replace("\n", " | "))  # the cells of a row
    return text if len(text) <= WIDEST else text[: WIDEST - 1] + "…"
