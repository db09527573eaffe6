"""Every point that service agreements regulate has its clause, and every metric its level."""

from __future__ import annotations

import pytest

from clausewright.checking.smallest import smallest_agreement
from clausewright.generator.library import Library

SERVICES = {
    "purpose and scope": "scope.introduction",
    "purpose and scope between teams": "scope.teams",
    "scope of one level for all customers": "scope.all_customers",
    "status: standalone": "scope.status",
    "status: schedule": "scope.status_schedule",
    "status: internal": "scope.status_internal",
    "service description": "services.description",
    "service packages": "services.packages",
    "exclusions": "services.exclusions",
    "service hours": "hours.service_hours",
    "service hours with calendar, time zone and holidays": "hours.calendar",
    "working hours of two teams": "hours.working_hours",
    "support channels": "support.channels",
    "customer responsibilities": "responsibilities.customer",
    "provider responsibilities": "responsibilities.provider",
    "mutual contributions between departments": "responsibilities.contributions",
    "information exchange between departments": "reporting.information_exchange",
    "goals of both teams": "goals.both_teams",
    "KPIs drawn from the service levels": "measurement.kpis",
    "internal outputs against customer outcomes": "goals.outcomes",
    "contract managers and contacts": "responsibilities.managers",
    "on-boarding": "services.onboarding",
    "capacity and workload limits": "capacity.limits",
    "internal support processes": "services.internal_processes",
    "processes outside the contract": "cooperation.outside_processes",
    "underpinning contracts": "subcontracting.underpinning",
}
LEVELS = {
    "availability of a service": "levels.availability",
    "availability of an application": "levels.application_availability",
    "availability per package": "levels.package_availability",
    "network uptime": "levels.network_uptime",
    "network quality": "levels.packet_loss",
    "network support": "support.network",
    "power uptime": "levels.power_uptime",
    "single-outage limit": "levels.single_outage",
    "number of maintenance windows": "levels.maintenance_windows",
    "planned maintenance": "levels.planned_maintenance",
    "emergency maintenance": "levels.emergency_maintenance",
    "severity classes": "levels.severity_classes",
    "response: acknowledgement": "levels.acknowledgement",
    "response: human reply": "levels.incident_times",
    "response: start of work": "levels.work_start",
    "update interval": "levels.update_interval",
    "restore": "levels.restoration",
    "resolution": "levels.incident_times",
    "removal of the cause": "levels.correction",
    "latency": "levels.latency",
    "throughput": "levels.throughput",
    "error rate": "levels.error_rate",
    "first-contact resolution": "levels.first_contact_resolution",
    "speed of answer": "levels.speed_of_answer",
    "abandonment": "levels.abandonment",
    "turnaround": "levels.turnaround",
    "on-time delivery": "levels.on_time_delivery",
    "accuracy": "levels.accuracy",
    "defect rate": "levels.defect_rate",
    "backup with RPO and RTO": "continuity.recovery",
    "satisfaction": "levels.satisfaction",
    "security-incident notice": "security.incident_notice",
    "patching": "security.patching",
}
BETWEEN_TEAMS_AND_PROVIDERS = {
    "lead volume": "leads.volume",
    "lead arithmetic": "leads.arithmetic",
    "lead qualification": "leads.qualification",
    "lead follow-up": "leads.follow_up",
    "lead acceptance": "leads.acceptance",
    "share of leads accepted": "leads.acceptance_rate",
    "feedback to marketing": "leads.feedback",
    "OLA support of a named SLA": "scope.supported_agreement",
    "hand-over times": "levels.hand_over",
    "common metrics across providers": "cooperation.common_metrics",
    "shared-fault attribution": "cooperation.shared_faults",
    "cooperation between providers": "cooperation.providers",
}
MEASUREMENT = {
    "baseline": "measurement.baseline",
    "re-baselining": "measurement.rebaselining",
    "measurement method": "measurement.method",
    "data source": "measurement.data_source",
    "monitoring tool": "measurement.tool",
    "reporting: one report": "reporting.reports",
    "reporting: structure, interval, who": "reporting.structure",
}
ITEMS = {**SERVICES, **LEVELS, **BETWEEN_TEAMS_AND_PROVIDERS, **MEASUREMENT}


@pytest.fixture(scope="module")
def library() -> Library:
    return Library()


@pytest.mark.parametrize(("item", "clause_id"), ITEMS.items(), ids=ITEMS)
def test_every_item_has_its_clause(library: Library, item: str, clause_id: str) -> None:
    assert library.clause(clause_id).front.status != "retired", item


def test_every_clause_of_these_items_has_a_place_in_a_blueprint(library: Library) -> None:
    homeless = [i for i in ITEMS.values() if smallest_agreement(library, library.clause(i)) is None]
    assert homeless == []


def test_there_are_at_least_25_metrics(library: Library) -> None:
    assert len(library.metric_files) >= 25


def test_every_metric_is_stated_by_a_clause(library: Library) -> None:
    stated = {metric for clause in library.clauses for metric in clause.front.metrics}
    assert stated == set(library.metric_files)


def test_every_label_that_is_a_term_is_defined_where_its_level_stands(library: Library) -> None:
    for clause in library.clauses:
        for metric in map(library.metric, clause.front.metrics):
            if metric.in_text is None:
                assert metric.label in clause.front.defines, (clause.id, metric.id)


def test_every_metric_of_few_events_or_samples_says_what_low_volume_does(library: Library) -> None:
    """A share of few cases turns on one of them; whoever picks a target must be told."""
    shares = [m for m in map(library.metric, library.metric_files) if m.unit == "percent"]
    silent = [m.id for m in shares if m.kind != "continuous" and m.low_volume is None]
    assert silent == []


def test_every_share_counts_good_or_bad_cases_of_all(library: Library) -> None:
    shares = [m for m in map(library.metric, library.metric_files) if m.unit == "percent"]
    for metric in shares:
        assert metric.ratio is not None, metric.id
        assert (metric.ratio.bad is None) == (metric.comparator == "at least"), metric.id
