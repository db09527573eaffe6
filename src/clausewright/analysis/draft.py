"""A document with its facts, each computed once, when first asked for."""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from clausewright.analysis import (
    capitals,
    credit_caps,
    dates,
    directives,
    duties,
    known_names,
    label_runs,
    metrics,
    notice_periods,
    numbering,
    open_words,
    outline,
    pages,
    parties,
    placeholders,
    profile,
    quantities,
    ranges,
    references,
    sentences,
    severities,
    span_index,
    statements,
    tables,
    terms,
    tiers,
    topics,
    undefined_terms,
)
from clausewright.analysis.number_runs import Entry, number_runs
from clausewright.analysis.scan import Hit, Scanner, Words, words_of
from clausewright.language import Language
from clausewright.model.document import BlockKind, Document, MarkKind
from clausewright.model.facts import (
    CreditCap,
    CreditTier,
    DateMention,
    Duty,
    Metric,
    Party,
    ProfileChoice,
    Quantity,
    Reference,
    SeverityClass,
    Table,
    Term,
    Topic,
)
from clausewright.model.pages import Pages
from clausewright.model.span import Span

FACT_PHRASES: Mapping[str, tuple[str, ...]] = {
    "credit_caps": credit_caps.PHRASES,
    "dates": dates.PHRASES,
    "duties": duties.PHRASES,
    "metrics": metrics.PHRASES,
    "parties": parties.PHRASES,
    "placeholders": open_words.PHRASES,
    "profile": profile.PHRASES,
    "quantities": quantities.PHRASES,
    "references": references.PHRASES,
    "terms": terms.PHRASES,
    "topics": topics.PHRASES,
}


def scanner_for(rules: Mapping[str, Iterable[str]] | None = None) -> Scanner:
    """Build the one scanner: the phrases of all facts, and those of rules by code."""
    return Scanner({**FACT_PHRASES, **(rules or {})})


@dataclass(frozen=True, slots=True)
class AnalysisSettings:
    """What analysis needs to know.

    ``profile`` is a chosen profile or None for auto; ``profile_source`` tells who chose it.
    ``pipeline`` names a spaCy pipeline of the user's that refines the language tier.
    """

    profile: str | None = None
    profile_source: str = "text"
    pipeline: str | None = None


class Draft:
    """One document, the settings of its analysis, and its facts; all spans lie in ``text``."""

    def __init__(self, document: Document, settings: AnalysisSettings, scanner: Scanner) -> None:
        self.document = document
        self.text = document.text
        self.settings = settings
        self._scanner = scanner
        self.companions: tuple[Draft, ...] = ()
        self.earlier: tuple[Draft, ...] = ()
        self.leads = True

    def join(self, members: Sequence[Draft]) -> None:
        """Make this one document of an agreement of several, the main one first.

        ``companions`` are the others and ``earlier`` those before this one. What the whole
        agreement lacks is told in the document that ``leads``, what two contradict each other in
        is told in the later one.
        """
        own = next(at for at, member in enumerate(members) if member is self)
        self.earlier = tuple(members[:own])
        self.companions = (*self.earlier, *members[own + 1 :])
        self.leads = own == 0

    @cached_property
    def words(self) -> Words:
        """All words of the text, folded."""
        return words_of(self.document.text)

    @cached_property
    def hits(self) -> Mapping[str, tuple[Hit, ...]]:
        """The hits of each owner of phrases, in order of place."""
        return self._scanner.scan(self.words)

    def hits_of(self, owner: str) -> tuple[Hit, ...]:
        """Give the hits of one owner, none where it has none."""
        return self.hits.get(owner, ())

    def quantities_in(self, span: Span) -> tuple[Quantity, ...]:
        """Give the quantities that lie wholly inside a span."""
        first = bisect_left(self.quantities, span.start, key=lambda one: one.span.start)
        inside = itertools.takewhile(
            lambda one: one.span.start < span.end, itertools.islice(self.quantities, first, None)
        )
        return tuple(one for one in inside if one.span.end <= span.end)

    def sentence_at(self, offset: int) -> Span:
        """Give the sentence in which an offset stands, never beyond its block."""
        return self.sentences.at(offset)

    @cached_property
    def sentences(self) -> sentences.Sentences:
        """Sentences, cut block by block when asked for."""
        return sentences.Sentences(self.document)

    @cached_property
    def language(self) -> Language:
        """The language tier; asking for it does not import spaCy, using it does."""
        return Language(self.settings.pipeline)

    @cached_property
    def outline(self) -> outline.Outline:
        """Which blocks are operative text, recital, definition, signature block, contents."""
        return outline.outline_of(self)

    @cached_property
    def pages(self) -> Pages:
        """Printed pages of body and attachments."""
        return pages.pages_of(self)

    @cached_property
    def profile(self) -> ProfileChoice:
        """The profile the document is read under, and why."""
        return profile.profile_of(self)

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """Numbers with units, in order."""
        return quantities.quantities_of(self)

    @cached_property
    def statements(self) -> tuple[statements.Statement, ...]:
        """Sentences, cells and lines of code with their cues of measurement and quantities."""
        return statements.statements_of(self)

    @cached_property
    def _topic_reading(self) -> topics.TopicReading:
        return topics.read_topics(self)

    @cached_property
    def topics(self) -> Mapping[str, Topic]:
        """The topics present, by id."""
        return self._topic_reading.present

    @cached_property
    def faint_topics(self) -> Mapping[str, Span]:
        """Topics that count as absent, by id, and the passage that may speak of each."""
        return self._topic_reading.faint

    @cached_property
    def terms(self) -> tuple[Term, ...]:
        """Defined terms with their uses, in order of definition."""
        return terms.terms_of(self)

    @cached_property
    def numbering(self) -> numbering.Numbering:
        """The numbers of sections and paragraphs, as far as they are understood."""
        return numbering.numbering_of(self.document)

    @cached_property
    def known_names(self) -> known_names.KnownNames:
        """What the document already names: terms, titles, parties and classes."""
        return known_names.known_names(self)

    @cached_property
    def label_faults(self) -> tuple[label_runs.Fault, ...]:
        """Labels of what is no clause that leave one out or stand twice."""
        return tuple(label_runs.label_faults(self))

    @cached_property
    def range_scales(self) -> tuple[tuple[ranges.Range, ...], ...]:
        """Scales of a quantity other than a level in percent, each from the lowest up."""
        return tuple(ranges.scales_of_ranges(self))

    @cached_property
    def capital_phrases(self) -> tuple[capitals.CapitalPhrase, ...]:
        """Capitalised phrases of running text that may be terms, in order of first place."""
        return capitals.capital_phrases(self)

    @cached_property
    def undefined_terms(self) -> tuple[undefined_terms.UndefinedTerm, ...]:
        """Phrases used as terms and defined nowhere, in order of first use."""
        return undefined_terms.undefined_terms(self)

    @cached_property
    def number_runs(self) -> tuple[tuple[Entry, ...], ...]:
        """Written clause numbers as runs: 4.1, 4.2, 4.3 below one parent."""
        return tuple(number_runs(self))

    @cached_property
    def references(self) -> tuple[Reference, ...]:
        """Cross-references, in order."""
        return references.references_of(self)

    @cached_property
    def tables(self) -> tuple[Table, ...]:
        """Tables as grids, with what they hold."""
        return tables.tables_of(self)

    @cached_property
    def metrics(self) -> tuple[Metric, ...]:
        """Commitments on service performance, in order."""
        return metrics.metrics_of(self)

    @cached_property
    def sure_metrics(self) -> tuple[Metric, ...]:
        """Those metrics of which a rule may speak: what is hardly a commitment is left out."""
        return tuple(one for one in self.metrics if one.sure)

    @cached_property
    def severities(self) -> tuple[SeverityClass, ...]:
        """Severity classes, in order of place."""
        return severities.severities_of(self)

    @cached_property
    def credit_tiers(self) -> tuple[CreditTier, ...]:
        """Bands of service credits, in order of place."""
        return tiers.credit_tiers_of(self)

    @cached_property
    def credit_caps(self) -> tuple[CreditCap, ...]:
        """Caps on service credits in percent, in order of place."""
        return credit_caps.credit_caps_of(self)

    @cached_property
    def notice_periods(self) -> tuple[Quantity, ...]:
        """Periods of notice of termination or non-renewal, in order of place."""
        return notice_periods.notice_periods_of(self)

    @cached_property
    def parties(self) -> tuple[Party, ...]:
        """The parties, in order of introduction."""
        return parties.parties_of(self)

    @cached_property
    def dates(self) -> tuple[DateMention, ...]:
        """Dates in the text, in order."""
        return dates.dates_of(self)

    def in_code(self, span: Span) -> bool:
        """Tell text that a program reads."""
        block = self.document.block_at(span.start)
        return block.kind is BlockKind.CODE or self._code_marks.meets(span)

    @cached_property
    def links(self) -> span_index.SpanIndex:
        """Where links stand."""
        return span_index.marked(self.document, MarkKind.LINK)

    @cached_property
    def _code_marks(self) -> span_index.SpanIndex:
        return span_index.marked(self.document, MarkKind.CODE)

    @cached_property
    def open_places(self) -> tuple[placeholders.OpenPlace, ...]:
        """Places left open: brackets to fill in, blanks, template tags, redactions, in order."""
        return placeholders.open_places_of(self)

    @cached_property
    def duties(self) -> tuple[Duty, ...]:
        """Sentence parts with a modal, in order."""
        return duties.duties_of(self)

    @cached_property
    def directives(self) -> tuple[directives.Directive, ...]:
        """Remarks that tell the linter to hold back findings, in order."""
        return directives.directives_of(self)
