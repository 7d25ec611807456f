"""Reports made by hand: one as an author gets it, one as an attacker would have it."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from faimi_check.engine import triage
from faimi_check.model.finding import Clause, Confidence, Finding, Location, Severity
from faimi_check.model.picture import ContactSheet, PagePicture, Pictures
from faimi_check.model.report import (
    HumanClause,
    Ignored,
    LayoutMeasures,
    Outcome,
    PageMeasures,
    Report,
    RuleResult,
    SubmissionReport,
    Summary,
    Tool,
    Venue,
    Verdict,
    VideoMeasures,
)
from faimi_check.report.presentation import RuleHelp
from faimi_check.venues.loader import load

SOURCE = "https://example.org/call"
LENGTH = Clause(id="length", quote="at most 8 pages plus at most 2 extra pages of references", source=SOURCE)
ANONYMIZED = Clause(
    id="anonymized", quote="Papers carry nothing that identifies the authors.", source=SOURCE, verbatim=False
)
README = Clause(id="readme", quote="A README text file must be included with each video", source=SOURCE)
# The smallest JPEG there is, a grey pixel.
PIXEL = bytes.fromhex(
    "ffd8ffe000104a46494600010100000100010000ffdb004300080606070605080707070909080a0c140d0c0b0b0c1912130f141d1a1f1e1d"
    "1a1c1c20242e2720222c231c1c2837292c30313434341f27393d38323c2e333432ffc0000b080001000101011100ffc4001f000001050101"
    "0101010100000000000000000102030405060708090a0bffc400b5100002010303020403050504040000017d010203000411051221314106"
    "13516107227114328191a1082342b1c11552d1f02433627282090a161718191a25262728292a3435363738393a434445464748494a535455"
    "565758595a636465666768696a737475767778797a838485868788898a92939495969798999aa2a3a4a5a6a7a8a9aab2b3b4b5b6b7b8b9ba"
    "c2c3c4c5c6c7c8c9cad2d3d4d5d6d7d8d9dae1e2e3e4e5e6e7e8e9eaf1f2f3f4f5f6f7f8f9faffda0008010100003f00fbd0ffd9"
)


def finding(rule: str, name: str, code: str, **fields: object) -> Finding:
    """A finding with everything that a test does not name filled in."""
    base = Finding(
        rule=rule,
        name=name,
        code=code,
        severity=Severity.ERROR,
        confidence=Confidence.CERTAIN,
        message="Something is wrong.",
        evidence="",
        fix="Put it right.",
        where=Location(file="paper.pdf"),
        clause=None,
        fingerprint=f"{rule}-{code}",
    )
    return replace(base, **fields)


def _emails() -> tuple[Finding, ...]:
    return tuple(
        finding(
            "ANON002",
            "email",
            "address",
            message=f"An e-mail address stands on page {page}.",
            evidence=f"{{m.ortega,j.blom{page}}}@uni-nordheim.example",
            fix="Take the address out, or write email@anonymized.com.",
            where=Location(file="paper.pdf", page=page, bbox=(200.0, 150.0, 410.0, 162.0)),
            clause=ANONYMIZED,
            fingerprint=f"e{page:015d}",
        )
        for page in range(1, 9)
    )


def _findings() -> tuple[Finding, ...]:
    return (
        finding(
            "LEN001",
            "page-limit",
            "content-over",
            confidence=Confidence.LIKELY,
            message="Content runs on to page 9, the limit is page 8: a figure and 11 lines stand there.",
            evidence="Fig. 4. Waiting time by group",
            fix="Shorten the paper by 11 lines and one figure, or move the figure to an earlier page.",
            where=Location(file="paper.pdf", page=9, bbox=(134.8, 115.0, 480.6, 380.0)),
            clause=LENGTH,
            fingerprint="0123456789abcdef",
        ),
        *_emails(),
        finding(
            "RME001",
            "readme-present",
            "missing",
            message="No README text file speaks for gaps.avi.",
            fix="Add README.txt:\ngaps.avi\n  Codec: DivX (MPEG-4 Part 2)\n  Download: https://www.divx.com/",
            where=Location(file="supplement.zip", member="videos/gaps.avi"),
            clause=README,
            fingerprint="1123456789abcdef",
        ),
        finding(
            "SUP007",
            "leftovers",
            "leftover",
            severity=Severity.WARNING,
            confidence=Confidence.POSSIBLE,
            message="A file that macOS leaves behind is in the zip.",
            evidence="__MACOSX/._gaps.avi",
            fix="Zip the videos and the README only.",
            where=Location(file="supplement.zip", member="__MACOSX/._gaps.avi"),
            fingerprint="2123456789abcdef",
        ),
        finding(
            "VID003",
            "audio-track",
            "sound",
            severity=Severity.NOTE,
            message="The video has sound; a voice can identify.",
            fix="Take the sound track out, or make sure that nobody speaks.",
            where=Location(file="supplement.zip", member="videos/gaps.avi"),
            clause=ANONYMIZED,
            fingerprint="3123456789abcdef",
        ),
    )


def _rules() -> tuple[RuleResult, ...]:
    named = (
        ("LEN001", "page-limit", Outcome.FAILED, None),
        ("LEN002", "reference-pages", Outcome.PASSED, None),
        ("ANON001", "author-block", Outcome.PASSED, None),
        ("ANON002", "email", Outcome.FAILED, None),
        ("ANON006", "identifying-link", Outcome.IGNORED, "the data set is public and not ours"),
        ("ANON014", "known-author", Outcome.SKIPPED, "No list of authors was given."),
        ("ANON013", "hidden-identity", Outcome.UNDECIDED, "Not checked: over the limit of 60 s."),
        ("MAN001", "hidden-instructions", Outcome.UNDECIDED, "Not checked: over the limit of 60 s."),
        ("SUP007", "leftovers", Outcome.FAILED, None),
        ("VID003", "audio-track", Outcome.FAILED, None),
        ("VID005", "slides", Outcome.CRASHED, "ValueError: a frame without a size"),
        ("RME001", "readme-present", Outcome.FAILED, None),
    )
    return tuple(RuleResult(rule=rule, name=name, outcome=outcome, reason=why) for rule, name, outcome, why in named)


def _submission() -> SubmissionReport:
    waived = finding(
        "ANON006",
        "identifying-link",
        "own-link",
        message="A link leads to a code host.",
        evidence="https://codehost.example/ortega/gaps",
        fix="Use an anonymous copy.",
        where=Location(file="paper.pdf", page=2, bbox=(140.0, 300.0, 300.0, 310.0)),
        clause=ANONYMIZED,
    )
    return SubmissionReport(
        id="paper",
        paper="paper.pdf",
        supplement="supplement.zip",
        verdict=Verdict.FAIL,
        pages=PageMeasures(
            total=11,
            last_content=9,
            references_start=9,
            references_end=11,
            kinds=(*["content"] * 8, "mixed", "references", "references"),
            content_limit=8,
            total_limit=10,
        ),
        layout=LayoutMeasures(
            page_size_pt=(612.0, 792.0),
            columns=1,
            text_block_pt=(134.8, 115.0, 480.6, 662.9),
            body_font_pt=9.96,
            leading_pt=11.96,
            body_typeface="CMR10",
        ),
        videos=(
            VideoMeasures(
                member="videos/gaps.avi",
                container="avi",
                codec="mpeg4",
                fourcc="DIVX",
                duration_s=3.2,
                width=320,
                height=240,
                frames_decoded=80,
                audio=True,
                playable=True,
                tags={},
            ),
        ),
        findings=_findings(),
        ignored=(Ignored(finding=waived, reason="the data set is public and not ours"),),
        rules=_rules(),
        for_humans=(
            HumanClause(
                id="no-results",
                quote="These files should not display any proofs",
                question="Do the videos show anything but what the paper already reports?",
                source=SOURCE,
            ),
            HumanClause(id="warranted", quote="as warranted by the technical application", source=SOURCE),
        ),
        seconds=0.214,
    )


def report_of(*submissions: SubmissionReport, verified: bool = True) -> Report:
    """A report with its summary."""
    verdicts = [submission.verdict for submission in submissions]
    return Report(
        tool=Tool(name="faimi-check", version="1.2.3"),
        venue=Venue(id="example-2025", title="Example Workshop 2025", source=SOURCE, verified=verified),
        submissions=submissions,
        summary=Summary(
            submissions=len(submissions),
            passed=verdicts.count(Verdict.PASS),
            review=verdicts.count(Verdict.REVIEW),
            fail=verdicts.count(Verdict.FAIL),
        ),
    )


def triaged(report: Report) -> Report:
    """The report with what is proposed for each submission, as a screening has it."""
    profile = load("faimi-2025")
    return replace(
        report, submissions=tuple(replace(each, proposal=triage(each, profile)) for each in report.submissions)
    )


@pytest.fixture
def report() -> Report:
    """A failing paper with a supplement: every kind of finding, place and outcome."""
    return report_of(_submission())


@pytest.fixture
def clean_report() -> Report:
    """A paper that passes, against a call whose text could not be read."""
    rules = (RuleResult(rule="LEN001", name="page-limit", outcome=Outcome.PASSED),)
    pages = PageMeasures(total=2, last_content=1, references_start=2, references_end=2, kinds=("content", "references"))
    clean = SubmissionReport(
        id="fair", paper="fair.pdf", supplement=None, verdict=Verdict.PASS, pages=pages, rules=rules
    )
    return report_of(clean, verified=False)


@pytest.fixture
def rule_help(report: Report) -> dict[str, RuleHelp]:
    """Help for each rule of the report."""
    return {
        result.rule: RuleHelp(
            name=result.name,
            summary=f"Something about {result.name}.",
            severity=Severity.ERROR,
            sections={"Why": f"{result.rule} is there for a reason.", "Fix": f"Mend {result.name}."},
        )
        for result in report.submissions[0].rules
    }


@pytest.fixture
def pictures() -> dict[str, Pictures]:
    """Eleven pages, one of them without a picture, and one contact sheet."""
    pages = [PagePicture(number=number, width=612.0, height=792.0, jpeg=PIXEL) for number in range(1, 11)]
    blank = PagePicture(number=11, width=612.0, height=792.0, missing="It could not be drawn within 20 s.")
    sheet = ContactSheet(member="videos/gaps.avi", image=PIXEL)
    return {"paper": Pictures(pages=(*pages, blank), sheets=(sheet,))}


HOSTILE = (
    "\x1b[31mred\x1b]8;;http://evil.example\x07 [bold]markup[/bold] [/].mp4 <script>alert(1)</script> \"'><img src=x> "
    "::error file=x::pwned %0A::error::again | `code` [link](http://evil.example) ]]> &lt; "
    "\u202egnp.exe\u2066 \u200bzero \ud800 \x00\x85\u2028line"
    "\r\n::warning::new line\n- [ ] # heading @everyone {{ 7*7 }} {% raw %}"
)


@pytest.fixture
def hostile_report() -> Report:
    """Every field that comes from a file holds what would act on a terminal, browser, spreadsheet or runner."""
    text = f"=cmd|' /C calc'!A0 {HOSTILE}"
    attack = finding(
        "LEN001",
        "page-limit",
        "content-over",
        message=text,
        evidence=f"=HYPERLINK(1){text}",
        fix=text,
        where=Location(file=text, member=text, page=1, bbox=(float("nan"), -1e30, 1e30, float("inf"))),
        clause=Clause(id="x", quote=text, source="javascript:alert(1)"),
        fingerprint="abc",
    )
    video = VideoMeasures(
        member=text, container=text, codec=text, fourcc=text, duration_s=None, width=0, height=0, frames_decoded=0,
        audio=False, playable=False, tags={text: text},
    )  # fmt: skip
    submission = replace(
        _submission(),
        id=text,
        paper=text,
        supplement=text,
        layout=LayoutMeasures(body_typeface=text),
        videos=(video,),
        findings=(attack, replace(attack, rule="ANON001", evidence="+1"), replace(attack, evidence="\t=1")),
        ignored=(Ignored(finding=attack, reason=text),),
        rules=(
            RuleResult(rule="LEN001", name="page-limit", outcome=Outcome.FAILED),
            RuleResult(rule="ANON001", name="author-block", outcome=Outcome.UNDECIDED, reason=text),
        ),
        for_humans=(HumanClause(id="x", quote=text, question=text),),
    )
    return report_of(submission)
