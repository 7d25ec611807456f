"""What one picture tells, by all that naming knows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from faimi_check.model.burned_in import BurnedInPicture
from faimi_check.rules.naming.identity import fold
from faimi_check.rules.naming.pictured.addresses import addresses, codes
from faimi_check.rules.naming.pictured.houses import broken_institutions, institutions, support, without_sources
from faimi_check.rules.naming.pictured.matter import Tells, Told
from faimi_check.rules.naming.pictured.patients import patients
from faimi_check.rules.naming.pictured.people import people
from faimi_check.rules.naming.pictured.together import labelled_values, parts, unglued
from faimi_check.rules.naming.pictured.units import named_units


def told_by(picture: BurnedInPicture, common: frozenset[str] = frozenset()) -> tuple[Told, ...]:
    """What the picture tells, each once; `common` are words that the paper uses in lower case."""
    found: dict[tuple[Tells, str], Told] = {}
    for told in _all(picture, common):
        found.setdefault((told.tells, fold(told.text)), told)
    return tuple(_without_repetition(found.values()))


def _all(picture: BurnedInPicture, common: frozenset[str]) -> Iterator[Told]:
    for code in picture.codes:
        yield from codes(code)
    lines = [unglued(line) for line in picture.lines]
    pieces = [part for line in lines for part in parts(line)]
    apart = [part for line in lines for part in (parts(line) or (line,))]
    values = [*labelled_values(lines)]
    yield from patients((*lines, *pieces, *values))
    for line in picture.lines:
        yield from addresses(line, lines)
    housed = [told for line in apart for told in institutions(line)]
    yield from without_sources([*housed, *broken_institutions(apart)], lines)
    yield from named_units(apart, common, is_frame=picture.seconds is not None)
    for line in lines:
        yield from support(line)
    whole = [line for line in lines if line not in apart]
    yield from people((*apart, *whole, *values), common)


def _without_repetition(found: Iterable[Told]) -> Iterator[Told]:
    """A name that stands in a patient's line, or in an address, is told once."""
    taken: list[Told] = []
    for told in found:
        said = fold(told.text)
        if not any(_is_same(told, other) and (said in fold(other.text) or fold(other.text) in said) for other in taken):
            taken.append(told)
            yield told


def _is_same(one: Told, other: Told) -> bool:
    """Whether both stand in one place: a line, or lines that were read together."""
    return one.line is other.line or one.line.box.overlap(other.line.box) > 0
