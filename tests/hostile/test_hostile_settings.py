"""Bad configuration, baselines and caches: told with the place, or passed over."""

import json
import subprocess
import sys

import pytest
from hostile_runs import GOOD

CONFIGURATIONS = {
    "nested 20,000 deep": (b"a = " + b"[" * 20_000, "nested too deep"),
    "a number of 6,000 digits": (b"max-pages = " + b"9" * 6_000, "a number too long"),
    "not UTF-8": (b"\xff\xfea", "is not UTF-8 text"),
    "cut off": (b'select = ["WRD', "is not valid TOML"),
    "an unknown key": (b"selekt = []", 'did you mean "select"?'),
    "a key given twice": (b'fail-on = "error"\nfail-on = "info"', "is not valid TOML"),
    "a wrong type": (b'select = "WRD"', "takes a list of texts"),
    "no number": (b"[length]\nmax-pages = nan", "takes a number above 0"),
    "a rule that is not there": (
        b"[rules.no-such-rule]\na = 1",
        'no rule is called "no-such-rule"',
    ),
    "a pack that is not there": (b'packs = ["nowhere.yaml"]', "nowhere.yaml"),
    "a baseline that is not there": (b'baseline = "nowhere.json"', "no such baseline"),
}


@pytest.mark.parametrize("what", CONFIGURATIONS)
def test_a_bad_configuration_is_told(run, row, what):
    data, told = CONFIGURATIONS[what]
    run.write("clausewright.toml", data)
    run.write("good.md", GOOD)
    ran = run("lint", "good.md")
    ran.check(code=2, peak=120)
    assert told in ran.err, ran.err
    row(f"configuration: {what}", f'told: "{told}"', ran.err.strip(), ran)


BASELINES = {
    "nested 100,000 deep": "[" * 100_000,
    "no JSON": "{",
    "a list": "[]",
    "of another version": '{"schema_version": 9, "files": {}}',
}


@pytest.mark.parametrize("what", BASELINES)
def test_a_bad_baseline_is_told(run, row, what):
    run.write("base.json", BASELINES[what])
    run.write("good.md", GOOD)
    ran = run("lint", "good.md", "--baseline", "base.json")
    ran.check(code=2, peak=120)
    assert "base.json: " in ran.err
    row(f"baseline: {what}", "told, code 2", ran.err.strip(), ran)


def linted(run, cache):
    ran = run("lint", ".", "--format", "json", environment={"CLAUSEWRIGHT_CACHE_DIR": str(cache)})
    ran.check(code=1, peak=120)
    return ran.out


def test_a_corrupt_cache_is_passed_over(run, row, tmp_path_factory):
    cache = tmp_path_factory.mktemp("cache")
    for name in ("a.md", "b.md"):
        run.write(name, GOOD)
    first = linted(run, cache)
    entries = [path for path in cache.rglob("*") if path.is_file()]
    assert entries
    for damage in (b"", b"{}", b"[" * 50_000, b'[1, "x"', b"\xff\xfe"):
        for entry in entries:
            entry.write_bytes(damage)
        assert linted(run, cache) == first
    for entry in entries:
        entry.unlink()
        entry.mkdir()
    assert linted(run, cache) == first
    row("a cache of damaged entries", "the same answer", "the same bytes, six kinds of damage")


def test_a_cache_that_is_a_file_is_passed_over(run, row, tmp_path_factory):
    cache = tmp_path_factory.mktemp("cache") / "file"
    cache.write_text("x")
    for name in ("a.md", "b.md"):
        run.write(name, GOOD)
    assert len(json.loads(linted(run, cache))["files"]) == 2
    row("a cache folder that is a file", "linted without", "linted without")


def test_four_runs_share_one_cache(run, row, tmp_path_factory):
    cache = tmp_path_factory.mktemp("cache")
    for number in range(12):
        run.write(f"d{number}.md", f"{GOOD}\nDraft {number}.\n")
    environment = {**run._environment(), "CLAUSEWRIGHT_CACHE_DIR": str(cache)}
    command = [sys.executable, "-m", "clausewright", "lint", ".", "--format", "json"]
    running = [
        subprocess.Popen(command, cwd=run.folder, env=environment, stdout=subprocess.PIPE)
        for _ in range(4)
    ]
    answers = {process.communicate()[0].decode() for process in running}
    assert answers == {linted(run, cache)}
    assert not [path for path in cache.rglob("*") if path.suffix == ".tmp"]
    row("four runs at once over one cache", "one answer, nothing left", "one answer, nothing left")
