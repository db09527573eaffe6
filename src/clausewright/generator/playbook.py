"""Playbooks: what to offer first, what to fall back to, and where to walk away."""

from __future__ import annotations

from typing import Literal

from pydantic import Field as Option

from clausewright.files.yaml import load_yaml
from clausewright.generator.clause import CLAUSE_ID
from clausewright.generator.validation import Strict, validate
from clausewright.model.errors import LibraryError


class Stance(Strict):
    """How one side negotiates: clause ids, and the words that mark the end of the road."""

    preferred: str = Option(pattern=rf"^{CLAUSE_ID}$")
    fallback: str = Option(pattern=rf"^{CLAUSE_ID}$")
    concede_when: str = Option(min_length=20)
    walk_away: str = Option(min_length=20)


class Playbook(Strict):
    """The positions of one clause, for each side of the table."""

    clause: str = Option(pattern=rf"^{CLAUSE_ID}$")
    stances: dict[Literal["provider", "customer"], Stance] = Option(min_length=1)


def read_playbook(text: str, where: str, expected: str) -> Playbook:
    """Read a playbook file; raise LibraryError with file and line for all that is wrong."""
    yaml = load_yaml(text, where, error=LibraryError)
    playbook = validate(Playbook, yaml, LibraryError)
    if playbook.clause != expected:
        message = f'it speaks of "{playbook.clause}", but its file is named for "{expected}"'
        raise yaml.error(LibraryError, message, "clause")
    return playbook
