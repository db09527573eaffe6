"""Markdown: the agreement as plain text for git, with its provenance in comments."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausewright.generator.agreement import (
    Agreement,
    Block,
    Defined,
    Inline,
    Inlines,
    Note,
    Paragraph,
    Section,
    Signatures,
    Strong,
    Table,
)

_SPECIAL = re.compile(r"[\\`*_\[\]<>|~]|&(?=#?[A-Za-z0-9]{1,31};)")
_LINE_START = re.compile(r"\A(?:[-+#=]|[0-9]{1,9}[.)](?= |\Z)|:?-{3,})")


def render_markdown(agreement: Agreement, *, with_notes: bool = False) -> str:
    """Write an agreement as Markdown; ``with_notes`` adds drafting notes as comments."""
    return "\n\n".join(_blocks(agreement, with_notes=with_notes)) + "\n"


def _blocks(agreement: Agreement, *, with_notes: bool) -> Iterator[str]:
    yield _front_matter(agreement)
    yield f"# {escaped(agreement.title)}"
    yield "  \n".join(_cover(agreement))
    if agreement.contents:
        yield "## Contents"
        for part in agreement.parts:
            yield "\n".join(f"{s.number}. {escaped(s.title)}  " for s in part.sections).rstrip()
        if agreement.annexes:
            yield "\n".join(f"{escaped(a.heading)}  " for a in agreement.annexes).rstrip()
    for index, part in enumerate(agreement.parts):
        yield f"## Part {'AB'[index]}: {escaped(part.title)}"
        for section in part.sections:
            yield from _section(section, with_notes=with_notes)
    for annex in agreement.annexes:
        yield f"## {escaped(annex.heading)}"
        for section in annex.sections:
            yield from _section(section, with_notes=with_notes)


def _front_matter(agreement: Agreement) -> str:
    return "\n".join(
        (
            "---",
            f"clausewright.profile: {agreement.profile}",
            f"clausewright.blueprint: {agreement.blueprint}",
            "---",
        )
    )


def _cover(agreement: Agreement) -> Iterator[str]:
    yield escaped(agreement.between)
    if agreement.reference:
        yield f"Reference {escaped(agreement.reference)}"
    yield f"Version {escaped(agreement.version)}"


def _section(section: Section, *, with_notes: bool) -> Iterator[str]:
    if section.clause:
        yield f"<!-- clause: {section.clause} -->"
    mark = "." if section.depth == 1 else ""
    yield f"{'#' * (section.depth + 2)} {section.number}{mark} {escaped(section.title)}"
    for block in section.blocks:
        text = _block(block, with_notes=with_notes)
        if text:
            yield text
    for inner in section.sections:
        yield from _section(inner, with_notes=with_notes)


def _block(block: Block, *, with_notes: bool) -> str:
    if isinstance(block, Paragraph):
        words = _inlines(block.inlines)
        return f"{block.number} {words}" if block.number else _guarded(words)
    if isinstance(block, Table):
        return _table(block)
    if isinstance(block, Signatures):
        return _signatures(block)
    if isinstance(block, Note):
        return f"<!-- note: {block.text.replace('--', '- -')} -->" if with_notes else ""
    raise TypeError(f"no Markdown for {type(block).__name__}")


def _inlines(inlines: Inlines) -> str:
    return "".join(_inline(inline) for inline in inlines)


def _inline(inline: Inline) -> str:
    words = escaped(inline.text)
    if isinstance(inline, Defined):
        return f"“**{words}**”"
    return f"**{words}**" if isinstance(inline, Strong) else words


def _table(table: Table) -> str:
    lines = [_row(table.header), "|" + " --- |" * len(table.header)]
    lines += [_row(row) for row in table.rows]
    return "\n".join(lines)


def _row(cells: tuple[Inlines, ...]) -> str:
    return "| " + " | ".join(_inlines(cell) for cell in cells) + " |"


def _signatures(signatures: Signatures) -> str:
    header = "| | " + " | ".join(escaped(b.party) for b in signatures.blocks) + " |"
    rows = (
        ("For", [escaped(b.name) for b in signatures.blocks]),
        ("Name", [escaped(b.signatory or "____________________") for b in signatures.blocks]),
        (
            "Title",
            [escaped(b.signatory_title or "____________________") for b in signatures.blocks],
        ),
        ("Signature", [escaped("____________________")] * len(signatures.blocks)),
        ("Date", [escaped("____________________")] * len(signatures.blocks)),
    )
    lines = [header, "|" + " --- |" * (len(signatures.blocks) + 1)]
    lines += [f"| {label} | {' | '.join(cells)} |" for label, cells in rows]
    return "\n".join(lines)


def escaped(text: str) -> str:
    """Escape what Markdown would read as markup."""
    return _SPECIAL.sub(lambda found: "\\" + found[0], text)


def _guarded(words: str) -> str:
    """Keep the beginning of an unnumbered paragraph from reading as a list or a heading."""
    found = _LINE_START.match(words)
    if found is None:
        return words
    at = found.end() - 1 if words[0].isdigit() else 0
    return f"{words[:at]}\\{words[at:]}"
