"""Read and check the configuration: the one place that decides what a setting may be."""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from clausewright.linting.packs import find_packs, pack_rules, rules_with
from clausewright.linting.selection import check_selectors
from clausewright.linting.settings import FailOn, FileIgnores, FileProfile, FileSet, Settings
from clausewright.linting.toml_places import Path as KeyPath
from clausewright.linting.toml_places import line_of
from clausewright.model.errors import ConfigurationError, suggestion
from clausewright.model.finding import Severity
from clausewright.model.topics import NOT_AN_AGREEMENT, PROFILES

if TYPE_CHECKING:
    from clausewright.lint_rules.pack import PackFile
    from clausewright.lint_rules.rule import Rule

FILE = "clausewright.toml"
AUTO = "auto"
PROFILE_NAMES = (AUTO, *PROFILES, NOT_AN_AGREEMENT)

Origins = Mapping[str, str]
"""Where each setting that is not a default was set, as file:line or an option's name."""


class Configuration(NamedTuple):
    """Settings and where they come from."""

    settings: Settings
    origins: Origins


def nearest(folder: Path) -> Configuration:
    """Give the configuration that holds in a folder: the nearest file in it or above it.

    Raises:
        ConfigurationError: where that file cannot be read or holds what it may not.

    """
    return _nearest(folder.resolve())


@lru_cache(maxsize=4096)
def _nearest(folder: Path) -> Configuration:
    own = folder / FILE
    if own.is_file():
        return load(own)
    project = folder / "pyproject.toml"
    if project.is_file() and b"tool.clausewright" in project.read_bytes():
        return load(project)
    if folder == folder.parent:
        return Configuration(Settings(), {})
    return _nearest(folder.parent)


@lru_cache(maxsize=256)
def load(file: Path) -> Configuration:
    """Read a configuration file.

    Raises:
        ConfigurationError: where it cannot be read or holds what it may not.

    """
    import tomllib  # noqa: PLC0415  (many drafts have no configuration)

    try:
        text = file.read_text("utf-8")
        data: Mapping[str, object] = tomllib.loads(text)
    except OSError as error:
        raise ConfigurationError((error.strerror or str(error)).lower(), where=str(file)) from error
    except UnicodeDecodeError as error:
        raise ConfigurationError("is not UTF-8 text", where=str(file)) from error
    except tomllib.TOMLDecodeError as error:
        raise ConfigurationError(f"is not valid TOML: {error}", where=str(file)) from error
    except (RecursionError, ValueError) as error:  # what tomllib itself does not bound
        raise ConfigurationError(
            "is nested too deep or holds a number too long: write it plainer", where=str(file)
        ) from error
    path: KeyPath = ()
    if file.name == "pyproject.toml":
        path = ("tool", "clausewright")
        tool = data.get("tool")
        found = tool.get("clausewright", {}) if isinstance(tool, dict) else {}
        data = found if isinstance(found, dict) else {}
    return _Checker(file, text, path).checked(data)


def forget() -> None:
    """Read configuration files anew from now on, as they may have changed."""
    _nearest.cache_clear()
    load.cache_clear()


def check_profile(name: str, *, where: str) -> str | None:
    """Give the profile of a name, None for auto.

    Raises:
        ConfigurationError: where no profile has the name.

    """
    if name not in PROFILE_NAMES:
        raise ConfigurationError(
            f'no profile is called "{name}"{suggestion(name, PROFILE_NAMES)};'
            f" there are {', '.join(PROFILE_NAMES)}",
            where=where,
        )
    return None if name == AUTO else name


Check = Callable[["_Checker", object, KeyPath], object]


class _Checker:
    """Checks the data of one file; every complaint tells its line."""

    def __init__(self, file: Path, text: str, path: KeyPath) -> None:
        self._file = file
        self.root = file.parent
        self._text = text
        self._path = path
        self._packs: tuple[PackFile, ...] = ()

    def checked(self, data: Mapping[str, object]) -> Configuration:
        values: dict[str, object] = {}
        origins: dict[str, str] = {}
        if "packs" in data:  # first, since other keys may name their rules
            values = self.packs(data["packs"], (*self._path, "packs"))
            origins["packs"] = self._where((*self._path, "packs"))
        for name, value, path in self.items(data, KEYS, self._path):
            values |= typing.cast(dict[str, object], KEYS[name](self, value, path))
            origins |= dict.fromkeys(values.keys() - origins.keys(), self._where(path))
        settings = Settings(root=str(self.root), file=str(self._file), **values)  # type: ignore[arg-type]
        return Configuration(settings, origins)

    def items(
        self, data: Mapping[str, object], known: typing.Iterable[str], path: KeyPath
    ) -> Iterator[tuple[str, object, KeyPath]]:
        """Give the keys of a table with ``_`` for ``-``, refusing those that are not known."""
        for key, value in data.items():
            name = key.replace("-", "_")
            if name not in known:
                names = [one.replace("_", "-") for one in known]
                hint = suggestion(key, names) or f"; known are {', '.join(names)}"
                raise self.error(f'unknown key "{key}"{hint}', (*path, key))
            yield name, value, (*path, key)

    def error(self, message: str, path: KeyPath) -> ConfigurationError:
        """Give a complaint about a key, with its line."""
        return ConfigurationError(message, where=str(self._file), line=line_of(self._text, path))

    def _where(self, path: KeyPath) -> str:
        line = line_of(self._text, path)
        return f"{self._file}:{line}" if line else str(self._file)

    def _typed(self, value: object, path: KeyPath, kind: type, what: str) -> Any:  # noqa: ANN401
        if not isinstance(value, kind) or (kind is not bool and isinstance(value, bool)):
            raise self.error(f'"{path[-1]}" takes {what}, not {value!r}', path)
        return value

    def text(self, value: object, path: KeyPath) -> str:
        return str(self._typed(value, path, str, "a text"))

    def texts(self, value: object, path: KeyPath) -> tuple[str, ...]:
        listed = self._typed(value, path, list, "a list of texts")
        for one in listed:
            if not isinstance(one, str):
                raise self.error(f'"{path[-1]}" takes a list of texts, not {value!r}', path)
        return tuple(listed)

    def number(self, value: object, path: KeyPath) -> float:
        number = float(self._typed(value, path, int | float, "a number"))  # type: ignore[arg-type]
        if not 0 < number < float("inf"):
            raise self.error(f'"{path[-1]}" takes a number above 0, not {value!r}', path)
        return number

    def table(self, value: object, path: KeyPath) -> Mapping[str, object]:
        table: Mapping[str, object] = self._typed(value, path, dict, "a table")
        return table

    def choice(self, value: object, path: KeyPath, choices: typing.Iterable[str]) -> str:
        known = tuple(choices)
        word = self.text(value, path)
        if word not in known:
            hint = suggestion(word, known)
            raise self.error(
                f'"{path[-1]}" takes one of {", ".join(known)}, not "{word}"{hint}', path
            )
        return word

    def selectors(self, value: object, path: KeyPath) -> tuple[str, ...]:
        found = self.texts(value, path)
        if found:
            check_selectors(found, self._rules, where=self._where(path))
        return found

    def profile(self, value: object, path: KeyPath) -> str | None:
        return check_profile(self.text(value, path), where=self._where(path))

    def tables(
        self, value: object, path: KeyPath, keys: Mapping[str, bool]
    ) -> Iterator[tuple[dict[str, object], dict[str, KeyPath]]]:
        """Give the entries of an array of tables; ``keys`` tells which a table must have."""
        listed = self._typed(value, path, list, "tables ([[...]])")
        for number, one in enumerate(listed):
            here = (*path, number)
            items = list(self.items(self.table(one, here), keys, here))
            entry = {name: item for name, item, _ in items}
            for name, needed in keys.items():
                if needed and name not in entry:
                    raise self.error(f'[[{path[-1]}]] needs "{name}"', here)
            yield entry, {name: at for name, _, at in items}

    @cached_property
    def _rules(self) -> tuple[Rule[Any], ...]:
        """All rules, looked at only where a setting names one."""
        return rules_with(self._packs)

    @cached_property
    def by_name(self) -> dict[str, Rule[Any]]:
        """The rules by code and by name."""
        rules = self._rules
        return {rule.code: rule for rule in rules} | {rule.name: rule for rule in rules}

    def packs(self, value: object, path: KeyPath) -> dict[str, object]:
        names = self.texts(value, path)
        self._packs = find_packs(names, self.root, where=self._where(path))
        pack_rules(self._packs)  # a pack that is wrong is told before any draft is read
        return {"packs": self._packs}

    def options(self, value: object, path: KeyPath) -> tuple[tuple[str, Any], ...]:
        by_name = self.by_name
        found = {}
        for key, given in self.table(value, path).items():
            here = (*path, key)
            if key not in by_name:
                raise self.error(f'no rule is called "{key}"{suggestion(key, by_name)}', here)
            rule = by_name[key]
            found[rule.code] = self._options_of(rule.options, self.table(given, here), here)
        return tuple(found.items())

    def _options_of(self, defaults: Any, given: Mapping[str, object], path: KeyPath) -> Any:  # noqa: ANN401
        hints = typing.get_type_hints(type(defaults))
        values = {
            name: self._option(hints[name], value, here)
            for name, value, here in self.items(given, hints, path)
        }
        try:
            return dataclasses.replace(defaults, **values)
        except ValueError as error:
            raise self.error(str(error), path) from error

    def _option(self, hint: Any, value: object, path: KeyPath) -> object:  # noqa: ANN401
        origin, arguments = typing.get_origin(hint), typing.get_args(hint)
        if origin in {typing.Union, types.UnionType}:
            hint = next(one for one in arguments if one is not types.NoneType)
            return self._option(hint, value, path)
        if origin is tuple:
            listed = self._typed(value, path, list, "a list")
            return tuple(self._option(arguments[0], one, path) for one in listed)
        if origin in {dict, Mapping}:
            table = self.table(value, path)
            return {k: self._option(arguments[1], v, (*path, k)) for k, v in table.items()}
        if hint is float:
            return float(self._typed(value, path, int | float, "a number"))  # type: ignore[arg-type]
        names = {bool: "true or false", int: "a whole number", str: "a text"}
        return self._typed(value, path, hint, names[hint])


def _severity(check: _Checker, value: object, path: KeyPath) -> dict[str, object]:
    found: dict[str, Severity] = {}
    by_name = check.by_name
    for key, given in check.table(value, path).items():
        here = (*path, key)
        if key not in by_name:
            raise check.error(f'no rule is called "{key}"{suggestion(key, by_name)}', here)
        found[by_name[key].code] = Severity(check.choice(given, here, [s.value for s in Severity]))
    return {"severity": tuple(found.items())}


def _ignores(check: _Checker, value: object, path: KeyPath) -> dict[str, object]:
    found = (
        FileIgnores(files, check.selectors(rules, (*path, files)))
        for files, rules in check.table(value, path).items()
    )
    return {"per_file_ignores": tuple(found)}


def _profiles(check: _Checker, value: object, path: KeyPath) -> dict[str, object]:
    found = []
    for entry, at in check.tables(value, path, {"files": True, "name": True}):
        name = check.choice(entry["name"], at["name"], PROFILE_NAMES[1:])
        found.append(FileProfile(check.texts(entry["files"], at["files"]), name))
    return {"profiles": tuple(found)}


def _sets(check: _Checker, value: object, path: KeyPath) -> dict[str, object]:
    found = []
    for entry, at in check.tables(value, path, {"name": True, "files": True, "main": False}):
        main = check.text(entry["main"], at["main"]) if "main" in entry else None
        name = check.text(entry["name"], at["name"])
        found.append(FileSet(name, check.texts(entry["files"], at["files"]), main))
    return {"sets": tuple(found)}


def _library(check: _Checker, value: object, path: KeyPath) -> dict[str, object]:
    found: dict[str, object] = {}
    for name, given, here in check.items(check.table(value, path), ("paths", "packages"), path):
        listed = check.texts(given, here)
        if name == "paths":
            listed = tuple(str(check.root / one) for one in listed)
        found[f"library_{name}"] = listed
    return found


def _nested(key: str, field: str, check_value: Check) -> Check:
    """Check a table with one key, which is the setting of another name."""

    def checked(check: _Checker, value: object, path: KeyPath) -> dict[str, object]:
        table = check.table(value, path)
        found: dict[str, object] = {}
        for _, given, here in check.items(table, (key,), path):
            found[field] = check_value(check, given, here)
        return found

    return checked


def _one(field: str, check_value: Check) -> Check:
    def checked(check: _Checker, value: object, path: KeyPath) -> dict[str, object]:
        return {field: check_value(check, value, path)}

    return checked


KEYS: Mapping[str, Check] = {
    "profile": lambda c, v, p: {"profile": c.profile(v, p), "profile_source": "configuration"},
    "select": _one("select", _Checker.selectors),
    "extend_select": _one("extend_select", _Checker.selectors),
    "ignore": _one("ignore", _Checker.selectors),
    "fail_on": _one("fail_on", lambda c, v, p: FailOn(c.choice(v, p, [f.value for f in FailOn]))),
    "include": _one("include", _Checker.texts),
    "exclude": _one("exclude", _Checker.texts),
    "baseline": _one("baseline", lambda c, v, p: str(c.root / c.text(v, p))),
    "severity": _severity,
    "rules": _one("options", _Checker.options),
    "per_file_ignores": _ignores,
    "profiles": _profiles,
    "length": _nested("max_pages", "max_pages", _Checker.number),
    "language": _nested("pipeline", "pipeline", _Checker.text),
    "set": _sets,
    "library": _library,
    "packs": lambda *_: {},  # read before the others
}
"""The keys of a configuration file and how the value of each is checked."""
