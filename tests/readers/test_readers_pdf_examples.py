"""Every example as PDF: clean, and its tables read as from Word."""

from pathlib import Path

import pytest

from clausewright import readers
from clausewright.analysis.draft import AnalysisSettings, Draft, scanner_for
from clausewright.checking.build_check import lint_built
from clausewright.generator.assembly import assemble
from clausewright.generator.inheritance import load_picks
from clausewright.generator.library import Library
from clausewright.generator.output import render
from clausewright.model.finding import Severity

pytest.importorskip("pypdf", reason="needs the extra read-pdf")
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:weasyprint")
EXAMPLES = Path(__file__).parents[2] / "examples"
NAMES = sorted(
    path.stem for path in EXAMPLES.glob("*.yaml") if "\nblueprint:" in path.read_text("utf-8")
)


@pytest.fixture(autouse=True)
def _weasyprint():
    try:
        import weasyprint  # noqa: F401, PLC0415
    except (ImportError, OSError) as error:
        pytest.skip(f"WeasyPrint cannot be imported: {error}")


def draft_of(suffix, data, profile):
    document = readers.read(f"built{suffix}", data)
    return Draft(document, AnalysisSettings(profile, "option"), scanner_for())


def cells(draft):
    """The filled cells of each table but the signatures, whose columns a person alone can see."""
    tables = {}
    for block in draft.document.blocks:
        text = draft.document.text_of(block.span)
        if block.cell is not None and text:
            place = (block.cell.row, block.cell.column, text)
            tables.setdefault(block.cell.table, []).append(place)
    return [one for one in tables.values() if not any("Signature" in place for place in one)]


def tiers(draft):
    return [(one.low, one.high, one.credit, one.unit) for one in draft.credit_tiers]


def titles(draft):
    """The titles of headings with a number of their own: "(a)" is no number of a heading."""
    sections = (s for s in draft.document.sections if not s.run_in)
    return [s.title for s in sections if s.number and "(" not in s.number]


@pytest.mark.parametrize("name", NAMES)
def test_an_example_is_clean_as_pdf_and_its_tables_are_those_of_word(name):
    library = Library()
    agreement = assemble(*load_picks(EXAMPLES / f"{name}.yaml", library), library).agreement
    data = render(agreement, ".pdf")
    found = lint_built("built.pdf", data, agreement.profile)
    assert [f"{f.code} {f.message}" for f in found if f.severity is not Severity.INFO] == []
    pdf = draft_of(".pdf", data, agreement.profile)
    word = draft_of(".docx", render(agreement, ".docx"), agreement.profile)
    assert cells(pdf) == cells(word)
    classes = [[(one.name, one.meaning) for one in draft.severities] for draft in (pdf, word)]
    assert classes[0] == classes[1]
    assert tiers(pdf) == tiers(word)
    assert titles(pdf) == titles(word)
