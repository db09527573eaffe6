"""Every example, in every format: it builds, is clean, and its body takes at most five pages."""

import json
from functools import cache
from pathlib import Path

import pytest

from clausewright import readers
from clausewright.analysis.draft import AnalysisSettings, Draft, scanner_for
from clausewright.checking.build_check import lint_built
from clausewright.generator.assembly import assemble
from clausewright.generator.inheritance import load_picks
from clausewright.generator.library import Library
from clausewright.generator.output import SUFFIXES, render
from clausewright.model.finding import Severity

EXAMPLES = Path(__file__).parents[2] / "examples"
NAMES = sorted(
    path.stem for path in EXAMPLES.glob("*.yaml") if "\nblueprint:" in path.read_text("utf-8")
)
READABLE = (".md", ".docx", ".html")
MOST_PAGES = 5.0


@cache
def agreement_of(name: str):
    library = Library()
    picks, yaml = load_picks(EXAMPLES / f"{name}.yaml", library)
    return assemble(picks, yaml, library).agreement


@cache
def built(name: str, suffix: str) -> bytes:
    return render(agreement_of(name), suffix)


def test_each_blueprint_has_an_example():
    used = {agreement_of(name).blueprint for name in NAMES}
    assert used == set(Library().blueprint_files)


@pytest.mark.parametrize("suffix", READABLE)
@pytest.mark.parametrize("name", NAMES)
def test_the_linter_finds_no_error_and_no_warning(name, suffix):
    found = lint_built(f"built{suffix}", built(name, suffix), agreement_of(name).profile)
    assert [f"{f.code} {f.message}" for f in found if f.severity is not Severity.INFO] == []


@pytest.mark.parametrize("suffix", READABLE)
@pytest.mark.parametrize("name", NAMES)
def test_the_body_takes_at_most_five_pages(name, suffix):
    document = readers.read(f"built{suffix}", built(name, suffix))
    settings = AnalysisSettings(agreement_of(name).profile, "option")
    pages = Draft(document, settings, scanner_for()).pages
    assert 1.0 < pages.body <= MOST_PAGES


@pytest.mark.parametrize("suffix", [one for one in SUFFIXES if one not in {".docx", ".pdf"}])
@pytest.mark.parametrize("name", NAMES)
def test_the_other_formats_hold_what_was_picked(name, suffix):
    agreement = agreement_of(name)
    text = built(name, suffix).decode()
    if suffix == ".openslo.yaml":
        assert text.startswith("apiVersion: openslo/v1")
        return
    if suffix == ".json":
        record = json.loads(text)
        assert len(record["metrics"]) == len(agreement.metrics)
        assert [party["name"] for party in record["parties"]] == [p.name for p in agreement.parties]
        return
    missing = [section.title for section in agreement.sections if section.title not in text]
    assert missing == []
