"""The one matcher for what tells who wrote a text, alike for pages, metadata, tags, READMEs and names. Uses no other
room of naming.
"""

from __future__ import annotations

from collections.abc import Iterator

from faimi_check.rules.naming.identity.email import emails
from faimi_check.rules.naming.identity.link import links, urls
from faimi_check.rules.naming.identity.link_class import HARMLESS, LinkClass, classify_link
from faimi_check.rules.naming.identity.matter import Identifier, fold, letters_of
from faimi_check.rules.naming.identity.orcid import orcids
from faimi_check.rules.naming.identity.path import paths
from faimi_check.rules.naming.identity.person import is_placeholder, looks_like_person

__all__ = [
    "HARMLESS",
    "Identifier",
    "LinkClass",
    "classify_link",
    "emails",
    "fold",
    "identifiers",
    "is_placeholder",
    "letters_of",
    "links",
    "looks_like_person",
    "orcids",
    "paths",
    "urls",
]


def identifiers(text: str) -> Iterator[Identifier]:
    """E-mail addresses, ORCID iDs, links that may lead to the authors, and paths with a user's name."""
    yield from emails(text)
    yield from orcids(text)
    yield from links(text)
    yield from paths(text)
