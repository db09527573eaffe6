"""The page of the clauses in figures is current, and its figures are those of the clauses."""

from pathlib import Path

from clausewright.checking.clause_table import measured, written
from clausewright.generator.library import Library

PAGE = Path(__file__).parents[2] / "docs" / "clauses-table.md"
LONGEST_SENTENCE = 60  # words
HARDEST = 18.0  # grade, where LEN004 begins to speak


def test_the_page_is_current_and_every_clause_stands_in_it_and_reads_plainly():
    library = Library()
    page = written(library)
    assert PAGE.read_text("utf-8") == page, "run python -m clausewright.checking.clause_table"
    found = measured(library)
    assert [one.clause.id for one in found] == list(library.clause_files)
    assert [one.clause.id for one in found if one.words == 0] == []
    assert [one.clause.id for one in found if one.longest > LONGEST_SENTENCE] == []
    assert [one.clause.id for one in found if one.grade > HARDEST] == []


def test_a_clause_is_measured_with_its_definition_and_without_its_table(tmp_path):
    (tmp_path / "review").mkdir()
    (tmp_path / "review" / "yearly.md").write_text(
        "---\nid: review.yearly\ntitle: Yearly review\ntopics: [review]\nstatus: stable\n"
        "summary: Both parties review the agreement once a year.\nuses: [Agreement]\n"
        "defines: [Review Day]\nvariant_of: review.service_review\n---\n\n"
        '"**Review Day**" means the first day of May.\n\n'
        "The cat sat on the mat. Both parties shall meet on the Review Day.\n\n"
        "| a | b |\n| --- | --- |\n| many words | that do not count |\n"
    )
    (one,) = [m for m in measured(Library([tmp_path])) if m.clause.id == "review.yearly"]
    assert (one.words, one.sentences, one.longest) == (22, 3, 8)
    syllables = 9 + 6 + 10
    assert round(one.grade, 2) == round(0.39 * 22 / 3 + 11.8 * syllables / 22 - 15.59, 2)
