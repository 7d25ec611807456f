"""Words that tell of a name whose kind it is, or that it is everybody's, from the tables."""

from __future__ import annotations

from functools import cache

from faimi_check.rules.naming.identity import fold
from faimi_check.rules.tables import listed, table


@cache
def ordinary() -> frozenset[str]:
    """Words that begin sentences in capitals and name nothing, folded."""
    return frozenset(map(fold, table("mentions")["ordinary"]))


@cache
def known() -> frozenset[str]:
    """Words that come with a capital and belong to everybody, folded; the people of a country are spoken of as many."""
    peoples = listed("own_deeds", "peoples")
    return listed("mentions", "known") | peoples | {f"{people}s" for people in peoples}


@cache
def places() -> frozenset[str]:
    """Cities and countries, folded."""
    return frozenset((*map(fold, table("mentions")["places"]), *table("institutions")["countries"]))


def institution_acronyms() -> frozenset[str]:
    """Universities and hospitals that go by their letters, as printed."""
    return listed("mentions", "institution_acronyms")


def technical() -> frozenset[str]:
    """Acronyms of methods and measures, which are nobody's initials."""
    return listed("contributions", "no_initials")


def is_size_of_a_model(name: str) -> bool:
    """Whether a joined name is a size of a network that programs know: "ViT-B", "Swin-T"."""
    model, _, size = name.rpartition("-")
    return len(size) == 1 and fold(model).replace("-", "") in listed("code", "words", "technical")


def is_collection(name: str) -> bool:
    """Whether it is a public set of data: "CheXpert", "UK Biobank"."""
    folded = fold(name)
    return not {folded, *folded.split(), *folded.split("-")}.isdisjoint(table("collections")["names"])
