"""A topic is there, but what makes it work is not.

A review clause without an interval is never used, and a claim without a deadline is argued about.
For some topics the profile lists the parts that make them work: what falls into each severity class
and how fast each is answered and resolved, how a level is measured, what a report tells and how
often, how a remedy is claimed and until when. Under the profile of contracts a hint tells that
liability has no highest amount where only kinds of damage are excluded.

Looked at are all passages on the topic and the sections they stand in, so a part may stand before
or after; any usual way to say it counts. A topic that only points to another agreement is passed
over. The finding is a hint where the text does not call itself an agreement on service levels,
where few words show the topic, or where a page to all customers leaves out what only parties who
negotiate settle.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausewright.analysis.draft import Draft
from clausewright.lint_rules.rule import Bad, Finding, Good, Hit, NoOptions, Rule
from clausewright.lint_rules.topic_parts import missing_parts
from clausewright.lint_rules.wanted_topics import is_one_for_all, title_of
from clausewright.model.finding import Severity

SURE = 0.9
"""The strength of evidence from which a topic is sure enough to miss its parts."""


NEGOTIATED = frozenset(("assignment", "liability", "audit", "review", "change"))
"""Topics whose parts two parties agree on, and which a provider who sets his terms leaves out."""

COMMON = frozenset(("cap-on-liability",))
"""Topics that contracts commonly leave so: a hint."""


def check(draft: Draft, options: NoOptions, hits: tuple[Hit, ...]) -> Iterator[Finding]:  # noqa: ARG001
    """Speak once of each topic that lacks a part, at its best passage."""
    for topic, parts in missing_parts(draft):
        lacks = " nor ".join(part.says for part in parts)
        sure = draft.profile.claimed and topic.score >= SURE
        sure = sure and not (topic.id in NEGOTIATED and is_one_for_all(draft))
        sure = sure and topic.id not in COMMON
        yield Finding(
            topic.span,
            f"{title_of(topic.id)}: does not tell {lacks}",
            topic=topic.id,
            severity=Severity.WARNING if sure else Severity.INFO,
        )


RULE = Rule(
    code="TOP005",
    name="incomplete-topic",
    severity=Severity.WARNING,
    check=check,
    doc=__doc__ or "",
    help="Add it here, where a reader of this topic looks for it.",
    options=NoOptions(),
    examples=(
        Bad(
            "«The parties shall review this agreement regularly in a service review meeting.»",
            instead="The parties shall review this agreement every six months in a service review"
            " meeting, and whenever the business changes considerably.",
        ),
        Bad(
            "If uptime falls below 99.5%, the Customer receives a service credit of 5% of the"
            " monthly fee. «To receive a credit, the Customer must submit a claim to"
            " support@acme.example.»",
            instead="If uptime falls below 99.5%, the Customer receives a service credit of 5% of"
            " the monthly fee. To receive a credit, the Customer must submit a claim to"
            " support@acme.example within 30 days after the month has ended.",
        ),
        Bad(
            "## Reporting\n\n«The Provider shall send a report on availability to the Customer.»",
            instead="## Reporting\n\nThe Provider shall send a monthly report on availability to"
            " the Customer.",
        ),
        Bad(
            "This Supply Agreement is made by and between "
            "Harbour Inc. and Quay Ltd.\n\n## 9. Limitation of liability\n\n«Neither party shall be "
            "liable to the other for consequential, incidental or special damages or lost profits, "
            "even if advised of the possibility of such damages.»",
            profile="contract",
            note="A hint: no amount is set.",
        ),
        Good(
            "## 9. Limitation of liability\n\nNeither party shall be liable for consequential "
            "damages or lost profits. The liability of each party under this agreement shall not "
            "exceed the fees paid in the year before.",
            profile="contract",
        ),
        Good(
            "## Review\n\nThe service managers meet to review this agreement.\n\nThey do so every"
            " quarter, and when the volume of requests changes by more than a fifth.",
            note="The interval stands in the next paragraph.",
        ),
        Good(
            "If uptime falls below 99.5%, service credits are applied automatically to the next"
            " invoice.",
            note="What comes by itself needs no deadline.",
        ),
        Good(
            "The levels are reported as set out in section 7 of the master services agreement.",
            note="A topic that only points elsewhere is TOP004's.",
        ),
        Good(
            "## Reporting\n\nThe current uptime is published on the status page.",
            note="A status page is always there.",
        ),
    ),
)
