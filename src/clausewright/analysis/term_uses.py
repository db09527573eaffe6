"""Where defined terms are used: one walk of the words for all terms of a document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from clausewright.analysis.scan import Scanner
from clausewright.analysis.vocabulary import word_list
from clausewright.model.span import Span

if TYPE_CHECKING:
    from clausewright.analysis.draft import Draft

_SMALL = word_list("small_words")


@dataclass
class Uses:
    """The places of one term: ``exact`` with its capitals, ``lower`` without."""

    exact: list[Span] = field(default_factory=list)
    lower: list[Span] = field(default_factory=list)


def inflections(name: str) -> Iterator[str]:
    """Give a name with its plural or singular and their possessives."""
    forms = {name}
    for other in (plural(name), singular(name)):
        if other is not None:
            forms.add(other)
    for form in sorted(forms):
        yield form
        yield f"{form}'s"


def plural(name: str) -> str | None:
    """Give the plural of a name, None where it looks like one already."""
    low = name.lower()
    if not name[-1].isalpha() or low.endswith(("data", "personnel", "equipment", "software")):
        return None
    if low.endswith("s"):
        return name + "es" if low.endswith("ss") else None
    if low.endswith("y") and len(low) > 2 and low[-2] not in "aeiou":
        return name[:-1] + ("IES" if name.isupper() and len(name) > 5 else "ies")
    if low.endswith(("x", "z", "ch", "sh")):
        return name + "es"
    return name + "s"


def singular(name: str) -> str | None:
    """Give the singular of a plural name, None where it is none."""
    low = name.lower()
    if len(low) < 4 or not low.endswith("s") or low.endswith(("ss", "us", "is")):
        return None
    if low.endswith("ies") and len(low) > 4:
        return name[:-3] + "y"
    if low.endswith(("ches", "shes", "xes", "sses")):
        return name[:-2]
    return name[:-1]


@lru_cache(maxsize=8192)
def stem(name: str) -> str:
    """Give the form in which two inflections of one name are equal."""
    words = name.replace("-", " ").lower().split()
    return " ".join(singular(word) or word for word in words)


def uses_of(draft: Draft, names: Iterable[str]) -> Mapping[str, Uses]:
    """Find all places of all names in one walk; inside a longer name, the longer one counts."""
    wanted = dict.fromkeys(name for name in names if any(c.isalnum() for c in name))
    if not wanted:
        return {}
    found: dict[str, Uses] = {name: Uses() for name in wanted}
    by_fold: dict[str, list[str]] = {}
    for name in wanted:
        by_fold.setdefault(name.lower(), []).append(name)
    scanner = Scanner({low: list(inflections(low)) for low in by_fold if "{" not in low})
    places = [
        (hit.span, low)
        for low, hits in scanner.scan(draft.words).items()
        for hit in hits
        if "\n" not in draft.text[hit.span.start : hit.span.end]
    ]
    places.sort(key=lambda place: _preference(draft, *place))
    end = 0
    for span, low in places:
        if span.end <= end:
            continue
        end = max(end, span.end)
        written = draft.text[span.start : span.end]
        for name in by_fold[low]:
            (found[name].exact if same_capitals(written, name) else found[name].lower).append(span)
    return found


def places_of(draft: Draft, name: str) -> Uses:
    """Find all places of one name and its inflections, those inside longer names too."""
    found = Uses()
    folded, text = draft.words.folded, draft.text
    forms = {name.lower(), (plural(name) or name).lower(), (singular(name) or name).lower()}
    for start in _starts(folded, forms):
        end = start + max(len(form) for form in forms if folded.startswith(form, start))
        if not (folded[start - 1 : start].isalnum() or folded[end : end + 1].isalnum()):
            same = same_capitals(text[start:end], name)
            (found.exact if same else found.lower).append(Span(start, end))
    return found


def _starts(folded: str, forms: Iterable[str]) -> list[int]:
    shortest = min(forms, key=len)
    stump = shortest if all(form.startswith(shortest) for form in forms) else shortest[:-1]
    starts = []
    at = folded.find(stump)
    while at >= 0:
        if any(folded.startswith(form, at) for form in forms):
            starts.append(at)
        at = folded.find(stump, at + 1)
    return starts


def _preference(draft: Draft, span: Span, low: str) -> tuple[int, int, bool]:
    """Order by place, the longer first; of "Party" and "Parties", the one that is written."""
    return span.start, -span.end, draft.words.folded[span.start : span.end] != low


def same_capitals(written: str, name: str) -> bool:
    """Tell whether a use has the capitals of its term; a use all in capitals has."""
    if written == name:
        return True
    if written.isupper():
        return len(name) > 3 or name.isupper()
    pairs = zip(written.replace("-", " ").split(), name.replace("-", " ").split(), strict=False)
    return all(
        use[0].isupper() or not term[0].isupper() or term.lower() in _SMALL for use, term in pairs
    )
