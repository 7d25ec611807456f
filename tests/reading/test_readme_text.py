"""README texts in whatever encoding they were saved."""

from __future__ import annotations

import pytest

from faimi_check.reading.readme import is_readme_name, read_text

TEXT = "Codec: DivX 5, größer als 5 µm\nURL: https://www.divx.com/\n"


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (TEXT.encode("utf-8-sig"), "utf-8-sig"),
        (TEXT.encode("utf-16"), "utf-16"),
        (TEXT.encode("utf-16-le"), "utf-16-le"),
        (TEXT.encode("utf-16-be"), "utf-16-be"),
        (TEXT.encode("cp1252"), "cp1252"),
        (TEXT.replace("\n", "\r\n").encode(), "utf-8"),
        (TEXT.replace("\n", "\r").encode(), "utf-8"),
    ],
)
def test_encodings(content: bytes, encoding: str) -> None:
    readme = read_text("README.txt", content)
    assert (readme.encoding, readme.text) == (encoding, TEXT)


@pytest.mark.parametrize(
    "content", [b"PK\x03\x04" + bytes(200), b"%PDF-1.4\n", b"{\\rtf1 Codec: DivX}", bytes(range(256)) * 4]
)
def test_what_is_no_text(content: bytes) -> None:
    assert read_text("README.txt", content).encoding == ""


@pytest.mark.parametrize(
    "name",
    [
        "README",
        "README.txt",
        "readme.md",
        "Read Me.txt",
        "read_me.txt",
        "video1_README.txt",
        "x/ReadMe(1).txt",
        "README.docx",
        "LISEZMOI.txt",
    ],
)
def test_names_of_readmes(name: str) -> None:
    assert is_readme_name(name)


@pytest.mark.parametrize("name", ["video1.txt", "already.txt", "readme.mp4", "thread mesh.txt", "readme/video.avi"])
def test_names_of_others(name: str) -> None:
    assert not is_readme_name(name)
