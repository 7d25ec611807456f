"""One submission: read in isolated workers, judged against a call."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

import msgspec
from msgspec.structs import replace

from faimi_check.interface import given
from faimi_check.interface.errors import lacks_told
from faimi_check.interface.given import StrPath, texts
from faimi_check.interface.inputs import authors_of, request_of
from faimi_check.interface.settings import Options, Settings
from faimi_check.model.picture import Pictures
from faimi_check.model.report import Report
from faimi_check.model.submission import KnownAuthor
from faimi_check.screening.processes.interrupts import result_of
from faimi_check.screening.readers.read_ahead import ReadAhead
from faimi_check.screening.request import Request

if TYPE_CHECKING:
    from faimi_check.engine import Selection
    from faimi_check.venues.profile import Profile


class Checked(msgspec.Struct, frozen=True, kw_only=True):
    """A report with what shows it: what it was judged by, and the pictures, by submission id, if they were wanted."""

    report: Report
    profile: Profile
    selection: Selection
    pictures: dict[str, Pictures]


@lacks_told()
def check(
    paper: StrPath,
    supplement: StrPath | Iterable[StrPath] | None = None,
    *,
    authors: StrPath | Iterable[str] = (),
    cited_unpublished: Iterable[str] = (),
    **settings: Unpack[Options],
) -> Report:
    """Judges one submission, as `faimi-check check` does. A folder, or a zip alone, may stand in the paper's place.

    A supplement may be of several files.
    `authors` is a list of names, or the file with such a list; `cited_unpublished` names PDFs in the zip that are
    copies of cited, unpublished papers. Files are read in worker processes; what is wrong with them is in the report.
    The settings are those of the command line: venue, select, ignore, min_severity, min_confidence, timeout, limits,
    online and read_pictures. Raises UnusableError for a file that is not there, for a setting that cannot be used, and
    where the machine gives too little for workers.
    """
    request = request_of(
        given.path("paper", paper), given.paths("supplement", supplement), texts("cited_unpublished", cited_unpublished)
    )
    return check_request(request, Settings(**settings), lambda: authors_named(authors, request)).report


def authors_named(authors: StrPath | Iterable[str], request: Request) -> tuple[KnownAuthor, ...]:
    """The authors out of a file, or by their names."""
    if isinstance(authors, str | os.PathLike):
        return authors_of(Path(authors), request)
    return tuple(KnownAuthor(name=name) for name in texts("authors", authors))


def check_request(
    request: Request,
    settings: Settings,
    authors: Callable[[], tuple[KnownAuthor, ...]] = tuple,
    *,
    pictures: bool = False,
    meanwhile: Callable[[], None] = lambda: None,
    reading_pictures: Callable[[], AbstractContextManager[None]] = nullcontext,
) -> Checked:
    """The same for a request, with pictures on demand.

    `authors` is asked while the files are being read, `meanwhile` is called while the rules are at work. Where words in
    pictures are read, which takes longest, that is waited for within `reading_pictures`.
    """
    (request,) = settings.with_pictures((request,))
    with ReadAhead(request, settings.worker_limits()) as ahead:
        # The rules are loaded while the files are being read.
        profile, selection = settings.profile(), settings.selection()
        request = replace(request, authors=authors())
        from faimi_check.engine import compile_report
        from faimi_check.screening.judging.judge import Judge

        book = settings.address_book()
        with Judge(profile, selection, ahead.limits, 1, ahead.start_method, book) as judge:
            with judge.judging(request, ahead) as judged:
                meanwhile()
                with reading_pictures() if request.pictures else nullcontext():
                    submission = result_of(judged)
            drawn = {submission.id: judge.illustrate(request, submission)} if pictures else {}
            judge.dismiss()
    return Checked(report=compile_report(profile, [submission]), profile=profile, selection=selection, pictures=drawn)
