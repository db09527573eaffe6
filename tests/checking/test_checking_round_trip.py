"""What was picked is what a reader finds, from copies without provenance."""

import dataclasses
import io
import zipfile
from pathlib import Path

import pytest

from clausewright.checking.build_check import check_build
from clausewright.checking.clause_check import check_library
from clausewright.checking.provenance import stripped_markdown, stripped_word
from clausewright.checking.round_trip import differences
from clausewright.generator.assembly import assemble
from clausewright.generator.inheritance import load_picks
from clausewright.generator.library import Library
from clausewright.generator.output import render
from clausewright.generator.values import percent_of
from clausewright.word.check import check_package

EXAMPLES = Path(__file__).parents[2] / "examples"
BUILDABLE = sorted(
    path for path in EXAMPLES.glob("*.yaml") if "blueprint:" in path.read_text("utf-8")
)


def agreement_of(path: Path):
    picks, yaml = load_picks(path, Library())
    return assemble(picks, yaml, Library()).agreement


@pytest.mark.parametrize("suffix", [".md", ".docx"])
@pytest.mark.parametrize("path", BUILDABLE, ids=lambda path: path.stem)
def test_examples_come_back_as_picked(path, suffix):
    agreement = agreement_of(path)
    assert differences(agreement, suffix, render(agreement, suffix)) == ()


@pytest.mark.parametrize("path", BUILDABLE, ids=lambda path: path.stem)
def test_examples_lint_clean(path):
    checked = check_build(agreement_of(path))
    assert checked.clean, checked.lines


def test_every_clause_of_the_library_passes_its_check():
    assert [str(fault) for fault in check_library(Library())] == []


def test_stripped_copies_hold_no_provenance():
    agreement = agreement_of(EXAMPLES / "external-sla.yaml")
    text = stripped_markdown(render(agreement, ".md")).decode()
    assert "<!--" not in text
    assert text.startswith("# Service Level Agreement")
    word = stripped_word(render(agreement, ".docx"))
    with zipfile.ZipFile(io.BytesIO(word)) as package:
        content = b"".join(package.read(name) for name in package.namelist())
    assert b"bookmarkStart" not in content
    assert b"clausewright" not in content
    problems = [str(problem) for problem in check_package("stripped.docx", word)]
    assert all("bookmark" in problem.lower() for problem in problems), problems


@pytest.mark.parametrize("suffix", [".md", ".docx"])
def test_a_difference_of_each_kind_is_told(suffix):
    agreement = agreement_of(EXAMPLES / "external-sla.yaml")
    data = render(agreement, suffix)
    level = agreement.metrics[0]
    changed = dataclasses.replace(
        agreement,
        terms=(*agreement.terms, "Unicorn"),
        metrics=(
            dataclasses.replace(level, target=percent_of(98.7)),
            dataclasses.replace(level, window="calendar week"),
        ),
        parts=(
            dataclasses.replace(
                agreement.parts[0],
                sections=(
                    dataclasses.replace(agreement.parts[0].sections[0], title="Partners"),
                    *agreement.parts[0].sections[1:],
                ),
            ),
            agreement.parts[1],
        ),
    )
    told = [str(one) for one in differences(changed, suffix, data)]
    assert told == [
        "section: 1 Partners",
        'term: "Unicorn" is not found as defined',
        "metric: Availability: target 98.7% not found",
        'metric: Availability: window "calendar week" reads as "each calendar month"',
    ]


def test_a_reference_that_leads_nowhere_is_told():
    agreement = agreement_of(EXAMPLES / "external-sla.yaml")
    text = render(agreement, ".md").decode()
    number = next(s.number for s in agreement.sections if s.title == "Changes")
    broken = text.replace(f"under section {number}", "under section 99").encode()
    told = [str(one) for one in differences(agreement, ".md", broken)]
    assert f"reference: section {number} is not found or leads nowhere" in told
    assert 'reference: "section 99" leads nowhere' in told


def test_exclusions_in_words_come_back():
    path = EXAMPLES / "external-sla.yaml"
    agreement = agreement_of(path)
    level = next(one for one in agreement.metrics if one.kind.id == "availability")
    picks, yaml = load_picks(path, Library())
    words = ("outages that the Customer ordered in writing", "the time of agreed load tests")
    metrics = tuple(
        one.model_copy(update={"exclusions": words}) if one.metric == level.kind.id else one
        for one in picks.metrics
    )
    reworded = assemble(picks.model_copy(update={"metrics": metrics}), yaml, Library()).agreement
    text = render(reworded, ".md")
    assert b"exclude from" in text
    assert words[1].encode() in text
    assert differences(reworded, ".md", text) == ()
