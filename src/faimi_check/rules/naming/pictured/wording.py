"""How what pictures tell is said, alike for figures and frames: one finding a picture and kind, repetition left out."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from faimi_check.model.burned_in import BurnedInPicture
from faimi_check.model.finding import Confidence
from faimi_check.model.page import Box
from faimi_check.rules.naming.identity import fold
from faimi_check.rules.naming.pictured.matter import Tells, Told
from faimi_check.rules.naming.pictured.telling import told_by

WORDS = {
    Tells.CONTACT: "an address that identifies",
    Tells.LOGIN: "a login or path that names a user",
    Tells.PERSON: "the name of a person",
    Tells.INSTITUTION: "the name of an institution",
    Tells.PATIENT: "what looks like a patient's data",
    Tells.FUNDING: "who paid for the work",
    Tells.CODE: "a QR or bar code that leads to the authors or may",
}
_SHOWN = 160


class Shown(msgspec.Struct, frozen=True):
    """What pictures tell of one kind: the first picture that says it, how many more do, and the box of its lines.

    `beside` is what else stands in the picture and is told elsewhere: it is to be taken out of this one too.
    """

    tells: Tells
    picture: BurnedInPicture
    texts: tuple[str, ...]
    box: Box
    confidence: Confidence
    again: int = 0
    beside: tuple[str, ...] = ()

    @property
    def quoted(self) -> str:
        """`“DOE^JANE; ID 0034512”`, cut where it is long."""
        return _quoted(self.texts)

    @property
    def quoted_beside(self) -> str:
        """`, and beside it “Hospital of X”`, or nothing."""
        return f", and beside it {_quoted(self.beside)}" if self.beside else ""

    def with_beside(self, texts: Iterable[str]) -> Shown:
        """The same, beside these as well."""
        return msgspec.structs.replace(self, beside=tuple(dict.fromkeys((*self.beside, *texts))))


def _quoted(texts: tuple[str, ...]) -> str:
    said = "; ".join(texts)
    return f"“{said[:_SHOWN]}{'…' if len(said) > _SHOWN else ''}”"


def shown_in(pictures: Iterable[BurnedInPicture], common: frozenset[str]) -> tuple[Shown, ...]:
    """What the pictures tell, in their order; what a later one says again is counted only."""
    found: dict[tuple[Tells, tuple[str, ...]], Shown] = {}
    known: dict[tuple[Tells, str], tuple[Tells, tuple[str, ...]]] = {}
    for picture in pictures:
        told = told_by(picture, common)
        before = [one for one in told if (one.tells, _key(one)) in known]
        for key in dict.fromkeys(known[one.tells, _key(one)] for one in before):
            found[key] = msgspec.structs.replace(found[key], again=found[key].again + 1)
        here: list[tuple[Tells, tuple[str, ...]]] = []
        for tells in Tells:
            new = [one for one in told if one.tells is tells and (tells, _key(one)) not in known]
            if new:
                key = (tells, tuple(map(_key, new)))
                known.update({(tells, _key(one)): key for one in new})
                found[key] = _gathered(tells, picture, new)
                here.append(key)
        if here:
            found[here[0]] = found[here[0]].with_beside(one.text for one in before)
    return tuple(found.values())


def _key(told: Told) -> str:
    """What two readings of the same lettering have in common."""
    return "".join(char for char in fold(told.text) if char.isalnum())


def _gathered(tells: Tells, picture: BurnedInPicture, told: list[Told]) -> Shown:
    box = told[0].line.box
    for one in told[1:]:
        box = box.union(one.line.box)
    surest = max((one.confidence for one in told), key=lambda confidence: confidence.rank)
    return Shown(tells, picture, tuple(dict.fromkeys(one.text for one in told)), box, surest)
