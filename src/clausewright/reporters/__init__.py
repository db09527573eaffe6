"""Report formats, one file each. ``REPORTERS`` is the list of all of them."""

from clausewright.reporters import concise, full, grouped, json_report, jsonl
from clausewright.reporters.interface import Context, Reporter

__all__ = ["REPORTERS", "Context", "Reporter"]

REPORTERS: tuple[Reporter, ...] = (
    concise.REPORTER,
    full.REPORTER,
    grouped.REPORTER,
    json_report.REPORTER,
    jsonl.REPORTER,
)
