"""Whether an answer is what a case expects."""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from attrs import frozen

from innov_consortium.testing.cases import vocabulary
from innov_consortium.testing.cases.given import a_text
from innov_consortium.testing.cases.got import Got
from innov_consortium.testing.cases.problems import NoExpectationError, NotUnderstoodError
from innov_consortium.testing.cases.prose import compare_prose
from innov_consortium.testing.cases.wording import plain, tokens

__all__ = ["Verdict", "compare", "expected_of"]

_SUPPOSED = frozenset(
    {
        "supposed",
        "supposing",
        "hypothetical",
        "hypothetically",
        "hypothesis",
        "assumed",
        "assuming",
        "conditional",
        "conditionally",
        "if",
        "published",
    }
)
_SHAPES: dict[str, type[list[Any] | dict[str, Any]]] = {
    "norms": dict,
    "accept_norms": dict,
    "accept_values": dict,
    "values": dict,
    "default_reading": dict,
    "accept": list,
    "alternatives": list,
    "must": list,
    "must_not": list,
}


@frozen
class Verdict:
    """Whether a case is answered as expected.

    Args:
        right: Whether it is.
        got: What was answered to what the case expects.
        notes: Why not, and what is left to a reader.
    """

    right: bool
    got: dict[str, Any]
    notes: tuple[str, ...] = ()


def expected_of(case: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return what a case expects.

    Raises:
        NoExpectationError: It is a form that nobody has filled in, or not the whole of it.
        NotUnderstoodError: There is nothing to compare.
    """
    expect = case.get("expect")
    if not isinstance(expect, Mapping):
        raise NotUnderstoodError(path="expect", value=expect, why="must be an object")
    if not any(expect.get(name) for name in ("answer", "norms", "values", "default_reading")):
        raise NotUnderstoodError(
            path="expect", value=dict(expect), why="there is nothing to compare"
        )
    for name, shape in _SHAPES.items():
        if not isinstance(expect.get(name) or shape(), shape):
            path, why = f"expect.{name}", f"must be a {shape.__name__}"
            raise NotUnderstoodError(path, expect[name], why)
    for name in ("must", "must_not"):
        for sentence in expect.get(name) or []:
            a_text(sentence, f"expect.{name}")
    if blank := _blank(expect):
        raise NoExpectationError(blank)
    return expect


def _blank(expect: Mapping[str, Any]) -> list[str]:
    """Return what is left ``null``: an answer or an outcome, or values if nothing else is said.

    Among other things ``null`` may be what is expected of a value: that there is none.
    """
    norms, values = expect.get("norms") or {}, expect.get("values") or {}
    blank = ["answer"] if "answer" in expect and expect["answer"] is None else []
    blank += [f"norms.{name}" for name, outcome in norms.items() if outcome is None]
    said = {"answer", "norms", "default_reading"} & {k for k, v in expect.items() if v}
    if blank or not said:
        blank += [f"values.{name}" for name, value in values.items() if value is None]
    return blank


def compare(case: Mapping[str, Any], got: Got) -> Verdict:
    """Compare an answer with what a case expects, and with its alternatives only where that fails.

    An alternative is right where the answer rests on another reading than the default one, and that
    reading is one of the case's ambiguity.
    """
    expect = expected_of(case)
    about = _about(case)
    main = _matches(expect, expect, about, got)
    if main.right:
        return main
    otherwise = _otherwise(case, got)
    for alternative in expect.get("alternatives") or [] if otherwise else []:
        merged = {**expect, **alternative}
        for name in ("norms", "values"):
            merged[name] = {**(expect.get(name) or {}), **(alternative.get(name) or {})}
        if _matches(merged, alternative, about, got).right:
            note = (
                f"right under another reading, {', '.join(otherwise)}: {alternative.get('reading')}"
            )
            return Verdict(True, main.got, (note,))  # noqa: FBT003 - the field says what it is
    return main


def _about(case: Mapping[str, Any]) -> tuple[str, ...]:
    article = case.get("article") or []
    return tuple(article) if isinstance(article, list) else (str(article),)


def _otherwise(case: Mapping[str, Any], got: Got) -> list[str]:
    """Return the readings of the case's ambiguity that are not read as the library reads them."""
    entries = case.get("ambiguity") or []
    listed = [entries] if isinstance(entries, str) else entries
    return [
        f"{c.name}={c.option.option}"
        for c in got.report.readings
        if not c.is_default and c.question.entry in listed
    ]


def _matches(
    expect: Mapping[str, Any], own: Mapping[str, Any], about: tuple[str, ...], got: Got
) -> Verdict:
    """Compare with an expectation, ``own`` being the part of it whose accepted codes count."""
    found: dict[str, Any] = {}
    wrong: list[str] = []
    _compare_answer(expect, about, got, found, wrong)
    _compare_norms(expect, own, got, found, wrong)
    _compare_values(expect, own, got, found, wrong)
    to_read = compare_prose(expect, about, got, wrong)
    return Verdict(not wrong, found, (*wrong, *got.left_out, *to_read))


# --- answer ------------------------------------------------------------------------------------


def _compare_answer(
    expect: Mapping[str, Any],
    about: tuple[str, ...],
    got: Got,
    found: dict[str, Any],
    wrong: list[str],
) -> None:
    if expect.get("answer") is None:
        return
    codes = got.answers(about)
    found["answer"] = got.answer or " or ".join(sorted(codes))
    right = [expect["answer"], *(expect.get("accept") or [])]
    if got.because:
        found["because"] = list(got.because)
    if not any(_same_code(str(code), about, got) for code in right):
        wrong.append(f"the answer is {found['answer']}, not {expect['answer']}")


def _same_code(expected: str, about: tuple[str, ...], got: Got) -> bool:
    """Tell whether a code is among those answered; one that says "supposed" needs the mark."""
    if got.says(expected, about):
        return True
    words = tokens(expected)
    rest = words - _SUPPOSED
    codes = got.answers(about)
    return got.supposed and rest != words and any(rest == tokens(code) for code in codes)


# --- norms and values --------------------------------------------------------------------------


def _compare_norms(
    expect: Mapping[str, Any],
    own: Mapping[str, Any],
    got: Got,
    found: dict[str, Any],
    wrong: list[str],
) -> None:
    norms = expect.get("norms") or {}
    accepted = own.get("accept_norms") or {}
    if expect.get("answer") is None:  # then the codes accepted are those of the norms
        accepted = {**dict.fromkeys(norms, own.get("accept") or ()), **accepted}
    outcomes = {provision: got.outcome(provision) for provision in norms}
    if outcomes:
        found["norms"] = outcomes
    for provision, outcome in outcomes.items():
        if outcome not in (norms[provision], *accepted.get(provision, ())):
            wrong.append(f"{provision} is {outcome}, not {norms[provision]}")


def _compare_values(
    expect: Mapping[str, Any],
    own: Mapping[str, Any],
    got: Got,
    found: dict[str, Any],
    wrong: list[str],
) -> None:
    accepted = own.get("accept_values") or {}
    default = expect.get("default_reading") or {}
    if any(not c.is_default for c in got.report.readings):
        default = {}
    wanted = {**(expect.get("values") or {}), **default}
    for name, value in wanted.items():
        answered = got.value(name)
        shown = str(answered) if isinstance(answered, Fraction) else answered
        found.setdefault("values", {})[name] = shown
        right = (value, *accepted.get(name, ()))
        if not any(_same_value(v, answered) or _same_word(name, v, answered) for v in right):
            wrong.append(f"{name} is {shown}, not {value}")


def _same_word(name: str, expected: object, answered: object) -> bool:
    """Tell whether a word stands for what is answered: a state, somebody, a grade or none."""
    if not isinstance(expected, str):
        return False
    said = plain(expected)
    if name == "status":
        return said in vocabulary.STANDINGS.get(str(answered), ())
    if name in ("addressee", "addressed_to"):
        return said in vocabulary.ADDRESSEES.get(str(answered), ())
    if name in ("grade", "operative_grade"):
        same = vocabulary.GRADES.get(said)
        return said in vocabulary.NO_GRADE if answered is None else same == answered
    return False


def _same_value(expected: object, answered: object) -> bool:
    if isinstance(answered, Fraction) and isinstance(expected, str):
        return (
            re.fullmatch(r"\d+/[1-9]\d*", expected) is not None and Fraction(expected) == answered
        )
    return type(expected) is type(answered) and expected == answered
