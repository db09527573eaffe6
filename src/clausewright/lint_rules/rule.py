"""The shape of a rule: a value that carries its page, its options, its check and its examples."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import Any, Generic, TypeVar

from clausewright.analysis.draft import Draft
from clausewright.analysis.scan import Hit
from clausewright.model.finding import Finding, Severity
from clausewright.model.topics import PROFILES, SLA_PROFILES
from clausewright.pattern import regex

__all__ = [
    "PROFILES",
    "SLA_PROFILES",
    "Aftermath",
    "Bad",
    "Finding",
    "Good",
    "Hit",
    "NoOptions",
    "Rule",
]

OptionsT = TypeVar("OptionsT")
_MARK = regex("«(.*?)»", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Aftermath:
    """What the rules said of a draft, for a rule that judges suppression.

    ``known`` holds the codes and names of all rules there are, ``spoke`` of those that ran;
    ``silenced`` the pairs of directive index and rule (as the directive writes it) that held back
    at least one finding.
    """

    known: frozenset[str]
    spoke: frozenset[str]
    silenced: frozenset[tuple[int, str]]


@dataclass(frozen=True)
class NoOptions:
    """A rule without options."""


@dataclass(frozen=True, kw_only=True)
class _Example:
    profile: str = "external-sla"
    format: str = "markdown"
    note: str | None = None


@dataclass(frozen=True)
class Good(_Example):
    """Text the rule must not speak of; ``note`` says why it is good."""

    text: str


@dataclass(frozen=True)
class Bad(_Example):
    """Text the rule must speak of, exactly at each «mark».

    ``whole`` expects one finding about the whole document. ``instead`` is what to write; it must
    pass the rule.
    """

    marked: str
    instead: str | None = None
    whole: bool = False

    @property
    def text(self) -> str:
        """The text without its marks."""
        return _MARK.sub(r"\1", self.marked)

    @property
    def spans(self) -> list[tuple[int, int]]:
        """Where the rule must speak: offsets in ``text``."""
        return [
            (m.start() - 2 * i, m.end() - 2 * i - 2)
            for i, m in enumerate(_MARK.finditer(self.marked))
        ]


@dataclass(frozen=True)
class Rule(Generic[OptionsT]):
    """A rule.

    ``doc`` is the docstring of its module: the page. ``phrases`` are what the one scan looks for:
    a tuple, or a function of the options; ``check`` gets their hits, in order. A rule with phrases
    is called only where one was found, unless ``always``. ``language`` tells that ``check`` uses
    ``draft.language``. ``profiles`` are those it speaks under; ``severities`` override ``severity``
    for a profile. ``help`` is what to do, told with each finding that has no help of its own.
    ``review``, where there is one, is called after the checks of all rules, with their aftermath.
    ``origin`` is the title of the pack it comes from, empty for a rule of the product.
    """

    code: str
    name: str
    severity: Severity
    check: Callable[[Draft, OptionsT, tuple[Hit, ...]], Iterator[Finding]]
    examples: tuple[Bad | Good, ...]
    doc: str
    help: str
    options: OptionsT
    phrases: tuple[str, ...] | Callable[[OptionsT], tuple[str, ...]] = ()
    always: bool = False
    language: bool = False
    profiles: tuple[str, ...] = PROFILES
    severities: Mapping[str, Severity] = field(default_factory=lambda: MappingProxyType({}))
    references: tuple[str, ...] = ()
    preview: bool = False
    review: Callable[[Draft, OptionsT, Aftermath], Iterator[Finding]] | None = None
    origin: str = ""

    def phrases_for(self, options: Any) -> tuple[str, ...]:  # noqa: ANN401
        """Give the phrases to look for under the given options."""
        return self.phrases(options) if callable(self.phrases) else self.phrases

    def severity_under(self, profile: str) -> Severity:
        """Give the severity under a profile."""
        return self.severities.get(profile, self.severity)

    @cached_property
    def summary(self) -> str:
        """The first line of the page."""
        return self.doc.strip().partition("\n")[0]
