"""The videos that a paper speaks of, by file name and by number, set against those of its supplement."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from faimi_check.model.paper import Paper
from faimi_check.rules.late import late
from faimi_check.rules.naming.text.prose import flows, readings
from faimi_check.rules.supplement.readme.scope.mentions import ends_as
from faimi_check.rules.supplement.readme.scope.numbers import by_number, with_numbers

_FILE = late(r"(?<![\w/.@-])\w[\w.()+~-]{0,120}\.(?:avi|mp4|wmv|mov|m4v|mkv|webm|mpe?g|asf|flv)(?![\w-])(?!\.\w)", re.I)
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
    where no video's name holds one. `speaks` is whether the paper speaks of any video of a supplement."""

    lacking: tuple[Cited, ...]
    uncited: tuple[str, ...]
    unnumbered: tuple[Cited, ...]
    speaks: bool


def compare(paper: Paper, videos: tuple[str, ...]) -> Comparison:
    """What the paper cites against the names of the videos in the zip."""
    found: set[str] = set()
    lacking: dict[str, Cited] = {}
    for name, page in _files(paper):
        fitting = {video for video in videos if ends_as(name, video)}
        found |= fitting
        if not fitting:
            before, _, file = name.rpartition(" ")
            # TeX draws an underscore as a line: "Video_S3.mp4" reads "Video S3.mp4".
            noun = before.rpartition(" ")[2]
            file = f"{noun} {file}" if _NOUN.fullmatch(noun) and noun[0].isupper() else file
            lacking.setdefault(file.casefold(), Cited(file, page))
    numbers, unnumbered = by_number(videos), dict[str, Cited]()
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
        specific or in_general,
    )


def _files(paper: Paper) -> Iterator[tuple[str, int | None]]:
    """Names of video files in the paper, with the words before them, which may belong to them."""
    seen: set[str] = set()
    whole = "\n".join(passage.text for passage in readings(paper))
    for passage in readings(paper):
        for match in _FILE.finditer(passage.text):
            # A name that a line's end cuts in two stands whole in another reading.
            if match[0] in seen or re.search(rf"\w[-_.]?{re.escape(match[0])}", whole):
                continue
            seen.add(match[0])
            before = passage.text[max(0, match.start() - _BEFORE) : match.start()]
            yield before + match[0], passage.location(paper.file, *match.span()).page
            if len(seen) >= _MOST:
                return


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
