"""Which profile a document is read under."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clausewright.model.facts import ProfileChoice

if TYPE_CHECKING:
    from clausewright.analysis.draft import Draft

PHRASES: tuple[str, ...] = ()


def profile_of(draft: Draft) -> ProfileChoice:
    """Choose: the settings, the marker that build leaves, the text."""
    if draft.settings.profile is not None:
        return ProfileChoice(draft.settings.profile, draft.settings.profile_source, "chosen")
    return ProfileChoice("external-sla", "text", "default")
