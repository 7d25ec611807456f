"""Text that came with a template and is still there: filler, sentences, headings and fields that nobody filled in."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from faimi_check.model.paper import Paper
from faimi_check.model.text.passage import Passage
from faimi_check.rules.document.unfinished.meant import unquoted
from faimi_check.rules.document.unfinished.places import MOST, Place, line_place, placed
from faimi_check.rules.late import late
from faimi_check.rules.naming.text.prose import flows
from faimi_check.rules.tables import any_of, listed, table

_FILLER_WORDS = 4
_FILLER_SHARE = 0.02
# A paper that somebody set in a template keeps one or two of its sentences, or its last pages; the template has them
# all, everywhere.
_OF_TEMPLATE = 4
_PAGES_OF_TEMPLATE = 1 / 3
_TOP_LINES = 8
_GUIDELINES = late(any_of("unfinished", "guidelines"), re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")


def filler(paper: Paper) -> list[Place]:
    """Lorem ipsum and other text that only fills a page, once a flow."""
    found: list[Place] = []
    words = table("unfinished")["filler"]
    for passage in flows(paper):
        folded = passage.text.lower()
        starts = [at for word in words if (at := unquoted(folded, word)) >= 0]
        if len(starts) >= _FILLER_WORDS:
            found.append(placed(paper, passage, min(starts), min(starts) + 1))
        found += _first_of_each(paper, passage, "filler_sentences")
    return found


def is_all_filler(paper: Paper) -> bool:
    """Whether filler is most of what the paper says, by the share of words that no other text has."""
    known = listed("unfinished", "filler")
    words = [word for passage in flows(paper) for word in _WORD.findall(passage.text.lower())]
    return sum(word in known for word in words) > _FILLER_SHARE * len(words)


def sentences(paper: Paper) -> list[Place]:
    """Sentences of templates, and their headings and titles, each once."""
    found = [place for passage in flows(paper) for place in _first_of_each(paper, passage, "sentences")]
    names = listed("unfinished", "headings")
    for heading in paper.parts.headings:
        if heading.text.strip(" .:").lower() in names:
            found.append((heading.text, line_place(paper, heading.at.page, heading.at.line)))
    title = " ".join(paper.pages[ref.page - 1].lines[ref.line].text for ref in paper.parts.title)
    if title.strip(" .:⋆*?").lower() in names:
        first = paper.parts.title[0]
        found.append((title, line_place(paper, first.page, first.line)))
    return _each_once(found)


def fields(paper: Paper) -> list[Place]:
    """What a template has in the place of keywords, thanks and entries of the reference list."""
    # Hardly any paper has such an entry, and all are looked through at once.
    entries, _ = _folded("\n".join(entry.text for each in paper.parts.references for entry in each.entries[:MOST]))
    named = any(sentence in entries for sentence in table("unfinished")["fields"])
    passages = itertools.chain(flows(paper), _entries(paper) if named else ())
    return _each_once([place for passage in passages for place in _first_of_each(paper, passage, "fields")])


def is_template(paper: Paper, left: Sequence[Place]) -> bool:
    """Whether the paper is a template or its instructions: what was `left` of one is its matter there."""
    pages = {where.page for _, where in left}
    if len(left) >= _OF_TEMPLATE and len(pages) >= _PAGES_OF_TEMPLATE * len(paper.pages):
        return True
    top = " ".join(line.text for page in paper.pages[:1] for line in page.lines[:_TOP_LINES])
    return bool(left) and _GUIDELINES.search(top) is not None


def _first_of_each(paper: Paper, passage: Passage, key: str) -> Iterator[Place]:
    folded, words = _folded(passage.text)
    for sentence, inner in _sentences(key):
        if inner <= words and (at := unquoted(folded, sentence)) >= 0:
            yield placed(paper, passage, at, at + len(sentence))


# Each flow is asked for three lists.
@lru_cache(maxsize=4)
def _folded(text: str) -> tuple[str, frozenset[str]]:
    """A text for comparing, and what stands in it between blanks."""
    folded = text.lower().replace("-\u00ad", "-")
    return folded, frozenset(folded.split())


@cache
def _sentences(key: str) -> tuple[tuple[str, frozenset[str]], ...]:
    """The sentences of a list, each with what in it stands between blanks, which few texts hold."""
    return tuple((sentence, frozenset(sentence.split(" ")[1:-1])) for sentence in table("unfinished")[key])


def _each_once(found: list[Place]) -> list[Place]:
    once = dict(reversed(found))
    return sorted(once.items(), key=lambda place: place[1].page or 0)[:MOST]


def _entries(paper: Paper) -> Iterator[Passage]:
    """The first entries of the reference lists as passages of their own."""
    for each in paper.parts.references:
        for entry in each.entries[:MOST]:
            line = paper.pages[entry.first.page - 1].lines[entry.first.line]
            yield Passage(entry.text, (0,), (entry.first,), (line,))
