"""Every check of the project by name: ``nox -l`` lists them, ``nox -s NAME`` runs one.

``nox --no-venv -s NAME`` uses the environment it is started from, so that ``uv run nox --no-venv``
needs no second installation.
"""

from __future__ import annotations

import glob
import json
import os
import shutil
import sys
import tempfile
from pathlib import Path

import nox

PYPROJECT = nox.project.load_toml("pyproject.toml")
PYTHONS = nox.project.python_versions(PYPROJECT)

# Under pyenv's shims nox would pass over 3.12 and 3.13 as "not found" and still end with success.
# The environment nox runs in stays in front: with --no-venv its pytest is meant, not pyenv's.
_own = str(Path(sys.executable).parent)
_pyenv = Path(os.environ.get("PYENV_ROOT", "~/.pyenv")).expanduser()
_found = sorted(glob.glob(f"{_pyenv}/versions/3.1[1-9].*/bin"), reverse=True)  # noqa: PTH207  # an absolute pattern
os.environ["PATH"] = os.pathsep.join([_own, *_found, os.environ["PATH"]])
os.environ.setdefault("UV_PYTHON_DOWNLOADS", "never")

nox.needs_version = ">=2025.2.9"
nox.options.default_venv_backend = "uv|virtualenv"
nox.options.error_on_missing_interpreters = bool(os.environ.get("CI"))


def _install(session: nox.Session, *groups: str) -> None:
    """Install the project, editable, with the group `dev` and others; ``--no-venv`` has them."""
    if session.venv_backend == "none":
        return
    session.install("-e", ".", *nox.project.dependency_groups(PYPROJECT, "dev", *groups))


@nox.session(python=PYTHONS)
def tests(session: nox.Session) -> None:
    """Run tests and doctests on every supported Python."""
    _install(session)
    session.run("pytest", *session.posargs)


@nox.session
def typing(session: nox.Session) -> None:
    """Check the types, strictly."""
    _install(session)
    session.run("mypy", *session.posargs)


@nox.session
def lint(session: nox.Session) -> None:
    """Check style, format and the names of the change fragments."""
    _install(session)
    session.run("ruff", "check")
    session.run("ruff", "format", "--check")
    # Silent unless a fragment is misnamed: towncrier fails on it because `ignore` is configured.
    session.run("towncrier", "build", "--draft", "--version", "next", silent=True)


@nox.session
def contracts(session: nox.Session) -> None:
    """Check who may import whom."""
    _install(session)
    session.run("lint-imports", "--no-cache")


@nox.session
def docs_examples(session: nox.Session) -> None:
    """Run every example in the Markdown pages: README, documentation, articles of the law."""
    _install(session)
    pages = [*Path().glob("README*.md"), *Path("docs").rglob("*.md"), *Path("src").rglob("*.md")]
    pages = [page for page in pages if not page.match("docs/law/art*.md")]  # copies, for the site
    with_examples = sorted(str(page) for page in pages if ">>>" in page.read_text(encoding="utf-8"))
    if not with_examples:
        session.error("no page has an example")
    session.run("pytest", *with_examples, *session.posargs)


@nox.session
def docs(session: nox.Session) -> None:
    """Build the site in both languages; warnings, missing English and outside addresses fail."""
    _install(session, "docs")
    session.run("python", "docs/translations.py", "check")
    for language, folder in (("zh_CN", "docs/_build/site"), ("en", "docs/_build/site/en")):
        options = ("-q", "-W", "-E", "-D", f"language={language}")
        doctrees = f"docs/_build/doctrees/{language}"
        session.run("sphinx-build", "-b", "html", *options, "-d", doctrees, "docs", folder)
    session.run("python", "docs/check_site.py", "docs/_build/site")


@nox.session
def coverage(session: nox.Session) -> None:
    """Measure branch coverage; the core and the policies must be covered completely."""
    _install(session)
    session.run("coverage", "run", "-m", "pytest", *session.posargs)
    session.run("coverage", "report")
    for part in ("core", "policies"):
        files = f"--include=src/innov_consortium/{part}/*"
        session.run("coverage", "report", files, "--fail-under=100")


@nox.session
def build(session: nox.Session) -> None:
    """Build sdist and wheel, install the wheel where the source tree is not, and run the law."""
    source = Path.cwd()
    with tempfile.TemporaryDirectory() as folder:
        built, fresh = Path(folder, "dist"), Path(folder, "fresh")
        if session.venv_backend != "none":
            session.install("build")
        # The wheel is made from the sdist, so a file missing there is missed here.
        session.run("python", "-m", "build", "--outdir", str(built), str(source))
        session.run("python", "-m", "venv", str(fresh))
        programs = fresh / ("Scripts" if os.name == "nt" else "bin")
        (wheel,) = built.glob("*.whl")
        with session.chdir(folder):
            session.run(str(programs / "pip"), "install", "--quiet", str(wheel), external=True)
            program = str(programs / "innov-consortium")
            session.run(program, "policies", external=True)
            # The whole law, from what is installed and nothing else.
            for command in ("ledger", "numbers", "readings", "boundaries"):
                session.run(program, command, "CN-TJ", external=True, silent=True)
            session.run(program, "articles", "CN-TJ", external=True)
            for cases in sorted((source / "tests/law").glob("*.jsonl")):
                session.run(
                    *(program, "cases", str(cases), "--policy", "CN-TJ"),
                    external=True,
                    silent=True,
                )


#: Packages as new-policy makes them: as it proposes, and with answers at their bounds.
TEMPLATES = (
    (),
    (
        *("status=draft", "min_members=99", "code=990201", "alias=CN-EX-LONG", "member=各成员单位"),
        *("region=一个名称很长的虚构地区全称甲乙", "region_en=Far-away O'Example"),
        *("title=一个名称很长的虚构地区创新联合体组建与运行管理暂行办法", "body=虚构科学技术局"),
    ),
    (
        *("region=甲市", "region_en=Jia", "code=990202", "alias=CN-J", "title=甲市办法"),
        *("title_en=Acts", "body=市局", "body_short=市局", "lead=链主", "member=各方"),
        *("min_members=2", "package=a_b"),
    ),
)


@nox.session(default=False)
def template(session: nox.Session) -> None:
    """Make policy packages from the wheel, in a fresh environment; their own checks must hold."""
    source = Path.cwd()
    with tempfile.TemporaryDirectory() as folder:
        built, fresh = Path(folder, "dist"), Path(folder, "fresh")
        if session.venv_backend != "none":
            session.install("build")
        session.run("python", "-m", "build", "--outdir", str(built), str(source))
        session.run("python", "-m", "venv", str(fresh))
        programs = fresh / ("Scripts" if os.name == "nt" else "bin")
        pip = (str(programs / "pip"), "install", "--quiet", "--find-links", str(built))
        (wheel,) = built.glob("*.whl")
        session.run(*pip, f"{wheel}[author]", external=True)
        path = os.pathsep.join([str(programs), os.environ["PATH"]])
        for n, answers in enumerate(TEMPLATES):
            made = Path(folder, f"made{n}")
            data = [part for answer in answers for part in ("--data", answer)]
            new = (str(programs / "innov-consortium"), "new-policy", str(made), "--defaults")
            session.run(*new, *data, external=True, silent=True)
            with session.chdir(made):
                session.run(*pip, "--editable", ".[test]", external=True)
                session.run("sh", ".ci/run", env={"PATH": path}, external=True)


#: What is asked under each region: the case, the day, and the statuses that answer it. Of a text
#: whose end nobody has seen the answer may be open.
ASKED = {
    "120000": ("complete.json", "2026-03-02", ("--suppose-published", "2025-04-11"), [0]),
    "350200": ("seen.json", "2026-03-02", (), [0, 3]),
    "990100": ("led-by-a-firm-and-a-hospital.json", "2026-04-30", (), [0]),
    "990200": ("case.json", "2026-03-20", ("--suppose-published", "2026-01-01"), [0]),
}


@nox.session(default=False)
def regions(session: nox.Session) -> None:
    """Install four regions from wheels into one fresh environment; each conforms and answers.

    ``-- --mutants none`` is passed on to the kit; of the largest it always is.
    """
    source = Path.cwd()
    with tempfile.TemporaryDirectory() as folder:
        built, fresh, made = Path(folder, "dist"), Path(folder, "fresh"), Path(folder, "made")
        if session.venv_backend != "none":
            session.install("build", ".[author]")
        toy = source / "examples/policy-shuiyun"
        session.run("python", "-m", "build", "--outdir", str(built), str(source))
        session.run("innov-consortium", "new-policy", str(made), "--defaults", silent=True)
        for package in (toy, made):
            session.run("python", "-m", "build", "--wheel", "--outdir", str(built), str(package))
        cases = [source / "examples/complete.json", *toy.glob("examples/*.json")]
        for case in (*cases, made / "examples/case.json"):
            shutil.copy(case, folder)
        rows = source / "src/innov_consortium/policies/xiamen/examples.jsonl"
        seen = json.loads(rows.read_text(encoding="utf-8").partition("\n")[0])["case"]
        Path(folder, "seen.json").write_text(json.dumps(seen), encoding="utf-8")
        shutil.rmtree(made)  # what is asked from here on comes from the wheels
        _ask_regions(session, Path(folder), sorted(built.glob("*.whl")), fresh)


def _ask_regions(session: nox.Session, folder: Path, wheels: list[Path], fresh: Path) -> None:
    session.run("python", "-m", "venv", str(fresh))
    programs = fresh / ("Scripts" if os.name == "nt" else "bin")
    pip = (str(programs / "pip"), "install", "--quiet", "--find-links", str(wheels[0].parent))
    named = [f"{w}[frames]" if w.name.startswith("innov_consortium-") else str(w) for w in wheels]
    program = str(programs / "innov-consortium")
    env = {"PYTHONPATH": None}
    with session.chdir(folder):
        session.run(*pip, *named, external=True)
        session.run(program, "policies", env=env, external=True)
        listed = session.run(
            *(program, "policies", "--format", "json"), env=env, external=True, silent=True
        )
        found = json.loads(str(listed))
        codes = [one["code"] for one in found["offered"]]
        if codes != list(ASKED) or found["refused"]:
            session.error(f"offered: {codes}; refused: {found['refused']}")
        for code, (case, day, more, statuses) in ASKED.items():
            mutants = ("--mutants", "none") if code == "120000" else session.posargs
            session.run(program, "kit", code, *mutants, env=env, external=True)
            asked = (program, "check", case, "--policy", code, "--on", day, *more)
            session.run(*asked, env=env, external=True, success_codes=statuses)


@nox.session(default=False)
def mutation(session: nox.Session) -> None:
    """Plant errors in the law and in the code, one at a time; the tests must notice 95 % of them.

    ``-- --sample N --seed S`` says how many generic mutants are run and which, ``-- --all`` runs
    every one; the legal ones are all run. ``-- --only PART`` runs those whose ids have a part.
    """
    _install(session, "mutation")
    session.run("python", "-m", "mutation", "gate", *session.posargs)


@nox.session(default=False)
def fuzz(session: nox.Session) -> None:
    """Read what nobody expects, 100,000 inputs, and take what is accepted the whole way.

    ``-- --inputs N --seed S --seconds T`` says how many, which, and for how long at most; a run
    that was broken off goes on. What is found is kept in ``tests/interchange/found/``.
    """
    _install(session)
    session.run("python", "-m", "fuzzing", "run", *session.posargs)


@nox.session(default=False)
def benchmarks(session: nox.Session) -> None:
    """Time the library beside its peers; ``-- --assert`` fails where a promise is not kept."""
    _install(session, "bench")
    for name in (
        "formation",
        "consequences",
        "hinging",
        "importing",
        "replaying",
        "structuring",
    ):
        session.run("python", f"benchmarks/{name}.py", *session.posargs)


@nox.session(default=False)
def benchmarks17(session: nox.Session) -> None:
    """Judge a million applications on every engine, side by side; see benchmarks/README.md.

    ``-- --assert`` fails where a promise is not kept; ``-- --size N --sizes 0`` makes it short.
    """
    _install(session, "bench")
    session.run("python", "-m", "benchmarks.formation17", *session.posargs)


@nox.session(default=False)
def cluster(session: nox.Session) -> None:
    """Spread tables over a local cluster of Dask and one of PySpark; nothing may come out else."""
    _install(session, "cluster")
    env = {"INNOV_CLUSTER": "1"}
    session.run("pytest", "tests/frames/cluster", *session.posargs, env=env)


@nox.session(default=False)
def study(session: nox.Session) -> None:
    """Run the notebooks of examples/studies at the size they are written for: some minutes."""
    _install(session, "study")
    session.run(
        *("pytest", "tests/examples/test_studies.py", *session.posargs),
        env={"INNOV_CONSORTIUM_WHOLE_STUDY": "1"},
    )


@nox.session(default=False)
def planted(session: nox.Session) -> None:
    """Plant every fault in a copy of the made-up region; the conformance kit must find each.

    The tests of the kit are run without the library's own policy, too.
    """
    _install(session)
    session.run(
        *("pytest", "tests/testing/test_planted_faults.py"),
        *("tests/architecture/test_without_the_region.py", *session.posargs),
        env={"INNOV_CONSORTIUM_ALL_FAULTS": "1"},
    )
