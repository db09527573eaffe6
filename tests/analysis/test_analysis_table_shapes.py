"""Tables of every shape: what stands in columns, rows, headers and merged cells."""

import pytest

from clausewright import readers
from clausewright.analysis.draft import AnalysisSettings, Draft, scanner_for

SCANNER = scanner_for()


def draft(text: str) -> Draft:
    document = readers.read("a.md", text.encode())
    return Draft(document, AnalysisSettings("external-sla", "option"), SCANNER)


@pytest.mark.parametrize(
    ("rows", "bands"),
    [
        (
            (
                "| Uptime | 99.0-99.9% | 95.0-99.0% | below 95% |\n|---|---|---|---|\n"
                "| Credit | 10% | 25% | 50% |\n"
            ),
            [(99.0, 99.9, 10.0), (95.0, 99.0, 25.0), (None, 95.0, 50.0)],
        ),
        (
            "| Uptime below | Credit in EUR |\n|---|---|\n| 99.9% | 100 |\n| 99.0% | 250 |\n",
            [(None, 99.9, 100.0), (None, 99.0, 250.0)],
        ),
        (
            (
                "| From | To | Credit |\n|---|---|---|\n"
                "| 99.0% | 99.9% | 10% |\n| 95.0% | 99.0% | 25% |\n"
            ),
            [(99.0, 99.9, 10.0), (95.0, 99.0, 25.0)],
        ),
        (
            (
                "| Availability in the month | Credit |\n|---|---|\n"
                "| at least 99% but less than 99.9% | 10% |\n| less than 99% | 20% |\n"
            ),
            [(99.0, 99.9, 10.0), (None, 99.0, 20.0)],
        ),
    ],
)
def test_scales_of_credits(rows, bands):
    assert [(one.low, one.high, one.credit) for one in draft(rows).credit_tiers] == bands


@pytest.mark.parametrize(
    ("rows", "classes"),
    [
        (
            (
                "|  | Critical | Low |\n|---|---|---|\n| Meaning | All users are down | One user "
                "waits |\n| Response | 1 h | 8 h |\n"
            ),
            {"Critical": "All users are down", "Low": "One user waits"},
        ),
        (
            (
                "| No. | Class | Description | Reaction time |\n|---|---|---|---|\n"
                "| 1 | Critical | Nothing works | 30 minutes |\n"
                "| 2 | Normal | A report fails | 4 hours |\n"
            ),
            None,
        ),
        ("| Urgency / Impact | High | Low |\n|---|---|---|\n| High | P1 | P2 |\n", {}),
    ],
)
def test_classes_and_what_they_mean(rows, classes):
    found = {one.name: one.meaning for one in draft(rows).severities}
    if classes is None:
        assert all(found.values())
        assert len(found) == 2
    else:
        assert {name: said for name, said in found.items() if said} == classes


@pytest.mark.parametrize(
    ("rows", "metrics"),
    [
        (
            (
                "| Service | Availability in % | RTO (h) | RPO (min) |\n|---|---|---|---|\n"
                "| Mail | 99.9 | 4 | 15 |\n"
            ),
            [("availability", 99.9), ("rto", 4.0), ("rpo", 15.0)],
        ),
        (
            (
                "| Priority | Response (hours) | Resolution (business days) |\n|---|---|---|\n"
                "| 1 | 1 | 2 |\n"
            ),
            [("response time", 1.0), ("resolution time", 2.0)],
        ),
        (
            (
                "<table><tr><th rowspan=2>Class</th><th colspan=2>Response</th></tr>"
                "<tr><th>Office hours</th><th>Other hours</th></tr>"
                "<tr><td>Critical</td><td>1 hour</td><td>2 hours</td></tr></table>\n"
            ),
            [("response time", 1.0), ("response time", 2.0)],
        ),
        (
            (
                "| Severity | Target |\n|---|---|\n"
                "| 1 | Response: 15 minutes; Resolution: 4 hours |\n"
            ),
            [("response time", 15.0), ("resolution time", 4.0)],
        ),
        (
            (
                "| Feature | Basic | Pro |\n|---|---|---|\n| Uptime SLA | 99.5% | 99.9% |\n"
                "| Response time | 24 h | 8 h |\n| Storage | 10 GB | 1 TB |\n"
            ),
            [("availability", 99.5), ("response time", 24.0)],
        ),
        (
            "| Request | Delivered in |\n|---|---|\n| Laptop | 5 days |\n",
            [("resolution time", 5.0)],
        ),
        (
            "| Role | Name | Phone |\n|---|---|---|\n| Manager | A. Moor | +44 20 7946 0001 |\n",
            [],
        ),
        ("| Availability | Downtime per month |\n|---|---|\n| 99% | 7.3 h |\n", []),
    ],
)
def test_targets(rows, metrics):
    found = [(one.name, one.target.value) for one in draft(rows).metrics if one.target]
    assert found == metrics


HTML = """<table>
<tr><th>Measure</th><th colspan="2">Calculation</th><th>Target</th></tr>
<tr><td>KPI</td><td>Formula</td><td>Frequency</td><td>Level</td></tr>
<tr><td>Response time</td><td>answered / all</td><td>Monthly</td>
<td><p>Urgent calls within 15 minutes</p><p>Other calls within 4 hours</p></td></tr>
</table>"""


def test_each_line_of_a_cell_has_its_own_target_and_a_spread_heading_two_rows():
    document = readers.read("a.html", HTML.encode())
    found = Draft(document, AnalysisSettings("external-sla", "option"), SCANNER)
    assert found.tables[0].header_rows == 2
    assert [(one.target and one.target.value, one.window) for one in found.metrics] == [
        (15.0, "Monthly"),
        (4.0, "Monthly"),
    ]
