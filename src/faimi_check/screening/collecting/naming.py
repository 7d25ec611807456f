"""What a file's name says: to which submission it belongs, and whether it is the paper or the supplement."""

from __future__ import annotations

import re
from typing import Literal

import msgspec

# A manuscript is the paper where there is no PDF, and an unfinished file is what the chairs' own download left.
Role = Literal["paper", "supplement", "manuscript", "unfinished", "other"]

_SUPPLEMENT_WORDS = (
    r"supp(?:l(?:ement(?:ary|al|s)?)?|s)?(?:[-_ ]?materials?|[-_ ]?files?)?|videos?|multimedia|media|esm"
    r"|attachments?|appendix|appendices"
)
# `conf-paper12.pdf`, `conf-final12.pdf`, `submission12.pdf`, `conf-paper12-video.zip`; `CONF_2025_paper_12.pdf`
_NUMBERED = re.compile(
    r"(?P<prefix>.*?)(?P<kind>paper_?|final|submission_?)(?P<number>\d+)(?:[-_](?P<option>.*))?",
    re.IGNORECASE | re.DOTALL,
)
# `12-supp.zip`, `12supp.zip`, `supplement.zip`, but not `deepmedia.pdf`
_SUFFIX = re.compile(
    rf"(?P<base>.*?)(?:(?<![-_. (])[-_. (]+|(?<=\d)|^)(?:{_SUPPLEMENT_WORDS})\)?", re.IGNORECASE | re.DOTALL
)
# `12-code.zip`, `12_demo.mp4`: whatever stands behind a number, if it is an archive or a video
_NUMBER_FIRST = re.compile(r"(?P<base>\d+)[-_ ]+[^\W\d_].*", re.DOTALL)
_PREFIX = re.compile(rf"(?:{_SUPPLEMENT_WORDS})[-_. ]*(?P<base>\d+)", re.IGNORECASE)
_GENERIC = re.compile(
    r"(?:the[-_ ]?)?(?:main|paper|manuscript|submission|article|document|final|camera[-_ ]?ready|anonymous|anonymized)"
    r"(?:[-_ ]?(?:paper|manuscript|submission|final|anonymous|anonymized|v?\d))*",
    re.IGNORECASE,
)
_ID = re.compile(r"(?:(?:paper|submission|sub|id|no)[-_ #]*)?\d+", re.IGNORECASE)
_ARCHIVES = ("zip", "7z", "rar", "tar", "gz", "tgz", "xz", "bz2")
_VIDEOS = ("mp4", "avi", "wmv", "mov", "m4v", "mkv", "webm", "mpg", "mpeg")
_MANUSCRIPTS = (
    *("doc", "docx", "docm", "dot", "dotx", "odt", "ott", "rtf", "pages", "wpd", "tex", "ltx", "dvi", "ps", "eps"),
    *("xps", "epub", "html", "htm", "mht", "ppt", "pptx", "odp", "key"),
)
_LONGEST_NAME = 255


class Naming(msgspec.Struct, frozen=True, kw_only=True):
    """`base` is what the files of one submission share, `id` what it is called; the highest `rank` wins a role."""

    role: Role
    base: str
    id: str
    rank: int


def name_parts(name: str) -> Naming:
    """What the name of a file says."""
    stem, dot, extension = name[:_LONGEST_NAME].rpartition(".")
    stem, extension = (stem, extension.lower()) if dot else (extension, "")
    numbered = _NUMBERED.fullmatch(stem)
    if numbered:
        return _numbered(numbered, extension)
    named = _PREFIX.fullmatch(stem) or _SUFFIX.fullmatch(stem)
    if named is None and extension in (*_ARCHIVES, *_VIDEOS):
        named = _NUMBER_FIRST.fullmatch(stem)
    base = named["base"] if named else stem
    role = _role(extension, "supplement" if named else None)
    return Naming(role=role, base=base.casefold(), id=base or stem or name, rank=0)


def _numbered(match: re.Match[str], extension: str) -> Naming:
    option = match["option"]
    role = _role(extension, "supplement" if option is not None else None)
    if option is not None and extension == "pdf" and not re.fullmatch(_SUPPLEMENT_WORDS, option, re.IGNORECASE):
        # A form or a rebuttal beside the paper is no supplement.
        role = "other"
    rank = 0 if match["kind"].lower() == "final" else 2
    return Naming(role=role, base=f"{match['prefix']}#{int(match['number'])}".casefold(), id=match["number"], rank=rank)


def _role(extension: str, said: Role | None) -> Role:
    if said:
        return said
    if extension == "pdf":
        return "paper"
    if extension in _MANUSCRIPTS:
        return "manuscript"
    return "supplement" if extension in (*_ARCHIVES, *_VIDEOS) else "other"


def is_generic(base: str) -> bool:
    """Whether a paper is called what every paper is called, so that its folder tells more."""
    return bool(_GENERIC.fullmatch(base))


def is_id(folder: str) -> bool:
    """Whether a folder is called as a submission is: `12`, `paper_12`."""
    return bool(_ID.fullmatch(folder))


def attached_to(folder: str) -> Naming | None:
    """HotCRP puts attachments into `conf-paper12-option/`: the paper that they belong to."""
    numbered = _NUMBERED.fullmatch(folder[:_LONGEST_NAME])
    return _numbered(numbered, "") if numbered and numbered["option"] else None
