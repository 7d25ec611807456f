"""What is told of one README: names, results, instructions, and text that nobody reads as it stands."""

from __future__ import annotations

from collections.abc import Iterator

from faimi_check.model.finding import Confidence, Hit, Location
from faimi_check.model.text.counted import quote
from faimi_check.model.text.unseen import parted
from faimi_check.rules.naming.asking.decoding import decoded_texts
from faimi_check.rules.naming.asking.disguised import plain_lines
from faimi_check.rules.naming.asking.score import asking_share
from faimi_check.rules.naming.text.requests import commands
from faimi_check.rules.supplement.readme.encoded import encoded_file, kind_of
from faimi_check.rules.supplement.readme.identifying import identifying
from faimi_check.rules.supplement.readme.results import line_of_results

# How likely a line asks something of whoever judges: READMEs ask their readers for much else.
_ASKS = 0.97
_FIX = "Take it out: a README needs the file name, the codec and its address, nothing else."


def told_of(said: str, member: str, where: Location) -> Iterator[Hit]:
    """What a README that is called `member` says beyond codecs."""
    said, unseen = parted(said)
    for text, confidence in identifying(said):
        yield Hit(
            code="identifies",
            message=f"{member} tells who the authors are, or may.",
            fix=_FIX,
            evidence=text,
            confidence=confidence,
            where=where,
        )
    for decoded in decoded_texts(said):
        yield _decoded(decoded.text, member, where)
    turned = "\n".join((*plain_lines(said), *filter(None, (unseen,))))
    if turned:
        yield _decoded(turned, member, where)
    encoded = encoded_file(said)
    if encoded:
        yield Hit(
            code="encoded",
            message=f"{member} holds {len(encoded[0]):,} letters of encoded data"
            f"{kind_of(encoded[0])}; it was not looked into.",
            fix=_FIX,
            evidence=encoded[0][:200],
            confidence=Confidence.LIKELY,
            where=where,
        )
    yield from _out_of_place(said, member, where)


def _out_of_place(text: str, member: str, where: Location) -> Iterator[Hit]:
    """The first line that tells reviewers what to say, and the first of results."""
    instruction = next((line.strip() for line in text.split("\n") if _asks(line)), "")
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


def _asks(line: str) -> bool:
    return commands(line) or asking_share(line) >= _ASKS


def _decoded(text: str, member: str, where: Location) -> Hit:
    """Text that was written so that nobody reads it: an error where it identifies, in any case worth a look."""
    told = next((confidence for _, confidence in identifying(text)), None)
    return Hit(
        code="encoded" if told is None else "identifies",
        message=f"{member} holds text that nobody reads as it stands: {quote(text, 160)}.",
        fix=_FIX,
        evidence=text[:2000],
        confidence=told or Confidence.LIKELY,
        where=where,
    )
