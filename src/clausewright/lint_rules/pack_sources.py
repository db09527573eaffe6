"""Where packs are found: files and folders, those that ship with the product, installed packages.

A package offers packs by an entry point in the group ``clausewright.packs``. Its value names a
package or a folder in one; the .yaml files there are read as data, and no code of it is run.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from clausewright.model.errors import ConfigurationError, suggestion

SHIPPED = Path(__file__).parent / "packs"
GROUP = "clausewright.packs"
SUFFIXES = (".yaml", ".yml")


def pack_paths(name: str, root: Path, *, where: str) -> tuple[Path, ...]:
    """Give the files that a name in ``packs`` stands for.

    A file or a folder below ``root`` comes first, then a pack of the product, then one of an
    installed package.

    Raises:
        ConfigurationError: where there is nothing of the name; ``where`` names the setting.

    """
    path = Path(os.path.abspath(root / name))  # noqa: PTH100  (no link followed)
    if path.is_file():
        return (path,)
    if path.is_dir():
        return _files_in(path, where)
    if name.endswith(SUFFIXES) or "/" in name or os.sep in name:
        raise ConfigurationError(f'no pack at "{name}"', where=where)
    shipped = shipped_packs()
    if name in shipped:
        return (shipped[name],)
    return _installed(name, tuple(shipped), where)


def shipped_packs() -> dict[str, Path]:
    """Give the packs that ship with the product, by name."""
    return {path.stem: path for path in sorted(SHIPPED.glob("*.yaml"))}


def _files_in(folder: Path, where: str) -> tuple[Path, ...]:
    found = tuple(sorted(one for one in folder.iterdir() if one.suffix in SUFFIXES))
    if not found:
        raise ConfigurationError(f'the folder "{folder}" holds no .yaml file', where=where)
    return found


def _installed(name: str, shipped: tuple[str, ...], where: str) -> tuple[Path, ...]:
    from importlib.metadata import entry_points  # noqa: PLC0415  (30 ms that few runs need)

    offered = {point.name: point.value for point in entry_points(group=GROUP)}
    if name not in offered:
        known = (*shipped, *offered)
        raise ConfigurationError(
            f'no pack is called "{name}"{suggestion(name, known)};'
            f" there are {', '.join(sorted(known))}, and files that end in .yaml",
            where=where,
        )
    for folder in _folders_of(offered[name]):
        if folder.is_dir():
            return _files_in(folder, where)
    raise ConfigurationError(
        f'the pack "{name}" is offered at "{offered[name]}", and there is no such folder;'
        " install the package anew",
        where=where,
    )


def _folders_of(package: str) -> Iterator[Path]:
    """Give where a package, named with dots, may lie; only its outermost part is looked up."""
    from importlib.util import find_spec  # noqa: PLC0415

    outermost, *inner = package.split(".")
    spec = find_spec(outermost)
    for location in (spec.submodule_search_locations or ()) if spec else ():
        yield Path(location, *inner)
