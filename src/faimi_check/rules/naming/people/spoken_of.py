"""The words that a paper uses of its subject, which name nobody where its files are called by them: methods, sets of
data, tools."""

from __future__ import annotations

import re

from faimi_check.model.paper import Paper
from faimi_check.model.text.passage import join, lines_at
from faimi_check.rules.late import late
from faimi_check.rules.memory import once_a_paper
from faimi_check.rules.naming.identity import fold
from faimi_check.rules.naming.people.file_words import words_of_name
from faimi_check.rules.naming.text.prose import own_text

_WORD = late(r"[^\W\d_]{4,}")
# A paper cites a video by its name.
_FILE = late(r"\S{1,200}\.(?:avi|mp4|wmv|mov|mkv|m4v|zip|txt)\b", re.IGNORECASE)
# "Lyngby et al.", "Lyngby and Tamm [3]", "Lyngby's": said of people.
_OF_PEOPLE = late(r"(?:[’']s)?,?(?: and [^\W\d_]{2,30}| & [^\W\d_]{2,30})?,? ?(?:et al\b|\[\d|\((?:19|20)\d\d|[’']s )")


@once_a_paper
def spoken_of(paper: Paper) -> frozenset[str]:
    """Those words folded, also the parts of "FairSeg"; words that only ever stand before a citation are none."""
    texts = [join(lines_at(paper, paper.parts.title)).text, *(passage.text for passage in own_text(paper))]
    found: set[str] = set()
    for text in (_FILE.sub(" ", text) for text in texts):
        for word in _WORD.finditer(text):
            if word[0].islower() or not _OF_PEOPLE.match(text, word.end()):
                found.update(map(fold, (word[0], *words_of_name(word[0]))))
    return frozenset(found)
