import dataclasses

import pytest

from clausewright.lint_rules import RULES
from clausewright.lint_rules.page import toml_value
from clausewright.linting import configuration
from clausewright.linting.configuration import load, nearest
from clausewright.linting.settings import FailOn, FileIgnores, FileProfile, FileSet, Settings
from clausewright.model.errors import ConfigurationError
from clausewright.model.finding import Severity


@pytest.fixture(autouse=True)
def _forget_files():
    load.cache_clear()
    configuration._nearest.cache_clear()


def write(folder, text, name="clausewright.toml"):
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


def test_every_key_is_read(tmp_path):
    text = """\
profile = "ola"
select = ["DRF", "template-tag"]
extend-select = ["SUP"]
ignore = ["DRF005"]
fail-on = "warning"
include = ["contracts/"]
exclude = ["old/"]
baseline = "accepted.json"

[severity]
placeholder = "info"

[per-file-ignores]
"drafts/*.md" = ["DRF"]

[length]
max-pages = 4

[language]
pipeline = "en_core_web_sm"

[[profiles]]
files = ["ola/"]
name = "ola"

[[set]]
name = "deal"
files = ["msa.md", "sla.md"]
main = "msa.md"
"""
    found = load(write(tmp_path, text))
    assert found.settings == Settings(
        root=str(tmp_path),
        file=str(tmp_path / "clausewright.toml"),
        profile="ola",
        profile_source="configuration",
        select=("DRF", "template-tag"),
        extend_select=("SUP",),
        ignore=("DRF005",),
        fail_on=FailOn.WARNING,
        include=("contracts/",),
        exclude=("old/",),
        max_pages=4.0,
        baseline=str(tmp_path / "accepted.json"),
        pipeline="en_core_web_sm",
        severity=(("DRF001", Severity.INFO),),
        per_file_ignores=(FileIgnores("drafts/*.md", ("DRF",)),),
        profiles=(FileProfile(("ola/",), "ola"),),
        sets=(FileSet("deal", ("msa.md", "sla.md"), "msa.md"),),
    )
    assert found.origins["max_pages"].endswith("clausewright.toml:16")
    assert "pipeline" in found.origins


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("fail_on = 'error'\nselct = ['DRF']", 2, 'unknown key "selct"; did you mean "select"?'),
        ("[length]\n\nmax-pges = 3", 3, 'did you mean "max-pages"?'),
        ("[length]\nmax-pages = '3'", 2, "takes a number"),
        ("[length]\nmax-pages = 0", 2, "above 0"),
        ("[length]\nmax-pages = true", 2, "takes a number"),
        ("[length]\nmax-pages = nan", 2, "above 0"),
        ("length = 3", 1, "takes a table"),
        ("profile = 'olla'", 1, 'did you mean "ola"?'),
        ("fail-on = 'errors'", 1, 'did you mean "error"?'),
        ("select = 'DRF'", 1, "a list of texts"),
        ("select = ['DRF', 3]", 1, "a list of texts"),
        ("ignore = ['DRX']", 1, 'no rule has the code or name "DRX"'),
        ("[severity]\nplaceholdr = 'info'", 2, 'did you mean "placeholder"?'),
        ("[severity]\nplaceholder = 'fatal'", 2, "takes one of error, warning, info"),
        ("[rules.placeholdr]\nx = 1", 1, 'did you mean "placeholder"?'),
        ("[rules.DRF001]\nnonsense = 1", 2, 'unknown key "nonsense"'),
        ("[per-file-ignores]\n'a.md' = ['QQQ']", 2, 'no rule has the code or name "QQQ"'),
        (
            "[[profiles]]\nfiles = ['a']\nname = 'ola'\n[[profiles]]\nfiles = ['b']",
            4,
            'needs "name"',
        ),
        ("[[profiles]]\nfiles = ['a']\nnam = 'ola'", 3, 'did you mean "name"?'),
        ("[[profiles]]\nfiles = ['a']\nname = 'contrat'", 3, 'did you mean "contract"?'),
        ("profiles = 3", 1, "takes tables"),
        ("[[set]]\nname = 'x'", 1, 'needs "files"'),
    ],
)
def test_a_wrong_setting_is_told_with_its_line(tmp_path, text, line, words):
    file = write(tmp_path, text)
    with pytest.raises(ConfigurationError) as caught:
        load(file)
    assert words in str(caught.value)
    assert str(caught.value).startswith(f"{file}:{line}: ")


def test_what_is_no_toml_is_told(tmp_path):
    with pytest.raises(ConfigurationError, match="not valid TOML"):
        load(write(tmp_path, "profile = "))
    (tmp_path / "bad.toml").write_bytes(b"\xff")
    with pytest.raises(ConfigurationError, match="not UTF-8"):
        load(tmp_path / "bad.toml")
    with pytest.raises(ConfigurationError, match="no such file"):
        load(tmp_path / "absent.toml")


def test_the_nearest_file_holds(tmp_path):
    write(tmp_path, "fail-on = 'info'")
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    assert nearest(inner).settings.fail_on is FailOn.INFO
    write(tmp_path / "a", "[tool.clausewright]\nfail-on = 'never'", "pyproject.toml")
    configuration._nearest.cache_clear()
    assert nearest(inner).settings.fail_on is FailOn.NEVER
    assert nearest(tmp_path).settings.fail_on is FailOn.INFO


def test_a_pyproject_of_others_is_passed_by(tmp_path):
    write(tmp_path, "fail-on = 'info'")
    (tmp_path / "a").mkdir()
    write(tmp_path / "a", "[project]\nname = 'x'", "pyproject.toml")
    assert nearest(tmp_path / "a").settings.fail_on is FailOn.INFO


def test_a_wrong_key_in_pyproject_has_its_line(tmp_path):
    file = write(
        tmp_path, "[project]\nname = 'x'\n[tool.clausewright]\nselct = []", "pyproject.toml"
    )
    with pytest.raises(ConfigurationError) as caught:
        load(file)
    assert caught.value.line == 4


RULES_WITH_OPTIONS = [rule for rule in RULES if dataclasses.fields(rule.options)]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_options_of_every_rule_are_frozen_plain_values(rule):
    assert hash(rule.options) == hash(dataclasses.replace(rule.options))


@pytest.mark.parametrize("rule", RULES_WITH_OPTIONS, ids=lambda rule: rule.code)
def test_defaults_of_every_rule_can_be_written_in_toml(rule, tmp_path):
    values = {f.name: getattr(rule.options, f.name) for f in dataclasses.fields(rule.options)}
    lines = [f"{name} = {toml_value(v)}" for name, v in values.items() if v is not None]
    found = load(write(tmp_path, f"[rules.{rule.code}]\n" + "\n".join(lines)))
    assert dict(found.settings.options) == {rule.code: rule.options}
