"""LNCS002 on running text that a figure shows as a picture, in smaller type than the paper's."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from tests.reading.page.sight.test_unread import CAPTION, set_lines, show
from tests.rules.hidden.altered import Altered, read

from faimi_check.model.finding import Confidence, Hit
from faimi_check.model.submission import Submission
from faimi_check.rules.lncs.type_size import TypeSizes, font_size


def sizes(picture: Image.Image, folder: Path) -> list[Hit]:
    paper = Altered()
    show(paper, 4, picture)
    paper.draw(4, CAPTION)
    submission = Submission(id="p", paper=read(paper, folder))
    return [one for one in font_size(submission, TypeSizes()) if isinstance(one, Hit)]


def test_running_text_in_a_picture_is_measured(tmp_path: Path) -> None:
    (hit,) = sizes(set_lines(), tmp_path)
    assert (hit.code, hit.where.page, hit.confidence) == ("blocks", 4, Confidence.POSSIBLE)
    assert hit.message.startswith("A picture on page 4 shows 24 lines of running text, 9.0 pt from one to the next")


@pytest.mark.parametrize("flush", [True, False])
def test_prompts_and_text_of_a_papers_size_are_no_smaller_type(flush: bool, tmp_path: Path) -> None:
    picture = set_lines(16, flush=flush)
    # As high as it is wide: its lines are as far apart as the paper's.
    assert sizes(picture.resize((picture.width, picture.height * 4 // 3)) if flush else picture, tmp_path) == []
