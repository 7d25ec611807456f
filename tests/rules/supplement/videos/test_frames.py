"""VID006, from models and, where the extra is installed, from real videos."""

from __future__ import annotations

import pytest

from faimi_check.model.burned_in import BurnedIn
from faimi_check.model.finding import Hit, Severity, Skipped, Undecided
from faimi_check.model.report import SubmissionReport
from faimi_check.model.submission import Submission
from faimi_check.model.supplement import Supplement
from faimi_check.model.video import Video
from faimi_check.rules.registry import NoParameters
from faimi_check.rules.supplement.videos.frames import frames_identify
from faimi_check.screening.judging.judge import Judge
from faimi_check.screening.request import Request, handed
from faimi_check.venues.loader import load

from ...lettering import PICTURES, needs_extra, picture


def results(burned_in: BurnedIn | None) -> list[object]:
    video = Video(member="a.mp4", container="mp4", burned_in=burned_in)
    supplement = Supplement(file="s.zip", size=1, is_zip=True, videos=(video,))
    return list(frames_identify(Submission(id="s", supplements=(supplement,)), NoParameters()))


def test_frames_that_were_not_read_are_skipped_with_the_reason() -> None:
    (skipped,) = results(None)
    assert isinstance(skipped, Skipped)


def test_a_video_that_was_not_looked_through_is_undecided() -> None:
    (undecided,) = results(BurnedIn(looked=2, left=1, why="over the limit of time"))
    assert undecided == Undecided("Not all frames were read: a.mp4: over the limit of time.")


def test_the_time_stands_in_the_message_and_in_the_location() -> None:
    (hit,) = results(BurnedIn(pictures=(picture("Klinikum Nordhavn", page=None),), looked=1))
    assert isinstance(hit, Hit)
    assert hit.message == "At 0:03 a.mp4 shows the name of an institution: “Klinikum Nordhavn”."
    assert (hit.where.member, hit.where.seconds, hit.where.bbox) == ("a.mp4", 3.0, (10.0, 0.0, 146.0, 16.0))


def test_a_submission_without_videos_passes() -> None:
    supplement = Supplement(file="s.zip", size=1, is_zip=True)
    assert list(frames_identify(Submission(id="s", supplements=(supplement,)), NoParameters())) == []


@pytest.fixture(scope="module")
def reports() -> dict[str, SubmissionReport]:
    with Judge(load("faimi-2025"), jobs=2) as judge:
        return {
            name: judge.judge(
                Request(id=name, supplements=handed([(PICTURES / f"{name}.zip", f"{name}.zip")]), pictures=True)
            )
            for name in ("banner", "card", "machine")
        }


@needs_extra
@pytest.mark.parametrize(
    ("name", "codes"), [("banner", ["institution"]), ("card", ["person", "institution"]), ("machine", [])]
)
def test_exactly_these_findings(name: str, codes: list[str], reports: dict[str, SubmissionReport]) -> None:
    found = [finding for finding in reports[name].findings if finding.severity is not Severity.NOTE]
    assert [finding.code for finding in found if finding.rule == "VID006"] == codes


@needs_extra
def test_a_card_of_a_second_is_found_and_its_time_told(reports: dict[str, SubmissionReport]) -> None:
    found = [finding for finding in reports["card"].findings if finding.rule == "VID006"]
    assert {finding.where.seconds for finding in found} <= {11.0, 11.2, 11.4, 11.6, 11.8}
    assert found[0].evidence == "Ingrid Lyngby, Mateo Quiroga, Aiko Tanaka"
