"""The settings in editors/: their patterns are run on what the command really writes."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

EDITORS = Path(__file__).resolve().parents[1] / "editors"
VIM = shutil.which("vim")
DRAFT = """# Service Level Agreement

The Provider shall respond promptly. The Provider shall deliver within thirty (20) days.

The Provider shall restore the the service.
"""
PLACES = {"f": r"(?P<f>.+?)", "l": r"(?P<l>\d+)", "c": r"(?P<c>\d+)", "m": r"(?P<m>.+)"}


def command(*arguments, folder, text=None):
    done = subprocess.run(
        [sys.executable, "-m", "clausewright", *arguments],
        cwd=folder,
        input=text,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def wanted(told):
    """The findings of a run as (line, column, severity, code), in order."""
    return [
        (one["line"], one["column"], one["severity"], one["code"])
        for one in map(json.loads, told.splitlines())
        if "code" in one
    ]


@pytest.fixture
def folder(tmp_path):
    """A folder whose name and draft hold what patterns stumble over."""
    made = tmp_path / "a folder"
    made.mkdir()
    (made / "clausewright.toml").write_text(
        'profile = "external-sla"\nselect = ["WRD", "NUM", "TYP"]\n', "utf-8"
    )
    (made / "my draft.md").write_text(DRAFT, "utf-8")
    return made


@pytest.fixture
def expected(folder):
    lint = ("lint", "--format", "jsonl", "--fail-on", "never", "my draft.md")
    found = wanted(command(*lint, folder=folder))
    assert {severity for _, _, severity, _ in found} == {"error", "warning", "info"}
    return found


def errorformat(pattern):
    """One errorformat entry as a regular expression (the parts that ours use)."""
    out, at = "", 0
    while at < len(pattern):
        char = pattern[at]
        if char == "%" and pattern[at + 1] == "t":
            out += "(?P<t>.)"
            at += 2
        elif char == "%":
            out += PLACES[pattern[at + 1]]
            at += 2
        else:
            out += re.escape(char)
            at += 1
    return re.compile(out + "$")


def rx(entry):
    """One flycheck pattern as a regular expression (the parts that ours use)."""
    parts = {"line-start": "^", "line-end": "$", "line": PLACES["l"], "column": PLACES["c"],
             "(file-name)": PLACES["f"], "(message)": PLACES["m"]}  # fmt: skip
    tokens = re.findall(r'"[^"]*"|\([a-z-]+\)|[a-z-]+', entry)
    return re.compile(
        "".join(re.escape(t[1:-1]) if t.startswith('"') else parts[t] for t in tokens)
    )


def arguments_of(line):
    """The arguments of a command in a setting, without the program."""
    return [part for part in line.split() if part != "clausewright"]


def read_back(lines, patterns, severity_of):
    found = []
    for line in lines:
        for pattern in patterns:
            match = pattern.match(line)
            if match:
                severity = severity_of(patterns.index(pattern), match)
                code = match["m"].partition(" ")[0]
                assert match["f"] == "my draft.md"
                found.append((int(match["l"]), int(match["c"]), severity, code))
                break
        else:
            raise AssertionError(f"no pattern reads {line!r}")
    return found


LETTERS = {"e": "error", "w": "warning", "i": "info"}


def test_errorformat_of_vim(folder, expected):
    script = (EDITORS / "vim" / "clausewright.vim").read_text("utf-8")
    make = re.search(r"makeprg=(.+)", script)[1].replace("\\ ", " ")
    given = [part for part in arguments_of(make) if part != "%"]
    lines = command(*given, "my draft.md", folder=folder).splitlines()
    formats = re.search(r"errorformat=(.+)", script)[1].replace("\\ ", " ").split(",")
    patterns = [errorformat(one) for one in formats]
    assert read_back(lines, patterns, lambda _, match: LETTERS[match["t"]]) == expected


@pytest.mark.skipif(VIM is None, reason="needs vim")
def test_vim_itself_reads_the_findings(folder, expected, tmp_path):
    runtime = tmp_path / "runtime"
    (runtime / "compiler").mkdir(parents=True)
    shutil.copy(EDITORS / "vim" / "clausewright.vim", runtime / "compiler")
    lint = ("lint", "-q", "--format", "concise", "--fail-on", "never")
    (folder / "told.txt").write_text(command(*lint, "my draft.md", folder=folder), "utf-8")
    (folder / "list.vim").write_text(
        f"set runtimepath^={runtime}\ncompiler clausewright\ncgetfile told.txt\n"
        "call writefile([json_encode(map(getqflist(), "
        "'[v:val.lnum, v:val.col, v:val.type, v:val.text, bufname(v:val.bufnr), v:val.valid]'))],"
        " 'read.json')\nquitall!\n",
        "utf-8",
    )
    subprocess.run(
        [VIM, "-Nes", "-u", "NONE", "-S", "list.vim"], cwd=folder, check=True, timeout=60
    )
    read = json.loads((folder / "read.json").read_text("utf-8"))
    assert [(n, c, LETTERS[t], m.partition(" ")[0]) for n, c, t, m, _, _ in read] == expected
    assert {(name, valid) for *_, name, valid in read} == {("my draft.md", 1)}


def test_efm(folder, expected):
    settings = (EDITORS / "vim" / "efm.yaml").read_text("utf-8")
    line = re.search(r'lint-command: "(.+)"', settings)[1]
    given = arguments_of(line.replace("${INPUT}", "my\0draft.md"))
    given = [part.replace("\0", " ") for part in given]
    told = command(*given, folder=folder, text=DRAFT).splitlines()
    patterns = [errorformat(one) for one in re.findall(r'- "(%f.+)"', settings)]
    assert read_back(told, patterns, lambda _, match: LETTERS[match["t"]]) == expected


def test_flycheck(folder, expected):
    settings = (EDITORS / "emacs" / "clausewright.el").read_text("utf-8")
    stated = re.search(r":command \((.+?)\)\n", settings, re.DOTALL)[1]
    names = stated.replace("source-original", '"my draft.md"')
    given = re.findall(r'"([^"]+)"', names)
    assert given[0] == "clausewright"
    told = command(*given[1:], folder=folder, text=DRAFT).splitlines()
    block = re.search(r":error-patterns\s+\((.+?line-end\))\)", settings, re.DOTALL)[1]
    entries = re.findall(r"\((error|warning|info) (line-start .+ line-end)\)", block)
    patterns = [rx(entry) for _, entry in entries]
    assert read_back(told, patterns, lambda at, _: entries[at][0]) == expected


def test_settings_files_are_well_formed():
    tomllib.loads((EDITORS / "helix" / "languages.toml").read_text("utf-8"))
    for name in ("vscode/package.json", "sublime/LSP.sublime-settings"):
        json.loads((EDITORS / name).read_text("utf-8"))
    elisp = (EDITORS / "emacs" / "clausewright.el").read_text("utf-8")
    code = re.sub(r'"(?:[^"\\]|\\.)*"|;.*', "", elisp)
    assert code.count("(") == code.count(")")


STAND_IN = """
const Module = require("module");
const told = [];
class LanguageClient {
  constructor(id, name, server, client) { told.push({ id, name, server, client }); }
  start() { told.push("started"); return Promise.resolve(); }
  stop() { told.push("stopped"); return Promise.resolve(); }
}
const settings = { command: "/opt/clausewright" };
const modules = {
  vscode: { workspace: { getConfiguration: () => ({ get: (key) => settings[key] }) } },
  "vscode-languageclient/node": { LanguageClient },
};
const load = Module._load;
Module._load = (name, ...rest) => modules[name] || load(name, ...rest);
const extension = require(process.argv[2]);
Promise.resolve(extension.deactivate())
  .then(() => extension.activate())
  .then(() => extension.deactivate())
  .then(() => console.log(JSON.stringify(told)));
"""


@pytest.mark.skipif(shutil.which("node") is None, reason="needs node")
def test_the_extension_starts_and_stops_the_server(tmp_path):
    (tmp_path / "drive.js").write_text(STAND_IN, "utf-8")
    extension = EDITORS / "vscode" / "extension.js"
    done = subprocess.run(
        ["node", "drive.js", str(extension)],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    client, *what = json.loads(done.stdout)
    assert what == ["started", "stopped"]
    assert client["server"] == {"command": "/opt/clausewright", "args": ["server"]}
    languages = {one["language"] for one in client["client"]["documentSelector"]}
    package = json.loads((EDITORS / "vscode" / "package.json").read_text("utf-8"))
    assert {f"onLanguage:{language}" for language in languages} == set(package["activationEvents"])
    assert (EDITORS / "vscode" / package["main"]).samefile(extension)
