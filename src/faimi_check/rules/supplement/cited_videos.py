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
from faimi_check.rules.supplement.readme.scope.numbers import Numbered, by_number, with_numbers_at
from faimi_check.rules.supplement.readme.scope.series import stem_of

# Also below a folder of the zip; the folders of a web address stand behind a host.
_FILE = late(
    r"(?<![\w/.@-])(?:(?<!:)(?:[\w-]{1,60}/){1,4})?"
    r"\w[\w.()+~-]{0,120}\.(?:avi|mp4|wmv|mov|m4v|mkv|webm|mpe?g|asf|flv)(?![\w-])(?!\.\w)",
    re.I,
)
_EXTENSION = late(r"\.(?:avi|mp4|wmv|mov|m4v|mkv|webm|mpe?g|asf|flv)(?!\w)", re.I)
_NOUN = late(r"(?:videos?|video-?clips?|vids?|movies?|films?|clips?|animations?)", re.I)
_NOUN_BEGINS = late(r"\b(?:videos?|clips?|vids?|movies?|films?|animations?)(?=[\s_.#:-]{0,2}(?:n|№|s?\d))", re.I)
# "Video_3.mp4", "movie-S2/left.avi": what the videos are called by. "clip_720p" has another number.
_CALLED = late(
    r"(?<![a-z])(?:videos?|clips?|vids?|movies?|films?|animations?)[\s_.#-]{0,2}s?[\s_.#-]?0{0,3}(\d{1,3})(?![a-z\d])",
    re.I,
)
_ONLY_NUMBER = late(r"[a-z]?0{0,3}\d{1,3}", re.I)
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
_BEFORE = 120
_MOST = 300


class Cited(NamedTuple):
    """A video that the paper speaks of and the supplement does not hold: in the paper's words, and on which page.

    `surely` is whether the paper says that it belongs to the supplement.
    """

    text: str
    page: int | None
    surely: bool = True


class Comparison(NamedTuple):
    """`lacking` are cited and not there, `unknown` there and not found to be cited; `unnumbered` are numbers that the
    paper cites where no video's name holds one; `renamed` are cited by a name that is not quite the one in the zip,
    beside it. `in_general` is where the paper speaks of videos of a supplement if it names none, `specific` whether it
    cites one by name or number."""

    lacking: tuple[Cited, ...]
    unnumbered: tuple[Cited, ...]
    renamed: tuple[tuple[Cited, str], ...]
    unknown: tuple[str, ...]
    in_general: Cited | None
    specific: bool

    @property
    def uncited(self) -> tuple[str, ...]:
        """The videos that the paper cites in no way."""
        return () if self.in_general or self.unnumbered else self.unknown

    @property
    def speaks(self) -> bool:
        """Whether the paper speaks of any video of a supplement."""
        return self.specific or self.in_general is not None


def compare(paper: Paper, videos: tuple[str, ...], before: Mapping[str, str] = MappingProxyType({})) -> Comparison:
    """What the paper cites against the names of the videos in the zip; `before` are the old names of some of them."""
    old = {video: before.get(video, video) for video in videos}
    found: set[str] = set()
    lacking: dict[str, Cited] = {}
    renamed: dict[str, tuple[Cited, str]] = {}
    for name, page, surely in _files(paper):
        whole = {video for video in videos if ends_as_whole(name, video)}
        # What is called walk.mp4 was walk.mov, or is cited as that.
        fitting = (
            whole
            or {video for video in videos if ends_as_whole(name, old[video])}
            or {video for video in videos if ends_as(name, video) or ends_as(name, old[video])}
        )
        found |= fitting
        cited = Cited(_file_in(name), page, surely)
        if not fitting:
            lacking.setdefault(cited.text.casefold(), cited)
        elif not whole:
            renamed.setdefault(cited.text.casefold(), (cited, min(fitting)))
    unnumbered = dict[str, Cited]()
    said = list(_numbers(paper))
    numbers = _by_number(old, {number for _, number in said})
    for cited, number in said:
        if number in numbers:
            found.update(numbers[number])
        elif numbers:
            lacking.setdefault(f"number {number}", cited)
        elif len(videos) == 1 and number == 1:
            found.update(videos)
        else:
            unnumbered.setdefault(str(number), cited)
    specific = bool(found or lacking or unnumbered)
    return Comparison(
        tuple(lacking.values()),
        tuple(unnumbered.values()),
        tuple(renamed.values()),
        tuple(video for video in videos if video not in found),
        None if specific else next(_in_general(paper), None),
        specific,
    )


def _in_general(paper: Paper) -> Iterator[Cited]:
    """Where the paper speaks of videos of a supplement, without a name or a number; "additional videos" may be data."""
    for passage in flows(paper):
        for found in _ALL.finditer(passage.text):
            yield Cited(found[0], passage.location(paper.file, *found.span()).page, bool(_SUPPLEMENT.search(found[0])))


def _by_number(old: Mapping[str, str], said: set[int]) -> Mapping[int, list[str]]:
    """The videos, by their names in the zip, by the numbers in their old ones; nothing where those number no videos."""
    names = tuple(old.values())
    called = {video: {int(number) for number in _CALLED.findall(name)} for video, name in old.items()}
    series = by_number(names)
    numbering = any(called.values()) or any(_ONLY_NUMBER.fullmatch(stem_of(name)) for name in names)
    # "walk_1080p.mp4" is not the paper's Video 1080, nor does it lack a Video 2.
    if not (numbering or said & series.keys()):
        return {}
    return {
        number: [video for video, name in old.items() if number in called[video] or name in series.get(number, ())]
        for number in series.keys() | set[int]().union(*called.values())
    }


def _file_in(text: str) -> str:
    """The name of a file that a text ends with."""
    before, _, file = text.rpartition(" ")
    # TeX draws an underscore as a line: "Video_S3.mp4" reads "Video S3.mp4".
    noun = before.rpartition(" ")[2]
    return f"{noun} {file}" if _NOUN.fullmatch(noun) and noun[0].isupper() else file


def _files(paper: Paper) -> Iterator[tuple[str, int | None, bool]]:
    """Names of video files in the paper, with the words before them, which may belong to them; and whether they are
    said to be in the supplement."""
    seen: set[str] = set()
    read = readings(paper)
    for flow in (read[at : at + 3] for at in range(0, len(read), 3)):
        for passage, match in ((each, match) for each in flow for match in _FILE.finditer(each.text)):
            if match[0] in seen or _is_cut(match[0], flow):
                continue
            seen.add(match[0])
            before = passage.text[max(0, match.start() - _BEFORE) : match.start()]
            surely = _speaks_of_supplement(passage, *match.span())
            yield before + match[0], passage.location(paper.file, *match.span()).page, surely
            if len(seen) >= _MOST:
                return


def _is_cut(name: str, flow: tuple[Passage, ...]) -> bool:
    """Whether a name is the end of one that a line's end cuts in two, which stands whole in another reading."""
    glued = re.compile(rf"\w[-_./]?{re.escape(name)}")
    alone = re.compile(rf"(?<![\w./-]){re.escape(name)}")
    return any(glued.search(each.text) for each in flow) and not all(alone.search(each.text) for each in flow)


def _numbers(paper: Paper) -> Iterator[tuple[Cited, int]]:
    """Each numbered video that is one of a supplement: "Video S3" on its page, 3."""
    for passage in flows(paper):
        starts = (noun.start() for noun in _NOUN_BEGINS.finditer(passage.text))
        for each in with_numbers_at(passage.text, starts):
            lettered = bool(re.search(r"\b[sS]\d", passage.text[each.start : each.end]))
            # A file's name is cited as one.
            if _EXTENSION.match(passage.text, each.end):
                continue
            surely = lettered or _speaks_of_supplement(passage, each.start, each.end)
            if surely or _is_own(each, passage):
                page = passage.location(paper.file, each.start, each.end).page
                noun = each.noun.rstrip("s") if len(each.noun) > 3 else each.noun
                letter = "S" if lettered else ""
                for number in each.numbers[:_MOST]:
                    yield Cited(f"{noun} {letter}{number}", page, surely), number


def _is_own(each: Numbered, passage: Passage) -> bool:
    """Whether a number is one that the paper gave: "Video 3", and no video of a data set."""
    data = _DATA.search(_sentence(passage, each.start, each.end)) or _OF_OTHERS.match(passage.text, each.end)
    return each.noun[0].isupper() and not data


def _speaks_of_supplement(passage: Passage, start: int, end: int) -> bool:
    return bool(_SUPPLEMENT.search(_sentence(passage, start, end)))


def _sentence(passage: Passage, start: int, end: int) -> str:
    first, last = passage.sentence(start, end)
    return passage.text[first:last]
