"""What every match of a pattern needs is in every match, so that a text without it need not be searched."""

from __future__ import annotations

import gc
import random
import re
import re._constants as op
import re._parser as parser
import string
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from faimi_check.rules import catalogue  # noqa: F401 - loads all patterns
from faimi_check.rules.late import _Late, late
from faimi_check.rules.needed import folded, holds, needed_by
from faimi_check.rules.spotting import places, spotted

SCRIPT = Path(__file__).parents[2] / "training" / "needed_words.py"
PATTERNS = sorted({(str(one._written[0]), int(one._written[1])) for one in gc.get_objects() if isinstance(one, _Late)})
LETTERS = string.ascii_letters + string.digits + " .,;:-'’(){}[]/@_éßøIſK"


def matching(items: Any, draw: random.Random) -> str:
    """A text that a sequence of a parsed pattern may match; what stands round it is left to chance."""
    return "".join(piece(kind, given, draw) for kind, given in items)


def piece(kind: Any, given: Any, draw: random.Random) -> str:
    if kind is op.LITERAL:
        return draw.choice([chr(given).upper(), chr(given).lower(), chr(given), chr(given)])
    if kind is op.IN:
        return one_of(given, draw)
    if kind is op.SUBPATTERN:
        return matching(given[-1], draw)
    if kind is op.BRANCH:
        return matching(draw.choice(given[1]), draw)
    if kind in (op.MAX_REPEAT, op.MIN_REPEAT):
        least, most, body = given
        times = draw.randint(int(least), min(int(most), int(least) + 2))
        return "".join(matching(body, draw) for _ in range(times))
    return draw.choice(LETTERS) if kind in (op.ANY, op.NOT_LITERAL) else ""


def one_of(members: list[Any], draw: random.Random) -> str:
    """A character of a set: mostly of the usual ones."""
    if (op.NEGATE, None) in members:
        return draw.choice(LETTERS)
    kind, given = draw.choice(members)
    if kind is op.LITERAL:
        return chr(given)
    if kind is op.RANGE:
        return chr(draw.randint(*given))
    return draw.choice({op.CATEGORY_DIGIT: "0123456789", op.CATEGORY_SPACE: " "}.get(given, "abcdeXYZ"))


def test_most_patterns_are_known_and_met() -> None:
    draw = random.Random(7)
    met = set()
    for pattern, flags in PATTERNS:
        needed, compiled = needed_by(pattern, flags), re.compile(pattern, flags)
        for _ in range(25):
            text = f" {matching(parser.parse(pattern, flags), draw)} "
            match = compiled.search(text)
            if match is None:
                continue
            met.add(pattern)
            assert holds(text, needed), (pattern, text)
            assert holds(f"{'lorem ipsum ' * 400}{text}{'dolor sit amet ' * 400}", needed), (pattern, text)
            assert not needed.width or len(match[0]) <= needed.width, (pattern, text)
    assert len(met) > 0.7 * len(PATTERNS)
    assert sum(bool(needed_by(*one).groups) for one in PATTERNS) > 0.6 * len(PATTERNS)


def test_the_table_is_of_the_patterns_as_they_are() -> None:
    done = subprocess.run([sys.executable, SCRIPT, "--check"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("letter", string.ascii_lowercase)
def test_letters_that_patterns_take_for_one_are_one(letter: str) -> None:
    alike = re.findall(letter, "".join(map(chr, range(0xD800))), re.IGNORECASE)
    assert len(alike) >= 2
    assert {folded(one) for one in alike} == {letter}


def unsearched(pattern: str, text: str, *span: int) -> None:
    """A pattern that would not compile shows that it was not needed."""
    one = late(pattern)
    one._needed = needed_by(*known_one()._written)  # type: ignore[attr-defined]
    assert one.search(text, *span) is None
    assert one.match(text, *span) is None
    assert one.fullmatch(text, *span) is None
    assert list(one.finditer(text, *span)) == one.findall(text, *span) == []
    assert one.sub("x", text) == text
    assert one.split(text) == [text]


def known_one() -> Any:
    """A pattern whose matches need something."""
    return next(late(pattern, re.RegexFlag(flags)) for pattern, flags in PATTERNS if needed_by(pattern, flags).groups)


def test_a_text_without_what_is_needed_is_not_searched() -> None:
    unsearched("(" * 60, "zzz")
    unsearched("(" * 60, "zzz", -1, 2)
    unsearched("(" * 60, "z" * 9000, 4000)


@given(st.lists(st.text("abc ", min_size=1, max_size=9)), st.text("abcd ", max_size=60), st.integers(0, 200))
def test_words_are_spotted_in_long_texts_as_in_short_ones(words: list[str], text: str, times: int) -> None:
    long = f"{text} xyz " * times
    assert list(spotted(words, long)) == [word for word in words if word in long]
    assert all(long.startswith(word, at) for word in words for at in places(long, word))


def test_needed_words_far_from_each_other_do_not_count() -> None:
    near = next(one for one in PATTERNS if (found := needed_by(*one)).width and len(found.groups) > 1)
    needed = needed_by(*near)
    first, second = (group[0] for group in needed.groups)
    assert holds(f"{first} {second}", needed)
    assert not holds(f"{first}{' ' * 9000}{second}", needed)


def test_where_looking_costs_more_than_it_saves_all_is_searched() -> None:
    near = next(one for one in PATTERNS if (found := needed_by(*one)).width and len(found.groups) > 1)
    needed = needed_by(*near)
    assert holds("z" * 300_000, needed)
    assert holds(f"{needed.groups[0][0]} " * 200 + "z" * 9000, needed)
