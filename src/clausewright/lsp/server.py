"""The server: what the editor asks, answered from the drafts that are open."""

from __future__ import annotations

import asyncio
from pathlib import Path

from lsprotocol import types
from pygls import uris
from pygls.lsp.server import LanguageServer

from clausewright import __version__
from clausewright.checking.libraries import own_libraries
from clausewright.generator.library import Library
from clausewright.linting.configuration import forget
from clausewright.linting.sets import forget_sets
from clausewright.linting.source import stamp_of
from clausewright.lsp.actions import actions_in
from clausewright.lsp.completion import completions_at
from clausewright.lsp.diagnostics import diagnostics_of
from clausewright.lsp.drafts import OpenDraft, open_draft
from clausewright.lsp.library_files import LibraryFile, kind_of
from clausewright.lsp.navigation import (
    Symbol,
    definition,
    finding_page,
    hover_text,
    occurrences,
    rename,
    symbol_at,
)
from clausewright.lsp.positions import Positions
from clausewright.lsp.symbols import document_symbols, folding_ranges
from clausewright.model.errors import ClausewrightError
from clausewright.model.span import Span

PAUSE = 0.15
"""Seconds without typing before a draft is linted again."""


class ClausewrightServer(LanguageServer):
    """A language server that keeps the last version of each open draft with its facts.

    The editor sends whole texts: drafts are small, and the library's own splicing counts form
    feeds as line ends.
    """

    def __init__(self) -> None:
        super().__init__(
            "clausewright", __version__, text_document_sync_kind=types.TextDocumentSyncKind.Full
        )
        self._opened: dict[str, OpenDraft] = {}
        self._library = Library()
        self._library_of: tuple[object, ...] = ((), ())  # folders over ours, and their files
        self._pending: dict[str, asyncio.Task[None]] = {}

    def opened(self, uri: str) -> OpenDraft:
        """Give the draft as it stands now, read again only where it has changed."""
        document = self.workspace.get_text_document(uri)
        known = self._opened.get(uri)
        if known is None or known.positions.source != document.source:
            positions = Positions(document.source, self._encoding)
            known = open_draft(uri, _path_of(uri), positions, self._text_of)
            self._opened[uri] = known
        return known

    @property
    def _encoding(self) -> types.PositionEncodingKind:
        return types.PositionEncodingKind(self.workspace.position_encoding)

    def _text_of(self, path: Path) -> str | None:
        """Give the text of a file that is open, None for one that is not."""
        document = self.workspace.text_documents.get(uris.from_fs_path(str(path)) or "")
        return None if document is None else document.source

    def library_file(self, uri: str) -> LibraryFile | None:
        """Give a picks or clause file as it stands now, None for a draft."""
        document = self.workspace.get_text_document(uri)
        path = _path_of(uri)
        kind = kind_of(path, document.source)
        if kind is None:
            return None
        fault = self._renew_library(path.parent)
        positions = Positions(document.source, self._encoding)
        return LibraryFile(path, kind, positions, self._library, fault)

    def _renew_library(self, folder: Path) -> ClausewrightError | None:
        """Read the clauses that hold in a folder anew where they changed; tell why they cannot."""
        forget()
        try:
            own = own_libraries(folder)
            files = (file for one in own for file in sorted(one.glob("*/*")))
            stamps = tuple((str(file), stamp_of(file)) for file in files)
            if (own, stamps) != self._library_of:
                self._library, self._library_of = Library(own), (own, stamps)
        except ClausewrightError as error:
            return error
        return None

    def publish(self, uri: str) -> None:
        """Tell the editor what is found in a draft, in picks or in a clause file."""
        library_file = self.library_file(uri)
        found = (
            diagnostics_of(self.opened(uri)) if library_file is None else library_file.diagnostics()
        )
        version = self.workspace.get_text_document(uri).version
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, found, version))

    def publish_later(self, uri: str) -> None:
        """Publish once typing pauses; each change begins the pause anew."""
        self._cancel(uri)

        async def wait() -> None:
            await asyncio.sleep(PAUSE)
            self._pending.pop(uri, None)
            self.publish(uri)

        self._pending[uri] = asyncio.get_running_loop().create_task(wait())

    def publish_saved(self, uri: str) -> None:
        """Publish a draft that was saved, and the open drafts that make one agreement with it."""
        forget_sets()
        named = {one: draft.result.set for one, draft in self._opened.items()}
        affected = [one for one, name in named.items() if name and name == named.get(uri)]
        for one in {uri, *affected}:
            self._opened.pop(one, None)
            self.publish(one)

    def close(self, uri: str) -> None:
        """Forget a draft and take its findings away."""
        self._cancel(uri)
        self._opened.pop(uri, None)
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))

    def _cancel(self, uri: str) -> None:
        pending = self._pending.pop(uri, None)
        if pending is not None:
            pending.cancel()

    def symbol(self, uri: str, position: types.Position) -> tuple[OpenDraft, Symbol | None]:
        """Give the draft and the term or reference at a place."""
        opened = self.opened(uri)
        offset = opened.offset(position)
        if opened.draft is None or offset is None:
            return opened, None
        return opened, symbol_at(opened.draft, offset)

    def range_of(self, opened: OpenDraft, span: Span) -> types.Range:
        """Give the range of a span of text."""
        if opened.draft is None:
            return opened.positions.range(0, 0)
        document = opened.draft.document
        return opened.positions.range(
            document.source_offset(span.start), document.source_offset(span.end, end=True)
        )


def create_server() -> ClausewrightServer:
    """Make a server with all it answers."""
    server = ClausewrightServer()
    _follow_documents(server)
    _answer_hovers(server)
    _answer_where(server)
    _rename_terms(server)
    _complete(server)
    _answer_about_documents(server)
    return server


def _follow_documents(server: ClausewrightServer) -> None:
    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    async def did_open(params: types.DidOpenTextDocumentParams) -> None:
        server.publish(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    async def did_change(params: types.DidChangeTextDocumentParams) -> None:
        server.publish_later(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    async def did_save(params: types.DidSaveTextDocumentParams) -> None:
        server.publish_saved(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    async def did_close(params: types.DidCloseTextDocumentParams) -> None:
        server.close(params.text_document.uri)


def _answer_hovers(server: ClausewrightServer) -> None:
    @server.feature(types.TEXT_DOCUMENT_HOVER)
    def hover(params: types.HoverParams) -> types.Hover | None:
        library_file = server.library_file(params.text_document.uri)
        if library_file is not None:
            page = library_file.hover(params.position)
        else:
            page = _page(server, params)
        return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, page)) if page else None


def _page(server: ClausewrightServer, params: types.HoverParams) -> str:
    """Give what there is to know at a place of a draft: its term or reference, its findings."""
    opened, symbol = server.symbol(params.text_document.uri, params.position)
    told = hover_text(opened.draft, symbol) if opened.draft and symbol else None
    findings = (
        finding_page(finding)
        for finding in opened.result.findings
        if finding.span is not None and _holds(opened.range_of(finding), params.position)
    )
    return "\n\n---\n\n".join([told, *findings] if told else findings)


def _answer_where(server: ClausewrightServer) -> None:
    @server.feature(types.TEXT_DOCUMENT_DEFINITION)
    def go_to_definition(params: types.DefinitionParams) -> types.Location | None:
        library_file = server.library_file(params.text_document.uri)
        if library_file is not None:
            return library_file.definition(params.position)
        opened, symbol = server.symbol(params.text_document.uri, params.position)
        span = definition(opened.draft, symbol) if opened.draft and symbol else None
        return types.Location(opened.uri, server.range_of(opened, span)) if span else None

    @server.feature(types.TEXT_DOCUMENT_REFERENCES)
    def references(params: types.ReferenceParams) -> list[types.Location]:
        opened, symbol = server.symbol(params.text_document.uri, params.position)
        spans = occurrences(opened.draft, symbol) if opened.draft and symbol else ()
        return [types.Location(opened.uri, server.range_of(opened, span)) for span in spans]


def _rename_terms(server: ClausewrightServer) -> None:
    @server.feature(types.TEXT_DOCUMENT_PREPARE_RENAME)
    def prepare_rename(params: types.PrepareRenameParams) -> types.Range | None:
        opened, symbol = server.symbol(params.text_document.uri, params.position)
        renamable = symbol is not None and symbol.term is not None
        return server.range_of(opened, symbol.span) if symbol and renamable else None

    @server.feature(types.TEXT_DOCUMENT_RENAME)
    def rename_term(params: types.RenameParams) -> types.WorkspaceEdit | None:
        opened, symbol = server.symbol(params.text_document.uri, params.position)
        if opened.draft is None or symbol is None or symbol.term is None:
            return None
        edits = [
            types.TextEdit(server.range_of(opened, span), text)
            for span, text in rename(opened.draft, symbol.term, params.new_name)
        ]
        return types.WorkspaceEdit(changes={opened.uri: edits})


def _complete(server: ClausewrightServer) -> None:
    @server.feature(types.TEXT_DOCUMENT_COMPLETION)
    def complete(params: types.CompletionParams) -> list[types.CompletionItem]:
        library_file = server.library_file(params.text_document.uri)
        if library_file is not None:
            return library_file.completions(params.position)
        return completions_at(server.opened(params.text_document.uri), params.position)


def _path_of(uri: str) -> Path:
    return Path(uris.to_fs_path(uri) or "untitled.md")


def _holds(one: types.Range, position: types.Position) -> bool:
    return one.start <= position <= one.end


def _answer_about_documents(server: ClausewrightServer) -> None:
    @server.feature(
        types.TEXT_DOCUMENT_CODE_ACTION,
        types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix]),
    )
    def code_actions(params: types.CodeActionParams) -> list[types.CodeAction]:
        return actions_in(server.opened(params.text_document.uri), params.range)

    @server.feature(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL)
    def symbols(params: types.DocumentSymbolParams) -> list[types.DocumentSymbol]:
        opened = server.opened(params.text_document.uri)
        return document_symbols(opened.draft.document, opened.positions) if opened.draft else []

    @server.feature(types.TEXT_DOCUMENT_FOLDING_RANGE)
    def folds(params: types.FoldingRangeParams) -> list[types.FoldingRange]:
        opened = server.opened(params.text_document.uri)
        return folding_ranges(opened.draft.document, opened.positions) if opened.draft else []
