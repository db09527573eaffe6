"""Completion in drafts: defined terms, sections, and rules in remarks to the linter."""

from __future__ import annotations

import re

from lsprotocol import types

from clausewright.linting.packs import rules_with
from clausewright.lsp.drafts import OpenDraft

_DIRECTIVE = re.compile(r"<!--\s*clausewright:[^>]{0,200}$")
_REFERENCE = re.compile(r"\b(?:section|clause|article|paragraph)s?\s+[\w.()]{0,20}$", re.IGNORECASE)


def completions_at(opened: OpenDraft, position: types.Position) -> list[types.CompletionItem]:
    """Give what may be written at a place."""
    offset = opened.positions.offset(position)
    before = opened.positions.source[max(0, offset - 240) : offset].rpartition("\n")[2]
    if _DIRECTIVE.search(before):
        rules = rules_with(opened.settings.packs)
        return [_rule(rule.code, rule.name, rule.summary) for rule in rules]
    if opened.draft is None:
        return []
    if _REFERENCE.search(before):
        return [
            types.CompletionItem(
                label=section.number,
                kind=types.CompletionItemKind.Reference,
                detail=section.title,
            )
            for section in opened.draft.document.sections
            if section.number
        ]
    return [
        types.CompletionItem(
            label=term.name, kind=types.CompletionItemKind.Variable, detail="defined term"
        )
        for term in opened.draft.terms
    ]


def _rule(code: str, name: str, summary: str) -> types.CompletionItem:
    return types.CompletionItem(
        label=code, kind=types.CompletionItemKind.EnumMember, detail=name, documentation=summary
    )
