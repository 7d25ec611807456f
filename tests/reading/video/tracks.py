"""Videos of several tracks."""

from __future__ import annotations

from pathlib import Path

import av

_ONE = Path(__file__).resolve().parents[3] / "fixtures" / "videos" / "h264.mp4"


def with_two_tracks(folder: Path) -> Path:
    """A file with the same pictures in two tracks."""
    file = folder / "two.mp4"
    with av.open(str(_ONE)) as incoming, av.open(str(file), "w") as outgoing:
        copies = [outgoing.add_stream_from_template(incoming.streams.video[0]) for _ in range(2)]
        packets = [packet for packet in incoming.demux(video=0) if packet.size]
        for copy in copies:
            for packet in packets:
                packet.stream = copy
                outgoing.mux(packet)
    return file
