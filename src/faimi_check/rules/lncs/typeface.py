"""LNCS004: the typeface of the body."""

from __future__ import annotations

import re
from functools import cache

from faimi_check.model.finding import Confidence, Hit, Severity, Undecided
from faimi_check.model.problem import Aspect
from faimi_check.model.submission import Submission
from faimi_check.model.text.spelling import nearest
from faimi_check.rules.late import late
from faimi_check.rules.lncs.running_text import location, running_text
from faimi_check.rules.lncs.template import Template
from faimi_check.rules.registry import Part, RuleResults, paper_of, rule
from faimi_check.rules.tables import table
from faimi_check.rules.word_processors import fix

# As for the size of the body: what so few lines are set in may be a form, a notice or a title.
_MIN_LINES = 12
# Bitmap fonts of dvips and pdfTeX, and what print drivers call theirs: "Fa", "F17", "T3Font_2", "TT5".
_NAMELESS = re.compile(r"[a-z]{0,2}\d{0,4}|t3font\d*|type3font\d*|font\d+")


@cache
def _families(names: tuple[str, ...]) -> re.Pattern[str]:
    return late("|".join(re.escape(prefix) for name in names for prefix in table("typefaces")[name]))


class Typefaces(Template, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Typefaces that the template has for the body, by the names in tables/typefaces.

    `also`: beginnings of further font names that are accepted (without spaces, hyphens and capitals).
    """

    typefaces: tuple[str, ...] = ("Computer Modern", "Latin Modern", "Times")
    also: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        super().__post_init__()
        known = table("typefaces")
        for name in self.typefaces:
            if name not in known:
                raise ValueError(f"typefaces: unknown {name!r}{nearest(name, known)} (known: {', '.join(known)})")
        if not self.typefaces:
            raise ValueError("typefaces: expected at least one")


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
    """The body is in a typeface that the template does not use (LNCS: Computer Modern or Times).

    Why
        The template's typeface is part of the layout; narrow faces put more on a page.

    How it decides
        The font of most characters of the running text, by its name in the file: Computer Modern, Latin Modern and
        their kin, and every Times; other faces where the venue's template has them. Bitmap fonts have no name; that
        they are Computer Modern or Times is told by how wide their letters are. Fewer than twelve lines of running
        text are not judged.

    When it can be wrong
        Fonts can be renamed. A font without a name and with letters of other widths cannot be told; the rule says so.

    Fix
        Take out packages that change the text font (palatino, libertine, helvet, charter, ...).
    """
    paper = paper_of(submission)
    font = paper.layout.body_font
    if sum(1 for _ in running_text(paper)) < _MIN_LINES:
        yield Undecided("The paper has too little running text to tell the typeface of its body.")
        return
    plain = re.sub(r"[^a-z0-9]", "", (font or "").lower())
    if font is None or _NAMELESS.fullmatch(plain):
        yield Undecided("The font of the body has no name in the file that tells its face.")
        return
    if _families(accepted.typefaces).match(plain) or any(plain.startswith(prefix) for prefix in accepted.also):
        return
    yield Hit(
        code="typeface",
        message=f"The body is set in {font}; {accepted.name} uses {_one_of(accepted.typefaces)}.",
        fix=fix(
            paper,
            "Take out the package that changes the text font.",
            "font",
            f"set the text in {_word_processor_face(accepted.typefaces)}.",
        ),
        confidence=Confidence.LIKELY,
        evidence=font,
        where=location(paper, 1),
    )


def _word_processor_face(names: tuple[str, ...]) -> str:
    return "Times New Roman" if "Times" in names else _one_of(names)


def _one_of(names: tuple[str, ...]) -> str:
    return " or ".join(filter(None, (", ".join(names[:-1]), names[-1])))
