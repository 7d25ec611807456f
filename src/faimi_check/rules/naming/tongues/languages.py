"""Which sentences of a paper are in another language than English, and in which.

Most papers have none, and are not looked at further.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import msgspec

from faimi_check.model.paper import Paper
from faimi_check.model.text.passage import Passage
from faimi_check.rules.late import late
from faimi_check.rules.memory import once_a_paper
from faimi_check.rules.naming.text.prose import own_text
from faimi_check.rules.naming.text.sentences import Sentence, sentences
from faimi_check.rules.spotting import lowered, lowered_once
from faimi_check.rules.tables import listed, table

# Letters by which a language is known: Cyrillic, Arabic, Devanagari, kana, Chinese, Hangul; Greek stands in formulas.
_SCRIPTS = (
    ("ru", "\u0400", "\u052f"),
    ("ar", "\u0600", "\u06ff"),
    ("hi", "\u0900", "\u097f"),
    ("ja", "\u3041", "\u30ff"),
    ("zh", "\u3400", "\u9fff"),
    ("ko", "\uac00", "\ud7af"),
)
_FIRST = "\u0400"
# Languages that share a script with a greater one, and letters that only they have.
_BESIDE = {"ru": ("uk", frozenset("іїєґ")), "ar": ("fa", frozenset("پچژگکی"))}
# In Japanese, Chinese signs stand beside kana; some signs alone are a word in an English sentence.
_JOINED = ("zh", "ja", "ko")
# Scripts with a full stop of their own.
_ENDED = (*_JOINED, "hi")
_FEWEST_JOINED, _FEWEST_LETTERS, _FEWEST_KANA = 4, 8, 2
# From so many words on a paper or a sentence is in a language, or fewer where a sentence has no English ones.
_ENOUGH, _LONG, _MOST_TIED = 2, 5, 3
# Shorter words than these are of formulas and units.
_SHORT = 2
_ENGLISH = frozenset(
    (
        *("the", "of", "and", "is", "are", "was", "were", "from", "with", "by", "that", "this", "these", "our", "we"),
        *("which", "for", "to", "has", "have"),
    )
)
# A sentence does not go on over more abbreviations than these.
_MOST_JOINED = 3
# Parts of a sentence that may be in another language than the rest.
_BRACKETED, _BRACKETS_APART, _FEWEST_WOVEN = re.compile(r"[^();]{8,400}"), re.compile(r"[(;]"), 5
_MARKS = '.,:;()[]“”"„«»!?'
_LETTER = re.compile(r"[^\W\d_]+")
_JOINED_END = late("(?<=[。！？!?；।])")
_JOINED_LETTER = "[\u3000-\u30ff\u3400-\u9fff]"
_BLANK = late(rf"(?<={_JOINED_LETTER})\s+(?=[\[(]?{_JOINED_LETTER})|(?<={_JOINED_LETTER})\s+(?=\[)")
_WIDE = str.maketrans("（）：，；［］【】！？／・", "():,;[][]!?/・")


class Foreign(msgspec.Struct, frozen=True):
    """A sentence, or the part of one, in one of these languages; `wholes` are the paper's sentences that it makes
    up."""

    sentence: Sentence
    wholes: tuple[Sentence, ...]
    tongues: tuple[str, ...]

    @property
    def text(self) -> str:
        """What it says, its marks as they stand in every script, and without blanks where lines were broken."""
        return plain(self.sentence.text) if self.is_joined else self.sentence.text

    @property
    def is_joined(self) -> bool:
        """Whether it is written without blanks between words."""
        return self.tongues[0] in _JOINED


def plain(text: str) -> str:
    """A text of Chinese or Japanese with narrow marks and without blanks between signs."""
    return _BLANK.sub("", text.translate(_WIDE))


@once_a_paper
def foreign(paper: Paper) -> tuple[Foreign, ...]:
    """The sentences that are not in English, in reading order."""
    if not any(map(_may_be_foreign, own_text(paper))):
        return ()
    return tuple(part for group in _unbroken(sentences(paper)) for part in _parts(group))


def _may_be_foreign(passage: Passage) -> bool:
    text = passage.text
    if not text.isascii() and any(letter >= _FIRST and _script(letter) for letter in set(text)):
        return True
    words = {word if word.isalpha() else word.strip(_MARKS) for word in set(lowered(text).split())}
    if words.isdisjoint(_any_words()):
        return False
    always = listed("tongue_words", "always")
    return not words.isdisjoint(always) or any(_are_enough(words & known) for known in _words().values())


def _are_enough(found: set[str]) -> bool:
    """Whether these words of one language may make a sentence: a long one, one with a letter of its own, or two."""
    return len(found) >= _ENOUGH or any(len(word) >= _LONG or not word.isascii() for word in found)


def _unbroken(said: tuple[Sentence, ...]) -> Iterator[tuple[Sentence, ...]]:
    """Each sentence, with the next one where only an abbreviation parts them: "grantem č. NV19", "la Dra. Olabe"."""
    group: list[Sentence] = []
    for one in said:
        if group and (len(group) == _MOST_JOINED or not _goes_on(group[-1], one)):
            yield tuple(group)
            group = []
        group.append(one)
    if group:
        yield tuple(group)


def _goes_on(before: Sentence, one: Sentence) -> bool:
    return before.passage is one.passage and before.end == one.start and _is_abbreviated(before.text)


def _parts(group: tuple[Sentence, ...]) -> Iterator[Foreign]:
    first = group[0]
    one = first if len(group) == 1 else Sentence(first.passage, first.start, group[-1].end, first.place)
    text = one.text
    if text.isascii() or not any(_script(letter) in _ENDED for letter in set(text)):
        tongues = tongues_of(text)
        if tongues:
            yield Foreign(one, group, tongues)
        else:
            yield from _woven(one, text)
        return
    start = one.start
    for part in _JOINED_END.split(text):
        tongues = tongues_of(part)
        if tongues:
            yield Foreign(Sentence(one.passage, start, start + len(part), one.place), group, tongues)
        start += len(part)


def _woven(one: Sentence, text: str) -> Iterator[Foreign]:
    """Parts of an English sentence in another language, in brackets or beside a semicolon; the whole stays English."""
    if not _BRACKETS_APART.search(text):
        return
    for part in _BRACKETED.finditer(text):
        if len(part[0].split()) >= _FEWEST_WOVEN and (tongues := tongues_of(part[0])):
            start = one.start + part.start()
            yield Foreign(Sentence(one.passage, start, start + len(part[0]), one.place), (), tongues)


def _is_abbreviated(text: str) -> bool:
    """Whether a text ends with an abbreviation that stands before a number or a name in other languages."""
    last = text.rstrip().rpartition(" ")[2]
    bare = last[:-1].lstrip("(")
    return last.endswith(".") and (len(bare) == 1 or lowered_once(bare) in listed("tongues", "all", "abbreviations"))


def tongues_of(text: str) -> tuple[str, ...]:
    """The languages that a sentence may be in, none if that is English; the likeliest alone unless they are alike."""
    # An acronym is no word: DLA, UNA, PRImA.
    printed = [word for word in _LETTER.findall(text) if len(word) == 1 or word[1:] == word[1:].lower()]
    words = [lowered_once(word) for word in printed]
    script = "" if text.isascii() else _script_of(text)
    if not script and _any_words().isdisjoint(words):
        return ()
    if script and script not in _JOINED and _is_in_latin(printed):
        return ()
    english = sum(word in _ENGLISH for word in words)
    if script:
        # Japanese may do without kana in a short line.
        return () if english >= _ENOUGH else ("zh", "ja") if script == "zh" else (_beside(script, text),)
    # Words with a capital inside of a sentence are names, but for German nouns.
    small = [word for at, word in enumerate(words) if at == 0 or word == printed[at]]
    counts = {
        name: sum(word in known for word in (words if name == "de" else small)) for name, known in _words().items()
    }
    best = max(counts.values())
    if not best or best <= english or (best < _ENOUGH and english):
        return ()
    return tuple(name for name, count in counts.items() if count == best)[:_MOST_TIED]


def _is_in_latin(printed: list[str]) -> bool:
    """Whether a sentence has but a name in another script: "The second author (Ида Люнгбю) drew them"."""
    small = sum(word.isascii() and word.islower() and len(word) > _SHORT for word in printed)
    return small > sum(not word.isascii() for word in printed)


def _beside(script: str, text: str) -> str:
    other, letters = _BESIDE.get(script, (script, frozenset()))
    return script if letters.isdisjoint(text.lower()) else other


def _script_of(text: str) -> str:
    counts: dict[str, int] = {}
    for letter in text:
        script = _script(letter)
        if script:
            counts[script] = counts.get(script, 0) + 1
    if counts.get("ja", 0) >= _FEWEST_KANA:
        return "ja"
    best = max(counts, key=lambda name: counts[name], default="")
    if not best:
        return ""
    return best if counts[best] >= (_FEWEST_JOINED if best in _JOINED else _FEWEST_LETTERS) else ""


def _script(letter: str) -> str:
    return next((name for name, first, last in _SCRIPTS if first <= letter <= last), "")


@cache
def _words() -> dict[str, frozenset[str]]:
    return {name: listed("tongue_words", name) for name in table("tongue_words") if name != "always"}


@cache
def _any_words() -> frozenset[str]:
    return listed("tongue_words", "always").union(*_words().values())
