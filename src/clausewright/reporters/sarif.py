"""SARIF 2.1.0: for code scanning services."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from clausewright import __version__
from clausewright.lint_rules.page import page_of
from clausewright.lint_rules.rule import Rule
from clausewright.linting.result import FileError, FileResult
from clausewright.model.finding import Applicability, LocatedFinding, LocatedFix, Severity
from clausewright.reporters.interface import Context, Reporter
from clausewright.reporters.machine import Data

MOST_RESULTS = 25_000
"""GitHub refuses a run with more results."""

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def write(results: Iterable[FileResult], context: Context) -> Iterator[str]:
    """Write one run; results beyond what services take are left out, and that is told."""
    index = {rule.code: number for number, rule in enumerate(context.rules)}
    found: list[Data] = []
    errors: list[Data] = []
    left_out = 0
    for result in results:
        errors.extend(_notification(result.file, error) for error in result.errors)
        for finding in result.findings:
            if len(found) < MOST_RESULTS:
                found.append(_result(result.file, finding, index))
            else:
                left_out += 1
    if left_out:
        errors.append(
            {"level": "warning", "message": {"text": f"{left_out} more findings are left out"}}
        )
    run = {
        "tool": {"driver": _driver(context.rules)},
        "columnKind": "unicodeCodePoints",
        "results": found,
        "invocations": [
            {
                "executionSuccessful": not any(one["level"] == "error" for one in errors),
                "toolExecutionNotifications": errors,
            }
        ],
    }
    yield json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=1) + "\n"


def _driver(rules: tuple[Rule[Any], ...]) -> Data:
    return {
        "name": "clausewright",
        "version": __version__,
        "semanticVersion": __version__,
        "rules": [
            {
                "id": rule.code,
                "name": rule.name,
                "shortDescription": {"text": rule.summary},
                "fullDescription": {"text": rule.summary},
                "help": {"text": rule.help, "markdown": page_of(rule)},
                "defaultConfiguration": {"level": _LEVELS[rule.severity]},
            }
            for rule in rules
        ],
    }


def uri_of(file: str) -> str:
    """Give the URI of a file, relative to the working folder wherever that is possible."""
    from urllib.parse import quote  # noqa: PLC0415  (only this function needs it)

    try:
        relative = os.path.relpath(file)
    except ValueError:  # another drive
        return Path(file).absolute().as_uri()
    return quote(os.fsencode(relative.replace(os.sep, "/")))


def _result(file: str, finding: LocatedFinding, index: dict[str, int]) -> Data:
    result: Data = {
        "ruleId": finding.code,
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message},
        "locations": [_location(file, finding)],
        "partialFingerprints": {
            "primaryLocationLineHash": finding.fingerprint,
            "clausewright/v1": finding.fingerprint,
        },
    }
    if finding.code in index:
        result["ruleIndex"] = index[finding.code]
    if finding.fix is not None and finding.fix.applicability is Applicability.SAFE:
        result["fixes"] = [_fix(file, finding.fix)]
    return result


def _location(file: str, finding: LocatedFinding) -> Data:
    """Give the place; a Word file has no lines, so that its section must say where."""
    region: Data = {"startLine": 1}
    if finding.place is None:
        region = {
            "startLine": finding.start.line,
            "startColumn": finding.start.column,
            "endLine": finding.end.line,
            "endColumn": finding.end.column,
        }
    location: Data = {
        "physicalLocation": {"artifactLocation": {"uri": uri_of(file)}, "region": region}
    }
    names = [name for name in (finding.section, _paragraph(finding)) if name]
    if names:
        location["logicalLocations"] = [{"fullyQualifiedName": " / ".join(names)}]
    return location


def _paragraph(finding: LocatedFinding) -> str | None:
    if finding.place is None:
        return None
    number = f"{finding.place.number}, " if finding.place.number else ""
    return f"{number}paragraph {finding.place.paragraph} of {finding.place.part}"


def _fix(file: str, fix: LocatedFix) -> Data:
    """Give a fix; one that only takes out inserts nothing, since empty texts are refused."""
    replacements = [
        {
            "deletedRegion": {
                "startLine": edit.start.line,
                "startColumn": edit.start.column,
                "endLine": edit.end.line,
                "endColumn": edit.end.column,
            },
            **({"insertedContent": {"text": edit.text}} if edit.text else {}),
        }
        for edit in fix.edits
    ]
    change = {"artifactLocation": {"uri": uri_of(file)}, "replacements": replacements}
    return {"description": {"text": fix.title}, "artifactChanges": [change]}


def _notification(file: str, error: FileError) -> Data:
    place: Data = {"artifactLocation": {"uri": uri_of(file)}}
    if error.line:
        place["region"] = {"startLine": error.line}
    return {
        "level": "error",
        "message": {"text": f"{error.kind}: {error.message}"},
        "locations": [{"physicalLocation": place}],
    }


REPORTER = Reporter("sarif", write, needs_rules=True)
