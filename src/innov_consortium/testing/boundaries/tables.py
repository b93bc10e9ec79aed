"""A boundary table as Markdown, by article, for lawyers to sign."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from innov_consortium.core.policy import Policy
from innov_consortium.core.sources import Place
from innov_consortium.core.thresholds import thresholds_of
from innov_consortium.rendering import wording
from innov_consortium.rendering.citations import place
from innov_consortium.rendering.markdown import escaped
from innov_consortium.rendering.sentences import quoted, settled
from innov_consortium.testing.boundaries.answers import Answered
from innov_consortium.testing.boundaries.completeness import unmatched
from innov_consortium.testing.boundaries.generating import Boundary
from innov_consortium.testing.boundaries.phrases import Phrases
from innov_consortium.testing.boundaries.templates import Template, templates_of

__all__ = ["table"]

_HEADERS = (
    "boundaries.header.id",
    "boundaries.header.place",
    "boundaries.header.case",
    "boundaries.header.day",
    "boundaries.header.outcome",
    "boundaries.header.signature",
)


def table(policy: Policy, cases: Sequence[Answered | Boundary], locale: str = "zh_CN") -> str:
    """Return the boundary cases of a policy as Markdown, grouped by article.

    Args:
        policy: The policy.
        cases: Its cases, answered; or as they are made, for somebody else to answer.
        locale: The language, by any of its names.

    Raises:
        UnknownLocaleError: There is no catalogue in that language.
    """
    return "\n\n".join(_Table(policy, cases, locale).blocks()) + "\n"


class _Table:
    def __init__(self, policy: Policy, cases: Sequence[Answered | Boundary], locale: str) -> None:
        self.policy, self.cases = policy, cases
        self.words = wording(locale, policy)
        self.phrases = Phrases(self.words, policy)
        self.thresholds = thresholds_of(policy)

    def blocks(self) -> Iterator[str]:
        yield from self._head()
        templates = templates_of(self.policy).templates
        article = None
        for template in sorted(templates, key=_article):
            if _article(template) != article:
                article = _article(template)
                yield f"## {escaped(self._heading(article))}"
            yield from self._family(template)
        yield self.words.say("boundaries.signature")

    def _heading(self, article: int) -> str:
        """Return the heading of an article in the text, or else its number."""
        heading = self.policy.ledger.get(f"art{article}.h")
        own = "" if heading is None or not self.words.chinese else heading.text
        return own or place(f"art{article}", self.words.locale)

    def _head(self) -> Iterator[str]:
        say, instrument = self.words.say, self.policy.instrument
        title = instrument.title if self.words.chinese else instrument.gloss
        heading = say("boundaries.title", title=title)
        yield f"# {escaped(heading)}"
        blank = any(isinstance(one, Boundary) for one in self.cases)
        key = "boundaries.intro_blank" if blank else "boundaries.intro"
        yield say(key, n=len(self.cases))
        read = [c for c in self.policy.readings if not c.is_default]
        if read:
            said = (f"{c.question.entry} {settled(self.words, c)}" for c in read)
            yield escaped(say("boundaries.readings", readings=self.words.joined(said)))
        yield from self._unmatched()

    def _unmatched(self) -> Iterator[str]:
        found = unmatched(self.policy)
        missing = [one.key for one in found.missing]
        left_over = [f"{template} → {key}" for template, key in found.left_over]
        for key, names in (
            ("boundaries.missing", missing),
            ("boundaries.left_over", left_over),
        ):
            if names:
                yield f"**{escaped(self.words.say(key, n=len(names), keys=', '.join(names)))}**"

    def _family(self, template: Template) -> Iterator[str]:
        yield f"### {escaped(template.id)}"
        yield "\n".join(f"> {line}" for line in self._law(template))
        own = [c for c in self.cases if _made(c).template is template]
        thresholds = [t for key in template.of for t in self.thresholds if t.key == key]
        answered = [c for c in own if isinstance(c, Answered)]
        # Whoever answers from the text alone is not shown how it is encoded.
        bounds = self.phrases.thresholds(thresholds) if answered else ()
        said = [*bounds, self.phrases.readings(answered)]
        if any(said):
            yield "\n".join(f"- {escaped(line)}" for line in said if line)
        if template.none:
            reason = template.none if self.words.chinese else template.none_en or template.none
            yield self.words.say("boundaries.no_case", reason=escaped(reason))
        else:
            yield "\n".join(self._rows(own))

    def _law(self, template: Template) -> Iterator[str]:
        """Yield the sentences of the law, each with its place; in English with the gloss below."""
        for provision in template.article:
            entry = self.policy.ledger[provision]
            at = place(provision, self.words.locale)
            yield f"{at} `{provision}` {escaped(quoted(entry))}  "
            if not self.words.chinese:
                yield f"*{escaped(entry.gloss)}*  "

    def _rows(self, cases: Iterable[Answered | Boundary]) -> Iterator[str]:
        yield _row(map(self.words.say, _HEADERS))
        yield _row("---" for _ in _HEADERS)
        for one in cases:
            made = _made(one)
            outcome = self.phrases.outcome(one) if isinstance(one, Answered) else ""
            title = made.titles[self.words.locale]
            side, day = self.phrases.side(made.point), made.case["as_of"]
            yield _row((made.case["id"], side, _cell(title), day, _cell(outcome), ""))


def _made(one: Answered | Boundary) -> Boundary:
    return one.boundary if isinstance(one, Answered) else one


def _article(template: Template) -> int:
    return Place.of(template.article[0]).article or 0


def _cell(text: str) -> str:
    """Return text as it stands in a cell, where nothing begins a list."""
    return escaped(f"|{text}").removeprefix("\\|")


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
