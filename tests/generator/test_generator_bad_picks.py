"""Every fault of picks is told with file and line, and nothing is built."""

import pytest
from small_picks import SMALL, built, swapped

from clausewright.generator.library import Library
from clausewright.model.errors import ClausewrightError, PicksError


def line_of(text: str, words: str) -> int:
    return next(i for i, line in enumerate(text.split("\n"), start=1) if words in line)


@pytest.mark.parametrize(
    ("old", "new", "at", "told"),
    [
        ("reference: T-1", "refrence: T-1", "refrence", 'did you mean "reference"'),
        ("external-sla", "externl-sla", "blueprint", 'did you mean "external-sla"'),
        ("  support.channels:", "  suport.channels:", "suport", 'did you mean "support.channels"'),
        ("    recipient: the", "    recipent: the", "recipent", 'did you mean "recipient"'),
        (
            "    recipient: the Head of IT",
            "    {}",
            "reporting.reports",
            'needs "recipient" (text)',
        ),
        ("  scope.status:", "  ../../etc/passwd:", "passwd", "is no clause id"),
        ("  scope.status:", "  scope.status@9:", "scope.status@9", "pinned to @9"),
        ("[mail@support.example]", "[]", "channels: []", "at least one"),
        ("target: 99.9%,", "target: lots,", "availability, target", "must be a percentage"),
        ("target: 99.9%,", "target: 140,", "availability, target", "between 0% and 100%"),
        ("target: 40 minutes", "target: 40", "maintenance_limit", "a number with its unit"),
        (
            "metric: response_time",
            "metric: respose_time",
            "respose",
            'did you mean "response_time"',
        ),
        ("Severity 1: 15 minutes", "Severity 1: 5 hours", "5 hours", "longer than Resolution Time"),
        ("Severity 2: 1 hour}", "Severity 2: 5 minutes}", "5 minutes", "more than the 5 minutes"),
        ("Severity 2: 1 hour}", "Severty 2: 1 hour}", "Severty", 'did you mean "Severity 2"'),
        ("at_least: 99.5, credit: 5", "at_least: 99.7, credit: 5", "below: 99.5", "tier gap"),
        ("at_least: 99.5, credit: 5", "at_least: 99.3, credit: 5", "below: 99.5", "tier overlap"),
        ("credit: 10}", "credit: 4}", "credit: 4", "must be above 5%"),
        (
            "below: 99.9, at",
            "below: 99.8, at",
            "below: 99.8",
            "the target of availability is 99.9%",
        ),
        ("{below: 99.5, credit", "{below: 99.5, at_least: 90, credit", "90", "below 90%"),
        ("end: 2028-02-29", "end: 2026-02-28", "dates:", "before it takes effect"),
        ("end: 2028-02-29", "end: 2027-02-29", "2027-02-29", "a date that exists"),
        ("end: 2028-02-29", "term: 0 days", "dates:", "a term of 0 days is none"),
        ("  customer: {name: Birch plc}", "", "parties", "which organisation receives"),
        ("  customer: {", "  custmer: {", "custmer", 'did you mean "customer"'),
        ("name: Birch plc", 'name: "Birch\\u0007 plc"', "Birch", "U+0007"),
        ("name: Birch plc", 'name: "Bir\\u202ech"', "Bir", "U+202E"),
        ("name: Birch plc", f"name: {'x' * 3000}", "xxx", "at most 2,000"),
        (
            "  scope.status:",
            "  scope.status:\n  precedence.incorporation:",
            "scope.status",
            "alter",
        ),
        ("  scope.status:\n", "", "clauses:", 'requires the place "status"'),
        ("reference: T-1", "without: [adit]", "adit", 'did you mean "audit"'),
        ("reference: T-1", "without: [change]", "without", 'but "change.control" is picked'),
    ],
)
def test_each_fault_names_its_line(old, new, at, told):
    text = swapped(old, new)
    with pytest.raises(PicksError) as caught:
        built(text)
    message = str(caught.value)
    assert told.casefold() in message.casefold()
    lines = [part.split(" ", 1)[0] for part in message.split("\n")]
    assert all(part.startswith("picks.yaml:") for part in lines)
    wanted = line_of(text, at)
    near = {f"picks.yaml:{wanted + offset}:" for offset in (-1, 0, 1)}
    assert near & set(lines), message


def test_all_missing_answers_are_told_at_once_with_their_questions():
    text = swapped("    recipient: the Head of IT\n", "")
    text = swapped("    channels: [mail@support.example]\n", "", text)
    text = swapped("  change.control:", "  change.control:\n  documentcontrol.versions:", text)
    with pytest.raises(PicksError) as caught:
        built(text)
    message = str(caught.value)
    for part in ("recipient", "channels", '"owner"', "dates.next_review", "Which role", "Through"):
        assert part in message


def test_a_megabyte_and_an_alias_bomb_are_refused():
    for text, told in ((f"a: {'x' * 1_000_000}", "at most"), ("a: &x [1]\nb: *x", "aliases")):
        with pytest.raises(PicksError, match=told):
            built(text)


def test_metric_without_a_clause_is_refused():
    text = swapped("  levels.planned_maintenance:\n", "", SMALL)
    text = swapped("  services.exclusions:\n", "", text)
    built(text)  # comes along, since Downtime needs the exclusions and they need it
    text = swapped("clauses:", "  - {metric: rpo, target: 1 hour, window: 24x7}\nclauses:", text)
    with pytest.raises(PicksError, match="no picked clause states the metric"):
        built(text)


def test_excluded_pair_is_refused_with_the_reason(tmp_path):
    folder = tmp_path / "remedies"
    folder.mkdir()
    (folder / "goodwill.md").write_text(
        "---\nid: remedies.goodwill\ntitle: Goodwill\ntopics: [remedies]\nstatus: draft\n"
        "summary: Leaves every consequence of a miss to goodwill.\n"
        "excludes: [remedies.service_credits]\n---\n\nThe parties shall talk within 5 days.\n"
    )
    text = swapped("  change.control:", "  change.control:\n  remedies.goodwill: {place: remedies}")
    with pytest.raises(PicksError, match=r'goodwill" excludes "remedies\.service_cr'):
        built(text, Library([tmp_path]))


def test_circle_of_needs_is_refused(tmp_path):
    folder = tmp_path / "loop"
    folder.mkdir()
    for name, other in (("one", "two"), ("two", "one")):
        (folder / f"{name}.md").write_text(
            f"---\nid: loop.{name}\ntitle: Loop {name}\ntopics: [change]\nstatus: draft\n"
            f"summary: Needs the other one of the loop.\nneeds: [loop.{other}]\n---\n\nNo duty.\n"
        )
    text = swapped(
        "  change.control:",
        "  change.control:\n  loop.one: {place: change}\n  loop.two: {place: change}",
    )
    with pytest.raises(PicksError, match=r"in a circle: loop\.one -> loop\.two -> loop\.one"):
        built(text, Library([tmp_path]))


def test_status_must_be_what_the_clauses_make():
    with pytest.raises(PicksError, match="the picked clauses make it standalone"):
        built(swapped("reference: T-1", "reference: T-1\nstatus: incorporated"))


@pytest.mark.parametrize("text", ["", "[]", "just words", "blueprint: [a]", "clauses: {a.b: 1}"])
def test_wrong_shapes_are_clear(text):
    with pytest.raises(ClausewrightError) as caught:
        built(text)
    assert str(caught.value).startswith("picks.yaml:")
