"""Files and folders called by names that no list holds, and honest names in many languages, which stay silent."""

from __future__ import annotations

import pytest
from tests.pumping import processor_seconds

from faimi_check.model.finding import Confidence, Hit
from faimi_check.model.paper import Paper
from faimi_check.model.submission import Submission
from faimi_check.model.supplement import Entry, Supplement
from faimi_check.rules.supplement.entry_names import EntryNames, entry_names

from ..pages import paper as printed_paper

HONEST = """
probe_sweep_Mindray_case_02.mp4
gaze_heatmap_Tobii.mp4
before_and_after_Training.mp4
supplementary_video_1.mp4
Anhang_Endfassung.mp4
Éléments complémentaires/enregistrement_échographie.mp4
補足/胃カメラ.mp4
보충자료/영상1.mp4
Material complementario/cirugia_final.avi
Materiale_Supplementare/filmato_ecografia.avi
Vedlegg/ultralyd_hjerte.mp4
Приложение/Видео_колено.mp4
Příloha/záznam_koleno.mp4
Liite/leikkaus_polvi.mp4
Kvasir_Capsule_sample.mp4
Cholec80_video01_supplement.mp4
FairSeg_demo.mp4
Swin_Unetr_supplementary.mp4
DeepLabV3_video.mp4
Kaplan_Meier_animation.mp4
Monte_Carlo_dropout_video.mp4
MedSAM_supplement.mp4
Zephyr_video_final.mp4
Fitzpatrick_skin_types.mp4
Fitzpatrick17k_video.mp4
CheXpert_examples.avi
Papila_Messidor_video.mp4
nnUNet_BraTS_supplementary.mp4
Uni_Modal_video.mp4
Group_Fairness_video.mp4
Inst_Norm_video.mp4
Haut_Hell_Dunkel.mp4
Kniegelenk_Video_final.mp4
Cholezystektomie_Film.avi
Resnet_Densenet_video.mp4
Olympus_Evis_recording.mp4
Fold_Alpha_Beta.mp4
Sobel_Laplace_video.mp4
Supplementary_Movie_1_lightskin.mp4
SV3_needle_insertion.mp4
figures_and_movies/Movie_S4_occlusion.avi
Beilage_Magenspiegelung.mp4
Hüftgelenk_Endversion.mp4
Wirbelsäule_Rohdaten/Lauf1.mp4
Annexes/Échographie_foie_patient2.mp4
Gravações/Pele_escura_exame3.mp4
Filmati_aggiuntivi/Retina_scura.avi
Opnames/Netvlies_links_definitief.mp4
Bilagor/Hudtyp_mörk.mp4
Liitteet/Iho_tumma.mp4
Přílohy/Kůže_tmavá_konečná.avi
Mellékletek/Sötét_bőr_végleges.mp4
Phụ_lục/Da_sẫm_cuối.mp4
补充材料/浅色皮肤.mp4
補足資料/皮膚_最終.mp4
ColonFormer_result.mp4
TransUNet_demo.mp4
Cutie_tracking_video.mp4
Bandit_Explorer_video.mp4
LaMa_inpainting.mp4
Stable_Diffusion_samples.mp4
Nerf_Rendering_video.mp4
Skills_Lab_video.mp4
Wet_Lab_trial.mp4
Group_Norm_video.mp4
Hospital_Bed_scene.mp4
Clinic_B/video2.mp4
Institute_1/video.mp4
LIESMICH.txt
Monk_Skin_Tone_video.mp4
Verasonics_Vantage_clip.avi
Phantom_Omni_video.mp4
DaVinci_Xi_recording.mp4
Halfcheetah_Rollout.mp4
Jetson_Orin_demo.mp4
Barrett_Esophagus_video.mp4
Parkinson_Gait_video.mp4
Alzheimer_Control_video.mp4
Crohn_Colitis_video.mp4
Video_Suplementario_2.mp4
Supplementary_File_3_Cataract_Extraction.mp4
Vision_Mamba_video.mp4
Llava_Med_demo.mp4
Perceiver_Example.mp4
Esophagus_Stapler_clip.avi
Fundus_Vessel_Tracing.mp4
Schilddrüse_Ultraschall_Ablauf.mp4
Videomaterial/Handgelenk_rechts_final.mp4
Gelenkspalt_Messung.mp4
Grain_de_beauté_clair.mp4
Tireoide_ultrassonografia.mp4
Tiroide_ecografia_finale.avi
Colonscopia_Polipo_Piccolo.mp4
Schildklier_echo.mp4
Štítná_žláza_ultrazvuk.mp4
Tiroid_Rekaman_Akhir.mp4
手術動画_修正版.mp4
超声_甲状腺.mp4
초음파_갑상선.mp4
FedAvg_FedProx_comparison.mp4
MoCoV3_pretraining.mp4
Temporal_Shift_video.mp4
Siamese_Tracker_demo.mp4
Bicubic_Lanczos_comparison.mp4
Eulerian_Magnification.mp4
Hololens_Overlay.mp4
Ablation_Catheter_Insertion.mp4
Lab_Mice_recording.mp4
Lab_Bench_setup.mp4
Group_A_dark/Video.mp4
School_Screening_clip.mp4
Institute_Anon/video.mp4
Prof_View.mp4
""".strip().split("\n")
LEAKING = """
reading_order_Tannhubel_v3_FINAL.avi
before_after_Okwudire.mp4
AG_Tannhuber_Uni_Weidenstett/supplement/S1.mp4
Lyngbysen_Quirogason_final.mp4
Wisniewska-Kowalczuk_supplement.mp4
Suppl_Nakadaira_Ishimori.mp4
Uniklinik_Nordhafen/video1.mp4
Nordhaven_Hospital/video.mp4
Ospedale_Nordara/video.avi
Hospital_Quiralba/video.mp4
Ziekenhuis_Nordrecht/opname.mp4
Sykehus_Nordhavn/video.mp4
Gruppe_Tannhuber/video.mp4
Groupe_Delacroisier/vidéo.mp4
Equipe_Delacroisier/vidéo.mp4
Grupo_Quirogason/video.mp4
Katedra_Nowodworski/film.avi
Supplement_Papadopoulakis.mp4
Szpital_Nordowo/nagranie.mp4
bergkvist_talvisto_video.mp4
Mukherjeev_Chatterjeev_Supplementary.mp4
Yamanakada-Lab/video.mp4
Dept_Radiology_Nordhaven/video.mp4
Figuereidez_Montalvan_video.mp4
Kuznetsovich_final.avi
AG_Abendroth/Video1.mp4
Uni_Johanneskirch/Film.avi
Videos_Klinikum_Johanneskirch/f.mp4
Labo_Delamarchette/film.mp4
Clinica_Villacarmela/v.mp4
Univ_Villacarmela/v.mp4
Università_Borgofiore/v.avi
Policlinico_Borgofiore/v.avi
Universiteit_Zandhoven/v.avi
Universitetssjukhuset_Björkvallen/v.avi
Klinika_Borowiec/film.mp4
Takenokoji_Lab/movie.mp4
Supplement_Watanuki_Hoshizaki.mp4
Team_Abendroth_final.mp4
Dept_Dermatology_Villacarmela/video.mp4
Groep_Zandhoven/opname.mp4
zandhovenberg_abendrothsen_supplement.mp4
Waldschmidthauser_Supplement_final.mp4
Tamminkoski_Ylihärsilä_video.mp4
AG-Tannhuber/Film1.mp4
AK_Tannhuber_Uni_Weidenstett/v.mp4
Uniklinikum_Weidenstett_OP3.mp4
CHRU_Montrevel/séquence.avi
Azienda_Ospedaliera_Monteluna/v.mp4
Akademiska_Sjukhuset_Lundavik/v.mp4
Szpital_Kliniczny_Brzozowice/v.mp4
Klinik_Weidenstett_final.avi
Tannhuber-lab_supp.mp4
Lab_Guerrabella_videos/v.mp4
Groupe_Montrevel/v.mp4
Team_Tannhuber/v.mp4
Vid_Olatunjibola_Adeyemisan.mp4
Krishnamoorthyan_Venkataramani_supp.mp4
Sugiyamada_Kuramochiya_supplement.mp4
Dr_Tannhuber_video.mp4
Prof_Guerrabella.mp4
Weidenstett_Klinikum/v.mp4
""".strip().split("\n")


def told(*names: str, paper: Paper | None = None) -> list[Hit]:
    entries = tuple(Entry(name=name, size=1, compressed=1) for name in names)
    zipped = Supplement(file="supplement.zip", size=1, is_zip=True, entries=entries)
    results = entry_names(Submission(id="1", paper=paper, supplements=(zipped,)), EntryNames())
    return [hit for hit in results if isinstance(hit, Hit)]


@pytest.mark.parametrize("name", HONEST)
def test_what_files_are_called_by_names_nobody(name: str) -> None:
    assert told(name) == []


@pytest.mark.parametrize("name", LEAKING)
def test_words_that_are_none_may_be_a_name(name: str) -> None:
    hits = told(name)
    assert hits
    assert {hit.confidence for hit in hits} <= {Confidence.POSSIBLE, Confidence.LIKELY}


def test_one_folder_is_one_finding() -> None:
    folder = "AG_Tannhuber"
    (hit,) = told(f"{folder}/", f"{folder}/README.txt", f"{folder}/S1.mp4", f"{folder}/S2.mp4")
    assert "and 3 more" in hit.message
    assert hit.evidence.split("\n") == [f"{folder}/", f"{folder}/README.txt", f"{folder}/S1.mp4", f"{folder}/S2.mp4"]


def test_two_names_in_one_path_are_two_findings() -> None:
    hits = told("AG_Tannhuber/Lyngbysen_Quirogason.mp4")
    assert [hit.message.rpartition("(")[2] for hit in hits] == ['"AG Tannhuber").', '"Lyngbysen Quirogason").']


def test_a_user_s_folder_is_one_finding() -> None:
    (hit,) = told("home/ilyngby/v1.mp4", "home/ilyngby/v2.mp4")
    assert hit.confidence is Confidence.CERTAIN


def test_what_the_paper_speaks_of_names_nobody() -> None:
    name = "Tannhuber_Montrevel_video.mp4"
    assert len(told(name, paper=printed_paper("We train on faces."))) == 1
    assert told(name, paper=printed_paper("Our method Tannhuber is compared with Montrevel on faces.")) == []
    assert len(told(name, paper=printed_paper(f"See {name} for faces."))) == 1
    cited = "Tannhuber et al. [1] and Montrevel and Weidenstett [2] train on faces."
    assert len(told(name, paper=printed_paper(cited))) == 1


def test_words_of_one_language_are_no_person() -> None:
    assert told("Pele_Clara.mp4") == []
    assert [hit.confidence for hit in told("Clara_Weber.mp4")] == [Confidence.LIKELY]


@pytest.mark.parametrize("unit", ["Ab", "AG_", "a_", "Xq_Wy_", "uni-", "Abcdefghijklmnopq_"])
def test_hostile_names_take_no_longer_than_their_length_accounts_for(unit: str) -> None:
    names = [f"{number}{unit * (60_000 // len(unit))}.mp4" for number in range(50)]
    processor_seconds(lambda: told(*names), 10)


@pytest.mark.parametrize(
    ("name", "sure"),
    [
        ("AG_Tannhuber/v.mp4", True),
        ("Klinik Weidenstett - AG Oberlechtal/v.mp4", True),
        ("Lehrstuhl Weidenstett/v.mp4", True),
        ("Tannhuber-lab_supp.mp4", True),
        ("Group_Tannhuber/v.mp4", False),
        ("Lab_Guerrabella_videos/v.mp4", False),
        ("Uniklinik_Nordhafen/v.mp4", False),
    ],
)
def test_a_group_that_somebody_leads_is_told_by_its_head(name: str, sure: bool) -> None:
    assert [hit.confidence is Confidence.LIKELY for hit in told(name)] == [sure]
