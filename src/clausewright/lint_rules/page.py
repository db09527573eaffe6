"""The page of a rule in Markdown: one source for help texts, generated docs and editors."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import Any

from clausewright.lint_rules.rule import PROFILES, SLA_PROFILES, Bad, Good, Rule

AnyRule = Rule[Any]


def page_of(rule: AnyRule) -> str:
    """Give the whole page of a rule, ending in a line feed."""
    return "\n\n".join(_parts(rule)) + "\n"


def state_of(rule: AnyRule) -> str:
    """Tell whether a rule runs without being asked for."""
    return "preview" if rule.preview else "on"


def profiles_of(rule: AnyRule) -> str:
    """Name the profiles a rule speaks under."""
    if set(rule.profiles) >= set(PROFILES):
        return "all profiles"
    if set(rule.profiles) == set(SLA_PROFILES):
        return "all service level agreements"
    return ", ".join(rule.profiles)


def _parts(rule: AnyRule) -> Iterator[str]:
    summary, _, rest = rule.doc.strip().partition("\n\n")
    yield f"# {rule.code} {rule.name}"
    yield summary
    yield f"Severity: {_severity(rule)}. State: {state_of(rule)}. Speaks under {profiles_of(rule)}."
    if rule.origin:
        yield f"From the pack: {rule.origin}."
    if rest.strip():
        yield rest.strip()
    yield f"**How to mend it.** {rule.help[:1].upper()}{rule.help[1:].rstrip('.')}."
    yield from _options(rule)
    yield "## Examples"
    for example in rule.examples:
        yield from _bad(example) if isinstance(example, Bad) else _good(example)
    yield "## Hold it back"
    yield f"`<!-- clausewright: ignore {rule.code} -- reason -->`"
    if rule.references:
        yield "## Sources"
        yield "\n".join(f"- {reference}" for reference in rule.references)


def _severity(rule: AnyRule) -> str:
    others = [f"{severity.value} under {name}" for name, severity in rule.severities.items()]
    return ", ".join([rule.severity.value, *others])


def _options(rule: AnyRule) -> Iterator[str]:
    fields = dataclasses.fields(rule.options)
    if not fields:
        return
    yield "## Options"
    told = " ".join(described(rule.options).replace("``", "`").split())
    if told:
        yield told
    lines = [f"[rules.{rule.code}]"]
    lines.extend(f"{field.name} = {_shown(getattr(rule.options, field.name))}" for field in fields)
    yield _fenced("\n".join(lines), "toml")


def described(options: object) -> str:
    """Give what the class of some options says of them; nothing where it says nothing."""
    text = type(options).__doc__ or ""
    return "" if text.startswith(f"{type(options).__name__}(") else text


def _shown(value: object) -> str:
    """Write a default; of a long list the beginning."""
    if isinstance(value, tuple) and len(value) > MOST_ITEMS:
        head = ", ".join(map(toml_value, value[:MOST_ITEMS]))
        return f"[{head}]  # and {len(value) - MOST_ITEMS} more"
    return toml_value(value)


MOST_ITEMS = 8
"""The longest list that is shown whole."""


def toml_value(value: object) -> str:
    """Write a plain value as TOML does; what is not set reads as a comment."""
    if value is None:
        return "# not set"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple | frozenset):
        items = (
            sorted(map(toml_value, value))
            if isinstance(value, frozenset)
            else map(toml_value, value)
        )
        return f"[{', '.join(items)}]"
    if isinstance(value, str):
        escaped = value.replace("\\", "\\\\").replace('"', '\\"')
        return f'"{escaped}"'
    return str(value)


def _bad(example: Bad) -> Iterator[str]:
    yield f"Told{_under(example)}:"
    yield _fenced(example.text, example.format)
    yield f"It speaks of {flagged(example)}."
    if example.note:
        yield example.note
    if example.instead is not None:
        yield "Write instead:"
        yield _fenced(example.instead, example.format)


def _good(example: Good) -> Iterator[str]:
    yield f"Not told{_under(example)}:"
    yield _fenced(example.text, example.format)
    if example.note:
        yield example.note


def _under(example: Bad | Good) -> str:
    return "" if example.profile == "external-sla" else f" under `{example.profile}`"


def flagged(example: Bad) -> str:
    """Quote what a bad example is told for."""
    if example.whole:
        return "the whole document"
    quotes = (" ".join(example.text[start:end].split()) for start, end in example.spans)
    return ", ".join(f"`` {quote} ``" if "`" in quote else f"`{quote}`" for quote in quotes)


MOST_LINES = 24
"""The longest example that is shown whole, in lines."""


def _fenced(text: str, language: str) -> str:
    lines = text.strip("\n").split("\n")
    if len(lines) > MOST_LINES:
        left = len(lines) - MOST_LINES // 2
        text = "\n".join([*lines[: MOST_LINES // 2], f"... {left} more lines"])
    ticks = "`" * max(3, 1 + max((len(run) for run in _runs_of_ticks(text)), default=0))
    return f"{ticks}{language}\n{text.strip(chr(10))}\n{ticks}"


def _runs_of_ticks(text: str) -> Iterator[str]:
    run = ""
    for character in text:
        if character == "`":
            run += character
        elif run:
            yield run
            run = ""
    if run:
        yield run
