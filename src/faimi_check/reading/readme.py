"""README texts: which entries are meant as one, and their text in whatever encoding it was saved."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from faimi_check.model.supplement import Readme
from faimi_check.reading.encodings import decoded, eastern_encoding, old_encodings, text_encoding
from faimi_check.reading.plain_text import as_seen, as_text_bytes, wide_encoding

# README, Read_Me, READ-ME.txt, video1_README.txt, readme(1).md, LISEZMOI, LIESMICH, LEEME
_README_NAME = re.compile(
    r"readme|(?<![a-z])read[ _.-]me|lisez[ _.-]?moi|lies[ _.-]?mich|l[eé][ea]?me(?=\b|_)|leia[ _-]?me|leggi[ _-]?mi"
    r"|自述|说明|說明|読んで|お読み",
    re.I,
)
_README_FOLDER = re.compile(
    r"[\W\d_]*(?:read[ _.-]?mes?(?:[ _-](?:files?|texts?))?|lisez[ _.-]?moi|lies[ _.-]?mich)", re.I
)
_TEXT = re.compile(r"(?:.*\.(?:txt|md|markdown|rst|text|asc)|[^.]+)\Z", re.I | re.S)
_MEDIA = re.compile(r"\.(?:avi|mp4|wmv|mov|mkv|webm|png|jpe?g|gif)\Z", re.I)

_ENOUGH = 20_000
_ESCAPED = re.compile(rb"\x1b\$[@B]")
_ROW = re.compile(rb"[\x80-\xff]{2}")
_FOREIGN = re.compile(rb"[\x80-\xff]")
# Below so many bytes outside ASCII, statistics of a language have nothing to go by.
_FEW = 400
_MOST_NAMES = 200
_ENCODINGS = ["gb18030", "big5", "cp932", "euc_jp", "cp949", "cp1252", "cp1251", "koi8_r", "cp1253", "cp1254"]


def is_readme_name(name: str) -> bool:
    """Whether an entry's name says that it is a README, in whatever format, or the folder does that holds a text."""
    *folders, base = re.split(r"[/\\]", name)
    if _README_NAME.search(base[:300]):
        return not _MEDIA.search(base[:300])
    return bool(folders) and _README_FOLDER.fullmatch(folders[-1][:40]) is not None and is_text_name(base[:300])


def is_text_name(base: str) -> bool:
    """Whether a name without its folder is a plain text's: by its ending, or as it has none."""
    return _TEXT.match(base) is not None


def read_text(member: str, content: bytes, names: Iterable[str] = ()) -> Readme:
    """The text of a README. The encoding is "" and the text empty where the bytes are not text.

    `names` are those of the files that it may speak of: where the bytes can be several texts, they tell which.
    """
    if content.startswith(b"\xef\xbb\xbf"):
        return Readme(member=member, text=_lines(content[3:].decode("utf-8", "replace")), encoding="utf-8-sig")
    if as_text_bytes(content) is None or content.startswith((b"{\\rtf", b"%PDF-")):
        return Readme(member=member, text="", encoding="")
    encoding = _by_names(content, encoding_of(content), names)
    return Readme(member=member, text=_lines(content.decode(encoding, "replace")), encoding=encoding)


def encoding_of(content: bytes) -> str:
    """The encoding of a text, by its marks, by what it can be, and where that leaves several by its letters."""
    wide = wide_encoding(content)
    if wide:
        return wide
    if _ESCAPED.search(content):
        return "iso2022_jp"
    if decoded(content, "utf-8") is not None:
        return "utf-8"
    # Letters of two bytes come in rows; the accents of Western languages stand alone.
    if not _ROW.search(content):
        return "cp1252" if decoded(content, "cp1252") is not None else "latin-1"
    few = len(_FOREIGN.findall(content)) < _FEW
    found = (text_encoding(content) if few else eastern_encoding(content)) or _by_statistics(content)
    return found if decoded(content, found) is not None else "latin-1"


def _by_statistics(content: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(content[:_ENOUGH], cp_isolation=_ENCODINGS).best()
    return best.encoding if best else "cp1252"


def _by_names(content: bytes, likeliest: str, names: Iterable[str]) -> str:
    """The encoding in which the text speaks of most of the files; the likeliest where none does better."""
    stems = foreign_stems(names)
    if not stems or likeliest.startswith("utf"):
        return likeliest
    return max((likeliest, *old_encodings()), key=lambda encoding: spoken_of(decoded(content, encoding) or "", stems))


def foreign_stems(names: Iterable[str]) -> tuple[str, ...]:
    """The names outside ASCII without folders and extensions, as they may stand in a text."""
    bases = (re.split(r"[/\\]", name)[-1].rpartition(".") for name in names if not name.isascii())
    stems = (unicodedata.normalize("NFC", before or after).casefold() for before, _, after in bases)
    return tuple(dict.fromkeys(stem for stem in stems if not stem.isascii()))[:_MOST_NAMES]


def spoken_of(text: str, stems: Iterable[str]) -> int:
    """How many of the names stand in the text."""
    folded = text.casefold()
    return sum(stem in folded for stem in stems)


def _lines(text: str) -> str:
    """The text in lines, its letters composed: one and the same name is typed composed and listed decomposed."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n").replace("\ufeff", "")
    return unicodedata.normalize("NFC", as_seen(plain))
