"""Message catalogues: the library's own, and the one a policy brings in its package.

Each is read once in a process, through ``importlib.resources``. What a build has compiled is used,
unless it is older than its source; a source without a compiled file is compiled in memory.
"""

from __future__ import annotations

import functools
import importlib.resources
import io
import sys
from datetime import UTC, datetime
from gettext import GNUTranslations, NullTranslations
from importlib.resources.abc import Traversable
from pathlib import Path

from attrs import evolve, frozen

from innov_consortium.core.additional import AdditionalClauses
from innov_consortium.core.clauses import Clause
from innov_consortium.core.policy import Policy
from innov_consortium.rendering.locales import LOCALES

__all__ = ["Messages", "messages_beside", "messages_of", "messages_package"]

_OWN = ("innov_consortium.rendering", "innov_consortium")
_OF_A_POLICY = "policy"

#: How the keys begin of what is said of a norm.
_SENTENCES = ("clause.", "judgement.")


@frozen(eq=False)
class Messages:
    """The messages of one catalogue in one language, by symbolic key.

    Args:
        translations: The messages.
        labels: The catalogue that is asked where these have no label or word; no sentence is
            taken from it.
    """

    translations: NullTranslations
    labels: Messages | None = None

    def find(self, key: str) -> str | None:
        """Return the message of a key, or ``None`` where the catalogue has none."""
        said = self.translations.gettext(key)
        if said != key:
            return said
        if self.labels is None or key.startswith(_SENTENCES):
            return None
        return self.labels.find(key)


_NO_DATE = datetime(1970, 1, 1, tzinfo=UTC)
_NONE = Messages(NullTranslations())


def own_messages(locale: str) -> Messages:
    """Return the library's own messages."""
    return _read(*_OWN, locale)


def messages_of(policy: Policy, locale: str) -> Messages:
    """Return the messages of a policy; none at all if its package brings no catalogue."""
    package = messages_package(policy)
    return _NONE if package is None else _read(package, _OF_A_POLICY, locale)


def messages_beside(policy: Policy, source: str, locale: str) -> Messages:
    """Return the messages of a text that is asked beside a policy.

    Its sentences are its own: no norm of it is told in the words of another text. Labels and words
    that it has none for are the policy's.

    Args:
        policy: The policy.
        source: The name of the text.
        locale: The language.
    """
    key = ("messages", source, locale)
    if key not in policy.memo:
        (added,) = (one for one in policy.additional if one.name == source)
        package = _package_of(added)
        own = _NONE if package is None else _read(package, _OF_A_POLICY, locale)
        policy.memo[key] = evolve(own, labels=messages_of(policy, locale))
    found: Messages = policy.memo[key]
    return found


def _package_of(added: AdditionalClauses) -> str | None:
    """Return the package that holds the messages of what is asked beside a policy."""
    modules = (norm.__module__ for _, norm in added.conditions if isinstance(norm, Clause))
    module = next(modules, None)
    return None if module is None else _package_around(module)


def messages_package(policy: Policy) -> str | None:
    """Return the package whose ``locale`` directory holds the messages of a policy.

    It is the nearest package around the module of the policy's first clause that has one.
    """
    norms = [norm for inquiry in policy.inquiries for norm, _ in inquiry.norms]
    clauses = [norm for norm in norms if isinstance(norm, Clause)]
    return _package_around((*clauses, policy.in_time.commencement)[0].__module__)


@functools.cache
def _package_around(module: str) -> str | None:
    while module:
        is_package = hasattr(sys.modules.get(module), "__path__")
        if is_package and importlib.resources.files(module).joinpath("locale").is_dir():
            return module
        module = module.rpartition(".")[0]
    return None


@functools.cache
def _read(package: str, domain: str, locale: str) -> Messages:
    if locale not in LOCALES:
        msg = f"{locale!r} is none of {', '.join(LOCALES)}; use negotiate() first"
        raise ValueError(msg)
    folder = importlib.resources.files(package).joinpath("locale", locale, "LC_MESSAGES")
    compiled, source = (folder.joinpath(f"{domain}.{end}") for end in ("mo", "po"))
    if compiled.is_file() and not _is_older(compiled, source):
        return Messages(GNUTranslations(io.BytesIO(compiled.read_bytes())))
    return Messages(_compile(source, locale)) if source.is_file() else _NONE


def _is_older(compiled: Traversable, source: Traversable) -> bool:
    """Return whether a message was edited since the last build; in an archive nothing is."""
    if not isinstance(compiled, Path) or not isinstance(source, Path) or not source.exists():
        return False
    return compiled.stat().st_mtime < source.stat().st_mtime


def _compile(source: Traversable, locale: str) -> GNUTranslations:
    from babel.messages import Catalog  # noqa: PLC0415 - wanted in a bare source tree only
    from babel.messages.mofile import write_mo  # noqa: PLC0415 - the same
    from babel.messages.pofile import PoFileParser  # noqa: PLC0415 - the same

    catalog = Catalog(locale, creation_date=_NO_DATE)  # without one it would look at the clock
    PoFileParser(catalog).parse(io.BytesIO(source.read_bytes()))
    compiled = io.BytesIO()
    write_mo(compiled, catalog)
    compiled.seek(0)
    return GNUTranslations(compiled)
