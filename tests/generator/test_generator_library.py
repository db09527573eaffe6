"""The library: files read or refused with file and line; teams lay theirs over it."""

import pytest
from small_picks import built, swapped

from clausewright.generator.clause import read_clause
from clausewright.generator.interview import Interview
from clausewright.generator.library import Library
from clausewright.generator.metric import read_metric
from clausewright.generator.search import search
from clausewright.model.errors import LibraryError, PicksError

FRONT = """\
---
id: change.control
title: Changes
topics: [change]
status: stable
summary: Changes in writing, with the time to answer.
fields:
  days:
    ask: Within which time is a proposal answered?
    type: duration
    default: 10 days
---

The other party shall answer a proposal within {{ days }}.
"""


def refused(text: str) -> str:
    with pytest.raises(LibraryError) as caught:
        _ = read_clause(text, "change/control.md", "change.control").names
    return str(caught.value)


def test_a_good_clause_reads():
    clause = read_clause(FRONT, "change/control.md", "change.control")
    assert clause.names.read == {"days"}
    assert clause.body_line == 14


@pytest.mark.parametrize(
    ("old", "new", "line", "told"),
    [
        ("id: change.control", "id: change.other", 2, "the path of the file says"),
        ("topics: [change]", "topics: [chnge]", 4, "is no topic id"),
        ("status: stable", "status: final", 5, "draft"),
        ("status: stable", "status: stable\nneeds: [one]", 6, "is no clause id"),
        ("type: duration", "type: durations", 10, "duration"),
        ("default: 10 days", "default: 10", 8, "a number with its unit"),
        ("default: 10 days", "default: 10 days\n    range: [1 day, 5 days]", 8, "between"),
        ("{{ days }}", "10 days", 8, 'never uses the field "days"'),
        ("{{ days }}", "{{ days }} and {{ hours }}", 14, '"hours" is no field'),
        ("{{ days }}", "{{ days.__class__ }}", 14, "cannot be read here"),
        ("{{ days }}", "{{ days }}{{ 7 * 7 }}", 14, "only fields"),
        ("{{ days }}", "{{ days | upper }}", 14, "only fields"),
        ("{{ days }}", "{{ days }}{% for x in days %}{% endfor %}", 14, "only fields"),
        ("{{ days }}", "{{ days }}{{ cycler() }}", 14, "only these can be called"),
        ("{{ days }}", "{{ days }}{{ ref(days) }}", 14, "quoted names"),
        ("{{ days }}", "{{ days", 14, "template"),
        ("The other", '"**Day**" means {{ days }}. The', 2, 'the body defines "Day"'),
        ("status: stable", "status: stable\ndefines: [Day]", 6, 'does not define "Day"'),
    ],
)
def test_faults_name_file_and_line(old, new, line, told):
    assert FRONT.count(old) == 1
    message = refused(FRONT.replace(old, new))
    assert told in message
    assert message.startswith(f"change/control.md:{line}:")


def test_two_conditions_are_one_too_many():
    text = FRONT.replace(
        "{{ days }}", "{% if days %}{{ days }}{% endif %}{% if days %}x{% endif %}"
    )
    assert "at most one" in refused(text)


def test_no_front_matter():
    assert "front matter" in refused("The Supplier shall.")


def test_metric_placeholders_and_clock_are_checked():
    text = (Library().metric_files["response_time"]).read_text()
    for old, new, told in (
        ("{target}", "{targt}", "unknown placeholder"),
        ("clock:", "clok:", "clok"),
        ("name: response time", "name: speed", "must be one of"),
    ):
        assert old in text
        with pytest.raises(LibraryError, match=told):
            read_metric(text.replace(old, new, 1), "metrics/response_time.yaml", "response_time")


def test_own_clause_wins_by_id(tmp_path):
    (tmp_path / "change").mkdir()
    (tmp_path / "change" / "control.md").write_text(FRONT)
    library = Library([tmp_path])
    assert library.clause("change.control").front.title == "Changes"
    assert library.clause("change.control").where.endswith("control.md")
    assert len(library.clause_files) == len(Library().clause_files)


def test_a_retired_clause_serves_only_picks_that_pin_it(tmp_path):
    (tmp_path / "general").mkdir()
    (tmp_path / "general" / "waiver.md").write_text(
        FRONT.replace("change.control", "general.waiver")
        .replace("status: stable", "status: retired\nversion: 3")
        .replace("title: Changes", "title: Waiver")
    )
    library = Library([tmp_path])
    with pytest.raises(PicksError, match=r'is retired: pick another, or pin "general\.waiver@3"'):
        built(swapped("  change.control:", "  change.control:\n  general.waiver:"), library)
    pinned = swapped("  change.control:", "  change.control:\n  general.waiver@3:")
    assert "general.waiver@3" in built(pinned, library).agreement.clauses
    place = next(p for p in library.blueprint("external-sla").places if p.id == "general")
    offered = Interview(library, {"blueprint": "external-sla"})._offered(place)
    assert "general.waiver" not in offered
    assert "general.notices" in offered


@pytest.mark.parametrize("clause_id", ["../../etc/passwd", "a", "A.b", "a.b/../c", "remedies."])
def test_ids_never_reach_the_file_system(clause_id):
    with pytest.raises(LibraryError, match="is no clause id"):
        Library().clause(clause_id)


def test_unknown_ids_get_a_suggestion():
    with pytest.raises(LibraryError, match=r'did you mean "remedies\.claims"'):
        Library().clause("remedies.claim")


def test_search_ranks_titles_first():
    assert search(Library(), "service credits")[0].id == "remedies.service_credits"
    assert search(Library(), "zebra") == []


def test_positions_answer_to_their_base_and_exclude_each_other():
    text = swapped("  remedies.service_credits:", "  remedies.service_credits_customer:")
    agreement = built(text).agreement
    assert "remedies.service_credits_customer@1" in agreement.clauses
    both = swapped(
        "  change.control:",
        "  change.control:\n  remedies.service_credits_customer:\n"
        "    tiers: [{below: 99.9, credit: 5}]",
    )
    with pytest.raises(PicksError, match="two positions on the same point"):
        built(both)


def test_playbooks_name_clauses_of_their_place():
    library = Library()
    for clause_id in library.playbook_files:
        playbook = library.playbook(clause_id)
        assert playbook is not None
        for stance in playbook.stances.values():
            for named in (stance.preferred, stance.fallback):
                assert library.clause(named).base == clause_id
