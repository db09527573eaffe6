"""A capitalised term that is used as defined and defined nowhere.

"The Subscription Fee is refunded" refers the reader to a definition. Where there is none, the
amount is open, and each party fills it in.

Told once a term, at its first use, and of a document that speaks of "the Agreement" without saying
which, or of itself by a name it was never given. Names, titles, headings, labels of fields,
documents and sections are no terms. Under the profiles of service levels three more are told: an
acronym that few readers know and the document does not write out, "Business Hours" in capitals
where no days or hours are given, and a class ("Category 3") that no words describe. Quiet where
the document takes its terms from another ("terms not defined here have the meaning given in the
Agreement"), and where a term looks like a variant of a defined one (then DEF005 speaks). In a set
of files read as one agreement a term of any of them is defined for all.

A phrase used once or twice and an acronym used once, which may be names, are told as info; so is
any phrase of a document that was signed or filed, or that amends, completes or is governed by
another agreement. Under the profiles of service levels a hint also tells words that stand with and
without capitals, phrases of plain words in capitals, and the names of levels in cells, where a term
may be meant, names in a formula that nothing explains, and classes called by a grade ("Urgent
tickets"), plans and lines of support ("L2 engineers") that no words describe. In other drafts of
contracts it tells phrases only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausewright.analysis.acronyms import undefined_acronyms
from clausewright.analysis.class_labels import unknown_classes, unknown_grades, unknown_plans
from clausewright.analysis.doubtful_terms import DoubtfulTerm, doubtful_terms
from clausewright.analysis.draft import Draft
from clausewright.analysis.formula_terms import unknown_quantities
from clausewright.analysis.incorporated import takes_terms_from_elsewhere
from clausewright.analysis.self_names import misnamed_self, unnamed_agreement
from clausewright.analysis.term_doubts import (
    hangs_on_another_agreement,
    is_concluded,
    is_surely_a_term,
)
from clausewright.analysis.term_uses import stem
from clausewright.analysis.working_times import undefined_working_times
from clausewright.lint_rules.rule import Bad, Finding, Good, Hit, NoOptions, Rule
from clausewright.model.finding import Severity
from clausewright.model.topics import SLA_PROFILES
from clausewright.pattern import regex

SELF_NAMES = regex(
    r"\b(?:this|the) (?:SLA|OLA|policy|schedule|exhibit|annex|addendum)\b", re.IGNORECASE
)


def check(draft: Draft, options: NoOptions, hits: tuple[Hit, ...]) -> Iterator[Finding]:  # noqa: ARG001
    """Speak once for each term without a definition."""
    own = misnamed_self(draft)
    if own is not None:
        name = draft.document.text_of(own)
        message = f'the document speaks of itself as "{name}" and is introduced as no such thing'
        grade = Severity.INFO if hangs_on_another_agreement(draft) else None
        yield Finding(own, message, severity=grade)
    agreement = unnamed_agreement(draft)
    if agreement is not None and not draft.companions and SELF_NAMES.search(draft.text):
        yield Finding(agreement, '"the Agreement" is named and nothing says which agreement it is')
    if takes_terms_from_elsewhere(draft):
        return
    elsewhere = {stem(term.name) for one in draft.companions for term in one.terms}
    doubtful = bool(draft.undefined_terms) and (
        is_concluded(draft) or hangs_on_another_agreement(draft)
    )
    for term in draft.undefined_terms:
        if term.near is None and stem(term.name) not in elsewhere:
            grade = Severity.INFO if doubtful or not is_surely_a_term(term.uses) else None
            count = len(term.uses)
            times = f"used {count} times, first here, " if count > 1 else "used "
            message = f'"{term.name}" is {times}and defined nowhere'
            yield Finding(term.uses[0], message, severity=grade)
    if draft.profile.name in SLA_PROFILES:
        yield from _of_service_levels(draft, elsewhere)
    elif not is_concluded(draft):
        yield from _of_drafts(draft, elsewhere)


def _of_drafts(draft: Draft, elsewhere: set[str]) -> Iterator[Finding]:
    """Give hints on phrases in a draft of a contract that is no agreement on service levels."""
    told = {stem(term.name) for term in draft.undefined_terms} | elsewhere
    for term in doubtful_terms(draft):
        if " " in term.name and stem(term.name) not in told:
            yield Finding(term.span, _doubt(term), severity=Severity.INFO)


def _of_service_levels(draft: Draft, elsewhere: set[str]) -> Iterator[Finding]:
    """Speak of what levels rest on: acronyms, working times and classes."""
    for name, places in undefined_acronyms(draft):
        if stem(name) not in elsewhere:
            grade = Severity.INFO if len(places) == 1 else None  # perhaps the name of a team
            message = f'"{name}" is neither spelled out nor defined'
            yield Finding(places[0], message, severity=grade)
    told = {stem(term.name) for term in draft.undefined_terms} | elsewhere
    for name, span in undefined_working_times(draft):
        if stem(name) not in told:
            told.add(stem(name))
            yield Finding(span, f'"{name}" is written as a term and says no days or hours')
    for term in doubtful_terms(draft):
        if stem(term.name) not in told:
            told.add(stem(term.name))
            yield Finding(term.span, _doubt(term), severity=Severity.INFO)
    for name, span in unknown_quantities(draft):
        if stem(name) not in told:
            message = f'"{name}" stands in a formula, and nothing says what counts'
            yield Finding(span, message, severity=Severity.INFO)
    classes: set[str] = set()
    grade = None if draft.severities else Severity.INFO  # MET014 and TOP001 ask for the classes
    for name, span in unknown_classes(draft):
        if name not in classes:
            message = f'the class "{name}" is described nowhere'
            yield Finding(span, message, severity=grade)
        classes.add(name)
    for name, span in unknown_grades(draft):
        message = f'the class "{name}" is described nowhere'
        yield Finding(span, message, severity=Severity.INFO)
    for name, span in unknown_plans(draft):
        message = f'nothing says what "{name}" is'
        yield Finding(span, message, severity=Severity.INFO)


def _doubt(term: DoubtfulTerm) -> str:
    """Say what speaks for a term, and how often it stands in small letters."""
    small = f" and {term.small} times small" if term.small else ""
    times = f"{term.capital} times with capitals" if term.capital > 1 else "with capitals"
    return f'"{term.name}" is written {times}{small}, and defined nowhere: a term?'


RULE = Rule(
    code="DEF001",
    name="undefined-term",
    severity=Severity.WARNING,
    check=check,
    doc=__doc__ or "",
    help="Define the term, or write it in lower case where its everyday meaning is meant.",
    options=NoOptions(),
    always=True,
    examples=(
        Bad(
            '"Service" means the portal. "Fees" means the monthly fees.\n\nWe answer '
            "during the «Support Hours». After the Support Hours a call is charged.",
            instead='"Service" means the portal. "Fees" means the monthly fees. "Support Hours" '
            "means "
            "9:00 to 17:00 on weekdays.\n\nWe answer during the Support Hours. After "
            "the "
            "Support Hours a call is charged.",
        ),
        Bad(
            'Acme Ltd (the "Customer") and Beta Ltd (the "Provider") agree as follows. The '
            "Customer "
            "receives a refund for any «Covered Product» that the Provider withdraws."
        ),
        Bad(
            "We restore the «Software» within a day. You may not copy the Software. Where the "
            "Software "
            "fails, we repair it."
        ),
        Bad("# Support\n\nA fault is mended within 4 hours after the «Customer» tells us of it."),
        Bad("# Support\n\nThe «DRT» answers every call within 4 hours.", note="An acronym."),
        Good("# Support\n\nThe Duty Response Team (DRT) answers. The DRT works within 4 hours."),
        Bad(
            "# Support\n\nWe change the portal only in a «Quiet Period», after the users were told."
        ),
        Good("# Support\n\nWe answer in a Slack Channel. Open Slack and write to the channel."),
        Bad("# Support\n\n| Plan | Time |\n|---|---|\n| Basic | 3 «Business Days» |"),
        Bad("Faults are critical or low. We mend 80% of the «Category 3» faults in a month."),
        Bad(
            "Users of the service tell us by mail. We restore the «Service» within 4 hours, and "
            "report on the service each month.",
            note="A hint: with and without a capital.",
        ),
        Bad(
            "This does not hold for: (i) «Free Trials», (ii) tests of the portal.",
            note="A hint: plain words in capitals.",
        ),
        Bad(
            "Uptime = (all minutes - «Excused Downtime») / all minutes x 100. It is 99% a month.",
            note="A hint, as the next three.",
        ),
        Bad('The desk answers in 4 hours. Tickets marked "«Urgent»" are answered at once.'),
        Bad("«L2» engineers take over after an hour. Calls of «Gold» customers come first."),
        Bad(
            "This contract is made in May. We follow the «Deletion Procedure» at its end.",
            profile="contract",
        ),
        Good(
            "Uptime = (all minutes - Excused Downtime) / all minutes x 100, where Excused Downtime "
            "is time of planned works. Urgent: the portal is down. Urgent tickets come first."
        ),
        Good("We run the Azure Portal. Open Azure, and write to the portal."),
        Bad("We send each report through the «QRX» by 5 May. The portal is open to all."),
        Good("Category 3: cosmetic faults. We mend 80% of the Category 3 faults in a month."),
        Good("We mend it in 3 Business Days. We work Monday to Friday, public holidays excluded."),
        Good(
            '"Service" means the portal. "Fees" means the fees.\n\nA dispute goes to the '
            "Centre for "
            "Effective Dispute Resolution.",
            note="The end of a longer name.",
        ),
        Bad("# Service levels\n\nWe may change these «Terms» with a notice of one month."),
        Bad("# SLA\n\nThis SLA is part of the «Agreement». Credits follow section 4."),
        Good(
            "# SLA\n\nThis SLA is part of the Agreement between Acme Ltd and the user of the "
            "portal."
        ),
        Good(
            "Capitalised terms not defined in this schedule have the meaning given in the Master "
            "Services Agreement. During the Support Hours the Provider answers; after the Support "
            "Hours it does not.",
            note="The terms are those of another document.",
        ),
        Good(
            '"Service" means the portal. "Fees" means the fees.\n\nThe Service runs on Google '
            "Cloud "
            "Platform in the European Union and is run by the Head of Operations.",
            note="Names, places and titles.",
        ),
        Good(
            '"Service" means the portal. "Fees" means the fees.\n\nWe work by the '
            "Support Level attached as Annex A.",
            note="What is attached says what it is.",
        ),
        Good(
            '"Service" means the portal. "Fees" means the fees.\n\nWe answer during the '
            "Support Hours.\n\n- **Support Hours:** 9:00 to 17:00",
            note="A labelled field says what they are.",
        ),
        Good(
            '"Service" means the portal. "Fees" means the fees.\n\n1.14. OPENING DATE shall mean '
            "the day on which the portal opens.\n\nWe answer from the Opening Date.",
            note="Defined in capitals without quotation marks.",
        ),
        Good(
            '"Service" means the portal. "Fees" means the fees.\n\nWe charge the Basic Fee.\n\n'
            "4.2 Basic Fee: We charge 100 euros a month.",
            note="A clause opens with its name.",
        ),
        Good(
            '"Service" means the portal. "Fees" means the fees.\n\n"Order," also "Work Order," '
            "means a request. We answer each Order.",
            note="Two names for one thing.",
        ),
        Good(
            '"Service" means the portal. "Fees" means the fees.\n\nWe keep the Extended Service. '
            "The Extended Service given by us will be the operation of the portal at weekends.",
            note="A plain sentence says what it is.",
        ),
        Good(
            "Each capitalised term used and not defined here has the meaning assigned in the MSLA. "
            "During the Support Hours the Provider answers; after the Support Hours it does not.",
            note="The other document is named by its acronym.",
        ),
        Good(
            "# SLA\n\nThis SLA is part of the [Terms of the Agreement](https://acme.test/terms). "
            "Credits under the Agreement follow section 4.",
            note="The link says which agreement it is.",
        ),
        Good(
            '"Service" means the portal. "Fees" means the fees.\n\nSee the Service Credits.\n\n'
            "## Service Credits\n\nA credit of 5% is due.",
            note="The name of a section.",
        ),
    ),
)
