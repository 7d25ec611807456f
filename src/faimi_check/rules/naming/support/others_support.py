"""Whether a statement tells who paid for others' data: "the public data were collected with support from ..."."""

from __future__ import annotations

import re

from faimi_check.model.text.sentence import sentence_ends
from faimi_check.rules.late import late
from faimi_check.rules.naming.mentions.kind import Kind
from faimi_check.rules.naming.mentions.recognise import mentions_in
from faimi_check.rules.naming.ownership.other_subjects import clauses_of_others
from faimi_check.rules.naming.ownership.score import own_share

_DATA = late(r"\b(?:data|data ?sets?|images|cohort|collection|biobank|registry|archive)\b", re.IGNORECASE)
_PAYERS = frozenset({Kind.FUNDER, Kind.INSTITUTION, Kind.NUMBER})
# Below this score the words speak of somebody else's data without doubt.
_OTHERS = 0.06


def speaks_of_others(statement: str) -> bool:
    """Whether each sentence that names a funder is about data, and scores as others' without doubt.

    What a clause says that has others for its subject is theirs: "the grant of the cited authors (...) was for".
    """
    named = False
    first = 0
    for last in (*sentence_ends(statement, 0, len(statement)), len(statement)):
        sentence, first = statement[first:last], last
        theirs = tuple(clauses_of_others(sentence.lstrip()))
        ahead = len(sentence) - len(sentence.lstrip())
        for one in mentions_in(sentence):
            if one.kind not in _PAYERS:
                continue
            named = True
            if any(start <= one.start - ahead < end for start, end in theirs):
                continue
            share = own_share(one.kind, "body", "", sentence, one.start, one.end)
            if share > _OTHERS or _DATA.search(sentence) is None:
                return False
    return named
