"""Whether a text that nobody sees speaks to whoever judges a paper."""

from __future__ import annotations

import re
from collections.abc import Iterator

from faimi_check.rules.late import late
from faimi_check.rules.naming.identity import fold
from faimi_check.rules.tables import table

_SPACES = re.compile(r"\s+")
# Characters that nobody sees, put between letters so that no search finds the word.
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]")
_SENTENCE_END = late(r"[.!?](?=\s)|[。！？\u2029]")
_JUDGED = 4_000
_WORD = re.compile(r"[^\W\d_]+")
# Chinese, Japanese, Korean: a letter is a syllable or a word, and no blanks tell how many there are.
_IDEOGRAPH = late("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_LISTS = (
    *(
        "strong",
        "orders",
        "topics",
        "addressed",
        "addressed_abroad",
        "told",
        "told_abroad",
        "asked",
        "spoken_to",
        "greeted",
        "judged",
    ),
    *("licensed", "bidden", "urged", "conditioned", "this_work", "wished", "reported"),
)
_PATTERNS = {name: tuple(map(late, table("instructions")[name])) for name in _LISTS}
_FEWEST_WORDS, _MOST_WORDS = 5, 80
_FEWEST_IDEOGRAPHS = 10
_FUNCTION_SHARE = 0.2
_FEWEST_PIECES = 10
_SHORTEST_MEAN = 3.0
_FEWEST_TOLD = 2


def is_instruction(text: str, *, of_figure: bool = False) -> bool:
    """Whether text that a page hides tells a reviewer or a language model what to do.

    `of_figure`: as much of a text may be lost with the rest of a cropped figure, so it must speak to somebody.
    """
    bare = _bare(text)
    if _found("strong", bare) or _found("topics", bare):
        return True
    if _is_broken(bare):
        whole = bare.replace(" ", "")
        return sum(word in whole for word in table("instructions")["tell_tale"]) >= _FEWEST_TOLD
    asks = "spoken_to" if of_figure else "asked"
    return any(
        (_addresses(sentence) and (not of_figure or _speaks_to_somebody(sentence)))
        or (_found(asks, sentence) and _found("judged", sentence) and not _found("licensed", sentence))
        for sentence in (_sentences(bare) if of_figure else _SENTENCE_END.split(bare))
    )


def _is_broken(bare: str) -> bool:
    """Whether a text comes in pieces of one or two letters, so that its words are not known."""
    pieces = bare.split()
    return len(pieces) >= _FEWEST_PIECES and sum(map(len, pieces)) < _SHORTEST_MEAN * len(pieces)


def commands(text: str) -> bool:
    """Whether the wording alone makes an instruction, wherever it stands."""
    return _found("strong", _bare(text))


def orders(text: str) -> bool:
    """Whether a printed sentence is by its wording an order to a language model; most `commands` are honest there."""
    return _found("orders", _bare(text))


def addresses(text: str) -> bool:
    """Whether text that comes in pieces, put together, tells a reviewer or a language model what to do."""
    bare = _bare(text)
    return _found("strong", bare) or any(map(_addresses, _sentences(bare)))


def directs(text: str) -> bool:
    """Whether a description, a comment or a name inside a file does so: most of them tell what a picture shows."""
    bare = _bare(text)
    if _found("strong", bare):
        return True
    # Most fields speak of nobody, and need not be taken apart.
    may = _found("addressed", bare) or _found("addressed_abroad", bare) or _found("wished", bare)
    return may and any(map(_directs, _sentences(bare)))


def directs_abroad(text: str) -> bool:
    """Whether a sentence in another language than English does so, of the work that it stands in."""
    bare = _bare(text)
    return any(
        _found("addressed_abroad", sentence)
        and _found("this_work", sentence)
        and _found("told_abroad", sentence)
        and _asks(sentence)
        for sentence in _SENTENCE_END.split(bare)
    )


def reports(text: str) -> bool:
    """Whether a text quotes instructions or tells of them, as works on attacks do."""
    return _found("reported", _bare(text))


def is_sentence(text: str) -> bool:
    """Whether the words hang together, as the labels of a figure do not."""
    words = [fold(word) for word in _WORD.findall(text[:_JUDGED])]
    small = table("instructions")["small_words"]
    return len(words) >= _FEWEST_WORDS and sum(word in small for word in words) >= _FUNCTION_SHARE * len(words)


def _sentences(bare: str) -> Iterator[str]:
    """What may be a sentence, without lists of words; some languages get by with hardly any small words."""
    for sentence in _SENTENCE_END.split(bare):
        words = len(sentence.split())
        if words <= _MOST_WORDS and (
            is_sentence(sentence)
            or (not sentence.isascii() and len(_IDEOGRAPH.findall(sentence)) >= _FEWEST_IDEOGRAPHS)
            or (words >= _FEWEST_WORDS and _found("addressed_abroad", sentence) and _asks(sentence))
        ):
            yield sentence


def _asks(sentence: str) -> bool:
    return any(_found(name, sentence) for name in ("asked", "spoken_to", "greeted", "conditioned"))


def _addresses(sentence: str) -> bool:
    """Whether a sentence speaks of a reviewer or a language model, and of judging."""
    if _found("addressed", sentence) and _found("told", sentence):
        return True
    return _found("addressed_abroad", sentence) and (_found("told_abroad", sentence) or _found("told", sentence))


def _speaks_to_somebody(sentence: str) -> bool:
    """Whether a sentence on judging asks for it, as captions of a study with reviewers do not."""
    return any(_found(name, sentence) for name in ("spoken_to", "bidden", "urged", "this_work", "addressed_abroad"))


def _directs(sentence: str) -> bool:
    if not _addresses(sentence):
        return _found("spoken_to", sentence) and _found("wished", sentence)
    if _found("spoken_to", sentence) or _found("bidden", sentence):
        return True
    return _found("addressed_abroad", sentence) and (
        _found("greeted", sentence)
        or _found("conditioned", sentence)
        or (_found("this_work", sentence) and _found("asked", sentence))
    )


def _found(name: str, bare: str) -> bool:
    return any(pattern.search(bare) for pattern in _PATTERNS[name])


def _bare(text: str) -> str:
    """As written and without accents: some scripts are no longer themselves without their marks."""
    plain = _SPACES.sub(" ", _INVISIBLE.sub("", text[:_JUDGED])).casefold()
    return plain if plain.isascii() else f"{plain} \u2029 {fold(plain)}"
