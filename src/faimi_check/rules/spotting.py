"""Which of many words stand in a text, without looking through a long one for each of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from functools import cache, cached_property, lru_cache

# Of a text at least this long it is worked out once which stretches of so many letters its words have.
_LONG, _STRETCH = 3000, 4
# One longer than this has nearly all there are, and would take too much room.
_LONGEST = 200_000
# What stands before a sentence for words that have to begin it.
BEGINS = "^"
# To look for so many words takes half as long as to work that out: of many a text few are asked for.
_PATIENCE = 60


def spotted(words: Collection[str], text: str) -> Iterator[str]:
    """Those of the words that stand somewhere in a text, in their order."""
    if not _LONG <= len(text) <= _LONGEST:
        return filter(text.__contains__, words)
    stretches = _long(lowered(text)).stretches_for(len(words))
    if stretches is None:
        return filter(text.__contains__, words)
    return (word for word in words if _ends(word) <= stretches and word in text)


def has_any(text: str, words: Iterable[str]) -> bool:
    """Whether one of a few words stands in a text: a test before something dearer."""
    return any(map(text.__contains__, words))


def places(text: str, word: str) -> Iterator[int]:
    """Where a word stands: a search that costs next to nothing beside a pattern's."""
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + 1)


# The flows of a paper are asked for by one rule after another, and in several readings.
@lru_cache(maxsize=16)
def lowered(text: str) -> str:
    """`lowered_once` for a text that is asked for again."""
    return lowered_once(text)


def lowered_once(text: str) -> str:
    """A text in lower case, letter by letter: the one letter that would grow and shift all that follows does not."""
    return text.replace("İ", "i").lower()


class Lookout:
    """Rows of words in lower case, of which those are found that have a word in a text, sentence after sentence."""

    def __init__(self, rows: Iterable[Iterable[str]]) -> None:
        self._rows: dict[str, list[int]] = {}
        for at, row in enumerate(rows):
            for word in row:
                self._rows.setdefault(word, []).append(at)

    def rows_in(self, text: str) -> list[int]:
        """The numbers of the rows of which a word stands in a text in lower case, in order."""
        return sorted({at for word in spotted(self._rows, text) for at in self._rows[word]})

    def within(self, texts: Iterable[str]) -> Lookout:
        """The same for sentences of these texts in lower case: what stands nowhere in them is not looked for in each.

        A word that has to begin its sentence has a mark for that in front, which no text has.
        """
        missing = {word.removeprefix(BEGINS) for word in self._rows}
        for text in texts:
            missing.difference_update(list(spotted(missing, text)))
        narrowed = Lookout(())
        narrowed._rows = {word: at for word, at in self._rows.items() if word.removeprefix(BEGINS) not in missing}
        return narrowed


class _Long:
    """A long text, whose stretches are worked out once as many words were asked for as are worth it."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._patience = _PATIENCE

    def stretches_for(self, words: int) -> frozenset[str] | None:
        """The stretches of the text's words, unless it costs less to look for so many words one by one."""
        self._patience -= words
        return self._stretches if self._patience < 0 else None

    @cached_property
    def _stretches(self) -> frozenset[str]:
        words = set(self._text.split())
        return frozenset([word[at : at + _STRETCH] for word in words for at in range(len(word) - _STRETCH + 1)])


_long = lru_cache(maxsize=16)(_Long)


@cache
def _ends(words: str) -> frozenset[str]:
    """The stretches with which long enough words begin and end: a text without them does not have these words."""
    long = [word for word in lowered(words).split() if len(word) >= _STRETCH]
    return frozenset([stretch for word in long for stretch in (word[:_STRETCH], word[-_STRETCH:])])
