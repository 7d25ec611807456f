"""Text that is left behind in unfinished papers, each with its words and place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from faimi_check.model.finding import Location
from faimi_check.model.paper import Paper
from faimi_check.model.passage import Passage
from faimi_check.rules.document.meant import is_bold, is_meant, unquoted
from faimi_check.rules.late import late
from faimi_check.rules.naming.text.prose import flows, quote
from faimi_check.rules.tables import any_of, table

Place = tuple[str, Location]
_MOST = 200
_QUESTION = late(
    rf"(?i)\b{any_of('unfinished', 'numbered')}[\s~]{{0,2}}[(\[]?\?\?(?!\?)|(?<![\w?])\(\?\?[a-z]?\)"
    r"|\[(?:[\w+., –-]{1,40}, ?)?\?(?:, ?[\w?+., –-]{1,40})?\]|(?<![\w?])\?\?(?![?\w])|(?<=\s)\?(?=[\s,;.)])"
)
_BROKEN = late(f"(?i){any_of('unfinished', 'broken')}")
# In older encodings of TeX's fonts "<" prints as "¡" and ">" as "¿"; in the newer ones two of them make a guillemet.
_MERGE = late(r"(?:<{7}|«««<|¡{7})\s?[\w./-]{1,60}|(?:>{7}|»»»>|¿{7})\s?[\w./-]{1,60}|(?<!=)={7}(?!=)")
_NOTE = late(
    r"(?<![\w/#.@-])(?:(?:TODO|ToDo|Todo|FIXME|FixMe|XXX)\s?(?:[:!]|\([A-Za-z .]{1,20}\)\s?:?|[—–]\s|\]|(?=\s"
    rf"{any_of('unfinished', 'notes')}\b))|\[\s?(?:TODO|FIXME|XXX|TBD|TBA|TBC)\b|\b(?:TBD|FIXME)\b)"
)
_BRACKETED = late(rf"(?i)\[\s?{any_of('unfinished', 'bracketed')}[^\]]{{0,80}}\]")
_MEASURE = late(r"(?<![\w.])X{2,3}(?:\.X{1,3})?\s?%|(?<![\w.])X{1,3}\.X{1,3}(?![\w.])")
_ABOUT = late(
    rf"(?i)\b(?:todo|fixme|xxx|tbd)s?\b[”’\"']?\s?,?\s?{any_of('unfinished', 'about')}\b|technical debt"
    r"|\bto-do lists?\b|\((?:TBD|XXX)s?\)"
)
_SPOKEN_OF = late(rf"(?i)[”’\"']?\s?{any_of('unfinished', 'about')}\b")
_FILLER_WORDS = 4
_EXCERPT = 30
_VERSIONS = late(r"(?i)\bgit\b|merge conflict|conflict marker|version control")


def broken_references(paper: Paper) -> list[Place]:
    """References that were printed as "??" or "[?]", or as Word's words for a lost one."""
    found: list[Place] = []
    for passage in flows(paper):
        for match in _QUESTION.finditer(passage.text) if "?" in passage.text else ():
            # Without a word such as "Fig." before it, it is LaTeX's only in bold.
            named = match[0][0].isalpha() or match[0][0] == "§"
            if is_meant(paper, passage, match) and (named or is_bold(paper, passage, match)):
                found.append(_around(paper, passage, match))
        if "!" in passage.text:
            found += [_around(paper, passage, match) for match in _BROKEN.finditer(passage.text)]
    return found[:_MOST]


def merge_marks(paper: Paper) -> list[Place]:
    """Conflict marks of version control; "=======" only where one of the others stands, too.

    Signs that kept their shape may be an example in a paper on version control; TeX's text fonts change it.
    """
    about = any(_VERSIONS.search(passage.text) for passage in flows(paper))
    found = [
        (match, _around(paper, passage, match))
        for passage in flows(paper)
        for match in _MERGE.finditer(passage.text)
        if is_meant(paper, passage, match) and not (about and match[0][0] in "<>")
    ]
    sure = any(match[0][0] != "=" for match, _ in found)
    return [place for _, place in found][:_MOST] if sure else []


def notes(paper: Paper) -> list[Place]:
    """TODO, FIXME and their like, notes in brackets, numbers that are still "XX.X %"."""
    found: list[Place] = []
    about = any(_ABOUT.search(passage.text) for passage in flows(paper))
    for passage in flows(paper):
        for pattern in (_NOTE, _BRACKETED, _MEASURE):
            meant = [match for match in pattern.finditer(passage.text) if is_meant(paper, passage, match)]
            spoken = {match[0] for match in meant if _SPOKEN_OF.match(passage.text, match.end(), match.end() + 20)}
            for match in meant:
                plain = pattern is _NOTE and not match[0].startswith("[")
                if match[0] not in spoken and not (plain and about):
                    found.append(_around(paper, passage, match))
    return found[:_MOST]


def filler(paper: Paper) -> list[Place]:
    """Lorem ipsum and other text that only fills a page, once a flow."""
    found: list[Place] = []
    words = table("unfinished")["filler"]
    for passage in flows(paper):
        folded = passage.text.lower()
        starts = [at for word in words if (at := unquoted(folded, word)) >= 0]
        if len(starts) >= _FILLER_WORDS:
            found.append(_at(paper, passage, min(starts), min(starts) + 1))
        for sentence in table("unfinished")["filler_sentences"]:
            if (at := unquoted(folded, sentence)) >= 0:
                found.append(_at(paper, passage, at, at + len(sentence)))
    return found


def template_text(paper: Paper) -> list[Place]:
    """Sentences of templates, and their headings and titles, each once."""
    found: list[Place] = []
    for passage in (*flows(paper), *_listed(paper)):
        folded = passage.text.lower().replace("-\u00ad", "-")
        for sentence in table("unfinished")["sentences"]:
            if (at := unquoted(folded, sentence)) >= 0:
                found.append(_at(paper, passage, at, at + len(sentence)))
    names = frozenset(table("unfinished")["headings"])
    for heading in paper.parts.headings:
        if heading.text.strip(" .:").lower() in names:
            found.append((heading.text, _line_place(paper, heading.at.page, heading.at.line)))
    title = " ".join(paper.pages[at.page - 1].lines[at.line].text for at in paper.parts.title)
    if title.strip(" .:⋆*?").lower() in names:
        first = paper.parts.title[0]
        found.append((title, _line_place(paper, first.page, first.line)))
    once = dict(reversed(found))
    return sorted(once.items(), key=lambda place: place[1].page or 0)[:_MOST]


def _listed(paper: Paper) -> Iterator[Passage]:
    """The first entries of the reference lists as passages of their own."""
    for listed in paper.parts.references:
        for entry in listed.entries[:_MOST]:
            line = paper.pages[entry.first.page - 1].lines[entry.first.line]
            yield Passage(entry.text, (0,), (entry.first,), (line,))


def _around(paper: Paper, passage: Passage, match: re.Match[str]) -> Place:
    """The sign with a few words to either side."""
    start, end = max(0, match.start() - _EXCERPT), match.end() + _EXCERPT
    before = passage.text[start : match.start()]
    after = passage.text[match.end() : end]
    if start:
        before = before.partition(" ")[2]
    if end < len(passage.text):
        after = after.rpartition(" ")[0]
    return f"{before}{match[0]}{after}".strip(), passage.location(paper.file, *match.span())


def _at(paper: Paper, passage: Passage, start: int, end: int) -> Place:
    return quote(passage, start, end, 60), passage.location(paper.file, start, end)


def _line_place(paper: Paper, page: int, line: int) -> Location:
    box = paper.pages[page - 1].lines[line].box
    return Location(file=paper.file, page=page, bbox=tuple(round(side, 1) for side in box))
