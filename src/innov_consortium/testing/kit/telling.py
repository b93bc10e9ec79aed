"""The kit's answer on one page for a terminal, in Chinese or in English."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from innov_consortium.rendering import negotiate
from innov_consortium.rendering.layout import columns
from innov_consortium.testing.kit.conformance import (
    Check,
    Conformance,
    Line,
    Mutants,
    State,
)
from innov_consortium.testing.kit.wording import MARKS, WORDS, is_english

__all__ = ["head", "of_mutants", "told"]

_WORDS_SHOWN = 24


def told(conformance: Conformance, locale: str = "zh_CN") -> str:
    """Return the answer as a page for a terminal.

    Args:
        conformance: The answer.
        locale: The language, by any of its names.
    """
    return "\n".join(_page(conformance, WORDS[negotiate(locale)])) + "\n"


# --- for a terminal -------------------------------------------------------------------------------


def _page(conformance: Conformance, words: Mapping[str, str]) -> Iterator[str]:
    yield from head(conformance, words)
    yield ""
    yield words["checks"]
    for check in conformance.checks:
        yield from _of_check(check, words)
    yield ""
    yield words["provisions"].format(len(conformance.lines))
    for line in conformance.lines:
        yield _of_line(line, words)
    if conformance.mutants is not None:
        yield ""
        yield from of_mutants(conformance.mutants, words)
    if conformance.accepted:
        yield ""
        yield words["gaps"].format(len(conformance.accepted))
        for one in conformance.accepted:
            reason = one.gap.en if is_english(words) else one.gap.zh
            yield f"  {one.flaw.check} {one.flaw.subject}  {one.gap.where}"
            yield f"    {reason}"


def head(conformance: Conformance, words: Mapping[str, str]) -> Iterator[str]:
    """Yield which policy it is, its edition and package, and whether it conforms."""
    policy = conformance.policy
    english = is_english(words)
    title = policy.instrument.gloss if english else f"《{policy.instrument.title}》"
    yield f"{policy.code} {title}"
    yield words["edition"].format(policy.edition, conformance.package or words["no_package"])
    flaws = len(conformance.flaws)
    yield words["conforms"] if conformance.conforms else words["fails"].format(flaws)


def _of_check(check: Check, words: Mapping[str, str]) -> Iterator[str]:
    english = is_english(words)
    said = check.en if english else check.zh
    note = check.note_en if english else check.note_zh
    head = f"  {MARKS[check.state]} {_wide(check.name, 13)} {said}"
    if check.state is State.NOT_RUN:
        yield f"{head}{words['not_run'].format(note)}"
        return
    counted = words["count"].format(check.count)
    accepted = words["accepted"].format(len(check.accepted)) if check.accepted else ""
    yield f"{head}{counted}{accepted}"
    if note:
        yield f"      {note}"
    for flaw in check.flaws:
        yield f"      {flaw.subject}{f'  {flaw.where}' if flaw.where else ''}"
        yield f"        {flaw.en if english else flaw.zh}"


def _of_line(line: Line, words: Mapping[str, str]) -> str:
    row = line.provision
    english = is_english(words)
    text = "".join(row.text.split()) if not english else row.gloss
    shown = text if len(text) <= _WORDS_SHOWN * (2 if english else 1) else _cut(text, english)
    missing = "、".join(dict.fromkeys(f.check for f in line.flaws))
    held = " ".join(line.held_by)
    parts = [
        f"  {'✗' if line.flaws else '✓'} {_wide(row.id, 16)}",
        _wide(shown, 2 * _WORDS_SHOWN + 2),
        _wide(words[row.disposition.value], 11),
        _wide(words["examples"].format(line.examples) if line.examples else "", 7),
        _wide(line.page, 9),
        held,
    ]
    said = " ".join(parts).rstrip()
    return f"{said}  ← {missing}" if missing else said


def _cut(text: str, english: bool) -> str:  # noqa: FBT001 - which of two languages
    return f"{text[: _WORDS_SHOWN * (2 if english else 1) - 1]}…"


def of_mutants(mutants: Mutants, words: Mapping[str, str]) -> Iterator[str]:
    """Yield how many mutants were tried and noticed, then those that were not."""
    english = is_english(words)
    left, counted = len(mutants.survivors), (mutants.there, mutants.asked, mutants.examples)
    yield words["mutants"].format(*counted, left + len(mutants.accepted), mutants.seed)
    if mutants.asked < mutants.there:
        yield f"  {words['drawn']}"
    for flaw in mutants.survivors:
        yield f"  {flaw.subject}"
        yield f"    {flaw.en if english else flaw.zh}"


def _wide(text: str, width: int) -> str:
    return text + " " * max(0, width - columns(text))
