"""Words that may be meant as terms, and references that may lead nowhere: only hints."""

import pytest

from clausewright import readers
from clausewright.analysis.doubtful_terms import doubtful_terms
from clausewright.analysis.draft import AnalysisSettings, Draft, scanner_for
from clausewright.analysis.reference_doubts import (
    STATED_PHRASES,
    TITLED_PHRASES,
    absent_levels,
    misplaced_subjects,
    unknown_titles,
)


def draft_of(text: str) -> Draft:
    document = readers.read("sla.md", text.encode())
    scanner = scanner_for({"titled": TITLED_PHRASES, "stated": STATED_PHRASES})
    return Draft(document, AnalysisSettings("external-sla", "option"), scanner)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("We restore the Service in 4 hours and keep the service up. The service is free.", 1),
        ("We restore the service in 4 hours. Service is free.", 0),
        ('"Service" means the portal. We restore the Service; the service is free.', 0),
        ("Credits are due each month. We pay the credits late.", 0),
        ("| Level | Monthly Service Fee |\n|---|---|\n| low | 5% of the Service Fee |", 1),
        ("| Term | Meaning |\n|---|---|\n| Service Credit | 5% of the fee |", 0),
        ("We answer in the Hypercare Phase. We keep the portal open.", 1),
        ("This does not hold for: (i) Free Trials, (ii) tests of the portal.", 1),
        ("The use of the System is free. We run it.", 1),
        ("We mend faults of basic Recovery Works in 4 hours.", 1),
        ("We run the Azure Portal. Open Azure and write to the portal.", 0),
        ("Work starts on [Start Date] and ends on the day of acceptance.", 0),
        ("See the [Operator Answers](https://acme.test) of the portal.", 0),
        ("The use of the Data System is free. The Data System means the portal.", 0),
        ("Call our Team in London. We meet at the Golden Gate Bridge.", 0),
    ],
)
def test_words_with_capitals_that_nothing_defines(text, names):
    assert len(list(doubtful_terms(draft_of(f"# Levels\n\n{text}")))) == names


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ('See the "Support Plans" section.', ["Support Plans"]),
        ('See the "Support Tiers" section.', []),
        ('See the "Support Plans" section of the Main Agreement.', []),
        ("The plans stand in the Support Plan Terms below.", ["Support Plan Terms"]),
        ("The tiers stand in the Support Tiers below.", []),
        ("The section on fees and the table below.", []),
    ],
)
def test_parts_named_by_a_title_that_stands_nowhere(text, titles):
    draft = draft_of(f"# Levels\n\n{text}\n\n# Support tiers\n\nA and B.")
    assert [title for title, _ in unknown_titles(draft, draft.hits_of("titled"))] == titles


def test_sections_that_do_not_speak_of_what_they_are_said_to_set_out():
    draft = draft_of(
        "# 1. Support\n\nThe response deadlines set out in section 2 apply, and the monthly "
        "charges set out in section 2 are due.\n\n# 2. Charges\n\nThe charges are 100 euros.\n\n"
        "# 3. Rest\n\nText."
    )
    said = [(reference.number, what) for reference, what in misplaced_subjects(draft)]
    assert said == [("2", "response deadlines")]


@pytest.mark.parametrize(
    ("levels", "told"),
    [
        ("", ["stated resolution times"]),
        ("A fault is resolved within 4 hours of its report.", []),
    ],
)
def test_times_said_to_be_stated(levels, told):
    draft = draft_of(f"# Support\n\nWe keep the stated resolution times.\n\n# Levels\n\n{levels}")
    spans = absent_levels(draft, draft.hits_of("stated"))
    assert [draft.document.text_of(span) for span in spans] == told
