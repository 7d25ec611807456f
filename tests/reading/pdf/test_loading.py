"""pypdf is loaded in part, and whole for whoever asks for more; in processes of their own, as here it is loaded."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

PAPERS = Path(__file__).resolve().parents[3] / "fixtures" / "papers"
LOADED = "import sys; from faimi_check.reading.pdf import loading; import pypdf; "
PAPER = "import io; w = pypdf.PdfWriter(); w.add_blank_page(9, 9); b = io.BytesIO(); w.write(b); "

TEXT = f"b = open({str(PAPERS / 'compliant.pdf')!r}, 'rb'); page = pypdf.PdfReader(b).pages[0]; "
XMP = f"b = open({str(PAPERS / 'xmp-author.pdf')!r}, 'rb'); "


def said(program: str) -> str:
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.strip()


@pytest.mark.parametrize("module", ["pypdf._writer", "pypdf.xmp", "pypdf.generic._font", "PIL", "fontTools"])
def test_what_reading_does_not_use_is_not_loaded(module: str) -> None:
    assert said(LOADED + f"print({module!r} in sys.modules)") == "False"


@pytest.mark.parametrize(
    ("program", "told"),
    [
        (PAPER + "print(type(w).__module__, len(pypdf.PdfReader(b).pages))", "pypdf._writer 1"),
        (PAPER + "print(isinstance(w, pypdf.PdfWriter), isinstance(b, pypdf.PdfWriter))", "True False"),
        ("\nclass W(pypdf.PdfWriter): pass\nprint(W.__mro__[1].__module__)", "pypdf._writer"),
        (TEXT + "print('Who Waits Longer' in page.extract_text())", "True"),
        (TEXT + "print('Who Waits Longer' in page.extract_text(extraction_mode='layout'))", "True"),
        (XMP + "print(type(pypdf.PdfReader(b).xmp_metadata).__module__)", "pypdf.xmp"),
        ("from pypdf import *; print(PdfWriter().__class__.__module__)", "pypdf._writer"),
    ],
)
def test_what_was_left_out_is_there_for_who_uses_it(program: str, told: str) -> None:
    assert said(LOADED + program) == told


def test_the_names_of_glyphs_are_all_there() -> None:
    table = "from pypdf._codecs import adobe_glyphs; print(sorted(adobe_glyphs.items()))"
    assert said(LOADED + table) == said("import pypdf; " + table)
    assert said(LOADED + "from pypdf._codecs import adobe_glyphs; print('/none' in adobe_glyphs)") == "False"


@pytest.mark.parametrize("part", ["pypdf._page", "pypdf.generic._base", "pypdf._doc_common"])
def test_a_pypdf_that_does_not_bear_it_is_loaded_whole(part: str) -> None:
    program = (
        "import sys; sys.modules['pypdf'] = None; "
        "from faimi_check.reading.pdf import loading; del sys.modules['pypdf']; "
        f"loading.load_pypdf([{part!r}]); import pypdf; "
    )
    assert said(program + PAPER + "print('pypdf._writer' in sys.modules, len(pypdf.PdfReader(b).pages))") == "True 1"
