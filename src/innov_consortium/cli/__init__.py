"""The command line: the only place that reads files and prints.

Exit status of a check: 0 answered in the asker's favour, 1 against, 2 unusable input, 3 open, 4 no
basis on that day; of grounds 0 if none is there, 1 if one is; of an audit the same for what
happened; of ``duties`` 1 if one is overdue; of ``coverage`` 1 if somebody has no place; of
``articles`` 1 if a page quotes or shows something else; of ``kit`` 1 if a policy package does not
conform. Of ``verify`` 0 the same, 1 another answer,
3 the same answer for other reasons, 4 if nobody can tell. With
``--format json`` one JSON document goes to stdout and nothing else; messages go to stderr.
"""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Sequence
from importlib import import_module

from innov_consortium.cli.arguments import make_parser
from innov_consortium.cli.output import Output
from innov_consortium.errors import InnovConsortiumError, InvalidInputError
from innov_consortium.selection import leaving_out

__all__ = ["UNUSABLE", "main"]

#: Exit status where the input or the arguments cannot be used.
UNUSABLE = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit status.

    Args:
        arguments: The arguments after the program's name; those of the process if ``None``.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a console that cannot write Chinese
    given = make_parser().parse_args(arguments)
    output = Output(sys.stdout, sys.stderr, lang=given.lang, as_json=given.format == "json")
    try:
        status = _run(given, output)
    except InvalidInputError as error:
        output.faults(error.faults)
        return UNUSABLE
    except (InnovConsortiumError, LookupError) as error:
        output.refuse(str(error.args[0] if error.args else error))
        return UNUSABLE
    except BrokenPipeError:
        sys.stderr.close()
        return UNUSABLE
    return status


def _run(given: argparse.Namespace, output: Output) -> int:
    module, _, name = given.run.partition(":")
    command = import_module(f"innov_consortium.cli.{module}")
    with leaving_out(getattr(given, "without", ())):
        return int(getattr(command, name)(given, output))
