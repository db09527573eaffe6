"""Learn the weights by which evidence decides what is a commitment: ``metric_model.json``.

    python benchmarks/train_metric_model.py --sla FOLDER [--folds 6] [--prune 8] [--misses]

FOLDER holds ``labels.jsonl``, ``index.jsonl`` (who wrote what) and ``texts``. Every number and
every sentence without one is an example; it is right where a reader quoted its line and named its
value. Numbers on a quoted line with another value, and lines of documents whose readers stopped at
25 metrics, are left out. A cue counts for a document only where at least ``--prune`` authors use
its phrase: the patterns and cues were written with these documents at hand, and rare phrases would
promise too much.
With ``--folds`` nothing is written; the figures of documents that the weights have not seen are
printed, with patterns and features that know only the phrases left by pruning. Documents of one
author, and documents that copy each other, are in one fold. ``--misses`` lists what is not right.
"""

from __future__ import annotations

import argparse
import collections
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from clausewright import readers
from clausewright.analysis import metric_weighed
from clausewright.analysis.draft import AnalysisSettings, Draft, scanner_for
from clausewright.analysis.metric_context import contexts_of
from clausewright.analysis.metric_model import MODEL_FILE, SCALE, MetricModel, model_of
from clausewright.analysis.metric_weighed import Evidence, evidence_of
from metric_scores import MOST_QUOTED, Tally, Verdict, lines_of, numbers, said_in, verdict

SEED = 3
FEWEST_DOCUMENTS = 3
"""A feature that fewer documents hold is not learned."""
COPIED = 0.25
"""The share of word triples in common from which one document copies another."""
PENALTY = {"measured": 0.1, "unmeasured": 0.03, "names": 0.3}
WORTH = {"measured": 1.0, "unmeasured": 4.0}
"""What a right example weighs against a wrong one."""
LEAST_WEIGHT = {"measured": 0.02, "unmeasured": 0.02, "names": 0.03}


@dataclass(frozen=True)
class Sample:
    """A document with its evidence, which of it is right, and what that measures."""

    file: str
    author: int
    gold: list[dict[str, Any]]
    draft: Draft
    evidence: tuple[Evidence, ...]
    right: tuple[bool | None, ...]
    names: tuple[str | None, ...]


def answer(one: Evidence, quoted: list[dict[str, Any]], *, whole: bool) -> bool | None:
    if one.quantity is None:
        right = any(not metric["target"] for metric in quoted)
    else:
        values = {one.quantity.value, one.quantity.high}
        right = any(values & numbers(metric["target"]) for metric in quoted)
    if right:
        return True
    return None if quoted or not whole else False


def read(folder: Path, fewest: int) -> list[Sample]:
    """Read the documents, with only those cues that enough documents hold."""
    scanner = scanner_for()
    rows = [json.loads(one) for one in (folder / "labels.jsonl").read_text("utf-8").splitlines()]
    texts = {row["file"]: (folder / "texts" / row["file"]).read_bytes() for row in rows}
    drafts = {
        file: Draft(readers.read(file, data), AnalysisSettings(), scanner)
        for file, data in texts.items()
    }
    authors = authors_of(folder, {file: data.decode("utf-8") for file, data in texts.items()})
    held = collections.Counter(
        phrase
        for phrase, _ in {
            (hit.phrase, authors[file])
            for file, one in drafts.items()
            for hit in one.hits_of("metrics")
        }
    )
    for one in drafts.values():
        kept = tuple(hit for hit in one.hits_of("metrics") if held[hit.phrase] >= fewest)
        one.hits = {**one.hits, "metrics": kept}
    return [
        sample(row, drafts[row["file"]], texts[row["file"]].decode("utf-8"), authors[row["file"]])
        for row in rows
    ]


def authors_of(folder: Path, texts: Mapping[str, str]) -> dict[str, int]:
    """Give each author a number; documents that copy each other have one."""
    rows = [json.loads(one) for one in (folder / "index.jsonl").read_text("utf-8").splitlines()]
    owner = {row["file"]: row["origin"].split("/")[1] for row in rows}
    triples = {}
    for file, text in texts.items():
        words = text.lower().split()
        triples[file] = set(zip(words, words[1:], words[2:], strict=False))
    numbered: dict[str, int] = {}
    for file, own in triples.items():
        alike = [
            number
            for other, number in numbered.items()
            if owner[other] == owner[file]
            or len(own & triples[other]) > COPIED * min(len(own), len(triples[other]))
        ]
        number = min(alike, default=len(numbered))
        for other, its in numbered.items():
            numbered[other] = number if its in alike else its
        numbered[file] = number
    return numbered


def sample(row: Mapping[str, Any], draft: Draft, text: str, author: int) -> Sample:
    quoted = [(lines_of(text, metric["quote"]), metric) for metric in row["metrics"]]
    whole = len(quoted) < MOST_QUOTED
    contexts = contexts_of(draft.document, draft.statements)
    evidence = tuple(evidence_of(draft.document, draft.statements, contexts, draft.tables))
    right, names = [], []
    for one in evidence:
        span = one.quantity.span if one.quantity else one.statement.span
        first = draft.document.position(span.start).line
        last = draft.document.position(max(span.start, span.end - 1)).line
        own = [metric for lines, metric in quoted if lines & set(range(first, last + 1))]
        right.append(answer(one, own, whole=whole))
        fitting = [m for m in own if answer(one, [m], whole=True)]
        names.append(fitting[0]["name"] if fitting else None)
    return Sample(row["file"], author, row["metrics"], draft, evidence, tuple(right), tuple(names))


def matrix(rows: Iterable[Iterable[str]], index: Mapping[str, int]) -> csr_matrix:
    places, ends = [], [0]
    for row in rows:
        places += sorted(index[one] for one in row if one in index)
        ends.append(len(places))
    shape = (len(ends) - 1, len(index))
    parts = np.ones(len(places)), np.array(places, np.int32), np.array(ends, np.int32)
    return csr_matrix(parts, shape=shape)


def index_of(samples: list[Sample], *, measured: bool | None) -> dict[str, int]:
    """Give each feature that enough documents hold its number."""
    held: collections.Counter[str] = collections.Counter()
    for one in samples:
        held.update(
            {
                feature
                for part in one.evidence
                if measured is None or (part.quantity is not None) == measured
                for feature in part.features
            }
        )
    kept = sorted(feature for feature, count in held.items() if count >= FEWEST_DOCUMENTS)
    return {feature: at for at, feature in enumerate(kept)}


def whole_numbers(values: Iterable[float]) -> list[int]:
    return [round(SCALE * float(value)) for value in values]


def weights_of(samples: list[Sample], kind: str) -> dict[str, Any]:
    """Learn what makes evidence a commitment."""
    measured = kind == "measured"
    index = index_of(samples, measured=measured)
    chosen = [
        (part.features, right)
        for one in samples
        for part, right in zip(one.evidence, one.right, strict=True)
        if (part.quantity is not None) == measured and right is not None
    ]
    model = LogisticRegression(
        C=PENALTY[kind],
        solver="liblinear",
        class_weight={0: 1.0, 1: WORTH[kind]},
        random_state=SEED,
    ).fit(matrix((features for features, _ in chosen), index), [right for _, right in chosen])
    weights = zip(index, whole_numbers(model.coef_[0]), strict=True)
    least = LEAST_WEIGHT[kind] * SCALE
    return {
        "bias": whole_numbers(model.intercept_)[0],
        "weights": {feature: weight for feature, weight in weights if abs(weight) >= least},
    }


def names_of(samples: list[Sample]) -> dict[str, Any]:
    """Learn what a commitment measures, from those that readers quoted."""
    index = index_of(samples, measured=None)
    chosen = [
        (part.features, name)
        for one in samples
        for part, name in zip(one.evidence, one.names, strict=True)
        if name is not None
    ]
    model = LogisticRegression(C=PENALTY["names"], max_iter=1000, random_state=SEED).fit(
        matrix((features for features, _ in chosen), index), [name for _, name in chosen]
    )
    least = LEAST_WEIGHT["names"] * SCALE
    weights = {
        feature: row
        for feature, at in index.items()
        if max(map(abs, row := whole_numbers(model.coef_[:, at]))) >= least
    }
    return {
        "labels": list(model.classes_),
        "bias": whole_numbers(model.intercept_),
        "weights": weights,
    }


def learned(samples: list[Sample]) -> dict[str, Any]:
    return {
        "provenance": {
            "script": "benchmarks/train_metric_model.py",
            "documents": len(samples),
            "source": "labels of public service level agreements; no text of theirs is held",
        },
        "measured": weights_of(samples, "measured"),
        "unmeasured": weights_of(samples, "unmeasured"),
        "names": names_of(samples),
    }


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sla", type=Path, required=True)
    parser.add_argument("--folds", type=int)
    parser.add_argument("--prune", type=int, default=8)
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("-o", type=Path, default=MODEL_FILE)
    args = parser.parse_args()
    samples = read(args.sla, args.prune)
    if args.folds:
        report(samples, args.folds, misses=args.misses)
        return
    data = json.dumps(learned(samples), separators=(",", ":"), ensure_ascii=True)
    args.o.write_text(data + "\n", encoding="utf-8")
    print(f"{args.o.name}: {args.o.stat().st_size / 1000:.0f} kB")


def folds_of(samples: list[Sample], count: int) -> list[list[int]]:
    """Deal the authors out to folds."""
    authors = sorted({one.author for one in samples})
    order = np.random.RandomState(SEED).permutation(len(authors))
    fold = {authors[int(one)]: place % count for place, one in enumerate(order)}
    return [
        [number for number, one in enumerate(samples) if fold[one.author] == at]
        for at in range(count)
    ]


def unseen_models(samples: list[Sample], folds: int) -> dict[int, MetricModel]:
    """Give for each document a model that has not seen it."""
    found: dict[int, MetricModel] = {}
    for fold in folds_of(samples, folds):
        rest = [one for number, one in enumerate(samples) if number not in set(fold)]
        model = model_of(learned(rest))
        found.update(dict.fromkeys(fold, model))
    return found


def report(samples: list[Sample], folds: int, *, misses: bool) -> None:
    """Print how many quoted metrics are found, named and whole, and how many are said for each."""
    models = unseen_models(samples, folds)
    tally = Tally()
    for number, one in enumerate(samples):
        metric_weighed.metric_model = lambda number=number: models[number]
        text, said = one.draft.document.source, said_in(one.draft)
        verdicts = [verdict(metric, text, said) for metric in one.gold]
        tally.add(verdicts, len(said))
        if misses:
            for metric, judged in zip(one.gold, verdicts, strict=True):
                print_miss(one.file, metric, judged)
    print(tally)


def print_miss(file: str, quoted: Mapping[str, Any], judged: Verdict) -> None:
    """Print a quoted metric that is not wholly right, with what is said in its place."""
    if judged.whole and judged.no_window is not False:
        return
    wrong = [name for name in ("found", "named", "target", "no_target", "window", "no_window")
             if getattr(judged, name) is False]  # fmt: skip
    print(f"{file}: {' '.join(wrong)}: {quoted['quote']!r}")
    print(f"   gold {quoted['name']} | {quoted['target']} | {quoted['window']}")
    for one in judged.hits:
        target = one.target and (one.target.comparator, one.target.value, one.target.unit)
        print(
            f"   said {one.name} | {target} | {one.window!r} | {one.label[:50]!r} {one.score:.2f}"
        )


if __name__ == "__main__":
    main()
