"""Compile the topic cues and train the line model that ships as ``topic_model.json``.

usage: train_line_model.py --sla DIR [--cuad DIR] [--folds N] [-o FILE]

``--sla`` holds labels.jsonl and texts/ of labelled service level agreements (one quote a topic),
``--cuad`` labels.json, spans.json and texts/ of CUAD v1 (The Atticus Project, CC BY 4.0). With
``--folds`` nothing is written: documents are cut into folds and the figures of documents that the
weights have not seen are printed, for cues alone, words alone, both, and both with facts. Documents
of one author and near copies share a fold. The cues were written by people who knew the documents,
so readings of cues that stand in fewer than three of them are taken out for these figures.

Lines with the quote of a topic are its positives; lines of documents without the topic are its
negatives; other lines of documents with the topic are left out (CUAD marks all passages, so there
they are negatives). The weights of words and pairs are kept only where three documents hold them.
Needs numpy and scikit-learn, which the product never imports.
"""

from __future__ import annotations

import argparse
import collections
import itertools
import json
import math
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix, diags, vstack
from sklearn.linear_model import LogisticRegression

from clausewright.analysis.draft import Draft
from clausewright.analysis.line_model import (
    CUE_POINTS,
    MODEL_FILE,
    MOST_POINTS,
    LineModel,
)
from clausewright.analysis.topic_facts import facts_on_topics
from clausewright.analysis.topic_features import FeatureReader
from clausewright.analysis.topics import SPOKEN_POINTS
from clausewright.model.topics import SLA_TOPICS, TOPICS
from topic_compiler import Compiler, Gram
from topic_folds import folds_of, rare_readings
from topic_samples import CUAD_TOPICS, Sample, read_cuad, read_sla

LEAST_DOCUMENTS = 3
SEED = 7


def vocabulary(samples: list[Sample]) -> tuple[list[Gram], list[Gram]]:
    """Give the words and pairs of labelled passages and of all SLA lines, and title words."""
    words: collections.Counter[Gram] = collections.Counter()
    titles: collections.Counter[Gram] = collections.Counter()
    for one in samples:
        all_words = one.draft.words
        used = set().union(*one.shown.values()) if one.exhaustive else range(len(one.lines))
        seen: set[Gram] = set()
        for number in used:
            line = one.lines[number]
            tokens = all_words.words[line.first : line.last]
            seen.update((token,) for token in tokens)
            seen.update(itertools.pairwise(tokens))
        words.update(seen)
        titles.update(
            {
                (w,)
                for line in one.lines
                for t in line.titles
                for w in all_words.between(t.start, t.end)
            }
        )
    keep = [
        sorted(gram for gram, count in some.items() if count >= LEAST_DOCUMENTS)
        for some in (words, titles)
    ]
    return keep[0], keep[1]


CUE_SCALE = {"sla": 2.0, "cuad": 0.5}
"""How much more freely a cue may weigh than a word: where samples are few, cues know more."""

PENALTY = {"sla": 0.1, "cuad": 0.05}


def matrix(rows: list[set[int]], width: int) -> csr_matrix:
    columns: list[int] = []
    ends = [0]
    for row in rows:
        columns.extend(sorted(row))
        ends.append(len(columns))
    return csr_matrix((np.ones(len(columns)), columns, ends), shape=(len(rows), width))


@dataclass
class Problem:
    """Samples with the features of their lines, and the topics to learn from them."""

    name: str
    samples: list[Sample]
    matrices: list[csr_matrix]
    topics: list[str]
    scale: np.ndarray
    points: list[np.ndarray]
    facts: np.ndarray


def rows_for(
    problem: Problem, topic: str, chosen: list[int]
) -> tuple[list[csr_matrix], list[np.ndarray]]:
    rows, answers = [], []
    for number in chosen:
        one, lines = problem.samples[number], problem.matrices[number]
        if topic not in one.known or not lines.shape[0]:
            continue
        shown = sorted(one.shown.get(topic, ()))
        if topic not in one.present:
            rows.append(lines)
            answers.append(np.zeros(lines.shape[0]))
        elif one.exhaustive and shown:
            answer = np.zeros(lines.shape[0])
            answer[shown] = 1
            rows.append(lines)
            answers.append(answer)
        elif shown:
            rows.append(lines[shown])
            answers.append(np.ones(len(shown)))
    return rows, answers


def fit_lines(problem: Problem, chosen: list[int]) -> tuple[np.ndarray, np.ndarray]:
    """Learn the weights of all features for each topic of a problem."""
    width = len(problem.scale)
    weights, bias = np.zeros((width, len(problem.topics))), np.full(len(problem.topics), -4.0)
    balance = {0: 1.0, 1: 5.0} if problem.name == "cuad" else "balanced"
    for at, topic in enumerate(problem.topics):
        rows, answers = rows_for(problem, topic, chosen)
        answer = np.concatenate(answers)
        if not 0 < answer.sum() < len(answer):
            continue
        lines = vstack(rows) @ diags(problem.scale)
        model = LogisticRegression(
            C=PENALTY[problem.name], solver="liblinear", class_weight=balance, random_state=SEED
        )
        model.fit(lines, answer)
        weights[:, at] = model.coef_[0] * problem.scale
        bias[at] = model.intercept_[0]
    return weights, bias


def evidence(problem: Problem, number: int, weights: np.ndarray, bias: np.ndarray) -> np.ndarray:
    """Give for each topic: best and second best line, most cue points, passages, facts."""
    lines, facts = problem.matrices[number], problem.facts[number]
    if not lines.shape[0]:
        return np.tile([-6.0, -6.0, 0.0, 0.0, 0.0], (len(problem.topics), 1))
    scores = np.sort(np.asarray(lines @ weights) + bias, axis=0)[::-1]
    points = np.minimum(problem.points[number].max(axis=0), MOST_POINTS)
    second = scores[1] if len(scores) > 1 else scores[0]
    passages = np.log1p((problem.points[number] >= SPOKEN_POINTS).sum(axis=0))
    return np.stack([scores[0], second, points, passages, facts], axis=1)


def unseen_evidence(problem: Problem, folds: list[list[int]]) -> np.ndarray:
    """Give the evidence of each document from weights that have not seen it."""
    found = np.zeros((len(problem.samples), len(problem.topics), EVIDENCE))
    for fold in folds:
        rest = [number for number in range(len(problem.samples)) if number not in set(fold)]
        weights, bias = fit_lines(problem, rest)
        for number in fold:
            found[number] = evidence(problem, number, weights, bias)
    return found


def fit_decision(
    problem: Problem, found: np.ndarray, chosen: list[int], columns: list[int]
) -> np.ndarray:
    """Learn per topic how evidence decides: [best, second, points, passages, facts, constant].

    Few documents hold an SLA topic: there the topics share their slopes and have a constant each,
    and a slope of facts each. A topic of CUAD stands in enough documents for its own slopes.
    """
    decision = np.zeros((len(problem.topics), EVIDENCE + 1))
    if problem.name == "cuad":
        for at, topic in enumerate(problem.topics):
            answer = [topic in problem.samples[number].present for number in chosen]
            model = LogisticRegression(C=1.0).fit(found[chosen, at][:, columns], answer)
            decision[at, columns] = model.coef_[0]
            decision[at, -1] = model.intercept_[0]
        return decision
    rows, answer = [], []
    each = CONSTANT * np.eye(len(problem.topics))
    for number in chosen:
        for at, topic in enumerate(problem.topics):
            if topic in problem.samples[number].known:
                own = found[number, at, FACTS] * each[at] if FACTS in columns else 0 * each[at]
                rows.append(np.concatenate([found[number, at, columns], each[at], own]))
                answer.append(topic in problem.samples[number].present)
    model = LogisticRegression(C=1.0, max_iter=1000).fit(np.array(rows), answer)
    shared, constants, facts = np.split(
        model.coef_[0], [len(columns), len(columns) + len(problem.topics)]
    )
    decision[:, columns] = shared
    decision[:, FACTS] += CONSTANT * facts
    decision[:, -1] = model.intercept_[0] + CONSTANT * constants + LEAN
    return decision


EVIDENCE = 5
"""Best line, second best, most cue points, passages, facts: see ``evidence``."""

FACTS = 4
"""The column of what other facts say."""

CONSTANT = 0.6
"""How freely a topic may differ from the others in its constant."""

LEAN = 0.4
"""Added to the log-odds of SLA topics: F1 is best a little below even odds."""


def decide(problem: Problem, found: np.ndarray, decision: np.ndarray, number: int) -> set[str]:
    odds = (found[number] * decision[:, :-1]).sum(axis=1) + decision[:, -1]
    return {topic for topic, odd in zip(problem.topics, odds, strict=True) if odd > 0}


def facts_in(draft: Draft, topics: list[str]) -> list[float]:
    found = facts_on_topics(draft)
    return [found.get(topic, 0.0) for topic in topics]


def problems(sla: list[Sample], cuad: list[Sample], compiler: Compiler, kind: str) -> list[Problem]:
    """Set up both problems; ``kind`` is "cues", "words" or "both"."""
    model = LineModel({**compiler.data(), "decision": []})
    to_points = np.zeros((compiler.features, len(TOPICS)))
    for cue, worth in CUE_POINTS.items():
        for at in range(len(TOPICS)):
            to_points[model.cue(cue, at), at] = worth
    found = []
    for name, samples, topics in (
        ("sla", sla, list(SLA_TOPICS)),
        ("cuad", cuad, list(CUAD_TOPICS.values())),
    ):
        if not samples:
            continue
        matrices = [
            matrix(
                [features for _, features in FeatureReader(one.draft, model).lines()],
                compiler.features,
            )
            for one in samples
        ]
        columns = [TOPICS.index(topic) for topic in topics]
        scale = np.ones(compiler.features)
        scale[: compiler.cue_features] = 0.0 if kind == "words" else CUE_SCALE[name]
        facts = np.array([facts_in(one.draft, topics) for one in samples])
        points = [np.asarray(lines @ to_points[:, columns]) for lines in matrices]
        found.append(Problem(name, samples, matrices, topics, scale, points, facts))
    return found


def report(problem: Problem, folds: list[list[int]], kind: str) -> None:
    """Print the figures of documents that neither weights nor decisions have seen."""
    columns = {"cues": [2, 3], "words": [0, 1], "both": [0, 1, 2, 3], "all": list(range(EVIDENCE))}[
        kind
    ]
    if kind == "cues":
        nothing = np.zeros((len(problem.scale), len(problem.topics)))
        found = np.stack(
            [
                evidence(problem, number, nothing, nothing[0])
                for number in range(len(problem.samples))
            ]
        )
    else:
        found = unseen_evidence(problem, folds)
    tally = {topic: collections.Counter() for topic in problem.topics}
    for fold in folds:
        rest = [number for number in range(len(problem.samples)) if number not in set(fold)]
        decision = fit_decision(problem, found, rest, columns)
        for number in fold:
            one, said = problem.samples[number], decide(problem, found, decision, number)
            for topic in set(problem.topics) & one.known:
                tally[topic][(topic in said, topic in one.present)] += 1
    if problem.name == "cuad":
        nine = [mcc(tally[topic]) for topic in problem.topics if topic != "notice-of-nonrenewal"]
        print(
            f"{kind:6} CUAD mean MCC {np.mean(nine):.3f}  " + " ".join(f"{one:.2f}" for one in nine)
        )
        return
    total = sum(tally.values(), collections.Counter())
    enough = [f1(count) for count in tally.values() if count[True, True] + count[False, True] >= 5]
    print(f"{kind:6} SLA micro-F1 {f1(total):.3f} macro-F1 {np.mean(enough):.3f}")
    if kind == "all":
        for topic, count in sorted(
            tally.items(), key=lambda one: -one[1][True, True] - one[1][False, True]
        ):
            print(f"    {topic:18} {dict(count)} F1 {f1(count):.2f}")


def f1(count: collections.Counter) -> float:
    right, extra, missed = count[True, True], count[True, False], count[False, True]
    return 2 * right / (2 * right + extra + missed) if right + extra + missed else 0.0


def mcc(count: collections.Counter) -> float:
    tp, fp, fn, tn = count[False, False], count[False, True], count[True, False], count[True, True]
    below = math.sqrt((tp + fp) * (tp + fn) * (tn + fp) * (tn + fn))
    return (tp * tn - fp * fn) / below if below else 0.0


FEWEST_TO_DECIDE = 3
"""A topic that fewer documents hold is decided by its cues alone."""


def compiled(compiler: Compiler, both: list[Problem], folds: int, least: float) -> dict:
    """Train on all documents and give the data to ship."""
    coefficients = np.zeros((compiler.features, len(TOPICS)))
    bias = np.zeros(len(TOPICS))
    decision = np.tile(
        [0.0, 0.0, 1.0, 0.0, 0.0, -1.9], (len(TOPICS), 1)
    )  # cues alone: one strong cue
    for problem in both:  # law and audit stand in both: CUAD has thirty times more of them
        found = unseen_evidence(problem, folds_of(problem.samples, folds, SEED))
        everything = list(range(len(problem.samples)))
        weights, offset = fit_lines(problem, everything)
        rule = fit_decision(problem, found, everything, list(range(EVIDENCE)))
        for at, topic in enumerate(problem.topics):
            if sum(topic in one.present for one in problem.samples) < FEWEST_TO_DECIDE:
                continue
            place = TOPICS.index(topic)
            coefficients[:, place], bias[place], decision[place] = (
                weights[:, at],
                offset[at],
                rule[at],
            )
    data = compiler.data(coefficients, bias, least)
    data["decision"] = [[round(float(one), 3) for one in row] for row in decision]
    return data


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sla", type=Path, required=True)
    parser.add_argument("--cuad", type=Path, help="may be left out with --folds")
    parser.add_argument("--folds", type=int)
    parser.add_argument("--least", type=float, default=0.03, help="smallest weight kept")
    parser.add_argument("-o", type=Path, default=MODEL_FILE)
    args = parser.parse_args()
    if args.cuad is None and not args.folds:
        parser.error("--cuad is needed to train")
    sla, cuad = read_sla(args.sla), read_cuad(args.cuad) if args.cuad else []
    words, titles = vocabulary([*sla, *cuad])
    if args.folds:
        compiler = Compiler(words, titles, rare_readings(sla, LEAST_DOCUMENTS))
        for kind in ("cues", "words", "both", "all"):
            for problem in problems(sla, cuad, compiler, kind):
                report(problem, folds_of(problem.samples, args.folds, SEED), kind)
        return
    compiler = Compiler(words, titles)
    data = compiled(compiler, problems(sla, cuad, compiler, "both"), 6, args.least)
    args.o.write_text(
        json.dumps(data, separators=(",", ":"), ensure_ascii=False) + "\n", encoding="utf-8"
    )
    print(f"{args.o.name}: {args.o.stat().st_size / 1e6:.2f} MB, {data['features']} features")


if __name__ == "__main__":
    main()
