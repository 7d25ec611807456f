"""Names in sentences of other languages: by their capitals, or by what stands round them where letters have none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from faimi_check.rules.late import late
from faimi_check.rules.naming.identity import is_placeholder
from faimi_check.rules.naming.people.file_names import is_given_name
from faimi_check.rules.naming.people.file_words import is_nobodys
from faimi_check.rules.naming.tongues.joined_names import joined_house, joined_person, joined_thanked
from faimi_check.rules.naming.tongues.wording import WHOLE, find, part, shared
from faimi_check.rules.spotting import lowered_once

# "dell'Ospedale", "l'Institut": what is elided is no part of the name.
_TOKEN = re.compile(r"(?:[dlDL]|[dnasDNAS]?[eauEAU]ll)['’](?=[^\W\d_])|[^\W\d_][\w’'-]*\.?")
_BETWEEN = re.compile(
    r" (?:(?:de|del|della|di|da|do|dos|das|du|des|van|von|der|den|ten|bin) (?:la |las |los |den |der |het )?)?\Z"
)
_TO_NAME = late(r"[\s,:;(/–—-]{0,4}(?:(?:ist|est|es|è|é|is|är|er|jest|je|este|on|είναι) )?\Z")
_QUOTE = late(r"[“\"„«「『‘'《]([^“”\"„«»「」『』《》]{1,30})[”\"“»」』’'》]")
# One or two words in small letters, as "yliopistollisessa sairaalassa".
_SMALL_WORDS = late(r"(?: [^\W\d_]{3,24}){1,2}")
_INSIDE = late(r"[^\W\d_]|[(:,–-]")
_LOWER = late(r"[^\W\d_]+")
_IN = late(r" (?:\w{1,3}\.?|della|στην?|им\.|имени|імені|свят\w{2,3}|svat\w{1,3}|świętego) ")
_SHORTEST_ACRONYM = 3
_INITIAL = 2
# A name stands this near to a role.
_REACH = 90


class Run(NamedTuple):
    """Words with capitals that stand together, and the stretch of text that holds them."""

    words: tuple[str, ...]
    start: int
    end: int

    def name_in(self, text: str) -> str:
        """The name as it is printed, small words included."""
        return text[self.start : self.end].rstrip(".")


def runs(text: str) -> Iterator[Run]:
    """The capitalised words of a text, as they stand together."""
    words: list[str] = []
    start = end = 0
    for token in _TOKEN.finditer(text):
        if not token[0][0].isupper():
            continue
        if words and not (text[end : token.start()] == " " or _BETWEEN.match(text[end : token.start()])):
            yield Run(tuple(words), start, end)
            words = []
        start = start if words else token.start()
        words.append(token[0])
        end = token.end()
        # A full stop behind a word that is no initial or title ends a sentence.
        if token[0].endswith(".") and len(token[0]) > _INITIAL + 3:
            yield Run(tuple(words), start, end)
            words = []
    if words:
        yield Run(tuple(words), start, end)


def names_nobody(word: str) -> bool:
    """Whether a word is what houses, departments and machines are called everywhere."""
    return _nameless().match(lowered_once(word)) is not None


@cache
def _nameless() -> re.Pattern[str]:
    return late(shared("nameless"))


def is_personal(run: Run, tongue: str, text: str) -> bool:
    """Whether a run is a person's name: two words, or one behind a title, none of which a house is called by."""
    titled, words = _without_title(run, tongue, text)
    if not words or any(names_nobody(word) for word in words) or is_placeholder(" ".join(words)):
        return False
    if any(find(tongue, "house").fullmatch(lowered_once(word)) for word in words):
        return False
    # In German, every noun has a capital.
    return titled or (len(words) > 1 and (tongue != "de" or is_given_name(words[0].strip("."))))


def _without_title(run: Run, tongue: str, text: str) -> tuple[bool, list[str]]:
    words = list(run.words)
    titled = re.search(rf"(?<!\w){part(tongue, 'titles')}\s?\Z", lowered_once(text[: run.start])) is not None
    while words and re.fullmatch(part(tongue, "titles"), lowered_once(words[0])):
        titled = True
        words.pop(0)
    # "Den Kolleginnen Imke Wattjes und": no "Studenten der Informatik".
    adjacent = len(words) > _INITIAL and text[run.start : run.end].endswith(" ".join(words))
    if adjacent and re.fullmatch(part(tongue, "kin"), lowered_once(words[0])):
        return True, words[1:]
    return titled, words


def person_at(tongue: str, text: str, start: int, end: int) -> str:
    """The person who has a role that stands at this place, named right behind or before it."""
    if tongue in WHOLE:
        return joined_person(tongue, text[end : end + _REACH])
    behind = text[end : end + _REACH]
    for run in runs(behind):
        titles = re.sub(rf"(?<!\w){part(tongue, 'titles')}", "", lowered_once(behind[: run.start]))
        if _TO_NAME.match(titles) and (_is_named(run, tongue, behind)):
            return " ".join(_without_title(run, tongue, behind)[1]).rstrip(".")
        break
    before = text[max(0, start - _REACH) : start]
    for run in runs(before):
        gap = before[run.end :]
        if re.fullmatch(r",? \(?(?:\w{1,4} )?", gap) and len(run.words) > 1 and is_personal(run, tongue, before):
            return run.name_in(text)
    return ""


def _is_named(run: Run, tongue: str, text: str) -> bool:
    """Behind a role two words are a name in every language, unless one of them is what houses are called by."""
    titled, words = _without_title(run, tongue, text)
    if any(names_nobody(word) for word in words) or is_placeholder(" ".join(words)):
        return False
    return titled or len(words) > 1


def thanked(tongue: str, text: str) -> str:
    """The person whom a sentence of thanks names."""
    if tongue in WHOLE:
        return joined_thanked(tongue, text)
    thanks = find(tongue, "thanks").search(lowered_once(text))
    parts = (text[thanks.end() :], text[: thanks.start()]) if thanks else (text,)
    for each in parts:
        for run in runs(each):
            if is_personal(run, tongue, each):
                return " ".join(_without_title(run, tongue, each)[1]).rstrip(".")
    return ""


def label(text: str) -> str:
    """What a thing is called there: a word in quotation marks, an acronym or a word with capitals inside."""
    quoted = _QUOTE.search(text)
    if quoted:
        return quoted[1]
    for token in _TOKEN.finditer(text):
        word = token[0].rstrip(".")
        if _is_label(word) and not names_nobody(word):
            return word
    return ""


def _is_label(word: str) -> bool:
    """Whether a word is an acronym, or has a capital inside and is no known tool or set of data."""
    if is_nobodys(word):
        return False
    inside = any(letter.isupper() for letter in word[1:]) and word[-1].islower() and "-" not in word
    return inside or sum(letter.isupper() for letter in word) >= _SHORTEST_ACRONYM


def house_in(tongue: str, text: str, *, placed: bool = False, inside: bool = False) -> str:
    """The house that a text names: a run of capitals with a word for houses and one that is not for all.

    Where the text is sure to speak of one house, its place may name it as well: `placed` takes "Klinik in Tremmen".
    `inside` says that no sentence begins with the text.
    """
    if tongue in WHOLE:
        found = joined_house(tongue).search(text)
        return found[0].strip() if found else ""
    housed: Run | None = None
    for run in runs(text):
        if placed and housed and _IN.fullmatch(text[housed.end : run.start]) and not names_nobody(run.words[0]):
            return text[housed.start : run.end].rstrip(".")
        small = [re.split("['’]", lowered_once(word))[0].rstrip(".") for word in run.words]
        houses = {word for word in small if find(tongue, "house").fullmatch(word.rpartition("-")[2])}
        # "Lorenz-Stiftung" is a name by itself.
        if any("-" in word for word in houses) or (houses and any(map(_may_name, set(small) - houses))):
            return _without_opening(run, text)
        behind = _small_house(tongue, text, run, inside=inside)
        if behind:
            return behind
        housed = run if houses else None
    return _long_house(tongue, text)


def _small_house(tongue: str, text: str, run: Run, *, inside: bool) -> str:
    """A house whose name stands before a word for it in small letters: "Granviks sjukhus"; no sentence's first word."""
    alone = not inside and len(run.words) == 1 and not _INSIDE.search(text, 0, run.start)
    if tongue == "de" or alone or not any(_may_name(lowered_once(word)) for word in run.words):
        return ""
    words = _SMALL_WORDS.match(text, run.end)
    for word in _LOWER.finditer(words[0]) if words else ():
        if find(tongue, "house").fullmatch(word[0]):
            return text[run.start + len(run.name_in(text)) - len(_without_opening(run, text)) : run.end + word.end()]
    return ""


def _without_opening(run: Run, text: str) -> str:
    """A name without the small word that opens its sentence: "Am Klinikum Osterwald"."""
    name = run.name_in(text)
    first, _, rest = name.partition(" ")
    return rest if rest and run.start == 0 and len(first) <= _INITIAL + 1 and not first.isupper() else name


def _long_house(tongue: str, text: str) -> str:
    """A house that a word in small letters, or several words, say what it is: "nemocnice Kamenec", "Bệnh viện Sông"."""
    for house in find(tongue, "house").finditer(lowered_once(text)):
        start, end = house.span()
        whole = not text[start - 1 : start].isalnum() and not text[end : end + 1].isalnum()
        run = next(runs(text[end:]), None) if whole and (" " in house[0] or text[start].islower()) else None
        if run is None or (tongue == "de" and " " not in house[0]):
            continue
        gap = text[end : end + run.start]
        if (gap == " " or _BETWEEN.match(gap)) and any(_may_name(lowered_once(word)) for word in run.words):
            return text[start : end + run.end].rstrip(".")
    return ""


def _may_name(word: str) -> bool:
    return len(word) > 1 and not names_nobody(word)
