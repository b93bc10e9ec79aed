"""From the thresholds of a policy and its templates to cases in the neutral format, unanswered."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from attrs import frozen
from babel.dates import format_date

from innov_consortium.core.numbers import numbers_of
from innov_consortium.core.policy import Policy
from innov_consortium.core.thresholds import Threshold, thresholds_of
from innov_consortium.rendering import LOCALES, Wording, wording
from innov_consortium.rendering.sentences import quoted
from innov_consortium.testing.boundaries.expanding import expand, merged
from innov_consortium.testing.boundaries.points import Point, points_of
from innov_consortium.testing.boundaries.templates import Template, Templates, templates_of

__all__ = ["Boundary", "boundaries_of"]

_NOT_IN_AN_ID = re.compile(r"[^\w.]+")
#: Words for a list that is whole, and for one that lacks a word.
_LISTS = {"whole": "boundaries.whole", "lacking": "boundaries.lacking"}


@frozen(kw_only=True)
class Boundary:
    """One case at a threshold.

    Args:
        template: The template it is made of.
        thresholds: The thresholds it is for; under different readings they may be several.
        point: The value, and where it lies.
        titles: The case in a line, by language.
        case: The case, with no outcome.
    """

    template: Template
    thresholds: tuple[Threshold, ...]
    point: Point
    titles: Mapping[str, str]
    case: Mapping[str, Any]

    @property
    def form(self) -> dict[str, Any]:
        """What an answer has to fill in: ``None`` for each outcome."""
        answer = {"answer": None} if self.template.answer else {}
        norms, values = (dict.fromkeys(n) for n in (self.template.asked, self.template.values))
        return answer | ({"norms": norms} if norms else {}) | ({"values": values} if values else {})

    @property
    def blank(self) -> dict[str, Any]:
        """The case with the form for its outcomes."""
        return {**self.case, "expect": self.form}


def boundaries_of(policy: Policy) -> Iterator[Boundary]:
    """Yield the boundary cases of a policy, in the order of its templates.

    Raises:
        KeyError: A template names a base, a number or a placeholder that is not there.
    """
    templates = templates_of(policy)
    found = thresholds_of(policy)
    numbers = {n.name: n.value for n in numbers_of(policy.numbers)}
    years = {f"{n}_year": v.year for n, v in numbers.items() if isinstance(v, date)}
    fixed = {**numbers, **years, "code": policy.code}
    for template in templates.templates:
        if not template.none:
            own = tuple(t for key in template.of for t in found if t.key == key)
            yield from _family(policy, templates, template, own, fixed)


def _family(
    policy: Policy,
    templates: Templates,
    template: Template,
    thresholds: tuple[Threshold, ...],
    fixed: Mapping[str, Any],
) -> Iterator[Boundary]:
    vary = expand(template.vary, fixed)
    bound = fixed[vary["number"]] if "number" in vary else _bound(thresholds)
    given = merged(templates.bases[template.base], template.given)
    for point in points_of(vary, bound):
        scope = {**fixed, **point.scope, "value": point.value}
        titles = {locale: _title(policy, locale, template, point, scope) for locale in LOCALES}
        yield Boundary(
            template=template,
            thresholds=thresholds,
            point=point,
            titles=titles,
            case={
                "id": f"B-{template.id}-{_NOT_IN_AN_ID.sub('-', point.slug)}",
                "title": titles["zh_CN"],
                "as_of": expand(template.as_of, scope),
                "given": expand(given, scope),
                "when": expand(template.when, scope),
                "article": list(template.article),
                "why": "；".join(f"{p}：{quoted(policy.ledger[p])}" for p in template.article),
                "ambiguity": list(template.ambiguity),
            },
        )


def _bound(thresholds: tuple[Threshold, ...]) -> Any:
    """Return the bound of the first threshold that has one of its own."""
    return next((t.bound for t in thresholds if t.bound is not None), None)


# --- titles ---------------------------------------------------------------------------------------


def _title(
    policy: Policy, locale: str, template: Template, point: Point, scope: Mapping[str, Any]
) -> str:
    words = wording(locale, policy)
    label = _label(words, template.vary.get("labels", {}), point)
    said = template.title if words.chinese else template.title_en or template.title
    weekday = {"weekday": format_date(point.value, "EEEE", locale)} if _is_day(point) else {}
    return str(expand(said, {**scope, "label": label, **weekday}))


def _is_day(point: Point) -> bool:
    return isinstance(point.value, date)


def _label(words: Wording, labels: Mapping[str, str], point: Point) -> str:
    """Return what the word of a point is called: by the template, else by the policy."""
    own = [labels[point.word]] if words.chinese and point.word in labels else []
    called = "label" if words.chinese else "label_en"
    own += [str(point.scope[called])] if called in point.scope else []
    label = own[0] if own else words.word(point.word)
    return words.say(_LISTS[point.at], word=label) if point.at in _LISTS else label
