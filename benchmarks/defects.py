#!/usr/bin/env python3
"""Seed drafting defects into agreements and count which of them the linter finds.

usage: defects.py [--corpus FOLDER] [--real 6] [--seed 1] [--only NAME] [--misses] [--keep FOLDER]

Each operator of ``defect_kinds`` seeds one defect in each of its phrasings into a few real service
level agreements (Markdown, of the kinds it is meant for, drawn by the seed among those it fits) and
into the built examples. The operators were written from what the rules are said to tell, not from
the rules. A defect is found when a new finding with an accepted code overlaps the lines seeded.
"elsewhere" counts new findings on other lines, the page count and fair consequences left out.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from defect_drafts import Draft
from defect_judging import Verdict, judge
from defect_operators import operators
from defect_seeding import Operator, Seeded

ROOT = Path(__file__).parent.parent
BUILT = {"external-sla.md": "external", "internal-sla.md": "internal"}


@dataclass(frozen=True)
class Case:
    """One phrasing of one operator seeded into one draft."""

    operator: Operator
    phrasing: int
    draft: Draft
    seeded: Seeded

    @property
    def path(self) -> str:
        """Where the seeded draft lies in the working folder."""
        return f"{self.operator.name}-{self.phrasing}/{self.draft.name}"


def main() -> None:
    """Seed, lint everything in one run, judge and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--corpus", type=Path, help="folder with index.jsonl and texts/")
    parser.add_argument("--real", type=int, default=6, help="real drafts for each phrasing")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", action="append", help="name of an operator, repeatable")
    parser.add_argument("--misses", action="store_true", help="list each miss with its text")
    parser.add_argument("--elsewhere", action="store_true", help="list new findings elsewhere")
    parser.add_argument("--keep", type=Path, help="folder to leave the drafts in")
    arguments = parser.parse_args()
    named = {one.name for one in operators()}
    if unknown := set(arguments.only or ()) - named:
        parser.error(
            f"no operator {', '.join(sorted(unknown))}; there are {', '.join(sorted(named))}"
        )
    chosen = [one for one in operators() if not arguments.only or one.name in arguments.only]
    with tempfile.TemporaryDirectory() as temporary:
        folder = arguments.keep or Path(temporary)
        drafts = (*built_drafts(folder / "built"), *real_drafts(arguments.corpus))
        cases = list(seeded_cases(chosen, drafts, arguments.real, arguments.seed))
        started = time.perf_counter()
        findings = lint(folder, cases)
        print(f"{len(cases)} seeded drafts linted in {time.perf_counter() - started:.1f} s\n")
    verdicts = [
        (case, judge(case.operator, case.seeded, findings["base/" + case.draft.name][1],
                     findings[case.path][1]))
        for case in cases
    ]  # fmt: skip
    print_table(chosen, verdicts)
    profiles = {case.path: findings[case.path][0] for case in cases}
    if arguments.misses:
        print_misses(verdicts, profiles)
    if arguments.elsewhere:
        print_elsewhere(verdicts)


def built_drafts(folder: Path) -> Iterator[Draft]:
    """Build the examples of the project as Markdown."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, kind in BUILT.items():
        picks = (ROOT / "examples" / name).with_suffix(".yaml")
        command = ["build", str(picks), "-o", str(folder / name), "--force", "-q"]
        run(command)
        yield read_draft(folder / name, kind, is_built=True)


def real_drafts(corpus: Path | None) -> Iterator[Draft]:
    """Read the Markdown agreements of a corpus with sections and a fair length."""
    if corpus is None:
        return
    topics = read_topics(corpus / "labels.jsonl")
    for line in (corpus / "index.jsonl").read_text().splitlines():
        entry = json.loads(line)
        if not entry["file"].endswith(".md") or not 200 <= entry["words"] <= 2200:
            continue
        draft = read_draft(corpus / "texts" / entry["file"], entry["kind"])
        if len(draft.sections) >= 3:
            yield replace(draft, topics=topics.get(draft.name))


def read_topics(labels: Path) -> dict[str, frozenset[str]]:
    """Read which topics people found in each document, nothing where there are no labels."""
    if not labels.exists():
        return {}
    read = [json.loads(line) for line in labels.read_text(encoding="utf-8").splitlines()]
    return {one["file"]: frozenset(one["elements"]) for one in read}


def read_draft(path: Path, kind: str, *, is_built: bool = False) -> Draft:
    """Read a file as a draft; line ends become line feeds."""
    text = path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    return Draft(path.name, kind, tuple(text.rstrip("\n").split("\n")), is_built)


def seeded_cases(
    chosen: list[Operator], drafts: tuple[Draft, ...], real: int, seed: int
) -> Iterator[Case]:
    """Each phrasing in every built draft it fits and in the first real ones by lot."""
    for operator in chosen:
        fitting = [one for one in drafts if one.kind in operator.kinds and operator.fits(one)]
        for number, phrasing in enumerate(operator.phrasings, 1):
            chance = random.Random(f"{seed} {operator.name} {number}")
            left = real
            for draft in sorted(fitting, key=lambda one: (not one.is_built, chance.random())):
                if not draft.is_built and not left:
                    break
                own = random.Random(f"{seed} {operator.name} {number} {draft.name}")
                if seeded := phrasing(draft, own):
                    left -= not draft.is_built
                    yield Case(operator, number, draft, seeded)


def lint(folder: Path, cases: list[Case]) -> dict[str, tuple[str, list[dict[str, object]]]]:
    """Profile and findings of each base and seeded draft, all linted in one run."""
    work = folder / "drafts"
    for case in cases:
        for path, text in (("base/" + case.draft.name, case.draft.text),
                           (case.path, case.seeded.text)):  # fmt: skip
            (work / path).parent.mkdir(parents=True, exist_ok=True)
            (work / path).write_text(text, encoding="utf-8", newline="")
    command = ["lint", str(work), "--isolated", "--no-cache", "--fail-on", "never"]
    report = json.loads(run([*command, "--format", "json"]))
    return {
        Path(one["file"]).resolve().relative_to(work.resolve()).as_posix(): (
            one["profile"],
            one["findings"],
        )
        for one in report["files"]
    }


def run(command: list[str]) -> str:
    """Output of the program; its own message where it fails."""
    done = subprocess.run(
        [sys.executable, "-m", "clausewright", *command],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        sys.exit(f"clausewright {command[0]} failed:\n{done.stderr}")
    return done.stdout


def print_table(chosen: list[Operator], verdicts: list[tuple[Case, Verdict]]) -> None:
    """One line for each operator, then the totals."""
    print(f"{'defect':28} {'codes':22} tried found  by phrasing      as error  elsewhere")
    total = [0, 0, 0, 0, 0]
    for operator in chosen:
        own = [(case, verdict) for case, verdict in verdicts if case.operator is operator]
        found = sum(verdict.is_found for _, verdict in own)
        errors = sum(verdict.is_error for _, verdict in own)
        strays = [code for _, verdict in own for code in verdict.elsewhere_codes]
        shares = " ".join(
            f"{sum(v.is_found for c, v in own if c.phrasing == n)}/"
            f"{sum(c.phrasing == n for c, _ in own)}"
            for n in range(1, len(operator.phrasings) + 1)
        )
        as_error = f"{errors}/{len(own)}" if operator.is_error else "-"
        codes = " ".join(f"{code}:{strays.count(code)}" for code in sorted(set(strays)))
        print(
            f"{operator.name:28} {' '.join(operator.codes):22} {len(own):5} {found:5}  {shares:15}"
            f"  {as_error:8}  {len(strays)} {codes}".rstrip()
        )
        needed = len(own) if operator.is_error else 0
        values = (len(own), found, needed, errors if operator.is_error else 0, len(strays))
        total = [one + other for one, other in zip(total, values, strict=True)]
    tried, found, needed, errors, strays_count = total
    print(
        f"\ntotal: {found} of {tried} found ({found / max(tried, 1):.1%}), as error {errors} of "
        f"{needed} ({errors / max(needed, 1):.1%}), {strays_count} new findings elsewhere"
    )


def print_misses(verdicts: list[tuple[Case, Verdict]], profiles: dict[str, str]) -> None:
    """Print what was not found, or not as the error it has to be, with the words seeded."""
    print("\nmisses")
    groups: dict[str, list[tuple[Case, Verdict]]] = {}
    for case, verdict in verdicts:
        group = groups.setdefault(f"{case.operator.name} {case.phrasing}", [])
        group.append((case, verdict))
    for name, group in groups.items():
        missed = [(c, v) for c, v in group if not v.is_found or v.is_error < c.operator.is_error]
        if not missed:
            continue
        codes = " or ".join(missed[0][0].operator.codes)
        print(f"\n{name}: {len(missed)} of {len(group)} missed, wanted {codes}")
        for quote in missed[0][0].seeded.quotes:
            print("  | " + quote.replace("\n", "\n  | "))
        for case, verdict in missed:
            places = ", ".join(f"{first}-{last}" for first, last in case.seeded.places) or "all"
            state = "no error" if verdict.is_found else "not found"
            said = "; ".join(verdict.at_place) or "nothing"
            print(f"    {case.path}:{places} [{profiles[case.path]}] {state}; said there: {said}")


def print_elsewhere(verdicts: list[tuple[Case, Verdict]]) -> None:
    """Print new findings on lines that were not seeded."""
    print("\nnew findings elsewhere")
    for case, verdict in verdicts:
        for told in verdict.elsewhere:
            print(f"{case.path}: {told}")


if __name__ == "__main__":
    main()
