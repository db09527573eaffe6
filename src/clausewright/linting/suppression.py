"""Hold back the findings that directives in the draft ask to hold back."""

from __future__ import annotations

from collections.abc import Iterable

from clausewright.analysis.directives import Directive
from clausewright.linting.locate import Said
from clausewright.model.document import Document
from clausewright.model.finding import Finding
from clausewright.model.span import Span


class Suppression:
    """The directives of one document at work; remembers which of them held something back."""

    def __init__(self, document: Document, directives: Iterable[Directive]) -> None:
        self._document = document
        self._by_rule: dict[str, list[Directive]] = {}
        self.silenced: set[tuple[int, str]] = set()
        for directive in directives:
            if directive.whole or directive.scope is not None:
                for rule in directive.rules:
                    self._by_rule.setdefault(rule.lower(), []).append(directive)

    def kept(self, said: Iterable[Said]) -> list[Said]:
        """Give the findings that no directive holds back."""
        return [one for one in said if not self._is_held_back(one)]

    def _is_held_back(self, said: Said) -> bool:
        held = False
        for written in (said.rule.code.lower(), said.rule.name):
            for directive in self._by_rule.get(written, ()):
                if self._covers(directive, said.finding):
                    self.silenced.add((directive.index, written))
                    held = True
        return held

    def _covers(self, directive: Directive, finding: Finding) -> bool:
        scope = directive.scope
        if directive.whole or scope is None:
            return directive.whole
        if finding.source is not None:
            return self._in_source(scope).overlaps(finding.source)
        return finding.span is not None and (
            scope.overlaps(finding.span) or finding.span.start in scope
        )

    def _in_source(self, scope: Span) -> Span:
        return Span(
            self._document.source_offset(scope.start),
            self._document.source_offset(scope.end, end=True),
        )
