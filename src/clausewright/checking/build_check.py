"""What ``build --check`` says: the round trip, and what the linter finds in what was built."""

from __future__ import annotations

from dataclasses import dataclass

from clausewright.checking.round_trip import FORMATS, differences
from clausewright.generator.agreement import Agreement
from clausewright.generator.output import render, suffix_of
from clausewright.linting.lint import lint_bytes
from clausewright.linting.settings import Settings
from clausewright.model.finding import LocatedFinding, Severity
from clausewright.word.check import check_package

BUILT_NAME = "built"


@dataclass(frozen=True)
class Checked:
    """What the checks told, a line each; ``clean`` where nothing is at warning or above."""

    lines: tuple[str, ...]
    clean: bool
    formats: tuple[str, ...]

    @property
    def summary(self) -> str:
        """One line that sums up."""
        names = ", ".join(self.formats)
        return f"checked {names}: {'clean' if self.clean else 'see above'}"


def check_build(agreement: Agreement, outputs: tuple[str, ...] = ()) -> Checked:
    """Render, read back and lint the formats that are asked for (all readable ones if none)."""
    asked = {suffix_of(name) for name in outputs}
    suffixes = [suffix for suffix in FORMATS if not asked or suffix in asked] or list(FORMATS)
    lines: list[str] = []
    clean = True
    for suffix in suffixes:
        name = f"{BUILT_NAME}{suffix}"
        data = render(agreement, suffix)
        problems = check_package(name, data) if suffix == ".docx" else ()
        told = [f"{name}: package: {problem}" for problem in problems]
        told += [f"{name}: round trip: {found}" for found in differences(agreement, suffix, data)]
        findings = lint_built(name, data, agreement.profile)
        clean = clean and not told and not any(f.severity is not Severity.INFO for f in findings)
        lines += told
        lines += [
            f"{name}:{f.start.line}:{f.start.column}: {f.severity.value} {f.code} {f.message}"
            for f in findings
        ]
    return Checked(tuple(lines), clean, tuple(suffixes))


def lint_built(name: str, data: bytes, profile: str) -> tuple[LocatedFinding, ...]:
    """Lint what was built with all default rules under its profile."""
    return lint_bytes(name, data, Settings(profile=profile, profile_source="option")).findings
