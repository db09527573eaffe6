import pytest
from linting_drafts import lint, on_hits, rule, whole, word_rule

from clausewright.lint_rules.rule import Finding
from clausewright.linting.settings import Settings
from clausewright.model.finding import Applicability, Edit, Fix, Severity
from clausewright.model.span import Position, Span


def codes(result):
    return [finding.code for finding in result.findings]


def test_findings_come_in_order_of_place_whatever_the_order_of_rules(use_rules):
    use_rules(
        word_rule("ZZZ001", "gamma", "alpha"),
        rule("YYY001", whole("the whole")),
        word_rule("AAA001", "beta", "alpha"),
    )
    result = lint("Alpha and beta.\n\nGamma and alpha.")
    assert [(f.code, f.start.line, f.start.column) for f in result.findings] == [
        ("YYY001", 1, 1),
        ("AAA001", 1, 1),
        ("ZZZ001", 1, 1),
        ("AAA001", 1, 11),
        ("ZZZ001", 3, 1),
        ("AAA001", 3, 11),
        ("ZZZ001", 3, 11),
    ]


def test_a_finding_has_its_place_section_and_excerpt(use_rules):
    use_rules(word_rule("AAA001", "quickly"))
    text = "# Deal\n\n## 4. Support\n\nWe answer. The Supplier shall\nact **quickly** here.\n"
    (found,) = lint(text).findings
    assert (found.start.line, found.start.column) == (6, 7)
    assert (found.end.line, found.end.column) == (6, 14)
    assert found.section == "4 Support"
    assert found.excerpt == "The Supplier shall act quickly here."
    assert found.help == "mend it"
    assert found.place is None


def test_a_long_sentence_is_cut_around_the_finding(use_rules):
    use_rules(word_rule("AAA001", "needle"))
    (found,) = lint("word " * 100 + "needle " + "word " * 100).findings
    assert "needle" in found.excerpt
    assert found.excerpt.startswith("…")
    assert found.excerpt.endswith("…")
    assert len(found.excerpt) <= 162


def test_a_rule_with_phrases_is_called_only_where_they_stand(use_rules):
    calls = []

    def check(draft, options, hits):
        calls.append(len(hits))
        yield from ()

    use_rules(rule("AAA001", check, phrases=("absent",)))
    lint("Nothing here.")
    assert calls == []
    use_rules(rule("AAA001", check, phrases=("absent",), always=True))
    lint("Nothing here.")
    assert calls == [0]


def test_a_rule_that_raises_is_named_and_the_others_finish(use_rules):
    def broken(draft, options, hits):
        yield Finding(None, "first")
        raise ZeroDivisionError("oops")

    use_rules(rule("AAA001", broken), word_rule("BBB001", "beta"))
    result = lint("Alpha beta.")
    assert codes(result) == ["BBB001"]
    (error,) = result.errors
    assert error.kind == "internal"
    assert "rule AAA001 rule-aaa001 failed: ZeroDivisionError: oops" in error.message
    assert result.words == 2


def test_a_file_that_cannot_be_read_has_only_its_error():
    result = lint(b"\xff\xfe\x00", name="draft.md")
    assert result.findings == ()
    assert result.profile is None
    assert result.words is None
    assert len(result.errors) == 1


def test_severity_is_the_users_then_the_findings_then_the_rules(use_rules):
    def graded(draft, options, hits):
        yield Finding(None, "a", severity=Severity.ERROR)
        yield Finding(None, "b")

    use_rules(rule("AAA001", graded, severities={"contract": Severity.INFO}))
    assert [f.severity for f in lint("x").findings] == ["error", "warning"]
    contract = Settings(profile="contract", profile_source="option")
    assert [f.severity for f in lint("x", contract).findings] == ["error", "info"]
    own = Settings(profile="contract", severity=(("AAA001", Severity.WARNING),))
    assert [f.severity for f in lint("x", own).findings] == ["warning", "warning"]


def test_what_is_no_agreement_gets_only_general_rules_as_info(use_rules):
    use_rules(
        word_rule("WRD001", "alpha", severity=Severity.ERROR),
        word_rule("DRF001", "alpha", severity=Severity.ERROR),
    )
    result = lint("Alpha.", Settings(profile="none", profile_source="option"))
    assert [(f.code, f.severity) for f in result.findings] == [("DRF001", "info")]
    assert result.worst() is None


def test_a_rule_speaks_only_under_its_profiles(use_rules):
    use_rules(word_rule("AAA001", "alpha", profiles=("ola",)))
    assert codes(lint("Alpha.")) == []
    assert codes(lint("Alpha.", Settings(profile="ola"))) == ["AAA001"]


def fingerprints(text):
    return [finding.fingerprint for finding in lint(text).findings]


def test_a_fingerprint_survives_edits_elsewhere(use_rules):
    use_rules(word_rule("AAA001", "alpha"))
    before = fingerprints("# A\n\nThe alpha is here.\n\n# B\n\nAn alpha is there.")
    after = fingerprints(
        "New words.\n\n# A\n\nMore. THE  alpha is\nhere.\n\n# B\n\nAn alpha is there."
    )
    assert before == after
    assert len(set(before)) == 2


def test_equal_sentences_have_fingerprints_of_their_own(use_rules):
    use_rules(word_rule("AAA001", "alpha"))
    found = fingerprints("# A\n\nAlpha here.\n\nAlpha here.\n\n# B\n\nAlpha here.")
    assert len(set(found)) == 3


def fix_of(use_rules, text, word):
    def check(draft, options, hits):
        for hit in hits:
            fix = Fix("drop", Applicability.SAFE, (Edit(hit.span, "x"),))
            yield Finding(hit.span, "found", fix=fix)

    use_rules(rule("AAA001", check, phrases=(word,)))
    (found,) = lint(text).findings
    return found.fix


def test_a_fix_over_plain_text_is_safe(use_rules):
    fix = fix_of(use_rules, "One two three.", "two three")
    assert fix.applicability is Applicability.SAFE
    assert (fix.edits[0].start.column, fix.edits[0].end.column) == (5, 14)


def test_a_fix_over_markup_is_only_shown(use_rules):
    fix = fix_of(use_rules, "One **two** three.", "two three")
    assert fix.applicability is Applicability.DISPLAY


def test_a_finding_may_stand_outside_the_text(use_rules):
    def check(draft, options, hits):
        yield Finding(None, "a remark", source=Span(2, 5))

    use_rules(rule("AAA001", check))
    (found,) = lint("a\nbcd\n").findings
    assert (found.start.line, found.start.column) == (2, 1)
    assert (found.end.line, found.end.column) == (2, 4)


def test_a_phrase_may_break_over_lines(use_rules):
    use_rules(rule("AAA001", on_hits, phrases=("as soon as",)))
    assert lint("As soon\nas possible").findings[0].message == '"As soon as" was found'


@pytest.mark.parametrize(
    ("before", "after", "cut"),
    [
        (0, 153, (False, False)),
        (0, 154, (False, True)),
        (154, 0, (True, False)),
        (80, 80, (True, True)),
    ],
)
def test_an_excerpt_tells_where_it_is_cut(use_rules, before, after, cut):
    use_rules(word_rule("AAA001", "needle"))
    (found,) = lint("a" * before + " needle " + "b" * after).findings
    assert (found.excerpt.startswith("…"), found.excerpt.endswith("…")) == cut
    assert "needle" in found.excerpt


def test_what_is_missing_between_two_words_ends_where_it_starts(use_rules):
    def check(draft, options, hits):
        yield Finding(Span(4, 4), "nothing stands here")

    use_rules(rule("AAA001", check))
    (found,) = lint("one two").findings
    assert found.start == found.end == Position(1, 5)
