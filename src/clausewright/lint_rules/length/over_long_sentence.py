"""A sentence that has to be read twice.

Each condition, exception and aside that is folded into one sentence is a chance for two readings.
Courts and engineers both lose the verb after about forty words.

Items of a list inside the sentence, "(a) ...; (b) ...", are read one at a time: what counts is the
longest item together with the words before the list. The limit is ``max_words``, under ``contract``
it is ``contract_words``. Recitals, headings, tables, quotations and forms are left alone.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

from clausewright.analysis.draft import Draft
from clausewright.analysis.outline import Role
from clausewright.lint_rules.length.prose import prose_blocks, word_count
from clausewright.lint_rules.rule import SLA_PROFILES, Bad, Finding, Good, Hit, Rule
from clausewright.model.finding import Severity
from clausewright.model.span import Span
from clausewright.pattern import regex

_ITEM = regex(r"(?<=[\s;:,])\(?(?:[a-z]{1,2}|[ivx]{1,5}|[A-Z]|\d{1,2})\)\s|;\s")


@dataclass(frozen=True)
class Options:
    """The most words of a sentence."""

    max_words: int = 60
    contract_words: int = 150


def check(draft: Draft, options: Options, hits: tuple[Hit, ...]) -> Iterator[Finding]:  # noqa: ARG001
    """Speak of each sentence above the limit."""
    limit = options.max_words if draft.profile.name in SLA_PROFILES else options.contract_words
    for sentence, words in long_sentences(draft, limit):
        yield Finding(sentence, f"this sentence runs to {words} words, above {limit}")


def long_sentences(draft: Draft, limit: int) -> Iterator[tuple[Span, int]]:
    """Give each sentence of more words than the limit, and how many it has."""
    for block in prose_blocks(draft):
        if draft.outline.role(block) is Role.RECITAL or word_count(draft, block.span) <= limit:
            continue
        for sentence in draft.sentences.of_block(block):
            if word_count(draft, sentence) <= limit:
                continue
            words = _longest_reading(draft, sentence)
            if words > limit:
                yield sentence, words


def _longest_reading(draft: Draft, sentence: Span) -> int:
    """Count the words up to the list inside a sentence together with its longest item."""
    text = draft.document.text
    starts = [match.end() for match in _ITEM.finditer(text, sentence.start, sentence.end)]
    if not starts:
        return word_count(draft, sentence)
    edges = [*starts, sentence.end]
    items = [Span(a, b) for a, b in itertools.pairwise(edges)]
    lead = word_count(draft, Span(sentence.start, starts[0]))
    return lead + max(word_count(draft, item) for item in items)


_TAIL = (
    "and shall, where the cause lies with a third party, tell the Customer who that party is, what"
    " it has been asked to do, by when it has promised to do so, and what the Supplier will do in"
    " the meantime to keep the Service running for the users who need it to close their month"
)

RULE = Rule(
    code="LEN003",
    name="over-long-sentence",
    severity=Severity.INFO,
    check=check,
    doc=__doc__ or "",
    help="Split the sentence at its conditions, or list them.",
    options=Options(),
    examples=(
        Bad(
            "«The Supplier shall tell the Customer of each outage within 2 hours of the report"
            f" {_TAIL}.»",
            instead="The Supplier shall tell the Customer of each outage within 2 hours."
            " Where the cause lies with a third party, it shall say who that party is.",
        ),
        Bad(
            "The Supplier keeps records. «For each incident of class 1 the Supplier shall write a"
            f" report within 5 business days {_TAIL}.» The Customer may comment."
        ),
        Bad(f"- «The Supplier shall restore the Service within 8 hours {_TAIL} of July.»"),
        Good("The Supplier shall tell the Customer of each outage within 2 hours of the report."),
        Good(
            "The Supplier shall: (a) log each incident in the service desk tool at the time it is"
            " reported by a user; (b) tell the user the number of the ticket and its class within"
            " 30 minutes of the report; (c) tell the user every 4 hours how far the work has come;"
            " (d) ask the user to confirm that the fault is gone; and (e) close the ticket within 2"
            " business days after that answer.",
            note="A list is read one item at a time.",
        ),
        Good(
            f"The Supplier shall restore the Service within 8 hours {_TAIL}.",
            profile="contract",
            note="Below the limit for contracts.",
        ),
    ),
)
