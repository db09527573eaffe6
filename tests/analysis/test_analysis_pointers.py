"""What points at a part without naming a section, and hints on numbers that lead nowhere."""

import pytest

from clausewright.lint_rules.references import broken_reference
from clausewright.model.finding import Severity
from clausewright.testing import findings_of

REST = "\n\n## Money\n\nThe credit is 5% of the fee.\n\n## Rest\n\nText."


def hints(text, profile="external-sla"):
    return [
        one.message
        for one in findings_of(broken_reference.RULE, f"## Levels\n\n{text}{REST}\n", profile)
        if one.severity is Severity.INFO
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "Claim as described in the Credit Request Steps.",
            'no part of the document is called "Credit Request Steps"',
        ),
        (
            "See Escalation Matrix for names.",
            'no part of the document is called "Escalation Matrix"',
        ),
        ("Words are found in the Glossary.", 'no part of the document is called "Glossary"'),
        ('To be paid, see "Claims" below.', 'no part of the document is called "Claims"'),
        ("Times are shown in Table 3.", "nothing in the document is labelled table 3"),
        ("The steps of Fig. 2 hold.", "nothing in the document is labelled figure 2"),
        ("Mail us or read [the answers]().", "the text tells to follow a link, and there is none"),
        ("Mail us or read [the answers](#).", "the text tells to follow a link, and there is none"),
        ("Please click here to claim.", "the text tells to follow a link, and there is none"),
        ("The level holds.[^3]", 'there is no footnote "3"'),
        ("Times follow the chart below.", 'there is no "chart below"'),
        (
            "- [Burn Log (Sheet)]\n- [Intake Form]",
            "these brackets are a link without an address, or a place to fill in (and 1 more)",
        ),
        ("As stated in paragraph (d) above.", "no part is seen to be paragraph (d): is it here?"),
        (
            "Our levels, as detailed in section 2, hold:\n\n1. by day\n2. by night",
            "no part is seen to be section 2: is it here?",
        ),
    ],
)
def test_what_leads_nowhere_is_a_hint(text, message):
    assert hints(text) == [message]
    assert hints(text, "contract") == []


@pytest.mark.parametrize(
    "text",
    [
        "See Money for credits.",
        "Claim as described in the [Credit Request Steps](https://acme.test).",
        "Claim as described in the Master Services Agreement.",
        "Claim as described in the Credit Request Steps of the portal.",
        "Times are shown in Table 3.\n\nTable 3: Times",
        "The table 3 times a day is cleaned by us.",
        "See Figure 2 of the handbook.",
        "Please click here: https://acme.test",
        "The level holds.[^3]\n\n[^3]: Each month.",
        "- [ ] to do",
        "As stated in paragraph (b) above.\n\n(a) One.\n\n(b) Two.",
        "Times follow the chart below.\n\n![chart](chart.png)",
        "See the time of day.",
    ],
)
def test_what_leads_somewhere(text):
    assert hints(text) == []


def test_a_section_in_whose_place_another_has_the_title():
    text = "## 1. Levels\n\nThe exclusions are listed in section {}.\n\n## 2. Fees\n\nNet.\n\n"
    text += "## 3. Exclusions\n\nWar.\n"
    found = findings_of(broken_reference.RULE, text.format(2), "external-sla")
    assert [one.message for one in found] == [
        'section 2 does not speak of "exclusions": is it the right one?'
    ]
    assert not findings_of(broken_reference.RULE, text.format(3), "external-sla")
    assert not findings_of(broken_reference.RULE, text.format("2 and 3"), "external-sla")
