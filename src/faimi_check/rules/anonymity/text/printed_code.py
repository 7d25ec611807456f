"""What lines of code in a paper name that nothing else in it does, as a hit of ANON021."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from faimi_check.model.finding import EVIDENCE_LIMIT, Confidence, Hit
from faimi_check.model.paper import Paper
from faimi_check.model.text.counted import quote
from faimi_check.model.text.passage import join, lines_at
from faimi_check.rules.memory import once_a_paper
from faimi_check.rules.naming.facts import facts_of
from faimi_check.rules.naming.identity import LinkClass, emails, fold
from faimi_check.rules.naming.text.code import Code, code_lines
from faimi_check.rules.naming.text.prose import place
from faimi_check.rules.naming.whose.credit_lines import is_copied
from faimi_check.rules.naming.whose.paper_link import PaperLink

if TYPE_CHECKING:
    from faimi_check.rules.naming.mentions.code import InCode


def in_code(paper: Paper, told: str) -> Iterator[Hit]:
    """One hit for all that code names and `told`, links and sentences do not tell yet."""
    lines = code_lines(paper)
    if not lines:
        return
    from faimi_check.rules.naming.mentions.code import named_in_code

    named = [(line, one) for line in lines for one in named_in_code(line.text)]
    found = [
        (line, one)
        for line, one in named
        if not (_is_used(paper, one) or _is_told(paper, line, one, told))
        and not is_copied(line.passage.text, line.start)
    ]
    if not found:
        return
    shown = list(dict.fromkeys(one.text for _, one in found))
    line = found[0][0]
    yield Hit(
        code="unclear",
        message=f"Code that is printed may name a person, machine, group or institution: {quote('; '.join(shown))}.",
        fix="Print a placeholder or a variable instead.",
        confidence=Confidence.POSSIBLE,
        evidence=" | ".join(dict.fromkeys(line.text for line, _ in found))[:EVIDENCE_LIMIT],
        where=place(paper, line.passage, line.start, line.end),
    )


def _is_used(paper: Paper, one: InCode) -> bool:
    """Whether the paper speaks of all that the words name: its own method, or data of others."""
    said = _said(paper)
    return all(word in said for word in one.words)


@once_a_paper
def _said(paper: Paper) -> str:
    """What the paper says outside of code, folded."""
    return fold(with_title_and_references(paper, said_outside_code(paper)))


def said_outside_code(paper: Paper) -> list[str]:
    """The stretches of the paper's own text outside of code."""
    parts: list[str] = []
    code: dict[int, list[Code]] = {}
    for line in code_lines(paper):
        code.setdefault(id(line.passage), []).append(line)
    for passage in facts_of(paper).own_text:
        at = 0
        for line in code.get(id(passage), []):
            parts.append(passage.text[at : line.start])
            at = line.end
        parts.append(passage.text[at:])
    return parts


def with_title_and_references(paper: Paper, flows: Iterable[str]) -> str:
    """Texts of a paper as one, between its title and its references."""
    title = join(lines_at(paper, paper.parts.title)).text
    return " ".join((title, *flows, *(entry.text for listed in paper.parts.references for entry in listed.entries)))


def _is_told(paper: Paper, line: Code, one: InCode, told: str) -> bool:
    """Whether a path, an e-mail address, a link or a sentence of a paper tells the same."""
    words = one.words
    others = [told, *(found.text for found in emails(line.text))]
    said = line.passage.text[line.start : line.end]
    others += [
        link.text for link in facts_of(paper).links() if _leads_to_somebody(link) and link.text in said + line.text
    ]
    others += [said for telling in facts_of(paper).tellings if any(name in said for name in telling.names)]
    return any(all(word in fold(other) for word in words) for other in others)


def _leads_to_somebody(link: PaperLink) -> bool:
    return link.own is True or (link.own is None and link.kind is LinkClass.OWNER)
