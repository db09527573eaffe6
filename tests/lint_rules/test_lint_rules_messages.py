"""What rules say, word for word: a message carries the arithmetic, so it is tested as such.

``messages.json`` holds, for a sample of the rules, the messages of each bad example and of each bad
text at an edge. Where a change of words is meant, write it anew:
``python tests/lint_rules/test_lint_rules_messages.py``.
"""

import json
from pathlib import Path

import pytest
from boundaries import BOUNDARIES

from clausewright.lint_rules import RULES
from clausewright.lint_rules.rule import Bad
from clausewright.testing import findings_of

FILE = Path(__file__).with_name("messages.json")
PINNED = json.loads(FILE.read_text("utf-8"))
BY_CODE = {rule.code: rule for rule in RULES}


def said(finding):
    """The message of a finding, and what its fix would write."""
    edits = finding.fix.edits if finding.fix else ()
    return " -> ".join([finding.message, *(repr(edit.text) for edit in edits)])


def messages_of(rule):
    """What a rule says of each bad example."""
    return [
        [said(found) for found in findings_of(rule, one.text, one.profile, one.format)]
        for one in (*rule.examples, *BOUNDARIES.get(rule.code, ()))
        if isinstance(one, Bad)
    ]


@pytest.mark.parametrize("code", PINNED)
def test_the_messages_are_those_that_were_agreed(code):
    assert messages_of(BY_CODE[code]) == PINNED[code]


if __name__ == "__main__":
    told = {code: messages_of(BY_CODE[code]) for code in PINNED}
    FILE.write_text(json.dumps(told, indent=1, ensure_ascii=False) + "\n", "utf-8")
