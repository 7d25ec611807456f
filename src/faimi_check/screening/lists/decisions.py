"""What chairs have decided: the sheet that a run writes, filled in, or the file that its overview saves."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import msgspec

from faimi_check.model.decision import Decision, Ruling
from faimi_check.model.text.spelling import in_words, nearest
from faimi_check.screening.lists.sheets import SheetError, sheets_of
from faimi_check.screening.lists.tables import TableError, text_of_table

SCHEMA = "faimi-check/decisions-v1"
_TRUE = frozenset({"yes", "true", "1", "x"})
_SPELT = {"reject": "desk-reject", "let through": "none"}
_ESCAPED = ("=", "+", "-", "@")


class SavedDecision(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One submission in a saved file."""

    decision: str = ""
    note: str = ""
    seen: bool = False


class SavedWaiver(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A finding that was cleared in the overview."""

    submission: str
    fingerprint: str
    reason: str


class Saved(msgspec.Struct, frozen=True):
    """The file that the overview saves: `submissions` by id, who has saved it, and what was cleared."""

    schema: str
    by: str = ""
    submissions: dict[str, SavedDecision] = msgspec.field(default_factory=dict)
    waivers: tuple[SavedWaiver, ...] = ()


_SAVED = msgspec.json.Decoder(Saved)


def read_saved(path: Path) -> Saved | None:
    """The file of an overview, None where it is a table. Raises TableError for what cannot be used."""
    if path.suffix.lower() != ".json":
        return None
    try:
        saved = _SAVED.decode(text_of_table(path))
    except msgspec.ValidationError as error:
        raise TableError(f"{path}: {in_words(error)}") from error
    except (msgspec.DecodeError, RecursionError) as error:
        raise TableError(f"{path}: not valid JSON: {error}") from error
    if saved.schema != SCHEMA:
        raise TableError(f'{path}: not a file that an overview saves ("schema" is not "{SCHEMA}")')
    return saved


def read_decisions(paths: Iterable[Path]) -> tuple[dict[str, Decision], tuple[str, ...]]:
    """The decisions of all files by submission, and what does not agree, a sentence each.

    Where two files decide differently the submission is left open. Raises TableError for a file that cannot be used.
    """
    found: dict[str, list[tuple[str, Decision]]] = defaultdict(list)
    for path in paths:
        saved = read_saved(path)
        rows = _of_saved(path, saved) if saved is not None else _of_sheet(path)
        for id, decision in rows:
            found[id].append((str(path), decision))
    decisions: dict[str, Decision] = {}
    conflicts: list[str] = []
    for id, said in found.items():
        decisions[id], conflict = _merged(id, said)
        conflicts += conflict
    return decisions, tuple(conflicts)


def matched(decisions: Mapping[str, Decision], ids: Iterable[str]) -> tuple[dict[str, Decision], tuple[str, ...]]:
    """The decisions by the ids of the run, also where a spreadsheet took the zeros off; and those for no submission."""
    by_bare = {_bare(id): id for id in ids}
    here = {by_bare[_bare(id)]: decision for id, decision in decisions.items() if _bare(id) in by_bare}
    foreign = [id for id, decision in decisions.items() if _bare(id) not in by_bare and decision.ruling]
    return here, tuple(f'a decision is for "{id}", but there is no such submission' for id in foreign)


def _bare(id: str) -> str:
    id = id.strip().casefold()
    return id.lstrip("0") or id


def _merged(id: str, said: list[tuple[str, Decision]]) -> tuple[Decision, list[str]]:
    rulings = {decision.ruling: path for path, decision in said if decision.ruling}
    notes = dict.fromkeys(decision.note for _, decision in said if decision.note)
    conflict = []
    if len(rulings) > 1:
        named = ", ".join(f"{ruling.value} in {path}" for ruling, path in rulings.items())
        conflict = [f"submission {id} is decided in two ways and left open: {named}"]
    ruling = next(iter(rulings)) if len(rulings) == 1 else None
    return Decision(ruling=ruling, note=" / ".join(notes), seen=any(one.seen for _, one in said)), conflict


def _of_saved(path: Path, saved: Saved) -> Iterator[tuple[str, Decision]]:
    for id, one in saved.submissions.items():
        ruling = _ruling(one.decision, f"{path}, submission {id}")
        yield id, Decision(ruling=ruling, note=one.note, seen=one.seen)


def _of_sheet(path: Path) -> Iterator[tuple[str, Decision]]:
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
            if cells["id"]:
                ruling = _ruling(cells.get("decision", ""), f"{path}, line {number}")
                note, seen = _unescaped(cells.get("note", "")), cells.get("seen", "").casefold() in _TRUE
                yield _unescaped(cells["id"]), Decision(ruling=ruling, note=note, seen=seen)
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


def _unescaped(text: str) -> str:
    """The sheet puts an apostrophe before what a spreadsheet would take for a formula."""
    return text[1:] if text.startswith("'") and text[1:].startswith(_ESCAPED) else text
