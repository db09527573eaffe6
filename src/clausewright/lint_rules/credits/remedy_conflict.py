"""Credits that are the only remedy, and not.

"Service credits are the sole remedy" and "credits are without prejudice to any other right" cannot
both hold. Which of them does is worth the whole claim for damages.

Told where one sentence makes credits the sole remedy and another keeps other remedies for the same
failure. A sole remedy "except" for rights that it names is no conflict, nor are rights kept for
something other than credits or service levels.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausewright.analysis.draft import Draft
from clausewright.analysis.scan import expand
from clausewright.lint_rules.rule import SLA_PROFILES, Bad, Finding, Good, Hit, NoOptions, Rule
from clausewright.model.finding import Severity
from clausewright.pattern import regex

_SOLE = (
    "{sole|only|exclusive} {remedy|remedies|recourse}",
    "sole and exclusive {remedy|remedies|recourse}",
    "only legal {remedy|remedies}",
)
_KEPT = (
    "without prejudice to {any|the|its|all|} {other|further|} {right|rights|remedy|remedies}",
    (
        "without prejudice to {any|the|its|all|} {other|further|additional|} {customer's|} "
        "{right|rights|claim|claims|damages}"
    ),
    "in addition to {any|all} other {right|rights|remedy|remedies}",
    "not {the|its|a} {sole|only|exclusive} {remedy|remedies}",
    "{remedies|rights} are cumulative",
)
_BESIDE = (
    "{unaffected|not affected}",
    "in addition to {the|any|such|these|} {service|uptime|financial|} {credit|credits}",
    (
        "{besides|beyond|over and above|on top of} {the|any|such|these|} {service|uptime|} "
        "{credit|credits}"
    ),
    "not {exclude|limit|affect|preclude|prevent}",
)
_BESIDE_PHRASES = frozenset(phrase for said in _BESIDE for phrase in expand(said))
_ABOUT = regex(
    r"\bcredits?\b|\bservice levels?\b|\bsla\b|\buptime\b|\bavailability\b", re.IGNORECASE
)
_EXCEPT = regex(
    r"\bexcept|\bother than\b|\bsave\b|\bsubject to\b|\bnotwithstanding\b", re.IGNORECASE
)
_NOT = regex(r"\bnot (?:be )?(?:the |its |a )?$", re.IGNORECASE)

_DAMAGES = regex(
    r"\bdamages\b|\b(?:other|further|additional)\s(?:rights?|remed\w+|claims?|compensation)\b",
    re.IGNORECASE,
)
_KEEPS = regex(r"\bnot (?:affected|exclude|limit|affect|preclude|prevent)\b", re.IGNORECASE)
_DENIES = regex(
    r"\b(?:not|no|nor|never|neither|waives?|waived|excluded|cannot|limitation of)\b", re.IGNORECASE
)


def check(draft: Draft, options: NoOptions, hits: tuple[Hit, ...]) -> Iterator[Finding]:  # noqa: ARG001
    """Speak once where credits are the sole remedy here and not there."""
    sole: Hit | None = None
    kept: Hit | None = None
    for hit in hits:
        sentence = draft.document.text_of(draft.sentence_at(hit.span.start))
        if not _ABOUT.search(sentence):
            continue
        negated = _NOT.search(draft.text, max(0, hit.span.start - 14), hit.span.start)
        if hit.phrase in _BESIDE_PHRASES:
            if _keeps_damages(sentence):
                kept = kept or hit
        elif (
            "prejudice" in hit.phrase
            or "addition" in hit.phrase
            or "cumulative" in hit.phrase
            or hit.phrase.startswith("not ")
            or negated
        ):
            kept = kept or hit
        elif not _EXCEPT.search(sentence):
            sole = sole or hit
    if sole is not None and kept is not None:
        line = draft.document.line_name(sole.span.start)
        yield Finding(
            kept.span, f"other remedies are kept here; {line} makes credits the sole remedy"
        )


def _keeps_damages(sentence: str) -> bool:
    """Tell "may claim damages beside the credit" from "no damages are due beside the credit"."""
    said = _KEEPS.sub("", sentence)
    return _DAMAGES.search(said) is not None and _DENIES.search(said) is None


RULE = Rule(
    code="CRD009",
    name="remedy-conflict",
    severity=Severity.WARNING,
    check=check,
    doc=__doc__ or "",
    help="Choose one: credits as the sole remedy, or credits beside other remedies.",
    options=NoOptions(),
    phrases=(*_SOLE, *_KEPT, *_BESIDE),
    profiles=SLA_PROFILES,
    examples=(
        Bad(
            "Service credits are the Customer's sole remedy for missed service levels.\n\n"
            "Service credits are «without prejudice to any other right» of the Customer.",
            instead="Service credits are the Customer's sole remedy for missed service levels.",
        ),
        Bad(
            "Credits are granted «in addition to any other remedies». The credit is the exclusive "
            "remedy for a failure of availability.",
        ),
        Bad(
            "Service credits are «not the sole remedy» for a missed service level.\n\n"
            "## Credits\n\n"
            "The credits of this section are the only remedy.",
        ),
        Bad(
            "Credits under this SLA are the sole and exclusive remedy for poor uptime.\n\n"
            "Claims for damages that go «beyond the credits» may still be made.",
        ),
        Bad(
            "The only remedy for missed uptime is the credit. The Customer's claim to damages for "
            "missed uptime is «unaffected».",
        ),
        Good(
            "Credits are the sole remedy for poor uptime. No damages are due beyond the credits.",
        ),
        Good(
            "Except for the right to terminate, service credits are the sole remedy. The right to "
            "terminate is without prejudice to credits already due.",
        ),
        Good(
            "Service credits are the sole remedy for missed service levels. Termination is without "
            "prejudice to accrued rights.",
            note="The second sentence does not speak of credits.",
        ),
        Good("Service credits are without prejudice to any other right of the Customer."),
    ),
)
