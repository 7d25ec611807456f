"""What a piece of metadata tells about the authors: one judgement for Info, XMP, figures, notes and old revisions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple
from urllib.parse import unquote

from faimi_check.model.finding import Confidence
from faimi_check.model.paper import MetadataField
from faimi_check.rules.late import late
from faimi_check.rules.naming.fields.institutions import institutions_in_path
from faimi_check.rules.naming.identity import fold, identifiers, is_placeholder, looks_like_person
from faimi_check.rules.naming.identity.template import without_template
from faimi_check.rules.naming.people.file_names import names_in_slug, persons_in_path
from faimi_check.rules.naming.people.institution_names import institution_words
from faimi_check.rules.tables import table

_SEPARATORS = late(r"[,;&|/\n·•]|(?<=\s)(?:and|und|et|y|e|with)\s+", re.IGNORECASE)
_ASIDES = late(r"\([^()]{0,200}\)|<[^<>]{0,200}>|\[[^\[\]]{0,200}\]")
_RIGHTS = late(r"©|\(c\)|copyright|all rights reserved|\b(?:19|20)\d\d\b", re.IGNORECASE)
_PREFIX = late(r"^(?:[\w-]{1,30}:|exif |iptc )")
_PERSONISH = late(r"author(?!i)|creator|owner|editor|user|manager|contact|person|creat(?:ed|or)by|modifiedby")
_ABSOLUTE = late(r"(?:[A-Za-z]:[/\\]|/(?!compile/|tmp/|usr/|opt/|var/)[\w.-]{1,60}/[\w.-]{1,60}/|\\\\\w)")
# A path of somebody's disk or of a house's network as an address.
_FILE_URL = late(r"file:(?://(?:localhost)?)?/?(?P<path>[A-Za-z]:[/\\].*|/.*|\\\\.*)", re.IGNORECASE | re.DOTALL)
_PARTICLES = frozenset(
    {"de", "del", "della", "di", "da", "dos", "das", "do", "la", "le", "van", "von", "der", "den", "ter", "ten"}
    | {"zu", "zur", "el", "al", "bin", "ibn", "y", "e", "af", "av"}
)
# No address, ORCID iD, link or path is without one of these.
_MAY_IDENTIFY = re.compile(r"[@/\\]|\d{4}|www\.|\bat\b", re.IGNORECASE)
_LONGEST_NAME = 5
_FOLDERS = re.compile(r"[/\\]")
_INITIALS = late(r"(?:[^\W\d_]\.?[ -]?){1,3}")
_MAX_NAMES = 60
_PRODUCT = re.compile(r"copyright|\(c\)|\bv?\d{1,4}\.\d", re.IGNORECASE)
_JUDGED = 4_000


class Trace(NamedTuple):
    """Something in metadata that tells who the authors are, or may.

    `code` is person, login, organisation, email, orcid, link, path, local-path or unclear; `text` as it stands there.
    """

    code: str
    text: str
    confidence: Confidence


def traces(found: MetadataField) -> Iterator[Trace]:
    """The traces in one field, the surest first."""
    value = found.value[:_JUDGED]
    role = role_of(found)
    named = list(_identified(value, role))
    yield from named
    if role in ("person", "organisation", "rights"):
        yield from _who(value, role, bool(named))
    elif role == "path" and not named and (path := _path_in(value)):
        yield from _on_the_way(path)


def _path_in(value: str) -> str:
    """The path in a field that holds where a file lies, also as a URL of somebody's disk; "" for a web address."""
    if url := _FILE_URL.match(value):
        return unquote(url["path"])
    return "" if ":" in value[2:] else value


def _on_the_way(path: str) -> Iterator[Trace]:
    """Whom or which institution a figure's folders are called after: "figs_delacroix_chuv/p.pdf"."""
    told = False
    for person in persons_in_path(path):
        told = True
        yield Trace("person", person.text, person.confidence)
    for institution in institutions_in_path(path):
        told = True
        yield Trace("organisation", institution, Confidence.LIKELY)
    for folder in () if told else _FOLDERS.split(path)[:-1]:
        # "figs/lyngby_lab/": a word that means nothing beside one for a lab.
        if slug := names_in_slug(folder, led=False):
            told = True
            yield Trace("person", slug, Confidence.POSSIBLE)
    if not told and _ABSOLUTE.match(path):
        yield Trace("local-path", path, Confidence.POSSIBLE)


def role_of(found: MetadataField) -> str:
    """What the field's key holds: person, organisation, rights, program, site, path, position or text."""
    key = fold(found.key)
    bare = _PREFIX.sub("", key, count=1).strip().lower() if not key.startswith("%%") else key[2:]
    keys = table("harmless")["keys"]
    if key == "exif gps position":
        return "position"
    if (key == "creator" and found.place.startswith("Info")) or bare in keys["program"]:
        return "program"
    for role in ("person", "organisation", "rights", "site", "path"):
        if bare in keys[role]:
            return role
    return "person" if _PERSONISH.search(bare) and len(bare) < 40 else "text"


def _identified(value: str, role: str) -> Iterator[Trace]:
    """E-mails, ORCID iDs, paths with a user's name, and links that are likely an author's."""
    if role == "position":
        yield Trace("position", value, Confidence.CERTAIN)
    if not _MAY_IDENTIFY.search(value):
        return
    product = role == "program" and _PRODUCT.search(value) is not None
    for identifier in identifiers(value):
        # A program's maker prints his own address: "dvipsk 5.86 Copyright ... (www-ptex@...)".
        if product and identifier.kind in ("email", "link"):
            continue
        doubtful = identifier.kind == "link" and identifier.confidence is Confidence.POSSIBLE and role != "site"
        if not doubtful and not (identifier.kind == "link" and role == "program"):
            yield Trace(identifier.kind, identifier.text, identifier.confidence)


def _who(value: str, role: str, known: bool) -> Iterator[Trace]:
    """The persons or the organisation that an author-like field names."""
    value = _RIGHTS.sub(" ", value).strip(" .,:;-")
    if not re.search(r"[^\W\d_]{2}", value) or is_placeholder(value) or is_harmless(value):
        return
    if _is_template(value):
        return
    institutions = [part for part in _parts(value) if is_institution(part) and not _is_program(part, every=True)]
    names = [trace for trace in persons(value) if trace.text not in institutions]
    if institutions:
        yield Trace("organisation", "; ".join(institutions), Confidence.LIKELY)
    # A picture's rights may be somebody else's than the authors'.
    if names and role != "rights":
        yield from names
    elif names or (not institutions and not known and not _is_program(value)):
        yield Trace("unclear", value, Confidence.POSSIBLE)


def _is_template(value: str) -> bool:
    """Whether an author field was left as a template has it ("Firstname Lastname")."""
    rest, found = without_template(value[:400])
    return found and not re.search(r"[^\W\d_]{2}", rest)


def _parts(value: str) -> list[str]:
    """A list of authors taken apart, without asides, footnote marks and the dates that word processors put behind."""
    bare = _ASIDES.sub(" ", value)[:_JUDGED]
    if not re.search(r"[^\W\d_]", bare):
        bare = re.sub(r"[()<>\[\]]+", ";", value)
    parts = [part.strip().strip(" .*†‡0123456789") for part in _SEPARATORS.split(bare)[:_MAX_NAMES]]
    return [part for part in parts if part.strip("/:-")]


def persons(value: str) -> list[Trace]:
    """The names in a list of authors; a single word is a login name unless other names stand beside it."""
    parts = _parts(value)
    found = [part for part in parts if _is_name_like(part) and looks_like_person(part)]
    full = [part for part in found if len(part.split()) > 1 or not part.isascii()]
    if not full and len(parts) == 2 and found and "," in value and (len(found) == 2 or _INITIALS.fullmatch(parts[1])):
        return [Trace("person", value.strip(), Confidence.LIKELY)]
    if full:
        return [Trace("person", part, Confidence.LIKELY) for part in found]
    return [Trace("login", part, Confidence.LIKELY) for part in found]


def _is_name_like(part: str) -> bool:
    """Whether a part is as short as a name and no sentence: a word or up to five, hardly any of them in lower case."""
    words = part.split()
    small = sum(word[:1].islower() and word not in _PARTICLES for word in words)
    shouted = len(words) > 3 and part.isupper()
    return len(words) <= _LONGEST_NAME and (len(words) == 1 or not small) and not shouted and not re.search(r"\d", part)


@cache
def _harmless_values() -> tuple[re.Pattern[str], ...]:
    return tuple(late(entry["pattern"], re.DOTALL) for entry in table("harmless")["values"])


def is_harmless(value: str) -> bool:
    """Whether an author-like value is known to name no author, by tables/harmless.toml."""
    bare = fold(value[:400]).strip()
    return any(pattern.fullmatch(bare) for pattern in _harmless_values())


def is_template_figure(fields: Iterable[MetadataField]) -> bool:
    """Whether a figure comes with a template or a publisher's page, whose maker is none of the authors."""
    for entry in table("harmless")["figures"]:
        for found in fields:
            if fold(found.key) in entry["keys"]:
                name = fold(found.value).replace("\\", "/").rsplit("/", 1)[-1]
                if re.search(entry["pattern"], name):
                    return True
    return False


def is_institution(value: str) -> bool:
    """Whether a text names an institution, by tables/institutions.toml."""
    return institution_words().search(fold(value)) is not None


def _is_program(value: str, *, every: bool = False) -> bool:
    """Whether a word (or every word) is of a program, a maker of programs or a role."""
    known = table("placeholders")["not_persons"]
    told = [word.strip("().,®™") in known for word in fold(value).split()]
    return all(told) if every else any(told)
