"""Report formats, one file each. ``REPORTERS`` is the list of all of them."""

from clausewright.reporters import (
    checkstyle,
    concise,
    csv_report,
    full,
    github,
    gitlab,
    grouped,
    html_report,
    json_report,
    jsonl,
    junit,
    markdown,
    rdjson,
    sarif,
)
from clausewright.reporters.interface import Context, Reporter

__all__ = ["REPORTERS", "Context", "Reporter"]

REPORTERS: tuple[Reporter, ...] = (
    concise.REPORTER,
    full.REPORTER,
    grouped.REPORTER,
    json_report.REPORTER,
    jsonl.REPORTER,
    sarif.REPORTER,
    github.REPORTER,
    gitlab.REPORTER,
    rdjson.REPORTER,
    junit.REPORTER,
    checkstyle.REPORTER,
    csv_report.REPORTER,
    html_report.REPORTER,
    markdown.REPORTER,
)
