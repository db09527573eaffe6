"""Labels with a prefix, numbers of rows and of list items: left out, or there twice."""

import pytest

from clausewright.analysis.draft import AnalysisSettings, Draft, scanner_for
from clausewright.analysis.label_runs import label_faults
from clausewright.readers import read


def faults(text):
    draft = Draft(read("a.md", text.encode()), AnalysisSettings("external-sla"), scanner_for())
    return [(fault.label, fault.missing) for fault in label_faults(draft)]


def rows(*numbers):
    return "| No. | Duty |\n|---|---|\n" + "".join(f"| {one} | a duty |\n" for one in numbers)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- SL-01 a\n- SL-02 b\n- SL-04 d", [("SL-04", "SL-03")]),
        ("- SL-01 a\n- SL-02 b\n- SL-02 c\n- SL-03 d", [("SL-02", None)]),
        ("[REQ4.1] a\n\n[REQ4.2] b\n\n[REQ4.4] c", [("REQ4.4", "REQ4.3")]),
        ("Step 1: a\n\nStep 2: b\n\nStep 4: c", [("Step 4", "Step 3")]),
        ("## Annex A\n\na\n\n## Annex C\n\nb", [("Annex C", "B")]),
        (rows(1, 2, 2, 4), [("2", None), ("4", "3")]),
        ("1. a\n2. b\n4. c\n5. d", [("4", "3")]),
        ("The desk shall (a) log, (b) class and (d) close each fault.", [("(d)", "(c)")]),
        ("a) log it, b) class it, d) close it", [("(d)", "(c)")]),
        ("I. Scope\n\na\n\nII. Fees\n\nb\n\nIV. Term\n\nc", [("IV", "III")]),
        ("- R-01 a\n- R-02 b\n- R-02 c", [("R-02", None)]),
    ],
)
def test_labels_out_of_their_run(text, expected):
    assert faults(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "- SL-01 a\n- SL-02 b\n\n## Again\n\n- SL-01 a\n- SL-02 b",
        "1. a\n1. b\n1. c",
        "The duties under (a) and (b) end; those of (d) survive.",
        "The desk shall (a) log, (b) class and (c) close it; see clause (a) or (c).",
        "1. a\n2. b\n\n## Two\n\n1. c\n2. d",
        "1. a\n   1. x\n   2. y\n2. b\n   1. z\n3. c",
        "- P1 a\n- P2 b\n- P4 c",
        "Severity 1: a\n\nSeverity 2: b\n\nSeverity 4: c",
        "Section 1 a\n\nSection 2 b\n\nSection 5 c",
        "- ISO 27001 a\n- ISO 27002 b\n- ISO 27004 c",
        "- SL-01 a\n- SL-07 b\n- SL-33 c",
        rows(1, 2, 3),
        rows(10, 20, 40),
    ],
)
def test_what_is_no_fault(text):
    assert faults(text) == []
