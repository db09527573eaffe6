"""Compare what we read from Word files, and what we write, with LibreOffice.

    python benchmarks/word_against_libreoffice.py FOLDER

For each .docx: similarity of the words we read (with computed numbers) to LibreOffice's text
export; then a review with a comment on every 20th word is written, opened and saved by LibreOffice,
and its comments are read again; then every 20th word is replaced as a tracked change, and the
package check runs on both. Needs ``soffice`` on the path.
"""

from __future__ import annotations

import argparse
import difflib
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from clausewright.model.document import BlockKind, Document
from clausewright.model.finding import (
    Applicability,
    LocatedEdit,
    LocatedFinding,
    LocatedFix,
    Severity,
)
from clausewright.model.span import Span
from clausewright.readers.docx import read_docx
from clausewright.reporters.word_review import review
from clausewright.word.check import check_package
from clausewright.word.fix import apply_fixes

WORD = re.compile(r"\w+")
UNSHOWN = frozenset({BlockKind.HEADER, BlockKind.BOX})  # not in LibreOffice's text export


def main() -> int:
    """Print one line a file and the totals; 1 where the package check found something new."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    files = sorted(parser.parse_args().folder.glob("*.docx"))
    with tempfile.TemporaryDirectory() as temporary:
        return compare(files, Path(temporary))


def compare(files: Sequence[Path], work: Path) -> int:
    """Compare all files, using a folder for what LibreOffice writes."""
    reviews = work / "reviews"
    reviews.mkdir()
    convert("txt:Text", files, work)
    documents = {path: read_docx(path.name, path.read_bytes()) for path in files}
    problems = sum(write(path, documents[path], reviews) for path in files)
    convert("docx:MS Word 2007 XML", sorted(reviews.glob("*.docx")), work)
    totals: Counter[str] = Counter()
    for path in files:
        exported = (work / f"{path.stem}.txt").read_text("utf-8-sig")
        ratio = similarity(words_of(documents[path]), WORD.findall(exported))
        written = comments_of(reviews / path.name)
        kept = sum((written & comments_of(work / path.name)).values())
        totals.update(files=1, same=ratio == 1, comments=written.total(), kept=kept)
        print(f"{path.name}: words {ratio:.4f}, comments kept {kept} of {written.total()}")
    print(
        f"{totals['files']} files, {totals['same']} read word for word; "
        f"{totals['kept']} of {totals['comments']} comments kept on the same words; "
        f"{problems} new problems in packages"
    )
    return 1 if problems else 0


def convert(kind: str, files: Sequence[Path], target: Path) -> None:
    """Let LibreOffice convert files."""
    command = ["soffice", "--headless", "--convert-to", kind, "--outdir", str(target)]
    subprocess.run([*command, *map(str, files)], check=True, capture_output=True)


def words_of(document: Document) -> list[str]:
    """Give the words a page shows, numbers and bullets included."""
    return [
        word
        for block in document.blocks
        if block.kind not in UNSHOWN
        for word in WORD.findall(f"{block.marker or ''} {document.text_of(block.span)}")
    ]


def similarity(ours: Sequence[str], theirs: Sequence[str]) -> float:
    """Give the share of words that both have in the same order."""
    return difflib.SequenceMatcher(None, ours, theirs, autojunk=False).ratio()


def write(path: Path, document: Document, target: Path) -> int:
    """Write the review of a file and check it and a fixed copy; give the new problems."""
    data = path.read_bytes()
    spans = [Span(*match.span()) for match in re.finditer(r"\S+", document.text)][::20]
    reviewed = review(data, [finding(document, span) for span in spans], document)
    (target / path.name).write_bytes(reviewed)
    fixes = [
        LocatedFix("Replace", Applicability.SAFE, (edit,))
        for span in spans
        for edit in [LocatedEdit(*positions(document, span), text="REPLACED")]
    ]
    fixed = apply_fixes(data, document, fixes).data
    known = set(check_package(path.name, data))
    return sum(len(set(check_package(path.name, each)) - known) for each in (reviewed, fixed))


def positions(document: Document, span: Span) -> tuple:
    """Give the positions of a span."""
    return document.position(span.start), document.position(span.end, end=True)


def finding(document: Document, span: Span) -> LocatedFinding:
    """Make a finding on a span."""
    start, end = positions(document, span)
    return LocatedFinding(
        code="WRD001", name="vague-time", severity=Severity.WARNING, message=f"at {span.start}",
        help="", start=start, end=end, place=None, section=None, topic=None, excerpt="",
        fingerprint="", fix=None, span=span,
    )  # fmt: skip


def comments_of(path: Path) -> Counter[tuple[str, str]]:
    """Count the comments of a file by their text and the words they stand on."""
    document = read_docx(path.name, path.read_bytes())
    return Counter(
        (
            " ".join(comment.text.split()),
            " ".join(document.text_of(comment.span).split()) if comment.span else "",
        )
        for comment in document.comments
    )


if __name__ == "__main__":
    sys.exit(main())
