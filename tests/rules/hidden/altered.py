"""A compliant paper to which something is done that a reader does not see, or that a program does not."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pypdf
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    NumberObject,
)

from faimi_check.model.finding import Hit
from faimi_check.model.paper import Paper
from faimi_check.model.submission import Submission
from faimi_check.reading.paper import read_paper
from faimi_check.rules.catalogue import rules
from faimi_check.rules.registry import NoParameters

COMPLIANT = Path(__file__).resolve().parents[3] / "fixtures" / "papers" / "compliant-shortrefs.pdf"
_RULES = {rule.id: rule for rule in rules()}


class Altered:
    """One copy under change; places are points from the bottom left of a page."""

    def __init__(self) -> None:
        self.writer = pypdf.PdfWriter(clone_from=COMPLIANT)

    def page(self, number: int) -> pypdf.PageObject:
        return self.writer.pages[number - 1]

    def stream(self, data: bytes, **entries: object) -> IndirectObject:
        stream = DecodedStreamObject()
        stream.set_data(data)
        stream.update({NameObject(f"/{key}"): value for key, value in entries.items()})
        return self.writer._add_object(stream)

    def resource(self, page: int, family: str, name: str, value: object) -> None:
        resources = self.page(page)["/Resources"].get_object()
        held = resources.get(f"/{family}")
        entries = held.get_object() if held is not None else DictionaryObject()
        entries[NameObject(f"/{name}")] = value
        resources[NameObject(f"/{family}")] = entries

    def font(self) -> IndirectObject:
        return self.writer._add_object(named(Type="Font", Subtype="Type1", BaseFont="Helvetica"))

    def draw(self, page: int, commands: str) -> None:
        """Commands after all others of the page; the font is /Hv."""
        self.resource(page, "Font", "Hv", self.font())
        contents = self.page(page).raw_get("/Contents")
        held = contents.get_object()
        before = list(held) if isinstance(held, ArrayObject) else [contents]
        parts = [self.stream(b"q\n"), *before, self.stream(f"\nQ q\n{commands}\nQ\n".encode("latin-1"))]
        self.page(page)[NameObject("/Contents")] = ArrayObject(parts)

    def form(self, commands: str, box: Sequence[float] = (0, 0, 612, 792)) -> IndirectObject:
        fonts = DictionaryObject({NameObject("/Font"): DictionaryObject({NameObject("/Hv"): self.font()})})
        kinds = {"Type": NameObject("/XObject"), "Subtype": NameObject("/Form")}
        return self.stream(commands.encode("latin-1"), **kinds, BBox=numbers(*box), Resources=fonts)

    def annotate(self, page: int, subtype: str, box: Sequence[float], drawing: str | None, **entries: object) -> None:
        note = named(Type="Annot", Subtype=subtype)
        note[NameObject("/Rect")] = numbers(*box)
        note[NameObject("/F")] = NumberObject(4)
        note.update({NameObject(f"/{key}"): value for key, value in entries.items()})
        if drawing is not None:
            shown = self.form(drawing, (0, 0, box[2] - box[0], box[3] - box[1]))
            note[NameObject("/AP")] = DictionaryObject({NameObject("/N"): shown})
        held = self.page(page).get("/Annots")
        notes = ArrayObject(list(held.get_object()) if held is not None else [])
        notes.append(self.writer._add_object(note))
        self.page(page)[NameObject("/Annots")] = notes

    def hits(self, rule: str, folder: Path) -> list[Hit]:
        """What the rule finds in the paper, read anew."""
        return hits(rule, self.saved(folder))

    def saved(self, folder: Path) -> Path:
        """The paper as a file."""
        path = folder / "paper.pdf"
        with path.open("wb") as out:
            self.writer.write(out)
        return path

    def mute_font(self, page: int, said: str = "") -> None:
        """A font /Mute of one box, whose codes read as nothing or as `said`."""
        font = named(Type="Font", Subtype="Type3", Name="Mute")
        font[NameObject("/FontBBox")] = numbers(0, 0, 1, 1)
        font[NameObject("/FontMatrix")] = numbers(1, 0, 0, 1, 0, 0)
        font[NameObject("/CharProcs")] = DictionaryObject({NameObject("/g1"): self.stream(b".6 0 d0 0 0 .5 .7 re f")})
        differences = ArrayObject([NumberObject(1), NameObject("/g1")])
        font[NameObject("/Encoding")] = DictionaryObject({NameObject("/Differences"): differences})
        font[NameObject("/FirstChar")] = font[NameObject("/LastChar")] = NumberObject(1)
        font[NameObject("/Widths")] = numbers(0.6)
        if said:
            table = f"begincmap 1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfchar\n<01> <{ord(said):04X}>"
            font[NameObject("/ToUnicode")] = self.stream(f"{table}\nendbfchar endcmap".encode())
        self.resource(page, "Font", "Mute", self.writer._add_object(font))


def read(paper: Altered, folder: Path) -> Paper:
    """The paper, read anew."""
    return read_paper(paper.saved(folder), "paper.pdf")


def mute(count: int, y: float = 608) -> str:
    """So many letters of the font /Mute."""
    return f"BT /Mute 9 Tf 1 0 0 1 180 {y} Tm <{'01' * count}> Tj ET"


def hits(rule: str, path: Path) -> list[Hit]:
    """What a rule without parameters finds in a file."""
    return list(_RULES[rule].run(Submission(id="p", paper=read_paper(path, path.name)), NoParameters()))


def named(**entries: str) -> DictionaryObject:
    return DictionaryObject({NameObject(f"/{key}"): NameObject(f"/{value}") for key, value in entries.items()})


def numbers(*values: float) -> ArrayObject:
    return ArrayObject([FloatObject(value) for value in values])


def say(text: str, x: float = 140, y: float = 90, size: float = 6, before: str = "") -> str:
    return f"BT {before} /Hv {size} Tf 1 0 0 1 {x} {y} Tm ({text}) Tj ET\n"
