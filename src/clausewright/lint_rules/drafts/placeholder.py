"""A place left open, still to be filled in.

An agreement signed with "[Client Name]", "XX.X%" or "to be determined" in it binds nobody to
anything at that place, or to what the other side says was meant. Fill it in, or take the sentence
out. The name of one side or thing, left open in several places, is told once with their number; a
hint points at each of the others.

So is a field with a label and no value among fields that have theirs, a value that only names what
is asked ("Owner: Name"), a made-up address or number, and an instruction of the template.

A value in brackets ("[30] days") waits for somebody to confirm it: a warning.

A hint only is a letter for a figure that an example right below fills in. So are, but not in a text
that was signed: notes on how to fill the template in, sample names ("Acme", "Service 1"), a value
that gives an example ("e.g. 4 hours"), a label with nothing behind it, a question mark where a
number belongs, a cell that is empty where the rest of its row and column are filled in, and a table
none of whose rows is.

Tolerated: blanks for signature, name, title and date in a signature block, a prompt with the name
right behind it, and the date of signing; annexed forms and letters, filled in when they are used; a
list said to be completed from time to time; task-list boxes; footnote marks and citations; links;
redactions ("[***]" is DRF004); notes for the reader such as "[signature page follows]"; letters
that a formula explains ("where X% is the share of ...").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausewright.analysis.draft import Draft
from clausewright.analysis.empty_cells import empty_values, unfilled_tables
from clausewright.analysis.open_doubts import PHRASES, doubtful_places
from clausewright.analysis.placeholders import OpenKind, places_of
from clausewright.analysis.span_index import SpanIndex
from clausewright.analysis.term_doubts import is_concluded
from clausewright.lint_rules.drafts.places import further_places, more_places
from clausewright.lint_rules.rule import Bad, Finding, Good, Hit, NoOptions, Rule
from clausewright.model.document import BlockKind
from clausewright.model.finding import Severity
from clausewright.model.span import Span
from clausewright.pattern import regex

_EXAMPLE = regex(r"\W{0,4}(?:for example|examples?|e\.g\.)\W{0,4}(?:\n|$)", re.IGNORECASE)
_EXAMPLE_REACH = 12  # blocks
_ONE_NAME = regex(
    r"[\[{<]{1,2}\s?(?:(?:full|legal|the|your"
    r"|insert)\s){0,2}(?:name of (?:the )?)?(?:client|customer|company|supplier|provider"
    r"|vendor|contractor|licensor|licensee|organi[sz]ation|business|party [ab12]|product|service)"
    r"(?:'s)?(?:[\s._-](?:legal\s)?(?:name|company))?\s?[\]}>]{1,2}",
    re.IGNORECASE,
)
"""A place that asks for a name which is the same wherever it stands."""
_NOTE = regex(
    r"[\[{<(]\W{0,3}(?:drafting |drafter's |editor's )?(?:notes?"
    r"|guidance)\b",
    re.IGNORECASE,
)
_PROPOSED = regex(r"\[\s?\d[\d.,]*\s?%?\s?\]")
"""A value that somebody proposed and nobody confirmed: "[30] days"."""
_OPTIONS = regex(
    r"\[[^\[\]/|]{2,60}(?:\s[/|]\s[^\[\]/|]{2,60})+\]"
    r"|\[[a-z][a-z ]{2,30}(?:/[a-z ]{3,30})+\]"
)


def check(draft: Draft, options: NoOptions, hits: tuple[Hit, ...]) -> Iterator[Finding]:  # noqa: ARG001  (the contract of all rules)
    """Speak once of each place left open."""
    for spans in _by_name(draft):
        words = _shown(draft, spans[0])
        proposed = _PROPOSED.fullmatch(words) is not None
        state = "still stands in brackets" if proposed else "is left open"
        message = f'"{words}" {state}{more_places(spans)}'
        grade = Severity.WARNING if proposed else None
        grade = Severity.INFO if _is_shown_below(draft, spans[0]) else grade
        yield Finding(spans[0], message, help=_mend(words), severity=grade)
        yield from further_places(draft, spans)
    if not is_concluded(draft):
        yield from _doubts(draft, hits)


def _is_shown_below(draft: Draft, place: Span) -> bool:
    """Tell a letter for which a label "Example" in the same section gives a figure."""
    if len(place) > 1:
        return False
    blocks = draft.document.blocks
    at = draft.document.block_at(place.start).index + 1
    for block in blocks[at : at + _EXAMPLE_REACH]:
        words = draft.document.text_of(block.span)
        if _EXAMPLE.match(words):
            return True
        if block.kind is BlockKind.HEADING and not words.endswith(":"):
            return False
    return False


def _by_name(draft: Draft) -> list[list[Span]]:
    """Give the places left open, those together that ask for one and the same name."""
    groups: dict[str, list[Span]] = {}
    for place in places_of(draft, OpenKind.FIELD):
        words = draft.document.text_of(place.span)
        labelled = draft.text.endswith((": ", "\t"), 0, place.span.start)  # perhaps of another side
        same = not labelled and _ONE_NAME.fullmatch(words) is not None
        one = words if same else str(place.span.start)
        groups.setdefault(one, []).append(place.span)
    return list(groups.values())


def _mend(words: str) -> str | None:
    """Say how to mend a place that is not filled in but taken away."""
    if _NOTE.match(words) or "this note" in words:
        return "Delete this note before signature."
    if _OPTIONS.fullmatch(words):
        return "Choose one option and delete the others."
    if _PROPOSED.fullmatch(words):
        return "Confirm the value and take the brackets off."
    return None


def _doubts(draft: Draft, hits: tuple[Hit, ...]) -> Iterator[Finding]:
    """Give hints on what may be left open, but for what is told already."""
    told = SpanIndex(place.span for place in draft.open_places)
    seen: set[int] = set()
    for span in sorted(doubtful_places(draft, hits)):
        line = draft.document.block_at(span.start).index
        if not told.meets(span) and line not in seen:
            seen.add(line)
            message = f'"{_shown(draft, span)}" may be left over from a template'
            yield Finding(span, message, severity=Severity.INFO)
    for span, column in empty_values(draft):
        if draft.document.block_at(span.start).index not in seen:
            message = f'"{_shown(draft, span)}" has no value under "{column}"'
            yield Finding(span, message, severity=Severity.INFO)
    for span in unfilled_tables(draft):
        yield Finding(span, "no row of this table is filled in", severity=Severity.INFO)


def _shown(draft: Draft, span: Span) -> str:
    words = " ".join(draft.document.text_of(span).split())
    return words if len(words) <= 60 else f"{words[:57]}..."


RULE = Rule(
    code="DRF001",
    name="placeholder",
    severity=Severity.ERROR,
    check=check,
    doc=__doc__ or "",
    help="Fill it in, or take the sentence out.",
    options=NoOptions(),
    phrases=PHRASES,
    always=True,
    examples=(
        Bad(
            "This agreement is between «[Client.Company]» and the Supplier, from «MM/DD/YYYY».",
            instead="This agreement is between Harbour Ltd and the Supplier, from 1 March 2026.",
        ),
        Bad(
            "Availability shall be at least «XX.X»% in each calendar month, or «[__]»% at weekends."
        ),
        Bad("Marketing shall deliver «X» MQLs each month. Sales shall close «Z»% of them."),
        Bad("The Supplier shall answer within «[ # ]» days of «{invoice_date}»."),
        Bad("| Class | Time |\n|---|---|\n| Custom | «t.b.d.» |\n| Low | «To be determined» |"),
        Bad("Reports go to «[Name and contact]» by «[ticketing system, email, or tool]»."),
        Bad("The fee is $«[amount]» and the share is «[percentage, e.g. 99.5]»%."),
        Bad("Owner: «[Engineering / Digital Services / Other]»"),
        Bad(
            "«[Client Name]» pays Harbour Ltd. The fee of [Client Name] is due in May. Notice to "
            "[Client Name] goes to «[address]», one to Harbour Ltd to «[address]».",
            note="One name in three places is told once; two addresses are two.",
        ),
        Bad(
            "The Supplier answers each request within «[30]» days and is up «[99.5]»% of a month.",
            note="A warning: the values work as written.",
        ),
        Bad("PARTY 1: «[Company Name]»\n\nPARTY 2: «[Company Name]»"),
        Bad("# «TITLE HERE»\n\nThe Supplier shall pay the fee."),
        Bad("This agreement is made as of the «____» day of May and ends on «__________»."),
        Bad("Faults are mended within «xx» hours, the portal is up «99.X»% of a month."),
        Bad("Response times are «to be agreed».\n\nThe law of «<Country>» applies."),
        Bad("Write to «help@yourcompany.com» or call «555-1234»."),
        Bad("- Version: 1.2\n- «Owner:»\n- Approved by: Head of IT\n- Author: «Name»"),
        Bad("«Describe the support process in this section.»\n\nThe fee is paid [monthly] in May."),
        Bad("«[Signatures may be given on paper or by electronic means.]»"),
        Bad("| Service | Hours |\n|---|---|\n| Portal | «XX» |\n| Mail | «??» |"),
        Bad("This agreement is between «{Client Name}» and «Company X».\n\n«Content goes here»."),
        Bad(
            "This agreement is entered into as of «__________».\n\n"
            "«[Attach the list of subcontractors or link to it]»"
        ),
        Bad(
            "| Class | Response | Repair |\n|---|---|---|\n| P1 | 1 hour | 4 hours |\n"
            "| P2 | 4 hours | 2 days |\n| «P3» | | 5 days |",
            note="A hint, as the next two.",
        ),
        Bad(
            "The price is $«XX.XX» a seat.\n\n| Level | Value |\n|---|---|\n"
            "| Uptime | «e.g. 99.9%» |\n\nThe desk works from 9 to 17 («adjust as needed»)."
        ),
        Bad(
            "| Service | Owner |\n|---|---|\n| «Service 1» | Operations |\n| «Service 2» | Sales |"
        ),
        Bad("| «Version | Date | Change» |\n|---|---|---|\n| | | |\n| | | |"),
        Bad(
            "**Marketing**:\n\n- Deliver «X» MQLs each month\n- Keep the pace\n\n**Example**:\n\n"
            "- 200 MQLs each month",
            note="A hint: a pattern, and its example.",
        ),
        Good(
            ".. |date| date::\n\nService level agreement\n\nLast changed: |date|",
            format="text",
            note="A substitution that the text itself defines.",
        ),
        Good(
            "| Fee | Hours | Basis |\n|---|---|---|\n| Setup | 10 hours | fixed |\n"
            "| Training | 8 hours | fixed |\n| Total | 18 hours | |",
            note="A sum.",
        ),
        Good(
            "| Level | Example |\n|---|---|\n| P1 | e.g. the portal is down |\n\nWe may change "
            "this as needed. Optionally, send a picture.",
        ),
        Good("Enter your name and select the service in the portal.", note="A step, no field."),
        Good("[Highlighted text in brackets] indicates a field that each party fills in."),
        Good("The service is delivered under X Basic Plan ____ Full Plan of the price list."),
        Good(
            "# Annex B: Example of a letter of release\n\nWe release ________ from the duty to "
            "keep the goods.",
            note="Filled in when it is used.",
        ),
        Good(
            "# Annex A: Form of order\n\nThe Customer orders ____ seats until ________.",
            note="A form, filled in when it is used.",
        ),
        Good(
            "SIGNED by [NAME] R MARSH    )    for Harbour Ltd    )", note="The name is filled in."
        ),
        Good(
            "Approvers Signed Approval Date\n\nHarbour Ltd DD/MM/YYYY\n\nQuay Ltd DD/MM/YYYY",
            note="Dates that are written in when the table is signed.",
        ),
        Good("Either party may leave upon ________ (____30____) days written notice."),
        Good("Signed by and on behalf of Harbour Ltd. Date [date]"),
        Good("Dated the ____ day of May 2026.\n\nBy: ____________", note="The date of signing."),
        Good("Give these fields:\n\n- Name:\n- Date:\n\nDescribe the fault in the ticket."),
        Good(
            "- [ ] Backups tested\n- [x] Contacts agreed\n\nSee [[Terms]], [the policy](p.md) [1].",
            note="Boxes of a task list, a wiki link, a link and a footnote mark.",
        ),
        Good("[Signature page follows]\n\nBy: ____________________ Name: ____________________"),
        Good("The price was [***] for each unit [sic] [Confidential Treatment Requested]."),
        Good("Availability = X / Y, where X% is the share of minutes in service."),
        Good("The price of spare parts is to be agreed by the Board before each order."),
        Good("Dates are written in the format YYYY-MM-DD. Phase X follows Plan Y."),
        Good("```\nA[Client] --> B[Supplier Team]\n```\n\nSet `{tenant_id}` in the header."),
        Good("Do you have a second line? YES____ NO____", note="A form to tick."),
        Good("[Governing Law] This agreement is governed by the law of Ireland."),
    ),
)
