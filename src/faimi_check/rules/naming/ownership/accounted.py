"""What the words round a mention make somebody else's: cited, quoted, thanked for methods, told of the past."""

from __future__ import annotations

import re

from faimi_check.rules.late import late
from faimi_check.rules.naming.identity import fold
from faimi_check.rules.naming.mentions.kind import Kind, Mention
from faimi_check.rules.naming.mentions.kinds import names_a_thing
from faimi_check.rules.naming.ownership.agreed import is_a_scale
from faimi_check.rules.naming.ownership.cited_people import is_a_figure, tells_of_the_past, thought_so
from faimi_check.rules.naming.ownership.words import may_speak
from faimi_check.rules.naming.text.quotes import own_voice, quoted_spans
from faimi_check.rules.spotting import has_any
from faimi_check.rules.tables import any_of, listed

# "The Fleischner Society advises no follow-up": what bodies say to everybody.
_BODIES = frozenset({Kind.INSTITUTION, Kind.FUNDER, Kind.TEAM, Kind.NAME})
_ADVISES = late(rf"(?: \([A-Z]{{2,8}}\))? (?:[a-z]+ly )?{any_of('mentions', 'advises')}\b")
_MAY_BE_PLACES = frozenset({Kind.INSTITUTION, Kind.PLACE, Kind.PERSON, Kind.NAME})
# "Lee et al. from King's", "Lyngby and colleagues in Oslo", "Lyngby's list from Oslo".
_CITED_FROM = late(
    r"(?:\bet al\.?,?(?: \[[\d, ]{1,20}\])?|\b[A-ZÀ-Þ][\w’-]{1,40} and (?:co-?workers|colleagues)"
    # "Master's thesis handed in at" is nobody called Master.
    r"|(?<!The )\b(?!(?:Master|Bachelor|Doctor|Magister|Today|Children|Women|Men|People|Author|Nurse|Patient)s?['’])"
    r"[A-ZÀ-Þ][\w-]{1,40}['’]s (?:[\w-]{1,40} ){0,2}[\w-]{1,40}) (?:from|of|at|in) (?:the"
    r" )?(?:(?:[A-ZÀ-Þ][\w-]{1,30} ){1,3}\()?$"
)
_CITED_IN_BRACKET = late(r"[,;] (?:see )?\[\d[\d, –-]{0,20}\]\)")
# "In [23], women from townships around Cape Town": whom others asked.
_CITED_APPOSED = late(
    r"\[\d[\d, –-]{0,20}\], (?:all |both |mostly |most of them )?(?:[a-z-]+ ){1,5}?"
    r"(?:from|in|of|at|around|near) (?:the |a )?(?:[a-z-]+ (?:of|around|near|in|outside) )?$"
)
_CITED_BEHIND = late(r" ?\[\d")
_PLACED = late(r"\b(?:in|at|from|of|near|to|around|between|and) $")
# "Patients in a published study from Lysvik".
_PUBLISHED_FROM = late(
    r"\b(?:an?|another|one|two|three|the|some) (?:[a-z-]+ )?published (?:[a-z-]+ )?"
    r"(?:trial|study|studies|survey|audit|report|paper|review|cohort|work)s? (?:from|in|of|at) (?:the )?$"
)
# A citation, a year or "et al." behind a name accounts for it.
_ACCOUNTED = late(
    r"\s?(?:et al|(?:et|e|y) col(?:l|s)?\b|and (?:co-?workers|colleagues)|\[|\((?:19|20)\d\d|\(?https?:"
    r"|\([A-Z][\w-]*[A-Z]|\):)"
)
# "The famous book by", "‘A title‘ by".
# "The appendix of Lyngby, Tamm and Quiroga [3]": a citation behind a list of surnames is of them all.
_LISTED_BEFORE_CITE = late(r"(?:, [A-ZÀ-Þ][\w’-]{1,30}){0,8}(?:,? (?:and|&) [A-ZÀ-Þ][\w’-]{1,30}) \[\d")
_POSSESSIVE = late(r"['’]s(?:\s|$)")
_WROTE = late(
    r"(?:\b(?:books?|novels?|poems?|essays?|films?|paintings?|quotes?|quotation|words|lectures|textbooks?|podcasts?|speech"
    r"|writings|aphorism|dictum|maxim|sermon|(?<!our )(?<!invited )(?:talk|keynote|remark|lecture|blog post|column)"
    r"|(?:in|on|to) (?:the|a) (?:reading|sense|spirit|view|phrase|tradition|account|interpretation|thought|philosophy"
    r"|language|eyes))"
    r"|[’‘”\"'])\s(?:(?:by|of) [A-Z][\w’-]+ [A-Z][\w’-]+ and )?(?:by|of)\s$"
    r"|\b(?:[Tt]itre|livre|phrase|mot|essai|libro|título|titolo|Titel|Buch|Satz) (?:de |d[’']|di |von )$"
)
# "The direction was pioneered by Ole Brandvik in the 1960s".
_BEGAN_IT = late(rf"\b{any_of('mentions', 'begun')} (?:\w+ )?by $")
# "The code of Lyngby", "the sampler of Tamm": what others made is called after them, unless they are said to be near.
_MADE_BY = late(rf"\b{any_of('mentions', 'methods')} (?:of|after) (?:the )?$", re.IGNORECASE)
_NEAR_US = late(
    r"[,( ]{1,2}(?:(?:then |who (?:is|was) |himself |herself )?(?:our|my|one of|a colleague|(?:the )?(?:\w+ )?author)"
    r"|who\b|of our|from our|in our|with us|here\b)",
    re.IGNORECASE,
)
_BEFORE_NAME, _MAKERS_FOLLOW = 40, (" of ", " of the ", " after ", " after the ")
# "... is not a loss function,” wrote Dr. Marsh", "As Audre Lorde wrote".
_QUOTED = late(
    r"[”\"’'],? (?:once )?(?:wrote|said|quipped|asked|warned|remarked|noted|put it) (?:(?:Dr|Prof|Mrs?|Ms)\.? )?$"
)
_QUOTES = late(rf",? (?:once |famously |has |would )?{any_of('mentions', 'quoted')}\b")

# "Registered by its sponsor", "the board of the original trial, as printed in its report": these words say whose it is.
_THEIR_TRIAL = late(
    r"\bregistered (?:\w+ ){0,2}?by (?:its|their|the original) (?:\w+ )?"
    r"(?:sponsors?|investigators?|trialists|authors|owners?)\b"
    r"|\b(?:its|their) (?:\w+ )?(?:sponsors?|investigators?|trialists) (?:had |have )?(?:pre-?)?registered\b"
)
_OUR_TRIAL = late(r"\b(?:[Oo]urs?|[Oo]f us|(?:by|of) the (?:present )?authors)\b")
_PRINTED_THERE = late(
    r"\b(?:original|first|parent|earlier) (?:trial|study|survey|cohort|investigators|collection)\b.{0,160}?"
    r"\bas (?:is |was )?(?:printed|reported|given|stated|published|noted|described|told|quoted) (?:in|by) "
    r"(?:the|its|their|that) (?:[a-z-]+ ){0,2}(?:paper|report|protocol|article|publication|investigators|authors)\b"
)
_THEIR_SIGNS = ("registered", " as ")


def tells_of_their_study(said: str) -> bool:
    """Whether a sentence says that others registered the trial of which it speaks, or in whose report it stands."""
    if not has_any(said, _THEIR_SIGNS):
        return False
    theirs = _THEIR_TRIAL.search(said) or _PRINTED_THERE.search(said)
    return theirs is not None and _OUR_TRIAL.search(said) is None


def is_told_of_others(mention: Mention, said: str) -> bool:
    """Whether the words round it make it somebody else's, or somebody says it of himself in quotation marks."""
    if mention.kind is Kind.PERSON and (
        fold(mention.text) in listed("mentions", "historical") or is_a_figure(said, mention.start, mention.end)
    ):
        return True
    advises = mention.kind in _BODIES and _ADVISES.match(said, mention.end) is not None
    if advises and not may_speak(fold(said)):
        return True
    if mention.kind in _MAY_BE_PLACES and tells_of_the_past(said, mention.start):
        return True
    if mention.kind in _MAY_BE_PLACES and (
        _CITED_FROM.search(said, 0, mention.start) or _PUBLISHED_FROM.search(said, 0, mention.start)
    ):
        return True
    apposed = mention.kind in (Kind.INSTITUTION, Kind.PLACE) and "], " in said[: mention.start]
    if apposed and _CITED_APPOSED.search(said, 0, mention.start) and not may_speak(fold(said)):
        return True
    # "In one hospital (in Turkey, [3])".
    if mention.kind in (Kind.INSTITUTION, Kind.PLACE) and _CITED_IN_BRACKET.match(said, mention.end):
        opened = said.rfind("(", 0, mention.start)
        return opened > said.rfind(")", 0, mention.start) and not may_speak(fold(said[opened : mention.start]))
    if mention.kind in (Kind.PLACE, Kind.INSTITUTION) and (is_a_scale(mention, said) or tells_of_their_study(said)):
        return True
    # "Lund [1]" is somebody of that name.
    if mention.kind is Kind.PLACE and _CITED_BEHIND.match(said, mention.end):
        return _PLACED.search(said, max(0, mention.start - _BEFORE_NAME), mention.start) is None
    return any(
        first < mention.start < last and own_voice(said)[first:last] != said[first:last]
        for first, last in quoted_spans(said)
    )


def is_accounted(text: str, one: Mention) -> bool:
    """Whether what stands right beside a name says that it is somebody's or something's else."""
    return is_anothers(text, one) or is_quoted(text, one)


def is_anothers(text: str, one: Mention) -> bool:
    if _POSSESSIVE.search(one.text) is not None or _ACCOUNTED.match(text, one.end) is not None:
        return True
    if _BEGAN_IT.search(text, max(0, one.start - _BEFORE_NAME), one.start) and not _NEAR_US.match(text, one.end):
        return True
    if one.kind is Kind.PERSON and thought_so(text, one.end) and not may_speak(fold(text)):
        return True
    if names_a_thing(text, one.end) or _LISTED_BEFORE_CITE.match(text, one.end) is not None:
        return True
    before = text[max(0, one.start - _BEFORE_NAME) : one.start]
    if not before.endswith(_MAKERS_FOLLOW):
        return False
    return _MADE_BY.search(before) is not None and _NEAR_US.match(text, one.end) is None


def is_quoted(text: str, one: Mention) -> bool:
    """Whether it is named for what it once said or wrote."""
    near = max(0, one.start - 60)
    if _WROTE.search(text, near, one.start) and _NEAR_US.match(text, one.end) is None:
        return True
    if _QUOTED.search(text, near, one.start):
        return True
    said = _QUOTES.match(text, one.end) is not None
    return said and ("“" in text or text[: one.start].rstrip().lower().endswith(("as", "what")))
