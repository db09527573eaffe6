"""What the management and legal half of the library must hold, by the name a drafter looks for."""

import re

import pytest

from clausewright.generator.clause import ClauseStatus, Position
from clausewright.generator.library import Library

CLAUSES_BY_NAME = {
    "parties": "parties.parties",
    "recitals": "parties.recitals",
    "introduction (parties, level, duration)": "scope.overview",
    "term and renewal": "term.fixed",
    "open-ended term": "term.rolling",
    "document control": "documentcontrol.versions",
    "version history": "documentcontrol.history",
    "definitions": "definitions.glossary",
    "order of precedence": "precedence.order",
    "incorporation into a master agreement": "precedence.incorporation",
    "levels that inherit from each other": "precedence.levels",
    "service review meeting": "review.meeting",
    "audit": "audit.records",
    "escalation": "escalation.path",
    "dispute resolution": "disputes.resolution",
    "change control": "change.control",
    "review with business-change trigger": "review.service_review",
    "corrective action plan": "remedies.corrective_plan",
    "service credits with tiers": "remedies.service_credits",
    "service credits for levels of any kind": "remedies.credit_scale",
    "credit cap and at-risk amount": "remedies.at_risk_amount",
    "claim procedure": "remedies.claims",
    "automatic credits": "remedies.automatic_credits",
    "earn-back": "remedies.earn_back",
    "non-money consequences": "remedies.internal_consequences",
    "rewards": "remedies.rewards",
    "chronic failure": "remedies.chronic_failure",
    "sole remedy": "remedies.sole_remedy",
    "cumulative remedies": "remedies.cumulative",
    "indemnity": "liability.indemnity",
    "liability cap": "liability.limitation",
    "liability and indemnity in short": "liability.cap",
    "insurance": "liability.insurance",
    "warranty": "warranty.performance",
    "confidentiality": "confidentiality.mutual",
    "security": "security.measures",
    "data protection": "data.protection",
    "data location": "data.location",
    "data return": "data.return",
    "subcontracting": "subcontracting.consent",
    "continuity": "continuity.recovery",
    "security recovery": "continuity.security_recovery",
    "rider": "change.rider",
    "change of control: survive": "assignment.change_of_control",
    "change of control: renegotiate": "assignment.change_of_control_renegotiate",
    "assignment": "assignment.assignment",
    "termination for cause": "termination.cause",
    "termination for convenience": "termination.convenience",
    "exit and transition": "termination.exit",
    "force majeure": "general.force_majeure",
    "notices": "general.notices",
    "governing law": "law.governing",
    "entire agreement": "general.entire_agreement",
    "severability": "general.severability",
    "waiver": "general.waiver",
    "counterparts": "general.counterparts",
    "signature": "signature.signatures",
    "intellectual property": "ip.ownership",
}

NEGOTIATED = (
    "remedies.service_credits",
    "remedies.earn_back",
    "liability.limitation",
    "liability.indemnity",
    "assignment.change_of_control",
    "audit.records",
    "disputes.resolution",
    "review.service_review",
    "termination.rights",
    "data.protection",
)

# What each part of an earn-back is called in the body: left out, it is decided in the dispute.
EARN_BACK_PARTS = {
    "trigger metric": r"Availability",
    "period": r"\{\{ months \}\} calendar months",
    "level": r"\{\{ level \}\}|at or above that target",
    "amount": r"\{\{ amount \}\}|the whole Service Credit",
    "limit": r"shall not exceed \{\{ limit \}\}",
    "exclusion of chronic failure": r"(?:chronic|repeated) failure",
}


@pytest.fixture(scope="module")
def library() -> Library:
    return Library()


def words_of(library: Library, clause_id: str) -> str:
    return " ".join(library.clause(clause_id).body.split())


@pytest.mark.parametrize(("name", "clause_id"), CLAUSES_BY_NAME.items(), ids=list(CLAUSES_BY_NAME))
def test_every_point_has_a_clause(library: Library, name: str, clause_id: str) -> None:
    clause = library.clause(clause_id)
    assert clause.front.status is ClauseStatus.STABLE
    assert clause.front.reviewed is None, "no lawyer has reviewed it"


@pytest.mark.parametrize("base", NEGOTIATED)
def test_a_negotiated_point_has_three_positions(library: Library, base: str) -> None:
    family = [c for c in map(library.clause, library.clause_files) if c.base == base]
    assert {clause.front.position for clause in family} == set(Position)


@pytest.mark.parametrize("base", NEGOTIATED)
def test_a_playbook_names_positions_of_its_clause(library: Library, base: str) -> None:
    playbook = library.playbook(base)
    assert playbook is not None
    assert set(playbook.stances) == {"provider", "customer"}
    for side, stance in playbook.stances.items():
        preferred, fallback = library.clause(stance.preferred), library.clause(stance.fallback)
        assert preferred.base == fallback.base == base
        assert preferred.front.position == side
        assert fallback.front.position is Position.BALANCED


def test_every_playbook_belongs_to_a_negotiated_point(library: Library) -> None:
    assert set(library.playbook_files) == set(NEGOTIATED)


@pytest.mark.parametrize("clause_id", ["earn_back", "earn_back_provider", "earn_back_customer"])
@pytest.mark.parametrize("part", EARN_BACK_PARTS)
def test_an_earn_back_has_all_six_parts(library: Library, clause_id: str, part: str) -> None:
    assert re.search(EARN_BACK_PARTS[part], words_of(library, f"remedies.{clause_id}"))


@pytest.mark.parametrize(
    "clause_id", ["limitation", "limitation_provider", "limitation_customer", "cap"]
)
def test_a_limit_of_liability_leaves_out_what_no_law_lets_be_limited(
    library: Library, clause_id: str
) -> None:
    body = words_of(library, f"liability.{clause_id}")
    for kept in ("death", "personal injury", "fraud", "wilful default"):
        assert kept in body
    assert re.search(r"liability that the law does not allow to be limited", body)
    assert re.search(r"price adjustment|Service Credits count", body), "relation to credits"


@pytest.mark.parametrize("side", ["", "_provider", "_customer"])
def test_credits_are_no_penalty_and_say_what_stands_beside_them(
    library: Library, side: str
) -> None:
    body = words_of(library, f"remedies.service_credits{side}")
    assert "a price adjustment" in body
    assert "not a penalty" in body
    assert "remedy" in body


@pytest.mark.parametrize("side", ["", "_provider", "_customer"])
def test_an_audit_says_how_data_is_kept_who_looks_how_often_and_who_reports(
    library: Library, side: str
) -> None:
    body = words_of(library, f"audit.records{side}")
    for part in (r"keep \S+ raw|\{\{ keep \}\}", r"auditor", r"calendar year", r"report_within"):
        assert re.search(part, body)


def test_contract_terms_stay_out_of_agreements_that_bind_nobody_at_law(library: Library) -> None:
    for clause_id in library.clause_files:
        clause = library.clause(clause_id)
        if set(clause.front.topics) & {"liability", "insurance", "law", "anti-assignment"}:
            internal = {"internal-sla", "sales-marketing-sla", "ola", "inter-department"}
            assert not internal & set(clause.front.kinds), clause_id
            assert "any" not in clause.front.kinds, clause_id
