"""What a kind of pack rule is, and what it is told of the rule it makes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from clausewright.analysis.draft import Draft
from clausewright.analysis.scan import Hit
from clausewright.lint_rules.pack_scope import Scope, Where
from clausewright.lint_rules.rule import Finding
from clausewright.model.finding import Applicability

Check = Callable[["Frame", Draft, Any, tuple[Hit, ...]], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class Frame:
    """What a pack says of a rule besides the words it looks for.

    ``message`` may hold the blanks of its kind in braces. ``scope`` is where the rule looks, and
    ``fix`` whether its mend may be applied.
    """

    message: str
    scope: Scope
    fix: Applicability

    def told(self, **blanks: object) -> str:
        """Give the message with its blanks filled; what fills one is never read again."""
        parts = self.message.split("{")
        filled = [parts[0]]
        for part in parts[1:]:
            name, brace, rest = part.partition("}")
            known = brace and name in blanks
            filled.append(f"{blanks[name]}{rest}" if known else f"{{{part}")
        return "".join(filled)


@dataclass(frozen=True)
class Kind:
    """A kind of rule.

    ``options`` builds the options from what the pack gives, and refuses with ValueError what they
    may not be; ``given`` tells how the pack gives it: "list", "pairs" (old: new), "lists" (new:
    several old) or "limit". ``blanks`` may stand in its messages; ``message`` is its own.
    ``scoped`` tells that the rule looks at words, so that a scope and exceptions make sense.
    """

    given: str
    options: Callable[..., Any]
    check: Check
    message: str
    blanks: tuple[str, ...]
    phrases: Callable[[Any], tuple[str, ...]] | None = None
    scoped: bool = False
    fixes: bool = False
    where: Where = Where.TEXT


def excerpt(words: str) -> str:
    """Give words on one line, for a message."""
    return " ".join(words.split())
