"""The standard streams: there, in UTF-8 wherever that can be read, and never ended by what they cannot say."""

from __future__ import annotations

import codecs
import io
import os
import sys
from pathlib import Path

from faimi_check.report.wording.escape import plain_signs

# What our own reports draw with.
_SIGNS = "■◧□·“”…"
_SPELT_OUT = "faimi-check-spelt-out"
_plain = False


def open_standard_streams() -> None:
    """Gives /dev/null to the standard streams that are closed, as some job runners start a program.

    A pipe to a worker would get their numbers otherwise, and the worker, which silences these, would cut it.
    """
    for stream in (0, 1, 2):
        try:
            os.fstat(stream)
        except OSError:
            os.open(os.devnull, os.O_RDWR)
    sys.stdout = sys.stdout or Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - until the program ends
    sys.stderr = sys.stderr or Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115


def speak_utf8() -> None:
    """Files and pipes get UTF-8, whatever the system's code page is; a terminal what it can show.

    What does not fit is spelt out: nothing that a file says ends the program.
    """
    global _plain
    _plain = not _shows(sys.stdout, _SIGNS)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            encoding = stream.encoding if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors=_SPELT_OUT)


def is_plain() -> bool:
    """Whether the reader's code page lacks the signs that reports draw with, so that ASCII stands in for them."""
    return _plain


def _spell_out(error: UnicodeError) -> tuple[str | bytes, int]:
    """Error handler of a code page: ASCII in place of our own signs, escapes in place of anything else."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    sign = error.object[error.start]
    plain = plain_signs(sign)
    return (plain if plain != sign else sign.encode("ascii", "backslashreplace").decode()), error.start + 1


codecs.register_error(_SPELT_OUT, _spell_out)


def _shows(stream: object, text: str) -> bool:
    encoding = getattr(stream, "encoding", None) or "utf-8"
    try:
        text.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True
