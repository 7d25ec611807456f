"""What of an earlier state of a file is not the same in its last one, told by where their objects lie."""

from __future__ import annotations

from typing import Any, NamedTuple

from pypdf.generic import DictionaryObject, IndirectObject

from faimi_check.reading.pdf.objects.reader import LazyReader

# Objects of which no page is made, and in which no note stands.
_INFO, _PAGE, _OTHER = "Info", "/Page", ""
_BESIDE_THE_PAGES = frozenset({"/Catalog", "/Metadata", "/XRef", _INFO})
_BESIDE_THE_TEXT = _BESIDE_THE_PAGES | {"/Annot"}
_MOST_COMPARED = 200


class Change(NamedTuple):
    """What may be another in the earlier state.

    Whether its notes may be, and the places among all pages of those whose text may be; None for all of them.
    """

    notes: bool = True
    pages: tuple[int, ...] | None = None


def change(earlier: LazyReader | None, last: LazyReader | None) -> Change:
    """What the objects tell that the earlier state has, and the last one has not or has anew.

    A state that does not open is None: then all may be another.
    """
    if earlier is None or last is None:
        return Change()
    try:
        trees = {_reference(reader.root_object, "/Pages") for reader in (earlier, last)}
        changed = {key for key, _ in earlier.places.items() - last.places.items()}
        if None in trees or len(trees) > 1 or len(changed) > _MOST_COMPARED:
            return Change()
        kinds = {_kind(earlier, key) for key in changed}
        notes = bool(kinds - _BESIDE_THE_PAGES)
        if kinds - _BESIDE_THE_TEXT - {_PAGE}:
            return Change(notes)
        return Change(notes, _pages(earlier, changed) if _PAGE in kinds else ())
    except Exception:  # the parser raises what it likes
        return Change()


def _reference(holder: Any, key: str) -> tuple[int, int] | None:
    """The generation and number that a dictionary refers to; None where it does not."""
    value = holder.raw_get(key) if key in holder else None
    return (value.generation, value.idnum) if isinstance(value, IndirectObject) else None


def _kind(reader: LazyReader, key: tuple[int, int]) -> str:
    """The type of an object, by its generation and number."""
    if key == _reference(reader.trailer, "/Info"):
        return _INFO
    found = IndirectObject(key[1], key[0], reader).get_object()
    return str(found.get("/Type", _OTHER)) if isinstance(found, DictionaryObject) else _OTHER


def _pages(reader: LazyReader, changed: set[tuple[int, int]]) -> tuple[int, ...]:
    references = [page.indirect_reference for page in reader.pages]
    return tuple(
        place for place, found in enumerate(references) if found and (found.generation, found.idnum) in changed
    )
