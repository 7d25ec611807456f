"""ORCID iDs, told from other numbers by their checksum (ISO 7064, mod 11-2)."""

from __future__ import annotations

from collections.abc import Iterator

from faimi_check.model.finding import Confidence
from faimi_check.rules.late import late
from faimi_check.rules.naming.identity.matter import Identifier
from faimi_check.rules.tables import listed

_DASH = r"[-\u00ad\u2010-\u2015\u2212\u2043\ufe58\ufe63\uff0d]"
# What stands before is looked at behind the first digit: a pattern that begins with a digit is found far quicker.
_FIRST = r"(\d(?<![\w.]\d)\d{3})"
_ORCID = late(rf"{_FIRST} ?{_DASH} ?(\d{{4}}) ?{_DASH} ?(\d{{4}}) ?{_DASH} ?(\d{{3}}[\dXx])(?![\w])")
# What stands in the middle of one: a pattern that begins with one sign is found far quicker than any of figures.
_MIDDLES = {
    dash: late(rf"{dash} ?\d{{4}} ?{_DASH}")
    for dash in "-\u00ad\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2043\ufe58\ufe63\uff0d"
}
_ADDRESS = late(r"orcid\.org/(\d{4})-?(\d{4})-?(\d{4})-?(\d{3}[\dXx])")


def orcids(text: str) -> Iterator[Identifier]:
    """ORCID iDs with any dash; `value` has ASCII hyphens.

    A wrong checksum makes it `possible`; ORCID's samples and templates' are left out.
    """
    seen: set[int] = set()
    apart = any(dash in text and middle.search(text) for dash, middle in _MIDDLES.items())
    for pattern in (_ADDRESS, _ORCID) if apart else (_ADDRESS,):
        for match in pattern.finditer(text):
            digits = "".join(match.groups()).upper()
            value = "-".join(digits[at : at + 4] for at in (0, 4, 8, 12))
            if match.start(1) in seen or value in listed("domains", "sample_orcids"):
                continue
            seen.add(match.start(1))
            if checksum(digits[:15]) == digits[15]:
                yield Identifier("orcid", match[0], value, match.start(), match.end())
            elif digits.startswith(("0000000", "0009000")):
                yield Identifier("orcid", match[0], value, match.start(), match.end(), Confidence.POSSIBLE)


def checksum(digits: str) -> str:
    """The check character of the first 15 digits."""
    total = 0
    for digit in digits:
        total = (total + int(digit)) * 2
    result = (12 - total % 11) % 11
    return "X" if result == 10 else str(result)
