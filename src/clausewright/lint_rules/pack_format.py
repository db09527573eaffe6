"""The YAML of a pack: read, checked, and made plain data that can be kept compiled.

Every complaint names the file and the line. What a kind of rule may hold is decided by its options
(``pack_kinds``), so that a pack and a configuration file cannot differ in what they allow.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from clausewright.files.yaml import Path, Yaml
from clausewright.lint_rules.pack_kinds import KINDS
from clausewright.lint_rules.pack_kinds.kind import Kind
from clausewright.analysis.scan import readings
from clausewright.lint_rules.pack_scope import Where
from clausewright.model.errors import ConfigurationError, suggestion
from clausewright.model.finding import Applicability, Severity
from clausewright.model.topics import PROFILES, TOPICS
from clausewright.pattern import regex

MOST_READINGS = 20_000
"""Readings of all phrases of a pack; each costs memory in the scanner."""
LONGEST_SUMMARY = 80

_CODE = regex(r"[A-Z]{3}[0-9]{3}")
_NAME = regex(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_BLANK = regex(r"\{([^{}]*)\}")
_LIMITS = ("document pages", "section words", "sentence words")
_SCOPED = ("where", "topics of", "apart from", "unless")
_TOLD = ("name", "severity", "summary", "why", "message", "help", "profiles", "fix", "examples")
_BAD = ("bad", "instead", "whole", "profile", "format", "note")
_GOOD = ("good", "profile", "format", "note")
_FORMATS = ("markdown", "text")


def checked_pack(yaml: Yaml) -> dict[str, Any]:
    """Give a pack as plain data with all defaults filled in.

    Raises:
        ConfigurationError: with file and line, where it holds what it may not.

    """
    return _Checker(yaml).pack()


class _Checker:
    def __init__(self, yaml: Yaml) -> None:
        self._yaml = yaml

    def pack(self) -> dict[str, Any]:
        self._keys((), ("pack", "title", "rules"), needed=("pack", "title", "rules"))
        name = self._text("pack")
        if not _NAME.fullmatch(name):
            raise self._error(f'"{name}" is no name: use small letters, digits, hyphens', "pack")
        rules = self._mapping("rules")
        found = [self._rule(str(code)) for code in rules]
        if not found:
            raise self._error("a pack holds at least one rule", "rules")
        names: dict[str, str] = {}
        for rule in found:
            other = names.setdefault(rule["name"], rule["code"])
            if other != rule["code"]:
                raise self._error(
                    f'{other} has the name "{rule["name"]}" already', "rules", rule["code"], "name"
                )
        total = sum(rule.pop("readings") for rule in found)
        if total > MOST_READINGS:
            raise self._error(
                f"its phrases stand for {total:,} readings, at most {MOST_READINGS:,}: split it",
                "rules",
            )
        return {"pack": name, "title": self._text("title"), "rules": found}

    def _rule(self, code: str) -> dict[str, Any]:
        path: Path = ("rules", code)
        if not _CODE.fullmatch(code):
            raise self._error(
                f'"{code}" is no code: three capital letters of your own and three digits', *path
            )
        kind_name = self._kind(path)
        kind = KINDS[kind_name]
        known = (kind_name, *_TOLD, *(_SCOPED if kind.scoped else ()))
        self._keys(path, known, needed=("name", "severity", "help"))
        rule = self._told(code, path, kind)
        options = self._options(kind, kind_name, path)
        return {
            **rule,
            "kind": kind_name,
            "options": options,
            "where": self._choices((*path, "where"), [w.value for w in Where]) or [kind.where],
            "topics": self._choices((*path, "topics of"), TOPICS),
            "fix": self._fix(kind, path),
            "examples": list(self._examples((*path, "examples"))),
            "readings": self._readings(kind, options),
        }

    def _kind(self, path: Path) -> str:
        given = [key for key in self._mapping(*path) if key in KINDS]
        if len(given) == 1:
            return str(given[0])
        kinds = ", ".join(KINDS)
        if given:
            raise self._error(
                f"a rule is of one kind, not {' and '.join(given)}: make two", *path, given[1]
            )
        near = (suggestion(str(key), KINDS) for key in self._mapping(*path) if key not in _TOLD)
        raise self._error(
            f"a rule needs one of {kinds}{next((one for one in near if one), '')}", *path
        )

    def _told(self, code: str, path: Path, kind: Kind) -> dict[str, Any]:
        """Check what people read of a rule."""
        name = self._text(*path, "name")
        if not _NAME.fullmatch(name):
            raise self._error(
                f'"{name}" is no name: use small letters, digits, hyphens', *path, "name"
            )
        message = self._optional((*path, "message")) or kind.message
        for blank in _BLANK.findall(message):
            if blank not in kind.blanks:
                blanks = ", ".join(f"{{{one}}}" for one in kind.blanks)
                raise self._error(
                    f"the message has no {{{blank}}} to fill in; it may hold {blanks}",
                    *path,
                    "message",
                )
        summary = self._optional((*path, "summary")) or name.replace("-", " ").capitalize() + "."
        if len(summary) > LONGEST_SUMMARY or "\n" in summary:
            raise self._error(
                f"a summary is one line of at most {LONGEST_SUMMARY} characters; the rest is why",
                *path,
                "summary",
            )
        if "\n" in message:
            raise self._error("a message is one line", *path, "message")
        return {
            "code": code,
            "line": self._yaml.line(*path),
            "name": name,
            "severity": self._choice((*path, "severity"), [one.value for one in Severity]),
            "summary": summary,
            "why": self._optional((*path, "why")) or "",
            "message": message,
            "help": self._text(*path, "help"),
            "profiles": self._choices((*path, "profiles"), PROFILES) or list(PROFILES),
        }

    def _fix(self, kind: Kind, path: Path) -> str:
        if not self._has((*path, "fix")):
            return Applicability.UNSAFE.value
        if not kind.fixes:
            raise self._error("only swaps and words have a fix", *path, "fix")
        return self._choice((*path, "fix"), [one.value for one in Applicability])

    def _options(self, kind: Kind, kind_name: str, path: Path) -> dict[str, Any]:
        """Give the options of a rule, checked by the options themselves."""
        here = (*path, kind_name)
        options: dict[str, Any]
        if kind.given == "limit":
            options = self._limit(here)
        else:
            read = {"list": self._texts, "pairs": self._pairs, "lists": self._lists}[kind.given]
            options = {kind_name: list(read(here))}
        self._checked(kind, options, here)
        for key in ("apart from", "unless"):
            if self._has((*path, key)):
                given = list(self._texts((*path, key)))
                options[key.replace(" ", "_")] = given
                self._checked(kind, options, (*path, key))
        return options

    def _checked(self, kind: Kind, options: Mapping[str, Any], path: Path) -> None:
        try:
            kind.options(**frozen(options))
        except ValueError as error:
            raise self._error(str(error), *path) from error

    @staticmethod
    def _readings(kind: Kind, options: Mapping[str, Any]) -> int:
        if kind.phrases is None:
            return 0
        return len(readings(tuple(kind.phrases(kind.options(**frozen(options))))))

    def _limit(self, path: Path) -> dict[str, Any]:
        self._keys(path, _LIMITS)
        limits = self._mapping(*path)
        if len(limits) != 1:
            raise self._error(f"one limit a rule: {', '.join(_LIMITS)}", *path)
        key, value = next(iter(limits.items()))
        kinds = (int, float) if key == "document pages" else (int,)
        if not isinstance(value, kinds) or isinstance(value, bool):
            raise self._error(f"{key} takes a number, not {value!r}", *path, key)
        return {key.replace(" ", "_"): value}

    def _pairs(self, path: Path) -> Iterator[str]:
        for old, new in self._mapping(*path).items():
            if ":" in old:
                raise self._error("the words to swap hold no colon", *path, old)
            yield f"{old}: {self._text(*path, old)}" if new is not None else f"{old}:"

    def _lists(self, path: Path) -> Iterator[str]:
        for preferred in self._mapping(*path):
            if ":" in preferred:
                raise self._error("a preferred word holds no colon", *path, preferred)
            others = list(self._texts((*path, preferred)))
            for at, other in enumerate(others):
                if "," in other:
                    raise self._error("one word an entry, without a comma", *path, preferred, at)
            yield f"{preferred}: {', '.join(others)}"

    def _examples(self, path: Path) -> Iterator[dict[str, Any]]:
        for at, example in enumerate(self._list(path) if self._has(path) else ()):
            here = (*path, at)
            if not isinstance(example, dict) or len({"bad", "good"} & example.keys()) != 1:
                raise self._error("an example is a mapping with bad or good", *here)
            self._keys(here, _BAD if "bad" in example else _GOOD)
            for key in ("bad", "good", "instead", "note"):
                if key in example:
                    self._text(*here, key)
            if "profile" in example:
                self._choice((*here, "profile"), PROFILES)
            if "format" in example:
                self._choice((*here, "format"), _FORMATS)
            whole = example.get("whole", False)
            if not isinstance(whole, bool):
                raise self._error("whole takes true or false", *here, "whole")
            if "bad" in example and not whole and "«" not in example["bad"]:
                raise self._error(
                    "a bad example marks «what is told», or says whole: true", *here, "bad"
                )
            yield {**example, "line": self._yaml.line(*here)}

    def _at(self, path: Path) -> Any:  # noqa: ANN401 - plain data
        value = self._yaml.data
        for key in path:
            value = value[key]
        return value

    def _has(self, path: Path) -> bool:
        return path[-1] in self._at(path[:-1])

    def _keys(self, path: Path, known: Iterable[str], needed: Iterable[str] = ()) -> None:
        given = self._mapping(*path)
        names = tuple(known)
        for key in given:
            if key not in names:
                hint = suggestion(str(key), names) or f"; known are {', '.join(names)}"
                raise self._error(f'unknown key "{key}"{hint}', *path, key)
        for key in needed:
            if key not in given:
                where = f"{path[-1]} needs" if path else "a pack needs"
                raise self._error(f"{where} {key}", *path)

    def _mapping(self, *path: str | int) -> dict[str, Any]:
        found = self._at(path)
        if not isinstance(found, dict):
            what = f'"{path[-1]}"' if path else "a pack"
            raise self._error(f"{what} takes a mapping (key: value)", *path)
        return found

    def _list(self, path: Path) -> list[Any]:
        found = self._at(path)
        if not isinstance(found, list) or not found:
            raise self._error(f'"{path[-1]}" takes a list', *path)
        return found

    def _text(self, *path: str | int) -> str:
        found = self._at(path)
        if not isinstance(found, str) or not found.strip():
            raise self._error(f'"{path[-1]}" takes a text, not {found!r}', *path)
        return found.strip("\n")

    def _optional(self, path: Path) -> str | None:
        return self._text(*path) if self._has(path) else None

    def _texts(self, path: Path) -> Iterator[str]:
        for at, _ in enumerate(self._list(path)):
            yield self._text(*path, at)

    def _choice(self, path: Path, known: Iterable[str]) -> str:
        word, names = self._text(*path), tuple(known)
        if word not in names:
            hint = suggestion(word, names) or f"; there are {', '.join(names)}"
            raise self._error(f'no {_singular(path)} is called "{word}"{hint}', *path)
        return word

    def _choices(self, path: Path, known: Iterable[str]) -> list[str]:
        """Give one or several of the known words; none where the key is absent."""
        if not self._has(path):
            return []
        names = tuple(known)
        if isinstance(self._at(path), str):
            return [self._choice(path, names)]
        return [self._choice((*path, at), names) for at, _ in enumerate(self._list(path))]

    def _error(self, message: str, *path: str | int) -> ConfigurationError:
        error = self._yaml.error(ConfigurationError, message, *path)
        assert isinstance(error, ConfigurationError)  # noqa: S101 - what was asked for
        return error


def _singular(path: Path) -> str:
    key = next(str(one) for one in reversed(path) if isinstance(one, str))
    names = {"where": "part of a draft", "topics of": "topic", "profiles": "profile"}
    return names.get(key, key)


def frozen(options: Mapping[str, Any]) -> dict[str, Any]:
    """Give options with tuples for lists, as the options of a rule hold them."""
    return {
        key: tuple(value) if isinstance(value, list) else value for key, value in options.items()
    }
