"""Read the comments of a Word package: who says what, answered or done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from clausewright.word.names import W14_NS, W15_NS, w
from clausewright.word.nodes import text_under
from clausewright.word.package import Package


@dataclass(frozen=True, slots=True)
class Remark:
    """A Word comment. ``text`` joins its paragraphs by LF; ``done`` tells that it was resolved."""

    id: str
    author: str | None
    text: str
    done: bool = False


def read_remarks(package: Package) -> tuple[Remark, ...]:
    """Give the comments in the order of the comments part."""
    parts = package.related(package.main, "comments")
    if not parts:
        return ()
    done = _done(package)
    remarks = []
    for node in package.xml(parts[0]).iter(w("comment")):
        paragraphs = list(node.iter(w("p")))
        text = "\n".join(text_under(paragraph) for paragraph in paragraphs)
        last = paragraphs[-1].get(f"{{{W14_NS}}}paraId") if paragraphs else None
        remarks.append(
            Remark(node.get(w("id"), ""), node.get(w("author")), text, done.get(last or "", False))
        )
    return tuple(remarks)


def _done(package: Package) -> Mapping[str, bool]:
    """Give by paragraph id whether a comment is resolved (MS-DOCX 2.5.1.4 commentEx)."""
    for part in package.related(package.main, "commentsExtended"):
        return {
            node.get(f"{{{W15_NS}}}paraId", ""): node.get(f"{{{W15_NS}}}done") in ("1", "true")
            for node in package.xml(part)
        }
    return {}
