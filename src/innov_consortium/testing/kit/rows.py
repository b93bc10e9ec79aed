"""Examples in files: of the library's own documents, of the case format, at the bounds of norms."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from innov_consortium.testing.boundaries.completeness import unmatched
from innov_consortium.testing.cases import read_cases
from innov_consortium.testing.kit.looking import Looked, NotRun
from innov_consortium.testing.kit.subject import Found, Subject
from innov_consortium.testing.running import run_cases

__all__ = ["look_at_rows"]

_EXAMPLES, _CASES, _BOUNDS = "examples.jsonl", "cases.jsonl", "boundaries.jsonl"


def look_at_rows(subject: Subject) -> Looked | NotRun:
    """Look at ``examples.jsonl``, and at the other files of cases if there are any."""
    package = subject.package
    if package is None:
        return NotRun("政策不在软件包中", "the policy is in no package")
    found = list(_examples(subject))
    count = len(subject.rows)
    cases = package.text(_CASES)
    if cases is not None:
        results = list(run_cases(read_cases(cases), subject.policy))
        count += len(results)
        found += [_wrong(_CASES, r.id, r.result, r.note, "") for r in results if r.result != "pass"]
    if package.text(_BOUNDS) is not None:
        found += _bounds(subject)
    return Looked(count, found)


def _examples(subject: Subject) -> Iterator[Found]:
    if not subject.rows:
        zh = f"没有 {_EXAMPLES}；请写出若干例子：案例或历史、问题、日期和应有的回答"
        en = f"there is no {_EXAMPLES}: write examples, each a case or a history, a day, an answer"
        yield Found("examples:missing", zh, en, _EXAMPLES)
    twice = [i for i, n in Counter(row.id for row in subject.rows).items() if n > 1]
    for id_ in twice:
        zh, en = f"有两个例子名为 {id_}；请改一个", f"two examples are called {id_}; rename one"
        yield Found(f"{id_}:id", zh, en, _EXAMPLES)
    for row in subject.rows:
        at = f"{_EXAMPLES}:{row.line}"
        if row.error:
            yield _wrong(_EXAMPLES, row.id, "error", row.error, f":{row.line}")
            continue
        result = subject.observed.rows[row.line]
        if result.result != "pass":
            yield _wrong(_EXAMPLES, row.id, result.result, result.note, f":{row.line}", row.about)
        if not str(row.document.get("why", "")).strip():
            zh = f"例子 {row.id} 没有写理由（why）；请写明所据条款"
            yield Found(f"{row.id}:why", zh, f"the example {row.id} gives no reason (why)", at)
        if not row.document.get("expect"):
            zh = f"例子 {row.id} 什么也没有预期，不会失败；请写 expect"
            yield Found(f"{row.id}:expect", zh, f"the example {row.id} expects nothing", at)


def _wrong(
    file: str, id_: str, result: str, note: str, line: str, about: tuple[str, ...] = ()
) -> Found:
    failed = result == "fail"
    zh = "与预期不同" if failed else "不能运行"
    en = "comes out otherwise" if failed else "cannot be run"
    zh, en = f"例子 {id_} {zh}：{note}；请改正", f"the example {id_} {en}: {note}; mend it"
    return Found(f"{id_}:example", zh, en, f"{file}{line}", about)


def _bounds(subject: Subject) -> Iterator[Found]:
    """Yield the bounds without a template, and the templates of no bound."""
    apart = unmatched(subject.policy)
    for bound in apart.missing:
        zh = f"界限 {bound.key} 没有模板；请在 {_BOUNDS} 里补一行，或者写明为何没有"
        en = f"the bound {bound.key} has no template; add a line to {_BOUNDS}, or say why not"
        yield Found(f"{bound.key}:template", zh, en, _BOUNDS)
    for who, key in apart.left_over:
        zh = f"模板 {who} 所指的 {key} 不存在；请改正"
        yield Found(f"{who}:template", zh, f"{who} is for {key}, which is not there", _BOUNDS)
