"""Findings that are new since a revision in git."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from clausewright.linting.lint import lint_source
from clausewright.linting.result import FileResult
from clausewright.linting.source import Source, in_place_of
from clausewright.model.errors import ConfigurationError

OPTION = "--diff-base"


def check_revision(revision: str, folder: Path) -> None:
    """Refuse what names no commit.

    Raises:
        ConfigurationError: where git is missing, the folder is in no repository, or has no such
            commit.

    """
    if revision.startswith("-"):
        raise ConfigurationError(f'"{revision}" is no revision', where=OPTION)
    done = _git(folder, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
    if done.returncode != 0:
        said = done.stderr.decode(errors="replace").strip()
        raise ConfigurationError(
            said or f'there is no commit "{revision}" in the repository of this folder',
            where=OPTION,
        )


def only_new(
    sources: Iterable[Source], results: Iterable[FileResult], revision: str
) -> Iterator[FileResult]:
    """Leave out the findings that the file had at a revision already.

    Findings are compared by fingerprint, so that moved text is not new; a file that was not there
    is new as a whole.
    """
    for source, result in zip(sources, results, strict=True):
        before = _at(source, revision) if result.findings else None
        if before is None:
            yield result
            continue
        known = {finding.fingerprint for finding in lint_source(before).findings}
        left = tuple(f for f in result.findings if f.fingerprint not in known)
        held = len(result.findings) - len(left)
        yield replace(result, findings=left, suppressed=result.suppressed + held)


def _at(source: Source, revision: str) -> Source | None:
    """Give a source as it stood at a revision, None where it did not."""
    if source.path is None:
        return None
    done = _git(source.path.parent, "show", f"{revision}:./{source.path.name}")
    return in_place_of(source, done.stdout) if done.returncode == 0 else None


def _git(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(  # noqa: S603  (no shell, and the revision is no option)
            ["git", *arguments],  # noqa: S607  (the git of the user)
            cwd=folder,
            capture_output=True,
            check=False,
        )
    except FileNotFoundError as error:
        raise ConfigurationError("needs git, which is not installed", where=OPTION) from error
