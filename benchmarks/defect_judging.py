"""Whether the linter told a seeded defect, and what else it began to tell because of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from defect_seeding import Lines, Operator, Seeded

Found = Mapping[str, Any]

_ALWAYS_FAIR = ("LEN001",)
"""A clause more is a longer document."""


@dataclass(frozen=True)
class Verdict:
    """The judgement on one seeded draft; findings told in one line each."""

    is_found: bool
    is_error: bool
    at_place: tuple[str, ...]
    elsewhere: tuple[str, ...]
    elsewhere_codes: tuple[str, ...]


def judge(
    operator: Operator, seeded: Seeded, base: Iterable[Found], after: Iterable[Found]
) -> Verdict:
    """Compare the findings of the base with those of the seeded draft.

    A finding is new if its fingerprint is. One that stood with the same message on a line of the
    defect, or on the same line where only words were changed, is not new, although the changed
    sentence gives it another fingerprint.
    """
    base = list(base)
    known = {finding["fingerprint"] for finding in base}
    stood = {_told(finding) for finding in base} if seeded.before == seeded.places else set()
    said = {(one["code"], one["message"]) for one in base if _is_at(one, seeded.before)}
    new = [
        finding
        for finding in after
        if finding["fingerprint"] not in known and _told(finding) not in stood
    ]
    at_place = [
        one
        for one in new
        if _is_about(one, seeded.places) and (one["code"], one["message"]) not in said
    ]
    elsewhere = [finding for finding in new if not _is_about(finding, seeded.places)]
    if operator.topics:
        right = [
            one for one in new if one["code"] in operator.codes and one["topic"] in operator.topics
        ]
        elsewhere = []
    else:
        right = [one for one in at_place if one["code"] in operator.codes]
    strays = [one for one in elsewhere if one["code"] not in (*operator.fair, *_ALWAYS_FAIR)]
    return Verdict(
        is_found=bool(right),
        is_error=any(one["severity"] == "error" for one in right),
        at_place=tuple(map(_told, at_place)),
        elsewhere=tuple(map(_told, strays)),
        elsewhere_codes=tuple(one["code"] for one in strays),
    )


def _is_at(finding: Found, places: Iterable[Lines]) -> bool:
    end = finding["end_line"] - (
        finding["end_column"] == 1 and finding["end_line"] > finding["line"]
    )
    return any(finding["line"] <= last and end >= first for first, last in places)


def _is_about(finding: Found, places: tuple[Lines, ...]) -> bool:
    """Tell whether a finding stands on a place or, for a conflict, names its line as other end."""
    named = [int(line) for line in re.findall(r"\blines? (\d+)", finding["message"])]
    other_end = any(first <= line <= last for line in named for first, last in places)
    return other_end or _is_at(finding, places)


def _told(finding: Found) -> str:
    return f"{finding['line']} {finding['severity']} {finding['code']} {finding['message']}"
