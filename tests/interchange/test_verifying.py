"""Verifying: a receipt is derived anew, and what it says is compared, never trusted."""

from __future__ import annotations

import copy
import json
import pickle
from collections.abc import Callable
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from tests.toy_filing import FILING
from tests.toy_grounds import GROUNDS, LISTS, REPORTED

from innov_consortium import InvalidInputError, catalogue
from innov_consortium.cli.check import loaded
from innov_consortium.core.attestations import Interpretation
from innov_consortium.core.case import Dossier
from innov_consortium.core.clauses import Outcome, clause
from innov_consortium.core.policy import Policy
from innov_consortium.core.report import Answer
from innov_consortium.core.sources import Ledger
from innov_consortium.core.words import Int, Truth, at_least
from innov_consortium.interchange import (
    Receipt,
    Verdict,
    Why,
    dumps,
    edition_of,
    facts_digest,
    facts_document,
    load_case,
    load_receipt,
    receipt_of,
    structure_case,
    structure_receipt,
    unstructure_case,
    unstructure_dossier,
    unstructure_receipt,
    unstructure_verification,
    verify,
)
from innov_consortium.interchange.canonical import digest
from innov_consortium.rendering import render_verification, verdict_sentence

EXAMPLES = Path(__file__).parents[2] / "examples"
PLAIN = catalogue().select("CN-TJ")
TIANJIN = PLAIN.supposing_published(date(2025, 4, 11))
DAY = date(2026, 3, 2)
SHORT = load_case((EXAMPLES / "one-participant-short.json").read_bytes())
COMPLETE = load_case((EXAMPLES / "complete.json").read_bytes())
PLAIN_DICT: Any = {"on": "2026-03-02"}
NOTHING: Any = None
OFFICIAL = Interpretation(
    reading="lead_counts", option="included", by=PLAIN.interpreting_bodies[0], on=DAY
)


def made(policy: Policy = TIANJIN, on: date = DAY) -> Receipt:
    return receipt_of(policy.check("formation", SHORT, on=on), SHORT)


def resealed(receipt: Receipt, change: Callable[[Any], None]) -> Receipt:
    """Return a receipt that was altered and sealed anew, as anybody can."""
    document = copy.deepcopy(unstructure_receipt(receipt))
    change(document)
    document["seal"] = digest({k: v for k, v in document.items() if k != "seal"})
    return structure_receipt(document)


def at(*path: Any, to: Any) -> Callable[[Any], None]:
    """Return what puts a value at a path."""

    def change(document: Any) -> None:
        for key in path[:-1]:
            document = document[key]
        document[path[-1]] = to

    return change


# --- the same ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "policy",
    [
        PLAIN,
        TIANJIN,
        PLAIN.published(
            date(2026, 1, 1), document="市政府公报", text_sha256=PLAIN.ledger.enacted_sha256
        ),
        PLAIN.published(
            date(2026, 1, 1), document="市政府公报", text_sha256=PLAIN.ledger.text_sha256
        ),
        TIANJIN.with_readings(lead_counts="included", territory="b"),
        TIANJIN.with_numbers(
            min_participants=3,
            min_enterprise_share=Fraction(1, 3),
            max_support=PLAIN.numbers.max_support * 2,
            valid_until=date(2031, 1, 1),
            grades=("甲", "乙", "丙", "丁"),
        ),
    ],
    ids=["unpublished", "supposed", "enacted", "published", "readings", "numbers"],
)
def test_the_same_comes_out_however_it_was_asked(policy: Policy) -> None:
    """Whatever the policy that is handed in is read and published as: the receipt says how."""
    receipt = made(policy)
    otherwise = TIANJIN.with_readings(lead_counts="included").with_numbers(min_participants=2)

    for asked in (policy, PLAIN, otherwise.supposing_published(date(2020, 1, 1))):
        found = verify(receipt, SHORT, asked)
        assert found.verdict is Verdict.SAME, unstructure_verification(found)
        assert (found.because, found.parts, found.why) == ((), (), ())
        assert found.report is not None
        assert found.report.policy.numbers == policy.numbers
        assert found.report.policy.publication == policy.publication


FILES = sorted(EXAMPLES.glob("*.json")) + sorted((EXAMPLES / "histories").glob("*.json"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
@pytest.mark.parametrize("on", [DAY, date(2028, 6, 1), date(2031, 1, 1)], ids=str)
def test_whatever_is_asked_of_an_example_is_the_same_again(file: Path, on: date) -> None:
    """Every inquiry that can be asked of it, read back from what was written."""
    facts = loaded(file.read_bytes(), TIANJIN)
    kind = "history" if isinstance(facts, Dossier) else "application"
    for inquiry in TIANJIN.inquiries:
        if inquiry.of in (kind, "application"):
            written = dumps(
                unstructure_receipt(receipt_of(TIANJIN.check(inquiry.name, facts, on=on), facts))
            )
            found = verify(load_receipt(written), loaded(file.read_bytes(), PLAIN), PLAIN)
            assert found.verdict is Verdict.SAME, (inquiry.name, unstructure_verification(found))


def test_official_readings_come_from_the_facts() -> None:
    facts = evolve(SHORT, interpretations=(OFFICIAL,))
    policy = TIANJIN.with_readings(lead_counts="excluded", territory="b")
    receipt = receipt_of(policy.check("formation", facts, on=DAY), facts)

    assert receipt.readings["lead_counts"].official
    assert verify(receipt, facts, PLAIN).verdict is Verdict.SAME


def test_grounds_of_a_history() -> None:
    facts = Dossier(history=REPORTED, listings=LISTS)
    report = GROUNDS.check("striking_off", facts, on=date(2028, 6, 1))
    receipt = receipt_of(report, facts)

    found = verify(receipt, facts, GROUNDS)
    assert found.verdict is Verdict.SAME
    assert verdict_sentence(found).startswith("同一结论，同一理由。重新核对的结论仍为“成立”")


def test_a_verification_is_a_value() -> None:
    found = verify(made(), SHORT, TIANJIN)

    assert found == verify(made(), SHORT, PLAIN)
    assert hash(found) == hash(verify(made(), SHORT, PLAIN))
    assert pickle.loads(pickle.dumps(found)) == found  # noqa: S301 - made here
    with pytest.raises(TypeError, match="no truth value"):
        bool(found.verdict)


# --- different --------------------------------------------------------------------------------


@clause("art5.item3.s2c")
def enough_participants(participants: Int, *, min_participants: int) -> Truth:
    """A library that reads 原则上 as binding, and one participant fewer as enough."""
    return at_least(participants, min_participants - 1)


def _with_clause(policy: Policy, replaced: Any) -> Policy:
    """Return a policy of the same text of which one clause was encoded otherwise."""
    inquiries = tuple(
        evolve(
            inquiry,
            conditions=tuple(
                replaced if getattr(norm, "name", "") == replaced.name else norm
                for norm in inquiry.conditions
            ),
        )
        for inquiry in policy.inquiries
    )
    return evolve(policy, inquiries=inquiries)


def test_another_answer_because_a_clause_was_mended() -> None:
    """The same text, facts, numbers and readings; another version of the library."""
    found = verify(made(), SHORT, _with_clause(TIANJIN, enough_participants))

    assert found.verdict is Verdict.DIFFERENT
    assert [(c.provision, c.combines) for c in found.because] == [("art5.item3.s2c", True)]
    assert [(c.before, c.after) for c in found.because] == [
        (Outcome.DEPARTS_FROM_PRINCIPLE, Outcome.MET)
    ]
    assert found.answers == (Answer.OPEN, Answer.MET)
    assert "因第五条第（三）项" in verdict_sentence(found)
    assert "because of Art. 5 item (3)" in verdict_sentence(found, "en")
    assert "参与单位总数原则上不少于6家" in render_verification(found)


def test_the_same_answer_for_other_reasons() -> None:
    """Enough participants now; the answer stays open for another reason."""
    open_ = evolve(SHORT, attestations=SHORT.attestations[1:])
    report = TIANJIN.check("formation", open_, on=DAY)
    found = verify(receipt_of(report, open_), open_, _with_clause(TIANJIN, enough_participants))

    assert found.verdict is Verdict.SAME_ANSWER
    assert [c.provision for c in found.because] == ["art5.item3.s2c"]
    assert verdict_sentence(found).startswith("结论相同，理由不同。")


MET = next(n for n, f in enumerate(made().findings) if f.outcome.value == "met")


@pytest.mark.parametrize(
    ("change", "verdict", "parts", "because"),
    [
        (at("answer", to="met"), "different", (), 0),
        (at("answer", to="no_basis"), "different", (), 0),
        (at("grounds", to=True), "different", ("grounds",), 0),
        (at("findings", MET, "outcome", to="not_met"), "same_answer", (), 1),
        (at("findings", MET, "items", to=[{"path": "x", "outcome": "met"}]), "same_answer", (), 1),
        (at("findings", MET, "clause", to="other"), "same_answer", (), 2),
        (at("findings", MET, "provision", to="art1.s1"), "same_answer", (), 2),
        (lambda d: d["findings"].pop(MET), "same_answer", (), 1),
        (lambda d: d["findings"].append(d["findings"][0]), "same_answer", (), 1),
        (at("in_force", to="unknown"), "same_answer", ("in_force",), 0),
        (at("marks", to=[]), "same", ("marks",), 0),
        (at("changes_on", to="2027-01-01"), "same", ("changes_on",), 0),
        (at("readings", "territory", "official", to=True), "same_answer", ("readings",), 0),
        (
            at("policy", "publication", "document", to="某报"),
            "same_answer",
            ("publication",),
            0,
        ),
        (at("numbers", "min_participants", to=5), "different", ("marks",), 1),
        (at("readings", "lead_counts", "option", to="included"), "different", (), 1),
    ],
)
def test_what_was_altered_and_sealed_anew_is_found(
    change: Callable[[Any], None], verdict: str, parts: tuple[str, ...], because: int
) -> None:
    """The seal cannot show it; deriving it anew does."""
    found = verify(resealed(made(), change), SHORT, TIANJIN)

    assert found.verdict.value == verdict
    assert tuple(part.value for part in found.parts) == parts
    assert len(found.because) == because
    for locale in ("zh_CN", "en"):
        assert render_verification(found, locale).count("\n") > 2 * because


def test_a_library_that_added_a_reading_and_a_figure() -> None:
    """What the receipt does not name is a remark, as well with marks that are others now."""

    def earlier(document: Any) -> None:
        del document["readings"]["territory"], document["numbers"]["grades"]

    receipt = resealed(made(), earlier)
    found = verify(receipt, SHORT, TIANJIN)

    assert (found.verdict, found.parts) == (Verdict.SAME, ())
    assert found.added == ("numbers.grades", "readings.territory")
    assert unstructure_verification(found)["added"] == list(found.added)
    assert "回执作出以后新增的数字、解释" in render_verification(found)
    assert "added since" in render_verification(found, "en")
    remarked = verify(resealed(receipt, at("marks", to=[])), SHORT, TIANJIN)
    assert (remarked.verdict, [p.value for p in remarked.parts]) == (Verdict.SAME, ["marks"])


@pytest.mark.parametrize(
    ("make", "path"),
    [
        (lambda: receipt_of(TIANJIN.check("formation", SHORT, on=DAY), PLAIN_DICT), "facts"),
        (lambda: receipt_of(PLAIN_DICT, SHORT), "report"),
        (lambda: verify(PLAIN_DICT, SHORT, TIANJIN), "receipt"),
        (lambda: verify(made(), PLAIN_DICT, TIANJIN), "facts"),
        (lambda: verify(made(), SHORT, PLAIN_DICT), "policy"),
        (lambda: edition_of(PLAIN_DICT, [TIANJIN]), "receipt"),
        (lambda: edition_of(made(), [PLAIN_DICT]), "policy"),
        (lambda: facts_digest(PLAIN_DICT), "facts"),
        (lambda: facts_document(PLAIN_DICT), "facts"),
        (lambda: unstructure_case(PLAIN_DICT), "case"),
        (lambda: unstructure_dossier(PLAIN_DICT), "history"),
        (lambda: unstructure_receipt(PLAIN_DICT), "receipt"),
        (lambda: load_case("{}", limits=NOTHING), "limits"),
        (lambda: structure_case({}, limits=NOTHING), "limits"),
        (lambda: load_receipt("{}", limits=NOTHING), "limits"),
    ],
)
def test_arguments_of_another_class_are_refused_with_what_to_do(
    make: Callable[[], object], path: str
) -> None:
    with pytest.raises(InvalidInputError) as caught:
        make()

    (fault,) = caught.value.faults
    assert (fault.kind.value, fault.path) == ("type_error", path)
    assert "应为" in fault.zh


def test_what_is_true_of_another_day_or_version_is_the_same() -> None:
    """No seal and no derivation shows that a true statement was put in the place of another."""
    known = evolve(SHORT, register=evolve(SHORT.register, complete_to=date(2026, 12, 31)))
    receipt = receipt_of(TIANJIN.check("formation", known, on=DAY), known)
    later = verify(resealed(receipt, at("on", to="2026-03-03")), known, TIANJIN)
    newer = verify(resealed(receipt, at("library", "version", to="9.9")), known, TIANJIN)
    before = verify(resealed(receipt, at("on", to="2024-01-01")), known, TIANJIN)

    assert (later.verdict, later.other_library) == (Verdict.SAME, False)
    assert (newer.verdict, newer.other_library) == (Verdict.SAME, True)
    assert "回执由本库 9.9 版作出" in render_verification(newer)
    assert before.verdict is Verdict.DIFFERENT


def test_a_value_of_which_the_seal_does_not_fit_is_refused() -> None:
    with pytest.raises(InvalidInputError) as caught:
        verify(evolve(made(), on=date(2026, 3, 3)), SHORT, TIANJIN)

    assert [(f.path, f.kind.value) for f in caught.value.faults] == [("seal", "inconsistent")]


# --- nobody can tell --------------------------------------------------------------------------


def _amended(policy: Policy) -> Policy:
    """Return a policy of another edition: one provision reads otherwise."""
    *rest, last = policy.ledger.provisions
    return evolve(policy, ledger=Ledger((*rest, evolve(last, text=last.text + "（修订）"))))


@pytest.mark.parametrize(
    ("change", "why", "unknown"),
    [
        (at("policy", "code", to="110000"), "other_policy", ()),
        (at("policy", "edition", to="120000:0123456789ab"), "other_edition", ()),
        (at("policy", "text_sha256", to="0" * 64), "other_edition", ()),
        (at("policy", "title", to="某办法"), "other_edition", ()),
        (at("policy", "status", to="published"), "other_edition", ()),
        (at("facts", to="history"), "other_facts", ()),
        (at("facts_sha256", to="0" * 64), "other_facts", ()),
        (at("numbers", "max_what", to=1), "other_settings", ("numbers.max_what",)),
        (at("numbers", "min_participants", to="6"), "other_settings", None),
        (at("numbers", "min_participants", to=True), "other_settings", None),
        (at("numbers", "min_enterprise_share", to="1/0"), "other_settings", None),
        (at("numbers", "valid_until", to="2030-02-30"), "other_settings", None),
        (at("numbers", "cycle_years", to=0), "other_settings", None),
        (at("numbers", "max_support", to=None), "other_settings", None),
        (at("numbers", "max_leaderships", to=True), "other_settings", None),
        (at("numbers", "grades", to={"a": 1}), "other_settings", None),
        (at("readings", "lead_counts", "option", to="perhaps"), "other_settings", None),
        (
            at("readings", "new_one", to={"option": "a", "official": True}),
            "other_settings",
            ("readings.new_one",),
        ),
        (at("inquiry", to="anything"), "other_settings", ("inquiry",)),
        (at("inquiry", to="filing"), "other_settings", ("inquiry",)),
        (
            at("policy", "publication", "day", to="2031-01-01"),
            "other_settings",
            ("policy.publication",),
        ),
        (
            at("policy", "publication", "supposed", to=False),
            "other_settings",
            ("policy.publication",),
        ),
    ],
)
def test_nobody_can_tell(
    change: Callable[[Any], None], why: str, unknown: tuple[str, ...] | None
) -> None:
    found = verify(resealed(made(), change), SHORT, TIANJIN)

    assert found.verdict is Verdict.CANNOT_TELL
    assert [one.value for one in found.why] == [why]
    assert found.unknown == unknown if unknown is not None else len(found.unknown) == 1
    assert found.report is None
    assert render_verification(found).splitlines()[1].startswith("无从核对：")
    assert "Nobody can tell: " in render_verification(found, "en")


def test_other_facts_other_editions_other_policies() -> None:
    receipt = made()

    assert verify(receipt, COMPLETE, TIANJIN).why == (Why.OTHER_FACTS,)
    assert verify(receipt, SHORT, _amended(TIANJIN)).why == (Why.OTHER_EDITION,)
    assert verify(receipt, COMPLETE, _amended(TIANJIN)).why == (
        Why.OTHER_EDITION,
        Why.OTHER_FACTS,
    )
    assert verify(receipt, SHORT, FILING).why == (Why.OTHER_POLICY,)


def test_the_policy_of_the_edition_is_chosen() -> None:
    receipt = made()
    amended = _amended(PLAIN)

    assert edition_of(receipt, [FILING, amended, PLAIN]) == PLAIN
    for there, why in (
        ([FILING, amended], Why.OTHER_EDITION),
        ([FILING], Why.OTHER_POLICY),
        ([], Why.OTHER_POLICY),
    ):
        found = edition_of(receipt, there)
        assert not isinstance(found, Policy)
        assert found.why == (why,)
        assert verdict_sentence(found).startswith("无从核对：")
        assert json.dumps(unstructure_verification(found))
