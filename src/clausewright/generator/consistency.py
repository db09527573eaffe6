"""Checks across the picks: parties, dates, metrics and the clauses that state them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from clausewright.files.yaml import Yaml
from clausewright.generator.answers import Answers
from clausewright.generator.metric import ServiceLevel
from clausewright.generator.picks import Picks
from clausewright.generator.resolution import Resolution
from clausewright.generator.tiers import Tiers
from clausewright.generator.values import Count, Duration, Percent
from clausewright.model.errors import ClausewrightError, PicksError, suggestion


def consistency_faults(
    picks: Picks,
    yaml: Yaml,
    resolution: Resolution,
    levels: tuple[ServiceLevel, ...],
    answers: Answers,
) -> list[ClausewrightError]:
    """Give every fault that only shows when two parts of the picks are read together."""
    return [
        *_parties(picks, yaml, resolution),
        *_status(picks, yaml, resolution),
        *_dates(picks, yaml),
        *_metrics(picks, yaml, resolution, levels),
        *_tiers(picks, yaml, resolution, levels, answers),
        *_set_targets(picks, yaml, resolution, levels, answers),
    ]


def _parties(picks: Picks, yaml: Yaml, resolution: Resolution) -> Iterator[ClausewrightError]:
    roles = resolution.blueprint.roles
    for key in picks.parties:
        if key not in roles:
            told = f'{resolution.blueprint.id} has no party "{key}"{suggestion(key, roles)}'
            yield yaml.error(PicksError, told, "parties", key)
    for key, role in roles.items():
        if key not in picks.parties:
            yield yaml.error(PicksError, f'the party "{key}" is missing: {role.ask}', "parties")
    names: dict[str, str] = {}
    for key, party in picks.parties.items():
        called = party.role or (roles[key].name if key in roles else key)
        if called in names:
            told = (
                f'"{key}" and "{names[called]}" are both called "{called}": give one another role'
            )
            yield yaml.error(PicksError, told, "parties", key)
        names[called] = key


def _status(picks: Picks, yaml: Yaml, resolution: Resolution) -> Iterator[ClausewrightError]:
    allowed = resolution.blueprint.statuses
    if resolution.status not in allowed:
        told = f"{resolution.blueprint.id} cannot be {resolution.status}, only {', '.join(allowed)}"
        yield yaml.error(PicksError, told, "clauses")
    if picks.status is not None and picks.status != resolution.status:
        told = f'the status is "{picks.status}", but the picked clauses make it {resolution.status}'
        yield yaml.error(PicksError, told, "status")


def _dates(picks: Picks, yaml: Yaml) -> Iterator[ClausewrightError]:
    dates = picks.dates
    if dates.next_review is not None and dates.next_review.date <= dates.effective.date:
        told = f"the next review on {dates.next_review} is not after {dates.effective}"
        yield yaml.error(PicksError, told, "dates", "next_review")
    if dates.end is not None and dates.term is not None:
        days = (dates.end.date - dates.effective.date).days + 1
        if not _fits(dates.term, days):
            told = (
                f"a term of {dates.term} from {dates.effective} does not end on {dates.end} "
                f"({days} days later)"
            )
            yield yaml.error(PicksError, told, "dates", "end")


def _fits(term: Duration, days: int) -> bool:
    """Tell whether a term in calendar units can cover so many days (months have 28 to 31)."""
    spread = {"month": (Decimal(28), Decimal(31)), "year": (Decimal(365), Decimal(366))}
    low, high = spread.get(term.unit, (term.seconds / 86_400 / term.number,) * 2)
    if term.unit == "month" and term.number >= 12:
        low, high = Decimal("30.3"), Decimal("30.6")
    return term.number * low - 2 <= days <= term.number * high + 2


def _metrics(
    picks: Picks, yaml: Yaml, resolution: Resolution, levels: tuple[ServiceLevel, ...]
) -> Iterator[ClausewrightError]:
    stated = {metric for p in resolution.placed for metric in p.clause.front.metrics}
    picked = {level.kind.id for level in levels}
    for index, pick in enumerate(picks.metrics):
        if pick.metric in picked and pick.metric not in stated:
            told = f'no picked clause states the metric "{pick.metric}": pick levels.{pick.metric}'
            yield yaml.error(PicksError, told, "metrics", index)
    for placed in resolution.placed:
        for metric in placed.clause.front.metrics:
            if metric not in picked and metric not in {pick.metric for pick in picks.metrics}:
                key = picks.key_of(placed.clause.id)
                told = f'"{placed.clause.id}" states the metric "{metric}": add it under metrics'
                yield yaml.error(PicksError, told, "clauses", *([key] if key else []))


def _tiers(
    picks: Picks,
    yaml: Yaml,
    resolution: Resolution,
    levels: tuple[ServiceLevel, ...],
    answers: Answers,
) -> Iterator[ClausewrightError]:
    for placed in resolution.placed:
        for name, field in placed.clause.front.fields.items():
            value = answers.fields[placed.clause.id][name]
            if field.metric is None or not isinstance(value, Tiers):
                continue
            targets = [
                level.target.number
                for level in levels
                if level.kind.id == field.metric and isinstance(level.target, Percent)
            ]
            if targets and value.top.number != max(targets):
                key = picks.key_of(placed.clause.id)
                path: list[str | int] = [key, name, 0] if key else []
                told = (
                    f"tier gap: the first band begins below {value.top}, "
                    f"the target of {field.metric} is {Percent(max(targets))}"
                )
                yield yaml.error(PicksError, told, "clauses", *path)


def _set_targets(
    picks: Picks,
    yaml: Yaml,
    resolution: Resolution,
    levels: tuple[ServiceLevel, ...],
    answers: Answers,
) -> Iterator[ClausewrightError]:
    """Tell a metric whose targets do not come to the count that a clause sets for it."""
    for placed in resolution.placed:
        for name, field in placed.clause.front.fields.items():
            value = answers.fields[placed.clause.id][name]
            if field.metric is None or not isinstance(value, Count):
                continue
            targets = [level.target_number for level in levels if level.kind.id == field.metric]
            if targets and sum(targets) != value.number:
                index = next(i for i, one in enumerate(picks.metrics) if one.metric == field.metric)
                told = (
                    f"the target of {field.metric} is {Count(Decimal(sum(targets)))}; "
                    f'"{placed.clause.id}" computes {value}'
                )
                yield yaml.error(PicksError, told, "metrics", index, "target")
