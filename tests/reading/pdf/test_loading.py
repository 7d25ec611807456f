"""pypdf is loaded in part, and whole for whoever asks for more; in processes of their own, as here it is loaded."""

from __future__ import annotations

import subprocess
import sys

import pytest

LOADED = "import sys; from faimi_check.reading.pdf import loading; import pypdf; "
PAPER = "import io; w = pypdf.PdfWriter(); w.add_blank_page(9, 9); b = io.BytesIO(); w.write(b); "


def said(program: str) -> str:
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.strip()


@pytest.mark.parametrize("module", ["pypdf._writer", "pypdf._codecs.adobe_glyphs", "PIL", "cryptography", "fontTools"])
def test_what_reading_does_not_use_is_not_loaded(module: str) -> None:
    assert said(LOADED + f"print({module!r} in sys.modules)") == "False"


@pytest.mark.parametrize(
    "program",
    [
        "from pypdf import PdfWriter; print(PdfWriter.__module__)",
        "print(pypdf.PdfWriter.__module__)",
        PAPER + "print(type(w).__module__ if len(pypdf.PdfReader(b).pages) == 1 else 0)",
        "from pypdf import *; print(PdfWriter.__module__)",
    ],
)
def test_the_writer_is_there_for_who_names_it(program: str) -> None:
    assert said(LOADED + program) == "pypdf._writer"


def test_a_name_that_pypdf_does_not_have_is_none() -> None:
    assert said(LOADED + "print(hasattr(pypdf, 'PdfWriter'), hasattr(pypdf, 'PdfWaiter'))") == "True False"


def test_the_names_of_glyphs_are_all_there() -> None:
    table = "from pypdf._codecs import adobe_glyphs; print(sorted(adobe_glyphs.items()))"
    assert said(LOADED + table) == said("import pypdf; " + table)
    assert said(LOADED + "from pypdf._codecs import adobe_glyphs; print('/none' in adobe_glyphs)") == "False"


@pytest.mark.parametrize("part", ["pypdf._page", "pypdf.xmp", "pypdf._doc_common"])
def test_a_pypdf_that_is_made_otherwise_is_loaded_whole(part: str) -> None:
    otherwise = (
        "import sys, importlib.util as u; s = u.find_spec('faimi_check.reading'); import faimi_check.reading; "
        "s = u.spec_from_file_location('loading', faimi_check.reading.__path__[0] + '/pdf/loading.py'); "
        "loading = u.module_from_spec(s); sys.modules['loading'] = loading; s.loader.exec_module(loading); "
        f"loading._WRITER = {part!r}; loading.load_pypdf(); import pypdf; "
    )
    assert said(otherwise + PAPER + "print('pypdf._writer' in sys.modules, len(pypdf.PdfReader(b).pages))") == "True 1"
