"""The ledger, the places of provisions, and the values around them."""

from __future__ import annotations

import hashlib
import pickle

import pytest

from innov_consortium.core.policy import Policy
from innov_consortium.core.sources import Disposition, Ledger, Place, Provision
from innov_consortium.errors import MalformedPolicyError

TABLE = (
    "id\ttext\tgloss\tdisposition\twhere\n"
    "art1.h\t第一条\tHeading\tdeclaratory\t\n"
    "art1.s1\t一 句。\tOne sentence.\tclause\tmodule:name\n"
    "art10.s1\t另一句。\tAnother.\tjudgement\tlater\n"
)


@pytest.fixture
def ledger() -> Ledger:
    return Ledger.read(TABLE)


def test_a_ledger_is_read_row_by_row(ledger: Ledger) -> None:
    """Every column has its place; the header is left out."""
    assert ledger["art1.s1"] == Provision(
        "art1.s1", "一 句。", "One sentence.", Disposition.CLAUSE, "module:name"
    )


def test_a_ledger_is_a_mapping_in_the_order_of_the_law(ledger: Ledger) -> None:
    """Iteration, length, membership, rank."""
    assert list(ledger) == ["art1.h", "art1.s1", "art10.s1"]
    assert (len(ledger), "art1.s1" in ledger, "art2" in ledger) == (3, True, False)
    assert [ledger.rank(i) for i in ledger] == [0, 1, 2]


def test_a_provision_that_is_not_there_is_a_key_error(ledger: Ledger) -> None:
    """A mapping says so as mappings do."""
    with pytest.raises(KeyError):
        ledger["art2"]
    with pytest.raises(KeyError):
        ledger.rank("art2")


def test_what_is_below_a_heading_begins_with_it_and_a_dot(ledger: Ledger) -> None:
    """Article 1 does not include article 10; a provision is below itself."""
    assert ledger.under("art1") == ("art1.h", "art1.s1")
    assert ledger.under("art10.s1") == ("art10.s1",)
    assert ledger.under("art2") == ()


def test_white_space_does_not_change_the_text(ledger: Ledger) -> None:
    """What is compared on publication is every other character, in order."""
    assert ledger.text_sha256 == hashlib.sha256("第一条一句。另一句。".encode()).hexdigest()


def test_a_ledger_is_a_value(ledger: Ledger) -> None:
    """Equal by its provisions, hashable, frozen, and the same after pickling."""
    again = pickle.loads(pickle.dumps(ledger))  # noqa: S301 - our own bytes
    assert (again, hash(again), again.rank("art10.s1")) == (ledger, hash(ledger), 2)
    assert ledger != Ledger(ledger.provisions[:2])
    with pytest.raises(AttributeError):
        ledger.provisions = ()  # type: ignore[misc]


def test_an_empty_table_is_an_empty_ledger() -> None:
    """A header alone lists nothing."""
    assert len(Ledger.read("id\ttext\tgloss\tdisposition\twhere\n")) == 0


def test_rows_that_cannot_be_read_are_refused_by_their_lines() -> None:
    """Too few columns, too many, or a disposition nobody knows: all are told at once."""
    rows = (
        "art2.s1\t四列\tfour columns\tclause",
        "art2.s1\t六列\tsix columns\tclause\tx\ty",
        "art2.s1\t五列\tfive columns\tclause\t",
        "art3.s1\t句\tsentence\tmaybe\t",
    )
    with pytest.raises(MalformedPolicyError) as caught:
        Ledger.read("\n".join((TABLE.rstrip("\n"), *rows)) + "\n")
    head, *listed = str(caught.value).split("\n")
    assert head == "条文清单读不出来 / the ledger cannot be read:"
    there = "id, text, gloss, disposition, where"
    known = [one.value for one in Disposition]
    first = TABLE.count("\n") + 1
    faults = [
        (first, f"有 4 列，应为 5 列，以制表符相隔：{there}"),
        (first, f"has 4 columns, not 5, parted by tabs: {there}"),
        (first + 1, f"有 6 列，应为 5 列，以制表符相隔：{there}"),
        (first + 1, f"has 6 columns, not 5, parted by tabs: {there}"),
        (first + 3, f"art3.s1 的 disposition 是 'maybe'，可用：{'、'.join(known)}"),
        (first + 3, f"the disposition of art3.s1 is 'maybe'; there are {', '.join(known)}"),
    ]
    chinese = [f"第 {n} 行：{said}" for n, said in faults[::2]]
    english = [f"line {n}: {said}" for n, said in faults[1::2]]
    assert listed == [f"{zh} / {en}" for zh, en in zip(chinese, english, strict=True)]


def test_a_provision_listed_twice_is_refused_by_name() -> None:
    """Each one that stands twice, once, in order."""
    twice = TABLE + TABLE.partition("\n")[2]
    with pytest.raises(MalformedPolicyError, match=r"twice.*: art1\.h, art1\.s1, art10\.s1"):
        Ledger.read(twice)


@pytest.mark.parametrize(
    ("provision", "expected"),
    [
        ("art5.item3.s2c", Place(5, None, 3, "s2c")),
        ("art11.p2.s1d", Place(11, 2, None, "s1d")),
        ("art11.p2.item4.s1", Place(11, 2, 4, "s1")),
        ("art5", Place(5)),
        ("art5.h", Place(5, None, None, "h")),
        ("doc.title", Place(None)),
        ("ch1", Place(None)),
        ("art5.item3.s2cd", Place(None)),
        ("art5.s1 ", Place(None)),
    ],
)
def test_the_place_of_a_provision(provision: str, expected: Place) -> None:
    """Article, paragraph, item, sentence; what is no article has no place."""
    assert Place.of(provision) == expected


def test_values_of_a_policy_are_frozen(toy: Policy) -> None:
    """Instrument and publication cannot be changed in passing."""
    with pytest.raises(AttributeError):
        toy.instrument.title = "另一办法"  # type: ignore[misc]
    assert toy.publication is not None
    with pytest.raises(AttributeError):
        toy.publication.supposed = False  # type: ignore[misc]
