"""Files that make one agreement: a master agreement, its service levels, its annexes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from clausewright.linting.patterns import matches_any
from clausewright.linting.settings import FileSet, Settings
from clausewright.linting.source import Membership, Source, relative_to_root, source_for
from clausewright.linting.walk import walk
from clausewright.model.errors import ConfigurationError

UNNAMED = "set"
"""The name of the set that the command line makes of all its files."""


def as_one_agreement(sources: Sequence[Source]) -> list[Source]:
    """Make one set of all files."""
    if not sources:
        return []
    membership = Membership(UNNAMED, tuple(sources), None)
    return [replace(source, membership=membership) for source in sources]


def with_sets(sources: Iterable[Source]) -> Iterator[Source]:
    """Tell each file of the set that its configuration puts it into.

    The other files of a set are read also where they are not linted.

    Raises:
        ConfigurationError: where a set has no main file of the name.

    """
    for source in sources:
        yield source if source.path is None else _with_set(source, source.path)


def _with_set(source: Source, path: Path) -> Source:
    relative = relative_to_root(path, source.settings)
    for one in source.settings.sets:
        if matches_any(relative, one.files):
            membership = _membership(source.settings, one)
            if all(member.key != source.key for member in membership.members):
                lone = replace(source, membership=None)  # a walk passes it by, naming it does not
                membership = replace(membership, members=(*membership.members, lone))
            return replace(source, membership=membership)
    return source


def forget_sets() -> None:
    """Look for the files of each set anew from now on, as there may be others."""
    _membership.cache_clear()


@lru_cache(maxsize=64)
def _membership(settings: Settings, one: FileSet) -> Membership:
    """Find the files of a set, in the order of its patterns, then by name."""
    root = Path(settings.root).resolve()
    found = [path for path in walk(root, lambda *_: False) if isinstance(path, Path)]
    ordered: dict[Path, None] = {}
    for pattern in one.files:
        for path in found:
            if matches_any(relative_to_root(path, settings), (pattern,)):
                ordered[path] = None
    members = tuple(source_for(path.as_posix(), settings, path) for path in ordered)
    return Membership(one.name, members, _main(members, one, settings))


def _main(members: Sequence[Source], one: FileSet, settings: Settings) -> str | None:
    if one.main is None:
        return None
    main = (Path(settings.root) / one.main).resolve().as_posix()
    if all(member.key != main for member in members):
        raise ConfigurationError(
            f'the set "{one.name}" has no file "{one.main}", which it names as main',
            where=settings.file,
        )
    return main
