"""Names of entries in the encoding of the system that made the zip, which the zip does not say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from faimi_check.reading.encodings import decoded, name_encoding, old_encodings
from faimi_check.reading.readme import encoding_of, foreign_stems, spoken_of

_MOST_NAMES = 200


def encoding_of_names(names: list[bytes], texts: Iterable[bytes]) -> str:
    """The encoding in which the texts speak of most of the files; by its letters where they speak of none.

    Names and text may each be in an encoding of their own: Windows has one for consoles and one for texts.
    """
    likeliest = name_encoding(names)
    texts = list(texts)
    first = [reading for text in texts for reading in _readings(text, (encoding_of(text),))]
    others = [reading for text in texts for reading in _readings(text, old_encodings())]
    best, most = likeliest, (0, 0)
    for encoding in (likeliest, *old_encodings()):
        spelt = [decoded(name, encoding) for name in names[:_MOST_NAMES]]
        stems = foreign_stems(name for name in spelt if name is not None)
        if not stems or None in spelt:
            continue
        told, possible = (max((spoken_of(text, stems) for text in among), default=0) for among in (first, others))
        if (max(told, possible), told) > most:
            best, most = encoding, (max(told, possible), told)
    return best


def _readings(text: bytes, encodings: Iterable[str]) -> Iterator[str]:
    """What the text may say: where it is Unicode, that alone."""
    told = encoding_of(text)
    found = (decoded(text, encoding) for encoding in ((told,) if told.startswith("utf") else encodings))
    yield from (reading for reading in found if reading)
