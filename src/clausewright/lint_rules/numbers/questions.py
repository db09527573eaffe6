"""The questions that an agreement answers once, and the words by which their answers are found."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from clausewright.analysis.scan import readings
from clausewright.model.facts import Dimension
from clausewright.pattern import regex

_DAY: Final = 86_400.0
_NOTICE_OF = regex(r"\bnotice\s(?:period\s)?(?:of|is)\s(?:at least\s)?$", re.IGNORECASE)
_OTHER_HOURS = regex(
    r"\b(?:outside|saturdays?|sundays?|holidays?|weekends?|maintenance|phone|telephone|chat)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Question:
    """What is asked, by which phrases it is found, and which number beside which words answers it.

    One of ``before`` and ``after`` has to stand right beside the number; ``needs`` has to stand in
    its sentence and ``never`` must not.
    """

    name: str
    phrases: tuple[str, ...]
    dimension: Dimension
    before: re.Pattern[str] | None = None
    after: re.Pattern[str] | None = None
    needs: re.Pattern[str] | None = None
    never: re.Pattern[str] | None = None
    least: float = 0.0

    @cached_property
    def readings(self) -> frozenset[str]:
        """The phrases in all their readings."""
        return readings(self.phrases)


QUESTIONS: Final = (
    Question(
        "the deadline for a claim",
        (
            "{claim|claims|claimed|claiming|credit request|credit requests}",
            "request {a|the|any} {credit|service credit|refund}",
            "{credit|credits|refund} {must|shall|should|may} be requested",
        ),
        Dimension.DURATION,
        before=regex(r"\b(?:within|than|in|after)\s(?:the\s)?(?:first\s)?$", re.IGNORECASE),
        needs=regex(r"\b(?:credit|refund|compensation|claim)", re.IGNORECASE),
        never=regex(
            r"\b(?:pay|paid|issued?|process|review\w*|answer|respond|decid\w*|appl(?:y|ied)\sto|"
            r"confirm|acknowledg\w*|indemni\w*|third|damages|insur\w*|expire|investigat\w*)\b",
            re.IGNORECASE,
        ),
        least=_DAY,
    ),
    Question(
        "the notice of planned maintenance",
        (
            "{planned|scheduled|routine|regular} {maintenance|downtime|outage|outages|work|works}",
            "maintenance {window|windows|work|works|notice|notices}",
        ),
        Dimension.DURATION,
        before=_NOTICE_OF,
        after=regex(
            r"['\u2019]?\s(?:\w+['\u2019]?\s){0,3}?"
            r"(?:notice|notification|advance|before|beforehand|prior|ahead)\b",
            re.IGNORECASE,
        ),
        never=regex(r"\b(?:cancel\w*|terminat\w*|reminder|again)\b", re.IGNORECASE),
    ),
    Question(
        "the length of the term",
        (
            "initial term",
            "{agreement|contract|sla} {runs|remains in force|remains valid|is made|is valid} for",
            "{has|with} a term of",
            "term of {this|the} {agreement|contract|sla}",
        ),
        Dimension.DURATION,
        before=regex(r"\b(?:for|of|is|be|least)\s(?:a\s(?:period|term)\sof\s)?$", re.IGNORECASE),
        never=regex(
            r"\b(?:renew\w*|notice|thereafter|liabilit\w*|terminat\w*|after)\b", re.IGNORECASE
        ),
        least=28 * _DAY,
    ),
    Question(
        "how long backups are kept",
        ("{backup|backups|back ups}",),
        Dimension.DURATION,
        before=regex(
            r"\b(?:for|of|least|to|is|past|last)\s(?:a\s(?:period|maximum|minimum)\sof\s)?$",
            re.IGNORECASE,
        ),
        needs=regex(r"\b(?:kept|keeps?|retain\w*|retention|stored?|hold|held)\b", re.IGNORECASE),
        never=regex(
            r"\b(?:(?:daily|weekly|monthly|yearly|hourly|full"
            r"|incremental) (?:full )?(?:back-?ups?|cop)"
            r"|incremental|snapshots?|logs?|every|restor\w*|after|deleted|terminat\w*)\b",
            re.IGNORECASE,
        ),
        least=_DAY,
    ),
    Question(
        "how long data stays after the end",
        ("{data|content}",),
        Dimension.DURATION,
        after=regex(
            r"\s(?:after|of|following|from)\s(?:the\s)?(?:end|terminat|expir|cancel|effective)",
            re.IGNORECASE,
        ),
        needs=regex(
            r"\b(?:kept|keeps?|retain\w*|delet\w*|remov\w*|eras\w*|destroy\w*|purg\w*|available)\b",
            re.IGNORECASE,
        ),
        never=regex(r"\b(?:back-?ups?|logs?|invoices?|request\w*|notice)\b", re.IGNORECASE),
        least=_DAY,
    ),
    Question(
        "when invoices are due",
        ("{invoice|invoices}",),
        Dimension.DURATION,
        before=regex(r"\b(?:within|than|in|after|is|of|net)\s$", re.IGNORECASE),
        needs=regex(r"\b(?:pays?|paid|payable|payment|due|settled?)\b", re.IGNORECASE),
        never=regex(
            r"\b(?:dispute\w*|object\w*|late|overdue|interest|credits?|suspen\w*|terminat\w*"
            r"|reminder|fails?|unpaid|advance|query|contest\w*|if)\b",
            re.IGNORECASE,
        ),
        least=_DAY,
    ),
    Question(
        "the months of fees that limit the liability",
        ("{liability|liable}",),
        Dimension.DURATION,
        after=regex(r"\s(?:before|prior|preceding|previous|period)|[.,;]|$", re.IGNORECASE),
        before=regex(r"\b(?:last|previous|preceding|prior|past)\s$", re.IGNORECASE),
        needs=regex(r"\b(?:limited|exceed|capped?|maximum|aggregate)\b", re.IGNORECASE),
        never=regex(r"\b(?:data|indemni\w*|gross|wilful|willful|death)\b", re.IGNORECASE),
        least=28 * _DAY,
    ),
    Question(
        "the cap on credits",
        ("{credit|credits}",),
        Dimension.PERCENT,
        after=regex(r"\sof\s(?:the|your|its|a|any|that)\b", re.IGNORECASE),
        needs=regex(
            r"\b(?:limited to|not exceed|never exceed|shall credits exceed|capped|maximum|at most|"
            r"no more than|(?:total|aggregate) of|up to a)\b",
            re.IGNORECASE,
        ),
        never=regex(
            r"\b(?:if|where|when|below|less than|per (?:hour|day|incident))\b", re.IGNORECASE
        ),
    ),
    Question(
        "the notice of termination",
        (
            (
                "{terminate|terminated|cancel|cancelled|end} "
                "{this|the} {agreement|contract|sla|service}"
            ),
        ),
        Dimension.DURATION,
        after=regex(
            r"['\u2019]?\s(?:\w+['\u2019]?\s){0,3}?"
            r"(?:notice|notification|prior|advance|before|ahead)\b",
            re.IGNORECASE,
        ),
        before=_NOTICE_OF,
        never=regex(
            r"\b(?:breach\w*|default|cure\w*|remed\w*|insolven\w*|fail\w*|unpaid"
            r"|miss\w*|cause)\b",
            re.IGNORECASE,
        ),
        least=_DAY,
    ),
    Question(
        "the business hours",
        ("{business|working|office|operating} {hours|hour}",),
        Dimension.TIME_OF_DAY,
        never=_OTHER_HOURS,
    ),
    Question(
        "the hours of support",
        (
            "{support|service|helpdesk|help desk|service desk} {hours|hour}",
            (
                "{support|helpdesk|help desk|service desk|support desk|support team} "
                "{is|are} {staffed|open|available|manned|reachable|provided}"
            ),
            "{call|contact|reach} the {helpdesk|help desk|service desk|support desk|support team}",
        ),
        Dimension.TIME_OF_DAY,
        never=_OTHER_HOURS,
    ),
    Question(
        "the window of planned maintenance",
        (
            "maintenance {window|windows}",
            "{planned|scheduled|regular} maintenance",
            "maintenance {takes place|is carried out|is done}",
        ),
        Dimension.TIME_OF_DAY,
        never=regex(r"\b(?:outside|support|business)\b", re.IGNORECASE),
    ),
)
PHRASES: Final = tuple(phrase for question in QUESTIONS for phrase in question.phrases)
