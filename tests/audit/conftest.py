import pytest

pytest.importorskip("pyarrow", reason="the extra audit is not installed")
