"""Names on a map: none over another, none over a mark, none beyond the edge."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from dossier.lettering import breadth
from dossier.maps.labels import Mark, labelled

WIDTH, HEIGHT, SIZE = 340.0, 200.0, 12.0
MARKS = st.lists(
    st.builds(Mark, st.floats(8, WIDTH - 8), st.floats(8, HEIGHT - 8), st.floats(2, 7), st.floats(5, 120)),
    max_size=25,
)


@given(MARKS)
def test_names_keep_clear_of_one_another_and_of_the_edge(marks: list[Mark]):
    labels = labelled(marks, WIDTH, HEIGHT, SIZE)
    boxes = [label.box for label in labels if label]
    assert not any(one.meets(other) for one, other in combinations(boxes, 2))
    for box in boxes:
        assert box.left >= 0
        assert box.top >= 0
        assert box.right <= WIDTH
        assert box.bottom <= HEIGHT


@given(MARKS)
def test_no_name_hides_a_mark(marks: list[Mark]):
    labels = labelled(marks, WIDTH, HEIGHT, SIZE)
    assert not any(label.box.meets(mark.box()) for label in labels if label for mark in marks)


def test_the_first_place_is_named_if_only_one_can_be():
    here = [Mark(30, 100, 3, 290), Mark(30, 110, 3, 290), Mark(30, 90, 3, 290)]
    first, *_ = labelled(here, WIDTH, 200, SIZE)
    assert first


def test_a_place_alone_is_always_named():
    [label] = labelled([Mark(100, 100, 7, 90)], WIDTH, HEIGHT, SIZE)
    assert label
    assert label.anchor == "start"


def test_wide_letters_need_more_room():
    assert breadth("東京都", 12) > breadth("abc", 12) > breadth("ill", 12)
