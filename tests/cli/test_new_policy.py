"""``new-policy``: a package is made, it works, and nothing of this machine is in it."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from attrs import frozen

import innov_consortium
from innov_consortium.cli import main
from innov_consortium.cli.answers import given_answers, questions_of
from innov_consortium.errors import InvalidInputError

TEMPLATE = Path(innov_consortium.__path__[0]) / "templates" / "policy"
QUESTIONS = questions_of((TEMPLATE / "copier.yml").read_text(encoding="utf-8"))
Command = Callable[..., Any]

#: Answers at their bounds: as long, as short, as many as may be.
BOUNDS = {
    "longest": {
        "region": "甲乙丙丁戊己庚辛壬癸甲乙丙丁戊",
        "region_en": "Far-away O'Example C",
        "code": "990201",
        "alias": "CN-EXAMPLES-EXAMPLES",
        "title": "甲乙丙丁戊己庚辛壬癸" * 3,
        "title_en": "Measures " * 8 + "of Long",
        "status": "draft",
        "body": "甲乙丙丁戊己庚辛壬癸" * 2,
        "body_short": "甲乙丙丁戊己庚辛壬癸甲乙",
        "lead": "甲乙丙丁戊己庚辛",
        "member": "子丑寅卯辰巳午未",
        "min_members": "99",
        "package": "innov_policy_" + "x" * 27,
    },
    "shortest": {
        "region": "甲市",
        "region_en": "Jia",
        "code": "990202",
        "alias": "CN-J",
        "title": "甲市办法",
        "title_en": "Acts",
        "body": "市局",
        "body_short": "市局",
        "lead": "链主",
        "member": "各方",
        "min_members": "2",
        "package": "a_b",
    },
}


@frozen
class Made:
    """A package made, as if it were installed: beside it lies what an installer writes."""

    folder: Path
    package: str

    @property
    def environment(self) -> dict[str, str]:
        paths = (self.folder / "src", self.folder.parent / "installed")
        own = {"PYTEST_ADDOPTS": "", "PYTHONPATH": os.pathsep.join(map(str, paths))}
        return {**os.environ, **own}

    def run(self, *arguments: str, given: str = "") -> subprocess.CompletedProcess[str]:
        """Run Python in the package's folder."""
        return subprocess.run(  # noqa: S603 - the package just made, by this Python
            [sys.executable, *arguments],
            input=given,
            cwd=self.folder,
            env=self.environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )


def data(answers: dict[str, str]) -> list[str]:
    return [part for item in answers.items() for part in ("--data", "=".join(item))]


def files(folder: Path) -> dict[str, tuple[bytes, bool]]:
    """Return every file of a folder with its bytes, and whether it may be executed."""
    return {
        p.relative_to(folder).as_posix(): (p.read_bytes(), os.access(p, os.X_OK))
        for p in folder.rglob("*")
        if p.is_file() and "__pycache__" not in p.parts
    }


@pytest.fixture(scope="module", params=["as proposed", *BOUNDS])
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Made:
    answers = {**BOUNDS.get(request.param, {})}
    if "min_members" in answers:  # a hundred units on every page take their time
        answers["min_members"] = str(min(int(answers["min_members"]), 12))
    around = tmp_path_factory.mktemp("made")
    folder = around / "policy"
    assert main(["new-policy", str(folder), "--defaults", *data(answers)]) == 0
    package = answers.get("package", "innov_policy_ex")
    facts = around / "installed" / f"{package}-0.1.0.dist-info"
    facts.mkdir(parents=True)
    name = package.replace("_", "-")
    (facts / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 0.1.0\n")
    (facts / "entry_points.txt").write_text(f"[innov_consortium]\n{package} = {package}\n")
    return Made(folder, package)


@pytest.fixture
def proposed(tmp_path: Path, run: Command) -> Path:
    folder = tmp_path / "policy"
    assert run("new-policy", str(folder), "--defaults").status == 0
    return folder


# --- what is made works ---------------------------------------------------------------------------


@pytest.mark.parametrize("made", ["as proposed", "longest"], indirect=True)
def test_its_own_tests_pass(made: Made) -> None:
    """The kit, the examples in its docstrings and its pages; ``nox -s template`` tries the rest."""
    ran = made.run("-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:xdist")

    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert re.search(r"[0-9]+ passed", ran.stdout)


ASKING = """
import json, sys
from innov_consortium.cli import main
commands = json.load(sys.stdin)
print(json.dumps([main(command) for command in commands]), file=sys.stderr)
"""


def test_it_is_found_and_answers(made: Made) -> None:
    """By its code: its own case is met, one fewer is not, without the attestation it is open."""
    code = re.search(r'code="([0-9]{6})"', _text(made, "__init__.py"))
    assert code is not None
    asked = ("--policy", code[1], "--on", "2026-03-20", "--suppose-published", "2026-01-01")
    case = json.loads((made.folder / "examples/case.json").read_text(encoding="utf-8"))
    fewer = {**case["application"], "participants": case["application"]["participants"][1:]}
    commands = [("audit", "examples/history.json", *asked)]
    changed: tuple[dict[str, Any], ...] = ({}, {"application": fewer}, {"attestations": []})
    for n, changes in enumerate(changed):
        other = made.folder.parent / f"{n}.json"
        other.write_text(json.dumps({**case, **changes}), encoding="utf-8")
        commands.append(("check", str(other), *asked))
    ran = made.run("-c", ASKING, given=json.dumps(commands))

    assert json.loads(ran.stderr.splitlines()[-1]) == [0, 0, 1, 3], ran.stdout + ran.stderr


def _text(made: Made, name: str) -> str:
    return (made.folder / "src" / made.package / name).read_text(encoding="utf-8")


def test_every_file_is_text_within_its_lines(made: Made) -> None:
    """UTF-8, ending with one line end, no trace of the template, and no line of code too long."""
    for name, (content, _) in files(made.folder).items():
        text = content.decode("utf-8")
        assert not text or (text.endswith("\n") and not text.endswith("\n\n")), name
        assert not re.search(r"\{%|%\}|(?<!\$)\{\{|\.jinja", text), name
        if name.endswith(".py"):
            assert max(map(_columns, text.splitlines())) <= 100, name


def _columns(line: str) -> int:
    return sum(1 + (ord(c) > 0x2E7F or c in "“”‘’") for c in line)


# --- the same answers, the same files -------------------------------------------------------------

ELSEWHERE = """
import socket, sys
def none(*_, **__): raise OSError("no network here")
socket.socket.connect = socket.create_connection = none
from innov_consortium.cli import main
sys.exit(main(sys.argv[1:]))
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home directory whose owner has told copier to answer otherwise."""
    settings = tmp_path / "home" / ".config" / "copier"
    settings.mkdir(parents=True)
    (settings / "settings.yml").write_text("defaults:\n  region: 别处市\n  code: '999999'\n")
    return settings.parents[1]


def test_the_same_answers_make_the_same_files_anywhere(
    proposed: Path, home: Path, tmp_path: Path
) -> None:
    """Whoever asks, wherever and whenever, without network and without git."""
    other = tmp_path / "elsewhere" / "by-another-name"
    environment = {"HOME": str(home), "USER": "somebody", "TZ": "Asia/Shanghai", "PATH": ""}
    ran = subprocess.run(  # noqa: S603 - what is written above
        [sys.executable, "-c", ELSEWHERE, "new-policy", str(other), "--defaults"],
        env={**environment, "LC_ALL": "C", "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert ran.returncode == 0, ran.stderr
    assert files(other) == files(proposed)
    together = b"\n".join(content for content, _ in files(other).values()).decode()
    of_elsewhere = (tmp_path.parts[1], "somebody", "别处市", "999999", "site-packages")
    assert [word for word in of_elsewhere if word in together] == []


def test_the_command_in_the_readme_makes_them_once_more(
    run: Command, proposed: Path, tmp_path: Path
) -> None:
    for name in ("README.md", "README.zh_CN.md"):
        told = (proposed / name).read_text(encoding="utf-8")
        (command,) = re.findall(r"innov-consortium (new-policy DIR .*?)```", told, re.DOTALL)
        again = tmp_path / name
        arguments = shlex.split(command.replace("DIR", str(again)).replace("\\\n", " "))
        assert run(*arguments).status == 0
        assert files(again) == files(proposed)


# --- nothing is written over, and what cannot be used is told -------------------------------------


def test_a_folder_with_something_in_it_is_left_alone(run: Command, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    ran = run("new-policy", str(tmp_path), "--defaults")

    assert (ran.status, files(tmp_path)) == (2, {"mine.txt": (b"mine", False)})
    assert "不是空的" in ran.err


def test_a_file_is_left_alone(run: Command, tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("mine")

    assert run("new-policy", str(tmp_path / "mine"), "--defaults").status == 2
    assert (tmp_path / "mine").read_text() == "mine"


def test_an_empty_folder_will_do(run: Command, tmp_path: Path) -> None:
    assert run("new-policy", str(tmp_path), "--defaults", "--format", "json").status == 0
    assert (tmp_path / "pyproject.toml").is_file()


def test_everything_wrong_is_told_at_once_and_nothing_written(run: Command, tmp_path: Path) -> None:
    wrong = ("code=12", "alias=cn", "min_members=many", "status=old", "regoin=甲", "lead")
    given = [part for one in wrong for part in ("--data", one)]
    folder = tmp_path / "policy"
    ran = run("new-policy", str(folder), "--defaults", "--format", "json", *given)

    paths = [fault["path"] for fault in ran.document["faults"]]
    assert (ran.status, folder.exists()) == (2, False)
    assert sorted(paths) == ["--data", "--data", "alias", "code", "min_members", "status"]
    assert any("'region'" in fault["zh"] for fault in ran.document["faults"])


def test_without_anybody_to_ask_what_is_missing_is_listed(
    run: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Path(os.devnull).open() as nobody:
        monkeypatch.setattr(sys, "stdin", nobody)
        ran = run("new-policy", str(tmp_path / "policy"), "--data", "region=甲市", "--lang", "en")

    assert (ran.status, (tmp_path / "policy").exists()) == (2, False)
    assert "--defaults" in ran.err
    assert "region_en, code, alias" in ran.err


def test_without_copier_the_extra_is_named(
    run: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "copier", None)
    ran = run("new-policy", str(tmp_path / "policy"), "--defaults")

    assert ran.status == 2
    assert "innov-consortium[author]" in ran.err


# --- the questions --------------------------------------------------------------------------------

REFUSED = [
    *(("region", value) for value in ("甲", "甲" * 16, 'a"', "甲市\n", "《甲市》", "{{ x }}")),
    *(("region_en", value) for value in ("J", "J" * 21, 'Ji"', "Ji*a", "$HOME")),
    *(("code", value) for value in ("99020", "9902000", "090200", "99020x", "\uff19" * 6)),
    *(("alias", value) for value in ("CN", "CN-", "cn-ex", "CN-EXAMPLE12", "C-EX")),
    *(("title", value) for value in ("办法", "办" * 31, "办法（征求意见稿）", "《甲市办法》")),
    *(("title_en", value) for value in ("Act", "A" * 81, 'An "Act"', "An `Act`", "A|Act")),
    *(("status", value) for value in ("", "Draft")),
    *(("body", value) for value in ("局", "局" * 21, "Bureau")),
    *(("body_short", value) for value in ("局", "局" * 13)),
    *(("lead", value) for value in ("头", "头" * 9, "成员单位")),
    *(("member", value) for value in ("方", "方" * 9, "牵头单位")),
    *(("min_members", value) for value in ("1", "100", "-2", "2.5", "\uff11\uff10", "")),
    *(("package", value) for value in ("policy", "Innov_a", "innov_consortium", "a_" + "b" * 39)),
    *(("package", value) for value in ("a-b", "1_a", "a__b", "a.b", "../a_b", "")),
]


@pytest.mark.parametrize(("name", "value"), REFUSED)
def test_an_answer_beyond_its_bounds_is_refused_in_both_languages(name: str, value: str) -> None:
    with pytest.raises(InvalidInputError) as raised:
        given_answers([f"{name}={value}"], QUESTIONS, defaults=True)

    (fault,) = raised.value.faults
    assert fault.path in (name, "member")  # the word for members must not be that for the lead
    assert re.search(r"[一-龥]", fault.zh)
    assert re.fullmatch(r".*(must be|is none of|is no whole number).*", fault.en, re.DOTALL)


def test_each_answer_is_refused_somewhere() -> None:
    assert {name for name, _ in REFUSED} == set(QUESTIONS)


@pytest.mark.parametrize("answers", BOUNDS.values(), ids=BOUNDS)
def test_answers_at_their_bounds_will_do(answers: dict[str, str]) -> None:
    given = ["=".join(item) for item in answers.items()]

    assert list(given_answers(given, QUESTIONS, defaults=True)) == list(answers)


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_question_is_in_both_languages(name: str) -> None:
    zh, slash, en = QUESTIONS[name]["help"].partition(" / ")

    assert (bool(re.search(r"[一-龥]", zh)), slash) == (True, " / ")
    assert re.search(r"[a-z]{3}", en)


def test_no_tool_takes_the_template_for_code() -> None:
    """Every file of it ends in .jinja, so that nothing collects, checks or compiles it."""
    there = [p for p in (TEMPLATE / "package").rglob("*") if p.is_file()]

    assert len(there) > 25
    assert {p.suffix for p in there} == {".jinja"}
