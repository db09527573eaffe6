"""Each blueprint answered with its defaults and samples: clean, and within five pages."""

import json

import pytest

from clausewright import readers
from clausewright.analysis.draft import AnalysisSettings, Draft, scanner_for
from clausewright.checking.build_check import lint_built
from clausewright.files.yaml import load_yaml
from clausewright.generator.assembly import assemble
from clausewright.generator.interview import Interview, Question
from clausewright.generator.library import Library
from clausewright.generator.output import render
from clausewright.generator.picks import Picks
from clausewright.model.finding import Severity

LIBRARY = Library()
NAMES = ("Alder Hosting Ltd", "Birch Retail plc", "Cedar Stores SE", "Dogwood Ltd")
DATES = {"effective": "2026-03-01", "end": "2028-02-29"}
STOCK = {
    "text": "the Head of IT",
    "items": ["the portal"],
    "date": "2026-09-01",
    "percent": "99.9",
    "duration": "4 hours",
    "count": 20,
}
MOST_QUESTIONS = 200
MOST_PAGES = 5.0


def answer_to(question: Question, names: list[str]) -> object:
    if question.path[0] == "parties" and question.path[-1] == "name":
        return names.pop(0)
    if question.path[0] == "dates" and question.path[1] in DATES:
        return DATES[question.path[1]]
    if question.default is not None:
        return question.default
    if question.path[0] == "clauses":
        sample = LIBRARY.clause(question.path[1]).front.sample.get(question.path[2])
        if sample is not None:
            return sample
    return STOCK[question.spec.type]


def agreement_of(blueprint: str):
    interview = Interview(LIBRARY, {"blueprint": blueprint})
    names = list(NAMES)
    for _ in range(MOST_QUESTIONS):
        question = interview.next()
        if question is None:
            break
        interview.answer(question, answer_to(question, names))
    yaml = load_yaml(json.dumps(interview.picks()), "answers.yaml")
    return assemble(Picks.model_validate(yaml.data), yaml, LIBRARY).agreement


@pytest.mark.parametrize("blueprint", LIBRARY.blueprint_files)
def test_defaults_build_clean_within_five_pages(blueprint):
    agreement = agreement_of(blueprint)
    assert agreement.blueprint == blueprint
    for suffix in (".md", ".docx"):
        data = render(agreement, suffix)
        found = lint_built(f"built{suffix}", data, agreement.profile)
        told = [f"{f.code} {f.message}" for f in found if f.severity is not Severity.INFO]
        assert told == []
        document = readers.read(f"built{suffix}", data)
        settings = AnalysisSettings(agreement.profile, "option")
        assert Draft(document, settings, scanner_for()).pages.body <= MOST_PAGES
