"""Glyphs that are more than a letter: a line of letters drawn as one, or one that reads as words.

A Type 3 font's glyph is a drawing of its own, which may as well be a whole line; a font's ToUnicode table may say a
sentence for a dot. Either way a page shows one text and programs read another.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Any

from pypdf.generic import DictionaryObject

from faimi_check.reading.pdf.objects.strings import decoded, from_hex, shown
from faimi_check.reading.pdf.objects.unicode_tables import sections
from faimi_check.reading.pdf.objects.walk import ObjectWalk, bounded

_LONG_READING = re.compile(rb"<([0-9A-Fa-f \r\n]{12,4000}+)>")
# Ligatures have up to three letters (ffi, tti), rarely four.
_LONGEST_LIGATURE = 4
# Beyond those with f, no face has so many of three letters.
_MOST_LIGATURES = 8
_MOST_ICONS = 8
_MOST_GLYPHS = 1_000
# What a letter takes is shorter, whether drawn or in dots.
_SHORTEST_DRAWING, _LONGEST_DRAWING = 250, 200_000
_FEWEST_LETTERS = 4
_FEWEST_SHAPES = 12
# Widths by heights: no letter is as wide.
_WIDE, _VERY_WIDE = 3.5, 8.0
_FEWEST_ROWS = 8
_NUMBER = rb"-?[0-9.]{1,16}"
_POINT = re.compile(rb"(%b)\s{1,4}(%b)\s{1,4}[mlcvy]\b" % (_NUMBER, _NUMBER))
_OBLONG = re.compile(rb"(%b)\s{1,4}(%b)\s{1,4}(%b)\s{1,4}(%b)\s{1,4}re\b" % ((_NUMBER,) * 4))
_BEGINNING = re.compile(rb"\s(?:m|re)\b")
_PLACED = re.compile(rb"/([^\s/<>\[\]()%{}]{1,127})\s{1,4}Do\b")
_INLINE = re.compile(rb"\bBI\b(.{0,400}?)\bID\s", re.DOTALL)
_SIDES = {
    side: re.compile(rb"/%b(?:%b)?\s{0,4}([0-9]{1,5})\b" % (side[:1], side[1:])) for side in (b"Width", b"Height")
}


def long_readings(table: bytes) -> list[str]:
    """What the glyphs of a ToUnicode table read as that read as more letters than a glyph shows, in its order."""
    if not _LONG_READING.search(table):
        return []
    said = [
        text
        for _, body in sections(table)
        for digits in _LONG_READING.findall(body)
        if (text := decoded(b"\xfe\xff" + from_hex(digits)).strip("\0"))
    ]
    long = {text for text in said if _is_long(text)}
    odd = {text for text in said if len(text) == 3 and text.isalpha() and "f" not in text and _is_alphabetic(text)}
    # Signs of a font of icons read as what they show, in a word.
    worded = len(long) > _MOST_ICONS or any(any(map(str.isspace, text.strip())) for text in long)
    return said if worded or len(odd) > _MOST_LIGATURES else []


def _is_long(text: str) -> bool:
    """Whether no ligature is read so: many letters, or words; a sign that Unicode spells out is one."""
    letters = sum(map(str.isalpha, text))
    words = letters >= 2 and any(map(str.isspace, text.strip()))
    return (letters > _LONGEST_LIGATURE or words) and _is_alphabetic(text)


def _is_alphabetic(text: str) -> bool:
    """Whether a text is of letters that do not join (Arabic, Indic scripts and emoji do)."""
    kinds = {unicodedata.name(letter, "").partition(" ")[0] for letter in text if letter.isalpha()}
    return kinds <= {"LATIN", "CYRILLIC", "GREEK"}


def drawn_lines(font: Any, walk: ObjectWalk) -> Iterator[str]:
    """What is drawn by each glyph of a Type 3 font that is no letter but a line of them, in words."""
    glyphs = walk.dictionary(font, "/CharProcs")
    for name in bounded(list(glyphs or ()), _MOST_GLYPHS, "glyphs in a font"):
        body = walk.stream_bytes(walk.get(glyphs, name))[:_LONGEST_DRAWING]
        told = _told(body, walk.dictionary(font, "/Resources"), walk)
        if told:
            yield f"the glyph {str(name).removeprefix('/')[:40]} draws {told}"


def _told(body: bytes, resources: DictionaryObject | None, walk: ObjectWalk) -> str:
    for found in _PLACED.finditer(body) if b"Do" in body else ():
        placed = walk.dictionary(walk.dictionary(resources, "/XObject"), "/" + found[1].decode("latin-1"))
        width, height = (walk.number(walk.get(placed, side)) for side in ("/Width", "/Height"))
        if _FEWEST_ROWS <= height <= width / _WIDE:
            return "a picture of a line"
        body += walk.stream_bytes(placed)[:_LONGEST_DRAWING] if height == 0 else b""
    if b"T" in body and len(text := "".join(shown(body).split())) >= _FEWEST_LETTERS:
        return f"{len(text)} letters of another font"
    if len(body) < _SHORTEST_DRAWING:
        return ""
    inline = _INLINE.search(body)
    if inline:
        return "a picture of a line" if _is_line(inline[1], body[inline.end() :]) else ""
    shapes = len(_BEGINNING.findall(body))
    return f"a line of {shapes} shapes" if shapes >= _FEWEST_SHAPES and _is_wide(body) else ""


def _is_wide(body: bytes) -> bool:
    """Whether what is drawn is much wider than high."""
    points = [(float(x), float(y)) for x, y in _POINT.findall(body) if _is_number(x) and _is_number(y)]
    for found in _OBLONG.findall(body):
        if all(map(_is_number, found)):
            x, y, width, height = map(float, found)
            points += [(x, y), (x + width, y + height)]
    if not points:
        return False
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return max(xs) - min(xs) >= _WIDE * (max(ys) - min(ys))


def _is_number(digits: bytes) -> bool:
    return digits.count(b".") <= 1 and any(byte in b"0123456789" for byte in digits)


def _is_line(head: bytes, data: bytes) -> bool:
    """Whether an inline picture is one of a line of letters: wide, and its rows cross many strokes."""
    sides = [int(found[1]) if (found := pattern.search(head)) else 0 for pattern in _SIDES.values()]
    width, height = sides
    if height < _FEWEST_ROWS or width < _WIDE * height:
        return False
    if b"/F" in head:
        # Packed: a dash or a brace of such a height and width is drawn by hand.
        return width >= _VERY_WIDE * height
    stride = (width + 7) // 8
    rows = (data[at * stride : (at + 1) * stride] for at in range(height // 4, 3 * height // 4))
    strokes = [f"{int.from_bytes(row, 'big'):0{8 * stride}b}".count("01") for row in rows if row]
    return sum(strokes) >= _FEWEST_SHAPES / 2 * max(1, len(strokes))
