"""ANON021 in lines of code."""

from __future__ import annotations

import msgspec
import pytest

from faimi_check.model.paper import Font, Paper
from faimi_check.rules.naming.facts import facts_of
from faimi_check.rules.naming.text.code import code_lines

from ...pages import codes, hits, paper


def listing(*lines: str, said: str = "All runs were made on one card.") -> Paper:
    """A paper with a listing in a typewriter face, smaller than the text; lines that begin with blanks are set in."""
    built = paper("We train with five seeds.", *lines, said)
    page = built.pages[0]
    kept = []
    for line in page.lines:
        if line.text in lines:
            left = line.box._replace(x0=line.box.x0 + 20 * line.text.startswith(" "))
            line = msgspec.structs.replace(line, font=1, size=8.0, box=left)
        kept.append(line)
    fonts = (Font("NimbusRomNo9L", embedded=True), Font("LMMono8-Regular", embedded=True))
    page = msgspec.structs.replace(page, lines=tuple(kept))
    return msgspec.structs.replace(built, pages=(page,), fonts=fonts)


@pytest.mark.parametrize(
    ("lines", "evidence"),
    [
        (("import torch", 'wandb.init(entity="tveitvik-derma")'), 'wandb.init(entity="tveitvik-derma")'),
        (("StationName: KVERNHEIMCT2",), "StationName: KVERNHEIMCT2"),
        (("# run on machine kvern-gpu2",), "# run on machine kvern-gpu2"),
        # A listing breaks its lines at a sign or at a blank.
        (
            ("docker pull harbor.kvernheim-derm.no/", "  halvorsrud/base:1.2"),
            "docker pull harbor.kvernheim-derm.no/halvorsrud/base:1.2",
        ),
        (
            ("# changed by ltveitvik on the old workstation", '  "kvern-2"'),
            '# changed by ltveitvik on the old workstation "kvern-2"',
        ),
    ],
)
def test_what_code_names_is_to_be_looked_at(lines: tuple[str, ...], evidence: str) -> None:
    found = hits("ANON021", listing(*lines))
    assert [(hit.code, hit.evidence) for hit in found] == [("unclear", evidence)]


@pytest.mark.parametrize(
    "line",
    [
        "podman run nvidia/cuda:11.8.0-base-ubuntu20.04",
        'wandb.init(entity="anonymous", project="gap")',
        "InstitutionalDepartmentName: withheld",
    ],
)
def test_what_everybody_uses_is_not(line: str) -> None:
    assert codes("ANON021", listing(line)) == []


def test_what_the_paper_speaks_of_is_its_own_method_or_others_data() -> None:
    assert codes("ANON021", listing('entity="kvernset-wandb"', said="We call it Kvernset.")) == []


def test_a_sentence_of_the_text_is_not_taken_for_code() -> None:
    assert codes("ANON021", paper("The host kvern-gpu2 is what a hostname looks like.")) == []


def test_the_text_below_a_listing_is_no_part_of_its_last_line() -> None:
    built = listing("import torch", "podman run nvidia/cuda:11.8.0-", "  base-ubuntu20.04", "model.eval()")
    said = [one.text.strip() for one in facts_of(built).sentences]
    assert "All runs were made on one card." in said
    assert "model.eval()" in said
    assert "podman run nvidia/cuda:11.8.0-base-ubuntu20.04" in [line.text for line in code_lines(built)]


def test_an_address_that_fills_a_line_of_a_paragraph_parts_no_sentence() -> None:
    built = paper("Our code is kept at", "https://github.com/halvorsrud/gap", "until the end of the review.")
    page = built.pages[0]
    kept = tuple(msgspec.structs.replace(line, font=line.text.startswith("https")) for line in page.lines)
    fonts = (Font("CMR10", embedded=True), Font("CMTT10", embedded=True))
    built = msgspec.structs.replace(built, pages=(msgspec.structs.replace(page, lines=kept),), fonts=fonts)
    said = [one.text.strip() for one in facts_of(built).sentences]
    assert "Our code is kept at https://github.com/halvorsrud/gap until the end of the review." in said


def test_a_notice_that_was_copied_with_its_code_is_of_others() -> None:
    notice = "# Copyright 2024 Kvernheim University"
    assert codes("ANON021", listing(notice, "import torch")) == ["unclear"]
    copied = listing(notice, "import torch")
    page = copied.pages[0]
    said = "The function is copied from a library, with its notice."
    lines = tuple(
        msgspec.structs.replace(line, text=said) if line.text == "We train with five seeds." else line
        for line in page.lines
    )
    copied = msgspec.structs.replace(copied, pages=(msgspec.structs.replace(page, lines=lines),))
    assert codes("ANON021", copied) == []
