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
from faimi_check.rules.registry import NoParameters, Part, RuleResults, rule, supplement_of
from faimi_check.rules.supplement.entry_words import at, shown

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
        an error.

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
    """What a leftover tells: by the matchers of metadata, with the user of an editor as its author."""
    key = "author" if field.key == "user" else "comment"
    for found in traces(MetadataField(field.place, key, field.value)):
        if found.code == "unclear" or (found.code == "link" and found.confidence is Confidence.POSSIBLE):
            continue
        yield Hit(
            code="reveals",
            message=f"The {field.place} says who the authors may be ({field.key}).",
            fix="Make the zip again without it.",
            evidence=field.value,
            confidence=found.confidence,
            where=at(supplement),
        )
        return
