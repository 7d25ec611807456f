"""Names and addresses that findings quote, and where another text says them again, however it is written there.

A text is compared word by word, without case, accents, soft hyphens and what stands between the words: so a name is
found in capitals, broken over lines, in an address and in a login.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from faimi_check.report.machines.harmless import harmless_words, titles_in

_WORD = re.compile("[^\\W_](?:[\u00ad\u200b-\u200d\u2060\u0300-\u036f]*[^\\W_])*[\u0300-\u036f]*")
_PIECE = re.compile(r"[^\W\d_]+|\d+")
_HUMPS = re.compile(r"(?<=[a-z\u00df-\u00ff])(?=[A-Z\u00c0-\u00de])")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060]")
_INITIAL = re.compile(r"(?:^|[^\w])[^\W\d_]\.$")
_YEAR = re.compile(r"(?:19|20)\d\d")
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"})
_SPELT_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"})
_GLUE = frozenset("@/\\._~-:")
# "long-tailed" and "note: ..." are words.
_GLUE_IN_PROSE = _GLUE - frozenset("-:")
_SENTENCE_ENDS = frozenset(".!?:;\n“”\"'(|")
_SHORTEST_INSIDE = 5
_LONGEST_KEY = 40
_QUOTED_WORDS = 4
_SHORT_QUOTE = 6
_LONGEST_NAME = 5


class Span(NamedTuple):
    """Where a text says a secret. `name` where it is a name or a stretch of a quote, not just a part of an address."""

    start: int
    end: int
    name: bool


class _Word(NamedTuple):
    start: int
    end: int
    raw: str
    key: str


class Secrets:
    """What was learned, to be looked for.

    `ordinary` are words that are no secret by themselves, in lower case; they may be somebody's name where they have a
    capital. `harmless` are none in any spelling.
    """

    def __init__(self, ordinary: Iterable[str] = (), harmless: Iterable[str] = ()) -> None:
        self._harmless = harmless_words().union(harmless)
        self._ordinary = self._harmless.union(ordinary)
        self._names: set[str] = set()
        self._parts: set[str] = set()
        self._as_written: set[str] = set()
        self._in_identifiers: set[str] = set()
        self._phrases: set[tuple[str, ...]] = set()
        self._lengths: set[int] = set()
        self._unspaced: set[str] = set()

    def learn(self, quote: str) -> None:
        """A text that identifies: its names, the parts of its addresses, and any four of its words in a row.

        The title of a reference names no author, nor does what follows it.
        """
        words = _words(quote)
        titles = list(titles_in(quote))
        if len(words) <= _SHORT_QUOTE:
            self._add_phrase(words)
        for first in range(len(words) - _QUOTED_WORDS + 1):
            self._add_phrase(words[first : first + _QUOTED_WORDS])
        run: list[_Word] = []
        for word in words:
            if any(start <= word.start < end for start, end in titles):
                run = []
                self._learn_parts(word, quote, _GLUE - {"-"})
                continue
            self._learn_word(word, quote, short=len(words) <= _SHORT_QUOTE)
            self._learn_parts(word, quote, _GLUE)
            named = word.raw[0].isupper() and word.key not in self._harmless
            run = [*run, word][-_LONGEST_NAME:] if named else []
            for first in range(len(run) - 1):
                self._add_phrase(run[first:])
            self._learn_ordinary(run, quote, short=len(words) <= _SHORT_QUOTE)

    def _add_phrase(self, words: list[_Word]) -> None:
        if len(words) > 1 and any(word.key not in self._harmless for word in words):
            self._phrases.add(tuple(word.key for word in words))
            self._lengths.add(len(words))

    def learn_name(self, name: str) -> None:
        """A name, and nothing but one."""
        self.learn(name)
        self._in_identifiers.update(word.key for word in _words(name) if word.key in self._ordinary)

    def _learn_ordinary(self, run: list[_Word], text: str, *, short: bool) -> None:
        """Ordinary words that are a surname here, as beside a first name or initials: in small letters, too, they may
        name a file or a login."""
        initial = bool(run) and _INITIAL.search(text[: run[0].start].rstrip()[-3:])
        if initial or (len(run) > 1 and (short or any(word.key not in self._ordinary for word in run))):
            self._in_identifiers.update(word.key for word in run if word.key in self._ordinary and len(word.key) > 2)

    def _learn_word(self, word: _Word, text: str, *, short: bool) -> None:
        capital, ordinary = word.raw[0].isupper(), word.key in self._ordinary
        first = _begins_sentence(text, word.start)
        if _is_unspaced(word.key):
            self._unspaced.add(word.key)
        elif capital and word.key not in self._harmless and (ordinary or len(word.key) < 3) and (short or not first):
            self._as_written.add(word.raw)
        elif capital and not ordinary and len(word.key) >= 3:
            sure = short or not (first or word.raw.isupper())
            (self._names if sure else self._parts).update(_spellings(word.raw))
        elif short and not ordinary and len(word.key) >= 3 and not word.key.isdecimal():
            self._names.update(_spellings(word.raw))

    def _learn_parts(self, word: _Word, text: str, glue: frozenset[str]) -> None:
        """What an address or an identifier is made of."""
        if _is_glued(text, word, glue) or any(sign.isdigit() for sign in word.key):
            pieces = [word.key, *_PIECE.findall(word.key), *map(_fold, _HUMPS.split(word.raw))]
            self._parts.update(
                piece
                for piece in pieces
                if len(piece) >= 4 and piece not in self._ordinary and not _YEAR.fullmatch(piece)
            )

    def find(self, text: str, *, wording: bool = False, identifier: bool = False) -> list[Span]:
        """Where the text says a secret, those that touch each other as one.

        Where it is `wording` of ours, a capital that begins a sentence does not make an ordinary word a name. An
        `identifier` is no sentence but the name of a file or a submission.
        """
        words = _words(text)
        named = [word for word in words if word.key in self._in_identifiers]
        glued = [word for word in named if identifier or _is_glued(text, word, _GLUE_IN_PROSE)]
        in_names = (Span(word.start, word.end, name=True) for word in glued)
        spans = sorted([*self._in_words(words, text, wording=wording), *self._in_rows(words), *in_names])
        joined: list[Span] = []
        for span in spans:
            if joined and not any(sign.isalnum() for sign in text[joined[-1].end : span.start]):
                last = joined[-1]
                joined[-1] = Span(last.start, max(last.end, span.end), last.name or span.name)
            else:
                joined.append(span)
        return joined

    def _in_words(self, words: list[_Word], text: str, *, wording: bool) -> Iterator[Span]:
        for word in words:
            name = self._holds(word.key, self._names) or self._shares_signs(word.key)
            if name or self._holds(word.key, self._parts) or self._is_written_so(word, text, wording=wording):
                yield Span(word.start, word.end, name)

    def _is_written_so(self, word: _Word, text: str, *, wording: bool) -> bool:
        if word.raw not in self._as_written:
            return False
        return not (wording and word.key in self._ordinary and _begins_sentence(text, word.start))

    def _shares_signs(self, key: str) -> bool:
        return _is_unspaced(key) and any(key in known or known in key for known in self._unspaced)

    def _in_rows(self, words: list[_Word]) -> Iterator[Span]:
        """Phrases, and words that a line's end has broken."""
        keys = [word.key for word in words]
        for first in range(len(words)):
            for length in self._lengths:
                if first + length <= len(words) and tuple(keys[first : first + length]) in self._phrases:
                    yield Span(words[first].start, words[first + length - 1].end, name=True)
        for left, right in pairwise(words):
            whole = left.key + right.key
            if whole in self._names or whole in self._parts:
                yield Span(left.start, right.end, name=True)

    @staticmethod
    def _holds(key: str, secrets: set[str]) -> bool:
        """Whether the word is a secret, or one of five letters and more stands inside it, as in a login."""
        if key in secrets:
            return True
        return any(
            key[start : start + length] in secrets
            for start in range(len(key) - _SHORTEST_INSIDE + 1)
            for length in range(_SHORTEST_INSIDE, min(_LONGEST_KEY, len(key) - start) + 1)
        )


def _words(text: str) -> list[_Word]:
    return [_Word(found.start(), found.end(), found[0], _fold(found[0])) for found in _WORD.finditer(text)]


def _fold(raw: str) -> str:
    plain = unicodedata.normalize("NFKD", _INVISIBLE.sub("", raw)).casefold().translate(_LETTERS)
    return "".join(sign for sign in plain if not unicodedata.combining(sign))


def _spellings(raw: str) -> Iterator[str]:
    """The word as it is compared, also with its accents spelt out: `muller` and `mueller`."""
    yield _fold(raw)
    yield _fold(unicodedata.normalize("NFC", raw).casefold().translate(_SPELT_OUT))


def _is_unspaced(key: str) -> bool:
    """Whether the word is in a script without capitals, which may write several words as one."""
    return len(key) > 1 and key.isalpha() and key.upper() == key


def _begins_sentence(text: str, start: int) -> bool:
    """An initial's point ends no sentence."""
    before = text[:start].rstrip(" \t")
    return not before or (before[-1] in _SENTENCE_ENDS and not _INITIAL.search(before[-3:]))


def _is_glued(text: str, word: _Word, glue: frozenset[str]) -> bool:
    """Whether the word is a part of an address, a path or a file's name."""
    before, after = text[word.start - 1 : word.start], text[word.end : word.end + 2]
    return before in glue or (after[:1] in glue and after[1:].strip() != "")
