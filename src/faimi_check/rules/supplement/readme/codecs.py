"""Codecs by name: families, brands, and what a stream is called."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from faimi_check.model.video import Video
from faimi_check.rules.late import late
from faimi_check.rules.tables import any_of, table

# By what a README says that something is encoded.
CODED = late(any_of("readmes", "coded"), re.IGNORECASE)


class Brand(msgspec.Struct, frozen=True):
    """One maker's codec inside a family."""

    id: str
    say: str
    fourccs: frozenset[str]
    source: str


class Family(msgspec.Struct, frozen=True):
    """What one decoder plays. `say` is a name for a README, `source` an address for it."""

    id: str
    say: str
    decoders: frozenset[str]
    source: str
    brands: tuple[Brand, ...]
    near: frozenset[str]


@cache
def families() -> dict[str, Family]:
    """All families by id, from tables/codecs.toml."""
    return {
        entry["id"]: Family(
            id=entry["id"],
            say=entry["say"],
            decoders=frozenset(entry["decoders"]),
            source=entry["from"],
            brands=tuple(
                Brand(brand["id"], brand["say"], frozenset(brand["fourccs"]), brand.get("from", entry["from"]))
                for brand in entry.get("brand", ())
            ),
            near=frozenset(entry.get("near", ())),
        )
        for entry in table("codecs")["family"]
    }


def family_of(video: Video) -> Family | None:
    """The family of a decoded stream; None where it is not in the table."""
    return next((family for family in families().values() if video.codec in family.decoders), None)


def brand_of(video: Video, family: Family) -> Brand | None:
    """The brand that the stream's FourCC names; None where it names none."""
    return next((brand for brand in family.brands if video.fourcc.upper() in brand.fourccs), None)


def said(video: Video) -> str:
    """The stream's codec in words for a README, with its FourCC."""
    family = family_of(video)
    if family is None:
        return video.codec + (f" (FourCC {video.fourcc})" if video.fourcc else "")
    brand = brand_of(video, family)
    name = f"{brand.say} ({family.say})" if brand and brand.id != "ffmpeg" else family.say
    return f"{name}, FourCC {video.fourcc}" if video.fourcc and video.fourcc not in name else name


def source_of(video: Video) -> str:
    """An address where the stream's codec is had."""
    family = family_of(video)
    if family is None:
        return "https://www.ffmpeg.org/download.html"
    brand = brand_of(video, family)
    return brand.source if brand else family.source


@cache
def codec_words() -> frozenset[str]:
    """Words by which READMEs speak of codecs and videos, in lower case: they are part of no name."""
    named = {word for phrase in codec_phrases() for word in phrase.split() if word.isalpha()}
    return frozenset(named.union(table("readmes")["technical"], table("readmes")["nouns"]))


def codec_phrases() -> tuple[str, ...]:
    """What READMEs call codecs, in lower case, joints as blanks."""
    entries = [entry for family in table("codecs")["family"] for entry in (family, *family.get("brand", ()))]
    return tuple(name for entry in entries for name in entry["words"])
