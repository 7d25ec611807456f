"""README texts: which entries are meant as one, and their text in whatever encoding it was saved."""

from __future__ import annotations

import re

from faimi_check.model.supplement import Readme
from faimi_check.reading.sniff import as_text_bytes, wide_encoding

# README, Read_Me, READ-ME.txt, video1_README.txt, readme(1).md, LISEZMOI, LIESMICH, LEEME
_README_NAME = re.compile(r"readme|(?<![a-z])read[ _.-]me|lisez[ _.-]?moi|lies[ _.-]?mich|l[eé]e?me(?=\b|_)", re.I)
_MEDIA = re.compile(r"\.(?:avi|mp4|wmv|mov|mkv|webm|png|jpe?g|gif)\Z", re.I)


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
    for encoding in _candidates(content):
        try:
            return Readme(member=member, text=_lines(content.decode(encoding)), encoding=encoding)
        except UnicodeDecodeError:
            continue
    return Readme(member=member, text=_lines(content.decode("latin-1")), encoding="latin-1")


def _candidates(content: bytes) -> tuple[str, ...]:
    wide = wide_encoding(content)
    return (wide,) if wide else ("utf-8", "cp1252")


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\ufeff", "")
