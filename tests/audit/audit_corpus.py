"""A small corpus that the tests of the audit share."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from click.testing import CliRunner

import clausewright
from clausewright.cli import main

pq = pytest.importorskip("pyarrow.parquet", reason="the extra audit is not installed")

TABLES = ("documents", "failures", "figures", "findings", "metrics", "topics")

SLA = """# Service Level Agreement

This agreement is made between Northwind Hosting Ltd (the "Provider") and Acme Corp
(the "Customer").

## Service levels

The Provider shall keep the portal available {target}% of each calendar month, measured by the
monitoring tool. The Provider shall answer each incident promptly.

## Credits

Service credits shall not exceed {cap}% of the monthly fee.

## Term

Either party may terminate this agreement on {days} days' written notice.
"""


def sla(number: int) -> str:
    return SLA.format(
        target=99 + number % 10 / 10, cap=5 + number % 4 * 10, days=30 + number % 3 * 30
    )


def make_folder(folder: Path, count: int = 12, longer: int = 0) -> Path:
    """Write so many agreements, half of them in a folder below; ``longer`` adds paragraphs."""
    more = "\nThe portal lists drafts by their names, and each name leads to a page of its own.\n"
    (folder / "deep").mkdir(parents=True)
    for number in range(count):
        place = folder / "deep" if number % 2 else folder
        (place / f"sla-{number:03}.md").write_text(sla(number) + more * longer)
    return folder


def audit(*arguments: object, code: int = 0):
    """Run the command and check its exit code."""
    done = CliRunner().invoke(main, ["audit", *map(str, arguments)])
    assert done.exit_code == code, done.output + repr(done.exception)
    return done


def audited(source: object, folder: Path, *arguments: object) -> dict[str, bytes]:
    """Audit with an isolated configuration and give the bytes of each table."""
    audit(source, "-o", folder, "--isolated", "-j", "2", *arguments)
    return tables_in(folder)


def tables_in(folder: Path) -> dict[str, bytes]:
    return {name: (folder / f"{name}.parquet").read_bytes() for name in TABLES}


def rows(folder: Path, table: str) -> list[dict]:
    return pq.read_table(folder / f"{table}.parquet").to_pylist()


def environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(Path(clausewright.__file__).parents[1])}
