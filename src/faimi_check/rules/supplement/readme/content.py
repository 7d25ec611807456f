"""What a README says beyond codecs: names, and results that belong into the paper."""

from __future__ import annotations

import re
from collections.abc import Iterator

from faimi_check.model.finding import Confidence, Hit, Location, Severity
from faimi_check.model.paper import MetadataField
from faimi_check.model.problem import Aspect
from faimi_check.model.submission import Submission
from faimi_check.model.supplement import Supplement
from faimi_check.rules.late import late
from faimi_check.rules.naming.fields.traces import traces
from faimi_check.rules.naming.identity import LinkClass, classify_link, identifiers, is_placeholder
from faimi_check.rules.naming.ownership.plain_text import named_in, own_share_of
from faimi_check.rules.naming.ownership.telling import SURE
from faimi_check.rules.naming.text.requests import commands
from faimi_check.rules.registry import NoParameters, Part, RuleResults, rule
from faimi_check.rules.supplement.readme.claims import claims_in
from faimi_check.rules.supplement.readme.codecs import codec_words
from faimi_check.rules.supplement.readme.decoding import decoded_texts
from faimi_check.rules.supplement.readme.disguised import plain_lines
from faimi_check.rules.supplement.readme.encoded import encoded_file, kind_of
from faimi_check.rules.supplement.readme.installed import without_installed
from faimi_check.rules.supplement.readme.machines import machine_traces
from faimi_check.rules.supplement.readme.results import line_of_results
from faimi_check.rules.supplement.readme.scope.scope import readme_texts
from faimi_check.rules.supplement.readme.sources import Soundness, addresses_in

_MAX_TEXT = 100_000
_FIX = "Take it out: a README needs the file name, the codec and its address, nothing else."
_OWN_PAGES = {LinkClass.PERSONAL: 0.5, LinkClass.LAB: 0.75}
_LABEL = late(
    r"^\W{0,6}(?:(?P<person>authors?|contact(?: person)?|correspond(?:ing author|ence)|maintainer|name"
    r"|copyright|\(c\)|©|(?:created|recorded|narrated|made|written|prepared) by|narrator)"
    r"|(?P<place>affiliations?|institut(?:e|ion)|university|department|hospital|lab(?:oratory)?))"
    r"\s{0,4}[:=–-]?\s{1,4}(?P<value>\S.{1,300})$",
    re.I,
)


@rule(
    "RME005",
    "readme-identifies",
    part=Part.SUPPLEMENT,
    codes={
        "identifies": Severity.ERROR,
        "results": Severity.WARNING,
        "encoded": Severity.WARNING,
        "instruction": Severity.WARNING,
    },
    needs={Aspect.ARCHIVE, Aspect.READMES},
    requires={"SUP001"},
)
def readme_identifies(submission: Submission, _: NoParameters) -> RuleResults:
    """A README identifies the authors, or holds results.

    Why
        Supplements may not show any identification markers, nor proofs, analysis or additional results; a README is
        read first.

    How it decides
        The matchers of the paper's rules look for e-mail addresses, ORCID iDs, own links and paths with a user's name;
        lines such as "Author: ..." or "Affiliation: ..." are read too, and sentences are judged as those of a paper
        are: whom they name, and whose that is; a house that one says to be the authors' own is an error, one that is
        only named a warning. Addresses of codecs and players, and paths of installed programs, are nothing.
        Words of proofs, tables and measures are a warning, and so is a file written out in letters (base64), which is
        not looked into; a text written so, backwards or letter by letter is read. A line that tells reviewers or
        language models how to judge is a warning.

    When it can be wrong
        A contact of a codec's maker may be taken for an author's.

    Fix
        Keep to file name, codec and address.
    """
    supplement = submission.supplement or Supplement(file="", size=0)
    for readme in readme_texts(supplement):
        where = Location(file=supplement.file, member=readme.member)
        for text, confidence in _identifying(readme.text[:_MAX_TEXT]):
            yield Hit(
                code="identifies",
                message=f"{readme.member} tells who the authors are, or may.",
                fix=_FIX,
                evidence=text,
                confidence=confidence,
                where=where,
            )
        for decoded in decoded_texts(readme.text[:_MAX_TEXT]):
            yield _decoded(decoded, readme.member, where)
        turned = "\n".join(plain_lines(readme.text[:_MAX_TEXT]))
        if turned:
            yield _decoded(turned, readme.member, where)
        encoded = encoded_file(readme.text[:_MAX_TEXT])
        if encoded:
            yield Hit(
                code="encoded",
                message=f"{readme.member} holds {len(encoded[0]):,} letters of encoded data"
                f"{kind_of(encoded[0])}; it was not looked into.",
                fix=_FIX,
                evidence=encoded[0][:200],
                confidence=Confidence.LIKELY,
                where=where,
            )
        yield from _out_of_place(readme.text[:_MAX_TEXT], readme.member, where)


def _out_of_place(text: str, member: str, where: Location) -> Iterator[Hit]:
    """The first line that tells reviewers what to say, and the first of results."""
    instruction = next((line.strip() for line in text.split("\n") if commands(line)), "")
    for code, line, message, fix in (
        ("instruction", instruction, f"{member} tells whoever judges the paper what to say.", _FIX),
        (
            "results",
            line_of_results(text),
            f"{member} speaks of results or proofs, which a supplement may not hold.",
            "Take it out; what reviewers need belongs into the paper.",
        ),
    ):
        if line:
            yield Hit(
                code=code, message=message, fix=fix, evidence=line[:500], confidence=Confidence.LIKELY, where=where
            )


def _decoded(text: str, member: str, where: Location) -> Hit:
    """Text that was written so that nobody reads it: an error where it identifies, in any case worth a look."""
    told = next((confidence for _, confidence in _identifying(text)), None)
    return Hit(
        code="encoded" if told is None else "identifies",
        message=f"{member} holds text that nobody reads as it stands: “{text[:160]}”.",
        fix=_FIX,
        evidence=text[:2000],
        confidence=told or Confidence.LIKELY,
        where=where,
    )


def _identifying(text: str) -> Iterator[tuple[str, Confidence]]:
    codec_places = {address.text for address in addresses_in(text) if address.soundness >= Soundness.NO_SCHEME}
    seen: set[str] = set()
    for found in identifiers(text):
        if found.kind == "link" and (
            _says_little(found.text) or (found.text in codec_places and not _is_own_page(found.text, text))
        ):
            continue
        if found.value not in seen:
            seen.add(found.value)
            yield found.text, found.confidence
    for trace in machine_traces(text):
        if not any(known in trace for known in seen):
            seen.add(trace)
            yield trace, Confidence.LIKELY
    for line in text.split("\n")[:2000]:
        yield from _labelled(line, seen)
    yield from _named(text, seen)


def _named(text: str, seen: set[str]) -> Iterator[tuple[str, Confidence]]:
    """Sentences that name somebody near the authors or their house, where nothing else in them was told."""
    plain = without_installed(text)
    for one in named_in(plain.text, codec_words()):
        sentence = plain.restored(one.sentence)
        if not any(known in sentence for known in seen):
            seen.add(one.text)
            yield sentence, Confidence.LIKELY if one.share >= SURE else Confidence.POSSIBLE


def _is_own_page(address: str, text: str) -> bool:
    """Whether a codec is had from a page of the authors': makers of codecs have personal pages too."""
    least = _OWN_PAGES.get(classify_link(address))
    return least is not None and own_share_of(address, text) >= least


def _says_little(address: str) -> bool:
    """Clouds and video sites are for SUP005; what kind of place an unknown host is cannot be told."""
    return classify_link(address) in (LinkClass.UNKNOWN, LinkClass.CLOUD, LinkClass.VIDEO)


def _labelled(line: str, seen: set[str]) -> Iterator[tuple[str, Confidence]]:
    match = _LABEL.match(line[:400])
    # "© DivX, LLC" is a codec's maker.
    if match is None or is_placeholder(match["value"]) or claims_in(match["value"][:40]):
        return
    key = "author" if match["person"] else "affiliation"
    for trace in traces(MetadataField("README", key, match["value"])):
        if trace.code in ("person", "organisation") and trace.text not in seen:
            seen.add(trace.text)
            yield line.strip(), trace.confidence
            return
