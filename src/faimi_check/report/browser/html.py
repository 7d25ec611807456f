"""The report as one HTML file: the pages as a reader sees them, with a box on each finding.

Nothing from elsewhere: links inside the page and CSS do it all, and a content security policy holds it. Only the page
of one submission among many has a script, with which a chair decides on it; without one it reads the same.
"""

from __future__ import annotations

import base64
from collections.abc import Iterator, Mapping
from itertools import count
from typing import Any

from markupsafe import Markup

from faimi_check.model.decision import Ruling
from faimi_check.model.finding import Finding
from faimi_check.model.picture import Pictures
from faimi_check.model.report import Outcome, Report, SubmissionReport, Verdict
from faimi_check.report.browser.html_pages import PageView, page_views
from faimi_check.report.browser.html_parts import Neighbours
from faimi_check.report.browser.templating import asset, environment
from faimi_check.report.presentation import NO_HELP, NO_PICTURES, RuleHelp
from faimi_check.report.wording import words
from faimi_check.report.wording.digest import alike, by_reason, outcome_counts, outcome_word, page_strip
from faimi_check.report.wording.layout import sentence_and_block

_SHOWN_AT_ONCE = 12
_WORST_FIRST = (Verdict.FAIL, Verdict.REVIEW, Verdict.PASS)
_MM_PER_POINT = 25.4 / 72


def render(
    report: Report,
    pictures: Mapping[str, Pictures] = NO_PICTURES,
    rules: Mapping[str, RuleHelp] = NO_HELP,
    neighbours: Neighbours | None = None,
    newer: str | None = None,
    *,
    assumed: bool = False,
) -> str:
    """The whole document. `pictures` by submission id and `rules` by rule id may be empty, `newer` is a later call.

    `assumed` says that nobody named the one judged by.

    With `neighbours` it is the page of one submission among many, headed by its number and title, with what has changed
    since a run before.
    """
    style, script = asset("report.css"), asset("submission.js")
    allowed = f"style-src {style.hash}" + (f"; script-src {script.hash}" if neighbours else "")
    views = [
        _submission_view(submission, pictures.get(submission.id, Pictures()), rules, prefix)
        for submission, prefix in zip(report.submissions, _prefixes(report), strict=True)
    ]
    template = environment().get_template("report.html")
    return template.render(
        report=report,
        submissions=views,
        contents=_contents(views) if len(views) > 1 else [],
        style=style.text,
        script=script.text,
        rulings=[ruling.value for ruling in Ruling],
        csp=f"default-src 'none'; img-src data:; {allowed}; base-uri 'none'; form-action 'none'",
        words=words,
        neighbours=neighbours,
        newer=newer,
        assumed=assumed,
        sentence_and_block=sentence_and_block,
        linkable=report.venue.source.startswith(("https://", "http://")),
    )


def _contents(views: list[dict[str, Any]]) -> list[tuple[Verdict, list[dict[str, Any]]]]:
    """Several submissions by what becomes of them: files of many authors bear one name, and a page holds hundreds."""
    found = [(verdict, [view for view in views if view["report"].verdict is verdict]) for verdict in _WORST_FIRST]
    return [(verdict, there) for verdict, there in found if there]


def _prefixes(report: Report) -> Iterator[str]:
    """For the ids in the page: several submissions must not share them."""
    for number in range(1, len(report.submissions) + 1):
        yield "" if len(report.submissions) == 1 else f"s{number}-"


def _submission_view(
    submission: SubmissionReport, pictures: Pictures, rules: Mapping[str, RuleHelp], prefix: str
) -> dict[str, Any]:
    number = count(1)
    groups = [[(next(number), finding) for finding in findings] for findings in alike(submission.findings)]
    pages = page_views(submission, pictures, [numbered for group in groups for numbered in group])
    return {
        "report": submission,
        "prefix": prefix,
        "headline": words.headline(submission),
        "strip": page_strip(submission.pages) if submission.pages else [],
        "groups": [_group_view(group, rules) for group in groups],
        "pages": pages,
        "drawn": {page.number for page in pages},
        "anchors": _anchors(pages),
        "sheets": {(sheet.file, sheet.member): sheet for sheet in pictures.sheets},
        "undecided": by_reason(submission.rules, Outcome.UNDECIDED),
        "crashed": by_reason(submission.rules, Outcome.CRASHED),
        "outcomes": outcome_counts(submission),
        "outcome_word": lambda result: outcome_word(result, submission),
        "measures": list(_measures(submission)),
        "data_uri": data_uri,
    }


def _anchors(pages: list[PageView]) -> dict[int, str]:
    """Where each finding is shown: its box, else its page. Findings elsewhere are not in it."""
    anchors = {
        number: f"page-{page.number}"
        for page in pages
        for number, finding in page.findings
        if finding.where.page == page.number
    }
    return anchors | {box.number: f"box-{box.number}" for page in pages for box in page.boxes}


def _group_view(group: list[tuple[int, Finding]], rules: Mapping[str, RuleHelp]) -> dict[str, Any]:
    """Findings of one rule and weight; a fix that is the same for all is said once."""
    first = group[0][1]
    fixes = {finding.fix for _, finding in group}
    return {
        "first": first,
        "shown": group[:_SHOWN_AT_ONCE],
        "rest": group[_SHOWN_AT_ONCE:],
        "fix": fixes.pop() if len(fixes) == 1 else None,
        "help": rules.get(first.rule),
    }


def data_uri(image: bytes) -> Markup:
    """The picture as a URL that holds it: megabytes without a letter that had to be escaped."""
    kind = "png" if image.startswith(b"\x89PNG") else "jpeg"
    return Markup("data:image/{};base64,{}").format(kind, base64.b64encode(image).decode("ascii"))


def _measures(submission: SubmissionReport) -> Iterator[tuple[str, str]]:
    """The layout as label and value, what could not be measured left out."""
    layout = submission.layout
    if layout is None:
        return
    if layout.page_size_pt:
        yield "Page", _size(*layout.page_size_pt)
    if layout.text_block_pt:
        x0, top, x1, bottom = layout.text_block_pt
        yield "Text block", _size(x1 - x0, bottom - top)
    if layout.columns:
        yield "Columns", str(layout.columns)
    if layout.body_font_pt:
        yield "Body text", f"{layout.body_font_pt:.2f} pt {layout.body_typeface or ''}".rstrip()
    if layout.leading_pt:
        yield "Line spacing", f"{layout.leading_pt:.2f} pt"


def _size(width: float, height: float) -> str:
    return f"{width * _MM_PER_POINT:.0f} × {height * _MM_PER_POINT:.0f} mm ({width:.1f} × {height:.1f} pt)"
