"""Credit scales, severity classes and written sums."""

import pytest

from clausewright import readers
from clausewright.analysis.draft import AnalysisSettings, Draft, scanner_for
from clausewright.analysis.equations import equations
from clausewright.analysis.tier_bands import band_of
from clausewright.model.span import Span

SCANNER = scanner_for()


def draft(text: str) -> Draft:
    document = readers.read("a.md", text.encode())
    return Draft(document, AnalysisSettings("external-sla", "option"), SCANNER)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Less than 99.9% but greater than or equal to 99.0%", (99.0, 99.9, True, False)),
        ("< 99.9% & >= 99.0%", (99.0, 99.9, True, False)),
        ("99.0% - 99.8%", (99.0, 99.8, True, True)),
        ("99% – < 99.9%", (99.0, 99.9, True, False)),
        ("below 95%", (None, 95.0, True, False)),
        ("95% or less", (None, 95.0, True, True)),
        ("at least 99.9%", (99.9, None, True, True)),
        ("99.9% or higher", (99.9, None, True, True)),
        ("between 95% and 99%", (95.0, 99.0, True, True)),
        ("at least 99.5% and below 99.8%", (99.5, 99.8, True, False)),
        ("99.5% and above", (99.5, None, True, True)),
        ("99.5% and below", (None, 99.5, True, True)),
    ],
)
def test_band(text, expected):
    band = band_of(text, percent=False)
    assert band is not None
    assert (band.low, band.high, band.low_included, band.high_included) == expected


@pytest.mark.parametrize(
    "text", ["", "99.9%", "10 days", "99% 98% 97%", "150%", "above 99% above 98%"]
)
def test_no_band(text):
    assert band_of(text, percent=False) is None


def test_scale_of_a_table():
    text = (
        "| Uptime % | Service credit |\n| --- | --- |\n"
        "| 99.0 - 99.8 | 10% of the monthly fee |\n| below 99.0 | 2 days |\n| 0 | none |\n"
    )
    tiers = draft(text).credit_tiers
    assert [(one.low, one.high, one.credit, one.unit, one.base) for one in tiers] == [
        (99.0, 99.8, 10.0, "%", "the monthly fee"),
        (None, 99.0, 2.0, "days", None),
    ]
    assert len({one.group for one in tiers}) == 1


def test_scale_of_a_list():
    text = (
        "- 5% of the monthly fee where uptime is below 99.9% but at least 99%\n"
        "- 10% of the monthly fee where uptime is below 99% but at least 95%\n"
    )
    tiers = draft(text).credit_tiers
    assert [(one.low, one.high, one.credit) for one in tiers] == [(99, 99.9, 5), (95, 99, 10)]


def test_severities_with_their_meaning():
    text = (
        "- **P1 (Critical)**: service unavailable - response within 1 hour\n"
        "- **P2 (Low)**: response within 8 hours\n"
    )
    found = draft(text).severities
    assert [(one.name, one.rank, one.meaning) for one in found] == [
        ("P1 (Critical)", 1, "service unavailable"),
        ("P2 (Low)", 2, None),
    ]


def test_meaning_given_apart_from_the_times():
    text = (
        "| Priority | Response |\n| --- | --- |\n| High | 1 hour |\n| Low | 8 hours |\n\n"
        "| Priority | Definition |\n| --- | --- |\n"
        "| High | All users are down |\n| Low | Any other |\n"
    )
    assert [one.meaning for one in draft(text).severities] == ["All users are down", "Any other"]


def test_a_matrix_of_impact_and_urgency_defines_no_class():
    text = (
        "|  | High impact | Low impact |\n| --- | --- | --- |\n"
        "| High | Critical | Medium |\n| Low | Medium | Low |\n"
    )
    assert draft(text).severities == ()


@pytest.mark.parametrize(
    ("text", "right", "holds"),
    [
        ("10,000 / 500 = 20 sales", 20, True),
        ("20 / 20% = 100 leads", 100, True),
        ("$100,000 x 10% x 50% x 40% = $2,000", 2000, True),
        ("10% of 20,000 EUR = 200 EUR", 2000, False),
        ("8 hours x 5 days = 40 hours", 40, True),
        ("30 + 12 = 41", 42, True),
        ("30 + 12 = 50", 42, False),
        ("3% of 1,999 = 60", 59.97, True),
    ],
)
def test_sums_written_out(text, right, holds):
    (found,) = equations(text, Span(0, len(text)))
    assert found.right == pytest.approx(right)
    assert found.holds is holds


@pytest.mark.parametrize(
    "text", ["(720 - 2) / 720 x 100 = 99.72%", "x = 5", "2024/25 = next year", "a * b = 3", "5 = 5"]
)
def test_what_is_no_sum(text):
    assert list(equations(text, Span(0, len(text)))) == []
