"""Rows of tables that stand for the authors' own data: "TRIMA-2 (in-house)", "in-house, LZM", "Our films*" with a note
"* Klinik Lysvik", and labels of figures that set a place beside what is public: "Site A = Lysvik, Site B = public".
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import takewhile

from faimi_check.rules.late import late
from faimi_check.rules.naming.identity import fold, is_placeholder
from faimi_check.rules.naming.mentions.code_words import unheard
from faimi_check.rules.naming.mentions.devices import without_devices
from faimi_check.rules.naming.mentions.everyones import is_collection, technical
from faimi_check.rules.naming.ownership.own_tables import caption_of, table_of
from faimi_check.rules.naming.ownership.terms import is_everybodys
from faimi_check.rules.naming.people.institution_names import is_institution
from faimi_check.rules.naming.text.prose import CITED, MASKED
from faimi_check.rules.naming.text.sentences import Sentence
from faimi_check.rules.tables import any_of, listed

# A row's head ends before its first number, which is no part of a name.
_HEAD = late(r"(?P<head>[^\n]{3,90}?)(?= [(–—-]?\d|\s*\Z)")
_NAME = (
    r"(?P<name>[A-ZÀ-Þ][\w’'&-]{1,30}(?:[ ,]{1,2}(?:(?:de|di|da|du|la|of|am|an|der) )?[A-ZÀ-Þ\d][\w.’'&-]{0,30}){0,5})"
)
# "TRIMA-2 ours, not shared": cells that blanks alone part, in a table of data of which some are public.
_PLAIN_CELLS = late(
    rf"{_NAME.replace('{0,5}', '{0,5}?')} (?P<own>(?i:ours|our own|own|in-?house|private|local|not shared"
    r"|(?:collected|recorded|acquired|gathered|scanned) by (?:us|the authors)))(?=,|;| [\d–-]| *\Z)"
)
_IN_BRACKETS = late(rf"{_NAME} \((?:ours|our own|own|in-?house|private|local)\)")
_FIRST_NAME = late(_NAME)
_OF_DATA = late(
    r"\b(?:data(?: ?sets?)?|sets?|cohorts?|sources?|collections?|sites?|archives?|registr(?:y|ies)|access)\b",
    re.IGNORECASE,
)
_SHARED = late(
    r"\b(?:public(?:ly)?|open|external|on request|up?on application|free|restricted|shared)\b", re.IGNORECASE
)
# "TRIMA-2 (collected by us)", a label of a figure.
_GATHERED = late(
    r"(?:collected|recorded|acquired|gathered|scanned|taken|imaged|filmed) (?:by|at) (?:us|our \w+|the authors)"
    r"|(?:our|own|in-?house) (?:data(?: ?set)?|cohort|films|scans|images|patients|recordings)"
    r"|(?:our|own) (?:scanner|mammograph|magnet|microscope|camera|unit|ward|clinic|hospital|cent(?:re|er)|lab"
    r"|laboratory|site|station|van|bus|practice|device|archive)s?\b"
    r"|we (?:collect|record|acquire|gather|scan|film|keep|run)(?:ed)?\b",
    re.IGNORECASE,
)
# "Scanner 1 (Lysvik, own)", "Test set (ours, Lysvik)": a place in brackets behind what has one.
_WHOSE_IN = r"(?i:our own|ours|own|in-?house|home|local)"
_IN_BRACKET = late(
    r"(?i:sites?|scanners?|cent(?:re|er)s?|hospitals?|clinics?|wards?|cohorts?|sources?|domains?|sets?|data|images|films|scans"
    rf"|clients?|nodes?|servers?|devices?|readers?)(?: (?:[A-Z]|\d{{1,2}}))? ?\((?:{_WHOSE_IN}[,;:] ?{_NAME}"
    rf"|{_NAME.replace('<name>', '<first>')}[,;:] ?{_WHOSE_IN})\)"
)
# What only data are called, and what methods are called as well.
_DATA = late(rf"(?<![\w-]){any_of('own_labels', 'own_data')}(?![\w-])", re.IGNORECASE)
_BEHIND = late(rf"{_NAME} ?\((?P<own>[^()]{{3,60}})\)")
_BEFORE = late(r"(?P<own>[^(),:;]{3,40}?)(?: ?[,:;–—] | ?\()(?P<rest>[^()]{2,60})\)?")
_WHOSE = late(r"(?:this (?:work|study|paper)|ours|our own|authors|new|own)\b", re.IGNORECASE)
_LETTERS = late(r"[A-ZÀ-Þ]{3,6}")
# A figure's legend, of which one place is the public's.
_EQUAL = late(
    r"\b(?i:site|cent(?:re|er)|hospital|cohort|source|domain|standort|centro|sitio)s? (?:[A-Z]|\d{1,2}|[IV]{1,3})"
    r" ?[=:] ?(?P<name>[A-ZÀ-Þ][\w’'-]{3,30})(?=[,;)]|\s*\Z)"
)
_PUBLIC = late(r"[=:] ?(?:public|external|open|öffentlich|publi[ck]\w{0,2}|öppen|åpen)\b", re.IGNORECASE)
# "Lysvik (home)": in a figure, a place.
_HOME = late(rf"\b(?:at|in|from) {_NAME} \((?:home|own|ours|local|in-house)\)")
_MARK = late(r"(?P<mark>[*†‡§¶#]|\([a-e]\)|(?<=[^\W\d_])[¹²³ᵃᵇᶜ])")
_HOUSE = late(any_of("own_labels", "houses_abroad"), re.IGNORECASE)
# What networks and losses are called, of which "in-house" says little.
_METHOD = late(rf"{any_of('own_labels', 'method_ends')}s?\d{{0,3}}\Z", re.IGNORECASE)
_TERMS = ("diseases", "modalities")
_PARTS = late(r"[;,:()]")
_MOST_WORDS = 7
# The lines behind a row in which its note is looked for.
_MOST_LINES = 200
# "Sites of our multicentre cohort", "Hospitals of our network".
_OWN_SET = late(rf"\bour (?:[a-z-]{{3,20}} ){{0,2}}{any_of('own_labels', 'own_sets')}\b", re.IGNORECASE)
# "Site (own recruitment)", "Our hospitals": over a column, of all that stands in it.
_PLACES = r"(?:sites?|cent(?:re|er)s?|hospitals?|clinics?|units?|wards?|practices|recruit(?:ment|ing \w+))"
_OWN_COLUMN = late(
    rf"\A\W*(?:{_PLACES} \((?:our|own|ours|in-?house|home)(?: \w+)?\)|(?:our|own|home)(?: own)? {_PLACES})(?!\w)",
    re.IGNORECASE,
)
# Beside theirs, houses in the rows may be those of other sets.
_OTHERS = late(
    r"\b(?:public(?:ly)?|open|external|compar\w+|versus|vs|benchmarks?|challenge|published|earlier|previous|other|literature)\b",
    re.IGNORECASE,
)


def own_row(sentence: Sentence, printed: Callable[[], str]) -> str:
    """The data or house of the authors' own that a row of a table or a label of a figure names; or nothing.

    `printed` gives all that the paper prints, folded: what is named by letters there again is a term.
    """
    text = sentence.text.strip()
    if CITED.search(text) or is_placeholder(text):
        return ""
    if sentence.place == "figure":
        return _in_figure(text)
    head = _HEAD.match(text)
    if sentence.place != "table" or head is None:
        return ""
    found = _in_head(text if ")" in text and ")" not in head["head"] else head["head"], text, printed)
    if not found and (bracketed := _in_bracket(text)) and _is_proper(bracketed):
        return bracketed
    found = found or _beside_shared(sentence) or _at_mark(sentence)
    return found or _below_own_caption(sentence, head["head"]) or _in_own_column(sentence, head["head"])


def _in_own_column(sentence: Sentence, name: str) -> str:
    """The place that a row begins with where the head of its column calls the places the authors' own."""
    if not _is_proper(name) or CITED.search(name) or MASKED.search(name):
        return ""
    rows = table_of(sentence)
    own = bool(rows) and _OWN_COLUMN.match(rows[0].text) is not None
    return name if own and rows[0].text.strip() not in sentence.text else ""


def _below_own_caption(sentence: Sentence, head: str) -> str:
    """The house that a row begins with in a table of the places where the authors' own data come from."""
    house = " ".join(takewhile(lambda word: not _is_maker(word), head.split()))
    if not _names_house(house):
        return ""
    caption = caption_of(sentence)
    own = _OWN_SET.search(caption) or _DATA.search(caption)
    others = CITED.search(caption) or MASKED.search(caption) or _OTHERS.search(caption)
    if not own or others or any(is_collection(word.strip(".,;:()")) for word in caption.split()):
        return ""
    return house


def _beside_shared(sentence: Sentence) -> str:
    """What a row calls the authors' own in a table of data in which others are public."""
    text = sentence.text.strip()
    own = _PLAIN_CELLS.match(text) or _IN_BRACKETS.match(text)
    if own is None or not _is_proper(own["name"]):
        return ""
    rows = [line.text for line in table_of(sentence)]
    if any(map(_is_of_collection, rows)):
        return own["name"]
    of_data = any(map(_OF_DATA.search, rows[:2]))
    return own["name"] if of_data and any(map(_SHARED.search, rows)) else ""


def _is_of_collection(row: str) -> bool:
    """Whether a row is that of data that everybody has: methods do not stand beside it."""
    named = _FIRST_NAME.match(row.strip())
    return named is not None and is_collection(named["name"].split()[0])


def _in_head(head: str, text: str, printed: Callable[[], str]) -> str:
    named = _BEHIND.search(text) if "(" in head else None
    if named and (_DATA.search(named["own"]) or (_WHOSE.match(named["own"]) and is_institution(named["name"]))):
        return named["name"] if _is_proper(named["name"]) else ""
    own = _BEFORE.match(head)
    if own is None or _DATA.fullmatch(own["own"].strip()) is None:
        return ""
    rest = own["rest"].strip()
    if _is_proper(rest) and len(rest.split()) <= _MOST_WORDS and rest[:1].isupper():
        return rest
    letters = _LETTERS.fullmatch(rest)
    return rest if letters and _is_unknown(rest) and printed().count(fold(rest)) == 1 else ""


def _is_proper(name: str) -> bool:
    """Whether a name has a word of its own that no collection, device or term has."""
    if is_collection(name) or without_devices(name) != name or any(map(_is_maker, name.split())):
        return False
    if _METHOD.search(name):
        return False
    return any(not is_everybodys(word.title()) and not _is_term(word.upper()) for word in unheard(name, 4))


def _is_maker(word: str) -> bool:
    return fold(word) in listed("mentions", "makers")


def _is_unknown(letters: str) -> bool:
    return not _is_term(letters) and fold(letters) not in listed("code", "words", "technical")


def _is_term(letters: str) -> bool:
    """Whether a disease, a film or a method goes by these letters."""
    return any(letters in terms for terms in (technical(), *(listed("own_labels", key) for key in _TERMS)))


def _in_figure(text: str) -> str:
    own = _BEHIND.match(text) if "(" in text else None
    if own and _GATHERED.match(own["own"]):
        return own["name"] if _is_proper(own["name"]) else ""
    found = _EQUAL.search(text) if _PUBLIC.search(text) else None
    found = found or _HOME.search(text)
    name = found["name"] if found else _in_bracket(text)
    return name if name and _is_proper(name) else ""


def _in_bracket(text: str) -> str:
    found = _IN_BRACKET.search(text) if "(" in text else None
    return (found["name"] or found["first"]) if found else ""


def _at_mark(sentence: Sentence) -> str:
    """The house in the note to which the mark of an own row leads."""
    head = sentence.text[:60]
    if _DATA.search(head) is None or (mark := _MARK.search(head)) is None:
        return ""
    passage = sentence.passage
    at = passage.lines_of(sentence.start, sentence.end).start
    page = passage.refs[at].page
    for index in range(at + 1, min(at + _MOST_LINES, len(passage.lines))):
        if passage.refs[index].page != page:
            break
        note = passage.lines[index].text.strip()
        if note.startswith(mark["mark"]) and not CITED.search(note):
            return next(filter(_names_house, map(str.strip, _PARTS.split(note.lstrip(mark["mark"])))), "")
    return ""


def _names_house(part: str) -> bool:
    """Whether a part of a note is a house in any language with a name of its own."""
    words = part.split()
    if not 1 < len(words) <= _MOST_WORDS or not _is_proper(part):
        return False
    return is_institution(part) or any(_HOUSE.fullmatch(word.strip(".,")) for word in words)
