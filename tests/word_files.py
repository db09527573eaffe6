"""Make small Word packages for tests, part by part, from XML written in the test."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'
)
MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_SECTION = '<w:sectPr>{}<w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'


def t(text: str) -> str:
    """A w:t."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;")
    return f'<w:t xml:space="preserve">{escaped}</w:t>'


def r(text: str, properties: str = "") -> str:
    """A run."""
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{t(text)}</w:r>"


def p(*content: str, properties: str = "") -> str:
    """A paragraph of runs; a string without markup becomes a run."""
    inner = "".join(each if each.startswith("<") else r(each) for each in content)
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inner}</w:p>"


def numbered(text: str, number_id: int, level: int = 0, more: str = "") -> str:
    """A paragraph with direct numbering."""
    numbering = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number_id}"/></w:numPr>'
    return p(text, properties=numbering + more)


def tc(*content: str, properties: str = "") -> str:
    """A cell; a string without markup becomes its paragraph."""
    inner = "".join(each if each.startswith("<") else p(each) for each in content) or "<w:p/>"
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    """A row; a string without markup becomes a cell."""
    inner = "".join(each if each.startswith("<") else tc(each) for each in cells)
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{inner}</w:tr>"


def tbl(*rows: str) -> str:
    """A table of rows."""
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def field(instruction: str, result: str) -> str:
    """A complex field with a cached result."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{r(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def ins(content: str, author: str = "Ann", number: int = 900) -> str:
    """A tracked insertion around runs."""
    about = f'w:id="{number}" w:author="{author}" w:date="2024-01-02T03:04:05Z"'
    return f"<w:ins {about}>{content}</w:ins>"


def dele(text: str, author: str = "Ann", number: int = 901) -> str:
    """A tracked deletion of one run."""
    return (
        f'<w:del w:id="{number}" w:author="{author}" w:date="2024-01-02T03:04:05Z">'
        f'<w:r><w:delText xml:space="preserve">{text}</w:delText></w:r></w:del>'
    )


def root(name: str, inner: str) -> str:
    """A part's XML."""
    return f"{_HEAD}<w:{name} {NAMESPACES}>{inner}</w:{name}>"


def docx(
    *body: str,
    styles: str | None = None,
    numbering: str | None = None,
    comments: str | None = None,
    footnotes: str | None = None,
    endnotes: str | None = None,
    header: str | None = None,
    footer: str | None = None,
    main: str = "word/document.xml",
    main_type: str = MAIN_TYPE,
    relations: str = "",
    extra: Mapping[str, str | bytes] | None = None,
) -> bytes:
    """A whole package. Further parts are given as the inner XML of their root element."""
    given = {
        "styles": styles,
        "numbering": numbering,
        "comments": comments,
        "footnotes": footnotes,
        "endnotes": endnotes,
        "header": header,
        "footer": footer,
    }
    roots = {"header": "hdr", "footer": "ftr"}
    section = "".join(
        f'<w:{kind}Reference w:type="default" r:id="rId-{kind}"/>'
        for kind in ("header", "footer")
        if given[kind] is not None
    )
    inner = "".join(body) + _SECTION.format(section)
    folder = main.rpartition("/")[0]
    parts: dict[str, str | bytes] = {main: root("document", f"<w:body>{inner}</w:body>")}
    overrides = [(main, main_type)]
    related = [relations]
    for kind, content in given.items():
        if content is not None:
            parts[f"{folder}/{kind}.xml"] = root(roots.get(kind, kind), content)
            overrides.append((f"{folder}/{kind}.xml", _TYPE.format(kind)))
            related.append(relation(f"rId-{kind}", kind, f"{kind}.xml"))
    file = main.rpartition("/")[2]
    parts["_rels/.rels"] = relationships(relation("rId1", "officeDocument", main))
    parts[f"{folder}/_rels/{file}.rels"] = relationships("".join(related))
    types = "".join(
        f'<Override PartName="/{part}" ContentType="{kind}"/>' for part, kind in overrides
    )
    content_types = (
        f'{_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{types}</Types>'
    )
    return pack({"[Content_Types].xml": content_types, **parts, **(extra or {})})


def relation(name: str, kind: str, target: str, *, external: bool = False) -> str:
    """One Relationship element."""
    mode = ' TargetMode="External"' if external else ""
    return f'<Relationship Id="{name}" Type="{R}/{kind}" Target="{target}"{mode}/>'


def relationships(inner: str) -> str:
    """A relationships part."""
    namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'{_HEAD}<Relationships xmlns="{namespace}">{inner}</Relationships>'


def pack(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip archive of parts."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0)), content, 8)
    return target.getvalue()


def parts_of(data: bytes) -> dict[str, bytes]:
    """The parts of a package by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def abstract(number: int, *levels: tuple[str, str, str], more: str = "") -> str:
    """A w:abstractNum; each level is (format, text, further XML)."""
    inner = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>{extra}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for at, (kind, text, extra) in enumerate(levels)
    )
    return (
        f'<w:abstractNum w:abstractNumId="{number}">{more}'
        f'<w:multiLevelType w:val="multilevel"/>{inner}</w:abstractNum>'
    )


def num(number: int, abstract_number: int, overrides: str = "") -> str:
    """A w:num."""
    return (
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract_number}"/>{overrides}</w:num>'
    )


def restart(level: int, start: int) -> str:
    """A w:lvlOverride with a start."""
    return f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>'


def style(
    style_id: str,
    name: str,
    inner: str = "",
    *,
    based_on: str = "",
    kind: str = "paragraph",
    default: bool = False,
) -> str:
    """A w:style."""
    based = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    first = ' w:default="1"' if default else ""
    return (
        f'<w:style w:type="{kind}"{first} w:styleId="{style_id}"><w:name w:val="{name}"/>'
        f"{based}{inner}</w:style>"
    )
