"""What to do about a paper's layout and properties, in the terms of the program that it was written with."""

from __future__ import annotations

import re
from functools import cache

from faimi_check.model.paper import Paper
from faimi_check.rules.late import late
from faimi_check.rules.memory import once_a_paper
from faimi_check.rules.tables import table

_MADE_WITH = late(r"(?:[\w.]{1,20}:)?(?:creator(?:tool)?|producer)", re.IGNORECASE)
_LONGEST = 80


@cache
def _programs() -> tuple[tuple[str, re.Pattern[str]], ...]:
    programs = table("word_processors")
    return tuple((name, late("|".join(programs[name]["signs"]))) for name in programs)


@once_a_paper
def word_processor(paper: Paper) -> str | None:
    """The word processor that made the PDF, as its metadata name it or, where they name no program, as the typeface of
    its text tells; None for LaTeX and what cannot be told."""
    made_with = [field.value for field in paper.metadata if _MADE_WITH.fullmatch(field.key) and field.value.strip()]
    if not made_with:
        return _by_typeface(paper.layout.body_font or "")
    for value in made_with:
        for name, signs in _programs():
            if signs.match(value.strip()[:_LONGEST].lower()):
                return name
    return None


def _by_typeface(font: str) -> str | None:
    """What comes with the typeface: a program that empties the metadata takes the name of the first one out, too."""
    bare = "".join(filter(str.isalnum, font.lower()))
    programs = table("word_processors")
    return next((name for name in programs if bare.startswith(tuple(programs[name]["fonts"]))), None)


def fix(paper: Paper, latex: str, setting: str, advice: str) -> str:
    """What to do: `latex`, or `advice` where the program is a word processor that has a `setting` for it.

    `setting` is one of margins, columns, spacing, font, picture; `advice` goes on after "In Word (Layout > Margins)".
    """
    program = word_processor(paper)
    return latex if program is None else f"In {program} ({table('word_processors')[program][setting]}): {advice}"


def without_author(paper: Paper, latex: str) -> str:
    """Where a paper's author field is emptied: in the word processor that made it, else in `latex`, or in Word."""
    program = word_processor(paper)
    settings = table("word_processors")
    if program is None:
        return f"in LaTeX {latex}, in Word {settings['Word']['properties']}"
    return f"in {program} {settings[program]['properties']}"
