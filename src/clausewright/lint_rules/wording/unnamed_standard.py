"""A standard that is not named.

"Applicable standards" and "good industry practice" leave it to each side to pick one. Name the
standard, its number and its edition.

Tolerated where the same sentence names one (ISO, IEC, NIST, PCI, SOC, GMP ...), where the phrase
is a defined term, and in definitions, recitals, titles and quotations.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausewright.analysis.draft import Draft
from clausewright.lint_rules.rule import Bad, Finding, Good, Hit, NoOptions, Rule
from clausewright.lint_rules.wording.context import around, operative, widest
from clausewright.model.finding import Severity

NAMED = (
    "iso",
    "iec",
    "nist",
    "pci",
    "soc 1",
    "soc 2",
    "rfc",
    "ieee",
    "etsi",
    "bs en",
    "ansi",
    "itil",
    "gaap",
    "ifrs",
    "owasp",
    "cis ",
    "hipaa",
    "wcag",
    "gcp",
    "gmp",
    "astm",
    "asme",
    "nfpa",
    "osha",
    "of professional conduct",
)


def check(draft: Draft, options: NoOptions, hits: tuple[Hit, ...]) -> Iterator[Finding]:  # noqa: ARG001  (the contract of all rules)
    """Speak of each standard without a name."""
    defined = {term.name.lower() for term in draft.terms}
    for hit in widest(hits):
        block = draft.document.block_at(hit.span.start)
        words = draft.document.text_of(hit.span)
        if words.lower() in defined or not operative(draft, block, hit.span):
            continue
        sentence = around(draft, hit.span)
        text = draft.words.folded[sentence.start : sentence.end]
        if not any(name in text for name in NAMED):
            yield Finding(hit.span, f'"{words}" names no standard')


RULE = Rule(
    code="WRD009",
    name="unnamed-standard",
    severity=Severity.INFO,
    check=check,
    doc=__doc__ or "",
    help="Name the standard, its number and its edition.",
    options=NoOptions(),
    phrases=(
        "{applicable|relevant|recognised|recognized|accepted} {industry|} {standards|practices}",
        "{generally accepted|prevailing} {industry|} {standards|practices}",
        "{international|commercial|professional|customary} {standards|practices}",
        "{good|sound|prudent} {industry|business|} {practice|practices}",
        "{highest|high} {industry|professional} standards",
    ),
    examples=(
        Bad(
            "The Supplier shall encrypt data under «applicable industry standards».",
            instead="The Supplier shall encrypt data as ISO/IEC 27001:2022 asks.",
        ),
        Bad("Backups are kept in line with «good industry practice»."),
        Bad("Tests follow «generally accepted practices»."),
        Good("Tests follow recognised standards, in particular ISO/IEC 20000-1:2018."),
        Good('"Good Industry Practice" means the care set out in Annex 2.\n\nTests follow it.'),
        Good("The Supplier shall encrypt data with AES-256."),
    ),
)
