"""Tables as grids, with what their columns and the whole hold."""

import pytest

from clausewright import readers
from clausewright.analysis.draft import AnalysisSettings, Draft, scanner_for
from clausewright.analysis.table_columns import Column, column_of, columns_of

SCANNER = scanner_for()


def draft(text: str) -> Draft:
    document = readers.read("a.md", text.encode())
    return Draft(document, AnalysisSettings("external-sla", "option"), SCANNER)


def table(*rows: str) -> str:
    head, *body = rows
    return "\n".join([head, "|" + " --- |" * (head.count("|") - 1), *body]) + "\n"


@pytest.mark.parametrize(
    ("header", "column"),
    [
        ("Priority Level", Column.SEVERITY),
        ("Target Response Time", Column.RESPONSE),
        ("Resolution / Workaround", Column.RESOLUTION),
        ("Status Updates", Column.UPDATE),
        ("Monthly Uptime Percentage", Column.AVAILABILITY),
        ("Available hours", Column.HOURS),
        ("Service Credit (% of fees)", Column.CREDIT),
        ("Measurement period", Column.WINDOW),
        ("Advance notice", Column.NOTICE),
        ("Definition", Column.MEANING),
        ("Component", Column.SERVICE),
        ("", Column.UNKNOWN),
        ("Pro", Column.UNKNOWN),
    ],
)
def test_what_a_header_says(header, column):
    assert column_of(header) is column


@pytest.mark.parametrize(
    ("rows", "kind"),
    [
        (("| Priority | Meaning |", "| High | All users |", "| Low | One user |"), "severity"),
        (("| Priority | Response |", "| High | 1 hour |"), "levels"),
        (("| Metric | Target |", "| Uptime | 99% |"), "levels"),
        (("| Uptime | Credit |", "| < 99% | 10% |"), "credits"),
        (("| Term | Definition |", "| Fee | The price |"), "definitions"),
        (("| Name | Email |", "| Ann | a@b.c |"), "contacts"),
        (("| Day | Hours |", "| Monday | 9-17 |"), "hours"),
        (("| Name | Signature | Date |", "| Ann |  |  |"), "signature"),
        (("| Version | Date | Author |", "| 1.0 | May | Ann |"), "versions"),
        (("| Fruit | Colour |", "| Apple | Red |"), "other"),
    ],
)
def test_kind_of_a_table(rows, kind):
    assert [one.kind for one in draft(table(*rows)).tables] == [kind]


def test_merged_cells_repeat():
    html = (
        "<table><tr><td>Environment</td><td>Severity</td><td>Response</td></tr>"
        '<tr><td rowspan="2">Live</td><td>High</td><td>1 hour</td></tr>'
        "<tr><td>Low</td><td>8 hours</td></tr></table>\n"
    )
    (found,) = draft(html).tables
    assert [[cell.text for cell in row] for row in found.rows] == [
        ["Environment", "Severity", "Response"],
        ["Live", "High", "1 hour"],
        ["Live", "Low", "8 hours"],
    ]
    assert found.header_rows == 1
    assert columns_of(found.rows, 1)[1:] == (Column.SEVERITY, Column.RESPONSE)


def test_measures_down_the_first_column_turn_a_table():
    text = table(
        "|  | Down | Slow |",
        "| **Response time** | 1 hour | 4 hours |",
        "| Channel | phone | mail |",
    )
    (found,) = draft(text).tables
    assert found.transposed


def test_a_wide_table_stays_linear():
    columns = 1500
    text = table("| a " * columns + "|", *(("| 1 hour " * columns + "|",) * 3))
    assert len(draft(text).metrics) == 0
    assert len(draft(text).tables[0].rows[1]) == columns
