import json
import sys
from pathlib import Path

import pytest

from clausewright.analysis.line_model import MODEL_FILE
from clausewright.model.topics import TOPICS

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"
pytest.importorskip("numpy", reason="the compiler of cues needs numpy, which the product does not")
if not (BENCHMARKS / "topic_compiler.py").exists():
    pytest.skip("an installed package has no benchmarks", allow_module_level=True)
sys.path.insert(0, str(BENCHMARKS))
import topic_compiler  # noqa: E402 - lies beside the package


def test_compiled_cues_are_those_of_the_source():
    compiled = json.loads(MODEL_FILE.read_bytes())
    assert compiled["cues"] == topic_compiler.cue_fingerprint(), (
        "run benchmarks/train_line_model.py"
    )


def test_every_topic_has_cues_and_every_signal_named_is_known():
    signals = {*topic_compiler.read_signals(), *topic_compiler.SHAPES, *topic_compiler.LINE_KINDS}
    for cues in topic_compiler.read_cues():
        assert cues.strong
        assert cues.titles
        for together in cues.together:
            assert set(together.split()) <= signals
        for name in cues.unless:
            kind, _, topic = name.partition(":")
            assert (topic in TOPICS and kind == "title") if topic else name in signals


def test_model_is_small_enough_to_load_fast():
    assert MODEL_FILE.stat().st_size < 5_000_000
