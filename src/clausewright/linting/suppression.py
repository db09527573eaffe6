"""Hold back the findings that directives in the draft ask to hold back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from clausewright.analysis.directives import Directive
from clausewright.analysis.span_index import SpanIndex
from clausewright.linting.locate import Said
from clausewright.model.document import Document
from clausewright.model.finding import Finding
from clausewright.model.span import Span


class Suppression:
    """The directives of one document at work; remembers which of them held something back."""

    def __init__(self, document: Document, directives: Iterable[Directive]) -> None:
        self._document = document
        by_rule: dict[str, list[Directive]] = {}
        self.silenced: set[tuple[int, str]] = set()
        for directive in directives:
            for rule in directive.rules:
                by_rule.setdefault(rule.lower(), []).append(directive)
        self._by_rule = {
            rule: _Asking(document, directives) for rule, directives in by_rule.items()
        }

    def kept(self, said: Iterable[Said]) -> list[Said]:
        """Give the findings that no directive holds back."""
        kept = []
        named: dict[str, list[Finding]] = {}
        for one in said:
            asked = [
                word
                for word in (one.rule.code.lower(), one.rule.name)
                if word in self._by_rule and self._by_rule[word].cover(one.finding)
            ]
            for word in asked:
                named.setdefault(word, []).append(one.finding)
            if not asked:
                kept.append(one)
        for word, findings in named.items():
            self.silenced |= {(index, word) for index in self._by_rule[word].at_work(findings)}
        return kept


class _Asking:
    """The directives that name one rule; findings and scopes are sought by place, not in turn."""

    def __init__(self, document: Document, directives: list[Directive]) -> None:
        self._whole = [one.index for one in directives if one.whole]
        self._scopes = [
            (one.index, one.scope, _in_source(document, one.scope))
            for one in directives
            if one.scope is not None
        ]
        self._in_text = SpanIndex(scope for _, scope, _ in self._scopes)
        self._in_source = SpanIndex(source for _, _, source in self._scopes)

    def cover(self, finding: Finding) -> bool:
        """Tell whether one of them holds a finding back."""
        if self._whole:
            return True
        if finding.source is not None:
            return self._in_source.meets(finding.source)
        return finding.span is not None and self._in_text.meets(_filled(finding.span))

    def at_work(self, findings: list[Finding]) -> Iterator[int]:
        """Give the indexes of those that hold back one of some findings."""
        yield from self._whole
        in_source = SpanIndex(one.source for one in findings if one.source is not None)
        in_text = SpanIndex(
            _filled(one.span) for one in findings if one.source is None and one.span is not None
        )
        for index, scope, source in self._scopes:
            if in_text.meets(scope) or in_source.meets(source):
                yield index


def _filled(span: Span) -> Span:
    """Give a span that holds a character: what is missing stands before the next one."""
    return span or Span(span.start, span.start + 1)


def _in_source(document: Document, scope: Span) -> Span:
    return Span(
        document.source_offset(scope.start),
        document.source_offset(scope.end, end=True),
    )
