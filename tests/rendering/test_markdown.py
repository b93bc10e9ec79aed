"""Markdown says what the text says, in the same order, and obeys no name."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from tests.pages import HOSTILE, PARSER, bare, renamed, reports_of_examples, seen, tokens

from innov_consortium.core.attestations import Attestation
from innov_consortium.core.clauses import Outcome
from innov_consortium.core.report import Finding, Report
from innov_consortium.rendering import (
    LOCALES,
    UnknownLocaleError,
    render,
    render_markdown,
    translate,
    wording,
)
from innov_consortium.rendering.layout import visible
from innov_consortium.rendering.markdown import escaped

NAMES = ("complete", "bare", "failing", "special", "expired", "early", "many", "pending")
OF_EXAMPLES = reports_of_examples()

#: Tokens that only a report's own marks may make; names make none of them.
MARKS = ("bullet_list_open", "heading_open", "table_open", "blockquote_open", "strong_open")
NEVER = {
    "html_block", "html_inline", "link_open", "image", "code_block", "fence", "em_open", "s_open",
    "hr", "ordered_list_open", "hardbreak",
}  # fmt: skip


def before_the_readings(text: str, locale: str) -> str:
    """Return what stands above the readings, which are a table in Markdown."""
    return text.rpartition(translate("heading.readings", locale))[0] or text


def same_as_text(report: Report, locale: str, *, details: bool) -> None:
    text = before_the_readings(render(report, locale, details=details), locale)
    page = before_the_readings(seen(render_markdown(report, locale, details=details)), locale)
    assert bare(page) == bare(text)


@pytest.mark.parametrize("details", [False, True])
@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("name", NAMES)
def test_it_says_what_the_text_says(
    reports: dict[str, Report], name: str, locale: str, *, details: bool
) -> None:
    """Word for word and in the same order: answer, marks, each norm with its words, gaps."""
    same_as_text(reports[name], locale, details=details)


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("name", OF_EXAMPLES)
def test_so_it_does_of_every_inquiry_and_act(name: str, locale: str) -> None:
    """Of grounds, of a bar, of a life, and of whatever may be done next."""
    same_as_text(OF_EXAMPLES[name], locale, details=False)


def rows(markdown: str) -> list[tuple[str, ...]]:
    """Return the rows of every table."""
    found: list[list[str]] = []
    for token in PARSER.parse(markdown):
        if token.type == "tr_open":
            found.append([])
        elif token.type == "inline" and token.level == 4 and found:
            found[-1].append(token.content)
    return [tuple(row) for row in found]


@pytest.mark.parametrize("details", [False, True])
@pytest.mark.parametrize("locale", LOCALES)
def test_readings_are_a_table(reports: dict[str, Report], locale: str, *, details: bool) -> None:
    """A row for each, of entry, question and option; with details the reason, too."""
    report = reports["failing"]
    header, *table = rows(render_markdown(report, locale, details=details))
    words = wording(locale, report.policy)
    assert header[0] == words.say("readings.entry")
    assert len(table) == len(report.readings)
    for row, choice in zip(table, report.readings, strict=True):
        reason = choice.question.reason if words.chinese else choice.question.reason_en
        assert row[0] == choice.question.entry
        assert row[1] == escaped(words.of_policy(f"reading.{choice.name}") or "")
        assert row[2].startswith(escaped(words.value(choice.option)))
        assert row[3:] == ((escaped(reason),) if details else ())


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("outcome", Outcome, ids=lambda o: o.value)
def test_every_finding_can_have_every_outcome(
    reports: dict[str, Report], outcome: Outcome, locale: str
) -> None:
    """Its word is in bold, once for each finding that enters the answer."""
    report = reports["failing"]
    changed = [evolve(f, outcome=outcome, outcomes=(), items=()) for f in report]
    found = render_markdown(evolve(report, findings=tuple(changed)), locale)
    word = re.escape(translate(f"outcome.{outcome.value}", locale))
    assert len(re.findall(rf"^- \*\*(?:[!?] )?{word}\*\* ", found, re.MULTILINE)) >= sum(
        f.norm.combines for f in report
    )


def test_what_stands_out_is_set_off(reports: dict[str, Report]) -> None:
    """A sign, the place, the exact words as a quotation; what is met has none of these."""
    page = render_markdown(reports["failing"])
    block = page[page.index("- **! 不符合** 第五条第（五）项") :].split("\n- ")[0]
    assert "\n  > 「创新联合体各成员单位须共同签署组建协议」\n" in block
    assert "\n  - 测试企业01有限公司、" in block
    assert "\n- **符合** 「任务分工」\n" in render_markdown(reports["complete"])


def test_an_unknown_language_is_refused(reports: dict[str, Report]) -> None:
    """No page in a language nobody wrote."""
    with pytest.raises(UnknownLocaleError):
        render_markdown(reports["bare"], "fr")


# --- what comes from outside ----------------------------------------------------------------------


def shape(markdown: str) -> Counter[str]:
    """Return how often each mark is made; a span of code that shows @ is part of the text."""
    found = Counter(t.type for t in tokens(markdown))
    assert {t.content.strip("@") for t in tokens(markdown) if t.type == "code_inline"} <= {""}
    return Counter({kind: n for kind, n in found.items() if kind in MARKS or kind in NEVER})


@pytest.mark.parametrize("details", [False, True])
@pytest.mark.parametrize("locale", LOCALES)
def test_a_name_is_text_and_no_mark(
    reports: dict[str, Report], locale: str, *, details: bool
) -> None:
    """The page has the marks it has with plain names, and shows each name as it stands."""
    plain = [f"甲{n}" for n in range(len(HOSTILE))]
    of = {
        names: render_markdown(renamed(reports["failing"], *names), locale, details=details)
        for names in (tuple(plain), HOSTILE)
    }
    assert shape(of[HOSTILE]) == shape(of[tuple(plain)])
    assert set(shape(of[HOSTILE])) & NEVER == set()
    for name in HOSTILE:
        assert bare(name) in bare(seen(of[HOSTILE]))


@pytest.mark.parametrize("text", [*HOSTILE, "甲\u202e乙\u2066", "一\n\n# 二\n- 三", "\x1b[31m"])
def test_nor_are_the_words_of_whoever_attests(reports: dict[str, Report], text: str) -> None:
    """Body, document and title of the text; what nobody can see is replaced."""
    report = reports["failing"]

    def by(words: str) -> Report:
        first, *others = report.findings
        said = Attestation(what="x", by="甲", on=report.on, document=words)
        title = evolve(report.policy.instrument, title=words)
        return evolve(
            report,
            findings=(evolve(first, decided_by=said), *others),
            policy=evolve(report.policy, instrument=title),
        )

    page = render_markdown(by(text))
    assert shape(page) == shape(render_markdown(by("津科")))
    assert bare(seen(page)).count(bare(visible(text))) >= 2
    assert all(c.isprintable() or c == "\n" for c in page)


ANY_TEXT = st.text(
    st.sampled_from("\\`*_{}[]()<>#+-.!|~&;:=@/$%^\"' \n\t甲w1aA「，") | st.characters(),
    max_size=30,
) | st.lists(st.sampled_from([*HOSTILE, " ", "\n", "|", "\\", "_", "1", "甲"]), max_size=4).map(
    "".join
)


@given(ANY_TEXT)
def test_any_text_is_shown_as_it_stands(text: str) -> None:
    """In a paragraph, an item, a heading, a cell, a quotation and in bold."""
    expected = visible(text)
    if not expected:
        return
    said = escaped(text)
    page = "\n\n".join(
        [f"{said}", f"- {said}", f"# {said}", f"| 甲 | 乙 |\n| --- | --- |\n| {said} | {said} |",
         f"> {said}", f"一 **{said}** 二"]
    )  # fmt: skip
    inline = [t for t in PARSER.parse(page) if t.type == "inline"]
    shown = ["".join(c.content for c in t.children or ()) for t in inline]
    assert shown == [
        *([expected] * 3),
        *("甲", "乙", expected, expected),
        expected,
        f"一 {expected} 二",
    ]
    allowed = {"text", "code_inline", "strong_open", "strong_close"}
    assert {c.type for t in inline for c in t.children or ()} <= allowed


def test_a_finding_of_a_provision_quoted_above_has_no_quotation(
    reports: dict[str, Report],
) -> None:
    """As in the text: two norms of one sentence quote it once."""
    report = reports["failing"]
    first: Finding = report.findings[3]
    twice = evolve(report, findings=(*report.findings[:4], *report.findings[3:]))
    quote = report.policy.ledger[first.provision].text.rstrip("，、；")
    assert render_markdown(twice).count(quote) == render_markdown(report).count(quote)
    same_as_text(twice, "zh_CN", details=False)
