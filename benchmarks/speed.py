"""How quick one check is, beside public yardsticks, in one run on one machine.

    python benchmarks/speed.py PAPER.pdf [SUPPLEMENT.zip] [--runs 5] [--exe faimi-check] [--banal BANAL] [--pictures]

Prints the median wall time and the greatest memory of each as a Markdown table: poppler's
`pdftotext -bbox-layout`, a Python that does nothing but import the libraries, a whole `faimi-check check`, and a
check in a worker that is already there. The runs of all take turns. Pictures are read only with --pictures.

BANAL is HotCRP's checker of layouts, one Perl script (src/banal of github.com/kohler/hotcrp) that you bring yourself;
with it, all are set beside it. Bytecode has to be there: run once without PYTHONDONTWRITEBYTECODE.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from faimi_check.screening.judging.judge import Judge
from faimi_check.screening.request import Request, handed
from faimi_check.venues.loader import load

IMPORTS = "import pypdfium2, pypdf, msgspec, click, rich.console"
IMPORTS_SUPPLEMENT = ", av, magic"


class Measured:
    """Wall seconds and megabytes of resident memory, run after run."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.seconds: list[float] = []
        self.processor: list[float] = []
        self.megabytes = 0.0

    @property
    def median(self) -> float:
        return statistics.median(self.seconds)

    @property
    def processor_median(self) -> float:
        return statistics.median(self.processor)


def processes(commands: dict[str, list[str]], runs: int) -> list[Measured]:
    """Commands from start to end, in turns, so that the machine's other work falls on all of them.

    Memory is that of a command's largest process.
    """
    rows = [Measured(name) for name in commands]
    for _ in range(runs):
        for measured, command in zip(rows, commands.values(), strict=True):
            start = time.perf_counter()
            child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            _, status, usage = os.wait4(child.pid, 0)
            if os.waitstatus_to_exitcode(status) not in (0, 1):
                sys.exit(f"{' '.join(command)} ended with {os.waitstatus_to_exitcode(status)}")
            measured.seconds.append(time.perf_counter() - start)
            measured.processor.append(usage.ru_utime + usage.ru_stime)
            measured.megabytes = max(measured.megabytes, usage.ru_maxrss / 1024)
    return rows


def largest_of_all(command: list[str]) -> float:
    """Megabytes of the command and all its workers together, sampled: what they share is counted once (PSS)."""
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    most = 0
    while child.poll() is None:
        most = max(most, sum(map(_proportional, _family(child.pid))))
        time.sleep(0.002)
    return most / 1024


def _family(pid: int) -> list[int]:
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
        threads = [int(task.name) for task in Path(f"/proc/{pid}/task").iterdir()]
    except OSError:
        return [pid]
    for thread in threads:
        try:
            children += Path(f"/proc/{pid}/task/{thread}/children").read_text().split()
        except OSError:
            continue
    return [pid, *(one for child in set(children) for one in _family(int(child)))]


def _proportional(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)


def inside(name: str, call: Callable[[], object], runs: int) -> Measured:
    """A call in this process, after one to warm up."""
    measured = Measured(name)
    call()
    for _ in range(runs):
        start = time.perf_counter()
        call()
        measured.seconds.append(time.perf_counter() - start)
    return measured


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paper", type=Path)
    parser.add_argument("supplement", type=Path, nargs="?")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--banal", type=Path)
    parser.add_argument("--pictures", action="store_true")
    parser.add_argument("--exe", default=str(Path(sys.executable).parent / "faimi-check"))
    args = parser.parse_args()
    files = [str(path) for path in (args.paper, args.supplement) if path]
    check = [args.exe, "check", "--pictures", "always" if args.pictures else "never", *files]
    imports = IMPORTS + (IMPORTS_SUPPLEMENT if args.supplement else "")
    request = Request(
        id="paper",
        paper=args.paper,
        supplements=handed([(args.supplement, args.supplement.name)] if args.supplement else []),
        paper_name=args.paper.name,
    )
    commands = {"banal -json": ["perl", str(args.banal), "-json", str(args.paper)]} if args.banal else {}
    commands |= {
        "pdftotext -bbox-layout": ["pdftotext", "-bbox-layout", str(args.paper), os.devnull],
        "python, imports only": [sys.executable, "-c", imports],
        "faimi-check --version": [args.exe, "--version"],
        "faimi-check check, whole process": check,
    }
    rows = processes(commands, args.runs)
    with Judge(load("faimi-2025"), jobs=1) as judge:
        rows.append(inside("check in a warm worker", lambda: judge.judge(request), args.runs))
    yardstick = rows[0]
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}; medians of {args.runs} runs\n")
    beside = yardstick.name.split()[0]
    print(f"| | wall | times {beside} | processor | times {beside} | largest process |\n|---|---|---|---|---|---|")
    for row in rows:
        memory = f"{row.megabytes:.0f} MB" if row.megabytes else ""
        processor = times = ""
        if row.processor:
            processor = f"{row.processor_median * 1000:.0f} ms"
            times = f"{row.processor_median / yardstick.processor_median:.1f}"
        wall = f"{row.median * 1000:.0f} ms | {row.median / yardstick.median:.1f}"
        print(f"| {row.name} | {wall} | {processor} | {times} | {memory} |")
    if Path("/proc/self/smaps_rollup").exists():
        print(f"\nAll processes of one check together: {largest_of_all(check):.0f} MB")


if __name__ == "__main__":
    main()
