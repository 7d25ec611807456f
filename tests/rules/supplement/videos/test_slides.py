"""VID005 by the words of a video's frames, and by what is measured where nobody read them."""

from __future__ import annotations

import pytest

from faimi_check.model.burned_in import BurnedIn, BurnedInPicture
from faimi_check.model.finding import Confidence, Hit
from faimi_check.model.submission import Submission
from faimi_check.model.supplement import Supplement
from faimi_check.model.video import Video
from faimi_check.rules.supplement.videos.slides import Slides, slides

from ...lettering import picture

TABLE = picture("Table 2. Results on the test set", "Method AUC p-value", "Ours 0.91 p < 0.001", "Base 0.87", page=None)
SLIDE = picture("Excess wait falls by half", "Mean wait rises a little", "No group label is needed", page=None)
BANNER = picture("PHILIPS EPIQ 7G", "Subject 07", "MI 1.1 TIS 0.6", page=None)
WINDOW = picture("File Edit View", "3D Slicer", "Segment Editor", "Threshold", "Paint", "Erase", "Dice 0.87", page=None)

TERMINAL = picture(
    "ilyngby@gpu03:~/fair$ python demo.py --gui",
    "loading weights ... ok",
    "step 000 loss 0.9000 dice 0.61 accuracy 0.71",
    "step 001 loss 0.4500 dice 0.72 accuracy 0.80",
    page=None,
)
LISTING = picture(
    "import torch", "def loss(a, b):", "    return (a - b).abs().mean()", "baseline = loss(x, y)", page=None
)


def found(*frames: BurnedInPicture, looked: int = 0, density: float | None = 1.0, still: float = 0.0) -> list[Hit]:
    read = BurnedIn(pictures=frames, looked=looked or len(frames)) if frames or looked else None
    video = Video(member="a.mp4", container="mp4", text_density=density, still_share=still, burned_in=read)
    supplement = Supplement(file="s.zip", size=1, is_zip=True, videos=(video,))
    return [hit for hit in slides(Submission(id="s", supplements=(supplement,)), Slides()) if isinstance(hit, Hit)]


def test_one_frame_of_results_is_likely_and_its_time_and_words_are_told() -> None:
    (hit,) = found(TABLE, BANNER, looked=8)
    assert (hit.code, hit.confidence, hit.where.seconds) == ("text", Confidence.LIKELY, 3.0)
    assert hit.message.startswith(
        "a.mp4 shows what looks like results or proofs at 0:03: “Table 2. Results on the test set"
    )


NUMBERS = picture(
    "Results by group", "Women: AUC = 0.91, n = 120", "Men: AUC = 0.93, p = 0.01", "Fold 3: mean(SD) 0.92", page=None
)


def test_numbers_with_equals_signs_are_no_programs() -> None:
    (hit,) = found(NUMBERS)
    assert "results or proofs" in hit.message


def test_sentences_in_most_frames_are_likely_text() -> None:
    (hit,) = found(SLIDE, SLIDE, BANNER)
    assert hit.confidence is Confidence.LIKELY
    assert "text in 2 of the 3 frames that were read" in hit.message


SETTINGS = picture(
    "Lung preset Gain 48 %", "Zone R3 B-lines: 5", "Depth 12 cm MI 0.6", "TIS 0.2 Frq 3.5 MHz", page=None
)


@pytest.mark.parametrize(
    "frames", [(BANNER,), (WINDOW,), (SLIDE, BANNER, BANNER), (TERMINAL, TERMINAL), (LISTING,), (SETTINGS, SETTINGS)]
)
def test_banners_windows_terminals_and_one_card_are_nothing_however_much_they_look_like_print(
    frames: tuple[BurnedInPicture, ...],
) -> None:
    assert found(*frames) == []


def test_without_words_what_was_measured_counts() -> None:
    assert [(hit.code, hit.confidence) for hit in found()] == [("text", Confidence.POSSIBLE)]
    assert [hit.code for hit in found(density=0.1, still=0.9)] == ["still"]
    assert [hit.code for hit in found(looked=4, still=0.9)] == ["still"]
    assert found(looked=4) == []
