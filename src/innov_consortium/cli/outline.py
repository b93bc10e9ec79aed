"""``innov-consortium outline``: what a policy is put together from, to be read beside the text."""

from __future__ import annotations

import argparse

import attrs

from innov_consortium.cli.output import Output
from innov_consortium.cli.sources import select
from innov_consortium.testing.outline import outline_of

__all__ = ["run"]


def run(given: argparse.Namespace, output: Output) -> int:
    """List every norm, step, duty, figure and word a policy is made of, a line for each."""
    policy = select(given.code, on=given.on)
    lines = list(outline_of(policy))
    if output.as_json:
        output.document({"policy": policy.code, "lines": [attrs.asdict(line) for line in lines]})
        return 0
    for line in lines:
        output.text(str(line))
    output.say(
        f"共 {len(lines)} 行：所在、是什么、内容、条款、原文（以制表符分隔）",
        f"{len(lines)} lines: place, what, what is said, provision, text (separated by tabs)",
    )
    return 0
