"""What a sentence names, and of which kind."""

from __future__ import annotations

import pytest

from faimi_check.rules.naming.mentions.kind import Kind
from faimi_check.rules.naming.mentions.recognise import mentions_in

NAMED = [
    ("It reaches the best Charité Acc and Sens of all.", Kind.INSTITUTION, "Charité"),
    ("The films were read by Paola Sens.", Kind.PERSON, "Paola Sens"),
    ("The scans were read by T. Wieczorek.", Kind.PERSON, "T. Wieczorek"),
    ("Masks were drawn by Matilde Ferrante on a tablet.", Kind.PERSON, "Matilde Ferrante"),
    ("We asked Prof. Mantovani about the counts.", Kind.PERSON, "Mantovani"),
    ("Two readers (A.K. and T.L.) saw all films.", Kind.INITIALS, "A.K."),
    ("Two readers (AK, TL) saw all films.", Kind.INITIALS, "AK"),
    ("Residents of the Universitätsklinikum Nordhavn took part.", Kind.INSTITUTION, "Universitätsklinikum Nordhavn"),
    ("It ran on the servers of the Kuroda lab.", Kind.INSTITUTION, "Kuroda"),
    ("All women live in Uppsala.", Kind.PLACE, "Uppsala"),
    ("It was paid by the Estmark Heart Foundation.", Kind.FUNDER, "Estmark Heart Foundation"),
    ("Approval was given under EA4/077/21.", Kind.NUMBER, "EA4/077/21"),
    ("The board agreed by letter 06-17/3318.", Kind.NUMBER, "06-17/3318"),
    ("Travel was refunded by resolution No. 417/25.", Kind.NUMBER, "417/25"),
    ("It was booked to cost centre 9920-448.", Kind.NUMBER, "9920-448"),
    ("Two cards came with an award (award KV-4471).", Kind.NUMBER, "KV-4471"),
    ("The survey was ordered under no. 318-r of the minister.", Kind.NUMBER, "318-r"),
    ("It was paid under contract 4600012873.", Kind.NUMBER, "4600012873"),
    ("Half of it was paid by a lottery (dossier 24-0117).", Kind.NUMBER, "24-0117"),
    ("Double reading: AHK and RLV (both authors).", Kind.INITIALS, "AHK"),
    ("Prices differ between Norway and Chile.", Kind.PLACE, "Norway and Chile"),
    ("As we wrote in [7], it fails.", Kind.CITATION, "[7]"),
    ("As we wrote (Lyngby et al., 2021), it fails.", Kind.CITATION, "(Lyngby et al., 2021)"),
    ("News come from @lyngby_lab on X.", Kind.HANDLE, "@lyngby_lab"),
    ("@lyngby_lab keeps a list of readers.", Kind.HANDLE, "@lyngby_lab"),
    ("# gap.py -- written by ingrid.lyngby, last change 2025-04-11", Kind.HANDLE, "ingrid.lyngby"),
    ("# layer.py (c) ilyngby, first version of 2024", Kind.HANDLE, "ilyngby"),
    ("# ilyngby 12/03: ask before you touch alpha", Kind.HANDLE, "ilyngby"),
    ("Grading: S. Wickram, who sat at the next desk.", Kind.PERSON, "S. Wickram"),
    ("The plots are by I. Lyngdal.", Kind.PERSON, "I. Lyngdal"),
    ("# written by ingrid.lyngby", Kind.HANDLE, "ingrid.lyngby"),
    ("the user logged in at the top right, ilyngby_rad, is one of us", Kind.HANDLE, "ilyngby_rad"),
    ('each file begins with the signature "ilyngby" of its author', Kind.HANDLE, "ilyngby"),
    ("Screenshot of the tool, with the account i.lyngby", Kind.HANDLE, "i.lyngby"),
    ("# temperature regression, i.lyngby 2024-11-03", Kind.HANDLE, "i.lyngby"),
    ("# temperature regression, i.lyngby 2024-11-03 def temp(alpha, a):", Kind.HANDLE, "i.lyngby"),
    ("-- checked twice, Weber, 3 June", Kind.HANDLE, "Weber"),
    ("# mweber: this is still wrong", Kind.HANDLE, "mweber"),
]
NOBODY = [
    "@dataclass class Gap: alpha: float = 0.1",
    "@pytest.fixture def loader(): return DataLoader(data)",
    "The decorator is @lyngdal(depth=3) and the entry @lyngbook{waits, title={Who Waits}}.",
    "Protocol Identification Acc. (%)",
    "Rank-1 Identification Acc Verification Acc",
    "Group Balanced Acc Mean Err Overall Prec Overall Rec",
    "We train a Vision Transformer with Average Precision as the metric.",
    "The head circumference (HC) was measured.",
    "Readers A.B. and C.D. are placeholders.",
    "The Fitzpatrick scale and the Dice score are used.",
    "Training took two days on an NVIDIA A100 with 1024-dimensional features in 2023.",
    "See lines 118-120 of the file, account 2019-2021 and order 12.5 of the decision.",
    "Allocation 10/90 was fixed by vote 3 on 12.05.2024, in case COVID-19 came back.",
    "Training ran on an RTX4090, an A6000 and a W7900.",
    "Films of 1080i and 2160p lie in 512MB, sampled at 250Hz and 440kHz within 640ms.",
    "A Broden-view film and a Giemsa-stained smear lie on the Reid-plane.",
    "Images were taken with a Siemens Healthineers scanner.",
    "The guideline of the American College of Radiology is followed.",
    "The IRB of our institution agreed.",
    "# updated 12/03: learning rate lowered",
    "# weights: one for each class",
    "In Table 2 the reports were written by clinicians and checked by us.",
    "each user_id was replaced by a hash, and the login time was removed",
    "the account type “admin” and the login “reader01” were not used",
    "the signature load_image(path) changed, and the signed distance “sdf_map” is computed",
    "the user opens “index.html” with an account, i.e. logs in",
    "Lemma 6 (Ordered Waiting Lemma).",
    "Definition 2.1 (Foldable Queue Scheme). A queue is foldable if",
    "It holds if H < T. Like others, we keep T.",
    "the heads read Trainable Params Chart Acc Detour Rate",
    "Ageing Theory and Methodological Limitations; Adaptability Modules follow",
    "over Wifi LTEB and the CB LOK Ring, seen from Halden Tower",
    "the Reference Chart Seg- of a frame",
    "in Subfigure 8(a) our clinics wait, at mAP @0.25 and @0.5, on a CPU @3.40GHz, at 2 views @30fps",
    "an Intel i7-8700K and a split of 640/1280/320 films",
]


@pytest.mark.parametrize(("sentence", "kind", "text"), NAMED)
def test_what_is_named(sentence: str, kind: Kind, text: str) -> None:
    assert (kind, text) in {(one.kind, one.text) for one in mentions_in(sentence)}


@pytest.mark.parametrize(
    "sentence", ["so that (1 − σw ) ℓ(g(z), w) + σwz ℓ(g(z), −w) is kept", "where ηbᵢ ϑ and λmax ρ are as above"]
)
def test_small_letters_of_a_formula_are_no_name(sentence: str) -> None:
    assert mentions_in(sentence) == ()


@pytest.mark.parametrize("sentence", NOBODY)
def test_what_names_nobody(sentence: str) -> None:
    assert [one for one in mentions_in(sentence) if one.kind is not Kind.NAME] == []


def test_spans_lead_back_to_the_text() -> None:
    sentence = "At Nordhavn General Hospital, Dr. Ilse Vega and A. Moreau read 300 films [3] under EA4/077/21."
    found = mentions_in(sentence)
    assert len(found) >= 4
    assert all(sentence[one.start : one.end] == one.text for one in found)
