"""A target changed in the picks changes what states it, in every format, and nothing else."""

import io
import zipfile

import pytest
from small_picks import built

from clausewright.generator.library import Library, built_in
from clausewright.generator.output import render
from clausewright.model.errors import PicksError

PICKS = """\
blueprint: hosting-sla
reference: T-1
parties:
  provider: {name: Alder Ltd}
  customer: {name: Birch plc}
dates: {effective: 2026-03-01, end: 2028-02-29}
services:
  - {name: the Portal, description: operation of the portal}
severities:
  - {name: Severity 1, meaning: down for all users}
  - {name: Severity 2, meaning: any other Incident}
metrics:
  - {metric: availability, target: 99.93%, window: calendar month}
  - {metric: network_uptime, target: 99.95%, window: calendar month}
  - {metric: latency, target: 2 seconds, share: 96%, window: calendar month}
  - metric: response_time
    window: 24x7
    targets: {Severity 1: 17 minutes, Severity 2: 1 hour}
  - metric: resolution_time
    window: 24x7
    targets: {Severity 1: 6 hours, Severity 2: 8 hours}
  - {metric: maintenance_limit, target: 41 minutes, window: calendar month}
clauses:
  parties.parties:
  scope.introduction:
  scope.status:
  definitions.glossary:
  services.description:
  hours.service_hours:
  levels.availability:
  levels.network_uptime:
  levels.latency:
  levels.incident_times:
  levels.planned_maintenance:
  levels.summary:
  support.channels: {channels: [mail@support.example]}
  services.exclusions:
  reporting.reports: {recipient: the Head of IT}
  remedies.credit_scale:
    scale: [{level: Availability, miss: below its target, credit: 5%}]
  change.control:
  signature.signatures:
"""
FORMATS = (".md", ".html", ".docx", ".openslo.yaml", ".json")
# as picked and printed; the new target; how many sentences and table cells of the body state it
TARGETS = [
    ("99.93%", "99.91%", 2),
    ("99.95%", "99.97%", 2),
    ("2 seconds", "3 seconds", 2),
    ("17 minutes", "13 minutes", 1),
    ("6 hours", "5 hours", 1),
    ("41 minutes", "37 minutes", 2),
]


@pytest.fixture(scope="module")
def library(tmp_path_factory) -> Library:
    """Ours, with a metric whose definition states its target."""
    folder = tmp_path_factory.mktemp("team") / "metrics"
    folder.mkdir()
    text = (built_in() / "metrics" / "latency.yaml").read_text("utf-8")
    opening = "formula: >-\n  the time from"
    assert text.count(opening) == 1
    told = "formula: >-\n  the time, {target} for {share} of all requests, from"
    (folder / "latency.yaml").write_text(text.replace(opening, told))
    return Library([folder.parent])


def lines_of(agreement, suffix: str) -> list[str]:
    """Give what a format says, with its markup, a piece a line."""
    data = render(agreement, suffix)
    texts = [data]
    if suffix == ".docx":
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            texts = [package.read(name) for name in package.namelist()]
    return [line for text in texts for line in text.decode().replace("<", "\n<").split("\n")]


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize(("old", "new", "places"), TARGETS)
def test_one_target_changes_what_states_it_and_nothing_else(library, old, new, places, suffix):
    assert PICKS.count(old) == 1
    before = lines_of(built(PICKS, library).agreement, suffix)
    after = lines_of(built(PICKS.replace(old, new), library).agreement, suffix)
    number, changed = old.split()[0].rstrip("%"), new.split()[0].rstrip("%")
    pairs = [pair for pair in zip(before, after, strict=True) if pair[0] != pair[1]]
    assert pairs
    for was, now in pairs:
        assert was.replace(number, changed, 1) == now
    if suffix not in {".openslo.yaml", ".json"}:
        assert len(pairs) == places + (old == "2 seconds")  # its definition states it too


@pytest.mark.parametrize(("old", "new", "where"), [("2 seconds", "3 seconds", "means the time, ")])
def test_a_definition_that_states_the_target_follows_it(library, old, new, where):
    (line,) = [
        line
        for line in lines_of(built(PICKS.replace(old, new), library).agreement, ".md")
        if line.startswith("“**Latency**”")
    ]
    assert f"{where}{new} for 96% of all requests, from the arrival" in line


def test_a_definition_cannot_state_two_targets(library):
    two = (
        "  - {metric: latency, service: the Portal, target: 2 seconds, share: 96%, "
        "window: calendar month}\n"
        "  - {metric: latency, target: 3 seconds, share: 96%, window: calendar month}\n"
    )
    text = PICKS.replace(
        "  - {metric: latency, target: 2 seconds, share: 96%, window: calendar month}\n", two
    )
    with pytest.raises(PicksError, match="the definition of latency states its target"):
        built(text, library)
    built(text)  # ours states none, so two targets have one definition
