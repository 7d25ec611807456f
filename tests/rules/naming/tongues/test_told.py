"""What sentences in other languages tell of the authors, and what they leave open."""

from __future__ import annotations

import pytest

from faimi_check.rules.naming.facts import facts_of
from faimi_check.rules.naming.ownership.telling import SURE, Topic
from faimi_check.rules.naming.tongues.told import abroad

from ...pages import REFERENCES, paper, weighed

# A sentence, what it is about, what it names first, and whether it is sure.
TOLD = [
    (
        "Les clichés publics, puis ceux du CHU de Valmorin, où exerce le dernier auteur.",
        Topic.SITE,
        "CHU de Valmorin",
        True,
    ),
    ("Citra diambil di RSUD Tirta Wening, tempat penulis pertama bertugas.", Topic.SITE, "RSUD Tirta Wening", True),
    ("Снимки получены в клинике авторов в Нижнереченске.", Topic.SITE, "Нижнереченске", True),
    ("Снимки сделаны на кафедре авторов в Краснополье; the rest is public.", Topic.SITE, "Краснополье", True),
    ("Wir danken der Strahlenabteilung in Bad Holzau.", Topic.SUPPORT, "Strahlenabteilung in Bad Holzau", True),
    ("Altersgruppen, eigene Daten, Uniklinik Rauental.", Topic.SITE, "Uniklinik Rauental", True),
    ("Obrigado à equipa do Hospital São Tirso, que guardou as placas.", Topic.SUPPORT, "Hospital São Tirso", True),
    ("Grazie a Zio Gaspare e al dott. Mastropietro per le lastre.", Topic.SUPPORT, "Zio Gaspare", True),
    ("本文通讯作者赵启衡负责了全部切片的复核。", Topic.PEOPLE, "赵启衡", True),
    ("我们此前的研究[5]已经证明该指标在儿童中失效。", Topic.WORK, "我们此前的研究", True),
    ("本工作得到南陵省重点研发计划（项目编号：2021YF04417）的支持。", Topic.SUPPORT, "2021YF04417", True),
    ("本研究经我院（南陵市第三人民医院）伦理委员会批准。", Topic.SITE, "南陵市第三人民医院", True),
    ("我们团队建立的“晨曦”筛查队列已随访六年。", Topic.STANDING, "晨曦", False),
    ("我们在文献[4]中首次提出了该损失函数。", Topic.WORK, "我们在文献[4]中首次提出", True),
    ("感谢周岚博士在数据整理方面的帮助。", Topic.SUPPORT, "周岚", True),
    ("图像均采集自本院，即云岭大学附属眼科医院。", Topic.SITE, "云岭大学附属眼科医院", True),
    ("作者感谢国家自然科学基金（62177043）的资助。", Topic.SUPPORT, "62177043", True),
    ("我々の先行研究[7]では、皮膚色による差を報告した。", Topic.WORK, "我々の先行研究", True),
    ("責任著者：三枝涼介（放射線診断科）", Topic.PEOPLE, "三枝涼介", True),
    ("本研究は科研費（課題番号 22K48817）の助成を受けたものである。", Topic.SUPPORT, "22K48817", True),
    ("画像は当院（青葉台中央病院）で撮影された。", Topic.SITE, "青葉台中央病院", True),
    ("当研究室が開発した「ヒカリ」内視鏡は国内で市販されている。", Topic.STANDING, "ヒカリ", False),
    ("著者らは以前の論文[3]で同じ手法を用いた。", Topic.WORK, "著者らは以前の論文[3]で", True),
    ("データ収集にご協力いただいた桐谷教授に感謝する。", Topic.SUPPORT, "桐谷", True),
    ("우리의 이전 연구[6]에서 이 편향을 보고하였다.", Topic.WORK, "우리의 이전 연구", True),
    ("본 연구는 한빛연구재단의 지원을 받아 수행되었음(과제번호 2022R8A1204).", Topic.SUPPORT, "2022R8A1204", True),
    ("영상은 본원(새봄대학교병원)에서 수집되었다.", Topic.SITE, "새봄대학교병원", True),
    ("교신저자: 윤서준(영상의학과)", Topic.PEOPLE, "윤서준", True),
    ("우리 연구팀이 개발한 '온누리' 초음파 장비는 전국에 보급되었다.", Topic.STANDING, "온누리", False),
    (
        "저자들은 선행 연구[9]에서 같은 데이터를 사용하였다.",
        Topic.WORK,
        "저자들은 선행 연구[9]에서 같은 데이터를 사용하였",
        True,
    ),
    (
        "En un trabajo previo [8], propusimos el mismo muestreo por tono de piel.",
        Topic.WORK,
        "en un trabajo previo [8], propusimos",
        False,
    ),
    ("Como ya mostramos en [3], el sesgo crece con la edad.", Topic.WORK, "mostramos en [3]", True),
    (
        "Este trabajo ha sido financiado por la Fundación Ríoclaro (proyecto FR-2021-338).",
        Topic.SUPPORT,
        "FR-2021-338",
        True,
    ),
    (
        "El estudio fue aprobado por el comité de ética de nuestro hospital (Hospital Comarcal de Sotoalto).",
        Topic.SITE,
        "Hospital Comarcal de Sotoalto",
        True,
    ),
    (
        "La primera autora, Itziar Mendoza Larrea, anotó todas las imágenes.",
        Topic.PEOPLE,
        "Itziar Mendoza Larrea",
        True,
    ),
    ("Nuestro registro ALBORADA incluye 2.410 ecografías desde 2015.", Topic.STANDING, "ALBORADA", False),
    ("Agradecemos al Dr. Fermín Olazábal su lectura del manuscrito.", Topic.SUPPORT, "Fermín Olazábal", True),
    (
        "Las radiografías se tomaron en nuestro centro, la Clínica Valdeluz de Ronda.",
        Topic.SITE,
        "Clínica Valdeluz de Ronda",
        True,
    ),
    (
        "No nosso trabalho anterior [11] usámos a mesma base de mamografias.",
        Topic.WORK,
        "No nosso trabalho anterior",
        True,
    ),
    ("Este estudo foi financiado pela Fundação Marabá (processo 2020/11873-4).", Topic.SUPPORT, "2020/11873-4", True),
    (
        "Autora correspondente: Lívia Bastos Queirós, Departamento de Radiologia.",
        Topic.PEOPLE,
        "Lívia Bastos Queirós",
        True,
    ),
    (
        "As imagens foram adquiridas no nosso hospital, o Hospital São Tirso, entre 2016 e 2020.",
        Topic.SITE,
        "Hospital São Tirso",
        True,
    ),
    ("A nossa coorte LITORAL-PELE reúne 1 904 voluntários.", Topic.STANDING, "LITORAL-PELE", False),
    ("Agradecemos à Prof. Odete Vilhena pelas segmentações.", Topic.SUPPORT, "Odete Vilhena", True),
    ("Já demonstrámos em [2] que a calibração difere entre os sexos.", Topic.WORK, "demonstrámos em [2]", True),
    (
        "Dans nos travaux antérieurs [9], nous avions étudié les mêmes patientes.",
        Topic.WORK,
        "nos travaux antérieurs",
        True,
    ),
    (
        "Ce travail a été financé par la Fondation Valmorel (convention n° 2021-PX-044).",
        Topic.SUPPORT,
        "2021-PX-044",
        True,
    ),
    (
        "L'étude a été approuvée par le comité d'éthique de notre établissement (CHU de Brévannes).",
        Topic.SITE,
        "CHU de Brévannes",
        True,
    ),
    ("Nous remercions Solène Kerambrun pour la relecture des images.", Topic.SUPPORT, "Solène Kerambrun", True),
    ("Notre registre OPALINE suit 3 200 patientes depuis 2012.", Topic.STANDING, "OPALINE", False),
    ("Comme nous l'avons montré dans [4], l'écart persiste.", Topic.WORK, "nous l'avons montré dans [4]", True),
    ("Auteur correspondant : Gaspard Nouvion, service de radiologie.", Topic.PEOPLE, "Gaspard Nouvion", True),
    (
        "In unserer früheren Arbeit [6] haben wir denselben Datensatz verwendet.",
        Topic.WORK,
        "unserer früheren Arbeit",
        True,
    ),
    ("Gefördert durch die Weidenhof-Stiftung (Förderkennzeichen 01WX2207B).", Topic.SUPPORT, "01WX2207B", True),
    ("Die Aufnahmen entstanden an unserer Klinik, dem Klinikum Osterwald.", Topic.SITE, "Klinikum Osterwald", True),
    (
        "Korrespondierende Autorin: Friederike Lohbrandt, Institut für Radiologie.",
        Topic.PEOPLE,
        "Friederike Lohbrandt",
        True,
    ),
    ("Unser Register NORDLICHT-HAUT umfasst 5 600 Bilder.", Topic.STANDING, "NORDLICHT-HAUT", False),
    ("Wir danken Frau Dr. Annelie Borgwardt für die Befundung.", Topic.SUPPORT, "Annelie Borgwardt", True),
    (
        "Wie wir bereits in [3] gezeigt haben, hängt der Fehler vom Alter ab.",
        Topic.WORK,
        "wie wir bereits in [3]",
        True,
    ),
    (
        "Nel nostro precedente lavoro [10] abbiamo descritto la stessa coorte.",
        Topic.WORK,
        "nostro precedente lavoro",
        True,
    ),
    (
        "Questo lavoro è stato finanziato dalla Fondazione Montelaro (bando 2021, progetto ML-778).",
        Topic.SUPPORT,
        "ML-778",
        True,
    ),
    (
        "Gli esami provengono dal nostro ospedale (Ospedale Santa Gisella, Varrone).",
        Topic.SITE,
        "Ospedale Santa Gisella",
        True,
    ),
    ("Ringraziamo la dott.ssa Ornella Brusaferro per le annotazioni.", Topic.SUPPORT, "Ornella Brusaferro", True),
    ("Il nostro registro ARCOBALENO raccoglie 980 casi dal 2014.", Topic.STANDING, "ARCOBALENO", False),
    (
        "Autore corrispondente: Tommaso Vercellino, Dipartimento di Diagnostica.",
        Topic.PEOPLE,
        "Tommaso Vercellino",
        True,
    ),
    ("Daha önceki çalışmamızda [5] bu yanlılığı göstermiştik.", Topic.WORK, "Daha önceki çalışmamızda", True),
    (
        "Bu çalışma Anka Araştırma Vakfı tarafından 119E774 numaralı proje ile desteklenmiştir.",
        Topic.SUPPORT,
        "119E774",
        True,
    ),
    ("Görüntüler hastanemizde (Yeşilova Şehir Hastanesi) elde edildi.", Topic.SITE, "Yeşilova Şehir Hastanesi", True),
    ("Sorumlu yazar: Nazlı Karaduman, Radyoloji Anabilim Dalı.", Topic.PEOPLE, "Nazlı Karaduman", True),
    ('Ekibimizin geliştirdiği "Işıltı" dermatoskop yurt genelinde kullanılmaktadır.', Topic.STANDING, "Işıltı", False),
    ("Etiketleme için Dr. Orhan Tezcanlı'ya teşekkür ederiz.", Topic.SUPPORT, "Orhan Tezcanlı'ya", True),
    (
        "W naszej wcześniejszej pracy [4] opisaliśmy tę samą grupę pacjentów.",
        Topic.WORK,
        "naszej wcześniejszej pracy",
        True,
    ),
    (
        "Praca została sfinansowana przez Fundację Jasny Brzeg (grant nr 2019/33/B/4471).",
        Topic.SUPPORT,
        "2019/33/B/4471",
        True,
    ),
    ("Badania wykonano w naszym szpitalu (Szpital Miejski w Brzezinach Górnych).", Topic.SITE, "Szpital Miejski", True),
    ("Autor korespondencyjny: Bogumił Staszczuk, Zakład Radiologii.", Topic.PEOPLE, "Bogumił Staszczuk", True),
    ("Nasz rejestr POLANA obejmuje 3100 zdjęć skóry.", Topic.STANDING, "POLANA", False),
    ("In ons eerdere werk [7] gebruikten we dezelfde scans.", Topic.WORK, "ons eerdere werk", True),
    (
        "Dit onderzoek werd gefinancierd door de Stichting Waterlinie (projectnummer WL-20-118).",
        Topic.SUPPORT,
        "WL-20-118",
        True,
    ),
    ("De opnamen zijn gemaakt in ons ziekenhuis, het Dijkzicht Ziekenhuis.", Topic.SITE, "Dijkzicht Ziekenhuis", True),
    ("Wij danken Sietske Wouterlood voor het annoteren van de beelden.", Topic.SUPPORT, "Sietske Wouterlood", True),
    ("Ons cohort DUINROOS telt 1400 deelnemers.", Topic.STANDING, "DUINROOS", False),
    ("В нашей предыдущей работе [6] мы описали ту же выборку.", Topic.WORK, "нашей предыдущей работе", True),
    ("Работа выполнена при поддержке фонда «Северный свет» (грант № 21-15-00417).", Topic.SUPPORT, "21-15-00417", True),
    ("Снимки получены в нашей больнице (Городская больница № 4, Залесск).", Topic.SITE, "Городская больница", True),
    ("Автор для переписки: Ершова Вероника Павловна.", Topic.PEOPLE, "Ершова Вероника Павловна", True),
    ("في عملنا السابق [5] استخدمنا نفس الصور.", Topic.WORK, "عملنا السابق", True),
    ("تم تمويل هذا البحث من قبل مؤسسة النور (منحة رقم 2021/774).", Topic.SUPPORT, "2021/774", True),
    ("جمعت الصور في مستشفانا (مستشفى الواحة التعليمي).", Topic.SITE, "مستشفى الواحة التعليمي", True),
    ("المؤلف المراسل: سليم الحداد، قسم الأشعة.", Topic.PEOPLE, "سليم الحداد", True),
    ("感谢东澜大学超算中心提供的计算资源。", Topic.SUPPORT, "东澜大学", True),
    ("衷心感谢导师彭望舒教授的悉心指导。", Topic.SUPPORT, "彭望舒", True),
    ("我们开发的微信小程序“肤知”已有两万用户。", Topic.STANDING, "肤知", False),
    ("本研究の一部は、青嵐財団の支援による。", Topic.SUPPORT, "青嵐財団", True),
    ("本研究は青葉台大学病院倫理委員会の承認を得て実施した（承認番号 2021-114）。", Topic.SITE, "青葉台大学病院", True),
    ("我々が運営する「みちのく皮膚コホート」には3千人が登録している。", Topic.STANDING, "みちのく皮膚コホート", False),
    (
        "이 논문은 2021년도 정부의 재원으로 한국연구재단의 지원을 받아 수행된 연구임 (No. 2021R1C1C9988).",
        Topic.SUPPORT,
        "2021년도 정부",
        True,
    ),
    ("본 연구는 새봄대학교병원 기관윤리심의위원회의 승인을 받았다.", Topic.SITE, "새봄대학교병원", True),
    ("데이터 정리를 도와주신 남궁현 교수님께 감사드립니다.", Topic.SUPPORT, "남궁현", True),
    ("Parcialmente financiado con la ayuda TED-2021-114-B del programa Ágora.", Topic.SUPPORT, "TED-2021-114-B", True),
    ("Gracias a Maite Ugarteburu por su ayuda con los datos.", Topic.SUPPORT, "Maite Ugarteburu", True),
    (
        "O estudo foi aprovado pelo Comitê de Ética do Hospital São Lourenço.",
        Topic.SITE,
        "Comitê de Ética do Hospital São Lourenço",
        True,
    ),
    (
        "O aplicativo PeleCerta, desenvolvido pelo nosso grupo, já é usado em quatro estados.",
        Topic.STANDING,
        "PeleCerta",
        False,
    ),
    ("Projet soutenu par la Région Armorel (convention 19-0047).", Topic.SUPPORT, "19-0047", True),
    ("Merci à Clémence Aubriot pour son aide.", Topic.SUPPORT, "Clémence Aubriot", True),
    ("Les images proviennent de notre hôpital, le CHU de Sainte-Orlane.", Topic.SITE, "CHU de Sainte-Orlane", True),
    (
        "Diese Arbeit wurde durch das Land Nordmark (Projektnummer 4711-22) gefördert.",
        Topic.SUPPORT,
        "4711-22",
        True,
    ),
    ("Unser Dank gilt Herrn Prof. Dietmar Ohlsen.", Topic.SUPPORT, "Dietmar Ohlsen", True),
    (
        "Die Ethikkommission der Universität Altmark hat die Studie genehmigt (Az. 114/20).",
        Topic.SITE,
        "Ethikkommission der Universität Altmark",
        True,
    ),
    ("Die von uns entwickelte App „HautBlick“ hat 20 000 Nutzer.", Topic.STANDING, "HautBlick", False),
    ("Come abbiamo mostrato in [5], il divario aumenta con l'età.", Topic.WORK, "abbiamo mostrato in [5]", True),
    ("Finanziato dalla Regione Valserena (CUP B37G22000110).", Topic.SUPPORT, "B37G22000110", True),
    (
        "Lo studio è stato approvato dal Comitato Etico dell'Ospedale San Biagio (prot. 114/2020).",
        Topic.SITE,
        "Ospedale San Biagio",
        True,
    ),
    ("Bu makale, önceki bildirimizin [4] genişletilmiş halidir.", Topic.WORK, "önceki bildirimizin", True),
    ("Bu araştırma TUSEB-2021-114 kodlu proje ile desteklenmektedir.", Topic.SUPPORT, "TUSEB-2021-114", True),
    ("Jak pokazaliśmy w pracy [5], różnica rośnie z wiekiem.", Topic.WORK, "pokazaliśmy w pracy [5]", True),
    (
        "Badanie sfinansowano ze środków Narodowego Centrum Zdrowia, umowa nr 2021/41/N/01147.",
        Topic.SUPPORT,
        "2021/41/N/01147",
        True,
    ),
    ("Dziękujemy dr Jadwidze Kołomyjskiej za pomoc w opisie zdjęć.", Topic.SUPPORT, "Jadwidze Kołomyjskiej", True),
    ("Zoals we in [4] lieten zien, neemt het verschil toe.", Topic.WORK, "zoals we in [4]", True),
    ("Corresponderende auteur: Maaike Rozendaal, afdeling Radiologie.", Topic.PEOPLE, "Maaike Rozendaal", True),
    ("Как мы показали в [4], разрыв растёт с возрастом.", Topic.WORK, "мы показали в [4]", True),
    (
        "Авторы благодарят Зинаиду Марковну Лисицыну за разметку снимков.",
        Topic.SUPPORT,
        "Зинаиду Марковну Лисицыну",
        True,
    ),
    ("I vårt tidigare arbete [5] visade vi samma skillnad.", Topic.WORK, "vårt tidigare arbete", True),
    ("Studien har finansierats av Norrskensstiftelsen (dnr 2020-01147).", Topic.SUPPORT, "2020-01147", True),
    ("Korresponderende forfatter: Signe Kvistgaard.", Topic.PEOPLE, "Signe Kvistgaard", True),
    ("Bildene ble tatt ved vårt sykehus, Fjordbygda sykehus.", Topic.SITE, "Fjordbygda sykehus", True),
    ("V naší předchozí práci [4] jsme popsali stejný soubor.", Topic.WORK, "naší předchozí práci", True),
    ("Tato práce byla podpořena grantem č. NV19-08-00147.", Topic.SUPPORT, "NV19-08-00147", True),
    (
        "În lucrarea noastră anterioară [4] am folosit aceleași imagini.",
        Topic.WORK,
        "lucrarea noastră anterioară",
        True,
    ),
    (
        "Dalam penelitian kami sebelumnya [4], kami memakai data yang sama.",
        Topic.WORK,
        "penelitian kami sebelumnya",
        True,
    ),
    (
        "Trong nghiên cứu trước đây của chúng tôi [4], dữ liệu này đã được dùng.",
        Topic.WORK,
        "nghiên cứu trước đây của chúng tôi",
        True,
    ),
    ("Korábbi munkánkban [4] ugyanezt az adatot használtuk.", Topic.WORK, "Korábbi munkánkban", True),
    ("كما أوضحنا في [3] فإن الفارق يزداد مع العمر.", Topic.WORK, "كما أوضحنا في [3]", True),
    ("يشكر المؤلفون الدكتورة هالة الزيات على مساعدتها.", Topic.SUPPORT, "هالة الزيات", True),
]
TOLD += [
    (
        "图1. 采集系统由西陵大学附属医院设备科提供，本项目受西陵市科技局资助（No. XL-2022-081）。",
        Topic.SUPPORT,
        "西陵市科技局",
        True,
    ),
    ("与我们去年发表的论文[3]相比，本文增加了两个中心的数据。", Topic.WORK, "我们去年发表的论文", True),
    ("我们先前提出的采样策略[2]在此沿用。", Topic.WORK, "我们先前提出的采样策略[2]", True),
    ("同等贡献：汪一澄、韩慕云。", Topic.PEOPLE, "汪一澄", True),
    ("通讯作者（汪一澄），西陵大学计算机学院。", Topic.PEOPLE, "汪一澄", True),
    ("我们在西陵大学附属医院收集了1200例超声图像。", Topic.SITE, "西陵大学附属医院", True),
    ("本课题组运营的公众号“医学影像公平性”每周更新。", Topic.STANDING, "医学影像公平性", False),
    ("作者谨向段雪峰老师表示诚挚的谢意。", Topic.SUPPORT, "段雪峰", True),
    ("本稿は、筆者らの国際会議論文[4]を加筆したものである。", Topic.WORK, "筆者らの国際会議論文[4]", True),
    ("本研究はJSPS科研費 JP21K17788 の助成を受けた。", Topic.SUPPORT, "jsps科研費", True),
    ("著者貢献：椎名遥斗が実験を行い、真壁千晴が監修した。", Topic.PEOPLE, "椎名遥斗", True),
    ("症例は著者らの所属する桜台大学病院で収集した。", Topic.SITE, "桜台大学病院", True),
    ("有益な助言をくださった桜台大学の真壁教授に深く感謝いたします。", Topic.SUPPORT, "真壁", True),
    ("본 논문은 저자들의 학회 논문 [3]을 확장한 것이다.", Topic.WORK, "저자들의 학회 논문 [3]", True),
    ("제1저자 서하람, 교신저자 문도윤.", Topic.PEOPLE, "서하람", True),
    ("도움을 주신 문도윤 교수님께 감사드린다.", Topic.SUPPORT, "문도윤", True),
    ("우리 병원(솔내의료원)에서 촬영한 영상만 사용하였다.", Topic.SITE, "솔내의료원", True),
    (
        "Esta es la continuación de nuestro artículo sobre sesgos en dermatoscopia [4].",
        Topic.WORK,
        "nuestro artículo sobre sesgos en dermatoscopia [4]",
        False,
    ),
    (
        "Como demostramos anteriormente [2], el error depende de la cámara.",
        Topic.WORK,
        "demostramos anteriormente [2]",
        True,
    ),
    ("Ambas autoras (Nerea Lizarraga y Carmen Tovar) contribuyeron por igual.", Topic.PEOPLE, "Nerea Lizarraga", True),
    (
        "Agradecemos el apoyo económico de la Junta de Peñarrubia (exp. 2021-0457).",
        Topic.SUPPORT,
        "Junta Peñarrubia",
        True,
    ),
    (
        "Recogimos las imágenes en el Hospital Comarcal de Sotoalto entre 2017 y 2019.",
        Topic.SITE,
        "Hospital Comarcal de Sotoalto",
        True,
    ),
    ("Mantenemos desde 2016 el registro OJOSUR de retinografías.", Topic.STANDING, "OJOSUR", False),
    (
        "Este artigo estende o nosso trabalho apresentado no ano passado [5].",
        Topic.WORK,
        "nosso trabalho apresentado no ano passado [5]",
        True,
    ),
    ("A anotação foi feita pelo segundo autor (Caetano Brandão Reis).", Topic.PEOPLE, "Caetano Brandão Reis", True),
    ("Os autores agradecem à FAPERVAL pelo apoio financeiro (processo 21/00457-8).", Topic.SUPPORT, "21/00457-8", True),
    ("Recolhemos as imagens no Hospital São Tirso.", Topic.SITE, "Hospital São Tirso", True),
    ("Nous reprenons ici le protocole de notre étude de 2021 [3].", Topic.WORK, "notre étude de 2021 [3]", True),
    (
        "Contributions des auteurs : A. Kermorvan a conçu l'étude, B. Quéméneur a rédigé l'article.",
        Topic.PEOPLE,
        "A. Kermorvan",
        True,
    ),
    (
        "Les auteurs remercient la Fondation Valmorel pour son soutien financier.",
        Topic.SUPPORT,
        "Fondation Valmorel",
        True,
    ),
    ("Nous avons recueilli les clichés au CHU de Brévannes.", Topic.SITE, "CHU de Brévannes", True),
    ("Nous animons depuis 2018 le podcast « Voir juste ».", Topic.STANDING, " Voir juste ", False),
    ("Wir führen damit unsere Arbeit aus dem Vorjahr [2] fort.", Topic.WORK, "unsere arbeit aus dem vorjahr [2]", True),
    (
        "Beide Autorinnen (Jördis Hamkens und Thekla Wulff) haben gleich viel beigetragen.",
        Topic.PEOPLE,
        "Jördis Hamkens",
        True,
    ),
    (
        "Die Autoren danken der Lorenz-Stiftung für die finanzielle Unterstützung.",
        Topic.SUPPORT,
        "Lorenz-Stiftung",
        True,
    ),
    ("Wir haben die Aufnahmen am Klinikum Osterwald gesammelt.", Topic.SITE, "Klinikum Osterwald", True),
    ("Wir betreiben seit 2014 das Hautregister NORDLICHT.", Topic.STANDING, "NORDLICHT", False),
    (
        "Il presente articolo estende il nostro contributo dell'anno scorso [4].",
        Topic.WORK,
        "nostro contributo dell'anno scorso [4]",
        True,
    ),
    ("Si ringrazia la Fondazione Montelaro per il sostegno.", Topic.SUPPORT, "Fondazione Montelaro", True),
    ("Abbiamo raccolto le immagini presso l'Ospedale Santa Gisella.", Topic.SITE, "Ospedale Santa Gisella", True),
    ("Bu çalışma, geçen yılki bildirimizin [3] devamıdır.", Topic.WORK, "geçen yılki bildirimizin", True),
    ("Yazarlar, Anka Araştırma Vakfı'na desteği için teşekkür eder.", Topic.SUPPORT, "Anka Araştırma Vakfı'na", True),
    (
        "Niniejszy artykuł rozszerza naszą pracę z zeszłego roku [2].",
        Topic.WORK,
        "naszą pracę z zeszłego roku [2]",
        True,
    ),
    ("Zdjęcia zebraliśmy w Szpitalu Miejskim w Brzezinach Górnych.", Topic.SITE, "Szpitalu Miejskim", True),
    (
        "De auteurs danken de Stichting Waterlinie voor de financiële steun.",
        Topic.SUPPORT,
        "Stichting Waterlinie",
        True,
    ),
    ("We verzamelden de beelden in het Dijkzicht Ziekenhuis.", Topic.SITE, "Dijkzicht Ziekenhuis", True),
    ("Статья продолжает нашу работу прошлого года [3].", Topic.WORK, "нашу работу прошлого", True),
    ("Исследование поддержано фондом «Северный свет».", Topic.SUPPORT, "Северный", True),
]
TWELVE = REFERENCES * 3
HONEST = [
    "第一作者的性别由姓名推断，数据来自公开论文库。",
    "我们将患者来源医院作为分组变量。",
    "本文所用代码改自文献[2]的作者公开的实现。",
    "医生认为系统“对我们医院很有帮助”。",
    "我们未使用任何私有数据。",
    "标注者：放射科医师（三名）",
    "我々は著者の国籍を分析対象とした論文[2]を参照した。",
    "読影者：放射線科医三名",
    "提案手法は病院ごとの差を抑える。",
    "図1に我々のモデルの構造を示す。",
    "우리는 저자의 성별을 분석하였다.",
    "판독자: 영상의학과 전문의 3명",
    "그림 1은 우리 모델의 구조이다.",
    "Clasificamos los artículos según el país del primer autor.",
    "Lector 1: radióloga con diez años de experiencia",
    "Nuestro equipo de lectura constaba de dos radiólogas y un dermatólogo.",
    "Véase nuestra Tabla 2 y el apéndice.",
    "El prompt en español fue «Describe la lesión de nuestro paciente».",
    "Los datos de HAM10000 [2] se recogieron en Viena y Queensland.",
    "Agradecemos a los pacientes y a sus familias.",
    "Comparámos a nossa rede com a de Souza et al. [3].",
    "A nossa análise segue o guia TRIPOD+AI.",
    "Os prontuários foram traduzidos com o DeepL.",
    "Agradecemos aos doentes que cederam as imagens.",
    "Le sexe du premier auteur a été déduit du prénom.",
    "Nous avons comparé notre réseau à celui de Petit et Roux [3].",
    "Nos expériences suivent la liste TRIPOD+AI.",
    "Merci à tous les participants.",
    "Lecteur 1 : radiologue, dix ans d'expérience",
    "Das Geschlecht der Erstautorinnen wurde aus dem Vornamen geschlossen.",
    "Unser Netz wird mit dem von Krüger et al. [3] verglichen.",
    "Wir danken allen Patientinnen und Patienten.",
    "Leser 1: Radiologin mit zehn Jahren Erfahrung",
    "Die Berichte stammen aus der öffentlichen Sammlung der Charité [4].",
    "Il sesso del primo autore è stato dedotto dal nome.",
    "Ringraziamo tutti i partecipanti allo studio.",
    "La nostra rete è confrontata con quella di Rinaldi et al. [3].",
    "İlk yazarın cinsiyeti adından çıkarıldı.",
    "Tüm katılımcılara teşekkür ederiz.",
    "Dziękujemy wszystkim uczestnikom.",
    "Nasza sieć jest porównana z siecią Nowaka i in. [3].",
    "Wij danken alle deelnemers.",
    "Ons netwerk wordt vergeleken met dat van Jansen et al. [3].",
    "Благодарим всех участников исследования.",
    "Пол первого автора определён по имени.",
    "نشكر جميع المشاركين في الدراسة.",
    "本文使用的预训练模型由文献[3]的作者发布。",
    "作者均声明不存在利益冲突。",
    "我们在ChestX-ray14上预训练，在CheXpert上测试。",
    "实验表明，我们之前的假设并不成立。",
    "图2. 我们的模型与基线的比较。",
    "华西医院的数据集已公开[4]，我们直接使用。",
    "提示词翻译为“你是我院的一名放射科医生”。",
    "CheXpertはスタンフォード大学病院で収集された[2]。",
    "著者は利益相反がないことを宣言する。",
    "我々の以前の仮定は成り立たなかった。",
    "以前の研究[3]では我々と異なる指標が用いられた。",
    "저자들은 이해 상충이 없음을 밝힌다.",
    "이 데이터는 서울대학교병원이 공개한 것이다[3].",
    "Los autores de [2] agradecen al Hospital Clínico su apoyo.",
    "Como se mostró en trabajos anteriores [2], el error depende de la cámara.",
    "Mostramos que el método de [3] falla en mujeres.",
    "Fig. 2. Nuestro modelo frente a U-Net.",
    "El primer autor de [4] publicó también el código.",
    "La encuesta pregunta: «¿Quién es su médico en nuestra clínica?».",
    "Los anotadores fueron contratados a través de Prolific.",
    "Os autores declaram não haver conflitos de interesse.",
    "Como em [3], treinámos durante cem épocas.",
    "O trabalho de Santos e Lima [4] foi financiado pela FAPESP.",
    "Comme l'ont montré Dupuis et Morel [3], l'écart persiste.",
    "Nous avons utilisé les poids publiés dans [2].",
    "Les auteurs de [4] remercient l'hôpital Cochin.",
    "La première autrice de [3] a publié le code.",
    "Wie Krüger und Blum [3] gezeigt haben, hängt der Fehler vom Alter ab.",
    "Wir haben die Gewichte aus [2] verwendet.",
    "Die Arbeit von Krüger [3] wurde von der DFG gefördert.",
    "Das Statistische Bundesamt veröffentlicht solche Zahlen.",
    "Unsere frühere Annahme hat sich nicht bestätigt.",
    "Der erste Autor von [4] hat den Code veröffentlicht.",
    "Come hanno mostrato Rinaldi e Serra [3], il divario persiste.",
    "Gli autori dichiarano di non avere conflitti di interesse.",
    "Kaya ve Demir'in [3] gösterdiği gibi fark sürmektedir.",
    "[2] tarafından yayımlanan ağırlıkları kullandık.",
    "Jak pokazali Nowak i Lis [3], różnica się utrzymuje.",
    "Autorzy deklarują brak konfliktu interesów.",
    "De auteurs verklaren geen belangenconflicten te hebben.",
    "Как показали Орлов и Зимин [3], разрыв сохраняется.",
    "Авторы заявляют об отсутствии конфликта интересов.",
    "Författarna uppger inga intressekonflikter.",
    "يعلن المؤلفون عدم وجود تضارب في المصالح.",
    "Dank der neuen Verfahren sah Ingrid Lyngby mehr.",
    "Благодаря новым методам Анна Петрова видит больше.",
    "Tack vare nya metoder såg Ingrid Lyngby mer.",
    "我们采用文献[6]提出的方法作为基线。",
    "Zhang等人在前期工作[5]中提出了一种采样方法。",
    "基金项目：为双盲评审已隐去。",
    "我院名称在评审期间隐去。",
    "提示词为“请描述我们医院的这张图像”。",
    "CheXpert数据集由斯坦福大学医院采集[3]。",
    "我们的模型在三个公开数据集上进行了评估。",
    "致谢：录用后补充。",
    "本文的主要贡献如下：提出了一个新的公平性指标。",
    "患者说：“我们住在山区，去医院很远。”",
    "本研究では、先行研究[4]の手法を用いて評価を行った。",
    "著者情報は査読のため非公開とする。",
    "我々は文献[2]のモデルを再学習した。",
    "質問紙の原文は「当院のご案内に満足しましたか」である。",
    "研究費の情報は採択後に記載する。",
    "本論文では、学習済みモデルの公平性を検証する。",
    "본 논문에서는 이전 연구[6]의 방법을 비교 대상으로 사용하였다.",
    "저자 정보는 심사를 위해 익명 처리하였다.",
    "우리는 공개 데이터셋 세 개를 사용하였다.",
    "프롬프트는 '우리 병원의 영상을 설명하시오'이다.",
    "연구비 정보는 심사를 위해 생략함.",
    "En trabajos previos [8] se propuso un muestreo por tono de piel.",
    "Financiación: omitida para la revisión doble ciego.",
    "El nombre de nuestro hospital se omite durante la revisión.",
    "Los autores de [4] mostraron en su trabajo anterior que el sesgo crece.",
    "El conjunto PAD-UFES-20 [2] fue recogido en la Universidad Federal de Espírito Santo.",
    "Nuestro modelo supera a ResNet-50 en los tres conjuntos públicos.",
    'La pregunta original era "¿Está satisfecho con nuestro hospital?".',
    'Una paciente dijo: "En nuestro pueblo, San Cebrián, no hay médico".',
    "Seguimos el protocolo de [7] y utilizamos su código público.",
    "Em trabalhos anteriores [11], Silva e Costa usaram mamografias.",
    "Agradecimentos omitidos para revisão às cegas.",
    "O nosso método usa a arquitetura DenseNet-121 proposta em [3].",
    "O nome da nossa instituição foi ocultado para avaliação.",
    'Traduzimos o prompt: "Descreva a imagem do nosso hospital".',
    "Este estudo não recebeu financiamento.",
    "Des travaux antérieurs [9] ont étudié les mêmes patientes.",
    "Remerciements masqués pour l'évaluation en double aveugle.",
    "Le nom de notre établissement est masqué pendant la relecture.",
    "Nous suivons la méthode de Dupuis et al. [4] avec leurs réglages.",
    "La consigne était : « Décrivez l'image de notre hôpital ».",
    "Notre approche repose sur U-Net et ne demande aucune annotation.",
    "Cette recherche n'a reçu aucun financement.",
    "Frühere Arbeiten [6] haben denselben Datensatz verwendet.",
    "Danksagung entfällt zur Begutachtung.",
    "Der Name unserer Klinik wird bis zur Annahme nicht genannt.",
    "Unser Modell FairSeg wird mit nnU-Net verglichen.",
    "Wir folgen dem Protokoll von [3] und nutzen dessen Code.",
    'Der Prompt lautete: "Beschreibe das Bild aus unserer Klinik".',
    "Eine Patientin sagte: „Bei uns in Altenau gibt es keinen Hautarzt.“",
    "Der Fragebogen stammt von der Universität Leipzig [5] und wurde ins Englische übersetzt.",
    "Lavori precedenti [10] hanno descritto la stessa coorte.",
    "Ringraziamenti omessi per la revisione in doppio cieco.",
    "Il nome del nostro ospedale è oscurato in questa versione.",
    "Il nostro metodo confronta ResNet-50 e ViT-B/16.",
    "La domanda originale era «È soddisfatto del nostro ospedale?».",
    "Abbiamo usato il codice pubblicato dagli autori di [2].",
    "Önceki çalışmalarda [5] bu yanlılık gösterilmiştir.",
    "Yazar bilgileri hakem değerlendirmesi için gizlenmiştir.",
    "Hastanemizin adı değerlendirme sürecinde gizlenmiştir.",
    "Modelimiz ResNet-50 ile karşılaştırılmıştır.",
    'Komut şuydu: "Hastanemizdeki görüntüyü tarif et".',
    "Wcześniejsze prace [4] opisywały tę samą grupę pacjentów.",
    "Podziękowania usunięto na czas recenzji.",
    "Nazwę naszego szpitala ukryto do celów recenzji.",
    "Nasza metoda jest porównana z modelem ResNet-50.",
    "Pytanie brzmiało: „Czy jest Pani zadowolona z naszego szpitala?”.",
    "Eerder werk [7] gebruikte dezelfde scans.",
    "Dankwoord weggelaten wegens dubbelblinde beoordeling.",
    "De naam van ons ziekenhuis is verwijderd voor de beoordeling.",
    "Ons model wordt vergeleken met DenseNet-121 uit [3].",
    'De vraag luidde: "Bent u tevreden over ons ziekenhuis?".',
    "В предыдущих работах [6] описана та же выборка.",
    "Сведения о финансировании скрыты на время рецензирования.",
    "Наш метод сравнивается с моделью ResNet-50.",
    "Название нашей больницы скрыто для рецензирования.",
    "في الأعمال السابقة [5] استخدمت نفس الصور.",
    "حذفت أسماء المؤلفين لأغراض التحكيم.",
    "نقارن طريقتنا مع نموذج ResNet-50.",
    "تم إخفاء اسم مستشفانا لأغراض المراجعة.",
    'The Spanish questionnaire ("¿Vive usted en nuestra ciudad?") was taken from Ortega et al. [4].',
    "Images of the Hospital Universitario de La Paz were published by de la Cruz et al. [2].",
    "The prompt 我们医院的图像 was translated from English.",
    'The label "unser Patient" in the German reports [5] was removed.',
    "本文在[3]的基础上引入了一个新的正则项。",
    "我们比较了文献[2]和文献[4]中的方法。",
    "作者们在[5]中发现，女性患者的漏诊率更高。",
    "我们感谢审稿人的宝贵意见。",
    "支持向量机和随机森林由我们重新训练。",
    "问卷第三题为“您对本院的服务是否满意？”。",
    "之前的研究[4]表明，我们的方法所依赖的假设并不总是成立。",
    "本研究未获得任何基金资助。",
    "我们的系统采用了与ResNet相同的结构。",
    "以往工作[2,3]多关注性别，而我们关注年龄。",
    "我们在CheXpert和MIMIC-CXR上进行实验。",
    "作者单位信息在评审阶段不予公开。",
    "従来の研究[3]では、年齢の影響は考慮されていない。",
    "我々の手法はU-Netに基づく。",
    "著者ら[4]は、この差を訓練データの偏りで説明している。",
    "プロンプト「この病院の患者を診断してください」を用いた。",
    "謝辞は査読後に追加する。",
    "我々は三つの公開データセットを用いて評価を行った。",
    "先行研究[2]に倣い、我々は五分割交差検証を行った。",
    "선행 연구[3]와 달리 우리는 연령을 고려한다.",
    "우리는 [2]에서 제안된 손실 함수를 사용하였다.",
    '설문 문항은 "본원의 서비스에 만족하십니까?"였다.',
    "본 논문의 기여는 다음과 같다.",
    "소속 및 연구비는 심사 중 비공개로 한다.",
    "Como en trabajos anteriores [8], usamos validación cruzada.",
    "Siguiendo a [3], mostramos los resultados por grupo de edad.",
    "A diferencia de trabajos previos [2,4], nuestro enfoque no necesita etiquetas.",
    "Comparamos nuestro método con el trabajo de Ortega et al. [5].",
    "En este trabajo proponemos una nueva medida de equidad.",
    "Los datos fueron publicados por el Hospital Clínico de la Universidad de Chile [2].",
    "Agradecemos a los revisores sus comentarios.",
    "Nuestro estudio no recibió financiación externa.",
    "La cohorte ENSANUT [4] es pública.",
    "Los autores no declaran conflictos de interés.",
    "Diferente de trabalhos anteriores [3], o nosso método não usa atributos sensíveis.",
    "Neste trabalho, propomos uma nova métrica.",
    "O VinDr-Mammo foi anotado por radiologistas de hospitais de Hanói [4].",
    "Os autores agradecem aos revisores anónimos.",
    "Usámos o código de Moura et al. [2] sem alterações.",
    "Contrairement aux travaux antérieurs [3], notre méthode ne requiert aucune annotation.",
    "Comme dans les travaux précédents [2], nous utilisons une validation croisée.",
    "Les auteurs déclarent n'avoir aucun conflit d'intérêts.",
    "Nous remercions les relecteurs pour leurs remarques.",
    "Le jeu de données a été publié par l'hôpital de la Salpêtrière [5].",
    "Dans cette étude, nous montrons que l'écart persiste.",
    "Wie in früheren Arbeiten [2] verwenden wir fünffache Kreuzvalidierung.",
    "Unser auf früheren Arbeiten [6] aufbauendes Verfahren kommt ohne Etiketten aus.",
    "Im Gegensatz zu [4] betrachten wir auch das Alter.",
    "Wir danken den Gutachterinnen und Gutachtern.",
    "In dieser Arbeit zeigen wir, dass der Fehler vom Alter abhängt.",
    "Die Autoren geben an, dass keine Interessenkonflikte bestehen.",
    "Die Deutsche Forschungsgemeinschaft empfiehlt solche Prüfungen [3].",
    "Das Gerät in unserer Klinik (Siemens Skyra) misst mit drei Tesla.",
    "A differenza dei lavori precedenti [3], il nostro metodo non richiede etichette.",
    "In questo lavoro proponiamo una nuova metrica.",
    "Ringraziamo i revisori per i commenti.",
    "Come in [4], usiamo la validazione incrociata.",
    "Önceki çalışmalardan [3] farklı olarak yöntemimiz etiket gerektirmez.",
    "Bu çalışmada yeni bir ölçüt öneriyoruz.",
    "[4] numaralı çalışmada kullanılan ağı yeniden eğittik.",
    "Yazarlar çıkar çatışması olmadığını beyan eder.",
    "W przeciwieństwie do wcześniejszych prac [3] nasza metoda nie wymaga etykiet.",
    "W niniejszej pracy proponujemy nową miarę.",
    "Użyliśmy kodu opublikowanego w [4].",
    "In tegenstelling tot eerder werk [3] vereist onze methode geen labels.",
    "Zoals in [4] gebruiken we kruisvalidatie.",
    "В отличие от предыдущих работ [3], наш метод не требует разметки.",
    "Как и в [4], мы используем перекрёстную проверку.",
    "Авторы благодарят рецензентов.",
    "Till skillnad från tidigare arbeten [3] kräver vår metod inga etiketter.",
    "Na rozdíl od předchozích prací [3] naše metoda nevyžaduje značky.",
    "Spre deosebire de lucrările anterioare [3], metoda noastră nu cere etichete.",
    "Berbeda dengan penelitian sebelumnya [3], metode kami tidak memerlukan label.",
    "Khác với các nghiên cứu trước đây [3], phương pháp của chúng tôi không cần nhãn.",
    "A korábbi munkákkal [3] szemben módszerünk nem igényel címkéket.",
    "على عكس الأعمال السابقة [3] لا تحتاج طريقتنا إلى تسميات.",
    'The Spanish title of [3] is "Nuestro trabajo previo en radiología".',
    'The term "unsere Klinik" was replaced by "the clinic" in all letters.',
    "We follow Ríos de la Torre and del Campo [4] and report gaps for Los Ríos, Los Lagos and La Araucanía.",
]


@pytest.mark.parametrize(("sentence", "topic", "name", "sure"), TOLD)
def test_what_authors_tell_is_told(sentence: str, topic: Topic, name: str, sure: bool) -> None:
    found = abroad(paper("We measure the gap.", sentence)).tellings
    assert [(one.topic, one.names[0], one.share >= SURE) for one in found] == [(topic, name, sure)]


@pytest.mark.parametrize("sentence", HONEST)
def test_what_is_of_others_or_left_out_is_not(sentence: str) -> None:
    made = paper("We measure the gap.", sentence, references=TWELVE)
    assert abroad(made).tellings == ()
    assert weighed(made) == {}


def test_a_sentence_tells_each_topic_once() -> None:
    sentence = "图像采集自我院（临江市中心医院），我们在前期工作[2]中已有说明。"
    found = abroad(paper(sentence)).tellings
    assert {one.topic for one in found} == {Topic.WORK, Topic.SITE}


def test_sentences_without_blanks_are_told_apart() -> None:
    found = abroad(paper("我们测量差距。感谢周岚博士的帮助。其余数据公开。")).tellings
    assert [one.sentence.text for one in found] == ["感谢周岚博士的帮助。"]


def test_an_abbreviation_does_not_end_a_sentence() -> None:
    found = abroad(paper("Tato práce byla podpořena grantem č. NV19-08-00147.")).tellings
    assert [one.names for one in found] == [("NV19-08-00147",)]


def test_support_of_others_is_not_told() -> None:
    assert (
        abroad(paper("El conjunto de Ortega et al. [2] fue financiado por la Fundación Ríoclaro (FR-338).")).tellings
        == ()
    )


def test_thanks_to_nameless_reviewers_and_to_somebody_are() -> None:
    found = abroad(paper("Agradecemos a los revisores anónimos y a la Dra. Leire Olabarri sus comentarios.")).tellings
    assert [one.names for one in found] == [("Leire Olabarri",)]


def test_earlier_work_without_a_citation_is_asked_about() -> None:
    assert weighed(paper("In unserer früheren Arbeit haben wir denselben Datensatz verwendet.")) == {
        "ANON007/uncited": "warning"
    }


def test_a_house_is_named_behind_its_department() -> None:
    found = abroad(paper("Die Bilder stammen aus unserer Klinik für Radiologie am Klinikum Osterwald.")).tellings
    assert [one.names for one in found] == [("Klinikum Osterwald",)]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("本文得到山河大学超算平台的支持，在此致谢。", "山河大学"),
        ("Mit freundlicher Unterstützung der Lorenz-Stiftung.", "Unterstützung der Lorenz-Stiftung"),
        ("Выражаем благодарность профессору Л. М. Зимину.", "Л. М. Зимину"),
        ("Nuestro agradecimiento a la doctora Leire Olabarri.", "Leire Olabarri"),
        ("作者简介：祁连舟（1992—），男，博士研究生。", "祁连舟"),
    ],
)
def test_more_forms_of_thanks_and_names(sentence: str, name: str) -> None:
    (found,) = abroad(paper("We measure the gap.", sentence)).tellings
    assert found.names[0] == name


def test_masked_citations_are_no_finding() -> None:
    assert weighed(paper("En nuestro trabajo previo [Anonymous, 2024] usamos los mismos datos.")) == {}


# What the authors keep or did somewhere, by the whole sentence: a name first, and whether it is sure.
KEPT = [
    ("Deze studie hoort bij ons programma ZORGMAAT, dat wij met twee klinieken uitvoeren.", "ZORGMAAT", False),
    ("Nous disposons de la base VALDORIN, constituée par nos soins depuis 2014.", "VALDORIN", False),
    ("Usamos a coorte SERRALTA, que nosso grupo acompanha desde 2015.", "SERRALTA", False),
    ("Usamos la cohorte ALTOMAR, que nuestro grupo sigue desde 2016.", "ALTOMAR", False),
    ("测试集来自本院自建的“晨岭乳腺影像库”。", "晨岭乳腺影像库", False),
    ("切片均来自本科室（晨岭市第四人民医院）。", "晨岭市第四人民医院", True),
    ("Исследование проведено нами в клинике Заозёрского медицинского университета.", "Заозёрского медицинского", True),
    ("Las lecturas fueron hechas por los autores en el Hospital de Villamora.", "Hospital de Villamora", True),
    ("جُمعت الصور في مستشفى وادي الرمان حيث يعمل الباحثون.", "مستشفى وادي الرمان", True),
    ("Wie wir bereits in Kettelbach u. a. [3] gezeigt haben, sinkt der Wert.", "wie wir bereits in kettelbach", True),
    ("Como mostramos en Quirante y cols. [4], la sensibilidad baja.", "mostramos en quirante y cols. [4]", True),
    ("Nous avions proposé cette pondération dans un travail antérieur [4].", "nous avions proposé", False),
    ("Mille mercis à Tante Adèle et à toute la garde de nuit.", "Tante Adèle", True),
]


@pytest.mark.parametrize(("sentence", "name", "sure"), KEPT)
def test_what_authors_keep_and_did_is_told(sentence: str, name: str, sure: bool) -> None:
    (found,) = abroad(paper("We measure the gap.", sentence, references=TWELVE)).tellings
    assert (found.names[0].startswith(name), found.share >= SURE) == (True, sure)


@pytest.mark.parametrize(
    "sentence",
    [
        "Sur la collection publique HyperKvasir, recueillie à l’hôpital de Bærum, le rappel baisse.",
        "Nous utilisons la pondération proposée dans un travail antérieur (Kettel et Bastide, 2022).",
        "Wie wir in Kettelbach u. a. [3] lesen, sinkt die Sensitivität.",
        "La base MIMIC, que nuestro grupo usa desde 2016, es pública.",
        "Unsere Sammlung FairDerm steht bereit.",
        "我们建立了多中心数据库，共纳入1200例患者。",
        "Les images ont été relues par les auteurs de [3] au CHU de Montrevel.",
    ],
)
def test_what_anybody_uses_is_not(sentence: str) -> None:
    assert abroad(paper("We measure the gap.", sentence, references=TWELVE)).tellings == ()


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        (
            "Las ecografías se hicieron en el servicio de ginecología de Villanubla, en el que pasamos consulta dos de"
            " los autores.",
            "Villanubla",
        ),
        (
            "Les lames douteuses ont été revues par notre chef de laboratoire, le docteur Vasseur-Lemoine, qui signe"
            " avec nous.",
            "Vasseur-Lemoine",
        ),
        (
            "Nasza pracownia mieści się w dawnym młynie w Starolipach, więc ze wsi jest u nas więcej.",
            "Starolip",
        ),
        ("Unsere Ambulanz liegt oberhalb von Niederalmen, weshalb wir viele Bergbauern sehen.", "Niederalmen"),
        ("La nostra sede è a due passi dal porto di Montesarno, e molti nostri pazienti sono pescatori.", "Montesarno"),
    ],
)
def test_a_name_of_no_known_kind_counts_where_it_stands_as_a_place_or_somebody(sentence: str, name: str) -> None:
    (found,) = facts_of(paper("We measure the gap.", sentence)).tellings
    assert (found.topic, found.sure, found.names[0].startswith(name)) == (Topic.STANDING, False, True)


@pytest.mark.parametrize(
    "sentence",
    [
        "Comparamos nuestros resultados con los de AuralNet en las mismas imágenes.",
        "Nous avons entraîné notre réseau avec Optimax sur deux cartes, comme le veut le protocole.",
        "Wir vergleichen unseren Ansatz mit dem Verfahren von Brandvik.",
        "Nasz model porównujemy z siecią Larysa na tym samym zbiorze.",
        "Nuestro software funciona con la versión antigua de Windows y con Ubuntu.",
    ],
)
def test_a_method_or_program_does_not(sentence: str) -> None:
    assert facts_of(paper("We measure the gap.", sentence)).tellings == ()
