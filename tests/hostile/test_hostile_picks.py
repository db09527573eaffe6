"""Picks that trap a YAML reader, name files or hold markup: told with their line, or plain text.

Faults of their meaning, clause ids that lead out and loops are in ``tests/generator``.
"""

from itertools import pairwise

import pytest

TRAPS = {
    "a bomb of aliases": (
        "a: &a [x,x,x,x,x,x,x,x,x]\n"
        + "".join(f"{b}: &{b} [{','.join([f'*{a}'] * 9)}]\n" for a, b in pairwise("abcdefghi")),
        "anchors",
    ),
    "a merge key": ("blueprint: hosting-sla\n<<: {a: 1}\n", "merge keys"),
    "a key twice": ("blueprint: a\nblueprint: b\n", "given twice"),
    "a tag": ("blueprint: !!python/object/apply:os.system [id]\n", "tags (!) are not read"),
    "lists 20,000 deep": ("a: " + "[" * 20_000 + "\n", "nested deeper"),
    "maps 5,000 deep": ("".join(" " * n + "a:\n" for n in range(600)), "nested deeper"),
    "30,000 values": ("a: [" + "1," * 30_000 + "]\n", "more than 20,000 values"),
    "two documents": ("a: 1\n---\nb: 2\n", "a second YAML document"),
    "a key that is a list": ("? [a]\n: 1\n", "a key must be plain text"),
    "a control character": ("a: \x07\n", "U+0007"),
    "no text": ("\x00\x01", "U+0000"),
    "a list": ("- a\n", ""),
    "nothing": ("", ""),
    "a blueprint that leads out": ("blueprint: ../../../../etc/passwd\n", "is missing"),
    "a level that is not there": ("extends: /etc/shadow.yaml\nblueprint: hosting-sla\n", "extends"),
    "a clause that leads out": (
        "blueprint: hosting-sla\nclauses:\n  ../../etc/passwd:\n", "../../etc/passwd",
    ),
    "types for text": ("blueprint: 12:30\nparties: NO\nclauses: 0x1F\n", ""),
}  # fmt: skip


@pytest.fixture(scope="module")
def ran(tmp_path_factory, picks):
    from hostile_runs import Runner  # noqa: PLC0415

    run = Runner(tmp_path_factory.mktemp("picks"))
    names = {}
    for number, (what, (text, _)) in enumerate(TRAPS.items()):
        names[what] = f"trap{number:02}.yaml"
        run.write(names[what], text)
    run.write("good.yaml", picks)
    done = run("build", *names.values(), "good.yaml", "--check")
    return done, names


@pytest.mark.parametrize("what", TRAPS)
def test_a_trap_is_told_with_its_file(ran, row, what):
    done, names = ran
    lines = [line for line in done.err.splitlines() if names[what] in line]
    assert lines, done.err
    assert TRAPS[what][1] in "\n".join(lines)
    assert "internal" not in lines[0]
    row(f"picks: {what}", f'told: "{TRAPS[what][1]}"', lines[0])


def test_the_good_picks_among_them_are_checked(ran, row):
    done, _ = ran
    done.check(code=2, peak=300)
    assert "good.yaml:" in done.out
    row("all picks in one call", "code 2, good picks checked", f"code {done.code}", done)


VALUES = {
    "markup of Word": "A</w:t></w:r></w:p><w:p> & <B>",
    "markup of HTML": "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "markup of Markdown": "[x](http://a.example) **b** `c` | d <!-- clausewright: ignore-file -->",
    "braces": "{{ 7*7 }} {% for a in b %} {_{ x }_} ${y} %(z)s",
}


@pytest.mark.parametrize("what", VALUES)
def test_a_value_is_plain_text_in_every_format(run, row, what, picks):
    value = VALUES[what]
    assert picks.count("name: Tidewater Books Ltd") == 1
    run.write("picks.yaml", picks.replace("name: Tidewater Books Ltd", f"name: '{value}'"))
    built = ["-o", "a.docx", "-o", "a.md", "-o", "a.html"]
    ran = run("build", "picks.yaml", *built, "-q")
    ran.check(code=0, peak=300)
    code = (
        "import sys\nfrom pathlib import Path\nfrom clausewright import readers\n"
        "for name in ('a.docx', 'a.md', 'a.html'):\n"
        "    text = readers.read(name, Path(name).read_bytes()).text\n"
        "    print(name, text.count(sys.argv[1]))\n"
    )
    counted = run.code(code, value)
    counts = [int(line.split()[1]) for line in counted.out.splitlines()]
    assert len(counts) == 3, counted.told
    assert min(counts) >= 2
    assert "<script>" not in (run.folder / "a.html").read_text("utf-8")
    row(f"value: {what}", "plain text in each format", f"stands {counts} times", ran)


def test_rows_name_no_file_outside(run, row, picks):
    run.write("picks.yaml", picks)
    run.write("rows.csv", "number\n../../outside\n/etc/outside\nok\n")
    (run.folder / "out").mkdir()
    ran = run("build", "picks.yaml", "--data", "rows.csv", "-o", "out/{number}.md", "-q")
    ran.check(peak=300)
    assert not (run.folder.parent / "outside.md").exists()
    assert all(path.parent.name == "out" for path in run.folder.rglob("*.md"))
    row(
        "rows whose values lead out of the folder",
        "written inside or refused",
        ran.err.strip(),
        ran,
    )
