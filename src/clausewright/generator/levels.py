"""From metric picks to service levels, with the checks that hold between them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise

from clausewright.files.yaml import Yaml
from clausewright.generator.library import Library
from clausewright.generator.metric import MetricKind, ServiceLevel, TargetValue
from clausewright.generator.picks import ClassTarget, MetricPick, Picks
from clausewright.generator.values import Duration, count_of, duration_of, percent_of
from clausewright.model.errors import ClausewrightError, LibraryError, PicksError, suggestion

_READ: dict[str, Callable[[object], TargetValue]] = {
    "percent": percent_of,
    "duration": duration_of,
    "count": count_of,
}
# A time on the left never exceeds the time on the right for the same class.
_ORDERED_NAMES = (
    ("response time", "resolution time"),
    ("update interval", "resolution time"),
)


def service_levels(
    picks: Picks, yaml: Yaml, library: Library
) -> tuple[tuple[ServiceLevel, ...], list[ClausewrightError]]:
    """Build the service levels of picks; give them with all faults found."""
    builder = _Builder(picks, yaml, library)
    levels = tuple(builder.build())
    builder.check_orders(levels)
    return levels, builder.faults


class _Builder:
    """Reads metric picks, remembering where each level stands in the file."""

    def __init__(self, picks: Picks, yaml: Yaml, library: Library) -> None:
        self._picks = picks
        self._yaml = yaml
        self._library = library
        self.faults: list[ClausewrightError] = []
        self._paths: dict[int, tuple[str | int, ...]] = {}

    def _fault(self, message: str, *path: str | int) -> None:
        self.faults.append(self._yaml.error(PicksError, message, *path))

    def build(self) -> Iterator[ServiceLevel]:
        names = {service.name for service in self._picks.services}
        for index, pick in enumerate(self._picks.metrics):
            try:
                kind = self._library.metric(pick.metric)
            except LibraryError as error:
                if error.where is not None:
                    raise
                self._fault(error.message, "metrics", index, "metric")
                continue
            if pick.service is not None and pick.service not in names:
                told = f'no service is named "{pick.service}"{suggestion(pick.service, names)}'
                self._fault(told, "metrics", index, "service")
            yield from self._levels_of(kind, pick, index)

    def _levels_of(self, kind: MetricKind, pick: MetricPick, index: int) -> Iterator[ServiceLevel]:
        if not pick.targets:
            yield from self._level(kind, pick, pick.target, None, ("metrics", index, "target"))
            return
        classes = [severity.name for severity in self._picks.severities]
        for name in pick.targets:
            if name not in classes:
                told = f'no severity is named "{name}"{suggestion(name, classes)}'
                self._fault(told, "metrics", index, "targets", name)
        for name in classes:
            if name not in pick.targets:
                self._fault(f'{kind.label} has no target for "{name}"', "metrics", index, "targets")
                continue
            path = ("metrics", index, "targets", name)
            yield from self._level(kind, pick, pick.targets[name], name, path)

    def _level(
        self,
        kind: MetricKind,
        pick: MetricPick,
        raw: object,
        severity: str | None,
        path: tuple[str | int, ...],
    ) -> Iterator[ServiceLevel]:
        window = pick.window
        try:
            if isinstance(raw, dict):
                override = ClassTarget.model_validate(raw)
                raw, window = override.target, override.window or window
            target = _READ[kind.unit](raw)
        except ValueError as error:
            self._fault(f"the target of {kind.label} {_first_line(error)}", *path)
            return
        level = ServiceLevel(
            kind=kind,
            target=target,
            window=window,
            service=pick.service,
            severity=severity,
            share=pick.share,
            method=pick.method,
            exclusions=pick.exclusions,
            baseline=pick.baseline,
            reporting=pick.reporting,
            consequence=pick.consequence,
            owner=pick.owner,
        )
        self._paths[id(level)] = path
        yield level

    def check_orders(self, levels: tuple[ServiceLevel, ...]) -> None:
        """Refuse response above resolution, and a worse class with a longer time."""
        for level in levels:
            if not isinstance(level.target, Duration):
                continue
            for shorter, longer in _ORDERED_NAMES:
                if level.kind.name == shorter:
                    self._check_pair(level, longer, levels)
        for name in {level.kind.id for level in levels}:
            self._check_classes([each for each in levels if each.kind.id == name and each.severity])
        self._check_twice(levels)

    def _check_pair(
        self, level: ServiceLevel, longer: str, levels: tuple[ServiceLevel, ...]
    ) -> None:
        for other in levels:
            same = (other.severity, other.service) == (level.severity, level.service)
            if other.kind.name != longer or not same or not isinstance(other.target, Duration):
                continue
            if isinstance(level.target, Duration) and level.target.seconds > other.target.seconds:
                of = f" of {level.severity}" if level.severity else ""
                told = (
                    f"{level.label}{of} is {level.target}, longer than "
                    f"{other.label} with {other.target}"
                )
                self._fault(told, *self._paths[id(level)])

    def _check_classes(self, levels: list[ServiceLevel]) -> None:
        for worse, milder in pairwise(levels):
            one, two = worse.target, milder.target
            if worse.service != milder.service:
                continue
            if (
                isinstance(one, Duration)
                and isinstance(two, Duration)
                and one.seconds > two.seconds
            ):
                told = (
                    f"{worse.label} allows {one} for {worse.severity}, more than the {two} for "
                    f"the milder {milder.severity}"
                )
                self._fault(told, *self._paths[id(worse)])

    def _check_twice(self, levels: tuple[ServiceLevel, ...]) -> None:
        seen: set[tuple[str, str | None, str | None]] = set()
        for level in levels:
            key = (level.kind.id, level.service, level.severity)
            if key in seen:
                told = f"{level.label} is picked twice for the same service: one value per metric"
                self._fault(told, *self._paths[id(level)])
            seen.add(key)


def _first_line(error: ValueError) -> str:
    return str(error).split("\n", 1)[0]
