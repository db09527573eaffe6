"""YAML as plain data with the place of every value; nothing in it can run, explode or hide.

The reading is YAML 1.2 and a little stricter. ``no``, ``12:30`` and ``2026-01-31`` are text, a
number with a leading zero is text, and only ``true``/``false`` are booleans. Refused, each with
file and line: anchors, aliases and merge keys (a few bytes of them unfold to gigabytes), tags,
duplicate keys, keys that are not text, more than one document, and anything over the limits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from clausewright.model.errors import ClausewrightError, ConfigurationError

if TYPE_CHECKING:
    from ruamel.yaml.events import Event, ScalarEvent

MAX_BYTES = 256 * 1024
MAX_NODES = 20_000
MAX_DEPTH = 64

Path = tuple[str | int, ...]

_INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,17})\Z")
_FLOAT = re.compile(
    r"[-+]?(?:[0-9]{0,18}\.[0-9]{1,18}(?:[eE][-+]?[0-9]{1,3})?|[0-9]{1,18}[eE][-+]?[0-9]{1,3})\Z"
)
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_TRUE = frozenset({"true", "True", "TRUE"})
_FALSE = frozenset({"false", "False", "FALSE"})


@dataclass(frozen=True)
class Yaml:
    """A YAML document as dicts, lists, text, numbers, booleans and None.

    ``places`` maps the path of every value, and of every key of a mapping, to line and column from
    1. ``where`` names the file in messages; ``origins`` names another for values that came from it.
    """

    data: Any
    where: str
    places: Mapping[Path, tuple[int, int]] = field(default_factory=lambda: MappingProxyType({}))
    origins: Mapping[Path, str] = field(default_factory=lambda: MappingProxyType({}))

    def line(self, *path: str | int) -> int:
        """Give the line of a value; of the nearest value above it, where the path leads nowhere."""
        return self.places.get(self._nearest(path), (1, 1))[0]

    def file(self, *path: str | int) -> str:
        """Give the file of a value; of the nearest value above it, where the path leads nowhere."""
        return self.origins.get(self._nearest(path), self.where)

    def _nearest(self, path: Path) -> Path:
        while path and path not in self.places:
            path = path[:-1]
        return path

    def error(
        self, kind: type[ClausewrightError], message: str, *path: str | int
    ) -> ClausewrightError:
        """Make an error that names the file and the line of a value."""
        return kind(message, where=self.file(*path), line=self.line(*path))


def load_yaml(
    text: str,
    where: str,
    *,
    error: type[ClausewrightError] = ConfigurationError,
    first_line: int = 1,
) -> Yaml:
    """Read one YAML document.

    ``where`` names the file in errors, ``first_line`` is the line of the file on which ``text``
    begins (front matter). Raises ``error`` with file and line for all that is malformed, refused or
    over a limit. An empty document reads as None.
    """
    size = len(text.encode("utf-8", "surrogatepass"))
    if size > MAX_BYTES:
        message = f"{size:,} bytes of YAML; at most {MAX_BYTES:,} are read: split the file"
        raise error(message, where=where, line=first_line)
    return _Builder(where, error, first_line).build(text)


def _value_of(event: ScalarEvent) -> Any:  # noqa: ANN401 - a YAML scalar is of any plain type
    text: str = event.value
    if not event.implicit[0]:  # quoted or block text is text
        return text
    if text in _NULLS:
        return None
    if text in _TRUE or text in _FALSE:
        return text in _TRUE
    if _INTEGER.match(text):
        return int(text)
    if _FLOAT.match(text):
        return _float_of(text)
    return text


def _float_of(text: str) -> float | str:
    digits = text.lstrip("+-")
    if len(digits) > 1 and digits[0] == "0" and digits[1].isdigit():
        return text  # a leading zero is a code or a telephone number
    value = float(text)
    return text if value in (float("inf"), float("-inf")) else value


class _Builder:
    """Turns the events of one text into data, watching the limits."""

    def __init__(self, where: str, error: type[ClausewrightError], first_line: int) -> None:
        self._where = where
        self._error = error
        self._offset = first_line - 1
        self._nodes = 0
        self._places: dict[Path, tuple[int, int]] = {}

    def build(self, text: str) -> Yaml:
        from ruamel.yaml import YAML  # noqa: PLC0415 - 40 ms that most runs do not need
        from ruamel.yaml.error import MarkedYAMLError  # noqa: PLC0415
        from ruamel.yaml.reader import ReaderError  # noqa: PLC0415

        events = YAML(typ="safe", pure=True).parse(text)
        try:
            data = self._document(events)
        except MarkedYAMLError as fault:
            mark = fault.problem_mark or fault.context_mark
            line = (mark.line if mark else 0) + 1 + self._offset
            told = fault.problem or fault.context or "malformed"
            if told.startswith("mapping values"):
                told = 'a value that holds ": " must be quoted'
            raise self._error(f"not valid YAML: {told}", where=self._where, line=line) from fault
        except ReaderError as fault:
            line = text.count("\n", 0, fault.position) + 1 + self._offset
            message = (
                f"character U+{ord(text[fault.position]):04X} may not stand in YAML: remove it"
            )
            raise self._error(message, where=self._where, line=line) from fault
        return Yaml(data, self._where, MappingProxyType(self._places))

    def _document(self, events: Iterator[Event]) -> Any:  # noqa: ANN401
        from ruamel.yaml import events as kinds  # noqa: PLC0415

        data: Any = None
        documents = 0
        for event in events:
            if isinstance(event, kinds.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise self._at(event, "a second YAML document begins here: keep one a file")
            elif isinstance(event, kinds.NodeEvent):
                data = self._node(event, events, ())
        return data

    def _node(self, event: Event, events: Iterator[Event], path: Path) -> Any:  # noqa: ANN401
        from ruamel.yaml import events as kinds  # noqa: PLC0415

        self._admit(event, path)
        if isinstance(event, kinds.ScalarEvent):
            self._places.setdefault(path, self._place(event))
            return _value_of(event)
        if isinstance(event, kinds.SequenceStartEvent):
            return self._sequence(event, events, path)
        return self._mapping(event, events, path)

    def _sequence(self, start: Event, events: Iterator[Event], path: Path) -> list[Any]:
        from ruamel.yaml import events as kinds  # noqa: PLC0415

        self._places.setdefault(path, self._place(start))
        items: list[Any] = []
        for event in events:
            if isinstance(event, kinds.SequenceEndEvent):
                break
            items.append(self._node(event, events, (*path, len(items))))
        return items

    def _mapping(self, start: Event, events: Iterator[Event], path: Path) -> dict[str, Any]:
        from ruamel.yaml import events as kinds  # noqa: PLC0415

        self._places.setdefault(path, self._place(start))
        mapping: dict[str, Any] = {}
        for event in events:
            if isinstance(event, kinds.MappingEndEvent):
                break
            key = self._key(event)
            if key in mapping:
                first = self._places[*path, key][0]
                raise self._at(event, f'"{key}" is given twice; the first stands on line {first}')
            self._places[*path, key] = self._place(event)
            mapping[key] = self._node(next(events), events, (*path, key))
        return mapping

    def _key(self, event: Event) -> str:
        from ruamel.yaml import events as kinds  # noqa: PLC0415

        if not isinstance(event, kinds.ScalarEvent):
            raise self._at(event, "a key must be plain text: quote a value that begins with { or [")
        self._admit(event, ())
        if event.value == "<<":
            raise self._at(event, "merge keys (<<) are not read: write the values out")
        return str(event.value)

    def _admit(self, event: Event, path: Path) -> None:
        from ruamel.yaml import events as kinds  # noqa: PLC0415

        self._nodes += 1
        if self._nodes > MAX_NODES:
            raise self._at(event, f"more than {MAX_NODES:,} values: split the file")
        if len(path) > MAX_DEPTH:
            raise self._at(event, f"nested deeper than {MAX_DEPTH} levels")
        if isinstance(event, kinds.AliasEvent) or getattr(event, "anchor", None) is not None:
            raise self._at(event, "anchors (&) and aliases (*) are not read: write the value out")
        if getattr(event, "tag", None) not in (None, "!"):
            raise self._at(event, "tags (!) are not read: write the plain value")

    def _place(self, event: Event) -> tuple[int, int]:
        mark = event.start_mark
        return mark.line + 1 + self._offset, mark.column + 1

    def _at(self, event: Event, message: str) -> ClausewrightError:
        return self._error(message, where=self._where, line=self._place(event)[0])
