import pytest

from clausewright.analysis.draft import AnalysisSettings, Draft, scanner_for
from clausewright.analysis.kind import is_foreign
from clausewright.readers import read

SCANNER = scanner_for()


def choice(text, settings=None, name="draft.md"):
    return Draft(read(name, text.encode()), settings or AnalysisSettings(), SCANNER).profile


EXTERNAL = """# Service Level Agreement

This agreement between Acme Hosting Ltd and the Customer sets the service levels of the ledger.
Uptime is 99.9% a month. If uptime falls below it, the Customer gets a service credit of 5% of the
monthly fee on the next invoice. Response time to a critical incident is 30 minutes.
"""
INTERNAL = """# Internal service level agreement

The IT department serves all business units and departments of the university. Staff and
researchers reach the service desk during working hours. The service owner reviews the targets;
internal escalation goes to the head of the department. Response time: 4 business hours.
"""
SALES = """# Sales and marketing SLA

The marketing team delivers 120 marketing qualified leads a month. The sales team follows up each
MQL within 24 hours and turns a third of them into sales qualified leads. Leads without an answer go
back to marketing.
"""
OLA = """# Operational level agreement

This operational level agreement (OLA) supports the SLA with finance. The database team restores the
database within 2 hours of a call of the service desk. The OLA is reviewed yearly.
"""
CONTRACT = """DISTRIBUTION AGREEMENT

This Agreement is entered into by and between Acme Corp. and Borel Inc. WHEREAS Acme makes boats,
the parties hereto agree: Distributor shall pay royalties. The Distributor shall indemnify Acme.
Governing law: Oregon. Neither party is liable for force majeure. IN WITNESS WHEREOF the parties
have executed this Agreement. Confidential Information shall be kept, notwithstanding section 4.
"""
GERMAN = """# Dienstvereinbarung

Der Anbieter erbringt die Leistung für den Kunden. Die Verfügbarkeit wird im Monat gemessen und ist
nicht geringer als 99 Prozent. Bei einer Störung antwortet der Anbieter nach vier Stunden.
"""
README = """# fastboat

A small library to draw boats. Install it with `pip install fastboat` and call `draw()`. See the
examples in the folder. Pull requests and bug reports are welcome. Licensed under MIT.

## Usage

Import the module, make a canvas, add a hull and a sail, and save the picture to a file.
"""


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (EXTERNAL, "external-sla"),
        (INTERNAL, "internal-sla"),
        (SALES, "sales-marketing-sla"),
        (OLA, "ola"),
        (CONTRACT, "contract"),
        (GERMAN, "foreign"),
        (README, "none"),
    ],
)
def test_auto_reads_the_text(text, name):
    found = choice(text)
    assert (found.name, found.source) == (name, "text")
    assert found.reason


def test_a_chosen_profile_wins_over_all():
    settings = AnalysisSettings("ola", "option")
    marked = "---\nclausewright.profile: contract\n---\n" + EXTERNAL
    assert (choice(marked, settings).name, choice(marked, settings).source) == ("ola", "option")


def test_the_marker_of_build_wins_over_the_text():
    marked = "---\nclausewright.profile: internal-sla\n---\n" + EXTERNAL
    assert (choice(marked).name, choice(marked).source) == ("internal-sla", "marker")


def test_a_marker_that_names_no_profile_is_passed_over():
    marked = "---\nclausewright.profile: nonsense\n---\n" + EXTERNAL
    assert choice(marked).source == "text"


def test_an_empty_text_is_no_agreement():
    assert choice("").name == "none"


def test_letters_of_other_scripts_are_foreign():
    assert is_foreign(["соглашение", "об", "уровне", "услуг"])
    assert not is_foreign(["sla"])
    assert not is_foreign(["99", "9"])


def test_a_bare_english_table_is_english():
    words = "service response time support hours critical high low target month p1 p2 p3".split()
    assert not is_foreign(words * 3)


PAGE = """# How we help you

We answer each support request within 4 business hours, and we fix critical faults within a day. You
reach our support team by e-mail. Our support hours are Monday to Friday. You tell us the severity.
"""


def test_a_page_addressed_to_everybody_is_no_agreement_with_one_customer():
    text = PAGE.replace("# How we help you", "# Our service level agreement")
    assert choice(text).name == "service-based-sla"
    assert choice(text).claimed


@pytest.mark.parametrize("more", ["", "\n## SLA by plan\n\nGold: 2 hours.\n"])
def test_a_page_that_calls_itself_nothing_claims_no_profile(more):
    assert not choice(PAGE + more).claimed


@pytest.mark.parametrize(
    "text",
    [
        EXTERNAL.replace("# Service Level Agreement", "# Support").replace(
            "Response time", "\n## Service levels\n\nResponse time"
        ),
        PAGE + "\nThis SLA holds for all plans. We may change this SLA.\n",
        EXTERNAL,
        CONTRACT,
    ],
)
def test_what_claims_its_profile(text):
    assert choice(text).claimed


def test_a_named_profile_is_claimed():
    assert choice(PAGE, AnalysisSettings("internal-sla", "option")).claimed


def test_an_amendment_does_not_claim_to_be_a_whole_contract():
    amendment = choice(CONTRACT.replace("DISTRIBUTION AGREEMENT", "AMENDMENT NO. 2"))
    assert amendment.name == "contract"
    assert not amendment.claimed


@pytest.mark.parametrize("title", ["Playbook of additional terms", "Amendment no. 2"])
def test_what_changes_an_agreement_on_levels_claims_no_profile(title):
    assert not choice(EXTERNAL.replace("# Service Level Agreement", f"# {title}")).claimed


def test_a_first_sentence_may_name_an_agreement_that_the_text_is_not():
    text = "# Our goals\n\nWe publish these goals in lieu of a service level agreement.\n"
    assert not choice(text + PAGE).claimed


@pytest.mark.parametrize(
    ("sentence", "claims"),
    [
        ("This agreement represents a service level agreement between us and you.", True),
        ("This document, signed by both, is a Service Level Agreement (SLA).", True),
        ("This memorandum serves as the operational level agreement of the desk.", True),
        ("A service catalogue is a service level agreement in short.", False),
        ("We think that this is fair. Each plan is a service level agreement.", False),
    ],
)
def test_a_sentence_may_declare_what_the_text_is(sentence, claims):
    assert choice(f"{PAGE}\n{sentence}\n").claimed is claims
