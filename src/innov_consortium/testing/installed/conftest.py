"""A test for each check and for each provision of the policy that is named."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

import pytest

from innov_consortium.core.policy import Policy
from innov_consortium.errors import InvalidInputError
from innov_consortium.selection import editions_of, leaving_out
from innov_consortium.testing.kit import Conformance, check_policy
from innov_consortium.testing.kit.checks import CHECKS
from innov_consortium.testing.kit.gaps import GAPS

_KEY = pytest.StashKey[dict[str, Conformance]]()


def pytest_report_header(config: pytest.Config) -> str:
    """Say how to name the policy, if none is named."""
    if config.getoption("--policy", default=None):
        return ""
    return "innov-consortium: 请用 --policy 指明政策 / name the policy with --policy CODE"


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Leave the tests alone where no policy is named: there is nothing to ask them of."""
    unnamed = not config.getoption("--policy", default=None)
    return True if unnamed and collection_path.name == "test_conformance.py" else None


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Make a test for each check and for each provision."""
    if "check_name" in metafunc.fixturenames:
        names = [*(check.name for check in CHECKS), GAPS]
        _parametrize(metafunc, "check_name", lambda _: names)
    elif "provision" in metafunc.fixturenames:
        _parametrize(metafunc, "provision", lambda policy: policy.ledger)


def _parametrize(
    metafunc: pytest.Metafunc, name: str, of: Callable[[Policy], Iterable[str]]
) -> None:
    """Make a test for each of what an edition has, of each edition; its name says which of two."""
    editions = _editions(metafunc.config)
    tests = [(policy, one) for policy in editions for one in of(policy)]
    alone = len(editions) == 1
    ids = [one if alone else f"{policy.edition}-{one}" for policy, one in tests]
    metafunc.parametrize(
        ("conformance", name), tests, indirect=["conformance"], ids=ids, scope="session"
    )


def _editions(config: pytest.Config) -> tuple[Policy, ...]:
    day = config.getoption("--on")
    try:
        on = None if day is None else date.fromisoformat(day)
    except ValueError as error:
        msg = f"--on: {day!r} 不是 YYYY-MM-DD / is not YYYY-MM-DD"
        raise pytest.UsageError(msg) from error
    try:
        with leaving_out(config.getoption("--without")):
            return editions_of(str(config.getoption("--policy")), on=on)
    except (InvalidInputError, LookupError) as error:
        raise pytest.UsageError(str(error.args[0] if error.args else error)) from error


@pytest.fixture(scope="session")
def conformance(request: pytest.FixtureRequest) -> Conformance:
    """What the kit says of an edition, asked once."""
    config, policy = request.config, request.param
    told = config.stash.setdefault(_KEY, {})
    if policy.edition not in told:
        mutants = str(config.getoption("--mutants"))
        with leaving_out(config.getoption("--without")):
            told[policy.edition] = check_policy(
                policy,
                mutants=int(mutants) if mutants.isdigit() else mutants,
                seed=int(config.getoption("--kit-seed")),
            )
    return told[policy.edition]
