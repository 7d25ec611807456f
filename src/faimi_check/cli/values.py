"""The values of options: repeated ones parted, completed in the shell, and read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import click
from click.shell_completion import CompletionItem

from faimi_check.interface.settings import NO_BOUND, Settings
from faimi_check.model.text.spelling import nearest
from faimi_check.report.formats import FORMATS

# Also as a number of a configuration file becomes text (1e+20): which numbers are bounds is for Settings to say.
_NUMBER = re.compile(r"[0-9]{1,40}(?:\.[0-9]{1,40})?(?:[eE][+-]?[0-9]{1,4})?")


class Several(click.types.StringParamType):
    """Values of an option that may be repeated: in the environment one a line, or one after another.

    `begins` is a pattern for how each begins: at blanks before it, a line is parted, so that reasons and paths may
    hold blanks.
    """

    def __init__(self, begins: str = "") -> None:
        self._parted = re.compile(rf"\n+|(?<=[ \t])(?={begins})" if begins else r"\n+")

    def split_envvar_value(self, rv: str) -> list[str]:
        """The values that the variable holds."""
        return [value.strip() for value in self._parted.split(rv) if value.strip()]


class GivenPath(click.Path):
    """A path; an empty one, as a variable without a value leaves it, is not taken for the current folder."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Raises click.BadParameter where nothing is named."""
        if value in ("", b""):
            self.fail("nothing is named: the path is empty", param, ctx)
        return super().convert(value, param, ctx)


class Authors(GivenPath):
    """The file with a list of authors, or the names themselves, as a configuration file may give them."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """A Path, or the names as a tuple."""
        if isinstance(value, list | tuple):
            return tuple(value)
        return super().convert(value, param, ctx)


PATH = GivenPath(path_type=Path)
AUTHORS = Authors(path_type=Path)
RULES = Several(r"[A-Za-z]")
WAIVED_RULES = Several(r"(?:[A-Za-z]{3,4}\d{3}|[a-z]+(?:-[a-z]+)+)=")
BOUNDS = Several(r"[a-z]+\.[a-z-]+=")
FILES = Several(rf"(?:{'|'.join(FORMATS)})=")
NAMES = Several()


def complete_venue(_: click.Context, __: click.Parameter, begun: str) -> list[CompletionItem]:
    """The shipped venues that begin so, and the files that may be profiles."""
    from faimi_check.venues.loader import shipped

    found = [CompletionItem(venue) for venue in shipped() if venue.startswith(begun)]
    return found or [CompletionItem(begun, type="file")]


def complete_rule(_: click.Context, __: click.Parameter, begun: str) -> list[CompletionItem]:
    """The rules whose ids begin so."""
    from faimi_check.rules.catalogue import rules

    return [CompletionItem(rule.id, help=rule.name) for rule in rules() if rule.id.startswith(begun.upper())]


def settings_of(judging: Mapping[str, Any]) -> Settings:
    """What to judge by, out of the judging options. Raises click.UsageError for what is not NAME=VALUE."""
    ignored, limits = {}, {}
    for item in judging["ignore"]:
        name, _, reason = item.partition("=")
        if not reason.strip():
            raise click.UsageError(f'--ignore {item}: a reason is needed, as in --ignore {name.upper()}="why"')
        ignored[name] = reason
    for item in judging["limit"]:
        name, _, number = (part.strip() for part in item.partition("="))
        if not _NUMBER.fullmatch(number):
            raise click.UsageError(f"--limit {item}: {NO_BOUND}")
        limits[name] = float(number)
    return Settings(
        venue=judging["venue"],
        select=judging["select"],
        ignore=ignored,
        min_severity=judging["min_severity"],
        min_confidence=judging["min_confidence"],
        timeout=judging["timeout"],
        limits=limits,
        online=judging["online"],
        read_pictures=judging["pictures"],
    )


# What files in a format are called otherwise than the format.
_EXTENSIONS = {"htm": "html", "md": "markdown", "txt": "terminal", "xml": "junit"}


def _meant_by(item: str) -> str:
    """What may have been meant by a report without a known format: its file's name tells it, else the nearest word."""
    name, equals, _ = item.partition("=")
    extension = item.rpartition(".")[2].lower()
    told = extension if extension in FORMATS else _EXTENSIONS.get(extension)
    return f'; did you mean "{told}={item}"?' if told and not equals and "." in item else nearest(name, FORMATS)


def outputs_of(outputs: Iterable[str]) -> list[tuple[str, Path]]:
    """FORMAT=PATH pairs. Raises click.UsageError for an unknown format or a missing path."""
    pairs = []
    for item in outputs:
        name, _, path = item.partition("=")
        if name not in FORMATS or not path:
            hint = _meant_by(item) if name not in FORMATS else ""
            raise click.UsageError(f"--output {item}: expected FORMAT=PATH, FORMAT one of {', '.join(FORMATS)}{hint}")
        if path == "-":
            raise click.UsageError(f"--output {item}: a file is wanted; --format {name} prints it")
        pairs.append((name, Path(path)))
    return pairs
