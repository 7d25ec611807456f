"""What is said in quotation marks is somebody else's word: its "we" and "my" are not the authors'.

What was done "by patients and not by us" is not theirs either, and an "I" of mathematics is a set or an index.
"""

from __future__ import annotations

import re
from functools import lru_cache

from faimi_check.rules.late import late

# A quotation that is left open at the end goes on in the next sentence.
_QUOTED = late(
    # What stands before is looked at behind the mark: a pattern whose beginnings are all marks is found far quicker.
    r"“[^”“]{1,600}(?:”|$)|\"(?<![\w\"]\")(?=[^\W\d_]|[¿¡])[^\"]{1,600}(?:\"|$)|„[^“”„]{1,600}(?:[“”]|$)|«[^«»]{1,600}(?:»|$)"
    # An apostrophe is no mark that closes ("model’s"), nor does one open.
    r"|‘(?<!\w‘)(?=[^\W\d_])[^‘]{1,300}?’(?!\w)"
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
# Marks of code, which quotes nobody: a key, a value, an argument.
_OF_CODE = frozenset(":=,{}[]()<>")
_MARKS = frozenset('“"„«‘「『')
# "∀i ∈ I", "O(|I| log |I|)", "user i to fetch", "the set I of indices", "a type I error".
_LONE_I = re.compile(r"[iI](?<![\w’'-][iI])(?![\w’'])")
_SIGNS_OF_FORMULA = frozenset("=<>|∈∉⊂⊆⊃∪∩∖≠≤≥≡→←↦∀∃∑∏×·∗∧∨¬+−^_{}\\")
_BEHIND_VARIABLE = frozenset({"is", "are", "be", "of", "in", "with", "by", "from", "such"})
_BEFORE_NUMERAL = frozenset({"type", "part", "class", "stage", "phase", "level"})
_BEHIND_INDEX = frozenset(
    {"to", "and", "or", "has", "can", "will", "may", "must", "should", "does", "sends", "receives"}
)
# Behind these words an "i" is the pronoun, as some write it.
_BEFORE_PRONOUN = frozenset(
    {"and", "that", "which", "when", "where", "what", "as", "if", "but", "so", "since", "because"}
)
_NEAR = 16


# The sentences of a paper are asked for again and again, by one rule after another.
@lru_cache(maxsize=1_024)
def own_voice(text: str) -> str:
    """A text of the same length without the first persons in quotation marks, and those who did "not" do it."""
    text = _LONE_I.sub(_without_variable, text)
    if (" us" in text or " ours" in text) and _NOT_US.search(text):
        text = _NOT_US.sub(lambda found: found[0][: found.start("who") - found.start()] + "x" * len(found["who"]), text)
    if _MARKS.isdisjoint(text):
        return text
    return _QUOTED.sub(lambda quote: _FIRST_PERSON.sub(lambda word: "x" * len(word[0]), quote[0]), text)


def _without_variable(found: re.Match[str]) -> str:
    before, after = (
        found.string[max(0, found.start() - _NEAR) : found.start()],
        found.string[found.end() : found.end() + _NEAR],
    )
    is_variable = _is_in_formula(before, after) or (after[:1] != "." and _is_named_so(found[0], before, after))
    return "x" if is_variable else found[0]


def _is_in_formula(before: str, after: str) -> bool:
    """Whether a sign of mathematics stands beside a letter, or it is an argument: "f(I)"."""
    if after[:1] in (")", "]") or before[-1:] in _SIGNS_OF_FORMULA or after[:1] in _SIGNS_OF_FORMULA:
        return True
    if (after[:1] == " " and after[1:2] in _SIGNS_OF_FORMULA) or (
        before[-1:] == " " and before[-2:-1] in _SIGNS_OF_FORMULA
    ):
        return True
    return before[-1:] in ("(", "[", ",") and (before[-2:-1].isalnum() or before[-2:-1] == "]")


def _is_named_so(letter: str, before: str, after: str) -> bool:
    """Whether the words beside a letter make it a set, a number or an index: "the set I of", "type I", "user i to"."""
    behind = after[1:].partition(" ")[0] if after[:1] == " " else ""
    last = before.rstrip().rpartition(" ")[2].lower()
    if behind in _BEHIND_VARIABLE or (letter == "I" and last in _BEFORE_NUMERAL):
        return True
    is_noun = len(last) > 1 and last.isalpha() and last not in _BEFORE_PRONOUN
    return letter == "i" and is_noun and (after[:1] in (",", ";", ":") or behind in _BEHIND_INDEX)


def quoted_spans(text: str) -> list[tuple[int, int]]:
    """Where quotations of a text begin and end."""
    return [] if _MARKS.isdisjoint(text) else [quote.span() for quote in _QUOTED.finditer(text)]


def without_quotations(text: str) -> str:
    """A text of the same length with blanks for what it quotes; what stands in marks of code is no quotation."""
    if _MARKS.isdisjoint(text):
        return text
    return _QUOTED.sub(lambda quote: quote[0] if _is_of_code(quote) else " " * len(quote[0]), text)


def _is_of_code(quote: re.Match[str]) -> bool:
    """Whether straight marks stand as in code: behind a sign of code and before another."""
    before, after = quote.string[: quote.start()].rstrip()[-1:], quote.string[quote.end() :].lstrip()[:1]
    return quote[0][0] == '"' and before in _OF_CODE and after in _OF_CODE and "" not in (before, after)
