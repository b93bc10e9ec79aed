"""A region of two editions, plugins left out: every command is told which text is meant."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from attrs import frozen
from tests.testing.small_package import FILES, brought

from innov_consortium.core.policy import Policy
from innov_consortium.errors import InvalidInputError, PolicyConflictError, PolicyNotFoundError
from innov_consortium.hooks import hookimpl
from innov_consortium.plugins import Catalogue, catalogue, instead
from innov_consortium.selection import editions_of, leaving_out

Command = Callable[..., Any]

#: The region's editions: to 2030-04-10, and from the day after.
OLD, NEW = "2026-03-02", "2030-04-11"


def files_of(day: str, **replaced: str) -> dict[str, str]:
    """Return the files of an edition whose pages and examples name their own day."""
    on = date.fromisoformat(day)
    files = {name: text.replace('select("CN-NW")', _of(on)) for name, text in FILES.items()}
    for before, after in replaced.items():
        files = {name: text.replace(before, after) for name, text in files.items()}
    return files


def _of(on: date) -> str:
    return f'select("CN-NW", on=date({on.year}, {on.month}, {on.day}))'


#: What the second edition says otherwise.
SECOND = {
    "2030年4月10日": "2034年4月10日",
    "10 April 2030": "10 April 2034",
    "date(2030, 4, 10)": "date(2034, 4, 10)",
    "date(2030, 4, 11)).value": "date(2034, 4, 11)).value",
    "2026-01-05": NEW,
    '"on": "2026-03-02"': '"on": "2030-05-01"',
    "supposing_published(date(2026, 1, 5))": "supposing_published(date(2030, 4, 11))",
    "date(2030, 4, d)": "date(2034, 4, d)",
}


def offering(*policies: Policy) -> Any:
    """Return a plugin that offers them."""

    @hookimpl
    def innov_policies() -> tuple[Policy, ...]:
        return policies

    return SimpleNamespace(innov_policies=innov_policies)


@frozen
class Two:
    """The two editions, as one plugin's and as two plugins'."""

    old: Policy
    new: Policy

    @property
    def together(self) -> Catalogue:
        return Catalogue().with_plugin(offering(self.old, self.new), "nowhere")

    @property
    def apart(self) -> Catalogue:
        one = Catalogue().with_plugin(offering(self.old), "ours")
        return one.with_plugin(offering(self.new), "theirs")

    @property
    def at_once(self) -> Catalogue:
        one = Catalogue().with_plugin(offering(self.old), "ours")
        return one.with_plugin(offering(self.old.with_numbers(least=2)), "theirs")


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Two]:
    folder = tmp_path_factory.mktemp("editions")
    with brought(folder, files_of(OLD)) as old, brought(folder, files_of(NEW, **SECOND)) as new:
        yield Two(
            old.supposing_published(date(2026, 1, 5)), new.supposing_published(date(2030, 4, 11))
        )


LISTINGS = ("ledger", "numbers", "readings", "outline", "articles", "boundaries", "diagram")


@pytest.mark.parametrize("command", LISTINGS)
def test_a_listing_is_of_the_edition_of_the_day(run: Command, two: Two, command: str) -> None:
    """Without a day it says that there are two and picks neither."""
    with instead(two.together):
        unnamed = run(command, "970000")
        told = [run(command, "970000", "--on", day) for day in (OLD, NEW)]
    assert unnamed.status == 2
    assert "'970000'" in unnamed.err
    if command != "boundaries":  # the package brings none
        assert [one.status for one in told] == [0, 0]
    if command in ("ledger", "numbers"):
        assert [("2034" in one.out) for one in told] == [False, True]


def test_cases_and_schema_are_of_the_edition_of_the_day(
    run: Command, two: Two, tmp_path: Path
) -> None:
    """The example of one edition is run under it alone."""
    rows = tmp_path / "rows.jsonl"
    rows.write_text(FILES["examples.jsonl"], "utf-8")
    with instead(two.together):
        unnamed = run("cases", str(rows), "--policy", "CN-NW")
        own = run("cases", str(rows), "--policy", "CN-NW", "--on", OLD)
        schema = run("schema", "case", "--policy", "CN-NW", "--on", NEW)
    assert (unnamed.status, own.status, schema.status) == (2, 0, 0)


def test_the_kit_looks_at_every_edition_of_a_plugin(run: Command, two: Two) -> None:
    """A page for each; with a day, that of the day alone."""
    kit = ("kit", "970000", "--mutants", "none", "--format", "json")
    with instead(two.together):
        both = run(*kit)
        second = run(*kit, "--on", NEW)
        page = run("kit", "970000", "--mutants", "none")
    editions = [one["edition"] for one in both.document]
    assert editions == [two.old.edition, two.new.edition]
    assert second.document["edition"] == two.new.edition
    assert (both.status, second.status) == (0, 0), both.out
    assert page.out.count("《虚构市联合体办法》") >= 2


def test_the_kit_picks_neither_of_two_plugins(run: Command, two: Two) -> None:
    with instead(two.apart):
        told = run("kit", "970000", "--mutants", "none")
        alone = run("kit", "970000", "--mutants", "none", "--without", "theirs", "--format", "json")
    assert (told.status, told.out) == (2, "")
    assert ("ours" in told.err, "theirs" in told.err) == (True, True)
    assert alone.document["edition"] == two.old.edition


def test_a_dispute_is_settled_on_the_command_line(run: Command, two: Two) -> None:
    """By leaving out one or the other."""
    with instead(two.at_once):
        disputed = run("numbers", "970000", "--on", OLD)
        least = {
            plugin: run("numbers", "970000", "--without", plugin, "--format", "json").document
            for plugin in ("ours", "theirs")
        }
        listed = run("policies", "--without", "theirs", "--format", "json").document
    assert disputed.status == 2
    values = {
        plugin: [n["value"] for n in told["numbers"] if n["name"] == "least"]
        for plugin, told in least.items()
    }
    assert values == {"ours": [2], "theirs": [3]}
    assert [o["plugin"] for o in listed["offered"]] == ["ours"]
    assert listed["refused"] == []


def test_check_goes_without_a_plugin(run: Command, two: Two, tmp_path: Path) -> None:
    """The same case is met with two members, and not with the three of the text."""
    row = json.loads(FILES["examples.jsonl"].splitlines()[0])
    case = tmp_path / "two"
    case.write_text(json.dumps(row["case"]), "utf-8")
    asked = ("check", str(case), "--policy", "970000", "--on", OLD)
    with instead(two.at_once):
        told = [run(*asked, *more).status for more in ((), ("--without", "theirs"))]
    assert told == [2, 1]


def test_a_plugin_that_is_not_there_cannot_be_left_out(run: Command, two: Two) -> None:
    """A slip of the pen would otherwise leave in what was to be left out."""
    with instead(two.apart):
        told = run("policies", "--without", "thiers", "--without", "ours")
    assert (told.status, told.out) == (2, "")
    assert "没有名为 'thiers' 的插件" in told.err
    assert "'ours' 的插件" not in told.err


def test_an_installed_plugin_is_left_out_by_its_distribution() -> None:
    """One that offers no policy is known by its entry point."""
    with leaving_out(["innov-consortium"]):
        left = {o.distribution.partition(" ")[0] for o in catalogue().offered}
    assert "innov-consortium" not in left
    assert "innov-consortium" in {o.distribution.partition(" ")[0] for o in catalogue().offered}


def test_editions_of_one_plugin_only(two: Two) -> None:
    with instead(two.together):
        assert editions_of("CN-NW") == (two.old, two.new)
        assert editions_of("CN-NW", on=date(2030, 4, 10)) == (two.old,)
        with pytest.raises(PolicyConflictError):
            editions_of("CN-NW", on=date(2020, 1, 1))
    with instead(two.apart):
        with pytest.raises(PolicyConflictError):
            editions_of("CN-NW")
        with pytest.raises(PolicyNotFoundError):
            editions_of("CN-NX")
        with pytest.raises(InvalidInputError), leaving_out(["CN-NW"]):
            pass
