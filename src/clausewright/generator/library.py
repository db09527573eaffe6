"""The library: clauses, metrics, blueprints and playbooks, found by id and read when asked for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cached_property
from importlib.resources import files
from pathlib import Path
from typing import TypeVar

from clausewright.generator.blueprint import Blueprint, read_blueprint
from clausewright.generator.clause import CLAUSE_ID, Clause, ClauseStatus, read_clause
from clausewright.generator.metric import MetricKind, read_metric
from clausewright.generator.playbook import Playbook, read_playbook
from clausewright.model.errors import LibraryError, suggestion

ItemT = TypeVar("ItemT")
_ID = re.compile(CLAUSE_ID + r"\Z")
_FOLDERS = ("metrics", "blueprints", "playbooks")


def built_in() -> Path:
    """Give the folder of the clauses that come with the package."""
    return Path(str(files("clausewright"))) / "clause_library"


class Library:
    """One or more folders, later ones laid over earlier ones: a team's own clause wins by id."""

    def __init__(self, folders: Iterable[Path] = ()) -> None:
        self.folders = (built_in(), *folders)
        for folder in self.folders:
            if not folder.is_dir():
                raise LibraryError("there is no such library folder", where=str(folder))
        self._read: dict[tuple[str, str], object] = {}

    @cached_property
    def clause_files(self) -> dict[str, Path]:
        """The file of each clause id, in order of id."""
        found: dict[str, Path] = {}
        for folder in self.folders:
            for path in sorted(folder.glob("*/*.md")):
                if path.parent.name not in _FOLDERS:
                    found[f"{path.parent.name}.{path.stem}"] = path
        return dict(sorted(found.items()))

    @cached_property
    def metric_files(self) -> dict[str, Path]:
        """The file of each metric id."""
        return self._files("metrics")

    @cached_property
    def blueprint_files(self) -> dict[str, Path]:
        """The file of each blueprint id."""
        return self._files("blueprints")

    @cached_property
    def playbook_files(self) -> dict[str, Path]:
        """The file of each playbook, by the clause it speaks of."""
        return self._files("playbooks")

    def _files(self, kind: str) -> dict[str, Path]:
        found: dict[str, Path] = {}
        for folder in self.folders:
            found |= {path.stem: path for path in sorted((folder / kind).glob("*.yaml"))}
        return dict(sorted(found.items()))

    def clause(self, clause_id: str) -> Clause:
        """Give a clause, or raise LibraryError with the nearest id."""
        if not _ID.match(clause_id):
            raise LibraryError(f'"{clause_id[:80]}" is no clause id: write group.name')
        return self._item("clause", clause_id, self.clause_files, read_clause)

    def metric(self, metric_id: str) -> MetricKind:
        """Give an abstract metric, or raise LibraryError with the nearest id."""
        return self._item("metric", metric_id, self.metric_files, read_metric)

    def blueprint(self, blueprint_id: str) -> Blueprint:
        """Give a blueprint, or raise LibraryError with the nearest id."""
        return self._item("blueprint", blueprint_id, self.blueprint_files, read_blueprint)

    def playbook(self, clause_id: str) -> Playbook | None:
        """Give the playbook of a clause, None where there is none."""
        if clause_id not in self.playbook_files:
            return None
        return self._item("playbook", clause_id, self.playbook_files, read_playbook)

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """All clauses, in order of id."""
        return tuple(self.clause(clause_id) for clause_id in self.clause_files)

    def defining(self, term: str) -> tuple[Clause, ...]:
        """Give the clauses on offer that define a term."""
        return tuple(
            clause
            for clause in self.clauses
            if term in clause.front.defines and clause.front.status is not ClauseStatus.RETIRED
        )

    def definition_of(self, term: str) -> Clause | None:
        """Give the clause in ``definitions/`` that is named after a term and defines it."""
        clause_id = "definitions." + re.sub(r"[^a-z0-9]+", "_", term.lower()).strip("_")
        if clause_id not in self.clause_files:
            return None
        clause = self.clause(clause_id)
        return clause if term in clause.front.defines else None

    def _item(
        self,
        kind: str,
        item_id: str,
        known: dict[str, Path],
        read: Callable[[str, str, str], ItemT],
    ) -> ItemT:
        if item_id not in known:
            known_ones = f"there are {', '.join(known)}"
            if kind == "clause":
                known_ones = "`clausewright clauses list` shows them all"
            hint = suggestion(item_id, known) or f"; {known_ones}"
            raise LibraryError(f'there is no {kind} "{item_id[:80]}"{hint}')
        if (kind, item_id) not in self._read:
            self._read[kind, item_id] = read(*self._load(known[item_id]), item_id)
        return self._read[kind, item_id]  # type: ignore[return-value]  # stored by the same reader

    def _load(self, path: Path) -> tuple[str, str]:
        where = self._shown(path)
        try:
            return path.read_text("utf-8"), where
        except (OSError, UnicodeDecodeError) as error:
            raise LibraryError(f"cannot be read: {error}", where=where) from error

    def _shown(self, path: Path) -> str:
        """Name a file the same way on every machine where it is one of ours."""
        inside = self.folders[0]
        return (
            f"clause_library/{path.relative_to(inside).as_posix()}"
            if inside in path.parents
            else str(path)
        )
