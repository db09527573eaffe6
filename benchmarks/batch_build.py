"""Time ``build --data`` against a bare docxtpl loop over the same rows, and its peak memory.

Run ``python benchmarks/batch_build.py [ROWS ...]`` (100 and 1,000 without). For each number of rows
both builders run in a process of their own: ours resolves, checks and renders each row; the bare
loop only fills a Word template made from the same agreement, in which the values of the row are
tags. Printed are seconds of CPU and of the clock, the ratio of the CPU, which a busy machine spoils
less, and the peak memory of each process.
"""

from __future__ import annotations

import csv
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PICKS = Path(__file__).parents[1] / "examples" / "external-sla.yaml"
COLUMNS = {"parties.customer.name": "customer_name", "reference": "contract_reference"}


def rows_file(folder: Path, count: int) -> Path:
    path = folder / f"rows-{count}.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["number", *COLUMNS])
        writer.writerows([n, f"Customer {n} Ltd", f"REF-{n:05d}"] for n in range(1, count + 1))
    return path


def make_template(folder: Path) -> Path:
    """Build the agreement once, with tags where the rows differ."""
    from docx import Document  # noqa: PLC0415 - each process loads only what it measures

    from clausewright.files.yaml import Yaml  # noqa: PLC0415 - each process loads only what it measures
    from clausewright.generator.assembly import assemble  # noqa: PLC0415 - each process loads only what it measures
    from clausewright.generator.batch import Row, picks_of  # noqa: PLC0415 - each process loads only what it measures
    from clausewright.generator.inheritance import load_picks  # noqa: PLC0415 - each process loads only what it measures
    from clausewright.generator.library import Library  # noqa: PLC0415 - each process loads only what it measures
    from clausewright.generator.output import render  # noqa: PLC0415 - each process loads only what it measures

    library = Library()
    _, yaml = load_picks(PICKS, library)
    marks = {column: f"TAG{name}TAG" for column, name in COLUMNS.items()}
    picks, own = picks_of(Row(1, marks), Yaml(yaml.data, yaml.where, yaml.places, yaml.origins))
    path = folder / "template.docx"
    path.write_bytes(render(assemble(picks, own, library).agreement, ".docx"))
    document = Document(str(path))
    tables = [p for t in document.tables for c in t._cells for p in c.paragraphs]
    for paragraph in (*document.paragraphs, *tables):
        for run in paragraph.runs:
            for name in COLUMNS.values():
                if f"TAG{name}TAG" in run.text:
                    run.text = run.text.replace(f"TAG{name}TAG", f"{{{{ {name} }}}}")
    document.save(str(path))
    return path


def bare(template: Path, rows: Path, out: Path) -> None:
    """Fill the template for each row, as a script of ten lines would."""
    from docxtpl import DocxTemplate  # noqa: PLC0415 - each process loads only what it measures

    with rows.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            document = DocxTemplate(str(template))
            document.render({name: row[column] for column, name in COLUMNS.items()})
            document.save(str(out / f"{row['number']}.docx"))


def ours(rows: Path, out: Path) -> None:
    from clausewright.cli import main  # noqa: PLC0415 - each process loads only what it measures

    arguments = ["build", str(PICKS), "--data", str(rows), "-o", str(out / "{number}.docx"), "-q"]
    main(arguments, standalone_mode=False)


def timed(builder: str, template: Path, rows: Path, out: Path) -> dict[str, float]:
    """Run one builder in its own process; give seconds and peak mebibytes."""
    out.mkdir()
    command = [sys.executable, __file__, "--one", builder, str(template), str(rows), str(out)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    found["documents"] = len(list(out.iterdir()))
    return found


def one(builder: str, template: Path, rows: Path, out: Path) -> None:
    start, worked = time.perf_counter(), time.process_time()
    if builder == "bare":
        bare(template, rows, out)
    else:
        ours(rows, out)
    seconds = time.perf_counter() - start
    cpu = time.process_time() - worked
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": seconds, "cpu": cpu, "mebibytes": peak}))


def main(counts: list[int]) -> None:
    print("| rows | ours, CPU (wall) s | bare loop, CPU (wall) s | ratio | ours, MiB | bare, MiB |")
    print("|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        template = make_template(folder)
        for count in counts:
            rows = rows_file(folder, count)
            mine = timed("ours", template, rows, folder / f"ours-{count}")
            theirs = timed("bare", template, rows, folder / f"bare-{count}")
            if mine["documents"] != count or theirs["documents"] != count:
                sys.exit(f"documents are missing: {mine} {theirs}")
            print(
                f"| {count:,} | {mine['cpu']:.1f} ({mine['seconds']:.1f}) "
                f"| {theirs['cpu']:.1f} ({theirs['seconds']:.1f}) "
                f"| {mine['cpu'] / theirs['cpu']:.2f} "
                f"| {mine['mebibytes']:.0f} | {theirs['mebibytes']:.0f} |",
                flush=True,
            )


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        one(sys.argv[2], *map(Path, sys.argv[3:6]))
    else:
        main([int(word) for word in sys.argv[1:]] or [100, 1000])
