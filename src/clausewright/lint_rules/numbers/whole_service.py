"""Two promises on the availability of the service as a whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from clausewright.analysis.draft import Draft
from clausewright.analysis.metric_cues import Cue
from clausewright.analysis.scan import fold
from clausewright.analysis.statements import statement_at
from clausewright.model.document import BlockKind
from clausewright.model.facts import Metric
from clausewright.model.finding import Finding
from clausewright.pattern import regex

_SERVICE: Final = r"(?:services?|platform|system|application|website|software)"
_OF_ALL = regex(
    rf"\b(?:availability|uptime)\s(?:of|for)\s(?:(?:the|each|our|all|its)\s){{1,2}}{_SERVICE}\b"
    rf"|\b{_SERVICE}\s(?:[\w'-]+\s){{0,6}}?(?:shall|will|must|is|are)\s(?:be\s)?available\b"
    r"|\b(?:uptime|availability)\sof\s(?:at\sleast\s)?\d",
    re.IGNORECASE,
)
_TELLS_APART = regex(
    r"(?<!this )(?<!the )\btarget|\b(?:minimum|expected|internal|objective|goal|aim|plan|"
    r"package|power|network|storage|compute|database|api|hardware|infrastructure|"
    r"tier|standard|basic|premium|professional|enterprise|gold|silver|bronze|region|zone|production|"
    r"development|environment|each of|respectively|multi|single|except|during|outside|example|"
    r"instance|if|unless|fails?|falls|drops|below|under|missed|last|previous|historic|exceeds?|currently|current)\b",
    re.IGNORECASE,
)
PLAIN_LABEL = regex(
    r"(?:(?:service|system|platform|monthly)\s)*(?:availability|uptime|available)"
    r"(?:\s(?:percentage|guarantee|commitment))?",
    re.IGNORECASE,
)
"""Names of the availability of all that is served, not of a part of it."""

_LENGTH = regex(r"month|quarter|year|annual|week")


def levels_of_the_whole(draft: Draft) -> Iterator[Finding]:
    """Compare promises on the whole service; none where more than two values are promised."""
    promised = [one for one in draft.sure_metrics if _is_of_the_whole(draft, one)]
    values = {one.target.value for one in promised if one.target}
    if len(values) != 2:
        return
    first = promised[0]
    for one in promised[1:]:
        if one.target and first.target and one.target.value != first.target.value:
            if _length(one) == _length(first):
                line = draft.document.line_name(first.span.start)
                yield Finding(
                    one.span,
                    f"availability is {one.target.value:g}% here and {first.target.value:g}% in "
                    f"{line}",
                )
            return


def _length(metric: Metric) -> str | None:
    found = _LENGTH.search(fold(metric.window or ""))
    return found[0].replace("annual", "year") if found else None


def _is_of_the_whole(draft: Draft, metric: Metric) -> bool:
    target = metric.target
    if metric.name != "availability" or target is None or target.unit != "%" or metric.service:
        return False
    if not PLAIN_LABEL.fullmatch(metric.label):
        return False
    if target.comparator in {"<", "<=", "~"} or (target.quantity and target.quantity.high):
        return False
    block = draft.document.block_at(metric.span.start)
    if block.kind is not BlockKind.PARAGRAPH:
        return False
    statement = statement_at(draft.statements, metric.span.start)
    if statement.has(Cue.CREDIT, Cue.BASELINE) or not statement.has(Cue.PROMISE):
        return False
    sentence = draft.document.text_of(statement.span)
    section = draft.document.section_of(block)
    said = f"{sentence} {section.title if section else ''}"
    return _OF_ALL.search(sentence) is not None and _TELLS_APART.search(said) is None
