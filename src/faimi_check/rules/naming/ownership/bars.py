"""The scores from which mentions count: never for the paper's own terms and what is others', else by their kind."""

from __future__ import annotations

import re
from collections.abc import Callable

from faimi_check.rules.late import late
from faimi_check.rules.naming.identity import fold
from faimi_check.rules.naming.mentions.everyones import is_collection
from faimi_check.rules.naming.mentions.german_nouns import is_german_noun
from faimi_check.rules.naming.mentions.kind import Kind, Mention
from faimi_check.rules.naming.ownership.accounted import is_anothers, is_quoted, is_told_of_others, tells_of_their_study
from faimi_check.rules.naming.ownership.agreed import is_in_another_script
from faimi_check.rules.naming.ownership.cited import may_be_own
from faimi_check.rules.naming.ownership.labelled_works import is_label
from faimi_check.rules.naming.ownership.terms import CODED, TERSE
from faimi_check.rules.naming.people.file_names import may_be_given_name
from faimi_check.rules.naming.text.quotes import own_voice
from faimi_check.rules.naming.text.sentences import Sentence
from faimi_check.rules.tables import any_of, listed

# Scores from which what is hardly ever the authors' counts all the same, and those that nothing or all reaches.
_FEWEST_LETTERS = 2
_ACCOUNTED_FOR, _UNASKED_NUMBER, _OF_ONE_OF_US = 0.92, 0.8, 0.7
ANY, NEVER = 0.0, 2.0
# The most that such a mention scores: never enough to be sure.
DOUBTED = 0.9
# Acronyms are no longer than this.
_ACRONYM = 6
_MAY_BE_TERMS = frozenset({Kind.NAME, Kind.INITIALS, Kind.PERSON})
_MAY_BE_SPELT = frozenset({Kind.PERSON, Kind.NAME, Kind.FUNDER})
_MAY_BE_NOUNS = frozenset({Kind.NAME, Kind.INSTITUTION})
# "t-SNE", "I-vectors".
_LETTERED = re.compile(r"[A-Za-z]-[A-Za-z]")
# "A viewer that has grown up in this group", "the plug-in one of the authors wrote": a tool, no method of the paper.
_BY_AN_AUTHOR = late(
    r"\b(?:kits?|tool ?kits?|tool ?box|tools?|viewer|plug-?in|package|module|extension|library|editor|app|work"
    r" ?station|software)\b"
    r"[^.;]{0,60}\b(?:(?:one|two|three|some) of (?:us|the (?:present )?authors)|(?:in|by|of|from) (?:this|our)(?: own)?"
    r" (?:group|lab|laboratory|department|clinic|team|institute|house|making))\b"
)
_NUMBERED = late(any_of("mentions", "numbered"), re.IGNORECASE)
# "4637/380" is a share, unless it is said to be a number.
_RATIO = re.compile(r"\d+/\d+")
# "PyTorch-1.2.0", "DenseNet169", "AVE2007": a program's version, a network's depth, an event's year.
_RELEASE = re.compile(r"[A-Z]\w*[a-z]{3}\w*?-?v?\d+(?:\.\d+){0,3}|[A-Z]{2,7}[-’']?(?:19|20)\d\d")
_GRANT = late(
    r"\b(?:grants?|awards?|numbers?|nos?\.?|projects?|contracts?|agreements?|codes?)\b[^.;]{0,30}$", re.IGNORECASE
)
# "Our tool is written in Ferrum": a language, or what else everybody writes programs with.
_WRITTEN_IN = late(
    r"\b(?:implement(?:s|ed|ing|ation)?|written|writes?|wrote|coded?|programmed|prototyped?)"
    r"(?: (?!(?:at|by|for|from)\b)[\w-]+){0,5} (?:in|using|on top of|atop) (?:the )?$"
)
_BEFORE_NUMBER = 40


def bar(mention: Mention, sentence: Sentence, is_frequent: Callable[[str], bool]) -> float:
    """The score from which a mention counts; NEVER for what is one of the paper's own words or belongs to everybody.

    What is hardly ever the authors' counts where the sentence leaves no doubt.
    """
    least = _bar(mention, sentence)
    own_term = least < NEVER and mention.kind in _MAY_BE_TERMS and is_frequent(mention.text)
    return NEVER if own_term else least


def _bar(mention: Mention, sentence: Sentence) -> float:
    kind = mention.kind
    if kind is Kind.NUMBER:
        return _bar_of_number(mention, sentence)
    if is_told_of_others(mention, sentence.text):
        return NEVER
    if kind is Kind.CITATION:
        return _bar_of_citation(mention, sentence)
    if sentence.place == "heading" and kind in (Kind.NAME, Kind.PERSON):
        return NEVER
    # "Rad-DINO Microsoft", a row of a table.
    if sentence.place in TERSE and any(fold(word) in listed("mentions", "makers") for word in mention.text.split()):
        return NEVER
    # "Our CheXpert cohort" is what the authors took of it.
    if kind is Kind.PROJECT and is_collection(mention.text):
        return _ACCOUNTED_FOR
    # "Das Verfahren von Brandvik" is nobody called "Verfahren".
    end = mention.start + mention.text.find(" von ") if " von " in mention.text else mention.end
    if (kind in _MAY_BE_NOUNS or end < mention.end) and is_german_noun(sentence.text, mention.start, end):
        return NEVER
    if kind in _MAY_BE_SPELT and _is_spelt_out(sentence.text, mention):
        return NEVER
    return _bar_of_name(mention, sentence) if kind in (Kind.PERSON, Kind.NAME) else ANY


def _bar_of_number(mention: Mention, sentence: Sentence) -> float:
    if _RATIO.fullmatch(mention.text) and sentence.text.startswith(" of ", mention.end):
        return NEVER
    near = max(0, mention.start - _BEFORE_NUMBER)
    if _RELEASE.fullmatch(mention.text) and _GRANT.search(sentence.text, near, mention.start) is None:
        return NEVER
    if _NUMBERED.search(sentence.text):
        return NEVER if tells_of_their_study(sentence.text) else ANY
    return NEVER if _RATIO.fullmatch(mention.text) else _UNASKED_NUMBER


def _bar_of_name(mention: Mention, sentence: Sentence) -> float:
    text = sentence.text
    if is_quoted(text, mention) or is_in_another_script(text, mention):
        return NEVER
    everybodys = sentence.place in TERSE or _is_term(mention) or _WRITTEN_IN.search(text, 0, mention.start)
    if mention.kind is Kind.NAME and everybodys:
        return _OF_ONE_OF_US if sentence.place not in TERSE and _BY_AN_AUTHOR.search(text) else NEVER
    # "Saying “the work of Lund [1]” does not say that you are Lund".
    return _ACCOUNTED_FOR if f"{mention.text} [" in text or is_anothers(text, mention) else ANY


def _is_spelt_out(text: str, mention: Mention) -> bool:
    """Whether words are those of an abbreviation right before them, "WPA (Whole Program Analysis)"; or right behind,
    where funders have theirs as well.
    """
    letters = "".join(word[0] for word in re.split(r"[ -]", mention.text) if word[:1].isupper())
    if len(letters) < _FEWEST_LETTERS:
        return False
    before, behind = text[: mention.start].rstrip(" (=:–—-"), text[mention.end :].lstrip(" (=:–—-")
    spelt_behind = mention.kind is not Kind.FUNDER and re.match(rf"{letters}(?!\w)", behind) is not None
    return before.endswith(letters) or spelt_behind


def _is_term(mention: Mention) -> bool:
    """Whether a name of no known kind looks like a word, an acronym or a product: "CNNs", of which nobody has many."""
    bare = mention.text.removesuffix("s")
    acronym = bare.isupper() and len(bare) <= _ACRONYM
    return acronym or _opens(mention) or CODED.search(mention.text) is not None or _LETTERED.match(bare) is not None


def _bar_of_citation(mention: Mention, sentence: Sentence) -> float:
    # Of labels, `own_labels` tells: "Ours + DRO [3]" has the words of "Ours, as in [3]".
    if sentence.place in TERSE and is_label(sentence.text, long=True):
        return NEVER
    return ANY if may_be_own(mention, own_voice(sentence.text)) else NEVER


def _opens(mention: Mention) -> bool:
    """Whether a single word begins its sentence, where any word has a capital, and is no given name."""
    return mention.start == 0 and " " not in mention.text and not may_be_given_name(mention.text)
