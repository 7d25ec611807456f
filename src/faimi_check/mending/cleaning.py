"""Taking out of a PDF's objects what no page needs and what tells who made it."""

from __future__ import annotations

import io
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

from faimi_check.mending.photo import without_metadata
from faimi_check.reading.pdf.opening import open_reader
from faimi_check.rules.naming.identity import identifiers

# On any object: who made it, with what, out of which file; earlier or private versions of it.
_TELLING = (
    *("/Metadata", "/PieceInfo", "/LastModified", "/PTEX.FileName", "/PTEX.InfoDict", "/PTEX.PageNumber"),
    *("/Thumb", "/AF", "/AA", "/SpiderInfo", "/OPI"),
)
_ROOT = ("/Collection", "/Perms", "/Legal", "/Requirements")
_NAME_TREES = ("/EmbeddedFiles", "/JavaScript", "/AlternatePresentations", "/Renditions")
_NOTE = ("/T", "/Contents", "/RC", "/Subj", "/NM", "/M", "/CreationDate", "/Popup", "/IRT", "/State", "/StateModel")
# Notes that are no part of the page's look: icons, windows, files, media.
_DROPPED = frozenset({"/Text", "/Popup", "/FileAttachment", "/Sound", "/Movie", "/Screen", "/RichMedia", "/3D"})
_PASSIVE = frozenset({"/GoTo", "/URI", "/Named", "/SetOCGState", "/Thread"})
_INVISIBLE = 1 << 1 | 1 << 5
_PHOTO = frozenset({"/DCTDecode", "/DCT", "/JPXDecode"})
_TAG_TEXTS = ("/Alt", "/ActualText", "/T", "/E")


def cleaned(data: bytes) -> bytes:
    """The PDF rewritten without what tells who made it: last state only, decrypted, nothing that no page needs.

    Raises what pypdf raises for a file that it cannot read.
    """
    writer = pypdf.PdfWriter(clone_from=open_reader(data))
    writer.metadata = None
    _clean_root(writer.root_object)
    for page in writer.pages:
        _clean_notes(page)
    for found in list(writer._objects):
        if isinstance(found, DictionaryObject):
            _clean_object(found)
    # What is no longer referred to is still in the writer; a second copy takes only what the pages lead to.
    again = pypdf.PdfWriter(clone_from=pypdf.PdfReader(_written(writer)))
    again.metadata = None
    return _written(again).getvalue()


def _written(writer: pypdf.PdfWriter) -> io.BytesIO:
    out = io.BytesIO()
    writer.write(out)
    out.seek(0)
    return out


def _drop(holder: DictionaryObject, keys: tuple[str, ...]) -> None:
    for key in keys:
        if key in holder:
            del holder[key]


def _get(holder: Any, key: str) -> Any:
    value = holder.get(key) if isinstance(holder, DictionaryObject) else None
    return value.get_object() if value is not None else None


def _clean_root(root: DictionaryObject) -> None:
    _drop(root, _ROOT)
    names = _get(root, "/Names")
    if isinstance(names, DictionaryObject):
        _drop(names, _NAME_TREES)
    opening = _get(root, "/OpenAction")
    if isinstance(opening, DictionaryObject) and not _is_passive(opening):
        _drop(root, ("/OpenAction",))
    form = _get(root, "/AcroForm")
    if isinstance(form, DictionaryObject):
        _drop(form, ("/XFA", "/SigFlags"))
    for number, group in enumerate(_get(_get(root, "/OCProperties"), "/OCGs") or (), 1):
        layer = group.get_object()
        if isinstance(layer, DictionaryObject):
            layer[NameObject("/Name")] = TextStringObject(f"Layer {number}")


def _is_passive(action: Any) -> bool:
    return isinstance(action, DictionaryObject) and str(_get(action, "/S")) in _PASSIVE and "/Next" not in action


def _clean_notes(page: DictionaryObject) -> None:
    notes = _get(page, "/Annots")
    if not isinstance(notes, ArrayObject):
        return
    kept = ArrayObject()
    for reference in notes:
        note = reference.get_object()
        if not isinstance(note, DictionaryObject):
            continue
        kind, flags = str(_get(note, "/Subtype")), _get(note, "/F")
        if kind in _DROPPED or (kind != "/Widget" and isinstance(flags, int) and flags & _INVISIBLE):
            continue
        if kind not in ("/Link", "/Widget"):
            _drop(note, _NOTE)
        if "/A" in note and not _is_passive(_get(note, "/A")):
            _drop(note, ("/A",))
        kept.append(reference)
    page[NameObject("/Annots")] = kept


def _clean_object(found: DictionaryObject) -> None:
    _drop(found, _TELLING)
    if found.get("/FT") == "/Sig":
        _drop(found, ("/V",))
    if "/S" in found and "/K" in found:
        _clean_tag(found)
    if isinstance(found, StreamObject) and found.get("/Subtype") == "/Image":
        _clean_photo(found)


def _clean_tag(element: DictionaryObject) -> None:
    """Alternative texts stay, they are for the blind; one with an address or a path in it goes."""
    for key in _TAG_TEXTS:
        value = _get(element, key)
        if isinstance(value, str) and next(identifiers(value[:4000]), None) is not None:
            _drop(element, (key,))


def _clean_photo(image: StreamObject) -> None:
    filters = _get(image, "/Filter")
    names = [str(name) for name in (filters if isinstance(filters, ArrayObject) else [filters])]
    if not names or names[-1] not in _PHOTO or not isinstance(image, EncodedStreamObject | DecodedStreamObject):
        return
    before = image._data if len(names) == 1 else image.get_data()
    after = without_metadata(before)
    if after != before:
        image._data = after
        image[NameObject("/Filter")] = NameObject(names[-1])
        if len(names) > 1 and "/DecodeParms" in image:
            _drop(image, ("/DecodeParms",))
