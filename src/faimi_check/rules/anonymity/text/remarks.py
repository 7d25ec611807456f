"""ANON020: remarks between authors that were left in the paper."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from faimi_check.model.finding import EVIDENCE_LIMIT, Confidence, Hit, Severity
from faimi_check.model.paper import Paper
from faimi_check.model.problem import Aspect
from faimi_check.model.submission import Submission
from faimi_check.model.text.counted import first_of
from faimi_check.model.text.passage import Passage
from faimi_check.model.text.spans import Spans
from faimi_check.rules.late import late
from faimi_check.rules.memory import once_a_paper
from faimi_check.rules.naming.facts import facts_of
from faimi_check.rules.naming.identity import fold
from faimi_check.rules.naming.identity.matter import near, places_of, windows
from faimi_check.rules.naming.ownership.terms import TERSE
from faimi_check.rules.naming.people.balloons import Writer, balloon_writers
from faimi_check.rules.naming.people.comments import commented_people
from faimi_check.rules.naming.people.file_names import is_given_name, may_be_given_name
from faimi_check.rules.naming.people.names import vocabulary
from faimi_check.rules.naming.people.tasks import WHO, is_somebody, signed_tasks, tasks_in
from faimi_check.rules.naming.text.prose import place
from faimi_check.rules.naming.text.sentences import Sentence
from faimi_check.rules.naming.text.stems import is_everyday
from faimi_check.rules.registry import NoParameters, Part, paper_of, rule
from faimi_check.rules.tables import any_of, listed

_SAYS = late(rf"[\[({{]\s?(?:TODO|Todo|NOTE|Note)?\s?@?{WHO}(?: ?(?:to|→|->) ?\w{{2,20}})?\s?[:：]\s")
_OPENED = late(rf"[\[({{]\s?(?i:{any_of('remarks', 'openings')}) (?:by|from|for|to) {WHO}\s?[:\])}}]")
_ASKED = late(rf"[\[({{]\s?(?i:{any_of('remarks', 'asks')}) {WHO}\b")
# "Commented [KL3]:", "Kommentiert [KL3R2]:"; "[A3]" is what a word processor leaves of a writer it made anonymous.
_BALLOON = late(rf"(?<!\w){any_of('remarks', 'balloons')} ?\[(?P<who>[^\W\d_]{{2,5}})\d{{1,3}}(?:R\d{{1,2}})?\] ?:")
_CALLED = late(
    rf"(?<![\w.])@?{WHO}(?:, (?:could|can|would|will|do|did|have|are|were|should) you\b"
    r"|: (?:please(?! (?:see|refer|note))|could you|can you|do you)\b)"
)
_BEGGED = late(rf"(?:^|[.!?:\]”)] |[\[(]|@){WHO}, please\b")
_CALLS = (
    *(", could you", ", can you", ", would you", ", will you", ", do you", ", did you", ", have you", ", are you"),
    *(", were you", ", should you", ", please"),
    *(": please", ": could you", ": can you", ": do you"),
)
# A co-author by the first name, and a question: "Giulia, are these from the March run?", "@Giulia pls check".
_TURNED_TO = late(
    rf"(?:^|[.!?:\]”)] |[\[(@])@?{WHO}(?:, |: ?| )(?:(?:pls|plz|please)\b"
    r"|(?:is|are|was|were|did|does|should|shall|which|what|why|where|when|how|any|have|has)\b(?=[^?.!]{3,120}\?))"
)
# "Marek: numbers from your run, pls check", which is all of a note in the margin.
_NOTE_TO = re.compile(rf"\s*@?{WHO}: (?P<rest>[^:]{{8,}})")
_TO_SOMEBODY = late(rf"\b{any_of('remarks', 'to_somebody')}")
_ASKS_TO_CHECK = late(
    r"(?:(?:please|pls|plz) |(?:could|can|would|will|did) you (?:\w+ )?)(?:(?:double|re)-?)?(?:check|confirm|update|fix"
    r"|fill|add|send|verify|redo|run|rewrite|rephrase|shorten|cite|remove|delete|replace|have a look|look)\b"
)
_INITIALS = (2, 3)
_CUE = late(rf"\b{any_of('remarks', 'cues')}")
_BRACKETS = re.compile(
    r"[\[({](?:[^\W\d_a-zß-ÿ]|@|ask|cc|ping|tell|remind|wait|comment|note|remark|todo|question|edit|added|changed|reply)"
)
_CLOSE = late(r"[\])}]|(?<=[.?!])(?<![Pp]rof\.)(?<![Dd]r\.)(?<!\b[A-Z]\.) ")
_REACH, _SHOWN = 90, 4
_LONGEST_CALL = 50


@rule(
    "ANON020",
    "remarks",
    part=Part.PAPER,
    codes={"remark": Severity.WARNING, "writer": Severity.ERROR},
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
        ("please", "could you", "I would", "cite", "rephrase"); TODO, FIXME and XXX with a name or with whom to ask;
        "Note to Name:"; "@Name"; a name that is asked something ("Marek, could you ...", "Marek: pls check");
        "[comment by ...]", "[ask ...]"; the initials that a word processor prints beside a comment ("Commented
        [KL3]:"). Words that the paper uses otherwise, acronyms of the paper, and speakers such as User, Assistant,
        Radiologist or Question are nobody's name. A balloon beside the text that names who wrote a comment or changed
        the text in full ("Tilda Norrgren" over "Deleted: ...") is an error.

    When it can be wrong
        Dialogues and prompts that are shown as examples, with invented names.

    Fix
        Take the remark out; in LaTeX switch the package for remarks off (`\\usepackage[disable]{todonotes}`).
    """
    paper = paper_of(submission)
    found = remarks_of(paper)
    if found:
        yield _hit(paper, found)
    writers = balloon_writers(paper)
    if writers:
        yield _written(writers)


@once_a_paper
def remarks_of(paper: Paper) -> tuple[tuple[Passage, int, int], ...]:
    """Where remarks with a name stand in the paper's own text, each once."""
    found: list[tuple[Passage, int, int]] = []
    taken: dict[int, Spans] = defaultdict(Spans)
    notes = list(_notes(facts_of(paper).sentences))
    for passage in facts_of(paper).own_text:
        kept = taken[id(passage)]
        beside = [note for of, note in notes if of is passage]
        for start, end, who in sorted((*_remarks(passage.text), *beside)):
            if start in kept:
                continue
            if is_somebody(who, passage.text, vocabulary(paper)) or _is_asked(passage.text, start, end, who):
                last = _end(passage.text, end)
                kept.add(start, last)
                found.append((passage, start, last))
    for passage, start, end in _commented(paper):
        kept = taken[id(passage)]
        if not kept.touch(start, end):
            kept.add(start, end)
            found.append((passage, start, end))
    return tuple(found)


def remarked(paper: Paper) -> list[str]:
    """The remarks' words: whom they name is told with them."""
    return [passage.text[start:end].strip() for passage, start, end in remarks_of(paper)]


def _hit(paper: Paper, found: Sequence[tuple[Passage, int, int]]) -> Hit:
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


def _written(writers: Sequence[Writer]) -> Hit:
    names = list(dict.fromkeys(writer.name for writer in writers))
    return Hit(
        code="writer",
        message=f"A balloon beside the text names who wrote a comment or changed the text: {first_of(names, _SHOWN)}.",
        fix="Accept or reject all changes and take out the comments (in Word: Review > Accept > All), then export"
        " again.",
        confidence=Confidence.LIKELY,
        evidence=" | ".join(f"{writer.name} {writer.said}" for writer in writers)[:EVIDENCE_LIMIT],
        where=writers[0].where,
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
    for start, end in near(("]:", "] :"), text, _LONGEST_CALL, 3):
        yield from ((*match.span(), match["who"]) for match in _BALLOON.finditer(text, start, end))
    yield from ((*match.span(), match["who"]) for match in tasks_in(text))
    yield from ((*match.span(), f"@{match['who']}") for match in signed_tasks(text))
    for at in places_of(_CALLS, text):
        for pattern in (_CALLED, _BEGGED):
            yield from ((*match.span(), match["who"]) for match in pattern.finditer(text, max(0, at - 30), at + 14))


def _is_asked(text: str, start: int, end: int, who: str) -> bool:
    """Whether two or three letters in a bracket are asked what one asks a co-author, though they abbreviate something.

    "[ML: please check this number]" is not about machine learning; what speaks in prompts is asked such things, too.
    """
    if not (who.isupper() and len(who) in _INITIALS and text[start] in "[({" and text[end - 1 : end].isspace()):
        return False
    rest = text[end : end + _REACH].split("]")[0]
    return fold(who) not in listed("remarks", "speakers") and _ASKS_TO_CHECK.match(fold(rest)) is not None


def _notes(said: Iterable[Sentence]) -> Iterator[tuple[Passage, tuple[int, int, str]]]:
    """Sentences that open with whom they are written to."""
    for one in said:
        text = one.text
        match = _NOTE_TO.match(text) if ": " in text[:_LONGEST_CALL] else None
        told = match is not None and _TO_SOMEBODY.search(fold(match["rest"])) is not None
        if not told:
            match = _TURNED_TO.match(text) if text.rstrip().endswith("?") else None
            told = match is not None and (
                may_be_given_name(match["who"]) or (one.place in TERSE and not is_everyday(match["who"]))
            )
        if match is not None and told:
            yield one.passage, (one.start, one.start + match.end("who"), match["who"])


def _commented(paper: Paper) -> Iterator[tuple[Passage, int, int]]:
    """Comments of listings and algorithms that name who worked on them, and who is named nowhere else."""
    named = [(one, *found) for one in facts_of(paper).sentences for found in commented_people(one.text)]
    printed = fold(" ".join(line.text for page in paper.pages for line in page.lines)) if named else ""
    for one, start, end, surname in named:
        if printed.count(fold(surname)) == 1:
            yield one.passage, one.start + start, one.start + end
