import dataclasses

import pytest

from clausewright.analysis.draft import AnalysisSettings, Draft, scanner_for
from clausewright.readers import read

SENTENCE = "The Supplier shall keep a record of each outage and of the time of its report. "


def pages(text, recorded=None, name="draft.md"):
    document = dataclasses.replace(read(name, text.encode()), recorded_pages=recorded)
    return Draft(document, AnalysisSettings("contract", "option"), scanner_for()).pages


def test_a_page_holds_about_forty_lines():
    lines = "\n\n".join([SENTENCE * 4] * 10)  # 40 printed lines with ten gaps
    found = pages(lines)
    assert 0.8 <= found.body <= 1.2
    assert (found.attachments, found.by) == (0.0, "estimate")


def test_rows_are_as_high_as_their_fullest_cell():
    row = f"| {SENTENCE * 3} | x |\n"
    narrow = pages("| a | b |\n|---|---|\n" + row * 10)
    flat = pages("| a | b |\n|---|---|\n" + "| y | x |\n" * 10)
    assert narrow.body > 3 * flat.body


def test_attachments_contents_and_signatures_are_apart():
    body = f"# Agreement\n\n{SENTENCE * 8}\n\n"
    schedule = f"# Schedule 1\n\n{SENTENCE * 80}\n\n"
    found = pages(body + schedule)
    assert found.body == pages(body).body
    assert found.attachments > found.body
    signed = pages(body + "## Signatures\n\nBy: ______\n\n" * 1)
    assert signed.body <= found.body + 0.1


def test_what_word_recorded_counts_where_the_body_is_the_whole_file():
    text = "\n\n".join([SENTENCE * 4] * 30)
    assert pages(text, recorded=4).by == "application"
    assert pages(text, recorded=4).body == 4.0
    assert pages(f"{text}\n\n# Schedule 1\n\nTimes.\n", recorded=4).by == "estimate"


@pytest.mark.parametrize("recorded", [1, 40])
def test_a_record_that_cannot_be_is_left(recorded):
    assert pages("\n\n".join([SENTENCE * 4] * 45), recorded=recorded).by == "estimate"
