"""Whether a paper is unfinished as a whole: then every page says so, and one sign more or less tells nothing new."""

from __future__ import annotations

from collections.abc import Sequence

from faimi_check.model.paper import Paper
from faimi_check.rules.document.unfinished.places import Place
from faimi_check.rules.document.unfinished.template_text import is_all_filler, is_template
from faimi_check.rules.late import late
from faimi_check.rules.naming.text.prose import flows

_RESOLVED = late(r"\[\d[\d, –-]{0,20}\]|\((?:[^()]{3,80}, )?(?:19|20)\d\d[a-z]?\)")
_UNRESOLVED = late(r"\[(?:\?, ?){0,20}\?\]|\((?:\?[;,] ?){0,20}\?\)")
_FEWEST = 3


def why_no_paper(paper: Paper, filling: Sequence[Place], template: Sequence[Place]) -> str:
    """What was handed in in place of a paper, as a sentence without its full stop; "" where it is one."""
    if is_template(paper, template):
        return "The paper is a template, or the instructions that come with one"
    if filling and is_all_filler(paper):
        return "The paper is filler text for the most part"
    return ""


def why_a_draft(paper: Paper) -> str:
    """What a paper as a whole lacks, as a sentence without its full stop; "" where it is no draft as a whole."""
    lost = sum(len(_UNRESOLVED.findall(passage.text)) for passage in flows(paper))
    found = sum(len(_RESOLVED.findall(passage.text)) for passage in flows(paper))
    if lost < _FEWEST or lost <= found:
        return ""
    return f"The paper was built without its references: {lost} of {lost + found} citations are printed as “[?]”"
