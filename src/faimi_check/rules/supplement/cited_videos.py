"""The videos that a paper speaks of, by file name and by number, set against those of its supplement."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from faimi_check.model.paper import Paper
from faimi_check.model.text.passage import Passage
from faimi_check.rules.late import late
from faimi_check.rules.naming.text.prose import flows, readings
from faimi_check.rules.supplement.readme.scope.mentions import ends_as, ends_as_whole
from faimi_check.rules.supplement.readme.scope.numbers import by_number, with_numbers

# Also below a folder of the zip; the folders of a web address stand behind a host.
_FILE = late(
    r"(?<![\w/.@-])(?:(?<!:)(?:[\w-]{1,60}/){1,4})?"
    r"\w[\w.()+~-]{0,120}\.(?:avi|mp4|wmv|mov|m4v|mkv|webm|mpe?g|asf|flv)(?![\w-])(?!\.\w)",
    re.I,
)
_NOUN = late(r"(?:videos?|video-?clips?|vids?|movies?|films?|clips?|animations?)", re.I)
# "Supplementary Video 2", "the video in the zip": what a sentence says that speaks of the supplement.
_SUPPLEMENT = late(r"\b(?:suppl\w{0,12}|accompanying|attached|attachment|multimedia|ESM|zip|appendix)\b", re.I)
_ALL = late(
    r"\b(?:suppl\w{0,12}|accompanying|attached|additional)\.?(?:\s\w{1,15}){0,2}?\s(?:videos?|movies?|clips?|films?|animations?)\b"
    r"|\b(?:videos?|movies?|clips?|films?|animations?)\b[^.]{0,60}?\b(?:in|with|of|as)\s(?:the\s|our\s)?(?:suppl\w{0,12}|zip|ESM)\b",
    re.I,
)
# "Videos 1-40 were used for training" speaks of a data set.
_DATA = late(r"\b(?:train\w{0,5}|tests?|testing|validation|held[- ]out|folds?|splits?|data ?sets?|cohort)\b", re.I)
_BEFORE = 120
_MOST = 300


class Cited(NamedTuple):
    """A video that the paper speaks of and the supplement does not hold: in the paper's words, and on which page."""

    text: str
    page: int | None


class Comparison(NamedTuple):
    """`lacking` are cited and not there, `uncited` there and not cited; `unnumbered` are numbers that the paper cites
    where no video's name holds one; `renamed` are cited by a name that is not quite the one in the zip, beside it.
    `speaks` is whether the paper speaks of any video of a supplement, `specific` whether by name or number."""

    lacking: tuple[Cited, ...]
    uncited: tuple[str, ...]
    unnumbered: tuple[Cited, ...]
    renamed: tuple[tuple[Cited, str], ...]
    speaks: bool
    specific: bool


def compare(paper: Paper, videos: tuple[str, ...], before: Mapping[str, str] = MappingProxyType({})) -> Comparison:
    """What the paper cites against the names of the videos in the zip; `before` are the old names of some of them."""
    old = {video: before.get(video, video) for video in videos}
    found: set[str] = set()
    lacking: dict[str, Cited] = {}
    renamed: dict[str, tuple[Cited, str]] = {}
    for name, page in _files(paper):
        whole = {video for video in videos if ends_as_whole(name, video)}
        # What is called walk.mp4 was walk.mov, or is cited as that.
        fitting = (
            whole
            or {video for video in videos if ends_as_whole(name, old[video])}
            or {video for video in videos if ends_as(name, video) or ends_as(name, old[video])}
        )
        found |= fitting
        cited = Cited(_file_in(name), page)
        if not fitting:
            lacking.setdefault(cited.text.casefold(), cited)
        elif not whole:
            renamed.setdefault(cited.text.casefold(), (cited, min(fitting)))
    # A new name that was made up holds a number that the paper never meant.
    numbers, unnumbered = _by_number(old), dict[str, Cited]()
    for said, number, page in _numbers(paper):
        cited = Cited(said, page)
        if number in numbers:
            found.update(numbers[number])
        elif numbers:
            lacking.setdefault(f"number {number}", cited)
        elif len(videos) == 1 and number == 1:
            found.update(videos)
        else:
            unnumbered.setdefault(str(number), cited)
    specific = bool(found or lacking or unnumbered)
    in_general = not specific and any(_ALL.search(passage.text) for passage in flows(paper))
    everything = in_general or unnumbered
    return Comparison(
        tuple(lacking.values()),
        () if everything else tuple(video for video in videos if video not in found),
        tuple(unnumbered.values()),
        tuple(renamed.values()),
        specific or in_general,
        specific,
    )


def _by_number(old: Mapping[str, str]) -> dict[int, list[str]]:
    """The videos, by their names in the zip, by the numbers in their old ones."""
    return {
        number: [video for video, name in old.items() if name in names]
        for number, names in by_number(tuple(old.values())).items()
    }


def _file_in(text: str) -> str:
    """The name of a file that a text ends with."""
    before, _, file = text.rpartition(" ")
    # TeX draws an underscore as a line: "Video_S3.mp4" reads "Video S3.mp4".
    noun = before.rpartition(" ")[2]
    return f"{noun} {file}" if _NOUN.fullmatch(noun) and noun[0].isupper() else file


def _files(paper: Paper) -> Iterator[tuple[str, int | None]]:
    """Names of video files in the paper, with the words before them, which may belong to them."""
    seen: set[str] = set()
    read = readings(paper)
    for flow in (read[at : at + 3] for at in range(0, len(read), 3)):
        for passage, match in ((each, match) for each in flow for match in _FILE.finditer(each.text)):
            if match[0] in seen or _is_cut(match[0], flow):
                continue
            seen.add(match[0])
            before = passage.text[max(0, match.start() - _BEFORE) : match.start()]
            yield before + match[0], passage.location(paper.file, *match.span()).page
            if len(seen) >= _MOST:
                return


def _is_cut(name: str, flow: tuple[Passage, ...]) -> bool:
    """Whether a name is the end of one that a line's end cuts in two, which stands whole in another reading."""
    glued = re.compile(rf"\w[-_./]?{re.escape(name)}")
    alone = re.compile(rf"(?<![\w./-]){re.escape(name)}")
    return any(glued.search(each.text) for each in flow) and not all(alone.search(each.text) for each in flow)


def _numbers(paper: Paper) -> Iterator[tuple[str, int, int | None]]:
    """Each numbered video that is one of a supplement: "Video S3", 3, its page."""
    for passage in flows(paper):
        for each in with_numbers(passage.text):
            if not _NOUN.fullmatch(each.noun):
                continue
            first, last = passage.sentence(each.start, each.end)
            sentence = passage.text[first:last]
            named = each.noun[0].isupper() and not _DATA.search(sentence)
            lettered = re.search(r"\b[sS]\d", passage.text[each.start : each.end])
            if named or lettered or _SUPPLEMENT.search(sentence):
                page = passage.location(paper.file, each.start, each.end).page
                noun = each.noun.rstrip("s") if len(each.noun) > 3 else each.noun
                letter = "S" if lettered else ""
                yield from ((f"{noun} {letter}{number}", number, page) for number in each.numbers[:_MOST])
