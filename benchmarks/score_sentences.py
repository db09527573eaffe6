#!/usr/bin/env python3
"""Score where sentences begin against places marked by hand.

usage: score_sentences.py [--corpus DIR] [--errors]

``sentences.json`` holds passages of the corpus as document, range and the offsets at which its
sentences start, no text. Passages of the part "develop" were looked at while the splitter was
written; those of the part "report" were marked afterwards. Counted are the boundaries inside the
passages: the first sentence of each is no achievement.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path

from clausewright.language.sentences import sentence_starts

HERE = Path(__file__).parent


def main() -> None:
    """Print precision, recall and F1 of each part."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument(
        "--corpus", type=Path, required=True, help="folder that holds the documents"
    )
    parser.add_argument("--errors", action="store_true", help="tell each wrong or missed boundary")
    arguments = parser.parse_args()
    tallies: dict[str, Counter[str]] = {}
    for passage in json.loads((HERE / "sentences.json").read_text()):
        path = arguments.corpus / passage["document"]
        source = path.read_bytes().decode("utf-8")
        text = source[passage["start"] : passage["end"]]
        gold = set(passage["starts"]) - {0}
        said = set(sentence_starts(text)) - {0}
        tally = tallies.setdefault(passage["part"], Counter())
        tally.update(
            passages=1,
            sentences=len(gold) + 1,
            right=len(gold & said),
            said=len(said),
            gold=len(gold),
        )
        if arguments.errors:
            for at in sorted(gold ^ said):
                verdict = "missed" if at in gold else "wrong"
                print(f"{verdict} {passage['document']}:{passage['start'] + at}")
    print(f"{'part':10} passages sentences precision recall   F1")
    for part, tally in sorted(tallies.items()):
        precision, recall = tally["right"] / tally["said"], tally["right"] / tally["gold"]
        f1 = 2 * precision * recall / (precision + recall)
        print(
            f"{part:10} {tally['passages']:8} {tally['sentences']:9}"
            f" {precision:9.3f} {recall:6.3f} {f1:.3f}"
        )


if __name__ == "__main__":
    main()
