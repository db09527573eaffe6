"""The command ``new``: the interview."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import Any

import click

from clausewright.checking.libraries import library_for
from clausewright.cli.libraries import library_option
from clausewright.files.write import write_atomic
from clausewright.files.yaml import load_yaml
from clausewright.generator.fields import FieldType
from clausewright.generator.interview import Interview, Question, answers_of
from clausewright.generator.picks import load_yaml_file
from clausewright.model.errors import LibraryError, OutputError, PicksError

EPILOG = """\b
Examples:
  clausewright new                          asks for the kind of agreement first
  clausewright new external-sla -o sla.yaml
  clausewright new external-sla --answers sla.yaml -o sla.yaml   go on where you stopped
  clausewright new internal-sla --answers answers.yaml --defaults < /dev/null

\b
An answers file has the shape of a picks file and may be incomplete. Enter takes the
default, < goes back to the question before, Ctrl-C saves what is answered so far.
"""
BACK = "<"
_STRUCTURED = {FieldType.ITEMS, FieldType.TIERS, FieldType.ROWS}


@click.command("new", epilog=EPILOG)
@click.argument("blueprint", required=False)
@click.option("-o", "--output", metavar="FILE", type=click.Path(path_type=Path))
@click.option(
    "--answers", metavar="FILE", type=click.Path(path_type=Path), help="Answers given before."
)
@click.option("--defaults", is_flag=True, help="Take every default without asking.")
@click.option("--force", is_flag=True, help="Overwrite the picks file if it is there.")
@library_option
def command(  # noqa: PLR0913 - one parameter an option
    blueprint: str | None,
    output: Path | None,
    answers: Path | None,
    *,
    defaults: bool,
    force: bool,
    libraries: tuple[Path, ...],
) -> None:
    """Ask the questions of an agreement and write its picks."""
    library = library_for((output or Path()).parent, libraries)
    data = answers_of(load_yaml_file(answers)) if answers else {}
    if blueprint is not None:
        known = data.setdefault("blueprint", library.blueprint(blueprint).id)
        if known != blueprint:
            raise PicksError(
                f'these answers are for the blueprint "{known}", not for "{blueprint}"',
                where=str(answers),
            )
    interview = Interview(library, data)
    target = output or Path(f"{data.get('blueprint', 'agreement')}.yaml")
    resumes = answers is not None and target.resolve() == answers.resolve()
    if target.exists() and not (force or resumes):
        raise OutputError("the file is there already: use --force to replace it", where=str(target))
    try:
        _ask_all(interview, defaults=defaults)
    except (KeyboardInterrupt, EOFError, click.Abort):
        write_atomic(target, _written(interview))
        click.echo(f"\nsaved so far; go on with --answers {target} -o {target}", err=True)
        sys.exit(2)
    write_atomic(target, _written(interview))
    click.echo(f"wrote {target}; build it with: clausewright build {target} -o FILE.docx", err=True)


def _ask_all(interview: Interview, *, defaults: bool) -> None:
    interactive = sys.stdin.isatty()
    about = ""
    while (question := interview.next()) is not None:
        if (defaults or not interactive) and question.default is not None:
            interview.answer(question, question.default)
            continue
        if (defaults or not interactive) and question.spec.optional:
            interview.answer(question, None)
            continue
        if not interactive:
            name = ".".join(str(step) for step in question.path)
            raise PicksError(
                f'"{name}" has no answer: {question.spec.ask} Give it with --answers FILE, or run'
                " this in a terminal"
            )
        if question.about != about:
            about = question.about
            click.echo(f"\n{about}")
        _ask(interview, question)


def _ask(interview: Interview, question: Question) -> None:
    spec = question.spec
    hint = f" ({', '.join(spec.options)})" if spec.options else f" ({spec.type})"
    if spec.hint:
        click.echo(f"  {spec.hint}")
    raw = click.prompt(
        f"{spec.ask}{hint}",
        default="" if question.default is None else _shown(question.default),
        show_default=question.default is not None,
    )
    if raw == BACK:
        if not interview.back():
            click.echo("this is the first question")
        return
    try:
        interview.answer(question, _typed(question, raw))
    except (ValueError, PicksError, LibraryError) as error:
        click.echo(f"  {error}")
        return
    for remark in interview.remarks(question):
        click.echo(f"  {remark}")


def _shown(value: Any) -> str:  # noqa: ANN401 - plain YAML data
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return ", ".join(value)
    return str(value)


def _typed(question: Question, raw: str) -> Any:  # noqa: ANN401 - plain YAML data
    """Read what was typed: lists of words by commas, tables as one line of YAML."""
    if question.default is not None and raw == _shown(question.default):
        return question.default
    if question.spec.type is FieldType.ITEMS and not raw.startswith("["):
        return [one.strip() for one in raw.split(",") if one.strip()]
    if question.spec.type in _STRUCTURED:
        return load_yaml(raw, "the answer", error=PicksError).data
    return raw


def _written(interview: Interview) -> bytes:
    from ruamel.yaml import YAML  # noqa: PLC0415 - only to write

    writer = YAML(typ="safe", pure=True)
    writer.default_flow_style = False
    writer.sort_base_mapping_type_on_output = False  # type: ignore[assignment]
    writer.width = 100
    buffer = io.StringIO()
    writer.dump(interview.picks(), buffer)
    return buffer.getvalue().encode()
