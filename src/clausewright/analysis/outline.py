"""What part of an agreement each block plays."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from clausewright.model.document import Block

if TYPE_CHECKING:
    from clausewright.analysis.draft import Draft


class Role(StrEnum):
    """The part a block plays in an agreement."""

    TITLE = "title"  # heading or document title
    OPERATIVE = "operative"
    RECITAL = "recital"
    DEFINITION = "definition"
    SIGNATURE = "signature"
    CONTENTS = "contents"  # table of contents
    COVER = "cover"
    CONTROL = "control"  # version table, document control
    CODE = "code"
    QUOTATION = "quotation"
    PAGE = "page"  # page header or footer


@dataclass(frozen=True)
class Outline:
    """The role of each block, by block index."""

    roles: tuple[Role, ...]

    def role(self, block: Block) -> Role:
        """Give the role of a block."""
        return self.roles[block.index]


def outline_of(draft: Draft) -> Outline:
    """Decide the role of each block."""
    return Outline(
        tuple(Role.TITLE if b.kind == "heading" else Role.OPERATIVE for b in draft.document.blocks)
    )
