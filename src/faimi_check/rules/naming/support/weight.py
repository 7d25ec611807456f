"""How much a statement of thanks or funding gives away."""

from __future__ import annotations

import re
from enum import StrEnum

from faimi_check.rules.late import late
from faimi_check.rules.naming.identity import fold
from faimi_check.rules.naming.support.funders import Named, Statement
from faimi_check.rules.naming.support.unlisted_support import may_name_a_funder, pays_an_author
from faimi_check.rules.tables import any_of

# A sentence of the body that cites speaks of others' studies.
_CITED = late(r"\[\d[\d, –-]{0,20}\]|\bet al\b")
_REMOVED = late(rf"\b{any_of('funders', 'removed')}", re.IGNORECASE)
_TEMPLATE = late(any_of("funders", "template"), re.IGNORECASE)
# A footnote that begins so speaks of this paper, whoever follows and however it is written.
_OPENING = late(
    r"\W*(?:\d\W*)?(?:this (?:work|research) (?:is|was) )?"
    r"(?:supported|funded|sponsored|financed) by (?P<whom>[^.]{2,80})"
)


class Weight(StrEnum):
    """What a statement gives away."""

    NAMED = "named"
    UNCLEAR = "unclear"
    TEMPLATE = "template"
    NOTHING = "nothing"


def weigh(statement: Statement, named: Named) -> Weight:
    """How much a statement gives away, with whom it names."""
    text = statement.text
    folded = fold(text)
    if _TEMPLATE.search(text):
        return Weight.TEMPLATE if statement.is_footnote and "organi" in folded else Weight.NOTHING
    if (
        re.search(r"\b(?:no|not|any) (?:\w+ ){0,3}(?:external |specific )?(?:funding|grant)", folded)
        and not named.grants
    ):
        return Weight.NOTHING
    if named and not statement.is_section and not statement.is_footnote and _CITED.search(text):
        return Weight.UNCLEAR
    if named:
        return Weight.NAMED
    if _REMOVED.search(text):
        return Weight.NOTHING
    return _without_names(statement, folded)


def _without_names(statement: Statement, folded: str) -> Weight:
    opening = _OPENING.match(folded)
    if statement.is_footnote and opening and not re.match(r"(?:the |our |these |a |an |this )", opening["whom"]):
        return Weight.NAMED
    if not statement.is_section:
        if pays_an_author(statement.text):
            return Weight.UNCLEAR if _CITED.search(statement.text) else Weight.NAMED
        return Weight.UNCLEAR if may_name_a_funder(statement.text) else Weight.NOTHING
    inner = re.sub(r"^\W*\S+\W*", "", statement.text)
    proper = [
        match[0]
        for match in re.finditer(r"(?<![.:;] )(?<!^)\b[A-ZÀ-ÞА-Я][a-zß-ÿа-я]{2,}\w*|\b\d{2}-\d{2}-\d{4,}\b", inner)
        if fold(match[0]) not in {"area", "chair", "chairs", "reviewers", "the", "program", "miccai", "faimi"}
    ]
    return Weight.UNCLEAR if proper else Weight.NOTHING
