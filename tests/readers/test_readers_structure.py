import pytest

from clausewright.readers import read
from clausewright.readers.labels import (
    LabelStyle,
    letter_value,
    read_label,
    roman_text,
    roman_value,
)


def markdown(text):
    return read("draft.md", text.encode("utf-8"))


def plain(text):
    return read("draft.txt", text.encode("utf-8"))


def sections(document):
    return [(s.level, s.number, s.title, s.run_in) for s in document.sections]


def attachments(document):
    return [(a.kind, a.number, a.title) for a in document.attachments]


@pytest.mark.parametrize(
    ("text", "number", "rest"),
    [
        ("4. TITLE", "4", "TITLE"),
        ("4.2 Service credits", "4.2", "Service credits"),
        ("4.2.1. Service", "4.2.1", "Service"),
        ("4.2(a) Service", "4.2(a)", "Service"),
        ("12.3A Notwithstanding", "12.3A", "Notwithstanding"),
        ("2.1Term. This", "2.1", "Term. This"),
        ("ARTICLE IV", "IV", ""),
        ("ARTICLE 4 - FEES", "4", "FEES"),
        ("Section 11.1 Audits.", "11.1", "Audits."),
        ("Section 1.01. Definitions", "1.01", "Definitions"),
        ("\u00a7 3 Fees", "3", "Fees"),
        ("(a) the fee", "(a)", "the fee"),
        ("(iii) the fee", "(iii)", "the fee"),
        ("(a)(ii) the fee", "(a)(ii)", "the fee"),
        ("b) the fee", "b", "the fee"),
        ("IV. FEES", "IV", "FEES"),
        ("A. The Supplier", "A", "The Supplier"),
        ("1) the fee", "1", "the fee"),
    ],
)
def test_labels_are_read(text, number, rest):
    label = read_label(text)
    assert label.number == number
    assert text[label.end :] == rest


@pytest.mark.parametrize(
    "text",
    [
        "4 hours after the report",
        "99.9% of each month",
        "2.5 hours",
        "1.000 EUR",
        "2019 was the year",
        "Section 4 and Section 5 survive",
        "Article 28 of the law applies",
        "(the Supplier) shall",
        "Term. This",
        "30 days",
        "10.000 users",
        "",
    ],
)
def test_other_numbers_are_no_labels(text):
    assert read_label(text) is None


def test_roman_numerals_and_letters():
    assert [roman_value(text) for text in ("iv", "IX", "xl", "iiii", "abc", "")] == [
        4,
        9,
        40,
        None,
        None,
        None,
    ]
    assert all(roman_value(roman_text(value)) == value for value in range(1, 399))
    assert [letter_value(text) for text in ("a", "Z", "aa", "bb", "ab")] == [1, 26, 27, 28, None]
    assert read_label("(i) x").style is LabelStyle.LOWER_LETTER  # told apart by what came before


def test_paths_follow_the_order_of_the_clauses():
    document = plain(
        "4. FEES\n\n4.1 The Customer shall pay:\n\n(a) the fee;\n\n(b) interest, namely\n\n"
        "(i) on demand;\n\n(ii) at once;\n\n(c) costs.\n\n(h) x.\n\n(i) y.\n\n"
        "4.2 Taxes are due.\n\n(a) All of them.\n"
    )
    assert [block.path for block in document.blocks] == [
        "4", "4.1", "4.1(a)", "4.1(b)", "4.1(b)(i)", "4.1(b)(ii)", "4.1(c)", "4.1(h)", "4.1(i)",
        "4.2", "4.2(a)",
    ]  # fmt: skip


def test_initials_and_years_are_no_numbers():
    document = plain("J. Smith signs for the Supplier.\n\nB. Jones signs for the Customer.\n")
    assert [block.number for block in document.blocks] == [None, None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("**4. Title**\n\nText.", [(1, "4", "Title", False)]),
        ("4\\. **Scope.** This applies to all.", [(1, "4", "Scope", True)]),
        ("**4. Scope.** This applies to all.", [(1, "4", "Scope", True)]),
        ("**Section 11.1 Audits.** The Customer may audit.", [(2, "11.1", "Audits", True)]),
        ("## 4.2 Service credits ##\n\nText.", [(2, "4.2", "Service credits", False)]),
        ("### \U0001f539 4. Scope\n\nText.", [(3, "4", "Scope", False)]),
        ("**Definitions:**\n\nText.", [(1, None, "Definitions", False)]),
        ("**Audits.** The Customer may audit.", [(1, None, "Audits", True)]),
        ("1. **Term**\n\n   One year.\n", [(1, "1", "Term", False)]),
    ],
)
def test_markdown_headings_of_every_form(text, expected):
    assert sections(markdown(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ARTICLE IV\n\nINDEMNITY\n\nThe Supplier shall pay.", [(1, "IV", "INDEMNITY", False)]),
        ("Section 11.1 Audits. The Customer may audit.", [(2, "11.1", "Audits", True)]),
        ("5. Indemnification By signing you agree to pay.", [(1, "5", "Indemnification", True)]),
        ("7. PUBLICITY Neither Party shall say so.", [(1, "7", "PUBLICITY", True)]),
        ("4.7 Data protection. Each Party agrees.", [(2, "4.7", "Data protection", True)]),
        ("3.1 Response time for hotline\n\nThe hotline answers each call within one minute of it.",
         [(2, "3.1", "Response time for hotline", False)]),
        ("LIMIT OF LIABILITY\n\nThe cap is 5 EUR.", [(1, None, "LIMIT OF LIABILITY", False)]),
    ],
)  # fmt: skip
def test_text_headings_of_every_form(text, expected):
    assert sections(plain(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "**Effective Date: 1 May 2025**\n\nText.",
        "**Uptime** means 99.9% of each month.",
        "**Response time:** 4 hours\n\nText.",
        "- **Critical**\n- **High**\n",
        "1. Laptop\n2. Desktop Computer\n",
        "> **Note**\n>\n> Text.",
        "| **A** | **B** |\n|---|---|\n| 1 | 2 |",
        "**By: ____________**\n\nText.",
        "**The Supplier shall pay, in full;**\n\nText.",
    ],
)
def test_bold_lines_that_are_no_headings(text):
    assert sections(markdown(text)) == []


@pytest.mark.parametrize(
    "text",
    ["BETWEEN\n\nAlpha Ltd", "3.1 The Supplier shall pay.\n\nMore.",
     "John Smith\n\nChief Officer\n", "4.2 The fee is 5 EUR\n\n4.3 The fee is due."],
)  # fmt: skip
def test_text_lines_that_are_no_headings(text):
    assert sections(plain(text)) == []


def test_levels_nest_by_statement_and_by_number():
    document = markdown(
        "# SLA\n\n## 3. Levels\n\n**3.1 Availability**\n\n99.9%\n\n**3.2 Response**\n\n1 hour\n\n"
        "## 4. Fees\n\n**Terms:**\n\n5 EUR\n"
    )
    assert [(s.level, s.title, s.parent) for s in document.sections] == [
        (1, "SLA", None),
        (2, "Levels", 0),
        (3, "Availability", 1),
        (3, "Response", 1),
        (2, "Fees", 0),
        (3, "Terms", 4),
    ]


def test_attachments_open_at_their_headings():
    document = markdown(
        "# Agreement\n\nThe times in Schedule 1 apply, as does Annex B.\n\n"
        "# Schedule 1 \u2013 Service levels\n\n## 1. Times\n\n1 hour.\n\n"
        "# Annex B\n\n**Contacts**\n\nJo.\n"
    )
    assert attachments(document) == [
        ("schedule", "1", "Service levels"),
        ("annex", "B", "Contacts"),
    ]
    first, second = document.attachments
    assert first.end_block == second.first_block
    assert document.sections[2].attachment == 0


def test_the_stamp_of_a_filed_contract_is_no_attachment():
    document = plain(
        "EXHIBIT 10.13\n\nSUPPLY AGREEMENT\n\n" + "The Supplier shall supply all the goods that are"
        " listed in Exhibit A to this agreement, at the prices and times that stand there, to the"
        " Customer.\n\nEXHIBIT A\n\nGoods and prices are set out below.\n"
    )
    assert attachments(document) == [("exhibit", "A", "")]


def test_a_list_of_attachments_opens_none_of_them():
    document = plain(
        "The following are attached to this agreement between the Supplier and the Customer and"
        " form part of it in all respects, now and later:\n\nSchedule 1 Services\n\n"
        "Schedule 2 Fees\n\nSchedule 1 Services\n\nHosting of the shop.\n\n"
        "Schedule 2 Fees\n\nThe fee is 5 EUR.\n"
    )
    assert [a.first_block for a in document.attachments] == [3, 5]


def test_an_attachment_ends_at_a_higher_heading():
    document = markdown(
        "# A\n\nText.\n\n## Appendices\n\n### Appendix A: Forms\n\nForm.\n\n## Control\n\nV1."
    )
    (appendix,) = document.attachments
    assert document.text_of(document.blocks[appendix.end_block].span) == "Control"


@pytest.mark.parametrize(
    "text",
    [
        "TABLE OF CONTENTS\n\n1. Scope ........ 3\n\n2. Fees ........ 4\n\n1. Scope\n\nAll of it.",
        "Table of Contents\n\n1. Scope 3\n\n2. Fees 4\n\n1. Scope\n\nAll of it is in scope here.",
        "CONTENTS\n\n1. Scope\n\n2. Fees\n\n1. Scope\n\nAll of it is in.\n\n2. Fees\n\nFive EUR.",
    ],
)
def test_a_table_of_contents_has_no_sections(text):
    document = plain(text)
    assert [section.title for section in document.sections if section.number == "1"] == ["Scope"]
    assert document.blocks[1].contents


def test_links_into_the_document_are_contents():
    document = markdown("- [Scope](#scope)\n- [Fees](#fees)\n- [Term](#term)\n\n## Scope\n\nAll.\n")
    assert [block.contents for block in document.blocks] == [True, True, True, False, False]
