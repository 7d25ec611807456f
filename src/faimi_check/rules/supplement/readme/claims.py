"""The codecs that a text names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

import msgspec
from msgspec.structs import replace

from faimi_check.model.video import Video
from faimi_check.rules.late import late
from faimi_check.rules.supplement.readme.codecs import family_of
from faimi_check.rules.supplement.readme.denials import denied_among
from faimi_check.rules.tables import any_of, table

_MAX_TEXT = 60_000
_CLAUSE = 200
_OPENING = 60
_JOINT = late(r"[ (/=)-]{1,3}")
_EXTENSION = late(r"\.(?:avi|mp4|wmv|mov|mkv|webm|m4v|mpe?g|asf|flv)(?![A-Za-z0-9_])", re.I)
# The stem of a file's name, from its end: where a language has no blanks, kana and small words of the sentence end it.
_WIDE = "(?:(?![为為是的和与與用采採由在把将將])[\u30a0-\u30ff\u3400-\u9fff\uac00-\ud7af])"
_STEM = late(rf"{_WIDE}{{0,12}}(?:(?![\u3040-\u9fff\uac00-\ud7af])[\w.()~-]){{0,200}}{_WIDE}{{0,12}}")
_LONGEST_STEM = 224
_ADDRESS = late(
    r"(?:\w{2,6}:/{1,2}|www\.)[^\s<>\"]{1,400}|\b[\w-]{1,60}\.(?:com|org|net|io|fr|de|hu)\b[^\s<>\"]{0,200}", re.I
)


class Claim(msgspec.Struct, frozen=True):
    """A codec that a text names: one family, and its brand where the words are a brand's; or, where they name too
    little, the families that they may mean (none for a container's name). `exact_for` is the family that somebody
    names exactly by these words while others mean more; `aside` whether they are said of something else than the video
    as it is: a version that was given up, what the call recommends, a player; `denied` whether only to say that it is
    not coded so."""

    text: str
    families: frozenset[str]
    brand: str = ""
    exact: bool = True
    exact_for: str = ""
    aside: bool = False
    denied: bool = False


@cache
def _vocabulary() -> tuple[dict[str, Claim], re.Pattern[str]]:
    """The claim that each word or phrase makes, by the phrase without its joints, and one pattern for them all."""
    claims: dict[str, Claim] = {}
    phrases: list[str] = []

    def learn(words: list[str], claim: Claim) -> None:
        phrases.extend(words)
        claims.update((joined(word), claim) for word in words)

    data = table("codecs")
    learn(data["vague"]["container"], Claim("", frozenset(), exact=False))
    for several in data["vague"]["several"]:
        learn(
            several["words"],
            Claim("", frozenset(several["families"]), exact=False, exact_for=several.get("exact_for", "")),
        )
    for family in data["family"]:
        learn(family["words"], Claim("", frozenset({family["id"]})))
        for brand in family.get("brand", ()):
            learn(brand["words"], Claim("", frozenset({family["id"]}), brand["id"]))
    phrases.sort(key=len, reverse=True)
    spelt = "|".join(_spelt(phrase) for phrase in phrases)
    return claims, re.compile(rf"(?<![a-z0-9])(?:{spelt})(?![a-z0-9])", re.I)


def _spelt(phrase: str) -> str:
    """A pattern for a phrase with any joints; "part" in any language, and behind a comma too."""
    joints = r"[\s._/()-]{0,3}"
    return joints.join(map(re.escape, phrase.split())).replace(joints + "part", rf"[\s._/(),-]{{0,3}}{_part()}")


@cache
def _part() -> str:
    return f"(?:{'|'.join(table('codecs')['spelt']['part'])}|part)"


@lru_cache(maxsize=4096)
def joined(text: str) -> str:
    """The phrase without its joints; FFmpeg's own `mpeg4` by itself is told from the `MPEG-4` of the standards."""
    bare = re.sub(r"[\s._/(),-]+", "", text.casefold())
    bare = re.sub(rf"(?<=[4hc]){_part()}(?=\d|ii|x)", "part", bare)
    alone = bare in ("mpeg4", "mpeg4codec", "mpeg4video") and "mpeg4" in text.casefold()
    return bare.replace("mpeg4", "mpeg#4") if alone else bare


def claims_in(text: str) -> tuple[Claim, ...]:
    """The codecs that a text says something is coded in, in its order; file names and addresses name none."""
    return tuple(claim for claim in named_in(text) if not claim.denied)


@lru_cache(maxsize=512)  # the lines that speak of all videos are read once for each of them
def named_in(text: str) -> tuple[Claim, ...]:
    """The same with those that are denied: "no DivX needed", "not Xvid"."""
    return tuple(_claims(text))


def _claims(text: str) -> Iterator[Claim]:
    text = text[:_MAX_TEXT]
    text = _without_names(_ADDRESS.sub(lambda match: " " + "\x00" * (len(match[0]) - 1), text))
    known, pattern = _vocabulary()
    found = [match for match in pattern.finditer(text) if joined(match[0]) in known]
    groups = list(_said_together(text, found))
    denied = denied_among(text, [together for _, together in groups])
    for (first, together), is_denied in zip(groups, denied, strict=True):
        aside = _is_aside(text, first, together[0].start(), together[-1].end())
        for match in together:
            yield replace(known[joined(match[0])], text=_whole(match), aside=aside, denied=is_denied)


def _without_names(text: str) -> str:
    """The text with signs for nothing where names of files stand."""
    kept, done = [], 0
    for match in _EXTENSION.finditer(text):
        before = text[max(done, match.start() - _LONGEST_STEM) : match.start()]
        stem = _STEM.match(before[::-1])
        start = match.start() - (stem.end() if stem else 0)
        kept += [text[done:start], " " + "\x00" * (match.end() - start - 1)]
        done = match.end()
    return "".join((*kept, text[done:]))


def _whole(match: re.Match[str]) -> str:
    """The words with the end of their bracket, or without its beginning where more stands in it."""
    before, opened, inside = match[0].partition("(")
    if not opened or ")" in inside:
        return match[0]
    return f"{match[0]})" if match.string.startswith(")", match.end()) else before.rstrip()


def _said_together(text: str, found: list[re.Match[str]]) -> Iterator[tuple[int, list[re.Match[str]]]]:
    """Names with hardly a sign between them, "HEVC (H.265)", each group behind the end of the one before."""
    together: list[re.Match[str]] = []
    last = 0
    for match in found:
        if together and not _JOINT.fullmatch(text, together[-1].end(), match.start()):
            yield last, together
            last, together = together[-1].end(), []
        together.append(match)
    if together:
        yield last, together


def _is_aside(text: str, last: int, start: int, end: int) -> bool:
    """Whether the clause says that the codec at (start, end) is not that of the video; `last` is where the one named
    before ended."""
    clause, before, after = _around()
    begin = max(last, start - _CLAUSE)
    for border in clause.finditer(text, begin, start):
        begin = border.end()
    return before.search(text, begin, start) is not None or after.match(text, end) is not None


@cache
def _around() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """What stands between clauses, what before a codec's name puts it aside, and what behind it."""
    before, after = any_of("readmes", "unreal"), any_of("readmes", "unreal_after")
    return (
        re.compile(table("readmes")["clauses"]),
        re.compile(before, re.I),
        re.compile(rf"[\s)\]]{{0,3}}{after}", re.I),
    )


def of_the_video(claims: list[Claim]) -> list[Claim]:
    """The exact claims that are made of the video as it is; those made aside where there are no others."""
    exact = exact_claims(claims)
    return [claim for claim in exact if not claim.aside] or exact


def opens_with_codec(text: str) -> bool:
    """Whether a text begins with the name of a codec."""
    found = named_in(text[:_OPENING])
    return bool(found) and text.lstrip(" \t(").startswith(found[0].text)


def exact_claims(claims: list[Claim]) -> list[Claim]:
    """Those that name one codec, to somebody at least."""
    return [claim for claim in claims if claim.exact or claim.exact_for]


def claims_for(text: str, video: Video | None) -> tuple[Claim, ...]:
    """The codecs that a text names, denied ones too; of one that is in no table also by the stream's own name and
    FourCC."""
    own = tuple(_own_claims(text[:_MAX_TEXT], video)) if video and video.codec else ()
    return named_in(text) + own


def _own_claims(text: str, video: Video) -> Iterator[Claim]:
    family = family_of(video)
    known = _vocabulary()[0]
    names = [
        re.escape(name)
        for name in ((video.codec, video.fourcc) if family is None else (video.fourcc,))
        if joined(name) not in known and re.fullmatch(r"\w[\w .-]{0,30}\w", name)
    ]
    if names:
        for found in re.finditer(rf"(?<![a-z0-9_./-])(?:{'|'.join(names)})(?![a-z0-9_/-])(?!\.\w)", text, re.I):
            yield Claim(found[0], frozenset({family.id} if family else ()))
