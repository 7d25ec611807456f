"""PDFium's functions as they are called a hundred thousand times a paper: with addresses for handles and results.

pypdfium2 has a type for each handle and each place to write to, and ctypes makes or checks an object of that type
whenever one is passed. As plain integers they cost half.
"""

from __future__ import annotations

import ctypes
import struct
from collections.abc import Callable
from functools import partial
from typing import Any


def direct(function: Any) -> Callable[..., Any]:
    """The same function, with integers where pypdfium2's has pointers: addresses, None for a null pointer.

    Whatever else it takes and gives stays as pypdfium2 has it. An address is not checked: it must be one that PDFium
    gave, of an object that is still there, or one of `Numbers`.
    """
    # A function of the library's own class is called as the platform calls the library.
    own = type(function)(ctypes.cast(function, ctypes.c_void_p).value)
    own.restype = _as_address(function.restype)
    own.argtypes = [_as_address(kind) for kind in function.argtypes]
    return own  # type: ignore[no-any-return]


def _as_address(kind: Any) -> Any:
    return ctypes.c_void_p if hasattr(kind, "contents") else kind


def address_of(handle: Any) -> int | None:
    """The address in one of pypdfium2's handles, None in a null one."""
    return ctypes.cast(handle, ctypes.c_void_p).value


class Numbers:
    """Room for PDFium to write numbers of four bytes to: `at` are their addresses, `read` gives all at once.

    `layout` is that of the module `struct`.
    """

    def __init__(self, layout: str) -> None:
        numbers = struct.Struct(layout)
        self._room = ctypes.create_string_buffer(numbers.size)
        start = ctypes.addressof(self._room)
        self.at = tuple(range(start, start + numbers.size, 4))
        self.read: Callable[[], tuple[Any, ...]] = partial(numbers.unpack_from, self._room)
