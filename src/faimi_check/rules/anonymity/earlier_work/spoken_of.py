"""Cited works of which a text speaks as their authors do and does not call them so: "we had to assume in that paper".

Who speaks decides, and of which work: of one that the same sentence cites, or of one that the sentence before cites
and "there", "that paper" or "at that time" takes up. What anybody does with a work, who reads or uses it, is no sign.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from faimi_check.model.paper import Paper
from faimi_check.rules.anonymity.earlier_work.own_work import PAPER
from faimi_check.rules.late import AnySigned, late
from faimi_check.rules.naming.facts import facts_of
from faimi_check.rules.naming.text.citations import CITE, citations_in
from faimi_check.rules.naming.text.quotes import own_voice
from faimi_check.rules.naming.text.sentences import Sentence, spoken_texts
from faimi_check.rules.tables import any_of, table

_PLACES = ("here", "citing", "after", "referred", "unseen", "subject")
_LISTS = ("groups", "read", "told", "contents", "series")
_PARTS = {
    "<cite>": CITE,
    "<paper>": rf"(?:{PAPER}|{any_of('spoken_of', 'papers')})",
    "<start>": r"(?:^|[;:–—] )\W{0,3}(?:(?:but|and|yet|so) )?",
    "<we>": r"(?:we|I)\b",
    "<aside>": r"(?:(?:also|already|again|still|then|even|have|had|did|could|would|not|yet|never|to|[a-z]+ly) ){0,4}",
}
# "Details are in [2]", for "there we report them".
_REFERS = late(
    r"\W*(?:see|for|details|more|(?:the |a )?(?:full |longer |detailed )?(?:proofs?|results|account))\b",
    re.IGNORECASE,
)
_UNSEEN = late(
    r"\b(?:under (?:re)?review|in press|in preparation|in revision|to appear|submitted|forthcoming|accepted"
    r"|companion|follow-?up|(?:journal|long(?:er)?|extended|full|second) (?:version|part|article|paper))\b",
    re.IGNORECASE,
)
_SUBJECT = late(rf"\W*(?:[A-ZÀ-Þ][\w’-]+,? (?:et al\.? |and [A-ZÀ-Þ][\w’-]+ )?)?{CITE},?")
# More citations than this are a survey of a field.
_FEW = 2


def spoken_of(paper: Paper) -> Iterator[tuple[Sentence, int]]:
    """The sentences that do so, each with where the text begins that cites: there or in the sentence before."""
    wordings = {key: wording.within(spoken_texts(paper)) for key, wording in _wordings().items()}
    for one in facts_of(paper).sentences:
        text = own_voice(one.text)
        cited = citations_in(text)
        if not cited and not citations_in(one.before):
            continue
        if cited and (wordings["here"].stands_in(text) or wordings["citing"].stands_in(text)):
            yield one, one.start
        elif one.before and _takes_up(text, one.before, wordings):
            start = one.passage.text.rfind(one.before, 0, one.start)
            yield one, start if start >= 0 else one.start
        elif 0 < len(cited) <= _FEW and wordings["after"].stands_in(text):
            yield one, one.start


def _takes_up(text: str, before: str, wordings: Mapping[str, AnySigned]) -> bool:
    """Whether a sentence goes on about what the one before cites as its authors do."""
    if not 0 < len(citations_in(before)) <= _FEW:
        return False
    if wordings["here"].stands_in(text) or wordings["after"].stands_in(text):
        return True
    if wordings["referred"].stands_in(text) and _REFERS.match(before):
        return True
    if wordings["unseen"].stands_in(text) and _UNSEEN.search(before):
        return True
    return wordings["subject"].stands_in(text) and _SUBJECT.match(before) is not None


@cache
def _wordings() -> dict[str, AnySigned]:
    return {
        key: AnySigned([{**row, "pattern": _filled(row["pattern"])} for row in table("spoken_of")[key]])
        for key in _PLACES
    }


def _filled(pattern: str) -> str:
    for part, filling in _PARTS.items():
        pattern = pattern.replace(part, filling)
    for key in _LISTS:
        pattern = pattern.replace(f"<{key}>", any_of("spoken_of", key)) if f"<{key}>" in pattern else pattern
    return pattern
