"""What shows that a schema and structuring agree on a document."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from functools import cached_property
from typing import Any

import jsonschema_rs
from attrs import define
from hypothesis import HealthCheck, settings
from tests.interchange.schema_places import is_beyond
from tests.interchange.test_fuzz import places

from innov_consortium.core.policy import Policy
from innov_consortium.errors import Fault, InvalidInputError
from innov_consortium.interchange.schemas import json_schema

__all__ = ["STRANGE", "Agreement", "examples", "plain", "spots", "trimmed"]

#: No class has more fields; what has more keys is an object of names.
_MOST_FIELDS = 20

#: What is put in the place of every value in turn.
STRANGE: list[Any] = [
    *(None, True, False, 0, 1, -1, 10**17, 10**18, 10000, 1.0, 1.5, [], {}, "", " ", "x", "某 某"),
    *("x ", "\tx", "x\n", "x\u200by", "\u202ex", "\ufeffx", "\xa0x", "x\u3000"),
    *("津" * 200, "津" * 201, "𠮷", "\U000e0041", "2026-02-30", "2026-3-2", "2026-03-02"),
    *("2026-03-02\n", "\uff12026-03-02", "2026-03-02T00:00:00", "1e7", "-1", "1.", ".5"),
    *("1" * 18, "1" * 19, "1.5\n", "\uff11", "+1", "1,000", "1/2", "1/0", "0.001"),
    *("91120116MAXT100176", "91120116MAXT100177", "91120116maxt100176", "9112011\uff16MAXT100176"),
    *("120116", "012345", "12011", "unknown", "vacant", "enterprise", "recognised", "corrected"),
    *(["x"], ["x", "x"], [None], {"id": "91120116MAXT100176"}, {"scheme": "LEI", "value": "1"}),
    *({"scheme": "GB 32100", "value": "91120116MAXT100176"}, {"scheme": "GB 32100", "value": "1"}),
    *(
        {"id": "91120116MAXT100176", "college": None},
        {"name": "某人"},
        {"name": "某人", "id": None},
    ),
    *({"first": None, "last": "2026-01-01"}, {"type": "recognised", "on": "2026-06-01"}),
    *(["2026-10-01", "2026-10-01"], {"x": None}, {"x": "y"}, {"sort": "departure"}),
]


@define(slots=False)
class Agreement:
    """A kind of document, looked at by its schema and by what structures it.

    Args:
        name: Its name.
        structure: What structures it.
        policy: The policy whose it is.
        below: What the paths of faults begin with that stands for the whole document.
    """

    name: str
    structure: Callable[[Any], Any]
    policy: Policy | None = None
    below: str = ""

    @cached_property
    def schema(self) -> dict[str, Any]:
        return json_schema(self.name, self.policy)

    @cached_property
    def validator(self) -> Any:
        return jsonschema_rs.validator_for(self.schema, validate_formats=True)

    @cached_property
    def neutral(self) -> Any:
        """What validates by the schema for any policy."""
        return jsonschema_rs.validator_for(json_schema(self.name), validate_formats=True)

    def faults_of(self, document: Any) -> tuple[Fault, ...]:
        try:
            self.structure(copy.deepcopy(document))
        except InvalidInputError as error:
            return error.faults
        return ()

    def holds(self, document: Any) -> bool:
        """Show that both agree on a document; return whether structuring takes it."""
        faults = self.faults_of(document)
        if not faults:
            assert [error.message for error in self.validator.iter_errors(document)] == []
            assert self.neutral.is_valid(document)
        elif self.validator.is_valid(document):
            told = [f for f in faults if "['…']" not in f.path]  # a strange key is not repeated
            strange = [f for f in told if not is_beyond(f, self.schema, document, self.below)]
            assert [(f.kind.value, f.path, f.en) for f in strange] == []
        return not faults

    def holds_at(self, document: Any, path: tuple[str | int, ...]) -> None:
        """Show that both agree where one value is replaced, left out, misnamed, or repeated."""
        for value in STRANGE:
            self.holds(replaced(document, path, value))
        made = copy.deepcopy(document)
        target = inside(made, path[:-1])
        value = target.pop(path[-1])
        self.holds(made)
        if isinstance(target, dict):
            target[f"{path[-1]}_"] = value
        else:
            target += [value, copy.deepcopy(value)]
        self.holds(made)


def examples(most: int) -> settings:
    """Return settings for so many examples, however long one takes on a busy machine."""
    return settings(max_examples=most, deadline=None, suppress_health_check=list(HealthCheck))


def inside(document: Any, path: tuple[str | int, ...]) -> Any:
    for key in path:
        document = document[key]
    return document


def replaced(document: Any, path: tuple[str | int, ...], value: Any) -> Any:
    made = copy.deepcopy(document)
    inside(made, path[:-1])[path[-1]] = copy.deepcopy(value)
    return made


def trimmed(document: Any) -> Any:
    """Return a document with two items of each list, and four of an object of many names."""
    if isinstance(document, list):
        return [trimmed(item) for item in document[:2]]
    if isinstance(document, dict):
        most = 4 if len(document) > _MOST_FIELDS else _MOST_FIELDS
        return {key: trimmed(value) for key, value in list(document.items())[:most]}
    return document


def spots(document: Any) -> list[tuple[str | int, ...]]:
    """Return one path for each place that is described alike: the first item stands for all."""
    found: dict[tuple[str, ...], tuple[str | int, ...]] = {}
    for path in places(document):
        found.setdefault(tuple("" if type(n) is int else str(n) for n in path), path)
    return list(found.values())


def plain(document: Any) -> bool:
    """Return whether a document is what a JSON text says, in UTF-8."""
    try:
        text = json.dumps(document, ensure_ascii=False, allow_nan=False)
        text.encode()
    except (TypeError, ValueError, RecursionError):
        return False
    return bool(json.loads(text) == document)
