"""A notice period longer than the term it is to end.

Notice of 90 days cannot be given in a term of 60: the right to terminate or to stop the renewal is
there on paper and can never be used in time.

Compared is the one stated length of the initial (or only) term with each notice of termination or
non-renewal. Where the document states several lengths for its term, nothing is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausewright.analysis.draft import Draft
from clausewright.lint_rules.rule import Bad, Finding, Good, Hit, NoOptions, Rule
from clausewright.model.facts import Dimension, Quantity
from clausewright.model.finding import Severity
from clausewright.pattern import regex

_TERM_BEFORE = regex(
    r"\b(?:(?:initial |fixed |renewal )?term (?:of|is|shall be|will be|lasts?)"
    r"|(?:agreement|sla|contract|term)\b[^.;]{0,60}\b(?:for|period of|term of|duration of))"
    r"\s+(?:an?\s+)?(?:(?:initial|fixed)\s+)?(?:(?:period|term)\s+of\s+)?$",
    re.IGNORECASE,
)
_NOTICE_AFTER = regex(
    r"['\u2019]?\s{1,2}(?:(?:prior|advance|written|days?|before)['\u2019]?\s){0,3}notice\b"
    r"|\s(?:before|prior to)\s(?:the\s)?(?:end|expiry|expiration)\b",
    re.IGNORECASE,
)
_NOTICE_BEFORE = regex(
    r"\bnotice\s(?:period\s)?(?:of|is)\s(?:at least\s|not less than\s)?$", re.IGNORECASE
)
_ENDING = regex(r"\b(?:terminat\w+|renew\w*|non-renewal|cancel\w*)\b", re.IGNORECASE)
_CANCELLED = regex(r"\b(?:terminat\w+|cancel\w*)\b", re.IGNORECASE)
_DAY = 86_400


def check(draft: Draft, options: NoOptions, hits: tuple[Hit, ...]) -> Iterator[Finding]:  # noqa: ARG001
    """Speak of each notice of termination or non-renewal that outlasts the term."""
    durations = [
        q for q in draft.quantities if q.dimension is Dimension.DURATION and not q.business
    ]
    terms = {q.base: q for q in durations if _is_term(draft, q)}
    if len(terms) != 1:
        return
    ((length, term),) = terms.items()
    for notice in durations:
        if notice.base > length and notice.span != term.span and _is_notice(draft, notice):
            yield Finding(
                notice.span,
                f"a notice of {draft.document.text_of(notice.span)} ({notice.base / _DAY:.0f} "
                f"days) "
                f"does not fit into a term of {draft.document.text_of(term.span)} "
                f"({length / _DAY:.0f} days)",
            )


def _is_term(draft: Draft, quantity: Quantity) -> bool:
    before = draft.text[max(0, quantity.span.start - 110) : quantity.span.start]
    after = draft.text[quantity.span.end : quantity.span.end + 30]
    if quantity.base < _DAY or _NOTICE_AFTER.match(after) or _CANCELLED.search(before[-60:]):
        return False
    return _TERM_BEFORE.search(before) is not None


def _is_notice(draft: Draft, quantity: Quantity) -> bool:
    after = draft.text[quantity.span.end : quantity.span.end + 50]
    before = draft.text[max(0, quantity.span.start - 40) : quantity.span.start]
    if not (_NOTICE_AFTER.match(after) or _NOTICE_BEFORE.search(before)):
        return False
    sentence = draft.sentence_at(quantity.span.start)
    return _ENDING.search(draft.document.text_of(sentence)) is not None


RULE = Rule(
    code="DAT006",
    name="notice-exceeds-term",
    severity=Severity.WARNING,
    check=check,
    doc=__doc__ or "",
    help="Shorten the notice or lengthen the term.",
    options=NoOptions(),
    always=True,
    examples=(
        Bad(
            "The Initial Term is 60 days. Either party may terminate this Agreement on «90 days»' "
            "written notice.",
            instead="The Initial Term is 60 days. Either party may terminate this Agreement on 14 "
            "days' written notice.",
        ),
        Bad(
            "This Agreement is made for a period of one month. It renews unless a party gives a "
            "notice of «six weeks»."
        ),
        Bad(
            "The term of 3 months is renewed for the same period unless a party objects to the "
            "renewal «180 days» before the end of the term."
        ),
        Good("The Initial Term is 12 months. Either party may terminate on 90 days' notice."),
        Good(
            "The Initial Term is 30 days. The Provider gives 60 days' notice of new prices.",
            note="Notice of a price, not of the end.",
        ),
        Good(
            "The Initial Term is 30 days. The Renewal Term is 12 months. Either party may "
            "terminate "
            "on 60 days' notice.",
            note="Two terms: the notice may belong to the second.",
        ),
    ),
)
