"""Phrasings that follow the draft's own values: a changed number, a second value, a removal."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

from defect_drafts import Draft, Row, minutes, plain
from defect_seeding import Phrasing, Seeded, add, keep_lines, replace_lines

_TOP_CLASS = re.compile(
    r"\W*(?:severity|sev|priority|prio|level|p|s)[ -]?1\b|\W*1\b"
    r"|\W*(?:critical|urgent|blocker|high)",
    re.IGNORECASE,
)
_TARGET = re.compile(
    r"\d ?%|\b(?:\d+|one|two|four|eight) ?\(?\d*\)?[ -]?"
    r"(?:business |working |calendar )?(?:min|hour|hr|day|week|h\b|sec|ms\b)"
    r"|next (?:business|working)|24 ?[x/×] ?7",
    re.IGNORECASE,
)
_REMEDY = re.compile(
    r"credit|refund|compensat|penalt|remed|reimburs|discount|terminat|damages|price adjustment|"
    r"\bmiss(?:es|ed)?\b|consequence|escalat|correct",
    re.IGNORECASE,
)
_DEFINITION = re.compile(
    r"[“\"]\**([A-Z][A-Za-z]+(?: [A-Z][a-z]+){0,2})\**[”\"]\**:? (?:shall )?means?\b"
)


def wrong_downtime(section: str, text: str, days: int, factor: float) -> Phrasing:
    """State a downtime that is ``factor`` times what the draft's own availability leaves."""

    def phrase(draft: Draft, chance: random.Random) -> Seeded | None:
        if draft.has(r"\b9\d(?:\.\d+)? ?%") and not draft.availability:
            return None
        percent = draft.availability or "99.9"
        wrong = (100 - float(percent)) / 100 * days * 1440 * factor
        if not wrong:
            return None
        time = f"{wrong / 60:.3g} hours" if wrong >= 120 else f"{wrong:.3g} minutes"
        return add((section, text), percent=percent, time=time)(draft, chance)

    return phrase


def swapped_response() -> Phrasing:
    """Swap the response times of the first and a later, slower class of an existing table."""

    def phrase(draft: Draft, _chance: random.Random) -> Seeded | None:
        for row, column in _response_rows(draft):
            has_hours = any("hours" in head for head in row.header)
            if has_hours or not _TOP_CLASS.match(row.cells[0]):
                continue
            for twin in reversed(_rows_below(draft, row)):
                if _is_slower(twin.cells[column], row.cells[column]):
                    return replace_lines(draft, _swapped(row, twin, column))
        return None

    return phrase


def second_response_time(section: str) -> Phrasing:
    """State another response time for a class whose time an existing table gives."""

    def phrase(draft: Draft, chance: random.Random) -> Seeded | None:
        for row, column in _response_rows(draft):
            label = plain(row.cells[0])
            named = sum(label == plain(other.cells[0]) for other in draft.rows)
            if not re.fullmatch(r"[A-Za-z][\w ]{1,19}", label) or named != 1:
                continue
            time = "45 minutes" if minutes(row.cells[column]) != 45 else "90 minutes"
            text = f"{{Provider}} {{shall}} respond to each {label} incident within {time}."
            return _with_place(add((section, text))(draft, chance), row.line)
        return None

    return phrase


def second_availability(section: str) -> Phrasing:
    """State another availability of the services than the one target the draft gives."""

    def phrase(draft: Draft, chance: random.Random) -> Seeded | None:
        first = draft.availability
        stated = next(
            (
                line
                for line, text in enumerate(draft.lines, 1)
                if first and re.search(rf"(?i)(availab|uptime).*\b{re.escape(first)} ?%", text)
            ),
            None,
        )
        window = stated and re.search(r"month|year", draft.lines[stated - 1], re.IGNORECASE)
        if not stated or not window:
            return None
        period = "calendar month" if window[0].lower() == "month" else "year"
        second = "99.5" if first != "99.5" else "99.0"
        name = "uptime" if re.search("(?i)uptime", draft.lines[stated - 1]) else "availability"
        text = (
            f"The {name} of the services {{shall}} be at least {second}% in each {period}, and "
            "{provider} {shall} check this target against its records."
        )
        return _with_place(add((section, text))(draft, chance), stated)

    return phrase


def second_definition(section: str, text: str) -> Phrasing:
    """Define a term again that the draft defines already."""

    def phrase(draft: Draft, chance: random.Random) -> Seeded | None:
        lines = [(line, _DEFINITION.search(one)) for line, one in enumerate(draft.lines, 1)]
        defined = [(line, found[1]) for line, found in lines if found]
        if not defined:
            return None
        line, term = chance.choice(defined)
        return _with_place(add((section, text), term=term)(draft, chance), line)

    return phrase


def without_levels(part: str) -> Phrasing:
    """Take out everything that states a target: whole sections, their bodies or single blocks."""
    return _without(_TARGET, part, "every service level removed", keeps_target=False)


def without_remedies(part: str) -> Phrasing:
    """Take out everything that says what follows a miss; some target has to remain."""
    return _without(_REMEDY, part, "every consequence of a miss removed", keeps_target=True)


SPECIAL: dict[str, Callable[..., Phrasing]] = {
    "second_availability": second_availability,
    "second_definition": second_definition,
    "second_response_time": second_response_time,
    "swapped_response": swapped_response,
    "without_levels": without_levels,
    "without_remedies": without_remedies,
    "wrong_downtime": wrong_downtime,
}
"""Phrasings a file of operators may name under ``special``."""


def _response_rows(draft: Draft) -> list[tuple[Row, int]]:
    """Rows with a time in a column of response times, and that column."""
    found = []
    for row in draft.rows:
        column = next((at for at, head in enumerate(row.header) if "response" in head), 0)
        if column and minutes(row.cells[column]) is not None:
            found.append((row, column))
    return found


def _rows_below(draft: Draft, row: Row) -> list[Row]:
    """Return the later rows of the same table."""
    below = [twin for twin in draft.rows if twin.line > row.line]
    return [twin for at, twin in enumerate(below) if twin.line == row.line + at + 1]


def _is_slower(later: str, first: str) -> bool:
    """Tell whether a time is longer than another on the same clock."""
    one, other = minutes(later), minutes(first)
    clocks = {
        re.sub(r"[\d.]+|minutes?|mins?|hours?|hrs?|\W", "", cell.lower()) for cell in (later, first)
    }
    return one is not None and other is not None and one > other and len(clocks) == 1


def _swapped(row: Row, twin: Row, column: int) -> dict[int, str]:
    lines = {}
    for one, other in ((row, twin), (twin, row)):
        cells = list(one.cells)
        cells[column] = other.cells[column]
        lines[one.line] = "| " + " | ".join(cells) + " |"
    return lines


def _with_place(seeded: Seeded | None, line: int) -> Seeded | None:
    """Count a line of the base, moved by the insertion, as a place of the defect too."""
    if seeded is None:
        return None
    first, last = seeded.places[0]
    moved = line + (last - first + 2 if line >= first - 1 else 0)
    return Seeded(seeded.text, (*seeded.places, (moved, moved)), seeded.quotes, ((line, line),))


def _without(pattern: re.Pattern[str], part: str, quote: str, *, keeps_target: bool) -> Phrasing:
    def phrase(draft: Draft, _chance: random.Random) -> Seeded | None:
        dropped: set[int] = set()
        for section in draft.sections:
            hits = [
                line
                for line in _lines_of(draft, section.first, section.last)
                if pattern.search(draft.lines[line - 1])
            ]
            if not hits and not (section.words < 60 and pattern.search(section.title)):
                continue
            if part == "blocks":
                for line in hits:
                    dropped |= _block(draft, line)
            else:
                dropped |= set(_lines_of(draft, section.first, section.last))
                if part == "sections" and section is not draft.sections[0]:
                    dropped.add(section.first)
        left = [text for line, text in enumerate(draft.lines, 1) if line not in dropped]
        words = sum(len(text.split()) for text in left)
        rest = "\n".join(left)
        fits = words >= 120 and dropped and not pattern.search(re.sub(r"(?m)^#.*", "", rest))
        if not fits or (keeps_target and not _TARGET.search(rest)):
            return None
        return keep_lines(draft, dropped, quote)

    return phrase


def _lines_of(draft: Draft, heading: int, last: int) -> range:
    return range(heading + 1, min(last, len(draft.lines)) + 1)


def _block(draft: Draft, line: int) -> set[int]:
    """Return the lines of the paragraph, list item or whole table a line belongs to."""
    if not draft.lines[line - 1].lstrip().startswith("|"):
        return {line}
    first = last = line
    while draft.lines[first - 2].lstrip().startswith("|"):
        first -= 1
    while last < len(draft.lines) and draft.lines[last].lstrip().startswith("|"):
        last += 1
    return set(range(first, last + 1))
