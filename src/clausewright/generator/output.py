"""From an agreement to the bytes of a file; the ending of its name decides the format."""

from __future__ import annotations

from dataclasses import dataclass

from clausewright.generator.agreement import Agreement
from clausewright.model.errors import OutputError

SUFFIXES = (".docx", ".md", ".html", ".pdf", ".json", ".openslo.yaml")


@dataclass(frozen=True)
class Look:
    """How an agreement is written: a firm's own Word template, and whether drafting notes show."""

    template: bytes | None = None
    with_notes: bool = False


def suffix_of(name: str) -> str:
    """Give the ending that decides the format; raise OutputError for one that is not known."""
    for suffix in SUFFIXES:
        if name.lower().endswith(suffix):
            return suffix
    raise OutputError(f"no format has this ending; known are {', '.join(SUFFIXES)}", where=name)


def render(agreement: Agreement, suffix: str, look: Look = Look()) -> bytes:
    """Write an agreement in the format of a suffix; each renderer is imported when it is used."""
    if suffix == ".docx":
        from clausewright.generator.rendering.docx import render_docx  # noqa: PLC0415

        return render_docx(agreement, template=look.template, with_notes=look.with_notes)
    if suffix == ".pdf":
        from clausewright.generator.rendering.pdf import render_pdf  # noqa: PLC0415

        return render_pdf(agreement, with_notes=look.with_notes)
    return _text(agreement, suffix, with_notes=look.with_notes).encode()


def _text(agreement: Agreement, suffix: str, *, with_notes: bool) -> str:
    if suffix == ".md":
        from clausewright.generator.rendering.markdown import render_markdown  # noqa: PLC0415

        return render_markdown(agreement, with_notes=with_notes)
    if suffix == ".html":
        from clausewright.generator.rendering.html import render_html  # noqa: PLC0415

        return render_html(agreement, with_notes=with_notes)
    if suffix == ".json":
        from clausewright.generator.rendering.record import render_json  # noqa: PLC0415

        return render_json(agreement)
    from clausewright.generator.rendering.openslo import render_openslo  # noqa: PLC0415

    return render_openslo(agreement)
