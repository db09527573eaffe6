import pytest

from clausewright import readers
from clausewright.analysis.draft import AnalysisSettings, Draft, scanner_for

SCANNER = scanner_for()


def draft_of(text):
    document = readers.read("draft.md", text.encode())
    return Draft(document, AnalysisSettings("external-sla", "option"), SCANNER)


@pytest.mark.parametrize(
    ("text", "caps"),
    [
        ("Service credits shall not exceed 15% of the monthly fee.", [(15.0, "the monthly fee")]),
        ("Credits of one month are capped at 30%.", [(30.0, None)]),
        (
            "Credits are limited to 10% of the monthly charge even where uptime falls below 95%.",
            [(10.0, "the monthly charge")],
        ),
        ("The number of users shall not exceed 15% of the staff.", []),
        ("The Customer receives a credit of 10% of the monthly fee.", []),
        ("Credits shall not exceed [__]% of the monthly fee.", []),
    ],
)
def test_caps_on_credits(text, caps):
    found = draft_of(text).credit_caps
    assert [(one.quantity.value, one.base) for one in found] == caps


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Either party may terminate this Agreement on 60 days' written notice.", [60.0]),
        (
            "It renews each year unless a party objects to the renewal 3 months before the end.",
            [90],
        ),
        ("A party may end the pilot by a notice of two weeks.", [14.0]),
        ("The Provider gives 30 days' notice of new prices.", []),
        ("Either party may terminate where a breach is not cured within 30 days.", []),
        ("The Provider answers each report within 2 hours.", []),
    ],
)
def test_periods_of_notice_to_end_an_agreement(text, days):
    assert [one.base / 86_400 for one in draft_of(text).notice_periods] == days
