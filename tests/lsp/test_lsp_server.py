"""The server, driven by a client over standard input and output as an editor would."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from clausewright.lint_rules import RULES

types = pytest.importorskip("lsprotocol.types", reason="needs the extra lsp")
client_module = pytest.importorskip("pygls.lsp.client", reason="needs the extra lsp")

DRAFT = """# Service Level Agreement

## 1. Definitions

"Critical Incident" means an Incident that stops all users. "Incident" means an unplanned
interruption of the Service. 😀 "Service" means the hosting of the shop.

## 2. Response

The Provider shall respond promptly to each Critical Incident. Critical Incidents are counted
each month as section 1 says. See section 9.

## 3. Reports

The the Provider shall report each Critical Incident's cause.
"""

Talk = Callable[["Editor"], Awaitable[None]]


class Editor:
    """An editor with one draft open."""

    def __init__(self, path: Path) -> None:
        self.uri = path.as_uri()
        self.path = path
        self.client = client_module.LanguageClient("tests", "1")
        self.published: list[types.PublishDiagnosticsParams] = []
        self.news = asyncio.Event()
        self.version = 1

        @self.client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        def hear(params: types.PublishDiagnosticsParams) -> None:
            self.published.append(params)
            self.news.set()

    async def start(self, text: str) -> None:
        await self.client.start_io(sys.executable, "-m", "clausewright", "server")
        await self.client.initialize_async(
            types.InitializeParams(
                capabilities=types.ClientCapabilities(), root_uri=self.path.parent.as_uri()
            )
        )
        self.client.initialized(types.InitializedParams())
        item = types.TextDocumentItem(self.uri, "markdown", self.version, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))

    async def stop(self) -> None:
        await self.client.shutdown_async(None)
        self.client.exit(None)
        await self.client.stop()

    async def heard(self) -> list[types.Diagnostic]:
        """Wait for the findings of the version sent last."""
        while True:
            for told in reversed(self.published):
                if (told.uri, told.version) == (self.uri, self.version):
                    return list(told.diagnostics)
            self.news.clear()
            await asyncio.wait_for(self.news.wait(), 60)

    def change(self, text: str) -> None:
        self.version += 1
        self.client.text_document_did_change(
            types.DidChangeTextDocumentParams(
                types.VersionedTextDocumentIdentifier(self.version, self.uri),
                [types.TextDocumentContentChangeWholeDocument(text)],
            )
        )

    @property
    def document(self) -> types.TextDocumentIdentifier:
        return types.TextDocumentIdentifier(self.uri)


def drive(tmp_path: Path, talk: Talk, text: str = DRAFT) -> None:
    async def run() -> None:
        editor = Editor(tmp_path / "draft.md")
        await editor.start(text)
        try:
            await talk(editor)
        finally:
            await editor.stop()

    (tmp_path / "clausewright.toml").write_text('profile = "external-sla"\n')
    asyncio.run(run())


def place_of(text: str, words: str, nth: int = 0) -> types.Position:
    at = -1
    for _ in range(nth + 1):
        at = text.index(words, at + 1)
    line_start = text.rfind("\n", 0, at) + 1
    return types.Position(
        text.count("\n", 0, at), len(text[line_start:at].encode("utf-16-le")) // 2
    )


def words_at(text: str, place: types.Range) -> str:
    line = text.split("\n")[place.start.line].encode("utf-16-le")
    return line[2 * place.start.character : 2 * place.end.character].decode("utf-16-le")


def applied(text: str, edits: list[types.TextEdit]) -> str:
    lines = text.split("\n")
    for edit in sorted(edits, key=lambda e: (e.range.start.line, e.range.start.character))[::-1]:
        line = lines[edit.range.start.line].encode("utf-16-le")
        start, end = 2 * edit.range.start.character, 2 * edit.range.end.character
        new = line[:start] + edit.new_text.encode("utf-16-le") + line[end:]
        lines[edit.range.start.line] = new.decode("utf-16-le")
    return "\n".join(lines)


def test_findings_follow_the_text(tmp_path: Path) -> None:
    async def talk(editor: Editor) -> None:
        first = await editor.heard()
        vague = [one for one in first if one.code == "WRD001"]
        assert [words_at(DRAFT, one.range) for one in vague] == ["promptly"]
        mended = DRAFT.replace("promptly", "within 30 minutes of its report, at any hour,")
        for step in range(5):  # typing: only the last state matters
            editor.change(mended + "\n" * step)
        second = await editor.heard()
        assert "WRD001" not in {one.code for one in second}
        assert any(one.code == "REF001" for one in second)

    drive(tmp_path, talk)


def test_columns_are_counted_as_the_editor_counts(tmp_path: Path) -> None:
    text = DRAFT.replace("The Provider shall respond", "😀😀 The Provider shall respond")

    async def talk(editor: Editor) -> None:
        (vague,) = [one for one in await editor.heard() if one.code == "WRD001"]
        assert words_at(text, vague.range) == "promptly"

    drive(tmp_path, talk, text)


def test_fix_and_suppress(tmp_path: Path) -> None:
    async def talk(editor: Editor) -> None:
        found = await editor.heard()
        (doubled,) = [one for one in found if one.code == "TYP001"]
        actions = await editor.client.text_document_code_action_async(
            types.CodeActionParams(
                editor.document, doubled.range, types.CodeActionContext([doubled])
            )
        )
        fix = next(one for one in actions if one.is_preferred)
        mended = applied(DRAFT, fix.edit.changes[editor.uri])
        assert "\nThe Provider shall report" in mended
        silence = next(one for one in actions if one.title.startswith("Ignore TYP001"))
        editor.change(applied(DRAFT, silence.edit.changes[editor.uri]))
        assert "TYP001" not in {one.code for one in await editor.heard()}

    drive(tmp_path, talk)


def test_terms_lead_to_their_definition_and_uses(tmp_path: Path) -> None:
    async def talk(editor: Editor) -> None:
        await editor.heard()
        use = place_of(DRAFT, "Critical Incident", 1)
        target = await editor.client.text_document_definition_async(
            types.DefinitionParams(editor.document, use)
        )
        assert target.range.start == place_of(DRAFT, "Critical Incident")
        uses = await editor.client.text_document_references_async(
            types.ReferenceParams(types.ReferenceContext(True), editor.document, use)
        )
        assert len(uses) == 4
        told = await editor.client.text_document_hover_async(
            types.HoverParams(editor.document, use)
        )
        assert "stops all users" in told.contents.value

    drive(tmp_path, talk)


def test_references_lead_to_their_section(tmp_path: Path) -> None:
    async def talk(editor: Editor) -> None:
        await editor.heard()
        at = place_of(DRAFT, "section 1")
        target = await editor.client.text_document_definition_async(
            types.DefinitionParams(editor.document, at)
        )
        assert target.range.start.line == place_of(DRAFT, "1. Definitions").line

    drive(tmp_path, talk)


def test_rename_over_many_uses(tmp_path: Path) -> None:
    text = (
        DRAFT
        + "\n"
        + "\n\n".join(
            f"The Provider shall log Critical Incident number {n} within 2 hours."
            for n in range(60)
        )
    )

    async def talk(editor: Editor) -> None:
        await editor.heard()
        edit = await editor.client.text_document_rename_async(
            types.RenameParams(
                editor.document, place_of(text, "Critical Incident", 5), "Major Outage"
            )
        )
        renamed = applied(text, edit.changes[editor.uri])
        assert "Critical Incident" not in renamed
        assert renamed.count("Major Outage") == text.count("Critical Incident") == 64
        assert "Major Outages are counted" in renamed
        assert "Major Outage's cause" in renamed

    drive(tmp_path, talk, text)


def test_outline_folds_and_completion(tmp_path: Path) -> None:
    async def talk(editor: Editor) -> None:
        await editor.heard()
        symbols = await editor.client.text_document_document_symbol_async(
            types.DocumentSymbolParams(editor.document)
        )
        flat = [symbols[0].name, *(child.name for child in symbols[0].children)]
        assert flat == [
            "Service Level Agreement",
            "1 Definitions",
            "2 Response",
            "3 Reports",
        ]
        folds = await editor.client.text_document_folding_range_async(
            types.FoldingRangeParams(editor.document)
        )
        assert len(folds) == 4
        items = await editor.client.text_document_completion_async(
            types.CompletionParams(editor.document, place_of(DRAFT, "The Provider"))
        )
        assert {"Critical Incident", "Incident", "Service"} <= {one.label for one in items}
        after = place_of(DRAFT, "9.")
        items = await editor.client.text_document_completion_async(
            types.CompletionParams(editor.document, after)
        )
        assert [one.label for one in items] == ["1", "2", "3"]

    drive(tmp_path, talk)


def test_a_wrong_configuration_is_told_until_it_is_mended(tmp_path: Path) -> None:
    settings = tmp_path / "clausewright.toml"

    async def talk(editor: Editor) -> None:
        assert len(await editor.heard()) > 1
        settings.write_text("profil = 1\n")
        editor.change(DRAFT + "\n")
        (told,) = await editor.heard()
        assert "profil" in told.message
        settings.write_text('profile = "external-sla"\nselect = ["WRD001"]\n')
        editor.change(DRAFT + "\n\n")
        assert [one.code for one in await editor.heard()] == ["WRD001"]

    drive(tmp_path, talk)


def test_only_the_last_of_many_edits_is_linted(tmp_path: Path) -> None:
    async def talk(editor: Editor) -> None:
        await editor.heard()
        before = len(editor.published)
        for step in range(40):
            editor.change(DRAFT + "\nword" * step)
            await asyncio.sleep(0.005)
        await editor.heard()
        await asyncio.sleep(0.5)
        versions = [one.version for one in editor.published[before:]]
        assert versions[-1] == editor.version
        assert len(versions) <= 3  # a slow machine may pause in between
        assert versions == sorted(set(versions))

    drive(tmp_path, talk)


def test_a_draft_of_a_set_is_linted_among_the_others(tmp_path: Path) -> None:
    terms = tmp_path / "terms.md"
    defining = '# Master Agreement\n\n"Provider" means Acme Ltd.\n'
    own = "# Annex\n\nThe Provider shall keep the shop open on each day of the week.\n"

    async def talk(editor: Editor) -> None:
        async def is_undefined(text: str) -> bool:
            editor.change(text)
            return any('"Provider"' in one.message for one in await editor.heard())

        (tmp_path / "clausewright.toml").write_text(
            'profile = "contract"\nselect = ["DEF001"]\n[[set]]\nname = "portal"\n'
            'files = ["terms.md", "draft.md"]\nmain = "terms.md"\n'
        )
        terms.write_text(defining)
        assert not await is_undefined(own + "One.\n")
        terms.write_text("# Master Agreement\n\nNothing is defined in this one.\n")
        assert await is_undefined(own + "Two.\n")
        item = types.TextDocumentItem(terms.as_uri(), "markdown", 1, defining)
        editor.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
        assert not await is_undefined(own + "As it stands in the editor, unsaved.\n")

    (tmp_path / "draft.md").write_text(own)
    drive(tmp_path, talk, own)


def test_the_same_text_again_is_answered(tmp_path: Path) -> None:
    async def talk(editor: Editor) -> None:
        first = await editor.heard()
        editor.change(DRAFT)
        assert await editor.heard() == first

    drive(tmp_path, talk)


def test_completion_knows_the_rules_of_packs(tmp_path: Path) -> None:
    async def talk(editor: Editor) -> None:
        (tmp_path / "clausewright.toml").write_text('packs = ["plain-language"]\n')
        text = "# A\n\nThe fee is due. <!-- clausewright: ignore \n"
        editor.change(text)
        await editor.heard()
        items = await editor.client.text_document_completion_async(
            types.CompletionParams(editor.document, types.Position(2, 42))
        )
        codes = {one.label for one in items}
        assert "WRD001" in codes
        assert len(codes) > len(RULES)

    drive(tmp_path, talk)
