"""What the columns and rows of a table hold, told from their headers, and the table from both."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from enum import StrEnum
from functools import lru_cache
from typing import Final

from clausewright.analysis.scan import fold
from clausewright.analysis.tier_bands import band_of
from clausewright.model.facts import TableCell
from clausewright.pattern import regex

Rows = Sequence[Sequence[TableCell]]

_WORD = regex(r"[a-z0-9%]+(?:'s)?")
_LONGEST_HEADER: Final = 12  # words; a longer cell is text, not a header
_LONGEST_CREDIT: Final = 40  # "percentage of the monthly bill ... that will be credited to ..."


class Column(StrEnum):
    """What a column holds."""

    SEVERITY = "severity"
    RESPONSE = "response time"
    RESOLUTION = "resolution time"
    UPDATE = "update interval"
    RTO = "rto"
    RPO = "rpo"
    NOTICE = "notice"
    AVAILABILITY = "availability"
    DOWNTIME = "downtime"
    TARGET = "target"
    METRIC = "metric"
    SERVICE = "service"
    MEANING = "meaning"
    WINDOW = "window"
    HOURS = "hours"
    METHOD = "method"
    FREQUENCY = "frequency"
    CREDIT = "credit"
    REPORTING = "reporting"
    BASELINE = "baseline"
    EXCLUSIONS = "exclusions"
    PRICE = "price"
    CONTACT = "contact"
    SIGNATURE = "signature"
    VERSION = "version"
    DATE = "date"
    OWNER = "owner"
    NOTE = "note"
    NUMBER = "number"
    UNKNOWN = "unknown"


# The first line of which one phrase stands in the header decides.
_HEADERS: Final[tuple[tuple[Column, str], ...]] = (
    (
        Column.CREDIT,
        (
            "credit|credits|credited|penalty|penalties|refund|compensation|discount|deduction|remedy|remedies|"
            "consequence|consequences|rebate"
        ),
    ),
    (Column.RTO, "rto|recovery time objective"),
    (Column.RPO, "rpo|recovery point objective|data loss"),
    (Column.BASELINE, "baseline|historic|historical|benchmark"),
    (Column.EXCLUSIONS, "exclusions|exclusion|excluded|exceptions|not counted"),
    (Column.DOWNTIME, "downtime|outage|unavailability"),
    (
        Column.HOURS,
        (
            "service window|support window|coverage window|cover period|support period|"
            "support times|service times|opening times"
        ),
    ),
    (
        Column.FREQUENCY,
        "measurement frequency|frequency of measurement|monitoring frequency|calculation frequency",
    ),
    (
        Column.WINDOW,
        (
            "measurement period|measurement window|measuring period|measurement interval|period|"
            "window|evaluation period|measured over|calculated over|evaluated|assessed|evaluation"
        ),
    ),
    (
        Column.METHOD,
        (
            "method|measurement|measured by|how measured|measured|calculation|formula|data source|"
            "source|tool|monitoring|verification|sli|how we measure"
        ),
    ),
    (Column.NOTICE, "advance notice|notice|notice period|prior notice|lead notice"),
    (Column.REPORTING, "reporting|report|reports|reported"),
    (
        Column.UPDATE,
        "update|updates|update frequency|communication|communications|refresh|cadence|freshness",
    ),
    (
        Column.RESOLUTION,
        (
            "resolution|resolve|resolved|resolving|restore|restoration|restored|fix|repair|workaround|"
            "solution|recovery|correction|closure|delivery|delivered|turnaround|completed|mttr|completion|fulfilment|"
            "fulfillment|time to complete"
        ),
    ),
    (
        Column.RESPONSE,
        (
            "response|respond|responding|acknowledgement|acknowledgment|acknowledge|reaction|reply|"
            "callback|call back|answer|triage"
        ),
    ),
    (
        Column.HOURS,
        (
            "available hours|hours of availability|availability hours|service hours|support hours|"
            "business hours|hours of operation|coverage|opening|schedule|time zone|timezone|hours"
        ),
    ),
    (Column.AVAILABILITY, "uptime|availability|available"),
    (Column.PRICE, "price|pricing|cost|costs|fee|fees|charge|charges|rate"),
    (Column.SIGNATURE, "signature|signed|sign"),
    (Column.CONTACT, "contact|phone|email|e mail|telephone|mobile|channel|channels"),
    (Column.VERSION, "version|revision|rev"),
    (
        Column.SEVERITY,
        "severity|priority|sev|impact|urgency|classification|criticality|prio",
    ),
    (
        Column.MEANING,
        (
            "definition|description|meaning|criteria|example|examples|explanation|characteristics|"
            "details"
        ),
    ),
    (
        Column.TARGET,
        (
            "target|targets|objective|goal|slo|threshold|commitment|sla|agreed level|value|minimum|"
            "expected|service level|performance level|guarantee"
        ),
    ),
    (
        Column.METRIC,
        (
            "metric|metrics|measure|kpi|indicator|parameter|requirement|item|category|type|activity|"
            "deliverable|task"
        ),
    ),
    (
        Column.SERVICE,
        (
            "service|services|component|system|application|product|environment|plan|tier|package|"
            "resource|site"
        ),
    ),
    (Column.DATE, "date"),
    (
        Column.OWNER,
        "owner|author|responsible|responsibility|role|team|party|name|title|approver|who",
    ),
    (Column.NOTE, "note|notes|comment|comments|remark|remarks|action|escalation"),
    (Column.NUMBER, "no|number|id|ref|reference"),
)
_WHOLE_HEADERS: Final = {"frequency": Column.FREQUENCY, "how often": Column.FREQUENCY}
"""Words that say what a column holds only where no other word stands in its header."""
_BY_WORDS: Final = tuple(
    (column, tuple(f" {phrase} " for phrase in phrases.split("|"))) for column, phrases in _HEADERS
)
_EXPLICIT_TIMES: Final = frozenset(
    {
        Column.RESPONSE, Column.RESOLUTION, Column.UPDATE, Column.NOTICE, Column.RTO, Column.RPO,
    }
)  # fmt: skip
_OF_CLASSES: Final = frozenset({Column.SEVERITY, Column.MEANING, Column.UNKNOWN, Column.NOTE})
_MEASURES: Final = _EXPLICIT_TIMES | {Column.AVAILABILITY, Column.TARGET}


@lru_cache(maxsize=4096)
def column_of(header: str) -> Column:
    """Tell what a column holds from its header."""
    words = _WORD.findall(fold(header))
    if not words or len(words) > _LONGEST_CREDIT:
        return Column.UNKNOWN
    alone = _WHOLE_HEADERS.get(" ".join(words))
    if alone is not None:
        return alone
    text = f" {' '.join(words)} "
    for column, phrases in _BY_WORDS[:1] if len(words) > _LONGEST_HEADER else _BY_WORDS:
        if any(phrase in text for phrase in phrases):
            return column
    return Column.UNKNOWN


def columns_of(rows: Rows, header_rows: int) -> tuple[Column, ...]:
    """Tell what each column holds; a lower header line outweighs the one above it."""
    if not rows:
        return ()
    width = max(len(row) for row in rows)
    found = [Column.UNKNOWN] * width
    for row in rows[:header_rows]:
        for index, cell in enumerate(row):
            column = column_of(cell.text)
            if column is Column.HOURS and found[index] in _EXPLICIT_TIMES:
                continue  # "Response", and below it "Office hours" beside "Other hours"
            if column is not Column.UNKNOWN:
                found[index] = column
    return tuple(found)


def header_text(rows: Rows, header_rows: int, column: int) -> str:
    """Give the words over a column, from the top line down."""
    said: list[str] = []
    for row in rows[:header_rows]:
        if column < len(row) and row[column].text and row[column].text not in said:
            said.append(row[column].text)
    return " ".join(said)


def has_header_words(row: Iterable[TableCell]) -> bool:
    """Tell whether a row without markup heads its columns: short cells, most of them known."""
    texts = [cell.text for cell in row]
    if any(len(text) > 80 for text in texts):
        return False
    known = sum(column_of(text) is not Column.UNKNOWN for text in texts)
    return known >= max(1, len(texts) // 2) and not any(_is_measured(text) for text in texts)


def _is_measured(text: str) -> bool:
    return bool(re.search(r"\d\s?(?:%|min|hour|hr|day|h\b|business|working)", fold(text)))


def is_transposed(rows: Rows, header_rows: int) -> bool:
    """Tell whether the measures run down the first column and the classes across."""
    above = set(columns_of(rows, header_rows)[1:])
    if above & _MEASURES:
        return False
    beside = [
        column_of(row[0].text)
        for row in rows[header_rows:]
        if row and any(_is_measured(cell.text) for cell in row[1:])
    ]
    named = sum(column in _MEASURES - {Column.TARGET} for column in beside)
    return named > 0 or sum(column in _MEASURES for column in beside) >= 2


def table_kind(rows: Rows, header_rows: int) -> str:
    """Tell what a table holds as a whole."""
    columns = columns_of(rows, header_rows)
    held = set(columns)
    if _is_credit_scale(rows, header_rows, held) or is_scale_across(rows):
        return "credits"
    if is_transposed(rows, header_rows):
        held |= {column_of(row[0].text) for row in rows[header_rows:] if row}
    if held & _MEASURES - {Column.TARGET}:
        return "levels"
    owned = Column.OWNER in held and Column.DATE in held and Column.VERSION not in held
    if Column.SIGNATURE in held or owned:
        return "signature"
    if Column.VERSION in held and held & {Column.DATE, Column.OWNER, Column.MEANING}:
        return "versions"
    if Column.SEVERITY in held and held <= _OF_CLASSES:
        return "severity"
    if Column.TARGET in held:
        return "levels"
    if Column.CONTACT in held:
        return "contacts"
    if Column.HOURS in held:
        return "hours"
    if Column.MEANING in held and len(columns) == 2 and _is_glossary(rows, header_rows):
        return "definitions"
    return "other"


def _is_credit_scale(rows: Rows, header_rows: int, held: set[Column]) -> bool:
    """Tell a scale of credits: a column of bands beside what each band gives."""
    if Column.CREDIT not in held:
        return False
    body = rows[header_rows:]
    heads = {cell.text.strip(" *_").lower() for row in rows[:header_rows] for cell in row}
    if {"from", "to"} <= heads:
        return True
    width = max(len(row) for row in rows)
    for at in range(width):
        cells = [row[at].text for row in body if at < len(row)]
        bands = sum(band_of(text, percent="%" not in text) is not None for text in cells)
        if bands and 2 * bands >= len(cells):
            return True
    return width <= 3 and bool(held & {Column.AVAILABILITY, Column.DOWNTIME})


def is_scale_across(rows: Rows) -> bool:
    """Tell a scale of credits whose bands stand side by side, over a row of what each gives."""
    if len(rows) < 2 or not any(
        row and column_of(row[0].text) is Column.CREDIT for row in rows[1:]
    ):
        return False
    bands = [band_of(cell.text, percent="%" in cell.text) for cell in rows[0][1:]]
    return len(bands) > 1 and all(band is not None for band in bands)


def _is_glossary(rows: Rows, header_rows: int) -> bool:
    head = fold(" ".join(cell.text for row in rows[:header_rows] for cell in row[:1]))
    return any(word in head for word in ("term", "word", "expression", "abbreviation", "acronym"))
