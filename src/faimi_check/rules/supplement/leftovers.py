"""SUP007: what systems and editors leave in a zip, and what it gives away."""

from __future__ import annotations

import re
from collections.abc import Iterator

from faimi_check.model.finding import Confidence, Hit, Severity
from faimi_check.model.paper import MetadataField
from faimi_check.model.problem import Aspect
from faimi_check.model.submission import Submission
from faimi_check.model.supplement import Supplement
from faimi_check.model.text.counted import first_of
from faimi_check.rules.commands import deleting
from faimi_check.rules.late import late
from faimi_check.rules.naming.fields.traces import traces
from faimi_check.rules.naming.identity.link import urls
from faimi_check.rules.naming.identity.link_class import LinkClass, classify_link, is_shared_file
from faimi_check.rules.registry import NoParameters, Part, RuleResults, rule, supplement_of
from faimi_check.rules.supplement.entry_words import at, shown
from faimi_check.rules.supplement.named_in_notes import named_in_note
from faimi_check.rules.supplement.readme.sources import is_codec_place

# Where macOS and Windows keep the address that a file was downloaded from, or who sent it.
_ORIGIN = late(r"kMDItemWhereFroms\b|\b(?:HostUrl|ReferrerUrl)=")
# "Creator" is a program there, and "UserTags" are colours.
_ATTRIBUTE = late(r"com\.apple\.metadata:kMDItem(?!UserTags)")
_PERSON = late(
    r"com\.apple\.metadata:kMDItem(?:Author|Contributor|Editor|Publisher|Organization|Performer|Copyright|Recipient)"
)
_MAKERS = (
    (
        "macOS",
        late(r"__MACOSX|(?:^|[/\\])\._|\.DS_Store|\.localized|Icon\r|\.Spotlight|\.Trashes|\.fseventsd", re.I),
    ),
    ("Windows", late(r"Thumbs\.db|ehthumbs|desktop\.ini|\$RECYCLE|Zone\.Identifier|System Volume", re.I)),
    ("version control", late(r"(?:^|[/\\])\.(?:git|svn|hg|mailmap)", re.I)),
)


@rule(
    "SUP007",
    "leftovers",
    part=Part.SUPPLEMENT,
    codes={"leftover": Severity.WARNING, "reveals": Severity.ERROR},
    needs={Aspect.ARCHIVE},
    requires={"SUP001"},
)
def leftovers(submission: Submission, _: NoParameters) -> RuleResults:
    """The zip holds files that a system or an editor left there, and what they give away.

    Why
        Only videos and READMEs are allowed, and such files tell more than they show: macOS keeps the address that a
        file was downloaded from, folders keep the names of files long deleted, editors the name of who edited.

    How it decides
        Names that systems, editors and version control give to files of their own. What can be read in them is put to
        the same matchers as the paper's metadata: names, e-mail addresses, own links and paths with a user's name are
        an error. So is an address of origin that is one of a cloud or of a person; another one on a host that is not
        known is a warning.

    When it can be wrong
        Text found in a file of unknown form may be chance.

    Fix
        macOS: `zip -r -X supplement.zip folder -x "*.DS_Store" "__MACOSX/*"`. Or let
        `faimi-check pack VIDEO... -o supplement.zip` make the zip.
    """
    supplement = supplement_of(submission)
    left = [entry for entry in supplement.entries if entry.leftover]
    if left:
        # A folder's own entry is no file more; one without any in it is told as what it is.
        files = [entry.name for entry in left if not entry.is_dir]
        names = files or [entry.name for entry in left]
        kind = "file" if files else "folder"
        makers = sorted({_maker(name) for name in names})
        count = f"One {kind} is" if len(names) == 1 else f"{len(names)} {kind}s are"
        yield Hit(
            code="leftover",
            message=f"{count} left over from {' and '.join(makers)}: {first_of(map(shown, names), 3)}.",
            fix=_fix(supplement, [entry.name for entry in left]),
            evidence="\n".join(shown(name) for name in names)[:2000],
            where=at(supplement, names[0] if len(names) == 1 else None),
        )
    for field in supplement.names:
        if field.place.startswith("leftover "):
            yield from _revealing(field, supplement)


def _fix(supplement: Supplement, names: list[str]) -> str:
    if supplement.loose:
        return "Leave them out."
    delete = deleting(supplement, map(_with_its_folder, names))
    again = "Make the zip again from the videos and their README alone"
    return f"{again}, or take them out:\n\n{delete}" if delete else f"{again}."


def _with_its_folder(name: str) -> str:
    """What is deleted with a leftover: all of a folder that is one itself."""
    for end in (slash.start() for slash in re.finditer("/", name)):
        if any(pattern.search(name[:end]) for _, pattern in _MAKERS):
            return f"{name[:end]}/*"
    return name


def _maker(name: str) -> str:
    return next((maker for maker, pattern in _MAKERS if pattern.search(name)), "an editor or another program")


def _revealing(field: MetadataField, supplement: Supplement) -> Iterator[Hit]:
    """What a leftover tells, the surest of it."""
    sure = max(_told_by(field), key=lambda confidence: confidence.rank, default=None)
    if sure:
        yield Hit(
            code="reveals",
            message=f"The {field.place} says who the authors may be ({field.key}).",
            fix="Make the zip again without it.",
            evidence=field.value,
            confidence=sure,
            where=at(supplement),
        )


def _told_by(field: MetadataField) -> Iterator[Confidence]:
    """How surely a field identifies: by the matchers of metadata, with the user of an editor, whom an attribute names
    and whoever sent a file as its author; by its address of origin; and as a comment that macOS keeps beside a file."""
    origin = _ORIGIN.search(f"{field.key} {field.value[:20]}") is not None
    person = field.key == "user" or origin or _PERSON.match(field.key) is not None
    for found in traces(MetadataField(field.place, "author" if person else "comment", field.value)):
        if found.code == "unclear" or (found.code == "link" and found.confidence is Confidence.POSSIBLE):
            continue
        # A sender is told by a whole name; a word is a subject, or a machine's name.
        if not (origin and found.code == "login"):
            yield found.confidence
    if origin:
        yield from _told_by_origin(field.value)
    elif _ATTRIBUTE.match(field.key) and named_in_note(field.value):
        yield Confidence.LIKELY


def _told_by_origin(value: str) -> Iterator[Confidence]:
    """How surely the address that a file was downloaded from is its authors' own: files of theirs lie on few others."""
    for address in (found.text for found in urls(value)):
        if classify_link(address) in (LinkClass.UNKNOWN, LinkClass.LAB) and not is_codec_place(address):
            yield Confidence.LIKELY if is_shared_file(address) else Confidence.POSSIBLE
