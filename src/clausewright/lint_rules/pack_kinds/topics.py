"""``topics``: topics that every agreement of the house addresses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from clausewright.analysis.draft import Draft
from clausewright.analysis.scan import Hit
from clausewright.lint_rules.pack_kinds.kind import Frame, Kind
from clausewright.lint_rules.rule import Finding
from clausewright.lint_rules.wanted_topics import title_of
from clausewright.model.errors import suggestion
from clausewright.model.topics import TOPICS


@dataclass(frozen=True)
class HouseTopics:
    """``topics`` are the ids of topics that must be there."""

    topics: tuple[str, ...]

    def __post_init__(self) -> None:
        """Refuse what is no topic."""
        for topic in self.topics:
            if topic not in TOPICS:
                raise ValueError(f'no topic is called "{topic}"{suggestion(topic, TOPICS)}')


def check(
    frame: Frame,
    draft: Draft,
    options: HouseTopics,
    hits: tuple[Hit, ...],  # noqa: ARG001
) -> Iterator[Finding]:
    """Speak once for each topic that is in no document of the agreement."""
    if not draft.leads:
        return
    present = {topic for one in (draft, *draft.companions) for topic in one.topics}
    for topic in options.topics:
        if topic not in present:
            yield Finding(None, frame.told(topic=title_of(topic)), topic=topic)


KIND = Kind(
    given="list",
    options=HouseTopics,
    check=check,
    message="topic not found: {topic}",
    blanks=("topic",),
)
