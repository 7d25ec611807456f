"""Quotation marks: what stands between them is not said by the authors."""

from __future__ import annotations

import pytest

from faimi_check.rules.naming.text.quotes import own_voice, quoted_spans, without_quotations


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We asked. “We never look,” said our reader.", "We asked. “xx never look,” said our reader."),
        ('He said "my own scan" to us.', 'He said "xx own scan" to us.'),
        ("„Wir sehen nichts“, sagte unser Arzt.", "„xxx sehen nichts“, sagte unser Arzt."),
        ("« Notre avis » et notre choix", "« xxxxx avis » et notre choix"),
        ("Perguntámos: “o nosso hospital é bom?”", "Perguntámos: “o xxxxx hospital é bom?”"),
        ('La pregunta: "¿Le gusta nuestro hospital?"', 'La pregunta: "¿Le gusta xxxxxxx hospital?"'),
        ("He said ‘our model’s bias’ of our model’s bias", "He said ‘xxx model’s bias’ of our model’s bias"),
        ("Since the ‘90s we share our authors’ views", "Since the ‘90s we share our authors’ views"),
        ("質問は「当院に満足ですか」である。", "質問は「xxに満足ですか」である。"),
        ("It reads: “I am here.", "It reads: “x am here."),
        ('A 5" screen and our 6" one', 'A 5" screen and our 6" one'),
        ("Raised by patients and not by us: a list", "Raised by patients and not by xx: a list"),
        ("Read by nurses rather than by us, in our ward", "Read by nurses rather than by xx, in our ward"),
        ("The list is theirs, not ours.", "The list is theirs, not xxxx."),
        ("Read not by us alone, not by us but by our nurses", "Read not by us alone, not by us but by our nurses"),
        ("no marks, our words", "no marks, our words"),
        # A set, an index, a number, an argument; and who speaks.
        ("in O(|I| log |I|) steps, ∀i ∈ I", "in O(|x| log |x|) steps, ∀x ∈ x"),
        (
            "Let the set I of users hold user i, to whom f(I, i) is sent",
            "Let the set x of users hold user x, to whom f(x, x) is sent",
        ),
        ("it asks node i to answer", "it asks node x to answer"),
        ("a type I error; phase I", "a type x error; phase x"),
        ("(i) we train, (ii) I read; and i think so", "(x) we train, (ii) I read; and i think so"),
        (
            "The method I proposed, as I said, is what I, I. Lyngby, use",
            "The method I proposed, as I said, is what I, I. Lyngby, use",
        ),
    ],
)
def test_no_first_person_is_left_in_quotations(text: str, expected: str) -> None:
    assert own_voice(text) == expected


def test_quotations_are_found_where_they_stand() -> None:
    assert quoted_spans("a “b” c “d”") == [(2, 5), (8, 11)]
    assert quoted_spans("plain") == []


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("a “b” c", "a     c"),
        ('He says "no more" here.', "He says           here."),
        ('{"key": "a value", "other": 3}', '{"key": "a value", "other": 3}'),
        ('run("slow") then', 'run("slow") then'),
        ("plain", "plain"),
    ],
)
def test_quotations_are_taken_out_but_for_marks_of_code(text: str, left: str) -> None:
    assert without_quotations(text) == left
