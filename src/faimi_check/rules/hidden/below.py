"""What a file says to whoever judges the paper in places that only programs read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple
from urllib.parse import unquote_plus

from faimi_check.model.page import Box
from faimi_check.model.paper import Paper
from faimi_check.model.text.unseen import IN_UNSEEN, parted
from faimi_check.rules.memory import once_a_paper
from faimi_check.rules.naming.asking.coded import coded_requests
from faimi_check.rules.naming.asking.score import asking_share
from faimi_check.rules.naming.identity import letters_of
from faimi_check.rules.naming.text.requests import commands, directs, is_instruction, reports
from faimi_check.rules.naming.text.surfaces import FONTS

_LONG_TARGET = 40
_JUDGED = 4_000
_OVERLAP = 300
# Blanks: what is shorter is a name, a key or a title.
_FEWEST_BLANKS = 4
# Terms of a list of keywords, and the words of one.
_FEWEST_TERMS, _LONGEST_TERM = 4, 3
# How likely a text asks for something that is told as such, and as what a person must look at.
_ASKS, _MAY_ASK = 0.9, 0.65
# Of so many sentences some may read like anything.
_LONG, _ASKS_IN_LONG = 1_500, 0.95
_FORM = "form fields"
_OF_ATTACKS = ("injection", "jailbreak", "adversarial prompt", "hidden prompt", "hidden instruction")


class Said(NamedTuple):
    """An instruction, and where it stands, as a sentence; `sure` where hardly anything else reads like it.

    `unseen` is the whole text where it is written in characters that nobody sees: then it is told whatever it says,
    and `asks` tells whether it is an instruction. `coded` is the whole text where what it says must be decoded.
    `scrubbed` where the program that scrubs papers takes it out.
    """

    page: int | None
    text: str
    where: str
    box: Box | None = None
    sure: bool = True
    unseen: str = ""
    coded: str = ""
    asks: bool = True
    scrubbed: bool = True


def below_the_surface(paper: Paper, heard_on_pages: Sequence[str] = ()) -> Iterator[Said]:
    """The instructions, each once, without those `heard_on_pages`.

    What a page prints is none of these: it is seen. Neither is what a work on such attacks quotes.
    """
    # Who opens the file is shown the other notes.
    heard = {note.contents for note in paper.annotations if not note.hidden}
    told = [letters_of(text) for text in heard_on_pages]
    yield from _drawn_by_notes(paper)
    for place in chain.from_iterable(map(_with_coded, _places(paper))):
        said = _told_unseen(place) if IN_UNSEEN in place.text else place
        if said.text in heard:
            continue
        heard.add(said.text)
        sure = said.sure if said.unseen or said.coded else _is_sure_to_speak(said.text)
        if sure is None:
            continue
        bare = letters_of(said.text)
        # One text may stand in a file and in what that file was made of.
        if any(bare in other or other in bare for other in told):
            continue
        if not (bare in _printed(paper) or (reports(said.text) and is_on_attacks(paper))):
            told.append(bare)
            yield said._replace(sure=sure)


def in_fields(paper: Paper, told: Sequence[Said]) -> tuple[str, ...]:
    """What fields of a form hold and nobody else has told: a reader sees as much of it as their boxes have room for."""
    known = [letters_of(said.coded or said.text) for said in told]
    held = dict.fromkeys(field.value for field in paper.internal_names if field.place == _FORM)
    bare = {text: letters_of(text) for text in held}
    return tuple(
        text for text in held if not (bare[text] in _printed(paper) or any(one in bare[text] for one in known))
    )


def _told_unseen(said: Said) -> Said:
    """What a text says in characters that nobody sees, in its place."""
    text = parted(said.text)[1]
    asks = is_instruction(text) or speaks(text)
    where = f"{said.where.removesuffix('.')}, in characters that nobody sees."
    return said._replace(text=text, where=where, unseen=said.text, asks=asks)


def _with_coded(said: Said) -> Iterator[Said]:
    """A text, and what it asks for in an encoding or in letters turned or exchanged."""
    yield said
    for found in coded_requests(said.text):
        where = f"{said.where.removesuffix('.')}, written so that only programs read it."
        yield said._replace(text=found.text, where=where, coded=said.text)


def things_saying(paper: Paper, text: str) -> tuple[object, ...]:
    """The fields and notes that hold the text, and the attachments that hold nothing else."""
    fields = (field for field in (*paper.internal_names, *paper.metadata) if field.value[:_JUDGED] == text)
    notes = (note for note in paper.annotations if text in (note.contents, note.drawn))
    texts = (one for one in paper.attachments if one.mime.startswith("text/") and len(one.text) <= _LONG)
    return (*fields, *notes, *(one for one in texts if one.text == text))


def speaks(text: str) -> bool:
    """Whether a text directs somebody; of a few words the wording of a command tells, or that they all ask."""
    return _is_sure_to_speak(text) is True


def _is_sure_to_speak(text: str) -> bool | None:
    """Whether it surely does, or only may; None where it does not."""
    if _directs(text):
        return True
    share, is_long = _asking(text), len(text) > _LONG
    if share >= (_ASKS_IN_LONG if is_long else _ASKS):
        return True
    # "Enter your name": a few words that do not surely ask are a label or an answer.
    is_short = text.count(" ") < _FEWEST_BLANKS and text.isascii()
    return False if share >= _MAY_ASK and not (is_long or is_short) else None


def _asking(text: str) -> float:
    """How likely a text asks for something; a list of keywords has no sentence to ask in."""
    terms = text.split(",")
    listed = len(terms) >= _FEWEST_TERMS and all(len(term.split()) <= _LONGEST_TERM for term in terms)
    return 0.0 if listed else asking_share(text)


def _directs(text: str) -> bool:
    blanks = text.count(" ")
    if blanks < _FEWEST_BLANKS and text.isascii():
        return blanks > 0 and commands(text)
    return directs(text)


def _drawn_by_notes(paper: Paper) -> Iterator[Said]:
    """What drawings of notes ask, seen or not: no note is part of the paper."""
    for text, note in {note.drawn: note for note in paper.annotations if note.drawn}.items():
        if ((note.hidden and is_instruction(text)) or speaks(text)) and not (reports(text) and is_on_attacks(paper)):
            yield Said(note.page, text, "It is what the drawing of a note says.", note.box, scrubbed=False)


def _places(paper: Paper) -> Iterator[Said]:
    for note in paper.annotations:
        if IN_UNSEEN in note.contents or (note.hidden and (is_instruction(note.contents) or speaks(note.contents))):
            yield Said(note.page, note.contents, f"It is in a {'hidden ' * note.hidden}note.", note.box)
    for field in (*paper.internal_names, *paper.metadata):
        where = f"It stands in the file's {field.place} ({field.key})."
        yield Said(field.page, field.value[:_JUDGED], where, scrubbed=field.place != _FORM)
    for page in paper.pages:
        for target in dict.fromkeys(link.target for link in page.links if len(link.target) >= _LONG_TARGET):
            where = "It stands in the address of a link."
            yield Said(page.number, unquote_plus(target[:_JUDGED]), where, scrubbed=False)
    for field in paper.other_texts:
        if field.place != FONTS and field.key != "URI":
            yield Said(field.page, field.value[:_JUDGED], f"It stands in {field.place} ({field.key}).")
    for revision in paper.revisions:
        text = " ".join(revision.lost_text)
        yield from _in_stretches(text, "It stands on a page that the file holds and does not show.")
    for attached in paper.attachments:
        yield from _in_stretches(attached.text, f"It stands in a file inside the PDF ({attached.name[:80]}).")


def _in_stretches(text: str, where: str) -> Iterator[Said]:
    for start in range(0, len(text), _JUDGED - _OVERLAP):
        yield Said(None, text[start : start + _JUDGED], where)


@once_a_paper
def _printed(paper: Paper) -> str:
    return letters_of(" ".join(line.text for page in paper.pages for line in page.lines))


@once_a_paper
def is_on_attacks(paper: Paper) -> bool:
    """Whether a paper is on attacks by prompts."""
    printed = " ".join(line.text for page in paper.pages for line in page.lines).lower()
    return any(sign in printed for sign in _OF_ATTACKS)
