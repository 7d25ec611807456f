"""The console that terminal reports are composed on: untrusted text is printed, never interpreted."""

from __future__ import annotations

import io

from rich.console import Console


def composing_console(width: int, color: bool) -> tuple[Console, io.StringIO]:
    """A console of `width` columns and the stream that collects what it prints."""
    stream = io.StringIO()
    console = Console(
        file=stream,
        width=width,
        force_terminal=color,
        color_system="standard" if color else None,
        no_color=not color,
        highlight=False,
        markup=False,
        emoji=False,
        soft_wrap=False,
        legacy_windows=False,
    )
    return console, stream
