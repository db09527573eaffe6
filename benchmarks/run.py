"""Measure every budget, with other tools beside ours in the same run, and print Markdown.

Run ``make bench`` (or ``python benchmarks/run.py [CORPUS]``). The peers are installed at the
versions of ``benchmarks/peers.txt`` into an environment of their own, ``.venv-peers``. CORPUS holds
the folders ``sla``, ``cuad/texts`` and ``docx``; what needs it is left out where it is missing.
Nothing here decides a test: machines differ, so ratios matter.
"""

from __future__ import annotations

import os
import platform
import subprocess
import sys
import venv
from importlib.metadata import version
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parent
PEERS = ROOT / ".venv-peers"


def install_peers() -> Path:
    """Install the other linters once, and give the folder of their programs."""
    programs = PEERS / "bin"
    if not (programs / "contract-lint").exists():
        venv.create(PEERS, with_pip=True)
        install = [programs / "python", "-m", "pip", "install", "--quiet"]
        subprocess.run([*install, "--requirement", HERE / "peers.txt"], check=True)
    return programs


def show(title: str, script: str, *arguments: str | Path) -> None:
    """Print what a benchmark prints, under a title."""
    print(f"\n## {title}\n", flush=True)
    command = [sys.executable, HERE / script, *arguments]
    done = subprocess.run(command, check=False)
    if done.returncode:
        print(f"{script} ended with exit code {done.returncode}")


def machine() -> str:
    """Say what all this ran on."""
    packages = ("clausewright", "spacy", "lxml", "markdown-it-py", "docxtpl", "python-docx")
    versions = ", ".join(f"{name} {version(name)}" for name in packages)
    load = os.getloadavg()[0]
    python = platform.python_version()
    return f"{os.cpu_count()} cores, load {load:.1f} at the start, Python {python}; {versions}"


def main(corpus: Path) -> None:
    """Run all benchmarks, one after the other."""
    print(f"# Speed\n\n{machine()}; peers: {', '.join((HERE / 'peers.txt').read_text().split())}")
    peers = install_peers()
    show("Cold start", "speed_start.py")
    show(
        "One draft, cold, in turns",
        "paired.py",
        f"contract-lint={peers / 'contract-lint'} lint",
        f"proselint={peers / 'proselint'} check",
        f"codespell={peers / 'codespell'}",
    )
    contracts, word = corpus / "cuad" / "texts", corpus / "docx"
    if contracts.is_dir():
        show("Signed contracts", "speed_contracts.py", peers, contracts)
        show("Unchanged tree", "cached_tree.py", corpus)
    if word.is_dir():
        show("Reading Word", "speed_reading.py", word, peers)
    if not (contracts.is_dir() and word.is_dir()):
        print(f"\nLeft out: what reads the corpus, which is not in {corpus.name}")
    show("Language server", "editor_speed.py")
    show("Building", "speed_building.py")
    show("Building in a batch", "batch_build.py", "100")
    show("Growth", "speed_curves.py")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT.parent / "shared" / "corpus")
