"""What several threads come to that use one fresh policy at once: run in a process of its own.

``python -m tests.architecture.together THREADS`` prints, as JSON, for each thread the SHA-256 of
every document and text it made, by name. In a fresh process all that is made on first use — plans,
converters, catalogues, templates — is made while the threads get in each other's way.
"""

from __future__ import annotations

import json
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from hashlib import sha256
from typing import Any

from tests.architecture.faulty import faulty
from tests.architecture.uses import (
    DAY,
    IN_FULL,
    Texts,
    texts,
    uses_of_a_case,
    uses_of_a_day,
)
from tests.architecture.uses_of_documents import uses_of_a_receipt, uses_of_schemas

from innov_consortium import interchange, rendering
from innov_consortium.core.policy import Policy
from innov_consortium.errors import InvalidInputError
from innov_consortium.policies.tianjin import TIANJIN

__all__ = ["at_once", "tasks"]

_Task = Callable[[], Iterator[tuple[str, Any]]]


def tasks(policy: Policy, given: Texts) -> list[_Task]:
    """Return what every thread does, each beginning with another of them."""

    def of_case(name: str) -> _Task:
        return lambda: uses_of_a_case(policy, name, given.cases[name], briefly=True)

    def of_history(name: str, day: date) -> _Task:
        def use() -> Iterator[tuple[str, Any]]:
            dossier = interchange.load_dossier(given.histories[name], policy)
            yield from uses_of_a_day(policy, name, dossier, day)

        return use

    def hinging() -> Iterator[tuple[str, Any]]:
        case = interchange.load_case(given.cases[IN_FULL])
        hinged = policy.hinges(policy.check("admissibility", case, on=DAY))
        yield "hinges", interchange.dumps(interchange.unstructure_hinges(hinged))
        for locale in rendering.LOCALES:
            report = hinged.report
            yield f"hinges/{locale}", rendering.render(report, locale, hinges=hinged, details=True)
            yield f"hinges/{locale}/html", rendering.render_html(report, locale, hinges=hinged)

    def sealing() -> Iterator[tuple[str, Any]]:
        case = interchange.load_case(given.cases[IN_FULL])
        yield from uses_of_a_receipt("sealed", policy.check("formation", case, on=DAY), case)

    def refusing() -> Iterator[tuple[str, Any]]:
        for n, wrong in enumerate(faulty(json.loads(given.cases[IN_FULL]))):
            try:
                interchange.load_case(wrong)
            except InvalidInputError as error:
                yield f"refused[{n}]", str(error)

    one, other = given.histories
    return [
        of_case(IN_FULL),
        of_history(one, date(2027, 6, 1)),
        hinging,
        of_history(other, date(2029, 12, 11)),
        lambda: uses_of_schemas(policy),
        sealing,
        refusing,
        of_case("examples/one-participant-short.json"),
        of_case("examples/special-case.json"),
    ]


def at_once(threads: int) -> list[dict[str, str]]:
    """Return what each of several threads came to, by name."""
    given, policy = texts(), TIANJIN.supposing_published(date(2025, 4, 11))
    barrier = threading.Barrier(threads)
    sys.setswitchinterval(1e-5)

    def use(n: int) -> dict[str, str]:
        mine = tasks(policy, given)
        barrier.wait()
        done = [list(task()) for task in (*mine[n:], *mine[:n])]
        made = {name: value for several in done for name, value in several}
        return {
            name: sha256(value.encode()).hexdigest()
            for name, value in sorted(made.items())
            if isinstance(value, str)
        }

    with ThreadPoolExecutor(threads) as pool:
        return list(pool.map(use, range(threads)))


if __name__ == "__main__":
    print(json.dumps(at_once(int(sys.argv[1]))))  # noqa: T201 - it is told so
