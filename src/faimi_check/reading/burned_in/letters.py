"""Letters in a picture, by RapidOCR with the models that lie in its wheel: nothing is looked for elsewhere.

The models' paths are given, so that a wheel without them is an error and no reason to fetch them.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, reduce
from importlib.util import find_spec
from itertools import pairwise, product
from pathlib import Path
from typing import Any

from faimi_check.model.burned_in import BurnedInLine
from faimi_check.model.page import Box

_MODELS = {
    "Det": "PP-OCRv6_det_small.onnx",
    "Cls": "ch_ppocr_mobile_v2.0_cls_mobile.onnx",
    "Rec": "PP-OCRv6_rec_small.onnx",
}
# Letters of 10 pixels are found without making the picture larger than this.
_MIN_SIDE = 384
_MAX_SIDE = 2000
# A whole frame of full HD; finding letters takes a quarter of a gigabyte for each million pixels.
_MAX_PIXELS = 1920 * 1080
# In pictures larger than this, in pixels, small lettering that stands alone is overlooked.
_LARGE = 1_000_000
_SHARED = 60
_MAX_LINES = 400
_LONGEST = 500
# No line is higher than what two bands share, and a band that the engine fails on is not cut smaller than this.
_LEAST_BAND = 240
# Words on one row belong together where the gap is not wider than this many heights of their letters.
_GAP = 1.2
_SAME_ROW = 0.5


def installed() -> bool:
    """Whether the extra is there; says nothing of whether it works."""
    return all(find_spec(name) is not None for name in ("rapidocr", "onnxruntime", "cv2", "numpy", "rapidfuzz"))


@cache
def _engine() -> Any:
    import cv2
    import rapidocr

    cv2.setNumThreads(1)
    models = Path(rapidocr.__file__).parent / "models"
    return rapidocr.RapidOCR(
        params={
            "Global.log_level": "critical",
            "Global.max_side_len": _MAX_SIDE,
            "Det.limit_side_len": _MIN_SIDE,
            # Lines read together are all made as wide as the widest: more memory by half, and slower.
            "Rec.rec_batch_num": 1,
            # Shorter lines are filled up to this width: 320 as it comes, which costs axis labels half their time.
            "Rec.rec_img_shape": [3, 48, 160],
            "EngineConfig.onnxruntime.intra_op_num_threads": 1,
            "EngineConfig.onnxruntime.inter_op_num_threads": 1,
            **{f"{task}.model_path": str(models / name) for task, name in _MODELS.items()},
        }
    )


def read_lines(pixels: Any) -> tuple[BurnedInLine, ...]:
    """The lines of text in a picture from top to bottom; `pixels` is a (height, width, 3) array of bytes, blue first.

    Boxes are in pixels of that array. Raises what the engine raises.
    """
    small = as_read(pixels)
    scale = small.shape[1] / pixels.shape[1]
    lines = _read_in_bands(small) or _read_by_quarters(small)
    return tuple(_joined(sorted((_scaled(line, scale) for line in lines), key=_row)))[:_MAX_LINES]


def as_read(pixels: Any) -> Any:
    """The picture, smaller where it is larger than what is read of it."""
    import cv2

    height, width = pixels.shape[:2]
    scale = min(_MAX_SIDE / max(width, height), (_MAX_PIXELS / (width * height)) ** 0.5)
    if scale >= 1:
        return pixels
    return cv2.resize(pixels, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)


def _read_in_bands(pixels: Any) -> list[BurnedInLine]:
    """The lines of a picture read whole or, where the engine fails for want of memory, its halves one after another."""
    height = pixels.shape[0]
    try:
        return _read(pixels)
    except MemoryError:
        raise
    except Exception:  # the engine has errors of its own for this
        if height < 2 * _LEAST_BAND:
            raise
    middle = height // 2
    upper = _read_in_bands(pixels[: middle + _SHARED].copy())
    lower = (_moved(line, 0, middle - _SHARED) for line in _read_in_bands(pixels[middle - _SHARED :].copy()))
    # What both halves hold is whole in the one in which its middle lies.
    return [line for line in upper if _height(line) < middle] + [line for line in lower if _height(line) >= middle]


def _height(line: BurnedInLine) -> float:
    return (line.box.top + line.box.bottom) / 2


def _read(pixels: Any) -> list[BurnedInLine]:
    result = _engine()(pixels)
    if result.boxes is None or not result.txts:
        return []
    found = zip(result.boxes, result.txts, result.scores, strict=True)
    return [_line(*one) for one in found if one[1].strip()]


def _read_by_quarters(pixels: Any) -> list[BurnedInLine]:
    """Lettering that stands alone in a large picture, where the engine finds none in the whole."""
    height, width = pixels.shape[:2]
    if width * height < _LARGE:
        return []
    found: list[BurnedInLine] = []
    for top, left in product((0, height // 2 - _SHARED), (0, width // 2 - _SHARED)):
        part = pixels[top : top + height // 2 + _SHARED, left : left + width // 2 + _SHARED]
        found += [_moved(line, left, top) for line in _read(part.copy())]
    if not found:
        return []
    # What the quarters cut is read whole: the part of the picture that holds all of it.
    around = reduce(Box.union, (line.box for line in found))
    left, top = max(0, int(around.x0) - _SHARED), max(0, int(around.top) - _SHARED)
    whole = pixels[top : int(around.bottom) + _SHARED, left : int(around.x1) + _SHARED].copy()
    return [_moved(line, left, top) for line in _read(whole)] or found


def _moved(line: BurnedInLine, left: int, top: int) -> BurnedInLine:
    x0, y0, x1, y1 = line.box
    return BurnedInLine(line.text, Box(x0 + left, y0 + top, x1 + left, y1 + top), line.score, line.pixels)


def _scaled(line: BurnedInLine, scale: float) -> BurnedInLine:
    if scale == 1:
        return line
    return BurnedInLine(line.text, Box(*(side / scale for side in line.box)), line.score, round(line.pixels / scale, 1))


def _line(corners: Any, text: str, score: float) -> BurnedInLine:
    xs, ys = [float(x) for x, _ in corners], [float(y) for _, y in corners]
    sides = sorted(((xs[k] - xs[k - 1]) ** 2 + (ys[k] - ys[k - 1]) ** 2) ** 0.5 for k in range(4))
    box = Box(min(xs), min(ys), max(xs), max(ys))
    return BurnedInLine(" ".join(text.split())[:_LONGEST], box, round(float(score), 3), round(sides[0], 1))


def _row(line: BurnedInLine) -> tuple[float, float]:
    return (line.box.top, line.box.x0)


def _joined(lines: list[BurnedInLine]) -> Iterator[BurnedInLine]:
    """Words that stand on one row with small gaps, as one line."""
    rows: list[list[BurnedInLine]] = []
    for line in lines[: 2 * _MAX_LINES]:
        row = next((row for row in reversed(rows[-8:]) if _on_row(row[0], line)), None)
        if row is None:
            rows.append([line])
        else:
            row.append(line)
    for row in rows:
        row.sort(key=lambda line: line.box.x0)
        begun = row[0]
        for before, line in pairwise(row):
            if line.box.x0 - before.box.x1 > _GAP * max(line.pixels, before.pixels):
                yield begun
                begun = line
            else:
                begun = BurnedInLine(
                    f"{begun.text} {line.text}"[:_LONGEST],
                    begun.box.union(line.box),
                    min(begun.score, line.score),
                    max(begun.pixels, line.pixels),
                )
        yield begun


def _on_row(first: BurnedInLine, other: BurnedInLine) -> bool:
    """Whether both are upright, of one size, and overlap in height."""
    if first.box.height > first.box.width or other.box.height > other.box.width:
        return False
    shared = min(first.box.bottom, other.box.bottom) - max(first.box.top, other.box.top)
    lower, higher = sorted((first.box.height, other.box.height))
    return shared > _SAME_ROW * lower and higher < 1.8 * lower
