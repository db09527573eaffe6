"""Texts from hostile hands: encodings, line ends, invisible signs, nesting and length."""

from __future__ import annotations

import unicodedata

from hostile_runs import GOOD, Case

FOUND = (("WRD001", 5),)
PAGE = "<h1>Service Level Agreement</h1><p>The Supplier shall answer promptly.</p>"
FOUND_IN_PAGE = (("WRD001", 1),)


def after(count: int) -> tuple[tuple[str, int], ...]:
    """What must be found where so many lines were put before the good draft."""
    return (("WRD001", 5 + count),)


ENCODINGS = {
    "utf16.md": Case("UTF-16 with a mark", GOOD.encode("utf-16"), finds=FOUND),
    "utf16le.md": Case("UTF-16 without a mark", GOOD.encode("utf-16-le"), finds=FOUND),
    "utf32.md": Case("UTF-32", GOOD.encode("utf-32"), finds=FOUND),
    "cp1252.md": Case(
        "Windows-1252", (GOOD + "\u201cIt\u2019s\u201d").encode("cp1252"), finds=FOUND
    ),
    "bom.md": Case("a byte order mark", b"\xef\xbb\xbf" + GOOD.encode(), finds=FOUND),
    "invalid.md": Case("bytes of no encoding", GOOD.encode() + b"\n\x81\x8d\n", "is not UTF-8"),
    "nul.md": Case("a NUL", GOOD.encode() + b"\0", "is NUL"),
    "torn.md": Case("half a UTF-16 character", GOOD.encode("utf-16") + b"a", "is not UTF-16"),
    "pdf.md": Case("a PDF under .md", b"%PDF-1.7 x", "a PDF file"),
    "zip.txt": Case("a zip archive under .txt", b"PK\x03\x04", "a zip archive"),
}

LINES = {
    "cr.md": Case("lines that end in CR", GOOD.replace("\n", "\r"), finds=FOUND),
    "crlf.md": Case("lines that end in CRLF", GOOD.replace("\n", "\r\n"), finds=FOUND),
    "separators.md": Case(
        "U+2028, U+2029, U+0085, form feed, vertical tab inside a line",
        GOOD.replace("answer", "answer\u2028 \u2029 \x85 \x0c \x0b"),
        finds=FOUND,
    ),
    "front-cut.md": Case("front matter cut off", f"---\ntitle: x\n{GOOD}", finds=after(2)),
    "front-crlf.md": Case(
        "front matter in CRLF", f"---\r\ntitle: x\r\n---\r\n{GOOD}", finds=after(3)
    ),
    "front-bom.md": Case(
        "front matter after a mark", f"\ufeff---\ntitle: x\n---\n{GOOD}", finds=after(3)
    ),
    "front-deep.md": Case(
        "front matter of 5,000 nested lists",
        f"---\na: {'[' * 5000}{']' * 5000}\n---\n{GOOD}",
        finds=after(3),
    ),
    "front-json.md": Case(
        "front matter of 5,000 nested objects",
        "---\n{" + '"a":{' * 5000 + f"\n---\n{GOOD}",
        finds=after(3),
    ),
}

SIGNS = {
    "bidi.md": Case(
        "characters that turn the line around",
        GOOD.replace("Supplier", "\u202eSup\u2066plier\u202c"),
        finds=(*FOUND, ("DRF005", 5)),
    ),
    "zero.md": Case(
        "a zero-width space inside a word",
        GOOD.replace("promptly", "prom\u200bptly"),
        finds=(("DRF005", 5),),
    ),
    "homoglyph.md": Case(
        "a Cyrillic letter inside a word", GOOD.replace("Supplier", "Su\u0440plier"), finds=FOUND
    ),
    "decomposed.md": Case(
        "a defined term in decomposed letters",
        unicodedata.normalize("NFD", f"{GOOD}\n\u201cCaf\u00e9\u201d means the place.\n")
        + "\nThe Caf\u00e9 shall open promptly.\n",
        finds=(*FOUND, ("WRD001", 9)),
    ),
    "escapes.md": Case(
        "terminal escapes and control characters",
        GOOD.replace("call", "call\x1b]0;owned\x07\x1b[2J"),
        finds=FOUND,
    ),
    "entities.md": Case(
        "entities of no character", f"&#x110000; &#0; &#99999999999; &nosuch;{GOOD}", finds=FOUND
    ),
}

NESTED = {
    "quotes.md": Case("20,000 nested quotes", f"{'>' * 20_000} x\n\n{GOOD}", finds=after(2)),
    "brackets.md": Case("50,000 brackets", f"{'[' * 50_000}\n\n{GOOD}", finds=after(2)),
    "links.md": Case("20,000 links begun", f"{GOOD}\n{'[the](' * 20_000}\n"),
    "items.md": Case("lists 5,000 deep on a line", f"{'- ' * 5000}x\n\n{GOOD}", finds=after(2)),
    "steps.md": Case(
        "lists 1,000 deep, a line each",
        GOOD + "\n" + "".join(f"{'  ' * depth}- the\n" for depth in range(1000)),
        finds=FOUND,
    ),
    "emphasis.md": Case("40,000 emphases begun", f"{GOOD}\n{'*a **b ' * 20_000}\n", finds=FOUND),
    "ticks.md": Case(
        "1,000 runs of backticks, no two alike",
        GOOD + "\n" + "".join("`" * length + " the " for length in range(1, 1000)),
        finds=FOUND,
    ),
    "remarks.md": Case("20,000 remarks begun", f"{GOOD}\n{'<!--' * 20_000}\n", finds=FOUND),
    "columns.md": Case(
        "a table of 5,000 columns",
        f"{GOOD}\n|{'a|' * 5000}\n|{'-|' * 5000}\n|{'1|' * 5000}\n",
        finds=FOUND,
    ),
    "elements.html": Case(
        "elements 20,000 deep",
        PAGE + "<div>" * 20_000,
        finds=FOUND_IN_PAGE,
    ),
    "attributes.html": Case(
        "an element of 50,000 attributes",
        f"{PAGE}<a {'x=1 ' * 50_000}>",
        finds=FOUND_IN_PAGE,
    ),
    "columns.html": Case(
        "a table of 5,000 columns in HTML",
        f"{PAGE}<table><tr>{'<td>the</td>' * 5000}"
        "<td colspan=100000000 rowspan=1000000000>y</table>",
        finds=FOUND_IN_PAGE,
    ),
    "open.html": Case("200,000 signs that open a tag", "<" * 200_000),
    "scripts.html": Case("20,000 scripts begun", "<script>" * 20_000),
}  # fmt: skip

NUMBERS = {
    "digits.txt": Case("a number of 100,000 digits", f"{'1' * 100_000}\n{GOOD}", finds=after(1)),
    "huge.txt": Case(
        "a fee of 5,000 digits and a term of 400",
        f"The fee is EUR {'9' * 5000} per month for {'9' * 400} years.\n{GOOD}",
        finds=after(1),
    ),
    "percent.txt": Case(
        "a target of 5,000 digits", f"{GOOD}\nAvailability is {'9' * 5000}%.\n", finds=FOUND
    ),
    "zero.txt": Case(
        "divisions by zero and numbers beyond all",
        f"Response within 1e999 hours. Credits 1/0 of 0% of zero in 0 days.\n{GOOD}",
        finds=after(1),
    ),
    "years.txt": Case(
        "dates outside of the calendar",
        "This Agreement begins on 1 January 9999 and continues for 900 years, until 31 December"
        f" 0000 or 99/99/9999.\n{GOOD}",
        finds=after(1),
    ),
    "labels.txt": Case("20,000 labels in one", f"{'1.' * 20_000}\n{GOOD}"),
    "roman.txt": Case(
        "a roman number of 50,000 letters", f"{'M' * 50_000}\n{GOOD}", finds=after(1)
    ),
    "headings.txt": Case(
        "5,000 headings", "\n".join(f"{n}. Title" for n in range(5000)) + f"\n{GOOD}"
    ),
}

REMARKS = {
    "rules.md": Case(
        "a suppression of 50,000 rules",
        f"<!-- clausewright: ignore {'A,' * 50_000} -- x -->\n{GOOD}",
        finds=after(1),
    ),
    "starts.md": Case(
        "2,000 suppressions begun and not ended",
        "<!-- clausewright: ignore-start DEF001 -- x -->\n" * 2000 + GOOD,
        finds=after(2000),
    ),
}

PUMPS = {
    "redaction.txt": Case(
        "brackets of sixty asterisks and a letter, and a name of sixty parts",
        f"{GOOD}\nThe fee is [{'*' * 60}x] or [a{'_A' * 60}!] per month.\n",
        finds=FOUND,
    ),
    "schedule.txt": Case(
        "a schedule whose number has sixty digits and no end",
        f"{GOOD}\nSchedule A{'1' * 60}x\n\nSchedule B\n",
        finds=FOUND,
    ),
    "tags.html": Case(
        "20,000 tags whose quotes never match",
        PAGE + "<a \"'" * 20_000,
        finds=FOUND_IN_PAGE,
    ),
    "tags.md": Case("10,000 tags of blanks, not ended", f"{GOOD}\n{'<a ' * 10_000}\n", finds=FOUND),
    "name.html": Case("a tag whose name never ends", f"<{'a' * 200_000}"),
    "spaces.md": Case(
        "brackets of 20,000 blanks",
        f"{GOOD}\nThe fee is [ {' ' * 20_000}x] per month or [1{' ' * 20_000}x].\n",
        finds=FOUND,
    ),
    "rules.txt": Case(
        "dots and rules of 20,000 signs",
        f"{GOOD}\nThe fee is {'.' * 20_000} a month {'_' * 20_000} x {'_ ' * 10_000}x\n",
        finds=FOUND,
    ),
    "capitals.md": Case(
        "a name of 7,000 words",
        f"{GOOD}\n{'A' * 20_000} is defined in the Master. {'The ' * 7000} is are defined.\n",
        finds=FOUND,
    ),
}

TEXTS = {**ENCODINGS, **LINES, **SIGNS, **NESTED, **NUMBERS, **REMARKS, **PUMPS}
