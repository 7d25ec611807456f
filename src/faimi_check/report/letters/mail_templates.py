"""The wording of the texts to authors: shipped, or a chair's own, filled in a sandbox."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping
from enum import StrEnum
from functools import cache, lru_cache
from importlib import resources

import jinja2
import jinja2.meta
from jinja2.sandbox import SandboxedEnvironment

from faimi_check.report.letters.mail_points import WIDTH
from faimi_check.report.wording.escape import printable


class Kind(StrEnum):
    """What a text to the authors is about; each kind has a template of its own."""

    REJECT = "reject"
    MEND = "mend"
    ASK = "ask"


# What a template may name.
FIELDS = (
    "id",
    "title",
    "authors",
    "venue",
    "call",
    "points",
    "more",
    "count",
    "deadline",
    "signature",
    "note",
    "looked_at",
)


class TemplateError(Exception):
    """A template that cannot be used; the message says where and why."""


def shipped() -> dict[Kind, str]:
    """The templates that come with the program."""
    folder = resources.files("faimi_check.report") / "templates" / "mail"
    return {kind: (folder / f"{kind.value}.txt").read_text(encoding="utf-8") for kind in Kind}


def check(text: str) -> None:
    """Raises TemplateError for one that names an unknown field, is no template, or does not begin with a subject."""
    try:
        filled = fill(text, dict.fromkeys(FIELDS, "x") | {"count": 2, "authors": ["x"]})
    except jinja2.TemplateError as error:
        line = getattr(error, "lineno", None)
        where = f"line {line}: " if line else ""
        raise TemplateError(f"{where}{error}; known are {', '.join(FIELDS)}") from error
    except Exception as error:
        raise TemplateError(f"{type(error).__name__}: {error}") from error
    if not filled.startswith("Subject: "):
        raise TemplateError('its first line must begin with "Subject: "')


def prints(text: str, field: str) -> bool:
    """Whether a template names the field."""
    return field in jinja2.meta.find_undeclared_variables(_environment().parse(text))


def fill(text: str, fields: Mapping[str, object]) -> str:
    """The text filled in, its long lines broken. `points`, `more` and `signature` have lines of their own already."""
    blocks = {name: str(fields[name]) for name in ("points", "more")}
    blocks["signature"] = "\n".join(map(printable, str(fields["signature"]).splitlines()))
    # They stand as marks while lines are broken: what is meant to be copied stays as it is.
    marks = {name: f"\x02{name}\x03" if block else "" for name, block in blocks.items()}
    filled = _template(text).render({**fields, **marks})
    head, _, body = filled.strip().partition("\n")
    wrapped = "\n".join(_wrapped(line) for line in body.splitlines())
    for name, mark in marks.items():
        wrapped = wrapped.replace(mark, blocks[name]) if mark else wrapped
    return f"{_clean(head)}\n{wrapped}\n"


# A chair has one template of each kind, and hundreds of letters.
@lru_cache(maxsize=16)
def _template(text: str) -> jinja2.Template:
    return _environment().from_string(text)


@cache
def _environment() -> SandboxedEnvironment:
    return SandboxedEnvironment(
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_final,
        keep_trailing_newline=True,
    )


def _final(value: object) -> object:
    if isinstance(value, list | tuple):
        return ", ".join(printable(str(each)) for each in value)
    if isinstance(value, str) and not (value.startswith("\x02") and value.endswith("\x03")):
        return printable(value)
    return value


def _clean(line: str) -> str:
    return printable(line).strip()


def _wrapped(line: str) -> str:
    if len(line) <= WIDTH:
        return line.rstrip()
    indent = line[: len(line) - len(line.lstrip())]
    return textwrap.fill(
        line.strip(),
        WIDTH,
        initial_indent=indent,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )
