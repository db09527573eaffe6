"""A rule that raises, one that never ends, a pack that is wrong, text that spaCy would not take."""

from hostile_runs import GOOD

RAISING = """
import sys
from dataclasses import replace
import clausewright.lint_rules as lint_rules

def broken(draft, options, hits):
    raise {fault}

RULES = tuple(
    replace(rule, check=broken) if rule.code == "LEN003" else rule for rule in lint_rules.RULES
)
lint_rules.RULES = RULES
sys.argv = ["clausewright", "lint", ".", "-j", "1", "--format", "json"]
from clausewright.cli import program
program()
"""


def test_a_rule_that_raises_stops_nothing_else(run, row):
    for fault in ("ValueError('boo\\x1b[31m')", "RecursionError()", "MemoryError()"):
        for name in ("bad.md", "good.md"):
            run.write(name, GOOD)
        ran = run.code(RAISING.format(fault=fault))
        ran.check(code=2, peak=200)
        for name in ("bad.md", "good.md"):
            (error,) = ran.files[name]["errors"]
            assert error["kind"] == "internal"
            assert error["message"].startswith("rule LEN003 over-long-sentence failed: ")
            found = [(f["code"], f["line"]) for f in ran.files[name]["findings"]]
            assert ("WRD001", 5) in found
        row(f"a rule raises {fault}", "named, all others speak", error["message"], ran)


PACKS = {
    "no YAML": ("{", "pack.yaml:"),
    "an alias bomb": ("a: &a [1]\nb: *a\n", "anchors"),
    "a pattern that cannot be read": (
        "pack: x\nrules:\n  - code: HSE001\n    name: x\n    kind: pattern\n    pattern: '('\n",
        "pack.yaml:",
    ),
    "code in a tag": ("pack: !!python/name:os.system x\n", "tags (!) are not read"),
}


def test_a_pack_that_is_wrong_is_told(run, row):
    run.write("good.md", GOOD)
    for what, (text, told) in PACKS.items():
        run.write("pack.yaml", text)
        run.write("clausewright.toml", 'packs = ["pack.yaml"]\n')
        ran = run("lint", "good.md")
        ran.check(code=2, peak=150)
        assert told in ran.err
        row(f"pack: {what}", "told with its line, code 2", ran.err.strip().splitlines()[0], ran)


def test_a_sentence_longer_than_spacy_takes(run, row):
    """Its own limit is a million characters."""
    words = "and the Supplier shall respond to faults as quickly as it reasonably can, "
    run.write("long.md", f"{GOOD}\nAvailability is 99.9% a month {words * 15_000}in each month.\n")
    run.write("good.md", GOOD)
    ran = run("lint", ".", "-j", "1", "--format", "json", "--select", "MET,WRD")
    ran.check(peak=700)
    ran.good_was_done()
    assert ran.files["long.md"]["errors"] == []
    row("a sentence of 1.1 MB", "read", f"code {ran.code}", ran)
