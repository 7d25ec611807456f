"""Models behind their makers' names and firms for hire with their towns name nobody; houses beside them do."""

from __future__ import annotations

import pytest

from faimi_check.rules.naming.mentions.devices import without_devices


@pytest.mark.parametrize(
    ("sentence", "left"),
    [
        ("We used Olympus CF-HQ190L and Fujifilm EC-760R instruments.", "We used and instruments."),
        ("With Samsung RS85A and Canon i800 machines.", "With and machines."),
        (
            "Films were made with both a Topcon NW400 and a handheld Aurora (Oulu, Finland).",
            "Films were made with both a and a handheld .",
        ),
        ("A portable Volk Pictor (Mentor, OH, USA) was used.", "A portable was used."),
        ("Ears were filmed with a Welch Allyn MacroView.", "Ears were filmed with a ."),
        ("They were taken with a Gierth HF 200 unit.", "They were taken with a ."),
        ("Panoramic films (Orthophos XG, Sirona, Bensheim) of adults.", "Panoramic films of adults."),
        ("It moved from Agfa (Mortsel) to Visage (Berlin) then.", "It moved from then."),
        ("We recruited on Prolific (London) and paid.", "We recruited on and paid."),
        ("Labelbox Inc., San Francisco, lent the annotators.", "lent the annotators."),
        ("Wexley Ltd., London, lent us a licence.", "lent us a licence."),
        ("We rented from Amazon, region eu-west-1, which lies in Ireland.", "We rented from"),
        ("We leased them from Hetzner, data centre in Falkenstein.", "We leased them from"),
        # What is no device's and no firm's.
        ("Wexley Ltd., London, lent us its nurses.", "Wexley Ltd., London, lent us its nurses."),
        ("A Siemens Healthineers grant paid.", "A Siemens Healthineers grant paid."),
        ("Philips Research Hamburg paid for it.", "Philips Research Hamburg paid for it."),
        ("The clinic in Oulu (Finland) took part.", "The clinic in Oulu (Finland) took part."),
        ("Films (Building 4, Lund, Sweden) were kept.", "Films (Building 4, Lund, Sweden) were kept."),
        ("On Amazon we bought pens for our hospital in Oulu.", "On Amazon we bought pens for our hospital in Oulu."),
    ],
)
def test_what_is_left_of_a_sentence(sentence: str, left: str) -> None:
    assert " ".join(without_devices(sentence).split()) == left
