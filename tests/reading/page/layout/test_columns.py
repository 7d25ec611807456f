"""Columns and reading order."""

from __future__ import annotations

from msgspec import structs

from faimi_check.reading.page.layout.columns import find_gutter, fits, in_reading_order
from faimi_check.reading.page.layout.fragments import Fragment

from ...typeset import run


def fragments(*places: tuple[str, float, float, float]) -> list[Fragment]:
    runs = (structs.replace(run(text, x, y, width=width), order=at) for at, (text, x, y, width) in enumerate(places))
    return [Fragment(at, one) for at, one in enumerate(runs)]


def two_columns(lines: int = 20) -> list[tuple[str, float, float, float]]:
    left = [(f"left line number {at} of many", 50.0, 100 + 12.0 * at, 240.0) for at in range(lines)]
    return left + [(f"right line number {at} of many", 310.0, 100 + 12.0 * at, 240.0) for at in range(lines)]


def test_two_columns_have_a_gutter() -> None:
    gutter = find_gutter(fragments(*two_columns()))
    assert gutter is not None
    assert (round(gutter[0]), round(gutter[1])) == (290, 310)


def test_labels_that_hang_out_of_the_right_column_belong_to_it() -> None:
    left = [(f"left line number {at} of many", 50.0, 100 + 12.0 * at, 240.0) for at in range(20)]
    right = [(f"right line number {at} of many", 340.0, 100 + 12.0 * at, 210.0) for at in range(20)]
    labels = [(f"[{at + 1}]", 312.0, 100 + 36.0 * at, 16.0) for at in range(7)]
    gutter = find_gutter(fragments(*left, *right, *labels))
    assert gutter is not None
    assert (round(gutter[0]), round(gutter[1])) == (290, 312)
    order = [(column, one.texts[0][1].text) for column, one in in_reading_order(fragments(*labels, *left), gutter)]
    assert [column for column, text in order if text.startswith("[")] == [1] * 7


def test_one_column_has_none() -> None:
    page = [("a full line of running text as it stands", 135.0, 100 + 12.0 * at, 345.0) for at in range(40)]
    assert find_gutter(fragments(*page)) is None


def test_blocks_below_each_other_are_no_columns() -> None:
    upper = [("a narrow block of text above", 50.0, 100 + 12.0 * at, 200.0) for at in range(10)]
    lower = [("a narrow block of text below", 330.0, 400 + 12.0 * at, 200.0) for at in range(10)]
    assert find_gutter(fragments(*upper, *lower)) is None


def test_a_coordinate_out_of_this_world_costs_nothing() -> None:
    assert find_gutter(fragments(*two_columns(), ("a line far away from all others", 1e9, 100, 10))) is None


def test_a_full_line_divides_the_page_into_bands() -> None:
    title = ("a title across both columns of the page", 60.0, 80.0, 480.0)
    caption = ("a caption across both columns of the page", 60.0, 220.0, 480.0)
    columns = [line for line in two_columns(16) if line[2] not in (208.0, 220.0, 232.0)]
    page = fragments(*columns, title, caption)
    texts = [one.texts[0][1].text for _, one in in_reading_order(page, (290, 310))]
    assert texts[0] == title[0]
    assert texts[1:3] == ["left line number 0 of many", "left line number 1 of many"]
    assert (
        texts.index("right line number 8 of many")
        < texts.index(caption[0])
        < texts.index("left line number 12 of many")
    )


def test_author_blocks_side_by_side_are_read_one_after_the_other() -> None:
    page = fragments(
        ("Anna Osgarde", 100, 100, 70),
        ("University of Vale", 90, 112, 90),
        ("Bo Vintersol", 300, 100, 70),
        ("Hill College", 300, 112, 70),
    )
    names = [one.texts[0][1].text for _, one in in_reading_order(page, None)]
    assert names == ["Anna Osgarde", "University of Vale", "Bo Vintersol", "Hill College"]


def test_a_short_page_may_take_the_gutter_of_its_neighbours() -> None:
    assert fits((290, 310), fragments(("the last line of a list on its page", 50, 100, 230)))
    assert not fits((290, 310), fragments(("a line across both of the columns", 50, 100, 480)))


def sized(size: float, *places: tuple[str, float, float, float]) -> list[Fragment]:
    runs = (
        structs.replace(run(text, x, y, size, width=width), order=at) for at, (text, x, y, width) in enumerate(places)
    )
    return [Fragment(at, one) for at, one in enumerate(runs)]


def test_columns_that_both_go_on_smaller_below_a_gap_are_read_in_two_bands() -> None:
    text = two_columns(10)
    listed = [(f"[{at}] An entry of a list in small type", 50.0, 260 + 11.0 * at, 240.0) for at in range(1, 6)]
    listed += [(f"[{at}] An entry of a list in small type", 310.0, 205 + 11.0 * at, 240.0) for at in range(6, 11)]
    order = [one.texts[0][1].text for _, one in in_reading_order([*fragments(*text), *sized(9.0, *listed)], (290, 310))]
    assert order[20:] == [f"[{at}] An entry of a list in small type" for at in range(1, 11)]


def test_an_abstract_beside_text_is_read_as_one_column() -> None:
    left = fragments(*[line for line in two_columns(6) if line[1] < 300])
    abstract = [(f"small line number {at} of the abstract", 50.0, 200 + 11.0 * at, 240.0) for at in range(10)]
    right = [line for line in two_columns(20) if line[1] > 300]
    order = in_reading_order([*left, *sized(9.0, *abstract), *fragments(*right)], (290, 310))
    assert [column for column, _ in order] == [0] * 16 + [1] * 20
