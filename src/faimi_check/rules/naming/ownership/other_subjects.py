"""Clauses that are somebody else's, because of who their subject is and because the authors do not speak in them.

"BUSI was collected at ...", "the study of Holm [7] was paid by ...", "the authors of [4], now in ...": what such a
clause names goes with its subject.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from faimi_check.rules.late import late
from faimi_check.rules.naming.identity import fold
from faimi_check.rules.tables import any_of, any_word

TITLE = r"(?:Dr|Prof|Professor|Sir|Dame|Lady|Lord|Mr|Mrs|Ms|Miss)\b\.?"
CITE = r"\[\d[\d, –-]{0,20}\]"
_US = late(
    r"\b(?:we|us|ours?|ourselves|my|mine|I|(?:present|these|two|three|one|some|all|both) (?:of the )?authors?"
    r"|the authors(?! of\b)|(?:this|the present) (?:paper|work|study|article|audit|trial))\b",
    re.IGNORECASE,
)
# What others tell us, and what anybody does with what others made: "remind us that", "the score that we recompute", but
# not "which we keep", "where we work".
_OF_ANYBODY = late(
    rf"\b{any_of('third_parties', 'tells')} us\b"
    rf"|\b(?:that |which |whom )?we (?:also |then |only )?{any_of('third_parties', 'anybody_does')}\b"
    rf"|\b(?:after|upon|on|to|{any_of('third_parties', 'grants')}) our {any_of('third_parties', 'requests')}\b"
    # "Of which we keep the frontal ones".
    r"|\bof (?:which|whom|these|those|them),? we (?:then |also |only )?(?:keep|kept|take|took|retain|retained|select"
    r"|selected|sample|sampled|draw|drew|choose|chose|read|test|train)\b"
    r"|(?<=\],) the authors\b|(?<=\]) the authors\b|\b(?:its|their) authors\b"
)
# "Our code extends Fairlearn, which was begun at".
_BEGUN = (
    r"which (?:was|were|has been|is) (?:first )?(?:begun|started|founded|made|developed|written|built|designed|kept)\b"
)
# Where a clause of the authors' begins. "Where we work" and "our first one" are no clauses of their own.
_BREAK = late(
    r"; |(?:,| –|—)? (?:and|but|so|yet|while|whereas|as|for|since|because|though|although)"
    r" (?=(?:we|our|ours|I|the present)\b)|[,:] (?=we\b)"
    rf"|\b(?:extends?|wraps?|uses?|used|on|from|with|of|by|into|via) [A-ZÀ-Þ][\w-]{{2,30}}, (?={_BEGUN})"
    r"|, (?=which (?:agrees?|differs?|is in line|is why|contrasts?|matches)\b|ours (?:being|is|are|has|have)\b)"
)
_LED_IN = late(
    r"(?:As|Since|Because|While|Although|Though|When|Where|And|But|Yet|Also|Later|Moreover|However|Then),? "
    r"|(?:According to [a-z ]{3,40}|In \d{4}|In (?:its|their) [a-z ]{3,40}), |\d{1,2} (?=[A-Z])"
)
# "Before us, a Danish group had tried it in three hospitals".
_BEFORE_US = late(
    r"(?:(?:Long |Just |Shortly )?[Bb]efore|Prior to|Unlike|Besides|Apart from|Independent(?:ly)? of|Like)"
    r" (?:us|ours|our [a-z]{3,12}|this (?:study|work|paper)),? (?:an?|another|two|three|some|one) (?!of\b)[\w-]+"
)
_DEEDS = (
    r"(?:was|were|is|are|has|had|have|came|comes|stems?|originates?|holds?|contains?|includes?|consists?|comprises?"
    r"|gathers?|gathered|pools?|pooled|spans?|covers?|offers?|provides?|brings?|draws?|counts?|began|begins|grew)"
)
_WORKS = any_of("third_parties", "works")
# Whom or what the subject of a clause of others may be.
_SUBJECTS = tuple(
    map(
        late,
        (
            # "The trial of Aakre [5]".
            rf"(?:[Tt]he|[Tt]his|[Tt]hat|[Aa]n?) (?:[\w-]+ ){{0,3}}{_WORKS} (?:of|by) [A-ZÀ-Þ][^.;]{{1,40}}? {CITE}",
            # "Two of the seven reviewed trials", "three audited models".
            rf"(?i:one|two|three|four|five|most|some|many|none|half|all) (?:of the (?:[\w-]+ ){{0,3}}{_WORKS}s"
            r"|(?:audited|reviewed|cited|included|compared|public|other|earlier))\b",
            # "Their biobank".
            rf"(?:Their|His|Her|their|his|her) (?:[a-z-]+ ){{0,2}}?(?:{_WORKS}|{any_of('third_parties', 'makes')})s?\b",
            rf"[Tt]he (?:original|public|open|other) (?:[\w-]+ ){{0,2}}(?:{_WORKS}|set|data ?set|images|labels)s?\b",
            # "The data set paper lists its grant", "the grant of the cited authors".
            rf"[Tt]he (?:cited|quoted|reviewed|compared|data ?set|challenge"
            rf"|benchmark)(?:['’]s)? (?:{_WORKS}|author)s?\b",
            rf"[Tt]he (?:[a-z]+ )?{any_of('third_parties', 'backing')}s? of (?:{CITE}|(?:the|those|these"
            rf"|that) (?:cited|quoted"
            rf"|original|other|reviewed|compared|earlier|data ?set(?:['’]s)?) (?:{_WORKS}|author|group|team|data)s?\b)",
            # "The bronze medal solution", "the runner-up was".
            rf"[Tt]he (?:[\w-]+ ){{0,2}}{any_of('third_parties', 'placed')}"
            rf"(?:(?: [\w-]+){{0,2}}? {any_of('third_parties', 'entries')}s?\b|(?= was\b| came\b))",
            # "The same laboratory that made U-Net".
            r"[Tt]he (?:same )?(?:group|lab|laboratory|team|people|company)(?: (?:in|at|of|from) [A-ZÀ-Þ][\w-]{1,30})?"
            r" (?:that|who|which|behind) [^.;,]{0,40}?(?:[a-z][A-Z]|[A-Z]-?[A-Z]|[A-Z][a-z]+-?\d)",
            _BEGUN,
            # "The first author of [7]".
            rf"[Tt]he (?:(?:first|last|senior|corresponding|second) )?authors? of (?:{CITE}|that|their|its)",
            # "The curators in Maastricht confirmed": but not "the owner of the films is".
            rf"(?:[Tt]he|[Ii]ts|[Tt]heir) (?:[a-z-]+ )?{any_of('third_parties', 'keepers')}s?\b"
            r"(?! (?:among|of (?:us|our|this|the present))\b)"
            rf"(?=[^.;]{{0,120}}\b(?:{any_of('third_parties', 'answers')}|{any_of('third_parties', 'grants')})\b)",
            # "In an extension of [11], its authors".
            rf"In (?:an?|the|their) (?:[\w-]+ ){{0,2}}{any_of('third_parties', 'follows')} (?:of|to|on) {CITE},?"
            r" (?:its|the|their) (?:\w+ )?(?:authors|writers|team|group|makers)\b",
            # "Gichoya, then at Emory, led".
            r"[A-ZÀ-Þ][\w’-]{1,30}(?: and [A-ZÀ-Þ][\w’-]{1,30})?,? then (?:at|in|of|with) [A-ZÀ-Þ]",
            # "The MRNet data may be used under an agreement".
            r"[Tt]he [A-Z][\w-]{2,30} (?:data ?set|data|images|set|collection) (?:may|can|must) (?:only )?be"
            r" (?:used|had|obtained|shared) under\b",
            # "Framingham, a town in".
            r"[A-ZÀ-Þ][\w-]{2,30}, an? (?:[a-z]+ )?(?:town|city|village|county|suburb|island|state|province|region)"
            r" (?:in|of|near)\b",
            # "Röntgen's picture of the hand of his wife, taken in": not the ward or the patients of somebody.
            rf"(?:{TITLE} )?[A-ZÀ-Þ][\w-]{{1,30}}(?: [A-ZÀ-Þ][\w-]{{1,30}}){{0,2}}(?:[’']s|(?<=s)[’'])"
            rf" (?:[a-z-]+ ){{0,2}}?(?!{any_of('third_parties', 'workplaces')}\b)[a-z-]+\b",
            rf"(?:[Tt]he )?{any_of('public_statements', 'collections')}(?:[’']s|\b)?[^,.;]{{0,30}} {_DEEDS}\b",
        ),
    )
)


def clauses(said: str) -> Iterator[tuple[int, int]]:
    """Where the clauses of a sentence begin and end, as far as those of the authors' own stand apart."""
    start = 0
    for end in (*(found.end() for found in _BREAK.finditer(said)), len(said)):
        yield start, end
        start = end


def clauses_of_others(said: str) -> Iterator[tuple[int, int]]:
    """The clauses in which the authors do not speak and that have others for their subject."""
    for start, end in clauses(said):
        first = start
        while led := _LED_IN.match(said, first, end):
            first = led.end()
        led_by_us = _BEFORE_US.match(said, first, end)
        spoken = said[led_by_us.end() if led_by_us else first : end]
        if (led_by_us or _has_other_subject(said, first, end)) and not _US.search(_OF_ANYBODY.sub(" ", spoken)):
            yield start, end


def stands_apart(said: str, at: int) -> bool:
    """Whether the clause at a position does not speak of the authors, who speak in another one of the sentence."""
    for start, end in clauses(said):
        if start <= at < end:
            return (start > 0 or end < len(said)) and not _US.search(said[start:end])
    return False


def _has_other_subject(said: str, first: int, end: int) -> bool:
    if any(subject.match(said, first, end) for subject in _SUBJECTS):
        return True
    # "Harvard-GF, from the Harvard Ophthalmology AI Lab, is balanced".
    match = _collection().match(fold(said[first:end]))
    return match is not None and said[first + match.start("name")].isupper()


@cache
def _collection() -> re.Pattern[str]:
    """A public collection, or its data, as the subject of a folded clause."""
    return late(
        r"(?:(?:the|all|both) )?(?:(?:images|films|scans|photographs|labels|data|patients) (?:of|in|from) (?:the )?)?"
        rf"(?P<name>{any_word('collections', 'names')})(?![^\W\d_])(?: ?\[\d[\d, –-]{{0,20}}\])?"
        r"(?: (?:data ?set|set|data|images|collection|cohort))?"
        rf"(?:,[^,;]{{1,80}},)? {_DEEDS}\b"
    )
