"""``clauses check`` finds each kind of fault in a team's own library."""

import pytest

from clausewright.checking.clause_check import check_library
from clausewright.generator.library import Library

GOOD = """\
---
id: review.yearly
title: Yearly review
topics: [review]
status: stable
summary: Both parties review the agreement once a year.
uses: [Agreement]
variant_of: review.service_review
---

Both parties shall review this Agreement at intervals of at most 12 months.
"""


def faults_of(tmp_path, text: str, *, samples: bool = False) -> list[str]:
    (tmp_path / "review").mkdir()
    (tmp_path / "review" / "yearly.md").write_text(text)
    faults = check_library(Library([tmp_path]), samples=samples, only=["review.yearly"])
    return [str(fault) for fault in faults if "yearly" in fault.where]


def test_a_good_clause_passes_with_its_sample(tmp_path):
    assert faults_of(tmp_path, GOOD, samples=True) == []


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("uses: [Agreement]", "uses: [Agreement]\nneeds: [review.nothing]", "which is no clause"),
        ("uses: [Agreement]", "uses: [Agreement]\nmetrics: [speed]", "which is no metric"),
        ("uses: [Agreement]", "uses: [Agreement]\nneeds: [review.yearly]", "in a circle"),
        ("12 months.", "12 months." + " The Agreement stays as it is." * 30, "at most 150"),
        ("topics: [review]", "topics: [revue]", "is no topic id"),
    ],
)
def test_faults_without_a_sample(tmp_path, old, new, told):
    (fault,) = faults_of(tmp_path, GOOD.replace(old, new))
    assert told in fault


def test_a_vague_sample_is_told(tmp_path):
    text = GOOD.replace(
        "at intervals of at most 12 months.", "promptly. The Customer shall notify the Supplier."
    )
    faults = faults_of(tmp_path, text, samples=True)
    assert any("WRD001" in fault for fault in faults), faults


def test_a_sample_that_does_not_read_back_is_told(tmp_path):
    text = GOOD.replace("uses: [Agreement]", "uses: [Agreement]\ndefines: [Yearly Check]")
    text += '\nThe minutes of the review carry the words "**Yearly Check**" at their head.\n'
    faults = faults_of(tmp_path, text, samples=True)
    assert any('not read back: term: "Yearly Check" is not found' in one for one in faults)
