"""Modules of a policy: no file, no clock, no chance, no float, nothing altered on the way."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from innov_consortium.testing.kit.looking import Looked, NotRun
from innov_consortium.testing.kit.package import Module
from innov_consortium.testing.kit.subject import Found, Subject

__all__ = ["look_at_modules"]

_IO = frozenset(
    {
        *("asyncio", "concurrent", "http", "io", "locale", "logging", "multiprocessing", "os"),
        *("pathlib", "pickle", "random", "secrets", "shelve", "shutil", "signal", "socket"),
        *("sqlite3", "ssl", "subprocess", "sys", "tempfile", "threading", "time", "urllib"),
        *("uuid", "requests", "httpx", "sqlalchemy", "numpy", "pandas", "polars", "narwhals"),
    }
)
_OF_COLUMNS = ("numpy", "pandas", "polars", "narwhals")
_CLOCKS = frozenset({"today", "now", "utcnow", "fromtimestamp", "time_ns", "monotonic"})
_FILES = frozenset({"open", "print", "input", "exec", "eval", "__import__"})
_READS = frozenset({"read_text", "read_bytes", "write_text", "write_bytes", "open_text"})
_CHANCE = frozenset({"randint", "shuffle", "uuid4", "token_hex", "urandom", "getrandbits"})
#: What of the library a policy builds on.
_OWN = ("innov_consortium.core", "innov_consortium.hooks", "innov_consortium.errors")
_LIBRARY = "innov_consortium"
_ALTERS = frozenset(
    {
        "append",
        "extend",
        "insert",
        "add",
        "update",
        "pop",
        "popitem",
        "clear",
        "setdefault",
        "remove",
    }
)


def look_at_modules(subject: Subject) -> Looked | NotRun:
    """Look at the source of every module of the package."""
    package = subject.package
    if package is None:
        return NotRun("政策不在软件包中", "the policy is in no package")
    found: dict[str, Found] = {}
    for module in package.modules:
        if not module.source:
            continue
        for line, sort, zh, en in _of(module, package.name):
            at = f"{module.short}.py:{line}"
            flaw = Found(f"{module.short}:{sort}", zh, en, at)
            found.setdefault(flaw.subject, flaw)
    return Looked(len(package.modules), list(found.values()))


def _of(module: Module, package: str) -> Iterator[tuple[int, str, str, str]]:
    try:
        tree = module.tree
    except SyntaxError as error:
        yield error.lineno or 1, "syntax", f"语法有误：{error.msg}", f"malformed: {error.msg}"
        return
    yield from _imports(tree, module, package)
    inside = [n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)]
    for node in ast.walk(tree):
        if isinstance(node, ast.expr):
            yield from _expression(node)
    shared = set(_shared(tree))
    for function in inside:
        yield from _function(function, shared)


def _imports(tree: ast.Module, module: Module, package: str) -> Iterator[tuple[int, str, str, str]]:
    for node in ast.walk(tree):
        names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom) and not node.level:
            names = [node.module or ""]
        for name in names:
            top = name.partition(".")[0]
            line = getattr(node, "lineno", 1)
            if top in _IO and not (module.short == "columns" and top in _OF_COLUMNS):
                zh = f"导入了 {name}；政策不读写文件、不看时钟、不用随机数，所需的由参数给出"
                en = f"imports {name}; a policy reads no file, no clock and no chance: take what"
                yield line, f"import_{top}", zh, f"{en} it needs as a parameter"
            elif top == _LIBRARY and not _may_import(name, package):
                zh = f"导入了 {name}；政策只依据 core、hooks、errors，不互相导入"
                en = f"imports {name}; a policy builds on core, hooks and errors only, and on no"
                yield line, f"import_{name}", zh, f"{en} other policy"


def _may_import(name: str, package: str) -> bool:
    return name.startswith((*_OWN, package)) or package.startswith(f"{name}.") or name == _LIBRARY


def _expression(node: ast.expr) -> Iterator[tuple[int, str, str, str]]:
    match node:
        case ast.Constant(value=float() | complex()):
            zh = f"写有小数 {node.value!r}，会有误差；份额用 Fraction，金额用 Decimal"
            en = f"has the float {node.value!r}; use Fraction for shares and Decimal for money"
            yield node.lineno, "float", zh, en
        case ast.Call(func=ast.Name(id="float" | "round" as name)):
            zh, en = f"用了 {name}()，会有误差；请精确计算", f"calls {name}(); compute exactly"
            yield node.lineno, "float", zh, en
        case ast.Call(func=ast.Attribute(attr=name)) if name in _CLOCKS:
            zh, en = f"看了时钟（{name}）；所问之日是参数 day", f"reads a clock ({name}); take day"
            yield node.lineno, "clock", zh, f"{en}, which is a parameter"
        case ast.Call(func=ast.Name(id=name)) if name in _FILES:
            zh, en = f"调用了 {name}()；政策不读写", f"calls {name}(); a policy does no I/O"
            yield node.lineno, "io", zh, en
        case ast.Call(func=ast.Attribute(attr=name)) if name in _CHANCE:
            yield node.lineno, "chance", f"用了随机数（{name}）", f"draws by chance ({name})"
        case ast.BinOp(op=ast.Div(), left=left, right=right) if not _exact(left, right):
            zh = f"用 / 相除（{ast.unparse(node)}），结果会舍入；请用 Fraction，或者交叉相乘"
            en = f"divides ({ast.unparse(node)}), which rounds; use Fraction or multiply across"
            yield node.lineno, "division", zh, en
        case _:
            return


def _exact(left: ast.expr, right: ast.expr) -> bool:
    """Return whether one side of a division is written as a ``Fraction``."""
    return any(
        isinstance(side, ast.Call) and ast.unparse(side.func).endswith("Fraction")
        for side in (left, right)
    )


def _shared(tree: ast.Module) -> Iterator[str]:
    """Yield the names of a module's lists, dicts and sets: state that calls could share."""
    for node in tree.body:
        value = getattr(node, "value", None)
        made = isinstance(value, ast.Call) and ast.unparse(value.func) in (
            *("list", "dict", "set", "defaultdict", "Counter", "deque"),
        )
        if not made and not isinstance(value, ast.List | ast.Dict | ast.Set):
            continue
        targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
        yield from (t.id for t in targets if isinstance(t, ast.Name))


def _function(
    function: ast.FunctionDef | ast.AsyncFunctionDef, shared: set[str]
) -> Iterator[tuple[int, str, str, str]]:
    defaults = [*function.args.defaults, *(d for d in function.args.kw_defaults if d)]
    for default in defaults:
        if isinstance(default, ast.List | ast.Dict | ast.Set):
            zh = f"{function.name} 的参数以可以修改的值为默认；请用 None 或 tuple"
            yield default.lineno, "default", zh, f"{function.name} has a mutable default"
    for node in ast.walk(function):
        if isinstance(node, ast.Global):
            zh = f"{function.name} 修改模块的变量 {'、'.join(node.names)}；事实、规则只由参数得出"
            en = f"{function.name} alters {', '.join(node.names)} of the module; what it says may"
            yield node.lineno, "state", zh, f"{en} rest on its parameters only"
        name = _altered(node)
        if name in shared:
            zh = f"{function.name} 修改模块的 {name}；事实、规则只由参数得出"
            yield (
                getattr(node, "lineno", 1),
                "state",
                zh,
                f"{function.name} alters the module's {name}",
            )
        called = node.func if isinstance(node, ast.Call) else None
        if isinstance(called, ast.Attribute) and called.attr in _READS:
            zh = f"{function.name} 读写文件；文件在模块载入时读一次"
            en = f"{function.name} reads a file; read it once when the module is loaded"
            yield called.lineno, "io", zh, en


def _altered(node: ast.AST) -> str:
    """Return the name of what a piece of source alters in place; empty if nothing."""
    match node:
        case ast.Call(func=ast.Attribute(value=ast.Name(id=name), attr=how)) if how in _ALTERS:
            return name
        case ast.Assign(targets=[ast.Subscript(value=ast.Name(id=name))]):
            return name
        case ast.AugAssign(target=ast.Subscript(value=ast.Name(id=name))):
            return name
        case _:
            return ""
