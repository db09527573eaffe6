"""The lead arithmetic: computed, shown, and refused where it cannot come out."""

import pytest
from small_picks import EXAMPLES, LIBRARY, swapped

from clausewright.checking.build_check import check_build
from clausewright.generator import values
from clausewright.generator.assembly import assemble
from clausewright.generator.clause import read_clause
from clausewright.generator.output import render
from clausewright.generator.picks import read_picks
from clausewright.model.errors import LibraryError, PicksError

PICKS = (EXAMPLES / "sales-marketing-sla.yaml").read_text("utf-8")


def agreement_of(text: str, *, blanks: bool = False):
    return assemble(*read_picks(text, "leads.yaml"), LIBRARY, blanks=blanks).agreement


def line_of(text: str, start: str) -> int:
    return next(i for i, line in enumerate(text.split("\n"), 1) if line.strip().startswith(start))


def test_the_sum_is_computed_and_shown():
    text = swapped("revenue: GBP 60,000", "revenue: GBP 70,000", PICKS)
    text = swapped("target: 100", "target: 117", text)
    written = render(agreement_of(text), ".md").decode()
    assert "GBP 70,000 divided by GBP 3,000 for each sale = 24 sales" in written
    assert "for each sale divided by 20% closing rate = 117 Qualified Leads" in written
    assert "117 Qualified Leads from Marketing and 24 sales from Sales" in written


def test_the_linter_agrees_with_a_sum_that_is_rounded_up():
    text = swapped("revenue: GBP 60,000", "revenue: GBP 70,000", PICKS)
    text = swapped("target: 100", "target: 117", text)
    checked = check_build(agreement_of(text))
    assert not [line for line in checked.lines if "NUM003" in line]


@pytest.mark.parametrize(
    ("old", "new", "at", "told"),
    [
        ("value: GBP 3,000", "value: EUR 3,000", "value:", "is in EUR, but GBP 60,000 is in GBP"),
        ("value: GBP 3,000", "value: GBP 0", "value:", "must be above zero"),
        ("    rate: 20\n", "    rate: 0\n", "rate:", "must be above zero"),
        ("    rate: 20\n", "    rate: high\n", "rate:", "must be a percentage"),
        ("    rate: 20\n", "    rate: 20\n    leads: 150\n", "leads: 150", "is 100, not 150"),
        ("target: 100", "target: 150", "target: 150", "computes 100"),
    ],
)
def test_what_does_not_compute_is_refused_with_its_line(old, new, at, told):
    text = swapped(old, new, PICKS)
    with pytest.raises(PicksError) as caught:
        agreement_of(text)
    assert told in str(caught.value)
    assert f"leads.yaml:{line_of(text, at)}:" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_blank_operand_leaves_the_result_blank():
    text = swapped("    revenue: GBP 60,000\n", "", PICKS)
    written = render(agreement_of(text, blanks=True), ".md").decode()
    assert "● How many sales is that?" in written


@pytest.mark.parametrize(
    ("dividend", "divisor"),
    [
        (values.percent_of(20), values.count_of(2)),
        (values.count_of(2), values.money_of("EUR 2")),
        (values.money_of("EUR 2"), values.count_of(2)),
    ],
)
def test_types_that_do_not_divide_are_refused(dividend, divisor):
    with pytest.raises(ValueError, match="do not fit"):
        values.quotient_of(dividend, divisor)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("quotient: [revenue, value]", "quotient: [revenue, rate]", 'divides "rate"'),
        ("quotient: [revenue, value]", "quotient: [revenue, value]\n    default: 2", "a quotient"),
    ],
)
def test_a_quotient_of_a_clause_is_checked_when_it_is_read(old, new, told):
    where = LIBRARY.clause_files["leads.arithmetic"]
    text = swapped(old, new, where.read_text("utf-8"))
    with pytest.raises(LibraryError, match=told):
        read_clause(text, "leads/arithmetic.md", "leads.arithmetic")
