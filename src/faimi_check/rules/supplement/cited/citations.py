"""The videos that a paper speaks of as its own: by file name, by number, and without either."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from faimi_check.model.paper import Paper
from faimi_check.model.text.passage import Passage
from faimi_check.rules.late import late
from faimi_check.rules.naming.text.prose import DRAWN, flows, readings
from faimi_check.rules.spotting import places
from faimi_check.rules.supplement.readme.scope.numbers import Numbered, with_numbers_at

# Also below a folder of the zip; the folders of a web address stand behind a host.
_FILE = late(
    r"(?<![\w/.@-])(?:(?<!:)(?:[\w-]{1,60}/){1,4})?"
    r"\w[\w.()+~-]{0,120}\.(?:avi|mp4|wmv|mov|m4v|mkv|webm|mpe?g|asf|flv)(?![\w-])(?!\.\w)",
    re.I,
)
_EXTENSION = late(r"\.(?:avi|mp4|wmv|mov|m4v|mkv|webm|mpe?g|asf|flv)(?!\w)", re.I)
_NOUN = late(r"(?:videos?|video-?clips?|vids?|movies?|films?|clips?|animations?)", re.I)
_NOUN_BEGINS = late(r"\b(?:videos?|clips?|vids?|movies?|films?|animations?)(?=[\s_.#:-]{0,2}(?:n|№|s?\d))", re.I)
# "Supplementary Video 2", "the video in the zip": what a sentence says that speaks of the supplement.
_SUPPLEMENT = late(r"\b(?:suppl\w{0,12}|accompanying|attached|attachment|multimedia|ESM|zip|appendix)\b", re.I)
_ALL = late(
    r"\b(?:suppl\w{0,12}|accompanying|attached|additional)\.?(?:\s\w{1,15}){0,2}?\s(?:videos?|movies?|clips?|films?|animations?)\b"
    r"|\b(?:videos?|movies?|clips?|films?|animations?)\b[^.]{0,60}?\b(?:in|with|of|as)\s(?:the\s|our\s)?(?:suppl\w{0,12}|zip|ESM)\b",
    re.I,
)
# "Videos 1-40 were used for training" speaks of a data set.
_DATA = late(r"\b(?:train\w{0,5}|tests?|testing|validation|held[- ]out|folds?|splits?|data ?sets?|cohort)\b", re.I)
# "Video 12 of Cholec80", "Movie 2 of [5]": a number that others gave.
_OF_OTHERS = late(r"\s(?:of|from|in)\s(?:the\s)?[A-Z\[(]")
_OPENS = "([{<“”‘’\"'«"
# "Video 1 (walk.mp4)", "Video 2, file run.mp4,".
_NAMED_BEHIND = late(
    r",? ?(?:[(\[]|=|:|,? (?:the )?files? )\s?(?:see |the |files? |named |called ){0,2}[“‘\"']?(?=\w)", re.I
)
_LETTERED_BEFORE = late(
    r"\b(?:videos?|clips?|movies?|films?|animations?) ?S\d{1,3}\b[^.;\w]{0,3}(?:file )?[^.;\w]{0,3}\Z", re.I
)
_BEFORE = 120
# What stands before the end of a name, and before a whole one.
_GLUED, _ALONE = re.compile(r"(?s:.?)\w|\w[-_./]"), re.compile(r"(?s:.{0,2})(?<![\w./-])")
_MOST, _HIGHEST = 300, 20


class Cited(NamedTuple):
    """A video that the paper speaks of and the supplement does not hold: in the paper's words, and on which page.

    `surely` is whether the paper says that it belongs to the supplement, `sentence` where it says so. `named` is
    whether the name of its file stands behind its number.
    """

    text: str
    page: int | None
    surely: bool = True
    sentence: str = ""
    named: bool = False


def in_general(paper: Paper) -> Iterator[Cited]:
    """Where the paper speaks of videos of a supplement, without a name or a number; "additional videos" may be data."""
    for passage in flows(paper):
        for found in _ALL.finditer(passage.text):
            page, sentence = passage.location(paper.file, *found.span()).page, _sentence(passage, *found.span())
            yield Cited(found[0], page, bool(_SUPPLEMENT.search(found[0])), sentence)


def file_in(text: str) -> str:
    """The name of a file that a text ends with."""
    before, _, file = text.rpartition(" ")
    # "Video 1 (walk.mp4)", "“walk.mp4”".
    if file[:1] in _OPENS:
        return file.lstrip(_OPENS)
    # TeX draws an underscore as a line: "Video_S3.mp4" reads "Video S3.mp4".
    noun = before.rpartition(" ")[2]
    return f"{noun} {file}" if _NOUN.fullmatch(noun) and noun[0].isupper() else file


def files(paper: Paper) -> Iterator[tuple[str, int | None, bool, str]]:
    """Names of video files in the paper, with the words before them, which may belong to them; whether they are said
    to be in the supplement, and in which sentence."""
    seen: set[str] = set()
    read = readings(paper)
    for flow in (read[at : at + 3] for at in range(0, len(read), 3)):
        cut: set[str] = set()
        for passage, match in ((each, match) for each in flow for match in _FILE.finditer(each.text)):
            if match[0] in seen or match[0] in cut or len(cut) >= _MOST:
                continue
            if _is_cut(match[0], flow):
                cut.add(match[0])
                continue
            seen.add(match[0])
            before = passage.text[max(0, match.start() - _BEFORE) : match.start()]
            page, sentence = passage.location(paper.file, *match.span()).page, _sentence(passage, *match.span())
            surely = bool(_SUPPLEMENT.search(sentence) or _LETTERED_BEFORE.search(before))
            yield before + match[0], page, surely, sentence
            if len(seen) >= _MOST:
                return


def _is_cut(name: str, flow: tuple[Passage, ...]) -> bool:
    """Whether a name is the end of one that a line's end cuts in two, which stands whole in another reading."""
    return any(any(_befores(name, each, _GLUED)) for each in flow) and not all(
        any(_befores(name, each, _ALONE)) for each in flow
    )


def _befores(name: str, passage: Passage, before: re.Pattern[str]) -> Iterator[bool]:
    """Whether what stands before a name is of a kind, for each place where it stands."""
    text = passage.text
    return (before.fullmatch(text[max(0, at - 2) : at]) is not None for at in places(text, name))


def numbered(paper: Paper) -> Iterator[tuple[Cited, int]]:
    """Each numbered video that is one of a supplement: "Video S3" on its page, 3."""
    for passage in flows(paper):
        starts = (noun.start() for noun in _NOUN_BEGINS.finditer(passage.text))
        for each in with_numbers_at(passage.text, starts):
            lettered = bool(re.search(r"\b[sS]\d", passage.text[each.start : each.end]))
            # A file's name is cited as one.
            if _EXTENSION.match(passage.text, each.end):
                continue
            sentence = _sentence(passage, each.start, each.end)
            surely = lettered or bool(_SUPPLEMENT.search(sentence))
            if surely or _is_own(each, passage):
                page = passage.location(paper.file, each.start, each.end).page
                noun = each.noun.rstrip("s") if len(each.noun) > 3 else each.noun
                letter = "S" if lettered else ""
                named = len(each.numbers) == 1 and _is_named_behind(passage.text, each.end)
                for number in each.numbers[:_MOST]:
                    yield Cited(f"{noun} {letter}{number}", page, surely, sentence, named), number


def _is_named_behind(text: str, end: int) -> bool:
    behind = _NAMED_BEHIND.match(text, end)
    return behind is not None and _FILE.match(text, behind.end()) is not None


def _is_own(each: Numbered, passage: Passage) -> bool:
    """Whether a number is one that the paper gave: "Video 3", and no video of a data set.

    "VID 51", numbers beyond those of any supplement and labels in figures and tables are a data set's.
    """
    if not each.noun.istitle() or max(each.numbers) > _HIGHEST or _is_label(passage, each.start):
        return False
    data = _DATA.search(_sentence(passage, each.start, each.end)) or _OF_OTHERS.match(passage.text, each.end)
    return not data


def _is_label(passage: Passage, start: int) -> bool:
    return any(passage.lines[index].region in DRAWN for index in passage.lines_of(start, start + 1))


def _sentence(passage: Passage, start: int, end: int) -> str:
    first, last = passage.sentence(start, end)
    return passage.text[first:last]
