"""Banners, forms, windows and cards of many makers, countries and services: what of them names somebody."""

from __future__ import annotations

import pytest

from faimi_check.model.burned_in import BurnedInLine, BurnedInPicture
from faimi_check.model.page import Box
from faimi_check.rules.naming.pictured.telling import told_by

_WIDTH, _HEIGHT, _ROW, _CELL = 8, 16, 22, 220


def told(*rows: str) -> list[tuple[str, str]]:
    """What a screen tells; each row's cells are parted by a bar with blanks."""
    lines = [
        BurnedInLine(
            cell, Box(_CELL * column, _ROW * row, _CELL * column + _WIDTH * len(cell), _ROW * row + _HEIGHT), 0.98, 16
        )
        for row, text in enumerate(rows)
        for column, cell in enumerate(text.split(" || "))
    ]
    return [(one.tells.value, one.text) for one in told_by(BurnedInPicture(page=1, lines=tuple(lines)))]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (["Name || Quiroga Mateo", "Sex || M"], [("patient", "Name: Quiroga Mateo")]),
        (["Nachname || Lyngby", "Alter || 61"], [("patient", "Nachname: Lyngby")]),
        (["Pacjent: Lyngby Inga, ur. 1952"], [("patient", "Pacjent: Lyngby Inga, ur.")]),
        (["姓名：王丽华", "性别：女"], [("patient", "姓名：王丽华")]),
        (["Patient || Modality || Date", "Quiroga Mateo || 104 || CT", "Lyngby Inga || 105 || MR"], [
            ("patient", "Patient: Quiroga Mateo"), ("patient", "Patient: Lyngby Inga"),
        ]),
        (["QUIROGA, MATEO (72 yo M)", "Problem list"], [("patient", "QUIROGA, MATEO (72 yo M)")]),
        (["LYNGBY, INGA 05/05/1970", "LCC"], [("patient", "LYNGBY, INGA 05/05/1970")]),
        (["LYNGBYDOTTIR INGA", "160771-4589"], [("patient", "LYNGBYDOTTIR INGA")]),
        (["Quirogova Jarmila *1949", "Srdce"], [("patient", "Quirogova Jarmila *1949")]),
        (["LYNGBYTON, IVY || HR 88"], [("patient", "LYNGBYTON, IVY")]),
        (["Chirurg: M. Quiroga", "Etap 1"], [("person", "Chirurg: M. Quiroga")]),
        (["Consultant || Lyngby"], [("person", "Consultant: Lyngby")]),
        (["检查医师：王丽华"], [("person", "检查医师：王丽华")]),
        (["Attending: Ingrid Lyngby, MD"], [("person", "Ingrid Lyngby, MD")]),
        (["Ingrid Lyngby 10:32 AM", "can you rerun it?"], [("person", "Ingrid Lyngby 10:32 AM")]),
        (["Mateo Quiroga is editing", "Share"], [("person", "Mateo Quiroga is editing")]),
        (["Meeting with Mateo Quiroga"], [("person", "Meeting with Mateo Quiroga")]),
        (["ISBI", "Chiamaka Quirogova", "Speaker"], [("person", "Chiamaka Quirogova")]),
        (["Deep Nets", "MateoQuiroga, IngridLyngby"], [("person", "Mateo Quiroga, Ingrid Lyngby")]),
        (["P. Quiroga · S. Lyngby"], [("person", "P. Quiroga, S. Lyngby")]),
        (["@ilyngby pushed the masks", "Message"], [("login", "@ilyngby")]),
        (["mquiroga committed 3 days ago"], [("login", "mquiroga")]),
        (["mquiroga / fair-us", "Public || Star 12 || Fork 2"], [("login", "mquiroga / fair-us")]),
        (["-rw-r--r-- 1 mquiroga group 812 run.sh"], [("login", "mquiroga")]),
        (["mquiroga@login1 fair]$ squeue"], [("login", "mquiroga@login1 fair]")]),
        (["KBC Nordhavn - Istok"], [("institution", "KBC Nordhavn")]),
        (["Beth Nordhavn Pathology", "40x"], [("institution", "Beth Nordhavn Pathology")]),
        (["PGN Radiology"], [("institution", "PGN Radiology")]),
        (["© Quiroga Lab 2024"], [("institution", "© Quiroga Lab 2024")]),
        (["N O R D K L I N I K E S T"], [("institution", "NORDKLINIKEST")]),
        (["QUIROGA, MATEO OD 45", "2018/06/12"], [("patient", "QUIROGA, MATEO OD 45")]),
        (["Lyngbyson, Thyr", "14.9cm 31Hz"], [("patient", "Lyngbyson, Thyr")]),
        (["Quirogiadou Vasiliki || F || 62Y"], [("person", "Quirogiadou Vasiliki")]),
        (["QUIROGA ESTEBAN", "5"], [("person", "QUIROGA ESTEBAN")]),
        (["Subject: Mateo Quiroga", "Run 1"], [("patient", "Subject: Mateo Quiroga")]),
        (["Kind regards,", "Perpetua Quiroga"], [("person", "Kind regards Perpetua Quiroga")]),
        (["A demo by", "Casimir Quirogov"], [("person", "by: Casimir Quirogov")]),
        (["Mateo Quiroga: new weights are there"], [("person", "Mateo Quiroga")]),
        (["Ingrid Lyngby (Host)", "Participants (2)"], [("person", "Ingrid Lyngby (Host)")]),
        (["squeue -u mquiroga", "PENDING"], [("login", "mquiroga")]),
        (["Kontakt: Tel. +41 44 255 11 11"], [("contact", "Tel. +41 44 255 11 11")]),
        (["Sint-Anders Nordgent", "120 kV"], [("institution", "Sint-Anders Nordgent")]),
        (["M. Quiroga RT(R)", "kVp 120 mAs 2.4"], [("person", "M. Quiroga RT(R")]),
        (["File Edit View", "Weber_Marta_1954.nii.gz"], [("login", "Weber_Marta_1954.nii.gz")]),
        (["File Home Share", "C: UsersMateo.Quiroga nifti"], [("login", "C: UsersMateo.Quiroga")]),
        (["C: › Users › Mateo.Quiroga › nifti"], [("login", "C: › Users › Mateo.Quiroga")]),
        (["CheXpert || MIMIC || Klinikum Nordhavn"], [("institution", "Klinikum Nordhavn")]),
        (["LO InstitutionName || Klinikum Nordhavn"], [("institution", "Klinikum Nordhavn")]),
        (["D.O.B.: || 12/04/1961", "Age: || 62"], [("patient", "D.O.B.: 12/04/1961")]),
        (["Supported by the Nordhavn Trust 203148"], [("funding", "Supported by the Nordhavn Trust 203148")]),
    ],
)  # fmt: skip
def test_what_names_somebody_is_told(rows: list[str], expected: list[tuple[str, str]]) -> None:
    assert told(*rows) == expected


@pytest.mark.parametrize(
    "rows",
    [
        ["Patient Name || Date of Birth || Sex || Referring Physician"],
        ["Name: || DOB: || MRN:", "07/08/2019 || 10:22:14"],
        ["Name || Type || Default", "batch_size || int || 32"],
        ["Name: ANONIMO || Paciente: 0012", "Nom : masqué"],
        ["姓名：匿名", "某医院"],
        ["*01.01.1970 || SP -312.5"],
        ["PatientID 10000032 || MIMIC-CXR", "ID: 9f8e7d6c5b4a"],
        ["Nordhavn General Hospital || MIMIC-CXR dataset", "American College of Radiology"],
        ["Doctor: Where does it hurt? || Patient: In my chest."],
        ["User comment", "user timeline", "assigned to each"],
        ["Feature supported by the LSP protocol", "Universal Robots UR5e"],
        ["Operator: Sobel Filter || Reader: Consensus"],
        ["@torch.no_grad()", "def forward(self, x):", "mAP@50"],
        ["root@node:/app# ls -la", "drwxr-xr-x 2 root root 4096 Jan 1 data"],
        ["pytorch / vision", "Public || Star 12 || Fork 2"],
        ["Dataset Horizon CoST, Vec TNC", "university.degree", "Laboratory rover[]"],
        ["You 10:32 AM || Bot 10:33 AM", "Siemens Avanto 14:02"],
        ["Photo: Wikimedia Commons", "http://127.0.0.1:7860/?view=demo"],
        ["Da Vinci SP || Hugo RAS"],
        ["Public Hospital || Rural Clinic || University Hospital (n=3)"],
        ["Hamilton Monte Carlo || Perona Malik || Chan Vese"],
        ["25 mm/s || 10 mm/mV", "Sinus rhythm, LBBB", "PR 168 ms"],
        ["EVIS EXERAIII || Pt. Name:", "SCOPE: CF-HQ190"],
        ["Forrest Ib || Wilson Disease || Barlow Twins"],
        ["Name:", "D.O.B.:", "12/04/2001", "10:27:31"],
        ["Name:", "Geb.-Dat.:", "Pat.-ID:", "Unters.: 04.11.2020 09:15"],
        ["Cognome:", "Nome:", "Data di nascita:", "Esame 22/09/2022"],
        ["LO InstitutionName || (removed)", "LO ManufacturerModelName || Prisma", "PN PatientName || Anonymous"],
        ["MIMIC-CXR || Nordhavn General Hospital"],
        ["Virginia_Tech.png", "Monte_Carlo_dropout.py", "San Diego Cohort.xlsx"],
        ["C: Users Public nifti", "LAT R.T. Upright"],
    ],
)
def test_forms_without_values_and_words_of_windows_are_nothing(rows: list[str]) -> None:
    assert told(*rows) == []


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (["Age: 71 Sex: M", "since supper, Faint? Please look as soon as", "you can and ring the desk."], []),
        (["Age: 71 Sex: M", "dizzy, cold"], []),
        (["Age: 71 Sex: M", "Reason: Fall, swelling of the left"], []),
        (["Age: 71 Sex: M", "Lyngby, Inga"], [("patient", "Lyngby, Inga")]),
        (["Age: 71 Sex: M", "van der Lyngby, Inga"], [("patient", "van der Lyngby, Inga")]),
        (["Age: 71 Sex: M", "quiroga, mateo"], [("patient", "quiroga, mateo")]),
    ],
)
def test_sentences_of_a_form_are_no_names(rows: list[str], expected: list[tuple[str, str]]) -> None:
    assert told(*rows) == expected
