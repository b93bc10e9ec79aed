"""The public face: every name resolves, nothing is paid for before it is used."""

from __future__ import annotations

import importlib.metadata
import json
import subprocess
import sys

import pytest

import innov_consortium

#: Loaded only by what needs them.
HEAVY = ("cattrs", "babel", "narwhals", "polars", "rich", "innov_consortium.policies")


def loaded_after(statement: str) -> list[str]:
    """Return the heavy modules a fresh interpreter has loaded after a statement."""
    script = (
        f"import json, sys; {statement}; "
        f"print(json.dumps([m for m in {HEAVY!r} if m in sys.modules]))"
    )
    done = subprocess.run(  # noqa: S603 - our own interpreter and text
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    found: list[str] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize("name", innov_consortium.__all__)
def test_every_public_name_resolves(name: str) -> None:
    """To something of that name, and to the same thing each time."""
    value = getattr(innov_consortium, name)
    assert (value.__name__, getattr(innov_consortium, name)) == (name, value)


def test_the_public_names_are_in_order_and_each_has_a_home() -> None:
    """None is listed twice, none is fetched that is not listed."""
    names = innov_consortium.__all__
    assert names == sorted(set(names))
    assert sorted(innov_consortium._HOME) == names


def test_a_name_is_fetched_when_it_is_first_used(monkeypatch: pytest.MonkeyPatch) -> None:
    """And kept."""
    monkeypatch.delitem(vars(innov_consortium), "Register", raising=False)
    fetched = innov_consortium.Register
    assert vars(innov_consortium)["Register"] is fetched


def test_public_names_are_listed_fetched_or_not() -> None:
    """Completion in a shell shows them."""
    listed = dir(innov_consortium)
    assert set(innov_consortium.__all__) <= set(listed)
    assert listed == sorted(set(listed))


def test_the_version_is_that_of_the_distribution() -> None:
    """It is written down once."""
    assert innov_consortium.__version__ == importlib.metadata.version("innov-consortium")


@pytest.mark.parametrize("name", ["Registr", "__nothing__", "tianjin"])
def test_an_unknown_name_is_an_attribute_error(name: str) -> None:
    """As of any module."""
    with pytest.raises(AttributeError) as caught:
        getattr(innov_consortium, name)
    assert str(caught.value) == f"module 'innov_consortium' has no attribute {name!r}"


@pytest.mark.parametrize(
    "statement",
    [
        "import innov_consortium",
        "from innov_consortium import Application, Case, Policy, Report, Register, catalogue",
        "import innov_consortium.hooks",
    ],
)
def test_importing_loads_nothing_heavy(statement: str) -> None:
    """No policy, no serialisation, no locale data, no frames."""
    assert loaded_after(statement) == []


def test_a_catalogue_loads_its_policies_and_no_more() -> None:
    """Checking needs neither serialisation nor locale data."""
    statement = "import innov_consortium; innov_consortium.catalogue()"
    assert loaded_after(statement) == ["innov_consortium.policies"]
