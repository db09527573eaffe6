from hypothesis import given, settings
from hypothesis import strategies as st
from readers_invariants import check_lines, check_positions, check_round_trip, check_structure

from clausewright.readers import read

WORDS = st.sampled_from(
    [
        "The Supplier shall respond within 4 hours.",
        "99.9%",
        "**Term.**",
        "*each*",
        "`code span`",
        "[link](http://a.example)",
        "[ref][a]",
        "<b>bold</b>",
        "<br>",
        "<!-- remark -->",
        "&amp;",
        "&nbsp;",
        "\\*",
        "\\|",
        "~~gone~~",
        "![alt](p.png)",
        "<https://example.com>",
        "caf\u00e9 \u201cquoted\u201d",
        "a_b_c",
        "**",
        "[",
        "](",
        "`",
        "<",
        "|",
        "____",
        "\U0001f600",
    ]
)
LINE_STARTS = st.sampled_from(
    [
        "", "", "", "# ", "## 4. ", "- ", "* [ ] ", "1. ", "12) ", "> ", "> > ", "    ", "\t", "  ",
        "| ", "4.2 ", "(a) ", "ARTICLE IV ", "Section 11.1 ", "Schedule 1 ", "[a]: ", "```", "---",
        "===", "<div>", "</div>", "<td>", "<!--", "-->", "~~~ json", "|---|---|", "WHEREAS, ",
    ]
)  # fmt: skip
LINES = st.builds(
    lambda start, words: start + " ".join(words), LINE_STARTS, st.lists(WORDS, max_size=6)
)
ENDS = st.sampled_from(["\n", "\n", "\n\n", "\r\n", "\r", "\n\n\n"])
DRAFTS = st.lists(st.tuples(LINES, ENDS), max_size=25).map(
    lambda lines: "".join(line + end for line, end in lines)
)
ANY_TEXT = st.text(
    alphabet=st.characters(exclude_characters="\0", exclude_categories=("Cs",)), max_size=300
)


def check(name, text):
    data = text.encode("utf-8")
    document = read(name, data)
    check_positions(document)
    check_structure(document)
    check_round_trip(document)
    return document


@settings(max_examples=250)
@given(DRAFTS)
def test_markdown_positions_hold(text):
    document = check("draft.md", text)
    if not document.front_matter and not text.startswith(("---", "+++")):
        check_lines(document)


@settings(max_examples=200)
@given(ANY_TEXT)
def test_markdown_reads_any_text(text):
    check("draft.md", text)


@settings(max_examples=200)
@given(DRAFTS)
def test_plain_text_positions_hold(text):
    check_lines(check("draft.txt", text))


@settings(max_examples=200)
@given(ANY_TEXT)
def test_plain_text_reads_any_text(text):
    check("draft.txt", text)


WRAPPERS = st.sampled_from(
    [
        "{}", "{}", "**{}**", "*{}*", "_{}_", "***{}***", "`{}`", "``{}``", "[{}](http://x.example/t)",
        "[**{}**](<t t>)", "[{}][r]", "[{}]", "<b>{}</b>", "<i>*{}*</i>", "({})", "\u201c{}\u201d",
        "\\*{}\\*", "&quot;{}&quot;", "![{}](p.png)", "**a {} b**", "{}<br>", "{}<!-- c -->", "{},",
    ]
)  # fmt: skip
PREFIXES = st.sampled_from(["", "# ", "- ", "1. ", "> ", "> - ", "  ", "- - ", "> # ", "+ 3) "])


@st.composite
def numbered_drafts(draw):
    """Drafts in which every word is unique, wrapped in markup that shows it."""
    lines, count = [], 0
    for _ in range(draw(st.integers(1, 8))):
        words = []
        for _ in range(draw(st.integers(1, 5))):
            count += 1
            words.append(draw(WRAPPERS).format(f"word{count}x"))
        if draw(st.integers(0, 4)):
            lines.append(
                draw(PREFIXES) + draw(st.sampled_from([" ", "\n", "  \n", "\r\n"])).join(words)
            )
        else:
            row = "| " + " | ".join(words) + " |"
            lines.append("\n".join([row, "|" + "---|" * len(words), row.replace("x", "y")]))
    return "\n\n".join(lines) + "\n\n[r]: http://r.example\n", count


@settings(max_examples=300)
@given(numbered_drafts())
def test_every_word_is_read_once_and_maps_to_itself(drawn):
    text, count = drawn
    document = read("draft.md", text.encode())
    for number in range(1, count + 1):
        word = f"word{number}x"
        assert document.text.count(word) == 1, word
        at = document.text.index(word)
        start = document.source_offset(at)
        assert text[start : start + len(word)] == word
        assert document.source_offset(at + len(word), end=True) == start + len(word)
