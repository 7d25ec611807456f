"""Whom and which houses a comment in the zip, or a title, a comment, a chapter or a subtitle of a video names."""

from __future__ import annotations

from faimi_check.rules.late import late
from faimi_check.rules.naming.identity import fold, is_placeholder, looks_like_person
from faimi_check.rules.naming.mentions.kind import Kind
from faimi_check.rules.naming.mentions.recognise import mentions_in
from faimi_check.rules.naming.ownership.plain_text import plainly_named
from faimi_check.rules.naming.people.file_names import may_be_given_name
from faimi_check.rules.naming.people.file_words import affiliations, is_called_so, is_listed, words_of_name
from faimi_check.rules.tables import any_of

_MOST_LINES = 100
# "Lyngby et al. [3]", "(2021)".
_CITES = late(r"\bet al\b|\[\d|\((?:19|20)\d\d\)")
_INITIAL = late(r"(?:[^\W\d_a-z]\.-?){1,3}|(?:Dr|Prof|PD|Mr|Mrs|Ms)\b")
_INTRODUCED = late(
    rf"{any_of('video_tags', 'introduced')} {{1,3}}(?:(?:Dr|Prof)\.? )?"
    r"(?P<name>[^\W\d_a-zß-ÿ][\w.'’-]{0,30}(?: [^\W\d_a-zß-ÿ][\w'’-]{1,30}){1,3})"
)


def named_in_note(text: str) -> list[str]:
    """The persons and houses that a text names; cited ones, makers and sources of public data are none."""
    if _CITES.search(text):
        return []
    said = [one for line in text.splitlines()[:_MOST_LINES] for one in mentions_in(line)]
    people = [one.text for one in said if one.kind is Kind.PERSON and _is_called(one.text)]
    houses = [one.text for one in said if one.kind is Kind.INSTITUTION and (people or _is_of_its_head(one.text))]
    # Names that are told by their form in any language.
    plain = [one.text for one in plainly_named(text) if one.kind in (Kind.PERSON, Kind.INSTITUTION)]
    named = (*people, *houses, *plain, *_introduced(text))
    found = list(dict.fromkeys(name for name in named if not is_placeholder(name)))
    return [name for name in found if not any(name != other and name in other for other in found)]


def _introduced(text: str) -> list[str]:
    """Those whom a text introduces, whatever they are called: "I am", "narrated by"; methods and makers are none."""
    names = [match["name"] for match in _INTRODUCED.finditer(" ".join(text.split()))]
    return [name for name in names if looks_like_person(name) and not any(map(is_listed, name.split()))]


def _is_of_its_head(house: str) -> bool:
    """Whether a laboratory is called after somebody: "the Lyngby-Tamm Lab", and not "Colour Lab".

    What is called a group or a team may be patients: "Placebo Group".
    """
    words = words_of_name(house)
    named = [word for word in words if fold(word) not in affiliations()]
    return (
        0 < len(named) < len(words)
        and any(fold(word).startswith("lab") for word in words)
        and not any(map(is_called_so, named))
    )


def _is_called(name: str) -> bool:
    first = name.split()[0]
    return _INITIAL.match(first) is not None or may_be_given_name(first)
