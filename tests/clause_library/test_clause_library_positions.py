"""All positions of one side stand together in one agreement, and levels keep what is locked."""

from pathlib import Path
from typing import Any

import pytest

from clausewright.checking.build_check import lint_built
from clausewright.files.yaml import Yaml, load_yaml
from clausewright.generator.agreement import Agreement
from clausewright.generator.assembly import assemble
from clausewright.generator.inheritance import load_picks
from clausewright.generator.library import Library
from clausewright.generator.output import render
from clausewright.generator.picks import Picks
from clausewright.generator.validation import validate
from clausewright.model.errors import PicksError
from clausewright.model.finding import Severity

EXAMPLES = Path(__file__).parents[2] / "examples"
LIBRARY = Library()

# What a full agreement holds beside the negotiated points; the length of such a one is its own.
LEGAL_TERMS = (
    "scope.status", "parties.recitals", "precedence.order", "documentcontrol.history",
    "escalation.path", "change.control", "change.rider", "fees.charges", "subcontracting.consent",
    "continuity.security_recovery", "confidentiality.mutual", "data.location", "data.return",
    "ip.ownership", "warranty.performance", "liability.insurance", "general.force_majeure",
    "general.notices", "general.entire_agreement", "general.severability", "general.waiver",
    "general.counterparts", "law.governing",
)  # fmt: skip
NEGOTIATED = (
    "audit.records", "disputes.resolution", "review.service_review", "remedies.service_credits",
    "remedies.earn_back", "liability.limitation", "liability.indemnity", "data.protection",
    "assignment.change_of_control",
)  # fmt: skip
ENDINGS = {
    "balanced": (
        "remedies.claims", "remedies.at_risk_amount", "remedies.corrective_plan",
        "remedies.chronic_failure", "termination.cause", "termination.convenience",
        "termination.exit",
    ),
    "provider": ("remedies.claims", "termination.rights_provider"),
    "customer": ("remedies.automatic_credits", "termination.rights_customer"),
}  # fmt: skip

CHANGED_STEPS = """
clauses:
  escalation.path:
    steps:
      - {step: '1', provider: A, customer: B, after: 1 hour}
"""


def full_agreement(side: str) -> Agreement:
    """Build the managed IT example as a standalone agreement with all positions of one side."""
    path = EXAMPLES / "managed-it.yaml"
    data: dict[str, Any] = dict(load_yaml(path.read_text("utf-8"), path.name).data)
    example = data["clauses"]
    suffix = "" if side == "balanced" else f"_{side}"
    positions = [f"{base}{suffix}" for base in NEGOTIATED]
    left_out = {"precedence.incorporation", "remedies.automatic_credits", *NEGOTIATED}
    clauses = {key: value for key, value in example.items() if key not in left_out}
    for clause_id in (*LEGAL_TERMS, *positions, *ENDINGS[side]):
        clauses.setdefault(clause_id, dict(LIBRARY.clause(clause_id).front.sample))
    clauses[f"remedies.service_credits{suffix}"] = {
        "tiers": example["remedies.service_credits"]["tiers"]
    }
    del data["status"]
    yaml = Yaml({**data, "clauses": clauses}, path.name)
    return assemble(validate(Picks, yaml, PicksError), yaml, LIBRARY).agreement


@pytest.mark.parametrize("side", ENDINGS)
def test_positions_of_one_side_stand_together(side: str) -> None:
    agreement = full_agreement(side)
    findings = lint_built("built.md", render(agreement, ".md"), agreement.profile)
    told = [
        f"{finding.code} {finding.message}: {finding.excerpt[:80]}"
        for finding in findings
        if finding.severity is not Severity.INFO and finding.code != "LEN001"
    ]
    assert told == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("remedies.sole_remedy", "remedies.cumulative"),
        ("remedies.sole_remedy", "remedies.service_credits"),
        ("liability.cap", "liability.indemnity_customer"),
        ("termination.rights_provider", "termination.exit"),
        ("data.handling", "data.return"),
    ],
)
def test_clauses_that_say_the_opposite_or_the_same_cannot_stand_together(
    one: str, other: str
) -> None:
    path = EXAMPLES / "managed-it.yaml"
    data: dict[str, Any] = dict(load_yaml(path.read_text("utf-8"), path.name).data)
    clauses = dict(data["clauses"])
    for clause_id in (one, other):
        clauses.setdefault(clause_id, dict(LIBRARY.clause(clause_id).front.sample))
    yaml = Yaml({**data, "clauses": clauses}, path.name)
    with pytest.raises(PicksError, match="excludes"):
        assemble(validate(Picks, yaml, PicksError), yaml, LIBRARY)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("target: 99.8%", "target: 99.4%", "99.4% would loosen it"),
        ("Severity 1: 4 hours", "Severity 1: 7 hours", "7 hours would loosen it"),
        (
            "\nclauses:\n",
            CHANGED_STEPS,
            '"escalation.path" is locked by',
        ),
    ],
)
def test_the_service_level_can_only_tighten_what_it_inherits(
    tmp_path: Path, old: str, new: str, told: str
) -> None:
    (tmp_path / "levels").mkdir()
    for name in ("corporate.yaml", "customer.yaml"):
        text = (EXAMPLES / "levels" / name).read_text("utf-8")
        (tmp_path / "levels" / name).write_text(text, "utf-8")
    text = (EXAMPLES / "multi-level-sla.yaml").read_text("utf-8")
    assert text.count(old) == 1
    path = tmp_path / "multi-level-sla.yaml"
    path.write_text(text.replace(old, new), "utf-8")
    with pytest.raises(PicksError) as error:
        load_picks(path, LIBRARY)
    assert told in str(error.value)
