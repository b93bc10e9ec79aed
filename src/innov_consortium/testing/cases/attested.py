"""What the format attests: of the lead, of participants, of the chief technologist, of the rest."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from innov_consortium.core.attestations import Attestation, Listing
from innov_consortium.core.organizations import MemberKey, Organization, OrganizationKind
from innov_consortium.core.policy import Policy
from innov_consortium.core.sources import Disposition
from innov_consortium.testing.cases import vocabulary
from innov_consortium.testing.cases.attesting import Attester, Said
from innov_consortium.testing.cases.given import ABSENT, Facts, a_text, one_of
from innov_consortium.testing.cases.problems import NotUnderstoodError
from innov_consortium.testing.cases.regional import regional_words

__all__ = [
    "attested_of_lead",
    "attested_of_others",
    "attested_of_participants",
    "attested_of_technologist",
    "lead_listings",
]

_ONE_SORT = (
    OrganizationKind.ENTERPRISE,
    OrganizationKind.UNIVERSITY,
    OrganizationKind.RESEARCH_INSTITUTION,
)
_LISTED = ("listing", "listings", "abnormal_list", "contradicted_by", "contradicting_evidence")


def attested_of_lead(attester: Attester, facts: Facts) -> Iterator[Attestation]:
    """Return what is attested of the lead."""
    yield from _operation(attester, facts)
    yield from _category(attester, facts)
    qualities = attester.said(facts, "judgement_qualities_attested", of_itself=True)
    path = facts.at("judgement_qualities_attested")
    for what in _judgements_under(attester, vocabulary.LEAD_QUALITIES):
        yield from attester.holds(what, qualities, path)
    yield from _named_together(attester, facts)


def _operation(attester: Attester, facts: Facts) -> Iterator[Attestation]:
    words = regional_words(attester.policy)
    path = facts.name_of(*words.operation)
    part = facts.part_or_word(*words.operation)
    if part is None:
        return
    whole = attester.of(part, part.get("value"))
    if whole is not None and not words.operation_legs:
        raise NotUnderstoodError(path, whole, "nothing a body attests under this policy")
    for leg in words.operation_legs:
        yield from attester.holds(leg, attester.of(part, part.get(leg)) or whole, path)
    part.pass_over("registered_in", "branch_in", "branches_in", *_LISTED)
    part.finish()


def _category(attester: Attester, facts: Facts) -> Iterator[Attestation]:
    path = facts.at("lead_category")
    part = facts.part_or_word("lead_category")
    strategic = attester.said(facts, "strategic_force_attested", of_itself=True)
    if part is not None:
        said = attester.of(part, part.get("value", "category"))
        names = ("strategic_force", "attested_as_strategic_force", "is_strategic_force")
        strategic = attester.of(part, part.get(*names)) or strategic
        part.finish()
        if said is not None and one_of(said.value, vocabulary.LEAD_CATEGORIES, path) == (
            vocabulary.DENIES_STRATEGIC_FORCE
        ):
            strategic = strategic or Said(False, said.by, said.on)  # noqa: FBT003 - a value
            said = Said("other", said.by, said.on)
        yield from attester.choice("lead_category", said, vocabulary.LEAD_CATEGORIES, path)
    yield from attester.holds("strategic_force", strategic, path)


def attested_of_technologist(attester: Attester, facts: Facts) -> Iterator[Attestation]:
    """Return what is attested of the chief technologist: nothing, if nobody has attested it."""
    said = attester.of(facts, facts.get("qualification", "category"))
    path = facts.at("qualification")
    yield from attester.choice("qualification", said, vocabulary.QUALIFICATIONS, path)


def attested_of_participants(
    attester: Attester, facts: Facts, units: list[Facts]
) -> Iterator[Attestation]:
    """Return what is attested of the participants: of all, of some, or of each."""
    names = ("participant_quality_attested", "participants_quality_attested")
    value = facts.get(*names)
    path = facts.name_of(*names)
    if isinstance(value, Mapping) and "value" not in value:
        yield from _by_unit(attester, Facts(value, path))
    else:
        said = attester.said(facts, *names, of_itself=True)
        for what in vocabulary.PARTICIPANT_QUALITIES.values():
            yield from attester.holds(what, said, path)
    for unit, own in zip(attester.roster.application.participants, units, strict=True):
        said = attester.said(
            own, "quality_attested", "participant_quality_attested", of_itself=True
        )
        yield from _quality(attester, unit.key, said, own.at("quality_attested"))


def _by_unit(attester: Attester, qualities: Facts) -> Iterator[Attestation]:
    missing = {
        key
        for name in qualities.get("missing", "except") or []
        for key in attester.roster.keys(name, qualities.at("missing"))
    }
    if missing:
        for unit in attester.roster.application.participants:
            if unit.key not in missing:
                yield from _quality(
                    attester,
                    unit.key,
                    attester.attested,
                    qualities.path,
                )
    for name in qualities.values:
        if name in ("missing", "except"):
            continue
        said = attester.said(qualities, name, of_itself=True)
        word = {"universities": "academics", "enterprise": "enterprises"}.get(name, name)
        if word in vocabulary.PARTICIPANT_QUALITIES:
            what = vocabulary.PARTICIPANT_QUALITIES[word]
            yield from attester.holds(what, said, qualities.at(name))
        else:
            yield from _of_named(attester, name, said, qualities)


def _of_named(
    attester: Attester, name: str, said: Said | None, qualities: Facts
) -> Iterator[Attestation]:
    for key in attester.roster.keys(name, qualities.path):
        if key not in attester.roster.participants:
            raise NotUnderstoodError(qualities.at(name), said, "no participant of that name")
        yield from _quality(attester, key, said, qualities.at(name))


def _quality(
    attester: Attester, unit: MemberKey, said: Said | None, path: str
) -> Iterator[Attestation]:
    kinds = {u.key: u.kind for u in attester.roster.application.participants}
    for sort, what in vocabulary.PARTICIPANT_QUALITIES.items():
        enterprise = kinds[unit] is OrganizationKind.ENTERPRISE
        if enterprise is (sort == "enterprises") or kinds[unit] not in _ONE_SORT:
            yield from attester.holds(what, said, path, unit)


def attested_of_others(attester: Attester, facts: Facts) -> Iterator[Attestation]:
    """Return what is attested of the whole application, by provision or by name."""
    yield from _named_together(attester, facts)
    for part in facts.parts("attestations"):
        what, item = part.text("what", "norm", "provision"), part.text("item", "change", "ground")
        said = attester.of(part, part.get("value", "holds"))
        names = attester.roster.keys(part.get("unit"), part.at("unit")) if part.get("unit") else ()
        part.finish()
        for unit in names or (None,):
            yield from attester.holds(what or "", said, part.path, unit, item)
    judgements = facts.part("judgements", "judgements_attested")
    if judgements is not None:
        for what in judgements.values:
            said = attester.said(judgements, what, of_itself=True)
            yield from attester.holds(what, said, judgements.at(what))


def _named_together(attester: Attester, facts: Facts) -> Iterator[Attestation]:
    for name, provisions in vocabulary.ATTESTED_TOGETHER.items():
        said = attester.said(facts, name, of_itself=True)
        for what in provisions:
            yield from attester.holds(what, said, facts.at(name))


def _judgements_under(attester: Attester, prefix: str) -> tuple[str, ...]:
    under = (p for p in attester.policy.attestable if p.startswith(prefix + "."))
    ledger = attester.policy.ledger
    return tuple(p for p in under if p in ledger and ledger[p].disposition is Disposition.JUDGEMENT)


def lead_listings(facts: Facts, lead: Organization, policy: Policy, day: date) -> Iterator[Listing]:
    """Return the lists the lead is said to stand on, beside what is attested of its operation."""
    part = facts.part_or_word(*regional_words(policy).operation)
    for one in (facts,) if part is None else (facts, part):
        for name in _LISTED:
            value = one.get(name)
            for each in value if isinstance(value, list) else [value]:
                if each is not ABSENT and each is not None and each is not False:
                    yield _listing(each, one.at(name), lead, day)


def _listing(value: object, path: str, lead: Organization, day: date) -> Listing:
    if isinstance(value, Mapping):
        part = Facts(value, path)
        name = part.text("list", "name") or vocabulary.ABNORMAL_LIST
        first, last = part.day("from", "on", "since"), part.day("until", "to", "removed_on")
        part.pass_over("type", "subject")
        part.finish()
        return Listing(unit=lead.legal_person, name=name, first=first or day, last=last)
    if value is True:
        return Listing(unit=lead.legal_person, name=vocabulary.ABNORMAL_LIST, first=day)
    name = a_text(value, path)
    if not any(word in name.lower() for word in ("名录", "名单", "list")):
        raise NotUnderstoodError(path, value, "is it a list the lead stands on?")
    return Listing(unit=lead.legal_person, name=name, first=day)
