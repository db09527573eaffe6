"""What all tests may ask for."""

from collections.abc import Iterator

import pytest

from runaway import stopped_after


@pytest.fixture
def must_end() -> Iterator[None]:
    """Stop the test should it never end; a mark ``usefixtures("must_end")`` asks for it."""
    with stopped_after():
        yield
