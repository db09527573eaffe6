"""A topic that such an agreement should address is not there.

What an agreement does not say is decided later, by whoever is stronger then. Each profile lists the
topics that an agreement of its type should address, how strongly, and why. A core topic, without
which there is no agreement of the type, is an error; a required one is a warning; all recommended
ones are told together, in one hint.

A topic counts as addressed wherever and under whatever heading a sentence, a list item or a table
row speaks of it, also where it points to another agreement. Where the draft says that it belongs to
a main agreement, or is a schedule to a contract, topics that usually live there are not missed (see
TOP004). Inside a set of files linted together a topic in any of them is there for all. Where there
is doubt the finding is only a hint and says why: the text nowhere calls itself an agreement on
service levels and no profile was named; some words may speak of the topic, or answer a miss in
their own way; the text says that it is not the whole agreement, or sets objectives and no levels;
commitments stand there without their figures; the agreement above may hold what a schedule often
leaves to it; a short contract names the statute it lives by; or no level is set that measurement,
reports and remedies could serve. "Not found" is what a reader of the words can say; whether the law
or a standard asks for the topic is for a lawyer to say. The option ``unwanted`` lists topics that
agreements of a house need not address.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from clausewright.analysis.draft import Draft
from clausewright.lint_rules.missed_levels import PHRASES
from clausewright.lint_rules.profile import Level
from clausewright.lint_rules.rule import Bad, Finding, Good, Hit, Rule
from clausewright.lint_rules.wanted_topics import MISSING_TOPIC, missing_topics, title_of
from clausewright.model.finding import Severity


@dataclass(frozen=True)
class Options:
    """Ids of topics that agreements of this house need not address."""

    unwanted: tuple[str, ...] = ()


_SEVERITIES = {Level.CORE: Severity.ERROR, Level.REQUIRED: Severity.WARNING}


def check(draft: Draft, options: Options, hits: tuple[Hit, ...]) -> Iterator[Finding]:  # noqa: ARG001
    """Speak of each core and required topic, and once of all that are recommended."""
    missing = [one for one in missing_topics(draft) if one.wanted.topic not in options.unwanted]
    for one in missing:
        severity = _SEVERITIES.get(one.level)
        if severity is None:
            continue
        names = " or ".join(title_of(topic) for topic in (one.wanted.topic, *one.wanted.or_else))
        doubt = f"; {one.doubt}" if one.doubt else ""
        yield Finding(
            None,
            f"topic not found: {names} ({one.level} under {one.profile}{doubt})",
            help=f"Address it, or ignore the topic with a reason. {one.wanted.reason}.",
            topic=one.wanted.topic,
            severity=Severity.INFO if one.doubt else severity,
        )
    recommended = [one.wanted.topic for one in missing if one.level is Level.RECOMMENDED]
    if recommended:
        names = ", ".join(title_of(topic) for topic in recommended)
        yield Finding(
            None,
            f"recommended topics not found: {names}",
            help="Read the list once and add what this agreement needs.",
            severity=Severity.INFO,
        )


_LINES = {
    "documentcontrol": "Version 2.1, last updated on 3 March 2026. Document owner: Ana Kroll.",
    "parties": "This agreement is made between the Marketing Team and the Sales Team.",
    "scope": "The purpose of this agreement is to set the goals of both teams. It covers all"
    " inbound leads.",
    "term": "It is effective from 1 April 2026 and remains in force until 31 March 2027.",
    "definitions": '"Qualified Lead" means a contact that asked for a price and has a budget.',
    "levels": "Target: Marketing delivers at least 120 Qualified Leads a month, and Sales responds"
    " to 95% of them within 4 business hours.",
    "baseline": "The baseline is the average of the past four quarters, 96 leads a month.",
    "responsibilities": "The Sales Team is responsible for entering the outcome of each call. The"
    " Marketing Team must provide the contact data.",
    "hours": "Business hours are Monday to Friday, 9:00 to 17:30 Central European Time.",
    "measurement": "Response time is measured by the CRM system, from the time a lead is assigned.",
    "reporting": "Marketing sends a weekly report on leads and response times to both managers.",
    "remedies": "If a target is not met, the team that missed it shows a corrective action plan.",
    "escalation": "Leads without an answer are escalated to the head of sales.",
    "review": "The targets are reviewed quarterly by both managers in a review meeting.",
    "change": "This agreement may be amended only in writing and with the consent of both teams.",
}


def _draft_without(*topics: str) -> str:
    lines = (text for topic, text in _LINES.items() if topic not in topics)
    return "\n\n".join(("# Lead agreement", *lines)) + "\n"


RULE = Rule(
    code=MISSING_TOPIC,
    name="missing-topic",
    severity=Severity.WARNING,
    check=check,
    doc=__doc__ or "",
    help="Address the topic, or say where it is addressed.",
    options=Options(),
    phrases=PHRASES,
    always=True,
    examples=(
        Bad(
            _draft_without("reporting"),
            instead=_draft_without(),
            profile="sales-marketing-sla",
            whole=True,
            note="Required: a warning.",
        ),
        Bad(
            _draft_without("definitions"),
            instead=_draft_without(),
            profile="sales-marketing-sla",
            whole=True,
            note="What counts as a qualified lead decides every figure.",
        ),
        Bad(
            _draft_without("escalation", "documentcontrol"),
            profile="sales-marketing-sla",
            whole=True,
            note="Both are recommended: one hint for the two.",
        ),
        Bad(
            _draft_without("reporting") + "\n## Monthly reports\n\n## Other matters\n\nNone.\n",
            profile="sales-marketing-sla",
            whole=True,
            note="A title that nothing stands under says nothing.",
        ),
        Good(_draft_without(), profile="sales-marketing-sla"),
        Good(
            _draft_without("reporting")
            + "\n## Other matters\n\nThe status of all targets is shown on a dashboard that both"
            " teams can see, and a monthly report on results goes to the managers.\n",
            profile="sales-marketing-sla",
            note="What counts is the text, not the title it stands under.",
        ),
        Good(
            _draft_without("term")
            + "\nThe term of this agreement is governed by section 9 of the master agreement, of"
            " which this agreement forms part.\n",
            profile="sales-marketing-sla",
            note="A topic that points elsewhere is addressed; TOP004 may tell it.",
        ),
        Good(
            "# Release notes\n\nThe portal now starts faster.\n",
            profile="none",
            note="What is no agreement misses no topic.",
        ),
    ),
)
