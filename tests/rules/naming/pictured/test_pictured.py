"""What the lettering of a picture tells, from lines as they are read."""

from __future__ import annotations

import pytest

from faimi_check.model.finding import Confidence
from faimi_check.rules.naming.pictured.telling import told_by

from ...lettering import picture


def told(*lines: str, **how: object) -> list[tuple[str, str]]:
    return [(one.tells.value, one.text) for one in told_by(picture(*lines, **how))]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["LYNGBY^INGRID", "ID 0034512"], [("patient", "LYNGBY^INGRID"), ("patient", "ID 0034512")]),
        (["Patient Name: Quiroga Mateo"], [("patient", "Patient Name: Quiroga Mateo")]),
        (["DOB: 12.04.1961"], [("patient", "DOB: 12.04.1961")]),
        (["TANAKA AIKO", "F 047Y", "PA CHEST"], [("patient", "TANAKA AIKO")]),
        (["St. Ansgar Hospital", "MI 1.1"], [("institution", "St. Ansgar Hospital")]),
        (["NORDHAVNS SYGEHUS"], [("institution", "NORDHAVNS SYGEHUS")]),
        (["Nordsygehuset", "MI 1.1"], [("institution", "Nordsygehuset")]),
        (["Westrigshospitalet Obstetrics"], [("institution", "Westrigshospitalet Obstetrics")]),
        (["(base) mquiroga@gpu03:~/fair$ ls"], [("login", "mquiroga@gpu03")]),
        (["/home/ilyngby/run.py"], [("login", "/home/ilyngby/run.py")]),
        (["mateo@uni-nordhavn.edu"], [("contact", "mateo@uni-nordhavn.edu")]),
        (["Signed in as Mateo Quiroga"], [("person", "Signed in as Mateo Quiroga")]),
        (["Surgeon: Dr. Ingrid Lyngby"], [("person", "Dr. Ingrid Lyngby")]),
        (["Ingrid Lyngby, Mateo Quiroga, Aiko Tanaka"], [("person", "Ingrid Lyngby, Mateo Quiroga, Aiko Tanaka")]),
        (["I. Lyngby, M. Quiroga"], [("person", "I. Lyngby, M. Quiroga")]),
        (["Pt: M. Quiroga"], [("patient", "Pt: M. Quiroga")]),
        (["Specimen: Lyngby, Ingrid"], [("patient", "Specimen: Lyngby, Ingrid")]),
        (["DOB 5 MAR 1971"], [("patient", "DOB 5 MAR 1971")]),
        (["born April 12, 1961"], [("patient", "born April 12, 1961")]),
        (["LYNGBY, INGRID *22.09.1951"], [("patient", "*22.09.1951")]),
        (["Operator: Lyngby, Ingrid"], [("person", "Operator: Lyngby, Ingrid")]),
        (["Fairness of Skin Models", "Ingrid Lyngby"], [("person", "Ingrid Lyngby")]),
        (["https//github.com/ilyngby/fair"], [("contact", "https://github.com/ilyngby/fair")]),
        (["Royal Nordhavn Infirmary"], [("institution", "Royal Nordhavn Infirmary")]),
        (["Centro Médico Los Olivos"], [("institution", "Centro Médico Los Olivos")]),
        (["Nordhavn Cancer Center"], [("institution", "Nordhavn Cancer Center")]),
        (["Vision Group, TN Nordhavn"], [("institution", "Vision Group, TN Nordhavn")]),
        (["Quiroga Lab"], [("institution", "Quiroga Lab")]),
        (["Hospital Universitari", "Els Tarongers"], [("institution", "Hospital Universitari Els Tarongers")]),
        (["Name:", "VAN DER MEER, Joost"], [("patient", "VAN DER MEER, Joost")]),
        (["D.O.B.:", "09/08/1959"], [("patient", "D.O.B.: 09/08/1959")]),
        (["Quiroga Mateo 58Y M"], [("patient", "Quiroga Mateo 58Y M")]),
        (["PAPADAKIS Eleni 17/08/1955"], [("patient", "PAPADAKIS Eleni 17/08/1955")]),
        (["Quiroga Mateo 1961-04-12"], [("patient", "Quiroga Mateo 1961-04-12")]),
        (["Lyngby, Ingeborg", "18 Hz", "1983-03-19"], [("patient", "Lyngby, Ingeborg")]),
        (["Fernandes Inga", "1951-04-19", "Thorax"], [("patient", "Fernandes Inga")]),
        (["OD 45°", "19480721-2384"], [("patient", "19480721-2384")]),
        (["Welcome back,", "Ingrid Lyngby-Holt"], [("person", "Ingrid Lyngby-Holt")]),
        (["D:\\Studies\\Mateo Quiroga\\ct.nrrd"], [("login", "D:\\Studies\\Mateo Quiroga\\ct.nrrd")]),
        (["Hospital Clínic", "de Nordhavn"], [("institution", "Hospital Clínic de Nordhavn")]),
        (["ilyngby@umcnordhavn.nI"], [("contact", "ilyngby@umcnordhavn.nl")]),
        (
            ["I. Lyngby, M. Quiroga, A. Tanaka | Nordhavn Research Institute, Estmark"],
            [("institution", "Nordhavn Research Institute, Estmark"), ("person", "I. Lyngby, M. Quiroga, A. Tanaka")],
        ),
    ],
)
def test_what_identifies_is_told(lines: list[str], expected: list[tuple[str, str]]) -> None:
    assert told(*lines) == expected


@pytest.mark.parametrize(
    "lines",
    [
        ["PHILIPS EPIQ 7G", "MI 1.2 TIS 0.4", "12/05/2023 14:02:31"],
        ["Anonymous^Patient", "ID: ANON_0017", "F 047Y", "PORTABLE SUPINE"],
        ["Subject 012", "Patient 3", "Case 17 of 90"],
        ["Input Image, Ground Truth, Ours", "Random Forest, Logistic Regression"],
        ["Hospital A", "HospitalB", "Site 3"],
        ["ResNet-50 (He et al.)", "Massachusetts General (MIMIC-CXR)"],
        ["user@localhost:~/code$ ls", "/home/user/out", "C:\\Users\\Public\\out"],
        ["https://www.tensorflow.org", "pytorch.org", "README.md"],
        ["File Edit View Insert Format Tools Help", "Annotator 1", "Logged in as: guest"],
        ["SIEMENS Healthineers MAGNETOM", "NVIDIA-SMI", "Google Colab"],
        ["By definition", "by section", "followed by linear"],
        ["context u:University inv Q", "red:University matriculationNum = 150042"],
        ["Q TA, Q TA", "Inf A H, Inf B Vic", "name: seq of char", "daVinci V"],
        ["Depth 6.0 cm  Gain 58 %", "Depth: 14 cm", "Infirmary"],
        ["Case: Melanoma, Nevus", "Name: A. thaliana", "Case: Female, Adult", "From: Image, Text"],
        ["BYOLCHC_", "BYOL, SimCLR"],
        ["Control Group, Treatment Group", "Vision Lab", "Age Group"],
        ["Simon Says", "Adam Optimizer", "Karl Storz", "Max Pooling", "Date 12 Apr 2020", "2 * 3.5"],
        ["Image Acquired 2011-03-02", "Left, Right", "1983-03-19"],
        ["Kaplan-Meier, Random Forest", "Hospital A"],
        ["Hospital A (source)", "Hospital B (target)", "The study team, Institution X"],
        ["Log in Username Password Remember me", "Forgot your password? Contact the administrator"],
        ["Left Breast 45Y F", "Adult Female 45Y"],
        ["20080312-1430", "MR 1.5 T", "20230412-1530"],
        ["Study Date", "2009-05-04", "Siemens Avanto", "2009-05-04"],
        ["D:\\Studies\\Images\\ct_01.nrrd", "C:\\Program Files\\Viewer\\run.exe"],
        ["https: //pytorch.org", "Kaplan-Meier, Cox, Hausdorff", "False positive rate by group"],
    ],
)
def test_labels_measures_and_placeholders_are_nothing(lines: list[str]) -> None:
    assert told(*lines) == []


@pytest.mark.parametrize(
    "line",
    ["Team Quiroga", "AG Lyngby", "Équipe Quiroga, salle 2", "Lyngby team", "TEAM LYNGBY", "Labo Quiroga, 2023"],
)
def test_a_group_that_is_called_after_somebody_may_tell(line: str) -> None:
    assert told(line) == told(line, page=None) == [("institution", line)]
    (one,) = told_by(picture(line))
    assert one.confidence is Confidence.POSSIBLE


@pytest.mark.parametrize("line", ["Gastro Lyngby", "Radiologie Lyngby, salle 3", "Kardiologie Estmark", "ENDO LYNGBY"])
def test_a_department_and_where_it_is_may_tell_on_a_card(line: str) -> None:
    assert told(line, page=None) == [("institution", line)]
    assert told(line) == []
    assert told(line, *(f"Step {number}" for number in range(9)), page=None) == []


@pytest.mark.parametrize(
    "line",
    [
        *("Team Alpha", "Team A", "Team Lead", "Lab Color", "AG News", "Group Lasso", "Group DRO", "Gruppe Kontrolle"),
        *("Endo Resection", "Gastro Clip", "Radiologie Befund", "Endoscopy Withdrawal", "Neuro Navigation", "ENDO GIA"),
        *("Pathology CLIP", "Radiology Report", "Medicine", "Our team", "Surgical Team", "Endoscopy Olympus"),
    ],
)
def test_teams_and_departments_of_nobody_are_nothing(line: str) -> None:
    assert told(line, page=None) == []


def test_a_poor_reading_is_only_possible() -> None:
    (blurred,) = told_by(picture("Klinikum Nordhavn", score=0.6))
    (tiny,) = told_by(picture("Klinikum Nordhavn", pixels=7))
    (clear,) = told_by(picture("Klinikum Nordhavn"))
    assert [one.confidence for one in (blurred, tiny, clear)] == [
        Confidence.POSSIBLE,
        Confidence.POSSIBLE,
        Confidence.LIKELY,
    ]


def test_a_code_is_judged_like_a_printed_link() -> None:
    assert told(codes=["https://github.com/ilyngby/fair"]) == [("code", "https://github.com/ilyngby/fair")]
    assert (
        told(codes=["https://anonymous.4open.science/r/fair-1A2B", "https://doi.org/10.5555/12", "4006381333931"]) == []
    )
    assert told(codes=["BEGIN:VCARD EMAIL:mateo@uni-nordhavn.edu"]) == [("code", "mateo@uni-nordhavn.edu")]
