"""A house that a text names and says to be the authors' own, in many languages."""

from __future__ import annotations

import pytest
from tests.pumping import processor_seconds

from faimi_check.rules.naming.ownership.own_houses import is_said_to_be_ours
from faimi_check.rules.naming.ownership.plain_text import named_in
from faimi_check.rules.naming.ownership.telling import SURE

OURS = [
    "The scene was filmed in theatre 2 of the Nordhavn University Hospital, where our group works.",
    "We recorded the scene at Nordhavn University Hospital.",
    "Recorded in our hospital, the Nordhavn Heart Clinic.",
    "La escena fue grabada en el Hospital Universitario de Quiralba, donde trabaja nuestro equipo.",
    "Grabado en nuestro servicio del Hospital Clínico de Quiralba.",
    "Somos del Hospital Clínico de Quiralba.",
    "Die Bilder entstanden am Universitätsklinikum Nordhafen, wo wir arbeiten.",
    "Gefilmt in unserer Klinik, dem Universitätsklinikum Nordhafen.",
    "Unsere Gruppe arbeitet an der Universität Nordhafen.",
    "Film tourné au CHU de Nordhaven, où travaille notre équipe.",
    "Filmé dans notre service à l'Hôpital Saint-Nordin.",
    "Gravado no Hospital Universitário de Norália, onde trabalhamos.",
    "Registrato presso l'Ospedale Universitario di Nordara, dove lavora il nostro gruppo.",
    "Opgenomen in het Academisch Ziekenhuis Nordrecht, waar onze groep werkt.",
    "Filmet på Nordhavn sykehus, hvor vi jobber.",
    "Nagrano w Szpitalu Uniwersyteckim w Nordowie, gdzie pracuje nasz zespół.",
    "Видео записано в Нордской университетской больнице, где работает наша группа.",
    "Nahráno v Nemocnici Nordov, kde pracuje naše skupina.",
    "Kayıt, grubumuzun çalıştığı Nordhan Üniversitesi Hastanesi'nde yapıldı.",
    "本视频在我们工作的北港大学医院拍摄。",
    "本视频由我院（北港大学附属医院）手术室录制。",
    "私たちが勤務する北港大学病院で撮影。",
    "우리 연구팀이 있는 북항대학교병원에서 촬영했습니다.",
]


@pytest.mark.parametrize("sentence", OURS)
def test_a_house_that_is_said_to_be_ours_is_sure(sentence: str) -> None:
    assert [one.share >= SURE for one in named_in(sentence)][:1] == [True]


@pytest.mark.parametrize(
    "sentence",
    [
        "The scene was filmed at Nordhavn University Hospital.",
        "La escena fue grabada en el Hospital Universitario de Quiralba.",
        "Die Bilder entstanden am Universitätsklinikum Nordhafen.",
        "Our group used HuffYUV of the University of Nordhavn.",
        "We are grateful to the University of Nordhavn for the decoder.",
        "Wir haben den Codec von der Universität Nordhafen geladen.",
        "Nous avons acquis le codec à l'Université de Nordhaven.",
        "It is described at the University of Nordhavn, where it works with our files.",
    ],
)
def test_a_house_that_is_only_named_is_possible(sentence: str) -> None:
    (one,) = named_in(sentence)
    assert one.share < SURE


@pytest.mark.parametrize("unit", ["our hospital ", "we recorded at ", "where we work ", "unserer Klinik, dem "])
def test_hostile_sentences_take_no_longer_than_their_length_accounts_for(unit: str) -> None:
    text = unit * (20_000 // len(unit))
    processor_seconds(lambda: [is_said_to_be_ours(text, at, at + 20) for at in range(0, 20_000, 200)], 5)
