"""A paragraph without a single break.

The eye finds a duty by its place on the page. In a block of text the size of a page nothing can be
found, quoted or changed without reading all of it.

Counted are the words of one paragraph or list item; the limit is ``max_words``, under ``contract``
it is ``contract_words``. Recitals, tables, quotations and signature blocks are left alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from clausewright.analysis.draft import Draft
from clausewright.analysis.outline import Role
from clausewright.lint_rules.length.prose import first_sentence, prose_blocks, word_count
from clausewright.lint_rules.rule import SLA_PROFILES, Bad, Finding, Good, Hit, Rule
from clausewright.model.finding import Severity


@dataclass(frozen=True)
class Options:
    """The most words of one paragraph."""

    max_words: int = 200
    contract_words: int = 400


def check(draft: Draft, options: Options, hits: tuple[Hit, ...]) -> Iterator[Finding]:  # noqa: ARG001
    """Speak at the first sentence of each paragraph above the limit."""
    limit = options.max_words if draft.profile.name in SLA_PROFILES else options.contract_words
    for block in prose_blocks(draft):
        words = word_count(draft, block.span)
        if words > limit and draft.outline.role(block) is not Role.RECITAL:
            yield Finding(
                first_sentence(draft, block),
                f"this paragraph runs to {words} words without a break, above {limit}",
            )


_SENTENCE = "The Supplier shall keep a record of each incident and of the time of its report."
_REST = " ".join([_SENTENCE] * 14)

RULE = Rule(
    code="LEN005",
    name="unbroken-text",
    severity=Severity.INFO,
    check=check,
    doc=__doc__ or "",
    help="Start a paragraph for each duty, or list the cases.",
    options=Options(),
    examples=(
        Bad(
            f"«The Customer may ask for the records at any time.» {_REST}",
            instead=f"The Customer may ask at any time.\n\n{_SENTENCE}\n\n{_SENTENCE}",
        ),
        Bad(f"## 4. Records\n\n- «Records are kept for 2 years.» {_REST}"),
        Bad(f"4.1 «The Supplier keeps records for 2 years.» {_REST}", profile="ola"),
        Good("\n\n".join([_SENTENCE] * 20), note="The same words, one duty a paragraph."),
        Good(f"The Customer may ask. {_REST}", profile="contract", note="Below its limit."),
        Good(f"> The Customer may ask. {_REST}", note="A quotation stays as it was written."),
    ),
)
