"""The operators of the benchmark, read from the files of ``defect_kinds``.

Each entry names one kind of defect: ``codes`` that may tell it, ``error`` where it must be an
error, ``fair`` codes it may cause elsewhere, ``absent`` a pattern the base must not hold,
``beside`` topics its readers must have found in it (a scale of credits is faulty only in a draft
that grants credits and says how to claim them), ``numbered`` where its sections must carry numbers,
and three ``phrasings``. A phrasing is a ``text`` with the kind of its ``section``, several of them
``together``, a pattern to ``change``, or a ``special`` one of ``defect_changes``.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from defect_changes import SPECIAL
from defect_drafts import SECTIONS, Draft
from defect_seeding import Operator, Phrasing, add, change

FOLDER = Path(__file__).parent / "defect_kinds"


@cache
def operators() -> tuple[Operator, ...]:
    """All operators, file by file in the order of their names."""
    yaml = YAML(typ="safe")
    entries = [entry for path in sorted(FOLDER.glob("*.yaml")) for entry in yaml.load(path)]
    return tuple(_operator(entry) for entry in entries)


def _operator(entry: dict[str, Any]) -> Operator:
    usual = ("external", "cloud", "internal", "support")
    return Operator(
        name=entry["name"],
        codes=tuple(entry["codes"]),
        is_error=entry["error"],
        phrasings=tuple(_phrasing(dict(phrasing)) for phrasing in entry["phrasings"]),
        fair=tuple(entry.get("fair", ())),
        topics=tuple(entry.get("topics", ())),
        kinds=tuple(entry.get("kinds", usual)),
        fits=_condition(
            entry.get("absent"),
            frozenset((*entry.get("topics", ()), *entry.get("beside", ()))),
            is_numbered=entry.get("numbered", False),
        ),
    )


def _condition(
    absent: str | None, topics: frozenset[str], *, is_numbered: bool
) -> Callable[[Draft], bool]:
    def fits(draft: Draft) -> bool:
        if draft.topics is not None and not topics <= draft.topics:
            return False  # what is not there can neither be taken out nor added to
        numbered = draft.deepest_number is not None
        return (numbered or not is_numbered) and not (absent and draft.has(absent))

    return fits


def _phrasing(entry: dict[str, Any]) -> Phrasing:
    if special := entry.pop("special", None):
        if "section" in entry:
            entry["section"] = _cue(entry["section"])
        return SPECIAL[special](**entry)
    if pattern := entry.pop("change", None):
        return change(pattern, entry["to"], entry.get("unless"))
    parts = entry.get("together", [entry])
    return add(*((_cue(part["section"]), part["text"]) for part in parts))


def _cue(kinds: str | list[str]) -> str:
    names = [kinds] if isinstance(kinds, str) else kinds
    return "|".join(SECTIONS[name] for name in names)
