import pytest

from clausewright.linting.toml_places import line_of

TEXT = """\
# select = 1
select = ["A"]
"quoted key" = 1
a.b = 2

[rules.WRD001]
words = [
  "x",
]
inline = { deep = 1 }
[[profiles]]
name = "x"
[[profiles]]
files = ["y"]
"""


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("select",), 2),
        (("quoted key",), 3),
        (("a", "b"), 4),
        (("rules", "WRD001"), 6),
        (("rules", "WRD001", "words"), 7),
        (("rules", "WRD001", "inline", "deep"), 10),
        (("profiles", 0), 11),
        (("profiles", 0, "name"), 12),
        (("profiles", 1, "files"), 14),
        (("absent",), None),
    ],
)
def test_line_of_a_key(path, line):
    assert line_of(TEXT, path) == line


def test_only_line_feeds_end_a_line():
    assert line_of("# a\u2028b\x0cc\r\nignore = []\r\n", ("ignore",)) == 2
