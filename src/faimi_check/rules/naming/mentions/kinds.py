"""The kind of a capitalised name: by its words, by the nouns beside it, by its shape."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from faimi_check.rules.late import late
from faimi_check.rules.naming.identity import fold
from faimi_check.rules.naming.mentions.everyones import institution_acronyms, known, ordinary, places, technical
from faimi_check.rules.naming.mentions.initials import UPPER
from faimi_check.rules.naming.mentions.kind import Kind
from faimi_check.rules.naming.people.file_names import is_given_name
from faimi_check.rules.naming.people.institution_names import is_institution, looks_institutional
from faimi_check.rules.naming.people.names import is_person
from faimi_check.rules.naming.text.stems import is_everyday
from faimi_check.rules.tables import any_word, listed, table

_INITIAL = rf"{UPPER}\."
TITLED = re.compile(
    r"(?:Dr|Prof|Professor|Doctor|Mr|Mrs|Ms|Sister|Nurse|Frau|Herr|Mme|M|PD|Ing)\b\.?"
    r"(?: (?:Dr|med|rer|nat|ir)\b\.?){0,3} ?"
)
_SOCIETY = late(
    r"(?:(?:american|european|royal|international|world|national|north|german|french|british|canadian|asian|nordic) )+"
    r".{0,40}(?:college|society|association|organi[sz]ation|federation|academy|union|congress|agency|commission)\b"
)
# What a maker runs and people work at or are paid by.
_OF_ITS_OWN = frozenset({"research", "labs", "lab", "institute", "deepmind", "foundation", "stiftung", "fellowship"})
# "Seen here at the Royal Veterinary College": what is a society elsewhere is a place.
_HERE_AT = late(r"\b(?:here|us|we|our \w+) (?:at|in) (?:the )?$")
_LINKS = frozenset({"and", "of", "the", "at", "in", "site", "irb"})
_JOINED = late(r" (?:and|&|und|et|y) ")
# "ConvNeXt", "Swin-T", "ResNet50": products; "McDonald" and "DeLuca" are not.
_CODED = re.compile(r"(?<![\w’'-])(?!Mc|Mac|De|Di|La|Le|Van|O['’]|D['’])[A-Z][a-z]+[A-Z]|[^\W_]-[A-Z]\b|\d")
_INITIALED = late(rf"(?:{_INITIAL}[ -]?){{1,3}} ?(?:(?:van|von|de|der|den|da|di) ){{0,2}}{UPPER}[\w’'-]{{1,30}}")
# "Führung der Kanüle": before "der" a name has another small word, as in "van der Meer".
_GERMAN_OF = late(r"(?<!\bvan)(?<!\bvon)(?<!\bvd)(?<!\bop)(?<!\bin)(?<!\ban)(?<!\bauf)(?<!^) der [A-ZÄÖÜ]")
# "San Telmo del Valle".
_OF_SAINTS = late(
    r"(?:San|Santa|Santo|São|Saint|Sainte)[ -][A-ZÀ-Þ][\w’-]+ (?:de|del|de la|da|do|dos|d['’]|am|an der|of) ?[A-ZÀ-Þ]"
)
# Cells of a table's head: "All Readers Without India".
_BETWEEN = late(r"\b(?:With|Without|From|Between|Among|Under|Over|After|Before|During|Versus|Only|Both|Each|Than)\b")
_LETTERS = re.compile(r"[^\W\d_]+")
# How nouns and what describes them end, and nobody's name.
_OF_NOUNS = (
    *("ability", "ibility", "ological", "ology", "ologies", "isation", "ization", "isations", "izations", "ation"),
    *("ations", "ction", "ctions", "sions", "ivity", "ities", "istic", "istics", "ational", "encies", "ancies", "ism"),
)
_TITLE_BEFORE = late(r"\b(?:Dr|Prof|Mr|Mrs|Ms|Mme|Frau|Herr)\.? $")
_WORDS_AFTER = re.compile(r"[’']?s?[ -]([\w-]+)(?: ([\w-]+))?")
_WORD_BEFORE = re.compile(r"([\w-]{1,30}) (?:of |at |in |the |von |de |des |der )?$")
_TOKENS = late(r"[A-Za-z0-9]+")
# "Cape Town", "southern Sweden".
_TOWN = 2
_SHORTEST = 4
_JOINT = frozenset({"project", "projects", "consortium", "consortia", "collaboration", "action"})


# "All citizens of Lysvik", in no list of towns.
_TOWNSPEOPLE = late(
    r"\b(?:citizens|inhabitants|townspeople|townsfolk|villagers|schoolchildren|islanders|municipality|parish|commune"
    r"|village|township|borough|island|market town|port town|outskirts|suburbs?) of (?:the )?$"
)
_PEOPLE_REACH = 28
# "The saying ...": what stands there is told in another script.
_SAYING = late(
    rf"\b{any_word('mentions', 'sayings')}(?: (?:is|was|reads?|for|of|like|such as))? [“\"‘「『«]?$", re.IGNORECASE
)
_SAYING_REACH = 24
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")


class _Alone(NamedTuple):
    """What a name tells whatever stands beside it: folded words, a person's title before them, a kind if `settled`."""

    words: list[str]
    titled: bool
    everybodys: bool = False
    settled: bool = True
    kind: Kind | None = None


def kind_of(text: str, name: str, start: int, end: int, common: frozenset[str]) -> Kind | None:
    """The kind of a capitalised name at (start, end) of a text; None where it names nothing of anybody's."""
    if not name.isascii() and not _LATIN.search(name) and _SAYING.search(text, max(0, start - _SAYING_REACH), start):
        return None
    # "MHz", "Eq".
    if len(name) < _SHORTEST and name not in institution_acronyms() and name not in listed("funders", "acronyms"):
        return None
    alone = _by_itself(name)
    if alone.titled or _TITLE_BEFORE.search(text, max(0, start - 12), start):
        return Kind.PERSON
    if alone.everybodys and not _HERE_AT.search(text, max(0, start - 16), start):
        return None
    if alone.settled:
        return alone.kind
    kind = _by_noun(text, alone.words, start, end)
    if kind is None and _TOWNSPEOPLE.search(text, max(0, start - _PEOPLE_REACH), start) and not _CODED.search(name):
        kind = Kind.PLACE
    if (
        is_everyday(name)
        and kind is not Kind.EVENT
        and not (kind is Kind.PROJECT and _is_joint(text, name, start, end))
    ):
        return None
    return kind or _by_shape(name, alone.words, common)


@lru_cache(maxsize=4_096)
def _by_itself(name: str) -> _Alone:
    folded = fold(name)
    words = _LETTERS.findall(folded)
    titled = TITLED.match(name) is not None and len(words) > 1
    if name in institution_acronyms():
        return _Alone(words, titled, kind=Kind.INSTITUTION)
    if all(word in known() or word in _LINKS or len(word) == 1 for word in words):
        return _Alone(words, titled)
    if is_eponym(name):
        return _Alone(words, titled)
    everybodys = _is_everybodys(folded, words)
    if looks_institutional(name):
        kind = Kind.INSTITUTION if is_institution(name) and not _is_nameless(words) else None
        return _Alone(words, titled, everybodys, kind=kind)
    # "The hearing of the Final Project".
    if _funder(name, folded) and not (words[-1] in _JOINT and is_everyday(name)):
        return _Alone(words, titled, everybodys, kind=Kind.FUNDER)
    towns = all(part in places() for part in _JOINED.split(folded)) or _OF_SAINTS.match(name) is not None
    if towns or (words[-1] in places() and len(words) <= _TOWN):
        return _Alone(words, titled, everybodys, kind=Kind.PLACE)
    return _Alone(words, titled, everybodys, settled=False)


def _by_noun(text: str, words: list[str], start: int, end: int) -> Kind | None:
    """The kind that a name's last word or a noun beside it tells."""
    beside = _beside(text, start, end)
    # Most names have no such word.
    if words[-1] not in _all_nouns() and beside.isdisjoint(_all_nouns()):
        return None
    for kind, nouns in _nouns():
        if (words[-1] in nouns and not _is_nameless(words)) or beside & nouns:
            return kind
    return None


def _is_joint(text: str, name: str, start: int, end: int) -> bool:
    """Whether an acronym is that of something several houses do together: "the LUMARIS project"."""
    return len(name) > _SHORTEST and name.isupper() and not _beside(text, start, end).isdisjoint(_JOINT)


def _by_shape(name: str, words: list[str], common: frozenset[str]) -> Kind | None:
    """A person by the shape of the name, or a name of no known kind."""
    if _CODED.search(name):
        return Kind.NAME
    # "Cohort A".
    if len(words) > 1 and _is_nameless(words):
        return None
    if len(words) > 1 and words[-1] in listed("institutions", "house_ends") and _is_hospital(name, words, common):
        return Kind.INSTITUTION
    if all(_is_somebody(part, common) for part in _JOINED.split(name)):
        return Kind.PERSON
    if len(words) == 1 and (words[0] in common or words[0] in ordinary() or name in technical()):
        return None
    return Kind.NAME


def _is_hospital(name: str, words: list[str], common: frozenset[str]) -> bool:
    """Whether a name that ends as those of hospitals do is one: "Lysvik General", but not "Simple General"."""
    proper = not any(word in common or word in known() or is_everyday(word) for word in words[:-1])
    return proper and not _begins_as_people(name)


def _is_somebody(part: str, common: frozenset[str]) -> bool:
    """Whether it is shaped like a person's name: in full, or initials with a surname."""
    bare = TITLED.sub("", part, count=1)
    first, _, last = bare.rpartition(" ")
    # "The Belmont Report".
    if fold(last) in listed("mentions", "named_papers"):
        return False
    # "Sobel Filter", "Fleiss Kappa"; "Anna Prior" is somebody.
    if bare == part and fold(last) in listed("mentions", "eponym_nouns") and not _begins_as_people(first):
        return False
    if _GERMAN_OF.search(bare) or _BETWEEN.search(bare) or (bare == part and _is_a_term(bare)):
        return False
    return is_person(bare, common) or _INITIALED.fullmatch(bare) is not None


def _is_a_term(name: str) -> bool:
    """Whether words make it no person: "Limitations", "Wifi ADB", "Ring I"; somebody may be called "Ingrid LYNGBY"."""
    words = name.split()
    if words[-1] == "I" or any(fold(word).endswith(_OF_NOUNS) for word in words):
        return True
    capitals = [word for word in words if len(word) > 1 and word.isalpha() and word.isupper()]
    return 0 < len(capitals) < len(words) and not any(is_given_name(word) for word in words if word not in capitals)


def _begins_as_people(name: str) -> bool:
    return name[1:2] == "." or is_given_name(name.split(" ")[0])


def _is_nameless(words: list[str]) -> bool:
    """Whether a name is made of nouns alone: "IRB", "Hospital B", "Site A"."""
    nouns = _all_nouns()
    return all(word in nouns or word in ordinary() or len(word) == 1 or word in _LINKS for word in words)


def _is_everybodys(folded: str, words: list[str]) -> bool:
    """Whether it is a maker of scanners or programs, or a society whose guidelines anybody may quote."""
    data = table("mentions")
    if words[0] in data["makers"]:
        return not set(words) & _OF_ITS_OWN
    return _SOCIETY.match(folded) is not None


def _beside(text: str, start: int, end: int) -> frozenset[str]:
    """The two words right behind a name and the one before, folded."""
    after = _WORDS_AFTER.match(text, end, end + 50)
    before = _WORD_BEFORE.search(text, max(0, start - 30), start)
    words = [*(after.groups() if after else ()), *(before.groups() if before else ())]
    return frozenset(fold(word) for word in words if word)


@cache
def _nouns() -> tuple[tuple[Kind, frozenset[str]], ...]:
    data = table("mentions")["nouns"]
    return tuple((Kind(kind), frozenset(data[kind])) for kind in ("institution", "funder", "team", "event", "project"))


@cache
def _all_nouns() -> frozenset[str]:
    return frozenset().union(*(found for _, found in _nouns()))


def is_eponym(name: str) -> bool:
    """Whether it is something that is called after somebody: "a Stenvers-view film", "Giemsa-stained"."""
    return "-" in name and fold(name.rpartition("-")[2]) in listed("mentions", "eponym_nouns")


def names_a_thing(text: str, end: int) -> bool:
    """Whether a noun of such things stands right behind a name: "the Risser sign", "Passing-Bablok fits"."""
    behind = _WORDS_AFTER.match(text, end, end + 50)
    return behind is not None and text[end : end + 1] == " " and behind[1] in listed("mentions", "eponym_nouns")


def _funder(name: str, folded: str) -> bool:
    if not listed("funders", "acronyms").isdisjoint(_TOKENS.findall(name)):
        return True
    return " " in name and funder_words().search(folded) is not None


@cache
def funder_words() -> re.Pattern[str]:
    """A word of funders, in folded text."""
    return late(rf"(?<![\w-]){any_word('funders', 'words')}(?![\w-])")
