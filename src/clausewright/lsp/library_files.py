"""Picks and clause files in the editor: what is wrong, what an id means, where it lives."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from lsprotocol import types
from pygls import uris

from clausewright.generator.assembly import assemble
from clausewright.generator.clause import Clause, read_clause
from clausewright.generator.library import Library
from clausewright.generator.picks import read_picks
from clausewright.lsp.diagnostics import SOURCE
from clausewright.lsp.positions import Positions
from clausewright.model.errors import ClausewrightError

_PICKS = re.compile(r"^blueprint\s*:", re.MULTILINE)
_CLAUSE = re.compile(r"---\r?\n(?:(?!---)[^\n]*\n){0,60}?topics\s*:")
_WORD = re.compile(r"[A-Za-z_][\w.@-]*")
_KEY = re.compile(r"([ ]*)([\w.@-]+)\s*:")
_START = 8_000  # characters in which a file shows what it is
_ABOVE = 400  # lines that are looked through for the clause of a field


class Kind(StrEnum):
    """What a file of the library is."""

    PICKS = "picks"
    CLAUSE = "clause"
    OTHER = "other"  # YAML that is none of ours: nothing is said of it


def kind_of(path: Path, text: str) -> Kind | None:
    """Tell picks and clause files from drafts, by ending and content."""
    start = text[:_START]
    if path.suffix.lower() in (".yaml", ".yml"):
        return Kind.PICKS if _PICKS.search(start) else Kind.OTHER
    return Kind.CLAUSE if path.suffix.lower() == ".md" and _CLAUSE.match(start) else None


@dataclass(frozen=True)
class LibraryFile:
    """One version of a picks or clause file.

    ``fault`` tells why the library is not the one that the settings ask for.
    """

    path: Path
    kind: Kind
    positions: Positions
    library: Library
    fault: ClausewrightError | None = None

    def diagnostics(self) -> list[types.Diagnostic]:
        """Give what stands in the way of reading it; of picks, what stands in the way of a build.

        Picks that extend other picks are only read: what they leave open may stand there.
        """
        if self.fault is not None and self.kind is not Kind.OTHER:
            return [self._diagnostic(1, str(self.fault), self.fault.kind)]
        try:
            self._read()
        except ClausewrightError as error:
            return list(self._told(error))
        return []

    def _read(self) -> None:
        text = self.positions.source
        if self.kind is Kind.OTHER:
            return
        if self.kind is Kind.CLAUSE:
            read_clause(text, str(self.path), f"{self.path.parent.name}.{self.path.stem}")
            return
        if re.search(r"^extends\s*:", text, re.MULTILINE):
            return
        picks, yaml = read_picks(text, str(self.path))
        assemble(picks, yaml, self.library)

    def _told(self, error: ClausewrightError) -> Iterator[types.Diagnostic]:
        """Give a diagnostic a line of the error, each at the line of the file that it names."""
        place = re.compile(re.escape(str(self.path)) + r":(\d+): ")
        for number, line in enumerate(error.message.split("\n")):
            found = place.match(line.strip())
            at = int(found[1]) if found else (error.line or 1)
            if not line.strip() or (number and found is None and error.line is None):
                continue
            told = line.strip()[found.end() :] if found else line.strip()
            yield self._diagnostic(at, told, error.kind)

    def _diagnostic(self, line: int, message: str, kind: str) -> types.Diagnostic:
        return types.Diagnostic(
            range=self._line(line),
            message=message,
            severity=types.DiagnosticSeverity.Error,
            source=SOURCE,
            code=kind,
        )

    def _line(self, number: int) -> types.Range:
        starts = self.positions.line_starts
        index = min(max(0, number - 1), len(starts) - 1)
        end = starts[index + 1] if index + 1 < len(starts) else len(self.positions.source)
        text = self.positions.source[starts[index] : end].rstrip()
        lead = len(text) - len(text.lstrip())
        return self.positions.range(starts[index] + lead, starts[index] + len(text))

    def _word(self, position: types.Position) -> str | None:
        if self.kind is Kind.OTHER:
            return None
        at = self.positions.offset(position)
        start = self.positions.source.rfind("\n", 0, at) + 1
        end = self.positions.source.find("\n", at)
        line = self.positions.source[start : end if end >= 0 else None]
        for match in _WORD.finditer(line):
            if match.start() <= at - start <= match.end():
                return match[0].partition("@")[0].rstrip(".")
        return None

    def _clause_above(self, position: types.Position) -> Clause | None:
        """Give the clause under whose key a place of the picks stands."""
        lines = self.positions.source.split("\n")[: position.line + 1]
        indent: int | None = None
        for line in reversed(lines[-_ABOVE:]):
            if not line.strip():
                continue
            lead = len(line) - len(line.lstrip(" "))
            if indent is not None and lead >= indent:
                continue
            match = _KEY.match(line)
            name = match[2].partition("@")[0] if match else ""
            if name in self.library.clause_files and indent is not None:
                return self._clause(name)
            indent = lead
        return None

    def _clause(self, name: str) -> Clause | None:
        try:
            return self.library.clause(name)
        except ClausewrightError:  # told as a diagnostic of that file
            return None

    def hover(self, position: types.Position) -> str | None:
        """Give the summary of a clause, the question of a field, or the formula of a metric."""
        word = self._word(position)
        if word is None:
            return None
        if word in self.library.clause_files:
            clause = self._clause(word)
            return _clause_page(clause) if clause else None
        within = self._clause_above(position)
        if within and word in within.front.fields:
            return _field_page(within, word)
        if word in self.library.metric_files:
            try:
                return f"**{word}**\n\n{self.library.metric(word).label}"
            except ClausewrightError:  # told where it is used
                return None
        return None

    def definition(self, position: types.Position) -> types.Location | None:
        """Give the file of the clause, metric or blueprint that is named at a place."""
        word = self._word(position) or ""
        known = (
            self.library.clause_files, self.library.metric_files, self.library.blueprint_files
        )  # fmt: skip
        path = next((files[word] for files in known if word in files), None)
        uri = uris.from_fs_path(str(path)) if path else None
        start = types.Position(0, 0)
        return types.Location(uri, types.Range(start, start)) if uri else None

    def completions(self, position: types.Position) -> list[types.CompletionItem]:
        """Give the ids of clauses; inside a clause of picks, its fields."""
        if self.kind is Kind.OTHER:
            return []
        within = self._clause_above(position) if self.kind is Kind.PICKS else None
        if within is not None:
            return [
                types.CompletionItem(
                    label=name,
                    kind=types.CompletionItemKind.Field,
                    detail=f"{field.type.value} of {within.id}",
                    documentation=field.ask,
                )
                for name, field in within.front.fields.items()
            ]
        return [
            types.CompletionItem(
                label=clause.id,
                kind=types.CompletionItemKind.Module,
                detail=clause.front.title,
                documentation=clause.front.summary,
            )
            for clause in filter(None, map(self._clause, self.library.clause_files))
        ]


def _clause_page(clause: Clause) -> str:
    fields = "\n".join(
        f"- `{name}` ({field.type.value}): {field.ask}"
        for name, field in clause.front.fields.items()
    )
    page = f"**{clause.front.title}** (`{clause.id}`)\n\n{clause.front.summary}"
    return f"{page}\n\n{fields}" if fields else page


def _field_page(clause: Clause, name: str) -> str:
    field = clause.front.fields[name]
    options = f"\n\nOne of: {', '.join(field.options)}" if field.options else ""
    default = "" if field.default is None else f"\n\nDefault: {field.default}"
    return f"**{name}** ({field.type.value} of `{clause.id}`)\n\n{field.ask}{options}{default}"
