"""SUP008: what the names and comments in the zip give away."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from faimi_check.model.finding import Confidence, Hit, Severity
from faimi_check.model.paper import MetadataField, Paper
from faimi_check.model.problem import Aspect
from faimi_check.model.submission import Submission
from faimi_check.model.supplement import Supplement
from faimi_check.rules.commands import zipping
from faimi_check.rules.late import late
from faimi_check.rules.naming.facts import facts_of
from faimi_check.rules.naming.fields.anonymous import only_says_anonymous
from faimi_check.rules.naming.fields.institutions import institutions_in_path
from faimi_check.rules.naming.fields.traces import traces
from faimi_check.rules.naming.identity import fold, identifiers, is_placeholder
from faimi_check.rules.naming.people.file_names import is_given_name, is_surname, persons_in_path
from faimi_check.rules.naming.people.names import vocabulary
from faimi_check.rules.registry import Part, RuleResults, rule, supplement_of
from faimi_check.rules.supplement.entry_words import at, shown


class EntryNames(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """User and group numbers up to `common_owner` belong to the first users of any machine and identify nobody."""

    common_owner: int = 2000


_ET_AL = late(r"(?:^|[/\\ _-])([A-Z][\w'’-]{1,40}[ _-]et[ _-]?al)(?![^\W_])")
# "uni-nordhavn", "nordhavn_university"; but not "uni-modal" or "multi-hospital".
_INSTITUTION = late(
    r"(?<![^\W_])((?:uni(?=-)|univ|university|universit[aäéy]t?|hospital|klinikum|institute?)[ _-](?:of[ _-])?"
    r"(?!modal|direct|later|form|vari|cycl|data|video|record|case|patient)[^\W\d_]{3,40}"
    r"|(?<![^\W_])(?!multi|single|inter|cross|intra|the|our)[^\W\d_]{3,40}[ _-](?:university|hospital|institute))"
    r"(?![^\W_])",
    re.I,
)
# What programs write into every zip that they make.
_PACKER = late(
    r"(?:(?:created|made|packed|compressed|generated) (?:by|with|using) |powered by )?"
    r"(?:peazip|winzip|winrar|rar|7-?zip|bandizip|keka|ark|file roller|info-?zip|zip4j|alzip|betterzip|izarc|haozip"
    r"|360zip|2345|total commander|double commander|jar|java|python|zipfile|archiver|github|gitlab|google drive)"
    r"(?:[ -]?(?:v|version)?[ ]?[\d.]{0,12}(?: \(?(?:32|64)[- ]?bit\)?)?)?\W{0,3}",
    re.I,
)
_VIDEO = late(r"\.(?:avi|mp4|wmv|mov|mkv|m4v)\b", re.I)
_MIN_SURNAME = 4
_OWNER = late(r"uid (\d+), gid (\d+)")
_NOBODY = frozenset({65534, 65533, 197608, 197609, 4294967294})


@rule(
    "SUP008",
    "entry-names",
    part=Part.SUPPLEMENT,
    params=EntryNames,
    codes={"identifies": Severity.ERROR, "comment": Severity.WARNING, "owner": Severity.NOTE},
    needs={Aspect.ARCHIVE},
    requires={"SUP001"},
)
def entry_names(submission: Submission, params: EntryNames) -> RuleResults:
    """Names and comments inside the zip tell who made it.

    Why
        Paths, comments and owner fields are shown by every unpacking program.

    How it decides
        Entry paths, the zip's comment, entries' comments and extra fields are put to the same matchers as the paper's
        metadata. "Weber_et_al", "home/mweber/" and common names side by side ("marta_weber", "Weber_Tanaka",
        "weber_lab") name an author; a single one is a warning, and so is an institution ("TU_Nordhavn"). A comment
        that names nobody is a warning, unless the program that packed it wrote it or it only says that all is
        anonymous; an unusual user number is a note.

    When it can be wrong
        A folder may be called after a data set that is called after a person.

    Fix
        Rename the files, and make the zip without comment: `zip -r -X supplement.zip folder` leaves owner fields out.
    """
    supplement = supplement_of(submission)
    authors = _authors(submission)
    # What the paper uses as a word names nobody here.
    ordinary = _ordinary(submission.paper) if submission.paper is not None else frozenset()
    for entry in supplement.entries:
        if not entry.leftover:
            yield from _telling_path(entry.name, authors, ordinary, supplement)
    numbers: dict[str, str] = {}
    for field in supplement.names:
        if field.place.startswith("leftover "):
            continue
        owner = _OWNER.fullmatch(field.value) if field.key == "owner" else None
        if owner:
            if any(int(number) > params.common_owner and int(number) not in _NOBODY for number in owner.groups()):
                numbers.setdefault(field.value, field.place)
        else:
            yield from _telling_note(field, supplement)
    for value, place in numbers.items():
        yield Hit(
            code="owner",
            message="The zip keeps the number of the user who packed it, which is unusual enough to be looked up.",
            fix=f"Unpack the zip, and in that folder make it again without owner fields:\n\n{zipping(supplement)}",
            evidence=f"{value} ({place})",
            confidence=Confidence.POSSIBLE,
            where=at(supplement),
        )


def _ordinary(paper: Paper) -> frozenset[str]:
    """The words that the paper uses in lower case. People's names among them count only where no video is named: the
    paper cites "weber_lab.avi" by its name."""
    words = vocabulary(paper)
    names = {word for word in words if is_given_name(word) or is_surname(word)}
    if not names:
        return words
    lines = (line.text for page in paper.pages for line in page.lines)
    elsewhere = {word for text in lines if not _VIDEO.search(text) for word in re.findall(r"[a-z]{3,}", text)}
    return words - (names - elsewhere)


def _authors(submission: Submission) -> frozenset[str]:
    """Surnames of the authors as far as they are known: from a list, or printed in the paper."""
    names = [author.name for author in submission.authors]
    if submission.paper is not None and submission.paper.pages:
        names += facts_of(submission.paper).author_section.persons
    surnames = (fold(name.split(",")[0] if "," in name else name.split()[-1]) for name in names if name.strip())
    return frozenset(name for name in surnames if len(name) >= _MIN_SURNAME)


def _telling_path(
    name: str, authors: frozenset[str], ordinary: frozenset[str], supplement: Supplement
) -> Iterator[Hit]:
    path = name[:1000]
    words = set(re.findall(r"[^\W\d_]+", fold(path)))
    words |= set(re.findall(r"[^\W\d_]+", fold(re.sub(r"(?<=[a-z])(?=[A-Z])", " ", path))))
    # Zip programs store paths without the slash they began with.
    found = [(item.text, item.confidence) for item in identifiers("/" + path.lstrip("/")) if item.kind != "link"]
    found += [(item.text, item.confidence) for item in identifiers(path) if item.kind != "link"]
    found += [(surname, Confidence.LIKELY) for surname in sorted(authors & words)]
    found += [
        (match[1], Confidence.LIKELY) for match in _ET_AL.finditer(path) if not is_placeholder(match[1].split("_")[0])
    ]
    found += [(match[1], Confidence.POSSIBLE) for match in _INSTITUTION.finditer(path)]
    found += [(institution, Confidence.POSSIBLE) for institution in institutions_in_path(path, ordinary)]
    found += persons_in_path(path, ordinary)
    for text, confidence in sorted(found, key=lambda one: -one[1].rank)[:1]:
        yield Hit(
            code="identifies",
            message=f'The path {shown(name)} says who the authors may be ("{shown(text)}").',
            fix="Rename the file or folder.",
            evidence=shown(name),
            confidence=confidence,
            where=at(supplement, name),
        )


def _says_nothing(comment: str) -> bool:
    """Whether a comment says nothing of anybody: a packer wrote it, or it only says that the zip is anonymous."""
    return is_placeholder(comment) or only_says_anonymous(comment) or _PACKER.fullmatch(comment) is not None


def _telling_note(field: MetadataField, supplement: Supplement) -> Iterator[Hit]:
    told = [trace for trace in traces(MetadataField(field.place, "author", field.value)) if trace.code != "unclear"]
    if field.key != "comment":
        told = [trace for trace in told if trace.code in ("email", "orcid", "path")]
    told = [trace for trace in told if trace.code != "login"]
    if told:
        yield Hit(
            code="identifies",
            message=f"The {field.place} says who the authors may be.",
            fix="Unpack the zip, and in that folder make it again without comments and extra fields:\n\n"
            + zipping(supplement),
            evidence=field.value,
            confidence=told[0].confidence,
            where=at(supplement),
        )
    elif field.key == "comment" and not _says_nothing(field.value.strip()):
        yield Hit(
            code="comment",
            message=f"The {field.place} holds a text that anybody who opens the zip can read.",
            fix="Make the zip again without a comment.",
            evidence=field.value,
            confidence=Confidence.LIKELY,
            where=at(supplement),
        )
