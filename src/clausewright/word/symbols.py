"""Characters that Word writes by their place in a symbol font, as the characters they show."""

from __future__ import annotations

import re

PRIVATE = re.compile("[\uf020-\uf0ff]")
_PRIVATE_BASE = 0xF000

# Adobe Symbol encoding, the places that agreements use.
_SYMBOL = {
    0x22: "∀", 0x2A: "∗", 0x2D: "−", 0x40: "≅", 0x44: "Δ", 0x46: "Φ", 0x47: "Γ", 0x4C: "Λ",
    0x50: "Π", 0x51: "Θ", 0x53: "Σ", 0x57: "Ω", 0x61: "α", 0x62: "β", 0x64: "δ", 0x65: "ε",
    0x67: "γ", 0x6C: "λ", 0x6D: "μ", 0x70: "π", 0x73: "σ", 0x74: "τ", 0x77: "ω", 0xA2: "′",
    0xA3: "≤", 0xA4: "⁄", 0xA5: "∞", 0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓",
    0xB0: "°", 0xB1: "±", 0xB2: "″", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠",
    0xBA: "≡", 0xBB: "≈", 0xBC: "…", 0xD2: "®", 0xD3: "©", 0xD4: "™", 0xD5: "∏", 0xD6: "√",
    0xD7: "⋅", 0xDE: "⇒", 0xE2: "®", 0xE3: "©", 0xE4: "™", 0xE5: "∑",
}  # fmt: skip
_WINGDINGS = {
    0x6C: "●", 0x6D: "❍", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x72: "❒", 0x75: "◆", 0x76: "❖",
    0x77: "⬥", 0x9F: "•", 0xA7: "▪", 0xA8: "◻", 0xD8: "➢", 0xE0: "→", 0xE8: "➔", 0xF0: "⇨",
    0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_WINGDINGS_2 = {0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x97: "●", 0xA3: "□"}
_FONTS = {"symbol": _SYMBOL, "wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2}
UNKNOWN = "\ufffd"


def shown(font: str | None, code: int) -> str:
    """Give the character that a symbol font shows at a code, U+FFFD where it is not known."""
    table = _FONTS.get((font or "").lower())
    if table is None and not _PRIVATE_BASE <= code <= _PRIVATE_BASE + 0xFF:
        return chr(code) if code < 0x110000 and chr(code).isprintable() else UNKNOWN
    place = code & 0xFF
    found = (table or {}).get(place)
    if found is not None:
        return found
    return chr(place) if table is _SYMBOL and 0x20 <= place < 0x40 else UNKNOWN


def plain(text: str, font: str | None) -> str:
    """Replace private characters by what the font shows, one for one."""
    return PRIVATE.sub(lambda match: shown(font, ord(match[0])), text)
