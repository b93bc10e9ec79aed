"""The page on writing a policy, followed to the letter: what it makes works and conforms."""

from __future__ import annotations

import itertools
import json
import os
import re
import shlex
import subprocess
import sys
import zipfile
from collections.abc import Iterable, Iterator
from fnmatch import fnmatch
from pathlib import Path

import pytest
from attrs import frozen

from innov_consortium.cli import main
from innov_consortium.cli.arguments import make_parser
from innov_consortium.testing.examples import read_examples
from innov_consortium.testing.kit.checks import CHECKS

HOW_TO = Path(__file__).parents[2] / "docs" / "how-to"
PAGE = (HOW_TO / "write-a-policy.md").read_text(encoding="utf-8")
PAGES = ("write-a-policy", "publish-a-policy")
PACKAGE = "innov_policy_ex"

_DIFF = re.compile(r"^(`{3,})diff\n\+\+\+ (\S+)\n(.*?)^\1$", re.MULTILINE | re.DOTALL)
_CHECKS = {check.name for check in CHECKS}
_CONSOLE = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
# --- following the page ---------------------------------------------------------------------------


@frozen
class Edit:
    """A change of a file as the page shows it."""

    file: str
    before: str
    after: str

    def apply(self, folder: Path) -> None:
        """Make it; where it stands has to be one place, and without a place it is the end."""
        path = folder / self.file
        text = path.read_text(encoding="utf-8")
        if self.before:
            assert text.count(self.before) == 1, (self.file, self.before)
            text = text.replace(self.before, self.after)
        else:
            text += self.after
        path.write_text(text, encoding="utf-8")


def edits() -> Iterator[Edit]:
    """Yield every change the page shows, in order."""
    for _, file, shown in _DIFF.findall(PAGE):
        for hunk in shown.split("…\n"):
            lines = hunk.splitlines()
            assert {line[:1] for line in lines} <= {"+", "-", " "}, hunk
            before = "".join(f"{line[1:]}\n" for line in lines if line[0] in " -")
            after = "".join(f"{line[1:]}\n" for line in lines if line[0] in " +")
            yield Edit(file, before, after)


@frozen
class Followed:
    """What the page makes, as if it were installed."""

    folder: Path

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run Python in the folder of the package."""
        paths = (self.folder / "src", self.folder.parent / "installed")
        return subprocess.run(  # noqa: S603 - the package just made, by this Python
            [sys.executable, *arguments],
            cwd=self.folder,
            env={
                **os.environ,
                "PYTEST_ADDOPTS": "",
                "PYTHONPATH": os.pathsep.join(map(str, paths)),
            },
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    def program(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return self.run("-m", "innov_consortium.cli", *arguments)


@pytest.fixture(scope="module")
def followed(tmp_path_factory: pytest.TempPathFactory) -> Followed:
    """The package the page makes, with every change it shows."""
    return follow(tmp_path_factory.mktemp("followed"), edits())


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Followed:
    """The package after the first two steps: the sentence is in the text, and nothing answers."""
    return follow(tmp_path_factory.mktemp("begun"), itertools.islice(edits(), 2))


def follow(around: Path, changes: Iterable[Edit]) -> Followed:
    """Make the package, change it, and lay beside it what an installer writes."""
    folder = around / "shili"
    assert main(["new-policy", str(folder), "--defaults"]) == 0
    for edit in changes:
        edit.apply(folder)
    facts = around / "installed" / f"{PACKAGE}-0.1.0.dist-info"
    facts.mkdir(parents=True)
    name = PACKAGE.replace("_", "-")
    (facts / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 0.1.0\n")
    (facts / "entry_points.txt").write_text(f"[innov_consortium]\n{PACKAGE} = {PACKAGE}\n")
    return Followed(folder)


def test_it_edits_ten_files_in_ten_steps(followed: Followed) -> None:
    """As it says; each is a file of the package."""
    files = {edit.file for edit in edits()}
    assert len(files) == int(re.findall(r"^### (\d+)\. ", PAGE, re.MULTILINE)[-1]) == 10
    assert all((followed.folder / file).is_file() for file in files)


def test_its_own_examples_pass(followed: Followed) -> None:
    """In docstrings and pages; its other test is the kit, see below."""
    ran = followed.run("-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", "src")
    assert ran.returncode == 0, ran.stdout + ran.stderr


@pytest.mark.parametrize("command", ["articles", "cases"])
def test_the_commands_it_ends_with_succeed(followed: Followed, command: str) -> None:
    """On the package, with what the page added; of the kit, see below."""
    (line,) = [line for line in commands("write-a-policy")[-12:] if line.split()[1:2] == [command]][
        -1:
    ]
    ran = followed.program(*shlex.split(line)[1:])
    assert ran.returncode == 0, ran.stdout + ran.stderr


def test_what_the_kit_says_on_the_way_is_shown(begun: Followed) -> None:
    """After the second step, every line of it, in order."""
    shown = re.findall(r"^```text\n(  ✗.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)[0]
    printed = begun.program("kit", "990200", "--mutants", "none").stdout.splitlines()
    failed = [line for line in printed if line.startswith("  ✗ ") and line.split()[1] in _CHECKS]
    rest = iter(printed)

    assert [line for line in shown.splitlines() if line not in rest] == []
    assert [line for line in shown.splitlines() if line.startswith("  ✗ ")] == failed


def test_what_the_kit_says_at_the_end_is_shown(followed: Followed) -> None:
    """It conforms; the line of the sentence, and that no mutant survives."""
    shown = re.findall(r"^```text\n(  ✓.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)[0]
    ran = followed.program("kit", "990200")

    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert [line for line in shown.splitlines() if line not in ran.stdout.splitlines()] == []
    assert "未被察觉 0 处" in shown


def test_every_check_of_the_kit_is_listed() -> None:
    """By its name, with what it asks, in order."""
    rows = re.findall(r"^\| `(\w+)` \| ([^|`]+) \|$", PAGE.partition("## 六、")[2], re.MULTILINE)
    assert rows == [(check.name, check.zh) for check in CHECKS]


def test_the_wheel_has_what_the_page_on_publishing_lists(followed: Followed) -> None:
    """Built as the package says; nothing of what is listed is missing."""
    pytest.importorskip("hatchling")
    built = followed.run("-m", "hatchling", "build", "-t", "wheel", "-d", "dist")
    assert built.returncode == 0, built.stdout + built.stderr
    (wheel,) = (followed.folder / "dist").glob("*.whl")
    there = zipfile.ZipFile(wheel).namelist()
    page = (HOW_TO / "publish-a-policy.md").read_text(encoding="utf-8")
    listed = re.findall(r"^\| `(innov_policy_ex[^`]+)` \|", page, re.MULTILINE)

    assert wheel.name in page
    assert len(listed) == 9
    assert [name for name in listed if not any(fnmatch(one, name) for one in there)] == []


def test_the_new_sentence_is_in_the_report(followed: Followed) -> None:
    """In words, in both languages."""
    for lang, said in (
        ("zh_CN", "成员单位中企业 5 家；不少于 2 家。"),
        ("en", "Members that are enterprises: 5; no fewer than 2."),
    ):
        asked = ("--policy", "990200", "--on", "2026-03-20", "--suppose-published", "2026-01-01")
        ran = followed.program("check", "examples/case.json", *asked, "--lang", lang)
        assert ran.returncode == 0, ran.stdout + ran.stderr
        assert said in ran.stdout


def test_its_examples_stand_below_at_and_above(followed: Followed) -> None:
    """Of the figure added."""
    text = (followed.folder / "src" / PACKAGE / "examples.jsonl").read_text(encoding="utf-8")
    rows = [row for row in read_examples(text) if "art2.s2" in row.about]
    counted = []
    for row in rows:
        application = row.document["case"]["application"]
        units = [application["lead"], *application["participants"]]
        kinds = [unit["kind"] for unit in units]
        counted.append((kinds.count("enterprise"), row.document["expect"]["outcomes"]["art2.s2"]))
    assert counted == [(1, "not_met"), (2, "met"), (3, "met")]


def test_the_files_it_lists_are_those_there_are(followed: Followed) -> None:
    """In the folder of the package, and each once."""
    table = PAGE.partition("## 二、")[2].partition("## 三、")[0]
    listed = [
        name.rstrip("/")
        for cell in re.findall(r"^\| (`.*?) \|", table, re.MULTILINE)
        for name in re.findall(r"`([^`]+)`", cell)
    ]
    there = {p.name for p in (followed.folder / "src" / PACKAGE).iterdir()}
    assert sorted({*listed, "py.typed"}) == sorted(there - {"__pycache__"})


# --- what pages say of the program ----------------------------------------------------------------


def commands(page: str) -> list[str]:
    """Return the commands of the library that a page shows, each on one line."""
    path = HOW_TO / f"{page}.md"
    found = []
    for block in _CONSOLE.findall(path.read_text(encoding="utf-8")):
        joined = block.replace("\\\n", " ")
        found += [line[2:] for line in joined.splitlines() if line.startswith("$ ")]
    return [line for line in found if line.startswith("innov-consortium ")]


@pytest.mark.parametrize("page", PAGES)
def test_the_commands_shown_are_commands(page: str) -> None:
    """With the arguments they take."""
    shown = commands(page)
    assert len(shown) >= 4
    for line in shown:
        make_parser().parse_args(shlex.split(line.partition(" #")[0])[1:])


def test_an_example_is_one_line_of_json() -> None:
    """So that it can be copied as it stands."""
    rows = [e.after for e in edits() if e.file.endswith("examples.jsonl")]
    assert [len(json.loads(line)) for text in rows for line in text.splitlines()] == [7] * 3
