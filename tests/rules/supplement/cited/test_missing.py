"""SUP011: what the paper cites of its videos and the supplement does not hold."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from faimi_check.model.finding import Confidence, Hit, Skipped, Undecided
from faimi_check.model.paper import Paper
from faimi_check.model.submission import Submission
from faimi_check.model.supplement import Entry, Supplement
from faimi_check.reading.paper import read_paper
from faimi_check.reading.zip.archive import read_supplement
from faimi_check.rules.registry import NoParameters
from faimi_check.rules.supplement.cited.missing import cited_videos

from ...pages import paper

FIXTURES = Path(__file__).resolve().parents[4] / "fixtures"
VIDEO = (FIXTURES / "videos" / "divx.avi").read_bytes()


def found(text: str | Paper, *names: str, container: str = "avi") -> list[Hit | Skipped | Undecided]:
    entries = tuple(Entry(name=name, size=9, compressed=9, container=container) for name in names)
    cites = paper(*text.split("\n")) if isinstance(text, str) else text
    supplement = Supplement(file="s.zip", size=9, is_zip=True, entries=entries)
    return list(cited_videos(Submission(id="1", paper=cites, supplements=(supplement,)), NoParameters()))


def told(text: str, *names: str) -> list[tuple[str, str]]:
    """What is missing, and how sure that is."""
    return [(hit.evidence, hit.confidence.value) for hit in found(text, *names) if isinstance(hit, Hit)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("See Video 1 and Supplementary Movie S2.", ["Video_1.mp4", "movie_s2.avi"]),
        ("See Supplementary Video 2.", ["s01_walk.mp4", "s02_run.mp4"]),
        ("See Supplementary Video 2.", ["video-2/left.avi", "video-1/left.avi"]),
        # Names may number other things than videos, and may not number them at all.
        ("See Video 1 and Video 2.", ["walk_1080p.mp4", "run_1080p.mp4"]),
        ("See Video 1 and Video 2.", ["walk.mp4", "run.mp4"]),
        ("See Supplementary Video A.", ["walk.mp4"]),
        ("See walk.mov in the supplement.", ["clips/walk.mp4"]),
        ("Videos are in the supplement.", ["walk.mp4"]),
        ("See Supplementary Video 1 (walk.mp4) and Video 2 (“run.mp4”).", ["walk.mp4", "run.mp4"]),
        # Others' videos, and what only sounds alike.
        ("Video 12 of Kelvarin80 shows smoke.", ["video_1.mp4"]),
        ("Video 41 shows smoke, and VID 7 none.", ["video_1.mp4"]),
        ("In Movie 3 from [4] smoke is seen.", ["video_1.mp4"]),
        ("Videos 1-40 were used for training.", ["video_1.mp4"]),
        ("We show video 4 frames before a cut.", ["video_1.mp4"]),
        ("Additional videos were annotated by nurses.", []),
        ("The waiting list grows.", []),
    ],
)
def test_what_is_there_or_is_no_supplementary_video_is_not_missing(text: str, names: list[str]) -> None:
    assert found(text, *names) == []


@pytest.mark.parametrize(
    ("text", "names", "missing"),
    [
        ("Smoke is seen in Video 3.", ["Video_1.mp4", "Video_2.mp4"], [("Video 3", "possible")]),
        ("See Supplementary Video 3.", ["Video_1.mp4", "Video_2.mp4"], [("Video 3", "likely")]),
        ("See Movies S1 to S3.", ["S1.mp4", "S2.mp4"], [("Movie S3", "likely")]),
        ("See Supplementary Video 2.", ["video_1.mp4"], [("Video 2", "likely")]),
        ("The file smoke.avi of the supplement shows it.", ["walk.avi"], [("smoke.avi", "likely")]),
        ("See Video S1 and Video S2.", ["walk.mp4"], [("Video S2", "likely")]),
        ("See Supplementary Video 1.", [], [("Video 1", "likely")]),
        ("See Supplementary Video 1 (smoke1.mp4).", [], [("smoke1.mp4", "likely")]),
        ("See Supplementary Video 2 (file smoke.mp4).", ["video_1.mp4"], [("smoke.mp4", "likely")]),
        ("See Video S1 (walk.mp4) and Video S2 (run.mp4).", ["a.mp4"], [("walk.mp4\nrun.mp4", "likely")]),
        ("We show smoke in a supplementary video.", [], [("supplementary video", "likely")]),
    ],
)
def test_what_is_missing_is_told_once(text: str, names: list[str], missing: list[tuple[str, str]]) -> None:
    assert told(text, *names) == missing


def test_a_moving_picture_and_a_page_that_plays_may_be_the_video() -> None:
    for kind in ("gif", "html"):
        assert found("See Supplementary Video 1.", f"smoke.{kind}", container=kind) == []


def test_what_was_not_looked_into_may_hold_the_video() -> None:
    (result,) = found("See Supplementary Video 3.", "videos.7z", container="7z")
    assert isinstance(result, Undecided)
    assert result.reason == "videos.7z was not looked into; it may hold “Video 3” (page 1)."


def test_without_a_paper_nothing_is_compared() -> None:
    supplements = (Supplement(file="s.zip", size=9, is_zip=True),)
    (result,) = cited_videos(Submission(id="1", supplements=supplements), NoParameters())
    assert isinstance(result, Skipped)


def test_a_real_paper_is_held_against_a_real_zip(tmp_path: Path) -> None:
    packed = tmp_path / "supplement.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        for name in ("Video_1.avi", "Video_2.avi", "Movie_S3.avi", "reading_list.avi"):
            archive.writestr(name, VIDEO)
    path = FIXTURES / "papers" / "cites-videos.pdf"
    submission = Submission(
        id="1", paper=read_paper(path, path.name), supplements=(read_supplement(packed, packed.name),)
    )
    (hit,) = cited_videos(submission, NoParameters())
    assert isinstance(hit, Hit)
    assert hit.message == (
        "The paper cites “Movie S4” (page 2); the supplement does not hold it; Video_2.avi is there and not cited."
    )
    assert (hit.code, hit.confidence, hit.where.page) == ("missing", Confidence.LIKELY, 2)


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (["walk.mp4"], "The paper cites “Video S2” (page 1); the supplement holds only walk.mp4."),
        (
            ["walk.mp4", "run.mp4"],
            "The paper cites “Video S1” (page 1), “Video S2” (page 1), “Video S3” (page 1); "
            "of the supplement's videos only walk.mp4, run.mp4 may be meant.",
        ),
    ],
)
def test_too_few_videos_are_named(names: list[str], said: str) -> None:
    text = "See Video S1 and Video S2." if len(names) == 1 else "See Videos S1 to S3."
    (hit,) = found(text, *names)
    assert isinstance(hit, Hit)
    assert hit.message == said


def alone(*body: str) -> list[Hit | Skipped | Undecided]:
    return list(cited_videos(Submission(id="1", paper=paper(*body)), NoParameters()))


@pytest.mark.parametrize(
    ("said", "cited"),
    [
        ("A walk through all films is Supplementary Video 3.", "“Video 3” (page 1)"),
        ("Movies S1 and S2 show how the gap grows.", "“Movie S1” (page 1), “Movie S2” (page 1)"),
        ("We show the tool at work in the accompanying video.", "“accompanying video” (page 1)"),
        ("The file smoke.mp4 of the supplement shows it.", "“smoke.mp4” (page 1)"),
        ("See the video in the supplementary material.", "“video in the supplementary” (page 1)"),
    ],
)
def test_a_video_of_a_supplement_that_was_not_given_is_a_note(said: str, cited: str) -> None:
    (hit,) = alone(said)
    assert isinstance(hit, Hit)
    assert (hit.code, hit.message) == ("not-given", f"The paper cites {cited}, and no supplement was given.")
    assert hit.evidence == said


@pytest.mark.parametrize(
    "said",
    [
        "Details are in the supplementary material.",
        "See Video 3 for a walk through all films.",
        "Supplementary Video 3 of [4] shows smoke.",
        "Lindqvist et al. show it in a supplementary video.",
        "The videos with supplementary labels were read twice.",
        "The accompanying films were read by two nurses.",
        "There is no supplementary video, as faces can be seen in it.",
        "A supplementary video is at https://anonymous.4open.science/r/gaps.",
        "Supplementary videos of Cholec80 were left out of the training.",
        "The supplementary video is withheld for review.",
        "The waiting list grows, and videos were made of it.",
    ],
)
def test_what_is_no_video_of_an_own_supplement_asks_for_none(said: str) -> None:
    (result,) = alone(said)
    assert isinstance(result, Skipped)
    assert result.reason == "No supplement was given."
