"""The problems of a submission as numbered points of a plain text: what, where, which clause, how to mend."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from faimi_check.model.finding import Finding
from faimi_check.model.text.counted import plural
from faimi_check.report.wording.escape import printable, shorten
from faimi_check.report.wording.sentences import in_one_sentence
from faimi_check.report.wording.words import call_words, found, place

WIDTH = 76
_SAME_SHOWN = 5
_EVIDENCE = 300
_LONGEST_MESSAGE = 500
_PROGRAM = "faimi-check "
_COMMANDS = (_PROGRAM, "zip -d ")
# Why we ask for what no call states, by the beginning of the rule's id.
_HOUSE = {
    "SUP006": "The call does not name this; we ask for it so that the zip can be unpacked without harm.",
    "SUB": "The call does not name this; we ask so that the right paper is reviewed under the right title.",
    "": "The call does not name this; we ask for it so that reviewers can open and read the files.",
}


def numbered_apart(said: list[list[Finding]], also: list[list[Finding]], getting: str) -> tuple[str, str]:
    """The points of a text and those that are only noticed besides, one below the other and counted on.

    What is to be copied stands at the first of several points only; how to get this program, `getting`, behind the
    last that names it. A template need not show what is noticed besides.
    """
    copied: dict[str, int] = {}
    main, rest = _numbered(said, 1, copied), _numbered(also, len(said) + 1, copied)
    if _names_program(said):
        return main + getting, rest
    return main, rest + getting if _names_program(also) else rest


def _numbered(points: list[list[Finding]], first: int, copied: dict[str, int]) -> str:
    return "\n\n".join(_point(number, point, copied) for number, point in enumerate(points, start=first))


def _point(number: int, findings: list[Finding], copied: dict[str, int]) -> str:
    """One thing to change, at one place or at several."""
    shown, more = _shown(findings)
    lines: list[str] = []
    said = there = None
    for finding in shown:
        if finding.message != said:
            lines.append(_item(f"{number}." if said is None else "", finding.message))
            said = finding.message
        if (line := _place_and_evidence(finding)) not in ("", there):
            lines.append(line)
            there = line
    if more > 0:
        lines.append(_item("", f"... and {plural(more, 'more place')} of the same kind."))
    for fix in dict.fromkeys(_at_the_authors(finding) for finding in shown if finding.fix):
        lines += _fix(fix, number, copied)
    lines.append(_item("", f"{_clause(shown[0])} ({shown[0].rule} {shown[0].name})"))
    return "\n".join(lines)


def _shown(findings: list[Finding]) -> tuple[list[Finding], int]:
    """What a point says, in as few sentences as will do, and how many there are besides."""
    told = in_one_sentence(findings)
    return told[:_SAME_SHOWN], len(told) - _SAME_SHOWN


def _at_the_authors(finding: Finding) -> str:
    """The fix without the folder that the chairs keep the submission in: the authors have another."""
    folder = (finding.where.file or "").rpartition("/")[0]
    if not folder:
        return finding.fix
    lines = finding.fix.splitlines()
    return "\n".join(line.replace(f"{folder}/", "") if line.startswith(_COMMANDS) else line for line in lines)


def _names_program(points: list[list[Finding]]) -> bool:
    """Whether one of the points tells the authors to run this program."""
    return any(_PROGRAM in finding.fix for point in points for finding in _shown(point)[0])


def installing(home: str, repository: str) -> str:
    """How to get this program: from its project's `repository`, else from the folder that the chairs have it from."""
    said, command = (
        ("with Python 3.11 or later, get it by:", f"pip install git+{repository}")
        if repository
        else ("ask us for it. With Python 3.11 or later, in its folder:", "pip install .")
    )
    said = f"The program faimi-check is free and runs on your own computer; {said}"
    about = f"\n\n{textwrap.fill(f'About it: {home}', WIDTH, break_long_words=False)}" if home else ""
    return f"\n\n{textwrap.fill(said, WIDTH)}\n\n        {command}{about}"


def _fix(fix: str, number: int, copied: dict[str, int]) -> Iterator[str]:
    """What is meant to be copied stands in lines of its own, as it is, and once in a text."""
    first, *more = fix.splitlines() or [""]
    text = "\n".join(more)
    if text in copied:
        yield _item("", f"To mend it: {first.rstrip(':')}: see point {copied[text]}.")
        return
    if more:
        copied[text] = number
    yield _item("", f"To mend it: {first}")
    yield from (f"        {printable(line)}".rstrip() for line in more)


def _place_and_evidence(finding: Finding) -> str:
    evidence = shorten(printable(found(finding)), _EVIDENCE)
    where = shorten(printable(place(finding.where)), 120)
    said = ": ".join(filter(None, (where, f"“{evidence}”" if evidence else "")))
    return _item("", f"- {said}") if said else ""


def _clause(finding: Finding) -> str:
    if finding.clause is None:
        return next(said for start, said in _HOUSE.items() if finding.rule.startswith(start))
    return call_words(finding.clause)


def _item(mark: str, text: str) -> str:
    return textwrap.fill(
        printable(text)[: _LONGEST_MESSAGE * 4],
        WIDTH,
        initial_indent=f"{mark:<4}",
        subsequent_indent="    ",
        break_long_words=False,
        break_on_hyphens=False,
    )
