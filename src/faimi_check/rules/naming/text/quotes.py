"""What is said in quotation marks is somebody else's word: its "we" and "my" are not the authors'.

What was done "by patients and not by us" is not theirs either.
"""

from __future__ import annotations

import re
from functools import lru_cache

from faimi_check.rules.late import late

# A quotation that is left open at the end goes on in the next sentence.
_QUOTED = late(
    r"“[^”“]{1,600}(?:”|$)|(?<![\w\"])\"(?=[^\W\d_]|[¿¡])[^\"]{1,600}(?:\"|$)|„[^“”„]{1,600}(?:[“”]|$)|«[^«»]{1,600}(?:»|$)"
    # An apostrophe is no mark that closes ("model’s"), nor does one open.
    r"|(?<!\w)‘(?=[^\W\d_])[^‘]{1,300}?’(?!\w)"
    r"|「[^「」]{1,600}(?:」|$)|『[^『』]{1,600}(?:』|$)"
)
_FIRST_PERSON = late(
    r"\b(?:we|us|our|ours|ourselves|I|me|my|mine|myself|wir|uns|unser\w*|ich|mein\w*|nous|notre|nos|nuestr\w+|noss[oa]s?"
    r"|nostr[oaie]|ons|onze|nasz\w{0,4}|bizim|vårt?|våra|мы|наш\w{0,3})\b|我们|我們|我院|本院|我々|当院|우리|저희|본원",
    re.IGNORECASE,
)
# Whom it is said not to be: "rather than by us", but not "not by us alone".
_NOT_US = late(
    r"\b(?:not|nor|never|rather than|instead of)(?: (?:by|from|to))? (?P<who>us|ours)\b"
    r"(?! (?:alone|only|all|both|too|but|authors?|who)\b)"
)
_MARKS = frozenset('“"„«‘「『')


@lru_cache(maxsize=64)
def own_voice(text: str) -> str:
    """A text of the same length without the first persons in quotation marks, and those who did "not" do it."""
    if (" us" in text or " ours" in text) and _NOT_US.search(text):
        text = _NOT_US.sub(lambda found: found[0][: found.start("who") - found.start()] + "x" * len(found["who"]), text)
    if _MARKS.isdisjoint(text):
        return text
    return _QUOTED.sub(lambda quote: _FIRST_PERSON.sub(lambda word: "x" * len(word[0]), quote[0]), text)


def quoted_spans(text: str) -> list[tuple[int, int]]:
    """Where quotations of a text begin and end."""
    return [] if _MARKS.isdisjoint(text) else [quote.span() for quote in _QUOTED.finditer(text)]
