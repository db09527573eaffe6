import io
import shutil
import subprocess
import zipfile

import pytest
from readers_invariants import check_lines, check_positions, check_round_trip, check_structure

from clausewright import readers
from clausewright.model.document import BlockKind
from clausewright.model.errors import InputError
from clausewright.readers.odt_names import _SPACES as SPACES
from clausewright.readers.odt_names import q

OFFICE = shutil.which("soffice")
NAMESPACES = " ".join(f'xmlns:{name}="{uri}"' for name, uri in SPACES.items() if name != "xml")
STYLES = """
<style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/>
</style:style>
<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/>
</style:style>
<style:style style:name="C" style:family="paragraph"><style:paragraph-properties
 fo:text-align="center"/></style:style>
<text:list-style style:name="L">
<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>
<text:list-level-style-number text:level="2" style:num-format="1" text:display-levels="2"/>
<text:list-level-style-number text:level="3" style:num-format="a" style:num-prefix="("
 style:num-suffix=")"/>
</text:list-style>
<text:list-style style:name="U"><text:list-level-style-bullet text:level="1"
 text:bullet-char="-"/></text:list-style>
"""


def odt(body, *, styles="", outline="", header="", manifest="", meta="", kind="text"):
    content = (
        f"<office:document-content {NAMESPACES}><office:automatic-styles>{STYLES}{styles}"
        f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>"
    )
    styled = (
        f"<office:document-styles {NAMESPACES}><office:styles>{outline}</office:styles>"
        f"<office:master-styles><style:master-page>{header}</style:master-page>"
        "</office:master-styles></office:document-styles>"
    )
    parts = {"mimetype": f"application/vnd.oasis.opendocument.{kind}", "content.xml": content,
             "styles.xml": styled}  # fmt: skip
    if manifest:
        parts["META-INF/manifest.xml"] = (
            f"<manifest:manifest {NAMESPACES}>{manifest}</manifest:manifest>"
        )
    if meta:
        parts["meta.xml"] = f"<office:document-meta {NAMESPACES}>{meta}</office:document-meta>"
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return stream.getvalue()


def read(body, **more):
    document = readers.read("a.odt", odt(body, **more))
    check_positions(document)
    check_structure(document)
    check_lines(document)
    check_round_trip(document)
    return document


def p(text):
    return f"<text:p>{text}</text:p>"


def item(*content):
    return f"<text:list-item>{''.join(content)}</text:list-item>"


def listing(*items, more='text:style-name="L"'):
    return f"<text:list {more}>{''.join(items)}</text:list>"


def numbers(document):
    return [(block.number, document.text_of(block.span)) for block in document.blocks]


def test_white_space_is_read_as_the_format_says():
    document = read(p('\n  One <text:s text:c="3"/>two\n  <text:tab/>three<text:line-break/>four '))
    assert document.text == "One    two \tthree four"


def test_headings_with_outline_numbers():
    outline = (
        '<text:outline-style><text:outline-level-style text:level="1" style:num-format="1"/>'
        '<text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/>'
        "</text:outline-style>"
    )
    document = read(
        '<text:h text:outline-level="1">Terms</text:h><text:p>Text follows here.</text:p>'
        '<text:h text:outline-level="2">Fees</text:h><text:p>More text follows.</text:p>'
        '<text:h text:outline-level="1" text:is-list-header="true">Annex</text:h>'
        "<text:p>The end of it.</text:p>",
        outline=outline,
    )
    assert [(s.number, s.title, s.level) for s in document.sections] == [
        ("1", "Terms", 1),
        ("1.1", "Fees", 2),
        (None, "Annex", 1),
    ]


def test_lists_count_by_level_and_give_full_numbers():
    inner = listing(item(p("a")), item(p("b"), p("goes on")), more="")
    document = read(listing(item(p("One"), listing(item(p("in"), inner), more="")), item(p("Two"))))
    assert numbers(document) == [
        ("1", "One"), ("1.1", "in"), ("1.1(a)", "a"), ("1.1(b)", "b"), (None, "goes on"),
        ("2", "Two"),
    ]  # fmt: skip


def test_a_skipped_level_counts_as_begun():
    document = read(listing(item(listing(item(p("deep")), more="")), item(p("next"))))
    assert numbers(document) == [("1.1", "deep"), ("2", "next")]


@pytest.mark.parametrize(
    ("more", "number"),
    [
        ("", "1"),
        ('text:continue-numbering="true"', "2"),
        ('text:continue-list="first"', "2"),
    ],
)
def test_lists_that_go_on(more, number):
    document = read(
        listing(item(p("One")), more='text:style-name="L" xml:id="first"')
        + p("Between.")
        + listing(item(p("Then")), more=f'text:style-name="L" {more}')
    )
    assert numbers(document)[-1] == (number, "Then")


def test_items_may_state_their_number_and_headers_have_none():
    document = read(
        listing(
            "<text:list-header>" + p("Head") + "</text:list-header>",
            '<text:list-item text:start-value="7">' + p("Seven") + "</text:list-item>",
            item(p("Eight")),
        )
    )
    assert numbers(document) == [(None, "Head"), ("7", "Seven"), ("8", "Eight")]


def test_bullets_are_items_without_number():
    block = read(listing(item(p("point")), more='text:style-name="U"')).blocks[0]
    assert (block.kind, block.number, block.marker) == (BlockKind.ITEM, None, "-")


def test_tables_keep_their_grid():
    def row(*cells):
        inner = "".join(f"<table:table-cell>{p(cell)}</table:table-cell>" for cell in cells)
        return f"<table:table-row>{inner}</table:table-row>"

    document = read(
        f"<table:table><table:table-header-rows>{row('Level', 'Target')}</table:table-header-rows>"
        f'{row("Uptime", "")}<table:table-row><table:table-cell table:number-columns-spanned="2">'
        f"{p('Wide')}</table:table-cell><table:covered-table-cell/></table:table-row></table:table>"
    )
    cells = [
        (b.cell.row, b.cell.column, b.cell.header, document.text_of(b.span))
        for b in document.blocks
    ]
    assert cells == [
        (0, 0, True, "Level"), (0, 1, True, "Target"), (1, 0, False, "Uptime"), (1, 1, False, ""),
        (2, 0, False, "Wide"),
    ]  # fmt: skip
    assert document.blocks[-1].cell.column_span == 2
    assert document.blocks[2].place.table == (2, 1)


def test_a_bold_first_row_is_a_header():
    def row(style, *cells):
        inner = "".join(
            f'<table:table-cell><text:p><text:span text:style-name="{style}">{cell}</text:span>'
            "</text:p></table:table-cell>"
            for cell in cells
        )
        return f"<table:table-row>{inner}</table:table-row>"

    document = read(f"<table:table>{row('B', 'Level', 'Target')}{row('', 'Up', '9')}</table:table>")
    assert [block.cell.header for block in document.blocks] == [True, True, False, False]


def test_notes_boxes_and_headers_stand_aside():
    document = read(
        p("Body<text:note><text:note-citation>1</text:note-citation><text:note-body>"
          + p("A note.") + "</text:note-body></text:note> goes on.<draw:frame><draw:text-box>"
          + p("In a box.") + "</draw:text-box></draw:frame>") + p("After."),
        header="<style:header>" + p("Running head") + "</style:header>"
        '<style:footer style:display="false">' + p("None") + "</style:footer>",
    )  # fmt: skip
    assert [(b.kind, document.text_of(b.span)) for b in document.blocks] == [
        (BlockKind.PARAGRAPH, "Body goes on."),
        (BlockKind.BOX, "In a box."),
        (BlockKind.PARAGRAPH, "After."),
        (BlockKind.NOTE, "A note."),
        (BlockKind.HEADER, "Running head"),
    ]
    assert document.blocks[-1].place.part == "styles.xml"


def test_tracked_changes_are_read_as_accepted():
    who = "<dc:creator>Ann</dc:creator><dc:date>2026-01-02</dc:date>"
    info = f"<office:change-info>{who}</office:change-info>"
    document = read(
        "<text:tracked-changes>"
        f'<text:changed-region text:id="d"><text:deletion>{info}{p("old words")}</text:deletion>'
        f'</text:changed-region><text:changed-region text:id="i"><text:insertion>{info}'
        "</text:insertion></text:changed-region></text:tracked-changes>"
        + p('It is <text:change text:change-id="d"/><text:change-start text:change-id="i"/>new'
            '<text:change-end text:change-id="i"/> now.')
    )  # fmt: skip
    assert document.text == "It is new now."
    assert [(r.kind, r.text, r.author, r.date, r.block) for r in document.revisions] == [
        ("deletion", "old words", "Ann", "2026-01-02", 0),
        ("insertion", "new", "Ann", "2026-01-02", 0),
    ]


def test_annotations_are_remarks_on_their_text():
    document = read(
        p('Pay <office:annotation office:name="1" loext:resolved="true">'
          "<dc:creator>Ann</dc:creator>" + p("Too") + p("long?") + "</office:annotation>promptly"
          '<office:annotation-end office:name="1"/>.')
    )  # fmt: skip
    (comment,) = document.comments
    assert (comment.text, comment.author, comment.resolved) == ("Too\nlong?", "Ann", True)
    assert document.text_of(comment.span) == "promptly"


def test_contents_and_hidden_text():
    document = read(
        "<text:table-of-content><text:index-body>" + p("Fees 3") + "</text:index-body>"
        "</text:table-of-content>" + p('Shown<text:span text:style-name="H"> not shown</text:span>')
        + '<text:section text:display="none">' + p("Gone") + "</text:section>"
    )  # fmt: skip
    assert [block.contents for block in document.blocks] == [True, False]
    assert document.text == "Fees 3\nShown"
    assert [one.reason for one in document.unread] == ["hidden text", "a hidden section"]


def test_pages_are_those_the_program_counted():
    meta = '<office:meta><meta:document-statistic meta:page-count="4"/></office:meta>'
    assert read(p("Text."), meta=meta).recorded_pages == 4


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "no OpenDocument text"),
        (b"PK\x05\x06" + bytes(18), "no OpenDocument text"),
        (odt("<text:p>")[:-30], "zip archive"),
        (odt("</broken>"), "content.xml is damaged"),
        (odt(p("x"), manifest="<manifest:encryption-data/>"), "protected by a password"),
        (odt("", kind="spreadsheet"), "no OpenDocument text"),
        (odt("<!DOCTYPE a>"), "document type"),
    ],
)
def test_bad_files_are_told(data, told):
    with pytest.raises(InputError, match=told) as caught:
        readers.read("bad.odt", data)
    assert caught.value.where == "bad.odt"


def test_names_are_qualified():
    assert q("text:p").endswith("text:1.0}p")


@pytest.mark.skipif(OFFICE is None, reason="needs LibreOffice to write an .odt")
def test_what_libreoffice_makes_of_a_page_reads_alike(tmp_path):
    page = (
        "<h1>Service Level Agreement</h1><h2>1. Response</h2><p>The Provider shall respond within 4"
        " hours.</p><ol><li>first</li><li>second</li></ol><table border=1><tr><td>Uptime</td>"
        "<td>99.9%</td></tr></table>"
    )
    source = tmp_path / "a.html"
    source.write_text(page, "utf-8")
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [OFFICE, profile, "--headless", "--convert-to", "odt:writer8", "--outdir", tmp_path]
    subprocess.run([*command, source], check=True, capture_output=True, timeout=120)
    ours = readers.read("a.html", page.encode())
    theirs = readers.read("a.odt", (tmp_path / "a.odt").read_bytes())
    assert theirs.text == ours.text
    assert [b.kind for b in theirs.blocks] == [b.kind for b in ours.blocks]
