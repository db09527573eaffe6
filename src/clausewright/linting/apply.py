"""Apply rules to one draft: what they say, less what directives hold back."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from clausewright.analysis.draft import Draft
from clausewright.lint_rules.rule import Aftermath, Rule
from clausewright.linting.check import ActiveRule, by_place, check
from clausewright.linting.guard import guarded
from clausewright.linting.locate import Said
from clausewright.linting.result import FileError
from clausewright.linting.suppression import Suppression
from clausewright.model.finding import Finding, Severity

SeverityOf = Callable[[Rule[Any], Finding], Severity]


@dataclass(slots=True)
class Applied:
    """What rules said of a draft, in order of place; which failed; and how long each took."""

    said: list[Said] = field(default_factory=list)
    errors: list[FileError] = field(default_factory=list)
    seconds: dict[str, float] = field(default_factory=dict)
    suppressed: int = 0


def apply_rules(
    draft: Draft,
    active: Sequence[ActiveRule],
    severity_of: SeverityOf,
    known: frozenset[str],
) -> Applied:
    """Let each rule speak, then those that judge what was said.

    ``known`` are the codes and names of all rules there are, running or not.
    """
    applied = Applied()
    suppression = Suppression(draft.document, draft.directives)
    found = [
        Said(one.rule, finding, severity_of(one.rule, finding))
        for one in active
        for finding in _guarded(one.rule, check(one, draft), applied)
    ]
    kept = suppression.kept(found)
    aftermath = Aftermath(
        known=known,
        spoke=frozenset(word for one in active for word in (one.rule.code, one.rule.name)),
        silenced=frozenset(suppression.silenced),
    )
    for one in active:
        if one.rule.review is not None:
            findings = _guarded(one.rule, one.rule.review(draft, one.options, aftermath), applied)
            late = [Said(one.rule, finding, severity_of(one.rule, finding)) for finding in findings]
            kept.extend(suppression.kept(late))
            found.extend(late)
    applied.said = sorted(kept, key=lambda said: (by_place(draft, said.finding), said.rule.code))
    applied.suppressed = len(found) - len(kept)
    return applied


def _guarded(rule: Rule[Any], findings: Iterator[Finding], applied: Applied) -> Iterable[Finding]:
    """Give the findings of a rule; one that fails is told as an error of ours."""
    started = time.perf_counter()
    answer = guarded(f"rule {rule.code} {rule.name}", lambda: list(findings))
    spent = time.perf_counter() - started
    applied.seconds[rule.code] = applied.seconds.get(rule.code, 0.0) + spent
    if isinstance(answer, FileError):
        applied.errors.append(answer)
        return ()
    return answer
