#!/usr/bin/env python3
"""Make the list of words that contracts write in lower case.

usage: ordinary_words.py FOLDER [FOLDER ...] > src/clausewright/analysis/words/ordinary.txt

A word is listed where it stands in lower case in at least 15 documents of the first folder (signed
contracts) or 6 of the others (service level agreements). Words only: no text, no order, no counts.
"""

import re
import sys
from collections import Counter
from pathlib import Path

WORD = re.compile(r"(?<![\w'\u2019/.@-])[a-z]{2,}(?![\w'\u2019/@:])")


def documents_with(folder: Path) -> Counter[str]:
    """Count in how many documents each word stands in lower case."""
    counts: Counter[str] = Counter()
    for path in sorted(folder.iterdir()):
        counts.update(set(WORD.findall(path.read_text(encoding="utf-8"))))
    return counts


def main() -> None:
    """Print the words in order, one a line."""
    first, *others = (documents_with(Path(folder)) for folder in sys.argv[1:])
    words = {word for word, count in first.items() if count >= 15}
    for counts in others:
        words |= {word for word, count in counts.items() if count >= 6}
    sys.stdout.write("\n".join(sorted(words)) + "\n")


if __name__ == "__main__":
    main()
