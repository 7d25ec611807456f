"""The ways to say where the authors work."""

from __future__ import annotations

import re

import msgspec

from faimi_check.rules.late import late
from faimi_check.rules.tables import any_of, table

_WHICH = r"(?:first|second|third|fourth|last|senior|corresponding|present|two|three|four|other|remaining|lead)"
_COUNTED = r"(?:all|both|some|most|two|three|one)(?: of)? (?:the |our |us )?|the |our |an "
# "None of the authors works for": a house of nobody's.
_NONE = "".join(rf"(?<!\b{word})" for word in ("none of ", "neither of ", "no one of ", "not one of "))
_AUTHORS = rf"\b{_NONE}(?:{_COUNTED})(?:{_WHICH} ){{0,2}}authors?\b(?! of\b)"
_IS = r"(?:is|are|was|were|has been|have been)"
_OURS = any_of("workplaces", "ours")
_TIE = any_of("workplaces", "ties")


class Statement(msgspec.Struct, frozen=True):
    """A way to say where the authors work.

    `signs` are words of which a sentence has one, searched for in lower case, where `opens` matches; `pattern` ends
    where the house's name may begin, or begins where it ended (`before`); `bare` where any capitalised name there is
    a house, otherwise it takes a word such as University.
    """

    signs: tuple[str, ...]
    pattern: re.Pattern[str]
    opens: re.Pattern[str] = re.compile("")
    bare: bool = False
    before: bool = False


def _wording(text: str) -> re.Pattern[str]:
    return late(text, re.IGNORECASE)


_ARE = late(rf"authors?(?:,| who)? {_IS} ")
STATEMENTS = (
    Statement(
        ("author",),
        _wording(rf"{_AUTHORS}(?:,| who)? {_IS} (?:[\w.'’-]+ ){{0,6}}?{any_of('workplaces', 'positions')} "),
        _ARE,
        bare=True,
    ),
    Statement(
        ("author",),
        _wording(rf"{_AUTHORS}(?:,| who)? {_IS} (?:also |now |currently |all |both ){{0,2}}(?:with|at|from|in) "),
        _ARE,
        bare=True,
    ),
    Statement(
        ("author",),
        _wording(rf"{_AUTHORS}(?: \w+)? works? (?:at|for|in) "),
        late(r"authors?(?: \w+)? work"),
        bare=True,
    ),
    # "The second author has kept a part-time job as adviser with".
    Statement(
        ("author",),
        _wording(
            rf"{_AUTHORS}(?:,| who)? (?:also |currently |now )?(?:holds?|held|has|have|had|keeps?|took|takes)"
            rf" (?:an? |the |his |her |their )?(?:[\w-]+ ){{0,4}}?{any_of('workplaces', 'posts')}\b"
            r"(?: as [^.;,]{0,60}?)?(?: in [a-z][^.;,]{0,30}?)? (?:with|at|in|for|on|of|to|from) (?:the )?"
        ),
        late(r"authors?(?:,| who)? (?:also |currently |now )?(?:h|k|t)"),
        bare=True,
    ),
    Statement(
        ("author",),
        _wording(
            rf"\b{_TIE} (?:[\w'’-]+ ){{0,4}}?(?:of|by) (?:the |our )?{_WHICH} author\b(?! of\b)"
            r"[^.;]{0,30}? (?:at|in|of) "
            rf"|\b{_WHICH} author(?:['’]s)?\b(?! of\b)[^.;]{{0,40}}?\b{_TIE}\b[^.;]{{0,30}}? (?:at|in|of) "
        ),
    ),
    Statement(
        ("this ", "present ", "our "),
        _wording(
            r"\b(?:this|the present|our) (?:work|study|research|project|paper) (?:was |has been )?(?:\w+ ){0,2}?"
            rf"{any_of('workplaces', 'done')} (?:\w+ ){{0,3}}?(?:at|within"
            r"|(?:while|when|during) [^;]{0,40}?"
            r"\b(?:author\w*|intern\w*|stay|visit\w*|employ\w*|work\w*|student|was|were)\b"
            r"[^;]{0,40}? (?:at|with|in|of)) "
        ),
        late(r"\w{1,12} (?:work|study|research|project|paper) (?:was|has|were|done|carried|performed|began)"),
        bare=True,
    ),
    # A sentence without a subject and without another clause says it of this work: "Developed at Lysvik Hospital."
    Statement(
        tuple(f"{done} {at} " for done in table("workplaces")["done"] for at in ("at", "within")),
        _wording(
            r"(?<![,;] )\b(?=(?-i:[A-Z]))(?:(?:work|research|partly|mostly|mainly|jointly) )?"
            rf"{any_of('workplaces', 'done')}"
            r" (?:at|within) (?=[^,;:.\[]{3,80}(?:, [\w-]{2,30}){0,2}(?:\.|\Z))"
        ),
    ),
    Statement(
        ("our ",),
        _wording(
            rf"\bour (?:[\w-]+ ){{0,2}}?{_OURS}\b(?! (?:on|with|for|is|are|has|have)\b)"
            r"[^.;:\[]{0,50}? (?:at|of|from|in) "
        ),
        late(rf"our {any_of('workplaces', 'our_signs')}"),
    ),
    Statement(
        (" our ",),
        _wording(
            r"\b(?:of|in|at) our (?:\w+ )?(?:university|institut\w+|hospital|faculty|department|clinic|centre|center), "
        ),
        late(r" our (?:\w+ )?(?:universit|institut|hospital|facult|department|clinic|cent)"),
    ),
    Statement(
        ("as employees", "as members", "as staff", "as researchers", "as students", "as clinicians", "as radiologists"),
        _wording(
            r"\bas (?:employees|members|staff|researchers|students|clinicians|radiologists) (?:of|at|in) "
            r"(?=[^.;]{3,90}\b(?:we|the authors)\b)"
        ),
    ),
    Statement(("we, at ", "we at "), _wording(r"\bwe,? at "), bare=True),
    Statement(
        ("authors work", "author works", "authors are", "author is", "authors belong", "authors practi"),
        _wording(
            r",? (?:where|to which|at which|for which) (?:the|all|all the|one of the|some of the) "
            rf"(?:{_WHICH} )?authors? (?:{_IS}|works?|worked|belongs?|practi[cs]es?)\b"
        ),
        before=True,
    ),
    # "Whole set, own cases (Haukeland)" in a table.
    Statement(
        ("own cases (", "own data (", "own images (", "own scans (", "own patients (", "own cohort (", "in-house ("),
        _wording(r"\b(?:own (?:cases|data|images|scans|patients|cohort)|in-house) \("),
        bare=True,
    ),
    Statement(
        ("cluster", "supercomputer", "hpc", "computing", "computational", "compute ", "gpu server"),
        _wording(
            rf"\b{any_of('workplaces', 'machines')}\b"
            r"(?! of (?:the )?(?:patient|subject|image|cell|point|sample|scan))"
            r"[^.;\[]{0,60}? (?:of|at|from|by) "
        ),
    ),
)
MACHINES = STATEMENTS[-1]
