"""LNCS004: the typeface of the body."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from faimi_check.model.finding import Confidence, Hit, Severity, Undecided
from faimi_check.model.problem import Aspect
from faimi_check.model.submission import Submission
from faimi_check.rules.lncs.running_text import location
from faimi_check.rules.registry import Part, RuleResults, paper_of, rule
from faimi_check.rules.tables import table

# Bitmap fonts of dvips and pdfTeX, and what print drivers call theirs: "Fa", "F17", "T3Font_2", "TT5".
_NAMELESS = re.compile(r"[a-z]{0,2}\d{0,4}|t3font\d*|type3font\d*|font\d+")


@cache
def _families() -> re.Pattern[str]:
    return re.compile("|".join(re.escape(prefix) for prefix in table("typefaces")["prefixes"]))


class Typefaces(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Beginnings of further font names that the venue accepts for the body (without spaces, hyphens and capitals)."""

    also: tuple[str, ...] = ()


@rule(
    "LNCS004",
    "typeface",
    part=Part.PAPER,
    params=Typefaces,
    codes={"typeface": Severity.ERROR},
    needs={Aspect.TEXT},
    requires={"DOC001"},
)
def typeface(submission: Submission, accepted: Typefaces) -> RuleResults:
    """The body is in a typeface that LNCS does not use.

    Why
        The template's typeface is part of the layout; narrow faces put more on a page.

    How it decides
        The font of most characters of the running text, by its name in the file: Computer Modern, Latin Modern and
        their kin, and every Times.

    When it can be wrong
        Fonts can be renamed. A font without a name (old bitmap fonts) cannot be told; the rule says so.

    Fix
        Take out packages that change the text font (palatino, libertine, helvet, charter, ...).
    """
    paper = paper_of(submission)
    font = paper.layout.body_font
    plain = re.sub(r"[^a-z0-9]", "", (font or "").lower())
    if font is None or _NAMELESS.fullmatch(plain):
        yield Undecided("The font of the body has no name in the file that tells its face.")
        return
    if _families().match(plain) or any(plain.startswith(prefix) for prefix in accepted.also):
        return
    yield Hit(
        code="typeface",
        message=f"The body is set in {font}; LNCS uses Computer Modern, Latin Modern or Times.",
        fix="Take out the package that changes the text font.",
        confidence=Confidence.LIKELY,
        evidence=font,
        where=location(paper, 1),
    )
