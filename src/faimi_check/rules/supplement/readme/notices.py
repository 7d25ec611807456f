"""Notices of codecs and programs, which name their own makers: "x264 is (c) 2003-2022 the x264 project, written by ...,
GPL", "Bugs go to x264-devel@videolan.org"."""

from __future__ import annotations

import re
from functools import cache
from itertools import islice

from faimi_check.rules.late import late
from faimi_check.rules.naming.identity.link_class import parse
from faimi_check.rules.supplement.readme.claims import named_in
from faimi_check.rules.tables import any_of, any_word, table

# A line that begins in small letters goes on with the sentence before it, and so does what follows a comma.
_END = late(r"(?<=[.!?;])\s+|(?<!,)\n(?![a-zà-ÿ])")
_COPYRIGHT = r"(?:\(c\)|©|\bcopyright\b)"
_SAYS_WHOSE = late(rf"{_COPYRIGHT}|{any_of('readmes', 'made_by')}", re.IGNORECASE)
_FREE = late(any_of("readmes", "licences"))
# What authors publish for a review is of one year: programs are of many.
_YEARS = late(rf"{_COPYRIGHT}(?:\s?\(c\))?\W{{0,3}}(?:19|20)\d\d\s?[-–,]\s?(?:(?:19|20)?\d\d|present)", re.IGNORECASE)
# "The MP3 licences of X and Y ran out", "patents of X cover H.264"; but not "videos (H.264), licence: X".
_RIGHTS, _SOUND = (
    late(any_of("readmes", "rights"), re.IGNORECASE),
    late(any_of("readmes", "sound_codecs"), re.IGNORECASE),
)
_OWN = late(rf"{any_of('readmes', 'own_work')}|\b{any_of('readmes', 'nouns')}s?\b", re.IGNORECASE)
_SIGNS = ("(c)", "©", "copyright", "gpl", "licen", "lizen", "bsd", "patent", "royalt", "brevet")
_MOST, _LONGEST, _NEAR, _FEW = 500, 1_500, 30, 5


def without_notices(text: str) -> str:
    """The text with blanks for the sentences in which a codec or a player says whose it is and how it may be used."""
    folded = text.casefold()
    if not any(sign in folded for sign in _SIGNS):
        return text
    kept, last = [], 0
    ends = [(found.start(), found.end()) for found in islice(_END.finditer(text), _MOST)]
    for start, end in zip([0, *(end for _, end in ends)], [*(start for start, _ in ends), len(text)], strict=True):
        if _is_notice(text[start : min(end, start + _LONGEST)]):
            kept += [text[last:start], re.sub(r"[^\n]", " ", text[start:end])]
            last = end
    return "".join(kept) + text[last:]


def _is_notice(sentence: str) -> bool:
    """Whether a sentence names a codec or a player, then whose it is, and a licence or years that no submission has; or
    who has rights in it."""
    if _tells_rights(sentence):
        return True
    whose = _SAYS_WHOSE.search(sentence)
    if whose is None or not (named_in(sentence[: whose.start()]) or _players().search(sentence, 0, whose.start())):
        return False
    return bool(_FREE.search(sentence) or _YEARS.search(sentence))


def _tells_rights(sentence: str) -> bool:
    """Whether a sentence speaks of rights in a codec, and of nothing of the authors' own."""
    for right in islice(_RIGHTS.finditer(sentence), _FEW):
        around = sentence[max(0, right.start() - _NEAR) : right.end() + _NEAR]
        if (_SOUND.search(around) or named_in(around)) and not _OWN.search(sentence):
            return True
    return False


def is_makers_address(address: str) -> bool:
    """Whether an e-mail address is a list or an office of those who make a codec: x264-devel@videolan.org."""
    local, _, domain = address.casefold().partition("@")
    sources = table("codecs")["sources"]
    host = parse(domain).host
    if not any(host == known or host.endswith("." + known) for known in sources["hosts"]):
        return False
    parts = set(re.split(r"[^a-z0-9]+", local))
    offices = {*table("domains")["role_locals"], *table("readmes")["lists"]}
    return not parts.isdisjoint(offices) or any(word in local for word in sources["words"])


@cache
def _players() -> re.Pattern[str]:
    return late(rf"(?<![a-z0-9])(?:lib)?{any_word('codecs', 'sources', 'words')}(?![a-z0-9])", re.IGNORECASE)
