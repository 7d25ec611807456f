"""The generated pages are those that the rules and the profiles give now."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from faimi_check.cli import config
from faimi_check.report.json import schema
from faimi_check.rules.catalogue import rules
from faimi_check.venues.loader import load

ROOT = Path(__file__).resolve().parents[1]


def test_no_generated_page_is_out_of_date() -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "docs" / "generate.py"), "--check"], capture_output=True, text=True, check=False
    )
    assert done.stdout == ""
    assert done.returncode == 0


def test_the_schema_in_the_docs_is_the_one_that_the_tool_prints() -> None:
    assert json.loads((ROOT / "docs" / "report-v1.schema.json").read_text(encoding="utf-8")) == json.loads(schema())


def test_the_readme_names_every_rule() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [rule.id for rule in rules() if f"[{rule.id}](docs/rules/{rule.id}.md)" not in readme] == []


def test_links_between_the_pages_lead_somewhere() -> None:
    for page in [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")]:
        for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_the_profile_and_the_settings_shown_in_the_docs_are_valid(tmp_path: Path) -> None:
    shown = {}
    for page, name in (("venues.md", "profile.toml"), ("ci.md", "faimi-check.toml")):
        text = (ROOT / "docs" / page).read_text(encoding="utf-8")
        shown[page] = tmp_path / name
        shown[page].write_text(re.findall(r"```toml\n(.*?)```", text, re.DOTALL)[0], encoding="utf-8")
    profile = load(str(shown["venues.md"]))
    assert profile.rules["LEN001"].clause == "length"
    settings = config.read(shown["ci.md"])
    assert [item.partition("=")[0] for item in settings["ignore"]] == ["ANON006"]


def test_the_examples_for_clusters_are_those_of_the_docs() -> None:
    text = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
    shown = re.findall(r"```(?:bash|yaml)\n(.*?)```", text, re.DOTALL)
    for name in ("screen.slurm", "screening.yml"):
        assert (ROOT / "examples" / "cluster" / name).read_text(encoding="utf-8") in shown


def test_the_example_of_the_interface_runs(capsys: pytest.CaptureFixture[str]) -> None:
    code = re.findall(r"```python\n(.*?)```", (ROOT / "docs" / "python.md").read_text(encoding="utf-8"), re.DOTALL)[0]
    names: dict[str, Any] = {}
    exec(code, names)
    page = names["feedback"](str(ROOT / "fixtures" / "papers" / "info-author.pdf"), None)
    assert "ANON008" in capsys.readouterr().out
    assert page.startswith("<!doctype html>")
    assert "no such file" in names["feedback"]("none.pdf", None)


@pytest.mark.skipif(find_spec("mkdocs") is None, reason="mkdocs is not installed")
def test_the_site_has_no_broken_link(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(tmp_path / "site")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert (tmp_path / "site" / "rules" / "LEN001" / "index.html").is_file()
