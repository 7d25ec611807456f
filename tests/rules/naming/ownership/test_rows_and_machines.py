"""Rows of initials, cells of rows, machines, accounts and remarks: what is told where nothing reads like a sentence."""

from __future__ import annotations

import pytest

from ...pages import REFERENCES, paper, weighed

CELLS: dict[str, set[str]] = {
    "Training set (UMC Zandhoven, ours) 4,012 films": {"ANON015/site"},
    "Viewer ; LoupeTrace 2.0 (in-house, TU Eichtal) ; Qt": {"ANON015/site"},
    "Annotator Thandeka S. 3,880 boxes": {"ANON019/named"},
    "Rater ; Ayodele F. ; 4,012 boxes ; 5 weeks": {"ANON019/named"},
    "Version ; v2 by Solveig, fixed by Greta ; 0.88": {"ANON019/named"},
    "Provenance ; collected by authors, Gov. Eye Hosp., Erragau ; 2015": {"ANON015/site"},
    "Previous model of the group (Adomako-Lie 2024) 0.79": {"ANON007/cited"},
    "San Fosca (our PACS), 2017": {"ANON015/site"},
    "Training set (ours) ; test set (public) ; gap": set(),
    "Viewer ; in-house ; Qt": set(),
    "Annotator ; Prodigy ; 3,880 boxes": set(),
    "Reader A. 0.71": set(),
    "Version ; v2 by Snorkel ; 0.88": set(),
    "Group DRO (Sagawa 2020) 0.79": set(),
}
SENTENCES = {
    "Idea: KO. Code: KO, LLV. Reading of images: PNG. Text: everyone.": {"ANON019/initials": "warning"},
    "Code: TH, BVM. Labels: SJE and RK.": {"ANON019/initials": "warning"},
    "The five readers (GÅ, LHØ, NÖ) saw all films.": {"ANON019/initials": "warning"},
    "Code: MIT. Text: CC0.": {},
    "Loss: CE. Optimiser: SGD. Backbone: VGG.": {},
    "The three observers (CT, MR, US) of the phantom are machines.": {},
    "An arXiv version went up on 3 May as 2605.02214.": {"ANON007/preprint": "error"},
    "An arXiv version of [2] went up long before its print.": {},
    "We refer to our earlier study as [Anon. 2024], in line with the rules of the call.": {},
    "The steps are copied from a workshop paper by three of the present authors [2].": {"ANON007/cited": "warning"},
    "In [2] the second reader is also the first author, which these authors own up to.": {},
    "The same group later admitted in [2] that their own hospital had sent the test scans.": {},
    "The women of the focus groups in [2], all from villages around Arusha, spoke of long ways.": {},
    "Paul Ehrlich stained his first tissue as a student. We look at stains as well.": {},
    "FairKidney, the audit kit we release with this paper, is for CT.": {},
    "As employees of a hospital, the authors see few of these burns.": {},
    "The layers layer1.conv.weight and layer2.norm.bias are frozen.": {},
    "The data lie on portal.gdc.cancer.gov, under open access.": {},
}
TOLD = [
    "Being an associate editor of Imaging and Equity Letters, the senior author took no part in choosing the venue.",
    "As employees of a district general in mid-Powys, the authors see few of these burns.",
    "Use pip install parity-lung (we have been its only maintainers since 0.1).",
    "FairKidney, the audit kit we released at last year's edition, is extended to CT.",
]
HEADS = {
    "printed 11 May 2026 18:02 by kpedersen on vega-ws2": {"ANON016/names": "error"},
    "v5, for circulation inside the Lindhorst Imaging Unit only": {"ANON016/names": "warning"},
    "printed on paper by machine": {},
    "for review only, not to be passed on": {},
    "for use in the Medical Imaging Workshop only": {},
}
ENTRIES = {
    "Osei, K.: Tuning under groups. Master's thesis (2025), supervised by the last author of this submission": True,
    "Rakoto, H., et al.: Unequal blur in images (this is the journal version of Sect. 4). Submitted (2026)": True,
    "Lund, P.: On the version of Section 230. Law J. 4, 1-3 (2020)": False,
    "Moe, T.: Groups in tuning. Master's thesis, supervised by two boards (2021)": False,
}


@pytest.mark.parametrize(("cell", "found"), CELLS.items())
def test_cells_of_rows(cell: str, found: set[str]) -> None:
    assert set(weighed(paper("We measure gaps between groups.", cells=(cell,)))) == found


@pytest.mark.parametrize(("sentence", "found"), SENTENCES.items())
def test_what_is_told_by_its_wording(sentence: str, found: dict[str, str]) -> None:
    assert weighed(paper("We measure gaps between groups.", sentence, "All other data are public.")) == found


@pytest.mark.parametrize("sentence", TOLD)
def test_what_only_they_do(sentence: str) -> None:
    assert weighed(paper("We measure gaps between groups.", sentence, "All other data are public.")) == {
        "ANON022/hinted": "warning"
    }


@pytest.mark.parametrize(("head", "found"), HEADS.items())
def test_heads_and_feet(head: str, found: dict[str, str]) -> None:
    assert weighed(paper("We measure gaps between groups.", heads=(head,))) == found


@pytest.mark.parametrize(("entry", "own"), ENTRIES.items())
def test_remarks_in_entries(entry: str, own: bool) -> None:
    found = weighed(paper("We measure gaps between groups.", references=(entry, *REFERENCES)))
    assert found == ({"ANON007/cited": "error"} if own else {})
