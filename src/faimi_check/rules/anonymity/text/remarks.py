"""ANON020: remarks between authors that were left in the paper."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from faimi_check.model.finding import EVIDENCE_LIMIT, Confidence, Hit, Severity
from faimi_check.model.paper import Paper
from faimi_check.model.problem import Aspect
from faimi_check.model.submission import Submission
from faimi_check.model.text.passage import Passage
from faimi_check.rules.late import late
from faimi_check.rules.naming.facts import facts_of
from faimi_check.rules.naming.identity import fold
from faimi_check.rules.naming.identity.matter import places_of, windows
from faimi_check.rules.naming.people.file_names import is_given_name, may_be_given_name
from faimi_check.rules.naming.people.names import vocabulary
from faimi_check.rules.naming.text.prose import place
from faimi_check.rules.naming.text.sentences import Sentence
from faimi_check.rules.naming.text.stems import is_everyday
from faimi_check.rules.registry import NoParameters, Part, paper_of, rule
from faimi_check.rules.tables import any_of, table

# A first name or surname, or two to four initials; the capital may be of any script.
_WHO = r"(?P<who>[^\W\d_a-zß-ÿ][^\W\d_A-Z]{1,20}(?:-[^\W\d_a-zß-ÿ][^\W\d_A-Z]{1,20})?|[A-Z]{2,4}|(?:[A-Z]\.){2,3})"
_SAYS = re.compile(rf"[\[({{]\s?(?:TODO|Todo|NOTE|Note)?\s?@?{_WHO}(?: ?(?:to|→|->) ?\w{{2,20}})?\s?[:：]\s")
_TASK = late(
    rf"(?:\bTODO|\bToDo|\bTodo|\bFIXME|\\todo(?:\[[^\]]{{0,40}}\])?)\s?[(\[{{:@-]?\s?(?:for |by |@)?{_WHO}\s?[:)\]}},]"
)
# "# TODO(ilyngby): ask": a login, as programmers sign.
_SIGNED = late(r"\b(?:TODO|FIXME|XXX|HACK|NOTE) ?\((?P<who>[a-z][a-z0-9._-]{2,20})\)")
_OPENED = re.compile(rf"[\[({{]\s?(?i:{any_of('remarks', 'openings')}) (?:by|from|for|to) {_WHO}\s?[:\])}}]")
_ASKED = re.compile(rf"[\[({{]\s?(?i:{any_of('remarks', 'asks')}) {_WHO}\b")
_CALLED = late(
    rf"(?<![\w.])@?{_WHO}(?:, (?:could|can|would|will|do) you\b"
    r"|: (?:please(?! (?:see|refer|note))|could you|can you|do you)\b)"
)
_BEGGED = late(rf"(?:^|[.!?:\]”)] |[\[(]|@){_WHO}, please\b")
_CALLS = (
    *(", could you", ", can you", ", would you", ", will you", ", do you", ", please"),
    *(": please", ": could you", ": can you", ": do you"),
)
# A co-author by the first name, and a question: "Giulia, are these from the March run?", "@Giulia pls check".
_TURNED_TO = late(
    rf"(?:^|[.!?:\]”)] |[\[(@])@?{_WHO}(?:, |: ?| )(?:(?:pls|plz|please)\b"
    r"|(?:is|are|was|were|did|does|should|shall|which|what|why|where|when|how|any|have|has)\b(?=[^?.!]{3,120}\?))"
)
# "Marek: numbers from your run, pls check", which is all of a note in the margin.
_NOTE_TO = re.compile(rf"\s*@?{_WHO}: (?P<rest>[^:]{{8,}})")
_TO_SOMEBODY = late(rf"\b{any_of('remarks', 'to_somebody')}")
_CUE = late(rf"\b{any_of('remarks', 'cues')}")
_BRACKETS = re.compile(
    r"[\[({](?:[^\W\d_a-zß-ÿ]|@|ask|cc|ping|tell|remind|wait|comment|note|remark|todo|question|edit|added|changed|reply)"
)
_TASKS = ("TODO", "ToDo", "Todo", "FIXME", "XXX", "HACK", "NOTE", "\\todo")
_CLOSE = late(r"[\])}]|(?<=[.?!]) ")
_REACH = 90
_LONGEST_CALL = 50


@rule(
    "ANON020",
    "remarks",
    part=Part.PAPER,
    codes={"remark": Severity.WARNING},
    needs={Aspect.TEXT},
    requires={"DOC001"},
)
def remarks(submission: Submission, _: NoParameters) -> Iterator[Hit]:
    """A remark between authors was left in the paper, with a name or initials.

    Why
        "[Ilse: please check]" and "TODO Marek" call the authors by name; a draft's remarks are overlooked in the
        small print of margins and captions.

    How it decides
        Brackets in which a name or initials stand before a colon and words follow that co-authors write to each other
        ("please", "could you", "I would", "cite", "rephrase"); TODO and FIXME with a name; "@Name"; a name that is
        asked something ("Marek, could you ...", "Marek: pls check"); "[comment by ...]", "[ask ...]". Words that the
        paper uses otherwise,
        acronyms of the paper, and speakers such as User, Assistant, Radiologist or Question are nobody's name.

    When it can be wrong
        Dialogues and prompts that are shown as examples, with invented names.

    Fix
        Take the remark out; in LaTeX switch the package for remarks off (`\\usepackage[disable]{todonotes}`).
    """
    paper = paper_of(submission)
    found: list[tuple[Passage, int, int]] = []
    notes = list(_notes(facts_of(paper).sentences))
    for passage in facts_of(paper).own_text:
        kept: list[tuple[int, int]] = []
        beside = [note for of, note in notes if of is passage]
        for start, end, who in sorted((*_remarks(passage.text), *beside)):
            apart = not any(first <= start < last for first, last in kept)
            if apart and _is_somebody(who, passage.text, vocabulary(paper)):
                kept.append((start, _end(passage.text, end)))
                found.append((passage, *kept[-1]))
    if found:
        yield _hit(paper, found)


def _hit(paper: Paper, found: list[tuple[Passage, int, int]]) -> Hit:
    passage, start, end = found[0]
    count = len(found)
    said = "A remark between authors was" if count == 1 else f"{count} remarks between authors were"
    return Hit(
        code="remark",
        message=f"{said} left in the text, with a name or initials.",
        fix="Take it out; with todonotes in LaTeX by \\usepackage[disable]{todonotes}.",
        confidence=Confidence.POSSIBLE,
        evidence=" | ".join(one.text[first:last].strip() for one, first, last in found)[:EVIDENCE_LIMIT],
        where=place(paper, passage, start, end),
    )


def _end(text: str, end: int) -> int:
    """Where a remark ends: at its bracket's or sentence's end."""
    close = _CLOSE.search(text, end, end + _REACH)
    return close.end() if close else min(len(text), end + _REACH)


def _remarks(text: str) -> Iterator[tuple[int, int, str]]:
    for start, end in windows(_BRACKETS, text, 0, _REACH):
        for pattern in (_OPENED, _ASKED):
            yield from ((*match.span(), match["who"]) for match in pattern.finditer(text, start, end))
        for match in _SAYS.finditer(text, start, end):
            if _CUE.search(fold(text[match.end() : match.end() + _REACH].split("]")[0])):
                yield (*match.span(), match["who"])
    for match in _TURNED_TO.finditer(text) if "?" in text or "@" in text else ():
        if is_given_name(match["who"]) and match[0].rstrip(" ")[-1:].isalpha():
            yield (*match.span(), match["who"])
    if any(sign in text for sign in _TASKS):
        yield from ((*match.span(), match["who"]) for match in _TASK.finditer(text))
        yield from _signed(text)
    for at in places_of(_CALLS, text):
        for pattern in (_CALLED, _BEGGED):
            yield from ((*match.span(), match["who"]) for match in pattern.finditer(text, max(0, at - 30), at + 14))


def _notes(said: Iterable[Sentence]) -> Iterator[tuple[Passage, tuple[int, int, str]]]:
    """Sentences that open with whom they are written to."""
    for one in said:
        text = one.text
        match = _NOTE_TO.match(text) if ": " in text[:_LONGEST_CALL] else None
        told = match is not None and _TO_SOMEBODY.search(fold(match["rest"])) is not None
        if not told:
            match = _TURNED_TO.match(text) if text.rstrip().endswith("?") else None
            told = match is not None and may_be_given_name(match["who"])
        if match is not None and told:
            yield one.passage, (one.start, one.start + match.end("who"), match["who"])


def _signed(text: str) -> Iterator[tuple[int, int, str]]:
    """Tasks with a login, which is a word of the text only because it stands there."""
    for match in _SIGNED.finditer(text):
        if not is_everyday(match["who"]) and match["who"] not in table("remarks")["nobody"]:
            yield (*match.span(), f"@{match['who']}")


def _is_somebody(who: str, text: str, common: frozenset[str]) -> bool:
    """Whether a word may be a name: none of the paper's words and speakers, no acronym that it uses elsewhere."""
    folded = fold(who).strip(".")
    if (
        folded.endswith("ly")
        or folded in table("remarks")["nobody"]
        or folded in common
        or folded.rstrip("s") in common
    ):
        return False
    return not (who.isupper() and re.search(rf"(?<![\w]){re.escape(who)}(?!\w| ?(?::|→|->|to [A-Z]))", text))
