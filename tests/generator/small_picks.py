"""Picks and libraries that several tests of the generator share."""

from pathlib import Path

from clausewright.generator.assembly import assemble
from clausewright.generator.library import Library
from clausewright.generator.picks import read_picks

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
LIBRARY = Library()

SMALL = """\
blueprint: external-sla
reference: T-1
parties:
  provider: {name: Alder Ltd}
  customer: {name: Birch plc}
dates:
  effective: 2026-03-01
  end: 2028-02-29
services:
  - {name: the Portal, description: operation of the portal}
severities:
  - {name: Severity 1, meaning: down for all users}
  - {name: Severity 2, meaning: any other Incident}
metrics:
  - {metric: availability, target: 99.9%, window: calendar month}
  - metric: response_time
    window: 24x7
    targets: {Severity 1: 15 minutes, Severity 2: 1 hour}
  - metric: resolution_time
    window: 24x7
    targets: {Severity 1: 4 hours, Severity 2: 8 hours}
  - {metric: maintenance_limit, target: 40 minutes, window: calendar month}
clauses:
  parties.parties:
  scope.introduction:
  scope.status:
  definitions.glossary:
  services.description:
  hours.service_hours:
  levels.availability:
  levels.incident_times:
  levels.planned_maintenance:
  support.channels:
    channels: [mail@support.example]
  services.exclusions:
  reporting.reports:
    recipient: the Head of IT
  remedies.service_credits:
    tiers:
      - {below: 99.9, at_least: 99.5, credit: 5}
      - {below: 99.5, credit: 10}
  change.control:
  signature.signatures:
"""


def built(text: str = SMALL, library: Library = LIBRARY, *, blanks: bool = False):
    """Assemble picks given as text."""
    picks, yaml = read_picks(text, "picks.yaml")
    return assemble(picks, yaml, library, blanks=blanks)


def swapped(old: str, new: str, text: str = SMALL) -> str:
    """Change one place of the small picks; fail where it is not there exactly once."""
    assert text.count(old) == 1, (old, text.count(old))
    return text.replace(old, new)
