"""A video's bytes out of the zip, and its container opened."""

from __future__ import annotations

import io
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, NoReturn

from msgspec.structs import replace

from faimi_check.model.problem import ProblemKind
from faimi_check.model.supplement import EntryFault
from faimi_check.model.video import VideoFault
from faimi_check.reading.limits import ArchiveLimits, VideoLimits
from faimi_check.reading.zip.content import EntryError, OutOfTimeError, unpack
from faimi_check.reading.zip.end import ZipError
from faimi_check.reading.zip.members import open_member

if TYPE_CHECKING:
    from av.container import InputContainer

_DEMUXERS = {
    "avi": "avi", "mp4": "mp4", "mov": "mov", "3gp": "mp4", "asf": "asf", "matroska": "matroska", "webm": "matroska",
}  # fmt: skip


class VideoError(Exception):
    """The video does not play; `fault` says why."""

    def __init__(self, fault: VideoFault, detail: str) -> None:
        super().__init__(detail)
        self.fault = fault
        self.detail = detail


def extract(path: Path, member: str, limits: VideoLimits, archive: ArchiveLimits | None = None) -> BinaryIO:
    """The member's bytes as a seekable file: in memory, or where it is large in a nameless temporary file.

    `archive` are the bounds within which the zip was read. Raises VideoError.
    """
    archive = replace(archive or ArchiveLimits(), max_entry=limits.max_bytes)
    deadline = time.process_time() + limits.unpack_seconds
    try:
        handle, entry = open_member(path, member, archive)
        with handle:
            file: Any = io.BytesIO() if entry.size <= limits.in_memory else tempfile.TemporaryFile()  # noqa: SIM115
            try:
                for piece in unpack(handle, entry, archive, deadline):
                    file.write(piece)
            except BaseException:
                file.close()
                raise
    except OutOfTimeError as error:
        raise VideoError(
            VideoFault.LIMIT, f"unpacking it took more than {limits.unpack_seconds:.3g} s of processor time"
        ) from error
    except EntryError as error:
        fault = VideoFault.ENCRYPTED if error.kind is EntryFault.ENCRYPTED else VideoFault.UNREADABLE
        raise VideoError(fault, f"it cannot be unpacked: {error.detail}") from error
    except ZipError as error:
        fault = VideoFault.LIMIT if error.kind is ProblemKind.LIMIT else VideoFault.UNREADABLE
        raise VideoError(fault, f"it cannot be unpacked: {error.detail}") from error
    except OSError as error:
        raise VideoError(VideoFault.UNREADABLE, f"it cannot be unpacked: {error}") from error
    file.seek(0)
    return file  # type: ignore[no-any-return]


def open_container(file: BinaryIO, container: str) -> InputContainer:
    """Opens a video by the demuxer that belongs to its signature. Raises what the player library raises.

    In its tags, bytes that are no UTF-8 are surrogates.
    """
    import av

    # PyAV does so by itself from 19 on, and has no such option any more.
    older: dict[str, Any] = {"metadata_errors": "surrogateescape"} if int(av.__version__.split(".")[0]) < 19 else {}
    opened: InputContainer = av.open(
        file,
        mode="r",
        format=_DEMUXERS[container],
        options={"export_all": "1", "export_xmp": "1"},
        io_open=_refuse,
        **older,
    )
    return opened


def _refuse(url: str, flags: int, options: dict[str, str]) -> NoReturn:
    raise OSError("videos may not open other files")
