"""The command line: one file a command, each imported when it is called."""

from __future__ import annotations

import contextlib
import gc
import importlib
import os
import sys
from pathlib import Path
from typing import NoReturn

import click

from clausewright import __version__
from clausewright.linting.guard import guarded
from clausewright.linting.result import FileError
from clausewright.model.errors import ClausewrightError, suggestion

COMMANDS = {
    "audit": "audit",
    "baseline": "baseline",
    "build": "build",
    "clauses": "clauses",
    "fix": "fix",
    "init": "init",
    "inspect": "inspect",
    "lint": "lint",
    "new": "new",
    "rules": "rules",
    "server": "server",
    "version": "version",
}
"""Commands and the modules that hold them; listed in help by name."""

INTERRUPTED = 130
"""The exit code of a run that the user broke off, as shells expect it."""


class LazyGroup(click.Group):
    """A group whose commands are imported when they are called, so that each starts fast."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  (click's interface)
        """Give the names of all commands."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Import a command."""
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"clausewright.cli.{COMMANDS[cmd_name]}")
        command = module.command
        if not isinstance(command, click.Command):
            raise TypeError(f"{module.__name__}.command is no command")
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command; one that is nearly there is named."""
        name = args[0]
        if name not in COMMANDS and not (ctx.resilient_parsing or name.startswith("-")):
            ctx.fail(f'no command is called "{name}"{suggestion(name, COMMANDS)}')
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        """Run a command; what a user can mend is told in one line, with exit code 2."""
        try:
            return super().invoke(ctx)
        except ClausewrightError as error:
            click.echo(f"error: {error}", err=True)
            ctx.exit(2)
        except BrokenPipeError:  # the reader went away; click ends quietly
            raise
        except OSError as error:
            click.echo(f"error: {_told(error)}", err=True)
            ctx.exit(2)
        except KeyboardInterrupt:
            click.echo("interrupted", err=True)
            ctx.exit(INTERRUPTED)


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="clausewright")
@click.option("-q", "--quiet", is_flag=True, help="No summary, whatever the command.")
@click.option("--color", type=click.Choice(["auto", "always", "never"]), help="For all commands.")
@click.pass_context
def main(ctx: click.Context, quiet: bool, color: str | None) -> None:
    """Contracts as code: assemble agreements from clauses, lint any draft."""
    given = {"quiet": quiet or None, "color": color}
    chosen = {name: value for name, value in given.items() if value is not None}
    ctx.default_map = dict.fromkeys(COMMANDS, chosen)


def program() -> NoReturn:
    """Run the command line as the program.

    Collecting garbage while modules load, and tearing them down at the end, would take a quarter of
    a run over one draft; the system takes all of it back anyway.
    """
    gc.disable()
    _stand_in_for_closed_streams()
    code: object = 0
    try:
        failed = guarded("clausewright", main)
        if isinstance(failed, FileError):
            click.echo(f"error: {failed.kind}: {failed.message}", err=True)
            code = 2
    except SystemExit as end:
        code = end.code
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (BrokenPipeError, ValueError):  # the reader went away
            continue
        except OSError as error:
            code = 2
            with contextlib.suppress(OSError):  # nowhere left to tell it
                click.echo(f"error: {_told(error)}", err=True)
    os._exit(code if isinstance(code, int) else 1)


def _stand_in_for_closed_streams() -> None:
    """Open nothing in the place of a standard stream that the caller has closed."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115


def _told(error: OSError) -> str:
    """Say what the system refused; without a file it is where we stand or what we write to."""
    here = "the working folder" if isinstance(error, FileNotFoundError) else "standard output"
    place = error.filename or here
    return f"{place}: {(error.strerror or str(error)).lower()}"
