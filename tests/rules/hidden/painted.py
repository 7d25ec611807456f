"""Words that a page shows and no text object holds: each is a way of painting them that a paper's page can be given."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator

from PIL import Image, ImageDraw
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject
from tests.rules.hidden.altered import Altered, named, numbers

WORDS = "Tilda Norrgren, University of Vestmark"
# Points a pixel, pixels.
DOT, WIDTH, HEIGHT = 0.8, 240, 14

Row = list[tuple[int, int]]


def rows(words: str) -> list[Row]:
    """The words pixel by pixel: of each row where its strokes begin and end."""
    picture = Image.new("1", (WIDTH, HEIGHT))
    ImageDraw.Draw(picture).text((0, 0), words, fill=1)
    return [list(_strokes([bool(picture.getpixel((x, y))) for x in range(WIDTH)])) for y in range(HEIGHT)]


def _strokes(row: list[bool]) -> Iterator[tuple[int, int]]:
    start = None
    for at, ink in enumerate([*row, False]):
        if ink and start is None:
            start = at
        elif not ink and start is not None:
            yield start, at
            start = None


def boxes(words: str) -> str:
    """The strokes as rectangles from (0, 0)."""
    return "\n".join(
        f"{DOT * x0:.2f} {DOT * (HEIGHT - 1 - y):.2f} {DOT * (x1 - x0):.2f} {DOT} re"
        for y, row in enumerate(rows(words))
        for x0, x1 in row
    )


def by_pattern(paper: Altered, page: int, cell: str, *, coloured: bool = True, box: tuple[float, ...] = ()) -> str:
    """Commands that fill a bar with a tiling pattern whose cell draws this."""
    held = box or (0, 0, DOT * WIDTH, DOT * HEIGHT)
    pattern = paper.stream(
        cell.encode(),
        Type=NameObject("/Pattern"),
        PatternType=NumberObject(1),
        PaintType=NumberObject(1 if coloured else 2),
        TilingType=NumberObject(1),
        BBox=numbers(*held),
        XStep=NumberObject(round(held[2])),
        YStep=NumberObject(round(held[3])),
        Matrix=numbers(1, 0, 0, 1, 150, 300),
        Resources=DictionaryObject({NameObject("/Font"): DictionaryObject({NameObject("/Hv"): paper.font()})}),
    )
    paper.resource(page, "Pattern", "Cell", pattern)
    if coloured:
        return "/Pattern cs /Cell scn"
    paper.resource(page, "ColorSpace", "Own", ArrayObject([NameObject("/Pattern"), NameObject("/DeviceGray")]))
    return "/Own cs 0 /Cell scn"


def _bar() -> str:
    return f"150 300 {DOT * WIDTH} {DOT * HEIGHT} re f"


def text_in_a_pattern(paper: Altered, page: int) -> str:
    return by_pattern(paper, page, f"BT /Hv 9 Tf 1 3 Td ({WORDS}) Tj ET") + " " + _bar()


def shapes_in_a_pattern(paper: Altered, page: int) -> str:
    return by_pattern(paper, page, boxes(WORDS) + " f", coloured=False) + " " + _bar()


def a_stroke_in_a_pattern(paper: Altered, page: int) -> str:
    colour = by_pattern(paper, page, f"BT /Hv 9 Tf 1 3 Td ({WORDS}) Tj ET").replace("cs", "CS").replace("scn", "SCN")
    middle = 300 + DOT * HEIGHT / 2
    return f"{colour} {DOT * HEIGHT} w 150 {middle} m {150 + DOT * WIDTH} {middle} l S"


def mesh(paper: Altered, *, dotted: bool = True) -> object:
    """A mesh of triangles: the words, or one smooth surface."""
    corners: list[tuple[float, float, int]] = []
    if dotted:
        for y, row in enumerate(rows(WORDS)):
            for x0, x1 in row:
                left, right, low, high = x0, x1, HEIGHT - 1 - y, HEIGHT - y
                corners += [(left, low, 0), (right, low, 0), (left, high, 0)]
                corners += [(right, low, 0), (left, high, 0), (right, high, 0)]
    else:
        for column in range(40):
            left, right = column * WIDTH / 40, (column + 1) * WIDTH / 40
            light, next_light = 40 + column * 29 % 170, 40 + (column + 1) * 29 % 170
            corners += [(left, 0, light), (right, 0, next_light), (left, HEIGHT, next_light)]
            corners += [(right, 0, next_light), (left, HEIGHT, next_light), (right, HEIGHT, light)]
    data = b"".join(
        struct.pack(">BHHB", 0, round(x / WIDTH * 65_535), round(y / HEIGHT * 65_535), light) for x, y, light in corners
    )
    return paper.stream(
        data,
        ShadingType=NumberObject(4),
        ColorSpace=NameObject("/DeviceGray"),
        BitsPerCoordinate=NumberObject(16),
        BitsPerComponent=NumberObject(8),
        BitsPerFlag=NumberObject(8),
        Decode=numbers(150, 150 + DOT * WIDTH, 300, 300 + DOT * HEIGHT, 0, 1),
    )


def triangles(paper: Altered, page: int) -> str:
    paper.resource(page, "Shading", "Mesh", mesh(paper))
    return "/Mesh sh"


def a_function(paper: Altered, page: int) -> str:
    paper.resource(page, "Shading", "Wave", sampled(paper))
    return f"q {_bar().replace(' f', ' W n')} /Wave sh Q"


def sampled(paper: Altered) -> DictionaryObject:
    """A shading by a function that is a picture of the words."""
    light = bytearray(b"\xff" * (WIDTH * HEIGHT))
    for y, row in enumerate(rows(WORDS)):
        for x0, x1 in row:
            start = (HEIGHT - 1 - y) * WIDTH
            light[start + x0 : start + x1] = bytes(x1 - x0)
    function = paper.stream(
        bytes(light),
        FunctionType=NumberObject(0),
        Domain=numbers(0, 1, 0, 1),
        Range=numbers(0, 1),
        Size=ArrayObject([NumberObject(WIDTH), NumberObject(HEIGHT)]),
        BitsPerSample=NumberObject(8),
    )
    shading = named(ColorSpace="DeviceGray")
    shading[NameObject("/ShadingType")] = NumberObject(1)
    shading[NameObject("/Domain")] = numbers(0, 1, 0, 1)
    shading[NameObject("/Matrix")] = numbers(DOT * WIDTH, 0, 0, DOT * HEIGHT, 150, 300)
    shading[NameObject("/Function")] = function
    return shading


def a_shading_as_a_colour(paper: Altered, page: int) -> str:
    pattern = named(Type="Pattern")
    pattern[NameObject("/PatternType")] = NumberObject(2)
    pattern[NameObject("/Shading")] = sampled(paper)
    paper.resource(page, "Pattern", "Cell", paper.writer._add_object(pattern))
    return f"/Pattern cs /Cell scn {_bar()}"


def dashes(_: Altered, __: int) -> str:
    commands = [f"0 G {DOT} w"]
    for y, row in enumerate(rows(WORDS)):
        # No program draws more than some thirty dashes of one array.
        for part in (row[at : at + 8] for at in range(0, len(row), 8)):
            ends = [*(x0 for x0, _ in part[1:]), 10_000]
            array = " ".join(
                f"{DOT * (x1 - x0):.2f} {DOT * (after - x1):.2f}" for (x0, x1), after in zip(part, ends, strict=True)
            )
            height = 300 + DOT * (HEIGHT - 0.5 - y)
            left, right = 150 + DOT * part[0][0], 150 + DOT * part[-1][1]
            commands.append(f"[{array}] 0 d {left:.2f} {height:.2f} m {right:.2f} {height:.2f} l S")
    return "\n".join(commands)


def a_clip_path(_: Altered, __: int) -> str:
    return f"q 1 0 0 1 150 300 cm {boxes(WORDS)} W n 0.2 g 0 0 {DOT * WIDTH} {DOT * HEIGHT} re f Q"


def a_soft_mask(paper: Altered, page: int) -> str:
    group = named(S="Transparency", CS="DeviceGray")
    words = f"1 g 1 0 0 1 150 300 cm {boxes(WORDS)} f"
    kinds = {"Type": NameObject("/XObject"), "Subtype": NameObject("/Form")}
    form = paper.stream(words.encode(), **kinds, BBox=numbers(0, 0, 612, 792), Group=group)
    mask = named(Type="Mask", S="Luminosity")
    mask[NameObject("/G")] = form
    state = named(Type="ExtGState")
    state[NameObject("/SMask")] = mask
    paper.resource(page, "ExtGState", "Masked", paper.writer._add_object(state))
    return f"q /Masked gs 0 g {_bar()} Q"


WAYS: dict[str, Callable[[Altered, int], str]] = {
    "text in a pattern": text_in_a_pattern,
    "shapes in a pattern": shapes_in_a_pattern,
    "a line drawn with a pattern": a_stroke_in_a_pattern,
    "triangles": triangles,
    "a function": a_function,
    "a shading as a colour": a_shading_as_a_colour,
    "dashes": dashes,
    "a clip path": a_clip_path,
    "a soft mask": a_soft_mask,
}
