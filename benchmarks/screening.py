"""How a screening of many submissions scales: throughput, memory of the parent, cost of isolation, hostile files.

    python benchmarks/screening.py FOLDER... [--count 1000] [--hostile FOLDER] [--jobs 1 2] [--banal BANAL]

Makes `--count` submissions out of the PDFs and zips below FOLDER (links to them, round and round), runs
`faimi-check screen` over them with each number of workers, and prints a Markdown table. With --hostile, the broken
files below that folder are mixed in, a PDF as a paper, everything else as a supplement beside a paper. With --banal,
HotCRP's checker of layouts, one Perl script that you bring yourself (see speed.py), reads the same papers with as many
processes at a time.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from faimi_check.engine import Selection, check
from faimi_check.model.submission import Submission
from faimi_check.reading.paper import read_paper
from faimi_check.screening.judging.judge import Judge
from faimi_check.screening.request import Request
from faimi_check.venues.loader import load


def make(folder: Path, sources: list[Path], count: int, hostile: Path | None) -> tuple[int, dict[str, str]]:
    """Fills the folder with submissions; gives how many, and the hostile files by the id of their submission."""
    papers = sorted(path for source in sources for path in source.rglob("*.pdf"))
    zips = sorted(path for source in sources for path in source.rglob("*.zip"))
    for number in range(1, count + 1):
        shutil.copy(papers[number % len(papers)], folder / f"{number}.pdf")
        if zips and number % 4 == 0:
            shutil.copy(zips[number // 4 % len(zips)], folder / f"{number}.zip")
    partner = next((path for path in papers if path.name == "compliant.pdf"), papers[0])
    bad = sorted(path for path in hostile.rglob("*") if path.is_file()) if hostile else []
    ids = random.Random(1).sample(range(count + 1, count + 1 + len(bad)), len(bad))
    for number, path in zip(ids, bad, strict=True):
        pdf = path.suffix == ".pdf"
        shutil.copy(path if pdf else partner, folder / f"{number}.pdf")
        if not pdf:
            shutil.copy(path, folder / f"{number}.zip")
    return count + len(bad), {str(number): path.name for number, path in zip(ids, bad, strict=True)}


class Watch(threading.Thread):
    """Samples the parent's resident memory while it works, with how many rows are done."""

    def __init__(self, pid: int, journal: Path, report: Path) -> None:
        super().__init__(daemon=True)
        self.pid, self.files = pid, (journal, report)
        self.samples: list[tuple[int, float]] = []
        self.ended = threading.Event()

    def run(self) -> None:
        while not self.ended.wait(0.25):
            try:
                status = Path(f"/proc/{self.pid}/status").read_text()
            except OSError:
                return
            resident = next((line for line in status.splitlines() if line.startswith("VmRSS")), None)
            rows = max((path.read_bytes().count(b"\n") for path in self.files if path.exists()), default=0)
            if resident:
                self.samples.append((rows, int(resident.split()[1]) / 1024))

    def between(self, first: int, last: int) -> float:
        """The most memory while this many rows were done, in MB."""
        return max((memory for rows, memory in self.samples if first <= rows <= last), default=0.0)


def screen(exe: str, folder: Path, out: Path, jobs: int, extra: list[str]) -> tuple[float, Watch]:
    """Wall seconds of one run."""
    command = [exe, "screen", str(folder), "--out", str(out), "--jobs", str(jobs), "--quiet", *extra]
    start = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    watch = Watch(child.pid, out / "report.partial.jsonl", out / "report.jsonl")
    watch.start()
    status = child.wait()
    watch.ended.set()
    if status not in (0, 1):
        sys.exit(f"{' '.join(command)} ended with {status}")
    return time.perf_counter() - start, watch


def layouts_alone(banal: Path, folder: Path, jobs: int) -> float:
    """Wall seconds that banal takes for all papers of a folder, `jobs` at a time."""

    def read(paper: Path) -> None:
        command = ["perl", str(banal), "-json", str(paper)]
        subprocess.run(command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=folder.parent)

    start = time.perf_counter()
    with ThreadPoolExecutor(jobs) as threads:
        list(threads.map(read, sorted(folder.glob("*.pdf"))))
    return time.perf_counter() - start


def isolation(paper: Path, runs: int = 20) -> tuple[float, float]:
    """Seconds for one paper in a warm worker, and for the same calls in this process."""
    profile = load("faimi-2025")
    request = Request(id="paper", paper=paper, paper_name=paper.name)

    def bare() -> None:
        check(Submission(id="paper", paper=read_paper(paper, paper.name)), profile, Selection())

    times = {}
    with Judge(profile, jobs=1) as judge:
        for name, call in (("worker", lambda: judge.judge(request)), ("bare", bare)):
            call()
            samples = []
            for _ in range(runs):
                start = time.perf_counter()
                call()
                samples.append(time.perf_counter() - start)
            times[name] = sorted(samples)[runs // 2]
    return times["worker"], times["bare"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sources", type=Path, nargs="+")
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--hostile", type=Path)
    parser.add_argument("--jobs", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--banal", type=Path)
    parser.add_argument("--pictures", action="store_true")
    parser.add_argument("--exe", default=str(Path(sys.executable).parent / "faimi-check"))
    args = parser.parse_args()
    extra = [] if args.pictures else ["--pictures", "never"]
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} before\n")
    print("| workers | submissions | wall | a second | parent up to row 100 | parent at the end | rows |")
    print("|---|---|---|---|---|---|---|")
    speeds = []
    for jobs in args.jobs:
        with tempfile.TemporaryDirectory() as name:
            folder, out = Path(name) / "in", Path(name) / "out"
            folder.mkdir()
            total, bad = make(folder, args.sources, args.count, args.hostile)
            layouts = layouts_alone(args.banal, folder, jobs) if args.banal else 0.0
            seconds, watch = screen(args.exe, folder, out, jobs, extra)
            rows = [json.loads(line) for line in (out / "report.jsonl").read_text().splitlines()]
        speeds.append(total / seconds)
        early, late = watch.between(10, 110), watch.between(total - total // 10, total)
        print(
            f"| {jobs} | {total} | {seconds:.1f} s | {total / seconds:.2f} | {early:.0f} MB | {late:.0f} MB "
            f"| {len({row['id'] for row in rows})} |"
        )
        if layouts:
            print(f"banal: {layouts:.1f} s; {seconds / layouts:.2f} times that", file=sys.stderr)
        slow = sorted(rows, key=lambda row: -row["seconds"])[:3]
        print("slowest: " + ", ".join(f"{row['id']} {row['seconds']:.1f} s" for row in slow), file=sys.stderr)
        passed = [bad[row["id"]] for row in rows if row["id"] in bad and row["verdict"] == "pass"]
        print(f"hostile: {len(bad)} submissions; these pass: {', '.join(passed) or 'none'}", file=sys.stderr)
    if len(speeds) > 1:
        print(f"\nSpeed-up of {args.jobs[-1]} workers over {args.jobs[0]}: {speeds[-1] / speeds[0]:.2f}")
    paper = next(path for source in args.sources for path in sorted(source.rglob("*.pdf")))
    worker, bare = isolation(paper)
    print(
        f"\nIsolation: {worker * 1000:.0f} ms in a worker, {bare * 1000:.0f} ms without it, "
        f"{(worker - bare) * 1000:.0f} ms more"
    )


if __name__ == "__main__":
    main()
