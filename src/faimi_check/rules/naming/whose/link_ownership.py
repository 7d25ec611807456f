"""Whose a link is, by the words round it: "our code is available at" against "we used"."""

from __future__ import annotations

import re

from faimi_check.model.text.sentence import sentence_around, sentence_before
from faimi_check.rules.late import late
from faimi_check.rules.naming.identity import fold
from faimi_check.rules.naming.whose.others_work import is_of_who_did_it, may_be_others, only_labelled
from faimi_check.rules.tables import any_of, table

REACH = 220
_WORDINGS = {
    name: tuple(map(late, table("wording")[name]))
    for name in (
        "available", "brought", "collected", "compared", "depends", "invited", "kept_by_others", "offered", "others",
        "others_after", "others_available", "ours", "ours_after", "placed", "requested", "taken_after",
    )
}  # fmt: skip
# "our code uses X and is available at"; not "our code uses X, which is available at".
_SAID_AVAILABLE = late(
    r"(?:(?!\bwhich\b|\bwhose\b|\bthat\b)[^.;])*?\b(?:is|are|was|were|be|been|can|will)\b(?:(?!\bwhich\b|\bwhose\b)[^.;]){0,60}"
    r"\b(?:available|released|found|public|accessible|provided|published|hosted|shared|downloaded|located|deposited|at|on)\b"
)
# "We uploaded the detector that was trained with it; find it under".
_POINTED_AT = late(r"[;:,.] (?:please )?(?:find|get|fetch|try|grab|see) (?:it|them|both|all|everything)\b[^.;]{0,60}$")
# "On the first author's page", "shared by the last author"; the first author of [3] is somebody else.
_BY_ONE_OF_US = late(
    r"\b(?:the|our) (?:first|second|third|last|senior|corresponding) author(?:'s)?\b(?! of\b)[^.;\[]{0,40}$"
)
# "The code of Lyngby et al. [4], from the first author's page": the author of what was cited.
_CITES = late(r"\bet al\b|\[\d|\b(?:of|by) [^.;]{1,40}\((?:19|20)\d\d")
_FAR = 14
_CITED_BEFORE = late(r"\[[\d, ]{1,20}\]\W{0,3}$|\(?\d{4}\)\W{0,3}$")
# A name among the words for data: "The VinDr images can be downloaded from ..." is about somebody else's.
_NAMED_DATA = late(
    r"\W*\w+\b(?:(?! (?:can|may|is|are|will)\b).){0,80}?"
    r"(?: (?!(?:CT|MRI?|PET|ECG|EEG|US|HIV|DICOM|NIfTI|JSON|CSV|X-?rays?)\b)[A-Z]|\[\d)"
    r"(?=.{0,120}? (?:can|may|is|are|will)\b)"
)
_PUBLIC = late(r"\b(?:publicly|freely|openly|original|official|public|open)\b")
_TAKEN = late(r"\b(?:from|public\w*|et al|based on|subset)\b")
_CITED_AFTER = late(r"\W{0,3}\[\d")
# "VS Code", "the ICD code", "Google Code": a name in front makes it that product.
_NO_PRODUCT = r"(?!(?:Our|The|This|All|Source|Project|Training|Git[Hh]ub|Demo) )"
_NAMED_PRODUCT = late(
    rf"(?<=\S ){_NO_PRODUCT}[A-Z][\w.-]* (?i:codes?|tool|software|website|homepage|page|implementation|repository)"
    r"\W{0,3}$"
    rf"|^{_NO_PRODUCT}(?:[A-Z]{{2,}}|[A-Z][\w.-]*) [Cc]odes?\W{{0,3}}$"
    r"|\boriginal authors['’]? (?:[\w-]+ ){0,2}\W{0,2}$"
    r"|\b(?:released|published|shared|provided) by (?:the )?[A-Z].{0,80}$"
)
# "The code that Lyngby et al. made public at": somebody named did it.
_DONE_BY_NAMED = late(
    r"\b(?:that|which|code|data|weights|models?|labels|scripts|software) "
    r"(?!(?:We|I|It|They|The|This|These|Our|Each|One|Both|Authors?|All|Some)\b)[A-Z][\w’'-]+"
    r"(?:,? (?:et al\.?|(?:and|&) [A-Z][\w’'-]+|and (?:(?:his|her|their) )?"
    r"(?:co-?workers|colleagues|co-?authors|team|group)))? "
    r"(?:have |has |had )?(?:kindly |recently )?"
    r"(?:made|makes?|put|published|released|shares?|shared|posted|hosts?|offers?|provides?|provided|keeps?|maintains?|uploaded)\b[^.;]{0,40}$"
)
# "Copied from its authors' repository": a method's authors are others, as is a third party.
_OF_ITS_AUTHORS = late(
    r"\b(?:its|their|his|her|whose) (?:own |original )?(?:authors|developers|makers|creators|inventors)\b[^.;]{0,40}$"
    r"|\bthird[ -]part(?:y|ies)\b(?:'s)?[^.;]{0,40}$"
)
# "..., deposited by the makers of the fetal set", "... (terms by Nordhavn University)".
_PUT_BY_OTHERS = late(
    r"[\W\d_]{0,5}(?:(?:it |which |that )?(?:is|was|were|has been|had been) )?"
    rf"{any_of('wording', 'put')}(?: (?:there|up|online|here))? by (?:the|its|their|his|her) (?:original )?"
    rf"{any_of('wording', 'putters')}\b(?! of (?:this|the present)\b)"
    # "(third-party corrections)", "(labels corrected by others)".
    r"|\W{0,4}\((?:[^()]{1,60} )?(?:third[- ]part(?:y|ies)|by (?:others|other groups|(?:some(?:body|one) else))"
    r"|not ours|not by us|not our own|others['’] )"
    r"|[\W\d_]{0,5}(?:its |the |under the )?(?:terms(?: of use)?|licen[cs]e|conditions)(?: (?:is|are))?"
    r" (?:by|of|from|set by) (?!our\b|us\b)"
)
# "From a blog article: A guide to attention, with code https://...": what a caption credits.
_TAKEN_FROM = late(
    r"\W{0,3}(?:(?:The |This )?(?:[Ff]igure|[Ii]mage|[Pp]icture|[Pp]hoto|[Dd]iagram|[Ii]llustration|[Dd]rawing)s? )?"
    r"(?:(?:is |are |was |were )?(?:[Tt]aken|[Aa]dapted|[Rr]eproduced|[Rr]eprinted|[Rr]edrawn|[Cc]opied) )?[Ff]rom "
    r"(?:the |an? |this )?(?:[\w-]+ ){0,2}?(?:blog|article|post|tutorial|lecture|slides|documentation|manual"
    r"|[Ww]ikipedia|book|textbook|news|talk)\b"
)
# A footnote that says no more than what its link is.
_ONLY_LABELS = late(
    r"\W*(?:\d{1,2}\W{1,2})?(?:(?:[Gg]it[Hh]ub|[Gg]it[Ll]ab|[Cc]ode|[Ll]ink|[Ss]ource|[Rr]epo(?:sitory)?|[Uu][Rr][Ll]"
    r"|[Pp]age|[Pp]roject|[Ww]ebsite|[Hh]omepage|[Ss]ee|[Aa]vailable|at|from)\b[ :,]{0,3}){1,4}$"
)
_ITS_THING = late(
    r"\W*(?:Its|Their|His|Her) (?:own |official |original |public |released )?(?:[a-z-]+ )?"
    r"(?:code|codebase|implementation|repository|weights|models?|scripts?|software|release|checkpoints?|labels|splits?)"
    r"\b"
)
_OWN_THING = late(
    r"\b(?:[Ww]e|[Tt]his (?:paper|work)) (?:[a-z]+ )?"
    r"(?:propos|introduc|present|releas|publish|design|develop|built|build|call|nam)"
    r"|\b[Oo]ur (?:[\w-]+ ){0,2}(?:networks?|models?|methods?|tool\w*|packages?|librar\w+|code|viewer|system|approach"
    r"|pipeline)\b"
)
# A name in the middle of a sentence: "Requests for EMBED are handled at".
_NAMED_THERE = late(
    r"(?<=[a-z,] )(?!(?:CT|MRI?|PET|ECG|EEG|US|HIV|DICOM|NIfTI|JSON|CSV|PDF|X|Fig|Figs|Figure|Table|Sect|Section|I)\b)"
    r"[A-Z]"
)
# What is fetched at one state and then patched is others'.
_PATCHED = late(r"\bpatch -p ?\d|\bgit (?:apply|am)\b|\bgit checkout [\da-f]{6,40}\b(?=.{0,120}\bpatch)")
_NOTE_WORD = re.compile(r"[^\W\d_]{3,}")
_FEWEST_DESCRIBING = 2
_BASE_IMAGE = "FROM "
_WEIGHTS_AND_BIASES = late(r"\bweights (?:&|and) biases\b")


def put_by_others(after: str) -> bool:
    """Whether what stands right behind a link says that others put there what it leads to, or set the terms for it."""
    return _PUT_BY_OTHERS.match(after) is not None


def told_after(text: str, start: int, end: int) -> bool:
    """Whether what stands behind a link says that others made what it leads to: a baseline, what is patched."""
    if _says("others_after", fold(text[end : end + 100])):
        first, _ = sentence_around(text, start, start, REACH)
        return not _says("ours", fold(text[first:start]))
    return text[:start].rstrip().endswith("git clone") and _PATCHED.search(text, end, end + REACH) is not None


def whose(text: str, start: int, end: int) -> bool | None:
    """Whether the words before a link say that it leads to the authors' own material (True) or others' (False)."""
    first, _ = sentence_around(text, start, start, REACH)
    # The platform's name is no word for a model's weights.
    before = _WEIGHTS_AND_BIASES.sub("wandb", fold(text[first:start]))
    after = fold(text[end : end + 100])
    if (
        put_by_others(after)
        or _OF_ITS_AUTHORS.search(before)
        or _is_cited_authors(before)
        or _is_of_what_was_named(text, first, start, after)
    ):
        return False
    if _says("ours_after", after) or _BY_ONE_OF_US.search(before):
        return True
    ours = -1 if _says("compared", before) else _last_end("ours", before)
    depends = _last_end("depends", before)
    if 0 <= ours < depends:
        pointed = _POINTED_AT.search(before, depends) is not None
        if pointed or not _SAID_AVAILABLE.match(before, depends):
            return pointed
    if ours < 0 and (_is_of_named(text[first:start], after) or _says("others_after", after)):
        return False
    if ours < 0 and _NAMED_PRODUCT.search(text[first:start]):
        return _said_others(before)
    if _says("available", before):
        if ours >= 0 or _says("others_available", before):
            return ours >= 0 or (None if only_labelled(text[first:start]) else False)
        return None if _says("placed", before) or may_be_others(text, first, start) else True
    if _says("collected", before) and not _CITED_BEFORE.search(before):
        return True
    told = _offered_or_taken(text, (first, start), before, after, ours)
    return None if told is False and _says_little(text, first, start) else told


def _says_little(text: str, first: int, start: int) -> bool:
    """Whether the words before a link only label it, or begin the recipe of a container: "FROM ghcr.io/..."."""
    return only_labelled(text[first:start]) or text.endswith(_BASE_IMAGE, 0, start)


def only_labels(before: str) -> bool:
    """Whether the words of a note before a link say no more than what it is: "GitHub Link:"."""
    return _ONLY_LABELS.fullmatch(before) is not None


def _is_of_named(before: str, after: str) -> bool:
    """Whether somebody named did what a link leads to, or it is a blog's or book's from which something was taken."""
    if _TAKEN_FROM.match(before):
        return True
    return _DONE_BY_NAMED.search(before) is not None or is_of_who_did_it(before, after)


def _is_cited_authors(before: str) -> bool:
    """Whether "the first author" before a link is one of a work that was cited just before."""
    named = _BY_ONE_OF_US.search(before)
    return named is not None and named[0].startswith("the") and _CITES.search(before, 0, named.start()) is not None


def _offered_or_taken(text: str, span: tuple[int, int], before: str, after: str, ours: int) -> bool | None:
    """Whose data on offer are by the sentence before; else others' where the words say so, ours where they say that."""
    first, start = span
    if _says("offered", before) and not _NAMED_DATA.match(text[first:start]):
        told = fold(sentence_before(text, first, REACH))
        if ours >= 0 or (_says("brought", told) and not _TAKEN.search(told)):
            return True
        if not _PUBLIC.search(before):
            return None
    if ours < 0 and asked_there(text[first:start]):
        return None
    others = _last_end("others", before)
    if ours < 0 and (others >= 0 or _CITED_BEFORE.search(before) or _CITED_AFTER.match(after)):
        return False
    return None if ours < 0 or len(before[ours:].split()) > _FAR else ours > others


def _is_of_what_was_named(text: str, first: int, start: int, after: str) -> bool:
    """Whether words before and behind a link take for this paper what belongs to somebody else's that was named before.

    "Its weights (https://...) were used for the third row."
    """
    if not _ITS_THING.match(text[first:start]) or not _says("taken_after", after):
        return False
    return _OWN_THING.search(sentence_before(text, first, REACH)) is None


def asked_there(before: str) -> bool:
    """Whether readers are invited to what a link leads to, or sent there with requests, and nothing else is named."""
    said = fold(before)
    if _CITES.search(before) or _NAMED_THERE.search(before) or _says("kept_by_others", said):
        return False
    return _says("invited", said) or _says("requested", said)


def describes(note: str) -> bool:
    """Whether the words of a note before its link say of themselves what it leads to, and not only that it does."""
    pointing = table("wording")["pointing"]
    words = [word for word in _NOTE_WORD.findall(fold(note)) if word not in pointing]
    return len(words) >= _FEWEST_DESCRIBING and note.rstrip().endswith(":")


def depends(before: str) -> bool:
    """Whether words say that something was made with, compared to or had from its authors at what follows."""
    said = fold(before)
    return _says("depends", said) or _OF_ITS_AUTHORS.search(said) is not None or is_of_who_did_it(before)


def _said_others(before: str) -> bool | None:
    """False where the words make it somebody else's, None where they say nothing."""
    return False if _says("others", before) else None


def claimed(text: str, start: int) -> bool:
    """Whether the words before a link call what it leads to the authors' own, and nobody else's after that."""
    first, _ = sentence_around(text, start, start, REACH)
    before = fold(text[first:start])
    # "our package" ends where "package" does.
    return 0 <= _last_end("ours", before) >= _last_end("others", before)


def _says(name: str, text: str) -> bool:
    """Whether a wording of a list is in the text: the first is enough."""
    return any(wording.search(text) for wording in _WORDINGS[name])


def _last_end(name: str, text: str) -> int:
    """Where the last match of a wording list ends, -1 where there is none."""
    return max((match.end() for wording in _WORDINGS[name] for match in wording.finditer(text)), default=-1)
