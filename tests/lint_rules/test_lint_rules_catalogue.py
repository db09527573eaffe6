"""The catalogue of rules: a code is a promise to configurations and to suppressed drafts."""

import pytest

from clausewright.lint_rules import RULES
from clausewright.lint_rules.rule import PROFILES

NAMES = """
TOP001 missing-topic, 002 empty-section, 003 duplicate-section, 004 only-by-reference,
005 incomplete-topic
WRD001 vague-time, 002 vague-effort, 003 vague-quality, 004 vague-quantity, 005 open-ended-list,
006 escape-clause, 007 ambiguous-frequency, 008 and-or, 009 unnamed-standard, 010 doublet,
011 archaic-word, 012 weak-commitment
MET001 no-target, 002 no-window, 003 no-unit, 004 no-measurement, 005 no-consequence,
006 no-baseline, 007 no-exclusions, 008 target-of-100, 009 hours-undefined,
010 impossible-percentage, 011 downtime-mismatch, 012 response-exceeds-resolution,
013 severity-out-of-order, 014 severity-undefined, 015 maintenance-swallows-target,
016 mixed-clocks, 017 sampling-too-coarse, 018 ola-does-not-fit-sla, 019 no-reporting
CRD001 tier-gap, 002 tier-overlap, 003 tier-not-monotone, 004 cap-below-tier,
005 credit-base-missing, 006 claim-before-report, 007 earnback-incomplete,
008 example-does-not-compute, 009 remedy-conflict
LEN001 over-length-document, 002 over-long-clause, 003 over-long-sentence, 004 hard-to-read,
005 unbroken-text
DEF001 undefined-term, 002 unused-definition, 003 duplicate-definition, 004 lower-case-use,
005 term-variant, 006 circular-definition, 007 undefined-concept
REF001 broken-reference, 002 missing-attachment, 003 numbering-gap, 004 duplicate-number,
005 bad-citation
NUM001 number-word-mismatch, 002 contradicting-values, 003 arithmetic, 004 currency-missing,
005 shares-do-not-sum
DAT001 impossible-date, 002 end-before-start, 003 ambiguous-day-month, 004 weekday-mismatch,
005 term-length-mismatch, 006 notice-exceeds-term
PTY001 party-name-variant, 002 unsigned-party, 003 role-drift
DUT001 duty-without-actor, 002 duty-without-deadline, 003 modal-drift
DRF001 placeholder, 002 open-comment-or-change, 003 template-tag, 004 redaction,
005 invisible-character
TYP001 doubled-word, 002 stray-space, 003 mixed-quotes, 004 numbering-typo
SUP001 unused-suppression, 002 suppression-without-reason, 003 unread-text, 004 no-profile
"""

ERRORS = "MET010 MET011 MET012 MET013 MET018 CRD001 CRD003 CRD008 NUM001 NUM002 NUM003 DAT001 \
DAT002 REF001 DRF001 DRF003".split()
WARNINGS = "TOP001 TOP002 TOP005 WRD001 WRD002 WRD003 WRD004 WRD006 WRD012 MET001 MET002 MET003 \
MET004 MET005 MET008 MET009 MET014 MET016 MET017 CRD002 CRD004 CRD005 CRD006 CRD007 CRD009 LEN001 \
DEF001 DEF003 DEF007 REF002 REF003 REF004 REF005 NUM004 NUM005 DAT004 DAT005 DAT006 PTY001 PTY002 \
PTY003 DRF002".split()


def _catalogue():
    family = ""
    found = {}
    for entry in NAMES.replace("\n", ", ").split(","):
        if entry.strip():
            code, name = entry.split()
            family, code = (code[:3], code) if code[0].isalpha() else (family, family + code)
            found[code] = name
    return found


CATALOGUE = _catalogue()
rules = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)


@rules
def test_code_and_name_are_those_of_the_catalogue(rule):
    assert CATALOGUE[rule.code] == rule.name


@rules
def test_severity_is_that_of_the_catalogue(rule):
    severity = "error" if rule.code in ERRORS else "warning" if rule.code in WARNINGS else "info"
    assert rule.severity == severity


@rules
def test_every_rule_of_the_catalogue_is_on(rule):
    assert not rule.preview
    assert set(rule.profiles) <= set(PROFILES)
    assert set(rule.severities) <= set(rule.profiles)
