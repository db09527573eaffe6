"""What holds for every format: it tells every result, and no draft injects into it."""

import re

import pytest
from reporters_results import evil_results, finding, result, unreadable, written

from clausewright.reporters import FORMATS, reporter

formats = pytest.mark.parametrize("name", FORMATS)
CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


@formats
def test_the_module_names_its_own_format(name):
    assert reporter(name).name == name


@formats
def test_all_is_told(name):
    text = written(name, [result(finding()), result(file="clean.md"), unreadable()])
    assert "AAA001" in text
    assert "was found" in text
    assert "draft.md" in text
    assert "bad.docx" in text
    assert "is a picture" in text


@formats
def test_no_results_and_no_findings(name):
    assert written(name, []) is not None
    assert "AAA001" not in written(name, [result()])


@formats
def test_a_draft_can_steer_no_terminal(name):
    text = written(name, evil_results()).replace("\r\n", "\n")
    assert CONTROLS.findall(text) == []


@formats
def test_a_draft_can_forge_no_command_of_a_build_server(name):
    forged = [line for line in written(name, evil_results()).splitlines() if "::error::x" in line]
    assert not any(line.lstrip().startswith("::error::x") for line in forged)


@formats
def test_every_text_can_be_encoded(name):
    written(name, evil_results()).encode("utf-8")


def test_endings_choose_one_format_each():
    endings = [ending for _, several in FORMATS.values() for ending in several]
    assert len(endings) == len(set(endings))
