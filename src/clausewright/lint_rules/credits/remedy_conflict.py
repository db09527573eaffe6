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
_ABOUT = regex(
    r"\bcredits?\b|\bservice levels?\b|\bsla\b|\buptime\b|\bavailability\b", re.IGNORECASE
)
_EXCEPT = regex(
    r"\bexcept|\bother than\b|\bsave\b|\bsubject to\b|\bnotwithstanding\b", re.IGNORECASE
)
_NOT = regex(r"\bnot (?:be )?(?:the |its |a )?$", re.IGNORECASE)


def check(draft: Draft, options: NoOptions, hits: tuple[Hit, ...]) -> Iterator[Finding]:  # noqa: ARG001
    """Speak once where credits are the sole remedy here and not there."""
    sole: Hit | None = None
    kept: Hit | None = None
    for hit in hits:
        sentence = draft.document.text_of(draft.sentence_at(hit.span.start))
        if not _ABOUT.search(sentence):
            continue
        negated = _NOT.search(draft.text, max(0, hit.span.start - 14), hit.span.start)
        if (
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
        line = draft.document.position(sole.span.start).line
        yield Finding(
            kept.span, f"other remedies are kept here; line {line} makes credits the sole remedy"
        )


RULE = Rule(
    code="CRD009",
    name="remedy-conflict",
    severity=Severity.WARNING,
    check=check,
    doc=__doc__ or "",
    help="choose one: credits as the sole remedy, or credits beside other remedies",
    options=NoOptions(),
    phrases=(*_SOLE, *_KEPT),
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
