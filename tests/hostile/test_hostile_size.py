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
    "promises": lambda size: "We pay the penalties outlined in this agreement.\n\n" * (size // 50),
    "drawn lines": lambda size: "Name: ________ Date: ____\n\n" * (size // 28),
    "definitions": lambda size: "".join(
        f"\u201cTerm {n}x\u201d means the thing of part {n}.\n\n" for n in range(size // 44)
    ),
    "brackets": lambda size: "[" * size,
    "filled brackets": lambda size: "[amount] " * (size // 9),
    "nested quotes": lambda size: "> " * (size // 2) + "a",
    "definitions in a list": lambda size: (
        "## Definitions\n\n" + numbered("- **Term {0}x**: the thing of part {0}.\n", size)
    ),
    "definitions under headings": lambda size: (
        "## Definitions\n\n" + numbered("### Term {0}x\n\nThe thing of part {0}.\n\n", size)
    ),
    "definitions in a table": lambda size: (
        "## Definitions\n\n| Term | Meaning |\n|---|---|\n"
        + numbered("| Term {0}x | The thing of part {0} |\n", size)
    ),
    "one term defined often": lambda size: (
        "\u201cCredit\u201d means a part of the fee.\n\n" * (size // 39)
    ),
    "definitions in a line": lambda size: "\u201cService Credit\u201d means a fee. " * (size // 31),
    "parties": lambda size: numbered("Tide {0} Ltd (\u201cParty {0}\u201d) and ", size),
    "acronyms": lambda size: numbered("The Able Baker Charlie (ABC{0}) runs.\n\n", size),
    "undefined terms": lambda size: numbered("The Supplier pays the Special Sum {0}x.\n\n", size),
    "metrics without a stop": lambda size: (
        "Availability is at least 99.9% in each month and response within 2 hours, " * (size // 74)
    ),
    "metrics": lambda size: numbered("Uptime of Portal{0} is at least 99.{0}% a month.\n\n", size),
    "classes": lambda size: (
        "| Priority | Meaning | Response |\n|---|---|---|\n"
        + numbered("| P{0} | all down | {0} hours |\n", size)
    ),
    "suppressions": lambda size: (
        "<!-- clausewright: ignore WRD001 -- x -->\n\nIt answers promptly.\n\n" * (size // 66)
    ),
    "suppressions begun": lambda size: (
        "<!-- clausewright: ignore-start WRD001 -- x -->\n\nIt answers promptly.\n\n" * (size // 72)
    ),
    "acts without an actor": lambda size: "Reports shall be sent each month. " * (size // 35),
    "shares announced": lambda size: "The shares are split as follows:\n\n" * (size // 35),
    "links": lambda size: "[the](http://a.example) " * (size // 24),
    "set in bold": lambda size: "**The Supplier** _shall_ `answer` " * (size // 34),
    "schedules": lambda size: numbered("# Schedule {0}\n\nSee Annex {0}.\n\n", size),
    "notes": lambda size: numbered("The fee[^{0}] is due.\n\n[^{0}]: See it.\n\n", size),
    "signatures": lambda size: "By: ______\nName:\nTitle:\n\n" * (size // 26),
}


def numbered(form, size):
    """Repeat a form with running numbers."""
    return "".join(form.format(n) for n in range(size // len(form.format(100))))


SIZES = (8_000, 32_000)
RATIO = 5
"""A quarter more than what is linear; quadratic would be sixteen."""


@pytest.mark.usefixtures("must_end")
@pytest.mark.parametrize("shape", SHAPES)
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
