"""What stands in brackets: a field to fill in, a redaction, or one of the many harmless things."""

from __future__ import annotations

import re

from clausewright.pattern import regex

_REDACTED = regex(
    r"^[\s\u2026.]*[*\u2217\u25a0\u2588][\s\u2026.*\u2217\u25a0\u2588]*$"
    r"|^[*\u2217]+ .{0,60}\bomitted\b"
    r"|^(?:redacted|confidential treatment (?:requested|has been requested)|"
    r"(?:confidential )?(?:information|portion|text|material)s? (?:redacted|omitted|withheld))\b",
    re.IGNORECASE,
)
_BLANK = regex(r"^(?:\s*_[\s_]*|\s*[\u25cf\u2022\u00b7#?]+\s*|\s*\.{2,}\s*_+\s*)$")
_NUMBER = regex(
    r"^\s*(?:[\u25cf\u2022]\s*)?[$\u00a3\u20ac]?\d[\d,. ]*+(?:/\d[\d,.]*)?(?:%|percent)?\s*$"
)
_QUANTITY = regex(
    r"^\s*\d[\d,. ]*(?:(?:business|working|calendar) )?"
    r"(?:hours?|days?|minutes?|weeks?|months?)\s*$",
    re.IGNORECASE,
)
_MASK = regex(r"^\s*[$\u00a3\u20ac]?(?:[XYZN]{1,4}|x{1,4}|X+[./]X+(?:[./]X+)?)\s*+%?\s*$")
_HARMLESS = regex(
    r"\bsic\b|follows?\b|\bsignatures?\b|\bremainder\b|\bblank\b|\breserved\b|\bomitted\b|"
    r"\bdeleted\b|"
    r"\bseal\b|\blogo\b|\bgraphic\b|\bimage\b|\billegible\b|\bletterhead\b|\bsource\b|"
    r"\bend of\b|\bnot applicable\b|\bemphasis\b|\bunused\b|\bremoved\b|\bconfidential\b|"
    r"\bpage\b|\bvoid\b|\battached\b|https?:|www\.|@",
    re.IGNORECASE,
)
_INSTRUCTION = regex(
    r"^\s*+[\u25cf\u2022]?\s*+(?:please |to be )?(?:insert|enter|fill|specify|specified|describe|"
    r"choose|"
    r"select|indicate|state|provide|define|list|add|complete|completed|tbd|tbc|tba|t\.b\.[dca]|"
    r"determined|inserted|agreed|confirmed|your|names? of|number of|amount of|date of|"
    r"drafting note|note to|guidance|how|what|who|which team|percentage|e\.g\.|example:|option:|"
    r"optional:|delete|repeat|replace|if applicable|or other"
    r"|(?:attach|include|identify|outline|explain|remove|edit|adjust|adapt|customi[sz]e|modify|paste|type"
    r"|link to|use)(?=\s(?:or|and|the|this|these|an?|any|your|all|as|here|if|in|to|one)\b))"
    r"(?=[\s:,.;)\]]|$)",
    re.IGNORECASE,
)
_EXAMPLE = regex(r"\be\.g\.|\bfor example\b|\bif applicable\b|\bsuch as\b", re.IGNORECASE)
_NAME = regex(
    r"^\s*(?=[A-Za-z]\w*?[._-]\w)[A-Za-z]\w*+(?:[.-]\w++)*+\s*$"
    r"|^\s*[a-z][a-z0-9]*(?:[A-Z][a-z0-9]+)+\s*$"
    r"|^\s*[A-Z][a-z]{1,20}(?: [A-Z][a-z]{1,20}){1,4}\s*$"
)
_SINGLE = regex(r"^[A-Za-z]\w{2,40}$")
_CHOICE = regex(
    r"^\s*[^/\n]{1,40}(?:\s/\s[^/\n]{1,40})+\s*$"
    r"|^\s*(?!(?:and/or|his/her|he/she|him/her|it/they|its/their|is/are|s/he|has/have)\s*$)"
    r"[A-Za-z-]{2,20}(?:/[A-Za-z-]{2,20}){1,5}\s*$"
    r"|^\s*[A-Za-z -]{2,30}(?:\s\|\s[A-Za-z -]{2,30}){1,5}\s*$"
)
_ADVICE = regex(r"^\s*[A-Z][^\[\]]{10,280}\b(?:may|should|can|must|needs? to|ought to)\s[a-z]")
_SHORTEST_ADVICE = 6  # spaces between words
_PAGE_ADDRESS = regex(
    r"\b(?:page|status|portal|site) (?:url|link|address)\s*$|^url\s*$", re.IGNORECASE
)
_NOTE = regex(r"^\s*(?:drafting |drafter's |editor's )notes?\s?:", re.IGNORECASE)
_PHRASE_OPENERS = """
and or the a an in of to which that with shall will not subject for on by at from if is are its
their any all each as but other
"""
_OPENS_A_PHRASE = frozenset(_PHRASE_OPENERS.split())
_CONNECTIVES = "and or of for to in on at by with used from that which who if , ( -"
_AFTER_HEAD = frozenset(_CONNECTIVES.split())
_FIELD_NOUNS = """
name names date dates number numbers no address addresses title titles amount percentage percent
company customer client provider supplier vendor party department team contact contacts email e-mail
phone telephone fax url link location city state country county jurisdiction currency time times
hours days weeks months years period duration description descriptions details detail version
owner role region tool system placeholder value price fee rate frequency interval schedule listing
manager representative signatory organisation organization entity identifier id threshold target
figure text deadline zip postcode channel channels rotations outputs
"""
_FIELDS = frozenset(_FIELD_NOUNS.split())
_LEVEL_NOUNS = frozenset(("commitment", "periods", "credit", "uptime", "limit", "cap", "level"))
_UNIT_AFTER = regex(
    r"^\s?%|^[ -](?:(?:business|working|calendar|consecutive) )?"
    r"(?:percent|per cent|hours?|days?|minutes?|weeks?|months?|years?|seconds?)\b",
    re.IGNORECASE,
)
_LEADS_TO_NUMBER = regex(
    r"(?:\b(?:within|least|most|than|of|to|exceed|for|every|is|be|the|by|after|under|over|in"
    r"|up to)\s*|[$\u00a3\u20ac<>])$",
    re.IGNORECASE,
)
_LEADS_TO_BLANK = regex(
    r"(?:\b(?:dated|of|on|by|between|to|than|within|least|is|be|until|the|from)\s+|[$\u00a3\u20ac])$"
)
_NAMES_A_PLACE = regex(
    r"(?:\b(?:attachment|exhibit|schedule|annex|appendix|section|article|clause)s? \w{1,6}|"
    r"\d+\.\d+)\s+$|://\S*$|^\s*\.\. $",
    re.IGNORECASE,
)
_SITE = regex(
    r"^\{\{[<%-]?\s*(?:[<%/.$]|site\.|page\.|layout\.|include\.|content\b|theme\.|config\.|"
    r"relref|ref |url_for|partial\b|hugo\.|macros?\.)"
    r"|^\{%(?!-?\s*(?:if|elif|elsif|for|case|set)\s)|^\{%.*\b(?:site|page|layout|include|jekyll)\."
    r"|\|\s*(?:relative_url|absolute_url|markdownify|relativize_url|safeURL)"
)
_HTML = regex(
    r"^[/!?]|^(?:a|abbr|address|b|big|blockquote|body|br|c|caption|center|cite|code|col|dd|del|details|"
    r"div|dl|dt|em|f\d+|fn|font|footer|h\d|head|header|hr|html|i|img|input|ins|kbd|label|li|link|"
    r"mark|meta|nav|ol|option|p|page|pre|q|s|section|select|small|span|strike|strong|style|sub|"
    r"summary|sup|svg|table|tbody|td|tfoot|th|thead|tr|tt|u|ul|video)(?:\s.*|/)?$"
    r"|(?-i:^[A-Z][a-z]+[A-Z]\w*\s*/?$)|/$|[=\"@:]|^https?",
    re.IGNORECASE,
)


def is_redaction(inside: str) -> bool:
    """Tell what stands in brackets in place of words that are hidden."""
    return bool(_REDACTED.search(inside))


def is_name(inside: str) -> bool:
    """Tell the name of a field, as programs write it or with capitals (city, Client Name)."""
    return bool(_NAME.match(inside) or _SINGLE.match(inside))


def is_titled_field(words: str) -> bool:
    """Tell the title of a field to fill in, each word with a capital ("Critical Response Time")."""
    parts = words.split()
    if len(parts) < 2 or not all(part.isalpha() and part[:1].isupper() for part in parts):
        return False
    return not words.isupper() and parts[-1].lower() in _FIELDS | _LEVEL_NOUNS


def is_site_tag(tag: str) -> bool:
    """Tell a tag that the site around a page fills in, not the agreement."""
    return bool(_SITE.search(tag))


def is_field_in_angles(inside: str) -> bool:
    """Tell <Customer Name> from a tag of a markup language."""
    return not _HTML.search(inside) and inside[:1].isalpha() and _asks(inside)


def _is_advice(inside: str, before: str, after: str) -> bool:
    """Tell a note to the drafter that stands in brackets on a line of its own."""
    alone = before[-1:] in {"", "\n"} and after[:1] in {"", "\n"}
    return alone and inside.count(" ") >= _SHORTEST_ADVICE and _ADVICE.match(inside) is not None


def is_field(inside: str, before: str, after: str) -> bool:
    """Tell whether brackets that hold ``inside`` wait to be filled in."""
    if before[-1:] in {"[", "!", "]"} or after[:1] in {"(", "[", "]"}:
        return False
    if before[-1:].isalnum() or after[:1].isalpha() or _NAMES_A_PLACE.search(before):
        return False
    if _BLANK.match(inside):
        return True
    if not inside.strip():
        return bool(_UNIT_AFTER.match(after) or _LEADS_TO_BLANK.search(before))
    if _NUMBER.match(inside) or _MASK.match(inside):
        return _is_open_number(inside, before, after)
    if _QUANTITY.match(inside):
        return _LEADS_TO_NUMBER.search(before) is not None
    return _asks(inside) or _is_advice(inside, before, after)


def _is_open_number(inside: str, before: str, after: str) -> bool:
    """Tell "within [30] days" and "$[5]" from a footnote mark."""
    if "%" in inside + after[:2] or before[-1:] in {"$", "\u00a3", "\u20ac"}:
        return True
    return bool(_UNIT_AFTER.match(after) and _LEADS_TO_NUMBER.search(before))


def _asks(inside: str) -> bool:
    """Tell words that name what is to be filled in."""
    if _INSTRUCTION.match(inside) or _NOTE.match(inside) or _PAGE_ADDRESS.search(inside):
        return True
    if _HARMLESS.search(inside):
        return False
    words = inside.replace(",", " , ").replace("(", " ( ").split()
    if not words or len(words) > 24 or words[0].lower() in _OPENS_A_PHRASE:
        return False
    if len(words) == 1 and _NAME.match(inside) and ("." in inside or "_" in inside):
        return not any(character.isdigit() for character in inside)
    if _CHOICE.match(inside) or _EXAMPLE.search(inside):
        return True
    return _head(words) in _FIELDS


def _head(words: list[str]) -> str:
    """Give the noun that the words are about: the last before "of", "and", a comma."""
    for index, word in enumerate(words):
        if index and word.lower() in _AFTER_HEAD:
            return words[index - 1].lower()
    return words[-1].lower().rstrip(".:;/")
