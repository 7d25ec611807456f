"""What a paper cites of its videos, against what is in the zip."""

from __future__ import annotations

from pathlib import Path

import pytest

from faimi_check.reading.paper import read_paper
from faimi_check.rules.supplement.cited.comparison import compare

from ...pages import paper

PAPERS = Path(__file__).resolve().parents[4] / "fixtures" / "papers"


def compared(text: str, *videos: str) -> tuple[list[str], list[str], list[str]]:
    """What is lacking, what is not cited, and the numbers that no name holds."""
    found = compare(paper(*text.split("\n")), videos)
    return [cited.text for cited in found.lacking], list(found.uncited), [cited.text for cited in found.unnumbered]


@pytest.mark.parametrize(
    ("text", "videos"),
    [
        ("Video 1 shows a list. Video 2 shows another.", ["Video_S1.mp4", "Video_S2.mp4"]),
        ("See Supplementary Video S1 and Suppl. Movie S2.", ["video1.avi", "video2.avi"]),
        ("Videos 1\u20133 show lists.", ["v1.mp4", "v2.mp4", "v3.mp4"]),
        ("The waiting list (supplementary video 1) grows.", ["list_1.mp4"]),
        ("The file demo.avi shows a list.", ["demo.avi"]),
        ("The file demo.mov shows a list.", ["demo.mp4"]),
        ("The file long_name-of_a_list.mp4 shows it.", ["long_name-of_a_list.mp4"]),
        # TeX draws an underscore as a line, so the text has a blank there.
        ("The file reading list.avi shows it.", ["reading_list.avi"]),
        ("We show the list in a Supplementary Video.", ["list.mp4"]),
        ("Supplementary videos show all lists.", ["one.mp4", "two.mp4"]),
        ("Videos of two lists are in the supplement.", ["one.mp4", "two.mp4"]),
        ("Video 1 shows the list.", ["list.mp4"]),
        ("The clip is at https://host.example/other.mp4. Video 1 shows the list.", ["list1.mp4"]),
        ("Video 1 shows a list. Videos 1-40 were used for training.", ["video1.mp4"]),
        ("The video 12 of the collection lasts long. See Video 1.", ["video1.mp4"]),
        ("The file clips/list.avi shows it.", ["list.avi"]),
        ("The files list.avi and long_list.avi show it.", ["list.avi", "long_list.avi"]),
    ],
)
def test_what_is_cited_and_there_is_right(text: str, videos: list[str]) -> None:
    assert compared(text, *videos) == ([], [], [])


@pytest.mark.parametrize(
    ("text", "videos", "lacking", "uncited", "unnumbered"),
    [
        ("Video 1 and Video 3 show lists.", ["video1.mp4", "video2.mp4"], ["Video 3"], ["video2.mp4"], []),
        ("Supplementary Movies S1 to S3 show it.", ["S1.mp4", "S2.mp4"], ["Movie S3"], [], []),
        ("The file demo.avi shows a list.", ["other.avi"], ["demo.avi"], ["other.avi"], []),
        ("See Video S1.mp4 and Video S3.mp4.", ["Video_S1.mp4"], ["Video S3.mp4"], [], []),
        ("The file demo-\n2.avi shows a list.", ["other.avi"], ["demo-2.avi"], ["other.avi"], []),
        ("Video 1 shows one list, Video 2 another.", ["a.mp4", "b.mp4"], [], [], ["Video 1", "Video 2"]),
        ("Video 2 shows the list.", ["list.mp4"], [], [], ["Video 2"]),
        ("The file clips/list.avi shows it.", ["other.avi"], ["clips/list.avi"], ["other.avi"], []),
        ("The files list.avi and long_list.avi show it.", ["long_list.avi"], ["list.avi"], [], []),
        ("The file list.avi shows it.", ["list.avi", "list.wmv"], [], ["list.wmv"], []),
        ("See https://host.example/clips/list.avi for a list.", ["other.avi"], [], ["other.avi"], []),
    ],
)
def test_what_is_lacking_and_what_is_not_cited_is_told(
    text: str, videos: list[str], lacking: list[str], uncited: list[str], unnumbered: list[str]
) -> None:
    assert compared(text, *videos) == (lacking, uncited, unnumbered)


def test_a_paper_that_speaks_of_no_video_cites_none() -> None:
    found = compare(paper("The list grows where nobody looks."), ("list.mp4",))
    assert not found.speaks
    assert found.uncited == ("list.mp4",)


def test_a_real_paper_is_compared_page_by_page() -> None:
    read = read_paper(PAPERS / "cites-videos.pdf", "cites-videos.pdf")
    found = compare(read, ("Video_1.mp4", "Video_2.mp4", "reading_list.avi", "Video_3.mp4"))
    assert [(cited.text, cited.page) for cited in found.lacking] == [("Movie S4", 2)]
    assert found.uncited == ("Video_2.mp4",)


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("The file list.mov shows it.", [("list.mov", "list.mp4")]),
        ("The file quill.mp4 shows it.", [("quill.mp4", "video-2.mp4")]),
        ("The files list.mp4 and video-2.mp4 show it.", []),
    ],
)
def test_names_before_the_packing_are_told_beside_those_in_the_zip(text: str, cited: list[tuple[str, str]]) -> None:
    before = {"list.mp4": "list.mov", "video-2.mp4": "quill.mp4"}
    found = compare(paper(text), tuple(before), before)
    assert [(each.text, name) for each, name in found.renamed] == cited
    assert not found.lacking
    # The made-up name's number is none that the paper could mean.
    assert [each.text for each in compare(paper("See Video 2."), tuple(before), before).unnumbered] == ["Video 2"]


def test_a_supplement_that_is_only_spoken_of_names_no_video() -> None:
    found = compare(paper("We show the list in a Supplementary Video."), ("list.mp4",))
    assert (found.speaks, found.specific) == (True, False)
