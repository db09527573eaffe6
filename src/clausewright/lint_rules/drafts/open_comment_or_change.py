"""A remark that waits for an answer, or a tracked change that nobody decided.

The text is not agreed yet: whoever accepts or rejects a change, or answers a comment, makes another
agreement of it. Signed or sent as it is, the other side reads the margin too.

Counted are the comments of a Word draft that are not resolved, its tracked insertions, deletions
and moves, and in Markdown those HTML comments that ask for work ("TODO", "to be agreed", a
question). Directives to the linter are no remarks. One finding speaks for all comments and one for
all changes, each at the first; comments left by an earlier review of this linter are one hint.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from clausewright.analysis.directives import directive_in
from clausewright.analysis.draft import Draft
from clausewright.lint_rules.rule import Bad, Finding, Good, Hit, NoOptions, Rule
from clausewright.model.document import Comment, CommentKind, Document, Revision
from clausewright.model.finding import LocatedFinding, Severity
from clausewright.model.span import Span
from clausewright.pattern import regex
from clausewright.word.names import AUTHOR

_ASKS = regex(
    r"\b(?:todo|fixme|tbd|tbc|xxx)\b|\?\s*$|\?\s|"
    r"\bto be (?:agreed|confirmed|decided|discussed|checked)\b",
    re.IGNORECASE,
)
_OF_OURS = "of an earlier Clausewright review in the document"
_NAMED = 3  # authors that a message names
_QUOTED = 60  # code points of a comment that a message quotes


def check(draft: Draft, options: NoOptions, hits: tuple[Hit, ...]) -> Iterator[Finding]:  # noqa: ARG001
    """Speak once of the comments, once of the changes, once of our own comments."""
    document = draft.document
    remarks = [comment for comment in document.comments if directive_in(comment) is None]
    ours = [comment for comment in remarks if comment.author == AUTHOR]
    yield from _comments([comment for comment in remarks if _is_open(comment)])
    yield from _changes(document, document.revisions)
    if ours:
        many = "1 comment" if len(ours) == 1 else f"{len(ours)} comments"
        yield Finding(
            ours[0].span,
            f"{many} {_OF_OURS}",
            help="take them off with clausewright lint --strip before the draft goes out",
            severity=Severity.INFO,
            source=None if ours[0].span else ours[0].source,
        )


def speaks_of_our_comments(finding: LocatedFinding) -> bool:
    """Tell whether a finding only counts the comments of an earlier review."""
    return finding.code == RULE.code and finding.message.endswith(_OF_OURS)


def _is_open(comment: Comment) -> bool:
    if comment.kind is CommentKind.HTML:
        return _ASKS.search(comment.text) is not None
    return comment.author != AUTHOR and not comment.resolved


def _comments(open_: Sequence[Comment]) -> Iterator[Finding]:
    if not open_:
        return
    first = open_[0]
    words = " ".join(first.text.split())
    quoted = words if len(words) <= _QUOTED else f"{words[:_QUOTED]}…"
    if len(open_) == 1:
        message = f'a comment{_by([first.author])} is open: "{quoted}"'
    else:
        authors = _by([comment.author for comment in open_])
        message = f'{len(open_)} comments{authors} are open, the first: "{quoted}"'
    yield Finding(
        first.span,
        message,
        help="answer each comment, then delete or resolve it",
        source=None if first.span else first.source,
    )


def _changes(document: Document, revisions: Sequence[Revision]) -> Iterator[Finding]:
    if not revisions:
        return
    counts: dict[str, int] = {}
    for revision in revisions:
        counts[revision.kind] = counts.get(revision.kind, 0) + 1
    parts = (f"{count} {kind}{'s' if count > 1 else ''}" for kind, count in counts.items())
    total = "1 tracked change" if len(revisions) == 1 else f"{len(revisions)} tracked changes"
    verb = "is" if len(revisions) == 1 else "are"
    by = _by([revision.author for revision in revisions])
    yield Finding(
        _span_of(document, revisions[0]),
        f"{total}{by} {verb} not decided: {', '.join(parts)}",
        help="accept or reject each change",
    )


def _span_of(document: Document, revision: Revision) -> Span | None:
    """Give the words that a change added, or the paragraph it stands in."""
    if revision.block is None:
        return None
    block = document.blocks[revision.block].span
    words = revision.text.strip()
    at = document.text.find(words, block.start, block.end) if words else -1
    if revision.kind == "deletion" or at < 0:
        return block
    return Span(at, at + len(words))


def _by(authors: Sequence[str | None]) -> str:
    """Name the authors, in order of appearance."""
    named = [author for author in dict.fromkeys(authors) if author]
    if not named:
        return ""
    more = len(named) - _NAMED
    shown = ", ".join(named[:_NAMED])
    return f" of {shown}" + (f" and {more} more" if more > 0 else "")


RULE = Rule(
    code="DRF002",
    name="open-comment-or-change",
    severity=Severity.WARNING,
    check=check,
    doc=__doc__ or "",
    help="Answer each comment and decide each change before the draft goes out.",
    options=NoOptions(),
    examples=(
        Bad(
            "The Provider shall restore the Service within 4 hours. "
            "«<!-- TODO: check with operations -->»",
            instead="The Provider shall restore the Service within 4 hours.",
        ),
        Bad(
            "«<!-- Do we mean calendar days here? -->»\n\n"
            "The Customer shall report a fault within 5 days.\n\n"
            "<!-- amount to be agreed -->\n\nThe yearly fee is EUR 12,000.",
            note="One finding speaks for both, at the first.",
        ),
        Bad("| Class | Response |\n|---|---|\n| Critical | 30 minutes «<!-- tbc -->» |"),
        Good("<!-- clausewright: ignore WRD001 -- their own word? -->\n\nText."),
        Good(
            "<!-- prettier-ignore -->\n\n| Class | Response |\n|---|---|\n| High | 30 minutes |",
            note="A comment to a program is no remark.",
        ),
        Good("<!-- Schedule 1 begins -->\n\n# Schedule 1\n\nThe Service Hours are 24x7."),
    ),
)
