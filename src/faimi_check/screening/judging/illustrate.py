"""Pictures for the HTML report: drawn in an isolated worker, one by one, so that one that hangs costs itself only."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec
from msgspec.structs import replace

from faimi_check.model.picture import ContactSheet, PagePicture, Pictures
from faimi_check.model.report import SubmissionReport, VideoMeasures
from faimi_check.screening.processes import isolation
from faimi_check.screening.processes.failure import Failure
from faimi_check.screening.processes.pool import WorkerPool
from faimi_check.screening.readers.shelf import store, take
from faimi_check.screening.readers.supplement_worker import pack_again
from faimi_check.screening.request import Handed, Request
from faimi_check.writing.private_folder import private_folder

_PAGES = 40
_PAGES_WITH_FINDINGS = 20
_ATTEMPT_SECONDS = 10.0
_ALL_SECONDS = 120.0
_LOST_PAGES = 3
_SHEETS = 12
# The most pixels that are drawn take less, even where they are all noise.
_MOST_BYTES = 20_000_000
# Built before any thread can be the first to use them.
_PAGE_PICTURES = msgspec.msgpack.Decoder(PagePicture)
_CONTACT_SHEETS = msgspec.msgpack.Decoder(ContactSheet)


def draw_pages(path: Path, numbers: tuple[int, ...], folder: Path) -> None:
    """In the worker: draws the pages one after the other, and keeps each as soon as it is done."""
    from faimi_check.reading.pictures.page_pictures import picture_pages

    for picture in picture_pages(path, numbers):
        store(folder, _kept(folder, picture.number).name, picture)


def draw_sheet(handed: Handed, member: str, marks: tuple[tuple[float, tuple[float, ...]], ...], target: Path) -> None:
    """In the worker: a contact sheet of one video, with the boxes of `marks` at their moments."""
    from faimi_check.reading.video.contact_sheet import Mark, contact_sheet

    boxes = [Mark(*mark) for mark in marks]
    archive = isolation.bounds().archive
    sheet = contact_sheet(handed.path, member, boxes, archive=archive)
    if not sheet.image and member == handed.entry:
        # It came without a zip.
        container = target.with_name(f"{target.name}.zip")
        pack_again(handed, container)
        sheet = contact_sheet(container, member, boxes, archive=archive)
        container.unlink()
    target.write_bytes(msgspec.msgpack.encode(sheet))


def _marks(report: SubmissionReport, video: VideoMeasures) -> tuple[tuple[float, tuple[float, ...]], ...]:
    """Where findings on a video stand, in time and in the frame."""
    places = (
        finding.where
        for finding in report.findings
        if finding.where.member == video.member and video.file in (None, finding.where.file)
    )
    return tuple((place.seconds, place.bbox) for place in places if place.seconds is not None and place.bbox)


def illustrate(pool: WorkerPool, request: Request, report: SubmissionReport) -> Pictures:
    """In the parent: the pictures of a submission that was judged. Whatever its files do, there is an answer."""
    with private_folder() as folder:
        return Pictures(
            pages=_draw(pool, request.paper, _chosen(report), folder) if request.paper else (),
            sheets=tuple(_sheets(pool, request.supplements, report, folder)) if request.supplements else (),
        )


def _sheets(
    pool: WorkerPool, handed: Sequence[Handed], report: SubmissionReport, folder: Path
) -> Iterator[ContactSheet]:
    deadline = time.monotonic() + _ALL_SECONDS
    for number, video in enumerate(report.videos[:_SHEETS]):
        if time.monotonic() > deadline:
            sheet = ContactSheet(
                member=video.member, missing="No frames: the videos before it took all the time there is."
            )
        else:
            sheet = _sheet(pool, handed, report, video, folder / f"sheet-{number}")
        yield replace(sheet, file=video.file)


def _sheet(
    pool: WorkerPool, handed: Sequence[Handed], report: SubmissionReport, video: VideoMeasures, target: Path
) -> ContactSheet:
    home = next((one for one in handed if one.name == video.file), handed[0])
    marks = _marks(report, video)
    result = pool.run(_ATTEMPT_SECONDS, draw_sheet, home, video.member, marks, target)
    if isinstance(result, Failure):
        return ContactSheet(member=video.member, missing=f"No frames: {result.why}.")
    sheet = take(target, _CONTACT_SHEETS, _MOST_BYTES)
    return sheet or ContactSheet(member=video.member, missing="No frames: what was drawn cannot be shown.")


def _chosen(report: SubmissionReport) -> tuple[int, ...]:
    """The first pages, and those further on that have findings."""
    total = report.pages.total if report.pages else 0
    places = [finding.where for finding in report.findings if not finding.where.member]
    found = {page for where in places for page in (*where.pages, where.page) if page is not None}
    further = sorted(page for page in found if _PAGES < page <= total)[:_PAGES_WITH_FINDINGS]
    return (*range(1, min(total, _PAGES) + 1), *further)


def _draw(pool: WorkerPool, path: Path, numbers: tuple[int, ...], folder: Path) -> tuple[PagePicture, ...]:
    reasons: dict[int, str] = {}
    left = numbers
    deadline = time.monotonic() + _ALL_SECONDS
    while left and len(reasons) < _LOST_PAGES and time.monotonic() < deadline:
        result = pool.run(_ATTEMPT_SECONDS, draw_pages, path, left, folder)
        left = tuple(number for number in left if not _kept(folder, number).exists())
        if left:
            why = result.why if isinstance(result, Failure) else "it was left out"
            reasons[left[0]] = f"This page could not be drawn: {why}."
            left = left[1:]
    reasons |= dict.fromkeys(left, "Not drawn: the pages before it took all the time there is.")
    return tuple(_load(folder, number, reasons.get(number, "")) for number in numbers)


def _kept(folder: Path, number: int) -> Path:
    return folder / f"page-{number}.picture"


def _load(folder: Path, number: int, missing: str) -> PagePicture:
    path = _kept(folder, number)
    missing = missing or "This page could not be drawn: what was drawn cannot be shown."
    return take(path, _PAGE_PICTURES, _MOST_BYTES) or PagePicture(number=number, missing=missing)
