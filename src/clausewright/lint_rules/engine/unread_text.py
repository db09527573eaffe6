"""Part of the file is not read.

What the linter did not read it did not check, and nothing it says holds for that part. This comes
from the file, not from the words: an HTML comment that is never closed hides all that follows, a
script or style element holds no text, a part of a Word file may be damaged.

Passed over in silence is what a person who reads the page would not see as text either: the targets
of links, text struck out, closed comments.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausewright.analysis.draft import Draft
from clausewright.lint_rules.rule import Bad, Finding, Good, Hit, NoOptions, Rule
from clausewright.model.finding import Severity
from clausewright.model.span import Span


def check(draft: Draft, options: NoOptions, hits: tuple[Hit, ...]) -> Iterator[Finding]:  # noqa: ARG001
    """Speak of each range of the source that holds text and was not read."""
    for unread in draft.document.unread:
        if unread.visible:
            yield Finding(None, f"not read: {unread.reason}", source=Span(unread.start, unread.end))


RULE = Rule(
    code="SUP003",
    name="unread-text",
    severity=Severity.INFO,
    check=check,
    doc=__doc__ or "",
    help="mend the file so that this part can be read, or check it by eye",
    options=NoOptions(),
    examples=(
        Bad(
            "The Supplier shall respond within 2 hours.\n\n"
            "«<!-- to be agreed\n\nThe Supplier shall restore the Service within 8 hours.»",
            instead="The Supplier shall respond within 2 hours.\n\n<!-- to be agreed -->\n\n"
            "The Supplier shall restore the Service within 8 hours.",
        ),
        Bad(
            "Targets:\n\n<style>\n«.target { color: red }\n\nUptime is 99.9% a month.»",
            instead="Targets:\n\n<style>\n.target { color: red }\n</style>\n\n"
            "Uptime is 99.9% a month.",
        ),
        Bad("<p>Uptime is 99.9% a month.</p>\n«<!-- draft»"),
        Good("Uptime is 99.9% a month. <!-- agreed on 3 May -->"),
        Good(
            "Uptime is 99.9% a month, see the [status page].\n\n[status page]: https://example.com"
        ),
        Good("Uptime is ~~99.5%~~ 99.9% a month."),
    ),
)
