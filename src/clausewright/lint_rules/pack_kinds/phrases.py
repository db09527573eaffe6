"""``phrases``: words that shall not stand in a draft."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from clausewright.analysis.draft import Draft
from clausewright.analysis.scan import Hit, readings
from clausewright.lint_rules.pack_kinds.kind import Frame, Kind, excerpt
from clausewright.lint_rules.pack_kinds.looking import (
    Exceptions,
    check_phrases,
    told_hits,
)
from clausewright.lint_rules.rule import Finding


@dataclass(frozen=True)
class Phrases(Exceptions):
    """``phrases`` are told, but not inside one of ``apart_from``.

    Nor are they told in a sentence that holds one of ``unless``.
    """

    phrases: tuple[str, ...]

    def __post_init__(self) -> None:
        """Refuse phrases that cannot be looked for."""
        super().__post_init__()
        check_phrases(self.phrases)


def check(frame: Frame, draft: Draft, options: Phrases, hits: tuple[Hit, ...]) -> Iterator[Finding]:
    """Speak of each phrase in scope."""
    inside = frame.scope.of(draft)
    for hit in told_hits(draft, hits, readings(options.phrases), options):
        if inside(hit.span):
            found = excerpt(draft.document.text_of(hit.span))
            yield Finding(hit.span, frame.told(found=found))


KIND = Kind(
    given="list",
    options=Phrases,
    check=check,
    message='"{found}" is not house style',
    blanks=("found",),
    phrases=lambda options: (*options.phrases, *options.apart_from, *options.unless),
    scoped=True,
)
