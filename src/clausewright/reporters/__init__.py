"""Report formats, one file each. ``REPORTERS`` is the list of all of them."""

from clausewright.reporters import concise, json_report, jsonl
from clausewright.reporters.interface import Context, Reporter

__all__ = ["REPORTERS", "Context", "Reporter"]

REPORTERS: tuple[Reporter, ...] = (
    concise.REPORTER,
    json_report.REPORTER,
    jsonl.REPORTER,
)
