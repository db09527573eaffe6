"""Time a cold run over one draft against other linters, turn by turn.

Run ``python benchmarks/paired.py [--runs N] NAME=COMMAND ...``, for example
``contract-lint="peers/bin/contract-lint lint" proselint="peers/bin/proselint check"``. The drafts
have 500 and 2,500 words: what ``examples/external-sla.yaml`` builds, with the poor draft of the
examples after it, cut or repeated to length. In each round every tool runs once, the order turning,
so that a busy moment of the machine hits all alike. Printed per draft and tool: median and least
CPU seconds (user and system, of the process and its children), median wall seconds, and the ratio
of our median CPU to theirs.
"""

from __future__ import annotations

import shlex
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from measure import Measured, measured

ROOT = Path(__file__).parents[1]
OURS = "clausewright"
LENGTHS = (500, 2500)


def draft_of(words: int) -> str:
    """Give a Markdown draft of about so many words, whole paragraphs only."""
    with tempfile.TemporaryDirectory() as folder:
        built = Path(folder, "sla.md")
        picks = ROOT / "examples" / "external-sla.yaml"
        command = [
            sys.executable,
            "-m",
            "clausewright",
            "-q",
            "build",
            str(picks),
            "-o",
            str(built),
        ]
        subprocess.run(command, check=True, capture_output=True)
        text = built.read_text("utf-8").rpartition("\n---\n")[2]
    text += "\n\n" + (ROOT / "examples" / "poor-draft.md").read_text("utf-8")
    kept: list[str] = []
    count = 0
    while count < words:
        for paragraph in text.split("\n\n"):
            kept.append(paragraph)
            count += len(paragraph.split())
            if count >= words:
                break
    return "\n\n".join(kept) + "\n"


def compare(tools: dict[str, list[str]], draft: Path, rounds: int) -> dict[str, list[Measured]]:
    """Run all tools in turn, after one round that only warms the disk."""
    found: dict[str, list[Measured]] = {name: [] for name in tools}
    names = list(tools)
    for turn in range(rounds + 1):
        for name in names[turn % len(names) :] + names[: turn % len(names)]:
            run = measured([*tools[name], str(draft)])
            if turn:
                found[name].append(run)
    return found


def main(arguments: list[str]) -> None:
    """Print a table a draft."""
    rounds = 20
    if arguments[:1] == ["--runs"]:
        rounds, arguments = int(arguments[1]), arguments[2:]
    tools = {OURS: [sys.executable, "-m", "clausewright", "lint", "--isolated"]}
    tools |= {
        name: shlex.split(command) for name, _, command in (a.partition("=") for a in arguments)
    }
    with tempfile.TemporaryDirectory() as folder:
        for words in LENGTHS:
            draft = Path(folder, f"draft-{words}.md")
            draft.write_text(draft_of(words), "utf-8")
            found = compare(tools, draft, rounds)
            ours = statistics.median(run.cpu for run in found[OURS])
            print(f"{len(draft.read_text('utf-8').split())} words, {rounds} runs each")
            for name, runs in found.items():
                cpu = statistics.median(run.cpu for run in runs)
                least = min(run.cpu for run in runs)
                wall = statistics.median(run.wall for run in runs)
                ratio = f"ours takes {ours / cpu:.2f} of it" if name != OURS else ""
                print(
                    f"  {name:14} CPU {cpu:.3f} s (least {least:.3f})  wall {wall:.3f} s  {ratio}"
                )


if __name__ == "__main__":
    main(sys.argv[1:])
