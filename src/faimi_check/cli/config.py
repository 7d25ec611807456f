"""The configuration file: `faimi-check.toml`, or `[tool.faimi-check]` in `pyproject.toml`.

It is looked for in the current folder and, inside a git repository, in the folders above up to its root; never
beside the paper, since a stranger's upload must not waive its own rules.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

import click
import msgspec
from click.core import ParameterSource

from faimi_check.cli.config_file import SHARED_NAME, table_of
from faimi_check.cli.console.terminal import list_width
from faimi_check.cli.options import Added, Command
from faimi_check.interface.errors import UnusableError
from faimi_check.interface.settings import rule_id
from faimi_check.model.text.spelling import in_words, nearest
from faimi_check.reading.there import is_file, is_there
from faimi_check.report.wording.layout import hanging

FILE_NAME = "faimi-check.toml"
SOURCE_WORDS = {
    ParameterSource.COMMANDLINE: "option",
    ParameterSource.ENVIRONMENT: "environment",
    ParameterSource.DEFAULT_MAP: "file",
    ParameterSource.DEFAULT: "default",
}


class Config(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename="kebab", omit_defaults=True):
    """What may stand in the file. Paths are relative to it; `ignore` maps a rule to the reason it is waived,
    `limit` a bound on reading to its number, `output` a format to the file that is written in it. `authors` is the file
    with the list of them, or the names themselves."""

    venue: str | None = None
    paper: str | None = None
    supplement: str | list[str] | None = None
    authors: str | list[str] | None = None
    cited_unpublished: list[str] | None = None
    select: list[str] | None = None
    ignore: dict[str, str] | None = None
    min_severity: Literal["note", "warning", "error"] | None = None
    min_confidence: Literal["possible", "likely", "certain"] | None = None
    fail_on: Literal["error", "warning", "never"] | None = None
    timeout: float | None = None
    limit: dict[str, int | float] | None = None
    online: bool | None = None
    pictures: Literal["auto", "always", "never"] | None = None
    format: str | None = None
    output: dict[str, str] | None = None
    show_identities: bool | None = None
    color: Literal["auto", "always", "never"] | None = None


_PATHS = ("paper", "authors")


def find() -> Path | None:
    """The file that applies in the current folder, None where there is none."""
    here = Path.cwd()
    root = next((folder for folder in (here, *here.parents) if is_there(folder / ".git")), here)
    for folder in (here, *here.parents):
        for name in (FILE_NAME, SHARED_NAME):
            path = folder / name
            if is_file(path) and (name == FILE_NAME or table_of(path) is not None):
                return path
        if folder == root:
            return None
    return None


def read(path: Path) -> dict[str, Any]:
    """The file as defaults for click's parameters.

    Raises click.UsageError, with the nearest valid key, for anything that is not understood.
    """
    table = table_of(path)
    if table is None:
        raise click.UsageError(f"{path}: no [tool.faimi-check] in it")
    known = [field.encode_name for field in msgspec.structs.fields(Config)]
    for key in table:
        if key not in known:
            raise click.UsageError(f"{path}: {key}: unknown key{nearest(key, known)}")
    try:
        config = msgspec.convert(table, Config)
    except msgspec.ValidationError as error:
        raise click.UsageError(f"{path}: {in_words(error, Config)}") from error
    _refuse_unknown_rules(path, config)
    for key in _PATHS:
        if getattr(config, key) == "":
            raise click.UsageError(f"{path}: {key}: nothing is named")
    return dict(_defaults(config, _from_here(path.parent)))


def _refuse_unknown_rules(path: Path, config: Config) -> None:
    """Says in which file the name of a rule is wrong: later it would look like an option's."""
    for key, named in (("select", config.select or ()), ("ignore", config.ignore or {})):
        for name in (each for item in named for each in item.split(",") if each.strip()):
            try:
                rule_id(name)
            except UnusableError as error:
                raise click.UsageError(f"{path}: {key}: {error}") from error
    for name, reason in (config.ignore or {}).items():
        if not reason.strip():
            raise click.UsageError(f'{path}: ignore: a reason is needed, as in {name.upper()} = "why"')


def _from_here(folder: Path) -> Path:
    """The folder relative to the current one where it is the same: reports then show no path of the user's machine,
    and code hosts find the files that annotations speak of."""
    return Path() if folder == Path.cwd() else folder


def _defaults(config: Config, folder: Path) -> Iterator[tuple[str, Any]]:
    for name in config.__struct_fields__:
        value = getattr(config, name)
        if value is None:
            continue
        if (name in _PATHS and isinstance(value, str)) or (name == "venue" and value.lower().endswith(".toml")):
            value = str(folder / value)
        elif name == "supplement":
            value = [str(folder / path) for path in ([value] if isinstance(value, str) else value)]
        elif name == "output":
            value = [f"{key}={folder / path}" for key, path in value.items()]
        elif name in ("ignore", "limit"):
            value = [f"{key}={said}" for key, said in value.items()]
        yield ("format_name" if name == "format" else name), value


def use(ctx: click.Context, _: click.Parameter, path: Path | None) -> Path | None:
    """Callback of `--config`: what the file says stands below options and environment, above the defaults."""
    found = path or find()
    if found is not None:
        ctx.default_map = {**(ctx.default_map or {}), **read(found)}
    return found


def config_options(command: Command) -> Command:
    """`--config` and `--show-config`."""
    command = click.option("--show-config", is_flag=True, help="Print the settings and where each comes from.")(command)
    return click.option(
        "--config",
        type=click.Path(path_type=Path, exists=True, dir_okay=False),
        is_eager=True,
        callback=use,
        help="A configuration file other than faimi-check.toml or pyproject.toml here.",
    )(command)


def naming(ctx: click.Context, name: str, config: Path | None) -> str:
    """` (named in faimi-check.toml)` where that is where a value comes from."""
    said = (ParameterSource.COMMANDLINE, ParameterSource.ENVIRONMENT, ParameterSource.DEFAULT)
    return f" (named in {config})" if config and ctx.get_parameter_source(name) not in said else ""


def describe(ctx: click.Context) -> str:
    """Each setting with its value and where it comes from."""
    lines = [f"configuration file: {ctx.params.get('config') or 'none'}"]
    for parameter in ctx.command.params:
        name = parameter.name or ""
        if name in ("config", "show_config", "help"):
            continue
        source = ctx.get_parameter_source(name)
        shown = "format" if name == "format_name" else name.replace("_", "-")
        value = ctx.params.get(name)
        words = ", ".join(map(str, value)) if isinstance(value, tuple) else value
        origin = SOURCE_WORDS.get(source or ParameterSource.DEFAULT, "default")
        if isinstance(parameter, Added) and origin in ("option", "environment") and ctx.lookup_default(name):
            origin += " and file"
        lines += hanging(f"{'' if words is None else words!s:<28} ({origin})", list_width(), f"{shown:<18} ")
    return "\n".join(lines) + "\n"
