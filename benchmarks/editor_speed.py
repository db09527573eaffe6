"""Time edit -> diagnostics of the language server, driven by a real client, and watch its memory.

Run ``python benchmarks/editor_speed.py [EDITS]`` (1,000 without). The client opens a draft of 2,500
words and changes one word in a varying place, edit by edit, each after the findings of the one
before. Printed: median and 95th percentile of the milliseconds from the edit sent to the findings
received, with the pause that the server waits for more typing taken off; the CPU milliseconds of
the server per edit; and its resident memory at the start and after each quarter of the edits.
"""

from __future__ import annotations

import asyncio
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

from lsprotocol import types
from pygls.lsp.client import LanguageClient

from clausewright.lsp.server import PAUSE
from paired import draft_of

TICKS = os.sysconf("SC_CLK_TCK")


class Editor:
    """A client with one draft open."""

    def __init__(self, path: Path) -> None:
        self.uri = path.as_uri()
        self.client = LanguageClient("benchmark", "1")
        self.told: asyncio.Queue[int | None] = asyncio.Queue()
        self.version = 0

        @self.client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        def hear(params: types.PublishDiagnosticsParams) -> None:
            self.told.put_nowait(params.version)

    async def start(self, text: str) -> int:
        """Open the draft; give the process id of the server."""
        await self.client.start_io(sys.executable, "-m", "clausewright", "server")
        wanted = types.InitializeParams(capabilities=types.ClientCapabilities())
        await self.client.initialize_async(wanted)
        self.client.initialized(types.InitializedParams())
        item = types.TextDocumentItem(self.uri, "markdown", self.version, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
        await self.heard()
        server = self.client._server
        if server is None:
            raise RuntimeError("the server did not start")
        return server.pid

    async def heard(self) -> None:
        """Wait for the findings of the version sent last."""
        while await self.told.get() != self.version:
            continue

    async def edit(self, text: str) -> float:
        """Send a text and wait for its findings; give the seconds, without the pause."""
        self.version += 1
        started = time.perf_counter()
        self.client.text_document_did_change(
            types.DidChangeTextDocumentParams(
                types.VersionedTextDocumentIdentifier(self.version, self.uri),
                [types.TextDocumentContentChangeWholeDocument(text)],
            )
        )
        await self.heard()
        return time.perf_counter() - started - PAUSE


def memory(process: int) -> float:
    """Give the resident memory of a process in MiB."""
    status = Path(f"/proc/{process}/status").read_text("ascii")
    line = next(line for line in status.splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


def cpu(process: int) -> float:
    """Give the CPU seconds of a process."""
    fields = Path(f"/proc/{process}/stat").read_text("ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def changed(text: str, number: int) -> str:
    """Give the text with one word more, each time in another place."""
    words = text.split(" ")
    place = 20 + number * 37 % (len(words) - 20)
    return " ".join([*words[:place], f"word{number}", *words[place:]])


async def measure(edits: int) -> None:
    """Edit, and print what was measured."""
    text = draft_of(2500)
    with tempfile.TemporaryDirectory() as folder:
        editor = Editor(Path(folder, "draft.md"))
        process = await editor.start(text)
        for number in range(10):  # what is loaded late is loaded now
            await editor.edit(changed(text, number))
        held, spent, taken = [memory(process)], cpu(process), []
        for number in range(edits):
            taken.append(await editor.edit(changed(text, number)))
            if (number + 1) % max(1, edits // 4) == 0:
                held.append(memory(process))
        each = (cpu(process) - spent) / edits
        await editor.client.shutdown_async(None)
        editor.client.exit(None)
        await editor.client.stop()
    taken.sort()
    print(f"{len(text.split())} words, {edits} edits, after the pause of {PAUSE * 1000:.0f} ms:")
    print(f"  median {1000 * statistics.median(taken):.0f} ms")
    print(f"  p95 {1000 * taken[int(0.95 * (len(taken) - 1))]:.0f} ms")
    print(f"  least {1000 * taken[0]:.0f} ms, CPU of the server {1000 * each:.0f} ms an edit")
    print(f"  memory {', '.join(f'{one:.0f}' for one in held)} MiB")


if __name__ == "__main__":
    asyncio.run(measure(int(sys.argv[1]) if len(sys.argv) > 1 else 1000))
