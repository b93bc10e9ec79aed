"""``innov-consortium cases``: run cases of law and refusals of input in the neutral format."""

from __future__ import annotations

import argparse
import json

from innov_consortium.cli.output import Output
from innov_consortium.cli.sources import read, select
from innov_consortium.interchange import Limits
from innov_consortium.testing import read_cases, run_cases

__all__ = ["run"]

#: How large a file of cases may be, one case a line.
_LIMITS = Limits(bytes=100_000_000)


def run(given: argparse.Namespace, output: Output) -> int:
    """Run the cases; one JSON object a line, or one list, and a summary on stderr.

    The exit status is 0 if every case passes, 1 if one fails, 3 if none fails but one is an error.
    """
    policy = select(given.policy, on=given.on)
    text = read(given.file, _LIMITS, option=False).decode("utf-8", errors="replace")
    results = list(run_cases(read_cases(text), policy))
    documents = [r.as_document() for r in results]
    if output.as_json:
        output.document(documents)
    else:
        for document in documents:
            output.text(json.dumps(document, ensure_ascii=False))
    count = {kind: sum(r.result == kind for r in results) for kind in ("pass", "fail", "error")}
    output.say(
        f"通过 {count['pass']}，不符 {count['fail']}，不能运行 {count['error']}",
        f"{count['pass']} passed, {count['fail']} failed, {count['error']} could not be run",
    )
    if count["fail"]:
        return 1
    return 3 if count["error"] else 0
