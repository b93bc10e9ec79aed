"""``innov-consortium coverage``: whom to evaluate in which year of a cycle, of many histories.

Exit status: 0 if everybody due has a place in the cycle, 1 if there is a shortfall, 3 if of
somebody it is not known whether experts evaluated it, 4 if the text is no basis on that day. All of
it is told to the authority that evaluates; none of it is a verdict on a consortium.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable

from attrs import evolve

from innov_consortium.cli.output import Output
from innov_consortium.cli.sources import limits_of, policy_of, read, require_one_stdin
from innov_consortium.core.case import Dossier
from innov_consortium.core.coverage import plan_coverage
from innov_consortium.core.cycles import CoveragePlan, Cycle, CycleState, stated_years
from innov_consortium.core.policy import Policy
from innov_consortium.core.sources import ForceInTime
from innov_consortium.errors import Fault, FaultKind, InvalidInputError
from innov_consortium.interchange import Limits, load_dossier, unstructure_coverage
from innov_consortium.rendering import negotiate, render_coverage

__all__ = ["run"]

_CYCLE = "--cycle"


def run(given: argparse.Namespace, output: Output) -> int:
    """Print whom to select now, whom later, and who cannot be covered."""
    locale = negotiate(given.lang)
    require_one_stdin(*given.histories, given.published_text)
    policy = policy_of(given)
    cycle = _cycle(policy, *given.cycle)
    dossiers = _loaded(given.histories, policy, limits_of(given))
    capacity = _capacity(given.capacity, cycle)
    plan = plan_coverage(policy, dossiers, cycle, on=given.on, capacity=capacity)
    if output.as_json:
        output.document(unstructure_coverage(plan))
    else:
        output.text(render_coverage(plan, locale).rstrip("\n"))
    return _status(plan)


def _cycle(policy: Policy, first: int, last: int | None) -> Cycle:
    """Return the cycle asked for; how long it is the text says, or else the last year given."""
    number = stated_years(policy)
    if number is None and last is None:
        zh = f"条文没有写明周期的年数；请一并写明末年，如 {first}-{first + 2}"
        en = f"the text does not say how long a cycle is; give its last year: {first}-{first + 2}"
        raise _unusable(zh, en)
    years = (last or first) - first + 1 if number is None else number.value
    end = first + years - 1
    if last not in (None, end):
        zh = f"按条文周期为 {years} 年，应止于 {end} 年，而不是 {last} 年；可只写首年"
        en = f"by the text a cycle has {years} years and ends in {end}, not in {last}; give {first}"
        raise _unusable(zh, en)
    try:
        return Cycle(first, years)
    except InvalidInputError as error:
        raise error.under(_CYCLE) from None


def _loaded(files: Iterable[str], policy: Policy, limits: Limits) -> list[Dossier]:
    """Return the histories of several files.

    Raises:
        InvalidInputError: Some cannot be used; the faults of all of them, each by its file.
    """
    dossiers: list[Dossier] = []
    faults: list[Fault] = []
    for file in files:
        try:
            dossiers.append(load_dossier(read(file, limits), policy, limits=limits))
        except InvalidInputError as error:
            faults += [_in_file(fault, file) for fault in error.faults]
    if faults:
        raise InvalidInputError(faults)
    return dossiers


def _capacity(given: Iterable[tuple[int | None, int]], cycle: Cycle) -> dict[int, int] | None:
    """Return the capacity of each year; what is given for no year goes for all the others.

    Raises:
        InvalidInputError: One is given twice.
    """
    capacity: dict[int | None, int] = {}
    faults = []
    for year, number in given:
        if year in capacity:
            which = "" if year is None else f"{year}="
            zh, en = f"{which}{number}：重复给出", f"{which}{number}: given before"
            faults.append(Fault(FaultKind.DUPLICATE, "--capacity", zh, en))
        capacity[year] = number
    if faults:
        raise InvalidInputError(faults)
    if not capacity:
        return None
    others = {} if None not in capacity else dict.fromkeys(cycle, capacity[None])
    return {**others, **{year: n for year, n in capacity.items() if year is not None}}


def _status(plan: CoveragePlan) -> int:
    if plan.in_force in (ForceInTime.NOT_YET, ForceInTime.EXPIRED):
        return 4
    if plan.shortfall:
        return 1
    return 3 if plan.at(CycleState.UNKNOWN) else 0


def _in_file(fault: Fault, file: str) -> Fault:
    """Return a fault by its file; one of the file as a whole is that already."""
    return fault if fault.path == file else evolve(fault, path=f"{file}: {fault.path or '$'}")


def _unusable(zh: str, en: str) -> InvalidInputError:
    return InvalidInputError([Fault(FaultKind.INVALID_VALUE, _CYCLE, zh, en)])
