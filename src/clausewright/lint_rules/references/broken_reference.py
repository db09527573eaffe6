"""A cross-reference to a section, clause or heading that is not in the document.

"Subject to section 14" in an agreement of twelve sections suspends a duty on a condition nobody
can read. It is left over from another draft, or the numbers moved.

The rule speaks only where the numbering is understood: the sections count from 1 without a gap
and the number lies beyond them, or the neighbours of a sub-number are there and it is not.
References that name another agreement, a law or an attachment are passed over, and so is every
number in an amendment or order form, whose numbers are those of the agreement it changes. In
Markdown a link to a heading (#anchor) that does not exist and a link label that is defined
nowhere are told too. Each missing number is told once, at its first place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausewright.analysis.anchors import broken_anchors, undefined_labels
from clausewright.analysis.draft import Draft
from clausewright.analysis.numbering import normal
from clausewright.analysis.references import is_explicitly_here
from clausewright.lint_rules.rule import Bad, Finding, Good, Hit, NoOptions, Rule
from clausewright.model.facts import Reference, ReferenceKind
from clausewright.model.finding import Severity

_CHANGES_ANOTHER = re.compile(
    r"\b(?:amend\w+|addendum|supplement\w*|rider|order form|statement of work|joinder|change order|"
    r"work order|waiver|terms and conditions of sale)\b",
    re.IGNORECASE,
)
_OTHER_DOCUMENT = re.compile(
    r"\b(?:master|msa|main agreement|base terms|framework|standard terms|underlying|lease|loan"
    r"|merger|"
    r"purchase|parent|terms of (?:service|use)|act|code|statute|regulation|directive|law|rules"
    r"|gdpr|iso|thereof|therein)\b",
    re.IGNORECASE,
)
_OTHER_AGREEMENT = re.compile(
    r"(?<!Level )(?<!this )\b[A-Z][\w&]*\s(?:Agreement|Contract|Plan|Indenture|Note|Lease|Terms"
    r"|Policy)\b"
)


def check(draft: Draft, options: NoOptions, hits: tuple[Hit, ...]) -> Iterator[Finding]:  # noqa: ARG001
    """Speak once for each number, anchor and link label that leads nowhere."""
    yield from _numbers(draft)
    for anchor, span in broken_anchors(draft.document):
        yield Finding(span, f"the link leads to #{anchor}, and no heading has that anchor")
    for label, span in undefined_labels(draft.document):
        yield Finding(span, f'the link label "{label}" is defined nowhere')


def _numbers(draft: Draft) -> Iterator[Finding]:
    missing: dict[str, list[Reference]] = {}
    changes_another = _changes_another_agreement(draft)
    for reference in draft.references:
        if reference.kind is not ReferenceKind.SECTION or reference.resolved:
            continue
        if draft.text[reference.span.start - 1 : reference.span.start] in {'"', "\u201c"}:
            continue  # the words "Section 365" themselves are spoken of
        here = is_explicitly_here(draft.text, reference)
        if not here and (changes_another or _may_be_elsewhere(draft, reference)):
            continue
        if draft.numbering.surely_missing(reference.number):
            missing.setdefault(normal(reference.number), []).append(reference)
    for places in missing.values():
        first = places[0]
        times = f"; {len(places)} references lead there, first here" if len(places) > 1 else ""
        yield Finding(
            first.span,
            f"there is no {first.word} {first.number} in this document{times}",
        )


def _changes_another_agreement(draft: Draft) -> bool:
    opening = draft.text[:600]
    return _CHANGES_ANOTHER.search(opening) is not None


def _may_be_elsewhere(draft: Draft, reference: Reference) -> bool:
    """Tell whether the sentence speaks of another document, whose number it may be."""
    sentence = draft.document.text_of(draft.sentence_at(reference.span.start))
    near = (
        sentence
        if len(sentence) < 400
        else draft.text[max(0, reference.span.start - 150) : reference.span.end + 150]
    )
    return bool(_OTHER_DOCUMENT.search(near) or _OTHER_AGREEMENT.search(near))


RULE = Rule(
    code="REF001",
    name="broken-reference",
    severity=Severity.ERROR,
    check=check,
    doc=__doc__ or "",
    help="Refer to the section that is meant, by its present number.",
    options=NoOptions(),
    always=True,
    examples=(
        Bad(
            "# 1. Services\n\nThe Provider runs the Service, subject to «section 9».\n\n"
            "# 2. Fees\n\nFees are due monthly.\n\n# 3. Term\n\nThe term is one year.",
            instead="# 1. Services\n\nThe Provider runs the Service, subject to section 3.\n\n"
            "# 2. Fees\n\nFees are due monthly.\n\n# 3. Term\n\nThe term is one year.",
        ),
        Bad(
            "## 1. Levels\n\n### 1.1 Availability\n\nSee «Section 1.4».\n\n### 1.2 Response\n\n"
            "Within 1 hour.\n\n## 2. Credits\n\nCredits follow Section 1.1 and Section 1.4.",
            note="Told once, at its first place.",
        ),
        Bad(
            "# Service credits\n\nSee [the tiers](#credit-tiers).".replace(
                "[the tiers]", "[«the tiers»]"
            )
        ),
        Bad("# Support\n\nWrite to «[our support team][helpdesk]» at any hour."),
        Good(
            "# 1. Services\n\nSee section 3.\n\n# 2. Fees\n\nNet.\n\n# 3. Term\n\nOne year.",
            note="It is there.",
        ),
        Good(
            "# 1. Services\n\nSection 9 of the Master Agreement applies.\n\n# 2. Fees\n\nNet.\n\n"
            "# 3. Term\n\nSection 14 of the Data Protection Act applies.",
            note="Another document and a law.",
        ),
        Good(
            "# Services\n\nSee section 4 of the catalogue.\n\n# Fees\n\nAs in clause 12.",
            note="Nothing is numbered here: the numbers may be those of another document.",
        ),
        Good(
            "# 1. Services\n\nText.\n\n# 2. Fees\n\nText.\n\n# 3. Audits\n\nText. Section 4. "
            "Notices. "
            "Notices are in writing. Section 4 survives.",
            note="Section 4 begins within a paragraph.",
        ),
        Good("# Credit tiers\n\nSee [the tiers](#credit-tiers) and [these](#Credit_Tiers)."),
        Good(
            "# Amendment No. 2\n\n## 1. Term\n\nText.\n\n## 2. Fees\n\nSection 14.2 is deleted.\n\n"
            "## 3. Rest\n\nText.",
            note="The numbers of an amendment are those of the agreement it changes.",
        ),
    ),
)
