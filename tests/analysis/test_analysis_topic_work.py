"""A topic of contracts counts where one passage does its work."""

import pytest

from clausewright.analysis.draft import AnalysisSettings, Draft, scanner_for
from clausewright.analysis.topic_work import WORK, is_at_work
from clausewright.model.span import Span
from clausewright.readers import read


@pytest.mark.parametrize(
    ("topic", "sentence"),
    [
        ("entire-agreement", "This agreement is the entire understanding of the parties."),
        ("entire-agreement", "It supersedes all that was said before."),
        ("entire-agreement", "It voids any and all previous agreements of the parties."),
        ("entire-agreement", "It is the final, complete and exclusive statement of their terms."),
        ("change", "This agreement may be amended by both parties."),
        ("change", "No amendment is valid unless signed."),
        ("change", "Its terms may only be varied in writing."),
        ("change", "Changes are made by a change order."),
    ],
)
def test_words_that_do_the_work(topic, sentence):
    assert is_at_work(topic, sentence, [Span(0, len(sentence))])


@pytest.mark.parametrize(
    ("topic", "sentence"),
    [
        (
            "entire-agreement",
            "The Supplier shall use no other resin without prior written consent.",
        ),
        ("entire-agreement", "Either party may terminate the whole or a part on prior notice."),
        ("change", "The Quality Agreement may be updated by the laboratory."),
        ("change", "It may be terminated by either party at any time."),
        ("change", "The Supplier shall keep the software at the updated release."),
    ],
)
def test_words_that_do_other_work(topic, sentence):
    assert not is_at_work(topic, sentence, [Span(0, len(sentence))])


def test_other_topics_need_no_such_words():
    assert is_at_work("law", "", [])
    assert set(WORK) == {"entire-agreement", "change"}


CONTRACT = """SUPPLY AGREEMENT

This Supply Agreement is made by and between Harbour Inc. and Quay Ltd. WHEREAS the parties agree:

1. Supply. The Supplier shall hereby sell the goods, and shall not change raw material without the
prior written consent of the Buyer. {more}

2. Law. The governing law hereof is that of Ireland, notwithstanding the place of breach of this
agreement. Neither party shall be liable for force majeure.
"""


def topics(more):
    draft = Draft(
        read("a.md", CONTRACT.format(more=more).encode()), AnalysisSettings(), scanner_for()
    )
    assert draft.profile.name == "contract"
    return draft


def test_consent_to_new_material_is_no_entire_agreement():
    assert "entire-agreement" not in topics("").topics
    whole = "This agreement is the entire agreement of the parties and supersedes all prior ones."
    assert "entire-agreement" in topics(whole).topics
