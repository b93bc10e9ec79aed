"""Where the law is written: instruments, provisions, their places, and force in time."""

from __future__ import annotations

import enum
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from types import MappingProxyType

from attrs import field, frozen

from innov_consortium.core.text import check_day
from innov_consortium.errors import MalformedPolicyError

__all__ = [
    "Disposition",
    "ForceInTime",
    "Instrument",
    "Ledger",
    "Place",
    "Provision",
    "Publication",
    "Repeal",
    "Status",
]


class Status(enum.Enum):
    """What has become of a text so far."""

    DRAFT = "draft"
    PUBLISHED = "published"


class ForceInTime(enum.Enum):
    """Whether an instrument is in force on a day."""

    NOT_YET = "not_yet_in_force"
    IN_FORCE = "in_force"
    EXPIRED = "expired"
    UNKNOWN = "unknown"


class Disposition(enum.Enum):
    """How the library answers for a provision."""

    CLAUSE = "clause"
    FACT = "fact"
    STEP = "step"
    DUTY = "duty"
    NUMBER = "number"
    READING = "reading"
    JUDGEMENT = "judgement"
    DEFINITION = "definition"
    DECLARATORY = "declaratory"
    EXTERNAL = "external"


@frozen(kw_only=True)
class Instrument:
    """A normative document as a whole.

    Args:
        title: Its title in Chinese, without the book-title marks.
        gloss: A courtesy translation of the title.
        status: Whether the text at hand is a draft or published.
        jurisdiction: GB/T 2260 code of the region it is made for.
    """

    title: str
    gloss: str
    status: Status
    jurisdiction: str


@frozen(kw_only=True)
class Publication:
    """The day an instrument was published — attested, or supposed for the sake of argument.

    Args:
        day: The day of official publication.
        supposed: Whether nobody has attested it; every result then carries a mark.
        document: Where it was published; empty only for a supposition.
        enacted: Whether the text published no longer carries the mark of a draft.
    """

    day: date
    supposed: bool
    document: str = ""
    enacted: bool = False


@frozen(kw_only=True)
class Repeal:
    """That a later text does away with an instrument, which does not say so itself.

    Args:
        on: The first day on which the instrument is no longer in force.
        by: The later text and its words, as reports are to name them, in Chinese.
        gloss: The same in English.

    Raises:
        InvalidInputError: The day is no date.
    """

    on: date
    by: str
    gloss: str

    def __attrs_post_init__(self) -> None:
        check_day("repealed.on", self.on)


_PLACE = re.compile(
    r"(?:art(?P<article>\d+)|(?P<beside>qa|press)(?P<division>\d+)?)"
    r"(?:\.p(?P<paragraph>\d+))?(?:\.item(?P<item>\d+))?"
    r"(?:\.(?P<sentence>s\d+[a-z]?|h))?"
)


@frozen
class Place:
    """The place of a provision in its text, or in what its text is known from.

    Args:
        article: The article; ``None`` for what is none.
        paragraph: The paragraph of that; ``None`` if it is not told.
        item: The item of that; ``None`` if there is none.
        sentence: The sentence, or a part of it; ``None`` for the whole.
        beside: Where the words stand if not in the text itself: ``qa`` for the questions and
            answers of the body that issued it, ``press`` for a report; else empty.
        division: The part of that; ``None`` if it has none.

    >>> Place.of("art5.item3.s2c").article, Place.of("art5.item3.s2c").item
    (5, 3)
    >>> Place.of("qa3.item2.s1a").beside, Place.of("qa3.item2.s1a").chief
    ('qa', 'qa3')
    """

    article: int | None
    paragraph: int | None = None
    item: int | None = None
    sentence: str | None = None
    beside: str = ""
    division: int | None = None

    @classmethod
    def of(cls, provision: str) -> Place:
        """Read a provision id; a part of a text that is no article has no place.

        Of a text that is asked beside a policy it is the place in that text.
        """
        found = _PLACE.fullmatch(provision.rpartition(":")[2])
        if found is None:
            return cls(None)
        parts = found.groupdict()
        numbers = ("article", "paragraph", "item", "division")
        at = {name: int(parts[name]) if parts[name] else None for name in numbers}
        return cls(sentence=parts["sentence"], beside=parts["beside"] or "", **at)

    @property
    def chief(self) -> str:
        """The id of the article, or of the largest part of what is none; empty if there is none."""
        if self.article is not None:
            return f"art{self.article}"
        return f"{self.beside}{'' if self.division is None else self.division}"


@frozen
class Provision:
    """The smallest citable unit of a text.

    Args:
        id: Its id, ``art5.item3.s2d``.
        text: Its exact words.
        gloss: A courtesy translation.
        disposition: How the library answers for it.
        where: The modules and names that do, ``module:name``, its own one first; ``later`` where
            nothing does yet, empty where nothing has to.
    """

    id: str
    text: str
    gloss: str
    disposition: Disposition
    where: str = ""


@frozen
class Ledger(Mapping[str, Provision]):
    """The index of a policy: every provision of its text, in order."""

    provisions: tuple[Provision, ...]
    _by_id: Mapping[str, Provision] = field(init=False, eq=False, repr=False)
    _rank: Mapping[str, int] = field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        by_id = {p.id: p for p in self.provisions}
        if len(by_id) != len(self.provisions):
            ids = [p.id for p in self.provisions]
            twice = sorted({i for i in ids if ids.count(i) > 1})
            msg = f"provisions listed twice in the ledger: {', '.join(twice)}"
            raise MalformedPolicyError(msg)
        object.__setattr__(self, "_by_id", MappingProxyType(by_id))
        rank = {id_: n for n, id_ in enumerate(by_id)}
        object.__setattr__(self, "_rank", MappingProxyType(rank))

    @classmethod
    def read(cls, table: str) -> Ledger:
        """Read the tab-separated table ``id text gloss disposition where`` with a header line.

        Raises:
            MalformedPolicyError: A row has the wrong number of columns, a disposition is unknown,
                or a provision stands twice; of the rows, all that are wrong, by their lines.
        """
        rows = [line.split("\t") for line in table.rstrip("\n").split("\n")[1:]]
        faults = [(n, fault) for n, row in enumerate(rows, 2) if (fault := _fault_of(row))]
        if faults:
            listed = "\n".join(f"第 {n} 行：{zh} / line {n}: {en}" for n, (zh, en) in faults)
            msg = f"条文清单读不出来 / the ledger cannot be read:\n{listed}"
            raise MalformedPolicyError(msg)
        return cls(tuple(Provision(i, t, g, Disposition(d), w) for i, t, g, d, w in rows))

    def rank(self, provision: str) -> int:
        """Return the place of a provision in the order of the law."""
        return self._rank[provision]

    def under(self, prefix: str) -> tuple[str, ...]:
        """Return the ids of the provisions at or below ``prefix``, in the order of the law."""
        return tuple(i for i in self._by_id if i == prefix or i.startswith(prefix + "."))

    @property
    def text_sha256(self) -> str:
        """SHA-256 of the text as it is encoded here, white space apart, as UTF-8."""
        return _sha256(p.text for p in self.provisions)

    @property
    def enacted_sha256(self) -> str:
        """The same without the mark of its status (``doc.status``), which no published text has."""
        return _sha256(p.text for p in self.provisions if p.id != "doc.status")

    def __getitem__(self, provision: str) -> Provision:
        return self._by_id[provision]

    def __iter__(self) -> Iterator[str]:
        return iter(self._by_id)

    def __len__(self) -> int:
        return len(self._by_id)

    def __hash__(self) -> int:
        return hash(self.provisions)

    def __reduce__(self) -> tuple[type[Ledger], tuple[tuple[Provision, ...]]]:
        """Pickle by the provisions; the indexes are made again."""
        return type(self), (self.provisions,)


def _sha256(texts: Iterable[str]) -> str:
    from hashlib import sha256  # noqa: PLC0415 - OpenSSL is loaded only where a text is compared

    return sha256("".join("".join(text.split()) for text in texts).encode()).hexdigest()


def _fault_of(row: list[str]) -> tuple[str, str] | None:
    """Return what is wrong with a row of a ledger, in Chinese and in English."""
    columns = ("id", "text", "gloss", "disposition", "where")
    if len(row) != len(columns):
        there = ", ".join(columns)
        return (
            f"有 {len(row)} 列，应为 {len(columns)} 列，以制表符相隔：{there}",
            f"has {len(row)} columns, not {len(columns)}, parted by tabs: {there}",
        )
    known = [one.value for one in Disposition]
    if row[3] not in known:
        said = f"{row[0]} 的 disposition 是 {row[3]!r}，可用：{'、'.join(known)}"
        return said, f"the disposition of {row[0]} is {row[3]!r}; there are {', '.join(known)}"
    return None
