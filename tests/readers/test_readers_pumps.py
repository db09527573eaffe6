"""No pattern of the readers and of the outline runs away on a text made to do so.

Growth with the square of a text is looked for by ``tests/hostile/test_hostile_patterns.py``.
"""

import pytest

from clausewright.analysis import outline
from clausewright.language import sentences
from clausewright.pattern import LazyPattern
from clausewright.readers import (
    attachments,
    contents_table,
    coverage,
    flattened,
    front_matter,
    headings,
    html,
    html_state,
    html_text,
    labels,
    markdown,
    markdown_inline,
    odt_paragraph,
    odt_styles,
    page_breaks,
    pdf_lines,
    rows,
    set_as_code,
    text,
    text_lines,
)

MODULES = (
    attachments, contents_table, coverage, flattened, front_matter, headings, html, html_state,
    html_text, labels, markdown, markdown_inline, odt_paragraph, odt_styles, outline,
    page_breaks, pdf_lines, rows, sentences, set_as_code, text, text_lines,
)  # fmt: skip
PATTERNS = [
    pytest.param(value, id=f"{module.__name__.rpartition('.')[2]}.{name}")
    for module in MODULES
    for name, value in vars(module).items()
    if isinstance(value, LazyPattern)
]
PUMPS = (
    "a ", "A ", "1.", "1 ", "(a)", "(", "\u00a7 ", ". ", "- ", "> ", "* ", "_", "|", "\\|", " ",
    "\t", "<a ", "<a\n", "</", "`", "**a", "a:", "Section 1", "schedule ", "document ", "last ",
    "i", "signed for ", "\u201ca\u201d ", "a, ", "&a", "~", "#", "\n", "- 1 ", "a (b) means ",
)  # fmt: skip


def test_the_patterns_are_found():
    assert len(PATTERNS) > 50


@pytest.mark.usefixtures("must_end")
@pytest.mark.parametrize("pattern", PATTERNS)
def test_pattern_ends(pattern):
    for pump in PUMPS:
        long = pump * (4_000 // len(pump))
        for whole in (long, "4.2 " + long, "Schedule " + long, long + "!"):
            pattern.match(whole)
