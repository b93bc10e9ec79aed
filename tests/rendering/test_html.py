"""The page says what the text says, is well formed, asks for nothing else, and obeys no name."""

from __future__ import annotations

import importlib.resources
import re
import subprocess
import sys
from collections import Counter
from itertools import pairwise

import pytest
from attrs import evolve
from tests.pages import HOSTILE, Page, bare, renamed, reports_of_examples

from innov_consortium.core.attestations import Attestation
from innov_consortium.core.clauses import Outcome
from innov_consortium.core.report import Report
from innov_consortium.errors import InnovConsortiumError
from innov_consortium.rendering import (
    LOCALES,
    MissingExtraError,
    UnknownLocaleError,
    html,
    layout,
    render,
    render_html,
    translate,
    wording,
)
from innov_consortium.rendering.layout import visible
from innov_consortium.rendering.sentences import outcome

NAMES = ("complete", "bare", "failing", "special", "expired", "early", "many", "pending")
OF_EXAMPLES = reports_of_examples()
TEMPLATE = importlib.resources.files("innov_consortium.rendering") / "templates"


#: Where the text joins what the page sets apart.
JOINTS = re.compile(r"[\n:：；;。（）()「」\[\]]|——| — |  +|、|, |(?<=[\w)])\.(?=\s)")


def left_out(report: Report, locale: str, *, details: bool = False) -> list[str]:
    """Return what the text says and the page does not."""
    page = Page(render_html(report, locale, details=details))
    assert page.faults == []
    shown = bare(page.text)
    return [
        p for p in JOINTS.split(render(report, locale, details=details)) if bare(p) not in shown
    ]


@pytest.fixture
def unbroken(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the text put each sentence on one line."""
    monkeypatch.setattr(layout, "WIDTH", sys.maxsize)


@pytest.mark.usefixtures("unbroken")
@pytest.mark.parametrize("details", [False, True])
@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("name", NAMES)
def test_it_says_what_the_text_says(
    reports: dict[str, Report], name: str, locale: str, *, details: bool
) -> None:
    """Every sentence of the text: answer, marks, each norm with its words, gaps, readings."""
    assert left_out(reports[name], locale, details=details) == []


@pytest.mark.usefixtures("unbroken")
@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("name", OF_EXAMPLES)
def test_so_it_does_of_every_inquiry_and_act(name: str, locale: str) -> None:
    """Of grounds, of a bar, of a life, and of whatever may be done next."""
    assert left_out(OF_EXAMPLES[name], locale) == []


@pytest.mark.parametrize("name", NAMES)
def test_each_norm_has_an_element_with_its_own_words(reports: dict[str, Report], name: str) -> None:
    """Outcome, exact words and what was found, one norm after the other."""
    report = reports[name]
    findings = render_html(report).split('<li class="finding ')[1:]
    assert len(findings) == len(report.findings)
    for finding, source in zip(report, findings, strict=True):
        shown = bare(Page(f'<li class="{source}').text)
        word = outcome(wording("zh_CN", report.policy), finding.norm, finding.outcome)
        assert (finding.provision, shown.startswith(bare(word))) == (finding.provision, True)
        assert bare(_quote(report, finding.provision)) in shown


def _quote(report: Report, provision: str) -> str:
    return report.policy.ledger[provision].text.rstrip("，、；")


@pytest.mark.parametrize("name", NAMES)
def test_the_norms_stand_in_the_order_of_the_law(reports: dict[str, Report], name: str) -> None:
    """Each provision is an anchor, once; what points to one finds it."""
    report = reports[name]
    page = Page(render_html(report, details=True))
    ids = page.every("id")
    provisions = list(dict.fromkeys(f.provision for f in report))
    assert [one for one in ids if one.startswith("art")] == provisions
    assert [one for one, n in Counter(ids).items() if n > 1] == []
    targets = {of.removeprefix("#") for of in page.every("href")}
    assert targets <= set(ids)
    assert {f"reading.{c.name}" for c in report.readings} <= set(ids)


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("outcome", Outcome, ids=lambda o: o.value)
def test_every_finding_can_have_every_outcome(
    reports: dict[str, Report], outcome: Outcome, locale: str
) -> None:
    """Its word stands there, with a sign that is not read out beside it."""
    report = reports["failing"]
    changed = [evolve(f, outcome=outcome, outcomes=(), items=()) for f in report]
    source = render_html(evolve(report, findings=tuple(changed)), locale)
    word = translate(f"outcome.{outcome.value}", locale)
    badges = re.findall(r'<span class="badge ([a-z]+)"><span class="sign" aria-hidden="true">(.)'
                        rf"</span>{re.escape(word)}</span>", source)  # fmt: skip
    assert len(badges) >= sum(f.norm.combines for f in report)
    assert Page(source).faults == []


def test_what_a_reader_has_to_look_at_is_linked(reports: dict[str, Report]) -> None:
    """At the top, by outcome and place, to the first finding there."""
    page = Page(render_html(reports["failing"]))
    links = [of["href"] for tag, of in page.elements if tag == "a"]
    assert links[:3] == ["#art5.item3.s3a", "#art5.item5.s2a", "#art5.item6.s2a"]
    assert "不符合 第五条第（三）项 第五条第（五）项 第五条第（六）项" in " ".join(
        page.text.split()
    )


# --- the page as a page ---------------------------------------------------------------------------


@pytest.mark.parametrize(("locale", "lang"), [("zh_CN", "zh-CN"), ("en", "en")])
def test_it_is_a_whole_page_by_itself(reports: dict[str, Report], locale: str, lang: str) -> None:
    """Language, encoding and viewport are said; no script, and nothing is fetched."""
    source = render_html(reports["failing"], locale)
    page = Page(source)
    tags = Counter(tag for tag, _ in page.elements)
    assert source.startswith(f'<!doctype html>\n<html lang="{lang}">\n')
    assert source.index('<meta charset="utf-8">') < 100
    assert ("meta", {"name": "viewport", "content": "width=device-width, initial-scale=1"}) in (
        page.elements
    )
    assert (tags["h1"], tags["main"], tags["title"], tags["script"], tags["link"]) == (
        1,
        1,
        1,
        0,
        0,
    )
    attributes = {name for _, of in page.elements for name in of}
    assert (
        attributes & {"src", "srcset", "style", "action", "data", "poster", "background"} == set()
    )
    assert [name for name in attributes if name.startswith("on")] == []
    assert {of[0] for of in page.every("href")} == {"#"}
    assert re.findall(r"https?:|url\(|@import|//", source) == []
    assert "default-src 'none'" in source


def test_headings_and_tables_are_said_to_be_such(reports: dict[str, Report]) -> None:
    """No level is left out; cells at the head of a column or row say of which."""
    page = Page(render_html(reports["failing"], details=True))
    levels = [int(tag[1]) for tag, _ in page.elements if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert max(b - a for a, b in pairwise(levels)) == 1
    scopes = Counter(of.get("scope") for tag, of in page.elements if tag == "th")
    assert scopes == {"col": 4, "row": len(reports["failing"].readings)}


def test_nothing_is_folded_away(reports: dict[str, Report]) -> None:
    """Parts without anything to look at can be folded, and are open until a reader does."""
    page = Page(render_html(reports["failing"]))
    folded = [of for tag, of in page.elements if tag == "details"]
    assert folded != []
    assert [of for of in folded if "open" not in of] == []


def test_chinese_words_in_an_english_page_are_said_to_be_chinese(
    reports: dict[str, Report],
) -> None:
    """The exact words of every provision, so that they are read out and set as Chinese."""
    report = reports["complete"]
    page = Page(render_html(report, "en"))
    chinese = [of for tag, of in page.elements if tag == "p" and of.get("lang") == "zh-CN"]
    assert len(chinese) == len({f.provision for f in report})


def _colours(css: str) -> dict[str, str]:
    return dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", css))


def _luminance(colour: str) -> float:
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_colours_can_be_read_by_day_and_by_night() -> None:
    """Text on its ground has a contrast of 4.5 or more, as WCAG asks."""
    source = (TEMPLATE / "report.html.jinja").read_text(encoding="utf-8")
    light, rest = source.split("@media screen and (prefers-color-scheme: dark)", 1)
    dark = rest.split("* { box-sizing", 1)[0]
    for colours in (_colours(light), _colours(dark)):
        pairs = [(n, n.replace("-ink", "-paper")) for n in colours if n.endswith("-ink")]
        assert len(pairs) == 5
        for ink, paper in [*pairs, ("ink", "paper"), ("faint", "paper"), ("link", "paper")]:
            lighter, darker = sorted((_luminance(colours[ink]), _luminance(colours[paper])))[::-1]
            assert (ink, (lighter + 0.05) / (darker + 0.05) >= 4.5) == (ink, True)


# --- what comes from outside ----------------------------------------------------------------------


def _shape(page: Page) -> list[tuple[str, tuple[str, ...]]]:
    return [(tag, tuple(of)) for tag, of in page.elements]


@pytest.mark.parametrize("details", [False, True])
@pytest.mark.parametrize("locale", LOCALES)
def test_a_name_is_text_and_no_element(
    reports: dict[str, Report], locale: str, *, details: bool
) -> None:
    """The page has the elements it has with plain names, and shows each name as it stands."""
    plain = [f"甲{n}" for n in range(len(HOSTILE))]
    report = reports["failing"]
    expected = Page(render_html(renamed(report, *plain), locale, details=details))
    page = Page(render_html(renamed(report, *HOSTILE), locale, details=details))
    assert _shape(page) == _shape(expected)
    assert [name for name in HOSTILE if name not in page.text] == []


@pytest.mark.parametrize("text", [*HOSTILE, "甲\u202e乙\u2066", "一\n\n</p>", "\x1b[31m"])
def test_nor_are_the_words_of_whoever_attests(reports: dict[str, Report], text: str) -> None:
    """Body, document and title of the text; what nobody can see is replaced."""
    report = reports["failing"]

    def by(words: str) -> str:
        first, *others = report.findings
        said = Attestation(what="x", by="甲", on=report.on, document=words)
        title = evolve(report.policy.instrument, title=visible(words))
        return render_html(
            evolve(
                report,
                findings=(evolve(first, decided_by=said), *others),
                policy=evolve(report.policy, instrument=title),
            )
        )

    page = Page(by(text))
    assert _shape(page) == _shape(Page(by("津科")))
    assert page.text.count(visible(text)) >= 2
    assert all(c.isprintable() or c == "\n" for c in page.text)


def test_an_unknown_language_is_refused(reports: dict[str, Report]) -> None:
    """No page in a language nobody wrote."""
    with pytest.raises(UnknownLocaleError):
        render_html(reports["bare"], "fr")


# --- Jinja2 ---------------------------------------------------------------------------------------


def test_without_jinja_the_error_teaches(
    reports: dict[str, Report], monkeypatch: pytest.MonkeyPatch
) -> None:
    """In both languages, what to install and what to ask for instead."""
    monkeypatch.setitem(sys.modules, "jinja2", None)
    monkeypatch.setattr(html, "_template", html._template.__wrapped__)
    with pytest.raises(
        MissingExtraError, match=r"pip install 'innov-consortium\[html\]'"
    ) as caught:
        render_html(reports["bare"])
    assert isinstance(caught.value, InnovConsortiumError)
    assert isinstance(caught.value, ImportError)
    assert "没有安装" in str(caught.value)


SCRIPT = """
import sys
from datetime import date
import innov_consortium as ic
from innov_consortium.rendering import render_html
loaded = [m for m in sys.modules if m.partition(".")[0] in ("jinja2", "markupsafe")]
number = ic.Identifier("LEI", "529900T8BM49AURSDO55")
lead = ic.Organization(name="某单位", id=number, kind=ic.OrganizationKind.OTHER)
case = ic.Case(application=ic.Application(lead=lead, participants=()))
report = ic.catalogue().select("CN-TJ").check("formation", case, on=date(2026, 3, 2))
for locale in ("zh_CN", "en"):
    render_html(report, locale)
opened = []
sys.addaudithook(lambda event, args: opened.append(args[0]) if event in ("open", "import") else 0)
for locale in ("zh_CN", "en"):
    render_html(report, locale, details=True)
read = list(opened)
open(sys.executable).close()
print(loaded, read, opened[-1] == sys.executable)
"""


def test_jinja_is_loaded_and_the_template_read_once_and_only_for_a_page() -> None:
    """Importing the package does neither; a second page reads nothing. The hook is no blind eye."""
    done = subprocess.run(  # noqa: S603 - our own interpreter and text
        [sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[] [] True"
