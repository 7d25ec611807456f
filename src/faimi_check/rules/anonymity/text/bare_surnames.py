"""Who did what, told by surnames alone: "Lyngby had the idea; Quiroga wrote the code"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from faimi_check.model.text.passage import Passage
from faimi_check.rules.late import late
from faimi_check.rules.naming.identity import fold
from faimi_check.rules.naming.identity.matter import stretches
from faimi_check.rules.naming.text.prose import CITED
from faimi_check.rules.naming.text.stems import is_everyday
from faimi_check.rules.tables import table

# By what it is seen that this paper is spoken of, and how far behind the deed.
_OWN_WORK = late(
    r"\b(?:the idea|(?:most|much|half|all|part) of (?:the (?:code|text|paper|writing)|Section)"
    r"|the (?:code|text|paper|manuscript|draft|server|scripts?|software|statistics|figures|experiments)"
    r"|Sections? \d|this (?:paper|text))\b"
)
_NEAR = 40
_SENTENCE, _STRETCH = 400, 200


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
