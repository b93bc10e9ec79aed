"""One engine in a process of its own, asked line by line: a command in, a line of JSON out.

A process of its own gives each engine the environment it needs, and memory that is its alone.
``python -m benchmarks.formation17.worker MODULE CLASS``.
"""

from __future__ import annotations

import gc
import importlib
import json
import os
import sys
import time
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from typing import Any

__all__ = ["main"]

_STATUS, _RESET = Path("/proc/self/status"), Path("/proc/self/clear_refs")


def main() -> int:
    """Serve one engine until the input ends; what it prints itself goes to the errors."""
    module, name = sys.argv[1:]
    out = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    engine = getattr(importlib.import_module(f"benchmarks.formation17.peers.{module}"), name)()
    served: dict[str, Callable[..., Any]] = {
        "load": _load,
        "verdicts": _verdicts,
        "time": _time,
        "memory": _memory,
        "stream": _stream,
        "about": _about,
    }
    for line in sys.stdin:
        asked = json.loads(line)
        command = served[asked.pop("command")]
        print(json.dumps(command(engine, **asked)), file=out, flush=True)
    return 0


def _about(engine: Any) -> dict[str, Any]:
    versions = {package: version(package) for package in engine.packages}
    return {
        "name": engine.name,
        "versions": versions,
        "offenders_of": engine.offenders_of,
        "python": sys.version.split()[0],
    }


def _load(engine: Any, applications: str, members: str, cases: str) -> int:
    engine.load(Path(applications), Path(members), Path(cases))
    gc.collect()
    gc.freeze()
    return 0


def _verdicts(engine: Any) -> list[Any]:
    return list(engine.verdicts(engine.run()))


def _time(engine: Any) -> dict[str, float]:
    gc.collect()
    gc.disable()
    start, used = time.perf_counter(), time.process_time()
    found = engine.run()
    wall, cpu = time.perf_counter() - start, time.process_time() - used
    gc.enable()
    del found
    return {"wall": wall, "cpu": cpu}


def _memory(engine: Any) -> dict[str, float]:
    """Run once, and return the peak above what was there before, in megabytes."""
    gc.collect()
    before = _megabytes("VmRSS")
    _RESET.write_text("5")  # the peak begins anew
    found = engine.run()
    peak = _megabytes("VmHWM") - before
    del found
    return {"before": before, "peak": peak}


def _stream(engine: Any, applications: str, members: str, into: str) -> dict[str, float]:
    """Judge what is in files into a file, once."""
    gc.collect()
    before = _megabytes("VmRSS")
    _RESET.write_text("5")
    start, used = time.perf_counter(), time.process_time()
    engine.stream(Path(applications), Path(members), Path(into))
    wall, cpu = time.perf_counter() - start, time.process_time() - used
    return {"wall": wall, "cpu": cpu, "peak": _megabytes("VmHWM") - before}


def _megabytes(name: str) -> float:
    lines = _STATUS.read_text(encoding="ascii").splitlines()
    (line,) = [line for line in lines if line.startswith(f"{name}:")]
    return int(line.split()[1]) / 1024


if __name__ == "__main__":
    sys.exit(main())
