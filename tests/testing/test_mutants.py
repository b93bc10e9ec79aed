"""Mutants of made-up policies: each operator yields what it should, and nothing else changes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from types import FunctionType
from typing import Any

import attrs
import pytest
from attrs import evolve, frozen
from tests.toy_filing import FILING
from tests.toy_grounds import GROUNDS, LISTS, REPORTED, Delisted
from tests.toy_mutants import WORDS, Counted, tripled

from innov_consortium.core.case import Dossier
from innov_consortium.core.checking import settings_of
from innov_consortium.core.clauses import Clause, Force, Judgement
from innov_consortium.core.numbers import numbers_of
from innov_consortium.core.plan import force_of
from innov_consortium.core.policy import Policy
from innov_consortium.core.report import Answer, Mark
from innov_consortium.core.words import Ruling
from innov_consortium.testing.mutants import (
    CaseExample,
    DocExample,
    Mutant,
    Operator,
    case_examples,
    doc_examples,
    judged,
    mutants_of,
    surviving,
    survivors,
)

POLICIES = {"filing": FILING, "grounds": GROUNDS, "words": WORDS}
MUTANTS = {name: {m.id: m for m in mutants_of(policy)} for name, policy in POLICIES.items()}
EVERY = [(name, id_) for name, found in MUTANTS.items() for id_ in found]


def changed(id_: str, policy: str = "words") -> Policy:
    """Return the policy that a mutant is."""
    return MUTANTS[policy][id_].of(POLICIES[policy])


def norm(policy: Policy, name: str) -> Any:
    return next(n for n in policy.every_norm if n.name == name)


def fact(policy: Policy, name: str) -> Any:
    return next(f for f in policy.facts if f.name == name)


def held(policy: Policy) -> list[Any]:
    """Return everything a policy holds, and the code of its functions."""
    parts = [getattr(policy, a.name) for a in attrs.fields(Policy) if a.name != "memo"]
    named = [*policy.facts, *policy.items, *policy.every_norm]
    return [*parts, *(one.function.__code__ for one in named if not isinstance(one, Judgement))]


# --- all of them ----------------------------------------------------------------------------------


def test_every_operator_is_there() -> None:
    found = {m.operator for mutants in MUTANTS.values() for m in mutants.values()}
    assert found == set(Operator)


@pytest.mark.parametrize(("policy", "id_"), EVERY)
def test_a_mutant_is_another_policy_and_leaves_the_first_alone(policy: str, id_: str) -> None:
    original, mutant = POLICIES[policy], MUTANTS[policy][id_]
    before = held(original)
    other = mutant.of(original)
    assert held(other) != before
    assert all(a is b for a, b in zip(held(original), before, strict=True))
    assert all(provision in original.ledger for provision in mutant.about)
    assert mutant.id.startswith(mutant.operator.label)
    assert mutant.zh != mutant.en
    assert all((mutant.zh, mutant.en))


def test_the_same_policy_has_the_same_mutants() -> None:
    again = {m.id: m.zh for m in mutants_of(WORDS)}
    assert again == {m.id: m.zh for m in MUTANTS["words"].values()}


def test_a_norm_asked_for_twice_has_a_mutant_for_each() -> None:
    found = [id_ for id_ in MUTANTS["words"] if id_.startswith("norm:formation.conditions.art14")]
    assert found == ["norm:formation.conditions.art14.s1", "norm:formation.conditions.art14.s1#2"]
    left = [changed(id_).inquiries[0].conditions for id_ in found]
    assert [[n.each for n in norms if isinstance(n, Judgement)] for norms in left] == [
        [None],
        ["unit"],
    ]


# --- figures and readings -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "others"),
    [
        ("least", {"number:least:+1": 4, "number:least:-1": 2}),
        (
            "share",
            {"number:share:+1/100": Fraction(51, 100), "number:share:-1/100": Fraction(49, 100)},
        ),
        (
            "money",
            {
                "number:money:+0.01": Decimal("100.01"),
                "number:money:-0.01": Decimal("99.99"),
                "number:money:+1": Decimal(101),
                "number:money:-1": Decimal(99),
            },
        ),
        (
            "until",
            {
                "number:until:+1d": date(2030, 4, 11),
                "number:until:-1d": date(2030, 4, 9),
            },
        ),
        ("topics", {"word:topics:without-一": ("二",), "word:topics:without-二": ("一",)}),
    ],
)
def test_figures(name: str, others: Mapping[str, Any]) -> None:
    found = [id_ for id_ in MUTANTS["words"] if id_.split(":")[1] == name]
    assert found == list(others)
    assert {id_: getattr(changed(id_).numbers, name) for id_ in found} == dict(others)


def test_another_figure_is_what_the_text_says() -> None:
    """It is no supposition: reports are not marked, and where it is stated stays told."""
    other = changed("number:least:+1")
    before = numbers_of(WORDS.numbers)
    assert [(n.name, n.provision, n.unit) for n in numbers_of(other.numbers)] == [
        (n.name, n.provision, n.unit) for n in before
    ]
    report = changed("number:failures:+1", "grounds").check(
        "striking_off", Dossier(history=REPORTED), on=date(2028, 1, 1)
    )
    assert Mark.OTHER_NUMBERS not in report.marks


def test_readings() -> None:
    found = [id_ for id_ in MUTANTS["words"] if id_.startswith("reading:")]
    assert found == ["reading:counted:together", "reading:strength:wish"]
    choice = changed("reading:counted:together").readings[0]
    assert (choice.option, choice.is_default) == (Counted.TOGETHER, True)
    other = changed("reading:delisted:never", "grounds")
    case = Dossier(history=REPORTED, listings=LISTS[1:])
    reports = [p.check("striking_off", case, on=date(2028, 1, 1)) for p in (GROUNDS, other)]
    assert [r.readings[0].option for r in reports] == [Delisted.JUDGED, Delisted.NEVER]


# --- norms ----------------------------------------------------------------------------------------


def test_a_norm_is_not_asked() -> None:
    other = changed("norm:formation.conditions.few")
    asked, before = other.inquiries[0].conditions, WORDS.inquiries[0].conditions
    assert [n.name for n in asked] == [n.name for n in before if n.name != "few"]


def test_a_norm_does_not_count_or_does() -> None:
    other = changed("weight:formation.few").inquiries[0]
    assert [norm.name for norm in other.context][-1] == "few"
    assert "few" not in [norm.name for norm in other.conditions]
    assert changed("weight:formation.whatever").inquiries[0].conditions[-1].name == "whatever"


@pytest.mark.parametrize(
    ("name", "force"),
    [
        ("few", Force.IN_PRINCIPLE),
        ("above", Force.MANDATORY),
        ("enough", Force.MANDATORY),
    ],
)
def test_the_force(name: str, force: Force) -> None:
    other = changed(f"force:{name}")
    assert force_of(norm(other, name), settings_of(other)) is force


def test_a_force_that_hangs_on_readings_still_does() -> None:
    wish = changed("force:enough").with_readings(strength="wish")
    assert force_of(norm(wish, "enough"), settings_of(wish)) is Force.ENCOURAGEMENT


def test_grounds_and_conditions() -> None:
    other = changed("grounds:coming_back", "grounds")
    assert [i.grounds for i in other.inquiries] == [True, True]
    assert "grounds:striking_off" not in MUTANTS["grounds"]  # a step rests on its grounds
    assert "grounds:formation" not in MUTANTS["words"]  # a ground never binds in principle


def test_whom_a_norm_concerns_and_who_answers_it() -> None:
    assert norm(changed("concern:few:attested"), "few").attested is True
    assert norm(changed("concern:above:attested"), "above").attested is False
    assert norm(changed("concern:judged_where_many:by"), "judged_where_many").attested is True
    judgements = [n for n in changed("concern:art14.s1:only_if").every_norm if n.name == "art14.s1"]
    assert [n.only_if for n in judgements if isinstance(n, Judgement)] == [None, None]
    other = norm(changed("concern:decided_otherwise:displaces"), "decided_otherwise")
    assert (other.displaces, norm(WORDS, "decided_otherwise").displaces is None) == (None, False)


def test_what_says_when_a_text_is_in_force() -> None:
    assert changed("time:expiry").in_time.expiry is None
    assert changed("time:former_repealed").in_time.others == ()


# --- steps, duties, words -------------------------------------------------------------------------


def test_steps() -> None:
    names = [step.name for step in FILING.steps]
    left = [s.name for s in changed("step:withdraw:left-out", "filing").steps]
    assert left == [name for name in names if name != "withdraw"]
    found = {id_.removeprefix("step:file:") for id_ in MUTANTS["filing"] if "step:file:" in id_}
    assert {"guards.enough_leads", "asks.formation", "screening", "actor"} <= found
    parts: dict[str, Callable[[Any], Any]] = {
        "step:file:guards.enough_leads": lambda s: s["file"].guards,
        "step:file:asks.formation": lambda s: s["file"].asks,
        "step:report_change:notes.enough_members": lambda s: s["report_change"].notes,
        "step:strike_off:where.on_request": lambda s: s["strike_off"].where,
    }
    for id_, part in parts.items():
        assert part({s.name: s for s in changed(id_, "filing").steps}) == ()
        assert part({s.name: s for s in FILING.steps}) != ()
    assert changed("step:strike_off:rests_on", "grounds").steps[1].rests_on == ""


def test_duties() -> None:
    assert len(changed("duty:report_yearly:left-out", "filing").duties) == 1
    assert changed("duty:report_yearly:occasions", "filing").duties[0].occasions is None
    assert changed("duty:report_yearly:toward", "filing").duties[0].toward is None
    assert changed("duty:accept_guidance:lasting", "filing").duties[1].lasting is False


def test_words_by_which_somebody_is_known() -> None:
    assert changed("word:applicants:without-本单位").applicants == ("申请人",)
    assert changed("word:words.grades:without-甲").vocabulary == (("grades", ("乙",)),)
    office = changed("word:names.office:without-备案办", "filing").actors[2]
    assert office.names == (FILING.actors[2].names[0],)


# --- the words of statutes ------------------------------------------------------------------------

T, F, N = True, False, None
YEAR, FREE = date(2027, 12, 31), date(2031, 1, 1)
DAYS = [date(2028, 1, d) for d in (1, 2, 3, 4)]


@pytest.mark.parametrize(
    ("name", "id_", "asked", "before", "after"),
    [
        ("enough", "boundary", [(2,), (3,), (4,), (N,)], [F, T, T, N], [F, F, T, N]),
        ("few", "boundary", [(4,), (5,), (6,), (N,)], [T, T, F, N], [T, F, F, N]),
        ("above", "boundary", [(2,), (3,), (4,), (N,)], [F, F, T, N], [F, T, T, N]),
        ("share_there", "boundary", [(1, 3), (1, 2), (2, 3), (N, 2)], [F, T, T, N], [F, F, T, N]),
        ("some", "boundary", [(0,), (1,), (2,), (N,)], [F, T, T, N], [F, F, T, N]),
        ("both_hold", "connective", [(T, F), (T, T), (F, N)], [F, T, F], [T, T, N]),
        ("both_hold", "leg", [(T, F), (F, T), (N, T)], [F, F, N], [F, T, T]),
        ("both_hold", "leg:2", [(T, F), (F, T), (N, T)], [F, F, N], [T, F, N]),
        ("one_holds", "connective", [(T, F), (F, F), (T, N)], [T, F, T], [F, F, N]),
        ("one_holds", "leg", [(T, F), (F, T)], [T, T], [F, T]),
        ("does_not_hold", "negation", [(T,), (F,), (N,)], [F, T, N], [T, F, N]),
        ("whatever", "unknown", [(T, F), (T, T)], [N, T], [F, T]),
        ("whatever", "unknown:2", [(T, F), (T, T)], [N, T], [T, T]),
        ("in_between", "boundary", [(d, DAYS[1]) for d in DAYS], [F, T, T, F], [F, F, T, F]),
        ("in_between", "boundary:2", [(d, DAYS[1]) for d in DAYS], [F, T, T, F], [F, T, F, F]),
    ],
)
def test_words(
    name: str, id_: str, asked: list[tuple[Any, ...]], before: list[Any], after: list[Any]
) -> None:
    label, _, number = id_.partition(":")
    other = changed(f"{label}:toy_mutants.{name}:{number or 1}")
    said = []
    for policy in (WORDS, other):
        one = norm(policy, name)
        values = {**settings_of(policy).values, "until": DAYS[2]}
        named = {setting: values[setting] for setting in one.settings}
        said.append([one(*facts, **named) for facts in asked])
    assert said == [before, after]


def test_what_applies_and_what_is_left_open() -> None:
    said = norm(changed("scope:toy_mutants.where_it_applies:1"), "where_it_applies")(False, True)
    assert said is True
    assert isinstance(norm(WORDS, "where_it_applies")(False, True), Ruling)
    said = norm(changed("openness:toy_mutants.judged_where_many:1"), "judged_where_many")(
        True, False
    )
    assert said is False
    assert isinstance(norm(WORDS, "judged_where_many")(True, False), Ruling)


# --- plain Python in facts ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("id_", "name", "asked", "before", "after"),
    [
        ("boundary:toy_mutants.many:1", "many", [(2,), (3,), (4,)], [F, T, T], [F, F, T]),
        ("constant:toy_mutants.many:1", "many", [(3,), (4,)], [T, T], [F, T]),
        ("unknown:toy_mutants.many:1", "many", [(N,), (3,)], [N, T], [F, T]),
        ("comparison:toy_mutants.many:1", "many", [(3,)], [T], [N]),
        ("leg:toy_mutants.all_positive:2", "all_positive", [(-1,), (2,)], [F, T], [T, T]),
        ("negation:toy_mutants.all_positive:1", "all_positive", [(2,), (-1,)], [T, F], [F, T]),
        # what a fact calls, itself or in turn or in a table, is another as well
        ("arithmetic:toy_mutants.tripled:1", "many", [(3,), (9,)], [T, T], [F, T]),
        ("arithmetic:toy_mutants._doubled:1", "many", [(3,), (9,)], [T, T], [F, T]),
        ("arithmetic:toy_mutants._doubled:1", "told", [(3,)], [9], [3]),
        ("filter:toy_mutants._listed:1", "all_positive", [(0,), (2,)], [T, T], [F, T]),
        ("boundary:toy_mutants._listed:1", "all_positive", [(0,), (2,)], [T, T], [F, T]),
        # a period of three years ends on 2030-12-31; the day after it is free
        ("day:toy_mutants.free_from:1", "free_from", [(YEAR,)], [FREE], [date(2031, 1, 2)]),
        ("day:toy_mutants.free_from:2", "free_from", [(YEAR,)], [FREE], [date(2030, 12, 31)]),
        ("day:toy_mutants.free_from:3", "free_from", [(YEAR,)], [FREE], [date(2030, 12, 31)]),
        ("constant:toy_mutants.free_from:1", "free_from", [(YEAR,)], [FREE], [date(2032, 1, 1)]),
    ],
)
def test_facts(
    id_: str, name: str, asked: list[tuple[Any, ...]], before: list[Any], after: list[Any]
) -> None:
    said = []
    for policy in (WORDS, changed(id_)):
        one = fact(policy, name)
        named = {setting: settings_of(policy).values[setting] for setting in one.settings}
        said.append([one(*given, **named) for given in asked])
    assert said == [before, after]


def test_evidence_of_what_is_not_known_says_none() -> None:
    other = fact(changed("unknown:toy_mutants.known:1"), "known")
    assert (other(None).value, fact(WORDS, "known")(None).value) == (False, None)
    assert other(None).missing == ("number",)


def test_functions_are_made_again_and_keep_what_they_are() -> None:
    mutant = MUTANTS["words"]["arithmetic:toy_mutants._doubled:1"]
    before, after = fact(WORDS, "many"), fact(mutant.of(WORDS), "many")
    assert (after.name, after.where, after.needs) == (before.name, before.where, before.needs)
    assert isinstance(after.function, FunctionType)
    assert after.function.__doc__ == before.function.__doc__
    assert tripled(3) == 9
    untouched = fact(mutant.of(WORDS), "number")
    assert untouched is fact(WORDS, "number")


def test_what_is_exchanged_is_exchanged_everywhere() -> None:
    other = changed("boundary:toy_filing.enough_members:1", "filing")
    noted = next(s for s in other.steps if s.name == "report_change").notes[0]
    assert noted is other.inquiries[0].conditions[0]
    assert noted(3, min_members=3) is False


# --- who notices ----------------------------------------------------------------------------------


@frozen
class Counts:
    """An example: whether so many are enough, by the whole policy or by the clause alone."""

    id: str
    number: int
    enough: bool
    of_functions_alone: bool = False

    def right(self, policy: Policy) -> bool:
        least = settings_of(policy).values["least"]
        return norm(policy, "enough")(self.number, least=least) is self.enough


FAR = Counts("far", 9, enough=True)
NEAR = Counts("near", 3, enough=True)
BELOW = Counts("below", 2, enough=False)
#: These concern the clause ``enough``, and nothing but these.
OF_ENOUGH = {"number:least:+1", "number:least:-1", "boundary:toy_mutants.enough:1"}


def of_enough() -> list[Mutant]:
    return [MUTANTS["words"][id_] for id_ in sorted(OF_ENOUGH)]


def ids(mutants: Any) -> set[str]:
    return {m.id for m in mutants}


def test_a_weak_set_of_examples_leaves_survivors() -> None:
    assert ids(survivors(WORDS, of_enough(), [FAR])) == OF_ENOUGH
    assert ids(survivors(WORDS, of_enough(), [FAR, NEAR])) == {"number:least:-1"}
    assert ids(survivors(WORDS, of_enough(), [FAR, NEAR, BELOW])) == set()


def test_a_verdict_says_who_noticed() -> None:
    found = {v.mutant.id: v for v in judged(WORDS, of_enough(), [NEAR, BELOW])}
    assert {id_: v.by for id_, v in found.items()} == {
        "boundary:toy_mutants.enough:1": "near",
        "number:least:+1": "near",
        "number:least:-1": "below",
    }
    assert all(not v.survived and 1 <= v.asked <= 2 for v in found.values())


def test_only_those_that_may_notice_are_asked() -> None:
    mutants = [MUTANTS["words"][id_] for id_ in ("boundary:toy_mutants.few:1", "time:expiry")]
    few, expiry = judged(WORDS, mutants, [FAR, NEAR])
    assert (few.survived, few.asked) == (True, 0)
    assert (expiry.survived, expiry.asked) == (True, 2)  # nobody can tell who may notice that


def test_an_example_of_functions_alone_is_not_asked_about_figures() -> None:
    alone = evolve(NEAR, of_functions_alone=True)
    found = {v.mutant.id: v.asked for v in judged(WORDS, of_enough(), [alone])}
    assert found == {
        "boundary:toy_mutants.enough:1": 1,
        "number:least:+1": 0,
        "number:least:-1": 0,
    }


def test_an_example_that_is_wrong_as_it_is_can_notice_nothing() -> None:
    wrong = Counts("wrong", 2, enough=True)
    with pytest.raises(ValueError, match="wrong is not right under the policy itself"):
        survivors(WORDS, of_enough(), [wrong])


@frozen
class Strange:
    """An example that is right, and of a mutant raises or never ends."""

    then: Callable[[], bool]
    id: str = "strange"
    of_functions_alone: bool = False

    def right(self, policy: Policy) -> bool:
        least = settings_of(policy).values["least"]
        said = norm(policy, "enough")(3, least=least)
        return bool(said) or self.then()


def test_whatever_a_mutant_raises_is_noticed() -> None:
    def fail() -> bool:
        raise ZeroDivisionError

    assert survivors(WORDS, of_enough()[:1], [Strange(fail)]) == ()


def test_a_mutant_that_does_not_end_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    def on_and_on() -> bool:
        while True:
            pass

    monkeypatch.setattr(surviving, "_GRACE", 0.05)
    assert survivors(WORDS, of_enough()[:1], [Strange(on_and_on)]) == ()


def test_examples_in_docstrings() -> None:
    """Those of a clause, and those of what a fact calls, which rest on what that calls."""
    examples = [*doc_examples(WORDS)]
    assert [e.id.partition(":")[2] for e in examples] == ["enough", "tripled"]
    found = {
        v.mutant.id: v.by.partition(":")[2]
        for v in judged(WORDS, MUTANTS["words"].values(), examples)
        if not v.survived
    }
    assert found == {
        "boundary:toy_mutants.enough:1": "enough",
        "arithmetic:toy_mutants.tripled:1": "tripled",
        "arithmetic:toy_mutants._doubled:1": "tripled",
    }
    assert not DocExample("nowhere:nothing").right(WORDS)


def test_cases_in_the_neutral_format() -> None:
    """A case that is not answered as it expects, or cannot be run, notices nothing."""
    asked = {
        "as_of": "2030-04-10",
        "given": {"instrument": {"status": "published", "published_on": "2025-04-11"}},
        "when": "ask whether the Measures are in force on as_of",
    }
    last = {**asked, "id": "last", "expect": {"answer": "in_force"}}
    wrong = {**asked, "id": "wrong", "expect": {"answer": "expired"}}
    draft = evolve(WORDS, publication=None)
    examples = [*case_examples([last, wrong, {"id": "nothing"}], draft)]
    assert [e.id for e in examples] == ["last"]
    assert isinstance(examples[0], CaseExample)
    mutants = [
        MUTANTS["words"][id_]
        for id_ in ("number:until:-1d", "number:until:+1d", "boundary:toy_mutants.not_over:1")
    ]
    assert ids(survivors(draft, mutants, examples)) == {"number:until:+1d"}


def test_a_mutant_of_the_grounds_answers_otherwise() -> None:
    """The mutants are policies that can be asked: 不少于两次 becomes 超过两次."""
    case = Dossier(history=REPORTED)
    other = changed("boundary:toy_grounds.failed_in_a_row:1", "grounds")
    for policy in (GROUNDS, other):
        report = policy.check("striking_off", case, on=date(2028, 1, 1))
        assert report.answer in set(Answer)
    clause: Clause[...] = norm(other, "failed_in_a_row")
    assert [clause(n, failures=2) for n in (1, 2, 3)] == [False, False, True]
