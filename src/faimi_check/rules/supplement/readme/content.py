"""What a README says beyond codecs: names, and results that belong into the paper."""

from __future__ import annotations

from collections.abc import Iterator

from faimi_check.model.finding import Confidence, Hit, Location, Severity
from faimi_check.model.problem import Aspect
from faimi_check.model.submission import Submission
from faimi_check.model.supplement import Supplement
from faimi_check.rules.naming.text.requests import commands
from faimi_check.rules.registry import NoParameters, Part, RuleResults, rule
from faimi_check.rules.supplement.readme.decoding import decoded_texts
from faimi_check.rules.supplement.readme.disguised import plain_lines
from faimi_check.rules.supplement.readme.encoded import encoded_file, kind_of
from faimi_check.rules.supplement.readme.identifying import identifying
from faimi_check.rules.supplement.readme.results import line_of_results
from faimi_check.rules.supplement.readme.scope.scope import readme_texts

_MAX_TEXT = 100_000
_FIX = "Take it out: a README needs the file name, the codec and its address, nothing else."


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
        are: whom they name, and whose that is. A house that one says to be the authors' own, or where the video was
        recorded if the README speaks of no public data, a grant by its number and who signs a change are an error; a
        house or person that is only named is a warning. Addresses of codecs and players, lists and notices of their
        makers ("(c) 2004-2021 the x264 project, written by ..., GPL"), and paths of installed programs are nothing.
        Words of proofs and tables, and numbers of a measure or a comparison that are not told of the file, are a
        warning in any language, and so is a file written out in letters (base64), which is
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
        for text, confidence in identifying(readme.text[:_MAX_TEXT]):
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
    told = next((confidence for _, confidence in identifying(text)), None)
    return Hit(
        code="encoded" if told is None else "identifies",
        message=f"{member} holds text that nobody reads as it stands: “{text[:160]}”.",
        fix=_FIX,
        evidence=text[:2000],
        confidence=told or Confidence.LIKELY,
        where=where,
    )
