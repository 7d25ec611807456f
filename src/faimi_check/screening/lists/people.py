"""People as lists and exports write them: names, addresses, affiliations, on a line or in a cell."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

import msgspec

from faimi_check.model.submission import KnownAuthor
from faimi_check.rules.naming.identity import emails
from faimi_check.rules.naming.people.institution_names import is_institution


def address(text: str) -> str:
    """The e-mail address that a text is, also beside a name, without marks, in lower case; empty where it is none."""
    words = re.sub(r"[<>]", " ", text).split()
    text = next((word for word in words if "@" in word), "").strip("*()[]'\",;").removeprefix("mailto:")
    name, _, host = text.partition("@")
    return text.lower() if name and "." in host[1:-1] and "@" not in host else ""


def profile(text: str) -> str:
    """The OpenReview profile that a text is, empty where it is none."""
    text = text.strip(" *[]'\"")
    return text if re.fullmatch(r"~[^\s~@]{1,200}", text) else ""


def outside_brackets(text: str) -> list[str]:
    """Splits at semicolons (or, without any, commas) that stand in no bracket: affiliations hold both."""
    text = text.strip(" []") if text.startswith("[") else text
    for separator in ";|,":
        depth, cuts = 0, [-1]
        for at, char in enumerate(text):
            depth += (char == "(") - (char == ")")
            if char == separator and depth <= 0:
                cuts.append(at)
        if len(cuts) > 1 or separator == ",":
            parts = (text[start + 1 : end].strip(" '\"") for start, end in pairwise([*cuts, len(text)]))
            return list(filter(None, parts))
    return []


def with_affiliation(text: str) -> KnownAuthor:
    """`Jane Smith (Best University)*` as name and affiliation."""
    name, bracket, rest = text.partition("(")
    affiliation = rest.rstrip("* ").removesuffix(")") if bracket else ""
    return KnownAuthor(name=tidy_name(name), affiliation=affiliation.strip(), contact=is_contact(text))


def split_names(text: str) -> list[str]:
    """`Smith, Jane*; Smith, John`, `Smith, Jane and Smith, John`, `Jane Smith, John Smith` as single names."""
    return [name for name, _ in names_with_marks(text)]


def names_with_marks(text: str) -> list[tuple[str, bool]]:
    """The same names, each with whether it is marked as the contact's."""
    if ";" in text or "|" in text:
        parts = re.split(r"[;|]", text)
    elif re.search(r"\s(?:and|&)\s", text):
        parts = re.split(r",?\s(?:and|&)\s", text)
        if not all("," in part for part in parts):
            parts = [name for part in parts for name in part.split(",")]
    else:
        pieces = text.split(",")
        inverted = len(pieces) == 2 and (len(pieces[0].split()) == 1 or len(pieces[1].split()) == 1)
        parts = [text] if inverted else pieces
    return [(name, is_contact(part)) for part in parts if (name := tidy_name(part))]


def tidy_name(text: str) -> str:
    """A name without contact marks, quotes and OpenReview's tilde form (`~Jane_Smith1`)."""
    text = text.strip(" *'\"[]\t")
    if text.startswith("~"):
        text = re.sub(r"(?<!\d)\d+$", "", text[1:]).replace("_", " ")
    return " ".join(text.split()) if "@" not in text else ""


def authors_in_line(line: str) -> list[KnownAuthor]:
    """The authors on a line of a plain list; a line that begins with # is a remark."""
    line = line.strip().lstrip("-*•").strip()
    if not line or line.startswith("#"):
        return []
    found = [item.value for item in emails(line)] or [
        part.strip("<>,;()").lower() for part in line.split() if address(part.strip("<>,;()"))
    ]
    rest = re.sub(r"(?<!\S)[^\s@]*@\S*", " ", line)
    parts = [part.strip() for part in re.split(r"[;,\t|]", rest) if part.strip(" <>()")]
    places = [part for part in parts if is_institution(part)]
    names = split_names(rest if not places and not found else ", ".join(part for part in parts if part not in places))
    affiliation = ", ".join(places)
    if not names:
        return [KnownAuthor(name="", emails=tuple(found), affiliation=affiliation)] if found else []
    if len(names) == 1:
        return [KnownAuthor(name=names[0], emails=tuple(found), affiliation=affiliation)]
    people = [KnownAuthor(name=name, affiliation=affiliation) for name in names]
    return people + [KnownAuthor(name="", emails=(address,)) for address in found]


def is_contact(text: str) -> bool:
    """CMT marks who is to be written to with a star."""
    return text.rstrip().endswith("*")


def merged(authors: Iterable[KnownAuthor]) -> tuple[KnownAuthor, ...]:
    """One entry a name: a contact author is listed twice in CMT's export."""
    found: dict[str, KnownAuthor] = {}
    for one in authors:
        key = " ".join(sorted(re.findall(r"\w+", one.name.casefold()))) or ",".join(one.emails)
        known = found.get(key)
        found[key] = (
            one
            if known is None
            else KnownAuthor(
                name=known.name,
                emails=tuple(dict.fromkeys([*known.emails, *one.emails])),
                affiliation=known.affiliation or one.affiliation,
                contact=known.contact or one.contact,
                profile=known.profile or one.profile,
            )
        )
    named = [one for one in found.values() if one.name]
    nameless = [one for one in found.values() if not one.name]
    holders: dict[str, list[int]] = defaultdict(list)
    for index, one in enumerate(named):
        for mail in one.emails:
            holders[mail].append(index)
    for one in nameless:
        # An address alone, such as the contact's, is often that of somebody who is named.
        likely = holders[one.emails[0]] if one.emails else range(len(named))
        holder = next((index for index in likely if set(one.emails) <= set(named[index].emails)), None)
        if holder is None and one.contact and len(named) == 1:
            emails_of_both = (*named[0].emails, *one.emails)
            named[0] = msgspec.structs.replace(named[0], emails=tuple(dict.fromkeys(emails_of_both)), contact=True)
            for mail in one.emails:
                holders[mail].append(0)
        elif holder is None:
            for mail in one.emails:
                holders[mail].append(len(named))
            named.append(one)
        elif one.contact:
            named[holder] = msgspec.structs.replace(named[holder], contact=True)
    return tuple(named)


def counted(authors: Sequence[KnownAuthor]) -> int:
    """How many people these are: beside names, an address alone is that of one of them."""
    return sum(bool(one.name) for one in authors) or len(authors)
