"""People whom a label names by a first name alone, "Notes by Ingrid", or as those who answer their reviewers."""

from __future__ import annotations

from faimi_check.rules.late import late
from faimi_check.rules.naming.identity import fold
from faimi_check.rules.naming.ownership.terms import is_everybodys
from faimi_check.rules.naming.people.file_names import may_be_given_name
from faimi_check.rules.naming.text.prose import CITED
from faimi_check.rules.naming.text.stems import is_everyday
from faimi_check.rules.tables import any_of, listed, table

# A word of a name in a label.
WORD = r"[A-ZÀ-Þ][\w’'-]{2,30}"
# "Notes by Ingrid", "(run by Ingrid)"; "Ingrid's Sampler".
_BY = late(rf"(?:\b(?P<what>\w+) )?\(?\b[Bb]y (?P<name>{WORD})(?! [A-ZÀ-Þ]|[\w’'-])")
_AND_ANOTHER = late(rf" (?:and|&) ({WORD})")
# "Simon's Two-Stage Design" is called after somebody.
_POSSESSIVE = late(
    rf"^(?:Appendix )?(?:[A-Z]?\.?[\d.]*:? )?(?P<name>{WORD})['’]s (?P<what>[A-Z][a-z]+)"
    r"(?=\W*$| (?:of|on|for|and|with|at|in|to|about|from)\b)"
)
# "Annotator: Ingrid".
_READER = late(
    rf"(?:^|[;,|] ?)(?:[\w-]+ )?(?i:{any_of('own_labels', 'readers')})(?: \d{{1,2}}| [A-D])? ?: "
    rf"(?P<name>{WORD})(?! [A-ZÀ-Þ]|[\w’'-])"
)
# "Annotator ; Ingrid L. ; 4,112 boxes": a first name with an initial behind it.
_READER_BRIEF = late(
    rf"(?:^|[;,|] ?)(?:[\w-]+ )?(?i:{any_of('own_labels', 'readers')})(?: \d{{1,2}}| [A-D])? ?[:;|]? ?"
    rf"(?P<name>{WORD} [A-Z]\.)(?= ?[\d;|,)]|$)"
)
_TO_REVIEWERS = late(
    rf"\b(?i:response|reply|answers?|rebuttal|remarks) (?i:of|by|from) "
    rf"(?P<name>{WORD}(?:, {WORD}){{0,6}},? (?:and|&) {WORD})\b"
    r".{0,20}\b(?i:reviewers|referees|editors?|committee)"
)


def somebody(text: str, *, heading: bool) -> str:
    """Whom a label names by a given name alone, or as those who answer their reviewers."""
    if heading and "review" in text.lower() and (answer := _TO_REVIEWERS.search(text)):
        return answer["name"]
    if CITED.search(text):
        return ""
    for by in _BY.finditer(text) if "by " in text else ():
        # "The list by Lyngby and Tamm" is that of two surnames.
        other = _AND_ANOTHER.match(text, by.end("name"))
        if (other is None or may_be_given_name(other[1])) and _is_somebody(
            by["name"], by["what"] or "", heading=heading
        ):
            return by["name"]
    found = _POSSESSIVE.match(text) if heading and ("’s " in text or "'s " in text) else None
    if found and _is_somebody(found["name"], found["what"], heading=True):
        return found["name"]
    found = _READER.search(text) if ":" in text and not heading else None
    return found["name"] if found and _is_somebody(found["name"], "", heading=False) else ""


def read_by(text: str) -> str:
    """Who read or drew, by a first name and an initial, in a row of a table."""
    found = _READER_BRIEF.search(text) if ". " in text or text.endswith(".") else None
    return found["name"] if found and not is_everybodys(found["name"].split()[0]) else ""


def _is_somebody(name: str, what: str, *, heading: bool) -> bool:
    """Whether it is a first name, or may be one of which the heading says what its bearer wrote."""
    data = table("own_labels")
    if is_everyday(name) or name.isupper() or fold(name) in data["programs"] or is_everybodys(name):
        return False
    if what.lower() in listed("mentions", "eponym_nouns") and what.lower() not in data["made"]:
        return False
    return may_be_given_name(name) or (heading and what.lower() in data["made"])
