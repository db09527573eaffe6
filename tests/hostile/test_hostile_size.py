"""Long texts: four times the text takes about four times the steps, and memory stays in bounds."""

from pathlib import Path

import pytest
from hostile_runs import GOOD, MEBIBYTE
from hostile_steps import steps

from clausewright.linting.lint import lint_source
from clausewright.linting.settings import Settings
from clausewright.linting.source import source_for, with_data

SETTINGS = Settings(profile="external-sla", profile_source="option")
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
    "one line": lambda size: PARAGRAPH.replace("\n", " ") * (size // len(PARAGRAPH)),
    "one list": lambda size: "- The Supplier shall answer promptly.\n" * (size // 38),
    "one table": lambda size: (
        "| Level | Target |\n|---|---|\n" + "| Uptime | 99.9% a month |\n" * (size // 28)
    ),
    "wide table": lambda size: "|".join(
        ("", *["a"] * (size // 6), "\n", *["-"] * (size // 6), "\n", *["b"] * (size // 6), "\n")
    ),
    "many dates": lambda size: "Due on 31/12/2026 or 1 March 2026. " * (size // 36),
    "many references": lambda size: "See section 4.2, Schedule 1 and clause 3(a). " * (size // 46),
    "drawn lines": lambda size: "Name: ________ Date: ____\n\n" * (size // 28),
    "definitions": lambda size: "".join(
        f"\u201cTerm {n}x\u201d means the thing of part {n}.\n\n" for n in range(size // 44)
    ),
    "brackets": lambda size: "[" * size,
    "filled brackets": lambda size: "[amount] " * (size // 9),
    "nested quotes": lambda size: "> " * (size // 2) + "a",
}
SIZES = (8_000, 32_000)
RATIO = 5
"""A quarter more than what is linear; quadratic would be sixteen."""

GROWS = pytest.mark.xfail(reason="5.4 times: a part grows with the square of the definitions")


@pytest.mark.usefixtures("must_end")
@pytest.mark.parametrize(
    "shape",
    [pytest.param(shape, marks=GROWS if shape == "definitions" else ()) for shape in SHAPES],
)
def test_four_times_the_text_takes_about_four_times_the_steps(row, shape):
    linted("")  # what is made once
    idle, small, large = (
        steps(lambda text=text: linted(text))
        for text in ("", *(SHAPES[shape](size) for size in SIZES))
    )
    ratio = (large - idle) / max(small - idle, 1_000)
    assert ratio < RATIO, f"{ratio:.1f} times: {small - idle}, {large - idle}"
    row(f"{shape}, 8 kB and 32 kB", f"below {RATIO} times the steps", f"{ratio:.1f} times")


def linted(text):
    """Lint a draft with all rules, in this process."""
    source = source_for("long.md", SETTINGS, Path("long.md"))
    result = lint_source(with_data(source, f"{GOOD}\n{text}".encode()))
    assert result.errors == ()


def test_steps_tell_linear_from_quadratic():
    def pairs(size):
        return [one for one in range(size) if [two for two in range(size) if two == one]]

    assert 15 < steps(lambda: pairs(400)) / steps(lambda: pairs(100)) < 17
    assert 3.5 < steps(lambda: list(map(bool, [n for n in range(4_000)]))) / 1_000 < 4.5  # noqa: C416


@pytest.mark.slow
@pytest.mark.parametrize(
    ("what", "text", "peak"),
    [
        ("5 MB of prose", SHAPES["sections"](5 * 10**6), 900),
        ("20 MB of prose", SHAPES["sections"](20 * 10**6), 3000),
        ("a line of 1 MB", SHAPES["one line"](10**6), 400),
        ("50 MB in one word", "x" * (50 * 10**6), 1500),
    ],
)
def test_megabytes(run, row, what, text, peak):
    run.write("long.md", GOOD + "\n" + text)
    run.write("good.md", GOOD)
    ran = run(
        "lint", "long.md", "good.md", "-j", "1", "--select", "WRD001,MET,TOP", "--format", "json",
        seconds=600, memory=8192,
    )  # fmt: skip
    ran.check(peak=peak)
    ran.good_was_done()
    assert len(text) > MEBIBYTE * 0.9
    row(what, f"ends, below {peak} MiB, good file done", f"code {ran.code}", ran)
