"""How commands are called, for whoever called one without what it needs."""

from __future__ import annotations

import click

_EXAMPLES = {
    "explain": "faimi-check explain LEN001 (faimi-check rules lists the rules)",
    "scrub": "faimi-check scrub PAPER.pdf -o CLEAN.pdf",
    "pack": "faimi-check pack VIDEO... -o supplement.zip",
    "readme": "faimi-check readme SUPPLEMENT.zip",
    "merge": "faimi-check merge REPORTS-1 REPORTS-2 --out REPORTS",
    "venue new": "faimi-check venue new my-workshop-2027 -o my-workshop-2027.toml",
    "venue show": "faimi-check venue show faimi-2026 (faimi-check venues lists the calls)",
    "venue diff": "faimi-check venue diff faimi-2025 faimi-2026 (faimi-check venues lists the calls)",
    "venue validate": "faimi-check venue validate my-workshop-2027.toml",
}


def example(context: click.Context) -> str | None:
    """What the command of a context looks like with all that it needs."""
    names: list[str] = []
    while context.parent is not None:
        names.append(context.info_name or "")
        context = context.parent
    return _EXAMPLES.get(" ".join(reversed(names)))
