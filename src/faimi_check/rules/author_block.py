"""ANON001 and ANON004: who the author section and the first page's footnotes name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from faimi_check.model.finding import EVIDENCE_LIMIT, Confidence, Hit, Location, Severity, Undecided
from faimi_check.model.page import Region
from faimi_check.model.paper import Paper
from faimi_check.model.passage import Passage, join_with_hyphens, lines_at
from faimi_check.model.problem import Aspect
from faimi_check.model.submission import Submission
from faimi_check.rules.author_section import AuthorSection, Naming, author_section
from faimi_check.rules.late import late
from faimi_check.rules.memory import once_a_paper
from faimi_check.rules.names import is_institution, names_in, vocabulary
from faimi_check.rules.prose import body, footnotes, place, quote
from faimi_check.rules.registry import NoParameters, Part, RuleResults, paper_of, rule

_ANONYMIZE = (
    "Print the template's placeholder instead: \\author{Anonymized Authors}, \\institute{Anonymized Affiliations}."
)
# A footnote of the first page that says where the authors are ...
_POSITION = re.compile(
    r"\b(?:(?:is|are|was|were) (?:now |currently |also )?(?:with|at) (?:the )?(?=(?-i:[A-Z]))"
    r"(?!Table|Fig|Sec|Eq|App|Alg)|"
    r"affiliated with|employed (?:by|at)|visiting (?:student|scholar|researcher)|"
    r"corresponding authors? (?:at|is|are):? ?|corresponding authors?:? (?=(?-i:[A-Z]))|"
    r"correspond(?:ing|ence)[^.]{0,30} to:?)",
    re.IGNORECASE,
)
# ... or where they did this work: then whatever name follows is the employer's.
_WORKED = re.compile(
    r"\b(?:internship (?:at|with|in)|intern(?:ing|ed)? (?:at|with)|"
    r"(?:work|research) (?:was |is |has been )?(?:mainly |partially |partly |primarily )?"
    r"(?:done|performed|conducted|carried out|started|completed) (?:in part )?(?:while|when|during|at)\b|"
    r"while (?:\w+ ){0,3}(?:at|with|employed by|working (?:at|for)|visiting) (?=(?-i:[A-Z])))",
    re.IGNORECASE,
)
_INITIALED = r"(?:[A-ZÀ-Þ]\.[ -]?){1,3}[A-ZÀ-Þ][\w'’-]+"
_FULL_NAME = r"[A-ZÀ-Þ][\w'’-]{1,30}(?: [A-ZÀ-Þ][\w'’.-]{0,30}){1,3}"
_PERSON = rf"(?:{_INITIALED}|{_FULL_NAME})"
_NAMED_POSITION = re.compile(
    rf"(?:{_PERSON}(?:(?:,? and |, ){_PERSON}){{0,12}}|\b(?:[Tt]he|[Aa]ll|[Bb]oth|[Ff]irst|[Ll]ast)(?: \w+)? authors?)"
    r",? (?:is|are|was|were) (?:also |now )?with (?:the )?"
)
_INTERN = re.compile(
    r"\b(?:internship (?:at|with)|intern at|[Tt]his work (?:was )?done (?:while|during|when)\b[^.]{0,40}? at) (?=[A-Z])"
)
_FRONT_PAGES = 2
_FOLLOWING = 120
_ANONYMIZED = late(r"anonym|withheld|hidden for|blind(?:ed)? for|removed for|redacted|\bX{3,}|\*{3,}", re.IGNORECASE)
# Funding is ANON005's business.
_FUNDED = late(r"(?:supported|funded|sponsored|financed)\b", re.IGNORECASE)


def block_location(paper: Paper, section: AuthorSection) -> Location:
    """Page and box of the author section."""
    passage = join_with_hyphens(lines_at(paper, section.refs))
    return place(paper, passage, 0, len(passage.text))


@rule(
    "ANON001",
    "author-block",
    part=Part.PAPER,
    codes={"named": Severity.ERROR, "template": Severity.WARNING, "unclear": Severity.WARNING},
    needs={Aspect.TEXT},
    requires={"DOC001"},
)
def author_block(submission: Submission, _: NoParameters) -> RuleResults:
    """The author section names somebody instead of holding a placeholder.

    Why
        Review is double-blind: names and affiliations under the title break it at first sight.

    How it decides
        All text between title and abstract is read; numbers, footnote marks, dates and empty affiliations are
        taken off. Placeholders in any wording pass ("Anonymized Authors", "Name(s) withheld", "Paper ID 12", "under
        double-blind review"), also in many European languages, Chinese, Japanese and Korean. Persons' names, named
        institutions, e-mail addresses or ORCID iDs are an error. The template's own names ("First Author, Princeton
        University") are a warning: they name nobody, but the section was forgotten. Other text is a warning. A paper
        without author section passes here; where not even a title is found, the rule says that it could not tell.

    When it can be wrong
        A second title line set like the authors can look like a name. A placeholder in words not met before is
        reported as unclear.

    Fix
        Use the placeholder of the template: Anonymized Authors, Anonymized Affiliations, email@anonymized.com.
    """
    paper = paper_of(submission)
    section = author_section(paper)
    evidence = section.text[:EVIDENCE_LIMIT]
    where = block_location(paper, section)
    if section.naming is Naming.NAMED:
        sure = bool(section.contacts or section.institutions)
        yield Hit(
            code="named",
            message=_named_message(section),
            fix=_ANONYMIZE,
            confidence=Confidence.CERTAIN if sure else Confidence.LIKELY,
            evidence=evidence,
            where=where,
        )
    elif section.naming is Naming.TEMPLATE:
        yield Hit(
            code="template",
            message="The author section holds the template's example names: they name nobody, but look forgotten.",
            fix=_ANONYMIZE,
            confidence=Confidence.LIKELY,
            evidence=evidence,
            where=where,
        )
    elif section.naming is Naming.UNCLEAR:
        yield Hit(
            code="unclear",
            message="The text between title and abstract is no placeholder known for anonymous papers: please look.",
            fix=_ANONYMIZE,
            confidence=Confidence.POSSIBLE,
            evidence=evidence,
            where=where,
        )
    elif section.naming is Naming.ABSENT and not paper.parts.title:
        yield Undecided("No title was found, so where the authors would stand could not be told.")


def _named_message(section: AuthorSection) -> str:
    if section.persons:
        count = len(section.persons)
        others = f" and {count - 1} more" if count > 1 else ""
        return f"The author section names {section.persons[0]}{others}."
    if section.institutions:
        return "The author section names an institution."
    return "The author section holds an address or ORCID iD."


@rule(
    "ANON004",
    "affiliation",
    part=Part.PAPER,
    codes={"institution": Severity.ERROR, "position": Severity.ERROR},
    needs={Aspect.TEXT},
    requires={"DOC001"},
)
def affiliation(submission: Submission, _: NoParameters) -> Iterator[Hit]:
    """The author section or a footnote on the first page names the authors' institution.

    Why
        In a small field an institution is often as good as a name.

    How it decides
        In the author section: lines with a word such as University, Hospital or Institute together with its name.
        In footnotes of the first two pages: sentences that say where an author is or was ("work done during an
        internship at ...", "is with ..."), with a name that follows. To the author section belongs what a narrow
        column beside the abstract, as journals set it, says under "Affiliations" or "Correspondence", not what it
        says of editors, reviewers and the publisher. Placeholders and the template's own institutions pass.

    When it can be wrong
        An institution without any usual word in its name is not seen here; ANON001 still sees that the section is
        no placeholder.

    Fix
        Replace affiliations by "Anonymized Affiliations" and leave such footnotes out until the final version.
    """
    paper = paper_of(submission)
    section = author_section(paper)
    if section.institutions and section.naming is Naming.NAMED:
        count = len(section.institutions)
        yield Hit(
            code="institution",
            message=f"The author section names {'an institution' if count == 1 else f'{count} institutions'}.",
            fix=_ANONYMIZE,
            confidence=Confidence.LIKELY,
            evidence=" | ".join(section.institutions)[:EVIDENCE_LIMIT],
            where=block_location(paper, section),
        )
    yield from positions(paper)


@once_a_paper
def positions(paper: Paper) -> tuple[Hit, ...]:
    """Where the small print of the first pages says where an author is or was."""
    return tuple(_positions(paper))


def _positions(paper: Paper) -> Iterator[Hit]:
    seen: set[str] = set()
    for passage, start, end, confidence in (*_working_at(paper), *_bare_institutions(paper)):
        said = quote(passage, start, end)
        if not any(said in other for other in seen) and not _ANONYMIZED.search(said):
            seen.add(said)
            yield Hit(
                code="position",
                message="A footnote on the first pages says where an author works or worked.",
                fix="Leave this footnote out until the final version.",
                confidence=confidence,
                evidence=said,
                where=place(paper, passage, start, end),
            )


Found = tuple[Passage, int, int, Confidence]


def _working_at(paper: Paper) -> Iterator[Found]:
    """Sentences that say where an author is or was."""
    notes = join_with_hyphens((ref, line) for ref, line in footnotes(paper) if ref.page <= _FRONT_PAGES)
    for pattern in (_WORKED, _POSITION):
        for match in pattern.finditer(notes.text):
            following = _in_sentence(notes, match)
            if re.search(r"\b[A-Z]\w+", following):
                sure = pattern is _WORKED or is_institution(following) or _names_person(following, paper)
                yield notes, match.start(), match.end(), Confidence.LIKELY if sure else Confidence.POSSIBLE
    # Small print that reading did not set apart from the text has to name an author or a stay.
    front = join_with_hyphens(
        (ref, line) for ref, line in body(paper) if ref.page <= _FRONT_PAGES and line.region is Region.BODY
    )
    for match in _NAMED_POSITION.finditer(front.text):
        if is_institution(_in_sentence(front, match)):
            yield front, match.start(), match.end(), Confidence.LIKELY
    for match in _INTERN.finditer(front.text):
        yield front, match.start(), match.end(), Confidence.LIKELY


def _names_person(following: str, paper: Paper) -> bool:
    return bool(names_in(re.split(r"[.;(]\s", following)[0], vocabulary(paper)))


def _in_sentence(passage: Passage, match: re.Match[str]) -> str:
    """What follows a match in its sentence, 120 characters at most."""
    _, last = passage.sentence(match.start(), match.end())
    return passage.text[match.end() : max(last, match.end())][:_FOLLOWING]


def _bare_institutions(paper: Paper) -> Iterator[Found]:
    """Footnotes of the first page that are nothing but an institution, as `\\thanks` prints affiliations."""
    for ref, line in footnotes(paper):
        text = re.sub(r"\S*@\S*", " ", line.text).strip(" *∗†‡§¶⋆0123456789,.;")
        words = re.findall(r"[^\W\d_]{4,}", text)
        if (
            ref.page == 1
            and not _FUNDED.match(text)
            and words
            and all(word[0].isupper() for word in words)
            and is_institution(text)
        ):
            passage = join_with_hyphens([(ref, line)])
            yield passage, 0, len(passage.text), Confidence.LIKELY
