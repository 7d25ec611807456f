"""A paper of many links, named things and notes takes as long a link as one of few."""

from __future__ import annotations

import pytest
from tests.work import grows

from faimi_check.model.finding import Location
from faimi_check.model.page import Box, Link
from faimi_check.model.text.passage import join
from faimi_check.rules.naming.identity import LinkClass, emails, urls
from faimi_check.rules.naming.text.note_calls import told_at_mark
from faimi_check.rules.naming.text.prose import footnotes
from faimi_check.rules.naming.whose.paper_link import PaperLink
from faimi_check.rules.naming.whose.paper_links import _longest, paper_links
from faimi_check.rules.supplement.readme.sources import addresses_in

from ...pages import paper

# Linear work is 4 times as much, and a little of it grows as slowly as a logarithm.
_LINEAR = 6
_WRITTEN = {
    "whole": "see https://host{at}.quarrel{at}.org/f{at} and",
    "bare": "see github.com/quarrel{at}/f{at} and",
    "set with blanks": "see https: // github. com/ quarrel{at}/f{at} and",
}


@pytest.mark.parametrize("written", _WRITTEN.values(), ids=_WRITTEN)
def test_links_are_found_one_after_the_other(written: str) -> None:
    def find(count: int) -> None:
        text = " ".join(written.format(at=at) for at in range(count))
        assert len(list(urls(text))) == count

    assert grows(find, 100) < _LINEAR


def test_so_are_those_of_a_readme() -> None:
    def find(count: int) -> None:
        addresses_in.__wrapped__(" ".join(f"see github.com/quarrel{at}/f{at} and" for at in range(count)))

    assert grows(find, 100) < _LINEAR


def test_addresses_are_found_one_after_the_other() -> None:
    def find(count: int) -> None:
        text = " ".join(f"o.quarrel{at}@pit{at}.org, {{a{at}, b{at}}}@pit.org and" for at in range(count))
        assert len(list(emails(text))) == 3 * count

    assert grows(find, 100) < _LINEAR


def _said(text: str) -> tuple[str, ...]:
    words = text.split(" ")
    return tuple(" ".join(words[at : at + 12]) for at in range(0, len(words), 12))


_SAID = {
    "nothing is said": "https://host{at}.quarrel{at}.org/f{at} and",
    "ours": "Our code is at https://github.com/quarrel{at}/f{at} now.",
    "a name is said": "We used Orrery{at} (https://github.com/quarrel{at}/orrery{at}) for it.",
    "the same name": "We used Orrery (https://github.com/quarrel{at}/orrery) for it.",
}


@pytest.mark.parametrize("said", _SAID.values(), ids=_SAID)
def test_whose_links_are_is_told_one_after_the_other(said: str) -> None:
    def judge(count: int) -> None:
        links = paper_links(paper(*_said(" ".join(said.format(at=at) for at in range(count)))))
        assert len(links) == count

    assert grows(judge, 60) < _LINEAR


def test_a_link_is_judged_once_in_whichever_way_its_lines_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    from faimi_check.rules.naming.whose import paper_links as module

    judged: list[str] = []
    judge = module._printed

    def noted(*given: object) -> PaperLink:
        judged.append(given[2].text)  # type: ignore[attr-defined]
        return judge(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(module, "_printed", noted)
    module.paper_links(
        paper("Our code is at https://github.com/quarrel/f and", "our films are at https://youtu.be/quarrel.")
    )
    assert judged == ["https://github.com/quarrel/f", "https://youtu.be/quarrel"]


def test_clickable_links_are_judged_one_after_the_other() -> None:
    def judge(count: int) -> None:
        links = tuple(Link(Box(135, 200, 300, 210), f"https://github.com/quarrel{at}/f") for at in range(count))
        assert len(paper_links(paper("Ours lies there.", links=links))) == count

    assert grows(judge, 100) < _LINEAR


def _link(value: str, page: int = 1, own: bool | None = None) -> PaperLink:
    return PaperLink(value, value, LinkClass.OWNER, own, value, Location(file="x", page=page, bbox=()))


def test_what_begins_a_longer_link_on_its_page_is_that_link() -> None:
    kept = [
        _link("github.com/quarrel/long-name"),
        _link("github.com/quarrel/longn", page=2),
        _link("github.com/other", own=True),
    ]
    begun = [_link("github.com/quarrel/long-"), _link("github.com/quarrel/"), _link("github.com/oth")]
    assert _longest([*begun, *kept]) == [kept[0], kept[2], kept[1]]
    # Ours is none of theirs that only begins alike.
    both = [_link("github.com/quarrel/f"), _link("github.com/quarrel", own=True)]
    assert _longest(both) == both


def test_beginnings_of_links_are_looked_up() -> None:
    assert grows(lambda count: _longest([_link(f"pit{at}.org/{'x' * (at % 7)}") for at in range(count)]), 200) < _LINEAR


def test_notes_are_looked_up_by_their_mark() -> None:
    def ask(count: int) -> None:
        given = paper(
            "It was drawn by hand.1", footnotes=("1 See https://github.com/quarrel/f", *("and so on",) * count)
        )
        passage = join(footnotes(given))
        told = [told_at_mark(given, passage, line) for line in range(len(passage.lines))]
        assert told[:60] == ["It was drawn by hand"] * 60

    assert grows(ask, 200) < _LINEAR
