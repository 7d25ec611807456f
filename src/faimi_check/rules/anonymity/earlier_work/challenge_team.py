"""The name of one's own team in a challenge, which a leaderboard lists with its members."""

from __future__ import annotations

from collections.abc import Iterator

from faimi_check.model.finding import EVIDENCE_LIMIT, Confidence, Hit
from faimi_check.model.paper import Paper
from faimi_check.model.text.passage import Passage, join, lines_at
from faimi_check.rules.late import late
from faimi_check.rules.naming.facts import facts_of
from faimi_check.rules.naming.identity import is_placeholder
from faimi_check.rules.naming.identity.matter import near
from faimi_check.rules.naming.people.names import vocabulary
from faimi_check.rules.naming.text.prose import place, quote
from faimi_check.rules.tables import any_of, table

_QUOTED = r"[\"“”‘’'`«„]{1,2}(?P<@>[^\"“”‘’`«»\n]{1,40}?)[\"”’'“»]{1,2}"
# A capital or a digit in each word: "LumenVision Graz", "TGLTW-RMIT", "nnBrain2".
_WORD = r"(?:[A-Z\d][\w.+-]{0,30}\w|[a-z][\w-]{0,20}[A-Z\d][\w-]{0,20})"
_BARE = rf"(?P<@>{_WORD}(?: (?:of |the )?{_WORD}){{0,3}})"
# What may come between "we" and the team's name, without anybody else's entry in it.
_APART = rf"(?:(?!\b{any_of('self_citation', 'other_teams')}\b)[^.;()\[]){{0,110}}?"
_ENTRY = any_of("self_citation", "entries")
_RANKED = any_of("self_citation", "rankings")
_NAMED = r"(?:(?:called|named|name|entitled|was|is)[:,]? )?"


def _named(pattern: str, group: str) -> str:
    return pattern.replace("@", group)


def _name(group: str) -> str:
    return f"(?:{_named(_QUOTED, group)}|{_named(_BARE, group + group)})"


_OWN_TEAM = late(
    # "our team LumenVision ranked second", "our team, “Lumen”, ..."
    rf"\b[Oo]ur (?:challenge |own )?team(?: name)?(?:,| \(|:)? ?{_NAMED}"
    rf"(?:{_named(_QUOTED, 'a')}|{_named(_BARE, 'b')}(?=[,.;)]| (?:{_RANKED}|was|is|has|had|in|at|on|for|with)\b))"
    # "under the team name Lumen", "with the user name jdoe"
    r"|\b(?:under|with|using|by|as) (?:the |our )?(?:team|participant|submission|leaderboard|user)[ -]?name:? "
    rf"(?:of )?{_name('c')}"
    # "our winning submission to the challenge (team Lumen, first of 14)", "we ranked second as team Lumen"
    rf"|\b(?:[Oo]ur (?:[\w-]+ ){{0,3}}{_ENTRY}|[Ww]e(?: also| have| had)? {_RANKED})\b{_APART}"
    rf"(?:\((?:as |under )?(?:the )?(?:our )?|\b(?:as|under) (?:the )?|, )[Tt]eam(?: name)?:? {_name('e')}"
    rf"|\b[Ww]e,? \(?(?:the )?[Tt]eam:? {_name('g')}"
    rf"|\b(?:[Tt]he|[Oo]ur) (?:authors['’] )?team name (?:is|was):? {_name('i')}"
)
_IN_TITLE = late(rf"(?:^\W*|: |\b[Bb]y |\b[Oo]f )[Tt]eam {_name('t')}")
_REACH = 200
_LONGEST = 60


def own_teams(paper: Paper) -> Iterator[Hit]:
    """One finding for all names of the authors' own team."""
    found: dict[str, tuple[Passage, int, int]] = {}
    for passage in (join(lines_at(paper, paper.parts.title)), *facts_of(paper).own_text):
        patterns = (_OWN_TEAM, _IN_TITLE) if passage.text and passage.refs[0] in paper.parts.title else (_OWN_TEAM,)
        for start, end in near(("team", "Team", "user"), passage.text, _REACH, _LONGEST):
            for match in (match for pattern in patterns for match in pattern.finditer(passage.text, start, end)):
                name = next(value for value in match.groups() if value).strip(" ,.")
                if _is_name(name, vocabulary(paper)):
                    found.setdefault(name, (passage, *match.span()))
    if found:
        passage, start, end = next(iter(found.values()))
        named = ", ".join(f"“{name}”" for name in found)
        said = " | ".join(dict.fromkeys(quote(*one) for one in found.values()))
        yield Hit(
            code="team",
            message=f"The authors' own team in a challenge is named: {named[:200]}; leaderboards list its members.",
            fix='Withhold the name ("our team, name withheld for review").',
            confidence=Confidence.LIKELY,
            evidence=said[:EVIDENCE_LIMIT],
            where=place(paper, passage, start, end),
        )


def _is_name(name: str, common: frozenset[str]) -> bool:
    """Whether it is neither a placeholder nor made of words that the paper uses."""
    words = [word.lower() for word in name.split()]
    stems = table("hosts")["anonymous_owner_stems"]
    if is_placeholder(name) or any(stem in name.lower() for stem in stems) or not any(map(str.isalpha, name)):
        return False
    return len(name) > 1 and not all(word in common for word in words)
