"""The kit's answer as a page of Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from innov_consortium.rendering import negotiate
from innov_consortium.testing.kit.conformance import Conformance
from innov_consortium.testing.kit.telling import head, of_mutants
from innov_consortium.testing.kit.wording import MARKS, WORDS, is_english

__all__ = ["told_in_markdown"]


def told_in_markdown(conformance: Conformance, locale: str = "zh_CN") -> str:
    """Return the answer as a page of Markdown; see :func:`told`."""
    words = WORDS[negotiate(locale)]
    return "\n".join(_page(conformance, words)) + "\n"


def _page(conformance: Conformance, words: Mapping[str, str]) -> Iterator[str]:
    title, edition, verdict = head(conformance, words)
    yield f"# {title}\n\n{edition}\n\n**{verdict}**"
    yield from _checks(conformance, words)
    yield from _provisions(conformance, words)
    english = is_english(words)
    if conformance.mutants is not None:
        yield f"\n## {next(of_mutants(conformance.mutants, words))}\n"
        for flaw in conformance.mutants.survivors:
            yield f"- `{flaw.subject}` {flaw.en if english else flaw.zh}"
    if conformance.accepted:
        yield f"\n## {words['gaps'].format(len(conformance.accepted))}\n"
        for one in conformance.accepted:
            reason = one.gap.en if english else one.gap.zh
            yield f"- `{one.flaw.check}` `{one.flaw.subject}` {reason}"


def _checks(conformance: Conformance, words: Mapping[str, str]) -> Iterator[str]:
    english = is_english(words)
    yield f"\n## {words['checks']}\n"
    yield f"| | {words['check']} | {words['asks']} | {words['number']} |"
    yield "| --- | --- | --- | ---: |"
    for check in conformance.checks:
        said = _cell(check.en if english else check.zh)
        yield f"| {MARKS[check.state]} | `{check.name}` | {said} | {check.count} |"
    for check in conformance.checks:
        note = check.note_en if english else check.note_zh
        if check.flaws or note:
            yield f"\n### `{check.name}`\n"
        if note:
            yield f"{note}\n"
        for flaw in check.flaws:
            where = f" `{flaw.where}`" if flaw.where else ""
            yield f"- `{flaw.subject}`{where} {flaw.en if english else flaw.zh}"


def _provisions(conformance: Conformance, words: Mapping[str, str]) -> Iterator[str]:
    yield f"\n## {words['provisions'].format(len(conformance.lines))}\n"
    yield f"| | id | {words['words']} | {words['sort']} | {words['held']} | {words['shown']} |"
    yield "| --- | --- | --- | --- | --- | ---: |"
    for line in conformance.lines:
        row = line.provision
        mark = "✗" if line.flaws else "✓"
        text = _cell(row.gloss if is_english(words) else row.text)
        held = "、".join(f"`{name}`" for name in line.held_by)
        sort = words[row.disposition.value]
        yield f"| {mark} | `{row.id}` | {text} | {sort} | {held} | {line.examples} |"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")
