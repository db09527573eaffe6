"""Findings as diagnostics of the protocol."""

from __future__ import annotations

from lsprotocol import types

from clausewright.lsp.drafts import OpenDraft
from clausewright.model.finding import Severity

SOURCE = "clausewright"

_SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.INFO: types.DiagnosticSeverity.Information,
}


def diagnostics_of(opened: OpenDraft) -> list[types.Diagnostic]:
    """Give what was found in a draft, and why it could not be read where it could not."""
    failures = [
        types.Diagnostic(
            range=_line(opened, error.line),
            message=error.message,
            severity=types.DiagnosticSeverity.Error,
            source=SOURCE,
            code=error.kind,
        )
        for error in opened.result.errors
    ]
    findings = [
        types.Diagnostic(
            range=opened.range_of(finding),
            message=f"{finding.message}\n{finding.help}",
            severity=_SEVERITIES[finding.severity],
            source=SOURCE,
            code=finding.code,
            data=finding.fingerprint,
        )
        for finding in opened.result.findings
    ]
    return failures + findings


def _line(opened: OpenDraft, line: int | None) -> types.Range:
    starts = opened.positions.line_starts
    offset = starts[min(max(0, (line or 1) - 1), len(starts) - 1)]
    return opened.positions.range(offset, offset)
