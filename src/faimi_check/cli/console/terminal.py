"""What is printed on, and in which form: a terminal with its width and colour, a pipe, a runner."""

from __future__ import annotations

import os
import re
import shutil
import sys

PIPE_WIDTH = 80
MAX_WIDTH = 110
MIN_WIDTH = 40
_COLUMNS = re.compile(r"[1-9][0-9]{0,4}")
# What runners set; most of them set CI too.
_RUNNERS = (
    *("CI", "CONTINUOUS_INTEGRATION", "GITHUB_ACTIONS", "GITLAB_CI", "GITEA_ACTIONS", "FORGEJO_ACTIONS", "CIRCLECI"),
    *("TRAVIS", "BUILDKITE", "TF_BUILD", "JENKINS_URL", "TEAMCITY_VERSION", "BITBUCKET_BUILD_NUMBER", "DRONE"),
    *("WOODPECKER", "APPVEYOR", "CIRRUS_CI", "CODEBUILD_BUILD_ID", "SEMAPHORE", "BITRISE_IO"),
)
_NOT_SET = frozenset({"", "0", "false", "no", "off"})


def usual_format() -> str:
    """What is printed where no format is asked for: workflow commands on a GitHub runner, else the terminal report."""
    return "github" if os.environ.get("GITHUB_ACTIONS") == "true" else "terminal"


def is_public() -> bool:
    """Whether what is printed ends in a log that others may read, because a runner of CI has started the program."""
    return any(os.environ.get(name, "").strip().lower() not in _NOT_SET for name in _RUNNERS)


def use_color(choice: str) -> bool:
    """Colour on a terminal, unless the environment asks for more or less; `always` and `never` win over both.

    NO_COLOR wins over FORCE_COLOR and CLICOLOR_FORCE, these over CLICOLOR=0 and a terminal that has none.
    """
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if any(os.environ.get(name, "") not in ("", "0") for name in ("FORCE_COLOR", "CLICOLOR_FORCE")):
        return True
    wanted = os.environ.get("CLICOLOR") != "0" and os.environ.get("TERM") != "dumb"
    return wanted and sys.stdout.isatty()


def text_width() -> int:
    """How wide a text may be: as the terminal or COLUMNS says, within bounds, and 80 columns into a pipe."""
    return max(MIN_WIDTH, min(MAX_WIDTH, _columns() or PIPE_WIDTH))


def list_width() -> int | None:
    """How wide a list may be that has an entry a line: as text, but None, without bounds, into a pipe."""
    return None if _columns() is None else text_width()


def _columns() -> int | None:
    """What COLUMNS says, also into a pipe, else the terminal; None where neither is there."""
    asked = os.environ.get("COLUMNS", "")
    if _COLUMNS.fullmatch(asked):
        return int(asked)
    return shutil.get_terminal_size((PIPE_WIDTH, 24)).columns if sys.stdout.isatty() else None
