"""Citations of whom a sentence names first, or of what a study is set beside: by the whole sentence."""

from __future__ import annotations

import re
from functools import cache

from faimi_check.rules.late import late
from faimi_check.rules.naming.identity import fold
from faimi_check.rules.naming.mentions.kind import Mention
from faimi_check.rules.tables import any_of, listed

# "Lyngby has argued that rates count for action [2]; we take this over": whom a sentence begins with did it.
_NAMED_SUBJECT = late(
    r"\W*(?:(?:As|While|Though|But|And) )?(?!(?:We|I|Our|One|Two|Three|Both|Some|It|This|The|In|As|There)\b)"
    r"[A-ZÀ-Þ][\w’-]{2,30}(?:,? (?:et al\.?|and (?:colleagues|co-?workers|others|[A-ZÀ-Þ][\w’-]{2,30})))?"
    rf" (?:ha(?:s|ve) |had |once |first |already )?(?:[a-z]{{2,}}ed|{any_of('mentions', 'argues')})\b"
    r"(?:(?!\b(?:our|ours|us|we|my)\b)[^.;\[]){3,200}"
)
_TAKEN_OVER = late(
    r"[)\];,:.–— ]{1,4}(?:(?:and|which|a view|whom|of which|his|her|their) )?(?:we|I)(?: also| here| only)?"
    rf" {any_of('mentions', 'takes_over')}\b"
)
# "Lyngby has pointed out that groups are easier to count; her remark guided us [2]": who is cited said it.
_GUIDED_US = late(
    r"(?:\b(?:his|her|their|this|that|whose|which)(?: [a-z-]+){0,3}? |,? (?:and|but) (?:so |thus |thereby )?)"
    rf"(?:has |have |had |also |first )*{any_of('mentions', 'guides')} (?:us|our)\b"
)
# "The results of this study agree with [1]": whatever a study is set beside is apart from it.
_STUDY_SET_BESIDE = late(
    r"\W*(?:[Tt]he|[Aa]ll|[Bb]oth|[Mm]ost) (?:[\w-]+ ){1,5}?(?:of|for|in|behind) (?:this|the present)"
    r" (?:paper|work|study|article|manuscript|submission) (?:[a-z]+ly |all |also |mostly )?"
    rf"{any_of('mentions', 'relates')} "
)
_FIRST_PERSON = late(r"\b(?:we|I|us|ours?|my|mine|ourselves|authors?)\b", re.IGNORECASE)
# What an earlier work of one's own is called, too.
_EARLIER = late(
    r"\b(?:own|earlier|previous(?:ly)?|before|already|elsewhere|groups?|labs?|teams?|again|released|published|last)\b",
    re.IGNORECASE,
)
# "Lyngby and Ida Tamm made this objection long ago": thinkers, who are quoted without a citation.
_THOUGHT = late(
    r"(?:,? (?:and|&) (?:[A-ZÀ-Þ][\w’.-]{1,30} ?){1,4}| and others)?,? ?"
    r"(?:(?:has|have|had|once|famously|long|already|both|rightly|also|would|each|too),? ){0,3}"
    rf"{any_of('mentions', 'thought')}\b"
)
# "Bayes wrote", "Jensen, a telephone engineer": who does something, and not "Pearson correlation".
_ACTOR = late(
    r"(?<![\w-])([A-ZÀ-Þ][\w-]{2,30})(?=, (?:then |who |an? |the |himself|herself)"
    r"| (?:[a-z]+ly |once |first )?(?:[a-z]{2,}ed|was|had"
    r"|[a-z]*(?:wrote|gave|saw|knew|drew|took|taught|thought|made|found|began|held))\b)"
)
_FIRST = late(r"\b(?:[Ww]e|[Oo]urs?|us|I|authors?)\b")
_NEAR = 24
_ANY = late(r"\b(?:[Aa]|[Aa]n|[Ee]very|[Ss]ome|[Aa]nother|[Nn]o) (?:Mr|Mrs|Ms|Miss|Herr|Frau|Señora?)\b\.? ?$")
_PATIENT = late(
    r",? (?:aged )?\d{1,2}(?:[ -]years?(?:[ -]old)?)?,? (?:who )?"
    r"(?:presents?|presented|complains?|has had|comes? (?:in )?with)\b"
)


def belongs_to_named(mention: Mention, said: str) -> bool:
    """Whether a citation is of somebody named before it, or of what "this study" is set beside."""
    if _TAKEN_OVER.match(said, mention.end) and _NAMED_SUBJECT.fullmatch(said, 0, mention.start):
        return True
    return _is_of_who_guided_us(mention, said) or _is_beside_study(mention, said)


def _is_of_who_guided_us(mention: Mention, said: str) -> bool:
    """Whether a citation is of somebody named first, by whose words the authors were led."""
    if ("us" not in said and "our" not in said) or _NAMED_SUBJECT.match(said) is None:
        return False
    guided = _GUIDED_US.search(said, 0, mention.start)
    return guided is not None and len(_FIRST_PERSON.findall(said)) == 1


def _is_beside_study(mention: Mention, said: str) -> bool:
    """Whether a citation is of what "this study" is set beside, in a sentence that says nothing else of the authors."""
    beside = "this " in said or "the present " in said
    return (
        beside
        and _STUDY_SET_BESIDE.fullmatch(said, 0, mention.start) is not None
        and not _FIRST_PERSON.search(said)
        and _EARLIER.search(said, 0, mention.start) is None
    )


def thought_so(text: str, end: int) -> bool:
    """Whether the person whose name ends there is one of those who once made a thought: "made this objection"."""
    return _THOUGHT.match(text, end) is not None


def tells_of_the_past(text: str, end: int) -> bool:
    """Whether what a sentence says up to there is told of somebody of history: "Bayes wrote it as a minister in"."""
    clause = text[max(text.rfind(";", 0, end), 0) : end]
    return _FIRST.search(clause) is None and any(fold(word) in _surnames() for word in _ACTOR.findall(clause))


@cache
def _surnames() -> frozenset[str]:
    named = {name.split()[-1] for name in listed("mentions", "historical")}
    return frozenset(named | listed("mentions", "historical_surnames"))


def is_a_figure(text: str, start: int, end: int) -> bool:
    """Whether a person stands for any: "every ward has a Mr. Tamm", "Mrs. Tamm, 54, presents with cough"."""
    behind = _PATIENT.match(text, end)
    return behind is not None or _ANY.search(text, max(0, start - _NEAR), start) is not None
