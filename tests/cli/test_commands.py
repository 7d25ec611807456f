"""The commands that judge nothing, and how the command line fails: one line on stderr, exit status 2."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from faimi_check.cli import Commands
from faimi_check.cli.venue import venue
from faimi_check.rules.catalogue import rules
from faimi_check.venues.advice import advice
from faimi_check.venues.loader import load, shipped
from faimi_check.venues.skeleton import skeleton

from .calling import run


def test_alone_it_shows_how_to_begin(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(capsys=capsys)
    assert status == 0
    assert "faimi-check check paper.pdf supplement.zip" in out


def test_rules_lists_every_rule(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run("rules", capsys=capsys)
    assert status == 0
    assert [line.split()[0] for line in out.splitlines()] == [rule.id for rule in rules()]


def test_rules_of_a_venue_are_those_it_names(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run("rules", "--venue", "care-2025", capsys=capsys)
    assert "LEN001" in out
    assert "SUP001" not in out
    assert out.splitlines()[0].split()[2] == "error"


@pytest.mark.parametrize("rule", [rule.id for rule in rules()])
def test_explain_says_all_four_things(rule: str, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run("explain", rule, capsys=capsys)
    assert status == 0
    for heading in ("Why", "How it decides", "When it can be wrong", "Fix", "Codes"):
        assert f"\n{heading}" in out


def test_explain_takes_a_rule_by_name_in_any_case(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("explain", "Page-Limit", capsys=capsys)[1].startswith("LEN001 page-limit")


@pytest.mark.parametrize("command", [["venues"], ["venue", "list"]])
def test_venues_lists_what_ships(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(*command, capsys=capsys)
    assert [line.split()[0] for line in out.splitlines()] == list(shipped())
    assert "imimic-2025" in [line.split()[0] for line in out.splitlines() if "not verified" in line]


@pytest.mark.parametrize("venue", shipped())
def test_venue_show_prints_each_rule_of_the_venue(venue: str, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run("venue", "show", venue, capsys=capsys)
    shown = set(re.findall(r"^    ([A-Z]{3,4}\d{3}) ", out, re.MULTILINE))
    assert status == 0
    assert shown == set(load(venue).rules)


def test_venue_show_prints_what_rules_judge_by_once(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run("venue", "show", "faimi-2026", capsys=capsys)
    text = " ".join(out.split())
    assert "LEN001 page-limit error, warning content_pages = 8; total_pages = 10 LEN002" in text
    assert "body_pt = 10; small_pt = 9; table_pt = 8; tolerance_pt = 0.3" in text
    assert "typefaces = Computer Modern, Latin Modern, Times" in text
    assert text.count("width_mm = 122") == text.count("table_pt = 8") == 1
    assert "https://conferences.miccai.org/2026/en/PAPER-SUBMISSION-GUIDELINES.html" in out
    assert "class_file" not in out


def test_venue_diff_shows_what_differs(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run("venue", "diff", "faimi-2025", "care-2025", capsys=capsys)
    assert "rules.LEN001.total_pages\n  - 10\n  + 12\n" in out


def test_venue_diff_of_a_venue_with_itself_is_empty(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("venue", "diff", "faimi-2025", "faimi-2025", capsys=capsys)[:2] == (0, "")


def test_venue_validate_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "mine.toml"
    file.write_text('id = "mine"\ntitle = "Mine"\nsource = "https://example.org"\nextends = "faimi-2025"\n')
    status, out, _ = run("venue", "validate", str(file), capsys=capsys)
    assert status == 0
    assert "valid. Mine:" in out


@pytest.mark.parametrize(
    ("said", "missing"),
    [
        ("", "id, title, source"),
        ('id = "x"\ntitle = "X"\n', "source"),
        ('id = "x"\ntitle = "X"\nsource = "here"\n', ""),
    ],
)
def test_venue_validate_says_what_names_another_call(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], said: str, missing: str
) -> None:
    file = tmp_path / "x.toml"
    file.write_text(f'{said}extends = "miccai-2025"\n', encoding="utf-8")
    status, out, _ = run("venue", "validate", str(file), capsys=capsys)
    assert status == 0
    warned = f"taken over from miccai-2025, so that reports speak of that call: {missing}."
    assert (warned in out) == bool(missing)
    assert ("taken over" in out) == bool(missing)


def test_venue_validate_says_what_may_not_be_meant(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(
        'id = "mine"\ntitle = "Mine"\nsource = "https://example.org"\nread = "2026-05"\n[template]\nname = "T"\n'
        '[clauses.length]\nquote = "at most 8 pages"\n[clauses.blind]\nquote = "Papers are anonymous."\n'
        '[clauses.unused]\nquote = "Do this."\n[clauses.ask]\nquote = "Be good."\nforce = "human"\n'
        '[rules.LEN001]\nclause = "length"\n[rules.SUB001]\n[rules.LEN002]\nclause = "blind"\n[rules.REQ001]\n'
    )
    status, out, _ = run("venue", "validate", str(file), capsys=capsys)
    assert status == 0
    warnings = [line.partition("warning: ")[2] for line in out.splitlines()[:-1]]
    assert [warning.split(" ", 1)[0] for warning in warnings] == [
        "clauses.unused",
        "clauses.ask",
        "rules.LEN002",
        "blind",
        "[template]",
        "rules.LEN001",
        "rules.REQ001",
    ]
    assert "is a must, but no rule checks it" in out
    assert "rules.LEN002 is about length, but quotes clauses.blind, which speaks of anonymity" in out
    assert out.endswith("7 warnings.\n")
    assert run("venue", "validate", str(file), "--strict", capsys=capsys)[0] == 1


def test_what_a_profile_asks_in_vain_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(
        'id = "mine"\ntitle = "Mine"\nsource = "https://example.org"\nread = "2026-05"\nblind = "single"\n'
        "[rules.ANON001]\n"
    )
    out = run("venue", "validate", str(file), capsys=capsys)[1]
    assert 'rules.ANON001 asks for anonymity, which blind = "single" takes out' in out


def test_a_family_that_is_taken_out_is_told_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "mine.toml"
    head = 'id = "mine"\ntitle = "Mine"\nsource = "https://example.org"\nread = "2026-05"\nblind = "single"\n'
    file.write_text(f"{head}[rules.DOC]\n[rules.ANON]\n[rules.SUP008]\n")
    out = run("venue", "validate", str(file), capsys=capsys)[1]
    told = [line.partition("warning: ")[2] for line in out.splitlines() if "takes out" in line]
    assert told == [
        f'rules.{name} asks for anonymity, which blind = "single" takes out.' for name in ("ANON", "SUP008")
    ]


def test_what_a_new_profile_holds_for_an_example_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "x.toml"
    run("venue", "new", "xcall", "-o", str(file), capsys=capsys)
    status, out, _ = run("venue", "validate", str(file), capsys=capsys)
    assert status == 0
    warnings = [line.partition("warning: ")[2] for line in out.splitlines()[:-1]]
    assert [warning.split(" ", 1)[0] for warning in warnings] == [
        "source", "clauses.length", "clauses.layout", "clauses.blind", "read",
    ]  # fmt: skip
    filled = file.read_text(encoding="utf-8").replace("SAMPLE: ", "").replace("https://example.org/call", "https://x.y")
    file.write_text(filled.replace('read = ""', 'read = "2026-05"'), encoding="utf-8")
    assert "warning" not in run("venue", "validate", str(file), capsys=capsys)[1]


def test_what_a_profile_contradicts_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(
        'id = "mine"\ntitle = "Mine"\nsource = "https://example.org"\nread = "2026-05"\nblind = "none"\n'
        '[clauses.none]\nquote = " "\n[rules.SUP010]\nclause = "none"\n[rules.SUP001]\n'
    )
    out = run("venue", "validate", str(file), capsys=capsys)[1]
    assert "clauses.none quotes nothing" in out
    assert "rules.SUP010 takes no supplement at all, but rules.SUP001 says what one may be" in out
    assert out.endswith("2 warnings.\n")


@pytest.mark.parametrize("venue", shipped())
def test_the_profiles_that_ship_say_nothing_in_vain(venue: str) -> None:
    meant = ("read is missing", "verified is false") if venue == "imimic-2025" else ()
    assert [one for one in advice(venue, load(venue)) if not one.startswith(meant or "-")] == []


@pytest.mark.parametrize("venue", shipped())
def test_venue_show_prints_one_whole_file_that_says_the_same(
    venue: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, out, _ = run("venue", "show", venue, "--toml", capsys=capsys)
    assert status == 0
    assert "extends" not in tomllib.loads(out)
    file = tmp_path / "whole.toml"
    file.write_text(out, encoding="utf-8")
    assert load(str(file)) == load(venue)


def test_venue_new_begins_a_profile_that_can_be_used(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "mine.toml"
    status, out, _ = run("venue", "new", "my-call-2026", "-o", str(file), capsys=capsys)
    assert status == 0
    assert "Fill it in" in out
    profile = load(str(file))
    assert (profile.id, profile.title, profile.page_limits()) == ("my-call-2026", "My Call 2026", (8, 10))
    said = [line for line in advice(str(file), profile) if not line.startswith("read is missing")]
    assert all("sample" in line for line in said)
    assert run("venue", "new", "my-call-2026", capsys=capsys)[1] == file.read_text(encoding="utf-8")


def test_all_that_venue_new_comments_out_is_valid(tmp_path: Path) -> None:
    text = skeleton("mine")
    examples = re.sub(r"(?m)^# (?=\[|[a-z_]+ = )", "", text)
    examples = examples.replace("verified = false", "verified = true", 1)
    file = tmp_path / "mine.toml"
    file.write_text(re.sub(r'(?m)^(verbatim = false|force = "recommendation").*$', "", examples), encoding="utf-8")
    assert "REQ007" in load(str(file)).rules


@pytest.mark.parametrize("name", ["My Call", "a--b", "", "../x"])
def test_venue_new_refuses_what_cannot_be_an_id(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    status, _, err = run("venue", "new", name, capsys=capsys)
    assert status == 2
    assert "cannot be an id" in err


def test_venue_new_overwrites_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "mine.toml"
    file.write_text("mine", encoding="utf-8")
    assert run("venue", "new", "mine", "-o", str(file), capsys=capsys)[0] == 2
    assert file.read_text(encoding="utf-8") == "mine"


def test_the_schema_is_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert "$defs" in json.loads(run("schema", capsys=capsys)[1])


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["check"], "which paper?"),
        (["check", "none.pdf"], "paper none.pdf: no such file"),
        (["check", "{file}", "{file}", "none.mp4"], "supplement none.mp4: no such file"),
        (["check", "b.zip", "c.zip"], "the paper comes first"),
        (["check", "{file}", "none.zip"], "supplement none.zip: no such file"),
        (["check", "{file}", "--venue", "fami-2025"], 'did you mean "faimi-2025"'),
        (["check", "{file}", "--ignore", "LEN001"], "a reason is needed"),
        (["check", "{file}", "--ignore", "LEN01=why"], 'did you mean "LEN001"'),
        (["check", "{file}", "--select", "page-limt"], 'did you mean "page-limit"'),
        (["check", "{file}", "--format", "xml"], "'xml' is not one of"),
        (["check", "{file}", "--output", "html"], "expected FORMAT=PATH"),
        (["check", "{file}", "--timeout", "0"], "is not in the range"),
        (["check", "{file}", "--limit", "archive.max-entris=5"], 'did you mean "archive.max-entries"'),
        (["check", "{file}", "--limit", "paper.max-pages=many"], "expected a number above 0"),
        (["check", "{folder}"], "holds no PDF"),
        (["check", "s.zip", "p.pdf"], "the paper comes first: faimi-check check p.pdf s.zip"),
        (["check", "s.tar.gz", "p.pdf"], "the paper comes first: faimi-check check p.pdf s.tar.gz"),
        (["explain", "LEN01"], 'did you mean "LEN001"'),
        (["explain"], "Missing argument 'RULE'. Try: faimi-check explain LEN001 (faimi-check rules lists the rules)"),
        (["pack"], "Try: faimi-check pack VIDEO... -o supplement.zip"),
        (["pack", "{file}"], "Missing option '-o' / '--output'. Try: faimi-check pack VIDEO... -o supplement.zip"),
        (["venue", "diff", "faimi-2025"], "Try: faimi-check venue diff faimi-2025 faimi-2026"),
        (["chekc"], 'did you mean "check"'),
        (["paper.pdf"], 'did you mean "faimi-check check paper.pdf"'),
        (["venue", "show", "faimi"], "unknown venue"),
        (["venue", "validate", "x.txt"], "a profile is a .toml file"),
        (["--nonsense"], "No such option"),
    ],
)
def test_what_cannot_run_is_one_line_and_two(
    arguments: list[str], message: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "paper.pdf"
    file.write_bytes(b"%PDF-1.4")
    folder = tmp_path / "folder"
    folder.mkdir()
    filled = [argument.format(file=file, folder=folder) for argument in arguments]
    status, out, err = run(*filled, capsys=capsys)
    assert status == 2
    assert message in err
    assert err.startswith("faimi-check: ")
    assert err.count("\n") == 1
    assert out == ""


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["rules"], ["check", "--help"]])
def test_a_quick_start_imports_no_parser(arguments: list[str]) -> None:
    code = (
        "import sys\nfrom faimi_check.cli import main\n"
        f"try:\n    main({arguments!r})\nexcept SystemExit:\n    pass\n"
        "print([name for name in ('pypdf', 'pypdfium2', 'av', 'magic', 'jinja2', 'pebble') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=os.environ)
    assert done.stdout.splitlines()[-1] == "[]"


def begun(words: str, count: int) -> list[str]:
    """What the shell is offered for the last word of a command line."""
    environment = {
        **os.environ,
        "COMP_WORDS": words,
        "COMP_CWORD": str(count),
        "_FAIMI_CHECK_COMPLETE": "bash_complete",
    }
    program = Path(sys.executable).with_name("faimi-check")
    done = subprocess.run([program], capture_output=True, text=True, check=True, env=environment)
    return [line.partition(",")[2] for line in done.stdout.splitlines()]


@pytest.mark.skipif(not Path(sys.executable).with_name("faimi-check").exists(), reason="the program is not installed")
def test_the_shell_completes_rules_and_venues() -> None:
    assert begun("faimi-check explain len", 2) == ["LEN001", "LEN002", "LEN003"]
    assert begun("faimi-check check --venue faimi", 3) == ["faimi-2025", "faimi-2026"]


CHECK_NOTHING = "from faimi_check.cli import main; main(['check', 'paper.pdf', '--quiet'])"


@pytest.mark.skipif(sys.platform == "win32", reason="needs a POSIX shell")
@pytest.mark.parametrize("closed", ["<&-", "<&- >&-", "<&- >&- 2>&-"])
def test_closed_standard_streams_cut_no_pipe_to_the_workers(closed: str, tmp_path: Path) -> None:
    (tmp_path / "paper.pdf").write_bytes(b"%PDF-1.4")
    command = f"{shlex.quote(sys.executable)} -c {shlex.quote(CHECK_NOTHING)} {closed}"
    assert subprocess.run(["sh", "-c", command], cwd=tmp_path, check=False, timeout=300).returncode == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_is_no_bug_of_ours(tmp_path: Path) -> None:
    (tmp_path / "paper.pdf").write_bytes(b"%PDF-1.4")
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-c", CHECK_NOTHING],
            cwd=tmp_path,
            check=False,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
        )
    assert done.returncode == 2
    assert done.stderr == "faimi-check: what is to be printed cannot be written: no space left\n"


def test_a_pass_of_a_few_rules_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "paper.pdf"
    file.write_bytes(b"%PDF-1.4")
    _, out, _ = run("check", str(file), "--select", "VID001,LEN001", "--quiet", capsys=capsys)
    assert "(only LEN001, VID001 looked at)" in out


def test_every_command_that_needs_something_shows_an_example(capsys: pytest.CaptureFixture[str]) -> None:
    for command in (*Commands.MODULES, *(f"venue {name}" for name in venue.commands)):
        status, _, err = run(*command.split(), capsys=capsys)
        assert status == 0 or "Missing" not in err or "Try: faimi-check " in err, command


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("venue", "faimi-2025"), 'no command "faimi-2025"; did you mean "faimi-check venue show faimi-2025"?'),
        (("venue", "my.toml"), 'did you mean "faimi-check venue show my.toml"?'),
        (("venue", "shwo"), 'no command "shwo"; did you mean "show"?'),
        (("check", "x.pdf", "--output", "out/report.html"), 'did you mean "html=out/report.html"?'),
        (("check", "x.pdf", "--output", "sum.md"), 'did you mean "markdown=sum.md"?'),
        (("check", "x.pdf", "--output", "htlm=x.html"), 'did you mean "html"?'),
    ],
)
def test_what_was_meant_is_said(arguments: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    status, _, err = run(*arguments, capsys=capsys)
    assert status == 2
    assert said in err
