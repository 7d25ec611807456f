"""How an entry of a reference list looks: its label, and what gives it away as one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum

from faimi_check.reading.parts.flow import FlowLine


class Labels(StrEnum):
    """How the entries of a list are labelled."""

    BRACKETS = "[1]"
    DOTS = "1."
    PARENTHESES = "(1)"
    PLAIN = "1"
    ALPHABETIC = "[Abc01]"
    LETTERED = "Abc01."
    NONE = ""


_PATTERNS = {
    Labels.BRACKETS: re.compile(r"^\[\s?(?P<label>\d{1,3})\s?\]"),
    Labels.DOTS: re.compile(r"^(?P<label>\d{1,3})\s?\.(?=\s|[A-Z\"“])"),
    Labels.PARENTHESES: re.compile(r"^\(?(?P<label>\d{1,3})\)(?=\s|[A-Z])"),
    Labels.ALPHABETIC: re.compile(r"^\[(?P<label>[^\W\d][^\]\[]{0,38}?\d{2,4}[a-z]?|[A-Z][\w+*]{1,10})\]"),
    # As alpha.bst with llncs.cls sets them: "LT07.", "LTQ+ 20a.", "vdL19."; without a year alone in its cell: "Lyn.".
    Labels.LETTERED: re.compile(
        r"^(?P<label>[A-Za-z]{0,3}[A-Z][A-Za-z]{0,6}\+? ?\d\d[a-z]?)\.(?=\s|$)|^(?P<undated>[A-Z][A-Za-z]{1,3})\.$"
    ),
    Labels.PLAIN: re.compile(r"^(?P<label>\d{1,3})\s+(?=[^\W\d_])"),
}
NUMBERED = frozenset({Labels.BRACKETS, Labels.DOTS, Labels.PARENTHESES, Labels.PLAIN})

_FEW_LINES = 8
_LONGEST_ENTRY = 4_000
# Patterns that begin with a sign are found many times as fast as those that begin with a look at what stands before.
_YEAR = re.compile(r"(?:19|20)\d\d(?<!\d{5})[a-z]?(?!\d)", re.IGNORECASE)
_NO_YEAR_YET = re.compile(r"\b(?:to appear\b|in press\b|forthcoming\b|n\.d\.)", re.IGNORECASE)
_SIGNS = re.compile(
    r"\b(?:pp?\.\s?\d|vol\.|no\.|In:|in: |Proc(?:\.|eedings)|arXiv\b|doi\b|et al\b|eds?\.|J\.|Trans\."
    r"|Conf(?:\.|erence)\b|Springer\b|IEEE\b|ACM\b|Press\b|Journal\b|University\b|PhD\b|Tech(?:\.|nical) [Rr]eport)"
    r"|https?:|\d(?<!\d{3})\d*(?:\(\d+\)|\s?[–-]\s?\d+)"
)
_LABEL = re.compile(r"^(?:\[[^\]]{1,40}\]|\(?\d{1,3}[.)]|[A-Za-z]{1,8}\+? ?\d\d[a-z]?\.)\s*")
# An address, or a line of nothing but the middle or end of one.
_ADDRESS = re.compile(r"\bdoi[:.]|https?:|//\w|\bwww\.|\b10\.\d{4,9}/|\barXiv:|^[^\s/]{0,80}/\S{0,200}$", re.IGNORECASE)
# "Smith, J." or "Jane Smith, Joe ..." or "J. Smith".
_NAMES = re.compile(
    r"^[^\W\d_][\w'’`.-]*(?: [^\W\d_][\w'’`.-]*){0,3},? (?:[A-Z]\.|[A-Z][\w'’-]+|and |et al|\()"
    r"|^[A-Z]\.[ -]?(?:[A-Z]\.[ -]?)*[A-Z][\w'’-]+"
)


def label_of(text: str, style: Labels) -> str | None:
    """The entry's label in this style, None where the line has none."""
    if style is Labels.NONE:
        return None
    match = _PATTERNS[style].match(text)
    return match[match.lastgroup].replace(" ", "") if match and match.lastgroup else None


def style_of(lines: Sequence[FlowLine]) -> Labels:
    """The labelling that the first lines of a list show."""
    if not lines:
        return Labels.NONE
    opening = lines[0].line.text
    for style, pattern in _PATTERNS.items():
        match = pattern.match(opening)
        if match is None:
            continue
        if style in NUMBERED and not _counts(lines, style, int(match["label"])):
            continue
        if style is Labels.LETTERED and not _are_many(lines, style):
            continue
        return style
    return Labels.NONE


def _counts(lines: Sequence[FlowLine], style: Labels, first: int) -> bool:
    """Whether the next number follows, or the list is too short to show one."""
    if first > 400:
        return False
    labels = [int(label) for line in lines[1:] if (label := label_of(line.line.text, style)) is not None]
    return first + 1 in labels or len(lines) < _FEW_LINES


def _are_many(lines: Sequence[FlowLine], style: Labels) -> bool:
    """Whether other lines have such a label as well: "MICCAI 24. Springer" is the end of a title."""
    return len(lines) < _FEW_LINES or sum(label_of(line.line.text, style) is not None for line in lines) > 1


def looks_like_entry(text: str) -> bool:
    """Whether the text of one entry reads like a reference: a year with names or bibliographic words."""
    shown = _LABEL.sub("", text[:600])
    if _is_dated(shown):
        return _SIGNS.search(shown) is not None or _NAMES.match(shown) is not None
    return len(set(_SIGNS.findall(shown))) >= 2


def may_be_entry(text: str) -> bool:
    """The weaker test for what has a label: a year or one bibliographic word."""
    shown = text[:600]
    return _SIGNS.search(shown) is not None or _is_dated(shown)


def _is_dated(text: str) -> bool:
    return _YEAR.search(text) is not None or _NO_YEAR_YET.search(text) is not None


def opens_like_entry(text: str) -> bool:
    """Whether a line begins with names as an entry does."""
    return _NAMES.match(text[:120]) is not None


def is_address(text: str) -> bool:
    """Whether a line holds a web address, a DOI or the rest of one."""
    return _ADDRESS.search(text[:300]) is not None


def entry_text(flow: Sequence[FlowLine], start: int, end: int) -> str:
    """Lines joined as one reads them, of bounded length."""
    text = ""
    for place in flow[start:end]:
        if len(text) > _LONGEST_ENTRY:
            break
        text = text[:-1] + place.line.text if text.endswith("-") else f"{text} {place.line.text}".strip()
    return text
