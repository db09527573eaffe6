"""The commands ``clauses list|show|search|check|graph``."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from clausewright.checking.clause_check import check_library
from clausewright.checking.libraries import library_for
from clausewright.cli.libraries import library_option
from clausewright.generator.clause import Clause, ClauseStatus, Position
from clausewright.generator.fields import FieldSpec
from clausewright.generator.library import Library
from clausewright.generator.search import search
from clausewright.model.errors import LibraryError, suggestion
from clausewright.model.topics import TOPICS

NOT_REVIEWED = "not reviewed by a lawyer; not legal advice"


@click.group("clauses")
def command() -> None:
    """List, show, search and check the clauses of the library."""


@command.command("list")
@click.option("--topic", help="Only clauses on this topic.")
@click.option("--kind", help="Only clauses for this blueprint.")
@click.option("--position", type=click.Choice([one.value for one in Position]))
@library_option
def list_clauses(
    topic: str | None, kind: str | None, position: str | None, libraries: tuple[Path, ...]
) -> None:
    """List clauses: id and what each is about."""
    library = library_for(Path.cwd(), libraries)
    if topic is not None and topic not in TOPICS:
        raise LibraryError(
            f'there is no topic "{topic}"{suggestion(topic, TOPICS)}; there are {", ".join(TOPICS)}'
        )
    if kind is not None:
        library.blueprint(kind)
    found = [
        clause
        for clause in library.clauses
        if clause.front.status is not ClauseStatus.RETIRED
        and (topic is None or topic in clause.front.topics)
        and (kind is None or {"any", kind} & set(clause.front.kinds))
        and (position is None or clause.front.position == position)
    ]
    _table(found)


@command.command("show")
@click.argument("clause_id", metavar="CLAUSE")
@library_option
def show(clause_id: str, libraries: tuple[Path, ...]) -> None:
    """Show one clause: what it says, asks, needs, and its playbook."""
    library = library_for(Path.cwd(), libraries)
    clause = library.clause(clause_id)
    for line in _page(clause, library):
        click.echo(line)


@command.command("search")
@click.argument("words", nargs=-1, required=True)
@library_option
def search_clauses(words: tuple[str, ...], libraries: tuple[Path, ...]) -> None:
    """Search titles, summaries, topics and texts; the best matches first."""
    found = search(library_for(Path.cwd(), libraries), " ".join(words))
    if not found:
        click.echo("no clause matches", err=True)
        sys.exit(1)
    _table(found)


@command.command("check")
@click.argument("clause_ids", nargs=-1, metavar="[CLAUSES]...")
@library_option
def check(clause_ids: tuple[str, ...], libraries: tuple[Path, ...]) -> None:
    """Check every file: format, wording, graph; and the samples of all or the named clauses."""
    library = library_for(Path.cwd(), libraries)
    for clause_id in clause_ids:
        library.clause(clause_id)
    faults = check_library(library, only=clause_ids)
    for fault in faults:
        click.echo(str(fault))
    count = len(library.clause_files)
    click.echo(f"{count} clauses checked: {len(faults) or 'no'} faults")
    sys.exit(1 if faults else 0)


@command.command("graph")
@click.option("--kind", help="Only the clauses of this blueprint.")
@library_option
def graph(kind: str | None, libraries: tuple[Path, ...]) -> None:
    """Print how clauses hang together, in the DOT language of Graphviz."""
    library = library_for(Path.cwd(), libraries)
    places = library.blueprint(kind).places if kind else ()
    wanted = {clause for place in places for clause in place.clauses} or set(library.clause_files)
    click.echo("digraph clauses {\n  rankdir=LR;\n  node [shape=box];")
    for clause_id in sorted(wanted):
        front = library.clause(clause_id).front
        click.echo(f'  "{clause_id}";')
        for need in front.needs:
            for option in need.split(" | "):
                click.echo(f'  "{clause_id}" -> "{option}" [label=needs];')
        for other in front.pairs_with:
            click.echo(f'  "{clause_id}" -> "{other}" [label="pairs with", style=dashed];')
        for other in front.excludes:
            click.echo(f'  "{clause_id}" -> "{other}" [label=excludes, color=red];')
    click.echo("}")


def _table(clauses: list[Clause]) -> None:
    wide = max((len(clause.id) for clause in clauses), default=0)
    for clause in clauses:
        click.echo(f"{clause.id:{wide}}  {clause.front.summary}")


def _page(clause: Clause, library: Library) -> list[str]:
    front = clause.front
    lines = [
        f"{clause.id}@{front.version}  {front.title}",
        front.summary,
        "",
        f"position  {front.position}",
        f"topics    {', '.join(front.topics)}",
        f"written for  {', '.join(front.kinds)}   law: {front.law}",
    ]
    relations = {
        "defines": front.defines,
        "uses": front.uses,
        "needs": front.needs,
        "goes with": front.pairs_with,
        "excludes": front.excludes,
        "metrics": front.metrics,
    }
    lines += [f"{name:9} {', '.join(values)}" for name, values in relations.items() if values]
    lines += ["", clause.body, ""]
    lines += [_question(name, field) for name, field in front.fields.items()]
    playbook = library.playbook(clause.base)
    if playbook is not None:
        for side, stance in playbook.stances.items():
            lines += [
                "",
                f"as {side}: offer {stance.preferred}, fall back to {stance.fallback}",
                f"  concede when: {stance.concede_when}",
                f"  walk away from: {stance.walk_away}",
            ]
    review = front.reviewed
    told = NOT_REVIEWED
    if review is not None:
        told = f"reviewed by {review.by}, {review.qualification}, for {review.jurisdiction}"
    return [*lines, "", told]


def _question(name: str, field: FieldSpec) -> str:
    default = "" if field.default is None else f" [{field.default}]"
    return f"  {name} ({field.type}): {field.ask}{default}"
