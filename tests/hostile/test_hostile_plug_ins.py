"""Packages that offer rules and clauses: read as data; their code is never run, nor may it harm."""

import pytest
from hostile_runs import FOUND_IN_GOOD, GOOD

MARKER = "the-plug-in-ran"
RAISING = f"open({MARKER!r}, 'w').close()\nraise ValueError('boo')\n"
PACK = """pack: acme
title: House rules
rules:
  ACM001:
    name: no-call
    severity: warning
    summary: A call leaves no record.
    why: Nobody can prove a call.
    phrases: [each call]
    help: name the ticket system
    examples:
      - bad: The Supplier shall answer «each call» in 4 hours.
      - good: The Supplier shall answer each ticket in 4 hours.
"""


def install(run, group, value):
    """Lay out a package whose code raises, as pip would have installed it."""
    run.write("site/acme/__init__.py", RAISING)
    run.write("site/acme-1.dist-info/METADATA", "Metadata-Version: 2.1\nName: acme\nVersion: 1\n")
    run.write("site/acme-1.dist-info/entry_points.txt", f"[{group}]\nacme = {value}\n")
    run.environment["PYTHONPATH"] = "site"


def linted(run, settings, code):
    run.write("clausewright.toml", settings)
    run.write("good.md", GOOD)
    ran = run("lint", "good.md", "--format", "json")
    ran.check(code=code, peak=200)
    assert not (run.folder / MARKER).exists()
    return ran


def test_a_plug_in_that_raises_is_data_alone(run, row):
    install(run, "clausewright.packs", "acme.packs")
    run.write("site/acme/packs/__init__.py", RAISING)
    run.write("site/acme/packs/acme.yaml", PACK)
    ran = linted(run, 'packs = ["acme"]\n', 1)
    ran.good_was_done()
    assert "ACM001" in {finding["code"] for finding in ran.files["good.md"]["findings"]}
    row("a plug-in whose code raises", "its rules are read, its code is not run", "read", ran)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (None, "acme"),
        ("{", "acme.yaml:"),
        ("pack: !!python/object/apply:os.system [id]\n", "tags (!) are not read"),
        (PACK.replace("phrases:", "phrasez:"), "acme.yaml:"),
    ],
    ids=["no folder", "no YAML", "code in a tag", "a rule of no kind"],
)
def test_a_plug_in_that_is_wrong_is_told(run, row, content, told):
    install(run, "clausewright.packs", "acme.packs")
    if content is not None:
        run.write("site/acme/packs/acme.yaml", content)
    ran = linted(run, 'packs = ["acme"]\n', 2)
    assert told in ran.err
    run.write("clausewright.toml", "")
    after = run("lint", "good.md", "--format", "json")
    found = [(f["code"], f["line"]) for f in after.files["good.md"]["findings"]]
    assert FOUND_IN_GOOD in found  # without it, all is as ever
    row("a plug-in that is wrong", f'"{told}", code 2', ran.err.strip().splitlines()[0], ran)


def test_clauses_of_a_plug_in_that_raises_are_data_alone(run, row, picks):
    install(run, "clausewright.clauses", "acme.library")
    run.write("site/acme/library/__init__.py", RAISING)
    run.write("site/acme/library/README", "no clause yet")
    run.write("clausewright.toml", '[library]\npackages = ["acme"]\n')
    run.write("picks.yaml", picks)
    ran = run("build", "picks.yaml", "-o", "built.md", "-q")
    assert not (run.folder / MARKER).exists()
    ran.check(code=0, peak=250)
    row("clauses of a plug-in whose code raises", "its code is not run", f"code {ran.code}", ran)


@pytest.mark.parametrize("name", ["../../../tmp/escaped", "/etc/passwd", "a.b/../../c", "a.b\\nc"])
def test_a_clause_id_that_leads_out_is_refused(run, row, name):
    run.write(
        "library/term/x.md",
        f"---\nid: '{name}'\ntitle: Term\ntopics: [term]\n---\n\nIt runs for a year.\n",
    )
    ran = run("clauses", "list", "--library", "library")
    ran.check(code=2, peak=200)
    assert "library/term/x.md:2: id: " in ran.err
    row(f"a clause called {name}", "refused with its line", ran.err.strip(), ran)
