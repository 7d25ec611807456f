"""Which of a paper's lines are code, commands, logs or headers of files, each with the lines it runs on into."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from faimi_check.model.page import Line
from faimi_check.model.paper import Paper
from faimi_check.model.text.passage import Passage
from faimi_check.rules.late import late
from faimi_check.rules.memory import once_a_paper
from faimi_check.rules.naming.text.prose import own_text

# What lines of code begin with, in whatever type they are set: a comment, a prompt, a command, a field of DICOM, an
# assignment, a call, a key in quotes, a log's date.
_BEGINS = re.compile(
    r"\s*(?:(?:#|//|%%|--|/\*|<!--|\$|>|;)(?!\d)\s?\S|\(?[0-9A-Fa-f]{4},\s?[0-9A-Fa-f]{4}\)?|@\w+\{|\\\\\w"
    r"|(?:git|docker|podman|kubectl|dvc|aws|gsutil|singularity|apptainer|conda|mamba|pip|module|wandb|mlflow|hf) "
    r"[a-z][a-z-]{1,14}[ :]"
    r"|(?:wget|curl|ssh|scp|rsync|cp|mv|cd|ls|srun|sbatch|salloc|qsub|mount|sudo|bash|sh|source|python3?|torchrun|pip) "
    r"(?=[^ ]{0,80}[-./~$_])[\w./~$\"-]|export [A-Z_]+ ?=|(?:FROM|RUN|ENV|COPY|LABEL) [\w./$-]|from [\w.]+ import "
    r"|import [\w.]+(?: as |,|\Z)"
    r"|[A-Za-z_][\w.]{0,60} ?(?:\[[^\]]{0,30}\] ?)?(?:=(?!=)|\+=|<-)|[A-Za-z_][\w.]{0,60}\([^ )]"
    r"|[A-Za-z_]{1,30} ?: ?[\"'\[{/]|[a-z]+_[a-z_]{1,30} ?: |\"[\w.-]{1,40}\" ?:|[A-Z][a-z]+[A-Z]\w{1,40} ?:"
    r"|\[?(?:19|20)\d\d-\d\d-\d\d[ T]\d\d:|\[[a-z][\w.-]{2,60}\]|Traceback|[A-Z]{2}[A-Z_]{1,30}=)"
)
# A line that ends so goes on, with or without a blank.
_GOES_ON = late(r"[\\,(\[{/.:=@_+|&-]\Z")
_NO_BLANK = late(r"[/.:=@_\"'-]\Z")
# Points. Where a listing breaks a line, the rest is set in; beside code on the same height stands its comment.
_SET_IN, _SAME_HEIGHT = 2.0, 1.5
# Points; and how far below another a line of the same paragraph stands, in sizes.
_OTHER_SIZE, _LEADING = 0.3, 1.4
_ADDRESS = late(r"\s*(?:\d{1,2} ?)?(?:https?://|www\.)\S{3,400}\s*")
_LONGEST, _MOST = 600, 2_000


class Code(msgspec.Struct, frozen=True):
    """A line of code at (start, end) of its passage, and its text with what it runs on into."""

    passage: Passage
    start: int
    end: int
    text: str


@once_a_paper
def code_lines(paper: Paper) -> tuple[Code, ...]:
    """The lines of code outside reference lists, in reading order."""
    fonts = typewriters(paper)
    return tuple(code for passage in own_text(paper) for code in _of(passage, fonts))[:_MOST]


@once_a_paper
def typewriters(paper: Paper) -> frozenset[int]:
    """The fonts in which code is set."""
    return frozenset(index for index, font in enumerate(paper.fonts) if font.typewriter)


def _of(passage: Passage, fonts: frozenset[int]) -> Iterator[Code]:
    bounds = [*passage.starts, len(passage.text)]
    first, text = -1, ""
    for index, line in enumerate(passage.lines):
        written = line.text.strip()
        if (
            first >= 0
            and len(text) < _LONGEST
            and _runs_on(text, passage.lines[first], passage.lines[index - 1], line, fonts)
        ):
            text = text.removesuffix("\\") + ("" if _is_joined(text) else " ") + written
            continue
        if first >= 0:
            yield Code(passage, bounds[first], bounds[index], text)
        first, text = (index, written) if line.font in fonts or _BEGINS.match(line.text) else (-1, "")
    if first >= 0:
        yield Code(passage, bounds[first], bounds[-1], text)


def listing_starts(passage: Passage, fonts: frozenset[int]) -> frozenset[int]:
    """The lines at which a listing, one of its lines or the text below it begins.

    A listing is set smaller than the text above it, or further below it than a line: an address that fills a line of a
    paragraph is none.
    """
    if fonts.isdisjoint([line.font for line in passage.lines]):
        return frozenset()
    found, inside = set(), False
    begun = {code.start for code in _of(passage, fonts)}
    for index, line in enumerate(passage.lines[1:], 1):
        above, written = passage.lines[index - 1], _is_written(line, fonts)
        if written != _is_written(above, fonts):
            apart = _stands_apart(above, line)
            if (written and apart) or (inside and not written):
                found.add(index)
            inside = written and apart
        elif inside and passage.starts[index] in begun:
            found.add(index)
    return frozenset(found)


def _is_written(line: Line, fonts: frozenset[int]) -> bool:
    """Whether a line is set as code, and is more than an address."""
    return line.font in fonts and not _ADDRESS.fullmatch(line.text)


def _stands_apart(above: Line, line: Line) -> bool:
    if abs(above.size - line.size) > _OTHER_SIZE:
        return True
    return line.baseline < above.baseline or line.baseline - above.baseline > _LEADING * line.size


def _runs_on(text: str, first: Line, above: Line, line: Line, fonts: frozenset[int]) -> bool:
    """Whether a line goes on with the code above it: a comment beside it, or what was broken off and is set in."""
    if abs(line.baseline - above.baseline) < _SAME_HEIGHT and line.column == above.column:
        return True
    if (line.font in fonts) != (
        first.font in fonts
    ) or not above.baseline < line.baseline < above.baseline + 2 * line.size:
        return False
    if line.font not in fonts:
        return _GOES_ON.search(text) is not None and not _BEGINS.match(line.text)
    set_in = line.box.x0 > first.box.x0 + _SET_IN
    if not set_in and not text.endswith("\\"):
        return False
    return _GOES_ON.search(text) is not None or _is_open(text) or not _BEGINS.match(line.text)


def _is_open(text: str) -> bool:
    return text.count("(") > text.count(")") or text.count('"') % 2 == 1


def _is_joined(text: str) -> bool:
    """Whether no blank was where a line was broken: after a sign of an address, or within quotes that are just open."""
    return _NO_BLANK.search(text) is not None and not text.endswith((" -", " --"))
