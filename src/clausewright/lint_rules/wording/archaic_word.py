"""A word that nobody says any more.

"Hereinafter" and "aforesaid" make the reader look for what they point at, and sometimes there are
two candidates. Name the thing: "clause 4", "this agreement", "the Supplier".

Under `contract` only the rarer words speak; "hereby", "herein" and "thereof" are too common there
to help anybody. Tolerated: recitals, signature blocks, quotations, titles.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausewright.analysis.draft import Draft
from clausewright.lint_rules.rule import Bad, Finding, Good, Hit, Rule
from clausewright.lint_rules.wording.swaps import Swaps, phrases_of, swap_findings
from clausewright.model.finding import Severity

SWAPS = (
    "hereinafter referred to as: called",
    "hereinafter: below",
    "{hereinabove|hereinbefore}: above",
    "hereinbelow: below",
    "heretofore: until now",
    "{hereunto|thereunto}: to it",
    "theretofore: until then",
    "{aforesaid|aforementioned|abovementioned|aforedescribed}",
    "{wheresoever|whensoever|howsoever}",
    "know all men by these presents",
    "party of the {first|second} part",
    "to wit: namely",
    "witnesseth",
    "inasmuch as: because",
    "{anent|behoof|gratis dictum}",
    "in lieu thereof: instead",
)
COMMON = (
    "herein: in this agreement",
    "hereof: of this agreement",
    "hereto: to this agreement",
    "hereunder: under this agreement",
    "therein: in it",
    "thereof: of it",
    "thereto: to it",
    "thereunder: under it",
    "hereby",
)
_COMMON_WORDS = frozenset(swap.partition(":")[0] for swap in COMMON)


def check(draft: Draft, options: Swaps, hits: tuple[Hit, ...]) -> Iterator[Finding]:
    """Speak of each archaic word."""
    if draft.profile.name == "contract":
        hits = tuple(hit for hit in hits if hit.phrase not in _COMMON_WORDS)
    return swap_findings(draft, options, hits)


RULE = Rule(
    code="WRD011",
    name="archaic-word",
    severity=Severity.INFO,
    check=check,
    doc=__doc__ or "",
    help="Name what the word points at.",
    options=Swaps(SWAPS + COMMON),
    phrases=phrases_of,
    examples=(
        Bad(
            "The Supplier shall repair the «aforesaid» fault.",
            instead="The Supplier shall repair the fault named in clause 4.",
        ),
        Bad("Harbour Ltd («hereinafter» the Supplier) shall host the Service."),
        Bad("The fees stated «herein» are fixed."),
        Good("The fees set out herein are fixed.", profile="contract", note="Too common there."),
        Good("> the aforesaid fault"),
        Good("The fees stated in this agreement are fixed."),
    ),
)
