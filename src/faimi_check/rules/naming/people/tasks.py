"""Notes of a draft that put somebody to a task: "TODO Mairead: fix", "XXX ask Priya", "Note to Inga: ..."."""

from __future__ import annotations

import re
from collections.abc import Iterator

from faimi_check.rules.late import late
from faimi_check.rules.naming.identity import fold
from faimi_check.rules.naming.people.file_names import may_be_given_name
from faimi_check.rules.naming.text.stems import is_everyday
from faimi_check.rules.spotting import has_any
from faimi_check.rules.tables import any_of, listed

# A first name or surname, or two to four initials; the capital may be of any script.
WHO = r"(?P<who>[^\W\d_a-zß-ÿ][^\W\d_A-Z]{1,20}(?:-[^\W\d_a-zß-ÿ][^\W\d_A-Z]{1,20})?|[A-Z]{2,4}|(?:[A-Z]\.){2,3})"
_MARK = r"\b(?:TODO|ToDo|Todo|FIXME|FixMe|XXX|TBD)"
_NAMED = late(
    r"(?:\b(?:TODO|ToDo|Todo|FIXME|FixMe)|\\todo(?:\[[^\]]{0,40}\])?)\s?[(\[{:@-]?\s?(?:for |by |@)?"
    rf"{WHO}\s?[:)\]}},]"
)
_CALLED = (late(rf"{_MARK}:? ?@{WHO}"), late(rf"(?<![\w.])@{WHO}:? (?:TODO|FIXME)\b"))
_TOLD = (
    late(rf"{_MARK}(?::|,| [–—-])? ?(?i:{any_of('remarks', 'asks')}) @?{WHO}\b"),
    late(rf"\b(?:TODO|FIXME):? {WHO}(?= (?:please|pls|to [a-z]{{3}})| {any_of('unfinished', 'notes')}\b)"),
)
_NOTE_TO = late(rf"\b(?:Note|Comment|Reminder|Message|Question|Remark) (?:to|for) @?{WHO}\s?(?:[:,–—]|- )")
# What stands there may as well be the first word of the task, or what was masked: "TODO Add", "XXX Hospital".
_OF_A_NAME = (
    late(
        rf"{_MARK}(?::? | ?\()(?:for |by )?{WHO}"
        rf"(?=\s?[:,).;]|$| to [a-z]| (?:please|pls)\b| {any_of('unfinished', 'notes')}\b)"
    ),
    late(rf"(?<![\w.])@?{WHO}:? (?:TODO|FIXME)\b"),
)
# "# TODO(ilyngby): ask": a login, as programmers sign.
_SIGNED = late(r"\b(?:TODO|FIXME|XXX|HACK|NOTE) ?\((?P<who>[a-z][a-z0-9._-]{2,20})\)")
_MARKS = ("TODO", "ToDo", "Todo", "FIXME", "FixMe", "XXX", "TBD", "\\todo")
_SIGNED_MARKS = ("TODO", "FIXME", "XXX", "HACK", "NOTE")
_NOTES = ("Note to", "Note for", "omment to", "omment for", "eminder to", "eminder for", "essage to", "essage for")
_OTHER_NOTES = ("uestion to", "uestion for", "emark to", "emark for")


def tasks_in(text: str) -> Iterator[re.Match[str]]:
    """The notes of a text that put somebody to a task, with `who`: each beginning with its mark."""
    if has_any(text, _MARKS):
        yield from _NAMED.finditer(text)
        for pattern in _CALLED:
            yield from pattern.finditer(text)
        for pattern in _TOLD:
            yield from (match for match in pattern.finditer(text) if _is_called(match["who"]))
        for pattern in _OF_A_NAME:
            yield from (match for match in pattern.finditer(text) if may_be_given_name(match["who"]))
    if has_any(text, (*_NOTES, *_OTHER_NOTES)):
        yield from (match for match in _NOTE_TO.finditer(text) if _is_called(match["who"]))


def signed_tasks(text: str) -> Iterator[re.Match[str]]:
    """Tasks with a login, which is a word of the text only because it stands there."""
    for match in _SIGNED.finditer(text) if has_any(text, _SIGNED_MARKS) else ():
        if not is_everyday(match["who"]) and match["who"] not in listed("remarks", "nobody"):
            yield match


def is_somebody(who: str, text: str, common: frozenset[str]) -> bool:
    """Whether a word may be a name: none of the paper's words and speakers, no acronym that it uses elsewhere."""
    folded = fold(who).strip(".")
    if (
        folded.endswith("ly")
        or folded in listed("remarks", "nobody")
        or folded in common
        or folded.rstrip("s") in common
    ):
        return False
    return not (who.isupper() and re.search(rf"(?<![\w]){re.escape(who)}(?!\w| ?(?::|→|->|to [A-Z]))", text))


def _is_called(who: str) -> bool:
    """Whether somebody may be called so: "Note to Practitioners" and "ask Radiologists" speak of many."""
    return may_be_given_name(who) or not (is_everyday(who) or who.endswith("s"))
