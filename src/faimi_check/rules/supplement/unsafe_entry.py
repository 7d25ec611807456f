"""SUP006: the zip is safe to unpack, and unpacks to the same files everywhere."""

from __future__ import annotations

from faimi_check.model.finding import EVIDENCE_LIMIT, Hit, Severity
from faimi_check.model.problem import Aspect
from faimi_check.model.submission import Submission
from faimi_check.model.supplement import EntryFault, Fault, Supplement
from faimi_check.model.text.counted import first_of
from faimi_check.rules.commands import MOST
from faimi_check.rules.registry import NoParameters, Part, RuleResults, rule, supplement_of
from faimi_check.rules.supplement.entry_words import at, shown
from faimi_check.rules.supplement.remade import renaming

_SHOWN = 3
_UNSAFE = {
    EntryFault.TRAVERSAL: "unsafe-path",
    EntryFault.ABSOLUTE: "unsafe-path",
    EntryFault.DEVICE_NAME: "unsafe-path",
    EntryFault.BAD_NAME: "unsafe-name",
    EntryFault.CONTROL_CHARACTERS: "unsafe-name",
    EntryFault.LINK: "link",
    EntryFault.DEVICE: "link",
    EntryFault.DUPLICATE: "duplicate",
    EntryFault.HEADERS_DIFFER: "lying-structure",
    EntryFault.SIZE_LIES: "lying-structure",
    EntryFault.NOT_IN_DIRECTORY: "lying-structure",
    EntryFault.DIRECTORY: "lying-structure",
    EntryFault.FOREIGN_DATA: "foreign-data",
    EntryFault.TRAILING_BLANKS: "trailing-blanks",
    EntryFault.BOMB: "bomb",
    EntryFault.NOT_PORTABLE: "not-portable",
    EntryFault.BACKSLASHES: "backslashes",
}
_UNSAFE_FIXES = {
    "unsafe-path": "Make the zip again from inside the folder that holds the files, with plain file names.",
    "unsafe-name": "Rename the file, with letters, digits, dashes and dots only, and make the zip again.",
    "link": "Put the file itself into the zip, not a link to it.",
    "duplicate": "Give every file a name of its own, different in more than upper and lower case.",
    "lying-structure": "Make the zip again from the original files with your system's own program.",
    "foreign-data": "Make the zip again; nothing may stand before, between or behind its entries.",
    "trailing-blanks": "It opens everywhere; upload it in binary mode, or make it again.",
    "bomb": "Put the video in as it is; videos do not get smaller by zipping.",
    "not-portable": "Rename the file, with letters, digits, dashes and dots only, and make the zip again.",
    "backslashes": "Most programs unpack it as it is meant; one made by the Windows Explorer or 7-Zip has slashes.",
}


@rule(
    "SUP006",
    "unsafe-entry",
    part=Part.SUPPLEMENT,
    codes={
        "unsafe-path": Severity.ERROR,
        "unsafe-name": Severity.ERROR,
        "link": Severity.ERROR,
        "duplicate": Severity.ERROR,
        "lying-structure": Severity.ERROR,
        "foreign-data": Severity.ERROR,
        "trailing-blanks": Severity.WARNING,
        "bomb": Severity.ERROR,
        "not-portable": Severity.WARNING,
        "backslashes": Severity.NOTE,
    },
    needs={Aspect.ARCHIVE},
    requires={"SUP001"},
)
def unsafe_entry(submission: Submission, _: NoParameters) -> RuleResults:
    """The zip is unsafe to unpack, or unpacks to different things with different programs.

    Why
        A house rule: no call states it, but mail gateways, submission systems and reviewers' machines refuse such zips.

    How it decides
        The central directory is compared with the entries' own headers, through the whole file: paths that climb out
        of their folder, absolute paths, links, devices, names with characters that do not show, two entries of one
        name (also by case and Unicode form), entries that overlap or that the directory does not list, sizes that lie,
        data that belongs to no entry, and entries that unpack to hundreds of times their size. A line end or a few
        zeros behind the zip are a warning.

    When it can be wrong
        A rare packing program writes zips that are merely unusual.

    Fix
        Make a new zip with your system's own program, from plain file names.
    """
    supplement = supplement_of(submission)
    overlapping = tuple(fault for fault in supplement.faults if fault.kind is EntryFault.OVERLAP)
    if overlapping:
        yield _overlap(overlapping, supplement)
    known = {fault.member for fault in overlapping}
    seen: set[tuple[str, str | None]] = set()
    alike: dict[tuple[str, str], list[Fault]] = {}
    for fault in supplement.faults:
        code = _UNSAFE.get(fault.kind)
        if code is None or (code, fault.member) in seen or (code == "lying-structure" and fault.member in known):
            continue
        seen.add((code, fault.member))
        alike.setdefault((code, fault.detail), []).append(fault)
    for (code, _detail), faults in alike.items():
        yield _fault(code, faults, supplement)


def _fault(code: str, faults: list[Fault], supplement: Supplement) -> Hit:
    """One finding for all entries that have the same fault."""
    first = faults[0]
    names = [shown(fault.member) for fault in faults if fault.member]
    subject = f"{names[0]}: " if names and names[0] not in first.detail else ""
    if len(names) > 1:
        subject = f"{first_of(names, _SHOWN)}: "
    message = subject + first.detail
    called = first_of(filter(None, (renaming(supplement, fault.member or "") for fault in faults)), MOST)
    return Hit(
        code=code,
        message=message[:1].upper() + message[1:] + "." if not subject else message + ".",
        fix=_UNSAFE_FIXES[code] + (f" Rename {called}." if called else ""),
        evidence="\n".join(names)[:EVIDENCE_LIMIT],
        where=at(supplement, first.member if len(names) == 1 else None),
    )


def _overlap(faults: tuple[Fault, ...], supplement: Supplement) -> Hit:
    """One finding for all entries that overlap, whatever else differs in them because of it."""
    names = list(dict.fromkeys(shown(fault.member) for fault in faults if fault.member))
    first = faults[0]
    entries = (
        f"{len(names)} entries overlap others" if len(names) > 1 else f"{shown(first.member)} overlaps another entry"
    )
    return Hit(
        code="lying-structure",
        message=f"{entries}: {first_of(names, _SHOWN)}. {first.detail[:1].upper()}{first.detail[1:]}.",
        fix=_UNSAFE_FIXES["lying-structure"],
        evidence="\n".join(names)[:EVIDENCE_LIMIT],
        where=at(supplement, first.member if len(names) == 1 else None),
    )
