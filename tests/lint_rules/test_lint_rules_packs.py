"""Packs: what their YAML may hold, what each kind of rule says, and the packs that ship."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausewright.files.yaml import load_yaml
from clausewright.lint_rules.pack import load_pack, pack_file
from clausewright.lint_rules.pack_format import checked_pack
from clausewright.lint_rules.pack_kinds.kind import Frame
from clausewright.lint_rules.pack_kinds.order import longest_rising
from clausewright.lint_rules.pack_scope import Scope, Where
from clausewright.lint_rules.pack_sources import shipped_packs
from clausewright.lint_rules.rule import Bad, Good
from clausewright.model.errors import ConfigurationError
from clausewright.model.finding import Applicability
from clausewright.testing import faults_of, findings_of

HEAD = "pack: acme\ntitle: House rules\nrules:\n"
TOLD = "    name: house-rule\n    severity: warning\n    help: mend it\n"


def rule_text(*lines):
    return HEAD + "  ACM001:\n" + TOLD + "".join(f"    {line}\n" for line in lines)


def rule_of(tmp_path, *lines):
    file = tmp_path / "house.yaml"
    file.write_text(rule_text(*lines), "utf-8")
    (rule,) = load_pack(pack_file(file)).rules
    return rule


def found(rule, text, **more):
    return [
        text[f.span.start : f.span.end] if f.span else None
        for f in findings_of(rule, text, format="text", **more)
    ]


@pytest.mark.parametrize("name", sorted(shipped_packs()))
def test_the_examples_of_a_shipped_pack_hold(name):
    pack = load_pack(pack_file(shipped_packs()[name]))
    assert pack.name == name
    for rule in pack.rules:
        assert faults_of(rule) == ()
        assert any(isinstance(one, Bad) for one in rule.examples)
        assert any(isinstance(one, Good) for one in rule.examples)


def test_phrases_are_told_but_for_their_exceptions(tmp_path):
    rule = rule_of(
        tmp_path,
        'phrases: ["{best|reasonable} endeavours"]',
        "apart from: [best endeavours committee]",
        "unless: [as defined in Schedule 4]",
        "message: '\"{found}\" owes nothing'",
    )
    text = "The Supplier shall use best endeavours and Reasonable Endeavours to restore it."
    assert found(rule, text) == ["best endeavours", "Reasonable Endeavours"]
    assert findings_of(rule, text)[0].message == '"best endeavours" owes nothing'
    assert found(rule, "The Supplier asks the best endeavours committee.") == []
    assert found(rule, "It uses best endeavours as defined in Schedule 4. It pays.") == []
    assert found(rule, "It pays as defined in Schedule 4. It uses best endeavours.") == [
        "best endeavours"
    ]


def test_swaps_keep_the_capitals(tmp_path):
    rule = rule_of(tmp_path, "swaps: {prior to: before}", "fix: safe")
    findings = findings_of(rule, "Prior to each change and prior to noon it asks.\n\nPRIOR TO IT.")
    assert [f.fix.edits[0].text for f in findings] == ["Before", "before", "BEFORE"]
    assert {f.fix.applicability for f in findings} == {Applicability.SAFE}
    assert findings[1].message == '"prior to": write "before"'


def test_words_are_told_in_all_their_forms(tmp_path):
    rule = rule_of(tmp_path, "words: {Supplier: [Vendor, Service Company]}")
    text = "Vendors pay. The Vendor's staff and the vendor\u2019s tools. Service Companies pay."
    findings = findings_of(rule, text, format="text")
    assert found(rule, text) == ["Vendors", "Vendor", "vendor", "Service Companies"]
    assert [f.fix.edits[0].text for f in findings] == [
        "Suppliers",
        "Supplier",
        "Supplier",
        "Suppliers",
    ]


def test_topics_are_told_once_each_and_not_where_they_are(tmp_path):
    rule = rule_of(tmp_path, "topics: [law, insurance]")
    law = "This agreement is governed by the law of England and Wales."
    assert [f.topic for f in findings_of(rule, f"# Agreement\n\n{law}\n")] == ["insurance"]


@pytest.mark.parametrize(
    ("limit", "expected"),
    [
        ("document pages: 0.01", [None]),
        ("section words: 12", ["Records"]),
        ("sentence words: 10", ["The Supplier shall keep a record of each call for two years."]),
    ],
)
def test_a_limit_is_told_where_it_is_exceeded(tmp_path, limit, expected):
    text = (
        "# Records\n\nThe Supplier shall keep a record of each call for two years.\n\nIt pays.\n"
        "\n## Calls\n\nCalls are free.\n"
    )
    rule = rule_of(tmp_path, f"limit: {{{limit}}}")
    findings = findings_of(rule, text)
    assert [f.span and rule_words(text, f) for f in findings] == expected
    assert findings_of(rule, "# Records\n\nIt pays.\n") == [] or "pages" in limit


def rule_words(text, finding):
    plain = text.replace("# ", "").replace("#", "").replace("\n\n", "\n").strip("\n")
    return plain[finding.span.start : finding.span.end]


def test_the_fewest_sections_are_out_of_order(tmp_path):
    rule = rule_of(tmp_path, "order: [Definitions, Services, '{Fees|Charges}', Term]")
    sections = ("Charges", "Definitions", "Our services", "Term", "Other")
    text = "\n\n".join(f"# {number}. {title}\n\nText." for number, title in enumerate(sections, 1))
    (finding,) = findings_of(rule, text)
    assert finding.message == '"Charges" is out of order: it belongs after "Our services"'
    good = "\n\n".join(f"# {t}\n\nText." for t in ("Services", "Late fees", "Fees", "Term"))
    assert findings_of(rule, good) == []


@given(st.permutations(range(8)))
def test_a_longest_rising_run_rises_and_none_is_longer(ranks):
    run = longest_rising(ranks)
    values = [ranks[at] for at in run]
    assert values == sorted(values)
    assert run == sorted(run)
    longest = [1] * len(ranks)
    for i in range(len(ranks)):
        for j in range(i):
            if ranks[j] < ranks[i]:
                longest[i] = max(longest[i], longest[j] + 1)
    assert len(run) == max(longest)


SCOPED = """\
# Vendor selection

"Vendor list" means the list of the vendor.

The vendor pays. He said "the vendor" must pay.

> The vendor is quoted.

## Limitation of liability

The liability of the Supplier is limited to the fees paid to the vendor in a year.
"""


@pytest.mark.parametrize(
    ("where", "lines"),
    [
        ("operative text", [5, 11]),
        ("text", [3, 3, 5, 11]),
        ("definitions", [3, 3]),
        ("headings", [1]),
        ("everywhere", [1, 3, 3, 5, 5, 7, 11]),
    ],
)
def test_a_rule_looks_where_it_is_told_to(tmp_path, where, lines):
    rule = rule_of(tmp_path, "phrases: [vendor]", f"where: {where}")
    text_lines = [line for line in SCOPED.split("\n") if line]
    starts, at = [], 0
    for line in text_lines:
        starts.append(at)
        at += len(line.lstrip("#> ")) + 1
    numbers = [number for number, line in enumerate(SCOPED.split("\n"), 1) if line]
    said = [
        numbers[max(i for i, start in enumerate(starts) if start <= f.span.start)]
        for f in findings_of(rule, SCOPED)
    ]
    assert said == lines


def test_a_rule_looks_only_in_the_sections_of_its_topics(tmp_path):
    rule = rule_of(tmp_path, "phrases: [vendor]", "topics of: [liability]")
    assert len(findings_of(rule, SCOPED)) == 1


@pytest.mark.parametrize(
    ("lines", "line", "told"),
    [
        (["phrases: [a]", "swaps: {a: b}"], 9, "a rule is of one kind, not phrases and swaps"),
        (["phrase: [a]"], 4, 'did you mean "phrases"'),
        (["phrases: [a]", "wher: text"], 9, 'unknown key "wher"; did you mean "where"?'),
        (["phrases: []"], 8, '"phrases" takes a list'),
        (["phrases: ['{a|b']"], 8, "has a brace without its partner"),
        (["phrases: ['...']"], 8, "needs a word in each of its readings"),
        (["phrases: [" + "x" * 201 + "]"], 8, "is longer than 200 characters"),
        (["phrases: ['" + "{a|b}" * 9 + "']"], 8, "stands for 512 readings"),
        (["phrases: [a]", "message: 'no {fund}'"], 9, "the message has no {fund}"),
        (["phrases: [a]", "where: headers"], 9, 'did you mean "headings"?'),
        (["phrases: [a]", "topics of: [liabilty]"], 9, 'did you mean "liability"?'),
        (["phrases: [a]", "profiles: [external]"], 9, 'did you mean "external-sla"?'),
        (["phrases: [a]", "fix: safe"], 9, "only swaps and words have a fix"),
        (["phrases: [a]", "examples:", "  - bad: a b"], 10, "marks «what is told»"),
        (["phrases: [a]", "examples:", "  - text: a b"], 10, "a mapping with bad or good"),
        (["phrases: [a]", "examples:", "  - good: a", "    profil: ola"], 11, '"profile"?'),
        (["swaps: {a: ''}"], 8, '"a" takes a text'),
        (["swaps: {a: '{b|c}'}"], 8, "holds alternatives"),
        (["swaps: {a b: [c]}"], 8, '"a b" takes a text'),
        (["words: {Supplier: ['a,b']}"], 8, "without a comma"),
        (["topics: [insurence]"], 8, 'did you mean "insurance"?'),
        (["limit: {sentence words: many}"], 8, "takes a number"),
        (["limit: {sentence words: 0}"], 8, "a number above 0"),
        (["limit: {sentence words: 9, section words: 9}"], 8, "one limit a rule"),
        (["limit: {sentences: 9}"], 8, 'did you mean "sentence words"?'),
        (["limit: {sentence words: 9}", "where: text"], 9, 'unknown key "where"'),
        (["order: [Fees]"], 8, "two titles or more"),
    ],
)
def test_what_a_rule_may_not_hold_is_refused_with_its_line(lines, line, told):
    with pytest.raises(ConfigurationError) as raised:
        checked_pack(load_yaml(rule_text(*lines), "house.yaml"))
    assert told in str(raised.value)
    assert str(raised.value).startswith(f"house.yaml:{line}: ")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "a pack takes a mapping"),
        ("pack: x\n", "a pack needs title"),
        ("pack: A B\ntitle: t\nrules: {}\n", '"A B" is no name'),
        ("pack: a\ntitle: t\nrules: {}\n", "at least one rule"),
        ("pack: a\ntitle: t\nrules: {ac1: {}}\n", '"ac1" is no code'),
        ("pack: a\ntitle: t\nrules: {ACM001: {name: n}}\n", "a rule needs one of phrases"),
        ("pack: a\ntitle: t\nrules: {ACM001: {phrases: [a]}}\n", "ACM001 needs name"),
    ],
)
def test_what_is_no_pack_is_refused(text, told):
    with pytest.raises(ConfigurationError, match=r"house\.yaml:") as raised:
        checked_pack(load_yaml(text, "house.yaml"))
    assert told in str(raised.value)


def test_two_rules_of_one_name_are_refused():
    text = rule_text("phrases: [a]") + "  ACM002:\n" + TOLD + "    phrases: [b]\n"
    with pytest.raises(ConfigurationError, match='ACM001 has the name "house-rule" already'):
        checked_pack(load_yaml(text, "house.yaml"))


def test_what_fills_a_message_is_not_filled_again():
    frame = Frame("{found} {other} {found}", Scope((Where.TEXT,)), Applicability.SAFE)
    assert frame.told(found="{other}") == "{other} {other} {other}"
    assert Frame("a {", Scope((Where.TEXT,)), Applicability.SAFE).told(found="b") == "a {"


def test_a_pack_is_read_as_yaml_once(tmp_path, monkeypatch):
    monkeypatch.setenv("CLAUSEWRIGHT_CACHE_DIR", str(tmp_path / "cache"))
    file = tmp_path / "house.yaml"
    file.write_text(rule_text("phrases: [vendor]"))
    first = load_pack(pack_file(file))
    load_pack.cache_clear()
    monkeypatch.setattr("clausewright.lint_rules.pack.load_yaml", None)
    again = load_pack(pack_file(file))
    assert again.rules[0].options == first.rules[0].options
    assert again.lines == {"ACM001": (4, ())}
