"""The videos that a paper surely calls those of its own supplement, for where no supplement was given."""

from __future__ import annotations

import re
from collections.abc import Iterator

from faimi_check.model.paper import Paper
from faimi_check.rules.late import late
from faimi_check.rules.naming.text.prose import CITED, MASKED, flows
from faimi_check.rules.naming.whose.public_statements import names_collection
from faimi_check.rules.spotting import lowered
from faimi_check.rules.supplement.cited.citations import Cited, file_in, files, in_general, numbered

# Of papers without one word of either kind, nothing else needs to be asked.
_MOVING = ("video", "movie", "animation", "clip", ".avi", ".mp4", ".wmv", ".mov", ".m4v", ".mkv", ".webm", ".mp")
_BESIDE = ("suppl", "accompanying", "attach", "multimedia", "esm", "zip", "video s", "videos s", "movie s", "movies s",
           "clip s", "clips s", "animation s", "animations s")  # fmt: skip
_NOUN = late(r"\b(?:videos?|video-?clips?|movies?|animations?|clips?)\b", re.IGNORECASE)
# "Videos with supplementary labels" are no supplementary videos.
_WITH = late(r"\b(?:with|as)\s(?:the\s|our\s)?\w+$", re.IGNORECASE)
_NONE = late(r"\b(?:no|not|nor|none|without|cannot|never|neither|would|could|if)\b", re.IGNORECASE)
# Where a link stands, or somebody else's work, the video is there.
_ELSEWHERE = late(r"https?:|www\.|\b(?:their|its authors|YouTube|Vimeo|website|web ?page)\b", re.IGNORECASE)


def own_videos(paper: Paper) -> list[Cited]:
    """The videos, each once, in the paper's words."""
    if not _may_speak(paper):
        return []
    said = {" ".join(cited.text.casefold().split()): cited for cited in reversed(list(_cited(paper)))}
    return list(reversed(said.values()))


def _may_speak(paper: Paper) -> bool:
    texts = [lowered(passage.text) for passage in flows(paper)]
    return all(any(sign in text for sign in signs for text in texts) for signs in (_MOVING, _BESIDE))


def _cited(paper: Paper) -> Iterator[Cited]:
    """Those with a number or a name; without any, what the paper says in general."""
    # What has a file's name behind its number is told by that.
    named = [cited for cited, _ in numbered(paper) if _is_own(cited) and not cited.named]
    for name, page, surely, sentence in files(paper):
        cited = Cited(file_in(name), page, surely, sentence)
        if _is_own(cited, of_file=True):
            named.append(cited)
    yield from named or (cited for cited in in_general(paper) if _is_own(cited) and not _WITH.search(cited.text))


def _is_own(cited: Cited, *, of_file: bool = False) -> bool:
    """Whether the sentence says that the video is in a supplement, and of nobody that it is his."""
    said = cited.sentence
    signs = (_NONE, _ELSEWHERE, CITED, MASKED)
    return (
        cited.surely
        and (of_file or _NOUN.search(cited.text) is not None)
        and not any(sign.search(said) for sign in signs)
        and not names_collection(said)
    )
