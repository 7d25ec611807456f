"""What the zip holds: videos in the allowed formats and READMEs, no PDFs, nothing that lies elsewhere."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator

import msgspec

from faimi_check.model.finding import Confidence, Hit, Location, Severity, Undecided
from faimi_check.model.paper import Paper
from faimi_check.model.passage import join, lines_at
from faimi_check.model.problem import Aspect
from faimi_check.model.submission import Submission
from faimi_check.model.supplement import EmbeddedPdf, Entry, Supplement
from faimi_check.rules.archive import is_nested_archive
from faimi_check.rules.entry_words import in_words, shown
from faimi_check.rules.identity import LinkClass, classify_link, fold
from faimi_check.rules.identity.link import urls
from faimi_check.rules.readme_scope import content_entries, is_text_name, readme_texts, video_entries
from faimi_check.rules.registry import NoParameters, Part, RuleResults, rule

_EXTENSION = re.compile(r"\.([A-Za-z0-9]{1,12})\Z")
_ELSEWHERE = frozenset(
    {"hls", "dash", "smil", "asx", "xspf", "pls", "concat", "sdp", "url", "webloc", "desktop", "lnk"}
)
_ELSEWHERE_NAMES = frozenset(
    {"m3u", "m3u8", "mpd", "smil", "asx", "xspf", "pls", "wpl", "url", "webloc", "desktop", "lnk", "website"}
)
_VIDEO_CONTAINERS = frozenset({"avi", "mp4", "mov", "3gp", "asf", "matroska", "webm", "flv", "mpeg", "mpegts"})


def _supplement(submission: Submission) -> Supplement:
    return submission.supplement or Supplement(file="", size=0)


def _at(supplement: Supplement, member: str | None = None) -> Location:
    return Location(file=supplement.file, member=member)


def _extension(name: str) -> str:
    match = _EXTENSION.search(name)
    return match[1].lower() if match else ""


def _leads_elsewhere(entry: Entry) -> bool:
    return entry.container in _ELSEWHERE or _extension(entry.name) in _ELSEWHERE_NAMES


class AllowedFormats(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """File extensions of the videos that the call allows."""

    videos: tuple[str, ...] = ("avi", "mp4", "wmv")


@rule(
    "SUP002",
    "allowed-formats",
    part=Part.SUPPLEMENT,
    params=AllowedFormats,
    codes={"format": Severity.ERROR, "other-text": Severity.WARNING, "no-video": Severity.WARNING},
    needs={Aspect.ARCHIVE},
    requires={"SUP001"},
)
def allowed_formats(submission: Submission, allowed: AllowedFormats) -> RuleResults:
    """The zip holds files that are neither a video in an allowed format nor its README.

    Why
        Only avi, mp4 and wmv are allowed, each video with a README text file.

    How it decides
        By the file's extension; what the bytes are is SUP003. PDFs, playlists and shortcuts, archives in the zip, and
        leftovers of systems have rules of their own and are not named here again. A text file that is no README is a
        warning.

    When it can be wrong
        A text file may be a README under another name.

    Fix
        Convert the video without loss where its codec allows it (ffmpeg -i in.mov -c copy out.mp4), and take everything
        else out.
    """
    supplement = _supplement(submission)
    pdfs = {pdf.member for pdf in supplement.pdfs}
    texts = {readme.member for readme in readme_texts(supplement)}
    named = any(entry.readme for entry in content_entries(supplement))
    for entry in content_entries(supplement):
        own_rule = entry.name in pdfs or _leads_elsewhere(entry) or is_nested_archive(entry.name, entry.container)
        extension = _extension(entry.name)
        if own_rule or extension in allowed.videos or entry.readme:
            continue
        if not entry.readable and is_text_name(entry.name):
            continue
        if not extension and entry.container in _VIDEO_CONTAINERS:
            continue
        if entry.name in texts or (is_text_name(entry.name) and entry.container in ("text", "empty")):
            if named:
                yield _other_text(entry, supplement)
            continue
        yield _not_allowed(entry, extension, supplement, allowed)
    if content_entries(supplement) and not video_entries(supplement) and not supplement.pdfs:
        yield Hit(
            code="no-video",
            message="The zip holds no video.",
            fix="Supplements are for multimedia; submit none if there is no video.",
            confidence=Confidence.LIKELY,
            where=_at(supplement),
        )


def _other_text(entry: Entry, supplement: Supplement) -> Hit:
    return Hit(
        code="other-text",
        message=f"{shown(entry.name)} is a text file but no README.",
        fix="Take it out, or say in the README what reviewers need to know.",
        evidence=shown(entry.name),
        confidence=Confidence.LIKELY,
        where=_at(supplement, entry.name),
    )


def _not_allowed(entry: Entry, extension: str, supplement: Supplement, allowed: AllowedFormats) -> Hit:
    what = in_words(entry.container, entry.mime)
    listed = ", ".join(allowed.videos)
    if entry.container in _VIDEO_CONTAINERS:
        target = "avi" if entry.container == "avi" else "mp4"
        fix = f"Put it into an allowed container: ffmpeg -i in.{extension or 'video'} -c copy out.{target}"
    else:
        fix = "Take it out."
    name = f".{extension}" if extension else "no extension"
    return Hit(
        code="format",
        message=f"{shown(entry.name)} ({name}, {what}) is not allowed; only {listed} and README text files are.",
        fix=fix,
        evidence=shown(entry.name),
        where=_at(supplement, entry.name),
    )


_BELONGS = {"avi": ("avi",), "mp4": ("mp4", "m4v"), "wmv": ("asf",)}
_RIGHT_EXTENSION = {"avi": "avi", "mp4": "mp4", "asf": "wmv"}


@rule(
    "SUP003",
    "content-matches-name",
    part=Part.SUPPLEMENT,
    codes={
        "other-content": Severity.ERROR,
        "renamed": Severity.WARNING,
        "quicktime": Severity.WARNING,
        "no-extension": Severity.WARNING,
    },
    needs={Aspect.ARCHIVE},
    requires={"SUP001"},
)
def content_matches_name(submission: Submission, _: NoParameters) -> RuleResults:
    """A file's bytes are not what its extension says.

    Why
        Renaming a file does not convert it: a WebM called .mp4 is still not an allowed format, and many players refuse
        it.

    How it decides
        By the container's signature in the bytes, and by what the player library takes it for. A file that is another
        of the allowed formats (an MP4 called .avi) is a warning, as is a QuickTime movie called .mp4.

    When it can be wrong
        Old QuickTime files and MP4 differ by a brand only; many players do not care.

    Fix
        Give the file the extension of what it is, or convert it: ffmpeg -i in.webm -c:v libx264 out.mp4
    """
    supplement = _supplement(submission)
    pdfs = {pdf.member for pdf in supplement.pdfs}
    demuxers = {video.member: video.demuxer for video in supplement.videos}
    for entry in content_entries(supplement):
        extension = _extension(entry.name)
        if not entry.readable or entry.name in pdfs or entry.container == "empty":
            continue
        if extension not in _BELONGS:
            if not extension and entry.container in _VIDEO_CONTAINERS:
                yield _without_extension(entry, supplement)
            continue
        if entry.container in _BELONGS[extension]:
            continue
        yield _mismatch(entry, extension, demuxers.get(entry.name, ""), supplement)


def _without_extension(entry: Entry, supplement: Supplement) -> Hit:
    right = _RIGHT_EXTENSION.get(entry.container, "mp4")
    return Hit(
        code="no-extension",
        message=f"{shown(entry.name)} has no extension; by its bytes it is: {in_words(entry.container, entry.mime)}.",
        fix=f"Rename it to {shown(entry.name)}.{right}.",
        where=_at(supplement, entry.name),
    )


def _mismatch(entry: Entry, extension: str, demuxer: str, supplement: Supplement) -> Hit:
    what = in_words(entry.container, entry.mime)
    right = _RIGHT_EXTENSION.get(entry.container)
    if extension == "mp4" and entry.container in ("mov", "3gp"):
        code, fix = "quicktime", "Make it an MP4: ffmpeg -i in.mov -c copy out.mp4"
    elif right:
        code, fix = "renamed", f"Rename it to .{right}, in the README too."
    elif entry.container in _VIDEO_CONTAINERS:
        code, fix = "other-content", "Convert it: ffmpeg -i in.video -c:v libx264 -an out.mp4"
    else:
        code, fix = "other-content", "Put the video itself into the zip."
    opened = f"; the player library opens it as {demuxer}" if demuxer and demuxer != entry.container else ""
    return Hit(
        code=code,
        message=f"{shown(entry.name)} is called .{extension}; by its bytes it is: {what}{opened}.",
        fix=fix,
        evidence=f"{shown(entry.name)}: {entry.mime}",
        where=_at(supplement, entry.name),
    )


@rule(
    "SUP004",
    "pdf-in-supplement",
    part=Part.SUPPLEMENT,
    codes={
        "pdf": Severity.ERROR,
        "not-cited": Severity.WARNING,
        "unreadable": Severity.ERROR,
    },
    needs={Aspect.ARCHIVE},
)
def pdf_in_supplement(submission: Submission, _: NoParameters) -> RuleResults:
    """The supplement holds a PDF.

    Why
        PDFs may not be submitted as supplementary material, unless the paper cites a paper that has not been published
        yet; then an anonymized copy of that paper is required.

    How it decides
        By the bytes, under any name, also inside other files. A PDF that was declared as the cited, unpublished paper
        (--cited-unpublished NAME) is checked by the paper's rules of anonymity, and its title is looked for in the
        reference list.

    When it can be wrong
        A title that is cited in other words is not found. Whether the paper is really unpublished cannot be told.

    Fix
        Take the PDF out. If it is the cited, unpublished paper: anonymize it and declare it.
    """
    supplement = _supplement(submission)
    if supplement.mime == "application/pdf":
        yield Hit(
            code="pdf",
            message="The supplement is a PDF; no PDF may be submitted as supplementary material.",
            fix="Submit no PDF: what reviewers must know belongs into the paper.",
            where=_at(supplement),
        )
    for pdf in supplement.pdfs:
        if not (pdf.declared or pdf.member in submission.cited_unpublished):
            yield _undeclared(pdf, supplement)
        elif pdf.paper is None or not pdf.paper.readable:
            yield Hit(
                code="unreadable",
                message=f"{shown(pdf.member)}, declared as the cited paper, cannot be read, so it cannot be checked.",
                fix="Put in a PDF that opens.",
                where=_at(supplement, pdf.member),
            )
        else:
            yield from _looked_up(pdf, pdf.paper, submission.paper, supplement)


def _undeclared(pdf: EmbeddedPdf, supplement: Supplement) -> Hit:
    hidden = not pdf.member.lower().endswith(".pdf")
    where = f" at byte {pdf.offset:,}" if pdf.offset else ""
    what = f"holds a PDF{where}, whatever its name says" if hidden else "is a PDF"
    return Hit(
        code="pdf",
        message=f"{shown(pdf.member)} {what}; no PDF may be submitted as supplementary material.",
        fix="Take it out. If it is an anonymized copy of a cited, unpublished paper, declare it: "
        f"--cited-unpublished {shown(pdf.member)}",
        evidence=shown(pdf.member),
        where=_at(supplement, pdf.member),
    )


def _looked_up(
    pdf: EmbeddedPdf, cited: Paper, paper: Paper | None, supplement: Supplement
) -> Iterator[Hit | Undecided]:
    title = _title(cited)
    entries = [entry.text for listed in paper.parts.references for entry in listed.entries] if paper else []
    if len(title) < 8 or not entries:
        yield Undecided(f"The title of {shown(pdf.member)} or the paper's reference list could not be read.")
    elif not any(is_cited(title, entry) for entry in entries):
        yield Hit(
            code="not-cited",
            message=f"The title of {shown(pdf.member)} was not found among the paper's {len(entries)} references.",
            fix="Cite it as anonymous work under this title, or take the PDF out.",
            evidence=title,
            confidence=Confidence.LIKELY,
            where=_at(supplement, pdf.member),
        )


def _title(paper: Paper) -> str:
    return join(lines_at(paper, paper.parts.title)).text.strip()[:400]


def is_cited(title: str, entry: str) -> bool:
    """Whether a reference entry cites a title: accents, case, punctuation and hyphenation do not count, and small
    differences neither."""
    wanted, text = _letters(title), _letters(entry[:3000])
    if not wanted or wanted in text:
        return bool(wanted)
    window = difflib.SequenceMatcher(None, wanted, text, autojunk=False)
    same = sum(block.size for block in window.get_matching_blocks() if block.size >= 5)
    return same >= 0.85 * len(wanted)


def _letters(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "", fold(text))


_MORE = re.compile(
    r"\b(?:full|complete|longer|more|further|additional|high(?:er)?[ -]res\w*|all|entire|original|rest of)\b", re.I
)
_MATERIAL = re.compile(
    r"\b(?:videos?|clips?|movies?|recordings?|footage|data(?:set)?|results|material|version|demo|playlist|folder)\b",
    re.I,
)


@rule(
    "SUP005",
    "self-contained",
    part=Part.SUPPLEMENT,
    codes={"shortcut": Severity.ERROR, "external-media": Severity.ERROR, "linked-material": Severity.ERROR},
    needs={Aspect.ARCHIVE},
    requires={"SUP001"},
)
def self_contained(submission: Submission, _: NoParameters) -> RuleResults:
    """The supplement leads to material outside the zip.

    Why
        All supplementary material must be self-contained: what lies elsewhere can change after the deadline, and who
        opens it can be seen by the authors.

    How it decides
        Playlists and shortcuts, by bytes and by name; videos that take their pictures from another file or address;
        addresses of cloud folders and video sites in a README, or of any page that the README offers as more material.
        Addresses of codecs are nothing.

    When it can be wrong
        A codec may be offered from a cloud folder.

    Fix
        Put the material into the zip, or do without it.
    """
    supplement = _supplement(submission)
    for entry in content_entries(supplement):
        if _leads_elsewhere(entry) and not entry.readme:
            what = in_words(entry.container, entry.mime) if entry.container in _ELSEWHERE else "shortcut or playlist"
            yield Hit(
                code="shortcut",
                message=f"{shown(entry.name)} is no video but leads elsewhere ({what}).",
                fix="Put the video itself into the zip.",
                evidence=shown(entry.name),
                where=_at(supplement, entry.name),
            )
    for video in supplement.videos:
        if video.external:
            yield Hit(
                code="external-media",
                message=f"{shown(video.member)} takes its pictures or sound from outside the file.",
                fix="Export the video as one self-contained file.",
                evidence=", ".join(dict.fromkeys(shown(address) for address in video.external)),
                where=_at(supplement, video.member),
            )
    for readme in readme_texts(supplement):
        for address, confidence in _offered(readme.text[:100_000]):
            yield Hit(
                code="linked-material",
                message=f"{shown(readme.member)} leads to material outside the zip.",
                fix="Put the material into the zip, or take the address out.",
                evidence=address,
                confidence=confidence,
                where=_at(supplement, readme.member),
            )


def _offered(text: str) -> Iterator[tuple[str, Confidence]]:
    seen: set[str] = set()
    for found in urls(text):
        if found.value in seen:
            continue
        seen.add(found.value)
        kind = classify_link(found.text)
        line = text[text.rfind("\n", 0, found.start) + 1 : found.start][-300:]
        third_party = kind in (LinkClass.THIRD_PARTY, LinkClass.PUBLISHER)
        offered = not third_party and _MORE.search(line) and _MATERIAL.search(line)
        if kind in (LinkClass.CLOUD, LinkClass.VIDEO) or offered:
            yield found.text, Confidence.LIKELY
