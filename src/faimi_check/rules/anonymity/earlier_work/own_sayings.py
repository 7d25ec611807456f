"""Earlier work that is told as the authors' by what they say of it: "described by us in [7]", "our remark in [7]",
"[7], that is ourselves", "our article in the Annals of Lysvik (2020)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from faimi_check.rules.anonymity.earlier_work.own_work import CITE_ENDS, EARLIER, PAPER, VERB
from faimi_check.rules.late import late
from faimi_check.rules.naming.identity.matter import near, windows
from faimi_check.rules.naming.text.citations import CITE
from faimi_check.rules.spotting import lowered
from faimi_check.rules.tables import any_of, table

_TOLD, _SAID = any_of("self_citation", "told"), any_of("self_citation", "said_there")
_OUR, _REFERENCE = r"(?:our|my)", r"(?:(?:Refs?\.?|references?) )?"
# A journal by its name, with the year.
_JOURNAL = (
    r"(?:the )?(?-i:(?!Table|Fig|Section|Sect|Appendix|Chapter|Eq)[A-Z][\w&.-]+"
    r"(?: (?:(?:of|and|for|in|the) ){0,2}[A-Z][\w&.-]+){0,5})"
)
_DATED = rf"{_JOURNAL}[ ,(]{{1,3}}(?:of |in )?(?:19|20)\d\d\b"
_BY_US = late(
    rf"\b(?:{VERB}|{_TOLD}|seen|found|observed|drawn|written|printed) by (?:us|the (?:present )?authors)"
    rf"(?:(?: \w+){{0,3}} in)? (?:{_JOURNAL} )?{_REFERENCE}{CITE}",
    re.IGNORECASE,
)
_WE_ONCE = late(
    rf"\b(?:we|I) {any_of('self_citation', 'once')} {any_of('self_citation', 'believed')}(?: \w+){{0,4}}? in "
    rf"{_REFERENCE}{CITE}",
    re.IGNORECASE,
)
_OUR_WORDS = late(rf"\b{_OUR} (?:own )?{_SAID} in {_REFERENCE}{CITE}", re.IGNORECASE)
_LAST_YEARS = late(
    rf"\b(?:last year['’]s|{EARLIER}) (?:\w+ ){{0,2}}(?:{PAPER}|contribution|abstract|poster) (?:of|by) the "
    rf"(?:present )?authors {CITE}",
    re.IGNORECASE,
)
# "Lyngby and Tamm [3], the first two authors of this article", "Lyngby et al. (2019), that is ourselves".
_ARE_US = late(
    rf"{CITE}\)?,? (?:\(?(?:that is|i\.e\.,?|being|who are),? (?:us|ourselves|the present authors)\b"
    rf"|(?:the |both |two of the )?(?:(?:first|last|senior|second|two|three) ){{0,2}}authors? of "
    rf"(?:this|the present) {PAPER}\b)"
)
# "It would repeat [5], and we would rather not plagiarise ourselves", "[4], from which we quote ourselves".
_COPIED = (
    r"(?:plagiari[sz]|quot|repeat|contradict|copy|correct|borrow|steal)(?:e|ing)?(?:(?: [\w-]+){0,4} from)? ourselves"
)
_OURSELVES = late(rf"{CITE}[^.;]{{0,120}}?\b{_COPIED}\b|\b{_COPIED}\b[^.;]{{0,60}}?{CITE}", re.IGNORECASE)
# "The bisection that we proposed in Lyngby et al. [6]".
_SURNAME = r"(?-i:[A-ZÀ-Þ])[\w’-]{1,30}"
_PROPOSED_IN = late(
    rf"\b(?:we|I) (?:have |had |first |once |already |originally )*"
    rf"(?:{VERB}|derived|described|defined|coined|called|began|built|gave|laid out|set out|worked out|wrote|written"
    r"|said|stated|promised|conjectured)"
    rf"(?: \w+){{0,4}}? in (?:{_SURNAME}(?:,? et\.? al\.?|(?:, {_SURNAME}){{0,4}},? (?:and|&) {_SURNAME})?,? )?{CITE}",
    re.IGNORECASE,
)
_PROPOSED_SIGNS = (
    *("et al. [", "et al [", "et al., [", "et al. (", "et al., ("),
    *(
        f" {verb} in "
        for verb in (
            "proposed",
            "described",
            "introduced",
            "presented",
            "showed",
            "reported",
            "published",
            "developed",
            "wrote",
            "said",
        )
    ),
)
# Each with what stands in any match, in lower case, and how far off its ends may be.
_CITED = (
    ((" by us ", " by the authors ", " by the present "), _BY_US, 30, 190),
    (tuple(f" {word} " for word in table("self_citation")["once"]), _WE_ONCE, 4, 160),
    ((" in [", " in ref", " in ("), _OUR_WORDS, 40, 90),
    (("ourselves",), _OURSELVES, 220, 160),
    (_PROPOSED_SIGNS, _PROPOSED_IN, 170, 90),
    (("last year", *table("self_citation")["earlier_signs"]), _LAST_YEARS, 12, 160),
    (tuple(f"{end}{gap}" for end in CITE_ENDS for gap in (", ", " (")), _ARE_US, 90, 70),
)
_ARE_US_SIGNS = (
    "ourselves",
    "e., us",
    "being us",
    "is us",
    "are us",
    "present authors",
    " of this ",
    " of the present ",
)
# Without a citation.
_OUR_PREPRINT = late(rf"\b(?:is|being|as|from|to|in|of) {_OUR} (?:own )?preprint\b(?! server)", re.IGNORECASE)
_OUR_ARTICLE = late(
    rf"\b(?:{_OUR} (?:own )?(?:paper|article|report|note|letter|study) in {_DATED}"
    rf"|(?:{VERB}|{_TOLD}|printed) by us (?:\w+ ){{0,3}}in {_DATED})",
    re.IGNORECASE,
)
# "Our comment (Lyngby et al.)", "our Lancet paper (Lyngby and Tamm)", "our formula of 2022 (Lyngby et al.)": with
# names instead of a number; "our loss (Lyngby et al.)" and "our paper (see Lyngby et al.)" are others'.
_NAMES = rf"{_SURNAME}(?: et al\.?|(?:, {_SURNAME}){{0,3}},? (?:and|&) {_SURNAME})"
_OUR_NAMED = late(
    rf"\b{_OUR} (?:own )?(?:(?:[\w-]+ ){{0,5}}?{any_of('self_citation', 'other_texts')}"
    rf"|(?:(?-i:[A-Z][a-z]{{3,}}) ){{1,5}}(?:{PAPER}|note|preprint)|(?:[\w-]+ ){{1,4}}(?:of|from) (?:19|20)\d\d)"
    rf" \({_NAMES}[^()]{{0,50}}\)"
    # "A line that our group opened with Lyngby's audit of 2022".
    rf"|\b{any_of('self_citation', 'lines')}(?: of (?:\w+ ){{1,2}}?)?,? (?:(?:which|that) )?"
    rf"(?:we|{_OUR} (?:own )?{any_of('self_citation', 'groups')}) (?:have |had |has |first )?"
    rf"(?:opened|began|begun|started|launched) (?:with|in|by) (?:the )?(?:{_NAMES}|{_SURNAME}['’]s?)"
    r"[^.;:()]{0,30}[ (](?:19|20)\d\d",
    re.IGNORECASE,
)
_NAMED_SIGN = re.compile(
    r" \([A-ZÀ-Þ][\w’-]{1,30}(?: et al|, [A-ZÀ-Þ]| and [A-ZÀ-Þ]| & )"
    r"|\b(?:opened|began|begun|started|launched) (?:with|in|by) (?:the )?[A-ZÀ-Þ]"
)
# "Our estimator KnotTone (J. Dermatol. Imaging 10, 044502)": with a journal, its volume and a page for a citation.
_JOURNAL_SIGN = re.compile(r"\((?:[A-Z][A-Za-z]{0,14}\.? (?:of |and |& )?){1,6}\d{1,4} ?(?:\(|[,:] ?[\de])")
_OUR_PRINTED = late(
    rf"\b{_OUR} (?:own )?(?:[\w-]+ ){{1,4}}\((?!(?:Tables?|Tab\.|Figs?\.|Figures?|Eqs?\.|Sect?\.|Sections?|Appendix)\b)"
    r"(?-i:(?=[^()\d]*(?:[A-Z][a-z]*\. |Journal|Annals|Letters|Radiology|Medicine|Lancet|Nature|Transactions))"
    r"(?:[A-Z][A-Za-z]{0,14}\.? (?:of |and |& )?){1,6}\d{1,4} ?(?:\(\d{1,3}\))? ?[,:] ?e?\d{1,8})",
    re.IGNORECASE,
)
_OUR_TEXTS = tuple(f"our {text} in " for text in ("paper", "article", "report", "note", "letter", "study"))


def said_by_us(text: str) -> Iterator[re.Match[str]]:
    """Where words that only its authors have for it stand beside a citation."""
    small = lowered(text)
    for signs, pattern, before, behind in _CITED:
        if pattern is _ARE_US and not any(sign in small for sign in _ARE_US_SIGNS):
            continue
        for start, end in near(signs, small, before, behind):
            yield from pattern.finditer(text, start, end)


def told_by_us(text: str) -> Iterator[re.Match[str]]:
    """Where a work is called the authors' by its journal and year, or as their preprint."""
    small = lowered(text)
    for start, end in near(("preprint",), small, 40, 12):
        yield from _OUR_PREPRINT.finditer(text, start, end)
    for start, end in near((" by us ", *_OUR_TEXTS), small, 20, 120):
        yield from _OUR_ARTICLE.finditer(text, start, end)
    for start, end in windows(_NAMED_SIGN, text, 150, 110):
        yield from _OUR_NAMED.finditer(text, start, end)
    for start, end in windows(_JOURNAL_SIGN, text, 90, 40):
        yield from _OUR_PRINTED.finditer(text, start, end)
