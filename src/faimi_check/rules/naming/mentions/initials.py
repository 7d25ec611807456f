"""Initials that stand alone in a sentence, as readers and authors are told by."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from faimi_check.rules.late import late
from faimi_check.rules.naming.identity import fold
from faimi_check.rules.naming.mentions.everyones import ordinary, technical
from faimi_check.rules.naming.mentions.kind import Kind, Mention
from faimi_check.rules.tables import listed

UPPER = r"[^\W\d_a-zß-ÿµªº]"
_INITIALS = late(rf"{UPPER}(?<![\w.’'-]{UPPER})\.[ -]?(?:{UPPER}\.[ -]?){{1,3}}(?!\w)(?! ?{UPPER}[a-z])")
_TWO_INITIALS = re.compile(rf"\.[ -]?{UPPER}\.")
# Letters alone in a role: "(AK, TL)", "reader AK", "AK and TL annotated".
# Capitals without full stops are somebody's initials only where somebody does something with the data.
_ROLE = late(
    r"\b(?:readers?|raters?|annotators?|observers?|graders?|reviewers?|experts?|radiolog|patholog|ophthalmolog|sonograph"
    r"|authors?|(?:re-?)?annotat"
    r"|(?:read|rated|annotated|graded|reviewed|labell?ed|segmented|contoured|delineated|drawn|written|checked"
    r"|supervised) by)",
    re.IGNORECASE,
)
_CAPITALS = re.compile(r"[A-Z](?<![\w.-][A-Z])[A-Z]{1,2}(?![\w-])")
_BEFORE_INITIALS = late(r"(?:[(,/]\s?|[Rr](?:ead|at)er |\b(?:by|and) )$")
_AFTER_INITIALS = late(r"[,);/:.]| and | \(")
# "One of us (OBR) drew, and KVL corrected".
_DOES = late(
    r" (?:then |also |later |only |first |has |had )?(?:(?:re-?)?(?:read|drew|outlin|correct|check|annotat|label"
    r"|segment|contour|grad|rat|scor|review|cod|mark|trac|adjudicat|measur|sort|wrote|built|train|collect|scann|film)"
    r"\w*)\b(?! by\b)"
)
_OF_US = late(r"\bof (?:us|the (?:present )?authors)(?: \(|, |: )(?:[A-Z]{2,4}(?:, and |, | and | & |/)){0,5}$")
_OF_US_REACH = 60
_NEXT_CLAUSE = late(
    r"(?:; |, and |, |; and )(?P<who>[A-Z]{2,3})(?: and [A-Z]{2,3})? (?:each |both |then )?(?:re-?)?[a-z]{2,}"
)
# "Double reading: AHK and RLV".
_TWO_OF_THEM = late(r" and [A-Z]{2,3}(?![\w-])")


def initials_in(text: str) -> Iterator[Mention]:
    """The initials of a sentence: "A. K.", and in a role "AK"."""
    if _TWO_INITIALS.search(text):
        for match in _INITIALS.finditer(text):
            if fold(match[0]).replace(" ", "") not in listed("mentions", "abbreviations") and not _counts_up(match[0]):
                yield Mention(Kind.INITIALS, match[0].strip(), match.start(), match.start() + len(match[0].strip()))
    yield from _bare(text)


def _bare(text: str) -> Iterator[Mention]:
    """Letters without full stops, where somebody does something with the data: "(AK, TL)", "AK drew, and TL read"."""
    told = False
    for match in _CAPITALS.finditer(text):
        does = (told or match.start() == 0) and _DOES.match(text, match.end()) is not None
        does = does and (told or _does_one_of_two(text, match))
        if not (does or _stands_as_initials(text, match)):
            continue
        ours = _OF_US.search(text, max(0, match.start() - _OF_US_REACH), match.start())
        if not (ours or told) and not _ROLE.search(text):
            return
        common = match[0].lower() in ordinary() or match[0] in technical() or _counts_up(match[0])
        if not common and (ours or not _abbreviates(match[0], text[: match.start()])):
            yield Mention(Kind.INITIALS, match[0], match.start(), match.end())
            told = True


def _does_one_of_two(text: str, capitals: re.Match[str]) -> bool:
    """Whether letters begin a sentence whose next clause others begin: "HTV annotated all; LQ and RTW re-read some"."""
    other = _NEXT_CLAUSE.search(text, capitals.end())
    return other is not None and not {capitals[0], other["who"]} & technical()


def _stands_as_initials(text: str, capitals: re.Match[str]) -> bool:
    """Whether capitals stand where those of people do: in brackets, behind a role, joined to others."""
    placed = _BEFORE_INITIALS.search(text, max(0, capitals.start() - 8), capitals.start()) or (
        text[: capitals.start()].endswith(": ") and _TWO_OF_THEM.match(text, capitals.end())
    )
    return bool(placed) and _AFTER_INITIALS.match(text, capitals.end()) is not None


def _counts_up(letters: str) -> bool:
    """Whether initials stand for anybody: A.B. and C.D., XX, N.N."""
    plain = [letter for letter in letters if letter.isalpha()]
    steps = {ord(after) - ord(before) for before, after in pairwise(plain)}
    return steps in ({1}, {0})


def _abbreviates(letters: str, before: str) -> bool:
    """Whether capitals stand behind what they abbreviate: "head circumference (HC", "the myocardium (MYO"."""
    words = [fold(word) for word in re.findall(r"[^\W\d_]+", before)[-2 * len(letters) :]]
    if not words:
        return False
    first = letters[0].lower()
    return any(word.startswith(first) for word in words[-len(letters) :]) or words[-1].startswith(letters.lower())
