"""Results that the tests of the report formats share."""

from clausewright.linting.result import FileError, FileResult
from clausewright.model.finding import (
    Applicability,
    LocatedEdit,
    LocatedFinding,
    LocatedFix,
    Severity,
)
from clausewright.model.pages import Pages
from clausewright.model.span import Place, Position, Span
from clausewright.reporters import Context, reporter

EVIL = (
    "a\n::error::x %0A \x1b[31mred\x1b[0m \u202egnp.exe\u202c <script>alert(1)</script> "
    "&amp; ]]> \x00\x08\x9b | `x` \"q\" 'p' =1+1 \ud800 \u2028"
)


def finding(message="was found", line=1, column=1, end=None, severity=Severity.WARNING, **more):
    end = end or (line, column + 3)
    whole = more.pop("whole", False)
    values = {
        "code": "AAA001",
        "name": "a-rule",
        "severity": severity,
        "message": message,
        "help": "mend it",
        "start": Position(line, column),
        "end": Position(line, column) if whole else Position(*end),
        "place": None,
        "section": "4 Support",
        "topic": None,
        "excerpt": "The excerpt.",
        "fingerprint": "0123456789abcdef",
        "fix": None,
        "span": None if whole else Span(0, 3),
        **more,
    }
    return LocatedFinding(**values)


def result(*findings, file="draft.md", lines=("one two", "three"), **more):
    return FileResult(
        file=file,
        profile="external-sla",
        words=3,
        pages=Pages(1.0, 0.0, "estimate"),
        findings=findings,
        lines=lines,
        **more,
    )


def unreadable(message="is a picture", file="bad.docx"):
    return FileResult(file=file, errors=(FileError("unreadable", message, 3),))


FIX = LocatedFix(
    "drop", Applicability.SAFE, (LocatedEdit(Position(1, 1), Position(1, 4), text="uno"),)
)
WORD_PLACE = Place("word/document.xml", 7, (2, 1), "4.2(a)")


def evil_results():
    bad = finding(EVIL, help=EVIL, section=EVIL, excerpt=EVIL)
    return [
        result(bad, file="e,v:i%l\n<b>.md", lines=(EVIL.replace("\n", " "),)),
        unreadable(EVIL, "=cmd.docx"),
    ]


def written(name, results, **context):
    return "".join(reporter(name).write(results, Context(**context)))
