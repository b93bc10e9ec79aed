"""Receipts: what is sealed, what never is, and that no byte of one can be altered unnoticed."""

from __future__ import annotations

import copy
import json
import pickle
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from tests.interchange.own_events import POLICY
from tests.interchange.stored import kept
from tests.interchange.strategies import cases, dossiers
from tests.toy_grounds import GROUNDS, LISTS, REPORTED

from innov_consortium import InvalidInputError, catalogue
from innov_consortium.core.attestations import Interpretation
from innov_consortium.core.auditing import audit
from innov_consortium.core.case import Case, Dossier
from innov_consortium.core.policy import Policy
from innov_consortium.interchange import (
    Receipt,
    dumps,
    facts_digest,
    facts_document,
    load_case,
    load_dossier,
    load_receipt,
    receipt_of,
    schema_of,
    structure_case,
    structure_dossier,
    structure_receipt,
    unstructure_case,
    unstructure_receipt,
)
from innov_consortium.interchange.canonical import digest
from innov_consortium.interchange.receipts import require_seal

EXAMPLES = Path(__file__).parents[2] / "examples"
TIANJIN = catalogue().select("CN-TJ").supposing_published(date(2025, 4, 11))
DAY = date(2026, 3, 2)
SHORT = load_case((EXAMPLES / "one-participant-short.json").read_bytes())
INTERPRETER = TIANJIN.interpreting_bodies[0]
TOY = Dossier(history=REPORTED, listings=LISTS)


def made(facts: Case | Dossier, policy: Policy = TIANJIN, inquiry: str = "formation") -> Receipt:
    """Return the receipt of what a policy answers about facts."""
    return receipt_of(policy.check(inquiry, facts, on=DAY), facts)


def toy_receipt() -> Receipt:
    """Return a receipt of grounds, with items, and an answer that alters by itself."""
    on = date(2028, 6, 1)
    return receipt_of(GROUNDS.check("striking_off", TOY, on=on), TOY)


# --- what is sealed -------------------------------------------------------------------------------


def test_a_receipt_says_what_the_report_says() -> None:
    report = TIANJIN.check("formation", SHORT, on=DAY)
    receipt = receipt_of(report, SHORT)

    assert (receipt.answer, receipt.in_force, receipt.marks, receipt.changes_on) == (
        report.answer,
        report.in_force,
        report.marks,
        report.changes_on,
    )
    assert [(f.provision, f.clause, f.outcome) for f in receipt.findings] == [
        (f.provision, f.norm.name, f.outcome) for f in report.findings
    ]
    assert {name: read.option for name, read in receipt.readings.items()} == {
        c.name: c.option.option for c in TIANJIN.readings
    }
    assert receipt.numbers["min_enterprise_share"] == "1/2"
    assert receipt.numbers["max_support"] == "10000000"
    assert receipt.numbers["valid_until"] == "2030-04-10"
    assert len(receipt.numbers) == len(type(TIANJIN.numbers).__attrs_attrs__)
    assert receipt.policy.text_sha256 == TIANJIN.ledger.text_sha256


def test_items_are_sealed_by_their_place() -> None:
    receipt = toy_receipt()
    listed = next(f for f in receipt.findings if f.provision == "art1.item2")

    assert receipt.grounds
    assert [item.path for item in listed.items] == [
        "listings[0]",
        "listings[1]",
        "record.complete_to",
    ]
    assert receipt.changes_on is not None


def test_an_attested_publication_is_sealed_with_where_it_was_published() -> None:
    text = TIANJIN.ledger.enacted_sha256
    policy = catalogue().select("CN-TJ").published(DAY, document="市政府公报", text_sha256=text)
    publication = made(SHORT, policy).policy.publication

    assert publication is not None
    assert (publication.supposed, publication.document, publication.enacted) == (
        False,
        "市政府公报",
        True,
    )


def test_an_official_reading_is_sealed_without_the_body_that_settled_it() -> None:
    word = Interpretation(reading="lead_counts", option="included", by=INTERPRETER, on=DAY)
    receipt = made(evolve(SHORT, interpretations=(word,)))

    assert receipt.readings["lead_counts"].official
    assert receipt.readings["lead_counts"].option == "included"
    assert not receipt.readings["territory"].official
    assert INTERPRETER not in dumps(unstructure_receipt(receipt))


def test_round_trip_hash_and_pickle() -> None:
    for receipt in (made(SHORT), toy_receipt()):
        written = json.loads(dumps(unstructure_receipt(receipt)))
        again = structure_receipt(written)

        assert again == receipt
        assert hash(again) == hash(receipt)
        assert pickle.loads(pickle.dumps(receipt)) == receipt  # noqa: S301 - made here
        assert unstructure_receipt(again) == written


def test_a_report_that_was_pickled_has_a_receipt() -> None:
    report = TIANJIN.check("formation", SHORT, on=DAY)

    assert receipt_of(pickle.loads(pickle.dumps(report)), SHORT) == made(SHORT)  # noqa: S301 - made here


def test_the_facts_must_be_those_of_the_report() -> None:
    report = TIANJIN.check("formation", SHORT, on=DAY)
    complete = load_case((EXAMPLES / "complete.json").read_bytes())
    with pytest.raises(InvalidInputError) as caught:
        receipt_of(report, complete)

    assert [(f.kind.value, f.path) for f in caught.value.faults] == [("inconsistent", "facts")]


def test_an_official_reading_of_other_facts_is_not_sealed() -> None:
    word = Interpretation(reading="lead_counts", option="excluded", by=INTERPRETER, on=DAY)
    report = TIANJIN.check("formation", evolve(SHORT, interpretations=(word,)), on=DAY)
    with pytest.raises(InvalidInputError):
        receipt_of(report, SHORT)


def test_an_act_has_no_receipt() -> None:
    text = (EXAMPLES / "histories" / "call-to-withdrawal.json").read_bytes()
    dossier = load_dossier(text, TIANJIN)
    report = audit(TIANJIN, dossier.history, date(2026, 6, 1), dossier)[0].report
    with pytest.raises(InvalidInputError) as caught:
        receipt_of(report, dossier)

    assert [f.path for f in caught.value.faults] == ["report"]


# --- the digest of the facts ----------------------------------------------------------------------


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=40)
@given(cases())
def test_no_two_cases_have_one_digest(case: Case) -> None:
    """What is digested says the whole case: it can be made of it again."""
    document = facts_document(case)

    assert structure_case(json.loads(dumps(document))) == case
    assert facts_digest(structure_case(unstructure_case(case))) == facts_digest(case)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=40)
@given(dossiers())
def test_no_two_histories_have_one_digest(dossier: Dossier) -> None:
    assert structure_dossier(json.loads(dumps(facts_document(dossier))), POLICY) == dossier


def test_what_need_not_be_said_is_not_digested() -> None:
    """A field that a later version adds leaves the digest of every case without it as it is."""
    document = facts_document(SHORT)

    def values(value: Any) -> Iterator[Any]:
        inside = value.values() if isinstance(value, dict) else value
        for inner in inside if isinstance(value, dict | list) else ():
            yield inner
            yield from values(inner)

    assert None not in [v for v in values(document) if v is None]
    assert "schema" not in document
    assert "departures" not in document
    assert digest({"case": document}) == facts_digest(SHORT)


def test_the_digests_kept_are_those_of_today() -> None:
    """They are part of receipt/1: receipts in the hands of others hold them."""
    history = load_dossier(
        (EXAMPLES / "histories" / "call-to-withdrawal.json").read_bytes(), TIANJIN
    )

    assert facts_digest(SHORT) == KEPT["case"]
    assert facts_digest(history) == KEPT["history"]


KEPT = {
    "case": "caf37933711cbbd180fb112820a26ccc03a8cfce68e4b5c3af28437242a7005b",
    "history": "9c139b217df96c42395d390493d934727ed425e995fca919f2dc6b8aa7afe2ed",
}


# --- nobody is named ------------------------------------------------------------------------------

#: Characters that stand in no name of the examples and nowhere in the law.
RECOGNISABLE = st.text("鑫淼焱垚犇猋骉麤", min_size=3, max_size=12)


def texts(value: Any, key: str = "") -> Iterator[tuple[str, str]]:
    """Yield every text of a document, with the key it stands under."""
    if isinstance(value, dict):
        for inner, held in value.items():
            yield from texts(held, inner)
    elif isinstance(value, list):
        for held in value:
            yield from texts(held, key)
    elif isinstance(value, str):
        yield key, value


def renamed(value: Any, names: dict[str, str]) -> Any:
    """Return a document in which texts are replaced by others."""
    if isinstance(value, dict):
        return {key: renamed(held, names) for key, held in value.items()}
    if isinstance(value, list):
        return [renamed(held, names) for held in value]
    return names.get(value, value) if isinstance(value, str) else value


FILES = ["complete.json", "special-case.json", "college-in-a-third-consortium.json"]
FILES += ["histories/call-to-withdrawal.json", "histories/evaluations-to-revocation.json"]
DOCUMENTS = [json.loads((EXAMPLES / name).read_text(encoding="utf-8")) for name in FILES]


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=40)
@given(st.data())
def test_nobody_is_named(data: st.DataObject) -> None:
    """Whatever is told in names of people, units, bodies, documents, projects: none is sealed."""
    document = data.draw(st.sampled_from(DOCUMENTS))
    told = sorted({t for _, t in texts(document) if not t.isascii()})
    chosen = data.draw(st.lists(st.sampled_from(told), unique=True, min_size=1))
    new = data.draw(st.lists(RECOGNISABLE, unique=True, min_size=len(chosen), max_size=len(chosen)))
    document = renamed(document, dict(zip(chosen, new, strict=True)))
    of = "history" if "events" in document else "application"
    asked = data.draw(
        st.sampled_from([i for i in TIANJIN.inquiries if i.of in (of, "application")])
    )
    on = data.draw(st.dates(date(2025, 4, 1), date(2030, 6, 1)))
    try:
        facts = (
            structure_dossier(document, TIANJIN) if of == "history" else structure_case(document)
        )
        report = TIANJIN.check(asked.name, facts, on=on)
    except InvalidInputError:  # a name that the law gives, or a day before the application
        assume(False)
        raise
    sealed = dumps(unstructure_receipt(receipt_of(report, facts)))

    assert not set("鑫淼焱垚犇猋骉麤") & set(sealed)
    codes = {text for key, text in texts(document) if key == "id" and len(text) >= 12}
    assert not {code for code in codes if code in sealed}  # a short one may be part of a digest


# --- altered --------------------------------------------------------------------------------------


def variants(text: bytes, stride: int = 1) -> Iterator[bytes]:
    """Yield a text with one byte flipped, or deleted, or put in, one place after another."""
    for n in range(0, len(text), stride):
        before, byte, after = text[:n], text[n], text[n + 1 :]
        yield before + bytes([byte ^ 1]) + after
        yield before + bytes([byte ^ 0x20]) + after
        yield before + b" " + after
        yield before + after
        yield before + b"0" + text[n:]
        yield before + b" " + text[n:]
        yield before + text[n : n + 1] + text[n:]


@pytest.mark.parametrize(
    ("receipt", "stride", "least"),
    [(toy_receipt(), 1, 9_000), (made(SHORT), 61, 900)],
    ids=["grounds: every byte", "formation: every sixty-first"],
)
def test_no_byte_can_be_altered_unnoticed(receipt: Receipt, stride: int, least: int) -> None:
    """Every variant is refused, or is the same document: white space, in one place 0 as -0."""
    text = dumps(unstructure_receipt(receipt)).encode()
    compact = json.dumps(json.loads(text), ensure_ascii=False, separators=(",", ":")).encode()
    refused = same = 0
    for variant in variants(compact, stride):
        try:
            read = load_receipt(variant)
        except InvalidInputError:
            refused += 1
        else:
            assert read == receipt, variant
            assert json.loads(variant) == json.loads(compact), variant
            same += 1

    assert refused > least
    assert same > 0


def test_white_space_and_the_order_of_keys_are_no_alteration() -> None:
    receipt = made(SHORT)
    document = unstructure_receipt(receipt)
    turned = dict(reversed(document.items()))

    assert load_receipt(json.dumps(turned, indent=7)) == receipt


def leaves(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    inside = value.items() if isinstance(value, dict) else enumerate(value)
    for key, inner in inside:
        yield (*path, key)
        if isinstance(inner, dict | list):
            yield from leaves(inner, (*path, key))


def put(document: Any, path: tuple[Any, ...], change: Callable[[Any, Any], None]) -> Any:
    """Return a copy of a document, changed at a path."""
    changed = copy.deepcopy(document)
    holder = changed
    for key in path[:-1]:
        holder = holder[key]
    change(holder, path[-1])
    return changed


WHOLE = unstructure_receipt(toy_receipt())


def is_named(path: tuple[Any, ...]) -> bool:
    """Whether the format itself names what stands at a path."""
    free = path[0] in ("numbers", "readings") and len(path) == 2
    return isinstance(path[-1], str) and not free


@pytest.mark.parametrize(
    "path", list(leaves(WHOLE)), ids=lambda path: ".".join(str(key) for key in path)
)
def test_no_part_can_be_left_out(path: tuple[Any, ...]) -> None:
    """Nothing may be missing that the format names, not even from a receipt that is sealed anew."""
    without = put(WHOLE, path, lambda holder, key: holder.pop(key))
    if is_named(path) and path != ("seal",):
        without["seal"] = digest({k: v for k, v in without.items() if k != "seal"})
    with pytest.raises(InvalidInputError):
        structure_receipt(without)


def test_every_fault_is_told_at_its_path() -> None:
    document = unstructure_receipt(made(SHORT))
    document["answer"] = "maybe"
    document["on"] = "2026-3-2"
    document["policy"]["status"] = 1
    document["policy"]["publication"]["supposd"] = True
    document["findings"][3]["outcome"] = True
    document["numbers"]["min_participants"] = 6.5
    del document["library"]
    with pytest.raises(InvalidInputError) as caught:
        structure_receipt(document)

    assert {f.path: f.kind.value for f in caught.value.faults} == {
        "answer": "invalid_value",
        "on": "invalid_value",
        "policy.status": "type_error",
        "policy.publication.supposd": "invalid_value",
        "findings[3].outcome": "type_error",
        "numbers.min_participants": "type_error",
        "library": "invalid_value",
    }


def test_an_altered_receipt_is_told_in_both_languages() -> None:
    document = {**unstructure_receipt(made(SHORT)), "answer": "met"}
    with pytest.raises(InvalidInputError) as caught:
        structure_receipt(document)
    (fault,) = caught.value.faults

    assert (fault.kind.value, fault.path) == ("inconsistent", "seal")
    assert "回执已被改动" in fault.zh
    assert "the receipt was altered" in fault.en


@pytest.mark.parametrize(
    "schema", ["innov-consortium/receipt/4", "innov-consortium/report/2", None, 1, "receipt"]
)
def test_only_a_receipt_is_read(schema: object) -> None:
    document = unstructure_receipt(made(SHORT))
    document["schema"] = schema
    document["seal"] = digest({k: v for k, v in document.items() if k != "seal"})
    with pytest.raises(InvalidInputError) as caught:
        structure_receipt(document)

    assert [f.path for f in caught.value.faults] == ["schema"]


def test_receipt_of_an_old_version_is_sealed_anew_when_it_is_read() -> None:
    """It may be written again and verified; one that was altered is refused as before."""
    old = kept("receipt", 1)
    receipt = structure_receipt(old)

    require_seal(receipt)
    assert unstructure_receipt(receipt)["schema"] == schema_of("receipt")
    assert receipt.seal != old["seal"]
    with pytest.raises(InvalidInputError) as caught:
        structure_receipt({**old, "on": "2026-03-21"})
    assert [f.path for f in caught.value.faults] == ["seal"]
