"""Whether a sentence in print, or a piece of one, asks whoever or whatever judges the paper for something."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from faimi_check.model.page import Region
from faimi_check.model.text.passage import Passage
from faimi_check.rules.hidden.pieces import is_marked
from faimi_check.rules.naming.asking.score import may_score, sentence_share
from faimi_check.rules.naming.asking.signs import has_turn
from faimi_check.rules.naming.asking.words import words_of
from faimi_check.rules.naming.text.requests import directs_abroad
from faimi_check.rules.spotting import has_any
from faimi_check.rules.tables import listed, table

_WORDS = table("asking")["visible"]
# What is no letter, as blanks.
_APART = str.maketrans({sign: " " for sign in map(chr, range(128)) if not sign.isalpha()})
# How likely a sentence asks for something that is told as such: of a paper's hundreds one may read like anything.
# Surely asks what names a judge or the paper itself and demands something; in a reference or a margin less is enough.
ASKS, ASKS_BESIDE = 0.95, 0.88
# What names those who judge papers asks them for something at less: the many honest papers that speak of a machine,
# an accepted sample or a high score hardly ever speak of them.
# Hardly any English paper says something of them in another language, unless to them. Nor is a reader spoken to.
_ASKS_JUDGES, _ASKS_JUDGES_ABROAD, _ASKS_READER = 0.73, 0.55, 0.73
# What is told of judges, who must do nothing and nothing for the authors, may be a study of theirs.
_TELLS_OF_JUDGES, _OF_JUDGES = 0.88, frozenset({"must", "us"})
# Who reads is spoken to, of marks and of the paper, or a model of what it was told before and what is good.
_TO_READER, _TO_MODEL = frozenset({"you", "rate", "work"}), frozenset({"you", "prompt", "good"})
_WHO_JUDGES = ("who", "who", "rate")
# What becomes of this paper, or what a program is to make of the file, is hardly ever spoken of by an honest one.
_ASKS_OF_ITSELF = 0.7
# What an honest paper may say of its fate, its file or its checks, it does not say with any of these.
_WITH = {
    "fate": frozenset({"gain", "loss", "venue", "yours", "scale", "silence", "check"}),
    "venue": frozenset({"gain", "loss", "yours", "scale", "silence"}),
    "check": frozenset({"file", "output", "silence", "scale"}),
    "file": frozenset({"output", "silence"}),
}
# A question that speaks to nobody, and of nobody's own, is a title.
_TO_SOMEBODY, _NEVER = frozenset({"you", "us", "must"}), 1.1


def asks(passage: Passage, plain: str, start: int, end: int, least: float) -> bool | None:
    """Whether a piece surely asks for something, or only may; None where it does not.

    `plain`: the passage in small letters; `least`: how likely it must ask, unless it shows whom.
    """
    text, plain = passage.text[start:end], plain[start:end]
    abroad = any(sign in plain for sign in _WORDS["abroad"])
    if abroad and directs_abroad(text):
        return True
    demanding = demands(plain)
    of_paper = any(work in plain for work in _WORDS["works"])
    judged = any(sign in plain for sign in _WORDS["signs"])
    signed = abroad or demanding or of_paper or judged or has_any(plain, _WORDS["ways"])
    if not ((demanding and judged) or (_is_worth_a_score(text) if signed else may_score(text))):
        return None
    least = _least(text, least, abroad=abroad, demanding=demanding)
    share = sentence_share(text)
    if share < least or (share < ASKS_BESIDE and _is_of_labels(passage, start, end)):
        return None
    return abroad or (demanding and (judged or of_paper))


def demands(plain: str) -> bool:
    """Whether a text in small letters has a word of a demand."""
    return not _demands().isdisjoint(plain.translate(_APART).split())


@cache
def _demands() -> frozenset[str]:
    return listed("asking", "visible", "demands")


def _is_worth_a_score(text: str) -> bool:
    """Whether its words speak for a request, or what it is: a record, a word on referees."""
    plain, meant = words_of(text)
    return is_marked(text) or may_score(text, at_all=True) or _is_of_judges(meant) or _is_of_itself(plain)


def _least(text: str, least: float, *, abroad: bool, demanding: bool) -> float:
    """How likely a text must ask for something: less where it names those who judge papers, or demands something."""
    plain, meant = words_of(text)
    if text.rstrip().endswith("?") and _TO_SOMEBODY.isdisjoint(meant):
        return _NEVER
    if _is_of_itself(plain):
        return min(least, _ASKS_OF_ITSELF)
    if _is_of_judges(meant):
        told = _TELLS_OF_JUDGES if _OF_JUDGES.isdisjoint(meant) else _ASKS_JUDGES
        return min(least, _ASKS_JUDGES_ABROAD if abroad else told)
    if is_marked(text) or _TO_READER.issubset(meant) or _TO_MODEL.issubset(meant):
        return min(least, _ASKS_READER)
    return min(least, ASKS_BESIDE) if abroad or demanding else least


def _is_of_itself(plain: tuple[str, ...]) -> bool:
    """Whether a text speaks of the paper's own way through a conference: "a refusal would cost us the grant"."""
    # Hardly any text has one of the first: the others need not be looked for.
    return any(
        has_turn(plain, one) and any(has_turn(plain, other) for other in others) for one, others in _WITH.items()
    )


def _is_of_judges(meant: Sequence[str]) -> bool:
    """Whether a text names those who judge papers: "referees", "anyone who votes"."""
    return "judge" in meant or _WHO_JUDGES in zip(meant, meant[1:], meant[2:], strict=False)


def _is_of_labels(passage: Passage, start: int, end: int) -> bool:
    """Whether several labels of a figure stand there, which nobody reads as one sentence."""
    lines = [passage.lines[at] for at in passage.lines_of(start, end)]
    return sum(line.region is Region.FIGURE_TEXT for line in lines) > 1
