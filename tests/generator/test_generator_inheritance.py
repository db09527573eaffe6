"""Levels: what is inherited, overridden, locked, refused; OLAs that fit what they support."""

import pytest
from small_picks import LIBRARY, SMALL, swapped

from clausewright.generator.assembly import assemble
from clausewright.generator.inheritance import load_picks
from clausewright.generator.rendering.markdown import render_markdown
from clausewright.model.errors import PicksError

CORPORATE = swapped(
    "    recipient: the Head of IT",
    "    recipient: the Head of IT\n    due: 5 business days\n    locked: true",
)
CHILD = """\
extends: corporate.yaml
reference: T-2
parties:
  customer: {name: Cedar SE}
services:
  - {name: the Archive, description: storage of closed files}
metrics:
  - {metric: availability, target: 99.95%}
clauses:
  remedies.service_credits:
    tiers:
      - {below: 99.95, at_least: 99.5, credit: 5}
      - {below: 99.5, credit: 10}
  escalation.path:
    steps:
      - {step: "1", provider: Manager, customer: Lead, after: 4 hours}
"""


def loaded(tmp_path, child: str = CHILD, corporate: str = CORPORATE):
    (tmp_path / "corporate.yaml").write_text(corporate)
    path = tmp_path / "child.yaml"
    path.write_text(child)
    return load_picks(path, LIBRARY)


def assembled(tmp_path, child: str = CHILD, corporate: str = CORPORATE):
    picks, yaml = loaded(tmp_path, child, corporate)
    return assemble(picks, yaml, LIBRARY)


def refused(tmp_path, old: str, new: str) -> str:
    with pytest.raises(PicksError) as caught:
        assembled(tmp_path, swapped(old, new, CHILD))
    return str(caught.value).replace(f"{tmp_path}/", "")


def test_a_child_inherits_adds_and_tightens(tmp_path):
    text = render_markdown(assembled(tmp_path).agreement)
    for words in ("Alder Ltd", "Cedar SE", "the Portal", "the Archive", "at or above 99.95%"):
        assert words in text
    assert "Birch" not in text
    assert "within 5 Business Days of the end of each calendar month" in text
    assert "Escalation" in text


def test_loosening_is_refused_with_both_values(tmp_path):
    told = refused(tmp_path, "target: 99.95%", "target: 99.5%")
    assert told.startswith("child.yaml:8:")
    assert "at least 99.9%" in told
    assert "99.5% would loosen it" in told


def test_locked_values_stay(tmp_path):
    told = refused(
        tmp_path,
        "  escalation.path:",
        "  reporting.reports:\n    due: 20 days\n  escalation.path:",
    )
    assert told.startswith("child.yaml:15:")
    assert '"reporting.reports" is locked by corporate.yaml:' in told


def test_a_locked_metric_names_the_file_that_locks_it(tmp_path):
    old = "target: 99.9%, window: calendar month"
    locked = swapped(old, f"{old}, locked: true", CORPORATE)
    (tmp_path / "corporate.yaml").write_text(locked, "utf-8")
    (tmp_path / "middle.yaml").write_text("extends: corporate.yaml\n", "utf-8")
    (tmp_path / "child.yaml").write_text(
        swapped("extends: corporate.yaml", "extends: middle.yaml", CHILD), "utf-8"
    )
    line = 1 + locked[: locked.index("locked: true")].count("\n")
    with pytest.raises(PicksError) as caught:
        load_picks(tmp_path / "child.yaml", LIBRARY)
    told = str(caught.value).replace(f"{tmp_path}/", "")
    assert f'"availability" is locked by corporate.yaml:{line};' in told


def test_the_same_value_again_is_no_change(tmp_path):
    child = swapped(
        "  escalation.path:",
        "  reporting.reports:\n    due: 5 business days\n  escalation.path:",
        CHILD,
    )
    loaded(tmp_path, child)


def test_locked_metrics_cannot_be_changed_at_all(tmp_path):
    corporate = swapped("target: 99.9%,", "target: 99.9%, locked: true,", CORPORATE)
    with pytest.raises(PicksError, match='the metric "availability" is locked'):
        loaded(tmp_path, CHILD, corporate)


def test_faults_of_inherited_values_name_the_parent(tmp_path):
    corporate = swapped("  change.control:", "  change.control:\n    nonsense: 1", CORPORATE)
    with pytest.raises(PicksError) as caught:
        assembled(tmp_path, CHILD, corporate)
    assert "corporate.yaml:" in str(caught.value)
    assert 'no field "nonsense"' in str(caught.value)


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("child.yaml", "in a circle"),
        ("missing.yaml", "there is no such file"),
        ("/etc/passwd", "relative to this one"),
        ("[a]", "relative to this one"),
    ],
)
def test_what_cannot_be_extended(tmp_path, name, told):
    assert told in refused(tmp_path, "extends: corporate.yaml", f"extends: {name}")


def test_an_agreement_must_fit_what_it_supports(tmp_path):
    (tmp_path / "sla.yaml").write_text(SMALL)
    path = tmp_path / "ola.yaml"
    head = "supports: sla.yaml\n"
    path.write_text(head + SMALL)
    load_picks(path, LIBRARY)
    path.write_text(head + swapped("Severity 2: 8 hours", "Severity 2: 9 hours"))
    with pytest.raises(PicksError) as caught:
        load_picks(path, LIBRARY)
    told = str(caught.value)
    assert "Resolution Time of Severity 2 is 9 hours" in told
    assert "promises 8 hours" in told
