"""Writes the pages that are made from the rules and the profiles: docs/rules/, docs/venues/, the README's rule table
and the table of bounds for chairs.

python docs/generate.py            writes them
python docs/generate.py --check    exits with 1 if one is out of date
"""

from __future__ import annotations

import inspect
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from manpage import man_page

from faimi_check.rules.catalogue import rules
from faimi_check.rules.registry import HEADINGS, Rule
from faimi_check.screening.request import WorkerLimits
from faimi_check.venues.loader import load, shipped
from faimi_check.venues.profile import Profile

ROOT = Path(__file__).resolve().parent.parent
RULES, LIMITS = "rules", "limits"
NOTICE = "<!-- made by docs/generate.py; edit the rule's docstring or the profile instead -->"


def pages() -> Iterator[tuple[Path, str]]:
    """Every generated file with what must stand in it."""
    yield ROOT / "docs/rules/index.md", _rule_index()
    for rule in rules():
        yield ROOT / f"docs/rules/{rule.id}.md", _rule_page(rule)
    for venue in shipped():
        yield ROOT / f"docs/venues/{venue}.md", _venue_page(load(venue))
    yield ROOT / "docs/man/faimi-check.1", man_page()
    readme = ROOT / "README.md"
    yield readme, _with_table(readme.read_text(encoding="utf-8"), RULES, _table("docs/rules/"))
    chairs = ROOT / "docs/chairs.md"
    yield chairs, _with_table(chairs.read_text(encoding="utf-8"), LIMITS, _limits())


def _rule_index() -> str:
    return f"{NOTICE}\n\n# Rules\n\n{_table('')}"


def _table(folder: str) -> str:
    rows = [f"| [{rule.id}]({folder}{rule.id}.md) | {rule.name} | {rule.summary} |" for rule in rules()]
    return "\n".join(["| rule | name | what it finds |", "|---|---|---|", *rows, ""])


def _rule_page(rule: Rule) -> str:
    doc = inspect.cleandoc(rule.doc)
    for heading in HEADINGS:
        doc = re.sub(rf"^{heading}$", f"## {heading}\n", doc, flags=re.MULTILINE)
    doc = re.sub(r"^    ", "", doc, flags=re.MULTILINE)
    lines = [NOTICE, "", f"# {rule.id} {rule.name}", "", doc.strip(), "", "## Codes", ""]
    lines += ["| code | severity unless the venue says otherwise |", "|---|---|"]
    lines += [f"| `{code}` | {severity.value} |" for code, severity in rule.codes.items()]
    fields = rule.params.__struct_fields__
    if fields:
        defaults = rule.params()
        lines += ["", "## Parameters of the profile", "", "| parameter | default |", "|---|---|"]
        lines += [f"| `{field}` | `{_shown(getattr(defaults, field))}` |" for field in fields]
    return "\n".join(lines) + "\n"


def _shown(value: object) -> str:
    text = str(sorted(value) if isinstance(value, frozenset) else value)
    return (text if len(text) <= 90 else text[:89] + "…").replace("|", "\\|")


def _venue_page(profile: Profile) -> str:
    read = f", read {profile.read}" if profile.read else ""
    lines = [NOTICE, "", f"# {profile.title}", "", f"`{profile.id}`, source: <{profile.source}>{read}"]
    if not profile.verified:
        lines += ["", "**Not verified**: the text of this call could not be read."]
    lines += ["", "| clause | says | force | rules |", "|---|---|---|---|"]
    for clause_id, clause in profile.clauses.items():
        words = f"“{clause.quote}”" if clause.verbatim else clause.quote
        lines.append(f"| {clause_id} | {words} | {clause.force.value} | {_rules_of(profile, clause_id)} |")
    lines.append(f"| (house rules) | rules of faimi-check, not of the call | | {_rules_of(profile, None)} |")
    return "\n".join(lines) + "\n"


def _rules_of(profile: Profile, clause: str | None) -> str:
    named = []
    for rule in rules():
        settings = profile.rules.get(rule.id)
        if settings and any(settings.clauses.get(code, settings.clause) == clause for code in rule.codes):
            named.append(rule.id)
    return ", ".join(f"[{rule_id}](../rules/{rule_id}.md)" for rule_id in named)


def _limits() -> str:
    usual = WorkerLimits()
    rows = []
    for name, (part, field) in usual.names().items():
        number = getattr(getattr(usual, part), field)
        rows.append(f"| `{name}` | {number:,} |")
    return "\n".join(["| bound | usually |", "|---|---|", *rows, ""])


def _with_table(page: str, name: str, table: str) -> str:
    """The page with the table between the two marks of that name."""
    start, end = f"<!-- {name}: start -->", f"<!-- {name}: end -->"
    before, _, rest = page.partition(start)
    _, _, after = rest.partition(end)
    return f"{before}{start}\n{table}{end}{after}"


def main() -> int:
    """Writes or compares; the number of files out of date is the exit status, at most 1."""
    stale = [(path, text) for path, text in pages() if not path.exists() or path.read_text(encoding="utf-8") != text]
    wanted = {path for path, _ in pages()}
    orphans = [
        path for name in ("rules", "venues") for path in (ROOT / "docs" / name).glob("*.md") if path not in wanted
    ]
    if "--check" in sys.argv[1:]:
        for path in [*(path for path, _ in stale), *orphans]:
            print(f"out of date: {path.relative_to(ROOT)}")
        return 1 if stale or orphans else 0
    for path, text in stale:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    for path in orphans:
        path.unlink()
    return 0


if __name__ == "__main__":
    sys.exit(main())
