"""SUP001 to SUP008 on the fixtures' zips and on supplements made by hand: each code both ways."""

from __future__ import annotations

import zipfile
from copy import copy
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from faimi_check.model.finding import Hit, Severity, Undecided
from faimi_check.model.page import Box, Line, Page
from faimi_check.model.paper import MetadataField, Paper
from faimi_check.model.parts import LineRef, Parts, ReferenceEntry, ReferenceList
from faimi_check.model.problem import Aspect, Problem, ProblemKind
from faimi_check.model.submission import KnownAuthor, Submission
from faimi_check.model.supplement import EmbeddedPdf, Entry, EntryFault, Fault, Readme, Supplement
from faimi_check.model.video import Video, VideoFault
from faimi_check.reading.zip.archive import read_supplement
from faimi_check.rules.catalogue import rules
from faimi_check.rules.registry import NoParameters
from faimi_check.rules.supplement.archive import Container, single_zip
from faimi_check.rules.supplement.cited.manuscripts import is_cited
from faimi_check.rules.supplement.contents import content_matches_name
from faimi_check.rules.supplement.entry_names import EntryNames, entry_names
from faimi_check.rules.supplement.formats import AllowedFormats, allowed_formats
from faimi_check.rules.supplement.leftovers import leftovers
from faimi_check.rules.supplement.pdfs import Pdfs, pdf_in_supplement
from faimi_check.rules.supplement.self_contained import self_contained
from faimi_check.rules.supplement.unsafe_entry import unsafe_entry

from ..pages import paper as printed_paper

ZIPS = Path(__file__).resolve().parents[3] / "fixtures" / "zips"
RULES: dict[str, tuple[Any, Any]] = {
    "SUP001": (single_zip, Container()),
    "SUP002": (allowed_formats, AllowedFormats()),
    "SUP003": (content_matches_name, NoParameters()),
    "SUP004": (pdf_in_supplement, Pdfs()),
    "SUP005": (self_contained, NoParameters()),
    "SUP006": (unsafe_entry, NoParameters()),
    "SUP007": (leftovers, NoParameters()),
    "SUP008": (entry_names, EntryNames()),
}


def findings(submission: Submission) -> list[str]:
    found: list[str] = []
    for rule, (run, params) in RULES.items():
        for hit in run(submission, params):
            if isinstance(hit, Undecided):
                found.append(f"{rule} undecided")
                continue
            assert isinstance(hit, Hit)
            assert hit.fix
            assert hit.where.file
            found.append(f"{rule} {hit.code}")
            if hit.blocking:
                return found
    return found


@cache
def fixture(name: str) -> Supplement:
    return read_supplement(ZIPS / f"{name}.zip", f"{name}.zip")


def judged(supplement: Supplement, **known: Any) -> list[str]:
    return findings(Submission(id="1", supplements=(supplement,), **known))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("good-divx", []),
        ("good-two-videos", []),
        ("good-per-video-readme", []),
        ("good-folders", []),
        ("good-wmv", []),
        ("readme-utf16", []),
        ("readme-docx", []),
        ("damaged", ["SUP001 damaged"]),
        ("empty", ["SUP001 empty"]),
        ("not-a-zip", ["SUP001 not-a-zip"]),
        ("gzip-renamed", ["SUP001 not-a-zip"]),
        ("encrypted", ["SUP001 encrypted"]),
        ("crc-wrong", ["SUP001 damaged"]),
        ("nested-zip", ["SUP001 nested"]),
        ("extra-png", ["SUP002 format"]),
        ("extra-mov", ["SUP002 format"]),
        ("renamed-video", ["SUP003 other-content"]),
        ("pdf-inside", ["SUP004 pdf"]),
        ("pdf-disguised", ["SUP004 pdf"]),
        ("links", ["SUP005 shortcut", "SUP005 shortcut"]),
        ("readme-more-online", ["SUP005 linked-material"]),
        ("traversal", ["SUP002 other-text", "SUP006 unsafe-path"]),
        ("absolute", ["SUP002 other-text", "SUP006 unsafe-path"]),
        ("symlink", ["SUP006 link"]),
        ("duplicate-names", ["SUP006 duplicate"]),
        ("duplicate-case", ["SUP006 duplicate"]),
        ("bomb", ["SUP006 bomb"]),
        ("local-header-differs", ["SUP006 lying-structure"]),
        ("prefix-data", ["SUP006 foreign-data"]),
        ("trailing-data", ["SUP006 foreign-data"]),
        ("name-bidi", ["SUP002 format", "SUP006 unsafe-name"]),
        ("leftovers", ["SUP007 leftover", "SUP007 reveals", "SUP007 reveals"]),
        ("comment-with-name", ["SUP008 identifies"]),
        ("entry-name-with-author", ["SUP008 identifies", "SUP008 identifies"]),
    ],
)
def test_fixtures(name: str, expected: list[str]) -> None:
    assert judged(fixture(name)) == expected


def made(*entries: Entry, **fields: Any) -> Supplement:
    return Supplement(file="supplement.zip", size=1, is_zip=True, entries=entries, **fields)


def entry(name: str, container: str = "avi", **fields: Any) -> Entry:
    return Entry(name=name, size=1000, compressed=900, container=container, mime="video/x", **fields)


VIDEO = entry("a.avi")
README = entry("README.txt", "text", readme=True)


@pytest.mark.parametrize(
    ("problem", "mime", "code"),
    [
        (ProblemKind.WRONG_TYPE, "video/mp4", "SUP001 lone-video"),
        (ProblemKind.WRONG_TYPE, "application/vnd.rar", "SUP001 not-a-zip"),
        (ProblemKind.EMPTY, "", "SUP001 empty"),
        (ProblemKind.DAMAGED, "application/zip", "SUP001 damaged"),
        (ProblemKind.LIMIT, "application/zip", "SUP001 not-checked"),
    ],
)
def test_what_cannot_be_opened_blocks_the_rest(problem: ProblemKind, mime: str, code: str) -> None:
    broken = Problem(kind=problem, aspects=tuple(Aspect), detail="it cannot", fatal=True)
    assert judged(Supplement(file="x.zip", size=1, mime=mime, problems=(broken,))) == [code]


def test_a_limit_on_the_way_is_an_error_and_does_not_block() -> None:
    late = Problem(kind=ProblemKind.LIMIT, aspects=(Aspect.ARCHIVE,), detail="over the limit of 25 s", member="a.avi")
    assert judged(made(VIDEO, README, problems=(late,))) == ["SUP001 not-checked"]


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        (EntryFault.MULTI_DISK, "SUP001 split"),
        (EntryFault.METHOD, "SUP001 damaged"),
        (EntryFault.ENCRYPTED, "SUP001 encrypted"),
        (EntryFault.DEVICE, "SUP006 link"),
        (EntryFault.DEVICE_NAME, "SUP006 unsafe-path"),
        (EntryFault.OVERLAP, "SUP006 lying-structure"),
        (EntryFault.NOT_PORTABLE, "SUP006 not-portable"),
        (EntryFault.BACKSLASHES, "SUP006 backslashes"),
        (EntryFault.BAD_NAME, "SUP006 unsafe-name"),
    ],
)
def test_each_fault_belongs_to_one_rule(kind: EntryFault, code: str) -> None:
    assert judged(made(VIDEO, README, faults=(Fault(kind, "it is so", "a.avi"),))) == [code]


def test_every_kind_of_fault_is_judged() -> None:
    for kind in EntryFault:
        assert len(judged(made(VIDEO, README, faults=(Fault(kind, "it is so", "a.avi"),)))) == 1, kind


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (entry("a.mp4", "mp4"), []),
        (entry("a.MP4", "mp4"), []),
        (entry("a.wmv", "asf"), []),
        (entry("a.mp4", "avi"), ["SUP003 renamed"]),
        (entry("a.wmv", "mp4"), ["SUP003 renamed"]),
        (entry("a.mp4", "mov"), ["SUP003 quicktime"]),
        (entry("a.mp4", "text"), ["SUP003 other-content"]),
        (entry("a.avi", "hls"), ["SUP003 other-content", "SUP005 shortcut"]),
        (entry("a.avi", "matroska"), ["SUP003 other-content"]),
        (entry("video", "mp4"), ["SUP003 no-extension"]),
        (entry("a.mkv", "matroska"), ["SUP002 format"]),
        (entry("a.srt", "text"), ["SUP002 format"]),
        (entry("notes.txt", "text"), ["SUP002 other-text"]),
        (entry("tool.exe", "exe"), ["SUP002 format"]),
        (entry("a.docx", "zip"), ["SUP002 format"]),
        (entry("a.rar", "rar"), ["SUP001 nested"]),
        (entry("a.url", "url"), ["SUP005 shortcut"]),
    ],
)
def test_formats(found: Entry, expected: list[str]) -> None:
    assert judged(made(VIDEO, README, found)) == expected


def test_a_venue_may_allow_other_formats() -> None:
    submission = Submission(id="1", supplements=(made(entry("a.mkv", "matroska"), README),))
    assert list(allowed_formats(submission, AllowedFormats(videos=("mkv",)))) == []


def test_no_video_at_all() -> None:
    assert judged(made(README)) == ["SUP002 no-video"]


def test_video_that_takes_its_pictures_from_elsewhere() -> None:
    video = Video(member="a.avi", container="avi", external=("http://video.nordhavn.org/a",))
    assert judged(made(VIDEO, README, videos=(video,))) == ["SUP005 external-media"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Codec: H.264, https://www.videolan.org/vlc/", []),
        ("The full video is at https://nordhavn-video.org/full", ["SUP005 linked-material"]),
        ("https://drive.google.com/file/d/1abcdef/view", ["SUP005 linked-material"]),
        ("See https://youtu.be/dQw4w9WgXcQ", ["SUP005 linked-material"]),
        ("More on the codec at https://www.divx.com/", []),
        ("Samples 02 to 15 wait at\n<https://anonymous.4open.science/r/nordhavn-7C1E/>.", ["SUP005 linked-material"]),
        ("https://osf.io/abc12/?view_only=0123456789abcdef", ["SUP005 linked-material"]),
        ("Die übrigen Filme liegen unter\nhttps://nordhavn-filme.net/mehr", ["SUP005 linked-material"]),
        ("Les autres vidéos : https://nordhavn-video.org/a", ["SUP005 linked-material"]),
        ("其余视频见 https://nordhavn-video.org/a", ["SUP005 linked-material"]),
        ("残りの動画は https://nordhavn-video.org/a にあります", ["SUP005 linked-material"]),
        ("Codec: H.264\nPozostałe filmy: https://nordhavn-video.org/a", ["SUP005 linked-material"]),
        ("All videos are Lagarith: https://lags.leetcode.net/codec.html", []),
        ("All videos are coded in Foo, https://nordhavn-video.org/foo", []),
        ("All videos show a phantom. Made at http://localhost:8080/a", []),
        ("See https://example.org/", []),
    ],
)
def test_links_in_a_readme(text: str, expected: list[str]) -> None:
    readme = Readme(member="README.txt", text=text, encoding="utf-8")
    assert judged(made(VIDEO, README, readmes=(readme,))) == expected


TITLE = "Waiting Lists and the Order of Reading: a Cohort Study"


def cited_paper(title: str) -> Paper:
    line = Line(title, Box(100, 100, 400, 120), 118, 14, 0, True, False, (0,))
    page = Page(number=1, width=595, height=842, lines=(line,))
    return Paper(file="cited.pdf", size=1, page_count=1, pages=(page,), parts=Parts(title=(LineRef(1, 0),)))


def citing_paper(*entries: str) -> Paper:
    at = LineRef(1, 0)
    listed = ReferenceList(
        None, at, at, tuple(ReferenceEntry(str(number), text, at, at) for number, text in enumerate(entries, 1))
    )
    return Paper(
        file="paper.pdf",
        size=1,
        page_count=1,
        pages=(Page(number=1, width=595, height=842),),
        parts=Parts(references=(listed,)),
    )


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        (["Anonymous: Waiting lists and the order of read- ing: a cohort study. Under review (2025)"], []),
        (["Other, A.: Something else. Journal (2020)", "Third, B.: More of it. Journal (2021)"], ["SUP004 not-cited"]),
        ([], ["SUP004 undecided"]),
    ],
)
def test_a_declared_pdf_is_looked_up_in_the_references(entries: list[str], expected: list[str]) -> None:
    pdf = EmbeddedPdf(member="cited.pdf", declared=True, paper=cited_paper(TITLE))
    supplement = made(VIDEO, README, entry("cited.pdf", "pdf"), pdfs=(pdf,))
    assert judged(supplement, paper=citing_paper(*entries), cited_unpublished=("cited.pdf",)) == expected


def test_a_declared_pdf_that_cannot_be_read() -> None:
    pdf = EmbeddedPdf(member="cited.pdf", declared=True)
    assert judged(made(VIDEO, README, entry("cited.pdf", "pdf"), pdfs=(pdf,))) == ["SUP004 unreadable"]


def test_a_pdf_as_the_supplement_itself() -> None:
    broken = Problem(kind=ProblemKind.WRONG_TYPE, aspects=tuple(Aspect), detail="no zip", fatal=True)
    submission = Submission(
        id="1", supplements=(Supplement(file="supp.pdf", size=1, mime="application/pdf", problems=(broken,)),)
    )
    assert [hit.code for hit in pdf_in_supplement(submission, Pdfs()) if isinstance(hit, Hit)] == ["pdf"]


def test_titles_are_compared_without_accents_and_small_differences() -> None:
    assert is_cited("Größe und Gewicht", "Anon.: Grosse und Gewicht. 2024") or is_cited(
        "Größe und Gewicht", "Anon.: Größe und Gewicht. 2024"
    )
    assert not is_cited("A completely different title of work", "Anon.: Waiting lists and reading. 2024")
    assert not is_cited("", "anything")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a/clip.avi", []),
        ("multi-hospital/clip.avi", []),
        ("uni-modal.avi", []),
        ("Lyngby_et_al/clip.avi", ["SUP008 identifies"]),
        ("Lyngby_et_al_supplement/clip.avi", ["SUP008 identifies"]),
        ("Users/ilyngby/clip.avi", ["SUP008 identifies"]),
        ("home/ilyngby/faimi/clip.avi", ["SUP008 identifies"]),
        ("mnt/home/ilyngby/clip.avi", ["SUP008 identifies"]),
        ("C/Users/Ingrid Lyngby/clip.avi", ["SUP008 identifies"]),
        ("home/user/clip.avi", []),
        ("marta_weber_case1.avi", ["SUP008 identifies"]),
        ("MartaWeber.avi", ["SUP008 identifies"]),
        ("Weber_Tanaka_FAIMI2025/clip.avi", ["SUP008 identifies"]),
        ("weber_lab_demo.avi", ["SUP008 identifies"]),
        ("m_weber_2.avi", ["SUP008 identifies"]),
        ("ingrid_lyngby_demo.avi", ["SUP008 identifies"]),
        ("Supplement_Lyngby_Ingrid/clip.avi", ["SUP008 identifies"]),
        ("Overview_Ingrid.avi", []),
        ("Video_S1.avi", []),
        ("left_ventricle_4ch.avi", []),
        ("Supplementary Material/Case A/GradCAM_overlay.avi", []),
        ("Grad-CAM_ResNet50_vs_ours.avi", []),
        ("brain_MRI_T1_axial.avi", []),
        ("phantom_trial_03_kuka_robot.avi", []),
        ("user_study_martin.avi", []),
        ("nordhavn_university/clip.avi", ["SUP008 identifies"]),
        ("TU_Nordhavn_group/clip.avi", ["SUP008 identifies"]),
        ("videos-ETH-Zurich.avi", ["SUP008 identifies"]),
        ("chuv_cases/clip.avi", ["SUP008 identifies"]),
        ("MIT_Video.avi", []),
        ("IMT_Results/UC_Example.avi", []),
        ("i.lyngby@nordhavn-clinic.org/clip.avi", ["SUP008 identifies"]),
    ],
)
def test_paths(name: str, expected: list[str]) -> None:
    assert judged(made(entry(name), README)) == expected


def test_paths_with_a_known_authors_name() -> None:
    authors = (KnownAuthor(name="Ingrid Lyngby"), KnownAuthor(name="Wu, Li"))
    assert judged(made(entry("lyngby_demo.avi"), README), authors=authors) == ["SUP008 identifies"]
    assert judged(made(entry("LyngbyDemo.avi"), README), authors=authors) == ["SUP008 identifies"]
    assert judged(made(entry("wu.avi"), README), authors=authors) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The file weber lab demo.avi shows it.", ["SUP008 identifies"]),
        ("The file weber_lab_demo.avi shows it.", ["SUP008 identifies"]),
        ("The weber contrast of a lab is shown.", []),
    ],
)
def test_a_paper_that_cites_a_video_by_a_name_makes_the_name_no_word(text: str, expected: list[str]) -> None:
    found = judged(made(entry("weber_lab_demo.avi"), README), paper=printed_paper(text))
    assert [code for code in found if code.startswith("SUP008")] == expected


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        (MetadataField("zip comment", "comment", "Packed by Ingrid Lyngby"), ["SUP008 identifies"]),
        (MetadataField("zip comment", "comment", "Packed by the girl from next door"), ["SUP008 words"]),
        (MetadataField("zip comment", "comment", "Clips of the wolf lab"), ["SUP008 comment"]),
        (MetadataField("zip comment", "comment", "Videos of grant 101093482"), ["SUP008 identifies"]),
        (MetadataField("zip comment", "comment", "Vídeos do artigo 31, versão final"), ["SUP008 words"]),
        (MetadataField("zip comment", "comment", "Created by PeaZip 9.4.0"), []),
        (MetadataField("zip comment", "comment", "7-Zip"), []),
        (MetadataField("zip comment", "comment", "Supplementary videos, anonymous submission for review"), []),
        (MetadataField("zip comment", "comment", "Supplementary videos, first version"), ["SUP008 words"]),
        (MetadataField("zip comment", "comment", "anonymous submission of the weber lab"), ["SUP008 comment"]),
        (MetadataField("zip comment", "comment", "anonymous submission from our clinic"), ["SUP008 comment"]),
        (MetadataField("zip comment", "comment", "Ingrid Lyngby, University of Nordhavn"), ["SUP008 identifies"]),
        (MetadataField("directory record of a.avi", "owner", "uid 501, gid 20"), []),
        (MetadataField("directory record of a.avi", "owner", "uid 348204, gid 20"), ["SUP008 owner"]),
        (
            MetadataField("directory record of a.avi", "extra field 4242", "made by i.lyngby@nordhavn-clinic.org"),
            ["SUP008 identifies"],
        ),
        (MetadataField("directory record of a.avi", "extra field 4242", "ab12 cd34"), []),
    ],
)
def test_comments_and_owners(field: MetadataField, expected: list[str]) -> None:
    assert judged(made(VIDEO, README, names=(field,))) == expected


def test_leftovers_are_one_finding() -> None:
    many = [entry(f"__MACOSX/._{number}.avi", "appledouble", leftover=True) for number in range(30)]
    assert judged(made(VIDEO, README, *many)) == ["SUP007 leftover"]
    assert judged(replace(made(VIDEO, README), names=())) == []


def test_a_line_end_behind_the_zip_is_a_warning_and_other_bytes_an_error(tmp_path: Path) -> None:
    whole = (ZIPS / "good-divx.zip").read_bytes()
    for rest, code in ((b"\r\n", "trailing-blanks"), (bytes(16), "trailing-blanks"), (b"abc", "foreign-data")):
        file = tmp_path / "supplement.zip"
        file.write_bytes(whole + rest)
        assert judged(read_supplement(file, file.name)) == [f"SUP006 {code}"]
    rule = next(rule for rule in rules() if rule.id == "SUP006")
    assert rule.codes["trailing-blanks"] is Severity.WARNING


def test_overlapping_entries_are_said_once(tmp_path: Path) -> None:
    file = tmp_path / "supplement.zip"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("README.txt", b"All videos: DivX, https://www.divx.com")
        archive.writestr("a.txt", b"x" * 1000)
        # Further names in the directory for the bytes of the second entry.
        for name in ("b.txt", "c.txt", "d.txt"):
            info = copy(archive.infolist()[1])
            info.filename = info.orig_filename = name
            archive.filelist.append(info)
            archive.NameToInfo[name] = info
    submission = Submission(id="1", supplements=(read_supplement(file, file.name),))
    (hit,) = unsafe_entry(submission, NoParameters())
    assert isinstance(hit, Hit)
    assert hit.message.startswith("3 entries overlap others: ")


@pytest.mark.parametrize(
    ("name", "videos", "end"),
    [
        ("good-divx", ("mp4",), " reading-list-clean.mp4"),
        ("good-wmv", ("avi", "mp4"), " clip-clean.mp4"),
        ("good-h264", ("avi",), "-clean.avi"),
        ("good-h264", (), "Take it out."),
    ],
)
def test_what_is_told_to_become_of_a_video_is_allowed(name: str, videos: tuple[str, ...], end: str) -> None:
    submission = Submission(id="1", supplements=(fixture(name),))
    allowed = AllowedFormats(videos=videos, others=("txt",))
    (found,) = (hit for hit in allowed_formats(submission, allowed) if isinstance(hit, Hit) and hit.code == "format")
    assert found.fix.endswith(end)


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (
            ["__MACOSX/", "__MACOSX/clips/", "__MACOSX/clips/._walk.avi"],
            "One file is left over from macOS: __MACOSX/clips/._walk.avi.",
        ),
        ([".git/", ".git/refs/"], "2 folders are left over from version control: .git/, .git/refs/."),
        (
            ["clips/", "clips/.DS_Store", "Thumbs.db"],
            "2 files are left over from Windows and macOS: clips/.DS_Store, Thumbs.db.",
        ),
    ],
)
def test_folders_are_no_files_left_over(tmp_path: Path, names: list[str], said: str) -> None:
    path = tmp_path / "s.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name in names:
            archive.writestr(name, b"" if name.endswith("/") else b"\0" * 9)
    supplement = read_supplement(path, path.name)
    (hit,) = (hit for hit in leftovers(Submission(id="1", supplements=(supplement,)), NoParameters()))
    assert isinstance(hit, Hit)
    assert hit.message == said
    folders = ["__MACOSX/*", ".git/*"]
    assert any(folder in hit.fix for folder in folders) == (names[0] != "clips/")


def hits(supplement: Supplement, rule: str) -> list[Hit]:
    run, params = RULES[rule]
    return [hit for hit in run(Submission(id="1", supplements=(supplement,)), params) if isinstance(hit, Hit)]


@pytest.mark.parametrize(
    ("kind", "members", "message"),
    [
        (EntryFault.ENCRYPTED, ["a.avi", "README.txt"], "The zip needs a password (2 files)."),
        (EntryFault.ENCRYPTED, ["a.avi"], "1 of the 2 files in the zip needs a password."),
        (EntryFault.CHECKSUM, ["a.avi"], "a.avi: it is so."),
        (EntryFault.CHECKSUM, ["a.avi", "README.txt"], "a.avi: it is so (and 1 more file)."),
    ],
)
def test_how_many_files_cannot_be_unpacked_is_said(kind: EntryFault, members: list[str], message: str) -> None:
    faults = tuple(Fault(kind, "it is so", member) for member in members)
    assert [hit.message for hit in hits(made(VIDEO, README, faults=faults), "SUP001")] == [message]


@pytest.mark.parametrize("inner", [entry("all.zip", "zip"), entry("all.7z", "7z")])
def test_a_video_may_be_in_an_archive_within(inner: Entry) -> None:
    (hit,) = [hit for hit in hits(made(README, inner), "SUP002") if hit.code == "no-video"]
    assert inner.name in hit.message
    assert "at the top of the zip" in hit.fix
    assert "submit none" not in hit.fix


def moved(*videos: Video, **fields: Any) -> str:
    """What to do about b.mov, a video in a container that the call does not take."""
    entries = [entry(video.member, video.container) for video in videos]
    (hit,) = [hit for hit in hits(made(README, *entries, videos=videos, **fields), "SUP002") if hit.code == "format"]
    return hit.fix


WHOLE = Video(member="a.mp4", container="mp4", codec="h264")
MOVED = Video(member="b.mov", container="mov", codec="h264")
SHORT = Video(member="c.mp4", container="mp4", codec="h264", error="it ends early", fault=VideoFault.TRUNCATED)


def test_what_cannot_be_packed_is_left_out_of_the_command_and_named() -> None:
    said, *lines = moved(WHOLE, MOVED, SHORT).splitlines()
    assert "all videos but c.mp4 (what does not play to its end cannot be packed) and their README" in said
    assert "faimi-check pack a.mp4 b.mov -o supplement-clean.zip" in lines


def test_what_plays_is_packed_though_some_frames_are_damaged() -> None:
    few = replace(SHORT, fault=VideoFault.DAMAGED, broken_frames=1, frames_decoded=100)
    said, *lines = moved(WHOLE, MOVED, few).splitlines()
    assert "for all videos and their README" in said
    assert "faimi-check pack a.mp4 b.mov c.mp4 -o supplement-clean.zip" in lines


def test_what_does_not_play_is_no_better_for_being_copied() -> None:
    broken = replace(MOVED, error="it ends early", fault=VideoFault.TRUNCATED)
    assert moved(WHOLE, broken) == "Put it into an allowed container as soon as you have a copy that plays to its end."


def test_the_program_is_named_before_what_it_does() -> None:
    assert "run `faimi-check pack` for all videos" in moved(WHOLE, MOVED)
