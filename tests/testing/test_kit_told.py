"""The kit as its users meet it: the page, the command, the installed tests, editions."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from attrs import evolve
from tests.testing.small_package import FILES, brought, edited

from innov_consortium.cli import main
from innov_consortium.core.policy import Policy
from innov_consortium.plugins import Catalogue, catalogue, instead
from innov_consortium.testing import check_editions, check_policy
from innov_consortium.testing.kit import Conformance, as_document, told, told_in_markdown

GLOSSLESS = edited("ledger.tsv", "three members or more,", "")


@pytest.fixture(scope="module")
def failing(tmp_path_factory: pytest.TempPathFactory) -> Conformance:
    with brought(tmp_path_factory.mktemp("failing"), GLOSSLESS) as policy:
        return check_policy(policy, mutants=6, editions=())


def test_the_page_says_what_is_wrong_where_and_what_to_do(failing: Conformance) -> None:
    page = told(failing)
    assert "970000 《虚构市联合体办法》" in page
    assert "不符合" in page
    assert "art1.s1:gloss  ledger.tsv:4" in page
    assert "请在 gloss 一栏写上英文" in page
    assert "✗ art1.s1" in page
    assert "← ledger" in page


def test_the_page_in_english(failing: Conformance) -> None:
    page = told(failing, "en")
    assert "does not conform" in page
    assert "has no gloss; put an English one there" in page


def test_the_page_as_markdown_has_a_row_for_each_provision(failing: Conformance) -> None:
    page = told_in_markdown(failing)
    assert page.startswith("# 970000 《虚构市联合体办法》")
    assert sum(line.startswith(("| ✓ | `", "| ✗ | `")) for line in page.splitlines()) == len(
        [*failing.checks, *failing.lines]
    )


def test_the_document_is_json_and_holds_both_languages(failing: Conformance) -> None:
    document = json.loads(json.dumps(as_document(failing)))
    (ledger,) = [c for c in document["checks"] if c["name"] == "ledger"]
    assert (document["conforms"], ledger["state"]) == (False, "failed")
    (flaw,) = ledger["flaws"]
    assert ("译文" in flaw["zh"], "gloss" in flaw["en"]) == (True, True)


def test_mutants_are_counted_and_the_same_for_a_seed(tmp_path: Path) -> None:
    with brought(tmp_path, FILES) as policy:
        one, other = (check_policy(policy, mutants=9, seed=3, editions=()) for _ in range(2))
    assert one.mutants is not None
    assert (one.mutants.asked, one.mutants) == (9, other.mutants)
    assert one.conforms  # a mutant that survives is told and decides nothing


def test_a_mutant_is_noticed_by_a_page_that_selects_its_policy(tmp_path: Path) -> None:
    with brought(tmp_path, FILES) as policy:
        said = check_policy(policy, mutants="all", editions=())
    assert said.mutants is not None
    left = {flaw.subject for flaw in said.mutants.survivors}
    assert {"number:least:+1", "step:approve:left-out"}.isdisjoint(left)
    assert "concern:enough:attested" in left


def test_an_unknown_number_of_mutants_is_refused(tmp_path: Path) -> None:
    with brought(tmp_path, FILES) as policy, pytest.raises(ValueError, match="mutants"):
        check_policy(policy, mutants="some")


# --- the command ----------------------------------------------------------------------------------


def ran(policy: Policy, *arguments: str) -> int:
    with instead(catalogue().register(policy)):
        return main(["kit", policy.code, "--mutants", "none", *arguments])


def test_the_command_is_0_for_what_conforms(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with brought(tmp_path, FILES) as policy:
        assert ran(policy) == 0
    assert "符合：各项检查均无未说明的问题" in capsys.readouterr().out


@pytest.mark.parametrize("form", ["text", "markdown", "json"])
def test_the_command_is_1_for_what_does_not(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], form: str
) -> None:
    with brought(tmp_path, GLOSSLESS) as policy:
        assert ran(policy, "--format", form) == 1
    assert "art1.s1:gloss" in capsys.readouterr().out


def test_the_command_is_2_where_there_is_no_such_policy(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["kit", "000000"]) == 2
    assert "000000" in capsys.readouterr().err


def test_a_plugin_that_was_refused_is_told_of_by_its_name(
    capsys: pytest.CaptureFixture[str],
) -> None:
    class Broken:
        pass

    with instead(Catalogue().with_plugin(Broken(), "broken")):
        assert main(["kit", "broken"]) == 1
    assert "broken" in capsys.readouterr().err


# --- editions -------------------------------------------------------------------------------------


def published(policy: Policy, day: date) -> Policy:
    return policy.supposing_published(day)


def test_editions_that_overlap_are_told_with_the_day(tmp_path: Path) -> None:
    with brought(tmp_path, FILES) as policy:
        first, second = (published(policy, date(y, 1, 5)) for y in (2025, 2026))
        (found,) = check_editions([second, first])
    assert "overlap" in found.subject
    assert "2026-01-05" in found.zh


def test_two_regions_of_one_name_are_told(tmp_path: Path) -> None:
    with brought(tmp_path, FILES) as policy:
        instrument = evolve(policy.instrument, jurisdiction="970001")
        other = evolve(policy, code="970001", instrument=instrument)
        (found,) = check_editions([policy, other])
    assert found.subject == "CN-NW:alias"


def test_one_edition_alone_has_nothing_to_overlap_with(tmp_path: Path) -> None:
    with brought(tmp_path, FILES) as policy:
        assert check_editions([policy]) == ()


# --- installed ------------------------------------------------------------------------------------


def test_pytest_runs_the_installed_tests_with_a_test_for_each_check_and_provision(
    tmp_path: Path,
) -> None:
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--collect-only"]
    command += ["--pyargs", "innov_consortium.testing.installed", "--policy", "350200"]
    done = subprocess.run(  # noqa: S603 - our own interpreter
        command, capture_output=True, text=True, check=True, cwd=tmp_path
    )
    law = catalogue().select("350200")
    lines = done.stdout.splitlines()
    assert any(line.endswith("test_check[ledger]") for line in lines)
    assert sum("test_provision[" in line for line in lines) == len(law.ledger)
