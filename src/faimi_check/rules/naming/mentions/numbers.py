"""Numbers of grants, approvals and trials in a sentence; dates, versions and shares are none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from faimi_check.rules.late import late
from faimi_check.rules.naming.mentions.kind import Kind, Mention
from faimi_check.rules.tables import any_of

_NUMBER = re.compile(
    r"(?<![\w./#-])(?<!/ )(?=[\w/.–-]{0,30}\d[\w/.–-]{0,30})(?!\d{1,4}[-–]\d{1,4}\b)(?!\d+\b(?![/–-]))"
    r"(?:[A-Z]{1,8}[ -]?)?[A-Za-z0-9]{1,12}(?:[/._–-][A-Za-z0-9]{1,16}){0,6}(?![\w])"
    r"|(?:(?<=[Nn]o\. )|(?<=[Nn]r\. )|(?<=number )|(?<=#)|(?<=protocol )|(?<=project )|(?<=application )|(?<=ID )"
    r"|(?<=reference )|(?<=grant )|(?<=award )|(?<=folio )|(?<=dossier )|(?<=permit )|(?<=contract )|(?<=agreement )"
    r"|(?<=voucher )|(?<=\bGA )|(?<=processo )|(?<=protocolo ))\d{3,12}(?=\s?[).,;:]|$)"
)
# "Award HX-4410", "resolution No. 318/25", "permit 2024-0031-KM": what is called a number is one, whatever its shape.
_LABELLED = late(
    rf"\b(?i:{any_of('mentions', 'number_labels')})(?: (?i:no\.?|nr\.?|number|of|code|ref\.?|id)){{0,2}}"
    r"[\s:#(№,]{1,3}(?P<number>(?=[\w./–-]{0,30}\d)(?=\w{0,30}[A-Za-z/.–-])\w{1,16}(?:[./–-]\w{1,16}){0,5})(?![\w%])"
)
# Dates, decimal fractions, versions, amounts and lengths.
_NEVER = late(
    r"\d{1,2}([./-])\d{1,2}\1(?:\d\d){1,2}|(?:19|20)\d\d(?:[./–-]\d{1,2}){0,2}|(?:19|20)\d\d[/–-](?:\d\d){1,2}"
    r"|\d{1,2}/\d{1,2}|\d+(?:\.\d+)+|10\.\d{4,5}/\S*|\d+(?:st|nd|rd|th|s|px|mm|cm|ml|kg|h|x\w+)|(?i:(?:covid|sars)\S*)"
)
_LONGEST_SPAN = 1_000
_SPAN = late(r"(\d{1,5})[–-]([1-9]\d{0,4})")
# Dates, versions, years, chips ("A100", "i7-9700K"), parts of a set ("640/1280/320"), "1024-dimensional", "2000s",
# "VOC-2007", amounts ("2160p", "250Hz").
_ORDINARY = late(
    r"(?:19|20)\d\d(?:[./-]\d{1,2}){0,2}|(?:19|20)\d\d[/–-](?:19|20)\d\d|\d{1,3}(?:/\d{1,3}){1,2}|\d{1,2}[./-]\d{1,2}[./-](?:19|20)?\d\d|v?\d+(?:\.\d+)+[a-z]?|[A-Z]{1,4}\d{2,3}"
    r"|(?:RTX|GTX|A|H|V|L|W)\d{4}|[imMwW][3579]-\d{4,5}[A-Z]{0,2}\d?|\d{1,5}/\d{1,5}/\d{1,5}"
    r"|\d+-[A-Za-z]+|\d{1,6}[a-z]{1,3}|\d{1,6}(?:[kMG]?(?:Hz|W|V|Pa|Bq|eV)|[KMGT]i?B)"
    r"|10\.\d{4,5}/\S*|\S*(?:figshare|zenodo|dryad)\S*|[A-Z][A-Za-z]{1,8}\d?-(?:19|20)?\d{2,4}"
)
_PIECE_OF_PATH = late(r"(?:^|/)[a-z]{4,}/|/[a-z]/|\.(?:docx?|odt|rtf|tex|pdf|pages|zip|py|csv|nii|dcm|avi|mp4|wmv)\Z")
# An address, which a line's end may have parted behind a mark of it.
_IN_ADDRESS = late(r"(?:https?: ?/ ?/ ?|www\.)\S{1,200}(?:(?<=[/_.:~–-]) \S{0,60})?$")
_ADDRESS_REACH = 280
# A state of a program is called by a number that stands for nobody, and so is a rented machine.
_COMMIT = late(
    r"\b(?:commits?|revisions?|hash(?:es)?|checkout|sha-?(?:1|256)?|checksum|md5"
    r"|at HEAD)\W{1,3}(?:[\da-f]{6,40}(?:, | and ))?$",
    re.IGNORECASE,
)
_HASH, _RENTED_MACHINE = late(r"[\da-f]{6,64}"), late(r"ip(?:-\d{1,3}){4}")
_COMMIT_REACH = 60
_ENOUGH_DIGITS = 3
# From as many digits on, one alone, and an ascending row, stands for any number.
_STANDING, _STANDING_ROW, _COUNTED = 4, 5, "01234567890"
_REACH = 30
_DIGITS = re.compile(r"\d\d")
# Figures with as many as a number has, in a word no longer than the longest number.
_FIGURES = re.compile(r"\d(?=(?:[\w/.–-]{0,123}?\d){2})\d*")
_BEFORE_FIGURES = re.compile(r"[\w/.–-]{0,30}\Z")


def numbers_in(text: str) -> Iterator[Mention]:
    """The numbers of a sentence that may be a grant's, an approval's or a trial's."""
    found: set[int] = set()
    addressed = "//" in text or "www." in text or "/ /" in text
    for match in _numbered(text) if _DIGITS.search(text) else ():
        enough = sum(map(str.isdigit, match[0])) >= _ENOUGH_DIGITS
        told = enough and not _is_ordinary_number(match[0]) and not _is_a_state(text, match)
        if told and not (addressed and _stands_in_address(text, match.start())):
            yield Mention(Kind.NUMBER, match[0], match.start(), match.end())
            found.add(match.start())
    # Shapes that are mostly something else are asked for what they are called.
    for match in _LABELLED.finditer(text) if _DIGITS.search(text) else ():
        start, end = match.span("number")
        if found.isdisjoint(range(start, end)) and _is_labelled_number(match["number"]):
            yield Mention(Kind.NUMBER, match["number"], start, end)


def _is_labelled_number(number: str) -> bool:
    """Whether it is none of what stands behind such words besides: dates, amounts, lines 118 to 120."""
    span = _SPAN.fullmatch(number)
    if sum(map(str.isdigit, number)) < _ENOUGH_DIGITS:
        return False
    return not (
        _NEVER.fullmatch(number) or stands_for_any(number) or (span and 0 < int(span[2]) - int(span[1]) < _LONGEST_SPAN)
    )


def _numbered(text: str) -> Iterator[re.Match[str]]:
    """What the pattern finds, which is tried only where a figure follows: from the beginning of the word it is in."""
    at = 0
    for figures in _FIGURES.finditer(text):
        first = figures.start()
        if first >= at:
            word = _BEFORE_FIGURES.search(text, max(at, first - _REACH), first)
            begins = word.start() if word else first
            # No number begins within a word but behind a dash.
            for start in (begins, *(dash + 1 for dash in range(begins, first) if text[dash] == "–")):
                if found := _NUMBER.match(text, start):
                    yield found
                    at = found.end()
                    break
            else:
                at = figures.end()


def _stands_in_address(text: str, start: int) -> bool:
    return _IN_ADDRESS.search(text, max(0, start - _ADDRESS_REACH), start) is not None


def _is_a_state(text: str, number: re.Match[str]) -> bool:
    """Whether it is the state of a repository ("at commit a41f2d0"), or the name of a machine that anybody rents."""
    if _RENTED_MACHINE.fullmatch(number[0]):
        return True
    before = max(0, number.start() - _COMMIT_REACH)
    return _HASH.fullmatch(number[0]) is not None and _COMMIT.search(text, before, number.start()) is not None


def _is_ordinary_number(text: str) -> bool:
    """Dates, years, versions, shares and pieces of an address are no grant's or approval's number."""
    return _ORDINARY.fullmatch(text) is not None or _PIECE_OF_PATH.search(text) is not None or stands_for_any(text)


def stands_for_any(number: str) -> bool:
    """Whether a number is a template's: 00000000, 123456."""
    digits = "".join(char for char in number if char.isdigit())
    alone = len(digits) >= _STANDING and len(set(digits)) == 1
    return alone or (len(digits) >= _STANDING_ROW and digits in _COUNTED)
