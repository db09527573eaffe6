import codecs
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from linting_drafts import rule

from clausewright.lint_rules.rule import Finding
from clausewright.linting.fixes import fix_source
from clausewright.linting.settings import Settings
from clausewright.linting.source import source_for, with_data
from clausewright.model.errors import InputError
from clausewright.model.finding import Applicability, Edit, Fix


def fixing(code, word, new, applicability=Applicability.SAFE):
    def check(draft, options, hits):
        for hit in hits:
            yield Finding(hit.span, "found", fix=Fix("mend", applicability, (Edit(hit.span, new),)))

    return rule(code, check, phrases=(word,))


def fix(data, *, unsafe=False, name="draft.md"):
    data = data if isinstance(data, bytes) else data.encode()
    options = Settings(profile="external-sla", profile_source="option")
    return fix_source(with_data(source_for(name, options, Path(name)), data), unsafe=unsafe)


def test_safe_fixes_are_applied_and_counted(use_rules):
    use_rules(fixing("AAA001", "teh", "the"))
    fixed = fix("Teh fee and teh term.")
    assert fixed.data == b"the fee and the term."
    assert len(fixed.applied) == 2


def test_unsafe_fixes_only_when_asked(use_rules):
    use_rules(fixing("AAA001", "teh", "the", Applicability.UNSAFE))
    assert fix("teh").applied == ()
    assert fix("teh", unsafe=True).data == b"the"


def test_fixes_that_are_only_shown_are_never_applied(use_rules):
    use_rules(fixing("AAA001", "teh", "the", Applicability.DISPLAY))
    assert fix("teh", unsafe=True).applied == ()


def test_of_overlapping_fixes_the_first_is_applied_then_the_draft_is_read_again(use_rules):
    use_rules(fixing("AAA001", "one two", "x"), fixing("BBB001", "two three", "y"))
    assert fix("one two three").data == b"x three"


def test_fixes_that_undo_each_other_end(use_rules):
    use_rules(fixing("AAA001", "yin", "yang"), fixing("BBB001", "yang", "yin"))
    fixed = fix("yin")
    assert fixed.data == b"yang"
    assert len(fixed.applied) == 1


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (b"", "cp1252"),
    ],
)
def test_the_encoding_and_line_ends_stay(use_rules, mark, encoding):
    use_rules(fixing("AAA001", "teh", "the"))
    text = (
        "The Caf\u00e9 pays what \u201cFee\u201d says.\r\nThis is teh end\rand the last line.\r\n"
    )
    before = mark + text.encode(encoding)
    expected = mark + text.replace("teh", "the").encode(encoding)
    assert fix(before).data == expected


def test_markup_around_the_words_stays(use_rules):
    use_rules(fixing("AAA001", "teh", "the"))
    assert fix("> - **teh** [teh](x) `teh` &amp; teh").data == (
        b"> - **the** [the](x) `the` &amp; the"
    )


def test_what_is_no_text_is_refused(use_rules):
    use_rules(fixing("AAA001", "teh", "the"))
    with pytest.raises(InputError):
        fix(b"\x00\x01")


PIECES = st.sampled_from(
    ["teh", "the", "fee", " ", "  ", "\n", "\r\n", "\n\n", "- ", "> ", "**", "# ", "| a | b |", "`",
     "é", "中", "&amp;", "\\*", "1. ", "\t", "<!-- x -->", "\u200b"]
)  # fmt: skip


@settings(
    max_examples=150,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(st.lists(PIECES, max_size=25).map("".join))
def test_fixing_is_idempotent_and_touches_nothing_else(use_rules, text):
    use_rules(fixing("AAA001", "teh", "THE"))
    once = fix(text)
    assert fix(once.data).applied == ()
    assert once.data.decode().replace("THE", "teh") == text
