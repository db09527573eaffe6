"""The length of a document in printed pages."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pages:
    """Printed pages: ``body`` without cover, contents, signatures and attachments."""

    body: float
    attachments: float
    by: str  # "estimate" or "application"
