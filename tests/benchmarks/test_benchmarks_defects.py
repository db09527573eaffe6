"""Operators of the defect benchmark: each applies, says its place exactly, and repeats itself."""

import datetime
import random
import re
from dataclasses import replace

import pytest

from defect_drafts import Draft
from defect_judging import judge
from defect_operators import operators
from defect_seeding import Operator, Seeded

ERRORS = set(
    "TOP001 MET010 MET011 MET012 MET013 MET018 CRD001 CRD003 CRD008 NUM001 NUM002 NUM003 DAT001"
    " DAT002 REF001 DRF001 DRF003".split()
)

FULL = """\
# Service Level Agreement

## 1. Scope and term

1.1 The Supplier shall run the shop system for the Customer for two years. This agreement says at
which levels, and the Supplier and the Customer shall keep it under review.

## 2. Definitions

“**Downtime**” means each minute in which the shop system does not answer.

## 3. Service levels

3.1 The Supplier shall keep the availability of the shop system at 99.9% in each calendar month.

## 4. Support and incidents

4.1 The Supplier shall answer each incident of the Customer in these times:

| Class | Response time | Resolution time |
| --- | --- | --- |
| Priority 1 | 30 minutes | 4 hours |
| Priority 2 | 2 hours | 12 hours |

## 5. Service credits

5.1 If the Supplier misses the availability of a month, the Customer is due 5% of the monthly fee.

## 6. Reports

6.1 The Supplier shall report the availability of each month to the Customer within 5 days.

## 7. Responsibilities

7.1 The Customer shall name two people who know the shop system and who may approve of changes to
it, and shall give the Supplier the access to its stock system that the shop system needs. The
Customer shall also keep its own network in order, and shall tell the Supplier of each change of
it that bears on the shop system before the change is made, so that both can prepare for it.
"""

BARE = """\
# Platform promise

## What this is about

This page says how our platform is run. It goes with the general terms, which we keep elsewhere.

## Uptime

We will keep the platform running and we will watch it from three places in the world.

## Support

You can write to us by mail. We will answer you, and we will tell you how far we have come.

## Credits

We will talk about what is fair if the platform was down for long and you could not work.
"""

GOALS = """\
# Sales and marketing

## Lead targets

Marketing shall hand 40 leads to Sales in each month. Sales shall call each lead within a day.
"""


def draft(text: str) -> Draft:
    return Draft("sla.md", "external", tuple(text.rstrip("\n").split("\n")))


DRAFTS = (draft(FULL), draft(BARE), draft(GOALS))


def seeded_by(operator: Operator, phrasing: int) -> list[tuple[Draft, Seeded]]:
    chance = random.Random(1)  # noqa: S311 -- a benchmark draws lots, it keeps no secret
    seed = operator.phrasings[phrasing]
    tried = [(base, seed(base, chance)) for base in DRAFTS if operator.fits(base)]
    return [(base, seeded) for base, seeded in tried if seeded]


EACH = [
    pytest.param(operator, phrasing, id=f"{operator.name}-{phrasing + 1}")
    for operator in operators()
    for phrasing in range(len(operator.phrasings))
]


def test_operators_are_many_distinct_and_threefold() -> None:
    names = [operator.name for operator in operators()]
    assert len(names) >= 25
    assert len(set(names)) == len(names)
    assert all(len(operator.phrasings) == 3 for operator in operators())


def test_what_readers_did_not_find_is_not_taken_out() -> None:
    (operator,) = (one for one in operators() if one.name == "missing-remedies")
    assert operator.fits(draft(FULL))
    assert operator.fits(replace(draft(FULL), topics=frozenset({"remedies", "levels"})))
    assert not operator.fits(replace(draft(FULL), topics=frozenset({"levels"})))


@pytest.mark.parametrize("operator", operators(), ids=lambda one: one.name)
def test_error_is_asked_for_where_the_codes_are_errors(operator: Operator) -> None:
    required_topic = operator.name == "missing-remedies"
    assert operator.is_error == (set(operator.codes) <= ERRORS and not required_topic)


@pytest.mark.parametrize(("operator", "phrasing"), EACH)
def test_operator_applies_and_repeats_itself(operator: Operator, phrasing: int) -> None:
    made = seeded_by(operator, phrasing)
    assert made
    assert made == seeded_by(operator, phrasing)
    assert all(seeded.text != base.text for base, seeded in made)


@pytest.mark.parametrize(("operator", "phrasing"), EACH)
def test_places_hold_the_words_seeded_and_nothing_else_changes(
    operator: Operator, phrasing: int
) -> None:
    for base, seeded in seeded_by(operator, phrasing):
        if not seeded.places:
            assert set(seeded.text.split("\n")) < set(base.text.split("\n"))
            continue
        lines = seeded.text.split("\n")
        words = "\n".join("\n".join(lines[first - 1 : last]) for first, last in seeded.places)
        assert all(quote in words for quote in seeded.quotes)
        inside = {n for first, last in seeded.places for n in range(first, last + 1)}
        rest = [line for n, line in enumerate(lines, 1) if n not in inside and line]
        assert set(rest) <= set(base.text.split("\n"))


@pytest.mark.parametrize(("operator", "phrasing"), EACH)
def test_no_field_of_a_template_is_left(operator: Operator, phrasing: int) -> None:
    for base, seeded in seeded_by(operator, phrasing):
        if operator.name != "template-tag":
            assert "{" not in seeded.text.replace(base.text, "")


def test_weekdays_seeded_are_wrong() -> None:
    operator = next(one for one in operators() if one.name == "weekday-mismatch")
    for phrasing in range(3):
        for _, seeded in seeded_by(operator, phrasing):
            found = re.search(r"(\w+day),? (\d+|\w+) (\d+,|\w+) (\d{4})", seeded.quotes[0])
            assert found is not None
            day, month = sorted((found[2], found[3].rstrip(",")), key=str.isalpha)
            date = datetime.datetime.strptime(f"{day} {month} {found[4]} +0000", "%d %B %Y %z")
            assert f"{date:%A}" != found[1]


def test_a_clause_continues_the_numbers_of_its_section() -> None:
    operator = next(one for one in operators() if one.name == "vague-time")
    _, seeded = seeded_by(operator, 0)[0]
    assert seeded.quotes[0].startswith("4.2 The Supplier shall respond promptly")


def test_a_draft_in_the_first_person_is_answered_in_it() -> None:
    operator = next(one for one in operators() if one.name == "vague-time")
    _, seeded = seeded_by(operator, 0)[1]
    assert seeded.quotes[0].startswith("We will respond promptly")


def finding(code: str, line: int, **more: object) -> dict[str, object]:
    return {
        "code": code,
        "severity": "error",
        "message": "wrong",
        "line": line,
        "column": 1,
        "end_line": line,
        "end_column": 5,
        "topic": None,
        "fingerprint": f"{code}{line}",
    } | more


def verdict_on(after: list[dict[str, object]], base: list[dict[str, object]] | None = None):
    operator = Operator("one", ("MET012",), is_error=True, phrasings=(), fair=("NUM002",))
    return judge(operator, Seeded("", ((7, 8),), ("",)), base or [], after)


def test_a_new_finding_on_the_place_is_found() -> None:
    assert verdict_on([finding("MET012", 8)]).is_error
    assert not verdict_on([finding("MET012", 8, severity="info")]).is_error
    assert verdict_on([finding("MET012", 3, message="line 7 says another time")]).is_found


def test_a_finding_of_the_base_or_of_another_code_is_not() -> None:
    stood = finding("MET012", 8)
    assert not verdict_on([stood], [stood]).is_found
    assert not verdict_on([finding("MET013", 8)]).is_found


def test_new_findings_on_other_lines_stand_elsewhere() -> None:
    after = [finding("MET012", 9), finding("NUM002", 3), finding("LEN001", 1)]
    assert verdict_on(after).elsewhere_codes == ("MET012",)


def test_a_removal_is_judged_by_its_topic() -> None:
    operator = Operator("one", ("TOP001",), is_error=True, phrasings=(), topics=("levels",))
    gone = Seeded("", (), ("",))
    assert judge(operator, gone, [], [finding("TOP001", 1, topic="levels")]).is_error
    assert not judge(operator, gone, [], [finding("TOP001", 1, topic="term")]).is_found
