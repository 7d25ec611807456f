"""Text that is left behind in unfinished papers, each with its words and place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from faimi_check.model.paper import Paper
from faimi_check.model.text.passage import Passage
from faimi_check.model.text.spans import Spans
from faimi_check.rules.document.unfinished.meant import is_bold, is_meant
from faimi_check.rules.document.unfinished.places import MOST, Place, around
from faimi_check.rules.late import late
from faimi_check.rules.naming.identity.matter import stretches
from faimi_check.rules.naming.people.names import vocabulary
from faimi_check.rules.naming.people.tasks import is_somebody, tasks_in
from faimi_check.rules.naming.text.prose import flows
from faimi_check.rules.spotting import has_any, places
from faimi_check.rules.tables import any_of

_QUESTION = late(
    rf"(?i)\b{any_of('unfinished', 'numbered')}[\s~]{{0,2}}[(\[]?\?\?(?!\?)|(?<![\w?])\(\?\?[a-z]?\)"
    r"|\[(?:[\w+., –-]{1,40}, ?)?\?(?:, ?[\w?+., –-]{1,40})?\]|(?<![\w?])\?\?(?![?\w])|(?<=\s)\?(?=[\s,;.)])"
)
_BROKEN = late(f"(?i){any_of('unfinished', 'broken')}")
# In older encodings of TeX's fonts "<" prints as "¡" and ">" as "¿"; in the newer ones two of them make a guillemet.
_MERGE = late(r"(?:<{7}|«««<|¡{7})\s?[\w./-]{1,60}|(?:>{7}|»»»>|¿{7})\s?[\w./-]{1,60}|(?<!=)={7}(?!=)")
_NOTE = late(
    r"(?<![\w/#.@-])(?:(?:TODO|ToDo|Todo|FIXME|FixMe|XXX)\s?(?:[:!]|\([A-Za-z .]{1,20}\)\s?:?|[—–]\s|\]|(?=\s"
    rf"{any_of('unfinished', 'notes')}\b))|\[\s?(?:TODO|FIXME|XXX|TBD|TBA|TBC)\b|\b(?:TBD|FIXME)\b"
    r"|\b[Nn]otes? to (?:self|ourselves|myself)\s?[:–—-])"
)
_BRACKETED = late(rf"(?i)\[\s?{any_of('unfinished', 'bracketed')}[^\]]{{0,80}}\]")
_MEASURE = late(r"(?<![\w.])X{2,3}(?:\.X{1,3})?\s?%|(?<![\w.])X{1,3}\.X{1,3}(?![\w.])")
_ABOUT = late(
    rf"(?i)\b(?:todo|fixme|xxx|tbd)s?\b[”’\"']?\s?,?\s?{any_of('unfinished', 'about')}\b|technical debt"
    r"|\bto-do lists?\b|\((?:TBD|XXX)s?\)"
)
_SPOKEN_OF = late(rf"(?i)[”’\"']?\s?{any_of('unfinished', 'about')}\b")
_SMALL_WORD = late(r"\b[a-z]{3,}\b")
_WORDS_OF_PROSE = 4
_VERSIONS = late(r"(?i)\bgit\b|merge conflict|conflict marker|version control")
# Without one of these there is nothing to look for.
_MERGE_SIGNS = ("<<<<<<<", "«««<", "¡¡¡¡¡¡¡", ">>>>>>>", "»»»>", "¿¿¿¿¿¿¿", "=======")
_NOTE_SIGNS = ("TODO", "ToDo", "Todo", "FIXME", "FixMe", "XXX", "TBD", "TBA", "TBC", "ote to ", "otes to ")
_REACH = 100


def _holds(text: str, signs: tuple[str, ...]) -> bool:
    return has_any(text, signs)


def _round(sign: str, pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    for start, end in stretches(places(text, sign), _REACH, _REACH, len(text)):
        yield from pattern.finditer(text, start, end)


def broken_references(paper: Paper) -> list[Place]:
    """References that were printed as "??" or "[?]", or as Word's words for a lost one."""
    found: list[Place] = []
    for passage in flows(paper):
        for match in _round("?", _QUESTION, passage.text):
            # Without a word such as "Fig." before it, it is LaTeX's only in bold.
            named = match[0][0].isalpha() or match[0][0] == "§"
            # In a cell of a table a question mark says that something is not known.
            cell = match[0] == "?" and not _is_prose(passage, match)
            if is_meant(paper, passage, match) and (named or (not cell and is_bold(paper, passage, match))):
                found.append(around(paper, passage, match))
        found += [around(paper, passage, match) for match in _round("!", _BROKEN, passage.text)]
    return found[:MOST]


def _is_prose(passage: Passage, match: re.Match[str]) -> bool:
    """Whether a sign stands in a line of running text, by the words of that line."""
    lines = (passage.lines[index] for index in passage.lines_of(*match.span()))
    return any(len(_SMALL_WORD.findall(line.text)) >= _WORDS_OF_PROSE for line in lines)


def merge_marks(paper: Paper) -> list[Place]:
    """Conflict marks of version control; "=======" only where one of the others stands, too.

    Signs that kept their shape may be an example in a paper on version control; TeX's text fonts change it.
    """
    marks = [
        (passage, match)
        for passage in flows(paper)
        if _holds(passage.text, _MERGE_SIGNS)
        for match in _MERGE.finditer(passage.text)
        if is_meant(paper, passage, match)
    ]
    about = bool(marks) and any(_VERSIONS.search(passage.text) for passage in flows(paper))
    found = [(match, around(paper, passage, match)) for passage, match in marks if not (about and match[0][0] in "<>")]
    sure = any(match[0][0] != "=" for match, _ in found)
    return [place for _, place in found][:MOST] if sure else []


def notes(paper: Paper) -> list[Place]:
    """TODO, FIXME and their like, notes in brackets, numbers that are still "XX.X %"."""
    found: list[Place] = []
    noted = any(_holds(passage.text, _NOTE_SIGNS) for passage in flows(paper))
    about = noted and any(_ABOUT.search(passage.text) for passage in flows(paper))
    for passage in flows(paper):
        kept: list[re.Match[str]] = []
        for pattern, signs in ((_NOTE, _NOTE_SIGNS), (_BRACKETED, ("[",)), (_MEASURE, ("XX", "X.X"))):
            if not _holds(passage.text, signs):
                continue
            meant = [match for match in pattern.finditer(passage.text) if is_meant(paper, passage, match)]
            spoken = {match[0] for match in meant if _SPOKEN_OF.match(passage.text, match.end(), match.end() + 20)}
            for match in meant:
                plain = pattern is _NOTE and not match[0].startswith("[")
                if match[0] not in spoken and not (plain and about):
                    kept.append(match)
        taken = Spans(match.span() for match in kept)
        for match in () if about else tasks_in(passage.text):
            known = taken.touch(*match.span())
            somebody = is_somebody(match["who"], passage.text, vocabulary(paper))
            if not known and somebody and is_meant(paper, passage, match):
                kept.append(match)
                taken.add(*match.span())
        found += [around(paper, passage, match) for match in sorted(kept, key=re.Match.start)]
    return found[:MOST]
