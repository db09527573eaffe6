"""PDF: the printed form of the HTML page, made by WeasyPrint (the extra ``pdf``).

Nothing is fetched, from the network or from the disk: the page holds its style sheet, and any
address in it is refused. The identifier of the file follows from its content and embedded fonts
carry a fixed date, so that the same agreement gives the same bytes.
"""

from __future__ import annotations

import hashlib
import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NoReturn

from clausewright.generator.agreement import Agreement
from clausewright.generator.rendering.html import render_html
from clausewright.model.errors import OutputError

CLOCK = "SOURCE_DATE_EPOCH"
FONT_DATE = "946684800"  # 1 January 2000, in seconds since 1970
MISSING = (
    "PDF output needs WeasyPrint, which is not installed: pip install 'clausewright[pdf]', "
    "or write .docx or .html and print that"
)


def render_pdf(agreement: Agreement, *, with_notes: bool = False) -> bytes:
    """Write an agreement as PDF; raise OutputError where WeasyPrint or a library is missing."""
    return pdf_of(render_html(agreement, with_notes=with_notes))


def pdf_of(page: str) -> bytes:
    """Print a page; raise OutputError where it asks for anything outside itself."""
    weasyprint = _weasyprint()

    class NoFetching(weasyprint.urls.URLFetcher):  # type: ignore[misc, name-defined]
        """Refuses every address, and stops the printing where one is asked for."""

        def fetch(self, url: str, headers: Any = None) -> NoReturn:  # noqa: ANN401, ARG002
            raise weasyprint.urls.URLFetchingError(f"refused: {url[:80]}")

    identifier = hashlib.sha256(page.encode()).hexdigest()[:32].encode()
    logging.getLogger("weasyprint").setLevel(logging.ERROR)
    try:
        document = weasyprint.HTML(string=page, url_fetcher=NoFetching(fail_on_errors=True))
        with _fixed_font_date():
            return bytes(document.write_pdf(pdf_identifier=identifier))
    except weasyprint.urls.FatalURLFetchingError as error:
        raise OutputError(f"a page is printed from its own data only: {error}") from error


@contextmanager
def _fixed_font_date() -> Iterator[None]:
    """Hold the clock by which fontTools dates the fonts it embeds."""
    before = os.environ.get(CLOCK)
    os.environ[CLOCK] = FONT_DATE
    try:
        yield
    finally:
        if before is None:
            del os.environ[CLOCK]
        else:
            os.environ[CLOCK] = before


def _weasyprint() -> Any:  # noqa: ANN401 - an optional library without a stable set of types
    try:
        import weasyprint  # noqa: PLC0415 - half a second, and an extra
        import weasyprint.urls  # noqa: PLC0415
    except ImportError as error:
        raise OutputError(MISSING) from error
    except OSError as error:
        told = f"WeasyPrint is installed, but a library it needs is not ({error}): install Pango"
        raise OutputError(told) from error
    return weasyprint
