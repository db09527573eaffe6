"""A document longer than its readers will read.

A service level agreement is looked up in the middle of an incident, by people who did not write it.
What takes more than a few pages goes unread, and an agreement that is not read is not kept.

Counted are the printed pages of the body on A4 in 11 points: cover, table of contents, signature
block and attachments are left out, so detail can move into a schedule. Under the profiles of
service level agreements more than ``comfortable_pages`` is told as a hint and more than
``most_pages`` as a warning; under ``contract`` only more than ``contract_pages`` is told.
``max_pages`` sets one limit of your own instead; what exceeds it is a warning.

It stays a hint where the text does not call itself an agreement on service levels, where its title
says that several agreements share it (a framework, a handbook), where it says that it is a schedule
to a contract, for which the limit was not made, and where it is a whole contract with terms on
liability, law and the like, for which five pages are few.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from clausewright.analysis.draft import Draft
from clausewright.lint_rules.part_of_contract import PERHAPS_NO_SERVICE_LEVELS, says_it_is_part
from clausewright.lint_rules.rule import SLA_PROFILES, Bad, Finding, Good, Hit, Rule
from clausewright.model.finding import Severity
from clausewright.model.pages import Pages
from clausewright.pattern import regex


@dataclass(frozen=True)
class Options:
    """Limits in printed pages of the body."""

    comfortable_pages: float = 3.0
    most_pages: float = 5.0
    contract_pages: float = 40.0
    max_pages: float | None = None


_SHARED = regex(
    r"\b(?:frameworks?|handbook|manual|guide|guidelines|catalogue|catalog|SLAs|agreements)\b",
    re.IGNORECASE,
)
"""Titles of texts that several agreements share."""
_OF_CONTRACTS: Final = (
    *("liability", "law", "assignment", "ip", "warranty", "insurance", "confidentiality"),
    *("force-majeure", "entire-agreement", "severability", "waiver", "notices", "license"),
)
_WHOLE: Final = 6
"""Topics of contracts from which an agreement on services is more than its levels."""


def check(draft: Draft, options: Options, hits: tuple[Hit, ...]) -> Iterator[Finding]:  # noqa: ARG001
    """Speak once where the body exceeds a limit."""
    pages = draft.pages
    told = _exceeded(pages.body, options, sla=draft.profile.name in SLA_PROFILES)
    if told is None:
        return
    limit, severity = told
    reason = ""
    if severity is Severity.WARNING and options.max_pages is None:
        reason = _reason_to_be_long(draft)
    yield Finding(
        None,
        f"{_message(pages, limit)}{reason}",
        severity=Severity.INFO if reason else severity,
    )


def _reason_to_be_long(draft: Draft) -> str:
    """Tell why a text may need more pages than an agreement on service levels."""
    titles = [section.title for section in draft.document.sections[:1]]
    if any(map(_SHARED.search, titles)):
        return "; its title says that several agreements share it"
    if not draft.profile.claimed:
        return f"; {PERHAPS_NO_SERVICE_LEVELS}"
    if says_it_is_part(draft):
        return "; it says that it is a part of a contract"
    if sum(topic in draft.topics for topic in _OF_CONTRACTS) >= _WHOLE:
        return "; it holds the terms of a whole contract"
    return ""


def _exceeded(body: float, options: Options, *, sla: bool) -> tuple[float, Severity] | None:
    if options.max_pages is not None:
        return (options.max_pages, Severity.WARNING) if body > options.max_pages else None
    if not sla:
        over = body > options.contract_pages
        return (options.contract_pages, Severity.INFO) if over else None
    if body > options.most_pages:
        return options.most_pages, Severity.WARNING
    if body > options.comfortable_pages:
        return options.comfortable_pages, Severity.INFO
    return None


def _message(pages: Pages, limit: float) -> str:
    by = "as Word counted" if pages.by == "application" else "estimated"
    apart = f", {pages.attachments:g} more in attachments" if pages.attachments else ""
    return (
        f"the body takes {pages.body:g} printed pages ({by}{apart}), above the limit of {limit:g}"
    )


def _duties(count: int) -> str:
    return "\n\n".join(
        f"{n}. The Supplier shall report each outage of system {n} to the Customer within 2 hours."
        for n in range(1, count + 1)
    )


RULE = Rule(
    code="LEN001",
    name="over-length-document",
    severity=Severity.WARNING,
    check=check,
    doc=__doc__ or "",
    help="Move detail into a schedule, put numbers into one table, drop what only repeats the law.",
    options=Options(),
    examples=(
        Bad(f"# Service level agreement\n\n{_duties(150)}", whole=True, instead=_duties(20)),
        Bad(f"# Operating level agreement\n\n{_duties(240)}", whole=True, profile="ola"),
        Bad(f"# Support agreement\n\n{_duties(140)}", whole=True, profile="internal-sla"),
        Bad(
            "# Service level agreement\n\nThis SLA is one of several schedules to the Hosting "
            f"Agreement.\n\n{_duties(150)}",
            whole=True,
            note="A hint: the limit was not made for a part of a contract.",
        ),
        Good(f"# Service level agreement\n\n{_duties(60)}"),
        Good(
            f"# Service level agreement\n\n{_duties(20)}\n\n"
            f"# Schedule 1 - Systems\n\n{_duties(200)}",
            note="The length is in a schedule.",
        ),
        Good(
            f"# Supply agreement\n\n{_duties(180)}",
            profile="contract",
            note="Contracts of many clauses are common.",
        ),
    ),
)
