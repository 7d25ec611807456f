"""The git hook and the composite action, run as they would be."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[1]
PAPERS = ROOT / "fixtures" / "papers"


def environment(**more: str) -> dict[str, str]:
    """The environment in which `faimi-check` is the one under test."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("FAIMI_CHECK_", "GITHUB_"))}
    return kept | {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{kept['PATH']}"} | more


def step(name: str) -> dict[str, Any]:
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    found: dict[str, Any] = next(step for step in action["runs"]["steps"] if step["name"] == name)
    return found


def run_action(folder: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    check = step("Check the paper")
    values = {name: inputs.get(re.sub(r"^INPUT_", "", name).lower(), "") for name in check["env"]}
    return subprocess.run(
        ["bash", "-e", "-o", "pipefail", "-c", check["run"]],
        cwd=folder,
        env=environment(GITHUB_ACTIONS="true", **values),
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(("paper", "status"), [("author-block.pdf", 1), ("placeholder-paper-id.pdf", 0)])
def test_the_action_fails_the_job_where_the_paper_fails(paper: str, status: int, tmp_path: Path) -> None:
    done = run_action(tmp_path, paper=str(PAPERS / paper), venue="faimi-2025")
    assert done.returncode == status, done.stderr
    assert ("::error" in done.stdout) == (status == 1)
    assert "Lyngby" not in done.stdout


def test_an_input_never_runs_as_code(tmp_path: Path) -> None:
    done = run_action(tmp_path, paper="$(touch leaked); touch leaked", supplement="`touch leaked`")
    assert done.returncode == 2
    assert not (tmp_path / "leaked").exists()


def test_every_input_of_the_action_reaches_its_script() -> None:
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    passed = set(step("Check the paper")["env"].values())
    assert passed == {f"${{{{ inputs.{name} }}}}" for name in action["inputs"]}


def test_the_hook_reads_the_configuration_file(tmp_path: Path) -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert re.search(hook["files"], "build/paper.pdf")
    assert not re.search(hook["files"], "paper.tex")
    (tmp_path / "faimi-check.toml").write_text(f'paper = "{PAPERS / "info-author.pdf"}"\n', encoding="utf-8")
    done = subprocess.run(
        shlex.split(hook["entry"]), cwd=tmp_path, env=environment(), capture_output=True, text=True, check=False
    )
    assert done.returncode == 1, done.stderr
    assert "ANON008" in done.stdout
