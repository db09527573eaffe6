import pytest

from clausewright.lint_rules.engine import unread_text
from clausewright.lint_rules.length import over_length_document
from clausewright.lint_rules.length.over_length_document import Options
from clausewright.lint_rules.references import duplicate_number, numbering_gap
from clausewright.lint_rules.topics import duplicate_section, empty_section
from clausewright.lint_rules.typing import numbering_typo
from clausewright.model.finding import Applicability, Severity
from clausewright.testing import findings_of

RULES = (numbering_gap.RULE, duplicate_number.RULE, numbering_typo.RULE)


def said(text, profile="contract", form="text"):
    return [
        (rule.code, f.message) for rule in RULES for f in findings_of(rule, text, profile, form)
    ]


def clauses(*numbers):
    return "".join(
        f"{number} The Supplier shall keep record {number} safe.\n\n" for number in numbers
    )


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        (("4.1", "4.2", "4.4"), [("REF003", "4.4 follows 4.2: 4.3 is missing")]),
        (("4.1", "4.2", "4.5"), [("REF003", "4.5 follows 4.2: 4.3 and 4.4 are missing")]),
        (("4.1", "4.2", "4.9"), []),
        (("4.1", "4.2", "4.2", "4.4"),
         [("TYP004", "4.2 stands between 4.2 and 4.4: it must be 4.3")]),
        (("4.1", "4.2", "4.2", "4.3"),
         [("REF004", "4.2 is also the number of the clause at line 3")]),
        (("(a)", "(b)", "(c)", "(a)", "(b)"), []),
        (("(i)", "(ii)", "(iii)", "(iv)", "(v)"), []),
        (("(g)", "(h)", "(i)", "(j)"), []),
        (("12.3", "12.3A", "12.4"), []),
        (("ARTICLE I:", "ARTICLE II:", "ARTICLE III:", "ARTICLE IV:", "ARTICLE V:", "ARTICLE VI:",
          "ARTICLE VII:", "ARTICLE VIII:", "ARTICLE IX:", "ARTICLE X:"), []),
    ],
)  # fmt: skip
def test_runs_of_numbers(numbers, expected):
    assert said(clauses(*numbers)) == expected


def test_a_number_inside_a_paragraph_fills_the_gap():
    text = clauses("4.1", "4.2") + "It also keeps (see 4.3 below) the rest.\n\n" + clauses("4.4")
    assert said(text) == []


def test_numbers_of_a_contents_table_and_of_schedules_are_their_own():
    text = (
        "TABLE OF CONTENTS\n\n1. Scope ........ 2\n\n3. Fees ........ 3\n\n"
        + clauses("1.", "2.", "3.")
        + "SCHEDULE 1\n\n"
        + clauses("1.", "2.")
    )
    assert said(text) == []


def test_the_mend_of_a_misprint_changes_only_its_last_part():
    text = clauses("4.1", "4.2", "4.2", "4.4")
    (finding,) = findings_of(numbering_typo.RULE, text, "contract", "text")
    assert finding.fix.applicability is Applicability.SAFE
    (edit,) = finding.fix.edits
    assert (text[edit.span.start : edit.span.end], edit.text) == ("2", "3") or edit.text == "3"
    assert len(edit.span) == 1


@pytest.mark.parametrize(
    "text",
    [
        "# A\n\n## Appendices\n\n### Appendix A\n\nText of it.\n",
        "# A\n\n## 1. Scope\n\n## Purpose\n\nHosting.\n",
        "# A\n\n## Schedule 1\n\n## Schedule 2\n\nTimes.\n",
        "# SLA\n\n# Between A and B\n\nText.\n",
        "# A\n\n## One\n\n## Two\n\n## Three\n\n## Four\n\nText.\n",
    ],
)
def test_headings_that_only_look_empty(text):
    assert findings_of(empty_section.RULE, text) == []


def test_sections_of_a_repeated_form_are_no_duplicates():
    form = "## 1. Seller\n\nName of the seller in full.\n\n## 2. Buyer\n\nName of the buyer.\n\n"
    assert findings_of(duplicate_section.RULE, form * 2) == []


def test_limits_of_pages_by_profile_and_by_option():
    text = "\n\n".join("The Supplier shall report each outage to the Customer." for _ in range(150))
    (finding,) = findings_of(over_length_document.RULE, text)
    assert finding.severity is Severity.WARNING if "of 5" in finding.message else Severity.INFO
    assert findings_of(over_length_document.RULE, text, "contract") == []
    assert findings_of(over_length_document.RULE, text, options=Options(max_pages=20)) == []
    (finding,) = findings_of(
        over_length_document.RULE, text, "contract", options=Options(max_pages=1)
    )
    assert finding.severity is Severity.WARNING


def test_a_contract_above_forty_pages_is_told():
    text = "\n\n".join(
        "The Supplier shall report each outage to the Customer." for _ in range(1400)
    )
    (finding,) = findings_of(over_length_document.RULE, text, "contract")
    assert finding.severity is Severity.INFO
    assert "above the limit of 40" in finding.message


def test_a_picture_without_words_is_told():
    (finding,) = findings_of(unread_text.RULE, "Uptime is:\n\n![](formula.png)\n\nof a month.\n")
    assert finding.message == "not read: a picture without a description"
    assert findings_of(unread_text.RULE, "Uptime is ![up / all](formula.png) of a month.\n") == []
