"""Plain text: paragraphs between blank lines."""

from __future__ import annotations

from collections.abc import Sequence

from clausewright.model.document import BlockKind, Document
from clausewright.readers.assembly import Assembly, Fragment
from clausewright.readers.source_lines import source_lines
from clausewright.readers.structure import structure


def read_text(name: str, text: str, notes: Sequence[str] = ()) -> Document:
    """Read a plain text file that has been decoded."""
    source = source_lines(text)
    assembly = Assembly()
    run: list[Fragment] = []
    for line, start in zip(source.lines, source.starts, strict=True):
        if not line.strip():
            assembly.add(BlockKind.PARAGRAPH, run)
            run = []
            continue
        if run:
            last = run[-1]
            run.append(Fragment(" ", last.source + last.source_length, 1))
        lead = len(line) - len(line.lstrip())
        kept = line.strip()
        run.append(Fragment(kept, start + lead, len(kept)))
    assembly.add(BlockKind.PARAGRAPH, run)
    found = structure(assembly.blocks)
    return Document(
        name=name,
        format="text",
        source=text,
        text=assembly.text,
        pieces=tuple(assembly.pieces),
        line_starts=source.starts,
        blocks=found.blocks,
        sections=found.sections,
        attachments=found.attachments,
        notes=tuple(notes),
    )
