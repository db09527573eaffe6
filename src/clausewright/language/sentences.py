"""Where sentences of legal prose begin: pure Python, shared by the fast tier and spaCy.

A full stop ends a sentence unless it closes an abbreviation ("Inc.", "No. 5", "Art. 28"), an
initial ("J. Smith"), a clause number ("4.2. Audits") or a citation ("17 C.F.R. 240"). A list of
items parted by semicolons stays one sentence, as its grammar has it. The cost is linear in the
text.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausewright.pattern import regex

_STOP = regex(r"[.!?\u2026][\"'\u201d\u2019)\]]*(?:\s+|(?=[A-Z][a-z]+ [a-z]))")
_TOKEN_BEFORE = regex(
    r"(?:^|[\s(\[\"'\u201c\u2018/,\u2013\u2014-])([^\s(\[\"'\u201c\u2018/,\u2013\u2014]+)$"
)
_OPENING = regex(r"[\"'\u201c\u2018(\[]*([^\s\"'\u201c\u2018(\[\])]+)")
_LABEL = regex(
    r"(?:(?:Article|ARTICLE|Section|SECTION|Clause|CLAUSE|\u00a7)\s*)?"
    r"(?:\d{1,3}(?:\.\d{1,3})*|[A-Za-z]|[ivxlIVXL]{1,6})?(?:\([A-Za-z0-9]{1,4}\))*\.\s*$"
)
_ITEM = regex(r"[a-z]\.\s+[A-Z]")
_ACRONYM = regex(r"(?:[A-Za-z]\.)+[A-Za-z]$")
_CLOSERS = "\"'\u201d\u2019)]"
_LOOK_BACK = 48

_NEVER_LAST = frozenset(
    "mr mrs ms mx messrs dr prof hon rev st gen sen rep gov capt v vs viz cf al e.g i.e eg ie "
    "art arts sec secs cl cls para paras par pars sched exh ex app appx ch fig figs vol eq "
    "approx ca reg regs supp dept fed civ crim proc stat ann cal del mass conn ext tel incl "
    "excl max min avg attn re ref refs ed eds sq fl ste pte bldg blvd ave rd pty cert doc docs op "
    "est".split()
)
_WITH_NUMBER = frozenset(
    "no nos nr p pp pg jan feb mar apr jun jul aug sep sept oct nov dec vers rev iss item "
    "pt".split()
)
_MAY_END = frozenset(
    "inc ltd corp co cos llc llp lp plc gmbh bros assn jr sr esq u.s u.k u.s.a e.u d.c n.y "
    "a.m p.m am pm ph.d m.d b.v n.v s.a s.r.l s.p.a a.g p.c seq l.p l.l.c l.l.p hr hrs mins secs "
    "wk wks mo mos yr yrs lb lbs oz ft".split()
)
_OPENERS = frozenset(
    "a accordingly additionally after all although an and any as at because before both but "
    "by client company customer during each either employee except failure for further "
    "however if in it its licensee licensor neither no nor nothing notwithstanding on once "
    "only or our parties party payment prior provided provider seller should since such "
    "supplier that the their there thereafter therefore these they this those to under unless "
    "until upon vendor we when where whereas which while with within without you your buyer "
    "he she his her i service services there'll what who whoever".split()
)
_NAMES = frozenset(
    "schedule exhibit annex annexure appendix attachment section article part phase class "
    "tier party level type grade option plan zone category severity priority block".split()
)
_COMPANY = frozenset(["inc", "corp", "ltd", "llc", "holdings", "group", "company", "co"])


def sentence_starts(text: str) -> Iterator[int]:
    """Give the offset of each sentence of one paragraph, 0 first."""
    yield 0
    start = 0
    for match in _STOP.finditer(text):
        end = match.end()
        if end < len(text) and _ends_sentence(text, match.start(), end, start):
            start = end
            yield end


def _ends_sentence(text: str, stop: int, following: int, start: int) -> bool:
    """Tell whether the mark at ``stop`` ends the sentence begun at ``start``."""
    after = text[following]
    if after.islower():
        return text[stop] == "." and _ITEM.match(text, following) is not None
    if after in ".,;:)]}/%\u00a7":
        return False
    opening = _OPENING.match(text, following)
    word = opening[1] if opening else after
    if text[stop] in "!?":
        return word.rstrip(".,").lower() not in _COMPANY and not word[0].islower()
    if text[stop] == "\u2026" or text[max(0, stop - 2) : stop] == "..":
        return word[0].isupper() and word.lower() in _OPENERS
    if _is_label(text, start, stop):
        return False
    if text[stop + 1 : stop + 2] in _CLOSERS and following > stop + 1:
        return not word[0].islower()
    found = _TOKEN_BEFORE.search(text, max(start, stop - _LOOK_BACK), stop)
    token = found[1] if found else text[max(start, stop - _LOOK_BACK) : stop]
    bare = word.strip(".,")
    opens = after != "(" and bare.lower() in _OPENERS and (len(bare) > 1 or bare == word)
    return _closes(token, word, text, stop, opens=opens)


def _is_label(text: str, start: int, stop: int) -> bool:
    """Tell a clause number at the start of a sentence."""
    return stop - start <= 24 and _LABEL.fullmatch(text, start, stop + 1) is not None


def _closes(token: str, word: str, text: str, stop: int, *, opens: bool) -> bool:
    """Tell whether a full stop after ``token`` ends a sentence when ``word`` comes next."""
    low = token.lower()
    if low in _NEVER_LAST:
        return False
    if low in _WITH_NUMBER and token != low.upper():
        return not (word[0].isdigit() or word[0] in "#IVX") and (low not in ("no", "nos") or opens)
    if low == "etc":
        return word[0].isupper()
    if low in _MAY_END or _ACRONYM.match(token):
        return opens
    if len(token) == 1 and token.isalpha():
        before = (text[max(0, stop - 24) : stop - 1].split() or [""])[-1]
        labels = before.endswith(":") or (len(before) > 2 and before.isupper())
        return (opens and not labels) or before.lower() in _NAMES
    return True
