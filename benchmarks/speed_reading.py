"""Time reading Word files against python-docx and docx2python, and count the text they return.

Run ``python benchmarks/speed_reading.py FOLDER PEERS [ROUNDS]``, PEERS being the folder of the
programs of the environment that holds docx2python. python-docx gives its paragraphs and the
text of its tables; docx2python its whole text; ours the document of the linter: blocks, sections,
numbers of lists, notes, places. Each reads every file of the folder in turns, in this process.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

import docx

from clausewright.model.errors import InputError
from clausewright.readers import read


def by_clausewright(file: Path) -> int:
    """Give the characters, other than white space, that our reader returns."""
    try:
        return _characters(read(file.name, file.read_bytes()).text)
    except InputError:
        return 0


def by_python_docx(file: Path) -> int:
    """Give those of the paragraphs and tables that python-docx returns."""
    try:
        document = docx.Document(str(file))
    except Exception:  # whatever a peer raises on a file counts as nothing read
        return 0
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return sum(map(_characters, (*(p.text for p in document.paragraphs), *cells)))


def by_docx2python(file: Path) -> int:
    """Give those of the text that docx2python returns."""
    from docx2python import docx2python  # noqa: PLC0415 - a peer, not always installed

    try:
        with docx2python(file) as content:
            return _characters(content.text)
    except Exception:  # whatever a peer raises on a file counts as nothing read
        return 0


def _characters(text: str) -> int:
    return sum(map(len, text.split()))


def main(folder: str, peers: str, rounds: int = 3) -> None:
    """Print a row a reader."""
    sys.path += map(str, Path(peers).parent.glob("lib/python*/site-packages"))
    files = sorted(Path(folder).rglob("*.docx"))
    readers: dict[str, Callable[[Path], int]] = {
        "clausewright": by_clausewright,
        "python-docx": by_python_docx,
        "docx2python": by_docx2python,
    }
    seconds = dict.fromkeys(readers, float("inf"))
    characters = dict.fromkeys(readers, 0)
    for _ in range(rounds):
        for name, reader in readers.items():
            started = time.process_time()
            characters[name] = sum(map(reader, files))
            seconds[name] = min(seconds[name], time.process_time() - started)
    print(f"{len(files)} Word files, best of {rounds} rounds")
    print("| reader | CPU, s | characters | ours takes |\n|---|---|---|---|")
    for name, spent in seconds.items():
        share = f"{seconds['clausewright'] / spent:.2f} of its time"
        print(f"| {name} | {spent:.2f} | {characters[name]:,} | {share} |")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]) if len(sys.argv) > 3 else 3)
