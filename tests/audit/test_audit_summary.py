from xml.etree import ElementTree

import pytest
from audit_corpus import audit, audited, make_folder

from clausewright.audit.page import page_of
from clausewright.audit.summary import Bar, Lack, Spread, Summary, summary_of


@pytest.fixture(scope="module")
def out(tmp_path_factory):
    folder = tmp_path_factory.mktemp("summary")
    audited(make_folder(folder / "drafts", 12), folder / "out")
    return folder / "out"


def test_shares_and_spreads_come_from_the_tables(out):
    summary = summary_of(out)
    assert (summary.documents, summary.failures) == (12, 0)
    (lack,) = summary.lacks
    shares = {bar.label: (bar.found, bar.of) for bar in lack.bars}
    assert shares["escalation"] == (12, 12)
    assert shares["service levels with targets"] == (0, 12)
    assert [bar.share for bar in lack.bars] == sorted((b.share for b in lack.bars), reverse=True)
    uptime, caps, notices = summary.spreads
    assert {bar.label: bar.found for bar in uptime.bars if bar.found} == {
        "99% to below 99.5%": 7,  # 99.0 and 99.1 twice
        "99.5% to below 99.9%": 4,
        "99.9% to below 99.95%": 1,
    }
    assert {bar.label: bar.found for bar in caps.bars if bar.found} == {
        "up to 5 %": 3,
        "up to 15 %": 3,
        "up to 25 %": 3,
        "up to 50 %": 3,
    }
    assert notices.quartiles == (30.0, 60.0, 90.0)


def test_the_command_prints_and_plots(out, tmp_path):
    page = tmp_path / "page.html"
    done = audit("--summary", out, "-o", page)
    assert "100.0%      12 of 12      escalation" in done.output
    assert "Uptime targets: 12 in 12 documents, median 99.35 %" in done.output
    assert page.read_text().count("<svg") == 5
    audit(out, "--summary")
    assert (out / "summary.html").read_text() == page.read_text()


def test_the_page_stands_alone_and_escapes(tmp_path):
    bad = '<script>alert("x")</script>'
    bars = (Bar(bad, 1, 2),)
    summary = Summary(
        documents=2, failures=0, words=10, profiles=bars, lacks=(Lack(bad, 2, bars),),
        spreads=(Spread(bad, bad, 0, 0, None, ()),),
    )  # fmt: skip
    page = page_of(summary)
    assert "<script" not in page
    assert "http" not in page.replace("http-equiv", "")
    for plot in page.split("<svg")[1:]:
        drawing = ElementTree.fromstring("<svg" + plot.split("</svg>")[0] + "</svg>")  # noqa: S314
        bar = next(one for one in drawing.iter("rect") if one.get("class") == "bar")
        assert float(bar.get("width")) == 190.0
