"""What all tests may ask for."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

from runaway import stopped_after

# no clock decides a test: neither a deadline nor how long a machine takes to make examples
settings.register_profile("unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("unhurried")


@pytest.fixture
def must_end() -> Iterator[None]:
    """Stop the test should it never end; a mark ``usefixtures("must_end")`` asks for it."""
    with stopped_after():
        yield
