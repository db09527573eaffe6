"""Assembly: what comes along, definitions, numbers, references, hostile values."""

import io
import re
import zipfile

import pytest
from lxml import etree
from small_picks import SMALL, built, swapped

from clausewright import readers
from clausewright.generator.agreement import Blank, Paragraph, Reference, Table, text_of
from clausewright.generator.numbering import LINE
from clausewright.generator.rendering.docx import render_docx
from clausewright.generator.rendering.html import render_html
from clausewright.generator.rendering.markdown import render_markdown


def paragraphs(agreement):
    return [
        text_of(block.inlines)
        for section in agreement.sections
        for block in section.blocks
        if isinstance(block, Paragraph)
    ]


def test_needs_and_definitions_come_along_with_their_reason():
    notes = built().notes
    assert 'added definitions.downtime: levels.availability uses "Downtime"' in notes
    assert "added remedies.claims: remedies.service_credits needs it" in notes


def test_sections_are_numbered_through_both_parts():
    agreement = built().agreement
    tops = [section for part in agreement.parts for section in part.sections]
    assert [section.number for section in tops] == [str(n + 1) for n in range(len(tops))]
    levels = next(section for section in tops if section.title == "Service Levels")
    assert [inner.number for inner in levels.sections] == [
        f"{levels.number}.{n}" for n in range(1, len(levels.sections) + 1)
    ]


def test_references_print_the_number_of_their_target():
    agreement = built().agreement
    numbers = {s.clause.split("@")[0]: s.number for s in agreement.sections if s.clause}
    found = [
        inline
        for section in agreement.sections
        for block in section.blocks
        if isinstance(block, Paragraph)
        for inline in block.inlines
        if isinstance(inline, Reference)
    ]
    assert found
    assert all(inline.number == numbers[inline.clause] for inline in found)


def test_glossary_is_in_order_and_leaves_no_definition_behind():
    agreement = built().agreement
    glossary = next(s for s in agreement.sections if s.title == "Definitions")
    terms = [re.match("“(.+?)”", p)[1] for p in paragraphs_of(glossary) if p.startswith("“")]
    assert terms == sorted(terms, key=str.casefold)
    others = [p for s in agreement.sections if s is not glossary for p in paragraphs_of(s)]
    assert not [p for p in others if re.match("“[^”]+” means", p)]


def paragraphs_of(section):
    return [text_of(b.inlines) for b in section.blocks if isinstance(b, Paragraph)]


def test_inline_definitions_stay_in_their_clauses():
    text = swapped("reference: T-1", "reference: T-1\ndefinitions: inline")
    agreement = built(text).agreement
    section = next(s for s in agreement.sections if s.title == "Availability")
    assert paragraphs_of(section)[0].startswith("“Availability” means")


def test_one_metric_renders_everywhere_the_same():
    before = render_markdown(built().agreement)
    text = swapped("target: 99.9%,", "target: 99.95%,")
    text = swapped("below: 99.9, at", "below: 99.95, at", text)
    after = render_markdown(built(text).agreement)
    changed = [
        (one, two)
        for one, two in zip(before.split("\n"), after.split("\n"), strict=True)
        if one != two
    ]
    assert len(changed) == 2  # the sentence, and the band that begins at the target
    assert all(one.replace("99.9%", "99.95%") == two for one, two in changed)


@pytest.mark.parametrize(
    "value",
    [
        "A & B <C>",
        "{{ 7*7 }}",
        "{% for x in y %}",
        "**bold** and | pipe | `code`",
        "<!-- clausewright: ignore-file -- hush -->",
        "# no heading",
        "1. no list",
        "[link](http://x.example)",
        "&amp; &lt; &#65;",
        "\\ backslash _under_ ~tilde~",
        "{_{ x }_}",
    ],
)
def test_hostile_values_are_plain_text(value):
    text = swapped("name: Birch plc", f"name: '{value}'")
    agreement = built(swapped("recipient: the Head of IT", f"recipient: '{value}'", text)).agreement
    read = readers.read("a.md", render_markdown(agreement).encode())
    assert read.text.count(value) == 4  # cover, party, report, signature
    with zipfile.ZipFile(io.BytesIO(render_docx(agreement))) as package:
        root = etree.fromstring(package.read("word/document.xml"))
    words = "".join(root.itertext())
    assert words.count(value) == 4
    parsed = etree.HTML(render_html(agreement))
    assert "".join(parsed.itertext()).count(value) == 4


def test_blanks_hold_their_question():
    text = swapped("    recipient: the Head of IT\n", "")
    agreement = built(text, blanks=True).agreement
    blanks = [
        inline
        for section in agreement.sections
        for block in section.blocks
        if isinstance(block, Paragraph)
        for inline in block.inlines
        if isinstance(inline, Blank)
    ]
    assert [blank.text for blank in blanks] == [
        "[● Which role of the customer receives the service report?]"
    ]


def test_same_picks_same_agreement():
    assert built().agreement == built().agreement


def test_order_of_picks_does_not_matter():
    head, _, tail = SMALL.partition("clauses:\n")
    entries = re.split(r"(?m)^(?=  \S)", tail)[1:]
    turned = f"{head}clauses:\n{''.join(reversed(entries))}"
    assert render_markdown(built(turned).agreement) == render_markdown(built().agreement)


def test_one_target_for_all_severities_leaves_no_gap_in_the_sentence():
    text = swapped("targets: {Severity 1: 15 minutes, Severity 2: 1 hour}", "target: 15 minutes")
    level = next(one for one in built(text).agreement.metrics if one.kind.id == "response_time")
    assert level.sentence({"Provider": "The Supplier"}) == (
        "The Supplier shall respond to each Incident within 15 minutes of its report, counted 24x7."
    )


@pytest.mark.parametrize(
    ("owner", "printed"),
    [
        ("the Head of IT", "of this Agreement. The Head of IT shall keep it"),
        ("an engineer of the Supplier", "of this Agreement. An engineer of the Supplier shall"),
        ("adidas Services AG", "of this Agreement. adidas Services AG shall keep it"),
        ("theodora Services", "of this Agreement. theodora Services shall keep it"),
    ],
)
def test_an_answer_that_opens_a_sentence_begins_with_a_capital_and_a_name_stays(owner, printed):
    dates = "end: 2028-02-29\n  next_review: 2026-09-01"
    text = swapped("end: 2028-02-29", dates)
    text = swapped(
        "  change.control:",
        f"  change.control:\n  documentcontrol.versions: {{owner: {owner}}}",
        text,
    )
    agreement = built(text).agreement
    assert any(printed in words for words in paragraphs(agreement))
    render_docx(agreement)  # which checks that the answer reached the file


def test_headers_of_columns_name_the_parties_as_the_agreement_does():
    steps = "{steps: [{step: '1', provider: Lead, customer: Buyer, after: 4 hours}]}"
    text = swapped("  change.control:", f"  change.control:\n  escalation.path: {steps}")
    text = swapped("{name: Birch plc}", "{name: Birch plc, role: Marketing, article: false}", text)
    (table,) = [
        block
        for section in built(text).agreement.sections
        if section.clause == "escalation.path@1"
        for block in section.blocks
        if isinstance(block, Table)
    ]
    assert [text_of(cell) for cell in table.header] == [
        "Step",
        "Contact of the Supplier",
        "Contact of Marketing",
        "Escalated after",
    ]


def test_a_business_day_in_a_row_brings_its_definition():
    text = swapped("  change.control:", "  change.control:\n  escalation.path:\n    steps:\n"
        "      - {step: '1', provider: Lead, customer: Owner, after: 2 Business Days}")  # fmt: skip
    text = swapped("  hours.service_hours:\n", "", text)
    agreement = built(text).agreement
    assert "Business Day" in agreement.terms


def test_a_single_service_carries_no_letter_and_two_do():
    text = render_markdown(built().agreement)
    assert "\n\nthe Portal: operation of the portal.\n\n" in text
    more = "  - {name: the Portal, description: operation of the portal}\n"
    two = swapped(more, f"{more}  - {{name: the App, description: operation of the app}}\n")
    text = render_markdown(built(two).agreement)
    assert "(a) the Portal: operation of the portal; and" in text
    assert "(b) the App: operation of the app." in text


def test_a_long_column_breaks_before_a_short_one():
    text = swapped("meaning: any other Incident", f"meaning: {'a fault that users notice ' * 5}")
    (table,) = (
        block
        for section in built(text).agreement.sections
        for block in section.blocks
        if isinstance(block, Table) and block.kind == "severity"
    )
    assert sum(table.widths) == 100
    for index, header in enumerate(table.header):
        longest = max(len(text_of(row[index])) for row in (table.header, *table.rows))
        if text_of(header) != "Meaning":
            assert table.widths[index] * LINE / 100 >= longest + 1
