"""Interests, patents and dedications, ANON005."""

from __future__ import annotations

import pytest

from faimi_check.model.finding import Confidence

from ...pages import codes, hits, paper

NAMED = [
    "A patent application on the weighting step has been filed (EP 23 411 702.8; inventors I. Lyngby and M. Quiroga).",
    "Ingrid Lyngby is co-founder of Estmark Vision GmbH.",
    "S. Lindgren received speaker fees from Estmark Pharma.",
    "Competing interests. Henrik Bergström has stock options in Nordhavn Imaging.",
    "Disclosure of Interests B. Sundqvist was paid for lectures by Nordhavn and by Eastmere Medical.",
    "Disclosure of Interests. P. Oyelaran and B. Sundqvist are employees of Eastmere Health.",
    "Lucia Marchetti serves on the advisory board of Estmark Vision.",
    "Yusuf Demir holds a patent on the sampling scheme described here.",
    "This paper is dedicated to the memory of our colleague and teacher Gábor Szentmiklósi, who began it with us.",
    "In memory of Ola Nordmann.",
    "It ends here. For Nikhil Oyelaran (1961–2024), co-author of all we did, who did not trust thresholds.",
    "Dr. Lindgren reports personal fees from Nordhavn Pharma outside the submitted work.",
    "Dedicated to Prof. Emeritus Karl Brandtner, our teacher.",
    "This paper honours the memory of Ola Nordmann, who died in 2024.",
    "In memoriam Prof. Chiara Conti (1951-2024).",
    "We dedicate this work to our late friend Tomás Novák.",
    "The method is subject to a pending patent application, filed by Priya Raman and others.",
    "Mateo Quiroga is the inventor of a pending patent related to this work.",
    "Disclosure of Interests N. Solheim has received speaker fees from a maker of contrast agents. The remaining "
    "authors have no competing interests to declare.",
    "Ingrid Solheim consults for Estmark Vision and received royalties.",
]
UNCLEAR = [
    "J.K. is co-founder of Estmark Vision GmbH.",
    "Disclosure of Interests. A.B. and C.D. have received honoraria from Nordhavn Pharma.",
    "The authors have filed a patent application (US 18/417,203) on the method described here.",
    "The second author is a shareholder of Estmark Vision.",
    "One author has received consulting fees from Nordhavn Pharma.",
    "M.K.: advisory board of Eastmere Health; S.O.: none.",
    "Our method is described in a pending patent (PCT/EP2024/061177).",
    "Competing interests. Lindqvarn and Solheim have received honoraria; the other three authors declare none.",
    "JK is a co-founder and shareholder of Estmark Vision GmbH.",
    "T.R. holds equity in Eastmere Health.",
    "The last author serves as advisor to Estmark Vision.",
    "A patent application has been filed (WO 2024/117203).",
    "H.-J.K. and S.O. are inventors on a pending patent application.",
    "The senior author is chief scientific officer of Eastmere Health.",
    "Both authors draw a salary from Estmark Vision and nothing else.",
    "We are on the payroll of Eastmere Health, as two of its radiographers.",
    "All authors hold stock options of Estmark Vision.",
    "The opinions are the writer's and do not bind the Estmark Agency for Devices in any way.",
    "What is said here is personal and must not be read as a policy of the Nordhavn Health Authority.",
    "This text gives the authors' own views, not those of the Eastmere Institute for Tests.",
]
HONEST = [
    "The authors have no competing interests to declare that are relevant to the content of this article.",
    "Disclosure of Interests. The authors have no competing interests.",
    "Conflict of interest. Radiologists were paid by the hour, whatever a radiologist found.",
    "Competing interests. Author A has received honoraria from Company W; Author B declares none.",
    "None of the authors has received speaker fees from any company.",
    "One author received honoraria from two manufacturers of scanners.",
    "Author 1 has received honoraria; Author 2 is a shareholder of Company A.",
    "Disclosure of Interests. Removed for double-blind review.",
    "A patent ductus arteriosus was seen in 12 infants.",
    "Patients with a patent foramen ovale were excluded; consent was granted.",
    "The idea goes back to Ronald Fisher (1890–1962), who worked on wheat.",
    "For Fisher (1890–1962) a test was a test.",
    "All tensors are kept in memory of the GPU.",
    "This section is dedicated to the analysis of Vision Transformer features.",
    "The network has a branch dedicated to Mutual Information.",
    "XX is co-founder of YY GmbH.",
    "The patent on the transform (US 5,123,417) was described by Eskerod et al. [4].",
    "Health equity is a goal; the WHO reports gaps in equity.",
    "The speakers of the workshop and its advisory board will be announced.",
    "We consulted two radiologists; the consultants read all images.",
    "Hospital employees were screened, and the shares of groups were reported.",
    "The Chief Medical Officer of each site gave consent.",
    "Long-term memory of Large Language Models is short.",
    "The authors declare that they hold no shares in Estmark Vision.",
    "The authors draw no salary from Estmark Vision.",
    "The authors of that trial were on the payroll of Estmark Vision.",
    "Radiographers draw a salary from Estmark Vision in either arm.",
    "The views are the authors' own and not those of their employers.",
    "The opinion of the authors is not that of the European Society of Radiology.",
    "The views were not endorsed by the Estmark Agency for Devices, as Eskerod et al. [4] note for their authors.",
    "Apical views were not part of the protocol of the Nordhavn Institute.",
]


@pytest.mark.parametrize("sentence", NAMED)
def test_who_is_named(sentence: str) -> None:
    (hit,) = hits("ANON005", paper(sentence))
    assert (hit.code, hit.confidence) == ("named", Confidence.LIKELY)


@pytest.mark.parametrize("sentence", UNCLEAR)
def test_initials_companies_and_numbers(sentence: str) -> None:
    (hit,) = hits("ANON005", paper(sentence))
    assert (hit.code, hit.confidence) == ("unclear", Confidence.POSSIBLE)


@pytest.mark.parametrize("sentence", HONEST)
def test_what_tells_nothing(sentence: str) -> None:
    assert codes("ANON005", paper(sentence)) == []
