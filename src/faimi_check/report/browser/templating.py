"""Self-contained HTML: templates that escape, styles and scripts inlined and named in the page's own policy."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib import resources

import jinja2
import msgspec
from markupsafe import Markup, escape

from faimi_check.report.wording.escape import printable
from faimi_check.report.wording.layout import typed_pieces

_LONGEST_OPTION = 30


class Asset(msgspec.Struct, frozen=True):
    """A style or a script to put into the page; `hash` is how a Content-Security-Policy names it."""

    text: Markup
    hash: str


@cache
def environment() -> jinja2.Environment:
    """Escapes all text and takes control characters out of it. `typed` and `copied` set as code what is to be typed."""
    made = jinja2.Environment(
        loader=jinja2.PackageLoader("faimi_check.report"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
        finalize=_final,
    )
    made.filters |= {"typed": _typed, "copied": _copied}
    return made


def _typed(text: str) -> Markup:
    """One of our own sentences."""
    return Markup().join(
        Markup("<code>{}</code>").format(printable(piece)) if as_it_stands else escape(printable(piece))
        for piece, as_it_stands in typed_pieces(text)
    )


def _copied(lines: list[str]) -> Markup:
    """Lines that are there to be copied; "" where there are none. None is broken behind an option's hyphen."""
    if not lines:
        return Markup()
    said = Markup("\n").join(Markup(" ").join(map(_whole, line.split(" "))) for line in lines)
    return Markup("<pre><code>{}</code></pre>").format(said)


def _whole(word: str) -> Markup:
    is_option = word.startswith("-") and len(word) <= _LONGEST_OPTION
    return Markup("<span>{}</span>").format(word) if is_option else escape(word)


def _final(value: object) -> object:
    return printable(value) if type(value) is str else "" if value is None else value


@cache
def asset(name: str) -> Asset:
    """A file of the templates, as it stands."""
    text = (resources.files("faimi_check.report") / "templates" / name).read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return Asset(Markup(text), f"'sha256-{digest}'")  # noqa: S704  our own file
