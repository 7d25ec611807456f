"""The git hook and the composite action, run as they would be."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[1]
PAPERS = ROOT / "fixtures" / "papers"


def environment_of(**more: str) -> dict[str, str]:
    """The environment in which `faimi-check` is the one under test."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("FAIMI_CHECK_", "GITHUB_"))}
    return kept | {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{kept['PATH']}"} | more


def step(name: str) -> dict[str, Any]:
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    found: dict[str, Any] = next(step for step in action["runs"]["steps"] if step["name"] == name)
    return found


def run_action(
    folder: Path, environment: dict[str, str] | None = None, **inputs: str
) -> subprocess.CompletedProcess[str]:
    """As the runner would, after the step before: `RUNNER_TEMP` is the folder itself."""
    check = step("Check the paper")
    programs = folder / "faimi-check" / ("Scripts" if os.name == "nt" else "bin")
    programs.parent.mkdir()
    programs.symlink_to(Path(sys.executable).parent, target_is_directory=True)
    values = {name: inputs.get(re.sub(r"^INPUT_", "", name).lower(), "") for name in check["env"]}
    return subprocess.run(
        ["bash", "-e", "-o", "pipefail", "-c", check["run"]],
        cwd=folder,
        env=environment_of(GITHUB_ACTIONS="true", RUNNER_TEMP=str(folder), **values, **(environment or {})),
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
    passed = {value for name in ("Install faimi-check", "Check the paper") for value in step(name)["env"].values()}
    assert passed == {f"${{{{ inputs.{name} }}}}" for name in action["inputs"]}


@pytest.mark.skipif(os.name == "nt", reason="the stand-in for Python is a shell script")
@pytest.mark.parametrize(("pictures", "extra"), [("true", "[pictures]"), ("false", ""), ("", "")])
def test_the_action_installs_the_extra_where_pictures_are_to_be_read(pictures: str, extra: str, tmp_path: Path) -> None:
    installed = tmp_path / "installed"
    python = tmp_path / "bin" / "python3"
    python.parent.mkdir()
    # Makes an "environment" whose Python writes down what it is asked to install.
    python.write_text(
        '#!/bin/sh\nmkdir -p "$3/bin"\nprintf \'#!/bin/sh\\nfor one; do last=$one; done\\necho "$last" > "%s"\\n\' '
        f'"{installed}" > "$3/bin/python"\nchmod +x "$3/bin/python"\n',
        encoding="utf-8",
    )
    python.chmod(0o755)
    done = subprocess.run(
        ["bash", "-e", "-o", "pipefail", "-c", step("Install faimi-check")["run"]],
        env=os.environ
        | {
            "PATH": f"{python.parent}{os.pathsep}{os.environ['PATH']}",
            "RUNNER_TEMP": str(tmp_path),
            "GITHUB_ACTION_PATH": "/the action",
            "INPUT_PICTURES": pictures,
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert installed.read_text(encoding="utf-8") == f"/the action{extra}\n"


def test_the_action_tells_what_it_found(tmp_path: Path) -> None:
    told = tmp_path / "output"
    done = run_action(
        tmp_path,
        paper=str(PAPERS / "author-block.pdf"),
        output="html=first report.html\nsarif=second.sarif",
        fail_on="never",
        environment={"GITHUB_OUTPUT": str(told)},
    )
    assert done.returncode == 0, done.stderr
    outputs = dict(line.split("=", 1) for line in told.read_text(encoding="utf-8").splitlines())
    assert outputs["verdict"] == "fail"
    assert int(outputs["errors"]) > 0
    assert set(outputs) == {"verdict", "errors", "warnings", "notes", "undecided", "report"}
    assert json.loads(Path(outputs["report"]).read_text(encoding="utf-8"))["summary"]["fail"] == 1
    assert (tmp_path / "first report.html").is_file()
    assert (tmp_path / "second.sarif").is_file()


def test_the_action_says_why_it_could_not_run(tmp_path: Path) -> None:
    done = run_action(tmp_path, paper="none.pdf")
    assert done.returncode == 2
    assert "::error title=faimi-check could not run::faimi-check: paper none.pdf: no such file" in done.stdout


def test_the_action_offers_what_its_script_tells() -> None:
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    for name, output in action["outputs"].items():
        assert output["value"] == f"${{{{ steps.check.outputs.{name} }}}}"


def hook_of(folder: Path, *files: str) -> subprocess.CompletedProcess[str]:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    command = [*shlex.split(hook["entry"]), *(name for name in files if re.search(hook["files"], name))]
    return subprocess.run(command, cwd=folder, env=environment_of(), capture_output=True, text=True, check=False)


def test_the_hook_checks_the_paper_that_the_configuration_names(tmp_path: Path) -> None:
    shutil.copy(PAPERS / "info-author.pdf", tmp_path / "paper.pdf")
    (tmp_path / "faimi-check.toml").write_text('paper = "paper.pdf"\n', encoding="utf-8")
    for files in ((), ("paper.pdf",), ("figures/plot.pdf", "paper.pdf"), ("faimi-check.toml",)):
        done = hook_of(tmp_path, *files)
        assert done.returncode == 1, done.stderr
        assert "ANON008" in done.stdout


def test_figures_do_not_start_the_hook(tmp_path: Path) -> None:
    (tmp_path / "faimi-check.toml").write_text('paper = "paper.pdf"\n', encoding="utf-8")
    done = hook_of(tmp_path, "figures/plot.pdf", "data.zip")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_the_hook_without_configuration_names_the_file(tmp_path: Path) -> None:
    done = hook_of(tmp_path, "paper.pdf")
    assert done.returncode == 2
    assert "faimi-check.toml" in done.stderr
    assert done.stderr.count("\n") == 1


WORKFLOWS = [*re.findall(r"```yaml\n(.*?)```", (ROOT / "docs" / "ci.md").read_text(encoding="utf-8"), re.DOTALL)]


@pytest.mark.skipif(shutil.which("zizmor", path=Path(sys.executable).parent) is None, reason="zizmor is not installed")
def test_the_action_and_the_workflows_of_the_documentation_pass_zizmor(tmp_path: Path) -> None:
    folder = tmp_path / ".github" / "workflows"
    folder.mkdir(parents=True)
    shutil.copy(ROOT / "action.yml", tmp_path / "action.yml")
    of_github = [text for text in WORKFLOWS if "runs-on:" in text]
    assert of_github
    for number, text in enumerate(of_github):
        (folder / f"{number}.yml").write_text(text, encoding="utf-8")
    command = [
        Path(sys.executable).with_name("zizmor"),
        "--offline",
        "--no-config",
        "--strict-collection",
        "--persona=pedantic",
        str(tmp_path),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
