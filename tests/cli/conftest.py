import pytest


@pytest.fixture(autouse=True)
def _cache_of_the_test(tmp_path_factory, monkeypatch):
    """Keep the answers of a test away from those of the user."""
    monkeypatch.setenv("CLAUSEWRIGHT_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))
