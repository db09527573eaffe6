"""A citation of an article that the act does not have.

"Article 128 GDPR" does not exist, and "Regulation (EU) 2016/697" is not the GDPR. Who has to prove
that a duty was cited and met cannot do so from a citation that leads nowhere.

Known are the number of articles and the official number of the European acts that agreements on
services cite most, and the lettered points of the two lists cited most: Article 28(3) GDPR (a to h)
and Article 30(2) and (3) DORA (a to i, a to f). Other laws are left alone.

Source: Regulations (EU) 2016/679, 2022/2554, 2024/1689, 2023/2854, 910/2014 and Directive (EU)
2022/2555, as published in the Official Journal.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from clausewright.analysis.draft import Draft
from clausewright.lint_rules.rule import Bad, Finding, Good, Hit, NoOptions, Rule
from clausewright.model.facts import Reference
from clausewright.model.finding import Severity
from clausewright.model.span import Span
from clausewright.pattern import regex


class Act(NamedTuple):
    """A European act: its short name, official number, and number of articles.

    ``points`` gives the last lettered point of a paragraph, by "article(paragraph)".
    """

    name: str
    number: str
    articles: int
    points: tuple[tuple[str, str], ...] = ()


GDPR = Act("GDPR", "2016/679", 99, (("28(3)", "h"),))
DORA = Act("DORA", "2022/2554", 64, (("30(2)", "i"), ("30(3)", "f")))
ACTS = {
    "gdpr": GDPR,
    "general data protection regulation": GDPR,
    "2016/679": GDPR,
    "dora": DORA,
    "digital operational resilience act": DORA,
    "2022/2554": DORA,
    "nis2": Act("NIS2", "2022/2555", 46),
    "2022/2555": Act("NIS2", "2022/2555", 46),
    "2024/1689": Act("AI Act", "2024/1689", 113),
    "2023/2854": Act("Data Act", "2023/2854", 50),
    "910/2014": Act("eIDAS", "910/2014", 52),
}
NAMES = (
    "gdpr",
    "general data protection regulation",
    "dora",
    "digital operational resilience act",
    "nis2",
)
_ACT = regex(
    r"\b(GDPR|General Data Protection Regulation|DORA|Digital Operational Resilience Act|NIS2"
    r"|2016/679|2022/2554|2022/2555|2024/1689|2023/2854|910/2014)\b"
)
_NUMBER_NEAR = regex(
    r"\s{0,2}[(\u2013,-]?\s{0,2}(?:the\s)?(?:Regulation|Directive)?\s{0,2}\(?(?:EU|EC)?\)?\s{0,2}"
    r"(?:No\.?\s)?(?P<number>(?:19|20)\d\d/\d{2,4})\b"
)
_PARTS = regex(r"(?P<article>\d{1,3})(?:\((?P<paragraph>\d{1,2})\))?(?:\((?P<point>[a-z])\))?$")
_OTHER_ARTICLES = regex(r"\b(?:UK|Swiss|Irish|national|Act 20\d\d)\b")


def check(draft: Draft, options: NoOptions, hits: tuple[Hit, ...]) -> Iterator[Finding]:  # noqa: ARG001
    """Speak of each article, point or number that the act cited does not have."""
    for reference in draft.references:
        if reference.word == "article" and reference.number[:1].isdigit():
            act = _act_after(draft, reference)
            fault = _fault(act, reference.number) if act else None
            if fault:
                yield Finding(reference.span, fault)
    for hit in hits:
        act = ACTS[hit.phrase]
        number = _NUMBER_NEAR.match(draft.text, hit.span.end)
        if number and number["number"] != act.number:
            span = Span(number.start("number"), number.end("number"))
            yield Finding(span, f"{act.name} is {act.number}, not {number['number']}")


def _act_after(draft: Draft, reference: Reference) -> Act | None:
    """Find the act that a citation names right behind its number."""
    after = draft.text[reference.span.end : reference.span.end + 70]
    after = re.split(r"[;\n]|\.\s", after)[0]
    match = _ACT.search(after)
    if match is None or _OTHER_ARTICLES.search(after[: match.start()]):
        return None
    if re.search(
        r"\b(?:section|clause|annex|act|agreement|this)\b", after[: match.start()], re.IGNORECASE
    ):
        return None
    return ACTS[match[1].lower()]


def _fault(act: Act, number: str) -> str | None:
    parts = _PARTS.match(number)
    if parts is None:
        return None
    article = int(parts["article"])
    if article == 0 or article > act.articles:
        return f"{act.name} has {act.articles} articles and no article {article}"
    if parts["point"] is None:
        return None
    last = dict(act.points).get(f"{article}({parts['paragraph']})")
    if last is not None and parts["point"] > last:
        return f"article {article}({parts['paragraph']}) {act.name} ends with point ({last})"
    return None


RULE = Rule(
    code="REF005",
    name="bad-citation",
    severity=Severity.WARNING,
    check=check,
    doc=__doc__ or "",
    help="Look the citation up in the official text and correct it.",
    options=NoOptions(),
    phrases=NAMES,
    always=True,
    references=("Regulation (EU) 2016/679", "Regulation (EU) 2022/2554"),
    examples=(
        Bad(
            "The Provider acts as a processor under «Article 128» GDPR.",
            instead="The Provider acts as a processor under Article 28 GDPR.",
        ),
        Bad("Reports follow «Article 30(2)(k)» of DORA."),
        Bad("This annex meets the GDPR (Regulation (EU) «2016/697»)."),
        Bad(
            "Instructions are documented under «Art. 28(3)(j)» of the General Data Protection "
            "Regulation."
        ),
        Good("The Provider notifies a breach under Article 33(2) GDPR within 24 hours."),
        Good("The register meets Article 28(3) of Regulation (EU) 2022/2554 (DORA)."),
        Good(
            "Article 128 of the Companies Act applies; the GDPR is unaffected.", note="Another law."
        ),
        Good("Article 12 of this Agreement and the GDPR apply."),
    ),
)
