"""Renaming a defined term changes its words in the source and nothing of the markup."""

import pytest

pytest.importorskip("pygls", reason="the extra lsp is not installed")

from clausewright.analysis.draft import AnalysisSettings, Draft, scanner_for
from clausewright.lsp.navigation import rename
from clausewright.readers import read


def renamed(source: str, new_name: str) -> str:
    document = read("draft.md", source.encode())
    draft = Draft(document, AnalysisSettings(), scanner_for())
    (term,) = draft.terms
    edits = [
        (document.source_offset(span.start), document.source_offset(span.end, end=True), text)
        for span, text in rename(draft, term, new_name)
    ]
    for start, end, text in sorted(edits, reverse=True):
        source = source[:start] + text + source[end:]
    return source


@pytest.mark.parametrize(
    ("use", "after"),
    [
        ("The Service Level is public.", "The Target Value is public."),
        ("The **Service** Level is public.", "The **Target** Value is public."),
        ("The Service **Level** is public.", "The Target **Value** is public."),
        ("The *Service Level*s are public.", "The *Target Values* are public."),
        ("The Service\nLevel is public.", "The Target Value is public."),
        ("> The Service\n> Level is public.", "> The Target\n> Value is public."),
        ("All Service Levels are public.", "All Target Values are public."),
    ],
)
def test_renaming_leaves_the_markup_of_each_use(use, after):
    defined = '"{}" means a promised value of a metric.\n\n'
    source = defined.format("Service Level") + use
    assert renamed(source, "Target Value") == defined.format("Target Value") + after
