"""Two words where one says it.

"Null and void" and "each and every" come from a time when lawyers wrote in two languages at once.
Courts ask what the second word adds; the answer is nothing. Write one.

Under `contract` "terms and conditions" and "any and all" are left alone: they are too common there
to help anybody. Tolerated: titles ("Terms and Conditions of Sale"), quotations, recitals, and pairs
whose words differ in law (indemnify and hold harmless, sole and exclusive).
"""

from __future__ import annotations

from collections.abc import Iterator

from clausewright.analysis.draft import Draft
from clausewright.lint_rules.rule import Bad, Finding, Good, Hit, Rule
from clausewright.lint_rules.wording.swaps import Swaps, phrases_of, swap_findings
from clausewright.model.finding import Severity

SWAPS = (
    "null and void: void",
    "each and every: each",
    "full force and effect: effect",
    "final and conclusive: final",
    "true and correct: correct",
    "save and except: except",
    "unless and until: until",
    "over and above: beyond",
    "{covenant|covenants} and {agree|agrees} to: shall",
    "{agree|agrees} and {covenant|covenants} to: shall",
    "covenant and agree: agree",
    "covenants and agrees: agrees",
    "authorize and empower: authorize",
    "authorise and empower: authorise",
    "give and grant: grant",
    "made and entered into: made",
    "furnish and supply: supply",
    "help and assist: help",
    "aid and abet: help",
    "way, shape or form: way",
    "fit and suitable: suitable",
    "if and only if: only if",
    "part and parcel: part",
    "various and sundry: various",
)
COMMON = (
    "terms and conditions: terms",
    "any and all: all",
)
_COMMON_WORDS = frozenset(swap.partition(":")[0] for swap in COMMON)


def check(draft: Draft, options: Swaps, hits: tuple[Hit, ...]) -> Iterator[Finding]:
    """Speak of each pair."""
    if draft.profile.name == "contract":
        hits = tuple(hit for hit in hits if hit.phrase not in _COMMON_WORDS)
    return swap_findings(draft, options, hits)


RULE = Rule(
    code="WRD010",
    name="doublet",
    severity=Severity.INFO,
    check=check,
    doc=__doc__ or "",
    help="Keep one of the two words.",
    options=Swaps(SWAPS + COMMON),
    phrases=phrases_of,
    examples=(
        Bad(
            "A transfer without consent is «null and void».",
            instead="A transfer without consent is void.",
        ),
        Bad("«Each and every» Incident is logged."),
        Bad("The Supplier keeps «any and all» records for two years."),
        Bad(
            "The parties «covenant and agree» as follows.",
            instead="The parties agree as follows.",
            profile="contract",
        ),
        Good("The terms and conditions of this lease apply.", profile="contract"),
        Good("Clause 4 (Terms and Conditions of Sale) applies.", note="A title."),
        Good("The Supplier shall indemnify and hold harmless the Customer."),
        Good("> Any transfer is null and void."),
    ),
)
