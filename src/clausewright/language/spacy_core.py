"""spaCy without its command line.

``import spacy`` also loads the commands of its own program, with a web client, a project tool and
a console library: a third of the time of the import. Nothing here needs them, so that stand-ins
take their place while spaCy is imported; whoever imports ``spacy.cli`` later gets the real one.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable
from types import ModuleType

_COMMANDS = "spacy.cli"
_INFO = "spacy.cli.info"


def _info(*arguments: object, **options: object) -> object:
    """Stand in for ``spacy.info``: load the real one when it is called."""
    real: Callable[..., object] = importlib.import_module(_INFO).info
    return real(*arguments, **options)


def _import_without_commands() -> None:
    if "spacy" in sys.modules:
        return
    commands, info = ModuleType(_COMMANDS), ModuleType(_INFO)
    commands.__path__ = []
    info.__dict__["info"] = _info
    sys.modules.update({_COMMANDS: commands, _INFO: info})
    try:
        importlib.import_module("spacy")
    finally:
        del sys.modules[_COMMANDS], sys.modules[_INFO]


_import_without_commands()

from spacy import blank, load  # noqa: E402 - only after the stand-ins are gone
from spacy.language import Language as Pipeline  # noqa: E402 - likewise
from spacy.matcher import Matcher  # noqa: E402 - likewise

__all__ = ("Matcher", "Pipeline", "blank", "load")
