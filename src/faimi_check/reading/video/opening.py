"""A video's bytes out of the zip, its container opened, and a frame of it."""

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
    from av.video.frame import VideoFrame
    from av.video.stream import VideoStream

_DEMUXERS = {
    "avi": "avi", "mp4": "mp4", "mov": "mov", "3gp": "mp4", "asf": "asf", "matroska": "matroska", "webm": "matroska",
}  # fmt: skip
# Seconds that a moment may be off.
_ROUNDED = 0.001


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


def frame_at(
    container: InputContainer, stream: VideoStream, moment: float, deadline: float, most: int
) -> VideoFrame | None:
    """The first frame at or after the moment (in seconds), else the last one before it that can be decoded.

    No more than `most` are decoded, and none after the `deadline` in seconds of processor time.
    """
    found = None
    try:
        container.seek(int(moment * 1_000_000), backward=True)
        for number, frame in enumerate(container.decode(stream)):
            found = frame
            reached = frame.time is not None and frame.time >= moment - _ROUNDED
            if reached or number >= most or time.process_time() > deadline:
                return frame
    except Exception:  # what was decoded before it broke off still shows
        return found
    return found


def _refuse(url: str, flags: int, options: dict[str, str]) -> NoReturn:
    raise OSError("videos may not open other files")
