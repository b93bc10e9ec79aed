"""The schemas themselves: sound, of every document, kept as files, and with the provisions."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from tests.interchange.own_events import POLICY
from tests.interchange.schema_places import at

from innov_consortium import catalogue
from innov_consortium.core.text import name_faults
from innov_consortium.errors import InvalidInputError
from innov_consortium.interchange import Limits, dumps, schemas
from innov_consortium.interchange.converter import structure_as
from innov_consortium.interchange.schemas import DOCUMENTS, json_schema
from innov_consortium.interchange.schemas.leaves import BLANK, INVISIBLE, LEAF_OF, LEAVES
from innov_consortium.interchange.schemas.provisions import readers_of
from innov_consortium.interchange.versions import FORMATS
from innov_consortium.policies import tianjin

EXAMPLES = Path(__file__).parents[2] / "examples"
FILES = Path(schemas.__file__).parent
FILES_OF_TIANJIN = Path(tianjin.__file__).parent / "schemas"
TIANJIN = catalogue().select("CN-TJ")
HAN = re.compile(r"[\u3400-\u9fff]")

each = pytest.mark.parametrize("name", DOCUMENTS)


def messages(schema: dict[str, Any], file: Path) -> list[str]:
    document = json.loads(file.read_text(encoding="utf-8"))
    checker = jsonschema.FormatChecker()
    validator = jsonschema.Draft202012Validator(schema, format_checker=checker)
    return [error.message for error in validator.iter_errors(document)]


def pieces(schema: Any, path: str = "#") -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield every object in a schema that is a schema itself, or holds some by name."""
    inner: Iterable[tuple[Any, Any]] = enumerate(schema) if isinstance(schema, list) else ()
    inner = schema.items() if isinstance(schema, dict) else inner
    if isinstance(schema, dict):
        yield path, schema
    for key, value in inner:
        yield from pieces(value, f"{path}/{key}")


# --- soundness ------------------------------------------------------------------------------------


@pytest.mark.parametrize("policy", [None, TIANJIN, POLICY], ids=["any", "tianjin", "own events"])
@each
def test_schemas_are_sound(name: str, policy: Any) -> None:
    """By the metaschema; every reference leads somewhere, and every definition is referred to."""
    schema = json_schema(name, policy)
    jsonschema.Draft202012Validator.check_schema(schema)
    referred = {piece["$ref"] for _, piece in pieces(schema) if "$ref" in piece}

    assert referred == {f"#/$defs/{defined}" for defined in schema["$defs"]}
    assert [
        entry for entry in schema["x-beyond"] if not all(at(schema, p) for p in entry["at"])
    ] == []


@each
def test_whatever_is_named_is_named_in_chinese(name: str) -> None:
    """Titles, and the descriptions of fields; a class says in its own words what it is."""
    told = [
        (path, piece[key])
        for path, piece in pieces(json_schema(name))
        for key in ("title", "description")
        if isinstance(piece.get(key), str) and not HAN.search(piece[key])
    ]
    assert [(p, said) for p, said in told if "/properties/" in p or not said.endswith(".")] == []


def test_every_format_that_is_read_has_a_schema() -> None:
    """Under its name, and of its present version."""
    read = {name: format_.version for name, format_ in FORMATS.items() if format_.read_with}

    assert read.keys() <= DOCUMENTS.keys()
    assert {n: int(DOCUMENTS[n].urn.rpartition(":")[2]) for n in read} == read


def test_leaves_are_those_the_converter_reads() -> None:
    """A value that no leaf takes is refused by the very hook that the table names."""
    for wanted, hook in LEAF_OF.items():
        with pytest.raises(InvalidInputError) as by_hook:
            hook([], wanted)
        with pytest.raises(InvalidInputError) as by_converter:
            structure_as([], wanted)
        assert by_hook.value.faults == by_converter.value.faults
    assert {*LEAF_OF.values()} <= LEAVES.keys()


def test_invisible_characters_are_those_of_the_core() -> None:
    """Of the basic plane, without surrogates and what no version has assigned yet."""
    listed = re.compile(f"[{''.join(INVISIBLE)}]")
    blank = re.compile(f"[{''.join(BLANK)}]")
    for point in range(0x10000):
        c = chr(point)
        assigned = unicodedata.category(c) not in {"Cs", "Cn"}
        unseen = any("invisible" in f.en for f in name_faults("", f"津{c}津")) and assigned
        assert bool(listed.match(c)) is unseen, hex(point)
        assert bool(blank.match(c)) is (unicodedata.category(c) == "Zs"), hex(point)


def test_limits_are_those_given() -> None:
    schema = json_schema("history", limits=Limits(items=7, events=3, members=5))

    assert schema["properties"]["events"]["maxItems"] == 3
    assert schema["properties"]["attestations"]["maxItems"] == 7
    assert schema["$defs"]["application"]["properties"]["participants"]["maxItems"] == 4


def test_a_document_there_is_not() -> None:
    with pytest.raises(InvalidInputError) as caught:
        json_schema("histroy")

    assert "did you mean 'history'" in caught.value.faults[0].en


# --- files and examples ---------------------------------------------------------------------------


@each
def test_the_files_are_the_present_schemas(name: str) -> None:
    """``innov-consortium schema --policy none --into src/innov_consortium/interchange/schemas``."""
    kept = (FILES / f"{name}.schema.json").read_text(encoding="utf-8")

    assert kept == f"{dumps(json_schema(name))}\n"


@pytest.mark.parametrize("name", ["case", "application", "history", "event"])
def test_the_files_of_tianjin_are_the_present_schemas(name: str) -> None:
    """``innov-consortium schema NAME --into src/innov_consortium/policies/tianjin/schemas``."""
    kept = (FILES_OF_TIANJIN / f"{name}.schema.json").read_text(encoding="utf-8")

    assert kept == f"{dumps(json_schema(name, TIANJIN))}\n"
    assert "x-provision" in kept


def test_there_are_no_other_files() -> None:
    kept = {file.name.removesuffix(".schema.json") for file in FILES.glob("*.json")}
    assert kept == DOCUMENTS.keys()


@pytest.mark.parametrize("file", sorted(EXAMPLES.glob("*.json")), ids=lambda file: file.stem)
def test_examples_of_cases(file: Path) -> None:
    assert messages(json_schema("case", TIANJIN), file) == []
    assert messages(json_schema("case"), file) == []


@pytest.mark.parametrize("file", sorted(EXAMPLES.glob("histories/*.json")), ids=lambda f: f.stem)
def test_examples_of_histories(file: Path) -> None:
    assert messages(json_schema("history", TIANJIN), file) == []
    assert messages(json_schema("history"), file) == []


# --- provisions -----------------------------------------------------------------------------------


def marked(name: str) -> dict[str, list[str]]:
    schema = json_schema(name, TIANJIN)
    return {path: piece["x-provision"] for path, piece in pieces(schema) if "x-provision" in piece}


def test_a_field_names_the_provisions_that_read_it() -> None:
    """Where it stands in several places, at the place that is read."""
    case = marked("case")

    assert case["#/$defs/agreement/properties/signed_on"] == ["art5.item5.s2a"]
    assert case["#/$defs/application/properties/lists"] == ["art5.item1.s2c"]
    assert case["#/$defs/accident/properties/grade"] == ["art11.item5"]
    domicile = "#/$defs/application/properties/lead/properties/domicile"
    assert case[domicile][:2] == ["art5.item2.s2a", "art6.item2.s2d"]
    assert "#/$defs/organization/properties/domicile" not in case
    college = "#/$defs/application/properties/participants/items/properties/college"
    assert case[college] == ["art5.item3.s5c"]


def test_an_event_names_those_of_its_sort() -> None:
    """A change by whichever of its events it is told."""
    history = marked("history")

    assert history["#/$defs/publicised/properties/last"] == ["art6.item5.s2c"]
    assert history["#/$defs/project_funded/properties/amount"] == ["art15.s1d"]
    kinds = [p for path, p in history.items() if re.search(r"/change_\w+/properties/kind$", path)]
    assert len(kinds) == 4
    assert all("art12.s1c" in provisions for provisions in kinds)


def test_provisions_are_the_policy_s_in_the_order_of_the_law() -> None:
    rank = {provision: n for n, provision in enumerate(TIANJIN.ledger)}

    assert readers_of(TIANJIN)
    for provisions in readers_of(TIANJIN).values():
        assert [rank[p] for p in provisions] == sorted(rank[p] for p in provisions)


@each
def test_without_a_policy_there_are_none(name: str) -> None:
    assert "x-provision" not in dumps(json_schema(name))


# --- events of a policy ---------------------------------------------------------------------------


def test_an_event_of_some_policy() -> None:
    """Is let through where no policy is named, and must be of a known sort where one is."""
    event = {"type": "district_reviewed", "on": "2026-04-01", "opinion": "recommend"}
    history = {"consortium": "C1", "events": [event]}

    def valid(policy: Any, **changed: Any) -> bool:
        document = {**history, "events": [{**event, **changed}]}
        schema = json_schema("history", policy)
        return jsonschema.Draft202012Validator(schema).is_valid(document)

    assert valid(None)
    assert valid(TIANJIN)
    assert not valid(TIANJIN, opinion="maybe")
    assert valid(None, type="something_else")
    assert not valid(TIANJIN, type="something_else")
    assert not valid(None, on="1 April 2026")
    assert not valid(None, type="recognised")


def test_readings_and_numbers_of_a_policy() -> None:
    """Only its own, each with its own options, of its own type."""
    readings = jsonschema.Draft202012Validator(json_schema("readings", TIANJIN))
    numbers = jsonschema.Draft202012Validator(json_schema("numbers", TIANJIN))

    assert readings.is_valid({"lead_counts": "included", "B05": "a"})
    assert not readings.is_valid({"lead_counts": "perhaps"})
    assert not readings.is_valid({"lead_count": "included"})
    assert numbers.is_valid({"numbers": {"min_participants": {"value": 7}}})
    assert numbers.is_valid({"numbers": {"min_enterprise_share": {"value": "2/3"}}})
    assert not numbers.is_valid({"numbers": {"min_participants": {"value": "7"}}})
    assert not numbers.is_valid({"numbers": {"min_enterprise_share": {"value": "50%"}}})
    assert not numbers.is_valid({"numbers": {"least": {"value": 7}}})
