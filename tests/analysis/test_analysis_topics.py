import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausewright.analysis.draft import AnalysisSettings, Draft, scanner_for
from clausewright.analysis.line_model import (
    SCALE,
    ZERO,
    Thresholds,
    line_model,
    pack,
    unpack,
)
from clausewright.analysis.topic_lines import lines_of
from clausewright.model.topics import TOPICS
from clausewright.readers import read

SCANNER = scanner_for()


def draft_of(text, name="draft.md"):
    return Draft(read(name, text.encode()), AnalysisSettings(), SCANNER)


def topics_in(text):
    return set(draft_of(text).topics)


SENTENCES = {
    "parties": "This agreement is made between Acme Ltd (the Provider) and Borel Inc.",
    "term": "The initial term is three years from the effective date.",
    "hours": "Support is available Monday to Friday, 9:00 to 17:30 CET, except holidays.",
    "levels": "The service shall be available for at least 99.9% of each calendar month.",
    "severity": "Severity 1: production is down for all users and no workaround exists.\n\n"
    "Severity 2: an important function is impaired for many users.",
    "support": "Users report incidents to the help desk by telephone or e-mail.",
    "maintenance": "Scheduled maintenance takes place on Sundays; five days' notice is given.",
    "measurement": "Uptime is calculated by dividing minutes available by total minutes in the"
    " month.",
    "reporting": "The Provider shall send a monthly report on availability to the Customer.",
    "remedies": "If uptime falls below 99.9%, the Customer gets a service credit of 10%.",
    "claims": "To receive a credit, the Customer must submit a claim within 30 days.",
    "escalation": "Unresolved incidents are escalated to the service manager after four hours.",
    "disputes": "Any dispute shall be settled by arbitration after mediation has failed.",
    "change": "This agreement may be amended only in writing signed by both parties.",
    "review": "This agreement shall be reviewed annually in a service review meeting.",
    "continuity": "Daily backups are kept; the disaster recovery plan is tested yearly.",
    "fees": "The monthly fee of 400 euro is payable within 30 days of the invoice.",
    "liability": "Neither party is liable for indirect or consequential damages.",
    "termination": "Either party may terminate this agreement with three months' written notice.",
    "assignment": "Neither party may assign this agreement without the prior written consent of the"
    " other.",
    "law": "This agreement is governed by the laws of Ireland.",
    "precedence": "In the event of a conflict, the master services agreement shall prevail.",
    "documentcontrol": "Version 1.4, last updated on 12 May 2026. Document owner: A. Kroll.",
    "confidentiality": "Each party shall keep confidential information in confidence.",
    "force-majeure": "Neither party answers for acts of God or causes beyond its control.",
    "insurance": "The Contractor shall maintain general liability insurance of $1,000,000.",
    "renewal": "The term shall automatically renew for successive one-year periods.",
    "entire-agreement": "This is the entire agreement and supersedes all prior understandings.",
    "severability": "If a provision is held invalid, the remaining provisions continue in force.",
    "counterparts": "This agreement may be executed in counterparts, each deemed an original.",
}
NEUTRAL = "The blue folder lies on the table near the window. It holds nine old drawings of boats."


@pytest.mark.parametrize("topic", SENTENCES)
def test_a_plain_sentence_shows_its_topic(topic):
    assert topic in topics_in(SENTENCES[topic])


def test_neutral_prose_shows_hardly_anything():
    assert len(topics_in(NEUTRAL)) <= 2


def test_an_empty_text_has_no_topics():
    assert topics_in("") == set()
    assert topics_in("---\n") == set()


def test_evidence_is_the_passage_that_speaks_of_the_topic():
    text = f"{NEUTRAL}\n\n{SENTENCES['law']}\n\n{NEUTRAL}\n"
    draft = draft_of(text)
    law = draft.topics["law"]
    assert draft.text[law.span.start : law.span.end] == SENTENCES["law"]
    assert law.span in law.passages
    assert not law.by_reference
    assert 0.5 < law.score <= 1


def test_a_heading_alone_is_not_the_evidence_where_text_follows():
    draft = draft_of("## Governing law\n\nThe laws of Ireland govern this agreement.\n")
    law = draft.topics["law"]
    assert draft.text[law.span.start : law.span.end].startswith("The laws")


def test_a_title_that_nothing_stands_under_shows_no_topic():
    body = "The supplier hosts the shop and keeps it running.\n"
    assert "escalation" not in topics_in(f"# Shop\n\n{body}\n## Escalation\n\n## Other\n\n{body}")
    assert "escalation" in topics_in(f"# Shop\n\n{body}\n## Escalation\n\nCall the director.\n")


def test_a_clause_set_as_a_heading_is_read():
    text = "# Shop\n\nHosting.\n\n## 2. Unresolved incidents are escalated to the director.\n"
    assert "escalation" in topics_in(text)


def test_a_topic_that_points_to_the_main_agreement_is_by_reference():
    draft = draft_of("Termination is governed by section 9 of the master services agreement.")
    assert draft.topics["termination"].by_reference
    own = draft_of(
        "Termination is governed by section 9 of the master services agreement.\n\n"
        "Either party may terminate this schedule with three months' written notice."
    )
    assert not own.topics["termination"].by_reference


def test_words_of_a_credit_clause_are_not_fees():
    text = (
        "## Service credits\n\nIf uptime falls below 99.9%, the Customer gets a service credit of"
        " 10% of the monthly fee. Credits are deducted from the next invoice."
    )
    assert "fees" not in topics_in(text)


def test_table_rows_are_read_whole_with_their_header():
    text = "| Class | First response |\n| --- | --- |\n| P1 | 30 minutes |\n"
    lines = list(lines_of(draft_of(text)))
    assert [line.kind for line in lines] == ["cell", "cell"]
    assert len(lines[1].titles) == 1


def test_items_know_the_sentence_that_introduces_them():
    draft = draft_of("The following do not count as downtime:\n\n- power cuts\n- floods\n")
    leads = [line.lead for line in lines_of(draft) if line.kind == "item"]
    assert len(leads) == 2
    assert all(lead is not None for lead in leads)


@given(st.text(alphabet="abc .\n#-|*:99%", max_size=300))
def test_lines_lie_in_the_text_in_order_and_topics_have_evidence(text):
    draft = draft_of(text)
    starts = [line.span.start for line in lines_of(draft)]
    assert starts == sorted(starts)
    for topic in draft.topics.values():
        assert topic.id in TOPICS
        assert draft.text[topic.span.start : topic.span.end].strip()


def test_packed_lanes_add_up_as_single_weights_do():
    model = line_model()
    features = {model.signal("PERCENT"), model.cue("strong", 3), model.cue("weak", 3)}
    count = len(model.topics)
    lanes = unpack(model.lanes(features), 2 * count)
    one_by_one = [unpack(model.lanes({feature}), 2 * count) for feature in features]
    nothing = unpack(model.lanes(set()), 2 * count)
    for lane in range(2 * count):
        expected = nothing[lane] + sum(row[lane] - nothing[lane] for row in one_by_one)
        assert lanes[lane] == expected
    assert lanes[count + 3] == ZERO + round(2.7 * SCALE)
    assert lanes[count + 4] == ZERO


LANES = st.lists(st.tuples(st.integers(0, 2**31 - 1), st.integers(0, 2**31 - 1)), min_size=1)


@given(LANES)
def test_lanes_that_reach_their_threshold_are_told_at_once(pairs):
    values, least = zip(*pairs, strict=True)
    thresholds = Thresholds(least)
    reached = [lane for lane, (value, least) in enumerate(pairs) if value >= least]
    assert thresholds.reached(pack(values)) == reached
    assert unpack(pack(values), len(values)) == values
    thresholds.lift(0, 2**31 - 1 - least[0])
    assert (0 in thresholds.reached(pack(values))) == (values[0] == 2**31 - 1)


def test_the_model_knows_all_topics():
    assert line_model().topics == TOPICS


def test_topics_need_neither_numpy_nor_spacy():
    code = (
        "import sys\n"
        "from clausewright.analysis.draft import AnalysisSettings, Draft, scanner_for\n"
        "from clausewright.readers import read\n"
        "document = read('a.md', b'Uptime is 99.9% a month.')\n"
        "Draft(document, AnalysisSettings(), scanner_for()).topics\n"
        "assert not {'numpy', 'sklearn', 'spacy', 'ruamel'} & set(sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
