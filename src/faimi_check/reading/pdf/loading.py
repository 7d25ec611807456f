"""Loads pypdf without what nobody here uses, which is a third of what it takes; that is loaded when it is asked for.

A worker that reads one paper is at this longer than at the paper.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property
from importlib import import_module
from importlib.util import find_spec, module_from_spec
from types import ModuleType
from typing import Any

# What it decrypts with, and what it decodes pictures and fonts with: PDFium decrypts, and neither is decoded here.
_NEVER = ("cryptography", "Crypto", "PIL", "fontTools")
# Writing is for who mends a paper, and brings the drawing of form fields; the names of glyphs are for reading text.
_WRITER, _GLYPHS = "pypdf._writer", "pypdf._codecs.adobe_glyphs"


class _Named:
    """Stands in for something of a module that is not loaded yet."""


class _Writer(ModuleType):
    def __getattr__(self, name: str) -> _Named:
        if name.startswith("__"):
            raise AttributeError(name)
        return _Named()


class _Glyphs(Mapping[str, str]):
    """The characters by the names of their glyphs, loaded by who looks one up."""

    @cached_property
    def _table(self) -> Mapping[str, str]:
        # As a module of its own: pypdf gives the module and the table in it the same name.
        spec = find_spec(_GLYPHS)
        if spec is None or spec.loader is None:
            raise ImportError(_GLYPHS)
        module = module_from_spec(spec)
        spec.loader.exec_module(module)
        table: Mapping[str, str] = module.adobe_glyphs
        return table

    def __getitem__(self, name: str) -> str:
        return self._table[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._table)

    def __len__(self) -> int:
        return len(self._table)


def load_pypdf() -> None:
    """Loads it as a whole where it is made otherwise than it was when this was written, or is loaded already."""
    if "pypdf" in sys.modules:
        return
    glyphs = ModuleType(_GLYPHS)
    glyphs.adobe_glyphs = _Glyphs()  # type: ignore[attr-defined]
    with _instead(dict.fromkeys(_NEVER)):
        try:
            with _instead({_WRITER: _Writer(_WRITER), _GLYPHS: glyphs}):
                pypdf = import_module("pypdf")
            _give_by_name(pypdf)
        except Exception:  # whatever another release makes of it
            for name in [name for name in sys.modules if name.partition(".")[0] == "pypdf"]:
                del sys.modules[name]
            import_module("pypdf")


@contextmanager
def _instead(modules: Mapping[str, ModuleType | None]) -> Iterator[None]:
    """Whoever imports these modules inside the block gets the others, or is told that there is none."""
    put = {name: module for name, module in modules.items() if name not in sys.modules}
    sys.modules.update(put)  # type: ignore[arg-type]
    try:
        yield
    finally:
        for name in put:
            del sys.modules[name]


def _give_by_name(pypdf: ModuleType) -> None:
    """Has the package load what it was without as soon as somebody names it (PEP 562)."""
    holders = [module for name, module in sys.modules.items() if name.startswith("pypdf.")]
    if any(isinstance(value, _Named) for holder in holders for value in vars(holder).values()):
        raise ImportError(f"a part of pypdf uses {_WRITER}")
    names = [name for name, value in vars(pypdf).items() if isinstance(value, _Named)]
    for name in names:
        delattr(pypdf, name)

    def load(name: str) -> Any:
        if name not in names:
            raise AttributeError(f"module 'pypdf' has no attribute {name!r}")
        return getattr(import_module(_WRITER), name)

    pypdf.__getattr__ = load  # type: ignore[method-assign]
