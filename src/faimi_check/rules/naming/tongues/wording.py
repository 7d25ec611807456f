"""Each language's words, put together to the patterns by which it is told of what a sentence speaks.

All of them match in small letters. A key that a language has no words for matches nothing.
"""

from __future__ import annotations

import re
from functools import cache

from faimi_check.rules.late import late
from faimi_check.rules.spotting import lowered_once
from faimi_check.rules.tables import any_of, table

# "[3, 5]", "(Lyngby, 2021)", in small letters.
CITE = r"(?:\[[\w+*., –−-]{1,60}\]|\([^()]{0,60}(?<![\w/.-])(?:19|20)\d\d[a-z]?\))"
CITED = late(CITE)
# "Lyngby u. a. [3]": in small letters a name is any word, so that "and others" has to stand there.
_NAMED_CITE = (
    r"(?:[^\W\d_][\w’'-]{1,30}(?:,? [^\W\d_][\w’'&-]{0,30}){0,4},? "
    rf"{any_of('tongues', 'all', 'and_others')}[.,]? ?)?{CITE}"
)
_NEVER = r"(?!)"
# Languages written without blanks between words, or with "our" behind the noun: their tables hold whole wordings.
WHOLE = frozenset({"zh", "ja", "ko", "ar", "fa", "hi"})
JOINED = frozenset({"zh", "ja", "ko"})
_QUOTED = late(
    r"“[^”“]{1,400}(?:”|$)|(?<!\w)\"[^\"]{1,400}(?:\"|$)|„[^“”„]{1,400}(?:[“”]|$)|«[^«»]{1,400}(?:»|$)"
    r"|「[^「」]{1,400}(?:」|$)|『[^『』]{1,400}(?:』|$)|(?<!\w)[‘'][^’']{1,400}(?:[’'](?!\w)|(?<=\w)[’'])"
)
# A quotation that is longer is no name.
_LONGEST_JOINED, _LONGEST_NAME = 12, 30
# An adjective between, a determiner, a helping verb.
_ADJECTIVE = r"(?: [^\W\d_][\w-]{2,20})?"
_WORD = r"(?:[^\W\d_]{1,12} )?"
# "de", "from the" before a group.
_OF = r"(?: [^\W\d_]{1,4}){0,2} "


def part(tongue: str, key: str) -> str:
    """The words listed under a key as a part of a pattern."""
    listed = table("tongues")[tongue].get(key)
    return f"(?:{'|'.join(listed)})" if listed else _NEVER


@cache
def find(tongue: str, key: str) -> re.Pattern[str]:
    """What matches any of the words listed under a key."""
    return late(part(tongue, key))


def has(tongue: str, key: str, text: str) -> bool:
    """Whether any of them stands in a text."""
    return find(tongue, key).search(text) is not None


@cache
def own_work(tongue: str) -> tuple[re.Pattern[str], ...]:
    """Wordings that call earlier work one's own, wherever the citation stands."""
    told = late(_filled(tongue, "own"))
    if tongue in WHOLE:
        return (told,)
    earlier, group = _earlier_work(tongue), our_group(tongue)
    our, past, found = part(tongue, "our"), part(tongue, "earlier"), shared("results")
    return (
        late(rf"{our}(?: {_between()})? {earlier}(?!\w)"),
        late(rf"{our} (?:{past} {found}|{found} {past})(?!\w)"),
        late(rf"(?<!\w){earlier}{_OF}{group}|{group} (?:[^\W\d_]{{2,12}} )?{earlier}(?!\w)"),
        told,
    )


@cache
def surely_cited(tongue: str) -> tuple[re.Pattern[str], ...]:
    """Wordings in which a citation is one's own."""
    told = late(_filled(tongue, "cited"))
    if tongue in WHOLE:
        return (told,)
    our, at, we = (part(tongue, key) for key in ("our", "at", "we"))
    work, group = _work(tongue), our_group(tongue)
    return (
        told,
        late(rf"(?<!\w){work}{_OF}{group}[^.;\[(]{{0,12}}{CITE}|{group} (?:[^\W\d_]{{2,12}} )?{work} ?{CITE}"),
        late(rf"{our}(?: {_between()})?{_ADJECTIVE} {work} ?{CITE}"),
        late(rf"(?<!\w){work} {our}(?: [^\W\d_]{{1,3}})? ?{CITE}"),
        late(rf"(?=[^.;\[(]{{2,40}} {shared('before')}\b){part(tongue, 'claim')},? ?{CITE}"),
        late(rf"{part(tongue, 'claim')}(?: [^\W\d_]{{2,9}})? {at} {_NAMED_CITE}"),
        late(rf"\b{part(tongue, 'as')} (?:[^\W\d_]+ ){{0,3}}?{we}[^.;\[(]{{0,25}}? {at} {CITE}"),
        late(
            rf"\b{part(tongue, 'as')} (?:[^\W\d_]+ ){{0,3}}?{we}[^.;\[(]{{0,25}}? {at} {_NAMED_CITE}"
            rf"[^.;\[(]{{0,25}}(?<!\w){shared('told')}"
        ),
        late(rf"{our}(?: {_between()})? {work} [^.;\[(]{{0,40}}?{shared('dated')}[^.;\[(]{{0,25}}{CITE}"),
        late(rf"{part(tongue, 'claim')}[,:]? {shared('before')}[^.;\[(]{{0,20}}{CITE}"),
        late(rf"{part(tongue, 'claim')}(?: [^\W\d_]{{1,14}}){{1,2}} {shared('before')} ?{CITE}"),
        late(rf"{part(tongue, 'claim')}(?: [^\W\d_]+)? {shared('already')} ?{CITE}"),
        late(rf"\b{shared('already')} (?:[^\W\d_]+ )?{part(tongue, 'claim')} ?{CITE}"),
        late(rf"{our} {shared('results')} [^\W\d_]{{1,4}} {CITE}"),
        late(rf"{CITE},? {shared('in_which')} (?:[^\W\d_]+ ){{0,2}}?{part(tongue, 'claim')}"),
        *_told_by_us(tongue),
        late(rf"\b{shared('before')} (?:[^\W\d_]+ )?{part(tongue, 'claim')}[^.;\[(]{{0,25}}{CITE}"),
        late(rf"(?<!\w){work}[^.;\[]{{1,30}}?{part(tongue, 'roles')}[^.;\[]{{0,30}}?{CITE}"),
    )


def _told_by_us(tongue: str) -> tuple[re.Pattern[str], ...]:
    """Wordings like "was described by us earlier [3]" and "von uns in [3] beschrieben"."""
    us, told = shared("by_us"), rf"(?<!\w){shared('told')}\w{{0,10}}"
    then = rf"(?: {shared('before')}| {shared('already')}| {shared('dated')}){{0,2}}(?: {part(tongue, 'at')})? ?{CITE}"
    return (
        late(rf"{told} {us}{then}"),
        late(rf"(?<!\w){us}(?: {shared('before')}| {shared('already')})? {told}{then}"),
        late(rf"(?<!\w){us}{then} {told}"),
    )


@cache
def maybe_cited(tongue: str) -> tuple[re.Pattern[str], ...]:
    """Wordings in which it mostly is: "in an earlier work [3] we", "in [3] we"."""
    if tongue in WHOLE:
        return ()
    our, work, at, we = (part(tongue, key) for key in ("our", "work", "at", "we"))
    earlier = rf"{_earlier_work(tongue)}(?! (?:{shared('whose')}) )"
    return (
        late(rf"(?:^|[.;:,(] ?){at} {_WORD}{earlier}[^.;\[(]{{0,12}}{CITE},? ?{_WORD}{we}"),
        late(rf"{part(tongue, 'claim')}[^.;\[]{{0,14}}? {at} {_WORD}{earlier} ?{CITE}"),
        # "We had proposed this weighting in an earlier work", but not "we use the weighting proposed in".
        late(
            rf"{part(tongue, 'claim')}(?:(?!(?<!\w){shared('told')})[^.;\[(]){{14,70}}? {at} {_WORD}{earlier} ?{CITE}"
        ),
        late(rf"(?:^|[;(] ?){at} {CITE},? ?{_WORD}{we}"),
        late(rf"{our}(?: {_between()})? {work} {shared('about')} (?:[^\W\d_]+ ){{1,6}}{CITE}"),
    )


@cache
def our_house(tongue: str) -> re.Pattern[str]:
    """How a house of one's own is called; own_houses knows the languages that have no words for it here."""
    mine = part(tongue, "ours")
    if mine == _NEVER:
        mine = any_of("own_houses", "ours")
    if tongue in WHOLE:
        return late(mine)
    return late(rf"{mine}|{part(tongue, 'our')}{_ADJECTIVE} {shared('places')}(?!\w)")


@cache
def our_thing(tongue: str) -> re.Pattern[str]:
    """A thing that is known by a name outside of the paper, as the authors' own.

    A set of data is called theirs in any paper that brings one; where it is made or kept by them it is known.
    """
    thing, made = part(tongue, "things"), part(tongue, "made")
    any_thing = f"(?:{thing}|{part(tongue, 'sets')})"
    if tongue in JOINED:
        our = part(tongue, "our")
        return late(rf"{our}[^。.;]{{0,12}}{made}[^。.;]{{0,24}}{any_thing}|{our}(?:的|の|의)?[^。.;,]{{0,14}}{thing}")
    made = f"(?:{made}|{shared('lead')})"
    made_so = rf"{made}[^.;]{{0,30}}?(?<!\w){any_thing}(?!\w)|(?<!\w){any_thing}(?!\w)[^.;]{{0,30}}?{made}"
    if tongue in WHOLE:
        return late(made_so)
    kept = rf"(?<!\w){any_thing}(?!\w)[^.;]{{0,30}}?,? {shared('relatives')} {our_group(tongue)}"
    ours = rf"{part(tongue, 'our')}(?: {_between()})?{_ADJECTIVE} {thing}(?!\w)"
    return late(rf"{ours}|{made_so}|{kept}(?! {shared('anybodys_use')})")


def spoken(tongue: str, text: str) -> str:
    """A text in small letters and as long, without what is quoted: names in quotation marks stay."""
    longest = _LONGEST_JOINED if tongue in JOINED else _LONGEST_NAME

    def left_out(quote: re.Match[str]) -> str:
        said = quote[0]
        return said if len(said) <= longest and not has(tongue, "our", said) else " " * len(said)

    return _QUOTED.sub(left_out, lowered_once(text))


def shared(key: str) -> str:
    """Words that several languages have, as a part of a pattern."""
    return any_of("tongues", "all", key)


def _between() -> str:
    return shared("between")


def _work(tongue: str) -> str:
    return f"(?:{part(tongue, 'work')}|{shared('papers')})"


def _earlier_work(tongue: str) -> str:
    earlier, work = part(tongue, "earlier"), _work(tongue)
    return rf"(?:{earlier}(?: \w{{2,14}})? {work}|{work}(?: \w{{2,14}})? {earlier}|{part(tongue, 'forerun')}(?!\w))"


def our_group(tongue: str) -> str:
    """The authors' group, where "our" stands before the noun, behind it, or is an ending of it."""
    our, groups = part(tongue, "our"), shared("groups")
    return rf"(?:{our}(?: [^\W\d_]{{3,14}})? {groups}|(?<!\w){groups} {our}|{part(tongue, 'our_group')})"


def _filled(tongue: str, key: str) -> str:
    """Whole wordings, with the lists that they speak of put in."""
    pattern = part(tongue, key)
    for mark, listed in (("{u}", "our"), ("{e}", "earlier"), ("{w}", "work")):
        if mark in pattern:
            pattern = pattern.replace(mark, "|".join(table("tongues")[tongue][listed]))
    return pattern.replace("{c}", CITE)
