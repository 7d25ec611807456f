"""ANON021."""

from __future__ import annotations

import pytest

from faimi_check.model.finding import Confidence

from ...pages import codes, hits, paper, weighed

USERS = [
    ("Code lies in /home/ilyngby/wait/src.", "/home/ilyngby/wait/src"),
    ("root : / home / ilyngby / wait - cxr", "/home/ilyngby/wait-cxr"),
    ("cache_dir=/Users/ingrid.lyngby/tmp", "/Users/ingrid.lyngby/tmp"),
    ("data: /cluster/home/ilyngby/wait", "/cluster/home/ilyngby/wait"),
    ("path = “/data/home/ilyngby/wait/a.csv”", "/data/home/ilyngby/wait/a.csv"),
    (r"root = C:\Users\ilyngby\wait", r"C:\Users\ilyngby\wait"),
    (r"root : C : \ Users \ ilyngby \ wait", r"C:\Users\ilyngby\wait"),
    (r"D:\Users\Ingrid Lyngby\wait", r"D:\Users\Ingrid Lyngby\wait"),
    ("Run ssh ilyngby@gpu04 to start.", "ilyngby@gpu04"),
    ("scp model.pt ilyngby@vesta:/data", "ilyngby@vesta"),
    ("rsync -av wait/ ilyngby@nas2:backup", "ilyngby@nas2"),
    ("Copy it to ilyngby@vesta:~/wait first.", "ilyngby@vesta"),
]
UNCLEAR = [
    (
        "root : / mnt / nas / estmark - radiologie / ilyngby / mimic - cxr - jpg",
        "/mnt/nas/estmark-radiologie/ilyngby/mimic-cxr-jpg",
    ),
    ("root: /scratch/ilyngby/data", "/scratch/ilyngby/data"),
    ("out: /gpfs/estmark/wait/runs", "/gpfs/estmark/wait/runs"),
    ("out: /data/ilyngby/runs", "/data/ilyngby/runs"),
    ("Weights are in ~ilyngby/wait/weights.", "~ilyngby/wait/weights"),
    ("/lustre/projects/nordhavn/images", "/lustre/projects/nordhavn/images"),
]
HONEST = [
    "root: /mnt/data/mimic-cxr/files",
    "root : / mnt / data / chexpert / train",
    "cd /home/user/wait",
    "cd /home/$USER/wait and /home/<name>/wait",
    "root: /path/to/data/images",
    "It is installed into /usr/local/lib and /usr/local/include.",
    "WORKDIR /workspace/src with /root/.cache/torch",
    "Weights are kept in ~/data/weights and ~/models.",
    r"C:\Users\user\data and C:\Users\Admin\x",
    "git clone git@github.com:kundi/fairx.git",
    "ssh user@host and ssh root@localhost",
    "We read films and/or reports, e.g. train/val/test splits at 0.7/0.1/0.2.",
    "The endpoint https://estmark.edu/home/news/today is third.",
    "We train on Gapset. root: /data/gapset/train/images",
    "The rate is ~ms/frame and ∼mm/pixel.",
    "Mount it with -v /data/datasets:/data/train and run.",
    "kaggle data: /kaggle/input/rsna/train and /content/drive/MyDrive/data",
]


@pytest.mark.parametrize(("sentence", "path"), USERS)
def test_users(sentence: str, path: str) -> None:
    (hit,) = hits("ANON021", paper(sentence))
    assert (hit.code, hit.confidence) == ("user", Confidence.LIKELY)
    assert path in hit.evidence


@pytest.mark.parametrize(("sentence", "path"), UNCLEAR)
def test_folders_that_may_be_somebodys(sentence: str, path: str) -> None:
    (hit,) = hits("ANON021", paper(sentence))
    assert (hit.code, hit.confidence) == ("unclear", Confidence.POSSIBLE)
    assert path in hit.evidence


@pytest.mark.parametrize("sentence", HONEST)
def test_paths_of_nobody(sentence: str) -> None:
    assert codes("ANON021", paper(sentence)) == []


def test_a_login_with_a_whole_host_is_an_address() -> None:
    assert "ANON002/email" in weighed(paper("Run ssh ilyngby@login.cluster.nordhavn.edu first."))


def test_paths_below_one_another_are_apart() -> None:
    lines = ("/ home / ilyngby / wait - cxr", "/mnt/nas/nordhavn/films", "/mnt/data/runs")
    user, unclear = hits("ANON021", paper(*lines))
    assert (user.evidence, unclear.evidence) == ("/home/ilyngby/wait-cxr", "/mnt/nas/nordhavn/films")


@pytest.mark.parametrize(
    "sentence",
    [
        "A session on the terminal kwexley@halden-ws7 is shown.",
        "kwexley@lab-ws2:~/gap$ python train.py",
        "Line 3 reads “USER=kwexley NODE=gpu11 step 9”.",
    ],
)
def test_a_login_at_a_prompt_or_in_a_log(sentence: str) -> None:
    assert codes("ANON021", paper("We measure the gap.", sentence)) == ["user"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The model leads to recall@top-5 of 0.8 in the session on triage.",
        "The score is precision@k-10 at the prompt.",
        "We set user=anonymous in the config.",
        "Set user=root and login=guest to start.",
    ],
)
def test_measures_and_roles_are_no_logins(sentence: str) -> None:
    assert codes("ANON021", paper("We measure the gap.", sentence)) == []


CITED = (
    "Quiroga, M., Ilyngby, T.: Waiting films. In: STIA, pp. 1-9 (2021)",
    "Maria Lyngby and Jon Vesterholt. How films wait. In STIA, 2022.",
    "Okonjo T, Bager L. Films that wait. J Films 2020.",
)


@pytest.mark.parametrize(
    ("sentence", "path"),
    [
        ("Code lies in /home/quiroga/wait/src.", "/home/quiroga/wait/src"),
        ("cache_dir=/Users/maria.lyngby/tmp", "/Users/maria.lyngby/tmp"),
        (r"root = C:\Users\vesterholt\wait", r"C:\Users\vesterholt\wait"),
        ("Run ssh okonjo@gpu04 to start.", "okonjo@gpu04"),
    ],
)
def test_that_the_references_name_somebody_is_no_excuse(sentence: str, path: str) -> None:
    (hit,) = hits(
        "ANON021", paper("As Quiroga et al. [1] and Vesterholt [2] say, films wait.", sentence, references=CITED)
    )
    assert (hit.code, path in hit.evidence) == ("user", True)


@pytest.mark.parametrize(
    "said",
    [
        "Films are at https://bjarnoq. github.io/films for all.",
        "Films are at https://bjarnoq.github.io/films and bjarnoq.github. io/wait for all.",
        "We thank nobody; abjarnoqen is a word.",
        "The account bjarnoq has the weights.",
    ],
)
def test_a_login_that_stands_in_the_text_too_is_still_a_login(said: str) -> None:
    assert codes("ANON021", paper(said, "root: /home/bjarnoq/wait")) == ["user"]


def test_a_home_called_as_the_method_is_unclear() -> None:
    assert codes(
        "ANON021", paper("Our FilmWaiter and nnU-Film sort films.", "root: /home/filmwaiter/wait /home/nnufilm/x")
    ) == ["unclear"]


def test_a_home_called_by_an_everyday_word_of_the_text_is_nobodys() -> None:
    assert codes("ANON021", paper("The waiting list grows.", "root: /home/waiting/wait and /home/ubuntu/x")) == []


@pytest.mark.parametrize(
    ("said", "code"), [("As Baker et al. [1] say, films wait.", "user"), ("A baker bakes.", "unclear")]
)
def test_a_surname_that_is_a_word(said: str, code: str) -> None:
    cited = ("Baker, M.: Films that wait. In: STIA, pp. 1-9 (2021)",)
    assert codes("ANON021", paper(said, "root: /home/baker/wait", references=cited)) == [code]
