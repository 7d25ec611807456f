from __future__ import annotations

import random

from tests.work import calls

from faimi_check.model.text.spans import Spans


def test_a_place_is_taken_up_to_the_end_of_a_stretch() -> None:
    taken = Spans([(4, 8), (20, 22)])
    assert [at for at in range(30) if at in taken] == [4, 5, 6, 7, 20, 21]
    assert 3 not in Spans()
    assert not Spans().touch(0, 9)


def test_stretches_that_only_meet_have_a_border() -> None:
    taken = Spans([(0, 4), (4, 8)])
    assert [taken.touch(*span) for span in ((3, 5), (4, 4), (8, 9))] == [True, False, False]


def test_they_tell_what_looking_at_each_tells() -> None:
    draw = random.Random(3)
    for _ in range(200):
        each: list[tuple[int, int]] = []
        taken = Spans()
        for _ in range(draw.randrange(12)):
            start = draw.randrange(40)
            span = (start, start + draw.randrange(9))
            each += [span] if span[0] < span[1] else []
            taken.add(*span)
            asked, wide = draw.randrange(45), draw.randrange(9)
            assert (asked in taken) == any(first <= asked < last for first, last in each)
            touched = any(first < asked + wide and asked < last for first, last in each)
            assert taken.touch(asked, asked + wide) == touched


def test_asking_costs_as_much_among_many_as_among_few() -> None:
    few, many = (Spans((at, at + 2) for at in range(0, 3 * count, 3)) for count in (10, 10_000))
    assert calls(lambda: 7 in few) == calls(lambda: 29_998 in many)
