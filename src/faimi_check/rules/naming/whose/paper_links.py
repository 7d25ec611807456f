"""The links of a paper, printed and clickable, each with the words round it and whose it is."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterator

import msgspec

from faimi_check.model.bands import Bands
from faimi_check.model.finding import Location
from faimi_check.model.page import Box, Line, Page, Region
from faimi_check.model.paper import Paper
from faimi_check.model.parts import LineRef
from faimi_check.model.submission import KnownAuthor
from faimi_check.model.text.passage import Passage, join
from faimi_check.model.text.sentence import sentence_before
from faimi_check.rules.memory import once_a_paper
from faimi_check.rules.naming.identity import HARMLESS, Identifier, LinkClass, classify_link, urls
from faimi_check.rules.naming.identity.link import told_hosts
from faimi_check.rules.naming.identity.link_class import owner_of, parse
from faimi_check.rules.naming.text.note_calls import called_by, told_at_mark
from faimi_check.rules.naming.text.prose import MARGINS, readings, reference_lines
from faimi_check.rules.naming.whose.link_ownership import REACH, claimed, describes, only_labels, told_after, whose
from faimi_check.rules.naming.whose.margin_addresses import leads_to_authors, margin_addresses
from faimi_check.rules.naming.whose.named_link import others_by_name
from faimi_check.rules.naming.whose.own_names import Signs, signs_of, somebodys
from faimi_check.rules.naming.whose.own_packages import OwnPackage, own_packages
from faimi_check.rules.naming.whose.paper_link import PaperLink, share
from faimi_check.rules.tables import table

_LINES_ROUND = 5
# A clickable place lies on a few.
_MOST_LINES = 100
# Below this score a link is somebody else's; to a place that tells nothing by itself, below that one.
_THEIRS, _UNKNOWNS = 0.03, 0.2
# Points: a letter's width; what is smaller than a raised figure of a note in both ways lies on no words.
_LETTER, _UNSEEN = 6.0, 4.0


def paper_links(paper: Paper, known: tuple[KnownAuthor, ...] = ()) -> list[PaperLink]:
    """The links of a paper outside its reference lists that are not harmless by their place, once each, and those to
    an anonymous place under a name that may be somebody's.

    What holds a name of the author section or of a `known` author, or of the paper's own tool, is the authors' own.
    """
    signs = signs_of(paper, known)
    found: dict[str, PaperLink] = {}
    judged: set[tuple[object, ...]] = set()
    for passage in readings(paper):
        for item in (*urls(passage.text), *told_hosts(passage.text)):
            place = _place(passage, item)
            if place in judged:
                continue
            judged.add(place)
            link = _printed(paper, passage, item, signs)
            if _may_tell(paper, link):
                _add(found, link)
        for package in own_packages(passage.text):
            _add(found, _installed(paper, passage, package))
    for ref, line, item in margin_addresses(paper):
        _add(found, _in_margin(paper, ref.page, line, item.text, item.value))
    for page in paper.pages:
        lines = Bands(line.box for line in page.lines if page.links)
        for target, box in _clickable(page, paper) if page.links else ():
            link = _clicked(paper, page, lines, (target, box), signs)
            if _may_tell(paper, link):
                _add(found, link)
    return _longest(list(found.values()))


def _place(passage: Passage, item: Identifier) -> tuple[object, ...]:
    """By what a link is known again where another reading of the same lines has it, too."""
    touched = passage.lines_of(item.start, item.end)
    begun, ended = passage.starts[touched.start], passage.starts[touched.stop - 1]
    lines = passage.refs[touched.start], passage.refs[touched.stop - 1]
    return (item.text, item.value, *lines, item.start - begun, item.end - ended)


def _may_tell(paper: Paper, link: PaperLink) -> bool:
    """Whether a link may lead to somebody: by its place, or by the name that an anonymous copy was given."""
    return link.kind not in HARMLESS or (link.kind is LinkClass.ANONYMOUS and bool(somebodys(paper, link.text)))


def _add(found: dict[str, PaperLink], link: PaperLink) -> None:
    key = link.value.replace("-", "").lower().removesuffix(".git")
    known = found.get(key)
    if known is None or (known.own is None and link.own is not None) or (link.own and not known.own):
        found[key] = link


def _longest(links: list[PaperLink]) -> list[PaperLink]:
    """Without what is only the first line of a longer link on the same page."""
    kept: list[PaperLink] = []
    # What the longer ones are called, for each page, sorted: those of the authors' own by themselves as well.
    longer: dict[tuple[int | None, bool], list[str]] = defaultdict(list)
    for link in sorted(links, key=lambda link: -len(link.value)):
        called = link.value.lower()
        bare = called.rstrip("-/").replace("-", "")
        others = longer[link.where.page, bool(link.own)]
        at = bisect_left(others, bare)
        if at < len(others) and others[at].startswith(bare):
            continue
        kept.append(link)
        insort(longer[link.where.page, False], called.replace("-", ""))
        if link.own:
            insort(longer[link.where.page, True], called.replace("-", ""))
    return sorted(kept, key=lambda link: (link.where.page or 0, link.where.bbox or ()))


def _printed(paper: Paper, passage: Passage, item: Identifier, signs: Signs) -> PaperLink:
    kind = classify_link(item.text)
    touched = passage.lines_of(item.start, item.end)
    where = passage.location(paper.file, item.start, item.end)
    if passage.refs[touched.start] in signs.section:
        context = " ".join(passage.lines[index].text.strip() for index in touched)
        return PaperLink(item.text, item.value, kind, True, context, where)
    prose, start, end = _as_prose(passage, item)
    first, last = prose.sentence(start, end, REACH)
    context = prose.text[first:last].strip()
    if item.text not in context:
        context = f"{context} [{item.text}]"
    earlier = sentence_before(prose.text, first, REACH)
    own = whose(prose.text, start, end)
    if not own and told_after(prose.text, start, end):
        own, kind = False, LinkClass.THIRD_PARTY
    # A host alone is one by the words that say what is kept there.
    least = _UNKNOWNS if kind is LinkClass.UNKNOWN and "/" in item.text else _THEIRS
    if own and share(earlier, context, item.text) < least:
        # "The code of Doe is at": words for one's own, of somebody else's.
        own = None
    said = ""
    called = called_by(paper, passage, touched.start) if own is None and kind not in HARMLESS else ""
    if called:
        told = told_at_mark(paper, passage, touched.start)
        own, context, said = whose(told, len(told), len(told)), f"{called} [{item.text}]", context
        if own is False and describes(prose.text[first:start]):
            # "The classifier is that of Lyngby [4].1" / "1 Fitted models and the generator: https://".
            own = None
        earlier = ""
    if own and kind is LinkClass.THIRD_PARTY and _has_owner(item.text):
        in_abstract = passage.refs[touched.start] in _abstract(paper)
        kind = LinkClass.OWNER if in_abstract or claimed(prose.text, start) else kind
    before = prose.text[first:start]
    own = signs.own(own, kind, before, item.text)
    names_it = called_by(paper, passage, touched.start) if only_labels(before) else ""
    if names_it and not called and others_by_name(paper, names_it, item.text, kind):
        own, kind = False, LinkClass.THIRD_PARTY
    if own is None and others_by_name(paper, called or before, item.text, kind):
        own = False
    return PaperLink(item.text, item.value, kind, own, context, where, said, earlier)


@once_a_paper
def _abstract(paper: Paper) -> frozenset[LineRef]:
    return frozenset(paper.parts.abstract)


def _installed(paper: Paper, passage: Passage, package: OwnPackage) -> PaperLink:
    """A package of the authors' own, as a link to its page, which names who maintains it."""
    first, last = passage.sentence(package.start, package.end, REACH)
    where = passage.location(paper.file, package.start, package.end)
    return PaperLink(package.name, package.name, LinkClass.OWNER, True, passage.text[first:last].strip(), where)


def _has_owner(address: str) -> bool:
    """Whether a well-known owner has this page on a code host, where authors may work, or a package's page."""
    url, owners = parse(address), table("hosts")["owner"]
    return len(url.parts) >= 2 and (
        url.host in owners["packages"] or (bool(owner_of(url)) and url.host in owners["hosts"])
    )


def _as_prose(passage: Passage, item: Identifier) -> tuple[Passage, int, int]:
    """The lines round a link with divided words put together, and the link's span in them."""
    touched = passage.lines_of(item.start, item.end)
    before, after = max(0, touched.start - _LINES_ROUND), touched.stop + _LINES_ROUND
    lines = passage.lines[before:after]
    ended = (_ended(line, following) for line, following in zip(lines, (*lines[1:], None), strict=True))
    prose = join(zip(passage.refs[before:after], ended, strict=True))
    first, last = touched.start, touched.stop - 1
    start = prose.starts[first - before] + item.start - passage.starts[first]
    return prose, start, prose.starts[last - before] + item.end - passage.starts[last]


def _ended(line: Line, following: Line | None) -> Line:
    """A heading with a full stop where a sentence follows, so that it is no part of it."""
    if line.region is not Region.HEADING or following is None or following.text.strip()[:1].islower():
        return line
    return msgspec.structs.replace(line, text=f"{line.text.rstrip()}.")


def _clickable(page: Page, paper: Paper) -> Iterator[tuple[str, Box]]:
    listed = reference_lines(paper)
    cited = Bands(line.box for at, line in enumerate(page.lines) if LineRef(page.number, at) in listed)
    for link in page.links:
        # "htps://" leads nowhere, nor does a host alone; they say where they were to lead.
        said = link.target.lower()
        is_address = "://" in said or said.startswith(("http", "www.", "ftp")) or any(urls(said))
        if is_address and not said.startswith("file:") and not cited.touch(link.box):
            yield link.target[:500], link.box


def _up_to(line: Line, box: Box) -> str:
    """The words of a line up to the end of a clickable place: what follows is not what is clicked on."""
    if line.box.x1 - box.x1 < _LETTER or line.box.width <= 0:
        return line.text
    at = max(0, round(len(line.text) * (box.x1 - line.box.x0) / line.box.width) - 1)
    end = line.text.find(" ", at)
    return line.text if end < 0 else line.text[:end]


def _in_margin(paper: Paper, page: int, line: Line, address: str, value: str) -> PaperLink:
    """Whose an address in a running head or footer is, the address itself has told."""
    where = Location(file=paper.file, page=page, bbox=tuple(round(side, 1) for side in line.box))
    said = line.text.strip()[:300]
    context = said if address in said else f"{said} -> {address}"
    return PaperLink(address, value, classify_link(address), True, context, where)


def _clicked(paper: Paper, page: Page, lines: Bands, link: tuple[str, Box], signs: Signs) -> PaperLink:
    """A clickable link: the lines it lies on and the one before say whose it is, but of one that nobody sees."""
    target, box = link
    touched = list(lines.over(box))
    value = "/".join((parse(target).host, *parse(target).parts))
    margin = next((page.lines[index] for index in touched if page.lines[index].region in MARGINS), None)
    if margin is not None and leads_to_authors(target, margin.text):
        return _in_margin(paper, page.number, margin, target, value)
    where = Location(file=paper.file, page=page.number, bbox=tuple(round(side, 1) for side in box))
    kind = classify_link(target)
    if max(box.width, box.height) < _UNSEEN:
        context = f"a place of {box.width:.0f} x {box.height:.0f} pt -> {target}"
        return PaperLink(target, value, kind, signs.own(None, kind, "", target), context, where)
    near = page.lines[max(0, touched[0] - 2) : touched[-1] + 1][-_MOST_LINES:] if touched else ()
    around = " ".join(_up_to(line, box) if line is near[-1] else line.text for line in near).rstrip(" .,;:(")
    at = around.find(target[:12])
    start = at if at >= 0 else len(around)
    own = signs.own(whose(around, start, len(around)), kind, around[:start], target)
    if own is None and others_by_name(paper, around[:start], target, kind):
        own = False
    context = f"{around.strip()[:300]} -> {target}" if target not in around else around.strip()
    return PaperLink(target, value, kind, own, context, where)
