"""Names in scripts that have no capitals, by what stands round them: Arabic, Chinese, Devanagari, Japanese, Korean."""

from __future__ import annotations

import re
from functools import cache

from faimi_check.rules.late import late
from faimi_check.rules.naming.people.han_names import han_name
from faimi_check.rules.naming.tongues.wording import part
from faimi_check.rules.tables import table

# A person's name is a few signs long.
_HAN = "\u3400-\u9fff々"
_KANA = "\u3041-\u30ff"
# Letters of scripts that part words by blanks; to vowels of Devanagari, \w does not apply.
_LETTERS = {
    "ar": "[\u0621-\u064a]",
    "fa": "[\u0621-\u064a\u067e-\u06d3\u200c]",
    "hi": "[\u0900-\u0963\u0970-\u097f]",
}


@cache
def _joined_person(tongue: str) -> re.Pattern[str]:
    nobody = part(tongue, "nobody")
    if tongue == "zh":
        return late(rf"(?:[:,、(/ ]|是|为){{0,2}}(?!{nobody})(?P<name>{han_name().pattern})")
    if tongue == "ja":
        # "放射線科医三名": who somebody is, or how many, is no name.
        nobody = rf"{nobody}|[^\s(),]{{0,8}}(?:[科医師者]|[一二三四五六七八九十数]名)"
        name = rf"(?P<name>[{_HAN}]{{1,4}} ?[{_HAN}{_KANA}]{{1,5}}?)"
        return late(
            rf"(?:[:/・、(]|は|の){{1,2}} ?(?!{nobody}){name}(?=[\s(),、。;/]|$|[はが]|です|である|博士|教授|医師)"
        )
    if tongue == "ko":
        name = rf"(?P<name>[{table('person_names')['korean_surnames']}][\uac00-\ud7af]{{2}})"
        return late(rf"(?:[:,(/ ]|은|는|이|가|인){{1,3}}(?!{nobody}){name}(?![\uac00-\ud7af]{{3}})")
    letter = _LETTERS[tongue]
    return late(rf"[\s:،,]{{1,3}}(?!{nobody})(?P<name>{letter}{{2,12}} {letter}{{2,14}})")


def joined_person(tongue: str, text: str) -> str:
    """The person whom a text names that follows a role."""
    found = _joined_person(tongue).match(text)
    return found["name"] if found else ""


@cache
def _thanked(tongue: str) -> tuple[re.Pattern[str], ...]:
    nobody, titles, thanks = (part(tongue, key) for key in ("nobody", "titles", "thanks"))
    if tongue == "zh":
        name = rf"(?!{nobody})(?P<name>{han_name().pattern})"
        return (
            late(rf"{thanks}[^。;]{{0,30}}?{name}{titles}"),
            late(rf"(?:向|对|蒙){name}{titles}?[^。;]{{0,30}}{thanks}"),
            late(rf"{thanks}(?:了)?{name}(?<![省市县州校院司])(?=对|为|在|提供|的|、|和|与|,|。|$)"),
        )
    if tongue == "ja":
        name = rf"(?<![{_HAN}{_KANA}])(?!{nobody})(?P<name>[{_HAN}]{{1,6}}(?: [{_HAN}]{{1,3}})?)(?<![学科部所院員者])"
        return (late(rf"(?:(?<=[、,。のるにたと])|^){name.split(')', 1)[1]} ?{titles}[^。]{{0,80}}{thanks}"),)
    if tongue == "ko":
        surname = f"[{table('person_names')['korean_surnames']}]"
        name = rf"(?<![\uac00-\ud7af])(?!{nobody})(?P<name>{surname}[\uac00-\ud7af]{{1,2}})"
        return (late(rf"{name} ?{titles}[^.]{{0,80}}{thanks}"),)
    letter = _LETTERS[tongue]
    name = rf"{titles} (?P<name>{letter}{{2,12}}(?: {letter}{{2,14}})?)"
    if tongue == "ar":
        return (late(rf"{thanks}[^.]{{0,30}}?{name}"),)
    # The verb comes last: "از دکتر ... سپاسگزاریم".
    return (late(rf"{name}[^.।]{{0,80}}{thanks}"),)


def joined_thanked(tongue: str, text: str) -> str:
    """The person whom a sentence of thanks names."""
    return next((found["name"] for each in _thanked(tongue) if (found := each.search(text))), "")


@cache
def joined_house(tongue: str) -> re.Pattern[str]:
    """A house that is called so, in languages without capitals."""
    house, letter = part(tongue, "house"), _LETTERS.get(tongue)
    if tongue == "hi":
        return late(rf"(?!{part(tongue, 'nobody')})(?:{letter}{{2,14}} ){{1,2}}{house}")
    if letter:
        return late(rf"{house} {letter}{{3,14}}(?: {letter}{{3,14}})?")
    return late(rf"(?!{part(tongue, 'nobody')})[\w々]{{2,20}}{house}")
