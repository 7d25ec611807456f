"""README texts: which entries are meant as one, and their text in whatever encoding it was saved."""

from __future__ import annotations

import codecs
import re

from faimi_check.model.supplement import Readme
from faimi_check.reading.plain_text import as_seen, as_text_bytes, wide_encoding

# README, Read_Me, READ-ME.txt, video1_README.txt, readme(1).md, LISEZMOI, LIESMICH, LEEME
_README_NAME = re.compile(
    r"readme|(?<![a-z])read[ _.-]me|lisez[ _.-]?moi|lies[ _.-]?mich|l[eé][ea]?me(?=\b|_)|leia[ _-]?me|leggi[ _-]?mi"
    r"|自述|说明|說明|読んで|お読み",
    re.I,
)
_MEDIA = re.compile(r"\.(?:avi|mp4|wmv|mov|mkv|webm|png|jpe?g|gif)\Z", re.I)

_ENOUGH = 20_000
_ESCAPED = re.compile(rb"\x1b\$[@B]")
_ROW = re.compile(rb"[\x80-\xff]{2}")
_ENCODINGS = ["gb18030", "big5", "cp932", "euc_jp", "cp949", "cp1252", "cp1251", "koi8_r", "cp1253", "cp1254"]


def is_readme_name(name: str) -> bool:
    """Whether an entry's name says that it is a README, in whatever format."""
    base = re.split(r"[/\\]", name)[-1][:300]
    return bool(_README_NAME.search(base)) and not _MEDIA.search(base)


def read_text(member: str, content: bytes) -> Readme:
    """The text of a README. The encoding is "" and the text empty where the bytes are not text."""
    if content.startswith(b"\xef\xbb\xbf"):
        return Readme(member=member, text=_lines(content[3:].decode("utf-8", "replace")), encoding="utf-8-sig")
    if as_text_bytes(content) is None or content.startswith((b"{\\rtf", b"%PDF-")):
        return Readme(member=member, text="", encoding="")
    encoding = encoding_of(content)
    return Readme(member=member, text=_lines(content.decode(encoding, "replace")), encoding=encoding)


def encoding_of(content: bytes) -> str:
    """The encoding of a text, by its marks, by what it can be, and where that leaves several by its letters."""
    wide = wide_encoding(content)
    if wide:
        return wide
    if _ESCAPED.search(content):
        return "iso2022_jp"
    if _decodes(content, "utf-8"):
        return "utf-8"
    # Letters of two bytes come in rows; the accents of Western languages stand alone.
    if not _ROW.search(content):
        return "cp1252" if _decodes(content, "cp1252") else "latin-1"
    from charset_normalizer import from_bytes

    best = from_bytes(content[:_ENOUGH], cp_isolation=_ENCODINGS).best()
    found = best.encoding if best else "cp1252"
    return found if _decodes(content, found) else "latin-1"


def _decodes(content: bytes, encoding: str) -> bool:
    """Whether the bytes are text in the encoding; one that was cut may end within a letter."""
    try:
        codecs.getincrementaldecoder(encoding)().decode(content)
    except (UnicodeDecodeError, LookupError):
        return False
    return True


def _lines(text: str) -> str:
    return as_seen(text.replace("\r\n", "\n").replace("\r", "\n").replace("\ufeff", ""))
