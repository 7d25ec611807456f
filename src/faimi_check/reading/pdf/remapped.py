"""Fonts whose letters read otherwise than they look: what is copied or searched is not what is printed.

A font's encoding names each glyph ("A"), its ToUnicode table says what a program reads ("x"). Where both are
letters they have to agree; a table that was tampered with lets a page show one text and say another.
"""

from __future__ import annotations

import re
import string
from collections.abc import Iterator
from itertools import islice
from typing import Any

from pypdf.generic import DictionaryObject, NameObject

from faimi_check.model.paper import GLYPHS_AS_WORDS, LETTERS_AS_NOTHING, OTHER_LETTERS, MetadataField
from faimi_check.reading.pdf.glyph_lines import drawn_lines, long_readings
from faimi_check.reading.pdf.letter_widths import advance_widths, foreign_widths
from faimi_check.reading.pdf.objects.unicode_tables import readings, unseen_readings
from faimi_check.reading.pdf.objects.walk import ObjectWalk, OverLimitError, bounded

# In all three a letter's code is that of ASCII.
_SUBTYPES = frozenset({"/Type1", "/TrueType", "/MMType1", "/Type3"})
# A glyph that is drawn by showing one letter of another font.
_SHOWN_LETTER = re.compile(rb"\(([A-Za-z])\)\s{0,9}T[jJ]")
_LONGEST_GLYPH = 2_000
_STANDARD = frozenset({"/WinAnsiEncoding", "/MacRomanEncoding", "/StandardEncoding"})
_LATIN = {ord(letter): letter for letter in string.ascii_letters}
_MAX_FONTS, _MAX_DEPTH, _MOST_NAMED = 3_000, 12, 1_000
_FEWEST = 5
_MOST_TOLD, _LONGEST_TOLD = 4, 1_000
_SHARE, _BLANK_SHARE = 0.3, 0.1


def remapped_fonts(pages: list[Any], walk: ObjectWalk) -> Iterator[MetadataField]:
    """One field for each font of which many letters read as other letters.

    Raises OverLimitError where there are more fonts, or deeper figures, than any paper has.
    """
    count = 0
    for number, page in enumerate(pages, 1):
        for font in _fonts_of(page, walk):
            count += 1
            if count > _MAX_FONTS:
                raise OverLimitError(f"more than {_MAX_FONTS:,} fonts")
            if found := _told_of(font, walk):
                yield MetadataField(found[0], walk.text(font, "/BaseFont"), found[1], number)


def _told_of(font: Any, walk: ObjectWalk) -> tuple[str, str] | None:
    """In which way a font reads otherwise than it shows, and what tells so, in words."""
    if changed := _changed_letters(font, walk):
        return OTHER_LETTERS, ", ".join(f"{shown} reads as {said}" for shown, said in changed[:12])
    if told := foreign_widths(font, walk):
        return OTHER_LETTERS, told
    if told := _blanked(font, walk):
        return LETTERS_AS_NOTHING, told
    told = _more_than_letters(font, walk)
    return (GLYPHS_AS_WORDS, told) if told else None


def _fonts_of(page: Any, walk: ObjectWalk) -> Iterator[Any]:
    """The fonts that a page, its notes and the forms and patterns on it use, each once in the document."""
    yield from _fonts_in(walk.resources(page), walk, 0)
    for note in walk.items(page, "/Annots"):
        looks = walk.dictionary(walk.resolve(note), "/AP")
        for look in (looks, *(walk.dictionary(looks, state) for state in ("/N", "/D", "/R"))):
            for name in list(look or ()):
                yield from _fonts_in(walk.dictionary(walk.get(look, name), "/Resources"), walk, 0)


def _fonts_in(resources: DictionaryObject | None, walk: ObjectWalk, depth: int) -> Iterator[Any]:
    if depth > _MAX_DEPTH and resources:
        raise OverLimitError(f"figures that lie in each other more than {_MAX_DEPTH} deep")
    yield from walk.held(resources, "/Font")
    for family in ("/XObject", "/Pattern"):
        for drawn in walk.held(resources, family):
            yield from _fonts_in(walk.dictionary(drawn, "/Resources"), walk, depth + 1)


def _more_than_letters(font: Any, walk: ObjectWalk) -> str:
    """Glyphs that draw or read as more than a letter, in words; "" for none."""
    if said := long_readings(walk.stream_bytes(walk.get(font, "/ToUnicode"))):
        return f"{len(said)} of its glyphs read as several letters each: {''.join(said)[:_LONGEST_TOLD]}"
    if str(walk.get(font, "/Subtype")) != "/Type3":
        return ""
    return ", ".join(islice(drawn_lines(font, walk), _MOST_TOLD))


def _changed_letters(font: Any, walk: ObjectWalk) -> list[tuple[str, str]]:
    table = walk.get(font, "/ToUnicode")
    if table is None or str(walk.get(font, "/Subtype")) not in _SUBTYPES:
        return []
    shown = _drawn(font, walk, _encoding(font, walk))
    said = dict(readings(walk.stream_bytes(table)))
    letters = [(shown[code], said[code]) for code in shown.keys() & said.keys() if _is_letter(shown[code])]
    changed = [pair for pair in letters if _is_letter(pair[1]) and pair[0].lower() != pair[1].lower()]
    return sorted(changed) if len(changed) >= max(_FEWEST, _SHARE * len(letters)) else []


def _blanked(font: Any, walk: ObjectWalk) -> str:
    """Glyphs of a font that read as blanks or as nothing, in words; "" where they are no more than fonts have.

    A font has one glyph for each kind of blank, and what has no width is none that shows.
    """
    table = walk.get(font, "/ToUnicode")
    data = walk.stream_bytes(table) if table is not None else b""
    said = unseen_readings(data)
    if len(said) - len(set(said.values())) < _FEWEST:
        return ""
    widths = dict(advance_widths(font, walk))
    shown = [code for code in said if not widths or widths.get(code, 0) > 0]
    if len(shown) < max(_FEWEST, _BLANK_SHARE * sum(1 for _ in readings(data))):
        return ""
    return f"{len(shown)} of its glyphs read as blanks or as nothing"


def _is_letter(text: str) -> bool:
    return len(text) == 1 and text.isascii() and text.isalpha()


def _encoding(font: Any, walk: ObjectWalk) -> dict[int, str]:
    """What letter each code shows, where the font says so: a letter's glyph is named by the letter itself."""
    encoding = walk.get(font, "/Encoding")
    base = walk.get(encoding, "/BaseEncoding") if isinstance(encoding, DictionaryObject) else encoding
    shown = dict(_LATIN) if str(base) in _STANDARD else {}
    code = 0
    for entry in bounded(walk.items(encoding, "/Differences"), _MOST_NAMED, "names of glyphs in a font"):
        if isinstance(entry, NameObject):
            shown[code] = str(entry).removeprefix("/")
            code += 1
        elif isinstance(entry, int):
            code = int(entry)
    return shown


def _drawn(font: Any, walk: ObjectWalk, shown: dict[int, str]) -> dict[int, str]:
    """`shown` with what the glyphs of a Type 3 font draw, where that is a letter of another font."""
    glyphs = walk.dictionary(font, "/CharProcs")
    if not glyphs:
        return shown
    drawn = dict(shown)
    for code, name in list(shown.items())[:256]:
        letters = _SHOWN_LETTER.findall(walk.stream_bytes(walk.get(glyphs, f"/{name}"))[:_LONGEST_GLYPH])
        if len(letters) == 1:
            drawn[code] = letters[0].decode("ascii")
    return drawn
