"""Author sections that name nobody, as authors write them, and those that name somebody all the same."""

from __future__ import annotations

import pytest

from faimi_check.model.finding import Confidence
from faimi_check.rules.naming.identity import is_placeholder

from ...pages import codes, hits, paper

NOBODY = [
    ("Author name(s) withheld", "email(s) withheld", "Address withheld"),
    ("Author name(s) withheld email(s) withheld", "Address withheld", "Editors: Under Review for MIDL 2026"),
    ("Name(s) removed", "Affiliation(s) removed for double-anonymous review"),
    ("Name(s) removed1", "1Affiliation(s) removed for double-anonymous review", "(Dated: March 3, 2026)"),
    ("Paper-ID 0093", "Anonymous Institution(s)"),
    ("FAIMI 2026 Double-Blind Submission #31", "Institution(s) omitted"),
    ("Reviewed Copy - Authors Hidden", "Affiliations Hidden"),
    ("Team Anonymous", "Affiliation hidden for review"),
    ("Name One (blinded) and Name Two (blinded)", "Blinded University, Blinded City, Blinded Country"),
    ("A. Nonymous and B. Nonymous", "Nowhere University"),
    ("Ann Onymous", "Anon Ymous"),
    ("Redacted for review",),
    ("Double blind",),
    ("Author 1 · Author 2", "Institution 1"),
    ("#57",),
    ("■■■■■ ■■■■■■", "████████"),
    ("X. Xxxxxx1 and Y. Yyyyyy2", "1 Xxxx University", "2 Yyyy Institute"),
    ("N.N.", "N. N."),
    ("[Author information removed]", "[Removed]"),
    ("Author(s) omitted so that reviewers cannot tell who wrote this",),
    ("Under Review",),
    ("Authors’ names and affiliations are held back until a decision is made",),
    ("Anonyme Einreichung", "Für die Begutachtung anonymisiert"),
    ("Autor(en) anonymisiert", "Institution(en) entfernt"),
    ("Autor:innen für das Begutachtungsverfahren verblindet",),
    ("Auteurs anonymes", "Établissement anonymisé pour l’évaluation"),
    ("Auteur·e·s anonymes", "Affiliation masquée pour la relecture en double aveugle"),
    ("Nom(s) supprimé(s)", "Soumission n° 12"),
    ("Anonimizado por revisión ciega", "Anonimizado por revisión ciega"),
    ("Autor anónimo", "Institución anónima"),
    ("Autores omitidos para revisión por pares", "Afiliación omitida"),
    ("Autor Anônimo", "Instituição omitida para revisão cega"),
    ("Autores anonimizados", "Nomes e filiações removidos para avaliação"),
    ("Autori anonimi", "Istituzione omessa"),
    ("Nomi degli autori rimossi per la revisione in doppio cieco",),
    ("Anonieme auteurs", "Instelling weggelaten voor beoordeling"),
    ("Geanonimiseerd voor dubbelblinde beoordeling",),
    ("Anonimowi autorzy", "Afiliacja ukryta na czas recenzji"),
    ("Anonymní autoři", "Instituce skryta pro recenzní řízení"),
    ("Anonyma författare", "Institution dold för granskning"),
    ("Anonim yazarlar", "Kurum bilgisi gizlenmiştir"),
    ("Анонимные авторы", "Организация скрыта"),
    ("匿名作者", "单位信息已隐藏"),
    ("作者信息因双盲评审隐去",),
    ("匿名著者", "査読のため所属は非公開"),
    ("익명의 저자", "심사를 위해 소속 삭제"),
]
SOMEBODY = [
    ("Anonymous and Ilse Vega",),
    ("Author name(s) withheld", "University of Nordhavn"),
    ("Names removed for review", "Ilse Vega and Jo Tan"),
    ("Anonymous Author(s)", "Ilse Vega"),
    ("Name One (blinded) and Ilse Vega", "Blinded University"),
    ("A. Nonymous and Ilse Vega", "Nowhere University"),
    ("Anonyme Einreichung", "Ilse Vega"),
    ("Anonym", "Institut für Bildgebung, Universität Nordhavn"),
    ("Autor Anônimo e Ilse Vega",),
    ("Autor Anônimo", "Universidade de Nordhavn"),
    ("Autores: Ilse Vega y Jo Tan", "Afiliación omitida"),
    ("Auteurs anonymes", "Laboratoire d’Imagerie de Valmont"),
    ("Autori anonimi", "Politecnico di Valmonte"),
    ("Anonieme auteurs", "Universiteit Westmeer"),
    ("Anonimowi autorzy", "Jan Kowalczyk"),
    ("匿名作者", "王小明"),
    ("익명", "김민수"),
    ("Team Anonymous, Nordhavn University Hospital",),
    ("Double blind", "i.vega@nordhavn.edu"),
    ("Redacted for review", "Ilse Vega"),
    ("Paper-ID 0093", "Ilse Vega, Anonymous Institution(s)"),
    ("[Author information removed]", "Dept. of Radiology, St. Brannoc Hospital"),
    ("Rose Vega (Anonymous University)",),
    ("Ilse Vega (names of the other authors withheld)", "Withheld"),
    ("Anonymous Authors", "Nordhavn Centre for Imaging"),
    ("Anonymous Authors", "1 Centro de Imagen Valmonte, Estmark"),
    ("Anonymous Lab at Nordhavn University",),
]
TOLD = [
    ("Anonymous Authors", "An Do"),
    ("An Do",),
    ("Le An",),
    ("Anonymous", "Nordhavn"),
    ("Names withheld", "Rose Young", "who waits"),
    ("Anonymous Institution, Germany",),
    ("Anonymous Authors", "Anonymous Hospital and Anonymous University, Europe"),
    ("Anonymous Authors", "Center for Rose Reading"),
    ("Heidelberg",),
]


@pytest.mark.parametrize("authors", NOBODY, ids=" / ".join)
def test_placeholders_are_no_finding(authors: tuple[str, ...]) -> None:
    head = (authors[0],) if is_placeholder(authors[0]) else ()
    submitted = paper(
        "Readings were kept by who wrote this so that reviewers cannot tell.", authors=authors, heads=head
    )
    assert [codes(rule, submitted) for rule in ("ANON001", "ANON004", "ANON016")] == [[], [], []]


@pytest.mark.parametrize("authors", SOMEBODY, ids=" / ".join)
def test_names_beside_a_placeholder_are_an_error(authors: tuple[str, ...]) -> None:
    (hit,) = hits("ANON001", paper(authors=authors))
    assert hit.code == "named"
    assert hit.confidence is not Confidence.POSSIBLE


@pytest.mark.parametrize("authors", TOLD, ids=" / ".join)
def test_what_may_be_a_place_is_for_a_person_to_judge(authors: tuple[str, ...]) -> None:
    submitted = paper("A rose in young reading is where who waits is told.", authors=authors)
    assert codes("ANON001", submitted) == ["unclear"]


@pytest.mark.parametrize(
    "name",
    ["Ingrid Dold", "Diego Ciego", "Ayşe Yazar", "Masoud Hakem", "Hieronymous Vega", "Na Li", "Su Han", "Wen Na"],
)
def test_names_that_are_words_of_placeholders_elsewhere(name: str) -> None:
    assert not is_placeholder(name)
    assert codes("ANON001", paper(authors=(name,))) == ["named"]
