"""The public functions as a host uses them: what the tests of this folder watch.

Nothing here but :func:`texts` touches a file: what is to be read is read before anybody watches.
"""

from __future__ import annotations

import importlib
import io
import json
import pkgutil
from collections.abc import Callable, Generator, Iterator, Mapping
from datetime import date
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from types import ModuleType
from typing import Any

from attrs import evolve, frozen
from rich.console import Console
from tests.architecture.faulty import faulty
from tests.architecture.uses_of_additions import uses_of_additions
from tests.architecture.uses_of_documents import (
    uses_of_a_receipt,
    uses_of_documents,
    uses_of_schemas,
)
from tests.architecture.uses_of_reforms import uses_of_reforms
from tests.architecture.uses_of_tables import uses_of_tables

import innov_consortium as ic
from innov_consortium import interchange, rendering
from innov_consortium.core import uscc
from innov_consortium.core.checking import derived_of, settings_of
from innov_consortium.core.clauses import Clause, clause, fact, items, judged
from innov_consortium.core.comparisons import comparisons_of
from innov_consortium.core.cycles import Cycle, stated_years
from innov_consortium.core.decide import Deferred, Granted
from innov_consortium.core.events import CallIssued
from innov_consortium.core.history import History, before
from innov_consortium.core.inquiries import Inquiry, InTime
from innov_consortium.core.numbers import numbers_of, stated
from innov_consortium.core.plan import force_of
from innov_consortium.core.policy import Policy
from innov_consortium.core.readings import Reading, question
from innov_consortium.core.report import Report
from innov_consortium.core.sources import Instrument, Ledger, Status
from innov_consortium.core.thresholds import thresholds_of
from innov_consortium.core.timelines import Timeline
from innov_consortium.core.tracing import trace
from innov_consortium.core.words import Day, Int, Truth, at_least, share_at_least
from innov_consortium.testing import read_cases, run_cases

__all__ = [
    "DAY",
    "PUBLIC",
    "Texts",
    "modules",
    "texts",
    "uses",
    "uses_of_a_case",
    "uses_of_a_day",
    "uses_of_a_history",
]

ROOT = Path(__file__).parents[2]
#: The packages of which the tests of this folder speak.
PUBLIC = ("core", "policies", "interchange", "rendering")
PUBLISHED = date(2025, 4, 11)
DAY = date(2026, 3, 2)
LOCALES = ("zh_CN", "en")
#: The case of which everything is asked and said in every way; the others, in one.
IN_FULL = "examples/complete.json"

#: A use, by a name, and the value or the text that came of it.
Use = tuple[str, Any]


@frozen
class Texts:
    """What is read from files before anything is watched.

    Args:
        cases: Documents of applications, by name.
        histories: Documents of histories, by name.
        every_sort: Documents that tell of every sort of event, lawful or not.
        stored: Documents of every format and version, by ``name-version``.
        law: Cases of law in the neutral format.
    """

    cases: Mapping[str, str]
    histories: Mapping[str, str]
    every_sort: Mapping[str, str]
    stored: Mapping[str, str]
    law: tuple[Mapping[str, Any], ...]


def texts() -> Texts:
    """Read the examples and the given cases."""

    def read(*patterns: str) -> dict[str, str]:
        paths = (p for pattern in patterns for p in sorted(ROOT.glob(pattern)))
        return {str(p.relative_to(ROOT)): p.read_text(encoding="utf-8") for p in paths}

    law = (ROOT / "tests" / "law" / "tianjin.jsonl").read_text(encoding="utf-8")
    return Texts(
        read("examples/*.json", "tests/interchange/complete.json"),
        read("examples/histories/*.json"),
        read("tests/interchange/history.json"),
        {Path(name).stem: text for name, text in read("tests/interchange/versions/*.json").items()},
        tuple(read_cases(law)),
    )


def modules() -> Iterator[ModuleType]:
    """Import and yield every module of the packages spoken of, those of region policies too."""
    for name in PUBLIC:
        package = importlib.import_module(f"innov_consortium.{name}")
        yield package
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            yield importlib.import_module(found.name)


def uses(policy: Policy, given: Texts) -> Iterator[Use]:
    """Use every public function of a policy's case and history; yield what comes of each.

    Args:
        policy: A policy, its publication unknown.
        given: What was read.
    """
    published = policy.supposing_published(PUBLISHED)
    for name, text in given.cases.items():
        yield from uses_of_a_case(published, name, text, briefly=name != IN_FULL)
    for name, text in given.histories.items():
        yield from uses_of_a_history(published, name, text)
    for name, text in given.every_sort.items():
        dossier = yield from _structuring(published, name, text)
        for on in sorted({event.on for event in dossier.history.events}):
            consortium = ic.replay(dossier.history, on)
            yield f"{name}/{on}/state", consortium
            act = next(event for event in dossier.history.events if event.on == on)
            facts = () if consortium.application is None else published.facts
            for one in (one for one in facts if one.each is None):
                found = derived_of(published, one.name, dossier, on, consortium, act)
                yield f"{name}/{on}/fact/{one.name}", found
    yield from _uses_of_several(published, given)
    yield from _uses_of_a_policy(published)
    yield from _declaring()
    complete = interchange.load_case(given.cases[IN_FULL])
    yield from uses_of_additions(published, complete, DAY)
    yield from uses_of_reforms(published, complete, DAY)
    yield from uses_of_tables(published, complete, DAY)
    yield from uses_of_documents(published, given.stored)
    yield from uses_of_schemas(published)
    for case, text in {**given.cases, **given.every_sort}.items():
        load: Callable[[str], Any] = interchange.load_case
        if case in given.every_sort:
            load = _with(interchange.load_dossier, published)
        for n, wrong in enumerate(faulty(json.loads(text))):
            yield f"{case}/faulty[{n}]", _refused(load, wrong)
    for result in run_cases(given.law, policy):
        yield f"law/{result.id}", result


def _with(load: Callable[..., Any], policy: Policy) -> Callable[[str], Any]:
    return lambda text: load(text, policy)


# --- an application ---------------------------------------------------------------------------


def uses_of_a_case(policy: Policy, name: str, text: str, *, briefly: bool = False) -> Iterator[Use]:
    """Structure an application, ask everything that is asked of one, and say it.

    Args:
        policy: The policy.
        name: What the uses are named after.
        text: The document.
        briefly: Whether to say it in one way only, and not to ask what it hinges on.
    """
    case = interchange.load_case(text)
    written = interchange.unstructure_case(case)
    yield f"{name}/case", case
    if case.application is not None:
        yield f"{name}/formation", policy.check_formation(case.application, on=DAY)
    yield f"{name}/written", interchange.dumps(written)
    yield f"{name}/again", interchange.structure_case(written)
    application = written["application"]
    yield f"{name}/application", interchange.structure_application(application)
    reports = []
    for inquiry in policy.inquiries:
        if inquiry.of == "application":
            for on in (DAY, date(2030, 4, 11)):
                reports.append(policy.check(inquiry.name, case, on=on))
                said = not briefly and inquiry.name == "formation"
                key = f"{name}/{inquiry.name}/{on}"
                yield from _uses_of_a_report(key, reports[-1], in_full=said)
    for one, other in pairwise(reports[:2]):
        yield from _uses_of_two(f"{name}/compared", one, other)
    if briefly:
        return
    yield from uses_of_a_receipt(name, reports[0], case)
    hinged = policy.hinges(policy.check("admissibility", case, on=DAY))
    yield f"{name}/hinges", hinged
    yield f"{name}/hinges/written", interchange.dumps(interchange.unstructure_hinges(hinged))
    yield from _said(f"{name}/hinges", hinged.report, hinges=hinged, details=True)


def _uses_of_a_report(name: str, report: Report, *, in_full: bool) -> Iterator[Use]:
    yield name, report
    yield f"{name}/turn", report.turn
    yield f"{name}/missing", (report.missing, report.open, report.failed, report.established)
    yield f"{name}/written", interchange.dumps(interchange.unstructure_report(report))
    for finding in report:
        assert report.finding(finding.provision) is not None
        assert report.outcome(finding.provision) is not None
    if in_full:
        yield from _said(name, report)
        yield from _said(f"{name}/details", report, details=True)
    else:
        yield f"{name}/text", rendering.render(report)


def _said(name: str, report: Report, **how: Any) -> Iterator[Use]:
    for locale in LOCALES:
        yield f"{name}/text/{locale}", rendering.render(report, locale, **how)
        yield f"{name}/markdown/{locale}", rendering.render_markdown(report, locale, **how)
        yield f"{name}/html/{locale}", rendering.render_html(report, locale, **how)
        console = Console(file=io.StringIO(), width=100, legacy_windows=False)
        rendering.print_report(report, locale, console, **how)
        yield f"{name}/printed/{locale}", console.file.getvalue()  # type: ignore[attr-defined]
        policy = report.policy
        for finding in report:
            said = rendering.sentence(finding, locale, policy, report.inquiry)
            cited = rendering.citation(policy.instrument, finding.provision, locale)
            yield f"{name}/{finding.provision}/{locale}", f"{cited} {said}"


def _uses_of_two(name: str, one: Report, other: Report) -> Iterator[Use]:
    compared = ic.compare(one, other)
    yield name, compared
    yield f"{name}/days", compared.days
    yield f"{name}/written", interchange.dumps(interchange.unstructure_comparison(compared))
    timeline = Timeline((one, other))
    yield f"{name}/timeline", timeline
    yield f"{name}/timeline/written", interchange.dumps(interchange.unstructure_timeline(timeline))
    for locale in LOCALES:
        yield f"{name}/text/{locale}", rendering.render_comparison(compared, locale, details=True)
        yield f"{name}/timeline/text/{locale}", rendering.render_timeline(timeline, locale)


# --- a history --------------------------------------------------------------------------------


def uses_of_a_history(policy: Policy, name: str, text: str) -> Iterator[Use]:
    """Structure a history, ask everything that is asked of one on some days, and say it."""
    dossier: ic.Dossier = yield from _structuring(policy, name, text)
    days = sorted({event.on for event in dossier.history.events})
    for on in (days[2], days[len(days) // 2], days[-1]):
        yield from uses_of_a_day(policy, f"{name}/{on}", dossier, on)
    yield from _uses_of_events(policy, name, dossier)
    yield from _uses_of_decisions(policy, name, dossier)
    for hindsight in (False, True):
        last = days[-1]
        audited = ic.audit(policy, dossier.history, last, dossier, with_hindsight=hindsight)
        key = f"{name}/audit/{hindsight}"
        yield key, audited
        yield f"{key}/written", interchange.dumps(interchange.unstructure_audit(policy, audited))
        for locale in LOCALES:
            yield f"{key}/{locale}", rendering.render_audit(policy, audited, locale, details=True)


def _structuring(policy: Policy, name: str, text: str) -> Generator[Use, None, ic.Dossier]:
    dossier = interchange.load_dossier(text, policy)
    written = interchange.unstructure_dossier(dossier)
    yield f"{name}/dossier", dossier
    yield f"{name}/written", interchange.dumps(written)
    yield f"{name}/again", interchange.structure_dossier(written, policy)
    for n, event in enumerate(dossier.history.events):
        one = interchange.unstructure_event(event)
        yield f"{name}/event[{n}]", interchange.dumps(one)
        if event.tag in ("call_issued", "filed"):  # the sorts that speak of no member by code
            yield f"{name}/event[{n}]/again", interchange.structure_event(one, policy)
    return dossier


def uses_of_a_day(policy: Policy, name: str, dossier: ic.Dossier, on: date) -> Iterator[Use]:
    consortium = ic.replay(dossier.history, on)
    document = interchange.dumps(interchange.unstructure_state(policy, consortium))
    yield f"{name}/state", consortium
    yield f"{name}/state/written", document
    yield f"{name}/changes", (consortium.changes, consortium.application)
    for inquiry in policy.inquiries:
        if inquiry.of == "history" or consortium.application is not None:
            report = policy.check(inquiry.name, dossier, on=on)
            in_full = inquiry.name == "revocation_grounds" and consortium.ended_by is not None
            yield from _uses_of_a_report(f"{name}/{inquiry.name}", report, in_full=in_full)
            if in_full:
                yield from uses_of_a_receipt(f"{name}/{inquiry.name}", report, dossier)
    acts = ic.possible_acts(policy, consortium, on, dossier)
    owed = ic.duties(policy, consortium, on, dossier)
    yield f"{name}/acts", acts
    yield f"{name}/acts/written", interchange.dumps(interchange.unstructure_acts(policy, acts))
    yield f"{name}/duties", owed
    written = interchange.unstructure_duties(policy, owed, on=on)
    yield f"{name}/duties/written", interchange.dumps(written)
    for locale in LOCALES:
        yield f"{name}/state/{locale}", rendering.render_state(policy, consortium, locale)
        yield f"{name}/acts/{locale}", rendering.render_acts(policy, acts, locale, details=True)
        yield f"{name}/duties/{locale}", rendering.render_duties(policy, owed, locale, on=on)


def _uses_of_events(policy: Policy, name: str, dossier: ic.Dossier) -> Iterator[Use]:
    history = dossier.history
    for n, event in enumerate(history.events):
        if event.tag == "corrected":
            continue
        consortium = before(history, n)
        decision = ic.decide(policy, consortium, event, event.on, dossier)
        yield f"{name}/decision[{n}]", decision
        if isinstance(decision, Granted):
            so_far = History(history.consortium, history.events[:n])
            yield f"{name}/granted[{n}]", so_far.add(*decision.events)
        yield f"{name}/decision[{n}]/text", rendering.render(decision.report)


def _uses_of_decisions(policy: Policy, name: str, dossier: ic.Dossier) -> Iterator[Use]:
    """Ask of acts whose day has not come, and of acts while nothing is known around them."""
    history = dossier.history
    last = history.events[-1]
    for n, event in enumerate(history.events[:12]):
        consortium = before(history, n)
        too_early = evolve(last, on=event.on)
        for act, known in ((too_early, dossier), (event, ic.Surroundings())):
            decision = ic.decide(policy, consortium, act, event.on, known)
            yield f"{name}/early[{n}]/{act.tag}", decision
            if not isinstance(decision, Granted):
                yield f"{name}/lacking[{n}]/{act.tag}", decision.findings
            if isinstance(decision, Deferred):
                yield f"{name}/missing[{n}]/{act.tag}", decision.missing


def _uses_of_several(policy: Policy, given: Texts) -> Iterator[Use]:
    dossiers = [interchange.load_dossier(text, policy) for text in given.histories.values()]
    replaced = next(iter(given.histories.values())).replace("member_exit", "lead_replacement")
    led_anew = interchange.load_dossier(replaced, policy)
    yield "lead_replaced", policy.check("change", led_anew, on=date(2027, 6, 1))
    on = date(2029, 6, 1)
    first = next(d.history for d in dossiers)
    folded = ic.register(policy, [first], on, complete_to=on)
    yield "register", folded
    plan = ic.plan_coverage(policy, dossiers, Cycle(2028, 3), on=on, capacity={2029: 1, 2030: 1})
    yield "coverage", plan
    yield "coverage/due", (plan.due, plan.not_due, plan.cycle.first_day)
    yield "coverage/written", interchange.dumps(interchange.unstructure_coverage(plan))
    for locale in LOCALES:
        yield f"coverage/{locale}", rendering.render_coverage(plan, locale)
    case = interchange.load_case(next(iter(given.cases.values())))
    yield "leads", case.application.leads
    hinged = policy.hinges(policy.check("admissibility", evolve(case, register=folded), on=on))
    yield "register/hinges", hinged


# --- a policy ---------------------------------------------------------------------------------


def _uses_of_a_policy(policy: Policy) -> Iterator[Use]:
    settings = {n.name: n.value for n in numbers_of(policy.numbers)}
    settings |= {c.name: c.option for c in policy.readings}
    names = [one.name for one in policy.facts[:20]]
    names += [one.name for one in policy.items]
    names += [one.name for one in numbers_of(policy.numbers)[:5]]
    names += [one.name for one in policy.readings[:5]]
    for name in (*names, "application"):
        yield f"trace/{name}", trace(policy, name)
    yield "thresholds", thresholds_of(policy)
    for norm in policy.every_norm:
        yield f"force/{norm.name}", force_of(norm, settings_of(policy))
        if isinstance(norm, Clause):
            named = {name: settings[name] for name in norm.settings}
            yield f"comparisons/{norm.name}", comparisons_of(norm, named)
    yield "cycle", stated_years(policy)
    yield "edition", (policy.edition, policy.in_principle, policy.about_members, policy.attestable)
    yield "norms", tuple(policy.norms(i.name) for i in policy.inquiries)
    yield "article", policy.ledger.under("art5")
    yield "actors", tuple(policy.actor(a.role) for a in policy.actors)
    enacted = policy.ledger.enacted_sha256
    yield "published", policy.published(PUBLISHED, document="示例公报", text_sha256=enacted)
    for choice in policy.readings[:3]:
        last = list(choice.question.options)[-1]
        other = policy.with_readings(**{choice.name: last.option})
        yield f"read/{choice.name}", other
        yield f"read/{choice.name}/by_default", other.by_default == policy
    yield "numbers", policy.with_numbers(min_participants=5)
    code = "91120116MAEX00001M"
    yield "code", (uscc.registration_category(code), uscc.is_enterprise_category(code))
    yield "code/organisation", uscc.organisation_code_is_sound(code)
    early = date(2020, 1, 1)
    yield "misdated", _refused(lambda _: CallIssued(on=DAY, recorded_on=early), "")
    yield "misspelt", _refused(lambda _: policy.with_readings(lead_count="a"), "")
    for locale in LOCALES:
        yield f"dot/{locale}", rendering.dot(policy, locale)
        yield f"mermaid/{locale}", rendering.mermaid(policy, locale)
        yield f"label/{locale}", interchange.label("application.participants[3].id", locale)
    options = {c.name: c.option.option for c in policy.readings}
    yield "readings", interchange.structure_readings(options)
    yield "readings/loaded", interchange.load_readings(json.dumps(options))


def _declaring() -> Iterator[Use]:
    """Declare a small text with all that a policy's author declares."""
    table = (
        "id\ttext\tgloss\tdisposition\twhere\n"
        "doc.title\t虚构县办法\tMeasures\tdefinition\t\n"
        "art1.s1\t不少于三家，\tthree or more\tclause\t\n"
        "art1.s2\t企业占一半。\thalf of them enterprises\tclause\t\n"
        "art1.s3\t目标明确。\tthe aim is clear\tjudgement\t\n"
        "art2.s1\t自公布之日起施行。\tin force from publication\tclause\t"
    )

    class Counting(Reading):
        """是否含牵头单位？"""

        APART = ("a", "不含", "not counted")
        TOGETHER = ("b", "含", "counted")

    @frozen
    class Numbers:
        least: int = stated(3, "art1.s1", unit="家", least=1)
        share: Fraction = stated(Fraction(1, 2), "art1.s2")

    @items(path="application.participants[{}]".format)
    def partner(application: ic.Application) -> tuple[ic.Organization, ...]:
        return application.participants

    @fact
    def partners(application: ic.Application, *, counting: Counting) -> int:
        return len(application.participants) + (counting is Counting.TOGETHER)

    @fact(each="partner", reads="{}.abroad", attested=bool)
    def abroad(partner: ic.Organization) -> bool | None:
        return partner.abroad

    @clause("art1.s1")
    def enough(partners: Int, *, least: int) -> Truth:
        return at_least(partners, least)

    @clause("art1.s2")
    def half(partners: Int, *, share: Fraction) -> Truth:
        return share_at_least(partners, partners, share)

    @clause("art2.s1")
    def begun(day: Day, published_on: Day) -> Truth:
        return at_least(day, published_on)

    formation = Inquiry(name="formation", conditions=(enough, half, judged("art1.s3")))
    counting = question(
        "counting",
        Counting,
        default=Counting.APART,
        entry="X01",
        provisions=("art1.s1",),
        reason="惯例",
        reason_en="custom",
    )
    declared = Policy(
        code="990001",
        instrument=Instrument(
            title="虚构县办法", gloss="Measures", status=Status.DRAFT, jurisdiction="990001"
        ),
        ledger=Ledger.read(table),
        numbers=Numbers(),
        readings=(counting,),
        facts=(partners, abroad),
        items=(partner,),
        inquiries=(formation,),
        in_time=InTime(commencement=begun),
    )
    yield "declared", declared.edition


def _refused(use: Callable[[str], Any], text: str) -> Any:
    """Return the error a use is refused with, or what came of it."""
    try:
        return use(text)
    except ic.InvalidInputError as error:
        return error
