"""What a commitment measures, told from the words of its sentence or table."""

import pytest

from clausewright import readers
from clausewright.analysis.draft import AnalysisSettings, Draft, scanner_for
from clausewright.model.facts import Metric

SCANNER = scanner_for()


def metrics(text: str) -> tuple[Metric, ...]:
    document = readers.read("a.md", f"# Service levels\n\n{text}\n".encode())
    return Draft(document, AnalysisSettings("external-sla", "option"), SCANNER).metrics


@pytest.mark.parametrize(
    ("sentence", "name", "value"),
    [
        ("Our engineers get in touch within 4 hours of your report.", "response time", 4),
        ("The help desk confirms receipt within 1 hour.", "response time", 1),
        ("A support agent will be assigned within 1 hour.", "response time", 1),
        (
            "The Supplier shall commence investigation of an incident within 20 minutes.",
            "response time",
            20,
        ),
        (
            "Our initial response to an urgent maintenance call is given within 2 hours.",
            "response time",
            2,
        ),
        ("The Provider shall remedy the failure within 2 days.", "resolution time", 2),
        ("New accounts are set up within 2 days.", "resolution time", 2),
        ("Standard changes are implemented within 5 days.", "resolution time", 5),
        ("Communication frequency: 30 minutes", "update interval", 30),
        ("Data loss shall not exceed 15 minutes.", "rpo", 15),
        ("Pages load within 2 seconds.", "latency", 2),
        ("API calls are answered in under 300 ms.", "latency", 300),
        ("Transactions complete within 5 seconds.", "latency", 5),
        ("The platform shall handle 200 concurrent users.", "throughput", 200),
        ("Fewer than 1% of requests may fail.", "error rate", 1),
        ("The rate of failed transactions shall be at most 0.2%.", "error rate", 0.2),
        ("Downtime shall not exceed 0.1%.", "availability", 0.1),
        ("The portal works 99.5% of the time.", "availability", 99.5),
        ("First-contact resolution: 70%", "other", 70),
        ("Invoices are correct in 98% of cases.", "other", 98),
        ("At least 95% of all orders are delivered on time.", "other", 95),
    ],
)
def test_name_of_a_target(sentence, name, value):
    found = [(one.name, one.target.value) for one in metrics(sentence) if one.target]
    assert found == [(name, value)]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("We get back to you as soon as we can.", "response time"),
        ("Urgent calls are answered without delay.", "response time"),
        ("Faulty parts are replaced without undue delay.", "resolution time"),
        ("Outages will be dealt with as a matter of urgency.", "resolution time"),
        ("Planned maintenance is announced well in advance.", "notice"),
        ("We give reasonable notice of maintenance.", "notice"),
        ("Maintenance takes place outside peak hours.", "maintenance limit"),
        ("We make every effort to keep the service online.", "availability"),
        ("The Provider shall back up data regularly.", "other"),
    ],
)
def test_name_of_a_commitment_without_a_number(sentence, name):
    assert [(one.name, one.target) for one in metrics(sentence)] == [(name, None)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The Customer shall report faults promptly.",
        "Claims must be submitted within 30 days of the outage.",
        "To claim a credit, you must:\n\n- write to us within 10 days\n",
        "The agreement is reviewed every 12 months.",
        "This page was last updated 3 months ago.",
        "Passwords expire after 90 days.",
        "The parties shall promptly discuss any dispute.",
        "The Provider refers reports to the triage process of the team as needed.",
        "A failure may require the immediate shutdown of the system.",
    ],
)
def test_what_promises_nothing_of_a_service(sentence):
    assert metrics(sentence) == ()
