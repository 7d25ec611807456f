"""Which PDFs the READMEs declare as anonymized copies of papers that are cited and not published yet."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice

from faimi_check.model.supplement import Readme
from faimi_check.rules.late import late
from faimi_check.rules.supplement.readme.scope.series import base
from faimi_check.rules.tables import any_of

_UNPUBLISHED = late(any_of("readmes", "unpublished"), re.IGNORECASE)
_COPY = late(any_of("readmes", "copy_of_cited"), re.IGNORECASE)
_CITED = late(any_of("readmes", "called_cited"), re.IGNORECASE)
_LONE = late(any_of("readmes", "lone_pdf"), re.IGNORECASE)
_FILE = late(r"\w\.pdf\b", re.IGNORECASE)
# "CitedUnderReview", "ref_12-unpublished".
_SEPARATORS = late(r"[_.-]+|(?<=[a-z])(?=[A-Z\d])|(?<=\d)(?=[^\W\d])")
_LONGEST_NAME = 200
_AROUND, _MOST, _LONGEST = 400, 20, 2_000


def declared_pdfs(readmes: Iterable[Readme], pdfs: Iterable[str]) -> tuple[str, ...]:
    """Those of the PDFs, by their names in the zip, that are called so themselves or that a README names and calls so
    in the same paragraph; or that is the only one in its folder, or below, where the README names none."""
    texts = list(readmes)
    there = tuple(islice(pdfs, _MOST))
    return tuple(
        pdf
        for pdf in there
        if calls_itself_cited(pdf)
        or any(_declares(readme.text, base(pdf)) or _is_lone(readme, pdf, there) for readme in texts)
    )


def calls_itself_cited(pdf: str) -> bool:
    """Whether a file's name says both, that it is cited and that it is not published: "ref7_under_review.pdf".

    A name that says only that it is anonymous or under review may be that of the paper itself.
    """
    name = _SEPARATORS.sub(" ", base(pdf)[:_LONGEST_NAME])
    return _CITED.search(name) is not None and _UNPUBLISHED.search(name) is not None


def _is_lone(readme: Readme, pdf: str, pdfs: tuple[str, ...]) -> bool:
    """Whether the README speaks of the PDF as the only one that there is: "The PDF is a copy of [3], unpublished"."""
    folder = readme.member[: len(readme.member) - len(base(readme.member))]
    if [each for each in pdfs if each.startswith(folder)] != [pdf] or _FILE.search(readme.text):
        return False
    paragraphs = islice(readme.text.split("\n\n"), _MOST)
    return any(all(sign.search(said[:_LONGEST]) for sign in (_LONE, _UNPUBLISHED, _COPY)) for said in paragraphs)


def _declares(text: str, name: str) -> bool:
    for found in islice(re.finditer(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text, re.IGNORECASE), _MOST):
        before = text[max(0, found.start() - _AROUND) : found.start()].rpartition("\n\n")[2]
        after = text[found.end() : found.end() + _AROUND].partition("\n\n")[0]
        said = f"{before} {after}"
        if _UNPUBLISHED.search(said) and _COPY.search(said):
            return True
    return False
