"""The engines compared, the environments they need, and the processes they run in."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import venv
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from attrs import field, frozen

__all__ = [
    "BATCH",
    "ENGINES",
    "ROOT",
    "SINGLE",
    "WORK",
    "Engine",
    "Running",
    "python_of",
    "started",
]

ROOT = Path(__file__).parents[2]
WORK = ROOT / ".bench" / "formation17"

#: What is installed into each environment beside the project's own.
ENVIRONMENTS = {
    "openfisca": ("openfisca-core", "polars", "attrs"),
    "policyengine": ("policyengine-core", "polars", "attrs"),
    "rules": ("zen-engine", "rule-engine", "json-logic-qubit", "jsonlogic-rs", "business-rules"),
}


@frozen
class Engine:
    """An engine: where it is, what it judges, and in which environment.

    Args:
        module: Its module among the peers.
        name: Its class.
        batch: Whether it judges a population at once, rather than one case after the other.
        environment: The environment it runs in; empty for the project's own.
    """

    module: str
    name: str
    batch: bool
    environment: str = ""


ENGINES = (
    Engine("ours_frames", "OurFrames", batch=True),
    Engine("ours_frames", "OurFramesAtOnce", batch=True),
    Engine("polars_query", "PolarsQuery", batch=True),
    Engine("polars_query", "PolarsTruths", batch=True),
    Engine("numpy_bits", "NumpyBits", batch=True),
    Engine("openfisca_batch", "OpenFisca", batch=True, environment="openfisca"),
    Engine("openfisca_batch", "OpenFiscaLaidOut", batch=True, environment="openfisca"),
    Engine("policyengine_batch", "PolicyEngine", batch=True, environment="policyengine"),
    Engine("policyengine_batch", "PolicyEngineLaidOut", batch=True, environment="policyengine"),
    Engine("ours_single", "OurCheck", batch=False),
    Engine("by_hand", "ByHand", batch=False),
    Engine("zen_single", "ZenDict", batch=False, environment="rules"),
    Engine("zen_single", "ZenJson", batch=False, environment="rules"),
    Engine("rule_engine_single", "RuleEngine", batch=False, environment="rules"),
    Engine("json_logic_single", "JsonLogic", batch=False, environment="rules"),
    Engine("json_logic_single", "JsonLogicRust", batch=False, environment="rules"),
    Engine("business_rules_single", "BusinessRules", batch=False, environment="rules"),
)
BATCH = tuple(engine for engine in ENGINES if engine.batch)
SINGLE = tuple(engine for engine in ENGINES if not engine.batch)


def python_of(environment: str) -> Path:
    """Return the interpreter of an environment, which is made if it is not there."""
    if not environment:
        return Path(sys.executable)
    folder = WORK / "environments" / environment
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    made = folder / "made"
    if not made.exists():
        print(f"making the environment {environment}", file=sys.stderr)
        shutil.rmtree(folder, ignore_errors=True)
        packages = ENVIRONMENTS[environment]
        uv = shutil.which("uv")
        if uv is None:
            venv.create(folder, with_pip=True)
            install = [str(python), "-m", "pip", "install", "--quiet", *packages]
        else:
            venv.create(folder)
            install = [uv, "pip", "install", "--quiet", "--python", str(python), *packages]
        subprocess.run(install, check=True)  # noqa: S603 - the command is made here
        made.touch()
    return python


@frozen(eq=False)
class Running:
    """A process with one engine in it."""

    engine: Engine
    process: subprocess.Popen[str]
    about: dict[str, Any] = field(factory=dict)

    @property
    def name(self) -> str:
        """What it is called in tables."""
        return str(self.about["name"])

    def ask(self, command: str, **given: Any) -> Any:
        """Give a command and return what is answered.

        Raises:
            RuntimeError: The process has ended; what it wrote stands in its errors.
        """
        pipes = self.process.stdin, self.process.stdout
        assert pipes[0] is not None
        assert pipes[1] is not None
        print(json.dumps({"command": command, **given}), file=pipes[0], flush=True)
        line = pipes[1].readline()
        if not line:
            msg = f"{self.engine.name} failed at {command}"
            raise RuntimeError(msg)
        return json.loads(line)


@contextmanager
def started(engine: Engine) -> Iterator[Running]:
    """Start an engine, and end it at the end."""
    command = [python_of(engine.environment), "-m", "benchmarks.formation17.worker"]
    paths = [str(ROOT), *([str(ROOT / "src")] if not engine.environment else [])]
    process = subprocess.Popen(  # noqa: S603 - the command is made here
        [*map(str, command), engine.module, engine.name],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(paths)},
    )
    with process:  # which closes its input, so that it ends, and waits for that
        running = Running(engine, process)
        running.about.update(running.ask("about"))
        yield running
