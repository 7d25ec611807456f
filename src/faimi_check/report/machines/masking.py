"""A report without names and addresses, for logs that others read.

What a rule that looks for persons found is withheld, with the message and the fix that may repeat it. What it found
is also taken out where anything else says it: another finding, a reason, the name of a file or of a zip's member.
What another finding quotes is withheld whole where it quotes the same stretch of the paper or says a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple, TypeVar

from msgspec import UNSET
from msgspec.structs import replace

from faimi_check.model.finding import Finding, Location
from faimi_check.model.report import Ignored, Outcome, Report, RuleResult, SubmissionReport, VideoMeasures
from faimi_check.report.machines.secrets import Secrets
from faimi_check.report.presentation import RuleHelp

MASK = "[masked]"
Name = TypeVar("Name", str, str | None)
_PERSONAL_FAMILIES = ("ANON",)
_PERSONAL_RULES = frozenset({"VID002", "VID006", "RME005", "SUP005", "SUP008"})
# What authors write to each other names them, as branches of version control do.
_PERSONAL_CODES = frozenset(
    {
        ("SUP007", "reveals"),
        *(("DOC005", code) for code in ("notes", "tracked", "merge-marks", "draft", "no-paper")),
    }
)
# What names nobody, as the finding itself says: it is withheld there, and its words are left alone elsewhere.
_PLAIN_CODES = frozenset({("VID002", "words"), ("ANON005", "template")})
_MEMBER_RULES = frozenset({"SUP008"})
# The name that a file's name holds stands in its message.
_FILE_RULES = frozenset({"ANON018"})
# The name that paths tell stands at the end of the message, in brackets.
_TOLD = re.compile(r'\("([^"]{1,500})"\)\.$')
_HELD = re.compile(r'"([^"]{1,200})"')
_WITHHELD = "What was found is kept out of public logs; --show-identities shows it."
_FIX = "See faimi-check explain {rule}."
_LOWER_WORD = re.compile(r"\b[a-z]{3,}\b")
_SHORT_FORM = re.compile(r"\b[A-Z]{2,8}\b")
_ADDRESS = re.compile(r"[\w.+-]{1,64}@(?!anonymized\.)[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}", re.ASCII)
_ORCID = re.compile(r"\b\d{4}(?:[-\u2010-\u2015\u2212]\d{4}){2}[-\u2010-\u2015\u2212]\d{3}[\dXx]\b")


def is_personal(rule: str, code: str = "") -> bool:
    """Whether what the rule finds, under this code, is a name, an address or the like."""
    return rule.startswith(_PERSONAL_FAMILIES) or rule in _PERSONAL_RULES or (rule, code) in _PERSONAL_CODES


def mask(report: Report, rules: Mapping[str, RuleHelp]) -> Report:
    """The report with what identifies withheld; `rules` supplies the words that stand in for it."""
    texts = [text for known in rules.values() for text in (known.summary, *known.sections.values())]
    words = _Words(_words(texts, _LOWER_WORD), _words(texts, _SHORT_FORM))
    return replace(report, submissions=tuple(_Masking(each, rules, words).submission() for each in report.submissions))


class _Words(NamedTuple):
    """What the rules' documentation, and so what rules say, is made of: taken out, it would only be unreadable.

    `ordinary` are words, which may be a name where they have a capital; `short_forms` are "LNCS" and its like.
    """

    ordinary: frozenset[str]
    short_forms: frozenset[str]


def _words(texts: Iterable[str], pattern: re.Pattern[str]) -> frozenset[str]:
    return frozenset(word.lower() for text in texts for word in pattern.findall(text))


class _Masking:
    """One submission: what its findings gave away, and its texts without that."""

    def __init__(self, submission: SubmissionReport, rules: Mapping[str, RuleHelp], words: _Words) -> None:
        self._submission = submission
        self._rules = rules
        self._counts: dict[str, int] = {}
        # What is not shown may be said again in what is.
        everything = (*submission.found, *(ignored.finding for ignored in submission.ignored))
        self._personal = [finding for finding in everything if is_personal(finding.rule, finding.code)]
        self._secrets = Secrets(words.ordinary, words.short_forms)
        for finding in self._personal:
            if (finding.rule, finding.code) not in _PLAIN_CODES:
                for quote in _telling(finding):
                    self._secrets.learn(quote)
            if finding.rule in _FILE_RULES and (held := _HELD.search(finding.message)):
                self._secrets.learn_name(held[1])
        self._members = _numbered(everything)
        longest_first = sorted(self._members, key=len, reverse=True)
        self._member = re.compile(
            rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)" if longest_first else "(?!)"
        )

    def submission(self) -> SubmissionReport:
        """The submission as others may see it."""
        told = self._submission
        return replace(
            told,
            id=self._called(told.id),
            paper=self._called(told.paper),
            supplement=self._called(told.supplement),
            supplements=tuple(map(self._called, told.supplements)),
            findings=tuple(map(self._finding, told.findings)),
            ignored=tuple(
                Ignored(finding=self._finding(each.finding), reason=self._scrub(each.reason)) for each in told.ignored
            ),
            rules=tuple(map(self._result, told.rules)),
            videos=tuple(map(self._video, told.videos)),
            kept_back=UNSET,
        )

    def _called(self, name: Name) -> Name:
        """The name of a submission, a file or a member, None where there is none."""
        return self._scrub(name, identifier=True) if name else name

    def _scrub(self, text: str, *, wording: bool = False, identifier: bool = False) -> str:
        """Members that identify get their number, everything else that does the mask."""
        pieces, end = [], 0
        for found in self._member.finditer(text):
            between = text[end : found.start()]
            pieces += [self._without_secrets(between, wording=wording, identifier=identifier), self._members[found[0]]]
            end = found.end()
        return "".join([*pieces, self._without_secrets(text[end:], wording=wording, identifier=identifier)])

    def _without_secrets(self, text: str, *, wording: bool, identifier: bool) -> str:
        for pattern in (_ADDRESS, _ORCID):
            text = pattern.sub(MASK, text)
        for span in reversed(self._secrets.find(text, wording=wording, identifier=identifier)):
            text = f"{text[: span.start]}{MASK}{text[span.end :]}"
        return text

    def _finding(self, finding: Finding) -> Finding:
        if is_personal(finding.rule, finding.code):
            known = self._rules.get(finding.rule)
            summary = known.summary if known else f"The rule {finding.name} found something."
            fix = " ".join(known.sections.get("Fix", "").split()) if known else ""
            shown = replace(
                finding,
                message=f"{summary} {_WITHHELD}",
                evidence=MASK if finding.evidence else "",
                fix=fix or _FIX.format(rule=finding.rule),
            )
        else:
            shown = replace(
                finding,
                message=self._scrub(finding.message, wording=True),
                evidence=self._quote(finding),
                fix=self._scrub(finding.fix, wording=True),
            )
        told_apart = shown == finding
        shown = replace(shown, where=self._place(finding.where))
        return shown if told_apart else replace(shown, fingerprint=self._number(finding))

    def _number(self, finding: Finding) -> str:
        """Stands in for a fingerprint: that is a hash of what was found, and names are soon guessed."""
        self._counts[finding.rule] = self._counts.get(finding.rule, 0) + 1
        return f"{finding.rule}-{finding.code}-{self._counts[finding.rule]}"

    def _quote(self, finding: Finding) -> str:
        quote = finding.evidence
        if not quote:
            return quote
        named = any(span.name for span in self._secrets.find(quote)) and not self._member.fullmatch(quote)
        beside = any(_overlap(finding.where, each.where) for each in self._personal)
        return MASK if named or beside else self._scrub(quote)

    def _place(self, where: Location) -> Location:
        return replace(
            where,
            file=self._called(where.file),
            member=self._called(where.member),
        )

    def _result(self, result: RuleResult) -> RuleResult:
        """Where a rule that looks for persons broke down, the reason may quote what it looked at."""
        if result.reason and is_personal(result.rule) and result.outcome is Outcome.CRASHED:
            return replace(result, reason=MASK)
        return replace(result, reason=self._scrub(result.reason, wording=True) if result.reason else result.reason)

    def _video(self, video: VideoMeasures) -> VideoMeasures:
        return replace(
            video,
            member=self._called(video.member),
            file=self._called(video.file),
            tags=dict.fromkeys(video.tags, MASK),
        )


def _telling(finding: Finding) -> Iterable[str]:
    """What of a finding's quote identifies: of paths, the name that is told and the folders and files that hold it.

    What else lies in such a folder is called after what it shows.
    """
    told = _TOLD.search(finding.message) if finding.rule in _MEMBER_RULES else None
    key = _letters(told[1]) if told else ""
    if told is None or not key:
        return (finding.evidence,)
    parts = dict.fromkeys(part for path in finding.evidence.split("\n") for part in re.split(r"[/\\]", path))
    holding = [part for part in parts if key in _letters(part)]
    # A name that goes over several folders is in none of them alone.
    return (told[1], *(holding or [finding.evidence]))


def _letters(text: str) -> str:
    return "".join(sign for sign in text.casefold() if sign.isalnum())


def _numbered(findings: Iterable[Finding]) -> dict[str, str]:
    """The zip's members whose names identify, each with what stands in for it: one word, which no line's end breaks.

    A folder's is without its slash, so that what lies in it keeps a path.
    """
    named = dict.fromkeys(each.where.member for each in findings if each.rule in _MEMBER_RULES and each.where.member)
    whole = dict.fromkeys(member.rstrip("/") or member for member in named)
    return {member: f"[masked:{number}]" for number, member in enumerate(whole, start=1)}


def _overlap(one: Location, other: Location) -> bool:
    """Whether both speak of the same stretch of the same page."""
    if one.bbox is None or other.bbox is None or len(one.bbox) != 4 or len(other.bbox) != 4:
        return False
    if (one.file, one.member, one.page) != (other.file, other.member, other.page):
        return False
    return all(one.bbox[low] < other.bbox[high] and other.bbox[low] < one.bbox[high] for low, high in ((0, 2), (1, 3)))
