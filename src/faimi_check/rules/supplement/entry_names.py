"""SUP008: what the names and comments in the zip give away."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from faimi_check.model.finding import EVIDENCE_LIMIT, Confidence, Hit, Severity, Undecided
from faimi_check.model.paper import MetadataField
from faimi_check.model.problem import Aspect
from faimi_check.model.submission import Submission
from faimi_check.model.supplement import Supplement
from faimi_check.model.text.counted import and_more, first_of, plural, quote
from faimi_check.rules.commands import MOST, zipping
from faimi_check.rules.late import late
from faimi_check.rules.naming.fields.anonymous import only_says_anonymous
from faimi_check.rules.naming.fields.traces import traces
from faimi_check.rules.naming.identity import fold, is_placeholder
from faimi_check.rules.naming.people.file_words import affiliations
from faimi_check.rules.registry import Part, RuleResults, rule, supplement_of
from faimi_check.rules.supplement.entry_words import LONGEST_NAME, at, shown
from faimi_check.rules.supplement.remade import renaming
from faimi_check.rules.supplement.telling_paths import telling_paths


class EntryNames(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """User and group numbers up to `common_owner` belong to the first users of any machine and identify nobody."""

    common_owner: int = 2000


# What programs write into every zip that they make.
_PACKER = late(
    r"(?:(?:created|made|packed|compressed|generated) (?:by|with|using) |powered by )?"
    r"(?:peazip|winzip|winrar|rar|7-?zip|bandizip|keka|ark|file roller|info-?zip|zip4j|alzip|betterzip|izarc|haozip"
    r"|360zip|2345|total commander|double commander|jar|java|python|zipfile|archiver|github|gitlab|google drive)"
    r"(?:[ -]?(?:v|version)?[ ]?[\d.]{0,12}(?: \(?(?:32|64)[- ]?bit\)?)?)?\W{0,3}",
    re.I,
)
_WORD = late(r"[^\W\d_]+")
# How likely a text asks something of whoever judges; names of files and notes of packers ask for nothing.
_SHORTEST, _FEWEST_WORDS, _ASKS = 16, 4, 0.93
_MOST_PATHS = 2_000
_OWNER = late(r"uid (\d+), gid (\d+)")
_NOBODY = frozenset({65534, 65533, 197608, 197609, 4294967294})


@rule(
    "SUP008",
    "entry-names",
    part=Part.SUPPLEMENT,
    params=EntryNames,
    codes={
        "identifies": Severity.ERROR,
        "instruction": Severity.WARNING,
        "comment": Severity.WARNING,
        "words": Severity.NOTE,
        "owner": Severity.NOTE,
    },
    needs={Aspect.ARCHIVE},
    requires={"SUP001"},
)
def entry_names(submission: Submission, params: EntryNames) -> RuleResults:
    """Names and comments inside the zip tell who made it.

    Why
        Paths, comments and owner fields are shown by every unpacking program.

    How it decides
        Entry paths, the zip's comment, entries' comments and fields, and any other field that is a text are put to the
        same matchers as the paper's metadata and the videos' tags. "Weber_et_al", "home/mweber/" and common names side
        by side ("marta_weber", "Weber_Tanaka", "weber_lab") name an author; a single one is a warning, and so is an
        institution ("TU_Nordhavn"). Words that are none in many languages, no tool, method or set of data, and that the
        paper does not use, are a warning beside a word for a house or a group ("AG_...", "Uni_..."), in twos, where one
        ends as surnames do, or where it alone has a capital; what ends as surnames do beside a word for a group that
        somebody leads ("AG_...", "Lab_...") names an author. Each name is told once, with all paths that hold it. A
        path, comment or field that tells reviewers or language models how to judge, also in an encoding, is a warning.
        So is any other comment that names nobody, unless the program that packed it wrote it or it only says that all
        is anonymous; one of ordinary words alone and an unusual user number are notes.

    When it can be wrong
        A folder may be called after a data set that is called after a person, or by words of a language that is not
        known here.

    Fix
        Rename the files, and make the zip without comment: `zip -r -X supplement.zip folder` leaves owner fields out.
    """
    supplement = supplement_of(submission)
    yield from _telling_paths(submission, supplement)
    yield from _asking(supplement)
    numbers: dict[str, str] = {}
    for field in supplement.names:
        if field.place.startswith("leftover "):
            continue
        owner = _OWNER.fullmatch(field.value) if field.key == "owner" else None
        if owner:
            if any(int(number) > params.common_owner and int(number) not in _NOBODY for number in owner.groups()):
                numbers.setdefault(field.value, field.place)
        elif _request_in(field.value) is None:
            yield from _telling_note(field, supplement)
    long = sum(len(entry.name) > LONGEST_NAME for entry in supplement.entries if not entry.leftover)
    if long:
        yield Undecided(
            f"{plural(long, 'name')} of more than {LONGEST_NAME} letters could not be looked into to the end"
        )
    for value, place in numbers.items():
        yield Hit(
            code="owner",
            message="The zip keeps the number of the user who packed it, which is unusual enough to be looked up.",
            fix=f"Unpack the zip, and in that folder make it again without owner fields:\n\n{zipping(supplement)}",
            evidence=f"{value} ({place})",
            confidence=Confidence.POSSIBLE,
            where=at(supplement),
        )


def _telling_paths(submission: Submission, supplement: Supplement) -> Iterator[Hit]:
    """What the paths tell, each name once."""
    names = [entry.name for entry in supplement.entries if not entry.leftover]
    for told in telling_paths(names, submission):
        first, *others = told.paths
        more = and_more(len(others))
        files = "file or folder" if not others else "files and folders"
        called = first_of(filter(None, (renaming(supplement, path) for path in told.paths)), MOST)
        yield Hit(
            code="identifies",
            message=f'The path {shown(first)}{more} says who the authors may be ("{shown(told.text)}").',
            fix=f"Rename the {files}, in the README too{f': {called}' if called else ''}.",
            evidence="\n".join(map(shown, told.paths))[:EVIDENCE_LIMIT],
            confidence=told.confidence,
            where=at(supplement, first),
        )


def _asking(supplement: Supplement) -> Iterator[Hit]:
    """What paths, comments and fields ask of whoever judges the paper."""
    entries = [entry.name for entry in supplement.entries if not entry.leftover][:_MOST_PATHS]
    paths = ((name.rpartition(".")[0][:LONGEST_NAME] or name[:LONGEST_NAME], "", name) for name in entries)
    notes = ((field.value, field.place, None) for field in supplement.names if not field.place.startswith("leftover "))
    for text, place, member in (*paths, *notes):
        asked = _request_in(text)
        if asked is not None:
            said = f"path {shown(member)}" if member else place
            yield Hit(
                code="instruction",
                message=f"The {said} tells whoever judges the paper what to say: {quote(asked, 160)}.",
                fix="Rename the file." if member else "Make the zip again without comments and extra fields.",
                evidence=(member or text) if asked in text else f"{asked} / {text}"[:EVIDENCE_LIMIT],
                confidence=Confidence.LIKELY,
                where=at(supplement, member),
            )


def _request_in(text: str) -> str | None:
    """What a text beside the files asks for, put right where it is in an encoding."""
    if len(text) < _SHORTEST:
        return None
    # Few supplements have a text that is long enough, and the weights take long to load.
    from faimi_check.rules.naming.asking.coded import coded_requests
    from faimi_check.rules.naming.asking.score import asking_share
    from faimi_check.rules.naming.text.requests import commands

    if commands(text) or (asking_share(text) >= _ASKS and len(_WORD.findall(text)) >= _FEWEST_WORDS):
        return text
    return next((found.text for found in coded_requests(text)), None)


def _says_nothing(comment: str) -> bool:
    """Whether a comment says nothing of anybody: a packer wrote it, or it only says that the zip is anonymous."""
    return is_placeholder(comment) or only_says_anonymous(comment) or _PACKER.fullmatch(comment) is not None


def _telling_note(field: MetadataField, supplement: Supplement) -> Iterator[Hit]:
    value = field.value.strip()
    again = f"make it again without comments and extra fields:\n\n{zipping(supplement)}"
    if sure := _told_by(field):
        yield Hit(
            code="identifies",
            message=f"The {field.place} says who the authors may be.",
            fix=f"Unpack the zip, and in that folder {again}",
            evidence=field.value,
            confidence=sure,
            where=at(supplement),
        )
    elif field.key == "comment" and not _says_nothing(value):
        code, fix = "comment", "Make the zip again without a comment."
        if _says_ordinary_words(value):
            code, fix = "words", f"Nothing needs to be done if it is meant. {fix}"
        yield Hit(
            code=code,
            message=f"The {field.place} holds a text that anybody who opens the zip can read.",
            fix=fix,
            evidence=field.value,
            confidence=Confidence.LIKELY,
            where=at(supplement),
        )


def _told_by(field: MetadataField) -> Confidence | None:
    """How surely a field says who the authors are; None where it does not."""
    told = [trace for trace in traces(MetadataField(field.place, "author", field.value)) if trace.code != "login"]
    if field.key != "comment":
        told = [trace for trace in told if trace.code in ("email", "orcid", "path")]
    known = next((trace.confidence for trace in told if trace.code != "unclear"), None)
    if known or field.key != "comment":
        return known
    # Few supplements have a comment.
    from faimi_check.rules.supplement.named_in_notes import named_in_note
    from faimi_check.rules.supplement.readme.surely import grants_in

    return Confidence.LIKELY if named_in_note(field.value) or any(grants_in(field.value)) else None


def _says_ordinary_words(text: str) -> bool:
    """Whether a text holds ordinary words alone, and none for a house or a group: what stands beside it is a name."""
    from faimi_check.rules.naming.fields.plain_words import says_plain_words

    return says_plain_words(text) and affiliations().isdisjoint(map(fold, _WORD.findall(text)))
