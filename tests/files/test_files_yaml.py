"""YAML reading: plain values, places, and everything that is refused."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausewright.files.yaml import MAX_BYTES, MAX_DEPTH, MAX_NODES, load_yaml
from clausewright.model.errors import ConfigurationError, PicksError


def read(text: str):
    return load_yaml(text, "picks.yaml").data


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("no", "no"),
        ("NO", "NO"),
        ("on", "on"),
        ("true", True),
        ("False", False),
        ("12:30", "12:30"),
        ("2026-01-31", "2026-01-31"),
        ("7", 7),
        ("-7", -7),
        ("0", 0),
        ("007", "007"),
        ("00.5", "00.5"),
        ("99.9", 99.9),
        (".5", 0.5),
        ("1e3", 1000.0),
        ("1e999", "1e999"),
        ("123456789012345678901", "123456789012345678901"),
        ("0x1F", "0x1F"),
        (".inf", ".inf"),
        ('"7"', "7"),
        ("~", None),
        ("", None),
        ('"~"', "~"),
        ("+49 30 1234", "+49 30 1234"),
    ],
)
def test_scalars_read_as_written(text, value):
    data = read(f"key: {text}\n")
    assert data == {"key": value}
    assert type(data["key"]) is type(value)


def test_places_name_lines_of_values_and_fall_back_to_the_nearest():
    yaml = load_yaml("a:\n  b:\n    - x: 1\n      y: 2\n", "picks.yaml", first_line=10)
    assert yaml.line() == 10
    assert yaml.line("a", "b", 0, "y") == 13
    assert yaml.line("a", "b", 0, "missing", "deeper") == 12
    assert yaml.line("unknown") == 10
    assert str(yaml.error(PicksError, "wrong", "a", "b")) == "picks.yaml:11: wrong"


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        ("a: &x 1\nb: *x", 1, "anchors"),
        ("b:\n - *x", 2, "anchors"),
        ("a: 1\nb: 2\na: 3", 3, "given twice; the first stands on line 1"),
        ("a: !!python/object/apply:os.system [x]", 1, "tags"),
        ("\n<<: {a: 1}", 2, "merge keys"),
        ("a: [1\n", 2, "not valid YAML"),
        ("a: b: c", 1, "not valid YAML"),
        ("a: 1\nb: \x07", 2, "U+0007"),
        ("a: 1\n---\nb: 2", 2, "second YAML document"),
        ("a:\n  b: {{ x }}", 2, "a key must be plain text"),
        ("- " * (MAX_DEPTH + 4) + "a", 1, "nested deeper"),
        ("a: [" + "1," * MAX_NODES + "]", 1, "more than 20,000"),
        ("a: " + "x" * MAX_BYTES, 1, "at most 262,144"),
    ],
)
def test_refused_with_file_and_line(text, line, told):
    with pytest.raises(ConfigurationError) as caught:
        read(text)
    assert told in caught.value.message
    assert (caught.value.where, caught.value.line) == ("picks.yaml", line)


def test_error_kind_is_the_callers():
    with pytest.raises(PicksError):
        load_yaml("a: *x", "picks.yaml", error=PicksError)


def test_alias_bomb_is_refused_at_once():
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]" for i in range(1, 12)]
    with pytest.raises(ConfigurationError, match="anchors"):
        read("\n".join(lines))


@given(st.text(max_size=80))
def test_any_text_reads_or_is_refused_clearly(text):
    line = None
    try:
        line = load_yaml(text, "picks.yaml").line()
    except ConfigurationError as error:
        line = error.line
    assert line is not None
    assert line >= 1


@given(st.floats(min_value=-1e6, max_value=1e6).map(lambda number: round(number, 3)))
def test_numbers_keep_their_value(number):
    assert math.isclose(float(read(f"key: {number}")["key"]), number)
