"""Report formats, one file each, imported when one is chosen. ``FORMATS`` lists all of them."""

from __future__ import annotations

import importlib
from collections.abc import Mapping

from clausewright.reporters.interface import Context, Reporter

__all__ = ["FORMATS", "Context", "Reporter", "format_of_suffix", "reporter"]

FORMATS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "concise": ("concise", (".txt",)),
    "full": ("full", ()),
    "grouped": ("grouped", ()),
    "json": ("json_report", (".json",)),
    "jsonl": ("jsonl", (".jsonl",)),
    "sarif": ("sarif", (".sarif",)),
    "github": ("github", ()),
    "gitlab": ("gitlab", ()),
    "rdjson": ("rdjson", (".rdjson",)),
    "junit": ("junit", (".xml",)),
    "checkstyle": ("checkstyle", ()),
    "csv": ("csv_report", (".csv",)),
    "html": ("html_report", (".html", ".htm")),
    "markdown": ("markdown", (".md", ".markdown")),
}
"""Formats by name: the module that writes each, and the endings of files that choose it."""


def reporter(name: str) -> Reporter:
    """Give the report format of a name in ``FORMATS``."""
    module = importlib.import_module(f"clausewright.reporters.{FORMATS[name][0]}")
    found: Reporter = module.REPORTER
    return found


def format_of_suffix(suffix: str) -> str | None:
    """Give the name of the format that a file ending chooses."""
    return next((name for name, (_, suffixes) in FORMATS.items() if suffix in suffixes), None)
