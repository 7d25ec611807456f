"""Addresses, logins and paths in a line of a picture."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from faimi_check.model.burned_in import BurnedInLine
from faimi_check.model.finding import Confidence
from faimi_check.rules.late import late
from faimi_check.rules.naming.identity import HARMLESS, Identifier, classify_link, identifiers
from faimi_check.rules.naming.identity.matter import top_levels
from faimi_check.rules.naming.identity.path import is_generic_user
from faimi_check.rules.naming.people.file_names import persons_in_path
from faimi_check.rules.naming.pictured.handles import handles
from faimi_check.rules.naming.pictured.matter import Tells, Told, label_words, sureness

# "mquiroga@gpu03:~/fair$", "mquiroga@gpu03 fair]$": a prompt, also where the reader lost the tilde.
_PROMPT = late(
    r"(?<![\w.@-])(?P<name>[A-Za-z][\w.-]{1,30})@(?P<host>[\w-]{2,60}(?:\.[\w-]{1,40}){0,4})"
    r"(?: ?[:~$#>%]| [\w./~-]{1,40}\]? ?[$#%](?: |$))"
)
_REMOTE = late(r"\bSSH: ?(?P<name>(?P<host>[\w-]{1,40}(?:\.[\w-]{2,40}){2,4}))", re.IGNORECASE)
_SHARED = late(r"[\\/][a-z]{0,12}_?(?:users|homes?|profiles)[\\/](?P<name>[\w.-]{2,40})[\\/]", re.IGNORECASE)
# "C: UsersMateo.Quiroga nifti": what divides a path was lost, or is an arrow.
_UNDIVIDED = late(
    r"\b[A-Z]: ?[^\w\s]{0,2} ?(?:Users|Benutzer|Usuarios|Utilisateurs)(?: ?[^\w\s]{1,2} ?| |(?=[A-Z]))"
    r"(?P<name>[\w.-]{3,40})"
)
# "D:\\Studies\\Mateo Quiroga\\scan.nrrd": a folder that is called after somebody.
_PLACED = late(
    r"(?<![\w.:/])(?:[\w.-]{0,40}/){2,12}[\w .-]{2,60}"
    r"|(?<!\w)[A-Za-z]:\\[^<>|*?:\"]{4,200}|(?<!\w)\\\\[\w.-]{2,40}\\[^<>|*?:\"]{4,200}"
)
# "Quiroga_Mateo_1954.nii.gz", "Draft Mateo Quiroga.pptx", as windows and lists show files.
_FILE = late(
    r"(?<![\w./\\-])(?=[\w.-]{0,80}[_-]|[\w-]{2,30} [\w-])\w[\w .-]{5,80}"
    r"\.(?:nii|dcm|nrrd|mh[ad]|svs|ndpi|tiff?|png|jpe?g|avi|mp4|wmv|mov|zip|pdf|docx?|pptx?|xlsx?|csv|ipynb|py|mat|edf|h5|npz?|tex)(?:\.gz)?(?!\w)",
    re.IGNORECASE,
)
# "https//host", "https: //host": the reader loses dots and sees gaps.
_SCHEME = late(r"\b(https?) ?[:;.]? ?/ ?/ ?(?=\w)", re.IGNORECASE)
# "umc.nI": an l of a host's last label that was read as a capital.
_LAST_LABEL = late(r"(?<=[a-z\d]\.)(?=[a-zI]{0,5}I)(?:[a-z]{0,5}I[a-zI]{1,5}|[a-z]{1,5}I)(?![\w.])")
_PHONE = late(
    r"(?<!\w)(?:tel(?:\.|efon|ephone)?|phone|fon|fax|mobile|handy|pager)\.? ?[:.]? ?\+?\(?\d[\d ()/.-]{7,22}\d",
    re.IGNORECASE,
)
# A host with a path, as an address bar shows it.
_BAR = late(r"(?<![\w@./\\-])(?:[a-z0-9-]{1,63}\.){1,5}(?P<last>[a-z]{2,12})/[\w~./?=&%-]{2,200}", re.IGNORECASE)
# Hosts of universities and hospitals say who without a path.
_ACADEMIC = late(r"(?<![\w@./\\-])(?:[a-z0-9-]{1,63}\.){1,4}(?:edu|ac\.[a-z]{2}|edu\.[a-z]{2})(?![\w.])", re.IGNORECASE)


def addresses(line: BurnedInLine, lines: Sequence[BurnedInLine] = ()) -> Iterator[Told]:
    """What the line holds of e-mail addresses, ORCID iDs, links, logins and paths with a user's name.

    `lines` are those of the whole picture.
    """
    text = _LAST_LABEL.sub(lambda found: found[0].replace("I", "l"), _SCHEME.sub(r"\1://", line.text))
    found = list(identifiers(text))
    for one in found:
        tells = Tells.LOGIN if one.kind == "path" else Tells.CONTACT
        yield Told(tells, one.text, line, sureness(line, one.confidence))
    for pattern, at_most in (
        (_PROMPT, Confidence.LIKELY),
        (_SHARED, Confidence.LIKELY),
        (_UNDIVIDED, Confidence.LIKELY),
        (_REMOTE, Confidence.POSSIBLE),
    ):
        for match in pattern.finditer(text):
            if not is_generic_user(match["name"]) and not _overlaps(match, found):
                yield Told(Tells.LOGIN, match[0].strip(" :~$#>"), line, sureness(line, at_most))
    yield from handles(line, lines)
    yield from _unproved(line, text, found)


def _unproved(line: BurnedInLine, text: str, found: list[Identifier]) -> Iterator[Told]:
    """What may lead to somebody: folders called after a person, telephones, hosts in an address bar."""
    for match in _PHONE.finditer(text):
        yield Told(Tells.CONTACT, match[0], line, Confidence.POSSIBLE)
    for match in _FILE.finditer(text):
        if any(one.confidence is Confidence.LIKELY for one in persons_in_path(match[0], label_words())):
            yield Told(Tells.LOGIN, match[0], line, Confidence.POSSIBLE)
    for place in _PLACED.findall(text):
        if any(persons_in_path(place, label_words())):
            yield Told(Tells.LOGIN, place.strip(), line, Confidence.POSSIBLE)
    for pattern in (_BAR, _ACADEMIC):
        for match in pattern.finditer(text):
            last = match.groupdict().get("last", "edu")
            if last.lower() in top_levels() and not _overlaps(match, found) and not _is_harmless(match[0]):
                yield Told(Tells.CONTACT, match[0], line, Confidence.POSSIBLE)


def _overlaps(match: re.Match[str], found: list[Identifier]) -> bool:
    return any(one.start < match.end() and match.start() < one.end for one in found)


def _is_harmless(address: str) -> bool:
    return classify_link(address) in HARMLESS


def codes(line: BurnedInLine) -> Iterator[Told]:
    """What a QR or bar code says, judged like a printed link; other text by what it holds."""
    text = line.text.strip()
    if re.match(r"(?:https?://|www\.)", text, re.IGNORECASE):
        if not _is_harmless(text):
            known = any(one.confidence is not Confidence.POSSIBLE for one in identifiers(text))
            yield Told(Tells.CODE, text, line, Confidence.LIKELY if known else Confidence.POSSIBLE)
        return
    found = [told.text for told in addresses(line)]
    if found:
        yield Told(Tells.CODE, "; ".join(found), line, Confidence.LIKELY)
