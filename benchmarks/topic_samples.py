"""Labelled documents as samples: their lines, those that show each topic, and their authors."""

from __future__ import annotations

import collections
import json
from dataclasses import dataclass
from pathlib import Path

from clausewright.analysis.draft import AnalysisSettings, Draft, scanner_for
from clausewright.analysis.topic_lines import Line, lines_of
from clausewright.model.topics import SLA_TOPICS
from clausewright.readers import read

CUAD_TOPICS = {
    "Governing Law": "law",
    "Anti-Assignment": "anti-assignment",
    "Cap On Liability": "cap-on-liability",
    "Insurance": "insurance",
    "Audit Rights": "audit",
    "Expiration Date": "expiry",
    "Renewal Term": "renewal",
    "Termination For Convenience": "termination-convenience",
    "Post-Termination Services": "post-termination",
    "Notice Period To Terminate Renewal": "notice-of-nonrenewal",
}


@dataclass
class Sample:
    """A labelled document: its lines, those that show each topic, what is there, what is known.

    ``author`` is who published it; documents of one author are much alike.
    """

    name: str
    author: str
    draft: Draft
    lines: list[Line]
    shown: dict[str, set[int]]
    present: set[str]
    known: set[str]
    exhaustive: bool


def squeezed(text: str) -> tuple[str, list[int]]:
    places = [at for at, character in enumerate(text) if not character.isspace()]
    return "".join(text[at] for at in places), places


def lines_with(
    draft: Draft, lines: list[Line], quote: str, squeeze: tuple[str, list[int]]
) -> set[int]:
    text, places = squeeze
    wanted = "".join(quote.split())
    at = text.find(wanted)
    if at < 0 or not wanted:
        return set()
    start, end = places[at], places[at + len(wanted) - 1] + 1
    document = draft.document
    return {
        number
        for number, line in enumerate(lines)
        if document.source_offset(line.span.start) < end
        and start < document.source_offset(line.span.end, end=True)
    }


def sample(
    path: Path,
    author: str,
    quotes: dict[str, list[str]],
    present: set[str],
    known: set[str],
    *,
    exhaustive: bool,
) -> Sample:
    draft = Draft(read(path.name, path.read_bytes()), AnalysisSettings(), sample.scanner)
    lines = list(lines_of(draft))
    squeeze = squeezed(draft.document.source)
    shown = {
        topic: set().union(*(lines_with(draft, lines, quote, squeeze) for quote in some))
        for topic, some in quotes.items()
    }
    return Sample(path.name, author, draft, lines, shown, present, known, exhaustive)


sample.scanner = scanner_for()


def authors_of(folder: Path) -> dict[str, str]:
    """Give the author of each file: the account that published it, or for CUAD the file itself."""
    found = {}
    for line in (folder / "index.jsonl").read_text().splitlines():
        entry = json.loads(line)
        filed_contract = "CUAD" in entry["notes"] or "contract" in entry["notes"]
        account = entry["origin"].split("/")[1].lower()
        found[entry["file"]] = entry["file"] if filed_contract else account
    return found


def read_sla(folder: Path) -> list[Sample]:
    authors = authors_of(folder)
    found = []
    for line in (folder / "labels.jsonl").read_text().splitlines():
        gold = json.loads(line)
        quotes = {topic: [quote] for topic, quote in gold["elements"].items()}
        known = set(gold.get("universe") or SLA_TOPICS)
        path = folder / "texts" / gold["file"]
        author = authors[path.name]
        found.append(sample(path, author, quotes, set(quotes), known, exhaustive=False))
    return sorted(found, key=lambda one: one.name)


def read_cuad(folder: Path) -> list[Sample]:
    labels = json.loads((folder / "labels.json").read_text())
    spans = json.loads((folder / "spans.json").read_text())
    found = []
    for name in sorted(labels):
        quotes: dict[str, list[str]] = collections.defaultdict(list)
        for category, some in spans.get(name, {}).items():
            if category in CUAD_TOPICS:
                quotes[CUAD_TOPICS[category]].extend(some)
        present = {CUAD_TOPICS[category] for category in labels[name] if category in CUAD_TOPICS}
        known = set(CUAD_TOPICS.values())
        path = folder / "texts" / name
        found.append(sample(path, name, quotes, present, known, exhaustive=True))
    return found
