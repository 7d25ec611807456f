"""Matrices of a PDF, and boxes under them."""

from __future__ import annotations

from faimi_check.model.page import Box

Matrix = tuple[float, float, float, float, float, float]


def multiply(inner: Matrix, outer: Matrix) -> Matrix:
    """The matrix that applies `inner` first, then `outer`."""
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def transform_box(matrix: Matrix, left: float, bottom: float, right: float, top: float) -> Box:
    """The upright box round a rectangle after the matrix."""
    a, b, c, d, e, f = matrix
    if not b and not c:
        # Hardly anything on a page is turned.
        x0, x1, y0, y1 = a * left + e, a * right + e, d * bottom + f, d * top + f
        return Box(
            x0 if x0 < x1 else x1,
            y0 if y0 < y1 else y1,
            x1 if x0 < x1 else x0,
            y1 if y0 < y1 else y0,
        )
    xs = (a * left + c * bottom + e, a * right + c * bottom + e, a * left + c * top + e, a * right + c * top + e)
    ys = (b * left + d * bottom + f, b * right + d * bottom + f, b * left + d * top + f, b * right + d * top + f)
    return Box(min(xs), min(ys), max(xs), max(ys))


def intersection(one: Box, other: Box) -> Box | None:
    """What two boxes share, None where that is nothing."""
    x0, top = max(one.x0, other.x0), max(one.top, other.top)
    x1, bottom = min(one.x1, other.x1), min(one.bottom, other.bottom)
    return Box(x0, top, x1, bottom) if x0 <= x1 and top <= bottom else None
