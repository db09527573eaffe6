"""The command ``version``."""

import click

from clausewright import __version__


@click.command("version")
def command() -> None:
    """Print the version."""
    click.echo(f"clausewright {__version__}")
