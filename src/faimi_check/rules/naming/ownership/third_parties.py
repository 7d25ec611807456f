"""What of a sentence is somebody else's: in the clauses of others, and in what the authors say of others.

In their own clauses they write to the keepers of data, make again what others made, quote prompts and call things after
towns: "we wrote to the hospital in ...", "our port of Lee and Roth [3]", "a prompt with the name ...".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from faimi_check.rules.late import late
from faimi_check.rules.naming.mentions.everyones import is_collection
from faimi_check.rules.naming.mentions.kind import Kind, Mention
from faimi_check.rules.naming.ownership.other_subjects import CITE, TITLE, clauses_of_others
from faimi_check.rules.naming.ownership.people_elsewhere import ANSWERED, NAME, people_elsewhere, spans_of
from faimi_check.rules.naming.text.sentences import Sentence
from faimi_check.rules.spotting import has_any
from faimi_check.rules.tables import any_of

# A number that a clause gives is hardly ever that of somebody else's grant.
_ADDRESSES = frozenset({Kind.LINK, Kind.HANDLE, Kind.NUMBER})
# "We wrote to the hospital in Alicante and were told".
_WROTE_TO = late(
    r"\b(?:[Ww]e|I)(?: have| had| also| then| twice)? (?:wrote to|mailed|e-?mailed|contacted|asked|phoned|called"
    r"|inquired (?:at|of|with)|queried|approached) (?:(?!our\b|my\b)[\w’-]+ ){1,4}?"
    rf"{any_of('third_parties', 'asked')}s?(?: (?:twice|again))? (?:in|at|of) "
    r"(?P<others>(?:(?!\b(?:we|our|us)\b)[^.;]){2,60}?)(?= (?:and|but|twice|again|in \d|which|who)\b|[,.]|$)"
)
# "For pathology we took UNI from the Mahmood Lab, frozen".
_TOOK_MODEL = late(
    r"\b(?:[Ww]e|I) (?:\w+ )?(?:took|take|used?|downloaded|start(?:ed)? from|load(?:ed)?|fetched|borrowed|kept"
    r"|initiali[sz]ed)\b(?:(?!\b(?:our|us|we)\b)[^.;]){1,70}\b(?:from|of|by) "
    r"(?P<others>the [A-ZÀ-Þ][\w-]{1,30}(?: [A-ZÀ-Þ][\w-]{1,30}){0,3} (?:Lab|Laboratory|Group|Team))\b"
)
_MODEL = late(rf"\b{any_of('third_parties', 'models')}\b")
# "Our reimplementation of Zhang, Lemoine and Mitchell [8]".
_REMADE = late(
    rf"\b[Oo]ur (?:own |[A-Z][\w-]{{1,20}} )?{any_of('third_parties', 'remade')} (?:of|to) "
    rf"(?:the (?:[a-z-]+ ){{1,2}}of )?(?P<others>[A-ZÀ-Þ][^.;:()\[]{{1,80}}?)"
    rf"(?:[’']s? [a-z -]{{3,30}})? (?={CITE}|\((?:19|20)\d\d)"
)
# "As in the trial from Leeds [9], our readers".
_SET_BESIDE = late(
    r"\b(?:As in|Unlike|Like|In contrast to|Contrary to|Compared (?:to|with)|Similar to|Following|After)"
    rf" (?:the|an?|that) (?:[\w-]+ ){{0,2}}{any_of('third_parties', 'works')}s? (?:from|of|in|at|by)"
    rf" (?P<others>(?:the )?{NAME}) (?={CITE},)"
)
# "We rented eight cards from a provider in Lysvik".
_RENTED = late(
    r"\b(?:rent(?:ed|s)?|hired?|leased?|bought|booked|ordered|purchased)\b[^.;]{0,60}?\b(?:from|of|with|at|by) "
    rf"(?:an?|the|some|another|two) (?:[\w-]+ ){{0,3}}{any_of('third_parties', 'sellers')}s? (?:in|at|from|near) "
    rf"(?P<others>{NAME})"
)
_RENTED_SIGNS = ("rent", "hire", "lease", "bought", "booked", "ordered", "purchased")
# "Kept by the organisers in Lysvik", "by a contractor in Lysvik on behalf of the challenge".
_HOSTS = late(
    rf"\b(?:[Tt]he|[Ii]ts|[Tt]heir) (?:[a-z]+ )?{any_of('third_parties', 'hosts')} (?:in|at|from|near) "
    rf"(?P<others>{NAME})"
    # "TCIA, hosted in Arkansas, requires".
    rf"|(?<![\w-])(?P<keeper>[A-Z][\w-]{{2,30}}), (?:which is )?(?:hosted|kept|housed|run|based|stored) (?:in"
    rf"|at|by|from)"
    rf" (?P<kept>{NAME}),"
    r" (?:requires?|asks?|wants?|prescribes?|demands?|offers?|gives?)\b"
    rf"|\b(?:[Aa]n?|[Tt]he|[Ii]ts|[Tt]heir) (?:[a-z-]+ )?{any_of('third_parties', 'hired')}s? (?:in|at|from|near) "
    rf"(?P<paid>{NAME})(?=[^.;]{{0,40}}\b(?:on behalf of|for|hired by|paid by|chosen by|sent by) (?:the|its|their) "
    rf"(?:[a-z]+ )?(?:challenge|competition|{any_of('third_parties', 'hosts')}"
    rf"|{any_of('third_parties', 'keepers')}s)\b)"
)
_WE_HOST = late(
    r"\b(?:we|us|our|authors?) [^.;]{0,30}organi[sz]"
    r"|\b(?:as|being) (?:the |its |their )?(?:co-?)?organi[sz]"
    r"|\borgani[sz]ers (?:among|of) (?:us|this|the present)\b",
    re.IGNORECASE,
)
# "Our code extends Lysvik": what a program is written with is had by everybody.
_WRITTEN_WITH = late(
    r"\b[Oo]ur (?:[a-z]+ )?(?:code|implementation|scripts?|pipeline|loader|training loop|software) (?:[a-z]+ly )?"
    r"(?:extends?|wraps?|builds? (?:up)?on|uses?|relies on|is (?:based|built) (?:up)?on|calls|imports|is written "
    r"(?:in|with|for)|runs on) (?P<others>[A-Z][\w-]{2,30})(?!\S* (?:hardware|machines?|cluster|server))"
)
# "Supported by the Lysvik Fund, napari has become": what paid for others' work.
_PAID_OTHERS = late(
    r"\W{0,3}(?:Supported|Funded|Financed|Sponsored|Backed) by (?P<others>(?:the |an? )?[A-ZÀ-Þ][^.;,]{2,80}), "
    r"(?!(?:we|our|this|the present|the authors?|I|the (?:first|last|senior|second) author"
    r"|(?:the |all )(?:work|study|research|paper|project|labels|readings?|annotations?|data))\b)"
    r"[\w-]+ (?:has|have|is|are|was|were|became|offers?|gives?|provides?|hosts?|keeps?)\b"
)
# "As in the entry of Tamm, who won", "what the Lysvik team wrote into the header".
_TOLD_OF = late(
    rf"\b(?:entry|solution|submission|notebook|write-?up) (?:of|by) (?P<others>{NAME}),? who (?:won|came|took|placed"
    rf"|finished)\b"
    rf"|\bwhat the (?P<team>{NAME}) (?:team|group|people|staff|makers?) (?:wrote|put|typed|entered|recorded"
    rf"|left|filled)\b"
    rf"|\bnot (?:speak|answer|stand) for (?P<spoken>(?:the )?[A-ZÀ-Þ][^.;,]{{2,80}}?),? (?:or|nor) (?:any|the"
    rf"|its) other\b"
)
_TOLD_OF_SIGNS = (" who ", "what the ", "not speak for", "not answer for", "not stand for")
# "The grant of the cited authors": here a number is theirs.
_BACKING = late(
    rf"\W*(?:\d{{1,2}} )?[Tt]he (?:[a-z]+ )?{any_of('third_parties', 'backing')}s? of (?:the|those|these|that|\[)"
)
# "The settings of the official DermFormer release", "the sites in Lysvik of the public DermFormer challenge".
_RELEASED = late(
    rf"\b[Tt]he (?:official|original|public|upstream|vanilla|published) (?P<others>{NAME})"
    r" (?:release|repository|repo|code|implementation|weights|checkpoints?|splits?|labels|configs?|container"
    r"|challenge|competition|benchmark|collection|data ?set|data|leaderboard|archive|corpus)\b"
)
# "An inquiry led by Dame Ida Tamm": what a state or a hospital asks somebody to look into.
_INQUIRY = late(
    r"\b(?:inquir(?:y|ies)|enquir(?:y|ies)|commission|tribunal|inquest|hearing|investigation|task ?force"
    r"|royal college)s?,? "
    rf"(?:(?:that was|which was) )?(?:led|chaired|headed|conducted|presided over) by (?P<others>(?:{TITLE} )?{NAME})"
)
_INQUIRY_SIGNS = (" led by ", " chaired by ", " headed by ", " conducted by ", " over by ")
# "The figures are those of Lysvik Statistics, Tartu": whose the figures are is said.
_THOSE_OF = late(
    r"\b(?:figures?|numbers?|rates?|counts?|estimates?|shares?|tables?|definitions?|categories|groups?|thresholds?|terms)\b"
    r"(?:(?!\b(?:we|our|us)\b)[^.;]){0,60}? (?:is|are|was|were) (?:that|those) (?:of|by|from|used by|given by) "
    r"(?P<others>(?:the )?[A-ZÀ-Þ](?:(?!\b(?:we|our|us)\b)[^.;]){2,80})"
)
_THOSE_SIGNS = (" those ", " that of ", " that by ")
# Each with what stands in any match.
_RELEASED_SIGNS = ("e official ", "e original ", "e public ", "e upstream ", "e vanilla ", "e published ")
_SIGNED = (
    (_TOLD_OF_SIGNS, _TOLD_OF),
    (_RENTED_SIGNS, _RENTED),
    (_RELEASED_SIGNS, _RELEASED),
    (_INQUIRY_SIGNS, _INQUIRY),
    (_THOSE_SIGNS, _THOSE_OF),
)
# "We made the public TRIMAVA challenge".
_WE_MADE = late(
    r"\b(?:[Ww]e|[Oo]ur \w+|authors) (?:\w+ )?(?:made|built|ran|run|began|founded|started|host(?:ed)?"
    r"|organi[sz]ed?|lead|led"
    r"|keep|kept|maintain(?:ed)?|released?|published?|launched?|curated?|collected|coordinated?|contributed|chair(?:ed)?)\b"
)
# "Under the usual terms of Stanford University".
_TERMS = late(
    r"\b(?:licen[cs]es?|terms(?: of use)?|(?:use )?agreements?|conditions) (?:of|by|from|with|set by) "
    r"(?P<others>(?:the )?[A-ZÀ-Þ][^.;()]{2,80})"
)
# "CheXpert (Stanford) and MIMIC-CXR (Boston)": where public data are from.
_BESIDE_SET = late(r"(?<![\w-])(?P<set>[A-Z][\w&-]{2,30}) \((?P<others>[A-ZÀ-Þ](?:(?!\b(?:we|our|us)\b)[^()]){2,60})\)")
# "Films from the National Institutes of Health, which anybody can load": what all have is nobody's own.
_OPEN = late(
    r"\b(?:which|that) (?:(?:anybody|anyone|everybody|everyone) (?:can|may|could)"
    r" (?:load|download|fetch|get|use|have|read|see)"
    r"|(?:is|are|was|were) (?:open|free) to (?:all|everybody|everyone|anybody|anyone))\b"
)
_OPEN_SIGNS = ("anybody", "anyone", "everybody", "everyone", "open to all", "free to all")
_OUR_OWN = late(r"\b(?:[Oo]urs?|authors?)\b")
_KEPT_BY_US = late(r"\b(?:we|ours?|us|authors?)\b")
_PUBLIC, _OUR = late(r"https?:|www\.|\b(?:public|open|free|data may be used|usual)\b"), late(r"\b(?:[Oo]ur|[Mm]y)\b")
# What we call "Stockholm split".
_CALLED = late(
    r"\b(?:[Cc]all(?:ed)?|[Nn]amed?|dub(?:bed)?|term(?:ed)?|[Oo]ur|[Tt]he|[Tt]his)(?: [a-z]+){0,6} [\"“‘«„]"
    rf"(?P<others>[A-ZÀ-Þ][^\"”’»“]{{1,40}}? {any_of('third_parties', 'protocols')}s?)[\"”’»“]"
)
_QUOTED_EXAMPLE = late(
    rf"\b{any_of('third_parties', 'examples')}\b[^\"“„«]{{0,40}}[\"“„«](?P<others>[^\"”»“]{{3,400}})"
)


def is_third_partys(mention: Mention, said: str, before: str = "") -> bool:
    """Whether the sentence `said`, or the one `before`, makes what it mentions that of a third party."""
    if mention.kind is Kind.NUMBER and _BACKING.match(said):
        return any(first <= mention.start < last for first, last in clauses_of_others(said))
    if mention.kind in _ADDRESSES:
        return False
    return any(first <= mention.start < last for first, last in third_parties(said, before))


def is_third_partys_name(name: str, sentence: Sentence) -> bool:
    """The same of a word of a sentence, wherever it stands first."""
    at = sentence.text.find(name)
    return any(first <= at < last for first, last in third_parties(sentence.text, sentence.before))


# A sentence is asked for once for each thing it names.
@lru_cache(maxsize=64)
def third_parties(said: str, before: str = "") -> tuple[tuple[int, int], ...]:
    """The stretches of a sentence in which what is named is somebody else's."""
    return (*clauses_of_others(said), *_others_in_ours(said, before))


def quoted_examples(said: str) -> list[tuple[int, int]]:
    """Where a sentence quotes what was put to a model."""
    return list(spans_of(_QUOTED_EXAMPLE, said))


def _others_in_ours(said: str, before: str) -> Iterator[tuple[int, int]]:
    """What the authors' own clauses name of others."""
    for pattern in (_REMADE, _CALLED, _QUOTED_EXAMPLE, _SET_BESIDE):
        yield from spans_of(pattern, said)
    yield from _signed(said)
    yield from (match.span("others") for match in _BESIDE_SET.finditer(said) if is_collection(match["set"]))
    if ANSWERED.search(said):
        yield from spans_of(_WROTE_TO, said)
    if has_any(said, _OPEN_SIGNS) and (found := _OPEN.search(said)) and not _WE_MADE.search(said):
        yield 0, found.start()
    if _OUR_OWN.search(said) is None:
        yield from spans_of(_PAID_OTHERS, said)
    if "our" in said or "Our" in said:
        yield from (span for span in spans_of(_WRITTEN_WITH, said) if not _KEPT_BY_US.search(said, span[1]))
    if not _WE_HOST.search(said):
        yield from spans_of(_HOSTS, said)
    if _MODEL.search(said):
        yield from spans_of(_TOOK_MODEL, said)
    if _PUBLIC.search(said) and not _OUR.search(said):
        yield from spans_of(_TERMS, said)
    yield from people_elsewhere(said, before)


def _signed(said: str) -> Iterator[tuple[int, int]]:
    """What is told by patterns of which a few words say first whether there is anything to look at."""
    for signs, pattern in _SIGNED:
        if has_any(said, signs) and not (pattern is _RELEASED and _WE_MADE.search(said)):
            yield from spans_of(pattern, said)
