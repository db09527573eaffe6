"""Print the share of words that each rule nominates for the language tier.

usage: nominated.py FOLDER [--profile contract]

Reads every .txt and .md file of FOLDER under one profile, runs the rules that use the language tier
one by one, and counts the words of the sentences each had read. The budget is 5% for all together.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from clausewright import readers
from clausewright.analysis.draft import AnalysisSettings, Draft
from clausewright.lint_rules import RULES
from clausewright.linting.check import ActiveRule, check, scanner_of, speaks_under


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--profile", default="contract")
    arguments = parser.parse_args()
    active = [
        ActiveRule(rule, rule.options)
        for rule in RULES
        if rule.language and speaks_under(rule, arguments.profile)
    ]
    scanner = scanner_of(active)
    settings = AnalysisSettings(arguments.profile, "option")
    words = 0
    nominated = {one.rule.code: 0 for one in active}
    together = 0
    spent = dict.fromkeys(nominated, 0.0)
    paths = [p for p in sorted(arguments.folder.iterdir()) if p.suffix in {".txt", ".md"}]
    for path in paths:
        document = readers.read(path.name, path.read_bytes())
        words += len(document.text.split())
        for one in active:
            draft = Draft(document, settings, scanner)
            _ = draft.hits, draft.outline, draft.quantities, draft.duties
            started = time.perf_counter()
            list(check(one, draft))
            spent[one.rule.code] += time.perf_counter() - started
            nominated[one.rule.code] += words_in(draft.language.sentences_read)
        draft = Draft(document, settings, scanner)
        for one in active:
            list(check(one, draft))
        together += words_in(draft.language.sentences_read)
    print(f"{len(paths)} documents, {words} words, profile {arguments.profile}")
    for code, count in nominated.items():
        print(f"{code}  {count:7} words  {count / words:7.3%}  {spent[code]:6.2f} s")
    print(f"together {together:6} words  {together / words:7.3%}")


def words_in(sentences: tuple[str, ...]) -> int:
    return sum(len(sentence.split()) for sentence in sentences)


if __name__ == "__main__":
    main()
