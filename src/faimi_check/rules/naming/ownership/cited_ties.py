"""What ties a citation to the authors besides its score, and what gives it to others, by the words close to it.

"We" and "our" stand in every other sentence of a paper: of the citations beside them most are of others. So a score
that is not high counts only with a word that is said of one's own earlier work.
"""

from __future__ import annotations

import re

from faimi_check.rules.late import late
from faimi_check.rules.naming.mentions.kind import Mention
from faimi_check.rules.tables import any_of

# From this score on a citation needs no such word.
UNTIED = 0.975
# "Our toolbox [5]", "our group's survey [5]", "the authors' first report [5]": nothing but a name's words in between.
_OURS_RIGHT_BEFORE = late(
    rf"\bour (?:own )?(?!{any_of('mentions', 'makes_of')}\b)[\w-]+ (?:of|in|from) $|"
    r"\b(?:our|my|(?:the )?authors?[’']s?) (?:own )?"
    rf"(?:(?!(?:{any_of('self_citation', 'not_between')}|{any_of('mentions', 'does_with')})\b)[^\s,;:()]+ ){{0,6}}?$",
    re.IGNORECASE,
)
# "In [6] we made a mistake", "[12], where we reported", "the experience that we gained in [10]".
_DID = rf"(?:\w+ed|were|was|{any_of('self_citation', 'did')})"
_PAST = rf"(?:have|had|also|first|already|once|then|still|never|ourselves|\w+ly|{_DID})\b"
_WE_BEHIND = late(
    r"\)?,? (?:(?:(?:where|in which|when|of which|whose \w+) )(?:we|I)\b(?! (?:can|could|will|would|may|must|should)\b)"
    rf"|(?:(?:which|that|and) )?(?:we|I) (?!have (?:that|to)\b){_PAST}"
    r"|(?:two|three|four|one|some|all|both) of us\b|by us\b|ours\b)"
)
_WE_IN = late(
    r"\b(?:we|I|us|authors?|ours|our [\w-]+) "
    r"(?:(?:have|had|did|also|first|already|once|then|still|never|\w+ly) ){0,3}"
    rf"(?:{_DID}|called|gave|had|met|ran|saw|spent|thought|took|did|do|does)\b[^.;]{{0,90}}"
    r"\b(?:in|of|for|since|after|before|with|at|on) $"
)
# What is said of one's own earlier work: "two years ago", "by us", "the same authors", "this continues".
_OWN_WORDS = late(rf"\b{any_of('mentions', 'of_own_work')}\b", re.IGNORECASE)
_FIRST_PERSON = late(r"\b(?:we|I|us|ours?|my|me|mine|ourselves|(?:present|last|first|second|senior) authors?)\b")
# "Lyngby et al. [3]" without a word of the authors' behind it, "in [3], they", "the authors of [3] do the same".
_NAMED = late(r"\b[A-ZÀ-Þ][\w’-]{1,30},? et\.? al\.?,?(?:[’']s)? ?$")
_AS_THEY = late(
    r"\b[Aa]s [A-ZÀ-Þ][\w’-]{1,30}(?:,? et\.? al\.?| and [A-ZÀ-Þ][\w’-]{1,30}| and (?:co-?workers|colleagues)),? ?$"
)
_THEIR_DEED = late(r"\)?,? (?:(?:have|had|then|later|first|also|once|already|since|\w+ly) ){0,2}[a-z]{3,}")
_THEY = late(
    r"\)?,? (?:[a-z]+ly,? |also |too,? |where |in which |that |when )?(?:they|he|she|(?:its|their|the) authors)\b"
)
# "Our toolbox, introduced in [5]" is not set beside it.
_OURS_ITSELF = late(
    r"\b[Oo]ur (?:own )?(?:[\w-]+ ){0,3}[\w-]+,? (?:(?:which|that) )?(?:(?:was|were|is|are|has been|had been) )?"
    r"(?:first |also |already )?$"
)
# "Unlike what we wrote in Lyngby and Tamm (2023)" sets two works of one's own beside each other.
_WE_WROTE = (
    r"(?:we|I) (?:have |had |ourselves |once |first )?(?:wrote|written|published|proposed|claimed|argued|said)\b"
)
# "The same as the one in [10]", "differs from previous work [4]", "builds on [7]": what ours is set beside.
_BESIDE = late(
    rf"\b{any_of('mentions', 'set_beside')} (?:(?!(?:our|my|own)\b|{_WE_WROTE})[\w’'-]+ ){{0,6}}?$",
    re.IGNORECASE,
)
# "Cleared of names before we received them [5]", "until they reached us [5]": what was done until then others did.
_HAD = late(
    r"\b(?:before|until|till|by the time) "
    rf"(?:(?:we|I) (?:had |have |first |ever |even )?{any_of('mentions', 'had_from')}\b"
    r"|(?:it|they|these|(?:the|these|those) [\w-]+) (?:had |have )?(?:(?:were|was|been) )?"
    r"(?:reached|came to|got to|sent to|given to|handed to|released to|passed to|passed on to) us\b)"
    r"(?: (?:it|them|these|those|any|the|of|to|from|there|as|a|[\w-]+s)){0,4},? ?$"
)
_REACH = 170


def gives_to_others(mention: Mention, said: str) -> bool:
    """Whether the words right beside a citation make it others', in a sentence that says nothing of earlier work."""
    behind = said[mention.end : mention.end + _REACH]
    before = said[max(0, mention.start - _REACH) : mention.start]
    if _FIRST_PERSON.search(behind):
        return False
    if (
        (had := _HAD.search(before))
        and not _FIRST_PERSON.search(before, 0, had.start())
        and not _OWN_WORDS.search(said)
    ):
        return True
    # "It began elsewhere, as Lyngby et al. [3] then showed".
    if _AS_THEY.search(before) and _OWN_WORDS.search(before.rpartition(",")[2]) is None and _THEIR_DEED.match(behind):
        return True
    if (_NAMED.search(before) or _THEY.match(behind)) and _OWN_WORDS.search(before) is None:
        return True
    beside = _BESIDE.search(before)
    if beside is None or _OWN_WORDS.search(before, beside.start()):
        return False
    told = beside[0].partition(" ")[0].endswith(("ed", "en"))
    return not told or _OURS_ITSELF.search(before, 0, beside.start()) is None


def is_tied(mention: Mention, said: str) -> bool:
    """Whether a word is said of a citation that authors say of their own earlier work."""
    behind = said[mention.end : mention.end + _REACH]
    before = said[max(0, mention.start - _REACH) : mention.start]
    if _OURS_RIGHT_BEFORE.search(before) or _WE_BEHIND.match(behind) or _WE_IN.search(before):
        return True
    return _OWN_WORDS.search(said) is not None
