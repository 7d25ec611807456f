"""What authors tell of themselves, by kinds in several languages, and honest sentences that look alike."""

from __future__ import annotations

import pytest

from faimi_check.rules.naming.ownership.telling import SURE, Topic
from faimi_check.rules.naming.tongues.told import abroad

from ...pages import paper, weighed

HOUSES = [
    ("Les radios proviennent de notre service de pédiatrie, à l'hôpital de Courvallon.", "Courvallon"),
    ("Los estudios son de nuestra unidad de neurología, en la Clínica Aldeanueva.", "Clínica Aldeanueva"),
    ("Unsere Praxis am Ellbach in Mohrweiler besteht seit 1990.", "Mohrweiler"),
    ("Unsere Klinik liegt in Mohrweiler.", "Mohrweiler"),
    ("Am Klinikum Mohrweiler, unserem Haus, wurde befundet.", "Klinikum Mohrweiler"),
    ("Le CHU de Courvallon (notre établissement) a fourni les clichés.", "CHU de Courvallon"),
    ("Hastalar Ilgaz Şehir Hastanesi'ndeki kliniğimizde görüldü.", "Hastalar Ilgaz Şehir Hastanesi'ndeki"),
    ("A vizsgálatok az Almási Kórház klinikánkon voltak.", "Almási Kórház"),
    ("Potilaat tutkittiin osastollamme Hirvisalon sairaalassa.", "Hirvisalon sairaalassa"),
    ("Οι ασθενείς εξετάστηκαν στην κλινική μας, στο Νοσοκομείο Αστρινού.", "Νοσοκομείο Αστρινού"),
    ("Пацієнтів обстежено в нашій лікарні, Лікарні імені Вербенка.", "Лікарні імені Вербенка"),
    ("Vi samlede billeder på vores afdeling på Skovbæk Sygehus.", "Skovbæk Sygehus"),
    ("Les imatges són del nostre servei, a l'Hospital de Puigverd.", "Hospital de Puigverd"),
    ("داده‌ها در بیمارستان ما، بیمارستان مهر آرین، گرفته شد.", "بیمارستان مهر آرین"),
    ("आँकड़े हमारे अस्पताल, चंदन अस्पताल, से हैं।", "चंदन अस्पताल"),
    ("Obrazy opisano w Szpitalu Miejskim w Olszance, gdzie pracujemy.", "Szpitalu Miejskim"),
    ("Çekimler görev yaptığımız Ilgaz Üniversitesi'nde yapıldı.", "Ilgaz Üniversitesi'nde"),
    ("Les auteurs travaillent à l'Université de Courvallon.", "Université de Courvallon"),
    ("På Lövnäs lasarett, där en av författarna arbetar, togs alla bilder.", "Lövnäs lasarett"),
    ("En la Clínica Aldeanueva, donde trabaja la segunda autora, se revisaron.", "Clínica Aldeanueva"),
    ("Съёмка велась в Вербенской больнице, месте работы авторов.", "Вербенской больнице"),
    ("数据来自作者单位白鹭大学附属医院。", "白鹭大学附属医院"),
    (
        "Die Datenschutzbeauftragte des Klinikums Mohrweiler hat dem Vorhaben zugestimmt.",
        "Datenschutzbeauftragte des Klinikums Mohrweiler",
    ),
    ("De auteurs zijn verbonden aan de Universiteit Duinrade.", "Universiteit Duinrade"),
]
BASED = [
    ("Unser Team sitzt am Klinikum Mohrweiler.", "Klinikum Mohrweiler"),
    ("Notre équipe, basée à Courvallon, compte cinq personnes.", "Courvallon"),
    ("El grupo de investigación pertenece a la Clínica Aldeanueva.", "Clínica Aldeanueva"),
    ("Il gruppo di ricerca ha sede presso l'Ospedale Montalbero.", "Ospedale Montalbero"),
    ("Náš tým sídlí ve fakultní nemocnici Olšany.", "nemocnici Olšany"),
    ("Ryhmämme toimii Hirvisalon yliopistossa.", "Hirvisalon yliopistossa"),
    ("Csoportunk az Almási Egyetemen működik.", "Almási Egyetemen"),
    ("Grubumuz Ilgaz Üniversitesi bünyesindedir.", "Ilgaz Üniversitesi"),
    ("Наша група працює в Вербенському університеті.", "Вербенському університеті"),
    ("我们课题组隶属于白鹭大学。", "白鹭大学"),
    ("我々の研究室は若葉台大学にある。", "若葉台大学"),
    ("우리 연구실은 솔숲대학교에 있다.", "솔숲대학교"),
    ("Le relevé a eu lieu à la maternité Beauclair, notre lieu de travail.", "maternité Beauclair"),
    ("I campioni sono nel nostro archivio di anatomia patologica, a Montalbero.", "Montalbero"),
]
DOUBTED = [
    ("L'étude a été conduite au CHU de Courvallon.", "CHU de Courvallon"),
    ("Die Bilder hat uns die Kinderklinik Mohrweiler überlassen.", "Kinderklinik Mohrweiler"),
]
ADDRESSES = [
    ("Adres do korespondencji: Klinika Neurologii, Szpital Miejski w Olszance.", "Szpital Miejski"),
    ("Korrespondenzadresse: Institut für Statistik, Universität Mohrweiler.", "Universität Mohrweiler"),
    ("Dirección para correspondencia: Servicio de Urología, Hospital Aldeanueva.", "Hospital Aldeanueva"),
    ("Yazışma adresi: Göz Hastalıkları, Ilgaz Üniversitesi.", "Ilgaz Üniversitesi"),
    ("通讯地址：白鹭大学附属医院眼科。", "白鹭大学附属医院"),
    ("연락처: 솔숲대학교병원 영상의학과", "솔숲대학교병원"),
]
LABELS = [
    ("Eigene Daten (Klinikum Mohrweiler): 318", "Klinikum Mohrweiler"),
    ("Klinikum Mohrweiler (eigene Daten): 318", "Klinikum Mohrweiler"),
    ("Données propres (CHU de Courvallon) : 204", "CHU de Courvallon"),
    ("Vlastní soubor (FN Olšany): 77", "FN Olšany"),
    ("Dane własne (SP ZOZ Olszanka): 91", "SP ZOZ Olszanka"),
    ("Zbiór własny (Szpital w Olszance): 91", "Szpital w Olszance"),
    ("Egna bilder (Lövnäs sjukhus): 64", "Lövnäs sjukhus"),
    ("Saját adatok (Almási Kórház): 52", "Almási Kórház"),
    ("Собственные данные (Вербенский университет): 150", "Вербенский университет"),
    ("自建数据集（白鹭大学附属医院）：420", "白鹭大学附属医院"),
    ("自施設データ（若葉台大学病院）：128", "若葉台大学病院"),
]
# With whether it is sure.
SUPPORT = [
    ("Diese Studie wird von der Ahorn-Stiftung getragen.", "Ahorn-Stiftung", True),
    ("Das Projekt wird von der Ahorn-Stiftung gefördert.", "Ahorn-Stiftung", False),
    ("Le projet est porté par la Fondation Courvallon.", "Fondation Courvallon", False),
    ("Tätä tutkimusta on tukenut Hirvisalon säätiö.", "Hirvisalon säätiö", True),
    ("Arbetet stöds av Lövnäs stiftelse.", "Lövnäs stiftelse", True),
    ("Η παρούσα εργασία χρηματοδοτήθηκε από το Ίδρυμα Αστρινού.", "Ίδρυμα Αστρινού", True),
    ("Роботу виконано за підтримки Фонду Вербенка.", "Фонду Вербенка", True),
    ("Aquest treball ha estat finançat per la Fundació Puigverd.", "Fundació Puigverd", True),
    ("این پژوهش با حمایت مالی بنیاد مهرگان انجام شد.", "بنیاد مهرگان انجام", True),
    ("Proyecto cofinanciado por la Junta de Aldeanueva.", "Junta de Aldeanueva", True),
    ("Cette thèse a reçu une allocation de la Région Haut-Vallon.", "Région Haut-Vallon", True),
    ("Un grazie sentito a Fiorella Montesani.", "Fiorella Montesani", True),
    ("Diese Arbeit entstand im Rahmen des Projekts AHORNLICHT.", "AHORNLICHT", False),
    ("Questo studio rientra nel progetto LUMENVIVO.", "LUMENVIVO", False),
    ("Praca powstała w ramach projektu JASNOWID.", "JASNOWID", False),
    ("Wir danken den Kolleginnen Ulrike Sandhorst und Maja Ohlsen.", "Ulrike Sandhorst", True),
    ("Kiitämme Leena Hirvosta annotoinnista.", "Leena Hirvosta", True),
    ("Ευχαριστούμε την κ. Ελπίδα Αστρινού για τη βοήθεια.", "Ελπίδα Αστρινού", True),
    ("از دکتر نگار سپهری برای برچسب‌ها سپاسگزاریم.", "نگار سپهری", True),
    ("हम डॉ. मीरा चंदेल का आभार व्यक्त करते हैं।", "मीरा चंदेल", True),
    ("ご助言を賜りました若宮健太郎教授に深謝する。", "若宮健太郎", True),
]
EARLIER = [
    ("In einer Vorarbeit [4] haben wir das gezeigt.", False),
    ("In einer früheren Studie unserer Arbeitsgruppe [4] war es anders.", True),
    ("En un trabajo anterior de nuestro equipo [4] se vio lo mismo.", True),
    ("Dans une étude préliminaire de notre équipe [4], l'écart était nul.", True),
    ("Num artigo anterior do nosso grupo [4] o erro era menor.", True),
    ("In een eerder artikel van ons team [4] was dit anders.", True),
    ("W poprzednim artykule naszego zespołu [4] było inaczej.", True),
    ("Laboratuvarımızın önceki çalışmasında [4] fark yoktu.", True),
    ("Csoportunk előző cikkében [4] nem volt különbség.", True),
    ("Ryhmämme aiemmassa artikkelissa [4] eroa ei ollut.", True),
    ("Într-un articol anterior al echipei noastre [4] nu era nicio diferență.", True),
    ("Στην προηγούμενη μελέτη μας [4] δεν υπήρχε διαφορά.", True),
    ("У попередній статті нашої групи [4] різниці не було.", True),
    ("Το σύνολο έχει περιγραφεί από εμάς στο [4].", True),
    ("Die Kohorte wurde bereits von uns beschrieben [4].", True),
    ("La cohorte ya fue descrita por nosotras [4].", True),
    ("Zbiór opisaliśmy wcześniej [4].", True),
    ("Kohorten er tidligere beskrevet af os [4].", True),
    ("Olemme kuvanneet kohortin aiemmin [4].", True),
    ("Navazujeme na naši loňskou publikaci [4].", True),
    ("Questo metodo estende quello da noi proposto due anni fa [4].", True),
    ("Vi har tidligere vist [4], at det er sådan.", True),
    ("저희가 작년에 발표한 논문 [4]을 확장하였다.", True),
    ("Cela prolonge [4], où nous avions introduit la mesure.", True),
    ("Siehe unsere frühere Arbeit [4].", True),
    ("Katso myös aiempi artikkelimme [4].", True),
    ("См. также нашу предыдущую статью [4].", True),
    ("Véase nuestro trabajo de fin de grado [4].", True),
    ("Nos résultats antérieurs [4] allaient dans ce sens.", True),
    ("در پژوهش قبلی ما [4] همین تفاوت دیده شد.", True),
    ("课题组前期工作[4]已证明这一点。", True),
]
LED = [
    ("Il progetto LUMENVIVO, di cui siamo capofila, finisce nel 2025.", "LUMENVIVO"),
    ("Le projet CLARTÉVIVE, que nous coordonnons, finit en 2025.", "CLARTÉVIVE"),
    ("Het project HUIDZICHT, waarvan wij penvoerder zijn, loopt tot 2025.", "HUIDZICHT"),
]
HONEST = [
    # Houses of others, of nobody, and what one's own house uses.
    "Notre méthode suit celle du CHU de Nantes [4].",
    "Notre hôpital utilise le logiciel Horos.",
    "Unsere Klinik (Name für die Begutachtung entfernt) stellte die Bilder.",
    "Die Autoren von CheXpert arbeiten an der Universität Stanford.",
    "Vår modell är tränad på öppna data från Oslo universitetssykehus [4].",
    "Korrespondenzadresse: wird nach der Begutachtung ergänzt.",
    "通讯地址：评审期间隐去。",
    "Unser Team nutzt Bilder der Universität Essen aus dem öffentlichen Archiv.",
    "Unsere Gruppe arbeitet in Python.",
    "Cela prolonge [4], où l'on trouve la mesure.",
    "Nuestro laboratorio dispone de dos GPU NVIDIA.",
    "L'étude a été réalisée conformément à la Déclaration d'Helsinki.",
    "Unser zweiter Leser war eine Radiologin.",
    "我们的团队由五名医生组成。",
    # Labels.
    "Eigene Daten (Training): 318",
    "Eigene Daten (MRT Kopf): 318",
    "Eigene Daten (PET Tumor): 318",
    "Données propres (entraînement) : 204",
    "Dane publiczne (CheXpert): 2 000",
    "自建数据集（训练）：420",
    # Support of others, and what is supported otherwise.
    "Das Projekt UK Biobank wird vom Wellcome Trust gefördert.",
    "Diese Arbeit unterstützt DICOM und NIfTI.",
    "Tämä työ tukee DICOM-muotoa.",
    "Diese Studie nutzt Bilder, die im Rahmen des Projekts OPTIMAM erhoben wurden.",
    "Wir danken den Studenten der Informatik.",
    "Kiitämme nimettömiä arvioijia.",
    "از داوران ناشناس سپاسگزاریم.",
    # Earlier work of others, and methods that are told in brackets.
    "In einer Vorarbeit von Lund [4] haben andere das gezeigt.",
    "Eine frühere Studie der Gruppe von Lund [4] fand dasselbe.",
    "Die von uns vorgeschlagene Methode übertrifft [4].",
    "Námi navržená metoda překonává [4].",
    "Aiemmassa työssä [4] eroa ei ollut.",
    "Der Code der Autoren von [4] arbeitet mit Daten der Universität Essen.",
    "Jatkamme Lundin ja muiden työtä [4].",
    "Vi har vist at tidligere metoder [4] er verre.",
    "Vi viste at tidligere metoder [4] er verre.",
    "Çalışmamızda [4] nolu yöntem temel alınmıştır.",
    "우리의 모델은 선행 연구 [4]보다 정확하다.",
    "Η μέθοδός μας συγκρίνεται με εκείνη των Lund κ.ά. [4].",
    "Lund团队前期工作[4]已证明这一点。",
    "मॉडल पिछले कार्य [4] से बेहतर है।",
]


def told(sentence: str) -> list[tuple[Topic, str, bool]]:
    """What a sentence tells, in its topics, with the first name of each."""
    found = abroad(paper("We measure the gap.", sentence)).tellings
    return [(one.topic, one.names[0], one.share >= SURE) for one in found]


@pytest.mark.parametrize(("sentence", "name"), HOUSES + BASED + ADDRESSES + LABELS)
def test_a_house_of_ones_own(sentence: str, name: str) -> None:
    assert told(sentence) == [(Topic.SITE, name, True)]


@pytest.mark.parametrize(("sentence", "name"), DOUBTED)
def test_a_house_that_may_be_ones_own(sentence: str, name: str) -> None:
    assert told(sentence) == [(Topic.SITE, name, False)]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Ansprechpartnerin für die Daten ist Frau Gesine Mohr.", "Gesine Mohr"),
        ("Разметку сделала наша сотрудница Вера Лиственная.", "Вера Лиственная"),
        ("Le premier auteur est Gaétan Beauclair.", "Gaétan Beauclair"),
    ],
)
def test_who_has_a_role(sentence: str, name: str) -> None:
    assert told(sentence) == [(Topic.PEOPLE, name, True)]


@pytest.mark.parametrize(("sentence", "name", "sure"), SUPPORT)
def test_support_and_thanks(sentence: str, name: str, sure: bool) -> None:
    assert told(sentence) == [(Topic.SUPPORT, name, sure)]


@pytest.mark.parametrize(("sentence", "sure"), EARLIER)
def test_earlier_work(sentence: str, sure: bool) -> None:
    assert [(topic, share) for topic, _, share in told(sentence)] == [(Topic.WORK, sure)]


@pytest.mark.parametrize(("sentence", "name"), LED)
def test_a_project_that_the_authors_lead(sentence: str, name: str) -> None:
    assert told(sentence) == [(Topic.STANDING, name, False)]


@pytest.mark.parametrize("sentence", HONEST)
def test_honest_sentences_tell_nothing(sentence: str) -> None:
    assert told(sentence) == []


def test_a_label_in_english_is_not_taken_for_another_language() -> None:
    assert abroad(paper("Home institution: Szpital Kliniczny im. Olszy, Lublin")).known == frozenset()


@pytest.mark.parametrize(
    "sentence",
    ["Wir haben die Gewichte von Hugging Face geladen.", "Hemos usado los pesos publicados por Google Research."],
)
def test_firms_are_nobodys_house(sentence: str) -> None:
    assert weighed(paper(sentence)) == {}
