"""File-system paths that name a user."""

from __future__ import annotations

import re
from collections.abc import Iterator

from faimi_check.model.finding import Confidence
from faimi_check.rules.late import late
from faimi_check.rules.naming.identity.matter import Identifier, fold
from faimi_check.rules.tables import listed

_NAME = r"[^\s/\\:*?\"<>|()\[\]{},;]{1,64}"
_REST = r"(?:[/\\][^\s\"<>|*?]{0,300})?"
# A drive's letter stands before a colon, and so does a machine ("gpu03:/home/jdoe").
_UNIX = late(
    rf"(?:(?<=file://)|(?<![\w./])(?<!\b\w:))(?P<root>(?:(?:/[\w.-]{{1,40}}){{0,3}}/|\./)(?:home|Users|homes|usr/people|u/home))/{{1,2}}(?P<name>{_NAME})(?P<last>)(?P<rest>{_REST})"
)
# Windows paths may hold blanks ("C:\Users\Jane Doe\thesis"), so the user's name runs to the next separator.
_WINDOWS = late(
    r"(?<![\w])(?P<root>[A-Za-z]:[/\\]{1,2}(?:Users|Documents and Settings|Dokumente und Einstellungen|Benutzer"
    r"|Utilisateurs|Usuarios|Usuários|Utenti|Gebruikers|Użytkownicy|Användare|Brugere|Brukere|Käyttäjät|Kullanıcılar"
    r"|Felhasználók|Uživatelé))[/\\]{1,2}"
    r"(?:(?P<name>[^/\\:*?\"<>|\n]{1,64})(?P<rest>[/\\]{1,2}[^\s\"<>|*?]{0,300})|(?P<last>[^\s/\\:*?\"<>|]{1,64}))"
)
# What lies in a folder of users is a user's, but a file there is nobody's: "Users/plot.pdf".
_FILE = late(
    r"\.(?:pdf|e?ps|svg|png|jpe?g|tiff?|gif|bmp|ai|cdr|vsdx?|drawio|pptx?|docx?|xlsx?|csv|tsv|txt|md|tex|bib|py|ipynb|m|r"
    r"|mat|json|ya?ml|npz?y?|nii|dcm|zip|gz|mp4|avi)\Z",
    re.IGNORECASE,
)
_SYNCED = late(r"OneDrive - (?P<name>[^/\\\n\"]{2,80})(?P<last>)")


def paths(text: str) -> Iterator[Identifier]:
    """Home folders with a user's name that says something; `value` is that name."""
    for pattern in (_UNIX, _WINDOWS, _SYNCED):
        for match in pattern.finditer(text):
            name = (match["name"] or match["last"] or "").strip(" .")
            if name and not is_generic_user(name) and not _is_file(match, name):
                yield Identifier("path", match[0], name, match.start(), match.end(), Confidence.CERTAIN)


def _is_file(match: re.Match[str], name: str) -> bool:
    """Whether what stands where a user's folder would be is a file: "./Users/scatter.pdf"."""
    return not match.groupdict().get("rest") and _FILE.search(name) is not None


def is_generic_user(name: str) -> bool:
    """Whether a login name belongs to a role, a machine or a placeholder rather than a person."""
    bare = fold(name).strip("<>$%{}. ")
    return not re.search(r"[a-z]", bare) or bare.rstrip("0123456789_-") in listed("placeholders", "generic_users")
