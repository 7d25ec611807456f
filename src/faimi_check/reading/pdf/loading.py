"""Loads pypdf without what nobody here uses, which is half of what that takes: it is loaded by whoever uses it.

A worker that reads one paper spends longer on loading than on the paper.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType
from typing import Any

# What it decrypts with, and what it decodes pictures and fonts with: PDFium decrypts, and neither is decoded here.
_NEVER = ("cryptography", "Crypto", "PIL", "fontTools")
# Writing, which is for who mends a paper; reading text, which PDFium does; XMP, which is read by its properties.
_LATER = (
    "pypdf._writer",
    "pypdf._text_extraction",
    "pypdf._text_extraction._text_extractor",
    "pypdf.generic._font",
    "pypdf._codecs.adobe_glyphs",
    "pypdf.xmp",
)


class _Later:
    """Stands in for a class, a function or a table of a module until somebody uses it, not as a type only."""

    def __init__(self, module: str, name: str) -> None:
        self._module, self._name = module, name

    def _loaded(self) -> Any:
        held = import_module(self._module)
        whole = f"{self._module}.{self._name}"
        loaded = getattr(held, self._name) if hasattr(held, self._name) else import_module(whole)
        package, _, module = self._module.rpartition(".")
        if module == self._name:
            # Of a module and a table in it that have one name, the package gives the table.
            setattr(sys.modules[package], module, loaded)
        return loaded

    def __call__(self, *arguments: Any, **named: Any) -> Any:
        return self._loaded()(*arguments, **named)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._loaded(), name)

    def __getitem__(self, key: Any) -> Any:
        return self._loaded()[key]

    def __contains__(self, key: Any) -> bool:
        return key in self._loaded()

    def __iter__(self) -> Iterator[Any]:
        return iter(self._loaded())

    def __len__(self) -> int:
        return len(self._loaded())

    def __instancecheck__(self, instance: Any) -> bool:
        return isinstance(instance, self._loaded())

    def __subclasscheck__(self, kind: type) -> bool:
        return issubclass(kind, self._loaded())

    def __mro_entries__(self, bases: tuple[Any, ...]) -> tuple[Any, ...]:
        return (self._loaded(),)

    def __or__(self, other: Any) -> Any:
        return Any

    __ror__ = __or__


class _Unloaded(ModuleType):
    """Stands in for a module while others import names of it."""

    def __getattr__(self, name: str) -> _Later:
        if name.startswith("__"):
            raise AttributeError(name)
        return _Later(self.__name__, name)


def load_pypdf(later: Iterable[str] = _LATER) -> None:
    """Loads it without the modules `later`; as a whole where another release does not bear that."""
    if "pypdf" in sys.modules:
        return
    with _instead(dict.fromkeys(_NEVER)):
        try:
            with _instead({name: _Unloaded(name) for name in later}):
                import_module("pypdf")
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
