from hypothesis import given
from hypothesis import strategies as st

from clausewright.analysis.span_index import SpanIndex
from clausewright.model.span import Span

SPANS = st.tuples(st.integers(0, 20), st.integers(0, 6)).map(lambda pair: Span(pair[0], sum(pair)))


@given(st.lists(SPANS), SPANS)
def test_it_answers_as_a_walk_over_all_would(spans, asked):
    assert SpanIndex(spans).meets(asked) is any(asked.overlaps(span) for span in spans)


def test_spans_that_touch_do_not_overlap():
    index = SpanIndex([Span(2, 4), Span(0, 9)])
    assert index.meets(Span(8, 12))
    assert not index.meets(Span(9, 12))
    assert not SpanIndex([]).meets(Span(0, 9))
