"""HTML, JSON and OpenSLO from the same agreement; batches; the interview."""

import csv
import json

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from ruamel.yaml import YAML
from small_picks import EXAMPLES, LIBRARY, SMALL, built

from clausewright.files.yaml import load_yaml
from clausewright.generator.assembly import assemble
from clausewright.generator.batch import Row, name_for, picks_of, rows_of
from clausewright.generator.inheritance import load_picks
from clausewright.generator.interview import Interview
from clausewright.generator.output import SUFFIXES, render, suffix_of
from clausewright.generator.picks import Picks
from clausewright.generator.rendering.openslo import slug
from clausewright.generator.schema import written
from clausewright.model.errors import OutputError, PicksError


@pytest.mark.parametrize("name", ["external-sla.yaml", "internal-sla.yaml"])
@pytest.mark.parametrize("suffix", [one for one in SUFFIXES if one != ".pdf"])
def test_examples_build_in_every_format_the_same_twice(name, suffix):
    picks, yaml = load_picks(EXAMPLES / name, LIBRARY)
    agreement = assemble(picks, yaml, LIBRARY).agreement
    assert render(agreement, suffix) == render(agreement, suffix)


def test_html_is_self_contained_and_its_links_lead_somewhere():
    page = etree.HTML(render(built().agreement, ".html").decode())
    assert page.get("lang") == "en-GB"
    assert not page.xpath("//script | //link | //img | //@src")
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    links = [link.removeprefix("#") for link in page.xpath("//@href")]
    assert links
    assert set(links) <= set(ids)


def test_json_holds_sections_metrics_and_clauses():
    record = json.loads(render(built().agreement, ".json"))
    assert record["schema_version"] == 1
    assert [m["target"] for m in record["metrics"] if m["name"] == "availability"] == ["99.9%"]
    assert "remedies.service_credits@1" in record["clauses"]
    assert record["parts"][0]["sections"][0]["title"] == "Parties"


def test_openslo_states_the_ratio_and_annotates_the_rest():
    documents = list(YAML(typ="safe").load_all(render(built().agreement, ".openslo.yaml").decode()))
    assert [d["kind"] for d in documents] == ["Service", "SLO"]
    slo = documents[1]["spec"]
    assert slo["objectives"] == [{"displayName": "Availability", "targetPercent": 99.9}]
    assert slo["timeWindow"][0]["duration"] == "1M"
    assert slo["timeWindow"][0]["calendar"]["timeZone"] == "Europe/London"
    assert slo["service"] == documents[0]["metadata"]["name"]
    notes = documents[0]["metadata"]["annotations"]
    assert notes["clausewright/maintenance-limit"] == "at most 40 minutes (calendar month)"


@given(st.text(max_size=90))
def test_openslo_names_are_names(text):
    name = slug(text)
    assert 0 < len(name) <= 63
    assert name.replace("-", "a").isalnum()
    assert name.isascii()


def test_unknown_ending_is_refused():
    with pytest.raises(OutputError, match=r"known are \.docx"):
        suffix_of("a.pages")


def test_a_row_is_laid_over_the_picks():
    yaml = load_yaml(SMALL, "picks.yaml")
    cells = {
        "parties.customer.name": "Cedar SE",
        "clauses.reporting.reports.recipient": "the CIO",
        "metrics.3.target": "30 minutes",
        "number": "17",
    }
    picks, _ = picks_of(Row(2, cells), yaml)
    assert picks.parties["customer"].name == "Cedar SE"
    assert picks.clauses["reporting.reports"] == {"recipient": "the CIO"}
    assert picks.metrics[3].target == "30 minutes"
    assert name_for("out/{number}.md", Row(2, cells)) == "out/17.md"
    assert yaml.data["parties"]["customer"]["name"] == "Birch plc"


@pytest.mark.parametrize(
    ("column", "told"),
    [
        ("metrics.9.target", "no place in a list"),
        ("reference.x", "leads nowhere"),
        ("parties.customer.nme", "did you mean"),
    ],
)
def test_columns_that_lead_nowhere_are_told(column, told):
    with pytest.raises(PicksError, match=told):
        picks_of(Row(2, {column: "x"}), load_yaml(SMALL, "picks.yaml"))


def test_cells_cannot_leave_the_folder():
    assert name_for("out/{n}.md", Row(2, {"n": "../../etc/passwd"})) == "out/_.._etc_passwd.md"
    with pytest.raises(PicksError, match="no column is named"):
        name_for("out/{m}.md", Row(2, {"n": "x"}))


def test_ragged_rows_are_refused_with_their_line(tmp_path):
    path = tmp_path / "rows.csv"
    with path.open("w", newline="") as file:
        csv.writer(file).writerows([["a", "b"], ["1", "2"], ["3"]])
    rows = rows_of(path)
    assert next(rows).cells == {"a": "1", "b": "2"}
    with pytest.raises(PicksError, match=r"rows.csv:3"):
        next(rows)


def test_interview_asks_for_what_is_open_and_goes_back():
    interview = Interview(LIBRARY, {"blueprint": "external-sla"})
    question = interview.next()
    assert question.path == ("parties", "provider", "name")
    with pytest.raises(ValueError, match="empty"):
        interview.answer(question, "")
    interview.answer(question, "Alder Ltd")
    assert interview.next().path == ("parties", "customer", "name")
    assert interview.back()
    assert interview.next().path == ("parties", "provider", "name")
    assert not interview.back()


STOCK = {
    "text": "the Head of IT",
    "items": ["the portal"],
    "date": "2026-09-01",
    "percent": "99.9",
    "duration": "4 hours",
    "money": "EUR 100",
    "count": 3,
}


@pytest.mark.parametrize("blueprint", ["external-sla", "internal-sla"])
def test_interview_ends_in_picks_that_build(blueprint):
    interview = Interview(LIBRARY, {"blueprint": blueprint})
    asked = 0
    while (question := interview.next()) is not None:
        asked += 1
        assert asked < 200
        answer = question.default
        if answer is None:
            answer = STOCK[question.spec.type]
        if question.path == ("dates", "effective"):
            answer = "2026-03-01"
        if question.path == ("dates", "end"):
            answer = "2028-02-29"
        if question.path[:2] == ("parties", "customer"):
            answer = "Birch plc"
        interview.answer(question, answer)
    text = json.dumps(interview.picks())
    yaml = load_yaml(text, "answers.yaml")
    agreement = assemble(Picks.model_validate(yaml.data), yaml, LIBRARY).agreement
    assert agreement.profile == blueprint


def test_published_schema_is_current_and_takes_the_examples():
    published = (EXAMPLES.parent / "docs" / "picks.schema.json").read_text("utf-8")
    assert published == written()
    validator = jsonschema.Draft202012Validator(json.loads(published))
    for path in EXAMPLES.glob("*.yaml"):
        data = load_yaml(path.read_text("utf-8"), path.name).data
        validator.validate(data)
        assert not validator.is_valid({**data, "refrence": 1})


def test_schema_asks_a_file_for_what_it_cannot_inherit():
    validator = jsonschema.Draft202012Validator(json.loads(written()))
    child = {
        "blueprint": "multi-level-sla",
        "extends": "corporate.yaml",
        "parties": {"customer": {"contact": "desk@ashdown.example"}},
        "dates": {"end": "2027-06-30"},
        "services": [{"name": "the Till Service", "subservices": ["card payment"]}],
        "metrics": [{"metric": "availability", "target": "99.8%"}],
    }
    assert validator.is_valid(child)
    assert validator.is_valid({"extends": "corporate.yaml"})
    assert not validator.is_valid({**child, "metrics": [{"target": "99.8%"}]})
    told = {error.json_path for error in validator.iter_errors({**child, "dates": "soon"})}
    assert told == {"$.dates"}
    alone = {key: value for key, value in child.items() if key != "extends"}
    faults = {error.message for error in validator.iter_errors(alone)}
    for name in ("clauses", "name", "effective", "description", "window"):
        assert f"'{name}' is a required property" in faults, name


def chosen(interview: Interview, place: str, answer: list[str]) -> list[str]:
    """Answer every question up to one place with its default, then choose."""
    while (question := interview.next()) is not None and question.path != ("place", place):
        answer_to = question.default if question.default is not None else STOCK[question.spec.type]
        interview.answer(question, "2026-03-01" if question.path[0] == "dates" else answer_to)
    assert question is not None
    interview.answer(question, answer)
    return list(interview.remarks(question))


def test_interview_shows_what_a_clause_needs_and_what_goes_well_with_it():
    interview = Interview(LIBRARY, {"blueprint": "external-sla"})
    told = chosen(interview, "remedies", ["remedies.chronic_failure", "remedies.at_risk_amount"])
    needed = "remedies.service_credits or remedies.credit_scale"
    assert told == [f"remedies.at_risk_amount needs {needed}: it comes along"]
    told = chosen(interview, "liability", ["liability.limitation_customer"])
    assert told == [
        "liability.limitation_customer goes well with liability.indemnity, liability.insurance"
    ]
    assert "liability.limitation_customer" in interview.picks()["clauses"]


def test_interview_does_not_ask_again_what_was_answered_with_none():
    interview = Interview(LIBRARY, {"blueprint": "external-sla"})
    chosen(interview, "audit", ["none"])
    picks = interview.picks()
    assert {"background", "precedence", "audit"} <= set(picks["without"])
    resumed = Interview(LIBRARY, json.loads(json.dumps(picks)))
    assert resumed.next() == interview.next()
    assert resumed.next().path == ("place", "remedies")
    assert interview.back()
    assert "audit" not in interview.picks()["without"]
    assert interview.next().path == ("place", "audit")


def test_the_default_of_a_period_fits_what_it_limits():
    interview = Interview(LIBRARY, {"blueprint": "external-sla"})
    chosen(interview, "remedies", ["none"])
    picks = {one["metric"]: index for index, one in enumerate(_metrics_of(interview))}
    asked = {q.path: q.default for q in interview._questions()}
    assert asked["metrics", picks["maintenance_limit"], "window"] == "calendar month"
    assert asked["metrics", picks["response_time"], "window"] == "24x7"


def _metrics_of(interview: Interview) -> list[dict[str, str]]:
    list(interview._questions())
    return interview.picks()["metrics"]


def test_interview_refuses_a_conflict_when_it_arises_and_going_back_mends_it():
    interview = Interview(LIBRARY, {"blueprint": "external-sla"})
    chosen(interview, "remedies", ["remedies.chronic_failure"])
    with pytest.raises(ValueError, match=r"cannot stand beside remedies\.chronic_failure"):
        chosen(interview, "termination", ["termination.rights"])
    both = ["termination.rights", "termination.rights_provider"]
    with pytest.raises(ValueError, match=r"are positions of one clause|cannot stand beside"):
        interview.answer(interview.next(), both)
    while interview.next().path != ("place", "remedies"):
        assert interview.back()
    chosen(interview, "termination", ["termination.rights_customer"])
    assert "remedies.chronic_failure" not in interview.picks()["clauses"]
