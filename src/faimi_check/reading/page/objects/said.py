"""Text that a page says in place of what it draws (ActualText, ISO 32000-1, 14.9.4).

PDFium, like most programs, reads the one and shows the other. Taking the mark off makes it read what is drawn.
"""

from __future__ import annotations

import codecs
import ctypes
import functools
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import pypdfium2.raw as pdfium

from faimi_check.model.page import UNSEEN, Box, HiddenText, TextRun
from faimi_check.model.problem import Aspect, Problem, ProblemKind
from faimi_check.reading.page.objects.direct import direct
from faimi_check.reading.plain_text import UNSEEN_LETTERS

_KEY = b"ActualText"
_MAX_MARKS = 20
_LONGEST = 8_192
_FEWEST_LETTERS = 3
_MOST_UNREAD = 12
_HOW = "said to programs in place of what is printed (ActualText)"

_count_marks = direct(pdfium.FPDFPageObj_CountMarks)
_get_mark = direct(pdfium.FPDFPageObj_GetMark)
_get_bytes = direct(pdfium.FPDFPageObjMark_GetParamBlobValue)
_remove_mark = direct(pdfium.FPDFPageObj_RemoveMark)


class Said(NamedTuple):
    """The mark of an object of text, and what it says."""

    handle: int | None
    mark: int
    text: str


def said_instead(handle: int | None) -> Said | None:
    """What an object of text says in place of what it draws; None where it says what it draws."""
    for position in range(min(_count_marks(handle), _MAX_MARKS)):
        mark = _get_mark(handle, position)
        length = ctypes.c_ulong()
        if not mark or not _get_bytes(mark, _KEY, None, 0, ctypes.byref(length)):
            continue
        buffer = ctypes.create_string_buffer(length.value)
        _get_bytes(mark, _KEY, buffer, length.value, ctypes.byref(length))
        # PDFium takes every such string for UTF-8; most are UTF-16.
        return Said(handle, mark, _decoded(buffer.raw[:_LONGEST]))
    return None


def _decoded(raw: bytes) -> str:
    """A string of a PDF as text: UTF-16 or UTF-8 by its mark, else UTF-8 where it is that, else Latin-1."""
    if raw.startswith((codecs.BOM_UTF16_BE, codecs.BOM_UTF16_LE)):
        return raw.decode("utf-16", "replace")
    try:
        return raw.removeprefix(codecs.BOM_UTF8).decode()
    except UnicodeDecodeError:
        return raw.decode("latin-1")


def take_off(marks: Iterable[Said]) -> None:
    """Makes PDFium read what the objects draw, once their page's text is loaded anew."""
    for said in marks:
        _remove_mark(said.handle, said.mark)


class Reading(NamedTuple):
    """A page's runs with what is drawn in the place of what is said.

    `unread` is what was said where no letter of what is drawn could be read, what is said again left out: ticks and
    crosses of a table say "yes" and "no".
    """

    runs: tuple[TextRun, ...]
    hidden: tuple[HiddenText, ...]
    unread: str


def compare(marks: Mapping[int, Said], said: Sequence[TextRun], drawn: Sequence[TextRun]) -> Reading:
    """Takes what is drawn where both differ in letters.

    `marks` go by the objects' places in drawing order; `said` are the page's runs as read with the marks, `drawn` those
    read without them.
    """
    shown = {run.order: run for run in drawn}
    hidden: list[HiddenText] = []
    unread: list[str] = []
    replaced: set[int] = set()
    for group in _groups(marks):
        text, runs = marks[group[0]].text, [shown[order] for order in group if order in shown]
        other = " ".join(run.text for run in runs)
        if UNSEEN_LETTERS.search(text):
            hidden.extend(_unseen(text, runs))
        if not _letters(other):
            unread.append(text)
        elif _is_another(text, other):
            replaced.update(group)
            if len(_letters(text)) >= _FEWEST_LETTERS:
                seen = UNSEEN_LETTERS.sub("", text)
                hidden.append(HiddenText(" ".join(seen.split()), _box_of(runs), _HOW))
    kept = [run for run in said if run.order not in replaced] + [shown[order] for order in replaced if order in shown]
    once = "".join(map(_letters, dict.fromkeys(unread)))
    return Reading(tuple(sorted(kept, key=lambda run: run.order)), tuple(hidden), once)


def _unseen(text: str, runs: Sequence[TextRun]) -> Iterator[HiddenText]:
    from faimi_check.reading.unseen_letters import unseen_text

    if runs and (unseen := unseen_text(text)):
        yield HiddenText(unseen, _box_of(runs), f"{UNSEEN}; {_HOW}")


def _box_of(runs: Sequence[TextRun]) -> Box:
    box = functools.reduce(Box.union, (run.box for run in runs))
    return Box(*(round(side, 1) for side in box))


def unread_problem(unread: str, page: int) -> tuple[Problem, ...]:
    """What is not known of a page that says much in place of letters that cannot be read."""
    # Scripts other than Latin need ActualText to be read at all.
    if sum(character.isascii() for character in unread) < _MOST_UNREAD:
        return ()
    detail = (
        f"Page {page} says “{unread[:60]}” in place of letters that could not be read, so what is seen is not known."
    )
    return (Problem(kind=ProblemKind.GARBLED, aspects=(Aspect.VISIBILITY,), detail=detail, page=page),)


def _groups(marks: Mapping[int, Said]) -> Iterator[list[int]]:
    """The objects that follow one another under one mark."""
    group: list[int] = []
    for order in sorted(marks):
        if group and (order != group[-1] + 1 or marks[order].text != marks[group[0]].text):
            yield group
            group = []
        group.append(order)
    if group:
        yield group


def _is_another(said: str, drawn: str) -> bool:
    """Whether the one text holds letters that the other does not: not only a hyphen, a ligature or an accent."""
    one, other = _letters(said), _letters(drawn)
    if max(len(one), len(other)) < _FEWEST_LETTERS:
        return False
    # Scripts that run from right to left may be drawn in either order.
    return (one not in other and one[::-1] not in other) or len(other) >= len(one) + _FEWEST_LETTERS


def _letters(text: str) -> str:
    folded = unicodedata.normalize("NFKD", text.casefold())
    return "".join(character for character in folded if character.isalnum())
