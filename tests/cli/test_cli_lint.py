import json
import os
import shutil
import struct
import subprocess
import sys

import pytest
from click.testing import CliRunner

from clausewright.cli import main
from clausewright.linting import configuration

GOOD = "The Supplier shall respond within 2 hours.\n"
BAD = "The fee is [amount] EUR.\n"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    configuration.load.cache_clear()
    configuration._nearest.cache_clear()
    monkeypatch.chdir(tmp_path)
    (tmp_path / "clausewright.toml").write_text('select = ["DRF001"]\nprofile = "external-sla"\n')
    (tmp_path / "good.md").write_text(GOOD)
    (tmp_path / "bad.md").write_text(BAD)
    return tmp_path


def run(*arguments, text=None):
    return CliRunner().invoke(main, list(arguments), input=text)


def test_exit_0_where_nothing_is_found(folder):
    done = run("lint", "good.md")
    assert done.exit_code == 0
    assert done.output == "no findings in 1 file\n"


def test_exit_1_where_something_is(folder):
    done = run("lint", "bad.md", "--format", "concise")
    assert done.exit_code == 1
    assert done.output.startswith("bad.md:1:12: error DRF001 ")
    assert done.output.endswith("1 finding (1 error) in 1 file\n")


@pytest.mark.parametrize(("level", "code"), [("error", 1), ("info", 1), ("never", 0)])
def test_fail_on(folder, level, code):
    assert run("lint", "bad.md", "--fail-on", level).exit_code == code


def test_fail_on_counts_from_its_level_up(folder):
    (folder / "clausewright.toml").write_text(
        'select = ["DRF001"]\nprofile = "external-sla"\n[severity]\nDRF001 = "warning"\n'
    )
    assert run("lint", "bad.md").exit_code == 0
    assert run("lint", "bad.md", "--fail-on", "warning").exit_code == 1


def test_what_is_no_agreement_never_fails(folder):
    assert run("lint", "bad.md", "--profile", "none", "--fail-on", "info").exit_code == 0


def test_a_folder_is_the_default_and_order_is_by_name(folder):
    done = run("lint", "--format", "json")
    assert [file["file"] for file in json.loads(done.output)["files"]] == ["bad.md", "good.md"]


def test_a_missing_file_is_told_and_the_others_are_linted(folder):
    done = run("lint", "nowhere.md", "bad.md", "--format", "json")
    assert done.exit_code == 2
    first, second = json.loads(done.output)["files"]
    assert first["errors"] == [
        {"kind": "missing", "message": "no such file or folder", "line": None}
    ]
    assert (first["words"], first["pages"], first["findings"]) == (None, None, [])
    assert len(second["findings"]) == 1


def test_json_has_the_keys_of_the_schema_in_order(folder):
    data = json.loads(run("lint", "bad.md", "--format", "json").output)
    assert list(data) == ["schema_version", "tool", "files"]
    (file,) = data["files"]
    assert list(file) == [
        "file", "profile", "set", "words", "pages", "attachment_pages", "pages_by", "findings",
        "errors",
    ]  # fmt: skip
    (finding,) = file["findings"]
    assert list(finding) == [
        "code", "name", "severity", "message", "help", "line", "column", "end_line", "end_column",
        "place", "section", "topic", "excerpt", "fingerprint", "fix",
    ]  # fmt: skip


def test_jsonl_ends_each_file_with_a_line_of_its_own(folder):
    lines = [json.loads(one) for one in run("lint", "--format", "jsonl").output.splitlines()]
    assert [line.get("code") for line in lines] == ["DRF001", None, None]
    assert lines[0]["file"] == "bad.md"
    assert lines[1]["words"] == 5
    assert lines[1]["errors"] == []


def test_standard_input(folder):
    done = run("lint", "-", "--format", "concise", text=BAD)
    assert done.exit_code == 1
    assert done.output.startswith("stdin.md:1:12:")
    done = run("lint", "-", "--stdin-filename", "sub/x.txt", "--format", "concise", text=BAD)
    assert done.output.startswith("sub/x.txt:1:12:")


def test_a_file_named_twice_is_linted_once(folder):
    done = run("lint", "bad.md", ".", "bad.md", "--format", "json")
    assert [file["file"] for file in json.loads(done.output)["files"]] == ["bad.md", "good.md"]


def test_settings_exclude_also_what_is_named(folder):
    (folder / "clausewright.toml").write_text('exclude = ["bad.md"]\n')
    assert run("lint", "--show-files", "bad.md", "good.md").output.split() == ["good.md"]


def test_show_files_and_exclude(folder):
    (folder / "README.md").write_text(BAD)
    (folder / "old").mkdir()
    (folder / "old" / "x.md").write_text(BAD)
    assert run("lint", "--show-files").output.split() == ["bad.md", "good.md", "old/x.md"]
    assert run("lint", "--show-files", "--exclude", "old/").output.split() == ["bad.md", "good.md"]
    assert run("lint", "--show-files", "README.md").output.split() == ["README.md"]


def test_include_of_the_configuration(folder):
    (folder / "clausewright.toml").write_text('include = ["g*.md"]\n')
    assert run("lint", "--show-files").output.split() == ["good.md"]
    assert run("lint", "--show-files", "bad.md").output.split() == ["bad.md"]


def test_show_settings_tells_values_and_origins(folder):
    done = run("lint", "--show-settings", "--fail-on", "never")
    assert 'profile = "external-sla"' in done.output
    assert "clausewright.toml:2)" in done.output
    assert 'fail-on = "never"  (--fail-on)' in done.output
    assert "max-pages = not set  (default)" in done.output
    auto = run("lint", "--show-settings", "--isolated").output
    assert 'profile = "auto"  (default)' in auto


def test_options_override_the_configuration(folder):
    assert run("lint", "bad.md", "--select", "SUP").exit_code == 0
    assert run("lint", "bad.md", "--ignore", "placeholder").exit_code == 0
    assert run("lint", "bad.md", "--ignore", "DRF").exit_code == 1  # DRF001 is the more exact


def test_config_and_isolated(folder):
    (folder / "other.toml").write_text('ignore = ["DRF001"]')
    assert run("lint", "bad.md", "--config", "other.toml", "--select", "SUP").exit_code == 0
    assert '"DRF001"' not in run("lint", "bad.md", "--isolated", "--show-settings").output
    done = run("lint", "bad.md", "--config", "other.toml", "--isolated")
    assert done.exit_code == 2
    assert "contradict" in done.output


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--select", "WRX"], 'no rule has the code or name "WRX"'),
        (["--profile", "olla"], 'did you mean "ola"?'),
        (["--format", "jsn"], 'did you mean "json"?'),
        (["-o", "report.xyz"], "names no format"),
        (["-o", "sariff=x"], 'did you mean "sarif"?'),
        (["--config", "absent.toml"], "no such file"),
        (["--baseline", "absent.json"], "no such baseline"),
        (["--max-pages", "0"], "--max-pages"),
        (["-j", "0"], "--jobs"),
        (["--nonsense"], "No such option"),
    ],
)
def test_wrong_use_is_told(folder, arguments, words):
    done = run("lint", "bad.md", *arguments)
    assert done.exit_code == 2
    assert words in done.output
    assert "Traceback" not in done.output


def test_a_wrong_configuration_is_told_with_its_line(folder):
    (folder / "clausewright.toml").write_text('fail-on = "error"\nselekt = []\n')
    done = run("lint", "bad.md")
    assert done.exit_code == 2
    assert "clausewright.toml:2: " in done.output
    assert 'did you mean "select"?' in done.output


def test_outputs_by_suffix_and_by_format(folder):
    done = run("lint", "bad.md", "-o", "r.sarif", "-o", "junit=r.out", "-o", "r.csv")
    assert done.exit_code == 1
    assert json.loads((folder / "r.sarif").read_text())["version"] == "2.1.0"
    assert (folder / "r.out").read_text().startswith("<?xml")
    assert (folder / "r.csv").read_text().startswith("file,line")
    assert done.output.splitlines() == [
        *(f"wrote {name}" for name in ("r.sarif", "r.out", "r.csv")),
        "1 finding (1 error) in 1 file",
    ]


def test_an_output_that_cannot_be_written_is_told(folder):
    done = run("lint", "bad.md", "-o", "nowhere/r.sarif")
    assert done.exit_code == 2
    assert "does not exist" in done.output


def test_an_output_that_cannot_be_written_keeps_no_other_back(folder):
    done = run("lint", "bad.md", "-o", "nowhere/r.sarif", "-o", "r.csv", "--format", "concise")
    assert done.exit_code == 2
    assert "nowhere" in done.output
    assert "bad.md:1:12: error DRF001" in done.output
    assert (folder / "r.csv").read_text().startswith("file,line")


def test_statistics_and_times(folder):
    done = run("lint", "bad.md", "--format", "concise", "--statistics", "--profile-rules")
    assert "     1  DRF001 placeholder" in done.output
    assert "ms  DRF001" in done.output


def test_quiet_leaves_the_summary_out(folder):
    assert run("lint", "good.md", "-q").output == ""


def test_a_folder_without_drafts_is_told(folder):
    (folder / "empty").mkdir()
    done = run("lint", "empty")
    assert done.exit_code == 0
    assert "no drafts found" in done.output


def test_a_folder_named_like_a_draft_is_walked(folder):
    (folder / "a.md").mkdir()
    (folder / "a.md" / "b.md").write_text(BAD)
    done = run("lint", "a.md", "--format", "concise")
    assert done.output.startswith("a.md/b.md:1:12:")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_named_pipe_is_refused_without_waiting_for_it(folder):
    os.mkfifo(folder / "pipe.md")
    done = run("lint", "pipe.md", "--format", "concise")
    assert done.exit_code == 2
    assert "is neither a file nor a folder" in done.output


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"%PDF-1.7 x", "a PDF"),
        (b"{\\rtf1 x}", "RTF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512, ".doc"),
        (b"<html><body>x</body></html>", "HTML"),
        (b"", "empty"),
        (b"PK\x03\x04 truncated", "zip"),
    ],
)
def test_a_word_file_that_is_none_is_told(folder, data, words):
    (folder / "x.docx").write_bytes(data)
    done = run("lint", "x.docx", "good.md", "--format", "concise")
    assert done.exit_code == 2
    assert done.output.startswith("x.docx: ")
    assert words.lower() in done.output.lower()
    assert "internal" not in done.output
    assert "Traceback" not in done.output


def test_a_file_without_reader_is_told(folder):
    (folder / "x.xyz").write_text("x")
    done = run("lint", "x.xyz", "--format", "concise")
    assert done.exit_code == 2
    assert "no reader for .xyz" in done.output


@pytest.mark.parametrize(
    ("arguments", "env", "colored"),
    [
        (["--color", "always"], {}, True),
        (["--color", "always"], {"NO_COLOR": "1"}, True),
        (["--color", "never"], {"FORCE_COLOR": "1"}, False),
        ([], {}, False),
        ([], {"FORCE_COLOR": "1"}, True),
        ([], {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ([], {"CLICOLOR_FORCE": "1"}, True),
    ],
)
def test_colours_by_convention(folder, monkeypatch, arguments, env, colored):
    for name in ("NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "CLICOLOR"):
        monkeypatch.delenv(name, raising=False)
    for name, value in env.items():
        monkeypatch.setenv(name, value)
    done = CliRunner().invoke(main, ["lint", "bad.md", *arguments], color=True)
    assert ("\x1b[" in done.output) is colored


HEAVY = (
    "spacy", "docx", "jinja2", "rich", "pydantic", "babel", "pygls", "numpy", "lxml", "yaml",
    "pyarrow", "fsspec", "clausewright.audit",
)  # fmt: skip


def imported(folder, heavy, *arguments):
    """Run a command in a folder, and give its exit code and which of the modules it imported."""
    code = (
        "import sys\nsys.argv = ['clausewright', *sys.argv[1:]]\n"
        "from clausewright.cli import main\n"
        "try:\n    main()\nexcept SystemExit as end:\n    code = end.code\n"
        f"print('heavy:', [name for name in {heavy} if name in sys.modules], 'code:', code)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        capture_output=True, text=True, cwd=folder, check=False,
        env={**os.environ, "CLAUSEWRIGHT_CACHE_DIR": str(folder / ".kept")},
    )  # fmt: skip
    assert done.stdout, done.stderr
    return done.stdout.splitlines()[-1]


@pytest.mark.parametrize("arguments", [["version"], ["lint", "sla.md", "--fail-on", "never"]])
def test_a_small_run_imports_nothing_heavy(tmp_path, arguments):
    words = "The Supplier shall answer each report of a fault within 2 hours of its receipt. "
    (tmp_path / "sla.md").write_text("# Service Level Agreement\n\n" + (words + "\n\n") * 33)
    assert imported(tmp_path, HEAVY, *arguments) == "heavy: [] code: 0"


@pytest.mark.parametrize("options", [[], ["--set"], ["--format", "concise", "--statistics"]])
def test_answers_that_are_kept_need_neither_rules_nor_readers(tmp_path, options):
    for name in ("a.md", "b.md"):
        (tmp_path / name).write_text("# A\n\n" + BAD)
    modules = ("clausewright.lint_rules", "clausewright.analysis", "clausewright.readers")
    arguments = ["lint", "--profile", "external-sla", *options]
    assert imported(tmp_path, modules, *arguments) == f"heavy: {list(modules)} code: 1"
    assert imported(tmp_path, modules, *arguments) == "heavy: [] code: 1"


def git(folder, *arguments):
    subprocess.run(
        ["git", "-c", "user.name=A", "-c", "user.email=a@example.com", *arguments],
        cwd=folder, check=True, capture_output=True,
    )  # fmt: skip


@pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
def test_diff_base_tells_only_what_is_new(folder):
    git(folder, "init", "-q")
    git(folder, "add", ".")
    git(folder, "commit", "-q", "-m", "one")
    assert run("lint", "--diff-base", "HEAD").exit_code == 0
    (folder / "bad.md").write_text("New words.\n\n" + BAD + "\nThe deposit is [amount] USD.\n")
    (folder / "sub").mkdir()
    (folder / "sub" / "new.md").write_text(BAD)
    done = run("lint", "--diff-base", "HEAD", "--format", "concise")
    assert done.exit_code == 1
    places = [line.partition(" ")[0] for line in done.output.splitlines()[:-1]]
    assert places == ["bad.md:5:16:", "sub/new.md:1:12:"]
    done = run("lint", "--diff-base", "nonsense")
    assert done.exit_code == 2
    assert 'no commit "nonsense"' in done.output
    assert run("lint", "--diff-base", "--output=x").exit_code == 2


def test_diff_base_needs_a_repository(folder, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(folder.parent))
    assert run("lint", "bad.md", "--diff-base", "HEAD").exit_code == 2


@pytest.mark.skipif(os.name == "nt", reason="needs a pseudo terminal")
def test_the_width_is_that_of_the_terminal_also_through_a_pipe(folder):
    import fcntl  # noqa: PLC0415  (not on Windows)
    import pty  # noqa: PLC0415
    import termios  # noqa: PLC0415

    (folder / "long.md").write_text("The fee is [amount] EUR. " + "It is due each month. " * 20)
    for columns in (60, 90):
        main_end, other_end = pty.openpty()
        fcntl.ioctl(other_end, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
        done = subprocess.run(
            [sys.executable, "-m", "clausewright", "lint", "long.md", "--select", "DRF001",
             "--isolated", "--profile", "contract"],
            stdout=subprocess.PIPE,
            stderr=other_end,
            cwd=folder,
            text=True,
            check=False,
        )  # fmt: skip
        os.close(other_end)
        os.close(main_end)
        shown, carets = done.stdout.splitlines()[1:3]
        assert columns - 4 <= len(shown) <= columns
        assert shown[carets.index("^") : carets.rindex("^") + 1] == "[amount]"


@pytest.mark.parametrize("arguments", [["bad.md", "-o", "bad.md"], ["-o", "markdown=bad.md"]])
def test_a_report_is_never_written_over_a_draft(folder, arguments):
    done = run("lint", *arguments)
    assert done.exit_code == 2
    assert done.output.startswith("error: bad.md: this is one of the drafts")
    assert (folder / "bad.md").read_text() == BAD


def test_a_report_is_not_written_over_a_draft_of_another_name(folder):
    (folder / "link.html").symlink_to("bad.md")
    (folder / "hard.html").hardlink_to(folder / "bad.md")
    for name in ("link.html", "hard.html"):
        assert run("lint", "bad.md", "-o", name).exit_code == 2
    assert (folder / "bad.md").read_text() == BAD


def test_a_draft_that_is_left_out_may_make_room(folder):
    (folder / "old.md").write_text("earlier report")
    assert run("lint", "--exclude", "old.md", "-o", "old.md").exit_code == 1
    assert "DRF001" in (folder / "old.md").read_text()


def test_two_outputs_need_two_places(folder):
    for outputs in (["-o", "r.out", "-o", "x/../r.out"], ["-o", "r.md", "-o", "json=r.md"]):
        done = run("lint", "bad.md", *(one.replace("r.out", "r.csv") for one in outputs))
        assert done.exit_code == 2
        assert "two outputs go to this place" in done.output
    assert not (folder / "r.md").exists()


@pytest.mark.parametrize("output", ["", "json="])
def test_an_output_without_a_name_is_told(folder, output):
    done = run("lint", "bad.md", "-o", output)
    assert (done.exit_code, done.output) == (2, f'error: --output: "{output}" names no file\n')


def test_a_walk_passes_by_the_report_of_an_earlier_run(folder):
    first = run("lint", "-o", "report.html")
    assert run("lint", "-o", "report.html").output == first.output
    assert run("lint", "-o", "report.html", "--show-files").output.split() == ["bad.md", "good.md"]


def test_a_page_that_is_no_report_of_ours_is_a_draft(folder):
    (folder / "terms.html").write_text(f"<p>{BAD}</p>")
    done = run("lint", "-o", "terms.html")
    assert done.exit_code == 2
    assert (folder / "terms.html").read_text() == f"<p>{BAD}</p>"


@pytest.mark.parametrize("command", ["lint", "fix", "inspect"])
def test_an_empty_path_is_not_the_whole_folder(folder, command):
    done = run(command, "")
    assert done.exit_code == 2
    assert "an empty path names no file" in done.output


def test_a_name_that_no_system_holds_does_not_stop_the_others(folder):
    done = run("lint", "a" * 300 + ".md", "bad.md", "--format", "json")
    assert done.exit_code == 2
    first, second = json.loads(done.output)["files"]
    assert first["errors"][0]["kind"] == "unreadable"
    assert len(second["findings"]) == 1
