"""A link of a paper, with the words round it and whose it is."""

from __future__ import annotations

import msgspec

from faimi_check.model.finding import Location
from faimi_check.rules.late import late
from faimi_check.rules.naming.identity import LinkClass
from faimi_check.rules.naming.mentions.kind import Kind
from faimi_check.rules.naming.ownership.score import own_share
from faimi_check.rules.naming.whose.link_ownership import asked_there, depends, put_by_others

# Of few words, none of them a citation; behind a sentence's end or a note's mark.
_LABEL = late(r"(?:^|[.?!;] )(?:\d{1,2} )?[A-Z][a-z]*(?: [a-z]+){0,5}: ?(?:https?://)?$")

_BEGINNING = 16
_OFFERED = late(r"[\])]{0,2} (?:can|may) be (?:tried|tested|explored|played with|viewed|seen|visited|used)\b")
_CITES = late(r"\[\d|\bet al\b|\((?:19|20)\d\d\)")
_SPEAKS = late(r"\b(?:[Ww]e|[Oo]urs?|us)\b")


class PaperLink(msgspec.Struct, frozen=True):
    """A link with the words round it; `own` True: said to be the authors', False: said to be others', None: unsaid.

    `context` is what is quoted, `before` the sentence before that; `said` is the sentence that the link itself stands
    in, where that is another one.
    """

    text: str
    value: str
    kind: LinkClass
    own: bool | None
    context: str
    where: Location
    said: str = ""
    before: str = ""

    @property
    def made_with(self) -> bool:
        """Whether the words before say that something was made with, or after, what the link leads to, or those behind
        it that others put it there."""
        at = self.context.find(self.text)
        return depends(self.context[:at]) or (at >= 0 and put_by_others(self.context[at + len(self.text) :]))

    @property
    def asked(self) -> bool:
        """Whether the words before send readers there, to try something or to ask for it."""
        named_before = _CITES.search(self.before) is not None and _SPEAKS.search(self.before) is None
        return not named_before and asked_there(self.context[: max(0, self.context.find(self.text))])

    @property
    def offered(self) -> bool:
        """Whether the words behind it offer readers to try what is there: "a demo (...) can be tried"."""
        at = self.context.find(self.text)
        return at >= 0 and _OFFERED.match(self.context, at + len(self.text)) is not None

    @property
    def labelled(self) -> bool:
        """Whether it stands behind a label that says what is there and no more: "Clips: www.example.org/~lyngby"."""
        # A line's end may part the address where it is printed.
        return _LABEL.search(self.context[: max(0, self.context.find(self.text[:_BEGINNING]))]) is not None

    @property
    def printed(self) -> bool:
        """Whether the address stands in the paper; else it lies behind words that can be clicked."""
        return f"-> {self.text}" not in self.context

    def own_by_score(self) -> float:
        """How likely the words round it tie the link to the authors: a note's own words, or those it is called by."""
        called = share(self.before, self.context, self.text)
        return max(called, share(self.context, self.said, self.text)) if self.said else called


def share(before: str, said: str, address: str) -> float:
    """How likely a sentence, with the one before, ties an address in it to the authors."""
    start = said.find(address)
    start = start if start >= 0 else len(said)
    return own_share(Kind.LINK, "body", before, said, start, start + len(address))
