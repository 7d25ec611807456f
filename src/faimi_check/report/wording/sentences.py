"""Findings that say the same of several files, told in one sentence; and what is quoted, said once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from faimi_check.model.finding import Finding
from faimi_check.model.text.counted import first_of
from faimi_check.report.wording.words import found

_NAMED = 8
_AROUND = "\"“”'.,;:()"
_LONGEST_EXTENSION = 5

Words = tuple[str, ...]


def in_one_sentence(findings: Iterable[Finding], named: int = _NAMED) -> list[Finding]:
    """The findings, those of one place that differ by the name of a file only as one that names these files.

    They quote the same, weigh the same and are mended by the same. Of more than `named` files it is said how many.
    """
    groups: dict[tuple[Finding, Words], list[tuple[Words, Finding]]] = {}
    for finding in findings:
        words = finding.message.split(" ")
        names = tuple(word for word in words if _is_file(word))
        mould = tuple("" if _is_file(word) else word for word in words)
        alike = replace(finding, message="", fingerprint="")
        groups.setdefault((alike, mould), []).append((names, finding))
    return [one for group in groups.values() for one in _told(group, named)]


def _is_file(word: str) -> bool:
    stem, dot, extension = word.strip(_AROUND).rpartition(".")
    named = extension.isalnum() and extension[:1].isalpha() and 1 < len(extension) <= _LONGEST_EXTENSION
    return named and bool(stem and dot)


def _told(group: list[tuple[Words, Finding]], named: int) -> Iterator[Finding]:
    """One finding for all that differ in one name: in the one of which there are most."""
    columns = [set(column) for column in zip(*(names for names, _ in group), strict=True)]
    at = max(range(len(columns)), key=lambda each: len(columns[each]), default=None)
    if at is None:
        yield from (finding for _, finding in group)
        return
    rows: dict[Words, list[tuple[str, Finding]]] = {}
    for names, finding in group:
        rows.setdefault((*names[:at], *names[at + 1 :]), []).append((names[at], finding))
    for row in rows.values():
        first = row[0][1]
        words = dict.fromkeys(word for word, _ in row)
        yield first if len(words) == 1 else replace(first, message=_joined(first.message, at, list(words), named))


def _joined(message: str, at: int, files: list[str], named: int) -> str:
    """The sentence with all files in the place of the one that it names as its `at`-th."""
    words = message.split(" ")
    place = [number for number, word in enumerate(words) if _is_file(word)][at]
    core = words[place].strip(_AROUND)
    before, _, behind = words[place].partition(core)
    words[place] = f"{before}{first_of((file.strip(_AROUND) for file in files), named)}{behind}"
    return " ".join(words)


def with_what_is_found(findings: Iterable[Finding]) -> Iterator[tuple[Finding, str]]:
    """Each finding with what it quotes, but for what the one before it quoted of the same place."""
    before = None
    for finding in findings:
        quoted = (finding.where.file, finding.where.member, finding.where.page, found(finding))
        yield finding, "" if quoted == before else quoted[-1] or ""
        before = quoted
