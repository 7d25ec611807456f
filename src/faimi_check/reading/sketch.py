"""What is left of a paper's text when only a few hundred runs of words are kept: enough to see that two are one."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from pathlib import Path

from faimi_check.reading.limits import PdfLimits

# The smallest hashes of all runs of five words: the share that two texts have in common among them estimates the
# share of all their runs (Broder, 1997).
KEPT = 256
_RUN = 5
_MAX_PAGES = 40
_MAX_TEXT_A_PAGE = 20_000
_WORD = re.compile(r"[^\W_]+")


def sketch(path: Path, limits: PdfLimits) -> tuple[int, ...]:
    """The hashes, in ascending order; none where there is no text. Raises what PDFium raises for a damaged file."""
    if path.stat().st_size > limits.max_bytes:
        return ()
    words = [word for text in _texts(path) for word in _WORD.findall(text.casefold())]
    return tuple(sorted(set(_runs(words)))[:KEPT])


def _runs(words: list[str]) -> Iterator[int]:
    """The hash of each run of words: the same in every process of one run, between which alone sketches go."""
    known = {word: zlib.crc32(word.encode("utf-8", "replace")) for word in set(words)}
    numbers = [known[word] for word in words]
    # Python's own hash of a few numbers is not salted as that of a text is.
    return map(hash, zip(*(numbers[index:] for index in range(_RUN)), strict=False))


def _texts(path: Path) -> Iterator[str]:
    from faimi_check.reading.pdfium import open_document

    document = open_document(path)
    try:
        for index in range(min(len(document), _MAX_PAGES)):
            page = document[index]
            text = page.get_textpage()
            yield text.get_text_range(0, min(text.count_chars(), _MAX_TEXT_A_PAGE)) if text.count_chars() else ""
            text.close()
            page.close()
    finally:
        document.close()
