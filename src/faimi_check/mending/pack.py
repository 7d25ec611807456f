"""A supplement as the call wants it: clean videos, a README that names their codecs, one plain zip."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec

from faimi_check.mending.clean_video import CleanVideo, VideoError, cleaned, named
from faimi_check.mending.member_names import Naming
from faimi_check.mending.plain_zip import write_zip
from faimi_check.mending.right_readme import readme_for
from faimi_check.model.paper import Paper
from faimi_check.model.submission import KnownAuthor
from faimi_check.model.text.counted import first_of
from faimi_check.reading.there import is_folder, is_there
from faimi_check.rules.commands import shell_word
from faimi_check.rules.supplement.cited.citations import Cited
from faimi_check.rules.supplement.cited.comparison import compare
from faimi_check.rules.supplement.readme.codecs import family_of, said
from faimi_check.writing.private_folder import HIDDEN, private_folder

README = "README.txt"
# Codecs that the usual players bring along.
_USUAL = frozenset({"mpeg4", "h264", "hevc", "wmv1", "wmv2", "wmv3", "mpeg2", "vp9", "av1", "mjpeg"})
_SHOWN = 20


class PackError(Exception):
    """Why no zip was written, in a sentence for the author."""


class PackedVideo(msgspec.Struct, frozen=True, kw_only=True):
    """A video in the zip: its `member` name, the file it came from, its codec in words, what was left out of it."""

    member: str
    source: Path
    codec: str
    removed: tuple[str, ...] = ()


class PackResult(msgspec.Struct, frozen=True, kw_only=True):
    """What was done. `warnings` are sentences, as are `citations`: what the paper cites against what is in the zip."""

    out: Path
    readme: str
    videos: tuple[PackedVideo, ...]
    warnings: tuple[str, ...] = ()
    citations: tuple[str, ...] = ()


def pack_supplement(
    videos: list[Path],
    out: Path,
    force: bool = False,
    skip_bad: bool = False,
    paper: Paper | None = None,
    authors: tuple[KnownAuthor, ...] = (),
) -> PackResult:
    """Packs the videos and a README for them into the zip `out`. The same videos give the same bytes.

    The streams are copied, not encoded anew; tags, subtitles, chapters and covers stay behind. The videos themselves
    are never changed. Names stay unless they are unsafe or tell who made the video, by the rules, the `paper` and the
    `authors`. Raises PackError where there is no video, one does not play, its streams fit none of the allowed
    containers, `out` is no name of a zip, is there and `force` is not given, or cannot be written. With `skip_bad` a
    video that cannot be packed is left out, and a warning says why, as long as one can.
    """
    _check_places(videos, out, force)
    naming = Naming(README, paper, authors, [video.name for video in videos])
    left_out: list[str] | None = [] if skip_bad else None
    try:
        # Beside the output, since videos may have no room elsewhere, and so that it comes to its name in one step.
        with private_folder(out.parent, HIDDEN) as folder:
            clean = list(_clean(videos, folder, naming, left_out))
            if not clean:
                raise PackError(" ".join(left_out or ()))
            readme = readme_for([each.now for each in clean])
            draft = folder / "supplement.zip"
            write_zip(draft, [(README, readme)], [(each.now.member, each.file) for each in clean])
            draft.replace(out)
    except OSError as error:
        raise PackError(f"{out} cannot be written: {error.strerror or error}.") from error
    return PackResult(
        out=out,
        readme=readme,
        videos=tuple(
            PackedVideo(member=each.now.member, source=each.source, codec=said(each.now), removed=tuple(each.removed()))
            for each in clean
        ),
        warnings=(*(left_out or ()), *_warnings(clean, naming, paper)),
        citations=tuple(_citations(paper, clean)) if paper else (),
    )


def _check_places(videos: list[Path], out: Path, force: bool) -> None:
    if not videos:
        raise PackError("No video was given.")
    if is_there(out) and not force:
        raise PackError(f"{out} is already there; it is overwritten only with --force.")
    if any(is_there(out) and is_there(video) and video.samefile(out) for video in videos):
        raise PackError(f"{out} is one of the videos.")
    if out.suffix.lower() != ".zip":
        raise PackError(f"{out} is no name of a zip: let it end in .zip.")
    if not is_folder(out.parent):
        raise PackError(f"The folder {out.parent} is not there.")


def _clean(videos: list[Path], folder: Path, naming: Naming, left_out: list[str] | None) -> Iterator[CleanVideo]:
    """The videos copied clean; why one cannot be goes to `left_out`, or is raised where that is None."""
    for number, source in enumerate(videos, start=1):
        place = folder / str(number)
        place.mkdir()
        try:
            video = cleaned(source, place)
        except VideoError as error:
            if left_out is None:
                raise PackError(str(error)) from error
            left_out.append(str(error))
            continue
        yield named(video, naming.member(source, number, video.file.suffix))


def _warnings(clean: list[CleanVideo], naming: Naming, paper: Paper | None) -> Iterator[str]:
    for each in clean:
        member = each.now.member
        family = family_of(each.now)
        if family is None or family.id not in _USUAL:
            yield (
                f"{member}: few players can play {said(each.now)}. H.264 plays everywhere: "
                f"ffmpeg -i {shell_word(str(each.source))} -c:v libx264 -pix_fmt yuv420p out.mp4"
            )
        if each.before.error:
            yield f"{member}: {each.before.error}; copying does not mend that."
        # What the paper calls it by is said where the paper is there to look at.
        cite = "" if paper else "; let the paper cite it by that name"
        why = ", since its name may tell who made it" if naming.tells(each.source.stem) else ""
        if member != each.source.name and (cite or why):
            yield f"{each.source.name} is called {member} in the zip{why}{cite}."


def _citations(paper: Paper, clean: list[CleanVideo]) -> Iterator[str]:
    """What the paper cites that the zip lacks, and the other way round. A video is known by its old name, too."""
    members = tuple(each.now.member for each in clean)
    found = compare(paper, members, {each.now.member: each.source.name for each in clean})
    if not found.speaks:
        yield f"The paper speaks of no supplementary video; the zip holds {first_of(members, _SHOWN)}."
        return
    if not found.specific:
        yield "The paper speaks of supplementary videos, but of none by its name or number."
    for cited in found.lacking:
        yield f"The paper cites {_quoted(cited)}, which is not in the zip."
    for cited, member in found.renamed:
        yield f"The paper cites {_quoted(cited)}, which is called {member} in the zip: let the paper call it so."
    if found.unnumbered:
        cited_numbers = ", ".join(_quoted(cited) for cited in found.unnumbered[:_SHOWN])
        yield f"The paper cites {cited_numbers}, but no name of a video holds a number."
    if found.uncited:
        yield f"The paper does not cite {first_of(found.uncited, _SHOWN)}."


def _quoted(cited: Cited) -> str:
    return f"“{cited.text}”" + (f" (page {cited.page})" if cited.page else "")
