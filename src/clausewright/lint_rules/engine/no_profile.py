"""The text is not read as an agreement in English.

The rules about agreements know English only, and make no sense of a manual or a change log. Such a
text is read by the rules on drafts (DRF), typing (TYP) and suppression (SUP) alone, all as hints,
and this one line says why.

If the text is an agreement after all, name its profile: with `--profile`, or for good in the
configuration.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausewright.analysis.draft import Draft
from clausewright.lint_rules.rule import Bad, Finding, Good, Hit, NoOptions, Rule
from clausewright.model.finding import Severity
from clausewright.model.topics import FOREIGN_LANGUAGE, NOT_AN_AGREEMENT

_KINDS = {
    NOT_AN_AGREEMENT: "not read as an agreement",
    FOREIGN_LANGUAGE: "not read as English",
}


def check(draft: Draft, options: NoOptions, hits: tuple[Hit, ...]) -> Iterator[Finding]:  # noqa: ARG001
    """Speak once where no profile fits."""
    kind = _KINDS.get(draft.profile.name)
    if kind is not None:
        yield Finding(None, f"{kind}: {draft.profile.reason}")


RULE = Rule(
    code="SUP004",
    name="no-profile",
    severity=Severity.INFO,
    check=check,
    doc=__doc__ or "",
    help="name a profile with --profile if it is an agreement in English",
    options=NoOptions(),
    examples=(
        Bad("# Release notes\n\nFixed the build on Windows.", profile="none", whole=True),
        Bad("Der Anbieter leistet den Dienst.", profile="foreign", whole=True),
        Bad("Shopping: bread, milk, tea.", profile="none", whole=True),
        Good("The Provider shall keep the service available."),
        Good("The Licensee shall pay a royalty.", profile="contract"),
        Good("The help desk answers within 4 hours.", profile="internal-sla"),
    ),
)
