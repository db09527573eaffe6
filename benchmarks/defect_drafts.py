"""Drafts that defects are seeded into: their sections, tables and manner of speaking.

The reading here is the benchmark's own and much simpler than the linter's: it only has to find a
fitting place for a clause, never to understand the document.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

SECTIONS = {
    "levels": r"service levels?\b|availab|uptime|performance|metrics?\b|targets?\b|commitment"
    r"|guarantee|sla\b",
    "support": r"support|incident|response|resolution|desk|priorit|severit|ticket|request|issue",
    "credits": r"credit|remed|compensat|penalt|refund|below|availab|uptime|service levels?\b",
    "term": r"\bterm\b|duration|renew|validity|effective|terminat|review|agreement|overview"
    r"|general|scope|purpose|introduction",
    "reports": r"report|monitor|measur|review|track|governance|availab|uptime|service levels?\b",
    "scope": r"services?\b|scope|overview|introduction|purpose|general|agreement|responsib"
    r"|support",
    "duties": r"responsib|support|maintenance|incident|obligation|dut(?:y|ies)|requirements"
    r"|services?\b",
    "leads": r"lead|goal|target|commitment|volume|hand-?off",
}
"""What the title of a section must hold to take a clause of each kind."""

NOT_A_TARGET = r"credit|refund|below|less than|<|baseline|[−÷×/*=]"
"""Marks of a line whose percentage is a band, a base or a part of a formula."""

_UNFIT = (
    r"signature|approval|contact|change ?log|history|versions?\b|document control|faq|example"
    r"|links|resources|table of contents|defin|glossar|interpretation|terminology"
)
_FENCES = ("```", "~~~")
_ATX = re.compile(r"(#{1,6})\s+(\S.*)")
_BOLD = re.compile(r"\*\*([^*]{3,70})\*\*:?\s*$")
_NUMBER = re.compile(r"\W*(\d+(?:\.\d+)*)\b[.)]?\s")
_CLAUSE_NUMBER = re.compile(r"(\d+(?:\.\d+)+)\s+\S")
_TIME = re.compile(
    r"(\d+(?:\.\d+)?)\s*(minutes?|mins?|hours?|hrs?|h|(?:business |working )?days?|weeks?)\b",
    re.IGNORECASE,
)
_MINUTES = {"m": 1, "h": 60, "d": 1440, "w": 10080, "b": 1440}


@dataclass(frozen=True)
class Section:
    """A heading with the lines up to the next one; line numbers count from 1.

    ``path`` holds the titles of the sections around it, outermost first, and its own, but not that
    of the document.
    """

    title: str
    path: tuple[str, ...]
    number: str | None
    first: int
    last: int
    words: int


@dataclass(frozen=True)
class Row:
    """A data row of a Markdown table: its line, its cells and the header's cells in lower case."""

    line: int
    cells: tuple[str, ...]
    header: tuple[str, ...]


@dataclass(frozen=True)
class Draft:
    """One base document, split into lines (always joined by a line feed).

    ``topics`` are those that its readers found in it, None where nobody read it.
    """

    name: str
    kind: str
    lines: tuple[str, ...]
    is_built: bool = False
    topics: frozenset[str] | None = None

    @cached_property
    def text(self) -> str:
        """The whole draft."""
        return "\n".join(self.lines) + "\n"

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """Sections that hold words of their own, in order."""
        heads = _headings(self.lines)
        ends = [head.line - 1 for head in heads[1:]] + [len(self.lines)]
        found = []
        around: list[_Heading] = []
        for head, end in zip(heads, ends, strict=False):
            around = [*(one for one in around if one.level < head.level), head]
            last = end
            while last > head.line and _is_margin(self.lines[last - 1]):
                last -= 1
            number = _NUMBER.match(f"{head.title} ")
            found.append(
                Section(
                    title=head.title,
                    path=tuple(one.title for one in around if one is not heads[0]),
                    number=number[1] if number else None,
                    first=head.line,
                    last=last,
                    words=len(" ".join(self.lines[head.line : last]).split()),
                )
            )
        return tuple(found)

    def fitting(self, cue: str) -> list[Section]:
        """Return the sections whose title has the cue and that hold prose or a table to add to.

        What stands before the second heading is the title page, no place for a clause.
        """
        return [
            section
            for section in self.sections[1:]
            if section.words >= 8
            and re.search(cue, section.title, re.IGNORECASE)
            and not any(re.search(_UNFIT, title, re.IGNORECASE) for title in section.path)
            and not self._ends_in_code(section)
        ]

    def _ends_in_code(self, section: Section) -> bool:
        lines = self.lines[section.first : section.last]
        return sum(line.lstrip().startswith(_FENCES) for line in lines) % 2 == 1

    def has(self, pattern: str) -> bool:
        """Whether the text holds the pattern, in any case."""
        return re.search(pattern, self.text, re.IGNORECASE) is not None

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """Data rows of all Markdown tables."""
        rows: list[Row] = []
        header: tuple[str, ...] | None = None
        for line, text in enumerate(self.lines, 1):
            if not text.lstrip().startswith("|"):
                header = None
                continue
            cells = tuple(cell.strip() for cell in text.strip().strip("|").split("|"))
            if header is None:
                header = tuple(plain(cell).lower() for cell in cells)
            elif len(cells) == len(header) and not re.fullmatch(r"[\s:|-]+", text):
                rows.append(Row(line, cells, header))
        return tuple(rows)

    @cached_property
    def availability(self) -> str | None:
        """The one availability target of the draft as written, or None for none or several."""
        found = set()
        for line in self.lines:
            if line.lstrip().startswith("|") or re.search(NOT_A_TARGET, line, re.IGNORECASE):
                continue
            if re.search(r"availab|uptime", line, re.IGNORECASE):
                found |= set(re.findall(r"\b(9\d(?:\.\d+)?) ?%", line))
        return found.pop() if len(found) == 1 else None

    @cached_property
    def deepest_number(self) -> int | None:
        """The last top-level section number, or None where fewer than four are numbered."""
        numbers = [int(section.number.split(".")[0]) for section in self.sections if section.number]
        return max(numbers) if len(numbers) >= 4 and max(numbers) < 60 else None

    @cached_property
    def severity_label(self) -> str:
        """How the draft names its classes before their number: "Severity", "Priority", "P"."""
        for label in ("Severity ", "Priority ", "Sev ", "Level ", "P"):
            if re.search(rf"\b{label.strip()}[ -]?1\b", self.text):
                return label
        return "Severity "

    @cached_property
    def words(self) -> dict[str, str]:
        """What the phrasings call the parties, the duty and a service the draft does not know."""
        portal = _unknown_service(self.text)
        deepest = self.deepest_number or 0
        return _voice(self.text) | {
            "portal": portal,
            "Portal": portal[0].upper() + portal[1:],
            "sev": self.severity_label,
            "beyond": str(deepest + 7),
            "far_beyond": f"{deepest + 4}.3",
        }


def plain(cell: str) -> str:
    """Return a table cell or title without Markdown marks."""
    return re.sub(r"[*_`#]|<[^>]*>", "", cell).strip()


def minutes(cell: str) -> float | None:
    """Return the first time in a cell in minutes (a day has 24 hours), None without one."""
    found = _TIME.search(cell)
    return float(found[1]) * _MINUTES[found[2][0].lower()] if found else None


def next_clause_number(draft: Draft, section: Section) -> str:
    """Return the number of a further clause of the section ("15.4 "), "" where none has one."""
    for line in reversed(draft.lines[section.first : section.last]):
        found = _CLAUSE_NUMBER.match(line)
        if found and section.number and found[1].startswith(f"{section.number}."):
            stem, _, last = found[1].rpartition(".")
            return f"{stem}.{int(last) + 1} "
    return ""


@dataclass(frozen=True)
class _Heading:
    line: int
    level: int
    title: str


def _headings(lines: tuple[str, ...]) -> list[_Heading]:
    heads, fence, matter = [], False, lines[:1] == ("---",)
    for index, line in enumerate(lines):
        if matter:
            matter = index == 0 or line.strip() != "---"
            continue
        if line.lstrip().startswith(_FENCES):
            fence = not fence
        if fence:
            continue
        following = lines[index + 1] if index + 1 < len(lines) else ""
        if found := _ATX.match(line):
            heads.append(_Heading(index + 1, len(found[1]), plain(found[2].rstrip("# "))))
        elif found := _BOLD.match(line):
            heads.append(_Heading(index + 1, 7, plain(found[1])))
        elif re.fullmatch(r"(=|-){3,}\s*", following) and re.match(r"\w", line):
            heads.append(_Heading(index + 1, 1 if following[0] == "=" else 2, plain(line)))
    return heads


def _is_margin(line: str) -> bool:
    text = line.strip()
    return not text or text.startswith("<!--") or bool(re.fullmatch(r"[-*_]{3,}", text))


def _voice(text: str) -> dict[str, str]:
    modals = ("shall", "will", "must")
    shall = max(modals, key=lambda modal: len(re.findall(rf"\b{modal}\b", text)))
    roles = ("Supplier", "Service Provider", "Provider", "Vendor", "Contractor", "IT Operations")
    counts = {role: len(re.findall(rf"\b{role}\b", text)) for role in roles}
    role = max(roles, key=lambda name: counts[name])
    if len(re.findall(r"\b[Ww]e\b", text)) > max(counts[role], 2):
        return _names("we", "our", "you", "your") | {"shall": "will"}
    provider = f"the {role}" if counts[role] >= 2 else "the service provider"
    known = [name for name in ("Customer", "Client") if text.count(name) >= 3]
    customer = f"the {known[0]}" if known else "the customer"
    if provider == "the IT Operations":
        provider, customer = "IT Operations", "Finance"
    return _names(provider, f"{provider}'s", customer, f"{customer}'s") | {"shall": shall}


def _names(provider: str, providers: str, customer: str, customers: str) -> dict[str, str]:
    return {
        "Provider": provider[0].upper() + provider[1:],
        "provider": provider,
        "providers": providers,
        "Customer": customer[0].upper() + customer[1:],
        "customer": customer,
        "customers": customers,
    }


def _unknown_service(text: str) -> str:
    names = ("reporting portal", "file exchange", "booking system", "archive search")
    return "the " + next((name for name in names if name not in text.lower()), "photo service")
