"""Letters of scripts that are read otherwise than Latin ones."""

from __future__ import annotations

# Chinese, Japanese and Korean letters, written without blanks or with few; Korean ones also taken apart, as folding
# leaves them. A pattern for them would take longer to compile than a paper's title to read.
_UNSPACED = (("\u1100", "\u11ff"), ("\u3040", "\u30ff"), ("\u3400", "\u9fff"), ("\uac00", "\ud7af"))


def unspaced_letters(text: str) -> int:
    """How many letters of the text are of scripts that set few blanks between words."""
    return 0 if text.isascii() else sum(any(first <= sign <= last for first, last in _UNSPACED) for sign in text)
