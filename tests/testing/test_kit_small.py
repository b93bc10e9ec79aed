"""The kit on a small package: nothing of the sound one, and each planted mistake by its check."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from tests.testing.small_package import FILES, LEDGER, brought, edited

from innov_consortium.testing.kit import Conformance, State, check_policy

C, P, PO, L = "clauses.py", "plain.py", "locale/{}/LC_MESSAGES/policy.po", "ledger.tsv"
ZH, EN = PO.format("zh_CN"), PO.format("en")
_HEAD, *_ROWS = LEDGER.splitlines(keepends=True)
SWAPPED = "".join([_HEAD, *_ROWS[:6], _ROWS[7], _ROWS[6], *_ROWS[8:]])


def without(*files: str) -> dict[str, str]:
    return {name: text for name, text in FILES.items() if name not in files}


#: What is altered, the check that has to find it, and the subject it finds it under.
MISTAKES: dict[str, tuple[Mapping[str, str], str, str]] = {
    "a word of the text": (
        edited(L, "成员不少于三家，", "成员不少于三户，"),
        "text",
        "art1.s1:text",
    ),
    "a row left out": (
        edited(L, "art1.s3\t鼓励医院参加。\thospitals are encouraged.\tdeclaratory\t\n", ""),
        "text",
        "art2.h:text",
    ),
    "no text": (without("measures.zh_CN.txt"), "text", "text:missing"),
    "a gloss": (edited(L, "three members or more,", ""), "ledger", "art1.s1:gloss"),
    "a gloss of another figure": (
        edited(L, "until 10 April 2030", "until 10 April 2031"),
        "ledger",
        "art3.s2:gloss",
    ),
    "a norm called a definition": (
        edited(L, "clause\tclauses:firms", "definition\tclauses:firms"),
        "ledger",
        "art1.s2:norm",
    ),
    "a place": (edited(L, "clauses:firms", "clauses:firmen"), "ledger", "art1.s2:where"),
    "another's place": (edited(L, "clauses:firms", "clauses:enough"), "ledger", "art1.s2:firms"),
    "left for later": (edited(L, "clauses:firms", "later"), "ledger", "art1.s2:later"),
    "nothing holds it": (
        edited(L, "declaratory\t\nart2.h", "clause\tclauses:enough\nart2.h"),
        "ledger",
        "art1.s3:held",
    ),
    "only declared": (
        edited(L, "clause\tclauses:enough", "declaratory\t"),
        "ledger",
        "art1.s1:binding",
    ),
    "out of order": ({**FILES, L: SWAPPED}, "ledger", "art2.s1:order"),
    "another figure": (edited(P, "stated(3,", "stated(4,"), "numbers", "least:figure"),
    "another provision": (
        edited(P, 'stated(2, "art1.s2"', 'stated(2, "art1.s1"'),
        "numbers",
        "least_firms:figure",
    ),
    "a float": (
        edited(P, "least: int = stated(3,", "least: float = stated(3.0,"),
        "numbers",
        "least:float",
    ),
    "an idle figure": (
        edited(P, "    valid_until:", '    more: int = stated(3, "art1.s1")\n    valid_until:'),
        "numbers",
        "more:unused",
    ),
    "thawed numbers": (
        {**FILES, P: FILES[P].replace("import frozen", "import define as frozen")},
        "numbers",
        "numbers:frozen",
    ),
    "a default of elsewhere": (
        {
            **FILES,
            P: FILES[P]
            .replace("default=Counted.WITH", "default=Other.WITH")
            .replace(
                "READINGS = (", "class Other(Reading):\n    WITH = ('a', '含', 'w')\n\nREADINGS = ("
            ),
        },
        "readings",
        "counted:default",
    ),
    "no reason": (
        edited(P, 'reason_en="a lead is a member"', 'reason_en=""'),
        "readings",
        "counted:words",
    ),
    "one letter twice": (edited(P, '("b", "不含', '("a", "不含'), "readings", "counted:letters"),
    "a fact nobody asks": (
        edited(
            C,
            "FACTS = (",
            '@fact\ndef idle(application: Application) -> int:\n    """多余。"""\n'
            "    return len(application.participants)\n\n\nFACTS = (idle, ",
        ),
        "names",
        "idle:unused",
    ),
    "a clause left out": (
        edited("__init__.py", "(enough, firms)", "(enough,)"),
        "names",
        "firms:registered",
    ),
    "an operator": (
        edited(
            C,
            "return at_least(members, least)",
            "return None if members is None else members >= least",
        ),
        "clauses",
        "enough:words",
    ),
    "a literal": (
        edited(C, "at_least(members, least)", "at_least(members, 3)"),
        "clauses",
        "enough:idle",
    ),
    "another's sentence": (
        edited(C, '"""成员不少于三家。', '"""有效期至。'),
        "clauses",
        "enough:quote",
    ),
    "in principle, mandatory": (
        edited(C, ", force=Force.IN_PRINCIPLE", ""),
        "clauses",
        "firms:force",
    ),
    "mandatory, in principle": (
        edited(C, '@clause("art1.s1")', '@clause("art1.s1", force=Force.IN_PRINCIPLE)'),
        "clauses",
        "enough:force",
    ),
    "unknown taken for no": (
        edited(
            C,
            "return at_least(companies, least_firms)",
            "return bool(companies and companies >= least_firms)",
        ),
        "outcomes",
        "firms:missing",
    ),
    "fails on nothing": (
        edited(C, "return at_least(companies, least_firms)", "return companies >= least_firms"),
        "outcomes",
        "firms:total",
    ),
    "always the same": (
        edited(C, "return at_least(members, least)", "return at_least(members, members)"),
        "clauses",
        "enough:idle",
    ),
    "no column": (
        edited(
            C,
            "return at_least(companies, least_firms)",
            "return None if companies is None else bool(companies >= least_firms)",
        ),
        "columns",
        "firms:column",
    ),
    "a fact that fails": (
        edited(
            C,
            "    if application is None:\n        return None\n    return sum(",
            "    return sum(",
        ),
        "facts",
        "companies:total",
    ),
    "a float of a fact": (
        edited(
            C,
            "return len(application.participants) + lead",
            "return (len(application.participants) + lead) * 1.0",
        ),
        "facts",
        "members:float",
    ),
    "a figure in a fact": (
        edited(C, "+ lead", "+ lead if lead < 7 else 0"),
        "facts",
        "members:figure",
    ),
    "what it does not use": (
        edited(
            C,
            "def companies(application: Application | None)",
            "def companies(application: Application | None, day: date)",
        ),
        "facts",
        "companies:idle",
    ),
    "an end nobody tells of": (
        edited("__init__.py", '    turns="turns",\n', ""),
        "turns",
        "formation:turns",
    ),
    "an end told wrongly": (
        edited(C, "toordinal() + 1", "toordinal() + 400"),
        "turns",
        "formation:turns",
    ),
    "a stage nothing leads to": (
        edited(P, 'after=("filed",)', 'after=("filed", "reviewed")'),
        "procedure",
        "approve:after",
    ),
    "who does not act": (
        edited(P, 'event=Recognised, actor="bureau"', 'event=Recognised, actor="lead"'),
        "procedure",
        "approve:actor",
    ),
    "a deadline of a step that nobody asks for": (
        {
            **edited(L, "由牵头单位提出申请，", "由牵头单位在十五日内提出申请，"),
            "measures.zh_CN.txt": FILES["measures.zh_CN.txt"].replace(
                "由牵头单位提出申请，", "由牵头单位在十五日内提出申请，"
            ),
        },
        "numbers",
        "art2.s1:十五日",
    ),
    "a step of another provision": (
        edited(P, 'provision="art2.s2"', 'provision="art2.s1"'),
        "ledger",
        "art2.s2:held",
    ),
    "an end left out": (
        edited("__init__.py", "commencement=begun, expiry=lasting", "commencement=begun"),
        "windows",
        "art3.s2:expiry",
    ),
    "another region": (
        edited(P, 'jurisdiction="970000"', 'jurisdiction="970001"'),
        "windows",
        "code:jurisdiction",
    ),
    "a clock": (
        edited(C, "    lead = 1 if", "    date.today()\n    lead = 1 if"),
        "purity",
        "clauses:clock",
    ),
    "a file": (
        edited(C, "    lead = 1 if", "    open(__file__).close()\n    lead = 1 if"),
        "purity",
        "clauses:io",
    ),
    "a file, seen": (
        edited(C, "    lead = 1 if", "    open(__file__).close()\n    lead = 1 if"),
        "effects",
        "formation:outside",
    ),
    "a clock, seen": (
        edited(C, "    lead = 1 if", "    date.today()\n    lead = 1 if"),
        "effects",
        "formation:clock",
    ),
    "something kept": (
        edited(
            C,
            "    lead = 1 if counted is Counted.WITH else 0\n",
            "    _SEEN.append(1)\n    lead = len(_SEEN)\n",
        ).copy()
        | {
            C: FILES[C]
            .replace(
                "    lead = 1 if counted is Counted.WITH else 0\n",
                "    _SEEN.append(1)\n    lead = len(_SEEN) if counted else 0\n",
            )
            .replace("FACTS = (", "_SEEN: list[int] = []\nFACTS = (")
        },
        "effects",
        "formation:same",
    ),
    "something kept, read": (
        {
            **FILES,
            C: FILES[C]
            .replace("    lead = 1 if", "    _SEEN.append(1)\n    lead = 1 if")
            .replace("FACTS = (", "_SEEN: list[int] = []\nFACTS = ("),
        },
        "purity",
        "clauses:state",
    ),
    "no examples": (
        edited(C, "\n    >>> [enough(n, least=3) for n in (2, 3)]\n    [False, True]\n    ", ""),
        "docstrings",
        "enough:examples",
    ),
    "a wrong example": (
        edited(
            C,
            "[enough(n, least=3) for n in (2, 3)]\n    [False, True]",
            "[enough(n, least=3) for n in (2, 3)]\n    [True, True]",
        ),
        "docstrings",
        "enough:example",
    ),
    "a skipped example": (
        edited(C, "for n in (2, 3)]\n", "for n in (2, 3)]  # doctest: +SKIP\n"),
        "docstrings",
        "enough:skipped",
    ),
    "no page": (without("articles/art02.md"), "pages", "art2:page"),
    "a misquotation": (
        edited("articles/art01.md", "成员不少于三家，", "成员须满三家，"),
        "pages",
        "art1.s1:page",
    ),
    "a wrong page": (edited("articles/art01.md", "\n3\n", "\n4\n"), "pages", "example"),
    "a row that is wrong": (
        edited("examples.jsonl", '"answer": "met"', '"answer": "open"'),
        "examples",
        "three:example",
    ),
    "a row that is malformed": (
        edited("examples.jsonl", '"on": "2026-03-02"', '"am": "2026-03-02"'),
        "examples",
        "two:example",
    ),
    "no rows": (without("examples.jsonl"), "examples", "examples:missing"),
    "no label": (
        edited(EN, 'msgid "fact.members"\nmsgstr "members"\n', ""),
        "translations",
        "fact.members:en",
    ),
    "a placeholder lost": (
        edited(EN, "{least} or more", "so many or more"),
        "translations",
        "clause.enough:placeholder",
    ),
    "a strange placeholder": (
        edited(ZH, "不少于 {least:家}", "不少于 {fewest:家}")
        | {EN: FILES[EN].replace("{least} or", "{fewest} or")},
        "translations",
        "clause.enough:names",
    ),
    "not translated": (
        edited(EN, 'msgstr "apply"', 'msgstr "申请"'),
        "translations",
        "step.apply:language",
    ),
    "an old label": (
        {
            **FILES,
            ZH: FILES[ZH] + '\nmsgid "fact.gone"\nmsgstr "旧"\n',
            EN: FILES[EN] + '\nmsgid "fact.gone"\nmsgstr "old"\n',
        },
        "translations",
        "fact.gone:left_over",
    ),
    "another question": (
        edited(
            ZH,
            'msgid "reading.counted"\nmsgstr "成员是否含牵头单位？"',
            'msgid "reading.counted"\nmsgstr "另一个问题？"',
        ),
        "translations",
        "reading.counted:question",
    ),
    "not typed": (without("py.typed"), "package", "py.typed:missing"),
    "a gap that is gone": (
        {**FILES, "known_gaps.tsv": "check\tsubject\tzh\ten\nledger\tart1.s1:gloss\t旧\told\n"},
        "known_gaps",
        "ledger:art1.s1:gloss",
    ),
    "a gap of no check": (
        {**FILES, "known_gaps.tsv": "check\tsubject\tzh\ten\nlegder\tart1.s1:gloss\t旧\told\n"},
        "known_gaps",
        "legder:art1.s1:gloss",
    ),
    "a gap without a reason": (
        {**FILES, "known_gaps.tsv": "check\tsubject\tzh\ten\nledger\tart1.s1:gloss\t\told\n"},
        "known_gaps",
        "line2",
    ),
}


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Conformance:
    with brought(tmp_path_factory.mktemp("sound"), FILES) as policy:
        return check_policy(policy, mutants=8, editions=())


def test_the_sound_package_conforms(sound: Conformance) -> None:
    assert (sound.conforms, [f.subject for f in sound.flaws]) == (True, [])
    assert all(check.state is State.PASSED for check in sound.checks)


def test_every_provision_has_a_line_with_what_holds_it(sound: Conformance) -> None:
    lines = {line.provision.id: line for line in sound.lines}
    assert list(lines) == list(sound.policy.ledger)
    assert lines["art1.s1"].held_by == ("enough", "least", "counted")
    assert (lines["art1.s1"].page, lines["art1.s1"].examples) == ("art01.md", 3)


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_found_by_its_check(name: str, tmp_path: Path) -> None:
    files, check, subject = MISTAKES[name]
    with brought(tmp_path, files) as policy:
        said = check_policy(policy, mutants="none", editions=())

    found = [flaw.subject for flaw in said.check(check).flaws]
    assert not said.conforms
    assert any(subject in one for one in found), {f.subject: f.zh for f in said.flaws}


def test_what_is_found_says_where_and_what_in_both_languages(tmp_path: Path) -> None:
    with brought(tmp_path, edited(L, "three members or more,", "")) as policy:
        (flaw,) = check_policy(policy, mutants="none", editions=()).check("ledger").flaws
    assert (flaw.where, flaw.provisions) == ("ledger.tsv:4", ("art1.s1",))
    assert ("译文" in flaw.zh, "gloss" in flaw.en) == (True, True)


def test_a_known_gap_accepts_what_is_found_with_its_reason(tmp_path: Path) -> None:
    gaps = "check\tsubject\tzh\ten\nledger\tart1.s1:gloss\t尚未译出\tnot translated yet\n"
    files = {**edited(L, "three members or more,", ""), "known_gaps.tsv": gaps}
    files["articles/art01.md"] = FILES["articles/art01.md"].replace("*three members or more,*", "")
    with brought(tmp_path, files) as policy:
        said = check_policy(policy, mutants="none", editions=())
    accepted = [(a.flaw.subject, a.gap.zh) for a in said.accepted]
    assert accepted == [("art1.s1:gloss", "尚未译出")]
    assert said.check("ledger").state is State.PASSED
    assert said.check("known_gaps").state is State.PASSED
