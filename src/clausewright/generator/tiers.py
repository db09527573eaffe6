"""Scales of service credits: bands that cover everything below a target, once each."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from clausewright.generator.values import Percent, percent_of

_KEYS = {"below", "at_least", "credit"}


class NestedValueError(ValueError):
    """A value inside a structured field is wrong; ``path`` leads to it from the field."""

    def __init__(self, message: str, *path: str | int) -> None:
        super().__init__(message)
        self.path = path


@dataclass(frozen=True, slots=True)
class Tier:
    """One band: below ``below``, down to and including ``at_least`` (None: all the way down)."""

    below: Percent
    at_least: Percent | None
    credit: Percent

    @property
    def band(self) -> str:
        """Give the band in words."""
        if self.at_least is None:
            return f"below {self.below}"
        return f"below {self.below} but at least {self.at_least}"


@dataclass(frozen=True, slots=True)
class Tiers:
    """A whole scale, from the smallest miss to the largest."""

    bands: tuple[Tier, ...]
    headers: tuple[str, str] = ("Level reached", "Service Credit")

    def __str__(self) -> str:
        """Give the scale on one line."""
        return "; ".join(f"{tier.band}: {tier.credit}" for tier in self.bands)

    @property
    def top(self) -> Percent:
        """The level under which the first credit falls due."""
        return self.bands[0].below

    @property
    def largest(self) -> Percent:
        """The credit of the last band."""
        return self.bands[-1].credit


def tiers_of(raw: object) -> Tiers:
    """Read a scale; refuse gaps, overlaps, a floor and credits that do not rise."""
    if not isinstance(raw, list) or not raw:
        raise ValueError("must be a list of bands, each with below, at_least and credit")
    bands = tuple(_band(item, index) for index, item in enumerate(raw))
    for index, (upper, lower) in enumerate(pairwise(bands), start=1):
        _check_neighbours(upper, lower, index)
    if bands[-1].at_least is not None:
        low = bands[-1].at_least
        raise NestedValueError(
            f"tier gap: nothing covers a level below {low}; leave at_least out of the last band",
            len(bands) - 1,
        )
    return Tiers(bands)


def _band(item: object, index: int) -> Tier:
    if not isinstance(item, dict):
        raise NestedValueError("must hold below, at_least and credit", index)
    for key in item:
        if key not in _KEYS:
            raise NestedValueError(
                f'unknown key "{key}": a band has below, at_least and credit', index, key
            )
    for key in ("below", "credit"):
        if item.get(key) is None:
            raise NestedValueError(f'"{key}" is missing in this band', index)
    values: dict[str, Percent] = {}
    for key, raw in item.items():
        if raw is not None:
            try:
                values[key] = percent_of(raw)
            except ValueError as error:
                raise NestedValueError(f"{key} {error}", index, key) from error
    tier = Tier(values["below"], values.get("at_least"), values["credit"])
    if tier.at_least is not None and tier.at_least.number >= tier.below.number:
        raise NestedValueError(
            f"at_least {tier.at_least} is not below {tier.below}", index, "at_least"
        )
    return tier


def _check_neighbours(upper: Tier, lower: Tier, index: int) -> None:
    if upper.at_least is None:
        raise NestedValueError(
            f"tier overlap: band {index} already covers all below {upper.below}", index
        )
    if lower.below.number < upper.at_least.number:
        raise NestedValueError(
            f"tier gap: no band covers from {lower.below} up to {upper.at_least}", index, "below"
        )
    if lower.below.number > upper.at_least.number:
        raise NestedValueError(
            f"tier overlap: two bands cover from {upper.at_least} up to {lower.below}",
            index,
            "below",
        )
    if lower.credit.number <= upper.credit.number:
        raise NestedValueError(
            f"the credit {lower.credit} of a larger miss must be above {upper.credit}",
            index,
            "credit",
        )
