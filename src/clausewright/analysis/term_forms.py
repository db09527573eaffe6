"""The forms in which agreements define their terms, recognised on plain strings.

Each function takes the text (or a part of it) and gives the terms it finds in one form. Where they
stand - a definitions section, a table - is the business of ``analysis.terms``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from clausewright.analysis.vocabulary import word_list
from clausewright.model.facts import Term, TermForm
from clausewright.model.span import Span
from clausewright.pattern import regex

_OPENER = regex("[\"\u201c\u201e'\u2018]")
_CURLY = regex(r"[\u201c\u201e]([^\u201c\u201d\u201e\"\n]{1,80})[\u201d\u201c\"]")
_STRAIGHT = regex(
    r"(?:(?<![\w\"])\"(?=\S)|(?<=\d)\"(?=[A-Z][a-z]))([^\"\u201c\u201d\n]{1,80}?)(?<=\S)[\"\u201d]"
    r"(?:(?!\w)|(?=(?:shall|will|means?|includes?|refers?|has|have)\b))"
)
_UNCLOSED = regex(
    r"[\"\u201c](?P<name>[A-Z][\w'\u2019-]*(?:\s[A-Za-z][\w'\u2019-]*){0,5}?)(?=,?\s(?:(?:shall|will)\s)?"
    r"(?:means?|includes?,|refers?\sto|ha(?:s|ve)\sthe\smeaning)[\s,])"
)
_EITHER = regex(r"(?<!\s)\s+or\s+")
_SINGLE = regex(
    r"(?<!['\w])''(?=\S)([^'\n]{1,80})''"
    r"|(?<![\w'\u2018\u2019])['\u2018](?=[A-Z])([^'\u2018\u2019\n]{1,60})['\u2019](?!\w)"
)
_QUOTE_FORMS = {
    '"': _STRAIGHT,
    "\u201c": _CURLY,
    "\u201e": _CURLY,
    "'": _SINGLE,
    "\u2018": _SINGLE,
}
_QUOTED_PART = regex(r"[\"\u201c\u201e][^\"\u201c\u201d\u201e]*[\"\u201d\u201c]?")
MEANING_VERBS = (
    "means",
    "{shall|will|does} mean",
    "mean",
    "{is|are|shall be|will be} defined as",
    "{is|are|shall be|will be} {calculated|computed|measured} as",
    "{refers|refer|shall refer|will refer} to",
    "{has|have|shall have|will have} the {meaning|meanings|same meaning}",
)
_VERB_AFTER = regex(
    r"\s{0,3}(?:\([^()\n]{0,80}\)\s{0,2})?,?\s{0,2}"
    r"(?:(?:as used|as referred|when used|whenever used|where used|for (?:the )?purposes? of"
    r"|in relation to|with respect to|in respect of|unless|in this|under this|as applied|with "
    r"regard)"
    r"\b[^.;\"\u201c\u201d\n]{0,100}?\b\s?,?\s{0,2})?"
    r"(?:(?:shall|will|does|also|each|only|collectively|together|jointly|respectively|individually)"
    r",?\s+){0,3}"
    r"(?P<verb>means?\b|refers?\s+(?:\w+\s+)?to\b|(?:be|is|are)\s+defined\b|denotes?\b"
    r"|(?:has|have)\s+(?:the|that|its)\s+(?:\w+\s+)?meanings?\b|includes?\b"
    r"|stands?\s+for\b|is\s+short\s+for\b|describes?\b"
    r"|(?:is|are)\s+(?:calculated|computed|measured|determined|any|when|if|where)\b)"
)
_IS_AFTER = regex(
    r"\s{1,3}(?:is|are)\s+(?:the|a|an|those|all|each|that)\b|\s{0,3}[:=\u2013\u2014-]\s"
)
_WE_MEAN = regex(r",?\s{1,3}(?:we|the parties)\s+(?:mean|understand|refer\s+to)\b")
_WHEN_AFTER = regex(r"\s{1,3}(?:if|when|whenever|where|while|only if|only when)\b")
_STATE_BEFORE = regex(
    r"\b(?:is|are|be|been|deemed|considered|regarded as|counts? as|classed as|treated as)\s{1,3}$",
    re.IGNORECASE,
)
_JOINS = regex(
    r"\s*+(?:,|/)?\s*+(?:and/or|and|or|also(?:\s(?:called|known\sas))?)?\s*+(?:the|an?|each|any)?\s*"
)
_CALLED_BEFORE = regex(
    r"(?:\b(?:hereinafter|hereafter|herein|hereunder|in this \w+|collectively|jointly|together"
    r"|individually|sometimes|also|each|and|,)\s*){0,4}"
    r"(?:(?P<here>\bhereinafter|\bhereafter)[\s,]+(?:\w+[\s,]+){0,5}?"
    r"|\breferred\s+to\s+(?:(?:hereinafter|herein|below|collectively|individually|throughout"
    r"|in this \w+|together|jointly|sometimes|throughout this \w+)[\s,]+){0,3}as\s+"
    r"|\bherein(?:after)?\s+called\s+|\b(?:collectively|individually|together|jointly),?\s+(?:as\s+)?"
    r"(?=(?:the|an?)\s)|\beach,?\s+(?:as\s+)?(?=an?\s))"
    r"(?:collectively\s+|individually\s+)?(?:(?:the|an?|this|each|our|either)\s+)?$",
    re.IGNORECASE,
)
_LEAD_STOPS = regex(
    r"\b(?:see|e\.g|i\.e|such as|including|entitled|titled|marked|labell?ed|named|formerly|word|"
    r"phrase|for example|for instance|not|defined|known)\b",
    re.IGNORECASE,
)
_LEAD_END = regex(
    r"(?:^|[,;:]|\b(?:the|an?|this|these|that|those|each|any|all|such|our|your|its|his|her|their|and|or"
    r"|as|called|collectively|together|individually|hereinafter|hereafter|jointly|severally|both"
    r"|either|respectively|terms?|singly|being|herein|and/or|parties|party|abbreviated|also))\s*$",
    re.IGNORECASE,
)
_PAREN_NEXT = regex(
    r"\s*+(?:[),;.\]]|$|(?:and|or|and/or|if|when|as|for|in|herein|hereunder|under|respectively|"
    r"collectively|which|with|together|individually|where|each|to|by|throughout|has|have|shall|\()\b"
    r"|\()"
)
_POINTER = regex(
    r"\s*(?:in|by|to|at|given|given to|set\s+(?:forth|out)|ascribed|assigned|attributed|specified|"
    r"provided|described|stated|defined|that|such|is|it|them|term|terms|thereto|to it|as)\b"
)
_OTHER_DOCUMENT = regex(
    r"\b(?:in|by|under|of)\s+(?:the|our|your|its|that|each|any|such)\s+(?!this\b)"
    r"(?:[A-Z][\w'\u2019-]*\s+){0,5}(?:Agreement|Terms|Contract|Policy|Conditions|Act|Code|Regulations?"
    r"|MSA|Law|Rules|Plan|Order|GDPR|Directive|Documentation)\b"
)
_POINTS_BACK = regex(
    r"[^.;\n]{0,90}\b(?:set\s(?:forth|out)|defined|specified|described|stated|given|identified)\s(?:in|on|at)\s"
    r"(?:(?:the\s)?(?:preamble|recitals?|introduct\w+|first\sparagraph|opening|background|basic\sprovisions|cover)"
    r"|(?:sections?|clauses?|articles?|paragraphs?)\s\d)",
    re.IGNORECASE,
)
_NAME_EDGE = " \t\u00a0,.;:*_()[]"
_BARE_BRACKET = regex(
    r"\((?:(?:hereinafter|hereafter|collectively|together|each|individually)\s?,?\s)?(?:referred "
    r"to as\s)?"
    r"(?:the|an?)\s([A-Z][\w&'\u2019-]*(?:\s[A-Z][\w&'\u2019-]*){0,4})\s?\)"
)
_ACRONYM = regex(r"\(([A-Z][A-Za-z0-9&/-]{1,9})\)")
_EXPANDED = regex(r"([A-Z](?<!\w.)[A-Z0-9]{1,7})\s\(([A-Z][a-z]+(?:[ -](?:[A-Z]?[a-z]+)){1,7})\)")
_PRONOUNS = word_list("not_names")
_ARTICLE = regex(r"(?:the|this|these|an?|our|your|its|each)\s+(?=\S)", re.IGNORECASE)
_SMALL_WORDS = word_list("small_words")
_WORD = regex(r"[^\W_]+(?:['\u2019][^\W_]+)*")


class Quoted(NamedTuple):
    """A string in quotation marks: ``outer`` with the marks, ``inner`` without them and trimmed."""

    outer: Span
    inner: Span


def trimmed(text: str, start: int, end: int) -> Span:
    """Give a range without the white space and punctuation at its edges."""
    while start < end and text[start] in _NAME_EDGE:
        start += 1
    while end > start and text[end - 1] in _NAME_EDGE:
        end -= 1
    for ending in ("(s", "(es", "(ies"):
        if text.endswith(ending, start, end):
            return trimmed(text, start, end - len(ending))
    return Span(start, end)


def quoted_strings(text: str) -> tuple[Quoted, ...]:
    """Find short strings in quotation marks, in order; none goes over a line feed."""
    found = []
    end = 0
    for opener in _OPENER.finditer(text):
        if opener.start() < end:
            continue
        match = _QUOTE_FORMS[opener[0]].match(text, opener.start()) or _unclosed(text, opener)
        if match is None:
            continue
        end = match.end()
        inner = trimmed(text, *match.span(match.lastindex or 1))
        if inner and any(c.isalpha() for c in text[inner.start : inner.end]):
            found.append(Quoted(Span(*match.span()), inner))
    return tuple(found)


def _unclosed(text: str, opener: re.Match[str]) -> re.Match[str] | None:
    """Read a term at the start of a block whose closing quotation mark is lost."""
    if not _opens_block(text, opener.start()):
        return None
    return _UNCLOSED.match(text, opener.start())


def can_be_name(name: str) -> bool:
    """Tell whether a string can name a term: one to eight words, no sentence, no pronoun.

    "IT" in capitals is the name of a department.
    """
    words = name.split()
    if name.lower() in _PRONOUNS and name != "IT":
        return False
    return 1 <= len(words) <= 8 and len(name) > 1 and not re.search(r"[.;!?]\s|[{}<>|]", name)


def without_article(text: str, span: Span) -> Span:
    """Give a name without the article that some write inside the quotation marks."""
    article = _ARTICLE.match(text, span.start, span.end)
    return Span(article.end(), span.end) if article else span


def terms_in_quotes(text: str, quotes: Sequence[Quoted]) -> Iterator[Term]:
    """Give the terms defined in quotation marks, whatever words define them."""
    forms = [_form(text, quote) for quote in quotes]
    for i in range(len(quotes) - 2, -1, -1):  # "A" and "B" mean ...
        follower = forms[i + 1]
        if forms[i] is None and follower is not None:
            between = text[quotes[i].outer.end : quotes[i + 1].outer.start]
            if between and "\n" not in between and _JOINS.fullmatch(between):
                forms[i] = (TermForm.ALIAS, follower[1])
    for quote, form in zip(quotes, forms, strict=True):
        if form is None:
            continue
        kind, after = form
        for inner in _alternatives(text, without_article(text, quote.inner), kind):
            name = text[inner.start : inner.end]
            if can_be_name(name):
                yield _term(text, name, inner, kind, after)


def _alternatives(text: str, inner: Span, form: TermForm) -> Iterator[Span]:
    """Part two names in one pair of quotation marks: ("Supplier or Seller").

    A name that is used as a whole in another place is one.
    """
    name = text[inner.start : inner.end]
    joints = list(_EITHER.finditer(name)) if form is TermForm.INLINE else []
    starts = [0, *(joint.end() for joint in joints)]
    ends = [*(joint.start() for joint in joints), len(name)]
    capitals = all(name[start].isupper() for start in starts)
    if not joints or not capitals or text.find(name, inner.end) >= 0:
        yield inner
        return
    for start, end in zip(starts, ends, strict=True):
        yield Span(inner.start + start, inner.start + end)


def _form(text: str, quote: Quoted) -> tuple[TermForm, int] | None:
    """Tell how a quoted string is defined and where its meaning starts, None where it is not."""
    start, end = quote.outer.start, quote.outer.end
    capital = not text[without_article(text, quote.inner).start].islower()
    verb = _VERB_AFTER.match(text, end)
    if verb and (capital or not verb["verb"].startswith(("include", "describe"))):
        return TermForm.MEANS, verb.end()
    before = text[max(0, start - 160) : start].rpartition("\n")[2]
    if _WE_MEAN.match(text, end):
        return TermForm.MEANS, end
    if _STATE_BEFORE.search(before) and _WHEN_AFTER.match(text, end):
        return TermForm.MEANS, end
    if capital and _opens_block(text, start) and _IS_AFTER.match(text, end):
        return TermForm.LIST, end
    if _in_definition_brackets(text, before, end, capital=capital):
        return TermForm.INLINE, end
    if capital and _CALLED_BEFORE.search(before[-90:]):
        return TermForm.INLINE, end
    return None


def _opens_block(text: str, start: int) -> bool:
    line = text.rfind("\n", max(0, start - 12), start) + 1 or max(0, start - 12)
    return (line == 0 or text[line - 1] == "\n") and not re.search(r"[a-z]{2}", text[line:start])


def _in_definition_brackets(text: str, before: str, end: int, *, capital: bool) -> bool:
    opening = max(before.rfind("("), before.rfind("["))
    if opening < 0 or before.find(")", opening) >= 0 or before.find("]", opening) >= 0:
        return False
    lead = _QUOTED_PART.sub("", before[opening + 1 :])
    if _LEAD_STOPS.search(lead) and not re.search(r"\b(?:defined|known) as\b", lead):
        return False
    if not capital and not lead.strip():
        return False
    return bool(_LEAD_END.search(lead) and _PAREN_NEXT.match(text, end))


def _term(text: str, name: str, span: Span, form: TermForm, after: int) -> Term:
    """Make a term, and tell whether its meaning is given in another place or document."""
    if form is TermForm.INLINE:
        return Term(name, span, form)
    line_end = text.find("\n", after)
    meaning = text[after : min(after + 240, line_end if line_end >= 0 else len(text))]
    said = text[span.end : after]
    points = ("meaning" in said and bool(_POINTER.match(meaning))) or bool(
        re.match(r"\s*(?:in|at|under|by)\s", meaning) and "defined" in said
    )
    points = points or bool(_POINTS_BACK.match(meaning))
    first_sentence = meaning.split(". ")[0]
    return Term(
        name,
        span,
        form,
        elsewhere=points and bool(_OTHER_DOCUMENT.search(first_sentence)),
        pointer=points,
    )


def terms_in_brackets(text: str) -> Iterator[Term]:
    """Give the terms that stand in brackets without quotation marks: "Acme Ltd (the Supplier)"."""
    for match in _BARE_BRACKET.finditer(text):
        if can_be_name(match[1]):
            yield Term(match[1], Span(*match.span(1)), TermForm.INLINE)


def acronyms(text: str) -> Iterator[Term]:
    """Give acronyms beside their words: "Recovery Point Objective (RPO)" or "RPO (...)"."""
    for match in _ACRONYM.finditer(text):
        span = Span(match.start(1), match.end(1))
        name = match[1]
        words = _words_before(text, match.start(), name)
        if words is not None:
            yield Term(name, span, TermForm.ACRONYM, meaning=words)
    for match in _EXPANDED.finditer(text):
        expansion = [
            word for word in match[2].replace("-", " ").split() if word.lower() not in _SMALL_WORDS
        ]
        if _initials_fit(match[1], expansion):
            yield Term(
                match[1], Span(*match.span(1)), TermForm.ACRONYM, meaning=Span(*match.span(2))
            )


def _words_before(text: str, end: int, acronym: str) -> Span | None:
    """Find the words before a bracket whose initials make the acronym."""
    letters = acronym.removesuffix("s")
    if sum(c.isupper() for c in letters) < 2:
        return None
    window = max(0, end - 90)
    words = list(_WORD.finditer(text[window:end].rpartition("\n")[2]))
    offset = end - len(text[window:end].rpartition("\n")[2])
    strong = [w for w in words if w[0].lower() not in _SMALL_WORDS]
    for count in range(1, min(len(strong), len(letters) + 1) + 1):
        tail = [w[0] for w in strong[-count:]]
        if tail[0][0].upper() == letters[0] and _initials_fit(letters, tail):
            return Span(offset + strong[-count].start(), offset + words[-1].end())
    return None


def _initials_fit(acronym: str, words: Sequence[str]) -> bool:
    letters = [c for c in acronym.removesuffix("s") if c.isupper()]
    initials = [word[0].upper() for word in words]
    if len(letters) < 2:
        return False
    if len(words) == 1 and words[0].isupper():
        return False
    if len(words) == 1:  # "Database (DB)": capitals in order within one word
        at = 0
        for letter in letters:
            at = words[0].upper().find(letter, at) + 1
            if not at:
                return False
        return True
    return letters == initials or (len(letters) == len(initials) + 1 and letters[0] == initials[0])
