"""Word, OpenDocument and PDF files made to explode, to lie or to reach out: one run holds them."""

import pytest
from hostile_packages import PACKAGES
from hostile_runs import Runner


@pytest.fixture(scope="module")
def ran(tmp_path_factory):
    return Runner(tmp_path_factory.mktemp("packages")).lint(PACKAGES)


@pytest.mark.parametrize("name", PACKAGES)
def test_a_hostile_package_is_named_or_read(ran, row, name):
    case = PACKAGES[name]
    row(case.what, case.expected, case.hold(ran, name))


def test_the_run_stays_within_bounds_and_does_the_good_file(ran, row):
    ran.check(code=2, peak=250)
    ran.good_was_done()
    row("all of them in one run", "code 2, good file done", f"code {ran.code}", ran)


def test_nothing_outside_the_package_was_read(ran):
    assert "root:" not in ran.told
