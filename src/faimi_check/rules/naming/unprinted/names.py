"""Whom a text tells of that stands where no page shows it: one judgement for fields, tags, notes, attachments and any
other string, also where nothing says what the text is for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from faimi_check.model.finding import Confidence
from faimi_check.model.paper import MetadataField, Paper
from faimi_check.rules.late import late
from faimi_check.rules.memory import once_a_paper
from faimi_check.rules.naming.fields.traces import Trace, is_harmless, role_of
from faimi_check.rules.naming.identity import fold, is_placeholder
from faimi_check.rules.naming.mentions.kind import Kind, Mention
from faimi_check.rules.naming.mentions.kinds import TITLED
from faimi_check.rules.naming.mentions.recognise import mentions_in
from faimi_check.rules.naming.people.file_names import may_be_given_name
from faimi_check.rules.naming.people.file_words import is_called_so
from faimi_check.rules.naming.people.institution_names import has_institution_word, is_institution
from faimi_check.rules.naming.people.names import vocabulary
from faimi_check.rules.naming.people.spoken_of import spoken_of
from faimi_check.rules.naming.pictured.matter import collections
from faimi_check.rules.naming.text.prose import MASKED
from faimi_check.rules.naming.text.stems import is_everyday
from faimi_check.rules.naming.whose.public_statements import names_collection
from faimi_check.rules.tables import any_of

_LONGEST = 1_000
# No name of a person or house is without a blank or a dash between two words, and no grant without as many figures.
_MAY_TELL = re.compile(r"[^\W\d_]{2}[.,]?[ -][^\W\d_]|\d{4}")
# What strings of scripts stand in, and what the parts of a file's name are joined by.
_QUOTES = re.compile(r"(?<!\w)['\"]|['\"](?!\w)")
_FOLDERS = re.compile(r"[/\\]")
_JOINTS = re.compile(r"[_.:-]+|(?<=[a-zß-ÿ])(?=[A-ZÀ-Þ])")
_WORDS = re.compile(r"[^\W\d_]{2,}")
INITIALED = late(r"[^\W\d_a-zß-ÿ]\.")
# "Comparison with Lyngby et al."
CITED_BEHIND = late(r"[,’'s]{0,2} (?:et al\b|\[\d|\((?:19|20)\d\d(?![\d–-]))")
# "Comments from Ingrid Lyngby": whoever stands there made it, sent it or has it.
_MAKER = late(rf"\b{any_of('titled_names', 'makers')}(?: the)? $", re.IGNORECASE)
# "Grant 4410983": digits alone are a grant's only behind such a word.
_GRANT = late(
    rf"\b(?i:{any_of('titled_names', 'grants')})(?: (?i:no\.?|nr\.?|number|agreement|id))*[\s:#(№]{{1,3}}"
    r"(?P<number>(?!(?:19|20)\d\d\b(?![/–-]))[\w./–-]{0,24}\d{3}[\w./–-]{0,24})"
)
_REACH = 30


def names_told(found: MetadataField, paper: Paper) -> Iterator[Trace]:
    """The persons, organisations and grants that a text names and no page prints.

    Likely where it says that the named made it or paid for it, otherwise possible. What it says of public data is
    nobody's, and neither are programs and what was taken out for review.
    """
    said = _QUOTES.sub(" ", found.value[:_LONGEST])
    called = " " not in said
    said = _as_said(said) if called else said
    if not _MAY_TELL.search(said) or MASKED.search(said) or role_of(found) == "program":
        return
    told = [one for one in _told(said, paper) if not (is_placeholder(one.text) or is_harmless(one.text))]
    # As files are called by methods: "Max_Pooling".
    told = [one for one in told if one.code == "organisation"] if called else told
    if not told:
        return
    printed = printed_text(paper)
    told = [trace for trace in told if fold(trace.text) not in printed]
    if told and not (collections().search(fold(said)) or names_collection(said)):
        yield from told


def _as_said(called: str) -> str:
    """What a file, a key or a folder is called by, in words; nothing where no word is a house's."""
    last = _FOLDERS.split(called)[-1]
    return _JOINTS.sub(" ", last) if has_institution_word(fold(last).replace("_", " ")) else ""


@once_a_paper
def printed_text(paper: Paper) -> str:
    """All that the pages print, folded."""
    return fold(" ".join(line.text for page in paper.pages for line in page.lines))


def _told(said: str, paper: Paper) -> Iterator[Trace]:
    for match in _GRANT.finditer(said):
        yield Trace("grant", match[0], Confidence.LIKELY)
    for one in mentions_in(said, vocabulary(paper)):
        made = _MAKER.search(said, max(0, one.start - _REACH), one.start) is not None
        if one.kind is Kind.INSTITUTION or _is_teams_house(one) or _is_compound_house(one):
            yield Trace("organisation", one.text, Confidence.LIKELY if made else Confidence.POSSIBLE)
        elif (
            one.kind is Kind.PERSON
            and not CITED_BEHIND.match(said, one.end)
            and (sure := _is_somebody(one, made, paper))
        ):
            yield Trace("person", one.text, sure)


def _is_somebody(one: Mention, made: bool, paper: Paper) -> Confidence | None:
    """How surely what is shaped like a person's name is one: "Bland Altman Plot" is no one's.

    By a title, an initial or a given name in front; by words nobody has heard of where the text says who made it.
    """
    first = one.text.split()[0].strip(".")
    shown = TITLED.match(one.text) is not None or INITIALED.match(one.text) is not None or may_be_given_name(first)
    if made and (shown or all(_is_unheard_of(word, paper) for word in _WORDS.findall(one.text))):
        return Confidence.LIKELY
    return Confidence.POSSIBLE if shown else None


def _is_unheard_of(word: str, paper: Paper) -> bool:
    return not (is_everyday(word) or is_called_so(word) or fold(word) in spoken_of(paper))


def _is_teams_house(one: Mention) -> bool:
    """Whether it is the house that a team works at: "drawn by our team at Klinik Lysvik"."""
    return one.kind is Kind.TEAM and is_institution(one.text)


def _is_compound_house(one: Mention) -> bool:
    """Whether a name is a house's in one word with a dash, as German has them: "Lysvik-Klinik"."""
    first, _, rest = one.text.partition("-")
    return (
        one.kind is Kind.NAME
        and len(first) > 1
        and not (is_everyday(first) or is_called_so(first))
        and is_institution(f"{first} {rest}")
    )
