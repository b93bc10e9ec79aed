"""What a stored document says of the policy it is of, and of the library that wrote it."""

from __future__ import annotations

from datetime import date

from attrs import frozen

from innov_consortium.core.sources import Status
from innov_consortium.interchange.frozen import Text

__all__ = ["LibraryDocument", "PolicyDocument"]


@frozen(kw_only=True)
class LibraryDocument:
    """The library that wrote a document.

    Args:
        name: The name of the library.
        version: Its version; ``unknown`` where it ran without being installed.
    """

    name: Text
    version: Text


@frozen(kw_only=True)
class PolicyDocument:
    """The policy a document is of, and when it was published.

    Args:
        code: GB/T 2260 code of the region, ``990000``.
        aliases: Other names it was selected by.
        title: The title of the text in Chinese, without the book-title marks.
        status: Whether the text at hand was a draft or published.
        published_on: The day it was published, attested or supposed; ``None`` while unknown.
        supposed: Whether nobody had attested that day.
        text_sha256: SHA-256 of the text encoded, white space apart.
        edition: The edition, as events decided under it carry it; ``None`` where the document was
            written before reports told it.
    """

    code: Text
    aliases: tuple[Text, ...]
    title: Text
    status: Status
    published_on: date | None
    supposed: bool
    text_sha256: Text
    edition: Text | None
