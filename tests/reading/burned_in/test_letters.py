"""The engine: it reads, it fetches nothing, and it needs its models where they lie."""

from __future__ import annotations

import subprocess
import sys

import pytest

from faimi_check.reading.burned_in.letters import installed

pytestmark = pytest.mark.skipif(not installed(), reason="needs the extra `pictures`")

_REFUSING = """
import sys

def refuse(event, arguments):
    if event in ("socket.connect", "socket.getaddrinfo", "subprocess.Popen", "os.system", "os.exec"):
        raise PermissionError(event)

sys.addaudithook(refuse)
"""
_READING = """
import numpy as np
from PIL import Image, ImageDraw, ImageFont
from faimi_check.reading.burned_in.letters import read_lines

picture = Image.new("RGB", (400, 120), (15, 15, 15))
ImageDraw.Draw(picture).text((10, 20), "Klinikum Nordhavn", fill="white", font=ImageFont.load_default(14))
for line in read_lines(np.asarray(picture)[:, :, ::-1].copy()):
    print(line.text)
"""
_WITHOUT_MODELS = """
from faimi_check.reading.burned_in import letters

letters._MODELS = {task: "missing.onnx" for task in letters._MODELS}
"""


def run(*pieces: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", "\n".join(pieces)], capture_output=True, text=True, timeout=300, check=False
    )


def test_letters_are_read_with_the_network_refused() -> None:
    done = run(_REFUSING, _READING)
    assert (done.returncode, done.stdout) == (0, "Klinikum Nordhavn\n")


def test_missing_models_are_an_error_and_not_fetched() -> None:
    done = run(_REFUSING, _WITHOUT_MODELS, _READING)
    assert done.returncode == 1
    assert "missing.onnx" in done.stderr
    assert "PermissionError" not in done.stderr


_LARGE = """
import numpy as np
from PIL import Image, ImageDraw, ImageFont
from faimi_check.reading.burned_in.letters import read_lines

for size, place, letters in SIZES:
    picture = Image.new("RGB", size, (15, 15, 15))
    ImageDraw.Draw(picture).text(place, "Klinikum Nordhavn", fill="white", font=ImageFont.load_default(letters))
    for line in read_lines(np.asarray(picture)[:, :, ::-1].copy()):
        print(line.text, *line.box, sep="|")
"""


@pytest.mark.parametrize(
    ("size", "place", "letters", "box"),
    [
        # Read smaller than it is.
        ((3600, 3200), (2000, 2900), 60, (2000, 2915, 2520, 2970)),
        # Small lettering that stands alone, across the middle.
        ((1920, 1080), (900, 530), 16, (900, 533, 1040, 550)),
    ],
)
def test_lettering_in_a_large_picture_is_found_where_it_is(
    size: tuple[int, int], place: tuple[int, int], letters: int, box: tuple[float, ...]
) -> None:
    done = run(f"SIZES = [({size}, {place}, {letters})]", _LARGE)
    text, *sides = done.stdout.split("|")
    assert (done.returncode, text) == (0, "Klinikum Nordhavn")
    assert [float(side) for side in sides] == pytest.approx(box, abs=25)


_SHORT_OF_MEMORY = """
import numpy as np
from PIL import Image, ImageDraw, ImageFont
from faimi_check.reading.burned_in import letters

picture = Image.new("RGB", (600, 1000), "white")
for number, top in enumerate(range(20, 980, 48), 1):
    ImageDraw.Draw(picture).text((10, top), f"line number {number:03}", fill="black", font=ImageFont.load_default(22))
engine = letters._engine()

def failing(pixels):
    if pixels.shape[0] > 700:
        raise RuntimeError("std::bad_alloc")
    return engine(pixels)

letters._engine = lambda: failing
for line in letters.read_lines(np.asarray(picture)[:, :, ::-1].copy()):
    print(line.text)
"""


def test_a_page_that_the_engine_has_no_memory_for_is_read_in_halves() -> None:
    done = run(_SHORT_OF_MEMORY)
    assert done.stdout.splitlines() == [f"line number {number:03}" for number in range(1, 21)], done.stderr
