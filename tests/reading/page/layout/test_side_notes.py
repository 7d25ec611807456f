"""Notes in the margin: apart from the text on their height, and each as a whole."""

from __future__ import annotations

from msgspec import structs

from faimi_check.reading.page.layout.columns import in_reading_order
from faimi_check.reading.page.layout.fragments import Fragment, merge_rows

from ...typeset import run

Place = tuple[str, float, float, float, float]
TEXT: list[Place] = [
    ("a full line of running text as it stands in print", 135.0, 100 + 12.0 * at, 345.0, 10.0) for at in range(10)
]
ENDS = ("and a last one.", 135.0, 220.0, 80.0, 10.0)
AFTER: list[Place] = [
    ("the next paragraph of the text goes on below that", 135.0, 232 + 12.0 * at, 345.0, 10.0) for at in range(4)
]


def read(*places: Place) -> list[str]:
    runs = (
        structs.replace(run(text, x, y, width=width, size=size), order=at)
        for at, (text, x, y, width, size) in enumerate(places)
    )
    fragments = merge_rows([Fragment(at, one) for at, one in enumerate(runs)], None)
    return [" ".join(text.text for _, text in one.texts) for _, one in in_reading_order(fragments, None)]


def test_a_note_is_read_where_the_paragraph_beside_it_ends() -> None:
    note = [
        ("ask the", 492.0, 136.0, 40.0, 7.0),
        ("readers", 492.0, 144.0, 40.0, 7.0),
        ("again", 492.0, 152.0, 30.0, 7.0),
    ]
    texts = read(*TEXT, ENDS, *AFTER, *note)
    assert texts[10:14] == [ENDS[0], "ask the", "readers", "again"]
    assert texts[:10] == [text for text, *_ in TEXT]


def test_a_note_on_the_height_of_a_line_is_none_of_it() -> None:
    note = ("ask the readers", 492.5, 148.0, 60.0, 7.0)
    assert "ask the readers" in read(*TEXT, ENDS, *AFTER, note)


def test_cells_beside_the_text_stay_in_their_rows() -> None:
    cells: list[Place] = [(f"0.{at}1", 500.0, 100 + 12.0 * at, 20.0, 10.0) for at in range(10)]
    rows = [place for row in zip(TEXT, cells, strict=True) for place in row]
    texts = read(*rows, ENDS, *AFTER)
    assert texts[:4] == [TEXT[0][0], "0.01", TEXT[1][0], "0.11"]
