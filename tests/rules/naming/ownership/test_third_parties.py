"""What others did, own or keep is theirs, whoever speaks; what is said of the authors beside it is the authors'."""

from __future__ import annotations

import pytest

from ...pages import entries, paper, weighed, weighed_amid


def found(*body: str) -> dict[str, str]:
    return weighed_amid(*body, references=entries(15))


@pytest.mark.parametrize(
    "body",
    [
        # Who is the subject.
        ("The trial of Wexley [5] was paid for by Roche, which we list in Table 3.",),
        ("As the survey of Ordoñez [7] had the support of Bayer, we leave it out.",),
        ("Two of the nine reviewed trials were sponsored by Philips, and we mark them.",),
        ("Their biobank is financed by the Wellcome Trust, and we signed its terms.",),
        ("VinDr-CXR was read at hospitals in Hanoi, and we use the split as it is.",),
        ("We try the loss on PadChest (Alicante) and BRAX (São Paulo), and find the same on both.",),
        ("Harvard-GF, from an eye laboratory in Boston, is balanced over three groups.",),
        ("The National Lung Screening Trial was paid by the NCI, and we have its permission.",),
        ("The silver medal solution was written by a student from Chennai and is documented.",),
        ("The same group that made V-Net in Munich wrote the loss that we tried.",),
        ("The second author of [7], now in Calgary, sent us the list of films.",),
        ("The maintainers in Ghent fixed it within a day after our report.",),
        ("In an extension of [11], its authors add a margin; the present work does not.",),
        ("Their earlier work [4] had only adults; the present work has children.",),
        ("Tolliver, then at Emory, led 20 authors to this result [3].",),
        ("Daguerre's plates of the boulevard, taken in Paris, show nobody; we recall this.",),
        ("Before us, a Finnish team had tried the same at four hospitals of Tampere [12].",),
        ("Long before our study, two nurses in Cardiff had counted such films by hand [8].",),
        # Whom the authors wrote to, what they took.
        ("We wrote to the registry in Bergen and were told that the codes are right.",),
        ("The authors of [4] did not answer our mail.", "Dr. Quiroga, now in Lima, did."),
        ("We took the frozen encoder of the Wexley Lab as it is.",),
        ("Our reimplementation of Wexley, Ordoñez and Tolliver [8] gives the same numbers.",),
        ("Our port of Ordoñez and Tolliver [8] runs on one card.",),
        ("Prof. Wexley's Grey Shades audit [1] is the model for ours.",),
        ("Timm's author Jonas Wexley publishes the weights that we start from.",),
        ("As in the trial from Leeds [9], our readers saw each film once.",),
        # What does not exist.
        ("What we call “Dublin split” is to train in one town and test in another.",),
        ("We changed the name, from Bronagh to Temperance, in the prompt to our model.",),
        ("We gave the model the names Bronagh, Temperance and Xiulan in turn in each prompt.",),
        ("The prompt was: “Temperance Moss, seen by Dr. Oake at General Hospital, has a cough.”",),
        ("Dr. Oake, Dr. Ash and Dr. Elm sign the synthetic letters to our model.",),
        ("Suppose Mr Temperance Moss, invented for this example, comes to us at night.",),
        ("The cohort, called here ANON-UK, contains 4,110 films.",),
        # Who runs a challenge, who was hired for it, who paid for others' work.
        ("The scores were counted by the organisers in Utrecht, whom we mailed our container.",),
        ("Who read them? It was done by a firm in Pune on behalf of the organisers, before we came.",),
        ("Sponsored by the Halden Cancer Fund, MammoAtlas has become what we all start from.",),
        ("Our scripts build on Medrix, which was written at Halden Research in Boston.",),
        # Papers of history, eponyms, lists before a citation, places that a citation is for.
        ("The Menlo Report of 2012 asks for no less, and we take it at its word.",),
        ("Tamm plots (he was Uku Tamm, from Tartu) are drawn for all sites.",),
        ("Our second figure quotes the proof of Wexley, Tolliver, Oake and Ruvo [3].",),
        ("One region (in Norway, [5]) screens from 40 on, as we do.",),
        ("We have read the old reports of every section.", "In 1911 Wilma Kestrin led a film room in Lysvik."),
        ("Screening by car is old; those of the 1930s went from Tannstad to Lysvik.",),
        ("It is said in all papers that we read.", "A ward in Lysvik and one in Tannstad may buy the same tool."),
        # What anybody does with others' works.
        ("We copied the authors' split [12] and their seeds.",),
        ("We adopt the definition of [2] word by word, though its Table 1 has a gap.",),
        ("Glare was looked at before ours, see [1–5], and will be again.",),
        ("Women were older in both our and Wexley's [7] cohort.",),
    ],
)
def test_of_others(body: tuple[str, ...]) -> None:
    assert found(*body) == {}


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (("Our trial was sponsored by Novo Nordisk.",), {"ANON005/named": "warning"}),
        (("PadChest was read at Hospital San Juan, where three of us work.",), {"ANON015/site": "error"}),
        (("MIMIC is from Boston, while our own films are from Lysvik Hospital.",), {"ANON015/site": "warning"}),
        (("Before this study, our team in Lagos had asked 200 nurses.",), {"ANON015/site": "error"}),
        (("We wrote to our colleagues at the hospital in Porto, who sent the films.",), {"ANON015/site": "error"}),
        (("Our previous studies in this country [3] had the same readers.",), {"ANON007/cited": "error"}),
        (("As the organisers in Utrecht, we held the films back.",), {"ANON015/site": "warning"}),
        (("The films were read by a firm in Pune on our behalf.",), {"ANON015/site": "warning"}),
        (("Sponsored by the Halden Cancer Fund, this study is nobody's product.",), {"ANON005/named": "error"}),
        (("Our training code extends Medrix, which we maintain.",), {"ANON022/standing": "warning"}),
        (("We build on the authors' earlier scripts [12].",), {"ANON007/cited": "warning"}),
        (("Halden's [4], our own first cohort, was older.",), {"ANON007/cited": "warning"}),
        (("In an extension of our paper [11], we add a margin.",), {"ANON007/cited": "warning"}),
    ],
)
def test_of_the_authors_besides(body: tuple[str, ...], told: dict[str, str]) -> None:
    assert found(*body) == told


@pytest.mark.parametrize(
    "body",
    [
        ("Dr. Oakeley, Dr. Ashby and Dr. Elmgren read the films for this study.",),
        ("The author of GapScan, Ole Brandvik, signs this paper.",),
        ("The creator of GapScan, Ole Brandvik, is the second author.",),
        ("Our own company, Halden Imaging Ltd., London, licensed the tool to us.",),
        ("We asked the ethics committee in Lysvik, and its answer was yes.",),
        ("The first scanner of its kind was installed in Lysvik, and our ward still uses it.",),
        ("Halvorsen's audit [1], ours, had one reader.",),
        ("In 1921 our clinic in Lysvik took its first film, and we use all since then.",),
        ("Dr. Halden's patients in Tromsø were scanned for us.",),
        ("The prompt was written by Dr. Maria Lopez-Vik, our second author.",),
    ],
)
def test_it_stays_a_question_at_least(body: tuple[str, ...]) -> None:
    assert found(*body)


def test_their_pay_may_be_ours() -> None:
    note = "1 Their hours were charged to ESRE/2024/118; the payer has not seen the data."
    assert weighed(paper("We measure the gap.", footnotes=(note,))) == {"ANON005/named": "warning"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Lesions that nobody saw are absent from our reference, too; such noise is not spread evenly [8].",
        "Noise in our masks is of the same kind as that in [8].",
        "Our annotators, too, tire in the second hour [12].",
        "Previous surveys from our country have found the same waiting times [9,10].",
        "Wexley's plots [4] show our two readers.",
        "Our Torch version of Ordoñez's flexible encoder [7] is in the supplement.",
        "Our tablet drifts in summer, as tablets do [9].",
        "Our national guideline [11] asks for two readers.",
        "Our health system pays for one screening in two years [11].",
        "Our previous paragraph leaned on [2], and this one does not.",
    ],
)
def test_what_holds_in_general_is_no_earlier_work(sentence: str) -> None:
    assert found(sentence) == {}


PROMPTS = (
    "The prompts that we put to the model were as follows.",
    "System: You are an assistant to a nurse. Answer in one word.",
    "User (case 1): Mr Wexley, 71, has sent this film.",
    "User (case 2): Mrs Ordonez, 71, has sent this film.",
)


def test_people_in_the_turns_of_a_prompt_do_not_exist() -> None:
    assert found(*PROMPTS) == {}


@pytest.mark.parametrize(
    "body",
    [
        # No turns of a prompt, or behind them.
        ("Assistant: Mr Wexley of our ward drew the boxes.",),
        (*PROMPTS, "Our nurse, Mrs Tolliver, wrote the answers by hand."),
    ],
)
def test_people_beside_them_are_told(body: tuple[str, ...]) -> None:
    assert found(*body) != {}


@pytest.mark.parametrize(
    "body",
    [
        ("The saying 頭痛是小事 (headaches are small things), told by parents to us, explains it.",),
        ("Parents who gave us the answer 分からない (do not know) are left out of our sums.",),
        ("The characters 乳歯 stand for the milk teeth in our forms.",),
    ],
)
def test_words_of_another_script_are_no_names(body: tuple[str, ...]) -> None:
    assert found(*body) == {}
