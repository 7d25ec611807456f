"""Where sentences begin and end in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator

# A full stop ends a sentence unless an abbreviation or an initial stands before it.
_SENTENCE_END = re.compile(
    # The full stop comes first: what stands before it is asked only there.
    r"[.!?](?:(?<!\bal[.!?])(?<!\be\.g[.!?])(?<!\bi\.e[.!?])(?<!\bcf[.!?])(?<!\bFig[.!?])(?<!\bEq[.!?])(?<!\bSec[.!?])(?<!\bvs[.!?])"
    r"(?<!\bNo[.!?])(?<!\bDr[.!?])(?<!\bMr[.!?])(?<!\bMrs[.!?])(?<!\bMs[.!?])(?<!\bProf[.!?])(?<!\bSt[.!?])(?<!\b[A-Z][.!?])"
    # A footnote's mark may stand behind the full stop, though not behind the point of a number; what follows may be
    # a formula set apart, which opens with a sign.
    r"[\"”’)\]]{0,2}(?:(?<!\d[.!?])\d{1,3}(?:[,–-]\d{1,3}){0,5})?"
    # A citation behind the full stop belongs to the sentence before it, as Vancouver style sets it, blank or not.
    r"(?P<cited> ?\[\d[\d,; –-]{0,20}\](?= [^\W_a-z]))?"
    r" (?=(?:[\"“‘„«(\[]|« )?[^\W_a-z]|[\u2200-\u22ff])"
    # "Pvt. Ltd.", "Co. KG": how companies are called goes on.
    r"(?!(?:Ltd|LLC|Inc|KG|KGaA|Bhd)\b)"
    # "grant no. AB/2024/17": what is numbered so follows.
    r"(?!(?:(?<=\b[Nn]o\. )|(?<=\b[Nn]r\. )|(?<=\bAz\. )|(?<=\b[Nn]os\. )|(?<=\b[Rr]ef\. ))[\w/.–-]{0,16}\d)"
    # "et al." ends a sentence where a word follows that begins one and is no name.
    r"|(?<=\bal\.) (?=(?:The|This|These|Their|Its|Our|We|In|All|An|Code|Source|Implementation|However)\b))"
)

# Words cut short before a name or a number: no sentence ends with one of them.
_CUT_SHORT = frozenset({
    "Dept", "Depts", "Univ", "Inst", "Hosp", "Coll", "Acad", "Assoc", "Natl", "Anon", "Gov", "Govt", "Ctr",
    "Fac", "Pathol", "Radiol", "Med", "Hôp", "Osp", "Klin", "Abt", "Kl", "Ste", "Sta", "Drs", "Dra", "Dott",
    "dott", "Sect", "Sects", "Secs", "Figs", "Eqs", "Refs", "Tab", "Ch", "Chap", "App", "Alg", "Thm", "Vol",
    "vol", "pp", "approx", "ca", "Diagn", "Intervent", "Neurorad", "Nuklearmed", "Allg", "Chir", "Kard", "Onkol", "Gyn",
    "Ped", "Cardiol", "Dermatol", "Ophthalmol", "Neurol", "Surg", "Technol", "Serv", "Ges", "Lab",
    "Tel", "tel", "Telef", "Fax", "fax", "Ext", "ext",
})  # fmt: skip
# "Inst. f. Radiologie": an article or preposition cut short behind such a word.
_CUT_TO_A_LETTER = frozenset("fdu")
_LONGEST_CUT = 12
# Back over the blank and the full stop, into the sentence before.
_BACK = 2


def sentence_around(text: str, start: int, end: int, reach: int = 300) -> tuple[int, int]:
    """The span of the sentence that holds (start, end), at most `reach` characters to either side."""
    before = text[max(0, start - reach) : start]
    ends = _ends(text, start - len(before), start + 2)
    opening = [match.end() for match in ends if match.end() <= start]
    closing = next(_ends(text, end, end + reach), None)
    first = opening[-1] if opening else start - len(before) + _word_start(before, reach)
    last = _end(closing) if closing else min(len(text), end + reach)
    return first, last


def sentence_before(text: str, first: int, reach: int = 300) -> str:
    """The sentence before the one that begins at `first`, at most `reach` characters; empty at the text's beginning."""
    if first < _BACK:
        return ""
    earlier, _ = sentence_around(text, first - _BACK, first - _BACK, reach)
    return text[earlier:first]


def _end(closing: re.Match[str]) -> int:
    """Where a sentence ends: behind its full stop, or behind the citation that follows it."""
    return closing.end("cited") if closing["cited"] else closing.start() + 1


def sentence_ends(text: str, start: int, end: int) -> Iterator[int]:
    """Where the sentences between start and end give way to the next ones."""
    for closing in _ends(text, start, end):
        yield closing.end()


def _ends(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """What ends a sentence there: no word that is cut short."""
    for closing in _SENTENCE_END.finditer(text, start, end):
        stop = closing.start()
        if text[stop : stop + 2] != ". " or not _is_cut_short(text, stop):
            yield closing


def _is_cut_short(text: str, stop: int) -> bool:
    word = _last_word(text, stop)
    if word in _CUT_TO_A_LETTER and text[max(0, stop - 3) : stop - 1] == ". ":
        word = _last_word(text, stop - 3)
    return word in _CUT_SHORT


def _last_word(text: str, stop: int) -> str:
    word = text[max(0, stop - _LONGEST_CUT) : stop].rpartition(" ")[2]
    return word.lstrip('([,;–-“‘"')


def _word_start(before: str, reach: int) -> int:
    """Where the text was cut in the middle of a word, it begins at the next one."""
    return before.find(" ") + 1 if len(before) == reach else 0
