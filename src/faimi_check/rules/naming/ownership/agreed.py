"""Names that stand for something else: towns for what was agreed on there, words of another script for those before."""

from __future__ import annotations

import re

from faimi_check.rules.late import late
from faimi_check.rules.naming.mentions.kind import Mention
from faimi_check.rules.tables import any_of

# Greek is the first of them; so far before a bracket stands whom it names.
_OTHER_SCRIPTS, _ROLE_REACH = "\u0370", 70
_SOMEBODY = late(
    r"\b(?:authors?|readers?|raters?|annotators?|graders?|by|Dr|Prof|Mrs?|Ms|colleagues?|nurses?|radiologists?|physicians?"
    r"|surgeons?|students?|professor|engineer|head|chief|thanks?|our|my|us|we|hospital|clinic|university|institute)\b"
)
_SCALE = any_of("mentions", "scales")
_SCALE_BEFORE = late(rf"\b{_SCALE}(?: [\w-]+){{0,2}} \((?:the |after |by |modified )?$", re.IGNORECASE)
_SCALE_BEHIND = late(
    r"(?:[ -](?:[A-Z]|modified|combined|histolog\w+|prognostic|clinical|consensus|international|revised|updated"
    rf"|(?:19|20)\d\d)){{0,3}}[ -]{_SCALE}\b(?! (?:of|in|by) (?:our|the) )",
    re.IGNORECASE,
)


def is_a_scale(one: Mention, said: str) -> bool:
    """Whether a town stands for what was agreed on there: "tumour grade (Nottingham)", "the Vienna classification"."""
    behind = _SCALE_BEHIND.match(said, one.end)
    # "The Lysvik scores" are those of a site.
    if behind and (not behind[0].endswith("s") or behind[0].endswith("consensus")):
        return not said[: one.start].rstrip().lower().endswith(("our", "our own"))
    return said[one.end : one.end + 1] in (")", ",", ";") and _SCALE_BEFORE.search(said, 0, one.start) is not None


def is_in_another_script(text: str, one: Mention) -> bool:
    """Whether a bracket only says in another script what stands before it: "the Mini-Mental (Σύντομη Εξέταση)".

    Behind a word for somebody it is a name.
    """
    if one.text[:1] < _OTHER_SCRIPTS:
        return False
    opened = max(text.rfind("(", 0, one.start), text.rfind("“", 0, one.start))
    if opened <= max(text.rfind(")", 0, one.start), text.rfind("”", 0, one.start)):
        return False
    letters = [char for char in text[:opened] if char.isalpha()]
    latin = sum(char < _OTHER_SCRIPTS for char in letters)
    return latin > len(letters) / 2 and _SOMEBODY.search(text, max(0, opened - _ROLE_REACH), opened) is None
