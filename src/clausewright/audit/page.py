"""The summary as one page: self-contained, without script, plots as inline SVG."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from clausewright import __version__
from clausewright.audit.summary import Bar, Summary, described

TEMPLATE = Path(__file__).with_name("summary.html.jinja")

LABELS = 300
"""Units of width that the words of a bar take."""

LENGTH = 380
"""Units of width of a full bar."""

STEP = 24
"""Units of height of a bar with its room."""


class PlottedBar(NamedTuple):
    """A bar with its place; ``top`` counts downwards."""

    label: str
    top: int
    width: float
    figures: str


class Plot(NamedTuple):
    """Bars one below the other, with the title and the words that tell the same."""

    title: str
    words: str
    height: int
    bars: tuple[PlottedBar, ...]


def page_of(summary: Summary) -> str:
    """Write the page; the template engine escapes all text."""
    from jinja2 import Environment, StrictUndefined  # noqa: PLC0415  (only this page needs it)

    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True)
    template = environment.from_string(TEMPLATE.read_text("utf-8"))
    return template.render(
        summary=summary,
        plots=_plots(summary),
        version=__version__,
        labels=LABELS,
        length=LENGTH,
        step=STEP,
        total=LABELS + LENGTH + 130,
    )


def _plots(summary: Summary) -> list[Plot]:
    plots = [_plot("Types of agreement", "How the documents were read.", summary.profiles)]
    plots += [
        _plot(
            f"Topics that {lack.family} lack",
            f"Share of the {lack.documents:,} documents whose type should address the topic and "
            "which do not, and name no agreement that may.",
            lack.bars,
        )
        for lack in summary.lacks
    ]
    plots += [
        _plot(
            spread.title, f"{described(spread)}. Each value of a document counts once.", spread.bars
        )
        for spread in summary.spreads
    ]
    return plots


def _plot(title: str, words: str, bars: Sequence[Bar]) -> Plot:
    """Place the bars; a full bar is the whole, for a share of all reads as such."""
    placed = (
        PlottedBar(
            label=bar.label,
            top=number * STEP,
            width=round(bar.share * LENGTH, 1),
            figures=f"{bar.share:.1%} ({bar.found:,} of {bar.of:,})",
        )
        for number, bar in enumerate(bars)
    )
    return Plot(title, words, max(1, len(bars)) * STEP, tuple(placed))
