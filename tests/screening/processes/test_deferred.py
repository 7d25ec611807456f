"""A deferred module costs nothing until it is used, and is the real one then."""

from __future__ import annotations

import subprocess
import sys

import pytest

CASES = {
    "not loaded by naming it": (
        "with deferred('asyncio'):\n    import asyncio\nassert 'asyncio.events' not in sys.modules"
    ),
    "loaded by its first use": (
        "with deferred('asyncio'):\n    import asyncio\nassert asyncio.run(asyncio.sleep(0, 7)) == 7"
    ),
    "the real one for others": (
        "with deferred('asyncio'):\n    import asyncio as ours\n"
        "import asyncio.queues\nassert ours.Queue is asyncio.queues.Queue is asyncio.Queue"
    ),
    "loaded before": "import asyncio as real\nwith deferred('asyncio'):\n    import asyncio\nassert asyncio is real",
    "what pebble does not need": "import faimi_check.screening.readers.reader\nassert 'ssl' not in sys.modules",
    "what of pebble is not used here": (
        "import faimi_check.screening.processes.pool, pebble\nassert callable(pebble.asynchronous.process)"
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_a_module_is_loaded_by_its_first_use(case: str) -> None:
    code = f"import sys\nfrom faimi_check.screening.processes.deferred import deferred\n{case}"
    subprocess.run([sys.executable, "-c", code], check=True)
