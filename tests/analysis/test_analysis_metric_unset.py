"""Levels that are named and never set."""

import pytest

from clausewright import readers
from clausewright.analysis.draft import AnalysisSettings, Draft, scanner_for

SCANNER = scanner_for()


def unset(text: str) -> list[tuple[str, str]]:
    """Give name and words of each metric without a target."""
    document = readers.read("a.md", text.encode())
    draft = Draft(document, AnalysisSettings("external-sla", "option"), SCANNER)
    return [(one.name, document.text_of(one.span)) for one in draft.metrics if one.target is None]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The availability of the portal is a service level.", "availability"),
        ("Uptime of the archive shall be a key performance indicator.", "availability"),
        (
            "The Supplier shall meet a resolution time for each fault of the archive.",
            "resolution time",
        ),
    ],
)
def test_a_level_named_and_set_nowhere(text, name):
    assert [one for one, _ in unset(text)] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "The availability of the portal is a service level: at least 99.5% each month.",
        "The availability of the portal is a service level. It is 99.5% or more each month.",
        "The availability of the portal is a service level, as set out in Schedule 2.",
        "The availability of the portal is a service level:\n\n- 99.5% each month\n",
        (
            "The availability of the portal is a service level.\n\n"
            "| Portal | Level |\n| --- | --- |\n| Availability | 99.5% |\n"
        ),
        (
            "The availability of the portal is a service level.\n\n## Levels\n\n"
            "The availability of the portal shall be at least 99.5% each month."
        ),
        (
            "The availability of the service is a service level.\n\n## Levels\n\n"
            "Availability shall be at least 99.5% each month."
        ),
        "The Customer shall meet a response time for each question.",
    ],
)
def test_a_level_set_here_near_or_elsewhere(text):
    assert unset(text) == []


def test_a_level_set_for_another_subject():
    text = (
        "The availability of the archive is a service level.\n\n## Levels\n\n"
        "The availability of the portal shall be at least 99.5% each month."
    )
    assert unset(text) == [("availability", "availability of the archive is a service level")]
