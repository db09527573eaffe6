"""What the wording rules share: profiles, measures, context, options of a house."""

import dataclasses

import pytest

from clausewright.lint_rules import wording
from clausewright.lint_rules.wording import (
    escape_clause,
    vague_effort,
    vague_quality,
    vague_quantity,
    vague_time,
    weak_commitment,
)
from clausewright.model.finding import Severity
from clausewright.testing import draft_of, findings_of

RULES = {rule.code: rule for rule in wording.RULES}


def said(rule, text, profile="external-sla"):
    draft = draft_of(rule, text, profile)
    return [draft.document.text_of(f.span) for f in findings_of(rule, text, profile)]


@pytest.mark.parametrize(
    "text",
    [
        "The Supplier may promptly end the trial.",
        "If the Customer does not promptly pay, the Supplier may stop.",
        "The Supplier is not bound to act promptly.",
        "The Supplier has the right to leave promptly.",
        "## Act promptly",
        "> The Supplier shall act promptly.",
        "The word \u201cpromptly\u201d shall be avoided.",
        "`promptly`",
    ],
)
def test_words_that_bind_nobody_are_tolerated(text):
    assert said(vague_time.RULE, text, "contract") == []


def test_a_time_measures_promptness_and_a_count_does_not():
    assert said(vague_time.RULE, "The Supplier shall promptly, in 2 hours, answer.") == []
    assert said(vague_time.RULE, "The Supplier shall promptly answer 3 mails.") == ["promptly"]


def test_overlapping_phrases_speak_once():
    text = "The Supplier shall use commercially reasonable efforts to restore it."
    assert said(vague_effort.RULE, text) == ["commercially reasonable efforts"]


def test_efforts_are_a_hint_in_a_contract():
    text = "The Supplier shall use reasonable efforts to restore it."
    (level,) = findings_of(vague_effort.RULE, text, "contract")
    assert level.severity is Severity.INFO
    (level,) = findings_of(vague_effort.RULE, text, "external-sla")
    assert level.severity is None


def test_settled_idiom_is_silent_in_a_contract():
    text = "The Supplier shall keep the goods in good working order."
    assert said(vague_quality.RULE, text) == ["good working order"]
    assert said(vague_quality.RULE, text, "contract") == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("- Immediate notification of faults", ["Immediate"]),
        ("We provide reliable support to you.", ["reliable"]),
        ("The Supplier shall keep adequate staff.", ["adequate"]),
        ("The appropriate party shall sign.", []),
        ("Effective Date: 1 March 2026", []),
        ("This agreement gives a complete list of services.", []),
        ("Staff is adequate.", []),
    ],
)
def test_single_words_are_read_in_their_sentence(text, words):
    rule = vague_time.RULE if "Immediate" in text else vague_quality.RULE
    assert said(rule, text) == words


def test_a_contract_needs_no_language_tier():
    rule = vague_quality.RULE
    text = "The Supplier shall keep adequate and reliable staff."
    draft = draft_of(rule, text, "contract")
    list(rule.check(draft, rule.options, draft.hits_of(rule.code)))
    assert draft.language.sentences_read == ()


def test_a_house_may_add_words():
    rule = vague_quantity.RULE
    options = dataclasses.replace(rule.options, words=("umpteen",))
    text = "The Supplier shall answer umpteen calls."
    (finding,) = findings_of(rule, text, options=options)
    assert "umpteen" in finding.message


@pytest.mark.parametrize("code", sorted(RULES))
def test_no_word_is_declared_twice(code):
    options = RULES[code].options
    for field in dataclasses.fields(options):
        words = getattr(options, field.name)
        assert len(words) == len(set(words))


@pytest.mark.parametrize("code", ["WRD001", "WRD002", "WRD003", "WRD004", "WRD006", "WRD012"])
def test_one_endless_sentence_takes_linear_time(code):
    rule = RULES[code]
    text = "We shall promptly and (if possible) use best efforts for most of the cases " * 2000
    assert findings_of(rule, text, "contract") is not None


LEVELS = "\n\n## 1. Services\n\nHosting.\n"


@pytest.mark.parametrize(
    ("rule", "text", "level"),
    [
        # a duty of somebody: the rule's own level
        (vague_quality, "The Supplier shall keep adequate staff.", None),
        (vague_quality, "Our data centres run on resilient power.", None),
        (vague_quality, "The Supplier shall allocate the necessary staff.", None),
        (vague_effort, "The Supplier shall use best efforts to restore the Service.", None),
        (vague_quantity, "The Service can be down for a limited number of hours.", None),
        (weak_commitment, "The Supplier aims to restore the Service after a fault.", None),
        (escape_clause, "The Supplier shall restore backups where possible.", None),
        # effort stays effort where nothing is guaranteed
        (vague_effort, "We make a reasonable attempt to help but cannot guarantee a result.", None),
        # a promise in an introduction, a duty behind its subject, the whole of what is handed over
        (vague_quality, "# SLA\n\nThe Host shall give reliable support." + LEVELS, None),
        (vague_quality, "# SLA\n\nWe are committed to giving reliable support." + LEVELS, "info"),
        (vague_quality, "A high level of security must be maintained.", None),
        (vague_quality, "The Customer shall provide all necessary information.", None),
        (vague_quality, "The Customer shall provide all relevant information.", "info"),
        # a number of another sentence, which opens with a name in small letters, measures nothing
        (
            vague_effort,
            "acme uses best efforts to restore the portal. acme keeps each backup for twelve months.",
            None,
        ),
        # a purpose, an introduction, a lead-in, a disclaimer, a choice of words: a hint
        (vague_quality, "The Supplier shall use tools in order to give adequate support.", "info"),
        (vague_quality, "# SLA\n\nWe provide a reliable service to users." + LEVELS, "info"),
        (vague_quality, "## 1. Overview\n\nWe provide reliable support.", "info"),
        (vague_quality, "The Supplier provides excellent support:\n\n- by telephone", "info"),
        (vague_quality, "The Supplier shall buy the necessary tools.", "info"),
        (vague_quality, "The Supplier shall give adequate support as set out in Annex 2.", "info"),
        (vague_quality, "We give excellent support but cannot guarantee it.", "info"),
        (vague_quality, "We want to give our users excellent support.", "info"),
        (weak_commitment, "It is expected that some events need more support.", "info"),
        (weak_commitment, "Given that we want to support users, we count errors.", "info"),
        (weak_commitment, "Our goal is to become the leader of our market.", "info"),
        (escape_clause, "Updated plan (if available) after the review of the Service.", "info"),
        # what the document is about, what is only told, thanks
        (weak_commitment, "This page outlines what support you can expect.", "info"),
        (vague_time, "In practice, our systems refresh the data continuously.", "info"),
        (vague_quality, "Thank you for choosing our highly available service.", "info"),
        (
            weak_commitment,
            "# SLA\n\n## Introduction\n\nWe are committed to support." + LEVELS,
            "info",
        ),
        # settled terms of visits, secrets and meetings; times that an instrument sets
        (
            vague_time,
            "The Supplier shall admit auditors who visit at all reasonable times.",
            "info",
        ),
        (vague_time, "The parties shall meet at mutually agreed times.", "info"),
        (
            vague_time,
            "The Supplier shall timely file data under the schedule of the Tariff.",
            "info",
        ),
        (
            vague_effort,
            "The Supplier shall take reasonable measures to keep trade secrets.",
            "info",
        ),
        (
            vague_effort,
            "The Supplier shall use best efforts to answer within the Target Response Time.",
            "info",
        ),
        (vague_quality, "The Supplier shall keep adequate logs to the extent requested.", "info"),
        (vague_quality, "The Supplier shall add sufficient lines as agreed by both.", "info"),
        (vague_quantity, "There are a limited number of seats.", "info"),
        # what the next sentence fixes elsewhere, concessions, purposes in a list, cases of need
        (
            vague_time,
            "The Host shall answer promptly. It shall do so within the time frames of section 2.",
            "info",
        ),
        (vague_effort, "While we make every effort to help, some faults have no cure.", "info"),
        (
            vague_quality,
            "The plan has two aims:\n\n- to restore data\n- to give adequate support to users",
            "info",
        ),
        (
            vague_quality,
            "The Supplier shall:\n\n- to the users, give adequate support",
            None,
        ),
        (escape_clause, "The Supplier shall act as required when a line fails.", "info"),
        (vague_effort, "The Supplier shall take corrective action for failed backups.", "info"),
        (vague_quality, "The Supplier shall give due consideration to each request.", "info"),
        # what is done in running a service, and a word with "may" beside the duty
        (weak_commitment, "Support tickets are usually answered by a person.", None),
        (vague_time, "We shall answer questions that may arise promptly.", None),
        # steps that are taken when needed, where nobody owes them
        (escape_clause, "## Recovery\n\n1. Find the cause\n2. Update the plan if needed", "info"),
        (escape_clause, "## Duties of the Supplier\n\n- Update the plan if needed", None),
        (escape_clause, "The Supplier shall test patches as needed.", None),
    ],
)
def test_what_a_sentence_does_sets_the_level(rule, text, level):
    (finding,) = findings_of(rule.RULE, text)
    assert (finding.severity and finding.severity.value) == level


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("We answer promptly, at the latest on the next working day.", []),
        ("We shall promptly pay each invoice when due.", []),
        ("We shall answer in a timely manner to be agreed upon by the parties.", []),
        ("The levels are reviewed once a year. We are to hold regular reviews of them.", []),
        ("The levels are reviewed by both. We are to hold regular reviews of them.", ["regular"]),
        ("We shall promptly tell you, and in any event within the Cure Period.", []),
        ("We shall promptly tell you within ____ days.", []),
        ("We shall promptly tell you. This notice shall be given within 2 days.", []),
        ("We shall promptly tell you. Fees are due within 30 days.", ["promptly"]),
        ("We shall promptly tell you and shall pay within 30 days.", ["promptly"]),
        ("We answer promptly as follows:\n\n- class 1: 30 minutes\n- class 2: 4 hours", []),
        ("We answer promptly as follows:\n\n- by telephone\n- by mail", ["promptly"]),
        ("The Supplier answers promptly.\n\n- class 1: 30 minutes", ["promptly"]),
    ],
)
def test_a_limit_beside_or_right_after_measures_a_time(text, words):
    assert said(vague_time.RULE, text) == words


def test_a_service_inside_a_contract_is_held_to_results():
    rule = vague_effort.RULE
    text = "The Supplier shall use reasonable efforts to resolve support tickets."
    (level,) = findings_of(rule, text, "contract")
    assert level.severity is None


HOSTING = "# Hosting Agreement\n\n"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (HOSTING + "The Provider shall take adequate backups of the hosted data.", 1),
        (HOSTING + "The Provider shall restore the Service in a professional manner.", 1),
        (HOSTING + "The Customer shall keep adequate books.", 0),
        (HOSTING + "## 9. Liability\n\nThe Provider shall take adequate backups.", 0),
        ("# Licence\n\nThe Licensor shall take adequate backups of the hosted data.", 0),
    ],
)
def test_single_words_speak_of_services_in_service_contracts(text, said):
    found = findings_of(vague_quality.RULE, text, profile="contract")
    assert len(found) == said


@pytest.mark.parametrize(
    "text",
    [
        "- **Regular Maintenance**: Sunday, 02:00 to 04:00",
        "- Regular Maintenance: Sunday, 02:00 to 04:00",
        "- **Prompt Requests** are all other requests.",
        "| Kind | Sent by |\n|---|---|\n| **Regular Updates** | mail |",
        "The Supplier shall answer each call Promptly while the desk is open.",
    ],
)
def test_a_name_is_no_promise(text):
    assert said(vague_time.RULE, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "- **Response**: we answer promptly",
        "- **We answer promptly** and we tell you why.",
        "| Kind | Sent by |\n|---|---|\n| We answer promptly | mail |",
        "THE SUPPLIER SHALL ANSWER PROMPTLY.",
        "Promptly after a fault the Supplier shall call.",
    ],
)
def test_a_promise_in_bold_or_capitals_is_one(text):
    assert [words.lower() for words in said(vague_time.RULE, text)] == ["promptly"]


@pytest.mark.parametrize(
    "text",
    [
        "The repair is subject to the Customer's prompt notice of the fault.",
        "The Supplier shall defend the claim, provided that the Customer: promptly reports it.",
        "The Supplier shall pay, provided that the Customer:\n\n- promptly reports the claim",
        "Upon reasonable prior notice to the Supplier, the Customer shall have the right to see it.",
        "The managers would promptly meet.",
        "The term is extended, provided, however, that the party repairs it and gives prompt notice.",
        "The Supplier shall keep copies so that the data can be restored promptly.",
        "Late reports may affect the ability to repair the fault in a timely manner.",
    ],
)
def test_conditions_and_rights_are_no_promises(text):
    assert said(vague_time.RULE, text, "contract") == []


def test_work_subject_to_a_promise_of_the_same_sentence_is_one():
    text = "Work is subject to approval and shall be done promptly."
    assert said(vague_time.RULE, text, "contract") == ["promptly"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "The Supplier shall move it to a place chosen by the Customer in its sole discretion.",
            [],
        ),
        ("The Supplier shall answer in its sole discretion.", ["in its sole discretion"]),
    ],
)
def test_discretion_of_who_chooses_is_no_escape(text, words):
    assert said(escape_clause.RULE, text) == words


def test_need_is_no_escape_in_a_contract():
    (finding,) = findings_of(
        escape_clause.RULE,
        HOSTING + "The Provider shall apply patches to the hosted service as needed.",
        "contract",
    )
    assert finding.severity is Severity.INFO


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        (vague_quality, "The Provider shall take adequate backups of the hosted service."),
        (vague_quality, "The Provider shall restore the service in a professional manner."),
        (weak_commitment, "The Provider generally answers requests for support."),
        (vague_quantity, "The Provider shall give several updates on each outage."),
    ],
)
def test_words_of_praise_are_a_matter_of_style_in_a_contract(rule, text):
    (finding,) = findings_of(rule.RULE, HOSTING + text, "contract")
    assert finding.severity is Severity.INFO


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The desk shall answer in a helpful manner.", ["in a helpful manner"]),
        ("The desk shall answer in a calm and helpful manner.", ["in a calm and helpful manner"]),
        ("The desk shall answer in a professional manner.", ["professional manner"]),
        ("The desk shall answer in the same manner.", []),
        ("The desk shall answer in a similar manner.", []),
        ("The desk shall answer in a prescribed manner.", []),
        ("The desk shall answer in a timely manner.", []),
        ("The desk shall answer in a manner that Annex 2 sets.", []),
        ("The manner of the answer shall be told.", []),
    ],
)
def test_any_word_may_grade_a_manner(text, words):
    assert said(vague_quality.RULE, text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The staff of the Supplier shall be responsive.", ["responsive"]),
        ("The service will be reliable.", ["reliable"]),
        ("The service is reliable.", []),
        ("Written notice shall be sufficient to end the term.", []),
        ("This agreement shall be effective from 1 March 2026.", []),
    ],
)
def test_what_a_service_shall_be_is_a_promise(text, words):
    assert said(vague_quality.RULE, text) == words


@pytest.mark.parametrize(
    ("rule", "text", "level"),
    [
        # what the other side waits for
        (vague_time, "The Licensee shall promptly pay each shortfall.", None),
        (vague_time, "The Licensee shall notify the Licensor promptly of each claim.", None),
        (vague_time, "The Licensee agrees to tell the Owner promptly after each theft.", None),
        (vague_time, "The Buyer shall give prompt notice of each shortage.", None),
        (vague_time, "Credits shall be made promptly upon demand.", None),
        (
            vague_time,
            "The Agent shall use best efforts to sell and shall promptly report each sale.",
            None,
        ),
        (vague_time, "The Agent shall, at its own cost, promptly return the samples.", None),
        # what contracts leave to custom
        (vague_time, "The parties shall promptly discuss a new date.", "info"),
        (vague_time, "The Artist shall promptly learn each song.", "info"),
        (vague_time, "Layouts should be submitted as early as possible.", "info"),
        (vague_time, "The Agent shall give market information on an ongoing basis.", "info"),
        (vague_time, "The Issuer shall promptly notify the Agent of each stop order.", "info"),
        (vague_time, "Notices shall be sent by fax (and promptly confirmed by letter).", "info"),
        (vague_time, "The Buyer shall remain obligated to promptly pay all fees due.", "info"),
        (vague_time, "The Agent shall use its best efforts to promptly send leads.", "info"),
        (vague_time, "The parties shall promptly send each other new forms.", "info"),
        (vague_time, "The committee shall promptly report on each test.", "info"),
        (vague_time, "The Buyer shall inform the Seller promptly of each loss.", None),
        (vague_time, "The Host shall see that faults are reported promptly to the Buyer.", None),
        (vague_time, "Promptly after the start, each side will discuss the plan.", "info"),
        (vague_time, "Upon giving prompt notice the Buyer shall be excused.", "info"),
        (vague_time, "The Issuer shall promptly file each Form 8-K and pay its cost.", "info"),
        (
            vague_time,
            "The Host shall expeditiously pursue the aims of the hosting services.",
            "info",
        ),
        (vague_time, "The Host shall promptly escalate problems with the hosting services.", None),
        (vague_time, "The Agent shall give lessons in a timely and friendly manner.", "info"),
        (vague_quality, "The books shall adhere to industry standards.", "info"),
        (escape_clause, "Where practicable, the Buyer shall show the mark.", "info"),
        (escape_clause, "The Host shall restore backups where possible.", None),
        (escape_clause, "The price of support services shall be due if and when billed.", "info"),
        (weak_commitment, "The support services shall consider each comment.", "info"),
        # on services
        (vague_effort, "The Host shall use best efforts to run the hosting services.", None),
        (vague_quantity, "The Host shall take a limited number of backups.", None),
    ],
)
def test_a_contract_is_warned_of_services_and_of_timed_acts(rule, text, level):
    (found,) = findings_of(rule.RULE, text, "contract")
    assert (found.severity and str(found.severity)) == level
    assert ("commonly" in found.message) == (level is not None and rule is not weak_commitment)
