"""German nouns have capitals and name nobody by them; towns and houses do."""

from __future__ import annotations

import pytest

from faimi_check.rules.naming.mentions.german_nouns import is_german_noun

from ...pages import paper, weighed


@pytest.mark.parametrize(
    ("sentence", "word", "noun"),
    [
        ("Unsere Klinik bleibt in dieser Fassung ungenannt.", "Fassung", True),
        ("Wir zeigen, dass unsere Messung keine Gruppe benachteiligt.", "Messung", True),
        ("Wir zeigen, dass diese Kurve nicht mit der Fläche wächst.", "Kurve", True),
        ("Die Größe wird in der Tabelle genannt und nicht im Text.", "Tabelle", True),
        ("Unsere Klinik in Straubing hat eine zweite Kamera.", "Straubing", False),
        ("Die Stelle wird von der Tamm-Stiftung und uns getragen.", "Tamm-Stiftung", False),
        ("Die Daten stammen aus der Helios und sind nicht neu.", "Helios", False),
        ("We call this Fassung a version.", "Fassung", False),
    ],
)
def test_a_noun_like_any_other(sentence: str, word: str, noun: bool) -> None:
    start = sentence.index(word)
    assert is_german_noun(sentence, start, start + len(word)) is noun


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Unsere eigene Klinik wird in dieser Fassung nicht genannt.", {}),
        ("Unsere Messungen zeigen für beide Gruppen dieselbe Abweichung.", {}),
        ("Wir arbeiten am Klinikum Ansbach.", {"ANON015/site": "error"}),
    ],
)
def test_in_a_paper(sentence: str, told: dict[str, str]) -> None:
    assert weighed(paper("We measure the gap.", sentence)) == told
