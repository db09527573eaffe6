"""``clausewright server``: answer an editor over standard input and output."""

from __future__ import annotations

import click

from clausewright.linting.run import collect_only_new
from clausewright.model.errors import ConfigurationError


@click.command("server")
def command() -> None:
    """Run the language server over standard input and output.

    An editor starts it; editors/ holds settings of Neovim, Emacs, Helix, Sublime Text, VS Code.
    It reads and writes nothing but what the editor sends.
    """
    try:
        from clausewright.lsp.server import create_server  # noqa: PLC0415  (an extra, 0.5 s)
    except ModuleNotFoundError as error:
        raise ConfigurationError(
            f'the language server needs the package "{error.name}":'
            " install clausewright with its extra, clausewright[lsp]"
        ) from error
    server = create_server()
    collect_only_new()
    server.start_io()
