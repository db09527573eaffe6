"""An answers file, which may be incomplete, and in which anything may stand."""

import pytest

from clausewright.files.yaml import load_yaml
from clausewright.generator.interview import Interview, answers_of
from clausewright.generator.library import Library
from clausewright.model.errors import PicksError

LIBRARY = Library()


def answers(text):
    return answers_of(load_yaml(text, "answers.yaml", error=PicksError))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[a]\n", "answers.yaml:1: holds no keys"),
        ("blueprint: 3\n", 'answers.yaml:1: "blueprint" takes the name'),
        ("blueprint: [ola]\n", 'answers.yaml:1: "blueprint" takes the name'),
        ("titel: x\n", 'answers.yaml:1: unknown key "titel"; did you mean "title"?'),
        ("title: x\nparties: x\n", 'answers.yaml:2: "parties" takes a table'),
        ("parties: {provider: Alder}\n", 'answers.yaml:1: "parties" takes a table'),
        ("dates: 2026-01-01\n", 'answers.yaml:1: "dates" takes a table'),
        ("clauses: [a.b]\n", 'answers.yaml:1: "clauses" takes a table'),
        ("clauses:\n  a.b: 3\n", 'answers.yaml:1: "clauses" takes a table'),
        ("services: the portal\n", 'answers.yaml:1: "services" takes a list'),
        ("metrics:\n  - 1\n", 'answers.yaml:2: "metrics" takes a list'),
        ("metrics:\n  - {target: 3}\n", 'answers.yaml:2: "metric" is missing'),
        ("metrics:\n  - {metric: [a]}\n", 'answers.yaml:2: "metric" is missing'),
        ("severities:\n  - {meaning: x}\n", 'answers.yaml:2: "name" is missing'),
        ("title: x\nextends: corporate.yaml\n", "answers.yaml:2: an interview does not go on"),
    ],
)
def test_answers_of_another_shape_are_told_with_their_line(text, told):
    with pytest.raises(PicksError) as error:
        answers(text)
    assert str(error.value).startswith(told)


def test_what_is_empty_is_asked():
    given = answers("blueprint: ola\nclauses:\nmetrics:\nparties:\n  provider:\n")
    assert given == {"blueprint": "ola", "parties": {"provider": None}}
    assert Interview(LIBRARY, given).next().path[0] == "parties"
    assert answers("") == {}


def test_a_clause_that_is_pinned_is_picked_and_asked_under_its_key():
    fresh = Interview(LIBRARY, {"blueprint": "external-sla", "clauses": {"change.control": {}}})
    pinned = Interview(LIBRARY, {"blueprint": "external-sla", "clauses": {"change.control@1": {}}})
    paths = [[question.path for question in one._questions()] for one in (fresh, pinned)]
    assert ("place", "change") not in paths[1]
    renamed = [
        tuple("change.control@1" if step == "change.control" else step for step in path)
        for path in paths[0]
    ]
    assert paths[1] == renamed
    assert any("change.control@1" in path for path in paths[1])
