"""Author sections in Chinese characters."""

from __future__ import annotations

import pytest

from faimi_check.rules.naming.people.han_names import han_names, is_han_institution
from faimi_check.rules.naming.people.institution_names import is_institution
from faimi_check.rules.naming.people.names import names_in

from ...pages import codes, hits, paper


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("林明华、郭勇、赵娜", ["林明华", "郭勇", "赵娜"]),
        ("林明华1,2，郭勇2*", ["林明华", "郭勇"]),
        ("欧阳文静 张 伟", []),
        ("欧阳文静 张伟", ["欧阳文静", "张伟"]),
        ("匿名作者", []),
        ("胸片分诊等待时间", []),
        ("Mateo Quiroga, 张伟", []),
    ],
)
def test_lines_of_names(line: str, names: list[str]) -> None:
    assert han_names(line) == names


def test_they_are_names_and_institutions_like_others() -> None:
    assert names_in("林明华、郭勇") == ["林明华", "郭勇"]
    assert is_institution("（北港大学 计算机学院，北港 310027）")
    assert is_han_institution("北港市立医院")
    assert not is_han_institution("匿名大学")
    assert not is_han_institution("某某医院")


def test_an_author_section_in_chinese() -> None:
    named = paper(authors=("林明华、郭勇、赵娜", "（北港大学 计算机学院，北港 310027）"))
    (hit,) = hits("ANON001", named)
    assert (hit.code, hit.message) == ("named", "The author section names 林明华 and 2 more.")
    assert codes("ANON004", named) == ["institution"]
    assert codes("ANON001", paper(authors=("匿名作者", "匿名单位"))) == []
