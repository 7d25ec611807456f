"""What runs in an isolated worker when all is read: judging."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
from msgspec.structs import replace

from faimi_check.model.submission import Submission
from faimi_check.screening.readers.paper_worker import assemble_paper
from faimi_check.screening.readers.supplement_worker import assemble_supplements
from faimi_check.screening.request import Read, Request


def judge(request: Request, profile: Any, selection: Any, folder: Path, read: Read) -> bytes:
    """The report on what the folder holds, as msgpack of a SubmissionReport."""
    from faimi_check.engine import check

    submission = Submission(
        id=request.id,
        paper=assemble_paper(folder, request.paper_name, read.paper) if request.paper else None,
        supplements=assemble_supplements(request.supplements, folder, read),
        authors=request.authors,
        cited_unpublished=request.cited_unpublished,
        title=request.title,
        other_papers=request.other_papers,
        twins=request.twins,
    )
    if request.pictures:
        from faimi_check.screening.readers.burned_in import with_figures

        submission = with_figures(submission, folder, read)
    selection = replace(selection, waived=dict(request.waived))
    return msgspec.msgpack.encode(check(submission, profile, selection))
