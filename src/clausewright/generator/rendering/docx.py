"""Word: a template filled by docxtpl, and the agreement put in its place.

The only module that imports docxtpl. Templates see a few words (title, version ...) and the two
places ``{{p contents }}`` and ``{{p body }}``; they render in a sandbox, escaped, with undefined
names refused. A template that is not ours is filled in a process of its own (``isolated.py``). The
agreement itself never passes through a template engine.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, TemplateError
from jinja2.sandbox import SandboxedEnvironment
from lxml import etree
from markupsafe import Markup

from clausewright.generator.agreement import Agreement
from clausewright.generator.rendering.word_xml import (
    ANNEX_STYLES,
    NUMBERED_STYLES,
    REQUIRED_STYLES,
    WORD,
    BodyWriter,
    escaped,
)
from clausewright.model.errors import InputError, OutputError
from clausewright.word.check import check_package
from clausewright.word.package import Package

WORDS_PER_PAGE = 520
BODY_MARK = "clausewright-body"
CONTENTS_MARK = "clausewright-contents"
KNOWN_NAMES = ("title", "between", "document_line", "version", "reference", "pages", "watermark",
               "contents", "body")  # fmt: skip
_W = f"{{{WORD}}}"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"


@dataclass(frozen=True)
class Filling:
    """All that goes into a template, as plain text: it may cross to another process."""

    words: Mapping[str, str]
    watermark: str
    contents: str
    body: str
    comments: tuple[str, ...]
    properties: Mapping[str, str]
    language: str


def render_docx(
    agreement: Agreement, *, template: bytes | None = None, with_notes: bool = False
) -> bytes:
    """Write an agreement as a Word file, the same bytes for the same agreement.

    ``template`` is a firm's own; docs/templates.md says what it must hold. Raises OutputError where
    the template does not fit, runs code, or swallows a value.
    """
    source = house() if template is None else template
    styles = styles_of(source)
    if agreement.annexes:
        _require_annex_styles(styles)
    filling = _filling(agreement, styles, with_notes=with_notes)
    if template is None:
        data = fill(source, filling)
    else:
        from clausewright.generator.rendering.isolated import fill_isolated  # noqa: PLC0415

        data = fill_isolated(source, filling)
    _require_values(data, agreement)
    _require_whole(data)
    return data


@lru_cache(maxsize=1)
def house() -> bytes:
    """Give the template that comes with the package."""
    return (files("clausewright") / "templates" / "house.docx").read_bytes()


@lru_cache(maxsize=4)
def styles_of(template: bytes) -> Mapping[str, str]:
    """Give the style ids of a template by lower-case name; refuse a template that lacks any."""
    try:
        root = Package("template", template).xml("word/styles.xml")
    except InputError as error:
        raise OutputError(f"the template is no Word file to fill: {error.message}") from error
    found: dict[str, str] = {}
    numbered: set[str] = set()
    for style in root.iter(f"{_W}style"):
        name = style.find(f"{_W}name")
        if name is None:
            continue
        key = name.get(f"{_W}val", "").lower()
        found[key] = style.get(f"{_W}styleId", "")
        if style.find(f"{_W}pPr/{_W}numPr") is not None:
            numbered.add(key)
    missing = [name for name in REQUIRED_STYLES if name not in found]
    if missing:
        raise OutputError(f"the template lacks these styles: {', '.join(missing)}")
    plain = [name for name in NUMBERED_STYLES if name not in numbered]
    plain += [name for name in ANNEX_STYLES if name in found and name not in numbered]
    if plain:
        raise OutputError(f"these styles of the template carry no list number: {', '.join(plain)}")
    return found


def _require_annex_styles(styles: Mapping[str, str]) -> None:
    missing = [name for name in ANNEX_STYLES if name not in styles]
    if missing:
        told = ", ".join(missing)
        raise OutputError(f"the template lacks these styles, which annexes need: {told}")


def _filling(agreement: Agreement, styles: Mapping[str, str], *, with_notes: bool) -> Filling:
    writer = BodyWriter(agreement, styles, with_notes=with_notes)
    body = writer.body()
    line = [f"Reference {agreement.reference}"] if agreement.reference else []
    line.append(f"Version {agreement.version}")
    pages = max(1, -(-len(re.findall(r"[^\s<>]+(?= |<)", body)) // WORDS_PER_PAGE))
    return Filling(
        words={
            "title": agreement.title,
            "between": agreement.between,
            "document_line": " · ".join(line),
            "version": agreement.version,
            "reference": agreement.reference or "",
            "pages": str(pages),
        },
        watermark=_watermark(agreement.watermark) if agreement.watermark else "",
        contents=writer.contents() if agreement.contents else "",
        body=body,
        comments=tuple(writer.notes),
        properties={
            "clausewright.profile": agreement.profile,
            "clausewright.blueprint": agreement.blueprint,
            "clausewright.clauses": " ".join(agreement.clauses),
        },
        language=agreement.language,
    )


def fill(template: bytes, filling: Filling) -> bytes:
    """Fill a template; raise OutputError for whatever in it cannot be rendered."""
    environment = SandboxedEnvironment(autoescape=True, undefined=StrictUndefined)
    environment.globals.clear()
    document = DocxTemplate(io.BytesIO(template))
    context: dict[str, Any] = {
        **{name: _token(name) if word else "" for name, word in filling.words.items()},
        "watermark": Markup(filling.watermark or "<w:p/>"),  # noqa: S704 - our own XML
        "contents": Markup(_mark(CONTENTS_MARK)),  # noqa: S704 - our own XML
        "body": Markup(_mark(BODY_MARK)),  # noqa: S704 - our own XML
    }
    try:
        if template != house():
            _refuse_unknown(document, environment)
        document.render(context, environment)
    except TemplateError as error:
        raise OutputError(f"the template cannot be rendered: {error}") from error
    _place(document.element.body, filling)
    _set_properties(document, filling)
    buffer = io.BytesIO()
    document.save(buffer)
    return _packed(buffer.getvalue(), filling)


def _refuse_unknown(document: Any, environment: SandboxedEnvironment) -> None:  # noqa: ANN401
    """List all names at once that a template asks for in vain."""
    unknown = document.get_undeclared_template_variables(environment) - set(KNOWN_NAMES)
    if unknown:
        told = f"the template asks for {', '.join(sorted(unknown))}"
        raise OutputError(f"{told}; known are {', '.join(KNOWN_NAMES)}")


def _token(name: str) -> str:
    """Stand in for a word while docxtpl renders, which rewrites some runs of braces in values."""
    return f"\ue000{name}\ue001"


def _mark(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def _place(body: Any, filling: Filling) -> None:  # noqa: ANN401 - an lxml element of python-docx
    """Put contents and body where the template wants them."""
    for mark, xml in ((CONTENTS_MARK, filling.contents), (BODY_MARK, filling.body)):
        places = [t for t in body.iter(f"{_W}t") if t.text == mark]
        if len(places) != 1 and (mark == BODY_MARK or places):
            told = f"{len(places)} places" if places else "no place"
            raise OutputError(
                f"the template has {told} for the agreement: write {{{{p body }}}} once"
            )
        for text in places:
            paragraph = text.getparent().getparent()
            fragment = _parsed(f'<w:body xmlns:w="{WORD}">{xml}</w:body>'.encode())
            for element in fragment:
                paragraph.addprevious(element)
            paragraph.getparent().remove(paragraph)


def _set_properties(document: Any, filling: Filling) -> None:  # noqa: ANN401 - untyped docxtpl
    """Set what Word shows about the file; dates are fixed, so that bytes repeat."""
    import datetime  # noqa: PLC0415

    core = document.core_properties
    epoch = datetime.datetime(1980, 1, 1, tzinfo=datetime.UTC)
    core.title, core.subject = filling.words["title"], filling.words["between"]
    core.version, core.identifier = filling.words["version"], filling.words["reference"]
    core.language, core.revision = filling.language, 1
    core.created = core.modified = epoch
    for style in document.styles.element.iter(f"{_W}lang"):
        style.set(f"{_W}val", filling.language)


def _packed(data: bytes, filling: Filling) -> bytes:
    """Add properties and comments, and write the package with fixed dates in a fixed order."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    for name, word in filling.words.items():
        token, words = _token(name).encode(), escaped(word).encode()
        parts |= {
            part: content.replace(token, words)
            for part, content in parts.items()
            if part.endswith(".xml")
        }
    _add_part(parts, "docProps/custom.xml", _custom_properties(filling), _CUSTOM)
    if filling.comments:
        _add_part(parts, "word/comments.xml", _comments(filling), _COMMENTS)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target:
        for name in sorted(parts, key=lambda name: (name != "[Content_Types].xml", name)):
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            target.writestr(entry, parts[name], zipfile.ZIP_DEFLATED, 6)
    return buffer.getvalue()


@dataclass(frozen=True, slots=True)
class _Kind:
    """What a new part is: its content type, its relation, and the part that relates to it."""

    content_type: str
    relation: str
    owner: str  # the relations part
    target: str


_CUSTOM = _Kind(
    "application/vnd.openxmlformats-officedocument.custom-properties+xml",
    f"{_OFFICE}/relationships/custom-properties",
    "_rels/.rels",
    "docProps/custom.xml",
)
_COMMENTS = _Kind(
    "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml",
    f"{_OFFICE}/relationships/comments",
    "word/_rels/document.xml.rels",
    "comments.xml",
)


def _add_part(parts: dict[str, bytes], name: str, content: bytes, kind: _Kind) -> None:
    parts_had = name in parts
    parts[name] = content
    if parts_had:
        return
    types = _parsed(parts["[Content_Types].xml"])
    attributes = {"PartName": f"/{name}", "ContentType": kind.content_type}
    etree.SubElement(types, f"{{{_TYPES}}}Override", attributes)
    parts["[Content_Types].xml"] = _written(types)
    relations = _parsed(parts[kind.owner])
    attributes = {"Id": f"rIdCw{len(relations)}", "Type": kind.relation, "Target": kind.target}
    etree.SubElement(relations, f"{{{_RELATIONS}}}Relationship", attributes)
    parts[kind.owner] = _written(relations)


def _custom_properties(filling: Filling) -> bytes:
    rows = "".join(
        f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{pid}" name="{name}">'
        f"<vt:lpwstr>{escaped(value)}</vt:lpwstr></property>"
        for pid, (name, value) in enumerate(filling.properties.items(), start=2)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<Properties xmlns="{_OFFICE}/custom-properties" xmlns:vt="{_OFFICE}/docPropsVTypes">'
        f"{rows}</Properties>"
    ).encode()


def _comments(filling: Filling) -> bytes:
    rows = "".join(
        f'<w:comment w:id="{number}" w:author="Clausewright" w:initials="CW"><w:p><w:r>'
        f'<w:t xml:space="preserve">Drafting note: {escaped(text)}</w:t></w:r></w:p></w:comment>'
        for number, text in enumerate(filling.comments)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<w:comments xmlns:w="{WORD}">{rows}</w:comments>'
    ).encode()


def _watermark(text: str) -> str:
    """Give a header paragraph with a grey word across the page."""
    return (
        '<w:p><w:r><w:pict xmlns:v="urn:schemas-microsoft-com:vml" '
        'xmlns:o="urn:schemas-microsoft-com:office:office"><v:shapetype id="_x0000_t136" '
        'coordsize="21600,21600" o:spt="136" path="m@7,l@8,m@5,21600l@6,21600e"><v:path '
        'textpathok="t"/><v:textpath on="t" fitshape="t"/></v:shapetype><v:shape id="Watermark" '
        'type="#_x0000_t136" style="position:absolute;margin-left:0;margin-top:0;width:400pt;'
        "height:100pt;rotation:315;z-index:-251658752;mso-position-horizontal:center;"
        "mso-position-horizontal-relative:margin;mso-position-vertical:center;"
        'mso-position-vertical-relative:margin" fillcolor="silver" stroked="f"><v:fill '
        'opacity=".5"/><v:textpath style="font-family:&quot;Arial&quot;" '
        f'string="{escaped(text)}"/>'
        "</v:shape></w:pict></w:r></w:p>"
    )


def _require_values(data: bytes, agreement: Agreement) -> None:
    """Make sure that no value was lost on the way into the file."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        root = _parsed(package.read("word/document.xml"))
    paragraphs = root.iter(f"{_W}p")
    text = "\n".join("".join(t.text or "" for t in p.iter(f"{_W}t")) for p in paragraphs).casefold()
    for value in agreement.values:
        if value.casefold() not in text:  # an answer that opens a sentence begins with a capital
            raise OutputError(f'"{value[:60]}" did not reach the Word file: this template drops it')


def _require_whole(data: bytes) -> None:
    """Make sure that Word opens the file as it is; a template may bring faults of its own."""
    problems = check_package("built.docx", data)
    if problems:
        told = "; ".join(str(problem) for problem in problems[:3])
        raise OutputError(f"the Word file would not open as it is: {told}")


def _parsed(data: bytes) -> Any:  # noqa: ANN401 - an lxml element
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    return etree.fromstring(data, parser)


def _written(root: Any) -> bytes:  # noqa: ANN401 - an lxml element
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))
