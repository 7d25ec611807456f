"""Finding what a sentence names. Aims at recall: whose a mention is, ownership tells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from faimi_check.rules.late import late
from faimi_check.rules.naming.identity import fold
from faimi_check.rules.naming.mentions.devices import without_devices
from faimi_check.rules.naming.mentions.everyones import ordinary
from faimi_check.rules.naming.mentions.initials import UPPER, initials_in
from faimi_check.rules.naming.mentions.kind import Kind, Mention
from faimi_check.rules.naming.mentions.kinds import TITLED, kind_of
from faimi_check.rules.naming.mentions.logins import logins_in, may_name_host, may_show_login
from faimi_check.rules.naming.mentions.numbers import numbers_in
from faimi_check.rules.naming.people.file_names import is_given_name
from faimi_check.rules.naming.text.citations import citations_in
from faimi_check.rules.naming.text.stems import is_everyday
from faimi_check.rules.tables import any_of, listed

_CAPITALISED = rf"{UPPER}[\w’'&-]{{0,30}}"
_WORD = rf"(?:{_CAPITALISED}|(?:[a-z]{{1,3}}['’]){UPPER}[\w’'-]{{1,30}})"
_INITIAL = rf"{UPPER}\."
_INITIALED = rf"{_INITIAL}(?:[ -]?{_INITIAL}){{0,3}}"
_PART = rf"(?:{_INITIALED}|{_WORD})"
# "Lysvik University in June" goes by the first two words.
_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_LINK_WORD = (
    r"(?:of|for|the|and|de|del|della|di|da|do|dos|das|des|du|d[’']|la|le|les|et|für|der|und|zu|zur|van|von|den|ter|ten|voor"
    rf"|el|al|bin|y|e|i|in(?! {_MONTH}\b)|og|och|at|&)"
)
_NAMED = late(rf"(?<![\w@/.#-]){_PART}(?:(?: {_LINK_WORD}){{0,3}} {_PART}){{0,8}}")
# What stands before is looked at behind the first letter: a pattern that begins with a letter is found far quicker.
# A name begins with a capital unless an apostrophe stands in it ("d'Alembert").
_BARE_PART = rf"(?:\.(?:[ -]?{_INITIAL}){{0,3}}|[\w’'&-]{{0,30}})"
_NAMED_PLAINLY = re.compile(
    rf"{UPPER}(?<![\w@/.#-]{UPPER}){_BARE_PART}(?:(?: {_LINK_WORD}){{0,3}} (?:{_INITIALED}|{_CAPITALISED})){{0,8}}"
)
_NO_NAME = re.compile(rf"(?:[\s’'.&-]|{_LINK_WORD}\b)*")
_TOKEN = re.compile(r"[^\W\d_][\w’'-]*")
# What names more in one sentence is a list of something, or hostile.
_LONGEST, _MOST = 1_200, 40
_FIRST_WORD = re.compile(r"[A-Z][a-z]{0,30}(?![\w’'&-])")
# A line of a table or figure that has figures only.
_MEASURES = re.compile(r"[0-9.,\s±%()×+…]*\Z")
_DIGITS = re.compile(r"\d\d")
# What comments of listings begin with, which logins sign.
_COMMENTS = ("#", "/", "%")
# What a new sentence, or what reads like one, begins behind.
_OPENINGS = (". ", ": ", "? ", "! ")
_CUT = frozenset({Kind.PERSON, Kind.NAME})
# "Lemma 6 (Growth of Chains)": what a statement is called.
_THEOREM = late(rf"\b{any_of('mentions', 'statements')} [\dA-Z][\d.]{{0,6}} ?\([^()]{{0,60}}$")
_THEOREM_REACH = 90
_COMPOUND = late(r"[^\W\d_][\w’']*-([a-z]{4,}) (?=[^\W\d_a-zß-ÿ])")


def mentions_in(sentence: str, common: frozenset[str] = frozenset()) -> tuple[Mention, ...]:
    """What the sentence names, in no order; `common` are the paper's words in lower case, which are no names."""
    return tuple(islice(_mentions(sentence, common), _MOST)) if _may_name(sentence, common) else ()


def _may_name(sentence: str, common: frozenset[str]) -> bool:
    """A cheap test for the many sentences that name nothing: no capital but the first, no brackets, only figures."""
    if not sentence.isascii() or "[" in sentence or "@" in sentence or _DIGITS.search(sentence):
        return _MEASURES.match(sentence) is None
    if sentence[:1] in _COMMENTS:
        return True
    rest = sentence[1:]
    if rest != rest.lower():
        return True
    first = _FIRST_WORD.match(sentence)
    if first is None and sentence[:1].isupper():
        return True
    word = first[0] if first else ""
    if word and not _only_begins(word) and (word.lower() not in common or TITLED.match(word) is not None):
        return True
    return may_show_login(sentence) or may_name_host(sentence)


@lru_cache(maxsize=4_096)
def _only_begins(word: str) -> bool:
    """Whether a word in capitals names nothing where it begins a sentence."""
    return (fold(word) in ordinary() or is_everyday(fold(word))) and TITLED.match(word) is None


@lru_cache(maxsize=4_096)
def _is_ordinary(name: str) -> bool:
    """Whether a name is one word that names nothing anywhere."""
    return _TOKEN.fullmatch(name) is not None and fold(name) in ordinary() and TITLED.match(name) is None


def _mentions(sentence: str, common: frozenset[str]) -> Iterator[Mention]:
    text = without_devices(sentence[:_LONGEST])
    cited = citations_in(text)
    for match in cited:
        yield Mention(Kind.CITATION, match[0], match.start(), match.end())
    yield from logins_in(text)
    yield from numbers_in(text)
    yield from initials_in(text)
    named = _NAMED if "'" in text or "’" in text else _NAMED_PLAINLY
    for match in named.finditer(text):
        if _is_ordinary(match[0]):
            continue
        start, end = match.span()
        # "(Lee and Roth, 2019)" cites, and names nobody besides.
        if not cited or not any(one.start() < end and start < one.end() for one in cited):
            for first, last in _between_measures(text, start, end):
                yield from _named(text, first, last, common)


def _between_measures(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A name without the measures behind it: heads of tables read "Nordhavn Acc Identification Err"."""
    before = ""
    for token in _TOKEN.finditer(text, start, end):
        # "Pierre Sens" is somebody.
        if before and fold(token[0]) in listed("mentions", "measures") and not is_given_name(before):
            if start < token.start() - 1:
                yield start, token.start() - 1
            rest = _NO_NAME.match(text, token.end(), end)
            start = rest.end() if rest else token.end()
        before = token[0]
    if start < end:
        yield start, end


def _named(text: str, start: int, end: int, common: frozenset[str]) -> Iterator[Mention]:
    """The name at the span, without what only begins the sentence, and its kind."""
    while first := _TOKEN.match(text, start, end):
        word = fold(first[0])
        if word not in ordinary() and not _ends_a_sentence(text, first, end):
            opening = start == 0 or text[max(0, start - 2) : start] in _OPENINGS
            if not opening or not (word in common or is_everyday(word)):
                break
        if TITLED.match(text, start, end) or _is_initial(text, first, end):
            break
        rest = _NO_NAME.match(text, first.end(), end) if first.end() < end else None
        start = rest.end() if rest else end
        if start >= end:
            return
    # "The Wellcome-supported Standing Together".
    led = _COMPOUND.match(text, start, end)
    if led and is_everyday(led[1]):
        start = led.end()
    whole = text[start:end].rstrip(" .,&")
    name = whole.rstrip("-")
    # "ρya ℓ": small letters of other alphabets than Latin are a formula's.
    if len(name) < 2 or name.islower() or _THEOREM.search(text, max(0, start - _THEOREM_REACH), start):
        return
    kind = kind_of(text, name, start, start + len(name), common)
    # "Gas Cham-" goes on elsewhere: nobody's name ends so.
    if kind is not None and (whole == name or kind not in _CUT):
        yield Mention(kind, name, start, start + len(name))


def _ends_a_sentence(text: str, letter: re.Match[str], end: int) -> bool:
    """Whether a letter with a stop ends a formula and no name begins with it: "if H < T. Like others"."""
    if len(letter[0]) > 1 or not text.startswith(". ", letter.end()):
        return False
    behind = _TOKEN.match(text, letter.end() + 2, end)
    return behind is not None and (fold(behind[0]) in ordinary() or fold(behind[0]) in listed("mentions", "openers"))


def _is_initial(text: str, letter: re.Match[str], end: int) -> bool:
    """Whether a letter that is a word as well, as in "I", is the initial of the name behind it: "I. Lyngby"."""
    if len(letter[0]) > 1 or not text.startswith(". ", letter.end()):
        return False
    behind = _TOKEN.match(text, letter.end() + 2, end)
    return behind is not None and fold(behind[0]) not in ordinary() and not is_everyday(behind[0])
