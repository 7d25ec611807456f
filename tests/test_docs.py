"""The generated pages are those that the rules and the profiles give now."""

from __future__ import annotations

import json
import re
import shlex
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from faimi_check.cli import config, main
from faimi_check.report.machines.json import schema
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


def test_the_tree_of_the_design_shows_every_room_and_each_says_what_it_may_use() -> None:
    tree = (ROOT / "docs" / "design.md").read_text(encoding="utf-8").split("```")[1]
    shown = set(re.findall(r"(\w+)/", tree))
    root = ROOT / "src" / "faimi_check"
    rooms = {path.parent: path.read_text(encoding="utf-8") for path in root.rglob("__init__.py")}
    del rooms[root]
    assert [room for room in rooms if room.name not in shown] == []
    assert [
        room for room, said in rooms.items() if not re.search(r"\b[Mm]ay\s+use\b|\bUses\s+no\b|\bKnows\b", said)
    ] == []


def test_links_between_the_pages_lead_somewhere() -> None:
    for page in [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")]:
        for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_the_settings_shown_in_the_docs_are_valid(tmp_path: Path) -> None:
    file = tmp_path / "faimi-check.toml"
    file.write_text(blocks("ci.md", "toml")[0], encoding="utf-8")
    settings = config.read(file)
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


def blocks(page: str, language: str) -> list[str]:
    """What stands in the page's blocks of that language."""
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    return re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL)


def test_the_walk_to_a_profile_prints_what_the_docs_show(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("shapes-2026.toml").write_text(blocks("venues.md", "toml")[0], encoding="utf-8")
    shutil.copy(ROOT / "fixtures" / "venues" / "shapemi.pdf", "named.pdf")
    shutil.copy(ROOT / "fixtures" / "papers" / "compliant.pdf", "anonymous.pdf")
    shown = "".join(blocks("venues.md", "console"))
    printed = ""
    for command in re.findall(r"(?m)^\$ faimi-check (.*)$", shown):
        with pytest.raises(SystemExit):
            main(shlex.split(command))
        printed += f"$ faimi-check {command}\n{capsys.readouterr().out}"
    assert printed == shown


@pytest.mark.parametrize("fragment", blocks("venues.md", "toml")[1:])
def test_each_example_of_what_a_profile_can_say_is_valid(fragment: str, tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text('id = "mine"\ntitle = "Mine"\nsource = "https://example.org"\n' + fragment, encoding="utf-8")
    assert load(str(file)).id == "mine"
