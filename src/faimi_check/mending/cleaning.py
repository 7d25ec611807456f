"""Taking out of a PDF's objects what no page needs and what tells who made it."""

from __future__ import annotations

from typing import Any

import pypdf
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    EncodedStreamObject,
    NameObject,
    StreamObject,
    TextStringObject,
)

from faimi_check.mending.destinations import rename_destinations
from faimi_check.mending.objects import drop, get, holders
from faimi_check.mending.photo import without_metadata
from faimi_check.reading.pdf.texts.images import PHOTO_FILTERS

# On any object: who made it, with what, out of which file; earlier or private versions of it.
_TELLING = (
    *("/Metadata", "/PieceInfo", "/LastModified", "/PTEX.FileName", "/PTEX.InfoDict", "/PTEX.PageNumber"),
    *("/Thumb", "/AF", "/AA", "/PA", "/SpiderInfo", "/OPI"),
)
_ROOT = ("/Collection", "/Perms", "/Legal", "/Requirements")
# Files, scripts, pages that are not shown, what a browser saved.
_NAME_TREES = (
    *("/EmbeddedFiles", "/JavaScript", "/AlternatePresentations", "/Renditions"),
    *("/Pages", "/Templates", "/URLS"),
)
_NOTE = ("/T", "/Contents", "/RC", "/Subj", "/NM", "/M", "/CreationDate", "/Popup", "/IRT", "/State", "/StateModel")
# A review's marks, windows, files and media: no part of the page's look.
_DROPPED = frozenset(
    {"/Text", "/Popup", "/Highlight", "/Underline", "/Squiggly", "/StrikeOut", "/Caret", "/Ink"}
    | {"/FileAttachment", "/Sound", "/Movie", "/Screen", "/RichMedia", "/3D"}
)
_PASSIVE = frozenset({"/GoTo", "/URI", "/Named", "/SetOCGState", "/Thread"})
_INVISIBLE = 1 << 1 | 1 << 5


def clean(writer: pypdf.PdfWriter) -> None:
    """Takes out whatever tells by where it stands, and gives layers and destinations neutral names."""
    _clean_root(writer.root_object)
    for page in writer.pages:
        _clean_notes(page)
    for found in holders(writer):
        if isinstance(found, DictionaryObject):
            _clean_object(found)
    rename_destinations(writer)


def _clean_root(root: DictionaryObject) -> None:
    drop(root, *_ROOT)
    names = get(root, "/Names")
    if isinstance(names, DictionaryObject):
        drop(names, *_NAME_TREES)
    _quieten(root, "/OpenAction")
    form = get(root, "/AcroForm")
    if isinstance(form, DictionaryObject):
        drop(form, "/XFA", "/SigFlags")
        fields = get(form, "/Fields")
        if isinstance(fields, ArrayObject):
            kept = (field for field in fields if not _is_signature(field.get_object()))
            form[NameObject("/Fields")] = ArrayObject(kept)
    for number, group in enumerate(get(get(root, "/OCProperties"), "/OCGs") or (), 1):
        layer = group.get_object()
        if isinstance(layer, DictionaryObject):
            layer[NameObject("/Name")] = TextStringObject(f"Layer {number}")


def _is_signature(field: Any) -> bool:
    """Whether a form field is a signature, which no changed file can keep."""
    return str(get(field, "/FT") or get(get(field, "/Parent"), "/FT")) == "/Sig"


def _quieten(holder: DictionaryObject, key: str) -> None:
    """Leaves of an action what leads somewhere, and nothing that runs."""
    action = get(holder, key)
    if not isinstance(action, DictionaryObject) or "/S" not in action:
        return
    if str(get(action, "/S")) in _PASSIVE:
        drop(action, "/Next")
    else:
        drop(holder, key)


def _clean_notes(page: DictionaryObject) -> None:
    notes = get(page, "/Annots")
    if not isinstance(notes, ArrayObject):
        return
    kept = ArrayObject()
    for reference in notes:
        note = reference.get_object()
        if not isinstance(note, DictionaryObject):
            continue
        kind, flags = str(get(note, "/Subtype")), get(note, "/F")
        if kind in _DROPPED or (kind != "/Widget" and isinstance(flags, int) and flags & _INVISIBLE):
            continue
        if kind == "/Widget" and _is_signature(note):
            continue
        if kind not in ("/Link", "/Widget"):
            drop(note, *_NOTE)
        kept.append(reference)
    page[NameObject("/Annots")] = kept


def _clean_object(found: DictionaryObject) -> None:
    drop(found, *_TELLING)
    _quieten(found, "/A")
    if found.get("/FT") == "/Sig":
        drop(found, "/V")
    if isinstance(found, StreamObject) and found.get("/Subtype") == "/Image":
        _clean_photo(found)


def _clean_photo(image: StreamObject) -> None:
    filters = get(image, "/Filter")
    names = [str(name) for name in (filters if isinstance(filters, ArrayObject) else [filters])]
    if not names or names[-1] not in PHOTO_FILTERS or not isinstance(image, EncodedStreamObject | DecodedStreamObject):
        return
    before = image._data if len(names) == 1 else image.get_data()
    after = without_metadata(before)
    if after != before:
        image._data = after
        image[NameObject("/Filter")] = NameObject(names[-1])
        if len(names) > 1:
            drop(image, "/DecodeParms")
