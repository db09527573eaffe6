"""Texts that mislead, nest or never end: one run holds them, each is found out or read."""

import pytest
from hostile_runs import Runner
from hostile_texts import TEXTS


@pytest.fixture(scope="module")
def ran(tmp_path_factory):
    return Runner(tmp_path_factory.mktemp("texts")).lint(TEXTS)


@pytest.mark.parametrize("name", TEXTS)
def test_a_hostile_text_is_named_or_read(ran, row, name):
    case = TEXTS[name]
    row(case.what, case.expected, case.hold(ran, name))


def test_the_run_stays_within_bounds_and_does_the_good_file(ran, row):
    ran.check(code=2, peak=300)
    ran.good_was_done()
    row("all of them in one run", "code 2, good file done", f"code {ran.code}", ran)
