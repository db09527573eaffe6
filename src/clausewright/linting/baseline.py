"""A baseline: the findings a team has accepted for now, so that only new ones speak."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from clausewright.linting.result import FileResult
from clausewright.model.errors import ConfigurationError
from clausewright.model.finding import LocatedFinding

SCHEMA_VERSION = 1


@dataclass(frozen=True)
class Baseline:
    """Accepted findings by file, and by fingerprint within a file.

    File names are relative to the folder of the baseline file, so that it may be shared. Each
    fingerprint keeps its code and excerpt for people who read a change of the file.
    """

    folder: Path
    findings: Mapping[str, Mapping[str, str]]

    def key(self, file: str) -> str:
        """Give the name under which a file stands in the baseline."""
        return os.path.relpath(file, self.folder).replace(os.sep, "/")

    def kept(self, result: FileResult) -> FileResult:
        """Give a result without the findings that are accepted."""
        accepted = self.findings.get(self.key(result.file))
        if not accepted:
            return result
        left = tuple(f for f in result.findings if f.fingerprint not in accepted)
        return replace(
            result,
            findings=left,
            suppressed=result.suppressed + len(result.findings) - len(left),
        )

    def updated(self, results: Iterable[FileResult]) -> Baseline:
        """Accept all findings of these results, and only those in their files."""
        findings = dict(self.findings)
        for result in results:
            if result.profile is None:
                continue  # it could not be read: nothing is known of its findings
            findings[self.key(result.file)] = {
                finding.fingerprint: _described(finding) for finding in result.findings
            }
        return Baseline(self.folder, _not_empty(findings))

    def pruned(self, results: Iterable[FileResult]) -> Baseline:
        """Drop what is no longer found, and files that are gone."""
        findings = {
            file: accepted
            for file, accepted in self.findings.items()
            if (self.folder / file).exists()
        }
        for result in results:
            key = self.key(result.file)
            if key in findings and result.profile is not None:
                found = {finding.fingerprint for finding in result.findings}
                findings[key] = {f: text for f, text in findings[key].items() if f in found}
        return Baseline(self.folder, _not_empty(findings))

    def count(self) -> int:
        """Give the number of accepted findings."""
        return sum(map(len, self.findings.values()))

    def dumped(self) -> bytes:
        """Give the bytes of the file, the same for the same findings."""
        data = {"schema_version": SCHEMA_VERSION, "files": self.findings}
        return (json.dumps(data, indent=1, sort_keys=True, ensure_ascii=False) + "\n").encode()


def empty_baseline(file: Path) -> Baseline:
    """Give a baseline that accepts nothing, to be written to a file."""
    return Baseline(file.resolve().parent, {})


def load_baseline(file: Path) -> Baseline:
    """Read a baseline file.

    Raises:
        ConfigurationError: where it cannot be read or is none.

    """
    try:
        data = json.loads(file.read_bytes())
    except FileNotFoundError as error:
        raise ConfigurationError(
            "no such baseline; `clausewright baseline update` writes one", where=str(file)
        ) from error
    except (OSError, ValueError, RecursionError) as error:
        raise ConfigurationError(
            f"cannot be read as a baseline: {error}", where=str(file)
        ) from error
    files = data.get("files") if isinstance(data, dict) else None
    if not isinstance(files, dict) or not all(isinstance(one, dict) for one in files.values()):
        raise ConfigurationError("is no baseline: it has no table of files", where=str(file))
    if data.get("schema_version") != SCHEMA_VERSION:
        raise ConfigurationError(
            f"is a baseline of version {data.get('schema_version')}, not {SCHEMA_VERSION};"
            " write it again with `clausewright baseline update`",
            where=str(file),
        )
    return Baseline(file.resolve().parent, files)


def _described(finding: LocatedFinding) -> str:
    return f"{finding.code} {finding.excerpt or finding.message}"


def _not_empty(findings: Mapping[str, Mapping[str, str]]) -> dict[str, Mapping[str, str]]:
    return {file: accepted for file, accepted in findings.items() if accepted}
