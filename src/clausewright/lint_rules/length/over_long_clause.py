"""A clause that holds more than one thought can carry.

A numbered clause is what people cite, negotiate and look up. When one number covers half a page, no
reference to it is exact, and a duty in its middle is overlooked.

Counted are the words of running text between one clause number or heading and the next; lists and
tables inside the clause are its structure and do not count, nor does what follows its "(a)". The
limit is ``max_words``, under ``contract`` it is ``contract_words``. Text before the first number or
heading is left alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from clausewright.analysis.draft import Draft
from clausewright.lint_rules.length.prose import first_sentence, prose_blocks, word_count
from clausewright.lint_rules.rule import SLA_PROFILES, Bad, Finding, Good, Hit, Rule
from clausewright.model.document import Block, BlockKind
from clausewright.model.finding import Severity
from clausewright.model.span import Span


@dataclass(frozen=True)
class Options:
    """The most words of running text under one number."""

    max_words: int = 250
    contract_words: int = 400


def check(draft: Draft, options: Options, hits: tuple[Hit, ...]) -> Iterator[Finding]:  # noqa: ARG001
    """Speak at the head of each clause above the limit."""
    limit = options.max_words if draft.profile.name in SLA_PROFILES else options.contract_words
    for span, words, paragraphs in _clauses(draft):
        if words > limit and paragraphs > 1:
            yield Finding(span, f"this clause runs to {words} words, above the limit of {limit}")


def _clauses(draft: Draft) -> Iterator[tuple[Span, int, int]]:
    """Give where each clause is named, its words of running text, and its paragraphs."""
    head: Span | None = None
    words = paragraphs = 0
    item = False
    prose = {block.index for block in prose_blocks(draft)}
    sections = {section.heading: section.title_span for section in draft.document.sections}
    for block in draft.document.blocks:
        begins = block.kind is BlockKind.HEADING or block.index in sections
        if begins or (block.number is not None and block.kind is not BlockKind.ITEM):
            if head is not None:
                yield head, words, paragraphs
            head = sections.get(block.index) or _named(draft, block)
            words = paragraphs = 0
            item = block.label is not None and "(" in draft.document.text_of(block.label)
        elif item:
            continue
        if block.index in prose and block.kind is BlockKind.PARAGRAPH:
            words += word_count(draft, block.span)
            paragraphs += 1
    if head is not None:
        yield head, words, paragraphs


def _named(draft: Draft, block: Block) -> Span:
    return block.label or first_sentence(draft, block)


_PARAGRAPH = (
    "The Supplier shall keep a record of each incident, with the time of its report, the time of"
    " the first reply and the time at which the service was restored, and shall give the Customer"
    " access to these records on each business day."
)
_LONG = "\n\n".join([_PARAGRAPH] * 7)

RULE = Rule(
    code="LEN002",
    name="over-long-clause",
    severity=Severity.INFO,
    check=check,
    doc=__doc__ or "",
    help="Give each duty a number of its own, or put the cases into a list or a table.",
    options=Options(),
    examples=(
        Bad(f"## 4. «Records»\n\n{_LONG}", instead=f"## 4. Records\n\n{_PARAGRAPH}"),
        Bad(f"## «Incidents»\n\n{_LONG}\n\n## Reports\n\n{_PARAGRAPH}"),
        Bad(f"**2.1 «Records kept»**\n\n{_LONG}", profile="ola"),
        Good(f"## 4. Records\n\n**4.1** {_PARAGRAPH}\n\n**4.2** {_PARAGRAPH}"),
        Good(
            f"## 5. Records\n\n{_LONG}", profile="contract", note="Below the limit for contracts."
        ),
        Good(
            "## 4. Records\n\nThe Supplier shall:\n\n"
            + "\n".join(f"- {_PARAGRAPH}" for _ in range(9)),
            note="A list is structure: each duty stands by itself.",
        ),
    ),
)
