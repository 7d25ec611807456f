"""Web addresses in running heads and footers: those that no event, journal or program put there are the authors'."""

from __future__ import annotations

import re
from collections.abc import Iterator

from faimi_check.model.page import Line
from faimi_check.model.paper import Paper
from faimi_check.model.parts import LineRef
from faimi_check.model.text.passage import join, lines_at
from faimi_check.rules.late import late
from faimi_check.rules.naming.identity import HARMLESS, Identifier, LinkClass, classify_link, fold, urls
from faimi_check.rules.naming.identity.link_class import parse
from faimi_check.rules.naming.identity.matter import top_levels
from faimi_check.rules.naming.text.prose import margins
from faimi_check.rules.tables import listed

_HOST = late(
    r"(?<![\w@./:-])[A-Za-z0-9][A-Za-z0-9-]{1,62}(?:\.[A-Za-z0-9][A-Za-z0-9-]{0,62}){0,4}\.[a-z]{2,12}(?![\w@-])"
)
# A host that is called after an event or a journal.
_EVENT_HOST = late(
    r"conference|(?<![a-z])conf(?![a-z])|workshop|symposium|congress|journal|proceedings|publish|(?<![a-z])press(?![a-z])"
    # Names such as horizon2020 and agenda2030 are projects'.
    r"|society|20(?:2[1-9]|3[1-9])"
)
# Words in the line by which an address that nobody knows is an event's, a publisher's or a program's.
_OF_OTHERS = late(
    r"\b(?:conference|workshop|symposium|congress|proceedings|proc\.|journal|transactions|(?:volume|vol\.|issue) ?\d+"
    r"|issn|isbn|licen[cs]\w+|submitted to|under review (?:at|by|for|in)|accepted (?:at|by|for|in)|downloaded from"
    r"|(?:created|generated|made|produced|printed|converted|edited|scanned|typeset|powered) (?:with|by|using|in)"
    r"|(?:trial|demo|evaluation|unregistered|unlicen[cs]ed) (?:version|copy|edition))(?!\w)"
)


def margin_addresses(paper: Paper) -> Iterator[tuple[LineRef, Line, Identifier]]:
    """The addresses that running heads and footers print and that lead to the authors, each with its line."""
    title = fold(join(lines_at(paper, paper.parts.title)).text)
    for ref, line in margins(paper):
        for item in _addresses(line.text):
            if parse(item.text).host not in title and leads_to_authors(item.text, line.text):
                yield ref, line, item


def leads_to_authors(address: str, said: str) -> bool:
    """Whether an address in a head or footer that says `said` is the authors' own, as far as the two tell.

    Publishers, licences, DOIs, known tools and anonymous places are not, nor is a host called after an event or a
    journal. One that nobody knows is not where the line speaks of an event, a journal, a licence or a program.
    """
    kind = classify_link(address)
    host = parse(address).host
    if kind in HARMLESS or _EVENT_HOST.search(host):
        return False
    if kind in (LinkClass.UNKNOWN, LinkClass.LAB) and host in listed("domains", "placeholder_domains"):
        return False
    return kind is not LinkClass.UNKNOWN or not (_OF_OTHERS.search(fold(said)) or _is_event_of(host, said))


def _is_event_of(host: str, said: str) -> bool:
    """Whether the line names an event of the host's name with its year: "MIDL 2026, www.midl.io"."""
    names = (label for label in host.split(".")[:-1] if label.isalpha() and len(label) > 2)
    return any(
        re.search(rf"(?<![.\w]){label}(?:\s?(?:19|20)\d\d|\s?[’']\d\d)\b", said, re.IGNORECASE) for label in names
    )


def _addresses(text: str) -> Iterator[Identifier]:
    """Addresses as anywhere, and names of hosts without anything that marks them as such."""
    known = list(urls(text))
    yield from known
    for match in _HOST.finditer(text):
        host = match[0].lower()
        top = host.rpartition(".")[2]
        marked = any(item.start <= match.start() < item.end for item in known)
        if (
            not marked
            and top in top_levels()
            and (top not in listed("domains", "files_and_words") or _is_known_for_what_it_is(host))
        ):
            yield Identifier("link", match[0], host, match.start(), match.end())


def _is_known_for_what_it_is(host: str) -> bool:
    return classify_link(host) is not LinkClass.UNKNOWN
