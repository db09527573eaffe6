"""The forms of definitions on plain strings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausewright.analysis.term_forms import (
    acronyms,
    quoted_strings,
    terms_in_brackets,
    terms_in_quotes,
)
from clausewright.model.facts import TermForm


def terms(text):
    return list(terms_in_quotes(text, quoted_strings(text)))


def names(text):
    return [term.name for term in terms(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"Downtime" means any loss of service.', ["Downtime"]),
        ("\u201cDowntime\u201d shall mean any loss of service.", ["Downtime"]),
        ("'Downtime' means any loss of service.", ["Downtime"]),
        ("''Downtime'' means any loss of service.", ["Downtime"]),
        ('The term "Downtime" refers to any loss of service.', ["Downtime"]),
        ('"Fees" has the meaning given in section 4.', ["Fees"]),
        ('"Fees", as used in this agreement, means the monthly fees.', ["Fees"]),
        ('"Fee" or "Fees" means the monthly fees.', ["Fee", "Fees"]),
        ('"Uptime" is calculated as the share of good minutes.', ["Uptime"]),
        ('By "downtime" we mean a loss of service.', ["downtime"]),
        ('Our site is "unavailable" if nobody can log in.', ["unavailable"]),
        ('"Desk": the people who answer.', ["Desk"]),
        ('Acme Ltd (the "Supplier") agrees.', ["Supplier"]),
        ('Acme Ltd ("the Supplier") agrees.', ["Supplier"]),
        ('Acme Ltd (hereinafter "Supplier") agrees.', ["Supplier"]),
        ('Acme Ltd, hereinafter referred to as the "Supplier", agrees.', ["Supplier"]),
        ('(each, a "Party" and together, the "Parties")', ["Party", "Parties"]),
        ('the fees (as amended in accordance with section 4, the "Fees") are net', ["Fees"]),
        ('an outage (an "Outage(s)") is told', ["Outage"]),
        ('1.1"Affiliates" shall mean companies of one group.', ["Affiliates"]),
        ('1.1 "Affiliates"shall mean companies of one group.', ["Affiliates"]),
        ('Acme Ltd (the "Supplier or Seller") and Beta Ltd agree.', ["Supplier", "Seller"]),
        ('Acme Ltd ("We or Us") and Beta Ltd agree.', []),
        (
            'an owner (a "Change or Move") pays for each Change or Move of a rack',
            ["Change or Move"],
        ),
        ('"Secret information includes, without limit, prices.', ["Secret information"]),
        ('1.2 "Fault Report means a call to the desk.', ["Fault Report"]),
    ],
)
def test_each_form_is_recognised(text, expected):
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        'The section entitled "Service Credits" applies.',
        'see the "Valid Excuses" section of the terms',
        'goods are marked "Confidential" by the owner',
        'a shelf of 19" Racks and a 5" disc means little',
        'She said "The fee includes, as you know, all taxes.',
        'He said "We agree" and left.',
        "The Customer's site and the Provider's site are open.",
        'It is provided "as is".',
        'Our "platform" includes hosting.',
        '(see "Fees")',
    ],
)
def test_quotation_is_no_definition(text):
    assert names(text) == []


def test_pointer_and_other_document_are_told_apart():
    here = terms('"Fees" has the meaning given in section 4.')[0]
    there = terms('"Fees" has the meaning given in the Master Services Agreement.')[0]
    full = terms('"Fees" means the monthly fees.')[0]
    assert (here.pointer, here.elsewhere) == (True, False)
    assert (there.pointer, there.elsewhere) == (True, True)
    assert (full.pointer, full.elsewhere) == (False, False)


def test_span_is_the_name_without_marks():
    text = 'Acme Ltd (the "Supplier,") agrees.'
    (term,) = terms(text)
    assert text[term.span.start : term.span.end] == "Supplier"
    assert term.form is TermForm.INLINE


def test_brackets_without_quotation_marks():
    found = list(terms_in_brackets("Acme Ltd (the Supplier) and others (the rest) agree"))
    assert [term.name for term in found] == ["Supplier"]


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        ("a Service Level Agreement (SLA)", "SLA", "Service Level Agreement"),
        ("the Recovery Point Objectives (RPO)", "RPO", "Recovery Point Objectives"),
        ("the end of life date (EOL)", "EOL", None),
        ("RTO (Recovery Time Objective) is met", "RTO", "Recovery Time Objective"),
        ("the tool (ABC)", "ABC", None),
    ],
)
def test_acronyms_stand_beside_their_words(text, name, words):
    found = [(t.name, text[t.meaning.start : t.meaning.end]) for t in acronyms(text)]
    assert found == ([(name, words)] if words else [])


@pytest.mark.parametrize(
    "pump",
    ['"A ', '("', "''A ", "\u201cA", '"A" or ', "A (", "hereinafter ", '(the "A" ', "RT (A "],
)
@pytest.mark.usefixtures("must_end")
def test_no_form_runs_away(pump):
    text = pump * (100_000 // len(pump))
    terms(text)
    list(acronyms(text))
    list(terms_in_brackets(text))


@given(st.text(alphabet="\"\u201c\u201d'() \n.,AaTthemeans", max_size=80))
def test_spans_always_name_the_term(text):
    for term in terms(text):
        assert text[term.span.start : term.span.end] == term.name
        assert "\n" not in term.name


def test_a_department_called_it_is_a_name_and_the_pronoun_none():
    assert names("made between Alder Group Services (“IT”) and Borel Finance (“Finance”)") == [
        "IT",
        "Finance",
    ]
    assert names("made between Alder Group Services (“it”) and Borel Finance (“Finance”)") == [
        "Finance"
    ]
