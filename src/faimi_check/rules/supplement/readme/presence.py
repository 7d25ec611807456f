"""RME001: every video has a README that speaks for it; and the text that would be right."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from faimi_check.model.finding import Confidence, Hit, Severity, Undecided
from faimi_check.model.problem import Aspect
from faimi_check.model.submission import Submission
from faimi_check.model.supplement import Entry, Supplement
from faimi_check.model.text.counted import first_of
from faimi_check.model.video import Video
from faimi_check.rules.registry import NoParameters, Part, RuleResults, rule, supplement_of
from faimi_check.rules.supplement.entry_words import at, extension_of, shown
from faimi_check.rules.supplement.readme.codecs import said, source_of
from faimi_check.rules.supplement.readme.scope.scope import (
    asked_videos,
    content_entries,
    is_text_name,
    readme_texts,
    scoped_texts,
    scopes,
    video_entries,
)
from faimi_check.rules.supplement.remade import as_mended

_HEAD = "README\n\nThe codec of each video in this archive, and where it can be downloaded.\n\n"
_WHOLE = 20
# What no editor of texts is started for.
_OPENED_OTHERWISE = frozenset(
    {"doc", "docx", "odt", "rtf", "pages", "pdf", "htm", "html", "url", "lnk", "exe", "bat", "ps"}
)
_NEEDS = {Aspect.ARCHIVE, Aspect.READMES}


def right_text(videos: Iterable[Video]) -> str:
    """A README that would be right, ready to copy: one block a video."""
    return "\n".join(map(_right_block, videos))


def _right_block(video: Video) -> str:
    name = re.split(r"[/\\]", video.member)[-1]
    if not video.codec:
        return f"{name}\n  Codec: <exact codec, such as H.264 or DivX>\n  Download: <http address of that codec>\n"
    return f"{name}\n  Codec: {said(video)}\n  Download: {source_of(video)}\n"


def readme_text(videos: Iterable[Video]) -> str:
    """A whole README that would be right, ready to be a file."""
    return _HEAD + right_text(videos).rstrip() + "\n"


def mended(supplement: Supplement, members: Iterable[str]) -> list[Video]:
    """The videos as a README is to speak of them: one in a container that the call does not take as it is once it was
    put into one that it does."""
    return [as_mended(supplement, member) for member in members]


def better_readme(supplement: Supplement, member: str) -> str:
    """What to do where a README says too little of a video: all of it where it is one for few, else a part."""
    members = [entry.name for entry in video_entries(supplement)]
    if len(readme_texts(supplement)) > 1 or len(members) > _WHOLE or member not in members:
        return "Write this into the README:\n\n" + suggestion(supplement, [member])
    return "Let the README say this:\n\n" + whole_readme(supplement)


def suggestion(supplement: Supplement, members: list[str]) -> str:
    """What a README should say of these videos of the supplement, ready to copy."""
    shown = members[:_WHOLE]
    more = f"\n... and {len(members) - len(shown)} more" if len(members) > len(shown) else ""
    return right_text(mended(supplement, shown)) + more


def whole_readme(supplement: Supplement) -> str:
    """The README for all videos of the supplement."""
    return readme_text(mended(supplement, (entry.name for entry in video_entries(supplement))))


def _for_all(supplement: Supplement) -> str:
    members = [entry.name for entry in video_entries(supplement)]
    return whole_readme(supplement) if len(members) <= _WHOLE else suggestion(supplement, members)


def asked_for(submission: Submission) -> tuple[Supplement, list[Entry]]:
    """The supplement and its videos whose codec a README is to name."""
    supplement = supplement_of(submission)
    return supplement, asked_videos(supplement)


@rule(
    "RME001",
    "readme-present",
    part=Part.SUPPLEMENT,
    codes={
        "missing": Severity.ERROR,
        "uncovered": Severity.ERROR,
        "not-text": Severity.ERROR,
        "empty": Severity.ERROR,
        "not-called-readme": Severity.NOTE,
        "absent": Severity.WARNING,
    },
    needs=_NEEDS,
    requires={"SUP001"},
)
def readme_present(submission: Submission, _: NoParameters) -> RuleResults:
    """A video has no README text file that speaks for it.

    Why
        The call asks for a README text file with each video, so that a reviewer knows what is needed to play it.

    How it decides
        A README may stand beside its video (video1_README.txt), hold for its folder, or speak for all videos; READMEs
        may also lie in a folder of their own. One that names some videos speaks for those only, unless it says
        something of all; a line that but introduces its entries ("The codec of each video is given below") does not.
        "Video 1 to Video 4", "S1-S4.mp4" and "video*.mp4" name all that lie between or fit, "clip01, 02 and 04" each of
        the list, and "the other five" those that no line names, if they are no more; of videos of one name in several
        folders a path ("left/scan.mp4") means one. A README that names other files only speaks for none. Plain text
        counts, in UTF-8, UTF-16, a Western or an East Asian encoding, as .txt, .md, without extension or with one of no
        other program; a Word, RTF, HTML or PDF document does not. A video in a format that is not allowed needs a
        README as well, for what it is to become.

    When it can be wrong
        A README may call a video by a name that is not its file name ("the first clip").

    Fix
        Add README.txt with one entry a video: its file name, the exact codec, the address where the codec is had.
    """
    supplement = supplement_of(submission)
    videos = video_entries(supplement)
    if not videos:
        return
    texts = readme_texts(supplement)
    yield from _unusable(supplement)
    if not texts:
        if not any(entry.readme for entry in content_entries(supplement)):
            count = "video has" if len(videos) == 1 else f"{len(videos)} videos have"
            yield Hit(
                code="missing",
                message=f"There is no README text file; the {count} none.",
                fix="Put a text file README.txt into the zip, for instance this one:\n\n" + _for_all(supplement),
                where=at(supplement),
            )
        return
    yield from _spoken_for(supplement, videos)
    if not any(entry.readme for entry in content_entries(supplement)):
        yield Hit(
            code="not-called-readme",
            message=f"The text file with the codecs is called {texts[0].member}, not README.",
            fix="Rename it to README.txt, so that nobody looks for it in vain.",
            evidence=texts[0].member,
            where=at(supplement, texts[0].member),
        )


def _spoken_for(supplement: Supplement, videos: list[Entry]) -> RuleResults:
    covered = scopes(supplement)
    foreign = tuple(name for text in scoped_texts(supplement) for name in text.foreign)
    for entry in videos:
        if entry.name in covered and covered[entry.name] is None:
            yield Hit(
                code="uncovered",
                message=f"No README speaks for {entry.name}{_instead(foreign)}.",
                fix=better_readme(supplement, entry.name),
                confidence=Confidence.LIKELY,
                where=at(supplement, entry.name),
            )
    if foreign and all(covered.get(entry.name) is not None for entry in videos):
        yield Hit(
            code="absent",
            message=f"The README speaks of {in_a_row(foreign)}, which the zip does not hold.",
            fix="Put the video in, or correct its name in the README.",
            evidence="\n".join(foreign),
            confidence=Confidence.LIKELY,
            where=at(supplement, scoped_texts(supplement)[0].readme.member),
        )
    left = len({entry.name for entry in videos} - covered.keys())
    if left:
        yield Undecided(f"{left} of {len(videos)} videos were not looked for in the READMEs: there are too many.")


def _instead(foreign: tuple[str, ...]) -> str:
    return f"; the README speaks of {in_a_row(foreign)}, which the zip does not hold" if foreign else ""


def in_a_row(names: tuple[str, ...], longest: int = 3) -> str:
    """The first few names, and how many more there are."""
    return first_of(map(shown, names), longest)


def _opens_as_text(entry: Entry) -> bool:
    """Whether the file is a plain text by its name, or by its bytes where its name is that of nothing else."""
    return is_text_name(entry.name) or (entry.container == "text" and extension_of(entry.name) not in _OPENED_OTHERWISE)


def _unusable(supplement: Supplement) -> Iterator[Hit]:
    read = {readme.member: readme for readme in supplement.readmes}
    for entry in content_entries(supplement):
        if not entry.readme or not entry.readable:
            continue
        readme = read.get(entry.name)
        if entry.size == 0 or (readme is not None and readme.encoding and not readme.text.strip()):
            code, message = "empty", f"{entry.name} is empty."
        elif readme is None or not readme.encoding or not _opens_as_text(entry):
            kind = entry.name.rpartition(".")[2].upper() if "." in entry.name else entry.mime
            code, message = "not-text", f"{entry.name} is no text file ({kind}); the call asks for a README text file."
        else:
            continue
        yield Hit(
            code=code,
            message=message,
            fix="Save it as plain text, README.txt, for instance this one:\n\n" + _for_all(supplement),
            evidence=entry.name,
            where=at(supplement, entry.name),
        )
