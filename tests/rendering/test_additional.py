"""What districts and calls ask beside a policy stands apart, under the title of its own text."""

from __future__ import annotations

import json
from gettext import NullTranslations

import pytest
from tests.core.test_additional import AFTER, CALL, DURING, of

from innov_consortium.core.policy import Policy
from innov_consortium.core.report import Report
from innov_consortium.interchange import dumps, unstructure_report
from innov_consortium.rendering import catalogues, render, render_html, render_markdown
from innov_consortium.rendering.catalogues import Messages


@pytest.fixture
def report(toy: Policy) -> Report:
    return toy.with_additional(CALL).check("formation", of(4), on=DURING)


@pytest.mark.parametrize(
    ("locale", "heading", "note"),
    [
        (
            "zh_CN",
            "附加条件：《2026年度申报通知》第一条",
            "结论另计入《2026年度申报通知》附加的条件 3 项",
        ),
        (
            "en",
            "Additional conditions: Call of 2026 Art. 1",
            "3 additional conditions of Call of 2026",
        ),
    ],
)
def test_it_stands_apart_in_every_form(
    report: Report, locale: str, heading: str, note: str
) -> None:
    """Behind the articles of the policy, before what is missing; the head says that it counts."""
    last = "第九条" if locale == "zh_CN" else "Art. 9"
    for written in (render, render_markdown, render_html):
        text = written(report, locale)
        assert note in " ".join(text.split())
        assert text.rindex(heading) > text.rindex(last)


def test_a_place_says_whose_it_is(report: Report) -> None:
    """Article 1 of the call is not taken for article 1 of the policy."""
    text = render(report)

    assert "不符合：附加条件〔call-2026〕第一条" in text.replace("  ", "")
    assert (
        "附加条件〔call-2026〕第一条「并经园区推荐」（attestations[call-2026:art1.s2]）"
        in "".join(text.split()).replace("（attestations", "（attestations")
    )


def test_the_days_of_the_window_are_told(toy: Policy) -> None:
    """By what begins or ends on them."""
    report = toy.with_additional(CALL).check("formation", of(3), on=DURING)

    assert "《2026年度申报通知》的附加条件不再适用" in "".join(render(report).split())
    assert "no longer apply" in " ".join(render(report, "en").split())
    assert "附加条件" not in render(toy.with_additional(CALL).check("formation", of(3), on=AFTER))


def test_json_says_whose_a_finding_is(report: Report) -> None:
    """The texts added are named with their digests; a finding names the one it is of."""
    document = json.loads(dumps(unstructure_report(report)))

    assert [one["name"] for one in document["additional"]] == ["call-2026"]
    assert document["additional"][0]["text_sha256"] == CALL.ledger.text_sha256
    sources = [one["source"] for one in document["findings"]]
    assert sources == [None] * (len(sources) - 3) + ["call-2026"] * 3


def test_no_norm_is_told_in_another_texts_words(
    toy: Policy, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A text's messages are for its own norms; of the policy's labels it may make use."""

    class Said(NullTranslations):
        def __init__(self, **said: str) -> None:
            super().__init__()
            self.said = said

        def gettext(self, message: str) -> str:
            return self.said.get(message.replace(".", "_"), message)

    texts = {
        "policy": Messages(Said(clause_enough_for_the_call="政策的句子", fact_applicants="参与")),
        "call": Messages(Said(clause_enough_participants_met="改写的句子")),
    }
    monkeypatch.setattr(catalogues, "messages_package", lambda _: "policy")
    monkeypatch.setattr(catalogues, "_package_of", lambda _: "call")
    monkeypatch.setattr(catalogues, "_read", lambda package, *_: texts[package])
    added = toy.with_additional(CALL)
    own = catalogues.messages_of(added, "zh_CN")
    beside = catalogues.messages_beside(added, "call-2026", "zh_CN")

    assert own.find("clause.enough_participants.met") is None
    assert own.find("clause.enough_for_the_call") == "政策的句子"
    assert beside.find("clause.enough_for_the_call") is None
    assert beside.find("clause.enough_participants.met") == "改写的句子"
    assert beside.find("fact.applicants") == "参与"
