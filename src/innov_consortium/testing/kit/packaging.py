"""The package as it is shipped: typed, announced as a plugin, with every file it reads."""

from __future__ import annotations

import importlib.metadata
import importlib.resources
import tomllib
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

from innov_consortium.hooks import GROUP
from innov_consortium.testing.kit.looking import Looked, NotRun
from innov_consortium.testing.kit.package import Package
from innov_consortium.testing.kit.subject import Found, Subject

__all__ = ["look_at_package"]

_PROJECT = "pyproject.toml"


def look_at_package(subject: Subject) -> Looked | NotRun:
    """Look at the package's files, at its entry point, and at how its project builds it."""
    package = subject.package
    if package is None:
        zh = "政策的规则不在软件包里；请放进一个有 ledger.tsv 的软件包"
        en = "the policy's clauses are in no package; put them into one with a ledger.tsv"
        return Looked(0, [Found("package:missing", zh, en)])
    found = list(_files(package))
    points = _points(package.name)
    project = _project(package)
    announced = _announced(project, package.name) if project else None
    if not points and announced is not True and (project or _installed(package.name)):
        zh = f"没有在入口组 {GROUP} 中声明；请在 {_PROJECT} 写 [project.entry-points.{GROUP}]"
        en = f"it is announced under no entry point of the group {GROUP}; write it in {_PROJECT}"
        found.append(Found("package:entry_point", zh, en, _PROJECT if project else ""))
    if points:
        found += _offers(subject, points)
    if project:
        found += _left_out(project, package)
    noted = bool(points or project)
    zh = "" if noted else "未安装，也没有 pyproject.toml，入口点无从核对"
    en = "" if noted else "neither installed nor in a project: its entry point cannot be seen"
    return Looked(len(found) + 4, found, zh, en)


def _files(package: Package) -> Iterator[Found]:
    around = [f"{package.name}.".split(".")[:n] for n in range(1, package.name.count(".") + 2)]
    typed = any(_resource(".".join(names), "py.typed") for names in around)
    if not typed:
        zh, en = (
            "缺 py.typed，类型检查器会忽略其类型；请补上",
            "py.typed is missing: types are ignored",
        )
        yield Found("py.typed:missing", zh, en, "py.typed")
    for path, zh, en in (
        ("ledger.tsv", "没有条款表", "there is no ledger"),
        ("locale/zh_CN/LC_MESSAGES/policy.po", "没有中文文案", "there are no Chinese words"),
        ("locale/en/LC_MESSAGES/policy.po", "没有英文文案", "there are no English words"),
    ):
        if not package.files.joinpath(path).is_file():
            at = path.rpartition("/")[2]
            yield Found(
                f"{path}:missing", f"缺 {path}：{zh}；请补上", f"{path} is missing: {en}", at
            )


def _resource(package: str, name: str) -> bool:
    return importlib.resources.files(package).joinpath(name).is_file()


def _points(package: str) -> list[importlib.metadata.EntryPoint]:
    points = importlib.metadata.entry_points(group=GROUP)
    return [
        p
        for p in points
        if f"{p.module}.".startswith(f"{package}.") or package.startswith(f"{p.module}.")
    ]


def _offers(subject: Subject, points: list[importlib.metadata.EntryPoint]) -> Iterator[Found]:
    """Yield that no entry point's module answers the hook with this policy."""
    offered: list[tuple[str, str]] = []
    for point in points:
        try:
            answer: Any = getattr(point.load(), "innov_policies", tuple)()
            offered += [(p.code, p.edition) for p in answer]
        except Exception as error:  # noqa: BLE001 - whatever it raises is told
            zh, en = (
                f"入口点 {point.name} 出错：{error}",
                f"the entry point {point.name} fails: {error}",
            )
            yield Found(f"{point.name}:entry_point", zh, en)
            return
    if (subject.policy.code, subject.policy.edition) not in offered:
        zh = "入口点的 innov_policies 没有交出这个政策；请交出它"
        yield Found("package:offered", zh, "innov_policies of its entry point does not offer it")


def _installed(package: str) -> bool:
    """Return whether a distribution says that it holds the package."""
    held = importlib.metadata.packages_distributions()
    return package.partition(".")[0] in held


def _project(package: Package) -> tuple[Path, dict[str, Any]] | None:
    """Return the project a package lies in as source; ``None`` if it lies in none."""
    if not isinstance(package.files, Path):
        return None
    for folder in list(package.files.resolve().parents)[:4]:
        file = folder / _PROJECT
        if file.is_file():
            try:
                return folder, tomllib.loads(file.read_text(encoding="utf-8"))
            except (tomllib.TOMLDecodeError, UnicodeDecodeError):
                return None
    return None


def _announced(project: tuple[Path, dict[str, Any]], package: str) -> bool:
    points = project[1].get("project", {}).get("entry-points", {}).get(GROUP, {})
    return any(str(v).partition(":")[0].startswith(package) for v in points.values())


def _left_out(project: tuple[Path, dict[str, Any]], package: Package) -> Iterator[Found]:
    """Yield the files a build of the project would leave out of the wheel."""
    folder, told = project
    if not isinstance(package.files, Path):
        return
    root = package.files.resolve()
    data = [p for p in sorted(root.rglob("*")) if p.is_file() and _is_shipped(p)]
    build = told.get("tool", {}).get("hatch", {}).get("build", {})
    wheel = build.get("targets", {}).get("wheel", {})
    patterns = [*build.get("exclude", []), *wheel.get("exclude", []), *_ignored(folder)]
    kept = [*build.get("artifacts", []), *wheel.get("artifacts", [])]
    backend = str(told.get("build-system", {}).get("build-backend", ""))
    setuptools = backend.startswith("setuptools") and "package-data" not in str(
        told.get("tool", {}).get("setuptools", {})
    )
    for path in data:
        shown = path.relative_to(root).as_posix()
        below = path.relative_to(folder).as_posix() if path.is_relative_to(folder) else shown
        hit = any(_matches(below, p) for p in patterns) and not any(
            _matches(below, p) for p in kept
        )
        if hit or (setuptools and not shown.endswith(".py")):
            zh = f"{shown} 不会打进安装包；请改 {_PROJECT} 或 .gitignore"
            en = f"{shown} is left out of the wheel; see {_PROJECT} and .gitignore"
            yield Found(f"{shown}:wheel", zh, en, _PROJECT)


def _is_shipped(path: Path) -> bool:
    return (
        path.suffix in (".tsv", ".txt", ".md", ".jsonl", ".po", ".typed") or path.name == "py.typed"
    )


def _ignored(folder: Path) -> list[str]:
    file = folder / ".gitignore"
    if not file.is_file():
        return []
    lines = (line.strip() for line in file.read_text(encoding="utf-8").splitlines())
    return [line for line in lines if line and not line.startswith(("#", "!"))]


def _matches(path: str, pattern: str) -> bool:
    """Return whether a path is meant by a pattern as in ``.gitignore``."""
    plain = pattern.strip("/")
    parts = path.split("/")
    if "/" in plain:
        return fnmatch(path, plain) or fnmatch(path, f"{plain}/*") or path.startswith(f"{plain}/")
    return any(fnmatch(part, plain) for part in parts)
