"""Readings: options, letters, defaults, and settling them otherwise."""

from __future__ import annotations

import pickle

import pytest

from innov_consortium.core.policy import Policy
from innov_consortium.core.readings import Choice, Reading, choose, question
from innov_consortium.errors import FaultKind, InvalidInputError


class Size(Reading):
    """多大？"""

    SMALL = ("a", "小", "small")
    VERY_LARGE = ("b", "很大", "very large")


class Colour(Reading):
    """何色？"""

    RED = ("a", "红", "red")
    BLUE = ("b", "蓝", "blue")


def asked(name: str, options: type[Reading], default: Reading) -> Choice:
    return question(
        name,
        options,
        default=default,
        entry="X01",
        provisions=("art1.s1",),
        reason="惯例",
        reason_en="custom",
    )


CHOICES = (asked("size", Size, Size.SMALL), asked("colour", Colour, Colour.RED))


def faults(**changes: Reading | str) -> list[tuple[str, str]]:
    with pytest.raises(InvalidInputError) as caught:
        choose(CHOICES, changes)
    return [(f.path, f.en) for f in caught.value.faults]


def test_an_option_has_a_name_a_letter_and_two_wordings() -> None:
    """All four are read from the member."""
    one = Size.VERY_LARGE
    assert (one.option, one.letter, one.zh, one.en) == ("very_large", "b", "很大", "very large")


def test_a_question_is_settled_by_its_default() -> None:
    """Nobody official has settled it."""
    one = CHOICES[0]
    assert (one.name, one.option, one.is_default, one.official) == ("size", Size.SMALL, True, "")
    assert one.question.provisions == ("art1.s1",)


@pytest.mark.parametrize("chosen", [Size.VERY_LARGE, "very_large", "b"])
def test_an_option_is_chosen_by_itself_its_name_or_its_letter(chosen: Reading | str) -> None:
    """The others stay as they are, in the same order."""
    first, second = choose(CHOICES, {"size": chosen})
    assert (first.option, first.is_default, second) == (Size.VERY_LARGE, False, CHOICES[1])


def test_who_settled_a_question_is_kept() -> None:
    """Only for the question settled."""
    settled = choose(CHOICES, {"colour": "b"}, official="某机关")
    assert [c.official for c in settled] == ["", "某机关"]


def test_choosing_nothing_changes_nothing() -> None:
    """An iterator of choices is as good as a tuple."""
    assert choose(iter(CHOICES), {}) == CHOICES


def test_an_unknown_question_is_refused_with_what_may_have_been_meant() -> None:
    """Every one of them at once."""
    assert faults(sise="a", zzz="a") == [
        ("readings.sise", "there is no reading 'sise'; did you mean 'size'?"),
        ("readings.zzz", "there is no reading 'zzz'"),
    ]


@pytest.mark.parametrize("chosen", ["SMALL", "c", "", "red"])
def test_an_unknown_option_is_refused_with_those_there_are(chosen: str) -> None:
    """Names are written in lower case; another question's option is none of this one's."""
    assert faults(size=chosen) == [
        ("readings.size", f"has no option {chosen!r}; there are a=small, b=very_large")
    ]


def test_another_questions_member_is_refused() -> None:
    """Two enums with the same letter are not mixed up."""
    assert faults(size=Colour.BLUE) == [
        ("readings.size", "has no option 'Colour.BLUE'; there are a=small, b=very_large")
    ]


def test_every_wrong_option_is_named_at_once() -> None:
    """All faults of one input together, unknown questions among them."""
    assert [path for path, _ in faults(size="x", colour="y", zzz="z")] == [
        "readings.size",
        "readings.colour",
        "readings.zzz",
    ]


def test_a_question_is_named_once() -> None:
    """By its name or by its entry; the last one does not silently win."""
    entry = CHOICES[0].question.entry
    with pytest.raises(InvalidInputError) as caught:
        choose(CHOICES[:1], {entry: "b", "size": "a"})

    assert [(f.kind, f.path, f.en) for f in caught.value.faults] == [
        (
            FaultKind.DUPLICATE,
            "readings.size",
            f"size and {entry} are one and the same reading; keep one",
        )
    ]


def test_choices_are_values(toy: Policy) -> None:
    """Hashable, equal after pickling, frozen."""
    one = toy.readings[0]
    assert pickle.loads(pickle.dumps(one)) == one  # noqa: S301 - our own bytes
    assert hash(one) == hash(toy.readings[0])
    with pytest.raises(AttributeError):
        one.official = "某机关"  # type: ignore[misc]


def test_a_name_that_cannot_be_shown() -> None:
    """What is repeated of a name is visible and short, in the path as well."""
    with pytest.raises(InvalidInputError) as refused:
        choose(CHOICES, {"津\u202e" + "x" * 10_000: "a"})
    (fault,) = refused.value.faults

    assert fault.path.startswith(r"readings['津\u202exx")
    assert max(map(len, (fault.path, fault.zh, fault.en))) < 120
