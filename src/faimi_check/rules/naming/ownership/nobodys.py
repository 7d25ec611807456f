"""Sentences in which nothing that is named is anybody's here: mathematics, keywords, what others did or is imagined."""

from __future__ import annotations

import re

from faimi_check.rules.late import late
from faimi_check.rules.naming.identity import fold, is_placeholder
from faimi_check.rules.naming.text.prose import MASKED
from faimi_check.rules.naming.text.sentences import Sentence
from faimi_check.rules.spotting import has_any
from faimi_check.rules.tables import any_of, any_word, listed

# Mathematics and listings name variables; "R1 = first author" and "R1 = I. Lyngby" explain a letter.
_FORMULA = re.compile(
    r"=(?! (?:an? |the )?[a-z]{4}| (?:[A-ZÀ-Þ]\. ?){1,3}[A-ZÀ-Þ][a-zà-þ]{2})|[∼∈∑∅≤≥→←∀∃∇∂√∞×·⊲𝑎-𝔃𝐀-𝑍]"
)
_SIGNS_OF_FORMULA = 2
# "--account=lysvik": an option of a command.
_OPTION = late(r"--[\w-]{2,40}=")
_KEYWORDS = late(
    r"(?:Keywords|Key words|Index Terms)\b|.{0,60}\btypeset (?:using|with|by|in) (?!the (?:[\w-]+ ){1,3}of )",
    re.IGNORECASE,
)
# "As Arendt and Sen remind us", "What Arendt asks of us": who is read, unlike "our co-author Ida Halden".
_TOLD_NAME = r"[A-ZÀ-Þ][\w’.-]{1,30}"
_TOLD_NAMES = rf"{_TOLD_NAME}(?:,? (?:(?:and|&) )?{_TOLD_NAME}){{0,7}},? (?:have |has |once |famously |rightly )?"
_TO_US = late(
    rf"\W*(?:(?:As|And|But|Yet|So) )?{_TOLD_NAMES}(?:remind|warn|urg|caution|exhort)(?:s|es|e|ed)?"
    r" (?:all of |both of )?us\b"
    rf"|\W*(?:As|What|Like|So) {_TOLD_NAMES}(?:taught|teach(?:es)?|tells?|told|shows?|showed|shown|asks?|asked|put it"
    r"|puts it|invites?) (?:of |to )?(?:all of )?us\b"
)
# "Trademark of Lysvik N.V.".
_TRADEMARK = late(
    r"\W*(?:\d{1,2} )?(?:[A-Z][\w-]{1,30} (?:is|are) )?(?:an? )?(?:registered )?trade ?marks? (?:of|by|owned by) ",
    re.IGNORECASE,
)
# "Aristotle, Politics, III.9, 1280a": where something stands in a book that everybody may read.
_LOCATED = late(
    r"\W*(?:\d{1,2}\W{1,2})?(?:(?:See|Cf\.?|Compare|Thus|After|From|Quoted from|In) (?:also )?)?"
    r"[A-ZÀ-Þ][\w’'.-]{1,25}(?: [A-ZÀ-Þ][\w’'.-]{1,25}){0,2}, [^.;:,]{3,90}(?:, [^.;:,]{3,40})?, "
    r"(?:§+|pp?\. ?\d|ch(?:ap)?s?\.|[Cc]hapter|[Bb]k\.|[Bb]ook|vol\.|sect?\.|[Ll]ines?|[IVXL]{1,6}\b|\d{2,4}[a-e])"
    r"[^a-z]{0,4}(?:[\dIVXLa-e§ .,:–-]|trans\.|tr\.|my translation|ff?\.){0,12}\W*\Z"
)
# "Nothing in TRIMAVA tells us", "TRIMAVA does not say": authors know what is in what is theirs.
_SILENT = late(
    r"\W*(?:\d{1,2} )?(?:(?:But|And|Yet|Still|Here|Sadly),? )?"
    r"(?:(?:Nothing|Little|None|No (?:field|column|word|note|line|table))"
    rf" (?:in|on|about|of|from) (?:the )?{_TOLD_NAME}(?: [\w-]+){{0,4}}? "
    r"(?:tells?|told|says?|said|shows?|showed|lets?|explains?|reveals?|hints?)\b"
    rf"|(?:The )?{_TOLD_NAME}(?: (?:data|images|set|data ?set|paper|codebook|documentation|authors)){{0,2}}"
    r" (?:does|do|did) not (?:tell|say|record|report|state|explain|document|publish)\b)"
)
_NOTHING = ("Nothing ", "Little ", "None ", "No ", "But ", "And ", "Yet ")
_OF_OURS = late(r"\b(?:of ours|of us|our|ours|co-?authors?)\b", re.IGNORECASE)
# "Lyngby and Tamm [4], with the health service of Estmark, ran": what cited people did, with no word on who tells it.
_JOINED = frozenset({"and", "&", "et", "colleagues", "co-workers", "coworkers", "co-authors", "others"})
_FEWEST = 3
_LONGEST_SUBJECT, _PASSIVE = 110, (" was ", " were ", " is ", " are ", " has been ", " have been ")
_IMAGINED = ("Imagine ", "Suppose ", "Picture ", "Think of ", "Assume ", "Pretend ")
# "Mr. Tanaka, a fictional patient of 79".
_FICTION = (
    *("fictional", "fictitious", "imaginary", "shall call", "let us call", "invented patient", "hypothetical "),
    *(
        "who does not exist",
        "who do not exist",
        "a pseudonym",
        "are pseudonyms",
        "under pseudonyms",
        "names were changed",
        "names are changed",
        "names have been changed",
        "not their real name",
        "not her real name",
        "not his real name",
        "who never lived",
        "who never existed",
        "invented for ",
        "whom we made up",
        "whom we invented",
        "invented signature",
        "invented name",
        "invented doctor",
        "invented referr",
        "made-up ",
    ),
)
# "User (group 2): Mr Tamm, 58, sent this": turns of a prompt, where the text speaks of prompts.
_TURN = late(rf"(?<![\w-])(?i:{any_word('third_parties', 'turns')})(?: ?\([^()]{{1,30}}\)| \d{{1,2}})?: ?[A-Z“\"<\[{{]")
_PROMPTED = late(rf"\b{any_of('third_parties', 'imagined')}\b", re.IGNORECASE)
_TURNS, _TURNS_REACH, _LONGEST_LABEL = 2, 700, 48
# "PATIENT: DOE^JANE".
_DOE = late(r"\bdoe[ ,^]{0,2}(?:jane|john)\b|\bj(?:ane|ohn)[ ^]doe\b")
# "Two thirds of the first authors work in": of the papers that were reviewed.
_OF_PAPERS = late(
    r"\b(?:thirds?|half|halves|quarters?|fifths?|cent|majority|share|proportion|number|most|many)(?: of)?"
    r" (?:all |the |these )*(?:first|last|senior|corresponding|lead) authors\b|% of (?:the )?\w+ authors\b"
    r"|\bauthors (?:of|in|among) (?:the|our|these|those) (?:\w+ ){0,2}(?:review|sample|papers|articles|studies)\b"
    r"|\b(?:\d+|four|five|six|seven|eight|nine|ten|eleven|twelve) of the (?:first|last|senior) authors\b",
    re.IGNORECASE,
)
# "In 1896 Wilhelm Lindqvist opened a laboratory in Tannstad", "the vans of the 1940s": nobody who writes now was there.
_HISTORY = late(
    r"\A\W*(?:Already |Back |As early )?(?:[Ii]n|[Bb]y|[Aa]s|[Aa]round|[Aa]bout) (?:the )?(?:early |late |mid-?)?"
    r"(?:1[5-8]\d\d|19[0-4]\d)s?\b|\b(?:of|in) the (?:early |late |mid-?)?(?:1[5-8]\d|19[0-4])0s\b"
)
# "A service in Lysvik and one in Tannstad may buy the same program": any of them.
_ANY_OF_THEM = late(
    r"\b(?:[Aa]n?|[Oo]ne|[Ss]ome) [a-z][a-z -]{2,40} (?:in|from|of|at) [A-ZÀ-Þ][\w’-]+,? (?:and|or|but)"
    r" (?:one|another|an? [a-z]{3,20}) (?:in|from|of|at) [A-ZÀ-Þ][\w’-]+,?"
    r" (?:may|might|can|could|will|would|need not|are|do)\b"
)
_SPEAKS = late(
    r"\b(?:we|our|ours|us|i|my|mine|me|here|(?:the|present|these|two|one|some) authors?|co-?authors? of ours"
    r"|(?:this|the present) (?:paper|work|study|article))\b",
    re.IGNORECASE,
)


# "[BLINDED]", "<name removed>"; round brackets say of what stands before them that it was made anonymous.
_IN_BRACKETS = re.compile(r"[\[<{][^\[\](){}<>\n]{3,60}[\]>}]")


def hides_all(text: str) -> bool:
    """Whether a sentence says that names were taken out, other than by what stands in the place of one.

    "[BLINDED]" stands for what it replaces, and for nobody who is named beside it.
    """
    if MASKED.search(text) is None:
        return False
    return MASKED.search(_IN_BRACKETS.sub(_without_placeholder, text)) is not None


def _without_placeholder(found: re.Match[str]) -> str:
    return " " if is_placeholder(found[0]) else found[0]


def names_nobody(sentence: Sentence) -> bool:
    """Whether a sentence is mathematics, a listing, a line of keywords, or says that its names were taken out.

    Nor does one that quotes what somebody tells the world, and one on what cited people did, on what happened long ago
    or on what is imagined, where nothing in it is said of the authors.
    """
    text = sentence.text
    if len(_FORMULA.findall(_OPTION.sub(" ", text) if "--" in text else text)) >= _SIGNS_OF_FORMULA:
        return True
    if sentence.place == "footnote" and _LOCATED.match(text):
        return True
    silent = " not " in text or text.lstrip().startswith(_NOTHING)
    spoken = _TO_US.match(text) or (_SILENT.match(text) if silent else None)
    if spoken and not _OF_OURS.search(text, spoken.end()):
        return True
    if "doe" in text.lower() and _DOE.search(fold(text)):
        return True
    if _KEYWORDS.match(text) or hides_all(text) or tells_of_papers(text) or has_any(text, _FICTION):
        return True
    said = text.lstrip()
    if _is_turn(sentence):
        return True
    told = (
        said.startswith(_IMAGINED)
        or ("rade" in said and _TRADEMARK.match(said))
        or _begins_with_cited_people(said)
        or _HISTORY.search(said)
        or _ANY_OF_THEM.search(said)
    )
    return bool(told) and _SPEAKS.search(text) is None


def _is_turn(sentence: Sentence) -> bool:
    """Whether a sentence opens a turn of a prompt that the paper prints: who stands in it was made up."""
    label, colon, rest = sentence.text.lstrip()[:_LONGEST_LABEL].partition(":")
    if not colon or not rest or label.lower().split(" ")[0] not in listed("third_parties", "turns"):
        return False
    text, start, end = sentence.passage.text, sentence.start, sentence.end
    near = text[max(0, start - _TURNS_REACH) : end + _TURNS_REACH]
    return (
        len(_TURN.findall(near)) >= _TURNS and _PROMPTED.search(text, max(0, start - _TURNS_REACH), start) is not None
    )


def tells_of_papers(text: str) -> bool:
    """Whether authors of papers that were reviewed are spoken of."""
    return "authors" in text and _OF_PAPERS.search(text) is not None


def _begins_with_cited_people(text: str) -> bool:
    """Whether the subject of a sentence are at least two people with a citation."""
    subject, bracket, rest = text[:_LONGEST_SUBJECT].partition(" [" if " [" in text[:_LONGEST_SUBJECT] else " (")
    words = subject.replace(",", " ").split()
    if not bracket or not rest[:1].isdigit() or len(words) < _FEWEST or _JOINED.isdisjoint(words):
        return False
    if not all(word in _JOINED or word == "al." or _is_surname(word) for word in words):
        return False
    return not text[len(subject) :].partition("]" if "[" in bracket else ")")[2].startswith(_PASSIVE)


def _is_surname(word: str) -> bool:
    """Whether a word has the shape of a surname: "Lyngby", "Lyngby-Tamm", "O’Tamm"."""
    parts = word.replace("’", "-").replace("'", "-").split("-")
    return all(part[:1].isupper() and (len(part) == 1 or part[1:].islower()) for part in parts)


def has_formula(text: str) -> bool:
    """Whether any sign of mathematics stands in a sentence."""
    return _FORMULA.search(text) is not None
