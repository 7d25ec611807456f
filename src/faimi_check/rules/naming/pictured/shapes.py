"""How banners print names, dates of birth, ages and numbers of persons."""

from __future__ import annotations

import re

from faimi_check.rules.late import late
from faimi_check.rules.naming.identity import fold
from faimi_check.rules.naming.identity.person import PARTICLES
from faimi_check.rules.naming.people.file_names import may_be_given_name
from faimi_check.rules.naming.people.institution_names import looks_institutional
from faimi_check.rules.naming.pictured.matter import is_taken_out, is_vendor, label_words
from faimi_check.rules.naming.text.stems import is_everyday

# 12.04.1961, 12 Apr 1961, 12-Apr-1961, April 12, 1961, 19610412
DATE = (
    r"(?:\d{1,4} ?[./-] ?\d{1,2} ?[./-] ?\d{1,4}|\d{1,2}\.?[ -]?[^\W\d_]{3,9}\.?[ ,-]{0,2}\d{2,4}"
    r"|[^\W\d_]{3,9}\.? \d{1,2},? ?\d{4}|(?:19|20)\d{6})"
)
_YEARS = r"(?:y(?:\.?o\.?|/o|rs?|ears?)?|ans|ann[io]s|años|jahre|jaar|lat|ani|år|v|歳|岁|세)"
# 58Y M, (72 yo M), F 047Y, 44/F
_AGE = (
    rf"\(?(?:[MFW] ?[/,]? ?)?0?\d{{1,3}} ?{_YEARS}(?![^\W\d_])\.?(?: ?[/,]? ?[MFW](?!\w))?\)?"
    r"|\d{1,3} ?/ ?[MF](?!\w)|[MF] ?/ ?\d{1,3}"
)
# An age, a sex beside an age or a date: a banner on a person stands here.
PERSONAL = late(
    r"\b[MFW] ?[/,]? ?0?\d{1,3} ?[Yy]|\bsex ?: ?[MFW]\b|\b0?\d{1,3} ?[Yy](?:rs?|ears?|o)?\b ?[/,]? ?[MFW]\b"
    rf"|{DATE} {{0,3}}[MFW]\b|\bage ?: ?\d|^\(?0?\d{{1,3}} ?y(?:rs?|ears?|o)?\)?$",
    re.IGNORECASE,
)
# What stands on a screen only beside somebody who lies there.
CLINICAL = late(
    r"(?<![\w-])(?:hr|spo2|nibp|resp|bed|ward|mi|tis|tib|kvp?|mas|w[lw]|t[re]|sl|fr|gn|frq|vent\. rate|qrs"
    r"|pr interval|signal strength|ga|mapse)\b ?[:=]? ?\d|^O[DS]\b|\bO[DS]$|\d ?(?:hz|kvp?|mas|fps|db|mmhg)\b",
    re.IGNORECASE,
)
_PARTICLE = r"(?:van|von|de|del|der|den|da|di|la|le|el|al|ter|bin)"
# "Quiroga, Mateo", "VAN DER MEER, Joost", "QUIROGA LOPEZ, MATEO J".
# Letters that are no Latin ones may be vowels.
_VOWEL = late(r"[aeiouy]|[^a-z]")
_SURNAME_FIRST = late(
    rf"(?:{_PARTICLE} ){{0,2}}[^\W\d_][\w'’-]{{1,30}}(?: [^\W\d_][\w'’-]{{1,30}})? ?, ?[^\W\d_][\w'’-]{{0,30}}"
    r"(?: [^\W\d_][\w'’-]{0,20}\.?)?",
    re.IGNORECASE,
)
# A word of a name, also an initial.
WORD = r"[^\W\d_a-zß-ÿ][\w'’-]{0,25}\.?"
_CAPITALISED = r"[^\W\d_a-zß-ÿ][^\W\d_]{1,30}"
WHOLE_NAME = rf"(?P<name>{_CAPITALISED}(?:(?: |, ?|-)(?:{_PARTICLE} )?{_CAPITALISED}){{1,3}})"
_NAME_ALONE = late(WHOLE_NAME)
# "Quiroga Mateo 1961-04-12": a name with a date is hardly anything else but a patient's.
_DATED_NAME = late(
    rf"{WHOLE_NAME}[ ,|(;-]{{1,3}}"
    rf"(?P<date>{DATE}|(?:\*|(?i:geb|born|ur|nar|né|née|n)\b\.?) ?(?:19|20)\d\d)\)?(?: ?[MFW])?"
)
# "Quiroga Mateo 58Y M", "QUIROGA, MATEO (58 yo M)".
_AGED_NAME = late(rf"{WHOLE_NAME}[ ,|;-]{{1,3}}(?i:{_AGE})")
_BARE_DATE = late(DATE)
_PERSONAL_NUMBER = late(r"(?<![\w-])(?P<year>(?:19|20)\d\d)\d{4}[-+](?P<hour>\d\d)(?P<minute>\d\d)(?![\w-])")
# "160771-4589", "535804/112", "040551-823K": the same with a short year.
_SHORT_NUMBER = r"\d{6}[-+/](?:\d{2}-)?\d{3,4}[A-Z]?"
_NUMBERED_NAME = late(rf"{WHOLE_NAME}[ ,|;-]{{1,3}}{_SHORT_NUMBER}")
# A date of birth with a word before it at most, or a number that begins with one.
_BORN_LINE = late(rf"(?:[^\W\d_]{{1,12}}[.:]{{0,2}} ?)?(?:{DATE}|\d{{8}}[-+]\d{{4}})(?: ?[MFW])?")
_NUMBER_LINE = late(rf"(?:[^\W\d_]{{1,12}}[.:]{{0,2}} ?)?{_SHORT_NUMBER}")
# Since then pictures have been stored under date and time, which look alike: 20080312-1430.
_STORED_SINCE = 1990
# Dates of birth; a later date is as well that of the examination.
_BIRTHS = range(1910, 2013)
# What a date of birth is set to when it is taken out.
_BLANK_DATE = late(r"0?1[./-]0?1[./-](?:19[07]0|2000)|(?:19[07]0|2000)[./-]?01[./-]?01|00[./-]00[./-]0000")
_CAPITALS = late(r"[^\W\d_a-zß-ÿ'’-]{2,30}(?: [^\W\d_a-zß-ÿ'’-]{1,30}){1,3}")
# "Quiroga, Mateo", "M. Quiroga", "J.P. van der Meer" or "Mateo Q.", whole.
_ONE_NAME = late(
    r"[^\W\d_]{2,30} ?, ?[^\W\d_]{2,30}(?: [^\W\d_]\.?)?"
    rf"|[A-ZÀ-Þ](?:[A-ZÀ-Þ. ]{{0,3}}\. ?| )(?:{_PARTICLE} ){{0,2}}[A-ZÀ-Þ][\w'’-]{{2,30}}"
    r"|[A-ZÀ-Þ][a-zß-ÿ]{3,20} [A-ZÀ-Þ]\."
)
_TAIL = 4
# Words in small letters, of which a sentence has so many behind a name.
_SMALL_WORD = late(r"(?<![^\W_])[a-zß-ÿ]{2,}(?![^\W_])")
_FEWEST_SMALL = 3
_SINGLE = late(r"[^\W\d_][^\W\d_'’]{2,30}(?:-[^\W\d_][^\W\d_'’]{2,30})?")


def is_one_name(text: str) -> bool:
    """Whether the text is a name as labels are followed by: `Quiroga, Mateo`, `M. Quiroga`."""
    return _ONE_NAME.fullmatch(text) is not None


def leading_name(text: str) -> str:
    """The text up to the first small word that is no part of a name: "Lyngby Inga" of "Lyngby Inga born"."""
    if text.islower():
        return text
    words = text.split()
    ends = (at for at, word in enumerate(words) if word.islower() and fold(word).strip(".") not in PARTICLES)
    return " ".join(words[: next(ends, len(words))])


def is_single_name(text: str) -> bool:
    """Whether the text is one word that may be a surname: no everyday one, no label, no product's."""
    cased = text.isupper() or all(part[:1].isupper() and part[1:].islower() for part in text.split("-"))
    return cased and _SINGLE.fullmatch(text) is not None and is_no_label(text)


def is_surname_first(text: str) -> bool:
    """Whether the text is `Quiroga, Mateo`, and people are called by what follows the comma."""
    surname, _, given = (part.split() for part in text.partition(","))
    # "Mateo Quiroga, Ingrid Lyngby" is a list.
    if not given or (len(surname) > 1 and len(given) > 1 and may_be_given_name(surname[0])):
        return False
    # What follows may be short, with figures: "QUIROGA, MATEO OD 45".
    short = len(given) <= _TAIL and (len(given) < 3 or any(char.isdigit() for char in text))
    return may_be_given_name(given[0]) and short and _SURNAME_FIRST.match(text) is not None


def has_comma(text: str) -> bool:
    """Whether the text is shaped like `Quiroga, Mateo` and holds no word of labels."""
    return _SURNAME_FIRST.fullmatch(text) is not None and is_bare_name(text)


def is_proper(text: str) -> bool:
    """Whether the text is a name of two words and more that is neither a label nor made of everyday words."""
    return _NAME_ALONE.fullmatch(text) is not None and not is_taken_out(text) and is_no_label(text)


def is_no_label(name: str) -> bool:
    """Whether no word of a name is a label or a maker's, and not all are everyday ones."""
    words = re.findall(r"[^\W\d_]{2,}", name)
    if any(fold(word) in label_words() or is_vendor(word) for word in words) or looks_institutional(name):
        return False
    called = len(words) > 1 and any(map(may_be_given_name, words))
    return called or not all(is_everyday(word.title()) for word in words)


def is_bare_name(text: str) -> bool:
    """Whether the line begins with a name as banners print it: SURNAME, GIVEN or all in capitals."""
    match = _SURNAME_FIRST.match(text.strip()) or _CAPITALS.fullmatch(text.strip())
    if match is None or is_taken_out(text) or _is_prose(text.strip(), match):
        return False
    words = [fold(word) for word in re.findall(r"[^\W\d_]{2,}", match[0])]
    # "Sinus rhythm, LBBB" ends in what nobody can say.
    said = _VOWEL.search(words[-1]) is not None if words else False
    return said and not any(word in label_words() or is_vendor(word) for word in words)


def _is_prose(text: str, name: re.Match[str]) -> bool:
    """Whether a line is a part of a sentence: "since noon, bleed? Please read it as soon as".

    It begins in small letters and goes on in others, a sentence goes on behind what may be a name, or all its words are
    everyday ones and nobody's.
    """
    first = fold(text.split()[0])
    if text[0].islower() and first not in PARTICLES and not text.islower():
        return True
    if len(_SMALL_WORD.findall(text, name.end())) >= _FEWEST_SMALL:
        return True
    words = [fold(word) for word in re.findall(r"[^\W\d_]{2,}", name[0])]
    return text.islower() and all(map(is_everyday, words)) and not any(map(may_be_given_name, words))


def is_dated_name(text: str) -> bool:
    """Whether the line is a name with an age, a date of birth or the number of a person."""
    if is_taken_out(text):
        return False
    aged = _AGED_NAME.fullmatch(text) or _NUMBERED_NAME.fullmatch(text)
    if aged is not None:
        return is_no_label(aged["name"])
    match = _DATED_NAME.fullmatch(text)
    if match is None or not is_no_label(match["name"]):
        return False
    called = any(map(may_be_given_name, re.findall(r"[^\W\d_]{2,}", match["name"])))
    return called or "," in match["name"] or is_of_birth(match["date"])


def is_date(text: str) -> bool:
    """Whether the text is a date and nothing else."""
    return _BARE_DATE.fullmatch(text) is not None


def is_born_line(text: str) -> bool:
    """Whether a line holds nothing but a date of birth, or a person's number."""
    return (_BORN_LINE.fullmatch(text) is not None and is_of_birth(text)) or _NUMBER_LINE.fullmatch(text) is not None


def is_of_birth(date: str) -> bool:
    """Whether the year is one in which somebody may be born, so that the day need not be that of an examination."""
    years = [int(year) for year in re.findall(r"(?<!\d)(?:19|20)\d\d", date)]
    return any(year in _BIRTHS for year in years)


def is_blank_date(date: str) -> bool:
    """Whether a date of birth is one that stands for none."""
    return _BLANK_DATE.fullmatch(date.replace(" ", "")) is not None


def has_personal_number(text: str) -> bool:
    """Whether the number of a person stands there that begins with the date of birth, as in the Nordic countries."""
    found = _PERSONAL_NUMBER.search(text)
    if found is None or int(found["year"]) not in _BIRTHS:
        return False
    is_time = int(found["hour"]) < 24 and int(found["minute"]) < 60
    return not is_time or int(found["year"]) < _STORED_SINCE
