"""PDF from the printed page: readable, the same twice, and nothing is fetched for it."""

import builtins
import io
import socket

import pytest
from small_picks import built, swapped

from clausewright.generator.output import render
from clausewright.generator.rendering import pdf
from clausewright.model.errors import OutputError

# It warns of an older HarfBuzz on this machine, which is no fault of ours.
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:weasyprint")


@pytest.fixture
def weasyprint():
    try:
        import weasyprint  # noqa: PLC0415
    except (ImportError, OSError) as error:
        pytest.skip(f"WeasyPrint cannot be imported: {error}")
    return weasyprint


@pytest.fixture
def _no_network(monkeypatch):
    def refused(*args, **kwargs):
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket.socket, "connect", refused)
    monkeypatch.setattr(socket, "create_connection", refused)


@pytest.mark.usefixtures("weasyprint", "_no_network")
def test_pages_hold_the_agreement_and_come_out_the_same_twice():
    agreement = built().agreement
    data = render(agreement, ".pdf")
    assert data.startswith(b"%PDF-")
    assert data == render(agreement, ".pdf")
    pypdf = pytest.importorskip("pypdf", reason="reading PDF needs pypdf")
    pages = pypdf.PdfReader(io.BytesIO(data)).pages
    text = " ".join(" ".join(page.extract_text() for page in pages).split())
    assert 2 <= len(pages) <= 8
    for words in (*agreement.values, "Service Level Agreement", "Part B"):
        assert words in text, words


@pytest.mark.usefixtures("weasyprint", "_no_network")
@pytest.mark.parametrize(
    "markup",
    [
        '<img src="https://example.com/a.png">',
        '<img src="file:///etc/hostname">',
        '<link rel="stylesheet" href="http://example.com/a.css">',
        "<style>@import url(http://example.com/a.css);</style>",
        "<style>body { background: url(file:///etc/hostname) }</style>",
    ],
)
def test_a_page_that_asks_for_more_than_itself_is_refused(markup):
    with pytest.raises(OutputError, match="own data only"):
        pdf.pdf_of(f"<html><body>{markup}<p>words</p></body></html>")


@pytest.mark.usefixtures("weasyprint", "_no_network")
def test_markup_in_a_name_is_words():
    text = swapped("name: Alder Ltd", "name: 'Alder <img src=x> & Co'")
    assert render(built(text).agreement, ".pdf").startswith(b"%PDF-")


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        (ImportError("no module"), r"pip install 'clausewright\[pdf\]'"),
        (OSError("no libpango"), "install Pango"),
    ],
)
def test_without_weasyprint_the_fault_says_what_to_do(monkeypatch, fault, told):
    real = builtins.__import__

    def importing(name, *args, **kwargs):
        if name.startswith("weasyprint"):
            raise fault
        return real(name, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", importing)
    with pytest.raises(OutputError, match=told):
        render(built().agreement, ".pdf")
