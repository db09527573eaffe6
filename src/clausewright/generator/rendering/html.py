"""HTML: one self-contained page, readable by screen readers and fit for print."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

from jinja2 import StrictUndefined, Template
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup

from clausewright.generator.agreement import Agreement


def render_html(agreement: Agreement, *, with_notes: bool = False) -> str:
    """Write an agreement as one HTML page without scripts and without anything to load."""
    template, css = _house()
    return template.render(agreement=agreement, css=css, with_notes=with_notes)


@lru_cache(maxsize=1)
def _house() -> tuple[Template, Markup]:
    folder = files("clausewright") / "templates"
    environment = SandboxedEnvironment(autoescape=True, undefined=StrictUndefined)
    environment.globals["kind_of"] = lambda value: type(value).__name__
    css = Markup((folder / "house.css").read_text("utf-8"))  # noqa: S704 - our own style sheet
    return environment.from_string((folder / "house.html").read_text("utf-8")), css
