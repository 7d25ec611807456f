"""`venues`, `venue list|new|show|diff|validate`: profiles, as their authors write and read them. No file is judged."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click
import msgspec

from faimi_check.cli import EXIT_CLEAN, EXIT_COULD_NOT_RUN, EXIT_FINDINGS
from faimi_check.cli.console.terminal import list_width, text_width
from faimi_check.cli.values import PATH, complete_venue
from faimi_check.interface.settings import DEFAULT_VENUE, profile_of
from faimi_check.model.text.counted import plural
from faimi_check.model.text.spelling import nearest
from faimi_check.report.wording.layout import hanging, table
from faimi_check.rules.catalogue import rules as all_rules
from faimi_check.rules.commands import shell_word
from faimi_check.rules.lncs.template import Template
from faimi_check.rules.registry import Rule
from faimi_check.screening.request import shown_name
from faimi_check.venues.advice import advice
from faimi_check.venues.loader import shipped, whole
from faimi_check.venues.profile import Force, Profile
from faimi_check.venues.skeleton import skeleton


def print_lines(lines: Iterable[str]) -> None:
    """Prints them as they are."""
    for line in lines:
        click.echo(line)


@click.command()
def venues() -> None:
    """Lists the calls for papers that come with the tool."""
    rows = []
    for name in shipped():
        profile = profile_of(name)
        why = "as others report it" if profile.second_hand else "could not be read"
        mark = "" if profile.verified else f"  (not verified: {why})"
        default = "  (default)" if name == DEFAULT_VENUE else ""
        rows.append((name, f"{profile.title}{mark}{default}"))
    print_lines(table(rows, list_width()))


class _VenueCommands(click.Group):
    """Knows who gives a venue where a command is wanted."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Raises click.UsageError with what may have been meant."""
        said = args[0] if args else ""
        if said and not said.startswith("-") and said not in self.commands:
            venue_meant = said.lower() in shipped() or said.lower().endswith(".toml")
            hint = (
                f'; did you mean "faimi-check venue show {shell_word(said)}"?'
                if venue_meant
                else nearest(said, (*self.commands, *shipped()))
            )
            raise click.UsageError(f'venue: no command "{said}"{hint} (there are {", ".join(sorted(self.commands))})')
        return super().resolve_command(ctx, args)


@click.group(cls=_VenueCommands, invoke_without_command=True)
@click.pass_context
def venue(ctx: click.Context) -> None:
    """Begins, shows, compares and validates profiles."""
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help(), err=True)
        ctx.exit(EXIT_COULD_NOT_RUN)


venue.add_command(venues, "list")


@venue.command()
@click.argument("name")
@click.option("-o", "--output", type=PATH, help="Write it to this file, which is not there yet.")
def new(name: str, output: Path | None) -> None:
    """Begins a profile for the call NAME: a commented one to fill in."""
    try:
        text = skeleton(name)
    except ValueError as error:
        raise click.UsageError(str(error)) from None
    if output is None:
        click.echo(text, nl=False)
        return
    try:
        with output.open("x", encoding="utf-8") as file:
            file.write(text)
    except OSError as error:
        raise click.UsageError(f"{output}: {error.strerror or error}") from None
    click.echo(f"{output}: written. Fill it in, then: faimi-check venue validate {shell_word(shown_name(output))}")


@venue.command()
@click.argument("name", shell_complete=complete_venue)
@click.option("--toml", is_flag=True, help="Print one whole profile: with what it extends, each family written out.")
def show(name: str, toml: bool) -> None:
    """Prints the clauses of a venue, the rules that check them, and what these judge by."""
    profile = profile_of(name)
    if toml:
        click.echo(whole(name), nl=False)
        return
    _tell(profile.title, f"{profile.id}  ")
    _tell(f"{profile.source}" + (f" (read {profile.read})" if profile.read else ""), "source: ")
    if not profile.verified:
        _tell(_NOT_READ[profile.second_hand])
    _tell(f"{_BLIND[profile.blind.value]}; {profile.stage.value} versions; {_length(profile)}")
    told: set[str] = set()
    for clause_id, clause in profile.clauses.items():
        words = f"“{clause.quote}”" if clause.verbatim else clause.quote
        click.echo(f"\n{clause_id} ({clause.force.value})")
        _tell(words, "    ")
        if clause.question:
            _tell(f"A person must ask: {clause.question}", "    ")
        if clause.source and clause.source != profile.source:
            _tell(clause.source, "    ")
        _show_rules(profile, clause_id, told)
    click.echo("\nhouse rules (of faimi-check, not of the call)")
    _show_rules(profile, None, told)


def _tell(text: str, head: str = "") -> None:
    print_lines(hanging(text, text_width(), head))


# What all rules on the layout share is the measure of this one alone.
_OF_TEMPLATE = "LNCS001"
_NEVER_MEASURED = frozenset({"name", "class_file", "word"})
# What a rule judges by is set in below its name.
_VALUES = " " * 13
_NOT_READ = {
    False: "NOT VERIFIED: the text of this call could not be read, so nothing weighs more than a warning.",
    True: "NOT VERIFIED: the text of this call was not read in its source, but as others report it.",
}
_BLIND = {"double": "double-blind", "single": "single-blind", "none": "not blind"}


def _length(profile: Profile) -> str:
    content, total = profile.page_limits()
    pages = "no limit on content" if content is None else f"content to page {content:g}"
    return pages + (", no limit in all" if total is None else f", {total} pages in all")


def _show_rules(profile: Profile, clause_id: str | None, told: set[str]) -> None:
    """The rules of a clause; what a rule judges by stands where it is named first, which `told` remembers."""
    for rule in all_rules():
        settings = profile.rules.get(rule.id)
        if settings is None:
            continue
        codes = [
            code
            for code in rule.codes
            if settings.clauses.get(code, settings.clause) == clause_id and code not in settings.off
        ]
        if codes:
            some = "" if len(codes) == len(rule.codes) else f" ({', '.join(codes)})"
            _tell(f"{weights(profile, rule, codes)}{some}", f"    {rule.id:<8} {rule.name:<22} ")
            if rule.id not in told and (values := _values(profile, rule)):
                _tell(values, _VALUES)
            told.add(rule.id)


def _values(profile: Profile, rule: Rule) -> str:
    """What the rule judges by, as the profile's language has it: measures and lists, and codes that are off."""
    settings = profile.rules[rule.id]
    hidden = _NEVER_MEASURED if rule.id == _OF_TEMPLATE else frozenset(Template.__struct_fields__)
    own = {name: value for name, value in msgspec.structs.asdict(settings.params).items() if name not in hidden}
    said = [f"{name} = {_value(value)}" for name, value in own.items() if value not in (None, "", (), frozenset())]
    return "; ".join([*said, *(f"{code} = off" for code in rule.codes if code in settings.off)])


def _value(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float):
        return f"{value:g}"
    return ", ".join(map(str, value)) if isinstance(value, tuple | frozenset | list) else str(value)


def weights(profile: Profile, rule: Rule, codes: Iterable[str]) -> str:
    """The severities that the venue gives these codes: `error, warning`."""
    return ", ".join(dict.fromkeys(profile.severity(rule, code).value for code in codes))


@venue.command()
@click.argument("first", shell_complete=complete_venue)
@click.argument("second", shell_complete=complete_venue)
def diff(first: str, second: str) -> None:
    """Prints what two venues say differently."""
    before, after = _flat(profile_of(first)), _flat(profile_of(second))
    for key in sorted(before.keys() | after.keys()):
        if before.get(key) != after.get(key):
            click.echo(key)
            for mark, side in (("-", before), ("+", after)):
                if key in side:
                    _entry(side[key], f"  {mark} ")


def _entry(text: str, head: str = "", indent: int | None = None) -> None:
    """Into a pipe an entry is one line."""
    for line in hanging(text, list_width(), head, indent):
        click.echo(line)


def _flat(profile: Profile) -> dict[str, str]:
    """A profile as one line a statement."""
    flat = {"title": profile.title, "source": profile.source, "stage": profile.stage.value}
    flat |= {"blind": profile.blind.value, "verified": str(profile.verified).lower()}
    for clause_id, clause in profile.clauses.items():
        flat[f"clauses.{clause_id}"] = f"{clause.quote} ({clause.force.value})"
    for rule in all_rules():
        settings = profile.rules.get(rule.id)
        if settings is None:
            continue
        flat[f"rules.{rule.id}"] = f"clause {settings.clause}" if settings.clause else "house rule"
        for code in rule.codes:
            weight = "off" if code in settings.off else profile.severity(rule, code).value
            flat[f"rules.{rule.id}.codes.{code}"] = weight
        for name, value in msgspec.structs.asdict(settings.params).items():
            flat[f"rules.{rule.id}.{name}"] = str(value)
    return flat


@venue.command()
@click.argument("file", type=PATH)
@click.option("--strict", is_flag=True, help="Exit with 1 where there is a warning.")
@click.pass_context
def validate(context: click.Context, file: Path, strict: bool) -> None:
    """Says whether FILE.toml is a profile that can be used, and what in it may not be meant."""
    if file.suffix.lower() != ".toml":
        raise click.UsageError(f"{file}: a profile is a .toml file")
    profile = profile_of(str(file))
    warnings = list(advice(str(file), profile))
    for warning in warnings:
        _entry(f"{file}: warning: {warning}.", indent=4)
    clauses = sum(1 for clause in profile.clauses.values() if clause.force is not Force.HUMAN)
    said = f"{plural(clauses, 'clause')} for {plural(len(profile.rules), 'rule')}"
    more = "" if not warnings else f"; {len(warnings)} {'warning' if len(warnings) == 1 else 'warnings'}"
    _entry(f"{file}: valid. {profile.title}: {said}{more}.", indent=4)
    context.exit(EXIT_FINDINGS if strict and warnings else EXIT_CLEAN)
