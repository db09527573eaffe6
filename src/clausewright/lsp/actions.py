"""Code actions: apply a fix, or ask a rule to be silent here for a reason."""

from __future__ import annotations

from collections.abc import Iterator

from lsprotocol import types

from clausewright.lsp.diagnostics import diagnostics_of
from clausewright.lsp.drafts import OpenDraft
from clausewright.model.document import BlockKind
from clausewright.model.finding import Applicability, LocatedFinding, LocatedFix

REASON = "state the reason"


def actions_in(opened: OpenDraft, wanted: types.Range) -> list[types.CodeAction]:
    """Give the actions for the findings that touch a range."""
    told = {
        (one.code, one.data): one for one in diagnostics_of(opened) if isinstance(one.data, str)
    }
    actions: list[types.CodeAction] = []
    for finding in opened.result.findings:
        if not _touches(opened.range_of(finding), wanted):
            continue
        diagnostic = told[finding.code, finding.fingerprint]
        actions.extend(_actions_for(opened, finding, diagnostic))
    return actions


def _touches(one: types.Range, other: types.Range) -> bool:
    def place(position: types.Position) -> tuple[int, int]:
        return position.line, position.character

    return place(one.start) <= place(other.end) and place(other.start) <= place(one.end)


def _actions_for(
    opened: OpenDraft, finding: LocatedFinding, diagnostic: types.Diagnostic
) -> Iterator[types.CodeAction]:
    fix = finding.fix
    if fix is not None and fix.applicability is not Applicability.DISPLAY:
        yield types.CodeAction(
            title=fix.title,
            kind=types.CodeActionKind.QuickFix,
            diagnostics=[diagnostic],
            edit=_edit(opened, _fix_edits(opened, fix)),
            is_preferred=fix.applicability is Applicability.SAFE,
        )
    where, text = _suppression(opened, finding)
    yield types.CodeAction(
        title=f"Ignore {finding.code} {finding.name} here",
        kind=types.CodeActionKind.QuickFix,
        diagnostics=[diagnostic],
        edit=_edit(opened, [types.TextEdit(opened.positions.range(where, where), text)]),
    )


def _edit(opened: OpenDraft, edits: list[types.TextEdit]) -> types.WorkspaceEdit:
    return types.WorkspaceEdit(changes={opened.uri: edits})


def _fix_edits(opened: OpenDraft, fix: LocatedFix) -> list[types.TextEdit]:
    starts = opened.positions.line_starts
    return [
        types.TextEdit(
            opened.positions.range(
                starts[edit.start.line - 1] + edit.start.column - 1,
                starts[edit.end.line - 1] + edit.end.column - 1,
            ),
            edit.text,
        )
        for edit in fix.edits
    ]


def _suppression(opened: OpenDraft, finding: LocatedFinding) -> tuple[int, str]:
    """Give where the remark goes and its text: at the end of the block, or before all."""
    draft = opened.draft
    if draft is None or finding.span is None:
        text = f"<!-- clausewright: ignore-file {finding.code} -- {REASON} -->\n\n"
        return _after_front_matter(opened.positions.source), text
    document = draft.document
    block = document.block_at(finding.span.start)
    remark = f"<!-- clausewright: ignore {finding.code} -- {REASON} -->"
    if block.kind is BlockKind.CODE:
        line = opened.positions.position(document.source_offset(block.span.start)).line
        return opened.positions.line_starts[max(0, line - 1)], f"{remark}\n\n"
    return document.source_offset(block.span.end, end=True), f" {remark}"


def _after_front_matter(source: str) -> int:
    if not source.startswith("---\n"):
        return 0
    end = source.find("\n---\n", 3)
    return 0 if end < 0 else end + len("\n---\n")
