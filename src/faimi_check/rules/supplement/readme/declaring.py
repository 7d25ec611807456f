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
_AROUND, _MOST = 400, 20


def declared_pdfs(readmes: Iterable[Readme], pdfs: Iterable[str]) -> tuple[str, ...]:
    """Those of the PDFs, by their names in the zip, that a README names and calls so in the same paragraph."""
    texts = [readme.text for readme in readmes]
    return tuple(pdf for pdf in islice(pdfs, _MOST) if any(_declares(text, base(pdf)) for text in texts))


def _declares(text: str, name: str) -> bool:
    for found in islice(re.finditer(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text, re.IGNORECASE), _MOST):
        before = text[max(0, found.start() - _AROUND) : found.start()].rpartition("\n\n")[2]
        after = text[found.end() : found.end() + _AROUND].partition("\n\n")[0]
        said = f"{before} {after}"
        if _UNPUBLISHED.search(said) and _COPY.search(said):
            return True
    return False
