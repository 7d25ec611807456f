"""Old encodings of short texts, told by the letters that come out."""

from __future__ import annotations

import pytest

from faimi_check.reading.encodings import eastern_encoding, name_encoding
from faimi_check.reading.readme import encoding_of, read_text

README = "clip-1.avi\nCodec: H.264 (x264)\n{}\nhttps://www.videolan.org/vlc/\n"
TEXTS = {
    "gb18030": ["演示", "对比结果", "病例三", "分割结果对比视频", "不同人群", "视频1展示了手术过程，编码为H.264。"],
    "big5": ["示範", "對比結果", "病例三", "左心室超音波", "影片1展示了手術過程，編碼為H.264。"],
    "cp932": ["動画", "比較", "症例三", "手術の様子", "動画1は手術の様子を示します。"],
    "cp949": ["영상", "비교", "결과", "증례 삼", "동영상 1은 수술 과정을 보여줍니다."],
    "euc_jp": ["手術の様子", "動画1は手術の様子を示します。"],
}
CASES = [(encoding, text) for encoding, texts in TEXTS.items() for text in texts]


@pytest.mark.parametrize(("encoding", "text"), CASES)
def test_a_word_of_an_eastern_language_is_enough(encoding: str, text: str) -> None:
    raw = text.encode(encoding)
    assert raw.decode(eastern_encoding(raw)) == text
    assert raw.decode(name_encoding([raw])) == text


@pytest.mark.parametrize(
    ("encoding", "text"), [*CASES, ("cp1251", "ход операции"), ("cp1251", "видео"), ("cp1252", "séquence opérée")]
)
def test_a_readme_in_english_with_a_word_of_another_language_is_read(encoding: str, text: str) -> None:
    written = README.format(text)
    raw = written.encode(encoding)
    assert raw.decode(encoding_of(raw)) == written


@pytest.mark.parametrize(
    "text", ["Größe der Läsion", "naïve façade, São Paulo", "Ødegård", "“quoted” – dashed… 5 °C, ±3 µm, ©"]
)
def test_western_texts_are_no_eastern_ones(text: str) -> None:
    assert eastern_encoding(text.encode("cp1252")) == ""
    assert encoding_of((text + " größer").encode("cp1252")) == "cp1252"


def test_the_names_of_the_files_tell_where_letters_leave_it_open() -> None:
    raw = "珂鸿.avi: DivX".encode("gb18030")
    assert read_text("README.txt", raw, ["珂鸿.avi"]).text == "珂鸿.avi: DivX"


def test_letters_are_composed() -> None:
    assert read_text("README.txt", "U\u0308berblick.avi".encode()).text == "Überblick.avi"
