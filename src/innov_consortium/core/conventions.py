"""How disputed wordings are treated that are no switchable readings."""

from __future__ import annotations

import enum

from attrs import frozen

from innov_consortium.errors import MalformedPolicyError

__all__ = ["Convention", "ConventionKind", "read_conventions"]


class ConventionKind(enum.Enum):
    """What becomes of a disputed wording, or part of one, that is no switchable reading."""

    FIXED = "fixed"
    ATTESTED = "attested"
    CAVEAT = "caveat"


@frozen(kw_only=True)
class Convention:
    """How a disputed wording is treated where nobody chooses.

    Args:
        entry: Its entry in the collection of readings, ``B15``; of what is no entry, the article.
        kind: Whether it is fixed once for all, left to a body to attest, or told as a caveat.
        provisions: The provisions whose wording it is about.
        zh: What is done, in Chinese.
        en: The same in English.
    """

    entry: str
    kind: ConventionKind
    provisions: tuple[str, ...]
    zh: str
    en: str


def read_conventions(table: str) -> tuple[Convention, ...]:
    r"""Read the tab-separated table ``entry kind provisions zh en`` with a header line.

    Raises:
        MalformedPolicyError: A row has the wrong number of columns or its kind is unknown.

    >>> table = "entry\tkind\tprovisions\tzh\ten\nB15\tfixed\tart5.s1 art6.s1\t含\tincluded\n"
    >>> read_conventions(table)[0].provisions
    ('art5.s1', 'art6.s1')
    """
    rows = [line.split("\t") for line in table.rstrip("\n").split("\n")[1:]]
    try:
        return tuple(
            Convention(
                entry=entry, kind=ConventionKind(kind), provisions=tuple(at.split()), zh=zh, en=en
            )
            for entry, kind, at, zh, en in rows
        )
    except ValueError as error:
        msg = f"the conventions cannot be read: {error}"
        raise MalformedPolicyError(msg) from error
