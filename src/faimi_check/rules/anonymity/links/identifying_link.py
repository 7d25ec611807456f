"""ANON006: links, printed or clickable, that lead to the authors."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from math import inf

import msgspec

from faimi_check.model.finding import EVIDENCE_LIMIT, Confidence, Hit, Severity
from faimi_check.model.problem import Aspect
from faimi_check.model.submission import Submission
from faimi_check.model.text.counted import quote
from faimi_check.rules.anonymity.told import telling_hits
from faimi_check.rules.naming.facts import facts_of
from faimi_check.rules.naming.identity import LinkClass
from faimi_check.rules.naming.identity.link_class import is_numbered, parse
from faimi_check.rules.naming.ownership.score import is_denied
from faimi_check.rules.naming.ownership.telling import Topic
from faimi_check.rules.naming.people.file_names import called_after
from faimi_check.rules.naming.whose.own_names import somebodys
from faimi_check.rules.naming.whose.paper_link import PaperLink
from faimi_check.rules.registry import Part, paper_of, rule

# Places where authors put their own material: without any word of ownership they are unclear, elsewhere they are not.
_OWN_PLACES = frozenset(
    {LinkClass.OWNER, LinkClass.PROJECT, LinkClass.CLOUD, LinkClass.VIDEO, LinkClass.ARCHIVE, LinkClass.PERSONAL}
)
# Scores of the words round a link: from which it is the authors' own, and below which it is others', where
# they are said of the address itself.
_SURELY, _OTHERS = 0.9, 0.01
# From which it is doubtful though its wording speaks of others: on a shared drive, in other places of authors', where
# something was made with it, on an institution's page, anywhere; and where the wording says nothing.
_SHARED, _RATHER, _MADE_WITH, _LABS, _SURELY_OWN, _MAYBE = 0.2, 0.5, 0.92, 0.8, 0.92, 0.6
# The same where readers are invited to it, or sent there with requests; and where the host is called after a person
# ("ingrid-lyngby.no"), or after one or a practice while the wording speaks of others.
_ASKED, _SOMEBODYS, _CALLED_AFTER = 0.1, 0.3, 0.75
# What is fetched through this needs a key that its host knows: one's own, mostly.
_BY_KEY = "git@"
# Each unclear link is looked through for so many addresses that are told anyway.
_TOLD = 100
# Of an address so much is said; the quotation has it whole.
_SHOWN = 100
_FIX = "Use an anonymous copy (anonymous.4open.science, a view-only link) or withhold the link for review."


class IdentifyingLink(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """`anonymous_hosts` and `third_party_hosts` are taken as harmless beside those of the built-in table."""

    anonymous_hosts: tuple[str, ...] = ()
    third_party_hosts: tuple[str, ...] = ()


@rule(
    "ANON006",
    "identifying-link",
    part=Part.PAPER,
    params=IdentifyingLink,
    codes={"own": Severity.ERROR, "unclear": Severity.WARNING},
    needs={Aspect.TEXT},
    requires={"DOC001"},
)
def identifying_link(submission: Submission, params: IdentifyingLink) -> Iterator[Hit]:
    """A link leads to the authors' own code, data or pages.

    Why
        A repository's owner, a lab's page or a shared drive names the authors.

    How it decides
        Links that are printed (also broken over lines) or clickable, outside reference lists, are sorted by the
        kind of place: code hosts by owner, personal and lab pages, project pages, cloud drives, videos, archives.
        Words before the link tell whose it is: "our code is available at ..." is an error, "we used ..." or a
        citation beside it is somebody else's. Where nothing is said, or the sentence or the one before it begins with
        cited people, a cited tool or "the authors of", a place where authors put their own material is a warning, and
        an error where the words round the link score as the authors' own, by weights learned from labelled sentences;
        it is none where they score as somebody else's, though no word says so. Of data that "can be downloaded from"
        a link, the sentence before tells: "we release 900 films".
        It is none right behind the name of what it leads to ("Fitzpatrick17k (https://github.com/...
        /fitzpatrick17k)"), unless the paper calls that its own, uses the name in its title, or links its code, labels
        or the like there; nor behind the name of a public data set, for archives.
        A host that is called after a person or a practice ("ingrid-lyngby.no") is doubtful from a lower score on.
        Read as links are owners at services in words ("user jdoe on GitHub", "repo: jdoe/gap", "docker pull
        jdoe/gap"), buckets of stores, machines by number, ids of apps, and hosts alone where words say that something
        is kept there. Anonymous hosts (anonymous.4open.science), view-only forms, DOIs, publishers and well-known
        tools and data sets are no finding, unless the name of an anonymous copy holds one that may be somebody's: a
        word with "lab" or "thesis", two names side by side, a surname in front. An address in a running head or
        footer, also a bare one ("lab.example.edu"), is an error unless it is one of these, is called after an event
        or a journal ("miccai2026.org"), or is unknown in a line that speaks of an event, a journal, a licence or a
        program.

    When it can be wrong
        Praise of another group's code in the words one would use for one's own, without a name or citation at the
        beginning of a sentence; a link of the authors' own that is introduced like somebody else's. An anonymous copy
        that is called after a method with a person's name.

    Fix
        Use an anonymous copy (https://anonymous.4open.science for code, a view-only OSF link for data) or say
        "link withheld for review".
    """
    paper = paper_of(submission)
    harmless = params.anonymous_hosts + params.third_party_hosts
    unclear = []
    for link in facts_of(paper).links(submission.authors):
        host = parse(link.text).host
        # ORCID iDs are ANON003's business.
        if host == "orcid.org" or any(host == known or host.endswith("." + known) for known in harmless):
            continue
        if link.kind is LinkClass.ANONYMOUS:
            yield _named_copy(link, somebodys(paper, link.text))
            continue
        code = _code(link)
        if code == "own":
            yield Hit(
                code="own",
                message=f"A link to the authors' own material: {quote(link.text, _SHOWN)}, {_what(link)}.",
                fix=_FIX,
                confidence=Confidence.LIKELY,
                evidence=link.context[:EVIDENCE_LIMIT],
                where=link.where,
            )
        elif code == "unclear":
            unclear.append(link)
    names = (name for one in facts_of(paper).tellings if one.topic is Topic.ADDRESS for name in one.names)
    told = tuple(dict.fromkeys(islice(names, _TOLD)))
    unclear = [link for link in unclear if not any(name in link.text for name in told)]
    if unclear:
        yield _unclear(unclear)
    yield from telling_hits(paper, {Topic.ADDRESS: "own"}, _FIX)


def _code(link: PaperLink) -> str | None:
    """Whether a link is the authors' own, or somebody must look: by its wording, and else by its score."""
    if link.own:
        # "The model is the one of their competitors, available at".
        return "unclear" if is_denied(link.context) else "own"
    score = link.own_by_score()
    # Behind a label that names nobody, "with" and "from" say nothing of a page that is a person's.
    unsaid = link.own is None or link.kind is LinkClass.PERSONAL
    if unsaid and link.labelled and link.kind in _OWN_PLACES | {LinkClass.LAB}:
        return "own" if score >= _SURELY else "unclear"
    if link.kind not in _OWN_PLACES:
        return "unclear" if score >= _least_elsewhere(link) else None
    if link.own is None:
        if score >= _SURELY:
            return "own"
        return "unclear" if score >= _OTHERS or link.offered or not link.printed else None
    # Nobody's data set or tool has its home on a shared drive, or on a machine that has no name.
    shared = link.kind is LinkClass.CLOUD or is_numbered(link.text)
    doubtful = _SHARED if shared else _MADE_WITH if link.made_with else _RATHER
    return "unclear" if score >= doubtful or link.text.startswith(_BY_KEY) else None


def _named_copy(link: PaperLink, name: str) -> Hit:
    """An anonymous copy whose own name may be somebody's."""
    return Hit(
        code="unclear",
        message=f"An anonymous link holds “{name}”, which may be the name of an author or a lab: please look.",
        fix="Give the anonymous copy a name that says nothing of who made it.",
        confidence=Confidence.POSSIBLE,
        evidence=link.context[:EVIDENCE_LIMIT],
        where=link.where,
    )


def _least_elsewhere(link: PaperLink) -> float:
    """The score from which a link to a place that is no usual one of authors' own material is doubtful."""
    if link.kind not in (LinkClass.LAB, LinkClass.UNKNOWN):
        return inf if link.own is not None else _ASKED if link.asked else _MAYBE
    after = called_after(parse(link.text).host)
    if link.own is None:
        return _ASKED if link.asked else _SOMEBODYS if after == "person" else _MAYBE
    return _CALLED_AFTER if after else _LABS if link.kind is LinkClass.LAB else _SURELY_OWN


def _unclear(links: list[PaperLink]) -> Hit:
    """One finding for all links of which nothing is said: each would ask the same question."""
    kinds = ", ".join(dict.fromkeys(map(_what, links)))
    # A sentence may hold others, too; of several the addresses are what is quoted.
    one = len(links) == 1
    subject = f"A link, {quote(links[0].text, _SHOWN)}, leads" if one else f"{len(links)} links lead"
    return Hit(
        code="unclear",
        message=f"{subject} to {kinds}; whether that is the authors' own is not said: please look.",
        fix=_FIX,
        confidence=Confidence.POSSIBLE,
        evidence=(links[0].context if one else " | ".join(link.text for link in links))[:EVIDENCE_LIMIT],
        where=links[0].where,
    )


def _what(link: PaperLink) -> str:
    """What kind of place a link leads to, in words."""
    return _MACHINE if link.kind is LinkClass.PROJECT and is_numbered(link.text) else _WHAT[link.kind]


_MACHINE = "a machine by its number, which anybody can ask for its owner"
_WHAT = {
    LinkClass.OWNER: "a code host, which names the owner",
    LinkClass.PROJECT: "a project page",
    LinkClass.CLOUD: "a shared drive or short link",
    LinkClass.VIDEO: "a video platform",
    LinkClass.ARCHIVE: "an archive, which names the depositors",
    LinkClass.PERSONAL: "a personal page",
    LinkClass.LAB: "an institution's page",
    LinkClass.UNKNOWN: "a web page",
    LinkClass.THIRD_PARTY: "a well-known place",
    LinkClass.PUBLISHER: "a publisher",
    LinkClass.ANONYMOUS: "an anonymous place",
}
