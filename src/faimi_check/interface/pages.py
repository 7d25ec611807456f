"""The pages of a run's submissions: written with their pictures, or brought up to date."""

from __future__ import annotations

from faimi_check.engine import compile_report
from faimi_check.interface.help import help_of_rules
from faimi_check.model.picture import Pictures
from faimi_check.model.report import SubmissionReport, Verdict
from faimi_check.report.browser import html
from faimi_check.report.run_folder import RunFolder
from faimi_check.screening.judging.judge import Judge
from faimi_check.screening.request import Request
from faimi_check.venues.profile import Profile
from faimi_check.venues.series import newer_call


class Pages:
    """Those in one folder. Submissions that pass need no pictures; the others have them if `pictures` are wanted."""

    def __init__(self, folder: RunFolder, judge: Judge, profile: Profile, *, pictures: bool) -> None:
        self._folder = folder
        self._judge = judge
        self._profile = profile
        self._pictures = pictures
        self._rules = help_of_rules(profile)
        self._newer = newer_call(profile.id)

    def write(self, request: Request, report: SubmissionReport) -> None:
        """Draws the submission and writes its page."""
        pictures = self._judge.illustrate(request, report) if self._is_drawn(report) else Pictures()
        neighbours = self._folder.neighbours(report.id)
        compiled = compile_report(self._profile, [report])
        page = html.render(compiled, {report.id: pictures}, self._rules, neighbours, self._newer)
        self._folder.write(report, page)

    def update(self, request: Request, report: SubmissionReport) -> None:
        """Keeps the page that a run before has written, but not where that run was to show no pictures."""
        if self._is_drawn(report) and not self._folder.is_illustrated(report.id):
            self.write(request, report)
        else:
            self._folder.refresh(report)

    def _is_drawn(self, report: SubmissionReport) -> bool:
        return self._pictures and report.verdict is not Verdict.PASS
