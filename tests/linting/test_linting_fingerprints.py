"""Fingerprints of real drafts: what a baseline knows, it knows after an edit elsewhere."""

from collections import Counter
from pathlib import Path

import pytest

from clausewright.linting.lint import lint_bytes
from clausewright.linting.settings import Settings

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
DRAFTS = (EXAMPLES / "poor-draft.md", *sorted((EXAMPLES / "set").glob("*.md")))
SETTINGS = Settings(profile="external-sla", profile_source="option")
NEW = "The parties met in Leeds and spoke of the weather."


def fingerprints(text):
    """Count what is told by code, message and fingerprint; topics are read from the whole text."""
    found = lint_bytes("draft.md", text.encode(), SETTINGS).findings
    return Counter((one.code, one.message, one.fingerprint) for one in found)


def lost(before, after):
    """Give what is no longer told, but for topics that the new text made appear."""
    told = {(code, message) for code, message, _ in after}
    return [one for one in before - after if one[0] != "TOP001" or one[:2] in told]


def breaks_between_paragraphs(text):
    """Places of empty lines that no table, list or front matter goes on after."""
    place = text.find("\n\n", text.find("\n---\n", 3) if text.startswith("---\n") else 0)
    while place >= 0:
        if text[place + 2 : place + 3].isalpha() or text[place + 2 : place + 3] == "#":
            yield place
        place = text.find("\n\n", place + 2)


@pytest.mark.parametrize("path", DRAFTS, ids=lambda path: path.stem)
def test_a_paragraph_put_in_changes_no_fingerprint(path):
    text = path.read_text("utf-8")
    before = fingerprints(text)
    assert before
    assert max(before.values()) == 1
    for place in list(breaks_between_paragraphs(text))[::3]:
        after = fingerprints(f"{text[:place]}\n\n{NEW}{text[place:]}")
        assert lost(before, after) == [], text[place : place + 60]
