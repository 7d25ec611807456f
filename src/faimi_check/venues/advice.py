"""What a profile says that can be loaded, but that its author may not have meant."""

from __future__ import annotations

import re
from collections.abc import Iterator

from faimi_check.rules.catalogue import rules
from faimi_check.rules.lncs.template import Template
from faimi_check.venues.families import members
from faimi_check.venues.files import own_table
from faimi_check.venues.profile import ClauseText, Force, Profile, Stage
from faimi_check.venues.skeleton import SAMPLE, SAMPLE_SOURCE
from faimi_check.venues.stance import ANONYMITY, authors_are, clauses_of

# What a clause speaks of, by its words; and what rules are about, by the beginnings of their ids, the longest first.
_SUBJECTS = {
    "length": r"pages?\b|length|short|long\b|words|extra",
    "layout": r"templates?\b|formats?\b|LNCS|margins?|columns?|fonts?|point\b|styles?\b|text (?:area|block)|layout"
    r"|typeset|print|type\b|captions?|ruler|lines?\b|proceedings|dimensions",
    "anonymity": r"anonym|blind|authors?|identif|names?\b|affiliat|third person|own (?:code|work)|acknowledg|reveal",
    "supplement": r"supplement|videos?\b|zip|files?\b|formats?\b|codec|README|multimedia|avi\b|MB\b|slides|PDF|archive",
    "parts": r"abstract|keywords?|sections?\b|statement|checklist|limitations?|impact|references|disclos|declar|ethic",
    "text": r"searchable|hidden|prompt|language models?|PDF|fonts?|template|ruler|numbers?\b",
}
_ABOUT = {
    "LEN": {"length"},
    "LNCS005": {"layout", "parts", "anonymity"},
    "LNCS": {"layout"},
    "REQ001": {"parts"},
    "REQ002": {"layout", "text"},
    "REQ003": {"layout", "text", "anonymity"},
    "REQ004": {"length", "parts"},
    "REQ005": {"parts"},
    "REQ006": {"supplement"},
    "ANON": {"anonymity"},
    "SUP": {"supplement", "anonymity"},
    "VID": {"supplement", "anonymity"},
    "RME": {"supplement", "anonymity"},
}
_QUOTED = 60
_NAMING = ("id", "title", "source")
_SPEAKS_OF_SUPPLEMENTS = ("SUP001", "SUP002", "SUP004", "RME", "VID")


def advice(venue: str, profile: Profile) -> Iterator[str]:
    """Sentences on what is missing or contradicts itself in a profile that was loaded from `venue`."""
    yield from _samples(profile)
    yield from _under_another_name(venue)
    yield from _unchecked(profile)
    yield from _about_something_else(profile)
    yield from _out_of_place(venue, profile)
    yield from _says_nothing(profile)


def _samples(profile: Profile) -> Iterator[str]:
    """What `venue new` has put there for an example."""
    if SAMPLE_SOURCE in profile.source:
        yield f'source is the sample "{SAMPLE_SOURCE}": put in where the call stands'
    for name, clause in profile.clauses.items():
        if clause.quote.startswith(SAMPLE):
            yield f"clauses.{name} quotes the sample sentence: put in the call's own words, or take the clause out"


def _under_another_name(venue: str) -> Iterator[str]:
    """What names a call, where it is that of the call that was extended: reports would speak of the other."""
    table = own_table(venue)
    missing = [name for name in _NAMING if not table.get(name)] if "extends" in table else []
    if missing:
        yield f"taken over from {table['extends']}, so that reports speak of that call: {', '.join(missing)}"


def _unchecked(profile: Profile) -> Iterator[str]:
    used = clauses_of(dict(profile.rules))
    for name, clause in profile.clauses.items():
        if not clause.quote.strip():
            yield f"clauses.{name} quotes nothing"
        if clause.force is Force.HUMAN:
            if not clause.question:
                yield f"clauses.{name} is for a person to judge, but has no question to ask"
        elif name not in used:
            binding = "is a must, but" if clause.force is Force.MUST else "is a recommendation that"
            yield f'clauses.{name} {binding} no rule checks it: name it in a rule, or set force = "human"'


def _about_something_else(profile: Profile) -> Iterator[str]:
    seen: set[tuple[str, str]] = set()
    for rule_id, settings in profile.rules.items():
        about = next((subjects for begun, subjects in _longest_first() if rule_id.startswith(begun)), None)
        for name in (settings.clause, *settings.clauses.values()):
            if about is None or name is None or (rule_id, name) in seen:
                continue
            seen.add((rule_id, name))
            subjects = _subjects(profile.clauses[name])
            if subjects and not subjects & about:
                quote = profile.clauses[name].quote
                said = quote if len(quote) <= _QUOTED else quote[:_QUOTED] + "..."
                yield (
                    f"rules.{rule_id} is about {_all_of(about)}, but quotes clauses.{name},"
                    f" which speaks of {_all_of(subjects)}: “{said}”"
                )


def _longest_first() -> list[tuple[str, set[str]]]:
    return sorted(_ABOUT.items(), key=lambda one: -len(one[0]))


def _subjects(clause: ClauseText) -> set[str]:
    return {subject for subject, words in _SUBJECTS.items() if re.search(words, clause.quote[:2000], re.IGNORECASE)}


def _all_of(words: set[str]) -> str:
    return " and ".join(sorted(words))


def _out_of_place(venue: str, profile: Profile) -> Iterator[str]:
    """What stands in the file itself and has no effect."""
    table = own_table(venue)
    if authors_are(profile.blind, profile.stage) != "placeholder":
        why = "camera-ready versions" if profile.stage is Stage.CAMERA_READY else f'blind = "{profile.blind.value}"'
        for name in table.get("rules", {}):
            if name.startswith(ANONYMITY) and all(one not in profile.rules for one in _of_family(name)):
                yield f"rules.{name} asks for anonymity, which {why} takes out"
    elif not any(rule_id.startswith("ANON") for rule_id in profile.rules):
        yield 'blind is "double", but no rule on anonymity is named: add [rules.ANON] or say blind = "single" or "none"'
    layout = {rule.id for rule in rules() if issubclass(rule.params, Template)}
    if table.get("template") and not layout & profile.rules.keys():
        yield "[template] is given, but no rule on the layout is named: add [rules.LNCS001] to [rules.LNCS004]"


def _of_family(name: str) -> list[str]:
    return [rule.id for rule in members(name)] or [name]


def _says_nothing(profile: Profile) -> Iterator[str]:
    """Rules that are named but have nothing to hold a paper against."""
    content, total = profile.page_limits()
    if "LEN001" in profile.rules and content is None and total is None:
        yield "rules.LEN001 sets no limit: give content_pages or total_pages"
    for rule_id, names in (
        ("REQ001", ("sections",)),
        ("REQ004", ("most_words", "least_words")),
        ("REQ005", ("most", "least")),
        ("REQ006", ("megabytes",)),
        ("SUP009", ("megabytes",)),
    ):
        settings = profile.rules.get(rule_id)
        if settings is not None and not any(getattr(settings.params, name) for name in names):
            yield f"rules.{rule_id} has nothing to check: give {' or '.join(names)}"
    handed_in = [rule_id for rule_id in profile.rules if rule_id.startswith(_SPEAKS_OF_SUPPLEMENTS)]
    if "SUP010" in profile.rules and handed_in:
        yield f"rules.SUP010 takes no supplement at all, but rules.{handed_in[0]} says what one may be"
    if not profile.read:
        yield 'read is missing: say when the call was read, as read = "2026-05"'
    if not profile.verified and not profile.second_hand:
        yield "verified is false and second_hand too, so nothing that a clause forbids weighs more than a warning"
