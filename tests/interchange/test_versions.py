"""Every version of every stored document can be read, and no shape changes without a new one."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from typing import Any

import pytest
from tests.conftest import DRAFT
from tests.interchange import shapes
from tests.interchange.stored import KEPT, PRINTED, TIANJIN, documents, kept

from innov_consortium import interchange
from innov_consortium.errors import Fault, FaultKind, InvalidInputError
from innov_consortium.interchange import FORMATS, dumps, schema_of, upcast
from innov_consortium.interchange.versions import UPCASTS, present_of

READ_BACK = [name for name, one in FORMATS.items() if one.read_with]
VERSIONS = [(name, n) for name in READ_BACK for n in range(1, FORMATS[name].version + 1)]
PRINTED_VERSIONS = [("report", 1), ("report", 2), ("state", 1), ("state", 2)]
READ: dict[str, Callable[[Any], Any]] = {
    "case": interchange.structure_case,
    "application": interchange.structure_application,
    "history": lambda document: interchange.structure_dossier(document, TIANJIN),
    "event": lambda document: interchange.structure_event(document, TIANJIN),
    "register": interchange.structure_register,
    "record": interchange.structure_record,
    "calendar": interchange.structure_calendar,
    "attestation": interchange.structure_attestation,
    "departure": interchange.structure_departure,
    "special_case": interchange.structure_special_case,
    "listing": interchange.structure_listing,
    "interpretation": interchange.structure_interpretation,
    "numbers": lambda document: interchange.structure_numbers(document, DRAFT),
    "readings": lambda document: interchange.structure_readings(document, DRAFT),
    "reform": lambda document: interchange.structure_reform(document, TIANJIN),
    "report": interchange.structure_report,
    "state": interchange.structure_state,
    "receipt": interchange.structure_receipt,
}
NAMES = [n for n in READ_BACK if n != "receipt"]


def faults_of(act: Callable[[], object]) -> tuple[Fault, ...]:
    with pytest.raises(InvalidInputError) as caught:
        act()
    return caught.value.faults


@pytest.mark.parametrize(("name", "version"), VERSIONS)
def test_every_version_is_kept_and_read(name: str, version: int) -> None:
    """A document of each version there ever was is read as the library wrote it then."""
    document = kept(name, version)

    assert document["schema"] == schema_of(name, version)
    assert READ[name](document) is not None


@pytest.mark.parametrize(("name", "version"), PRINTED_VERSIONS)
def test_what_the_command_line_printed_is_read(name: str, version: int) -> None:
    """With its sentences, its language and what it hinges on."""
    assert READ[name](kept(name, version, PRINTED)) is not None


def test_old_report_says_the_same() -> None:
    """A report of version 1 is that of version 2, but for what it could not tell."""
    old, new = READ["report"](kept("report", 1)), READ["report"](kept("report", 2))
    present = interchange.unstructure_document(new)
    present["library"], present["policy"]["edition"] = None, None

    assert interchange.unstructure_document(old) == present
    assert (old.library, old.policy.edition) == (None, None)


@pytest.mark.parametrize("name", ["comparison", "timeline"])
def test_what_is_not_read_back_is_upcast_as_well(name: str) -> None:
    """To the very shape that is written now."""
    present: Any = upcast(kept(name, 1))

    assert present["schema"] == schema_of(name)
    assert shapes.keys_of(present) == shapes.noted()[schema_of(name)]


@pytest.mark.parametrize(("name", "version"), sorted(UPCASTS))
def test_upcasting_changes_nothing_it_is_given(name: str, version: int) -> None:
    """The document handed in stays as it was, and one of the present version is itself."""
    document = kept(name, version)
    before = copy.deepcopy(document)
    present = upcast(document)

    assert document == before
    assert upcast(present) is present


@pytest.mark.parametrize(("name", "version"), sorted(UPCASTS))
@pytest.mark.parametrize("junk", [None, 3, "x", [], {}, [None], [{"before": 1}], {"policy": 1}])
def test_upcasting_is_content_with_anything(name: str, version: int, junk: object) -> None:
    """What cannot be read is left for whatever structures it to refuse."""
    stated = {"schema": schema_of(name, version)}
    keys = ("policy", "before", "after", "changes", "findings")
    present: Any = upcast({**stated, **dict.fromkeys(keys, junk)})

    assert present["schema"] == schema_of(name)


@pytest.mark.parametrize(
    ("put", "path"),
    [
        ({"library": {"name": "x", "version": "1"}}, "library"),
        ({"policy": {"edition": "x"}}, "policy.edition"),
    ],
)
def test_old_version_has_no_newer_key(put: dict[str, Any], path: str) -> None:
    """Nobody can have written one then."""
    document = {"schema": schema_of("report", 1), **put}
    (fault,) = faults_of(lambda: upcast(document))

    assert (fault.path, fault.kind) == (path, FaultKind.INVALID_VALUE)
    assert "is no key of version 1" in fault.en


@pytest.mark.parametrize("name", READ_BACK)
def test_newer_version_is_refused(name: str) -> None:
    """With what to do about it, and nothing else that may be wrong only because it is newer."""
    schema = f"innov-consortium/{name}/{FORMATS[name].version + 1}"
    (fault,) = faults_of(lambda: READ[name]({"schema": schema, "brand_new": True}))

    assert (fault.path, fault.kind) == ("schema", FaultKind.INVALID_VALUE)
    assert "请更新程序库" in fault.zh
    assert "written by a newer version of the library: update the library" in fault.en


@pytest.mark.parametrize("name", READ_BACK)
def test_another_kind_is_refused(name: str) -> None:
    """With what it is, and what reads it."""
    other = "history" if name != "history" else "case"
    (fault,) = faults_of(lambda: READ[name](kept(other, 1)))

    assert fault.path == "schema"
    assert f"不是{FORMATS[name].zh}；请用 {FORMATS[other].read_with}" in fault.zh
    assert f"this is {FORMATS[other].en}, not {FORMATS[name].en}; use" in fault.en
    assert FORMATS[other].command in fault.en


def test_kind_that_nothing_reads_is_named() -> None:
    """A comparison is only written: nothing is said of how to read it."""
    (fault,) = faults_of(lambda: READ["report"](kept("comparison", 1)))

    assert fault.en.endswith("this is a comparison, not a report")
    assert fault.zh.endswith("这是两份报告的比较，不是报告")


@pytest.mark.parametrize("name", ["report", "state"])
def test_stored_answer_states_its_format(name: str) -> None:
    """Without it nobody can tell the version, and so nothing is read."""
    document = kept(name, FORMATS[name].version)
    del document["schema"]
    (fault,) = faults_of(lambda: READ[name](document))

    assert (fault.path, fault.kind) == ("schema", FaultKind.INVALID_VALUE)
    assert schema_of(name) in fault.en


@pytest.mark.parametrize("name", [n for n in NAMES if n not in ("report", "state")])
def test_what_people_write_need_not_state_its_format(name: str) -> None:
    """It is read as if it stated the present version."""
    document = kept(name, FORMATS[name].version)
    stated = READ[name](document)
    del document["schema"]

    assert READ[name](document) == stated


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("schema", ["innov-consortium/foo/1", "report/1", "", None, 3, ["x"]])
def test_no_such_format(name: str, schema: object) -> None:
    """Whatever else stands under ``schema`` is refused there."""
    document = {**kept(name, FORMATS[name].version), "schema": schema}

    assert [f.path.rpartition(".")[2] for f in faults_of(lambda: READ[name](document))] == [
        "schema"
    ]


@pytest.mark.parametrize("document", [None, 3, "x", [], [{"schema": "x"}], {}, {"schema": 3}])
def test_upcast_leaves_what_states_no_format(document: object) -> None:
    """It is none of its business."""
    assert upcast(document) is document
    assert present_of(document, "case") is document


def test_every_schema_is_that_of_the_table() -> None:
    """The name and the version of a format are told in one place."""
    stated = {n: getattr(interchange, n) for n in interchange.__all__ if n.endswith("_SCHEMA")}
    names = {name: name.removesuffix("_SCHEMA").lower() for name in stated}

    assert stated == {name: schema_of(format_) for name, format_ in names.items()}


def test_every_reader_named_is_there() -> None:
    """What a refusal tells somebody to use exists."""
    readers = {one.read_with for one in FORMATS.values() if one.read_with}

    assert readers <= set(interchange.__all__)


def test_every_old_version_has_a_step() -> None:
    """From each version to the next, and none besides."""
    steps = {(name, n) for name, one in FORMATS.items() for n in range(1, one.version)}

    assert steps == set(UPCASTS)


def test_no_shape_changes_without_a_new_version() -> None:
    """If this fails, raise the version in ``FORMATS``, add the step that makes it of the one before
    to ``UPCASTS``, and note the new shape and document: see ``versions/README.md``.
    """
    known = shapes.noted()

    assert {
        name: shape for name, shape in shapes.shapes().items() if known.get(name) != shape
    } == {}


def test_a_changed_shape_is_seen() -> None:
    """One key more, or one word more, is another shape."""
    report = shapes.noted()[schema_of("report")]
    document = {**kept("timeline", 1), "brand_new": None}

    assert "brand_new" not in json.dumps(report)
    assert ".brand_new" in shapes.keys_of(document)


def test_present_documents_are_those_kept() -> None:
    """What is kept of the present versions has the keys that are written now."""
    for stem, document in documents().items():
        name, more = stem.removesuffix(PRINTED), PRINTED if stem.endswith(PRINTED) else ""
        if FORMATS[name].read_with:
            assert shapes.keys_of(kept(name, FORMATS[name].version, more)) == shapes.keys_of(
                document
            )


def test_kept_documents_are_written_as_text_is() -> None:
    """As ``dumps`` writes it, so that a round trip can be compared to the byte."""
    for path in KEPT.glob("*-*.json"):
        text = path.read_text(encoding="utf-8")

        assert dumps(json.loads(text)) + "\n" == text
