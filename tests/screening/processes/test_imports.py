"""A process that is forked while a thread loads a module would wait for that thread for ever."""

from __future__ import annotations

import importlib
import sys
import threading
from pathlib import Path

import pytest

from faimi_check.screening.processes.imports import await_imports

HELD = "half_loaded_module"


def test_it_waits_until_the_other_thread_has_loaded_its_module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / f"{HELD}.py").write_text("import builtins\nbuiltins.held_here()\n", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    loading, go_on = threading.Event(), threading.Event()

    def hold() -> None:
        loading.set()
        go_on.wait()

    monkeypatch.setattr("builtins.held_here", hold, raising=False)
    loader = threading.Thread(target=importlib.import_module, args=(HELD,))
    loader.start()
    loading.wait()
    seen: list[bool] = []
    monkeypatch.setattr("faimi_check.screening.processes.imports._LONGEST_SECONDS", 60.0)

    def let_go(_: float) -> None:
        seen.append(HELD in sys.modules)
        go_on.set()
        loader.join()

    monkeypatch.setattr("faimi_check.screening.processes.imports.time.sleep", let_go)
    try:
        await_imports()
    finally:
        go_on.set()
        loader.join()
        sys.modules.pop(HELD, None)
    assert seen == [True]


def test_it_does_not_wait_where_nothing_is_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("faimi_check.screening.processes.imports.time.sleep", lambda _: pytest.fail("waits"))
    await_imports()


def test_it_does_not_wait_for_ever_for_what_is_loaded_by_its_caller(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = "from faimi_check.screening.processes.imports import await_imports\nawait_imports()\nDONE = True\n"
    (tmp_path / f"{HELD}.py").write_text(said, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr("faimi_check.screening.processes.imports._LONGEST_SECONDS", 0.0)
    try:
        assert importlib.import_module(HELD).DONE
    finally:
        sys.modules.pop(HELD, None)
