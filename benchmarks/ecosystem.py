"""Tell which findings a change adds to the development corpus, and which it removes.

usage: ecosystem.py [CORPUS] [--update] [--jobs N]

Lints all documents of the folders of CORPUS with the default rules, two processes by default, and
compares the number of findings of each rule in each document with the snapshot that is kept beside
this file. The snapshot holds names and numbers, no text. --update writes it anew.
"""

from __future__ import annotations

import argparse
import json
import sys
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from clausewright.audit.engines.interface import worked_on
from clausewright.audit.engines.local import start
from clausewright.audit.record import Chunk, Item
from clausewright.audit.sources import open_source
from clausewright.linting.plan import plan_for
from clausewright.linting.run import collect_only_new, cores
from clausewright.linting.settings import Settings

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT.parent / "shared" / "corpus"
FOLDERS = ("sla/texts", "cuad/texts", "docx")
"""The open part; what is kept back for checking is never read."""

SNAPSHOT = Path(__file__).with_name("ecosystem") / "snapshot.tsv"
HEADER = "document\tprofile\tfindings"
CHUNK = 4
"""Documents that a process takes at a time."""


class Counted(NamedTuple):
    """A document: the profile it was read under, and how often each rule spoke."""

    profile: str
    findings: Mapping[str, int]


Counts = Mapping[str, Counted]


def counted(folders: Iterable[tuple[str, Path]], jobs: int) -> Counts:
    """Lint all documents of folders; failures count as findings of the code FAILED."""
    _ = plan_for(Settings()).scanner
    collect_only_new()
    found: dict[str, Counted] = {}
    with closing(start(jobs)) as engine:
        for chunk, part in worked_on(engine, _chunks(folders)):
            if part is None:
                sys.exit(f"a process died over one of {[item.name for item in chunk.items]}")
            with zipfile.ZipFile(BytesIO(part)) as records:
                for item in chunk.items:
                    found[item.name] = _counted(json.loads(records.read(item.key)))
    return dict(sorted(found.items()))


def _chunks(folders: Iterable[tuple[str, Path]]) -> Iterator[Chunk]:
    held: list[Item] = []
    for name, folder in folders:
        with open_source(str(folder), lambda *_: False) as entries:
            for entry in entries:
                label = f"{name}/{entry.name}"
                held.append(Item(label, entry.read(), label))
                if len(held) == CHUNK:
                    yield Chunk(tuple(held), Settings())
                    held = []
    if held:
        yield Chunk(tuple(held), Settings())


def _counted(record: Mapping[str, list[list[object]]]) -> Counted:
    codes = Counter(str(row[0]) for row in record["findings"])
    if record["failures"]:
        codes["FAILED"] = len(record["failures"])
    profile = str(record["documents"][0][2]) if record["documents"] else "unread"
    return Counted(profile, dict(sorted(codes.items())))


def written(counts: Counts) -> str:
    """Give the snapshot: a line a document."""
    lines = [HEADER]
    for name, one in sorted(counts.items()):
        findings = " ".join(f"{code}:{count}" for code, count in one.findings.items())
        lines.append(f"{name}\t{one.profile}\t{findings}")
    return "\n".join(lines) + "\n"


def read(text: str) -> Counts:
    """Read a snapshot."""
    found = {}
    for line in text.splitlines()[1:]:
        name, profile, findings = line.split("\t")
        pairs = (one.split(":") for one in findings.split())
        found[name] = Counted(profile, {code: int(count) for code, count in pairs})
    return found


def differences(before: Counts, after: Counts) -> Iterator[str]:
    """Tell what changed: rule by rule, then document by document."""
    rules = {code for side in (before, after) for one in side.values() for code in one.findings}
    yield "rule       before    after     more     less"
    for code in sorted(rules):
        deltas = [
            _count(after, name, code) - _count(before, name, code)
            for name in before.keys() | after.keys()
        ]
        more = sum(delta for delta in deltas if delta > 0)
        less = -sum(delta for delta in deltas if delta < 0)
        if more or less:
            sums = (sum(one.findings.get(code, 0) for one in s.values()) for s in (before, after))
            old, new = sums
            yield f"{code:8} {old:8,} {new:8,} {more:+8,} {-less:8,}"
    yield ""
    for name in sorted(before.keys() | after.keys()):
        told = " ".join(_changes(before.get(name), after.get(name)))
        if told:
            yield f"{name}: {told}"


def _count(counts: Counts, name: str, code: str) -> int:
    return counts[name].findings.get(code, 0) if name in counts else 0


def _changes(before: Counted | None, after: Counted | None) -> Iterator[str]:
    if before is None or after is None:
        yield "is new" if before is None else "is gone"
    elif before.profile != after.profile:
        yield f"{before.profile} -> {after.profile}"
    old = {} if before is None else before.findings
    new = {} if after is None else after.findings
    for code in sorted(old.keys() | new.keys()):
        delta = new.get(code, 0) - old.get(code, 0)
        if delta:
            yield f"{code}{delta:+}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path, nargs="?", default=CORPUS)
    parser.add_argument("--update", action="store_true")
    parser.add_argument("--jobs", type=int, default=cores())
    arguments = parser.parse_args()
    folders = [(one.split("/", maxsplit=1)[0], arguments.corpus / one) for one in FOLDERS]
    if not all(folder.is_dir() for _, folder in folders):
        print(f"skipped: the development corpus is not in {arguments.corpus}")
        return
    after = counted(folders, arguments.jobs)
    before = read(SNAPSHOT.read_text("utf-8")) if SNAPSHOT.exists() else {}
    changed = list(differences(before, after))
    print("\n".join(changed) if len(changed) > 2 else "no finding added, none removed")
    total = sum(sum(one.findings.values()) for one in after.values())
    print(f"{len(after):,} documents, {total:,} findings")
    if arguments.update:
        SNAPSHOT.parent.mkdir(exist_ok=True)
        SNAPSHOT.write_text(written(after), "utf-8")
        print("the snapshot is renewed")


if __name__ == "__main__":
    main()
