"""The catalogues are complete, agree with each other, and say nothing that is never said."""

from __future__ import annotations

import importlib.resources
import inspect
import io
import os
import re
import string
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

import innov_consortium
from innov_consortium.core.changes import CHANGES, ChangeKind
from innov_consortium.core.checking import plan_for
from innov_consortium.core.clauses import Clause, Force, Outcome, clause
from innov_consortium.core.decide import Standing
from innov_consortium.core.duties import DutyState
from innov_consortium.core.events import SHARED, EvaluationMode
from innov_consortium.core.inquiries import Inquiry
from innov_consortium.core.lifecycle import Phase
from innov_consortium.core.numbers import numbers_of
from innov_consortium.core.records import OrganKind
from innov_consortium.core.register import Role
from innov_consortium.core.report import Answer, Mark, Norm, Report
from innov_consortium.core.sources import ForceInTime
from innov_consortium.core.steps import START
from innov_consortium.core.words import Int, Truth, exists
from innov_consortium.interchange import Part, Verdict, Why
from innov_consortium.policies.tianjin import TIANJIN, facts_turns
from innov_consortium.policies.tianjin.inquiries import REVOCATION_GROUNDS
from innov_consortium.rendering import (
    LOCALES,
    catalogues,
    messages_package,
    render,
    sentence,
    translate,
)
from innov_consortium.rendering.catalogues import messages_of, own_messages
from innov_consortium.rendering.sentences import message_key

OWN = ("innov_consortium.rendering", "innov_consortium")
POLICYS = ("innov_consortium.policies.tianjin", "policy")
VARIANTS = ("uncertain", *(o.value for o in Outcome))
PROVISION = re.compile(r"art[0-9]+\..*")


def source(package: str, domain: str, locale: str) -> dict[str, str]:
    """Return the messages of a catalogue as they are written."""
    folder = importlib.resources.files(package).joinpath("locale", locale, "LC_MESSAGES")
    catalogue = read_po(io.BytesIO(folder.joinpath(f"{domain}.po").read_bytes()))
    return {str(m.id): str(m.string) for m in catalogue if m.id}


def placeholders(message: str) -> set[str]:
    """Return the names a message leaves to be filled in, those within alternatives, too."""
    parsed = [one for one in string.Formatter().parse(message) if one[1] is not None]
    return {str(name) for _, name, _, _ in parsed}.union(
        *(placeholders(str(spec)) for _, _, spec, _ in parsed)
    )


#: Readings under which norms are asked that by default are not.
OTHERWISE = TIANJIN.with_readings(on_expiry="pending_finished", preliminary_review="condition")


def norms() -> list[Norm]:
    """Return every norm the policy asks, of its inquiries, its steps and its force, once."""
    found: dict[str, Norm] = {}
    for policy in (TIANJIN, OTHERWISE):
        every = {n.name: n for n in policy.every_norm}
        plan = plan_for(policy, "catalogue", [(n, True) for n in every.values()])
        found.update({n.name: n for n in plan.norms})
    return list(found.values())


def directly_named(norm: Norm) -> set[str]:
    """Return the facts and figures that stand in a clause's own signature."""
    found = next(n for n in TIANJIN.every_norm if n.name == norm.name)
    settings = found.settings if isinstance(found, Clause) else ()
    return set(norm.facts) | ({n.name for n in norm.numbers} & set(settings))


@pytest.mark.parametrize(("package", "domain"), [OWN, POLICYS])
def test_both_languages_have_the_same_keys_and_placeholders(package: str, domain: str) -> None:
    """A message is in both catalogues, filled with the same names, and empty in neither."""
    chinese, english = (source(package, domain, locale) for locale in LOCALES)
    assert list(chinese) == list(english)
    assert {k: placeholders(v) for k, v in chinese.items()} == {
        k: placeholders(v) for k, v in english.items()
    }
    assert all([*chinese.values(), *english.values()])


@pytest.mark.parametrize("locale", LOCALES)
def test_what_is_read_is_what_is_written(locale: str) -> None:
    """A compiled catalogue older than its source fails here: build the project again."""
    own = source(*OWN, locale)
    assert {key: own_messages(locale).find(key) for key in own} == own
    policys = source(*POLICYS, locale)
    assert {key: messages_of(TIANJIN, locale).find(key) for key in policys} == policys


@pytest.mark.parametrize("norm", norms(), ids=message_key)
def test_every_norm_has_a_sentence_that_says_all_it_compares_and_nothing_else(norm: Norm) -> None:
    """Its facts and its own figures occur, and no name that is not in its closure."""
    messages = source(*POLICYS, "zh_CN")
    key = message_key(norm)
    told = [messages[key], *(messages[f"{key}.{v}"] for v in VARIANTS if f"{key}.{v}" in messages)]
    said = {name.partition(".")[0] for name in set().union(*map(placeholders, told))}
    assert said >= directly_named(norm)
    closure = {n.name for n in norm.numbers} | {c.name for c in norm.readings}
    assert said <= set(norm.facts) | closure


@pytest.mark.parametrize("norm", norms(), ids=message_key)
def test_the_sentence_of_a_norm_in_principle_says_so_and_no_other_does(norm: Norm) -> None:
    """原则上 stands where the text has it, and where nobody reads it away."""
    said = source(*POLICYS, "zh_CN")[message_key(norm)]
    assert ("原则上" in said) == (norm.force is Force.IN_PRINCIPLE)


def vocabulary() -> set[str]:
    """Return every word the policy's figures, attestations and documents use."""
    figures = [n.value for n in numbers_of(TIANJIN.numbers)]
    lists = [value for value in figures if isinstance(value, tuple)]
    words = {word for value in lists for word in value if isinstance(word, str)}  # a zone has names
    options = (o for o in TIANJIN.attestable.values() if o is not bool)
    listed = {word for _, several in TIANJIN.vocabulary for word in several}
    told = {str(getattr(v[n], "value", v[n])) for v, n in told_apart()}
    organs = {kind.value for kind in OrganKind}  # a fact of the policy gives them as its words
    every = words | {str(member.value) for o in options for member in o} | listed | told | organs
    return {word for word in every if not PROVISION.fullmatch(word)}


def told_apart() -> list[tuple[Mapping[str, Any], str]]:
    """Return what acts of one row say that tells one from another, in the policy's own words."""
    several = (s for s in TIANJIN.steps if len(s.variants) > 1)
    said = [(variant, name) for s in several for variant in s.variants for name, _ in s.where]
    plain = ChangeKind | EvaluationMode | bool | None
    return [(v, n) for v, n in said if not isinstance(v[n], plain)]


#: What a reader must know of a bar, by the entry of the collection of readings.
CAVEATS = ("E03", "E07", "E15")

#: Why an answer may alter on a day although nothing happens.
TURNS = (
    *("commencement", "expiry", "new_year", "cycle_over", "bar_over", "cancellation_over"),
    *("deadline_over", "self_deadline_over", "call_opens", "call_over", "publicity_over"),
)


def procedure() -> set[str]:
    """Return the keys that the table of steps, the duties and the events call for."""
    steps = TIANJIN.steps
    stages = {stage for s in steps for stage in (*s.after, s.to, s.then) if stage}
    events = (*SHARED, *CHANGES, *TIANJIN.events)
    return {
        *(f"step.{s.name}" for s in steps),
        *(f"stage.{stage}" for stage in stages),
        *(f"path.{s.path}" for s in steps),
        *(f"role.{a.role}" for a in TIANJIN.actors),
        *(f"duty.{d.name}" for d in TIANJIN.duties),
        *(f"event.{e.tag}" for e in events),
    }


def expected_keys() -> set[str]:
    """Return the keys the policy calls for, by what it consists of."""
    figures = numbers_of(TIANJIN.numbers)
    return {
        *map(message_key, norms()),
        *procedure(),
        *(f"fact.{f.name}" for f in TIANJIN.facts),
        *(f"number.{n.name}" for n in figures),
        *(f"unit.{n.unit}" for n in figures if n.unit),
        *(f"reading.{c.name}" for c in TIANJIN.readings),
        *(f"items.{i.name}" for i in TIANJIN.items),
        *(f"inquiry.{i.name}" for i in TIANJIN.inquiries),
        *(f"word.{word}" for word in vocabulary()),
        *(f"caveat.{entry}" for entry in CAVEATS),
        *(f"turn.{what}" for what in TURNS),
    }


def test_every_reason_for_which_an_answer_may_alter_by_itself_has_a_label() -> None:
    """Each name that the policy gives a day stands in its code, and no other is labelled."""
    given = re.findall(r'"([a-z_]+)"\)', inspect.getsource(facts_turns))
    assert set(given) == set(TURNS)


def test_the_policys_catalogue_has_what_the_policy_calls_for_and_nothing_else() -> None:
    """Facts, figures, units, readings, items, inquiries and words: each one, none besides."""
    keys = set(source(*POLICYS, "zh_CN"))
    sentences = set(map(message_key, norms()))
    variants = {k for k in keys if k.rpartition(".")[2] in VARIANTS and k not in sentences}
    assert {k.rpartition(".")[0] for k in variants} <= sentences
    counts = {k for k in keys if k.startswith(("counted.", "not_counted.", "gaps."))}
    assert {k.partition(".")[2] for k in counts} <= {f.name for f in TIANJIN.facts}
    assert keys - variants - counts == expected_keys()


def test_the_question_of_a_reading_is_the_one_in_its_docstring() -> None:
    """The catalogue does not put another question than the code."""
    messages = source(*POLICYS, "zh_CN")
    asked = {c.name: inspect.getdoc(c.question.options) for c in TIANJIN.readings}
    assert {name: messages[f"reading.{name}"] for name in asked} == asked


@pytest.mark.parametrize("family", ["step", "stage", "path", "role", "duty"])
def test_no_two_of_a_family_are_called_the_same(family: str) -> None:
    """Whoever reads a label knows which is meant, in either language."""
    for locale in LOCALES:
        said = [v for k, v in source(*POLICYS, locale).items() if k.startswith(f"{family}.")]
        assert len(set(said)) == len(said)


FAMILIES: dict[str, Iterable[Any]] = {
    "outcome": Outcome,
    "answer": Answer,
    "answer.act": Answer,
    "answer.grounds": Answer,
    "ground": (Outcome.MET, Outcome.NOT_MET, Outcome.NEEDS_JUDGEMENT, Outcome.UNKNOWN),
    "validity": ForceInTime,
    "verdict": Answer,
    "phase": Phase,
    "standing": Standing,
    "duty_state": DutyState,
    "change_kind": ChangeKind,
    "evaluation_mode": EvaluationMode,
    "member_role": Role,
    "organ_kind": OrganKind,
    "mark": Mark,
    "force": Force,
    "in_force": [f for f in ForceInTime if f is not ForceInTime.UNKNOWN],
    "context": (Outcome.MET, Outcome.NOT_MET, Outcome.DEPARTS_FROM_PRINCIPLE),
    "note": (Outcome.ACCEPTED_DEPARTURE, Outcome.CASE_BY_CASE),
    "verify": Verdict,
    "verify.part": Part,
    "verify.why": Why,
}


#: What any policy's procedure has, whether its own catalogue has a label for it or not.
SHARED_LABELS = {
    *(f"event.{e.tag}" for e in (*SHARED, *CHANGES)),
    f"stage.{START}",
    "path.life",
    *(f"fact.{name}" for name in ("stage", "by", "application")),
}


def test_every_message_of_the_library_is_said_somewhere() -> None:
    """A key stands in the code by itself, or belongs to a family that an enum spans."""
    spanned = {f"{family}.{one.value}" for family, members in FAMILIES.items() for one in members}
    spanned |= SHARED_LABELS
    keys = set(source(*OWN, "zh_CN"))
    assert spanned <= keys
    root = Path(innov_consortium.__file__).parent
    code = "".join(p.read_text("utf-8") for p in root.rglob("*.py") if "policies" not in p.parts)
    assert {k for k in keys - spanned if f'"{k}"' not in code} == set()


def test_no_message_of_the_library_speaks_of_a_region_or_an_article() -> None:
    """What is said of Tianjin stands in Tianjin's own catalogue."""
    said = " ".join(v for locale in LOCALES for v in source(*OWN, locale).values())
    assert re.findall(r"天津|Tianjin|第.{1,3}条|[Aa]rt\. \d", said) == []


def test_the_whole_is_never_called_eligible() -> None:
    """The library compares with conditions; who is eligible is not its word.

    The grades 合格 and 不合格 are the text's own.
    """
    grades = {"word.qualified", "reading.qualified_grade"}
    said = " ".join(
        v.replace("不合格", "")
        for where in (OWN, POLICYS)
        for locale in LOCALES
        for k, v in source(*where, locale).items()
        if k not in grades or locale == "en"
    )
    said = said.replace("qualified (合格)", "").replace("graded 合格", "")
    assert re.findall(r"合格|有资格|eligible|qualifies", said) == []


def test_a_key_that_does_not_exist_is_an_error_not_a_text() -> None:
    """A key shown to a reader would be worse than no sentence."""
    with pytest.raises(LookupError, match=r"no\.such\.key"):
        translate("no.such.key", "en")


def test_a_policys_messages_are_found_through_its_package() -> None:
    """The nearest package around its clauses that has a directory for them."""
    assert messages_package(TIANJIN) == "innov_consortium.policies.tianjin"


@clause("art5.item3.s1")
def of_a_stranger(participants_named: Int) -> Truth:
    return exists(participants_named)


def test_a_policy_without_a_catalogue_speaks_in_the_words_of_its_text(
    reports: dict[str, Report],
) -> None:
    """No sentence, no label: the provision itself, and the names the code uses."""
    inquiry = Inquiry(name="formation", conditions=(of_a_stranger,))
    stranger = evolve(TIANJIN, inquiries=(inquiry, REVOCATION_GROUNDS))
    report = evolve(reports["complete"], policy=stranger)
    finding = report.finding("art5.item3.s1")
    assert finding is not None
    assert messages_package(stranger) is None
    assert sentence(finding, "zh_CN", stranger) == "（三）参与单位明确。"
    assert sentence(finding, "en", stranger) == "(3) Clear participants."
    assert "“参与单位总数”是否包括牵头单位？" in render(report, "en")
    bare = render(evolve(reports["bare"], policy=stranger), "zh_CN", details=True)
    assert "attestations[qualification]）：" not in bare
    assert "认定：经认定的技术总师资格（attestations[qualification]）" in re.sub(r"\n +", "", bare)
    assert "（min_participants）：6 家" in bare
    english = render(evolve(reports["bare"], policy=stranger), "en")
    assert "attestation: qualification (attestations[qualification])" in english


def test_catalogues_are_read_once(reports: dict[str, Report]) -> None:
    """A second rendering opens no file."""
    opened: list[str] = []
    watching = True

    def watch(event: str, args: tuple[Any, ...]) -> None:
        if watching and event == "open":
            opened.append(str(args[0]))

    for locale in LOCALES:
        render(reports["failing"], locale, details=True)
    sys.addaudithook(watch)
    for locale in LOCALES:
        render(reports["failing"], locale, details=True)
    watching = False
    assert opened == []


PO = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\nmsgid "k"\nmsgstr "{said}"\n'


def write_catalogue(folder: Path, *, po: str = "", mo: str = "", newer: str = "") -> None:
    """Write a package with a catalogue: its source, its compiled form, and which is newer."""
    where = folder / "locale" / "en" / "LC_MESSAGES"
    where.mkdir(parents=True)
    (folder / "__init__.py").touch()
    for end, said in (("po", po), ("mo", mo)):
        path = where / f"policy.{end}"
        if said and end == "po":
            path.write_text(PO.replace("{said}", said), encoding="utf-8")
        elif said:
            compiled = io.BytesIO()
            write_mo(compiled, read_po(io.BytesIO(PO.replace("{said}", said).encode())))
            path.write_bytes(compiled.getvalue())
        if said:
            os.utime(path, (2, 2) if end == newer else (1, 1))


@pytest.mark.parametrize(
    ("name", "written", "expected"),
    [
        ("only_a_source", {"po": "source"}, "source"),
        ("only_compiled", {"mo": "compiled"}, "compiled"),
        ("built_together", {"po": "source", "mo": "compiled"}, "compiled"),
        ("built_later", {"po": "source", "mo": "compiled", "newer": "mo"}, "compiled"),
        ("edited_since", {"po": "source", "mo": "compiled", "newer": "po"}, "source"),
        ("neither", {}, None),
    ],
)
def test_what_is_compiled_is_used_unless_its_source_was_edited(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    written: dict[str, str],
    expected: str | None,
) -> None:
    """A bare source tree needs no build, an editable one no second build."""
    write_catalogue(tmp_path / name, **written)
    monkeypatch.syspath_prepend(tmp_path)
    assert catalogues._read(name, "policy", "en").find("k") == expected


def test_a_catalogue_is_asked_for_by_its_own_name() -> None:
    """Spellings are settled before, in one place."""
    with pytest.raises(ValueError, match="negotiate"):
        own_messages("zh")
