"""The zip as such: one valid file, safe to unpack, without what systems leave behind."""

from __future__ import annotations

from collections.abc import Iterator

from faimi_check.model.finding import Confidence, Hit, Severity, Undecided
from faimi_check.model.problem import Aspect, Problem, ProblemKind
from faimi_check.model.submission import Submission
from faimi_check.model.supplement import EntryFault, Fault, Supplement
from faimi_check.model.text.counted import plural
from faimi_check.rules.registry import Part, RuleResults, rule
from faimi_check.rules.supplement.entry_words import FORMATS, archive_word, at, shown
from faimi_check.rules.supplement.handed_in import Container, not_taken, too_many
from faimi_check.rules.supplement.readme.scope.scope import content_entries


@rule(
    "SUP001",
    "single-zip",
    part=Part.SUPPLEMENTS,
    params=Container,
    codes={
        "not-a-zip": Severity.ERROR,
        "lone-video": Severity.ERROR,
        "several": Severity.ERROR,
        "kind": Severity.ERROR,
        "damaged": Severity.ERROR,
        "empty": Severity.ERROR,
        "encrypted": Severity.ERROR,
        "nested": Severity.ERROR,
        "split": Severity.ERROR,
        "not-checked": Severity.ERROR,
    },
    needs={Aspect.ARCHIVE},
)
def single_zip(submission: Submission, allowed: Container) -> RuleResults:
    """The supplement is not exactly one zip that anybody can open, or not what else the call takes.

    Why
        The call asks for all material zipped into a single file, or says how many files of which kinds it takes. What
        does not open is not looked at.

    How it decides
        The zip's directory and every entry's own header are read and each entry is unpacked and compared with its
        size and checksum. An encrypted, damaged, split or empty zip, another kind of archive, and archives inside the
        zip are errors, also where one is appended to a video. What outruns the limits of reading is an error too: it
        was not checked. What the machine had no time or room for is tried again, and then undecided. Files are counted
        as they were handed in, and their kinds told by their bytes; what came without a zip is looked into as well.
        Where archives in the zip are allowed, what they hold is undecided. What could not be unpacked is passed by no
        rule that looks into it.

    When it can be wrong
        Some unpackers repair what is called damaged here; others do not.

    Fix
        Make a new zip of the videos and their README with your system's own "compress".
    """
    yield from too_many(submission.supplements, allowed)
    alone = sum(len(supplement.handed_in) for supplement in submission.supplements) == 1
    for supplement in submission.supplements:
        yield from not_taken(supplement, allowed, alone=alone)
        if not supplement.loose:
            yield from _opened(supplement, allowed)


def _opened(supplement: Supplement, allowed: Container) -> RuleResults:
    """What is wrong with a zip, or with what does not open as one."""
    for problem in supplement.problems:
        if problem.fatal:
            yield _not_opened(supplement, problem, allowed)
            return
        if problem.kind is ProblemKind.LIMIT and Aspect.ARCHIVE in problem.aspects:
            yield Hit(
                code="not-checked",
                message=f"The zip was not checked to its end: {problem.detail}.",
                fix="Make the supplement smaller.",
                where=at(supplement, problem.member),
            )
    if not supplement.entries:
        yield Hit(
            code="empty",
            message="The zip holds nothing.",
            fix="Put the videos and their README into it, or submit no supplement.",
            where=at(supplement),
        )
    yield from _broken_entries(supplement)
    for entry in content_entries(supplement):
        if entry.holds_zip and not entry.is_archive:
            yield Hit(
                code="nested",
                message=f"A zip archive stands among the bytes of {shown(entry.name)}; it was not looked into.",
                fix="Put in the file without it: make the video or the text anew and zip that.",
                evidence=shown(entry.name),
                confidence=Confidence.LIKELY,
                where=at(supplement, entry.name),
            )
        if allowed.archives and entry.is_archive:
            yield Undecided(f"{shown(entry.name)}, an archive in the zip, was not looked into")
        elif entry.is_archive:
            yield Hit(
                code="nested",
                message=f"The zip holds another archive, {shown(entry.name)} ({archive_word(entry.container)}).",
                fix="Unpack it and put its files into the zip themselves.",
                evidence=shown(entry.name),
                where=at(supplement, entry.name),
            )


def _not_opened(supplement: Supplement, problem: Problem, allowed: Container) -> Hit:
    container = supplement.mime.rpartition("/")[2]
    if problem.kind is ProblemKind.LIMIT:
        detail = problem.detail.removeprefix("Not checked: ").rstrip(".")
        code, message, fix = "not-checked", f"The supplement was not checked: {detail}.", "Make it smaller."
    elif problem.kind is ProblemKind.EMPTY:
        code, message, fix = "empty", "The supplement is an empty file.", "Upload the zip again."
    elif problem.kind is ProblemKind.WRONG_TYPE and supplement.mime.startswith("video/"):
        code, message = "lone-video", "The supplement is a video, not a zip."
        fix = "Zip it together with its README.txt; a single video is zipped too."
    elif problem.kind is ProblemKind.WRONG_TYPE:
        what = FORMATS.get(container) or supplement.mime or "no regular file"
        code, message = "not-a-zip", f"The supplement is not a zip ({what})."
        fix = "Put the files into a zip; renaming another kind of file does not make it one."
        if allowed.bare or not allowed.zip:
            message = f"The supplement is no file that the call takes ({what}); it takes {allowed.taken}."
    else:
        code, message = "damaged", f"The zip cannot be opened: {problem.detail}."
        fix = "Make the zip again and open it once before you upload it."
    return Hit(code=code, message=message, fix=fix, where=at(supplement), blocking=True)


def _needs_password(supplement: Supplement, faults: list[Fault]) -> str:
    """How many of its files ask for one."""
    asking, files = len({fault.member for fault in faults}), len(content_entries(supplement))
    if asking >= files:
        return f"The zip needs a password ({plural(asking, 'file')})."
    return f"{asking} of the {files} files in the zip {'needs' if asking == 1 else 'need'} a password."


def _broken(faults: list[Fault]) -> str:
    first, more = faults[0], len(faults) - 1
    others = f" (and {plural(more, 'more file')})" if more else ""
    return f"{shown(first.member)}: {first.detail}{others}." if first.member else f"{first.detail}{others}."


_BROKEN = {
    EntryFault.CHECKSUM: ("damaged", "Make the zip again from the original files."),
    EntryFault.ENCRYPTED: ("encrypted", "Make the zip without a password; reviewers have none."),
    EntryFault.METHOD: ("damaged", 'Make the zip with the usual method ("deflate"), as every system does by itself.'),
    EntryFault.MULTI_DISK: ("split", "Make one zip that is not split into parts."),
}


def _broken_entries(supplement: Supplement) -> Iterator[Hit]:
    grouped: dict[str, list[Fault]] = {}
    for fault in supplement.faults:
        if fault.kind in _BROKEN:
            grouped.setdefault(_BROKEN[fault.kind][0], []).append(fault)
    for code, faults in grouped.items():
        first = faults[0]
        message = _needs_password(supplement, faults) if code == "encrypted" else _broken(faults)
        yield Hit(
            code=code,
            message=message,
            fix=_BROKEN[first.kind][1],
            evidence=", ".join(shown(fault.member) for fault in faults if fault.member)[:2000],
            where=at(supplement, first.member),
        )
