import pytest

from clausewright.analysis.draft import AnalysisSettings, Draft, scanner_for
from clausewright.files.yaml import load_yaml
from clausewright.lint_rules import profile as profiles
from clausewright.lint_rules.profile import Level, load_parts, load_profile
from clausewright.lint_rules.rule import NoOptions
from clausewright.lint_rules.topics import incomplete_topic, missing_topic
from clausewright.lint_rules.wanted_topics import level_for, missing_topics
from clausewright.model.errors import ConfigurationError
from clausewright.model.facts import Dimension
from clausewright.model.finding import Severity
from clausewright.model.topics import PROFILES, SLA_PROFILES
from clausewright.readers import read

SCANNER = scanner_for()


def draft_of(text, profile):
    return Draft(read("a.md", text.encode()), AnalysisSettings(profile, "option"), SCANNER)


@pytest.mark.parametrize("name", PROFILES)
def test_profile_loads_with_reasons_and_known_parts(name):
    profile, parts = load_profile(name), load_parts()
    assert profile.name == name
    assert profile.title
    assert profile.summary
    topics = [one.topic for one in profile.wanted]
    assert len(set(topics)) == len(topics)
    for wanted in profile.wanted:
        assert len(wanted.reason) > 15
        assert wanted.source
        assert set(wanted.parts) <= {part.key for part in parts.get(wanted.topic, ())}


@pytest.mark.parametrize("name", SLA_PROFILES)
def test_core_is_services_or_scope_and_levels(name):
    core = {one.topic: one.or_else for one in load_profile(name).at(Level.CORE)}
    assert set(core) == {"services", "levels"}
    assert "scope" in core["services"]


def test_contract_has_no_core():
    assert not list(load_profile("contract").at(Level.CORE))


def test_parts_name_known_dimensions():
    dimensions = {dimension.value for dimension in Dimension}
    for parts in load_parts().values():
        for part in parts:
            assert set(part.quantities) <= dimensions
            assert part.phrases


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("title: x\n", "a profile has"),
        (
            "title: x\nsummary: y\nmain agreement: []\ntopics:\n  fees:\n    level: core\n",
            "fees has level, reason and source",
        ),
        (
            "title: x\nsummary: y\nmain agreement: [fee]\ntopics: {}\n",
            "no topic is called fee",
        ),
        (
            (
                "title: x\nsummary: y\nmain agreement: []\ntopics:\n  fees:\n    level: high\n"
                "    reason: r\n    source: s\n"
            ),
            "no level high",
        ),
    ],
)
def test_a_wrong_profile_is_refused_with_its_line(text, says):
    with pytest.raises(ConfigurationError, match=says) as raised:
        profiles._checked_profile(load_yaml(text, "mine.yaml"))
    assert raised.value.line


def test_audit_is_required_only_in_a_long_agreement():
    wanted = next(one for one in load_profile("external-sla").wanted if one.topic == "audit")
    short = "The initial term is 12 months from the effective date."
    long = "The initial term is 36 months from the effective date."
    assert level_for(draft_of(short, "external-sla"), wanted) is Level.RECOMMENDED
    assert level_for(draft_of(long, "external-sla"), wanted) is Level.REQUIRED


def test_claims_are_required_only_beside_remedies():
    wanted = next(one for one in load_profile("external-sla").wanted if one.topic == "claims")
    credit = "If uptime falls below 99%, the Customer receives a service credit of 5% of the fee."
    assert level_for(draft_of(credit, "external-sla"), wanted) is Level.REQUIRED
    assert level_for(draft_of("Uptime is 99% a month.", "external-sla"), wanted) is Level.OPTIONAL


def test_topics_of_the_main_agreement_are_not_missed():
    alone = "Uptime is 99% a month."
    schedule = f"This schedule forms part of the master services agreement.\n\n{alone}"
    missed = {one.wanted.topic for one in missing_topics(draft_of(alone, "external-sla"))}
    left = {one.wanted.topic for one in missing_topics(draft_of(schedule, "external-sla"))}
    assert "law" in missed
    assert "law" not in left
    assert "reporting" in left


def test_a_text_without_profile_misses_nothing():
    assert missing_topics(draft_of("Shopping: bread.", "none")) == ()


def test_missing_core_is_an_error_and_unwanted_topics_are_left_out():
    draft = draft_of("The parties agree to meet on Monday.", "external-sla")
    found = list(missing_topic.check(draft, missing_topic.Options(), ()))
    severities = {one.topic: one.severity for one in found}
    assert severities["levels"] is Severity.ERROR
    assert severities["support"] is Severity.WARNING
    assert severities[None] is Severity.INFO
    without = missing_topic.Options(unwanted=("remedies",))
    assert "remedies" not in {one.topic for one in missing_topic.check(draft, without, ())}


UPTIME = "# Service level agreement\n\nThe shop is available for 99.5% of each calendar month.\n"


def severities_of(text, profile=None):
    settings = AnalysisSettings(profile, "option") if profile else AnalysisSettings()
    draft = Draft(read("a.md", text.encode()), settings, SCANNER)
    found = missing_topic.check(draft, missing_topic.Options(), ())
    return {one.topic: (one.severity, one.message) for one in found if one.topic}


def test_a_page_that_is_no_agreement_gets_hints_only():
    text = (
        "# Help\n\nWe answer each support request within 4 business hours. You reach our support"
        " team by e-mail, and our support hours are Monday to Friday.\n"
    )
    found = severities_of(text)
    assert found
    assert {severity for severity, _ in found.values()} == {Severity.INFO}
    assert all("may be no agreement on service levels" in message for _, message in found.values())
    assert Severity.WARNING in {one for one, _ in severities_of(text, "external-sla").values()}


def test_what_serves_a_level_is_a_hint_where_no_level_is_set():
    without = UPTIME.replace(" for 99.5% of each calendar month", "")
    found = severities_of(without, "external-sla")
    assert found["levels"][0] is Severity.ERROR
    assert found["reporting"][0] is Severity.INFO
    assert severities_of(UPTIME, "external-sla")["reporting"][0] is Severity.WARNING


def test_levels_without_figures_are_left_open_not_missing():
    text = (
        "# Service level agreement\n\nThe Provider shall respond to each incident within the times"
        " that the order form lists.\n\nThe Provider shall restore the service within the times"
        " that the order form lists.\n"
    )
    severity, message = severities_of(text, "external-sla")["levels"]
    assert severity is Severity.INFO
    assert "without a number" in message


AGREED = (
    "# Service level agreement\n\nThis agreement is made between Acme Ltd (the Provider) and Borel"
    " Inc (the Customer).\n\nThe Provider hosts the ledger of the Customer.\n\n"
)


@pytest.mark.parametrize(
    ("promise", "severity"),
    [
        ("", Severity.ERROR),
        ("## Service levels\n\nThe ledger is available at a high level.\n", Severity.ERROR),
        ("The ledger is available for [number] percent of each month.\n", Severity.INFO),
        ("The uptime is no less than the level set out in the rider.\n", Severity.INFO),
        ("The uptime is no less than the level set out in section 4 below.\n", Severity.ERROR),
        ("The parties review this agreement every six months in a meeting.\n", Severity.ERROR),
    ],
)
def test_an_agreement_on_levels_without_a_figure_sets_none(promise, severity):
    assert severities_of(AGREED + promise, "external-sla")["levels"][0] is severity


def test_what_would_serve_levels_without_figures_is_a_hint():
    text = AGREED + "## Service levels\n\nThe ledger is available at a high level.\n"
    assert severities_of(text, "external-sla")["remedies"][0] is Severity.INFO


ONE_TIME = "The Provider answers each incident within four business hours.\n"


def test_one_time_of_response_is_a_level_that_little_need_serve():
    found = severities_of(AGREED + ONE_TIME, "external-sla")
    assert "levels" not in found
    severity, message = found["remedies"]
    assert severity is Severity.INFO
    assert "no firm level" in message
    two = AGREED + ONE_TIME + "\nThe Provider resolves each incident within two business days.\n"
    assert severities_of(two, "external-sla")["remedies"][0] is Severity.WARNING


def test_a_page_without_a_figure_gets_a_hint_of_levels():
    text = "# Help\n\nOur support team answers support requests during support hours.\n"
    severity, message = severities_of(text)["levels"]
    assert severity is Severity.INFO
    assert "may be no agreement on service levels" in message


CLAIM = (
    "If uptime falls below 99.5%, you receive a service credit of 5% of the monthly fee.\n\n"
    "## Credit requests\n\nTo receive a service credit, you must submit a claim for the credit to"
    " our support team. The claim must be submitted in writing.\n"
)


@pytest.mark.parametrize(
    ("title", "severity"),
    [("# Service level agreement", Severity.WARNING), ("# Downtime and you", Severity.INFO)],
)
def test_a_part_is_a_hint_where_the_text_claims_nothing(title, severity):
    draft = Draft(read("a.md", f"{title}\n\n{CLAIM}".encode()), AnalysisSettings(), SCANNER)
    found = [one.severity for one in incomplete_topic.check(draft, NoOptions(), ())]
    assert found == [severity]


def test_a_court_may_speak_of_the_law():
    text = "# Consulting agreement\n\nThe courts of Utah decide alone.\n"
    found = severities_of(text, "contract").get("law")
    assert found is None or found[0] is Severity.INFO
