"""The language tier: lazy, exact offsets, a pipeline of the user's refines it."""

import subprocess
import sys

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from clausewright.language import Language, patterns
from clausewright.language.sentences import sentence_starts
from clausewright.lint_rules.duties import duty_without_actor
from clausewright.model.errors import ConfigurationError
from clausewright.testing import draft_of

SENTENCE = "Where the Customer asks, reports shall be promptly sent by the Supplier; it may wait."


def found(text, pattern):
    parsed = Language().parse(text)
    return [
        text[parsed.tokens[g.first].span.start : parsed.tokens[g.end - 1].span.end]
        for g in parsed.groups_of(pattern)
    ]


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (patterns.OBLIGATION, ["shall"]),
        (patterns.PERMISSION, ["may"]),
        (patterns.CONDITION, ["Where"]),
        (patterns.PASSIVE, ["be promptly sent"]),
    ],
)
def test_patterns_are_found_by_name(pattern, words):
    assert found(SENTENCE, pattern) == words


@given(st.text(alphabet="aZ.,;() \n9é“’-", max_size=80))
@settings(max_examples=60)
def test_tokens_stand_where_they_say(text):
    for token in Language().parse(text).tokens:
        assert text[token.span.start : token.span.end] == token.text


def test_sentences_begin_where_the_fast_tier_says():
    text = "The Supplier, e.g. its staff, shall answer. Credits are paid. See cl. 4."
    begun = [t.span.start for t in Language().parse(text).tokens if t.starts_sentence]
    assert begun == list(sentence_starts(text))


def test_each_text_is_read_once():
    language = Language()
    assert language.parse(SENTENCE) is language.parse(SENTENCE)
    assert language.sentences_read == (SENTENCE,)


def test_text_longer_than_one_stretch_keeps_its_offsets():
    text = "word " * 11_000 + "shall end"
    parsed = Language().parse(text)
    assert len(parsed.tokens) == 11_002
    assert parsed.tokens[-1].span.end == len(text)
    (duty,) = parsed.groups_of(patterns.OBLIGATION)
    assert parsed.tokens[duty.first].text == "shall"


def test_a_word_longer_than_one_stretch_is_read():
    parsed = Language().parse("x" * 120_000)
    assert sum(len(token.span) for token in parsed.tokens) == 120_000


def test_index_of_an_offset_between_tokens_is_the_next_token():
    parsed = Language().parse("It  shall pay")
    assert parsed.tokens[parsed.index_at(4)].text == "shall"
    assert parsed.tokens[parsed.index_at(6)].text == "shall"


def test_an_unknown_pipeline_says_what_to_do():
    with pytest.raises(ConfigurationError) as told:
        Language("no_such_pipeline").parse("It shall pay.")
    assert "no_such_pipeline" in str(told.value)
    assert "language.pipeline" in str(told.value)


def test_a_folder_that_is_no_pipeline_says_what_to_do(tmp_path):
    with pytest.raises(ConfigurationError, match=r"language\.pipeline"):
        Language(str(tmp_path)).parse("It shall pay.")


@pytest.fixture
def tiny_pipeline(tmp_path):
    """Build a pipeline that knows one passive and one verb that only looks like one."""
    pipeline = spacy.blank("en")
    ruler = pipeline.add_pipe("attribute_ruler")
    ruler.add([[{"LOWER": "reports"}]], {"POS": "NOUN", "TAG": "NNS", "DEP": "nsubjpass"})
    ruler.add([[{"LOWER": "backups"}]], {"POS": "NOUN", "TAG": "NNS", "DEP": "nsubj"})
    pipeline.to_disk(tmp_path / "tiny")
    return str(tmp_path / "tiny")


def test_a_pipeline_of_the_users_adds_parts_of_speech(tiny_pipeline):
    parsed = Language(tiny_pipeline).parse("Reports shall be sent.")
    assert parsed.tagged
    assert parsed.parsed
    assert parsed.tokens[0].part_of_speech == "NOUN"
    assert parsed.tokens[0].dependency == "nsubjpass"
    assert parsed.tokens[0].head == 0
    assert parsed.groups_of(patterns.PASSIVE)


def test_without_one_nothing_is_tagged():
    parsed = Language().parse("Reports shall be sent.")
    assert not parsed.tagged
    assert not parsed.parsed
    assert parsed.tokens[0].part_of_speech == ""


def passives(text, pipeline):
    draft = draft_of(duty_without_actor.RULE, text)
    draft.language = Language(pipeline)
    hits = draft.hits_of("DUT001")
    check, options = duty_without_actor.RULE.check, duty_without_actor.RULE.options
    return [draft.document.text_of(f.span) for f in check(draft, options, hits)]


def test_dependencies_decide_what_is_passive(tiny_pipeline):
    text = "Reports shall be sent. Backups shall be tested."
    assert passives(text, None) == ["shall be sent", "shall be tested"]
    assert passives(text, tiny_pipeline) == ["shall be sent"]


def test_nothing_imports_spacy_before_a_sentence_is_read():
    code = (
        "import sys; from clausewright.lint_rules import RULES; "
        "from clausewright.language import Language; Language('en_core_web_sm'); "
        "sys.exit('spacy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_spacy_is_imported_without_its_command_line():
    code = (
        "import sys; from clausewright.language.component import load; load(None); "
        "assert 'spacy.cli' not in sys.modules and 'httpx' not in sys.modules; "
        "import spacy.cli; assert callable(spacy.cli.info) and spacy.cli.__file__"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
