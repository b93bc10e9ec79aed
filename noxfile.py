"""Every check of the project by name: ``nox -l`` lists them, ``nox -s NAME`` runs one.

``nox --no-venv -s NAME`` uses the environment it is started from, so that ``uv run nox --no-venv``
needs no second installation.
"""

from __future__ import annotations

import glob
import os
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
