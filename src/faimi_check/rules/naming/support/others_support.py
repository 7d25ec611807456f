"""Whether a statement tells who paid for others' data: "the public data were collected with support from ..."."""

from __future__ import annotations

import re

from faimi_check.model.passage import sentence_ends
from faimi_check.rules.late import late
from faimi_check.rules.naming.mentions.kind import Kind
from faimi_check.rules.naming.mentions.recognise import mentions_in
from faimi_check.rules.naming.ownership.score import own_share

_DATA = late(r"\b(?:data|data ?sets?|images|cohort|collection|biobank|registry|archive)\b", re.IGNORECASE)
_PAYERS = frozenset({Kind.FUNDER, Kind.INSTITUTION})
# Up to these scores the words speak of somebody else's data, and of whatever else, without doubt.
_OTHERS_DATA, _OTHERS = 0.12, 0.1


def speaks_of_others(statement: str) -> bool:
    """Whether each sentence that names who paid scores as others' without doubt."""
    named = False
    first = 0
    for last in (*sentence_ends(statement, 0, len(statement)), len(statement)):
        sentence, first = statement[first:last], last
        for one in mentions_in(sentence):
            if one.kind not in _PAYERS:
                continue
            named = True
            share = own_share(one.kind, "body", "", sentence, one.start, one.end)
            if share > (_OTHERS_DATA if _DATA.search(sentence) else _OTHERS):
                return False
    return named
