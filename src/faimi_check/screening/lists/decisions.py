"""What chairs have decided: the sheet that a run writes, filled in, or the file that its overview saves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from faimi_check.model.decision import Decision, Ruling
from faimi_check.model.text.formulas import as_written
from faimi_check.model.text.spelling import in_words, nearest
from faimi_check.screening.lists.sheets import SheetError, sheets_of
from faimi_check.screening.lists.tables import TableError, text_of_table

SCHEMA = "faimi-check/decisions-v1"
_TRUE = frozenset({"yes", "true", "1", "x"})
_SPELT = {"reject": "desk-reject", "let through": "none"}


class SavedDecision(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One submission in a saved file."""

    decision: str = ""
    note: str = ""
    seen: bool = False
    digest: str = ""


class SavedWaiver(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A finding that was cleared in the overview."""

    submission: str
    fingerprint: str
    reason: str


class Saved(msgspec.Struct, frozen=True):
    """The file that the overview saves: `submissions` by id, for which call, who has saved it, and what was cleared."""

    schema: str
    venue: str = ""
    by: str = ""
    submissions: dict[str, SavedDecision] = msgspec.field(default_factory=dict)
    waivers: tuple[SavedWaiver, ...] = ()


class Said(msgspec.Struct, frozen=True):
    """What one file says of one submission, by the id that stands there, and for which call where it says so."""

    id: str
    source: str
    decision: Decision
    venue: str = ""


class _Head(msgspec.Struct):
    schema: str = ""


_HEAD = msgspec.json.Decoder(_Head)
_SAVED = msgspec.json.Decoder(Saved)


def read_saved(path: Path) -> Saved | None:
    """The file of an overview, None where it is a table. Raises TableError for what cannot be used."""
    if path.suffix.lower() != ".json":
        return None
    try:
        text = text_of_table(path)
        if not _is_saved(text):
            raise TableError(f'{path}: not a file that an overview saves ("schema" is not "{SCHEMA}")')
        return _SAVED.decode(text)
    except msgspec.ValidationError as error:
        raise TableError(f"{path}: {in_words(error)}") from error
    except (msgspec.DecodeError, RecursionError) as error:
        raise TableError(f"{path}: not valid JSON: {error}") from error


def _is_saved(text: str) -> bool:
    """Whether the text says itself that it is such a file, whatever else is wrong with it."""
    try:
        return _HEAD.decode(text).schema == SCHEMA
    except msgspec.ValidationError:
        return False


def read_decisions(paths: Iterable[Path]) -> tuple[Said, ...]:
    """What all files say, one after the other. Raises TableError for a file that cannot be used."""
    said: list[Said] = []
    for path in paths:
        saved = read_saved(path)
        said += _of_saved(path, saved) if saved is not None else _of_sheet(path)
    return tuple(said)


def of_other_calls(told: Iterable[tuple[str, str]], venue: str) -> tuple[str, ...]:
    """A sentence for each file that was written for another call; `told` are files and the calls that stand in them."""
    return tuple(
        f"{source} was saved for {other}, this run judges by {venue}: what it says is taken all the same"
        for source, other in dict.fromkeys(told)
        if other not in ("", venue)
    )


def _of_saved(path: Path, saved: Saved) -> Iterator[Said]:
    for id, one in saved.submissions.items():
        ruling = _ruling(one.decision, f"{path}, submission {id}")
        decision = Decision(ruling=ruling, note=one.note, seen=one.seen, digest=one.digest)
        yield Said(id, str(path), decision, saved.venue)


def _of_sheet(path: Path) -> Iterator[Said]:
    """CSV, or a workbook that a spreadsheet has made of it."""
    try:
        sheets = sheets_of(path)
    except SheetError as error:
        raise TableError(f"{path}: {error}") from error
    for sheet in sheets:
        header = [cell.strip().casefold() for cell in sheet.rows[0]] if sheet.rows else []
        if "id" not in header or "decision" not in header:
            continue
        for number, row in enumerate(sheet.rows[1:], start=2):
            cells = dict(zip(header, map(str.strip, row), strict=False))
            if cells.get("id"):
                ruling = _ruling(cells.get("decision", ""), f"{path}, line {number}")
                note, seen = as_written(cells.get("note", "")), cells.get("seen", "").casefold() in _TRUE
                decision = Decision(ruling=ruling, note=note, seen=seen, digest=cells.get("digest", ""))
                yield Said(as_written(cells["id"]), str(path), decision, cells.get("venue", ""))
        return
    raise TableError(f'{path}: no columns "id" and "decision"; decisions.csv, which each run writes, has them')


def _ruling(text: str, where: str) -> Ruling | None:
    word = " ".join(text.casefold().replace("_", "-").split())
    word = _SPELT.get(word, word.replace(" ", "-"))
    if not word:
        return None
    valid = [ruling.value for ruling in Ruling]
    if word not in valid:
        raise TableError(f'{where}: "{text}" is not one of {", ".join(valid)}{nearest(word, valid)}')
    return Ruling(word)
