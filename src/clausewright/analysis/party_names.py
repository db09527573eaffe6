"""Names and roles of parties in one passage: "Acme Ltd (the "Provider") and Borel Inc ..."."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from clausewright.pattern import regex

LONGEST_NAME = 90
MOST_WORDS = 12
LONGEST_ROLE = 5
LONGEST_GAP = 400
"""Code points without a name after which a passage speaks of something else."""

ROLES = frozenset(
    {
        "provider", "service provider", "it service provider", "supplier", "vendor", "seller",
        "contractor", "licensor", "franchisor", "consultant", "host", "hosting provider",
        "manufacturer", "lender", "landlord", "publisher", "developer", "agency", "agent",
        "customer", "client", "buyer", "purchaser", "licensee", "franchisee", "subscriber",
        "distributor", "reseller", "user", "users", "recipient", "service recipient", "borrower",
        "tenant", "it customer", "company", "partner", "end user", "affiliate", "sponsor",
        "service owner", "business owner", "employer", "employee", "owner", "investor", "we", "us",
        "you", "party a", "party b", "internal customer", "receiving department",
    }
)  # fmt: skip
"""Roles that stand on one side of an agreement."""

NO_ROLES = frozenset(
    {
        "agreement", "date", "term", "service", "services", "sla", "parties", "party", "exhibit",
        "product", "products", "schedule", "contract", "terms", "order", "territory", "software",
        "ola", "policy", "plan", "amendment", "addendum", "site", "program", "programme",
    }
)  # fmt: skip
"""Last words of terms that name something else than a party."""

NO_NAMES = frozenset(
    {
        "and", "or", "of", "the", "whereas", "dated", "source", "collectively",
        "now", "this", "these", "such", "exhibit", "schedule", "article", "section", "page",
        "january", "february", "march", "april", "may", "june", "july", "august", "september",
        "october", "november", "december", "monday", "tuesday", "wednesday", "thursday", "friday",
        "saturday", "sunday", "wales", "agreement", "parties", "no", "its", "their", "as", "by",
        "framework", "effective", "table", "address", "tel", "fax", "phone", "email", "attention",
        "between", "in", "on", "for", "not", "if", "when",
    }
)  # fmt: skip
"""First words of what is no name."""

QUANTIFIERS = frozenset(("each", "all", "any", "every"))
"""First words of a name only where a noun for a party follows ("each venture team")."""

_COMPANY_FORM = (
    r"(?:Inc|Incorporated|Ltd|Limited|L\.?L\.?C|L\.?P|L\.?L\.?P|Corp|Corporation|Co|Company|GmbH"
    r"|AG|S\.?A\.?(?:S|R\.?L)?|N\.?V|B\.?V|PLC|plc|Pty|Pte|K\.?K|S\.?p\.?A|AB|AS|A/S|Oy|e\.V"
    r"|INC|LTD|CORP|CORPORATION|COMPANY|LIMITED|CO)\b\.?"
)
_NAME_END = regex(
    rf",(?!\s*{_COMPANY_FORM})|[;:(\n]|\s[-\u2013\u2014]\s"
    r"|\.(?=\s+[A-Z][a-z]+\s)(?<!\b[A-Z]\.)(?<!\bInc\.)(?<!\bLtd\.)(?<!\bCo\.)(?<!\bCorp\.)"
    r"|\.$|\s(?:having|with|whose|located|organi[sz]ed|incorporated|registered|trading|acting|who"
    r"|which|that|for|to|is|are|shall|will|under|as|dated|regarding|concerning|on|in|at|from"
    r"|hereinafter|hereafter|whereby|covering|sets?|describes?|defines?|appl(?:y|ies)|agrees?|has|have"
    r"|may|must|can)\b"
)
_OPENING = regex(
    r"(?:\s|[(\[]?\d{1,2}[.)\]]|[(\[][a-z][.)\]]|[\"\u201c'\u2018,:*]|\b(?:the|a|an|our|its"
    r"|following|parties|both|either)\b(?=[\s:]))*",
    re.IGNORECASE,
)
_ROLE = regex(
    r"[\"\u201c\u201f'\u2018]\s*([A-Za-z][^\"\u201d\u201c\u2019'\n]{0,60}?)[,.]?\s*[\"\u201d\u2019']"
)
_PLAIN_ROLE = regex(
    r"(?:hereinafter|hereafter|henceforth)[^\"\u201c().;]{0,40}?(?:called|known as|referred to as"
    r"|as)\s+(?:the\s+)?([A-Z][\w-]*(?:\s[A-Z][\w-]*)?)|[(](?:the\s+)?([A-Z][\w-]*(?:\s[A-Z][\w-]*)?)[)]"
)
_PARTY_NOUN = regex(
    r"\b(?:teams?|departments?|units?|groups?|customers?|clients?|users?|you|organi[sz]ations?"
    r"|providers?|suppliers?|sales|marketing|division|agency|person|subscribers?|tenants?|us"
    r"|entity|individual|undersigned|owner|company)\b",
    re.IGNORECASE,
)
_VERB = regex(
    r"\b(?:will|shall|is|are|applies|apply|has|have|agrees?|wish(?:es)?|desires?|may|must)\b"
)
_CAPITAL = regex(r"[A-Z\[{<\u00c0-\u00de_]")


class NamedParty(NamedTuple):
    """A party in a passage: its name, the role it is given there, and where the name stands."""

    name: str
    role: str | None
    start: int
    end: int


def named_parties(passage: str) -> Iterator[NamedParty]:
    """Find the parties that a passage names one after the other; offsets lie in the passage.

    A third party and those after it need a role: behind the second name the sentence goes on.
    """
    count = 0
    for start, end in _portions(passage):
        found = _party(passage, start, end)
        if found is not None and (count < 2 or found.role is not None):
            count += 1
            yield found
        elif count >= 2 or end - start > LONGEST_GAP:
            return


def role_in(text: str) -> str | None:
    """Give the role that the text after a name gives it: quoted, bracketed, after "hereinafter"."""
    verb = _VERB.search(text)
    near = text[: verb.start()] if verb is not None else text
    quoted = _ROLE.search(near)
    if quoted is None:
        plain = _PLAIN_ROLE.search(near)
        role = next((group for group in plain.groups() if group), None) if plain else None
    else:
        role = quoted[1].strip(" ,.").removeprefix("the ")
    return role if role is not None and _is_role(role) else None


def _is_role(role: str) -> bool:
    words = role.split()
    return 0 < len(words) <= LONGEST_ROLE and words[-1].lower() not in NO_ROLES


def _portions(passage: str) -> Iterator[tuple[int, int]]:
    """Cut at "and", semicolons and line ends that stand outside brackets."""
    depth, start, at = 0, 0, 0
    for match in re.finditer(r"[(\[{]|[)\]}]|;|\n|\b(?:and|AND|And)\b(?=\s)(?!\s+Wales)", passage):
        at = match.start()
        mark = match[0][0]
        if mark in "([{":
            depth += 1
        elif mark in ")]}":
            depth = max(0, depth - 1)
        elif depth == 0:
            yield start, at
            start = match.end()
    yield start, len(passage)


def _party(passage: str, start: int, end: int) -> NamedParty | None:
    opening = _OPENING.match(passage, start, end)
    first = opening.end() if opening is not None else start
    stop = _NAME_END.search(passage, first, end)
    last = stop.start() if stop is not None else end
    name = passage[first:last].rstrip(" .,*\"\u201d'\u2019")
    role = name if name.lower() in ROLES else role_in(passage[last:end])
    if not is_name(name, role):
        return None
    return NamedParty(name, role, first, first + len(name))


def is_name(name: str, role: str | None = None) -> bool:
    """Tell whether words can be the name of a party; with a role they may be written small."""
    words = name.split()
    if not words or words[0].lower() in NO_NAMES:
        return False
    if words[0].lower() in QUANTIFIERS and _PARTY_NOUN.search(name) is None:
        return False
    if not 0 < len(words) <= MOST_WORDS or not 2 <= len(name) <= LONGEST_NAME:
        return False
    if role is not None or _PARTY_NOUN.search(name) is not None:
        return any(letter.isalpha() for letter in name)
    return _CAPITAL.match(name) is not None and any(letter.isalpha() for letter in name)
