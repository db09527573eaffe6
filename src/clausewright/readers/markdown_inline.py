"""Inline Markdown with positions: which characters of a block's source a person gets to read.

markdown-it tells no positions of inline tokens. Its parser state is extended here so that each
token remembers where it was pushed; the text of a token is then checked against the source and,
where it does not stand there, mapped as a whole. No text is ever lost: what cannot be aligned maps
to the nearest source known.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline.state_inline import StateInline
from markdown_it.token import Token

from clausewright.model.document import MarkKind
from clausewright.pattern import regex
from clausewright.readers.assembly import Fragment, RawMark
from clausewright.readers.content import Content
from clausewright.readers.html_state import read_tag
from clausewright.readers.html_text import MARKED_TAGS, STRUCK_TAGS
from clausewright.readers.inline_text import Inline, InlineComment
from clausewright.readers.labels import read_label

_SPECIAL = regex(r"[\\`*_\[<&~]")
_FIELD = regex(
    r"(?:\*\*|__)[^*_\n]{1,60}(?::(?:\*\*|__)|(?:\*\*|__)\s?:)|[\u2022\u25cf\u25aa\u25e6\u2023\u00b7]\s"
)
_REDACTION = regex(r"\[\*{1,10}\](?![(\[])")
_FIELD_IN_ANGLES = regex(r"<[A-Za-z]{2,20}(?:[ _-][A-Za-z]{2,20}){0,5}>$")  # "<Client Name>"
_TAGS = frozenset(
    "abbr acronym address applet area article aside audio bdi bdo big blink blockquote body "
    "br button canvas caption center cite code col cue data datalist dd del details dfn div "
    "dl dt em embed figure font footer form frame head header hr html iframe img input ins "
    "kbd label li link main map mark meta meter nav nobr noscript object ol output param "
    "path picture pre progress rp rt ruby samp script section select slot small source span "
    "strike strong style sub summary sup svg table td template textarea th time title toc "
    "tr track tt ul var video wbr".split()
)
_CLAUSE_ENDS = frozenset(".;:*_")
_MAX_OPEN_BRACKETS = 1000
_MAX_BLOCK = 200_000


class _PlacedState(StateInline):
    """Parser state whose tokens remember where they were pushed."""

    pending_at = 0

    def push(self, ttype: str, tag: str, nesting: Any) -> Token:  # noqa: ANN401  (markdown-it's)
        token = super().push(ttype, tag, nesting)
        token.meta["at"] = self.pos
        return token

    def pushPending(self) -> Token:  # noqa: N802  (markdown-it's name)
        token = super().pushPending()
        token.meta["at"] = self.pending_at
        return token


class _PlacedInline(ParserInline):
    """The inline parser with placed tokens."""

    def parse(
        self,
        src: str,
        md: MarkdownIt,
        env: Any,  # noqa: ANN401  (markdown-it's)
        tokens: list[Token],
    ) -> list[Token]:
        state = _PlacedState(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


def _remember_pending(state: StateInline, silent: bool) -> bool:
    if not silent and not state.pending:
        state.pending_at = state.pos  # type: ignore[attr-defined]
    return False


def _keep_redaction(state: StateInline, silent: bool) -> bool:
    """Keep the stars of "[***]" as they stand: they hide words and emphasise none."""
    redaction = _REDACTION.match(state.src, state.pos)
    if redaction is None:
        return False
    if not silent:
        state.pending += redaction[0]
    state.pos = redaction.end()
    return True


@lru_cache(maxsize=1)
def parser() -> MarkdownIt:
    """Give the one parser: CommonMark with tables and strikethrough, 100 levels deep."""
    md = MarkdownIt("commonmark", {"html": True, "maxNesting": 100}).enable("table")
    inline = _PlacedInline()
    inline.ruler.enableOnly(
        ["text", "newline", "escape", "backticks", "strikethrough", "emphasis", "link", "image",
         "autolink", "html_inline", "entity"]
    )  # fmt: skip
    inline.ruler.before("link", "keep_redaction", _keep_redaction)
    inline.ruler2.enableOnly(["balance_pairs", "strikethrough", "emphasis"])
    inline.ruler.before("text", "remember_pending", _remember_pending)
    md.inline = inline
    md.core.ruler.enableOnly(["normalize", "block"])
    return md


def read_inline(content: Content, env: dict[str, Any]) -> Inline:
    """Read the inline text of one block."""
    found = Inline()
    if _is_plain(content.text):
        _add_lines(content, _new_lines(content.text), found)
        return found
    tokens = parser().inline.parse(content.text, parser(), env, [])
    _Walk(content, found, _new_lines(content.text)).tokens(tokens, 0, len(content.text))
    return found


def _new_lines(text: str) -> frozenset[int]:
    """Give the line ends at which a reader sees a new line begin.

    These are hard breaks, and lines that begin with a clause number, a bullet or a bold label with
    a colon: Markdown runs them together, the drafter did not mean to.
    """
    found = set()
    at = text.find("\n")
    while at >= 0:
        following = text[at + 1 : at + 120].lstrip(" \t")
        hard = text[max(0, at - 2) : at] == "  " or text[at - 1] == "\\"
        if (
            (hard and not following[:1].islower() and not following[:1].isdigit())
            or _FIELD.match(following)
            or _opens_clause(text, at, following)
        ):
            found.add(at)
        at = text.find("\n", at + 1)
    return frozenset(found)


def _opens_clause(text: str, at: int, following: str) -> bool:
    label = read_label(following)
    if label is None or label.weak or (not label.closed and len(label.parts) < 2):
        return False
    return text[:at].rstrip()[-1:] in _CLAUSE_ENDS


def _is_plain(text: str) -> bool:
    """Tell whether a block holds no inline markup, or more of it than any draft has.

    Runs of tens of thousands of brackets cost the parser quadratic time and mean nothing.
    """
    if not _SPECIAL.search(text):
        return True
    return text.count("[") - text.count("]") > _MAX_OPEN_BRACKETS or (
        len(text) > _MAX_BLOCK and len(_SPECIAL.findall(text)) > len(text) // 8
    )


def _add_lines(content: Content, new_lines: frozenset[int], found: Inline) -> None:
    """Add plain text, the white space around line ends read as one space."""
    text = content.text
    start, end = 0, len(text)
    while start < end:
        stop = text.find("\n", start)
        stop = end if stop < 0 else stop
        kept = start + len(text[start:stop].rstrip(" \t"))
        for fragment in content.fragments(start, kept):
            found.add(fragment)
        if stop < end:
            found.add(Fragment(" ", content.source(stop), 1))
            if stop in new_lines:
                found.breaks.append(found.length)
        start = stop + 1
        while start < end and text[start] in " \t":
            start += 1


@dataclass
class _Walk:
    """Walks the tokens of one block along its source."""

    content: Content
    found: Inline
    new_lines: frozenset[int]
    cursor: int = 0
    struck: int = 0
    _gap: bool = False
    _open: list[tuple[MarkKind, int, str | None]] = field(default_factory=list)

    def tokens(self, tokens: Sequence[Token], shift: int, end: int) -> None:
        """Read tokens whose positions are relative to ``shift``."""
        auto = False
        for token in tokens:
            at = max(self.cursor, shift + int(token.meta.get("at", 0)))
            kind = token.type
            if kind == "text":
                if auto:
                    self._automatic(at)
                elif token.content:
                    self._literal(token.content, at, end)
            elif kind == "text_special":
                self._whole(token.content, at, len(token.markup))
            elif kind in ("softbreak", "hardbreak"):
                self._break(at)
            elif kind == "code_inline":
                self._code(token, at, end)
            elif kind == "html_inline":
                self._html(token.content, at)
            elif kind == "image":
                self._image(token, at)
            elif kind == "link_open":
                auto = token.info == "auto"
                self.cursor = at
                self._begin(MarkKind.LINK, str(token.attrs.get("href", "")))
            elif kind == "link_close":
                auto = False
                self.cursor = max(self.cursor, at)
                self._finish(MarkKind.LINK)
            else:
                self._emphasis(token, at)

    def _emit(self, start: int, end: int) -> None:
        if self.struck:
            self.found.struck.append((self.content.source(start), self.content.source(end)))
            self._gap = True
            return
        if self._gap and self.found.ends_in_space and self.content.text[start] == " ":
            start += 1  # one space is left where a remark stood between two
        self._gap = False
        for fragment in self.content.fragments(start, end):
            self.found.add(fragment)

    def _whole(self, text: str, at: int, length: int) -> None:
        """Map a text to a run of the source as a whole (an escape, an entity)."""
        self.cursor = at + length
        if self.struck:
            self._emit(at, at + length)
            return
        text = text.replace("\n", " ").replace("\r", " ")
        self.found.add(Fragment(text, self.content.source(at), length))

    def _literal(self, text: str, at: int, end: int) -> None:
        if not self.content.text.startswith(text, at):
            found = self.content.text.find(text, self.cursor, end)
            if found < 0:
                length = min(len(text), max(0, end - at))
                self._whole(text, at, length)
                return
            at = found
        self._emit(at, at + len(text))
        self.cursor = at + len(text)

    def _automatic(self, at: int) -> None:
        """Read <https://...>: the address as written."""
        source = self.content.text
        start = at + 1 if source.startswith("<", at) else at
        stop = source.find(">", start)
        stop = len(source) if stop < 0 else stop
        self._emit(start, stop)
        self.cursor = stop

    def _break(self, at: int) -> None:
        source = self.content.text
        stop = source.find("\n", at)
        stop = at if stop < 0 else stop
        if not self.struck and not self.found.ends_in_space:
            self.found.add(Fragment(" ", self.content.source(stop), 1))
        if stop in self.new_lines and self.found.length:
            self.found.breaks.append(self.found.length)
        self.cursor = stop + 1

    def _code(self, token: Token, at: int, end: int) -> None:
        source = self.content.text
        start = at + len(token.markup)
        inner = source[start : start + len(token.content)].replace("\n", " ")
        if inner != token.content:
            start += 1
        stop = min(end, start + len(token.content))
        self._begin(MarkKind.CODE)
        self._emit(start, stop)
        self._finish(MarkKind.CODE)
        closing = source.find(token.markup, stop)
        self.cursor = (closing if closing >= 0 else stop) + len(token.markup)

    def _image(self, token: Token, at: int) -> None:
        self.cursor = at + 2
        children = token.children or []
        stop = at + 2 + len(token.content)
        self.tokens(children, at + 2, stop)
        self.cursor = stop

    def _html(self, text: str, at: int) -> None:
        self.cursor = at + len(text)
        if text.startswith("<!--"):
            remark = text[4:-3] if text.endswith("-->") else ""
            place = self.content.source(at)
            self.found.comments.append(InlineComment(remark, place, self.found.length))
            self._gap = True
            return
        read = read_tag(text)
        if read is None:
            return
        tag, _ = read
        if _FIELD_IN_ANGLES.match(text) and tag.name not in _TAGS and not self._is_closed(text):
            self.found.add(Fragment(text, self.content.source(at), len(text)))
        elif tag.name == "br" and not self.struck:
            self.found.add(Fragment(" ", self.content.source(at), len(text)))
        elif tag.name in STRUCK_TAGS:
            self.struck = max(0, self.struck + (-1 if tag.closing else 1))
        elif tag.name in MARKED_TAGS:
            if tag.closing:
                self._finish(MARKED_TAGS[tag.name])
            else:
                self._begin(MARKED_TAGS[tag.name])

    def _is_closed(self, tag: str) -> bool:
        """Tell a component of a page ("<Note> ... </Note>") from a field to fill in."""
        return f"</{tag[1:-1].split(maxsplit=1)[0]}" in self.content.text

    def _emphasis(self, token: Token, at: int) -> None:
        self.cursor = at + len(token.markup)
        if token.tag == "s":
            self.struck = max(0, self.struck + token.nesting)
        elif token.tag in MARKED_TAGS:
            if token.nesting > 0:
                self._begin(MARKED_TAGS[token.tag])
            else:
                self._finish(MARKED_TAGS[token.tag])

    def _begin(self, kind: MarkKind, target: str | None = None) -> None:
        self._open.append((kind, self.found.length, target))

    def _finish(self, kind: MarkKind) -> None:
        for index in range(len(self._open) - 1, -1, -1):
            if self._open[index][0] is kind:
                _, start, target = self._open.pop(index)
                if start < self.found.length:
                    self.found.marks.append(RawMark(kind, start, self.found.length, target))
                return
