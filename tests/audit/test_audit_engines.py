"""Every engine gives the tables of the local one; each is tested where its extra is installed."""

from importlib.util import find_spec

import pytest
from audit_corpus import audited, make_folder, sla

from clausewright.audit.engines.interface import worked_on
from clausewright.audit.engines.local import start
from clausewright.audit.parts import Parts
from clausewright.audit.record import Chunk, Item, audit_chunk, record_of
from clausewright.linting.settings import Settings
from clausewright.model.errors import ConfigurationError


def chunks(count):
    for number in range(count):
        name = f"sla-{number}.md"
        yield Chunk((Item(name, sla(number).encode(), name),), Settings())


@pytest.mark.parametrize(("engine", "package"), [("dask", "distributed"), ("ray", "ray")])
@pytest.mark.filterwarnings("ignore")  # of the engines themselves, about what they run on
def test_an_engine_gives_the_tables_of_the_local_one(tmp_path, engine, package):
    if find_spec(package) is None:
        pytest.skip(f"the extra {engine} is not installed")
    folder = make_folder(tmp_path / "drafts", 6)
    expected = audited(folder, tmp_path / "local")
    assert audited(folder, tmp_path / engine, "--engine", engine) == expected


class Counting:
    """An engine in this process that notes how many chunks are under way."""

    width = 2

    def __init__(self):
        self.under_way = {}
        self.most = 0
        self.taken = 0

    def submit(self, chunk):
        self.taken += 1
        self.under_way[self.taken] = audit_chunk(chunk)
        self.most = max(self.most, len(self.under_way))
        return self.taken

    def finished(self, waiting):
        return [max(waiting)]  # the last first: order must not matter

    def part(self, handle):
        return self.under_way.pop(handle)

    def close(self):
        pass


def test_few_chunks_are_under_way_however_many_there_are():
    engine = Counting()
    done = [chunk.items[0].name for chunk, _ in worked_on(engine, chunks(30))]
    assert sorted(done) == sorted(f"sla-{number}.md" for number in range(30))
    assert engine.most == 2 * engine.width


def test_the_local_engine_gives_what_the_function_gives():
    engine = start(2)
    try:
        parts = {chunk.items[0].name: part for chunk, part in worked_on(engine, chunks(5))}
    finally:
        engine.close()
    assert parts == {chunk.items[0].name: audit_chunk(chunk) for chunk in chunks(5)}


def test_a_worker_of_another_version_is_refused():
    (chunk,) = chunks(1)
    with pytest.raises(ConfigurationError, match="install the same"):
        audit_chunk(chunk._replace(version="0.0.0"))


def test_parts_give_back_what_was_put_in(tmp_path):
    parts = Parts(tmp_path / "parts")
    (chunk,) = chunks(1)
    parts.add(("sla-0.md",), audit_chunk(chunk))
    expected = record_of("sla-0.md", sla(0).encode(), Settings())
    assert parts.read("sla-0.md") == expected
    again = Parts(tmp_path / "parts")
    assert "sla-0.md" in again
    assert "other.md" not in again
    assert again.read("sla-0.md") == expected
    again.keep_only(())
    assert not list((tmp_path / "parts").iterdir())
