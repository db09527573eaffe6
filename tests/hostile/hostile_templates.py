"""Firm templates from hostile hands."""

from __future__ import annotations

import io

import docx
from hostile_runs import MEBIBYTE

from clausewright.generator.rendering.docx import house
from word_files import W, pack, parts_of

MARKER = "the-template-ran"
CALL = f"{{{{ cycler.__init__.__globals__.os.system('touch {MARKER}') }}}}"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_FOOTNOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"


def _changed(change) -> bytes:
    document = docx.Document(io.BytesIO(house()))
    change(document)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _written(words: str) -> bytes:
    return _changed(lambda document: document.add_paragraph(words))


def _in_title(document) -> None:
    document.core_properties.title = CALL


def _with_footnote() -> bytes:
    parts = parts_of(house())
    note = f'<w:footnote w:id="2"><w:p><w:r><w:t>{CALL}</w:t></w:r></w:p></w:footnote>'
    parts["word/footnotes.xml"] = f'<w:footnotes xmlns:w="{W}">{note}</w:footnotes>'.encode()
    types, relations = "[Content_Types].xml", "word/_rels/document.xml.rels"
    named = f'<Override PartName="/word/footnotes.xml" ContentType="{_FOOTNOTES}"/></Types>'
    parts[types] = parts[types].replace(b"</Types>", named.encode())
    related = f'<Relationship Id="rIdF" Type="{_OFFICE}/footnotes" Target="footnotes.xml"/>'
    parts[relations] = parts[relations].replace(
        b"</Relationships>", f"{related}</Relationships>".encode()
    )
    return pack(parts)


def _with_part(name: str, content: bytes) -> bytes:
    return pack({**parts_of(house()), name: content})


_LOOPS = "{% for a in 'x'*9999 %}{% for b in 'x'*9999 %}{% for c in 'x'*9999 %}"
_ENDS = "{% endfor %}" * 3

TEMPLATES: dict[str, tuple[bytes, str]] = {
    "code in the body": (_written(CALL), "asks for cycler"),
    "code in a header": (
        _changed(lambda d: d.sections[0].header.paragraphs[0].add_run(CALL)),
        "asks for cycler",
    ),
    "code in a footer": (
        _changed(lambda d: d.sections[0].footer.paragraphs[0].add_run(CALL)),
        "asks for cycler",
    ),
    "code in the title property": (_changed(_in_title), "is unsafe"),
    "code in a footnote": (_with_footnote(), "is unsafe"),
    "a way from a word to its classes": (_written("{{ title.__class__.__mro__ }}"), "is unsafe"),
    "three thousand million letters": (_written("{{ 'x' * 3000000000 }}"), "memory"),
    "a number a thousand million wide": (_written("{{ '%0999999999d' % 1 }}"), "memory"),
    "a million million turns of a loop": (_written(_LOOPS + _ENDS), "take what computes out"),
    "a file of the system": (_written("{% include '/etc/passwd' %}"), "cannot be filled"),
    "styles that inflate to 100 MiB": (
        _with_part("word/styles.xml", b"<a>" + b"<b/>" * (25 * MEBIBYTE) + b"</a>"),
        "would grow from",
    ),
    "styles that declare entities": (
        _with_part("word/styles.xml", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'),
        "declares a document type",
    ),
    "styles cut off": (_with_part("word/styles.xml", b"<a>"), "is damaged"),
    "a PDF": (b"%PDF-1.7", "a PDF under a Word name"),
}
