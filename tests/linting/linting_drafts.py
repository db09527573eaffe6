"""Rules and drafts that the tests of the engine share."""

from pathlib import Path

from clausewright.lint_rules.rule import Finding, Good, NoOptions, Rule
from clausewright.linting.lint import lint_source
from clausewright.linting.settings import Settings
from clausewright.linting.source import source_for, with_data
from clausewright.model.finding import Severity

EXAMPLES = (Good(""),)


def rule(code, check, name=None, severity=Severity.WARNING, **more):
    return Rule(
        code=code,
        name=name or f"rule-{code.lower()}",
        severity=severity,
        check=check,
        examples=EXAMPLES,
        doc="A rule.\n\nFor tests.",
        help="mend it",
        options=NoOptions(),
        **more,
    )


def on_hits(draft, options, hits):
    """Speak of each hit."""
    for hit in hits:
        yield Finding(hit.span, f'"{draft.document.text_of(hit.span)}" was found')


def word_rule(code, *words, **more):
    return rule(code, on_hits, phrases=words, **more)


def whole(message):
    def check(draft, options, hits):
        yield Finding(None, message, topic="law")

    return check


def lint(text, settings=None, name="draft.md"):
    settings = settings or Settings(profile="external-sla", profile_source="option")
    data = text if isinstance(text, bytes) else text.encode()
    source = with_data(source_for(name, settings, Path(name)), data)
    return lint_source(source)
