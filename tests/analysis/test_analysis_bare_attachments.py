"""Attachments that the text relies on and that hold a title only."""

import pytest

from clausewright.analysis.bare_attachments import bare_attachments
from clausewright.analysis.draft import AnalysisSettings, Draft, scanner_for
from clausewright.readers import read

SCANNER = scanner_for()
BODY = "# Hosting agreement\n\nThe prices stand in Exhibit B, the levels in Exhibit A.\n\n"
LEVELS = "## Exhibit A: Service Levels\n\nUptime is 99.9% in each month.\n\n"


def bare(text, name="draft.md"):
    draft = Draft(read(name, text.encode()), AnalysisSettings(), SCANNER)
    return [one.number for one in bare_attachments(draft)]


@pytest.mark.parametrize("end", ["", "\n\n## Exhibit C: Contacts\n\nMail to the desk by day.\n"])
def test_a_title_alone_is_told(end):
    assert bare(f"{BODY}{LEVELS}## Exhibit B: Price List{end}") == ["B"]


@pytest.mark.parametrize(
    "last",
    [
        "## Exhibit B: Price List\n\nHosting: 5 EUR.\n",
        "## Exhibit B: [Reserved]\n",
        "## Exhibit B: None\n",
        "## Exhibit B: Price List\n\n[attached separately]\n",
        "## Exhibit B: Price List\n\n![prices](prices.png)\n",
        "## Exhibit B: Price List\n\n| Service | Fee |\n| --- | --- |\n| Hosting | 5 EUR |\n",
        "## Exhibit B: Ireland. Prices of 2026\n",
    ],
)
def test_what_holds_something_or_says_why_not_is_left(last):
    assert bare(f"{BODY}{LEVELS}{last}") == []


def test_a_list_of_titles_is_left():
    assert bare(f"{BODY}## Exhibit A: Service Levels\n\n## Exhibit B: Price List\n") == []


def test_an_attachment_that_nothing_refers_to_is_left():
    assert bare("# Agreement\n\nThe fee is 5 EUR.\n\n## Exhibit B: Price List\n") == []
