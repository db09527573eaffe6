"""A pack: rules of a house, written in YAML, that work like those of the product.

``load_pack`` makes ordinary rules of a file. Reading the YAML costs a hundred times what using it
does, so what it says is kept compiled under the digest of its bytes.
"""

from __future__ import annotations

import functools
import hashlib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from clausewright import __version__
from clausewright.files.compiled import compiled
from clausewright.files.yaml import load_yaml
from clausewright.lint_rules.pack_format import checked_pack, frozen
from clausewright.lint_rules.pack_kinds import KINDS
from clausewright.lint_rules.pack_kinds.kind import Frame
from clausewright.lint_rules.pack_scope import Scope, Where
from clausewright.lint_rules.rule import Bad, Good, Rule
from clausewright.model.errors import ConfigurationError
from clausewright.model.finding import Applicability, Severity

READING = f"pack 1 {__version__}"
"""Names the shape of compiled packs, and the program that checked them."""


class PackFile(NamedTuple):
    """A file of a pack as it was when the settings were read: its path, and digest of its bytes."""

    path: str
    digest: str


@dataclass(frozen=True)
class Pack:
    """A pack as loaded.

    ``lines`` tell on which line of ``file`` each rule begins, and each of its examples.
    """

    name: str
    title: str
    file: str
    rules: tuple[Rule[Any], ...]
    lines: dict[str, tuple[int, tuple[int, ...]]]


def pack_file(path: Path) -> PackFile:
    """Take a file of a pack into the settings.

    Raises:
        ConfigurationError: where it cannot be read.

    """
    return PackFile(str(path), hashlib.sha256(_bytes_of(str(path))).hexdigest())


@lru_cache(maxsize=256)
def load_pack(file: PackFile) -> Pack:
    """Load a pack.

    Raises:
        ConfigurationError: with file and line, where it holds what it may not.

    """

    def read(source: bytes) -> Any:  # noqa: ANN401 - plain data
        try:
            text = source.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise ConfigurationError("is not UTF-8 text", where=file.path) from error
        return checked_pack(load_yaml(text, file.path))

    data = compiled(_bytes_of(file.path), READING, read)
    return Pack(
        name=data["pack"],
        title=data["title"],
        file=file.path,
        rules=tuple(_rule(one, data["title"]) for one in data["rules"]),
        lines={
            one["code"]: (one["line"], tuple(example["line"] for example in one["examples"]))
            for one in data["rules"]
        },
    )


def _bytes_of(path: str) -> bytes:
    try:
        return Path(path).read_bytes()
    except OSError as error:
        raise ConfigurationError((error.strerror or str(error)).lower(), where=path) from error


def _rule(data: dict[str, Any], title: str) -> Rule[Any]:
    kind = KINDS[data["kind"]]
    frame = Frame(
        data["message"],
        Scope(tuple(Where(one) for one in data["where"]), tuple(data["topics"])),
        Applicability(data["fix"]),
    )
    return Rule(
        code=data["code"],
        name=data["name"],
        severity=Severity(data["severity"]),
        check=functools.partial(kind.check, frame),
        doc=f"{data['summary']}\n\n{data['why']}".strip() + "\n",
        help=data["help"],
        options=kind.options(**frozen(data["options"])),
        phrases=kind.phrases or (),
        profiles=tuple(data["profiles"]),
        examples=tuple(_example(one) for one in data["examples"]),
        origin=title,
    )


def _example(data: dict[str, Any]) -> Bad | Good:
    told = {key: data[key] for key in ("profile", "format", "note") if key in data}
    if "good" in data:
        return Good(data["good"], **told)
    return Bad(data["bad"], data.get("instead"), data.get("whole", False), **told)
