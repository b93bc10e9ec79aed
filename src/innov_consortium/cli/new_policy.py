"""``innov-consortium new-policy``: the beginning of a region's package, made from a template."""

from __future__ import annotations

import argparse
import importlib.resources
import sys
from pathlib import Path

from innov_consortium.cli.answers import Answers, given_answers, questions_of
from innov_consortium.cli.output import Output
from innov_consortium.cli.sources import refuse
from innov_consortium.interchange.library import LIBRARY_VERSION, UNKNOWN_VERSION
from innov_consortium.rendering import MissingExtraError

__all__ = ["run"]

#: The folder of the template, below the library's package.
_TEMPLATE = ("templates", "policy")

#: What the template is told beside the answers: the version of the library.
_LIBRARY = "library"


def run(given: argparse.Namespace, output: Output) -> int:
    """Write a package into a new folder, and say what to do next.

    What is not given with ``--data`` is asked on the terminal, or taken as the template proposes it
    with ``--defaults``. Nothing is written over, nothing is fetched, and the same answers make the
    same files.

    Raises:
        InvalidInputError: The folder holds something already, an answer cannot be used, or nobody
            is there to be asked.
        MissingExtraError: The extra ``author`` is not installed.
    """
    _require_copier()
    folder = Path(given.folder)
    _require_room(folder)
    template = importlib.resources.files("innov_consortium").joinpath(*_TEMPLATE)
    questions = questions_of(template.joinpath("copier.yml").read_text(encoding="utf-8"))
    answers = given_answers(given.data, questions, defaults=given.defaults)
    unasked = [name for name in questions if name not in answers]
    if unasked and not given.defaults and not sys.stdin.isatty():
        listed = ", ".join(unasked)
        refuse(
            "--data",
            f"标准输入不是终端，无法询问；请写 --defaults，或者用 --data 给出：{listed}",
            f"stdin is no terminal to ask on: give --defaults, or with --data {listed}",
        )
    _copy(str(template), folder, answers, ask=bool(unasked) and not given.defaults)
    _tell(folder, output)
    return 0


def _require_copier() -> None:
    try:
        import copier  # noqa: F401, PLC0415 - of an extra, and slow to load
    except ImportError as error:
        msg = (
            "生成政策包需要 copier：pip install 'innov-consortium[author]'"
            " / new-policy needs copier: pip install 'innov-consortium[author]'"
        )
        raise MissingExtraError(msg) from error


def _require_room(folder: Path) -> None:
    """Raise if anything stands where the package is to be written."""
    if folder.is_dir() and not any(folder.iterdir()):
        return
    if folder.is_dir():
        refuse(str(folder), "文件夹不是空的；不覆盖任何文件", "the folder is not empty")
    if folder.exists() or folder.is_symlink():
        refuse(str(folder), "已有同名的文件", "there is a file of that name")


def _copy(template: str, folder: Path, answers: Answers, *, ask: bool) -> None:
    """Have copier write the package; it asks for what is missing if ``ask``.

    Settings are handed over, so that those in the user's home directory are not read.
    """
    import copier  # noqa: PLC0415 - of an extra, and slow to load
    from copier.errors import CopierAnswersInterrupt, CopierError  # noqa: PLC0415 - the same

    library = "" if LIBRARY_VERSION == UNKNOWN_VERSION else LIBRARY_VERSION
    try:
        copier.run_copy(
            template,
            folder,
            data={**answers, _LIBRARY: library},
            defaults=not ask,
            settings=copier.Settings(),
            quiet=True,
        )
    except CopierAnswersInterrupt:
        refuse(str(folder), "已取消，没有写入任何文件", "cancelled; nothing was written")
    except (CopierError, OSError, ValueError) as error:
        told = str(error) or type(error).__name__
        refuse(str(folder), f"未能生成：{told}", f"could not be made: {told}")


def _tell(folder: Path, output: Output) -> None:
    written = sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())
    package = next(p.split("/")[1] for p in written if p.endswith("/ledger.tsv"))
    if output.as_json:
        output.document({"folder": str(folder), "package": package, "files": written})
        return
    for name in written:
        output.text(name)
    output.say(
        f"已生成 {len(written)} 个文件。下一步：cd {folder}，pip install -e '.[test]'，"
        "sh .ci/run；怎样换成自己的文本，见 README.zh_CN.md",
        f"{len(written)} files written. Next: cd {folder}, pip install -e '.[test]', sh .ci/run;"
        " README.md says how to put in your own text",
    )
