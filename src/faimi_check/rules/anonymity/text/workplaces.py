"""Sentences that say where the authors work, or where this work was done."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from faimi_check.model.text.passage import Passage
from faimi_check.rules.late import late
from faimi_check.rules.naming.identity import fold, is_placeholder
from faimi_check.rules.naming.identity.matter import lowered, places_of, stretches
from faimi_check.rules.naming.people.institution_names import is_institution
from faimi_check.rules.naming.people.names import CAPITALISED
from faimi_check.rules.naming.text.prose import CITED, MASKED
from faimi_check.rules.tables import any_of, table

_WHICH = r"(?:first|second|third|fourth|last|senior|corresponding|present|two|three|four|other|remaining|lead)"
_COUNTED = r"(?:all|both|some|most|two|three|one)(?: of)? (?:the |our |us )?|the |our "
_AUTHORS = rf"\b(?:{_COUNTED})(?:{_WHICH} ){{0,2}}authors?\b(?! of\b)"
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


_ARE = re.compile(rf"authors?(?:,| who)? {_IS} ")
_STATEMENTS = (
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
        re.compile(r"authors?(?: \w+)? work"),
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
        re.compile(r"\w (?:work|study|research|project|paper) (?:was|has|were|done|carried|performed|began)"),
        bare=True,
    ),
    Statement(
        ("our ",),
        _wording(
            rf"\bour (?:[\w-]+ ){{0,2}}?{_OURS}\b(?! (?:on|with|for|is|are|has|have)\b)"
            r"[^.;:\[]{0,50}? (?:at|of|from|in) "
        ),
        re.compile(rf"our {any_of('workplaces', 'our_signs')}"),
    ),
    Statement(
        (" our ",),
        _wording(
            r"\b(?:of|in|at) our (?:\w+ )?(?:university|institut\w+|hospital|faculty|department|clinic|centre|center), "
        ),
        re.compile(r" our (?:\w+ )?(?:universit|institut|hospital|facult|department|clinic|cent)"),
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
_MACHINES = _STATEMENTS[-1]
_COMPUTES = _wording(
    r"\b(?:train\w*|ran|run|runs|experiments?|computations?|computed|simulat\w+|GPUs?|nodes?|jobs?|used)\b"
)
_HOUSES = late(rf"(?<![\w-])(?:{'|'.join(table('workplaces')['houses'])})(?![\w-])")
_NAMED = late(rf"{CAPITALISED}(?:(?:,? (?:(?:of|for|de|des|du|the|der|la|in|für) ){{0,2}}|-){CAPITALISED}){{0,6}}")
_BARE = late(r"(?:the |our |an? )?(?:[a-z]+ (?:of|at) (?:the )?)?(?P<house>[A-ZÀ-Þ][\w'’&-]{2,40})")
_OTHERS = late(
    r"\b(?:original|respective|challenge) (?:authors?|organi[sz]ers)|\b(?:their|its) authors\b|\bauthors of\b"
)
_VERB = late(r";|\b(?:is|are|was|were|used?|has|have|had|which|that|we|read|annotated|gave)\b")
_CAPITAL = late(r"[A-ZÀ-Þ]")
# "A cluster of our university, on four NVIDIA A100 cards".
_HARDWARE = late(
    r"\b(?:NVIDIA|Nvidia|AMD|Intel|Google|IBM) (?:[A-Z]\w{0,30}[ -]?)?"
    r"(?:[A-Z]{0,10}\d\w*|GPUs?|TPUs?|CPUs?|Xeon|Tesla|TITAN|Quadro)"
)
_REACH = 350
_BEFORE, _AFTER = 60, 260
_TAIL = 110


class Workplace(msgspec.Struct, frozen=True):
    """A sentence that says where the authors work; not `sure` where the house is only a capitalised word."""

    passage: Passage
    start: int
    end: int
    sure: bool


def workplaces(passage: Passage) -> Iterator[Workplace]:
    """What a text says of the authors' houses, each sentence once."""
    text = lowered(passage.text)
    found: dict[tuple[int, int], bool] = {}
    for statement in _STATEMENTS:
        signs = (at for at in places_of(statement.signs, text) if statement.opens.match(text, at))
        for first, last in stretches(signs, _BEFORE, _AFTER, len(text)):
            for match in statement.pattern.finditer(passage.text, first, last):
                start, end = passage.sentence(match.start(), match.end(), _REACH)
                sure = _told(statement, passage.text, match, start, end)
                if sure is not None:
                    found[start, end] = found.get((start, end), False) or sure
    for (start, end), sure in sorted(found.items()):
        yield Workplace(passage, start, end, sure)


def _told(statement: Statement, text: str, match: re.Match[str], start: int, end: int) -> bool | None:
    """Whether the sentence from `start` to `end` names a house for sure, None where it names none."""
    where = text[match.end() : min(end, match.end() + _TAIL)]
    if statement.before:
        where = _VERB.split(text[max(start, match.start() - _TAIL) : match.start()])[-1]
    if not _CAPITAL.search(where) or _is_others(statement, text[start:end]):
        return None
    if _names_house(where, clouds=statement is _MACHINES):
        return True
    bare = _BARE.match(where) if statement.bare else None
    known = table("workplaces")["no_houses"]
    return False if bare and not is_placeholder(bare["house"]) and fold(bare["house"]) not in known else None


def _is_others(statement: Statement, sentence: str) -> bool:
    """Whether the sentence speaks of somebody else's house, of a masked one, or not of computing."""
    if statement is _MACHINES and not _COMPUTES.search(sentence):
        return True
    return any(pattern.search(sentence) for pattern in (CITED, _OTHERS, MASKED))


def _names_house(text: str, *, clouds: bool) -> bool:
    """Whether a house is named before the next verb; `clouds`: those on whose machines everybody computes are none."""
    near = _HARDWARE.sub(" ", _VERB.split(text, maxsplit=1)[0])
    named = [match[0] for match in _NAMED.finditer(near) if is_institution(match[0]) and not is_placeholder(match[0])]
    named += [match[0] for match in _HOUSES.finditer(near)]
    known = tuple(table("workplaces")["clouds"])
    return any(not (clouds and fold(name).startswith(known)) for name in named)
