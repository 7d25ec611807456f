"""Whether a citation may be of the authors' own work, by the words of its sentence that leave it no chance."""

from __future__ import annotations

import re
from functools import lru_cache

from faimi_check.rules.late import late
from faimi_check.rules.naming.identity.beginnings import Wording, beginnings, begun_as
from faimi_check.rules.naming.mentions.kind import Mention
from faimi_check.rules.naming.ownership.cited_people import belongs_to_named
from faimi_check.rules.naming.text.citations import ANONYMOUS_CITE
from faimi_check.rules.spotting import Lookout, lowered_once
from faimi_check.rules.tables import any_of, table

# Every sentence of related work cites: three at once are nobody's own.
_MANY = 3
_SPAN = late(r"(\d{1,3}) ?[–−-] ?(\d{1,3})")
_NOUGHT, _CITED, _YEAR = late(r"\[0\b"), late(r"\d+|\+"), late(r"(?:19|20)\d\d")
# Without a word of this kind no citation is one's own.
_OWN_SIGNS = tuple(Wording(late(sign, re.IGNORECASE), beginnings(sign)) for sign in table("mentions")["own_signs"])
_OWN_BEGINNINGS = Lookout(sign.begins.words for sign in _OWN_SIGNS)
# "The first author of [2] wrote a thesis": said of somebody else, but by "we, the authors of [2]".
_ITS_AUTHOR = late(r"(?<!, the )(?<!\bas )(?<!\bas the )\bauthors? of $")
# "By the same authors", "written by its last author": said of those who wrote what is cited; "leave it to the authors
# [3]", of any. "Operators told us that" says nothing of what we did.
_THEIRS = (
    late(
        r"\bthe same (?:(?!present)\w+ )?authors?\b"
        r"|\b(?:its|their|whose|that paper['’]s) (?:own )?"
        r"(?:(?:first|second|last|senior|two|three|corresponding) )?authors?\b"
        r"|\bshares? (?:a|an|the|their|two|three|some|no) (?:first |last |senior )?authors?\b"
        r"|(?<!\bby )(?<!\bby the )(?<!\bwork of the )(?<!\bpresent )(?<!\bthese )\bauthors(?= \[\d)|\bauthors"
        r" [a-z]{3,}(?= \[\d)"
        r"|\b(?:up|left|leaves?) to (?:the )?authors\b"
        rf"|\b(?:\d+|{any_of('mentions', 'many')}) authors\b",
        re.IGNORECASE,
    ),
    late(
        r"\bby the same (?:\w+ )?(?:group|team|lab)\b|\b(?:papers?|works?|stud(?:y|ies)) of that (?:group|team|lab)\b",
        re.IGNORECASE,
    ),
    late(r"\b(?:told|tell|tells|asked|informed|reminded|assured|warned|taught) us\b", re.IGNORECASE),
    # "In [3] the second reader is also the first author, which these authors own up to", "their own hospital".
    late(
        r"\A[^.;]{0,40}\bIn \[[\d, –-]{1,20}\](?:(?!\b(?:our|we|us|present)\b)[^.;]){5,200}?"
        r"\b(?:these|those|its|the) authors (?:themselves|point|say|admit|own up|concede|state|call|note|report)"
        r"|\btheir own (?:hospital|clinic|ward|department|institution|house|scanners?|readers?|labels?)\b"
        r"|\b(?:his|her|their) (?:(?:own|doctoral|master[’']?s?) )?(?:thesis|dissertation)\b"
        r"|\b(?:the same|that) (?:group|team|lab) (?:later |since |also |then |has since )?"
        r"(?:admit|conced|report|told|tell|writ|wrote|confess|corrected|retract)\w*",
        re.IGNORECASE,
    ),
    # Each has needed words of its own: "our" alone stands in every other sentence.
    late(rf"\bour (?:own )?{any_of('mentions', 'shared')}\b", re.IGNORECASE),
)
# "What Lyngby, Tamm and Quiroga wrote [12]".
_THEY_WROTE = late(
    r"(?<![\w-])[A-ZÀ-Þ][a-zß-ÿ][\w’'-]*(?: et al\.?| and (?:co-?workers|colleagues|others)|,)?"
    r" (?:have |had |has |first |already )?(?:wrote|written|found|shown?|[a-z]{2,}ed) $"
)


# "Our sampler follows the lines of [9]; its seeds are ours": what is ours besides sets the cited work apart.
_REST_IS_OURS = late(
    r"\s?[;,] (?:only |but |though |while |whereas |and )?(?:the|its|their|to|all|these) (?:[\w-]+ ){1,6}?"
    r"(?:is|are|was|were) (?:all |only )?(?:ours|our own)\b(?! (?:too|also|as well|already|again|and))"
)
_IS_OURS = late(r"\b(?:ours|our (?:own )?(?:previous|earlier|prior|paper|work|study|report|note|group|team|lab))\b")

# "We balance the sites, otherwise the scanner would stand for the group [1]": what holds in general is cited, in the
# present and with no word on a work or on who did it.
_CLAIM = late(
    r"(?P<end>[^,;:()]{0,40})(?:,|;|:) (?:and |but |or )?"
    r"(?:(?:for|of|from|to|by|under|after|with|in|on) (?:which|whom)|which|whose|where|since|because|as|for|otherwise"
    r"|though|although|while)\b(?P<clause>[^,;:()\[]{8,110}?)\s?$",
    re.IGNORECASE,
)
# "Readers tire; this noise is not spread evenly [1]": a clause of its own needs no such word.
_NEW_CLAUSE = late(r"(?P<end>[^;:]{0,60}); (?P<clause>[^;:()\[]{8,120}?)\s?$")
_OF_A_KIND = late(r"\b(?:of )?(?:this|that|the same) (?:kind|sort|type|nature)\b", re.IGNORECASE)
# "Our annotators, too, tire in the second hour [1]", "is of the same order as that in [1]".
_OURS_TOO = late(
    r"\W{0,5}[Oo]ur (?!earlier|previous|prior|own|first|old|last)[\w-]{2,25}(?: [\w-]{2,25}){0,2}, too,"
    r" (?!was\b|were\b|had\b|did\b|\w+ed\b)[^.;\[]{3,120}"
)
# "Bland's plots [4] show our readers", "our port of Lyngby and Tamm [3]"; but not "Halvorsen's audit [1], ours".
_SOMEBODYS = late(
    r"(?:\A\W{0,3}(?:\d{1,2} )?(?:[A-Z][a-z]+\.? )?|\b[Oo]ur (?:own |[A-Z][\w-]{1,20} )?[a-z-]{4,20} of )"
    r"[A-ZÀ-Þ][\w-]{1,30}[’']s (?:[a-z-]+ ){1,4}$"
    r"|\b[Oo]ur (?:own )?(?:re-?implementation|reproduction|replication|port|re-?run|rewrite) of"
    r" [A-ZÀ-Þ][^.;:()\[]{1,80} $"
)
_OR_OURS = late(
    r",? \(?(?:ours|our|which we|that we|by us|again|also)\b|.{0,120}\bour (?:earlier|previous|own|first|last|old)\b"
)
_AS_OTHERS_DO = late(r"[a-z-]+(?: [a-z-]+){0,2} (?:do|does|are|is|can|will)")
_LIKE_THAT = late(
    r"\bsame (?:kind|sort|order|size|magnitude|direction|sign|range|form|shape|level|amount)(?: of \w+)? as"
    r" (?:that|those|the ones?) (?:of|in|from|by) $"
)
_GENERAL = late(
    r"\b(?:is|are|can|cannot|must|may|might|should|would|will|does|do|has|have|needs?|costs?|helps?|matters?"
    r"|[a-z]{3,}s)\b"
)
_ON_A_WORK = late(any_of("mentions", "on_a_work"), re.IGNORECASE)
# "In both our and Lyngby's [3] group".
_OF_NAMED = late(r"\b[A-ZÀ-Þ][\w-]{1,30}[’']s? $")
# "We re-ran the authors' scripts [3]" and "we repeat the protocol of [3]": whoever reads them can.
_THE_AUTHORS = late(
    rf"\bthe authors[’'] (?:(?!earlier|previous|prior|own|first|older|recent)[\w-]+ ){{0,2}}"
    rf"{any_of('mentions', 'authors_things')} "
)
_REPEATED = late(
    r"\b[Ww]e (?:[a-z]+ )?(?:repeat|follow|adopt|copy|copie|reproduce|replicate|re-?ran|re-?run|keep to|kept to)"
    rf"(?:e?d)? (?:the|its|their) (?:[\w-]+ ){{0,3}}{any_of('mentions', 'authors_things')} (?:of|from|in) $"
)
# "For comparison we took reweighting [2]", "we applied augmentation [3]": what anybody takes, but with no word on whose
# it was or when, nor where nothing is taken ("the masks we added [5]").
_TAKES = late(
    r"(?:\A|(?<=[,;:] )|\A(?:For|As|In|To|With|By|On|After|Besides|Here|Then|Finally|Next|Instead|Additionally"
    r"|Furthermore|Moreover|Also|Throughout|Where|Following)\b[^,;:.\[]{0,70} )(?:[Ww]e|I)"
    r"(?: (?:have|had|also|then|only|first|simply|therefore|further|both)){0,3} "
    r"(?:used?|apply|applied|take|took|taken|adopt(?:ed)?|employ(?:ed)?|choose|chose|chosen|pick(?:ed)?|select(?:ed)?"
    r"|borrow(?:ed)?|add(?:ed)?|included?|train(?:ed)?|(?:fine-?)?tuned?|initiali[sz]ed?|rel(?:y|ied) on|fit(?:ted)?"
    r"|replaced?|compared?|follow(?:ed)?|implement(?:ed)?) [^.;:\[(]{3,120}\Z"
)
_OF_ONE_OF_US = late(
    r"\b(?:our|ours|my|own|us|ourselves|earlier|previous(?:ly)?|before|already|authors?|elsewhere|groups?|labs?|teams?"
    r"|again|released|published|last|recent(?:ly)?|ago|since|(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
# "The second has 900 photographs [4], where we predict the type": the task on data, told in the present.
_TASK_ON_IT = late(
    r",? (?:where|(?:on|for|from|in|with) which) (?:we|I) (?:only |always |just |then |will )?"
    r"(?:predict|classify|segment|detect|use|take|keep|select|pick|focus|restrict|aim|ask|draw|sample|estimate|look)\b"
)
_OF_US = late(r"\b(?:we|I)\b", re.IGNORECASE)
_LAST_WORD = late(r"\b(?:in|by|of|from|see|as|with|for|to|on|at)$")
_OUR_THING = late(r"\b(?:our|my|the same|this)\b", re.IGNORECASE)
# "In contrast to [2], our raters saw the age", but not "this time".
_SET_AGAINST = late(
    r"\W*(?:In contrast to|Unlike|Contrary to|As opposed to|Different(?:ly)? from|Compared (?:to|with)|Consistent with"
    r"|In line with|In agreement with|In accordance with|Similar to|Following|Like|Besides?)"
    r" (?:[A-Z][\w’-]+ (?:et al\.? |and [A-Z][\w’-]+ )?)?"
)
_OF_TWO_TIMES = late(
    r" ?\(our\b|,? (?:where|in which|when) we\b|.{0,80}\b(?:this time|now|no longer|again|then|back|still|had)\b"
)


def may_be_own(mention: Mention, said: str) -> bool:
    """Whether a citation of a sentence may be of the authors' work; `said` without what is quoted from others."""
    text = mention.text
    if (_cited_works(text) >= _MANY and not _YEAR.search(text)) or not _has_own_sign(said):
        return False
    if _ITS_AUTHOR.search(said, max(0, mention.start - 20), mention.start):
        return False
    if _REST_IS_OURS.match(said, mention.end) and not _IS_OURS.search(said, 0, mention.start):
        return False
    if _is_claim(mention, said) or _is_taken(mention, said):
        return False
    if _SET_AGAINST.fullmatch(said, 0, mention.start) and not _OF_TWO_TIMES.match(said, mention.end):
        return False
    if _SOMEBODYS.search(said, max(0, mention.start - 90), mention.start) and not _OR_OURS.match(said, mention.end):
        return False
    if _LIKE_THAT.search(said, 0, mention.start) or _is_said_of_ours_too(mention, said):
        return False
    if _THEY_WROTE.search(said, max(0, mention.start - 60), mention.start) or _is_others_thing(mention, said):
        return False
    if belongs_to_named(mention, said) or _is_worked_on(mention, said):
        return False
    return not _NOUGHT.match(text) and not ANONYMOUS_CITE.search(text)


def _is_worked_on(mention: Mention, said: str) -> bool:
    """Whether a citation is of data on which the authors do something now, and no word says that they made these."""
    before = said[: mention.start]
    own = _OF_US.search(before) or _OF_ONE_OF_US.search(before) or _ON_A_WORK.search(before)
    return not own and _TASK_ON_IT.match(said, mention.end) is not None


def _cited_works(text: str) -> int:
    """How many works a citation is of: four in "[1-4]"."""
    spans = (int(last) - int(first) - 1 for first, last in _SPAN.findall(text))
    return len(_CITED.findall(text)) + sum(max(0, works) for works in spans)


def _is_others_thing(mention: Mention, said: str) -> bool:
    """Whether a citation is of something that is somebody else's by the words right before it."""
    near = max(0, mention.start - 90)
    if _OF_NAMED.search(said, near, mention.start) and not _OR_OURS.match(said, mention.end):
        return True
    if _OF_ONE_OF_US.search(_THE_AUTHORS.sub(_without_letters, said)) is not None:
        return False
    theirs = any(found.end() == mention.start for found in _THE_AUTHORS.finditer(said, near))
    return (theirs and _OF_US.search(said) is not None) or _REPEATED.search(said, near, mention.start) is not None


def _is_claim(mention: Mention, said: str) -> bool:
    """Whether a citation ends a sentence behind a clause that says what is so in general."""
    if said[mention.end :].strip(" ."):
        return False
    near = _OF_A_KIND.sub(_without_letters, said[max(0, mention.start - 170) : mention.start])
    stated = _CLAIM.search(near) or (_NEW_CLAUSE.search(near) if ";" in near else None)
    if stated is None:
        return False
    clause = stated["clause"].strip()
    if not _GENERAL.search(clause) or _ON_A_WORK.search(clause) or _LAST_WORD.search(clause):
        return False
    if _AS_OTHERS_DO.fullmatch(clause):
        return True
    return stated.re.pattern == _NEW_CLAUSE.pattern or _OUR_THING.search(stated["end"]) is None


def _is_said_of_ours_too(mention: Mention, said: str) -> bool:
    """Whether a citation at a sentence's end is of those who saw first what ours does, too."""
    return not said[mention.end :].strip(" .") and _OURS_TOO.fullmatch(said, 0, mention.start) is not None


def _is_taken(mention: Mention, said: str) -> bool:
    """Whether the citation stands behind something that the authors took, as anybody does."""
    before = said[: mention.start].strip()
    return (
        # "We use the loss that we proposed [5]" speaks of the authors twice.
        len(_OF_US.findall(said)) == 1
        and _TAKES.search(before) is not None
        and _LAST_WORD.search(before) is None
        and _OF_ONE_OF_US.search(said[: mention.start] + said[mention.end :]) is None
    )


# A sentence is asked for each of its citations.
@lru_cache(maxsize=16)
def _has_own_sign(text: str) -> bool:
    for theirs in _THEIRS:
        text = theirs.sub(_without_letters, text)
    begun = [_OWN_SIGNS[at] for at in _OWN_BEGINNINGS.rows_in(lowered_once(text))]
    return next(begun_as(begun, text), None) is not None


def _without_letters(found: re.Match[str]) -> str:
    return " " * len(found[0])
