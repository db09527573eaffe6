import pytest

from clausewright.readers.docx import clause_number
from clausewright.word.document import read_word
from clausewright.word.numbering import ListNumber
from clausewright.word.numerals import numeral
from clausewright.word.package import Package
from word_files import abstract, docx, num, numbered, p, restart, style

LEGAL = (
    ("decimal", "%1.", ""),
    ("decimal", "%1.%2", ""),
    ("lowerLetter", "(%3)", ""),
    ("lowerRoman", "(%4)", ""),
)


def labels(*body, numbering="", styles=None):
    word = read_word(Package("a.docx", docx(*body, numbering=numbering, styles=styles)))
    return [number.label if number else None for number in word.numbers]


def walk(*places, numbering, styles=None):
    """Labels of paragraphs given as (list, level)."""
    body = (numbered("text", number, level) for number, level in places)
    return labels(*body, numbering=numbering, styles=styles)


def test_levels_count_and_start_again():
    places = [(1, level) for level in (0, 1, 2, 2, 1, 2, 0, 1)]
    assert walk(*places, numbering=abstract(0, *LEGAL) + num(1, 0)) == [
        "1.", "1.1", "(a)", "(b)", "1.2", "(a)", "2.", "2.1"
    ]  # fmt: skip


def test_a_level_that_was_skipped_counts_from_its_start():
    places = [(1, 2), (1, 2), (1, 1), (1, 0), (1, 2)]
    assert walk(*places, numbering=abstract(0, *LEGAL) + num(1, 0)) == [
        "(a)", "(b)", "1.2", "2.", "(a)"
    ]  # fmt: skip


def test_a_level_that_was_skipped_is_no_parent():
    body = (numbered("text", 1, level) for level in (0, 2, 1, 2))
    word = read_word(Package("a.docx", docx(*body, numbering=abstract(0, *LEGAL) + num(1, 0))))
    assert [number.parents for number in word.numbers] == [(), ("1.",), (), ("1.2",)]


def test_lists_of_one_definition_go_on_counting():
    both = abstract(0, *LEGAL) + num(1, 0) + num(2, 0)
    assert walk((1, 0), (2, 0), (1, 1), (2, 1), numbering=both) == ["1.", "2.", "2.1", "2.2"]


def test_a_start_override_holds_from_its_first_use():
    both = abstract(0, *LEGAL) + num(1, 0) + num(2, 0, restart(0, 5))
    assert walk((1, 0), (1, 0), (2, 0), (2, 0), (1, 0), (2, 0), numbering=both) == [
        "1.", "2.", "5.", "6.", "7.", "8."
    ]  # fmt: skip


def test_legal_numbers_show_every_level_in_digits():
    levels = (("upperRoman", "Article %1", ""), ("decimal", "Section %1.%2", "<w:isLgl/>"))
    found = walk((1, 0), (1, 0), (1, 1), numbering=abstract(0, *levels) + num(1, 0))
    assert found == ["Article I", "Article II", "Section 2.1"]


def test_a_level_may_never_restart_or_only_after_one():
    levels = (
        ("decimal", "%1.", ""),
        ("decimal", "%1.%2", '<w:lvlRestart w:val="0"/>'),
        ("lowerLetter", "(%3)", '<w:lvlRestart w:val="1"/>'),
    )
    places = [(1, level) for level in (0, 1, 2, 1, 2, 0, 1, 2)]
    assert walk(*places, numbering=abstract(0, *levels) + num(1, 0)) == [
        "1.", "1.1", "(a)", "1.2", "(b)", "2.", "2.3", "(a)"
    ]  # fmt: skip


def test_an_instance_may_give_a_level_of_its_own():
    level = (
        '<w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0"><w:start w:val="3"/>'
        '<w:numFmt w:val="upperLetter"/><w:lvlText w:val="Part %1"/></w:lvl></w:lvlOverride>'
    )
    numbering = abstract(0, *LEGAL) + num(1, 0, level)
    assert walk((1, 0), (1, 0), numbering=numbering) == ["Part C", "Part D"]


def test_a_numbering_style_lends_its_list():
    linked = '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="House"/></w:abstractNum>'
    numbering = abstract(0, *LEGAL, more='<w:styleLink w:val="House"/>') + linked
    properties = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    styles = style("House", "House list", properties, kind="numbering")
    found = walk((2, 0), (2, 1), (1, 1), numbering=numbering + num(1, 0) + num(2, 1), styles=styles)
    assert found == ["1.", "1.1", "1.2"]


def styled(name):
    return p("text", properties=f'<w:pStyle w:val="{name}"/>')


def test_styles_carry_numbers():
    levels = (
        ("decimal", "%1.", '<w:pStyle w:val="H1"/>'),
        ("decimal", "%1.%2", '<w:pStyle w:val="H2"/>'),
    )
    number = '<w:pPr><w:numPr>{}<w:numId w:val="1"/></w:numPr></w:pPr>'
    styles = (
        style("H1", "heading 1", number.format(""))
        + style("H2", "heading 2", number.format(""))
        + style("Mine", "Mine", based_on="H1")
        + style(
            "None", "None", '<w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>', based_on="H1"
        )
    )
    body = (styled("H1"), styled("H2"), styled("Mine"), styled("None"), styled("H2"))
    found = labels(*body, numbering=abstract(0, *levels) + num(1, 0), styles=styles)
    assert found == ["1.", "1.1", "2.", None, "2.1"]


def test_numbers_are_taken_off_by_number_zero():
    numbering = abstract(0, *LEGAL) + num(1, 0)
    assert walk((1, 0), (0, 0), (7, 0), (1, 0), numbering=numbering) == ["1.", None, None, "2."]


def test_an_empty_paragraph_counts_and_a_section_break_does_not():
    number = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    body = (p(properties=number), p(properties=number + "<w:sectPr/>"), p("x", properties=number))
    assert labels(*body, numbering=abstract(0, *LEGAL) + num(1, 0)) == ["1.", None, "2."]


def test_bullets_are_signs():
    numbering = abstract(0, ("bullet", "\uf0b7", ""), ("bullet", "–", "")) + num(1, 0)
    word = read_word(
        Package("a.docx", docx(numbered("a", 1), numbered("b", 1, 1), numbering=numbering))
    )
    assert [(n.label, n.bullet) for n in word.numbers] == [("•", True), ("–", True)]


def test_styles_and_lists_that_name_each_other_in_a_circle_end():
    linked = '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="A"/></w:abstractNum>'
    properties = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    styles = style("A", "A", properties, kind="numbering", based_on="B") + style(
        "B", "B", based_on="A"
    )
    assert walk((1, 0), numbering=linked + num(1, 0), styles=styles) == [None]


@pytest.mark.parametrize(
    ("kind", "values"),
    [
        ("decimal", {1: "1", 12: "12"}),
        ("decimalZero", {1: "01", 12: "12", 112: "112"}),
        ("lowerLetter", {1: "a", 26: "z", 27: "aa", 28: "bb", 53: "aaa"}),
        ("upperLetter", {2: "B"}),
        ("lowerRoman", {4: "iv", 9: "ix", 40: "xl", 1999: "mcmxcix"}),
        ("upperRoman", {14: "XIV"}),
        ("ordinal", {1: "1st", 2: "2nd", 3: "3rd", 4: "4th", 11: "11th", 22: "22nd", 113: "113th"}),
        ("cardinalText", {1: "One", 21: "Twenty-one", 100: "One hundred", 0: "Zero"}),
        ("ordinalText", {1: "First", 12: "Twelfth", 20: "Twentieth", 21: "Twenty-first"}),
        ("chicago", {1: "*", 2: "†", 5: "**"}),
        ("none", {3: ""}),
        ("russianLower", {3: "3"}),
    ],
)
def test_number_formats(kind, values):
    assert {value: numeral(value, kind) for value in values} == values


@pytest.mark.parametrize(
    ("label", "parents", "number"),
    [
        ("4.2", (), "4.2"),
        ("4.", (), "4"),
        ("(a)", ("4.2",), "4.2(a)"),
        ("(i)", ("4.2", "(a)"), "4.2(a)(i)"),
        ("(a)", (), "a"),
        ("a)", ("1.",), "1.a"),
        ("Article IV", (), "IV"),
        ("SECTION 4.2.", (), "4.2"),
        ("Schedule 1 -", (), "1"),
        ("§ 4", (), "§ 4"),
    ],
)
def test_clause_numbers(label, parents, number):
    assert clause_number(ListNumber(label, len(parents), False, parents)) == number
