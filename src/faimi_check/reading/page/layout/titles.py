"""What the parts of a paper are called, as patterns made from `titles.toml`."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import tomli

_NUMBER = r"(?:(?:\d{1,2}|[A-Z]|[IVX]{1,5})[.:]?\s+)?"
_NUMBERED = re.compile(_NUMBER, re.IGNORECASE)
_SPACED = re.compile(r"^(?:\S ){4,}\S$")
# Chinese headings have a gap within, or a sign behind: "摘 要", "【关键词】".
_HAN_ABSTRACT = re.compile(r"[【\[]?摘(?:\s{1,4}要|要(?=\s|[:：】\]]|$))")
_HAN_KEYWORDS = re.compile(r"[【\[]?[关關]\s{0,4}[键鍵]\s{0,4}[词詞字](?=\s|[:：】\]]|$)")
_LONGEST_TITLE = 60
_SUPPLEMENTARY = r"(?:supplementary |suppl\. ?|extended data )?"
_SOME_REFERENCES = re.compile(
    rf"{_NUMBER}(?:(?:[^\W\d_][\w-]*,? ){{1,3}}(?:references|bibliography)"
    r"|(?:references|bibliography) (?:for|to|of|in|from|on)\b.*)[.:]?",
    re.IGNORECASE,
)


@cache
def _words() -> dict[str, list[str]]:
    text = Path(__file__).with_name("titles.toml").read_text("utf-8")
    return tomli.loads(text)


@cache
def _reference_titles() -> frozenset[str]:
    """They are many: a pattern of them would cost a check more than all that it is asked for."""
    return frozenset(title.casefold() for title in _words()["references"])


@cache
def _pattern(part: str, before: str, after: str) -> re.Pattern[str]:
    words = sorted(_words()[part], key=len, reverse=True)
    return re.compile(f"{before}(?:{'|'.join(map(re.escape, words))}){after}", re.IGNORECASE)


def is_references_title(text: str) -> bool:
    """Whether a line is the heading of a reference list: numbered or not, in capitals, letterspaced."""
    if len(text) > _LONGEST_TITLE:
        return False
    plain = _plain(text).casefold()
    titles = _reference_titles()
    return _unended(plain) in titles or _unended(_NUMBERED.sub("", plain, count=1)) in titles


def names_references(text: str) -> bool:
    """Whether a heading is that of a list of some references: "Data References", "References for the Appendix"."""
    return len(text) <= _LONGEST_TITLE and _SOME_REFERENCES.fullmatch(text) is not None


def opens_after_references(text: str) -> bool:
    """Whether a line begins as a heading that may follow the references: an appendix, acknowledgements."""
    return _pattern("after_references", _NUMBER, "").match(text) is not None


def opens_abstract(text: str) -> bool:
    """Whether a line is the heading of the abstract or begins with it as a label."""
    if _HAN_ABSTRACT.match(text):
        return True
    return _pattern("abstract", "", r"\s?(?:$|[.:—–-]|(?=\s[A-Z0-9]))").match(_plain(text.lstrip("*•■ "))) is not None


def opens_keywords(text: str) -> bool:
    """Whether a line begins with the label of the keywords."""
    if _HAN_KEYWORDS.match(text):
        return True
    match = _pattern("keywords", "", r"\s?(?:[.:·—–-]|$|(?=[^,·;]{2,60}[,·;]))").match(_plain(text))
    return match is not None


def is_first_section(text: str) -> bool:
    """Whether a line is the heading of the first section; "Introduction to ..." is rather a title."""
    closing = r"(?!\w)(?=\s*(?:$|[.:—–&-]|(?:and|und|et|y|e)\b))"
    return _pattern("introduction", r"(?:(?:1|I)\.?\s+)?", closing).match(_plain(text)) is not None or (
        re.match(r"(?:1|I)\.?\s+[^\W\d_]", text) is not None
    )


def caption_mark(text: str) -> str | None:
    """What follows the number of a caption ("." in "Fig. 3. ...", "" at the end), None where the line is no caption."""
    match = _pattern(
        "captions",
        _SUPPLEMENTARY,
        r"\s?(?:[A-Z]?\.?\d{1,3}[a-z]?(?:\.\d{1,2})?|[IVX]{1,5})\s?(?P<mark>[.:|—–-]|(?=\s)|$)",
    ).match(text[:80])
    return match["mark"] if match else None


def opens_listing(text: str) -> bool:
    """Whether a caption is that of code or an algorithm."""
    return _pattern("listings", "", r"\s?[A-Z\d]").match(text[:80]) is not None


def opens_figure(text: str) -> bool:
    """Whether a caption is that of a figure, not of a table or of code."""
    return _pattern("figures", _SUPPLEMENTARY, r"\s?[A-Z\dIVX]").match(text[:80]) is not None


def _unended(title: str) -> str:
    """A title without its full stop or colon, and the blank before that."""
    title = title[:-1] if title.endswith((".", ":")) else title
    return title[:-1] if title[-1:].isspace() else title


def _plain(text: str) -> str:
    text = text.strip("—–- ")
    return text.replace(" ", "") if _SPACED.match(text) else text
