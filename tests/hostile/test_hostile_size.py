"""Long texts: four times the text takes about four times the time, and memory stays in bounds."""

import pytest
from hostile_runs import GOOD, MEBIBYTE

PARAGRAPH = (
    "The Supplier shall answer each report of a fault within 2 Business Hours. \u201cService"
    " Credit\u201d means 5% of the monthly fee of EUR 1,000 under section 4.2. The Customer may"
    " terminate this Agreement promptly after 30 days' notice, as set out in Schedule 1.\n\n"
)
SHAPES = {
    "sections": lambda size: "".join(
        f"## {n}. Duties of part {n}\n\n{PARAGRAPH}" for n in range(size // (len(PARAGRAPH) + 25))
    ),
    "one word": lambda size: "x" * size,
    "one list": lambda size: "- The Supplier shall answer promptly.\n" * (size // 38),
    "many dates": lambda size: "Due on 31/12/2026 or 1 March 2026. " * (size // 36),
    "many references": lambda size: "See section 4.2, Schedule 1 and clause 3(a). " * (size // 46),
}
RATIO = 8
"""Twice what is linear; quadratic would be sixteen."""


@pytest.mark.parametrize("shape", SHAPES)
def test_four_times_the_text_takes_about_four_times_the_time(run, row, shape):
    """Counted in CPU time of the child, less what an empty draft takes."""
    sizes = (150_000, 600_000)
    idle = run_on(run, "")
    small, large = (run_on(run, SHAPES[shape](size)) for size in sizes)
    large.check(peak=300, cpu=40)
    ratio = (large.cpu - idle.cpu) / max(small.cpu - idle.cpu, 0.05)
    assert ratio < RATIO, f"{ratio:.1f} times"
    row(f"{shape}, 150 kB and 600 kB", f"below {RATIO} times the time", f"{ratio:.1f} times", large)


def run_on(run, text):
    run.write("long.md", GOOD + "\n" + text)
    ran = run("lint", "long.md", "--format", "csv", "--no-cache", seconds=200)
    ran.check()
    assert ran.code in (0, 1)
    return ran


@pytest.mark.slow
@pytest.mark.parametrize(
    ("what", "text", "cpu", "peak"),
    [
        ("5 MB of prose", SHAPES["sections"](5 * 10**6), 60, 900),
        ("20 MB of prose", SHAPES["sections"](20 * 10**6), 240, 3000),
        (
            "a line of 1 MB",
            PARAGRAPH.strip().replace("\n", " ") * (10**6 // len(PARAGRAPH)),
            30,
            400,
        ),
        ("50 MB in one word", "x" * (50 * 10**6), 60, 1500),
    ],
)
def test_megabytes(run, row, what, text, cpu, peak):
    run.write("long.md", GOOD + "\n" + text)
    run.write("good.md", GOOD)
    ran = run(
        "lint", "long.md", "good.md", "-j", "1", "--select", "WRD001,MET,TOP", "--format", "json",
        seconds=300, memory=8192,
    )  # fmt: skip
    ran.check(cpu=cpu, peak=peak)
    ran.good_was_done()
    assert len(text) > MEBIBYTE * 0.9
    row(what, f"below {cpu} s and {peak} MiB, good file done", f"code {ran.code}", ran)
