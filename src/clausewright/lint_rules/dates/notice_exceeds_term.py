"""A notice period longer than the term it is to end.

Notice of 90 days cannot be given in a term of 60: the right to terminate or to stop the renewal is
there on paper and can never be used in time.

Compared with each notice of termination or non-renewal is the one length of a term that its own
paragraph states, else the one length that the document states; an agreement from month to month has
terms of a month. Where several lengths may be meant, nothing is told. Under the profiles of service
levels, a review, a measuring period or a run of months that counts misses is compared with the one
term of an agreement that is not renewed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from clausewright.analysis.draft import Draft
from clausewright.analysis.notice_periods import announces_an_end
from clausewright.lint_rules.dates import longer_than
from clausewright.lint_rules.dates.longer_than import longer_than_term
from clausewright.lint_rules.rule import Bad, Finding, Good, Hit, NoOptions, Rule
from clausewright.model.facts import Dimension, Quantity
from clausewright.model.finding import Severity
from clausewright.model.span import Span
from clausewright.model.topics import SLA_PROFILES
from clausewright.pattern import regex

_TERM_BEFORE = regex(
    r"\b(?:(?:initial |fixed |renewal )?term\s(?:of\s(?:[\w'\u2019-]+\s){1,9}?)?"
    r"(?:of|is|shall be|will be|lasts?)"
    r"|(?:agreement|sla|contract|term|trial|pilot|subscription|licen[cs]e|engagement)\b[^.;]{0,60}"
    r"\b(?:for|period of|term of|duration of|lasts?))"
    r"\s+(?:an?\s+)?(?:(?:initial|fixed)\s+)?(?:(?:period|term)\s+of\s+)?$",
    re.IGNORECASE,
)
_MONTH_TO_MONTH = regex(r"\bmonth[ -]to[ -]month\b", re.IGNORECASE)
_CANCELLED = regex(r"\b(?:terminat\w+|cancel\w*|uncured|unremedied|breach\w*)\b", re.IGNORECASE)
_DAY = 86_400


def check(draft: Draft, options: NoOptions, hits: tuple[Hit, ...]) -> Iterator[Finding]:  # noqa: ARG001
    """Speak of each notice of termination or non-renewal that outlasts the term."""
    durations = [
        q for q in draft.quantities if q.dimension is Dimension.DURATION and not q.business
    ]
    terms = [q for q in durations if _is_term(draft, q)]
    stated = {q.span for q in terms}
    found: dict[int, tuple[float, str] | None] = {}  # by block, which may hold a thousand notices
    for notice in draft.notice_periods:
        if notice.span in stated:
            continue
        block = draft.document.block_at(notice.span.start)
        if block.index not in found:
            found[block.index] = _term_for(draft, block.span, terms)
        term = found[block.index]
        if term is not None and notice.base > term[0]:
            length, words = term
            yield Finding(
                notice.span,
                f"a notice of {draft.document.text_of(notice.span)} ({notice.base / _DAY:.0f} "
                f"days) does not fit into {words} ({length / _DAY:.0f} days)",
            )
    if draft.profile.name in SLA_PROFILES and len({q.base for q in terms}) == 1:
        yield from longer_than_term(draft, terms[0], hits)


def _term_for(draft: Draft, block: Span, terms: Sequence[Quantity]) -> tuple[float, str] | None:
    """Give the seconds and the words of the one term that a notice in a block may end."""
    beside = {q.base: q for q in terms if block.contains(q.span)}
    if not beside and _MONTH_TO_MONTH.search(draft.document.text_of(block)):
        return 30 * _DAY, "an agreement from month to month"
    candidates = beside or {q.base: q for q in terms}
    if len(candidates) != 1:
        return None
    ((length, term),) = candidates.items()
    return length, f"a term of {draft.document.text_of(term.span)}"


def _is_term(draft: Draft, quantity: Quantity) -> bool:
    before = draft.text[max(0, quantity.span.start - 110) : quantity.span.start]
    is_notice = announces_an_end(draft.text, quantity.span.end)
    if quantity.base < _DAY or is_notice or _CANCELLED.search(before[-60:]):
        return False
    return _TERM_BEFORE.search(before) is not None


RULE = Rule(
    code="DAT006",
    name="notice-exceeds-term",
    severity=Severity.WARNING,
    check=check,
    doc=__doc__ or "",
    help="Shorten the notice or lengthen the term.",
    options=NoOptions(),
    phrases=longer_than.PHRASES,
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
        Bad(
            "The pilot of the archive lasts 2 months. The Customer may end the pilot on "
            "«3 months»' notice in writing."
        ),
        Bad(
            "The contract continues from month to month. Either party may terminate it on "
            "«120 days»' notice."
        ),
        Bad(
            "The subscription is taken out for one year and is renewed year by year, unless the "
            "Customer cancels it no later than «15 months» before the end of the year."
        ),
        Bad(
            "The term of this Agreement is six months. The parties shall review the service levels "
            "«every two years».",
            instead="The term of this Agreement is six months. The parties shall review the "
            "service levels every three months.",
        ),
        Bad(
            "The term of this Agreement is six months. Availability shall be 99.9% in "
            "«each calendar year».",
        ),
        Good(
            "A party may terminate if the other breaches the Agreement and the breach remains "
            "uncured for 30 days. The Customer may terminate by giving 90 days' notice.",
            note="The time to cure a breach is no term.",
        ),
        Good(
            "The term of this Agreement is six months. It renews for six months at a time. The "
            "parties shall review the service levels every year.",
            note="The review falls into a renewed term.",
        ),
        Good(
            "The term of this SLA is six months. Liability is limited to the fees paid in the "
            "preceding 12 months.",
            note="No misses are counted over the twelve months.",
        ),
        Good(
            "The Term is 12 months.\n\nThe trial lasts for one month. The Customer may end the "
            "trial on 10 days' notice."
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
