"""A check where the extra `pictures` is not installed: all the rest works, and what was not looked at is said."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"
# Found by Python before the program starts: of the packages that the extra brings, none can be found any more.
_ABSENT = """
from importlib.machinery import PathFinder

found = PathFinder.find_spec
gone = {"rapidocr", "onnxruntime", "cv2", "numpy", "rapidfuzz"}

def find_spec(name, path=None, target=None):
    return None if name.partition(".")[0] in gone else found(name, path, target)

PathFinder.find_spec = find_spec
"""


@pytest.fixture
def without_extra(tmp_path: Path) -> dict[str, str]:
    """An environment in which Python does not find the packages of the extra."""
    (tmp_path / "sitecustomize.py").write_text(_ABSENT)
    return {**os.environ, "PYTHONPATH": str(tmp_path)}


def checked(environment: dict[str, str], *how: str) -> tuple[int, str, str]:
    paper = FIXTURES / "pictures" / "identifying.pdf"
    command = [sys.executable, "-m", "faimi_check", "check", str(paper), *how]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=300, check=False)
    return done.returncode, done.stdout, done.stderr


def judged(output: str) -> dict[str, Any]:
    (submission,) = json.loads(output)["submissions"]
    submission.pop("seconds")
    return dict(submission)


def test_what_is_judged_is_the_same_as_where_pictures_are_left_out(without_extra: dict[str, str]) -> None:
    code, output, errors = checked(without_extra, "--format", "json")
    bare = judged(output)
    _, left_out, _ = checked(dict(os.environ), "--format", "json", "--pictures", "never")
    assert (code, errors) == (0, "")
    assert bare == judged(left_out)
    (rule,) = [one for one in bare["rules"] if one["rule"] == "ANON023"]
    assert rule["outcome"] == "skipped"
    assert 'pip install "faimi-check[pictures]"' in rule["reason"]
    assert any("Pictures were not looked at." in one["question"] for one in bare["for_humans"])


def test_pictures_always_says_what_to_install(without_extra: dict[str, str]) -> None:
    code, output, errors = checked(without_extra, "--pictures", "always")
    assert (code, output) == (2, "")
    assert 'pip install "faimi-check[pictures]"' in errors
