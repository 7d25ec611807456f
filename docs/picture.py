"""Draws docs/terminal-report.png: what the README's first command prints, in colour, by headless Chromium.

python docs/picture.py [CHROMIUM]
"""

from __future__ import annotations

import io
import subprocess
import sys
import tempfile
from pathlib import Path

from rich.console import Console
from rich.text import Text

ROOT = Path(__file__).resolve().parent.parent
WIDTH, LINES = 84, 45
PAGE = """<!doctype html><meta charset="utf-8"><style>
body {{ margin: 0; padding: 18px 22px; background: #fdfdfb; }}
pre {{ font: 14px/1.38 "DejaVu Sans Mono", monospace; margin: 0; color: #24292f; }}
</style><pre><b>$ faimi-check check examples/paper.pdf examples/supplement.zip</b>

{body}
...</pre>"""


def main() -> None:
    """Runs the example, turns its colours into HTML, and takes a picture of that."""
    chromium = sys.argv[1] if len(sys.argv) > 1 else "chromium"
    command = ["faimi-check", "check", "examples/paper.pdf", "examples/supplement.zip", "--color", "always"]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    console = Console(record=True, width=WIDTH, file=io.StringIO(), legacy_windows=False)
    console.print(Text.from_ansi("\n".join(run.stdout.splitlines()[:LINES])))
    body = console.export_html(inline_styles=True, code_format="{code}")
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "report.html"
        page.write_text(PAGE.format(body=body.rstrip()), encoding="utf-8")
        subprocess.run(
            [
                chromium, "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
                f"--user-data-dir={folder}/profile", "--hide-scrollbars", "--force-device-scale-factor=1.25",
                "--window-size=780,960", f"--screenshot={ROOT / 'docs' / 'terminal-report.png'}", page.as_uri(),
            ],
            capture_output=True,
            check=True,
        )  # fmt: skip


if __name__ == "__main__":
    main()
