import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reporters_results import EVIL, evil_results, finding, result, unreadable, written

from clausewright.model.finding import Severity
from clausewright.model.span import Place
from clausewright.reporters.plain import columns, printable


def test_concise_is_one_line_a_finding():
    text = written("concise", [result(finding(), finding("b", 2, 3, severity=Severity.ERROR))])
    assert text.splitlines() == [
        "draft.md:1:1: warning AAA001 was found",
        "draft.md:2:3: error AAA001 b",
        "2 findings (1 error, 1 warning) in 1 file",
    ]


def test_summary_tells_files_with_errors_and_may_be_left_out():
    assert written("concise", [result(), unreadable()]).splitlines()[-1] == (
        "no findings in 2 files; 1 file with errors"
    )
    assert written("concise", [result()], quiet=True) == ""


def test_full_marks_the_words():
    text = written("full", [result(finding(column=5), lines=("one two three",))])
    assert text.splitlines()[:4] == [
        "draft.md:1:5: warning AAA001 was found",
        "    1 | one two three",
        "      |     ^^^",
        "  help: mend it",
    ]


def caret_line(line, column, end):
    text = written("full", [result(finding(column=column, end=(1, end)), lines=(line,))])
    shown, carets = text.splitlines()[1:3]
    return shown[8:], carets[8:]


def test_full_counts_wide_characters_tabs_and_combining_marks():
    assert caret_line("中文 abc", 4, 7) == ("中文 abc", "     ^^^")
    assert caret_line("中文 abc", 1, 3) == ("中文 abc", "^^^^")
    assert caret_line("\tabc", 2, 5) == ("    abc", "    ^^^")
    assert caret_line("e\u0301 abc", 4, 7) == ("e\u0301 abc", "  ^^^")
    assert caret_line("\u202eab abc", 5, 8) == ("\\u202eab abc", " " * 9 + "^^^")


def test_full_marks_at_least_one_column_and_to_the_end_of_the_line():
    assert caret_line("abc", 2, 2)[1] == " ^"
    text = written("full", [result(finding(column=2, end=(2, 2)), lines=("abc", "def"))])
    assert text.splitlines()[2] == "      |  ^^"


def test_full_cuts_a_long_line_around_the_words():
    line = "x" * 5000 + " needle " + "y" * 5000
    text = written("full", [result(finding(column=5002, end=(1, 5008)), lines=(line,))], width=80)
    shown, carets = text.splitlines()[1:3]
    assert len(shown) <= 80
    assert shown[carets.index("^") : carets.rindex("^") + 1] == "needle"
    assert shown.count("…") == 2


def test_full_marks_no_more_of_a_long_passage_than_it_shows():
    line = "The Supplier shall " + "deliver the goods in good time " * 30
    for end in ((1, len(line)), (9, 4)):
        text = written("full", [result(finding(column=1, end=end), lines=(line,))], width=80)
        shown, carets = text.splitlines()[1:3]
        assert shown.endswith("…")
        assert not shown.removesuffix("…").endswith(" ")
        assert len(carets) == len(shown) - 1


PART = st.text(st.sampled_from("ab \t中e\u0301😀"), max_size=120)


@given(PART, PART, PART, st.integers(30, 140))
def test_full_marks_what_it_shows_within_the_terminal(before, marked, after, width):
    line = before + marked + after
    found = finding(column=len(before) + 1, end=(1, len(before + marked) + 1))
    shown, carets = written("full", [result(found, lines=(line,))], width=width).split("\n")[1:3]
    assert columns(shown) <= max(width, 50)
    assert len(carets) <= columns(shown) or not columns(marked)


def test_full_shows_no_line_for_the_whole_document():
    text = written("full", [result(finding(whole=True))])
    assert text.splitlines()[1] == "  help: mend it"


def test_grouped_names_each_file_once_and_clean_ones_not():
    text = written("grouped", [result(finding(), finding("b", 12, 3)), result(file="clean.md")])
    assert text.splitlines()[:3] == [
        "draft.md (external-sla)",
        "   1:1  warning  AAA001  was found",
        "  12:3  warning  AAA001  b",
    ]
    assert "clean.md" not in text


def test_colours_only_when_asked():
    assert "\x1b[" in written("concise", [result(finding())], color=True)
    assert "\x1b[" not in written("concise", [result(finding())])


def test_markdown_escapes_markup():
    text = written("markdown", evil_results())
    assert "<script>" not in text.replace("\\<", "")
    row = next(line for line in text.splitlines() if "AAA001" in line)
    assert len(re.findall(r"(?<!\\)\|", row)) == 5


def test_html_escapes_everything_and_stands_alone():
    text = written("html", evil_results())
    assert "<script>alert" not in text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text
    assert "http://" not in text
    assert "https://" not in text
    assert "src=" not in text.replace("default-src", "").replace("style-src", "")


def test_html_marks_overlapping_findings_by_the_worst():
    findings = [
        finding(column=1, end=(1, 6), severity=Severity.INFO),
        finding(column=3, end=(1, 9), severity=Severity.ERROR),
    ]
    text = written("html", [result(*findings, lines=("abcdefghij",))])
    assert '<mark class="info">ab</mark><mark class="error">cdefgh</mark>ij' in text


def test_html_marks_over_several_lines():
    text = written("html", [result(finding(column=3, end=(2, 3)), lines=("abcd", "efgh"))])
    assert 'ab<mark class="warning">cd</mark>' in text
    assert '<mark class="warning">ef</mark>gh' in text


def test_printable_and_columns():
    assert printable("a\x1b\u202e\ud800\u00e9") == "a\\x1b\\u202e\\ud800é"
    assert columns("a中e\u0301") == 4
    assert "\n" not in printable(EVIL)


@pytest.mark.parametrize(
    ("number", "section", "told"),
    [
        ("4.2(a)", "4 Support", " [clause 4.2(a)]"),
        ("(b)", "4 Support", ' [item (b) under "4 Support"]'),
        (None, "4 Support", ' [under "4 Support"]'),
        (None, None, ""),
    ],
)
def test_findings_in_word_files_name_their_clause(number, section, told):
    place = Place("word/document.xml", 7, None, number)
    one = finding(place=place, section=section)
    text = written("concise", [result(one, file="draft.docx")])
    assert text.splitlines()[0] == f"draft.docx:1:1: warning AAA001 was found{told}"
    assert f"was found{told}\n" in written("grouped", [result(one, file="draft.docx")])
