"""Fuzz one target for some seconds: ``python tests/fuzz/drive.py TARGET SECONDS FOLDER``.

Needs atheris (``make fuzz`` installs it in a virtual environment of its own). What fails is kept in
FOLDER; put it into tests/hostile/kept/TARGET/ when the fault is mended. Each execution has a second
of CPU: what takes longer fails too.
"""

from __future__ import annotations

import importlib
import pkgutil
import sys
from pathlib import Path

import atheris

READING = ("readers", "word", "files")
WATCHED = {
    "read": READING,
    "configure": ("linting",),
    "picks": ("generator", "files"),
    "build": ("generator", "checking"),
}
"""Where coverage is looked for, by the first word of a target: the rest would only slow it."""

sys.path[0] = str(Path(__file__).parents[1])
watched = tuple(
    f"clausewright.{name}"
    for name in WATCHED.get(sys.argv[1].partition("_")[0], ("linting", "analysis.directives"))
)
with atheris.instrument_imports(include=list(watched)):
    import clausewright

    for one in pkgutil.walk_packages(clausewright.__path__, "clausewright."):
        if one.name.startswith(watched):  # many are imported late, and would not be instrumented
            importlib.import_module(one.name)
    from fuzz.targets import TARGETS


def main() -> None:
    """Run it."""
    name, seconds, folder = sys.argv[1:]
    corpus, crashes = Path(folder, name, "corpus"), Path(folder, name, "crash-")
    corpus.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(SEEDS_OF.get(name, ())):
        (corpus / f"seed{number}").write_bytes(seed)
    options = [
        f"-max_total_time={seconds}", f"-artifact_prefix={crashes}", "-timeout=20", "-max_len=4096",
        "-rss_limit_mb=3000", "-print_final_stats=1", "-verbosity=1", str(corpus),
    ]  # fmt: skip
    kept = Path(__file__).parents[1] / "hostile" / "kept" / name
    if kept.is_dir():
        options.append(str(kept))
    atheris.Setup([sys.argv[0], *options], TARGETS[name])
    atheris.Fuzz()


DRAFT = b"""---
title: x
---
# 1. Services

The Supplier shall answer **each** call promptly, see section 2(a) and [x](http://a.example).

| Class | Response |
|---|---|
| P1 | 99.9% a month within 2 hours |

- "Term" means <b>this</b>.\r\n1) `code` &amp; [amount]

## Schedule 1
"""
MARKUP = b"<table><tr><td colspan=2>a<td>b</table><ul><li>c<!-- d -->"
DRAFTS = (DRAFT, MARKUP)
WORD = (
    (
        b"<w:p><w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr></w:pPr>"
        b"<w:ins w:id='1'><w:r><w:t>a</w:t></w:r></w:ins><w:r><w:tab/><w:br/></w:r></w:p>"
    ),
    b"<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>",
    b"<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r></w:p><w:sdt><w:sdtContent/></w:sdt>",
)
OPEN_DOCUMENT = (
    b"<text:h text:outline-level='1'>a</text:h><text:p>b<text:s text:c='3'/><text:tab/></text:p>",
    b"<text:list><text:list-item><text:p>c</text:p></text:list-item></text:list>",
    (
        b"<table:table><table:table-row><table:table-cell table:number-columns-repeated='2'>"
        b"<text:p>d</text:p></table:table-cell></table:table-row></table:table>"
    ),
)
PORTABLE = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]"
    b"/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F 5"
    b" 0 R>>>>>>endobj\n4 0 obj<</Length 30>>stream\nBT /F 9 Tf 9 9 Td (ab c) Tj ET\nendstream"
    b"\nendobj\n5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\ntrailer<</Root 1"
    b" 0 R>>\n%%EOF"
)
CONFIGURATION = (
    b'select = ["WRD"]\nfail-on = "info"\n[severity]\nWRD001 = "error"\n[length]\nmax-pages = 3\n'
    b'[[profiles]]\nfiles = ["a"]\nname = "ola"\n[rules.vague-time]\nwords = ["soon"]\n'
)
PICKS = (
    b"blueprint: hosting-sla\nparties:\n  provider: {name: A}\nmetrics:\n  - {metric: rto, target:"
    b" 99.9%}\nclauses:\n  scope.status:\n"
)
SEEDS_OF = {
    "read_markdown": DRAFTS,
    "read_text": DRAFTS,
    "read_html": DRAFTS,
    "lint": DRAFTS,
    "fix": DRAFTS,
    "fingerprints": DRAFTS,
    "read_docx": WORD,
    "read_odt": OPEN_DOCUMENT,
    "read_pdf": (PORTABLE,),
    "configure": (CONFIGURATION,),
    "suppress": (b"ignore WRD001 -- reason", b"ignore-start vague-time, DRF -- x", b"ignore-file"),
    "picks": (PICKS,),
    "build": (b"A & B <C> {{ 7*7 }}", "\u00c9t\u00e9 \u201cx\u201d".encode()),
}

if __name__ == "__main__":
    main()
