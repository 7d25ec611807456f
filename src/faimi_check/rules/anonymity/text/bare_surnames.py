"""Who did what, told by surnames alone or by capitals: "Lyngby had the idea; Quiroga wrote the code", "Idea: KO"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from faimi_check.model.text.passage import Passage
from faimi_check.rules.late import late
from faimi_check.rules.naming.identity import fold
from faimi_check.rules.naming.identity.matter import near, stretches, windows
from faimi_check.rules.naming.mentions.everyones import technical
from faimi_check.rules.naming.text.prose import CITED
from faimi_check.rules.naming.text.stems import is_everyday
from faimi_check.rules.needed import folded
from faimi_check.rules.tables import any_of, listed, table

# By what it is seen that this paper is spoken of, and how far behind the deed.
_OWN_WORK = late(
    r"\b(?:the idea|(?:most|much|half|all|part) of (?:the (?:code|text|paper|writing)|Section)"
    r"|the (?:code|text|paper|manuscript|draft|server|scripts?|software|statistics|figures|experiments)"
    r"|Sections? \d|this (?:paper|text))\b"
)
_NEAR = 40
_SENTENCE, _STRETCH = 400, 200
# "Idea: KO. Code: KO, LLV. Text: everyone."
_LETTERS = r"[A-ZÀ-Þ](?:[A-ZÀ-Þ]|v[A-Z]|d[A-Z]){1,3}"
_ROW = late(
    rf"(?<![\w-])(?i:{any_of('contributions', 'plain_roles')})(?: (?:of|and) (?:the )?[a-z]{{3,12}})?(?: ?[:–]|(?="
    rf" [A-Z]{{2}})) ?"
    rf"(?P<who>{_LETTERS}(?:(?:, | and | & |/){_LETTERS}){{0,6}}|everyone|everybody|all(?: authors)?)(?=[.,;]|$)"
)
_ROW_SIGNS = (
    *("ode:", "ode ", "dea:", "dea ", "ext:", "riting:", "abels:", "abel", "tatistics:", "raft:", "esign", "oncept"),
    "upervision:",
)
# "The five readers (GB, LH, TS)".
_READERS_BARE = late(rf"\b{any_of('contributions', 'readers')}\s?\((?P<who>{_LETTERS}(?:, {_LETTERS}){{2,8}})\)")
_BARE_SIGN, _LETTER_ROW = re.compile(r"s \([A-ZÀ-Þ]{2,3}, "), re.compile(r"[^\W\d_]{2,4}")
_CAPITALS, _ROW_GAP = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þvd]{1,3}"), 40
_WINDOW = 250
# "Initials changed for review", "not their real initials", "pseudonyms"; "unchanged" is none.
_CHANGED = any_of("contributions", "changed")
_CALLED = ("initials", "letters", "names", "abbreviations")
_LETTERS_OF = rf"(?:{'|'.join(_CALLED)})"
_RENAMED = late(
    rf"\b{_LETTERS_OF}\b(?:(?! not )[^.;()]){{0,30}}?\b{_CHANGED}\b|\b{_CHANGED} {_LETTERS_OF}\b"
    rf"|\bnot (?:the|their) (?:real|true|actual|own) {_LETTERS_OF}\b|\b(?:pseudonym|fake initials|false initials)",
    re.IGNORECASE,
)
_RENAMED_REACH = 120


@cache
def _deed() -> re.Pattern[str]:
    data = table("contributions")
    verbs = "|".join((*data["verbs"], *data["plain_verbs"]))
    # What stands before is looked at behind the first letter: a pattern that begins with one is found far quicker.
    who = r"[A-ZÀ-Þ](?<![\w.-][A-ZÀ-Þ])[^\W\d_A-Z]{2,20}(?:-[A-ZÀ-Þ][^\W\d_]{2,20})?"
    return late(rf"(?P<who>{who}) (?:{verbs})\b")


def surnames(text: str, common: frozenset[str]) -> tuple[str, ...]:
    """The capitalised words beside which a deed stands; `common` are words that the paper uses, which are no names."""
    found = dict.fromkeys(match["who"] for match in _deed().finditer(text))
    return tuple(name for name in found if fold(name) not in common and not is_everyday(name))


def divided(passage: Passage, common: frozenset[str]) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Sentences that say of two surnames at least what each did for the paper, with these."""
    text = passage.text
    deeds = (
        match.start() for match in _deed().finditer(text) if _OWN_WORK.search(text, match.end(), match.end() + _NEAR)
    )
    for start, end in stretches(deeds, 0, _STRETCH, len(text)):
        first = passage.sentence(start, start + 1, _SENTENCE)[0]
        last = min(passage.sentence(end - 1, end, _SENTENCE)[1], first + _SENTENCE)
        persons = surnames(text[first:last], common)
        if len(persons) > 1 and not CITED.search(text[first:last]):
            yield first, last, persons


def rows_of_initials(text: str) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Plain roles one after the other, each with capitals that abbreviate nothing: "Idea: KO. Code: KO, LLV."."""
    row: list[re.Match[str]] = []
    windows_of_roles = near(_ROW_SIGNS, text, _WINDOW, _WINDOW)
    found = [match for start, end in windows_of_roles for match in _ROW.finditer(text, start, end)]
    for match in (*found, None):
        if row and (match is None or match.start() - row[-1].end() > _ROW_GAP):
            letters = {one for each in row for one in _CAPITALS.findall(each["who"])}
            if len(row) > 1 and letters and _abbreviate_nothing(letters):
                yield row[0].start(), row[-1].end(), tuple(sorted(letters))
            row = []
        if match is not None:
            row.append(match)


def readers_by_letters(text: str) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Readers in brackets by capitals that abbreviate nothing."""
    for start, end in windows(_BARE_SIGN, text, 30, 80):
        for match in _READERS_BARE.finditer(text, start, end):
            letters = _LETTER_ROW.findall(match["who"])
            if len({*letters}) == len(letters) and _abbreviate_nothing(letters):
                yield (*match.span(), tuple(letters))


def are_renamed(text: str) -> bool:
    """Whether a text says of initials in it that they are not those of whom it speaks."""
    return _RENAMED.search(text) is not None


def where_renamed(text: str) -> Iterator[tuple[int, int]]:
    """Where a text says so."""
    for start, end in near((*_CALLED, "pseudonym"), folded(text), _RENAMED_REACH, _RENAMED_REACH):
        yield from (match.span() for match in _RENAMED.finditer(text, start, end))


def _abbreviate_nothing(letters: Iterable[str]) -> bool:
    return technical().isdisjoint(letters) and listed("contributions", "no_letters").isdisjoint(letters)
