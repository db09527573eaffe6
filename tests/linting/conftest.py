import pytest

from clausewright.linting import plan


@pytest.fixture
def use_rules(monkeypatch):
    """Let the engine run only the given rules."""

    def use(*rules):
        monkeypatch.setattr(plan, "rules_with", lambda _: rules)
        plan.plan_for.cache_clear()

    yield use
    plan.plan_for.cache_clear()
