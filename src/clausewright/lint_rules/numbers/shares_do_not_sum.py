"""Shares that do not add up to one hundred percent.

Weights of service levels, parts of a pool, a split of costs: where they add up to 95% or 110%,
nobody knows who gets the rest or pays the excess.

Told for a table column, a list or a sentence that calls its numbers weights, shares, parts,
allocations or a split, and gives all of them in percent. A sentence is read only where the shares
follow its colon.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from clausewright.analysis.draft import Draft
from clausewright.analysis.table_columns import header_text
from clausewright.lint_rules.numbers.cells import number_in
from clausewright.lint_rules.rule import Bad, Finding, Good, Hit, NoOptions, Rule
from clausewright.model.document import Block, BlockKind
from clausewright.model.facts import Dimension, Quantity, Table
from clausewright.model.finding import Severity
from clausewright.pattern import regex

PHRASES = (
    "{weight|weights|weighting|weightings|weighted|allocation|allocations|allocated}",
    "{share|shares|split|apportioned|apportionment|pool percentage|pool allocation}",
    "{divided|split|shared|broken down} {in full|fully|} {into|as|between|among}",
    "{allocation percentage|percentage allocation|proportion|proportions}",
)
_SHARES = regex(
    r"\b(?:weight(?:s|ings?|ed)?|allocat(?:ions?|ed)|shares?|split|apportion\w*|proportions?)\b",
    re.IGNORECASE,
)
_DIVIDED = regex(r"\b(?:divided|split|shared|broken down)\b", re.IGNORECASE)
_EQUITY = regex(r"\b(?:common|preferred|ordinary|stock|outstanding|voting|equity)\b", re.IGNORECASE)
_TOTAL = regex(r"[\s*_]*(?:grand\s)?(?:sub)?total\b", re.IGNORECASE)
_WHOLE = 100.0


def check(draft: Draft, options: NoOptions, hits: tuple[Hit, ...]) -> Iterator[Finding]:  # noqa: ARG001
    """Add up columns and lists of shares."""
    for table in draft.tables:
        yield from _in_table(table)
    said: set[int] = set()
    said_at: set[int] = set()
    for hit in hits:
        block = draft.document.block_at(hit.span.start)
        if block.kind is not BlockKind.CELL:
            yield from _in_sentence(draft, hit, said_at)
        if block.index in said or block.kind in {BlockKind.CELL, BlockKind.ITEM}:
            continue
        said.add(block.index)
        yield from _in_list(draft, block)


def _in_table(table: Table) -> Iterator[Finding]:
    width = max((len(row) for row in table.rows), default=0)
    rows = table.rows[table.header_rows :]
    for column in range(1, width):
        head = header_text(table.rows, table.header_rows, column)
        if not _SHARES.search(head) or _EQUITY.search(head):
            continue
        cells = [row[column] for row in rows if column < len(row) and not _TOTAL.match(row[0].text)]
        numbers = [number_in(cell) for cell in cells]
        if len(cells) < 2 or any(one is None for one in numbers):
            continue
        percent = all("%" in one.sign for one in numbers if one) or "%" in head
        total = sum(one.value for one in numbers if one)
        if percent and abs(total - _WHOLE) > 0.05 * len(cells):
            yield Finding(cells[0].span, f"the {len(cells)} shares add up to {total:g}%, not 100%")


def _in_list(draft: Draft, lead: Block) -> Iterator[Finding]:
    said = draft.document.text_of(lead.span)
    if not said.rstrip().endswith(":") or not _SHARES.search(said) or _EQUITY.search(said):
        return
    shares = [_share_of(draft, item) for item in _items_after(draft, lead)]
    found = [one for one in shares if one is not None]
    if len(found) < 2 or len(found) != len(shares):
        return
    total = sum(one.value for one in found)
    if abs(total - _WHOLE) > 0.05 * len(found):
        yield Finding(found[0].span, f"the {len(found)} shares add up to {total:g}%, not 100%")


def _in_sentence(draft: Draft, hit: Hit, said: set[int]) -> Iterator[Finding]:
    """Add up the shares that follow the colon of one sentence."""
    sentence = draft.sentence_at(hit.span.start)
    colon = draft.text.find(":", hit.span.end, sentence.end)
    lead = draft.text[sentence.start : max(colon, sentence.start)]
    if colon < 0 or sentence.start in said or _EQUITY.search(lead):
        return
    if not (_SHARES.search(lead) or _DIVIDED.search(lead)):
        return
    said.add(sentence.start)
    found = [one for one in draft.quantities_in(sentence) if one.span.start > colon]
    if len(found) > 2 and found[-1].value == _WHOLE:
        found.pop()  # the total behind the shares
    plain = [
        one.dimension is Dimension.PERCENT
        and one.high is None
        and not one.placeholder
        and one.comparator is None
        for one in found
    ]
    if len(found) < 2 or not all(plain):
        return
    total = sum(one.value for one in found)
    if abs(total - _WHOLE) > 0.05 * len(found):
        yield Finding(found[0].span, f"the {len(found)} shares add up to {total:g}%, not 100%")


def _items_after(draft: Draft, lead: Block) -> Sequence[Block]:
    items: list[Block] = []
    blocks = draft.document.blocks
    for index in range(lead.index + 1, len(blocks)):
        block = blocks[index]
        if block.kind is not BlockKind.ITEM:
            break
        if items and block.level != items[0].level:
            return ()
        items.append(block)
    return items


def _share_of(draft: Draft, item: Block) -> Quantity | None:
    percents = [one for one in draft.quantities_in(item.span) if one.dimension is Dimension.PERCENT]
    plain = len(percents) == 1 and percents[0].high is None and not percents[0].placeholder
    return percents[0] if plain and percents[0].comparator is None else None


RULE = Rule(
    code="NUM005",
    name="shares-do-not-sum",
    severity=Severity.WARNING,
    check=check,
    doc=__doc__ or "",
    help="Let the shares add up to 100%, or say who has the rest.",
    options=NoOptions(),
    phrases=PHRASES,
    examples=(
        Bad(
            "| Service level | Weight |\n| --- | --- |\n"
            "| Availability | «50%» |\n| Response | 30% |\n| Resolution | 10% |\n",
            instead="| Service level | Weight |\n| --- | --- |\n"
            "| Availability | 50% |\n| Response | 30% |\n| Resolution | 20% |\n",
        ),
        Bad("The pool is allocated as follows:\n\n- availability: «60%»\n- response time: 50%\n"),
        Bad(
            "| Party | Share of costs (%) |\n| --- | --- |\n| North | «40» |\n"
            "| South | 40 |\n| Total | 100 |\n"
        ),
        Bad(
            "The bonus is split between three goals: «40%» for uptime, 40% for speed, 30% for care."
        ),
        Good("The costs are split as follows: North 60%, South 25%, West 15%, in all 100%."),
        Good("The charge is divided as follows: 70% for hosting and 30% for support."),
        Good(
            "| Level | Weight |\n| --- | --- |\n| Uptime | 33.3% |\n| Response | 33.3% |\n"
            "| Fix | 33.3% |\n"
        ),
        Good("The pool is allocated as follows:\n\n- availability: 60%\n- response time: 40%\n"),
        Good("| Metric | Target |\n| --- | --- |\n| Uptime | 99% |\n| Calls answered | 90% |\n"),
    ),
)
