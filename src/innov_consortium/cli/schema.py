"""``innov-consortium schema``: the JSON Schema of a document, or which there are."""

from __future__ import annotations

import argparse
from pathlib import Path

from innov_consortium.cli.assess import require_frames
from innov_consortium.cli.output import Output
from innov_consortium.cli.sources import select
from innov_consortium.core.policy import Policy
from innov_consortium.errors import Fault, FaultKind, InvalidInputError
from innov_consortium.interchange import dumps
from innov_consortium.interchange.schemas import DOCUMENTS, json_schema

__all__ = ["NEUTRAL", "run"]

#: What is written in place of a policy's code for the schema that is no policy's.
NEUTRAL = "none"


def run(given: argparse.Namespace, output: Output) -> int:
    """Print a schema, write all of them to a folder, or list what there is.

    Raises:
        MissingExtraError: The columns of tables are asked for, and the extra ``frames`` is not
            installed.
    """
    if given.frames:
        require_frames()
        from innov_consortium.cli.frames_schema import run as run_  # noqa: PLC0415 - needs an extra

        return run_(given, output)
    if given.into is None and given.name is None:
        return _list(output)
    neutral = given.policy == NEUTRAL
    policy = None if neutral else select(given.policy, on=given.on)
    if given.into is not None:
        return _write(Path(given.into), _named(given.name), policy, output)
    output.document(json_schema(given.name, policy))
    return 0


def _list(output: Output) -> int:
    """List the documents that have a schema, each with what it is."""
    if output.as_json:
        listed = [
            {"name": one.name, "id": one.urn, "zh": one.zh, "en": one.en}
            for one in DOCUMENTS.values()
        ]
        output.document({"schemas": listed})
        return 0
    widest = max(map(len, DOCUMENTS))
    for one in DOCUMENTS.values():
        output.text(f"{one.name:{widest}}  {one.zh if output.chinese else one.en}")
    return 0


def _named(name: str | None) -> list[str]:
    return list(DOCUMENTS) if name is None else [name]


def _write(folder: Path, names: list[str], policy: Policy | None, output: Output) -> int:
    for name in names:
        text = f"{dumps(json_schema(name, policy))}\n"
        file = folder / f"{name}.schema.json"
        try:
            file.write_text(text, encoding="utf-8", newline="\n")
        except OSError as error:
            zh, en = f"写不了 {file}（{error.strerror}）", f"cannot write {file} ({error.strerror})"
            raise InvalidInputError([Fault(FaultKind.INVALID_VALUE, "--into", zh, en)]) from error
    output.say(f"已写入 {folder}：{len(names)} 个", f"written to {folder}: {len(names)}")
    return 0
