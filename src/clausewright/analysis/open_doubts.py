"""Places that seem left open, where doubt remains: material for hints.

What a template leaves behind besides brackets and blanks: notes on how to fill it in, sample names
and addresses, values that begin with "e.g.", a lone question mark where a number belongs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from clausewright.analysis.outline import Role
from clausewright.analysis.scan import Hit, readings
from clausewright.model.document import Block, BlockKind, MarkKind
from clausewright.model.span import Span
from clausewright.pattern import regex

if TYPE_CHECKING:
    from clausewright.analysis.draft import Draft

_ADVICE: Final = (
    (
        "{adjust|edit|adapt|customise|customize|modify|amend|change|update|expand|tailor} "
        "{as|if|where} {needed|required|necessary|appropriate|applicable|relevant|desired}"
    ),
    "{delete|remove|omit} {as|if|where} {needed|necessary|not needed|not required|irrelevant}",
    "{delete|remove} this {section|note|text|line|paragraph|row|table|page|box|comment}",
    "{adjust|edit|adapt|customise|customize|complete} this {template|section|table|document}",
    "{replace|substitute} {this|these|the|all} {text|placeholder|placeholders|example|examples}",
    "{instructions|guidance|notes} for {completing|completion|use|authors}",
    "{for illustration|illustrative} {only|purposes only|values}",
    "{example|sample} {values|figures|numbers|data|names} {only|}",
    "{fill|filled} in {by|with|the|your}",
)
_NAMES: Final = (
    "acme {corp|corporation|company|inc}",
    "{contoso|fabrikam|northwind traders|foobar|foo bar}",
    "{john|jane|joe} {smith|bloggs|public}",
    "{your|my} {company|organisation|organization|business|firm|team|department|service|product}",
    "{some|any} {company|city|town|street}",
)
PHRASES: Final = (*_ADVICE, *_NAMES)
_ADVICE_READ, _NAMES_READ = readings(_ADVICE), readings(_NAMES)
_LONE_MARK = regex(
    r"(?=[?$\u20ac\u00a3(])(?:\?(?=\s?%|\s(?:hours?|days?|minutes?|months?|weeks?|business|working)\b)"
    r"|[$\u20ac\u00a3]\s?(?:[xX]{1,3}(?:[.,][xX]{2,3}){1,3}|\?{1,3}|[xX]{2,6})(?![A-Za-z\d])"
    r"|(?:\${3,5}|\u20ac{3,5}|\u00a3{3,5})(?![\d\w])"
    r"|\((?:number|no\.|amount|percentage|percent|value|figure|time|date|name|x|n|xx)\)"
    r"(?=\s?%|\s(?:hours?|days?|minutes?|months?|weeks?|years?|percent|business|working)\b)"
    r"|\((?:link|insert link|add link|link to follow)\))"
)
_INSTRUCTION = regex(
    r"[\[(]?\s?(?:optional\s?:|note to (?:author|drafter|editor|user)"
    r"|(?:please )?(?:describe|insert|specify|identify|fill in|enter|outline|list|state|define"
    r"|indicate|include|add|delete|replace)\s"
    r"(?:the|a|an|any|all|your|here|in|which|how|what|who|each|[a-z]+\shere)\b"
    r"|(?:insert|enter)\s[a-z])",
    re.IGNORECASE,
)
_EXAMPLE = regex(r"(?:\(?e\.\s?g\.?,?|[Ff]or example\b,?:?|Example\s?:|Ex\s?:|E\.g\.,?)\s?\S")
_EXAMPLES_HEAD = regex(r"\bexamples?\b|\btypical\b|\be\.g\b", re.IGNORECASE)
_SAMPLE_NAME = regex(
    r"(?:Service|Product|Application|System|Metric|KPI|Name|Contact|Customer|Client|Vendor|Supplier"
    r"|Provider|Person|Activity|Responsibility|Column|Heading|Text|Deliverable|Requirement|Department"
    r"|Company|User|Server|Objective|Goal|Exclusion|Stakeholder)[ #-]?(?:\d|[A-F]|[XYZN]|#)"
)
_FIELD = (
    r"(?:(?:first |last |full |company |job )?(?:name|title)|role|position|(?:tele)?phone"
    r"|(?:phone|contract) ?number|tel|mobile|e-?mail(?: address)?|address|date"
    r"|contact(?: details| information)?|department|company|city|state|zip|postcode"
    r"|country|street|number|url|link)"
)
_FIELD_WORDS = regex(
    rf"(?:\(?{_FIELD}\)?(?:\s?[,/&+]\s?|\s(?:and|or)\s|\s-\s)){{1,6}}{_FIELD}\)?",
    re.IGNORECASE,
)
_LABELLED = regex(r"[A-Z][\w'&/() -]{2,40}?\s?:[ \t*_]{0,4}(?P<value>[^\n]{1,100})$")
_OPEN_LABEL = regex(
    r"(?P<label>(?:(?:effective|start|commencement|expiry|end|renewal|review|issue|approval|go-live|"
    r"last review|next review|last updated?|publication) date|version(?: number)?|document owner"
    r"|owner|author|customer|client|(?:service )?provider|supplier|vendor|(?:approved|prepared"
    r"|reviewed|issued) by|approver|(?:service|business|account) (?:owner|manager)"
    r"|(?:primary|secondary|main|escalation|emergency|support) contact|review (?:period|cycle)"
    r"|term|fees?|price|location|service name|contract (?:number|no\.?|value)))"
    r"\s?:[ \t*_]{0,6}",
    re.IGNORECASE,
)
_CODE_FIELD = regex(
    r"[a-z]+(?:[_-][a-z]+)*[_-](?:name|date|address|number|amount|email|phone|percentage|fee|price"
    r"|hours|days|period|contact|country|city|jurisdiction|url)"
)
_TAKES_A_VALUE = regex(
    r"(?:\b(?:from|by|between|of|is|to|on|until|within|at|and|dated|with)\s|:\s|[$\u20ac\u00a3]\s?)$"
)
_IN_PARENTHESES = regex(r"[(\[][^()\[\]\n]{0,60}$")
_QUIET = frozenset((Role.SIGNATURE, Role.CONTENTS, Role.CODE, Role.PAGE, Role.QUOTATION))
_LONGEST: Final = 240


def doubtful_places(draft: Draft, hits: tuple[Hit, ...]) -> Iterator[Span]:
    """Give the places that seem left open, as they are found."""
    for block in draft.document.blocks:
        if draft.outline.role(block) in _QUIET or block.kind is BlockKind.CODE:
            continue
        yield from _in_block(draft, block)
    yield from _marks(draft)
    yield from _spoken(draft, hits)


def _in_block(draft: Draft, block: Block) -> Iterator[Span]:
    """Give an instruction, a label without a value or a value that is none, all of a block."""
    start, end = block.body.start, block.body.end
    if not 0 < end - start <= _LONGEST:
        return
    text = draft.text[start:end]
    if block.kind is BlockKind.HEADING:
        return
    styled = _style_of(block)
    if styled and _INSTRUCTION.match(text) and " " in text:
        yield block.body
    elif text.startswith(("(", "[")) and text.rstrip(".").endswith((")", "]")):
        if _INSTRUCTION.match(text):
            yield block.body
    elif _is_example_value(draft, block, text) or _is_sample_cell(draft, block, text):
        yield block.body
    elif _OPEN_LABEL.fullmatch(text):
        if _ends_a_field(draft, block):
            yield block.body
    else:
        labelled = _LABELLED.match(text)
        if labelled and _FIELD_WORDS.fullmatch(labelled["value"].strip(" *_.")):
            yield Span(start + labelled.start("value"), end)


def _style_of(block: Block) -> bool:
    """Tell a block that is set in italics as a whole, as notes on filling in are."""
    return any(
        mark.kind is MarkKind.ITALIC and len(mark.span) + 3 >= len(block.body)
        for mark in block.marks
    )


def _is_example_value(draft: Draft, block: Block, text: str) -> bool:
    """Tell a cell that gives an example in place of the value."""
    cell = block.cell
    if cell is None or cell.header or cell.column == 0 or not _EXAMPLE.match(text):
        return False
    table = next((table for table in draft.tables if table.index == cell.table), None)
    heads = table.rows[: table.header_rows] if table else ()
    return not any(
        cell.column < len(row) and _EXAMPLES_HEAD.search(row[cell.column].text) for row in heads
    )


def _is_sample_cell(draft: Draft, block: Block, text: str) -> bool:
    """Tell "Service 1" above "Service 2" in a column, or in a list: names still to be given."""
    if block.kind not in (BlockKind.CELL, BlockKind.ITEM) or not _SAMPLE_NAME.fullmatch(text):
        return False
    word = text.rstrip(" #-0123456789ABCDEFXYZN")
    blocks = draft.document.blocks
    around = (
        blocks[max(0, block.index - 8) : block.index] + blocks[block.index + 1 : block.index + 9]
    )
    return any(
        other.kind is block.kind
        and draft.text.startswith(word, other.body.start)
        and _SAMPLE_NAME.fullmatch(draft.document.text_of(other.body)) is not None
        for other in around
    )


def _ends_a_field(draft: Draft, block: Block) -> bool:
    """Tell a label behind which the next field or part begins, not what it announces."""
    blocks = draft.document.blocks
    following = blocks[block.index + 1] if block.index + 1 < len(blocks) else None
    if block.cell is not None:
        return False
    if following is None or following.kind is BlockKind.HEADING:
        return True
    return following.kind is block.kind and _label_opens(draft.document.text_of(following.body))


def _label_opens(text: str) -> bool:
    return _LABEL.match(text) is not None


_LABEL = regex(r"[A-Z][\w'&/() -]{2,40}?\s?:")


def _marks(draft: Draft) -> Iterator[Span]:
    """Give marks in place of numbers, and instructions and names of fields that style sets off."""
    for match in _LONE_MARK.finditer(draft.text):
        span = Span(*match.span())
        block = draft.document.block_at(span.start)
        if not draft.in_code(span) and draft.outline.role(block) not in _QUIET:
            yield span
    for block in draft.document.blocks:
        for mark in block.marks:
            words = draft.document.text_of(mark.span)
            before = draft.text[max(block.span.start, mark.span.start - 20) : mark.span.start]
            if mark.kind is MarkKind.CODE and block.kind is not BlockKind.CODE:
                if _CODE_FIELD.fullmatch(words) and _TAKES_A_VALUE.search(before):
                    yield mark.span
            elif mark.kind in (MarkKind.ITALIC, MarkKind.BOLD) and words[:7].lower() == "insert ":
                yield mark.span


def _spoken(draft: Draft, hits: tuple[Hit, ...]) -> Iterator[Span]:
    """Give notes on how to fill the template in, and sample names."""
    for hit in hits:
        block = draft.document.block_at(hit.span.start)
        if draft.outline.role(block) in _QUIET or draft.in_code(hit.span):
            continue
        words = draft.document.text_of(hit.span)
        if hit.phrase in _NAMES_READ:
            last = words.split()[-1]
            if words[:1].isupper() and last[:1].isupper() and not draft.links.meets(hit.span):
                yield hit.span
        elif hit.phrase in _ADVICE_READ and _is_aside(draft, block, hit.span):
            yield hit.span


def _is_aside(draft: Draft, block: Block, span: Span) -> bool:
    """Tell words in parentheses, or that open a sentence, from a duty in the middle of one."""
    before = draft.text[max(block.span.start, span.start - 61) : span.start]
    sentence = draft.sentence_at(span.start)
    return span.start - sentence.start <= 3 or _IN_PARENTHESES.search(before) is not None
